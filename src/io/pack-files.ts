// The operator's own packs: `frameworks/*.json` and `policies/*.json` in a folder named on the command line, never in a scanned tree's file.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PqreadyError } from '../model/errors.ts';
import type { NamedText } from './package-files.ts';
import { codeOf } from './walk.ts';

const MOST_FILES = 200;
const MOST_BYTES = 1024 * 1024;

/** The files of both shelves, by code-point order of their names. Throws `path-not-found` for a folder that holds neither, `bad-profile` for one too large. */
export function readPackFolder(folder: string): { readonly frameworks: readonly NamedText[]; readonly policies: readonly NamedText[] } {
  const shelves = ['frameworks', 'policies'].filter((shelf) => existsSync(join(folder, shelf)));
  if (shelves.length === 0)
    throw new PqreadyError('path-not-found', `${folder}: expected a folder with frameworks/*.json or policies/*.json`);
  return { frameworks: readShelfOf(folder, 'frameworks'), policies: readShelfOf(folder, 'policies') };
}

function readShelfOf(folder: string, shelf: 'frameworks' | 'policies'): NamedText[] {
  const path = join(folder, shelf);
  if (!existsSync(path)) return [];
  try {
    const names = readdirSync(path).filter((name) => name.endsWith('.json'));
    if (names.length > MOST_FILES)
      throw new PqreadyError('bad-profile', `${shelf}: expected at most ${MOST_FILES} files, got ${names.length}`);
    return names.sort().map((name) => ({ name: `${shelf}/${name}`, text: readText(join(path, name), `${shelf}/${name}`) }));
  } catch (error) {
    if (error instanceof PqreadyError) throw error;
    throw new PqreadyError('path-not-found', `${path}: expected a readable folder: ${codeOf(error)}`, { cause: error });
  }
}

function readText(path: string, shown: string): string {
  const { size } = statSync(path);
  if (size > MOST_BYTES) throw new PqreadyError('bad-profile', `${shown}: expected at most ${MOST_BYTES} bytes, got ${size}`);
  return readFileSync(path, 'utf8');
}
