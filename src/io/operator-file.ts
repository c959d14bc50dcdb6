// Files that the operator names on the command line: the product file, figures of a bench, a firmware image to measure.

import { readFileSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { PqreadyError } from '../model/errors.ts';
import { codeOf } from './walk.ts';

/** A file by its name, never by its folder, and its text. */
export interface OperatorFile {
  readonly path: string;
  readonly text: string;
}

/** A file by its name, never by its folder, and its bytes. */
export interface OperatorBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const MAX_BYTES = 64 * 2 ** 20;

/** A text file. `what` stands in the message, `a product file`. Throws `path-not-found`, and `bad-input` where it is larger than 64 MiB. */
export function readOperatorFile(path: string, what: string): OperatorFile {
  return { path: basename(path), text: readBounded(path, what).toString('utf8') };
}

/** A text file, a pipe, or with `-` standard input. Throws as {@link readOperatorFile} does. */
export function readOperatorFileOrPipe(path: string, what: string): OperatorFile {
  if (path !== '-') return readOperatorFile(path, what);
  return { path: 'stdin', text: readPipe(what).toString('utf8') };
}

/** A binary file, `an ELF file`. Throws as {@link readOperatorFile} does. */
export function readOperatorBytes(path: string, what: string): OperatorBytes {
  return { name: basename(path), bytes: new Uint8Array(readBounded(path, what)) };
}

/** A pipe has no size before its end, and one without data answers EAGAIN. */
function readPipe(what: string): Buffer {
  const chunks: Buffer[] = [];
  let total = 0;
  for (let read = readChunk(); read.length > 0; read = readChunk()) {
    chunks.push(read);
    total += read.length;
    if (total > MAX_BYTES) throw new PqreadyError('bad-input', `stdin: expected ${what} of at most ${MAX_BYTES} bytes`);
  }
  return Buffer.concat(chunks);
}

function readChunk(): Buffer {
  const chunk = Buffer.alloc(65_536);
  for (;;) {
    try {
      return chunk.subarray(0, readSync(0, chunk));
    } catch (error) {
      if (codeOf(error) === 'EOF') return chunk.subarray(0, 0); // Windows
      if (codeOf(error) !== 'EAGAIN') throw new PqreadyError('path-not-found', `stdin: cannot be read: ${codeOf(error)}`, { cause: error });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}

function readBounded(path: string, what: string): Buffer {
  try {
    const { size } = statSync(path);
    if (size > MAX_BYTES) throw new PqreadyError('bad-input', `${path}: expected ${what} of at most ${MAX_BYTES} bytes, got ${size}`);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof PqreadyError) throw error;
    throw new PqreadyError('path-not-found', `${path}: expected ${what} that can be read: ${codeOf(error)}`, { cause: error });
  }
}
