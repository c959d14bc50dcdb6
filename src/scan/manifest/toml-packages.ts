// Lockfiles that are lists of `[[package]]` (poetry.lock, uv.lock, pdm.lock, Cargo.lock), Cargo.toml, and go.mod.
// Facts from the Cargo book, the Poetry and uv documentation, and the Go modules reference.

import type { TextLines } from '../../formats/text-lines.ts';
import { type Dependency, exactVersion, type ManifestReader, textAt, toTable, valueAt } from './dependency.ts';
import { findKey, readToml } from './python.ts';

/** Packages of a lockfile of `[[package]]` tables. */
export function packageTables(ecosystem: 'pypi' | 'cargo'): ManifestReader {
  return (text, lines) => {
    const read = readToml(text);
    if ('kind' in read) return [read];
    const tables = valueAt(read.table, ['package']);
    if (!Array.isArray(tables)) return [];
    const places = namePlaces(lines);
    return tables.flatMap((table: unknown, at): readonly Dependency[] => {
      const name = textAt(table, 'name');
      if (name === undefined) return [];
      return [
        {
          kind: 'dependency',
          ecosystem,
          name,
          symbol: name,
          ...exactVersion(textAt(table, 'version')),
          ...(places[at] ?? { line: 1, index: 0 }),
        },
      ];
    });
  };
}

/** The place of the `name` of each `[[package]]`, in order. */
function namePlaces({ lines }: TextLines): readonly { readonly line: number; readonly index: number }[] {
  const heads = lines.flatMap((line, at) => (line.trim() === '[[package]]' ? [at] : []));
  return heads.map((head, which) => {
    const end = heads[which + 1] ?? lines.length;
    for (let at = head; at < end; at++) {
      const line = lines[at] ?? '';
      if (line.length < 4096 && /^\s*name\s*=/.test(line)) return { line: at + 1, index: Math.max(0, line.search(/\S/)) };
    }
    return { line: head + 1, index: 0 };
  });
}

const CARGO_SECTIONS = ['dependencies', 'dev-dependencies', 'build-dependencies'] as const;

/** Dependencies of a Cargo.toml, those of targets and of a workspace too. */
export const readCargoToml: ManifestReader = (text, lines) => {
  const read = readToml(text);
  if ('kind' in read) return [read];
  const targets = [...(toTable(valueAt(read.table, ['target']))?.values() ?? [])];
  const roots = [read.table, ...targets, valueAt(read.table, ['workspace'])];
  return roots.flatMap((root) => CARGO_SECTIONS.flatMap((section) => fromCargo(valueAt(root, [section]), lines)));
};

// In Cargo a bare version is a range (`^`), so only `=1.2.3` is exact; `package` renames.
function fromCargo(table: unknown, lines: TextLines): readonly Dependency[] {
  return [...(toTable(table) ?? [])].map(([key, entry]): Dependency => {
    const version = typeof entry === 'string' ? entry : textAt(entry, 'version');
    const exact = version?.trim().startsWith('=') === true ? exactVersion(version) : {};
    return { kind: 'dependency', ecosystem: 'cargo', name: textAt(entry, 'package') ?? key, symbol: key, ...exact, ...findKey(key, lines) };
  });
}

const GO_REQUIRE = /^\s*(?:require\s+)?([a-z0-9][\w.-]{0,60}\.[a-z]{2,20}(?:\/[\w.~-]{1,100}){1,8})\s+v(\d[\w.+-]{0,60})/i;

/** Required modules of a go.mod; `replace` and `exclude` lines name no requirement. */
export const readGoMod: ManifestReader = (_, { lines }) =>
  lines.flatMap((line, at) => {
    const [, name, version] =
      (line.length > 500 || /^\s*(?:replace|exclude|retract|module)\b|=>/.test(line) ? null : GO_REQUIRE.exec(line)) ?? [];
    if (name === undefined) return [];
    return [
      { kind: 'dependency', ecosystem: 'golang', name, symbol: name, ...exactVersion(version), line: at + 1, index: line.indexOf(name) },
    ];
  });
