// Files that the operator names on the command line: the product file, figures of a bench.

import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { PqreadyError } from '../model/errors.ts';
import { codeOf } from './walk.ts';

/** A file by its name, never by its folder, and its text. */
export interface OperatorFile {
  readonly path: string;
  readonly text: string;
}

const MAX_BYTES = 64 * 2 ** 20;

/** A text file. `what` stands in the message, `a product file`. Throws `path-not-found`, and `bad-input` where it is larger than 64 MiB. */
export function readOperatorFile(path: string, what: string): OperatorFile {
  try {
    const { size } = statSync(path);
    if (size > MAX_BYTES) throw new PqreadyError('bad-input', `${path}: expected ${what} of at most ${MAX_BYTES} bytes, got ${size}`);
    return { path: basename(path), text: readFileSync(path, 'utf8') };
  } catch (error) {
    if (error instanceof PqreadyError) throw error;
    throw new PqreadyError('path-not-found', `${path}: expected ${what} that can be read: ${codeOf(error)}`, { cause: error });
  }
}
