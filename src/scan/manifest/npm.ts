// npm: package.json, package-lock.json and npm-shrinkwrap.json (lockfile versions 1 to 3), yarn.lock, pnpm-lock.yaml.
// Facts from the npm CLI documentation ("package.json", "package-lock.json").

import { type JsonRead, readJsonKeys } from '../../formats/json-keys.ts';
import type { TextLines } from '../../formats/text-lines.ts';
import { type Dependency, exactVersion, type ManifestItem, type ManifestReader, textAt, toTable, valueAt } from './dependency.ts';

const SECTIONS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'] as const;

/** Dependencies of a package.json, in all its sections. */
export const readPackageJson: ManifestReader = (text, lines) => {
  const read = readJsonKeys(text, 2);
  if (!read.ok) return [toFault(read, lines)];
  return SECTIONS.flatMap((section) =>
    [...(toTable(valueAt(read.value, [section])) ?? [])].map(([name, range]) =>
      toDependency({ name, symbol: name, version: typeof range === 'string' ? range : undefined }, read.offsetOf([section, name]), lines),
    ),
  );
};

/** Installed packages of a package-lock.json: the `packages` of versions 2 and 3, else the nested `dependencies` of version 1. */
export const readPackageLock: ManifestReader = (text, lines) => {
  const read = readJsonKeys(text, MAX_NESTED);
  if (!read.ok) return [toFault(read, lines)];
  const packages = toTable(valueAt(read.value, ['packages']));
  if (packages === undefined) return nestedDependencies(read, ['dependencies'], lines);
  return [...packages].flatMap(([path, entry]) => {
    const at = path.lastIndexOf('node_modules/');
    const name = textAt(entry, 'name') ?? (at < 0 ? '' : path.slice(at + 'node_modules/'.length));
    if (at < 0) return []; // the project itself, or a workspace of it
    return [toDependency({ name, symbol: path, version: textAt(entry, 'version') }, read.offsetOf(['packages', path]), lines)];
  });
};

const MAX_NESTED = 12;

function nestedDependencies(read: JsonRead & { readonly ok: true }, path: readonly string[], lines: TextLines): readonly Dependency[] {
  if (path.length > MAX_NESTED) return [];
  return [...(toTable(valueAt(read.value, path)) ?? [])].flatMap(([name, entry]) => [
    toDependency({ name, symbol: name, version: textAt(entry, 'version') }, read.offsetOf([...path, name]), lines),
    ...nestedDependencies(read, [...path, name, 'dependencies'], lines),
  ]);
}

const YARN_KEY = /^"?((?:@[\w.-]{1,100}\/)?[\w.-]{1,100})@[^\n]{1,400}:$/;
const YARN_VERSION = /^ {2}version:? "?([\w.+-]{1,60})"?$/;

/** Installed packages of a yarn.lock, classic and berry: a key line, and its version on a line below. */
export const readYarnLock: ManifestReader = (_, { lines }) =>
  lines.flatMap((line, at) => {
    const name = line.length > 500 ? undefined : YARN_KEY.exec(line)?.[1];
    if (name === undefined) return [];
    const below = lines.slice(at + 1, at + 4).find((one) => one.length < 100 && YARN_VERSION.test(one));
    return [
      {
        kind: 'dependency',
        ecosystem: 'npm',
        name,
        symbol: name,
        ...exactVersion(YARN_VERSION.exec(below ?? '')?.[1]),
        line: at + 1,
        index: line.indexOf(name),
      },
    ];
  });

// `  /@noble/curves@1.2.0:` or, since lockfile version 9, `  '@noble/curves@1.2.0':`
const PNPM_KEY = /^ {2}'?\/?((?:@[\w.-]{1,100}\/)?[\w.-]{1,100})@(\d[\w.+-]{0,60})(?:\([^\n]{0,200}\))?'?:$/;

/** Installed packages of a pnpm-lock.yaml, by the lines of its `packages`. */
export const readPnpmLock: ManifestReader = (_, { lines }) => {
  const seen = new Set<string>(); // version 9 lists each package again under `snapshots`
  return lines.flatMap((line, at) => {
    const [, name, version] = (line.length > 500 ? null : PNPM_KEY.exec(line)) ?? [];
    if (name === undefined || seen.has(`${name}@${version}`)) return [];
    seen.add(`${name}@${version}`);
    return [
      { kind: 'dependency', ecosystem: 'npm', name, symbol: name, ...exactVersion(version), line: at + 1, index: line.indexOf(name) },
    ];
  });
};

interface Named {
  readonly name: string;
  readonly symbol: string;
  readonly version: string | undefined;
}

function toDependency({ name, symbol, version }: Named, offset: number | undefined, lines: TextLines): Dependency {
  return { kind: 'dependency', ecosystem: 'npm', name, symbol, ...exactVersion(version), ...lines.placeOf(offset ?? 0) };
}

/** The fault of a text that is no JSON. */
export function toFault(read: JsonRead & { readonly ok: false }, lines: TextLines): ManifestItem {
  return { kind: 'fault', line: lines.placeOf(read.offset).line, detail: read.detail };
}
