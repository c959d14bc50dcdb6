// The readers of board logs, each with the logs of its format, to be mutated.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/io/package-files.ts';
import { importLog } from '../../src/measure/board-log.ts';
import { LOG_FORMATS, readBoardLog } from '../../src/measure/board-logs/index.ts';
import type { Reader } from './pqc.ts';

const FOLDER = join(packageRoot(), 'tests/fixtures/board-logs');
const LOGS = readdirSync(FOLDER)
  .sort()
  .map((name) => new Uint8Array(readFileSync(join(FOLDER, name))));
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const METADATA = { algorithm: 'ml-kem-768', clockHz: 64_000_000 };

/** One reader for each format, and the import of whatever it is. */
export const TARGET_READERS: readonly Reader[] = [
  ...LOG_FORMATS.map(({ id }) => ({
    name: id,
    seeds: LOGS.filter((log) => readBoardLog('x', text(log)).format.id === id),
    read: (bytes: Uint8Array) => readBoardLog('x', text(bytes), id),
  })),
  {
    name: 'import',
    seeds: LOGS,
    read: (bytes) => importLog({ file: 'x', sha256: '', text: text(bytes), metadata: METADATA, findTarget: () => undefined }),
  },
];
