// Reads every file of a bundle, bounded, for its verification. What is no plain file is named and not followed.

import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { PqreadyError } from '../model/errors.ts';
import { codeOf } from './walk.ts';

const MOST_FILES = 10_000;
const MOST_BYTES = 2 ** 30;

/** Relative posix paths with their bytes; undefined for what is no plain file. Throws `path-not-found`, and `bad-input` where it is no bundle's size. */
export function readBundleFiles(folder: string): Map<string, Uint8Array | undefined> {
  const entries = list(folder);
  if (entries.length > MOST_FILES)
    throw new PqreadyError('bad-input', `${folder}: expected a bundle of at most ${MOST_FILES} files, found ${entries.length}`);
  const files = new Map<string, Uint8Array | undefined>();
  let total = 0;
  for (const path of entries) {
    const file = join(folder, path);
    const found = lstatSync(file);
    total += found.size;
    if (total > MOST_BYTES) throw new PqreadyError('bad-input', `${folder}: expected a bundle of at most ${MOST_BYTES} bytes`);
    files.set(path.replaceAll(sep, '/'), found.isFile() ? new Uint8Array(readFileSync(file)) : undefined);
  }
  return files;
}

function list(folder: string): string[] {
  try {
    if (!statSync(folder).isDirectory())
      throw new PqreadyError('path-not-found', `${folder}: expected the folder of a bundle, found a file`);
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
      .sort();
  } catch (error) {
    if (error instanceof PqreadyError) throw error;
    throw new PqreadyError('path-not-found', `${folder}: expected the folder of a bundle: ${codeOf(error)}`, { cause: error });
  }
}
