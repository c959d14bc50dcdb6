// .NET: PackageReference in project files, central package versions, packages.config, packages.lock.json (NuGet documentation).

import { readJsonKeys } from '../../formats/json-keys.ts';
import type { TextLines } from '../../formats/text-lines.ts';
import { descendantsOf, elementAt, readXmlTree, type XmlElement } from '../../formats/xml-tree.ts';
import { type Dependency, exactVersion, type ManifestReader, textAt, toTable, valueAt } from './dependency.ts';
import { toFault } from './npm.ts';

/** Packages of a project file, a `Directory.Packages.props` or the like. */
export const readMsBuild: ManifestReader = (text, lines) =>
  readElements(text, lines, ['PackageReference', 'PackageVersion', 'GlobalPackageReference'], (element) => ({
    name: element.attributes.get('Include') ?? element.attributes.get('Update'),
    version: element.attributes.get('Version') ?? element.attributes.get('VersionOverride') ?? elementAt(element, ['Version'])?.text,
  }));

/** Packages of a packages.config. */
export const readPackagesConfig: ManifestReader = (text, lines) =>
  readElements(text, lines, ['package'], ({ attributes }) => ({ name: attributes.get('id'), version: attributes.get('version') }));

interface Named {
  readonly name: string | undefined;
  readonly version: string | undefined;
}

function readElements(
  text: string,
  lines: TextLines,
  names: readonly string[],
  toNamed: (element: XmlElement) => Named,
): ReturnType<ManifestReader> {
  const read = readXmlTree(text);
  if (!read.ok) return [{ kind: 'fault', line: lines.placeOf(read.offset).line, detail: read.detail }];
  return names
    .flatMap((name) => descendantsOf(read.root, name))
    .flatMap((element) => toDependency(toNamed(element), lines.placeOf(Math.max(0, element.offset - 1))));
}

function toDependency({ name, version }: Named, place: { readonly line: number; readonly index: number }): readonly Dependency[] {
  if (name === undefined || name === '') return [];
  // A bare version is a minimum that restore takes as it stands; `[1.2.3]` allows only that one.
  return [
    {
      kind: 'dependency',
      ecosystem: 'nuget',
      name,
      symbol: name,
      ...exactVersion(version?.replace(/^\[([^,\]]{1,60})\]$/, '$1')),
      ...place,
    },
  ];
}

/** Resolved packages of a packages.lock.json, of every target framework once. */
export const readNugetLock: ManifestReader = (text, lines) => {
  const read = readJsonKeys(text, 3);
  if (!read.ok) return [toFault(read, lines)];
  const frameworks = [...(toTable(valueAt(read.value, ['dependencies'])) ?? [])];
  const found = frameworks.flatMap(([framework, packages]) =>
    [...(toTable(packages) ?? [])].flatMap(([name, entry]) =>
      toDependency({ name, version: textAt(entry, 'resolved') }, lines.placeOf(read.offsetOf(['dependencies', framework, name]) ?? 0)),
    ),
  );
  const seen = new Set<string>();
  return found.filter(({ name, version }) => !seen.has(`${name}@${version}`) && seen.add(`${name}@${version}`));
};
