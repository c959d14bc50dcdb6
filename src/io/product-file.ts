// Reads the product file that the operator names.

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { PqreadyError } from '../model/errors.ts';
import { codeOf } from './walk.ts';

/** Its name (never its folder) and text. Throws `path-not-found`. */
export function readProductFile(path: string): { readonly path: string; readonly text: string } {
  try {
    return { path: basename(path), text: readFileSync(path, 'utf8') };
  } catch (error) {
    throw new PqreadyError('path-not-found', `${path}: expected a readable product file: ${codeOf(error)}`, { cause: error });
  }
}
