// Binary files that the operator names on the command line: a firmware image to measure.

import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { PqreadyError } from '../model/errors.ts';
import { codeOf } from './walk.ts';

/** A file by its name, never by its folder, and its bytes. */
export interface OperatorBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const MAX_BYTES = 64 * 2 ** 20;

/** `what` stands in the message, `an ELF file`. Throws `path-not-found`, and `bad-input` where it is larger than 64 MiB. */
export function readOperatorBytes(path: string, what: string): OperatorBytes {
  try {
    const { size } = statSync(path);
    if (size > MAX_BYTES) throw new PqreadyError('bad-input', `${path}: expected ${what} of at most ${MAX_BYTES} bytes, got ${size}`);
    return { name: basename(path), bytes: new Uint8Array(readFileSync(path)) };
  } catch (error) {
    if (error instanceof PqreadyError) throw error;
    throw new PqreadyError('path-not-found', `${path}: expected ${what} that can be read: ${codeOf(error)}`, { cause: error });
  }
}
