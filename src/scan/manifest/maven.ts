// Maven's pom.xml (POM reference) and Gradle: build.gradle in Groovy and Kotlin, version catalogs, lockfiles (Gradle user manual).

import type { TextLines } from '../../formats/text-lines.ts';
import { childrenOf, elementAt, readXmlTree, type XmlElement } from '../../formats/xml-tree.ts';
import { type Dependency, type ManifestReader, textAt, toTable, valueAt } from './dependency.ts';
import { findKey, readToml } from './python.ts';

/** Dependencies of a pom.xml and of its profiles, managed ones too; a property of the same file is filled in. */
export const readPom: ManifestReader = (text, lines) => {
  const read = readXmlTree(text);
  if (!read.ok) return [{ kind: 'fault', line: lines.placeOf(read.offset).line, detail: read.detail }];
  const { root } = read;
  if (root.name !== 'project') return [];
  const profiles = childrenOf(elementAt(root, ['profiles']), 'profile');
  const lists = [root, ...profiles].flatMap((each) => [
    elementAt(each, ['dependencies']),
    elementAt(each, ['dependencyManagement', 'dependencies']),
  ]);
  const properties = propertiesOf(root);
  return lists.flatMap((list) => childrenOf(list, 'dependency').flatMap((one) => toArtifact(one, { lines, properties })));
};

interface Pom {
  readonly lines: TextLines;
  readonly properties: ReadonlyMap<string, string>;
}

function propertiesOf(root: XmlElement): ReadonlyMap<string, string> {
  const version = elementAt(root, ['version'])?.text ?? elementAt(root, ['parent', 'version'])?.text;
  const own = elementAt(root, ['properties'])?.children.map(({ name, text }) => [name, text] as const) ?? [];
  return new Map([...(version === undefined ? [] : [['project.version', version] as const]), ...own]);
}

function toArtifact(element: XmlElement, { lines, properties }: Pom): readonly Dependency[] {
  const [group, artifact] = ['groupId', 'artifactId'].map((name) => elementAt(element, [name])?.text ?? '');
  const version = elementAt(element, ['version'])?.text;
  const property = /^\$\{([\w.-]{1,80})\}$/.exec(version ?? '')?.[1];
  const known = property === undefined ? version : properties.get(property);
  if (group === undefined || artifact === undefined || group === '' || artifact === '') return [];
  return [toDependency({ name: `${group}:${artifact}`, version: known }, lines.placeOf(elementAt(element, ['artifactId'])?.offset ?? 0))];
}

interface Named {
  /** `group:artifact` */
  readonly name: string;
  readonly version: string | undefined;
}

function toDependency({ name, version }: Named, place: { readonly line: number; readonly index: number }): Dependency {
  // `1.80`, `31.1-jre`, `4.1.118.Final`: Maven's versions have words; a range stands in brackets.
  const exact = /^\d[\w.+-]{0,60}$/.test(version ?? '') && !(version ?? '').endsWith('+') ? version : undefined;
  return { kind: 'dependency', ecosystem: 'maven', name, symbol: name, ...(exact === undefined ? {} : { version: exact }), ...place };
}

const COORDINATES = /["']([\w.-]{1,100}):([\w.-]{1,100})(?::([^"'\s:@]{1,60}))?(?:[:@][^"'\s]{0,60})?["']/;
const MAP_NOTATION =
  /\bgroup\s{0,9}[:=]\s{0,9}["']([\w.-]{1,100})["']\s{0,9},\s{0,9}name\s{0,9}[:=]\s{0,9}["']([\w.-]{1,100})["'](?:\s{0,9},\s{0,9}version\s{0,9}[:=]\s{0,9}["']([\w.+-]{1,60})["'])?/;
// `implementation`, `api`, `testImplementation`, `classpath`, `kapt`, … before a string with a colon in it
const CONFIGURATION = /^\s*(?:add\(\s*)?[\w"']{2,60}[\s(,]/;

/** Dependencies of a build.gradle or build.gradle.kts, one a line. */
export const readGradle: ManifestReader = (_, { lines }) =>
  lines.flatMap((line, at) => {
    if (line.length > 1000 || /^\s*(?:\/\/|\*|\/\*)/.test(line) || !CONFIGURATION.test(line)) return [];
    const [, group, name, version] = COORDINATES.exec(line) ?? MAP_NOTATION.exec(line) ?? [];
    if (group === undefined || name === undefined) return [];
    return [toDependency({ name: `${group}:${name}`, version }, { line: at + 1, index: line.indexOf(group) })];
  });

/** Locked artifacts of a gradle.lockfile: `group:artifact:version=configurations`. */
export const readGradleLock: ManifestReader = (_, { lines }) =>
  lines.flatMap((line, at) => {
    const [, name, version] = (line.length > 1000 ? null : /^([\w.-]{1,100}:[\w.-]{1,100}):([\w.+-]{1,60})=/.exec(line)) ?? [];
    return name === undefined ? [] : [toDependency({ name, version }, { line: at + 1, index: 0 })];
  });

/** Libraries of a version catalog, `gradle/libs.versions.toml`. */
export const readVersionCatalog: ManifestReader = (text, lines) => {
  const read = readToml(text);
  if ('kind' in read) return [read];
  return [...(toTable(valueAt(read.table, ['libraries'])) ?? [])].flatMap(([alias, entry]): readonly Dependency[] => {
    const written = typeof entry === 'string' ? entry : (textAt(entry, 'module') ?? `${textAt(entry, 'group')}:${textAt(entry, 'name')}`);
    const [group, name, inline] = written.split(':');
    const reference = valueAt(entry, ['version', 'ref']);
    const version =
      inline ??
      textAt(entry, 'version') ??
      (typeof reference === 'string' ? textAt(valueAt(read.table, ['versions']), reference) : undefined);
    return name === undefined ? [] : [toDependency({ name: `${group}:${name}`, version }, findKey(alias, lines))];
  });
};
