// The sources of a board project that ship with the package, and the writing of one.

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PqreadyError } from '../model/errors.ts';
import { packageRoot } from './package-files.ts';
import { codeOf } from './walk.ts';

/** A file by its path below what was asked for, with `/`. */
export interface NamedFile {
  readonly path: string;
  readonly text: string;
}

/** Every file of a folder of the package's `bench`, in code-point order; paths begin with `prefix`. */
export function readBenchFolder(folder: string, prefix: string): readonly NamedFile[] {
  const root = join(packageRoot(), 'bench', folder);
  return readdirSync(root, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory()
        ? readBenchFolder(`${folder}/${entry.name}`, `${prefix}${entry.name}/`)
        : [{ path: `${prefix}${entry.name}`, text: readFileSync(join(root, entry.name), 'utf8') }],
    );
}

/** Writes files into a folder that is new or empty; with `force` over what is there. Throws `output-exists`, `not-writable`. */
export function writeProject(folder: string, files: readonly NamedFile[], force: boolean): void {
  try {
    if (!force && existsSync(folder) && readdirSync(folder).length > 0)
      throw new PqreadyError('output-exists', `${folder} exists and is not empty; --force writes into it`);
    for (const { path, text } of files) {
      const place = join(folder, path);
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, text);
    }
  } catch (error) {
    if (error instanceof PqreadyError) throw error;
    throw new PqreadyError('not-writable', `${folder}: expected a folder that can be written: ${codeOf(error)}`, { cause: error });
  }
}
