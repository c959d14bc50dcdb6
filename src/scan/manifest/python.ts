// Python: requirements files (pip), pyproject.toml (PEP 621, PEP 735, Poetry), Pipfile and Pipfile.lock. A requirement is PEP 508.

import { parse, TomlError, type TomlTable } from 'smol-toml';
import { readJsonKeys } from '../../formats/json-keys.ts';
import type { TextLines } from '../../formats/text-lines.ts';
import { type Dependency, exactVersion, type ManifestItem, type ManifestReader, textAt, toTable, valueAt } from './dependency.ts';
import { toFault } from './npm.ts';

const REQUIREMENT = /^([A-Za-z0-9][A-Za-z0-9._-]{0,100})[ \t]*(?:\[[^\]]{0,200}\])?[ \t]*([^;#]{0,200})/;

/** Requirements of a requirements.txt or constraints.txt, one a line; options and URLs are passed over. */
export const readRequirements: ManifestReader = (_, { lines }) =>
  lines.flatMap((line, at) => {
    const written = line.trimStart();
    if (line.length > 1000 || written.startsWith('#') || written.startsWith('-')) return [];
    const found = toRequirement(written);
    return found === undefined ? [] : [{ ...found, line: at + 1, index: line.length - written.length }];
  });

/** `name[extra]==1.2; marker` → name and, where it allows exactly one, version. */
function toRequirement(written: string): Omit<Dependency, 'line' | 'index'> | undefined {
  const [, name, specifier = ''] = REQUIREMENT.exec(written) ?? [];
  if (name === undefined || specifier.includes('://')) return undefined;
  const pinned = specifier.trim();
  return {
    kind: 'dependency',
    ecosystem: 'pypi',
    name,
    symbol: name,
    ...(pinned.startsWith('==') ? exactVersion(pinned.replace(/^===?/, '')) : {}),
  };
}

/** Requirements of a pyproject.toml. */
export const readPyproject: ManifestReader = (text, lines) => {
  const read = readToml(text);
  if ('kind' in read) return [read];
  const project = valueAt(read.table, ['project']);
  const lists = [
    valueAt(project, ['dependencies']),
    ...tableValues(valueAt(project, ['optional-dependencies'])),
    ...tableValues(valueAt(read.table, ['dependency-groups'])),
  ];
  const poetry = valueAt(read.table, ['tool', 'poetry']);
  const groups = tableValues(valueAt(poetry, ['group'])).map((group) => valueAt(group, ['dependencies']));
  const tables = [valueAt(poetry, ['dependencies']), valueAt(poetry, ['dev-dependencies']), ...groups];
  return [...lists.flatMap((list) => fromList(list, lines)), ...tables.flatMap((table) => fromTable(table, lines))];
};

/** Requirements of a Pipfile. */
export const readPipfile: ManifestReader = (text, lines) => {
  const read = readToml(text);
  if ('kind' in read) return [read];
  return ['packages', 'dev-packages'].flatMap((section) => fromTable(valueAt(read.table, [section]), lines));
};

/** Pinned packages of a Pipfile.lock. */
export const readPipfileLock: ManifestReader = (text, lines) => {
  const read = readJsonKeys(text, 2);
  if (!read.ok) return [toFault(read, lines)];
  return ['default', 'develop'].flatMap((section) =>
    [...(toTable(valueAt(read.value, [section])) ?? [])].map(
      ([name, entry]): Dependency => ({
        kind: 'dependency',
        ecosystem: 'pypi',
        name,
        symbol: name,
        ...exactVersion(textAt(entry, 'version')),
        ...lines.placeOf(read.offsetOf([section, name]) ?? 0),
      }),
    ),
  );
};

/** A TOML text as a table, or its fault. */
export function readToml(text: string): { readonly table: TomlTable } | (ManifestItem & { readonly kind: 'fault' }) {
  try {
    return { table: parse(text) };
  } catch (error) {
    if (error instanceof TomlError) return { kind: 'fault', line: error.line, detail: 'expected TOML, got a syntax error' };
    return { kind: 'fault', line: 1, detail: 'expected TOML, got what the parser cannot read' };
  }
}

function tableValues(value: unknown): readonly unknown[] {
  return [...(toTable(value)?.values() ?? [])];
}

function fromList(list: unknown, lines: TextLines): readonly Dependency[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((written: unknown) => {
    const found = typeof written === 'string' ? toRequirement(written.trim()) : undefined;
    return found === undefined ? [] : [{ ...found, ...findQuoted(String(written), lines) }];
  });
}

function fromTable(table: unknown, lines: TextLines): readonly Dependency[] {
  return [...(toTable(table) ?? [])].map(([name, entry]): Dependency => {
    const version = typeof entry === 'string' ? entry : textAt(entry, 'version');
    // Poetry reads a bare `1.2.3` as exact; Pipfile writes `==1.2.3`.
    return { kind: 'dependency', ecosystem: 'pypi', name, symbol: name, ...exactVersion(version), ...findKey(name, lines) };
  });
}

function findQuoted(written: string, { lines }: TextLines): { readonly line: number; readonly index: number } {
  const at = lines.findIndex((line) => line.length < 4096 && (line.includes(`"${written}"`) || line.includes(`'${written}'`)));
  return { line: Math.max(at, 0) + 1, index: Math.max(0, (lines[at] ?? '').indexOf(written)) };
}

/** The line whose key is `name`, bare or quoted. */
export function findKey(name: string, { lines }: TextLines): { readonly line: number; readonly index: number } {
  const at = lines.findIndex((line) => line.length < 4096 && /^["']?([^"'=]{1,120}?)["']?[ \t]*=/.exec(line.trimStart())?.[1] === name);
  return { line: Math.max(at, 0) + 1, index: Math.max(0, (lines[at] ?? '').indexOf(name)) };
}
