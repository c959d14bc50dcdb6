// Source files outside of the scanned folders that a build of the operator's names: west modules, an SDK, a library beside the project. Each is
// listed under the name of the workspace, repository or folder it stands in, never under the machine's own path.

import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Gap } from '../model/evidence.ts';
import { compareText } from '../model/order.ts';
import { findRegularFile } from './compiled-files.ts';

/** A file outside. */
export interface OutsideFile {
  /** in the workspace, `zephyrproject/modules/crypto/mbedtls/library/aes.c` */
  readonly path: string;
  readonly absolute: string;
  readonly bytes: number;
}

/** What was found outside. */
export interface Outside {
  readonly files: readonly OutsideFile[];
  readonly gaps: readonly Gap[];
}

const MOST_FILES = 20_000;
const MOST_BYTES = 400_000_000;
const LARGEST_FILE = 4_000_000;
/** What stands in the folder that a name is taken from; a west workspace is told before the repositories in it. */
const MARKS: readonly (readonly string[])[] = [['.west'], ['.git', '.hg', '.svn', 'idf_component.yml', 'library.properties']];
const MOST_LEVELS = 40;

/** Lists them, bounded. `taken` tells which first segments of paths the workspace has already. */
export function findOutside(compiled: readonly string[], taken: (name: string) => boolean): Outside {
  const naming = startNaming(taken);
  const files = new Map<string, OutsideFile>();
  let bytes = 0;
  let over = 0;
  for (const path of [...compiled].sort(compareText)) {
    const found = findRegularFile(path);
    if (found === undefined || files.has(found.real)) continue;
    if (files.size >= MOST_FILES || found.bytes > LARGEST_FILE || bytes + found.bytes > MOST_BYTES) {
      over++;
      continue;
    }
    bytes += found.bytes;
    files.set(found.real, { path: naming(found.real), absolute: found.real, bytes: found.bytes });
  }
  return { files: [...files.values()].sort((a, b) => compareText(a.path, b.path)), gaps: over === 0 ? [] : [tooMany(over)] };
}

function tooMany(over: number): Gap {
  return {
    scanner: 'workspace',
    location: { at: 'bytes', path: 'compile_commands.json', offset: 0, length: 0 },
    reason: 'too-large',
    detail: `${over} compiled files outside of the scanned folders are beyond the bounds of what is read there`,
  };
}

// Two repositories may have one name: the second is told by a number.
function startNaming(taken: (name: string) => boolean): (absolute: string) => string {
  const names = new Map<string, string>();
  const used = new Set<string>();
  const rootOf = startRoots();
  const nameOf = (root: string): string => {
    const own = basename(root) || 'root';
    let name = own;
    for (let count = 2; used.has(name) || taken(name); count++) name = `${own}-${count}`;
    used.add(name);
    names.set(root, name);
    return name;
  };
  return (absolute) => {
    const root = rootOf(dirname(absolute));
    return `${names.get(root) ?? nameOf(root)}/${absolute.slice(root.length + 1).replaceAll('\\', '/')}`;
  };
}

/** The folder that a file's path is told from: what is marked, else its own folder. */
function startRoots(): (folder: string) => string {
  const known = new Map<string, string>();
  return (folder) => {
    const found = known.get(folder) ?? findMarked(folder) ?? folder;
    known.set(folder, found);
    return found;
  };
}

// A home folder under version control would print its owner's name.
function findMarked(folder: string): string | undefined {
  const above = [folder];
  for (let at = folder; dirname(at) !== at && above.length < MOST_LEVELS; at = dirname(at)) above.push(dirname(at));
  for (const marks of MARKS) {
    const found = above.find((each) => marks.some((mark) => existsSync(join(each, mark))));
    if (found !== undefined && dirname(found) !== found && found !== homedir()) return found;
  }
  return undefined;
}
