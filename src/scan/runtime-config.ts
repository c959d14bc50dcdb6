// Configurations that daemons and tools read when they run: which versions, suites, groups, key exchanges and ciphers they allow, in the
// dialects of `knowledge/runtime-configs`. A directive that is commented out is no evidence; a value that something fills in later is a gap.

import { toTextLines } from '../formats/text-lines.ts';
import { findDialect, findDialectByPath, mayBeDialect } from '../knowledge/runtime-configs.ts';
import type { Evidence, Gap } from '../model/evidence.ts';
import type { FileEntry, FileScanner, ScanFile } from '../model/world.ts';
import { settle } from './runtime-config/settle.ts';
import { tellAll } from './runtime-config/statements.ts';
import { readStatements } from './runtime-config/syntax.ts';

const MAX_BYTES = 2_000_000;

/** Reads runtime configurations. */
export const runtimeConfigScanner: FileScanner = {
  id: 'runtime-config',
  title: 'runtime configurations',
  // Without one of these no directive of any dialect says anything.
  literals: [
    'ssl',
    'SSL',
    'tls',
    'TLS',
    'Key',
    'key',
    'psk',
    'wpa',
    'cipher',
    'Cipher',
    'urve',
    'default_',
    'disabledAlgorithms',
    'rotocol',
  ],
  always: ({ path }) => findDialectByPath(path) !== undefined,
  // A key in a configuration is evidence even where git ignores it; other files count where they belong to the project.
  wants: (entry) => !entry.ignored && entry.bytes <= MAX_BYTES && isConfig(entry),
  maxBytes: MAX_BYTES,
  scan: (file) => scanRuntimeConfig(file),
};

function isConfig({ path }: FileEntry): boolean {
  return findDialectByPath(path) !== undefined || mayBeDialect(path);
}

function scanRuntimeConfig({ entry, bytes, text }: ScanFile): readonly (Evidence | Gap)[] {
  const content = text();
  const dialect = content.includes('\u0000') ? undefined : findDialect(entry.path, content);
  if (dialect === undefined) return [];
  const lines = toTextLines(content, bytes);
  const { directives, fault } = readStatements(content, lines.lines, dialect);
  const found = settle(tellAll(directives, dialect, entry.path), { entry, lines, dialect });
  if (fault === undefined) return found;
  const location = { ...lines.locate(fault.line), path: entry.path };
  return [...found, { scanner: 'runtime-config', location, reason: 'malformed', detail: `${dialect.id}: ${fault.detail}` }];
}
