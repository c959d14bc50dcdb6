// The log of a board, whatever program printed it, as measurements that `assess` takes.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { readOperatorFileOrPipe } from '../io/operator-file.ts';
import { type ImportedLog, importLog, type LogMetadata, toAnchors } from '../measure/board-log.ts';
import { LOG_FORMATS } from '../measure/board-logs/index.ts';
import { PqreadyError } from '../model/errors.ts';
import type { Anchors } from '../model/projection.ts';
import type { TargetProfile } from '../model/target.ts';
import { readTargets } from '../shelves.ts';

export type { ImportedLog, LogMetadata, NeededFact } from '../measure/board-log.ts';

export interface ImportOptions {
  /** id of a format; recognised where absent */
  readonly format?: string;
  readonly metadata?: LogMetadata;
}

/** The formats that are read, by id and title. */
export const BOARD_LOG_FORMATS: readonly { readonly id: string; readonly title: string }[] = LOG_FORMATS.map(({ id, title }) => ({
  id,
  title,
}));

/**
 * Imports a log; `-` is standard input. Throws `path-not-found`, `unknown-id`, `usage` where a flag contradicts the log or the algorithm is not known,
 * and `bad-input` with the line of what is broken, cut or impossible: then there is no figure at all.
 */
export function importBoardLog(path: string, { format, metadata = {} }: ImportOptions = {}): ImportedLog {
  if (format !== undefined && !LOG_FORMATS.some(({ id }) => id === format))
    throw new PqreadyError('unknown-id', `--format: expected one of ${LOG_FORMATS.map(({ id }) => id).join(', ')}, got "${format}"`);
  const { path: file, text } = readOperatorFileOrPipe(path, 'a log');
  const targets = readTargets();
  return importLog({
    file,
    sha256: bytesToHex(sha256(utf8ToBytes(text))),
    text,
    ...(format === undefined ? {} : { format }),
    metadata,
    findTarget: (board) => findTarget(targets, board),
  });
}

/** The anchors of `projectTarget`, from an imported log. Throws `not-countable` with what is not known of it. */
export function anchorsOf(log: ImportedLog): Anchors {
  return toAnchors(log);
}

function findTarget(targets: readonly TargetProfile[], board: string): TargetProfile | undefined {
  const name = board.toLowerCase();
  return targets.find(({ id, matches }) => id === name || matches.includes(name));
}
