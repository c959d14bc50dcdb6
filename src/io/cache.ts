// What may be kept between runs, outside every scanned tree: one file for each key, which the caller makes of everything that the content
// depends on. A cache that cannot be read or written is no error: the work is done again.

import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** A folder of kept texts. */
export interface Cache {
  /** undefined where nothing is kept under the key */
  readonly read: (key: string) => string | undefined;
  readonly write: (key: string, text: string) => void;
}

/** PQREADY_CACHE, else XDG_CACHE_HOME/pqready (XDG Base Directory 0.8), else LOCALAPPDATA on Windows, else ~/.cache/pqready. */
export function cacheFolder(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const { PQREADY_CACHE: own, XDG_CACHE_HOME: xdg, LOCALAPPDATA: windows } = environment;
  if (own !== undefined && own !== '') return own;
  return join(xdg || windows || join(homedir(), '.cache'), 'pqready');
}

/** The cache in a folder. Keys are file names. */
export function openCache(folder: string): Cache {
  return {
    read: (key) => {
      try {
        return readFileSync(join(folder, key), 'utf8');
      } catch {
        return undefined;
      }
    },
    write: (key, text) => {
      const beside = join(folder, `${key}.${process.pid}`);
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(beside, text);
        renameSync(beside, join(folder, key));
      } catch {
        discard(beside);
      }
    },
  };
}

function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // where nothing could be written, nothing is left behind
  }
}
