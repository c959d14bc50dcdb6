// The files that compilation databases name, on this machine: those inside the workspace are read even where git ignores them, those outside
// only where the operator named the build (docs/decisions/0021).

import { lstatSync, realpathSync } from 'node:fs';
import { readCompileCommands } from '../formats/compile-commands.ts';
import { readSync } from './read.ts';

const MAX_DATABASE_BYTES = 64_000_000;
const COMPILABLE = /\.(?:c|cc|cpp|cxx|c\+\+|m|mm|s|asm)$/i;

/** What a compiler takes: C, C++, Objective-C, assembler. */
export function isCompilable(path: string): boolean {
  return COMPILABLE.test(path);
}

/** Absolute paths of the source files that the databases name; one that cannot be read names none (the build scanner says so). */
export function compiledIn(databases: readonly string[]): ReadonlySet<string> {
  const files = new Set<string>();
  for (const path of databases) {
    try {
      if (lstatSync(path).size > MAX_DATABASE_BYTES) continue;
      for (const { file } of readCompileCommands(readSync(path)).commands) {
        if (isCompilable(file)) files.add(file);
      }
    } catch {
      // it vanished; the scanner that reads it as a file leaves the gap
    }
  }
  return files;
}

/** A regular file where a path leads, by its real path and size; undefined for anything else. */
export function findRegularFile(path: string): { readonly real: string; readonly bytes: number } | undefined {
  try {
    const real = realpathSync(path);
    const stat = lstatSync(real);
    return stat.isFile() && isCompilable(real) ? { real, bytes: stat.size } : undefined;
  } catch {
    return undefined; // built on another machine, or moved since
  }
}
