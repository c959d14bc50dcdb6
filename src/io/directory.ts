// A workspace over folders and files on disk.

import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { PqreadyError } from '../model/errors.ts';
import type { Gap } from '../model/evidence.ts';
import type { FileEntry, Workspace } from '../model/world.ts';
import { toOrigin } from './origin.ts';
import { requireInnerPath } from './paths.ts';
import { readHeadSync, readSync, startPeeking } from './read.ts';
import { walk } from './walk.ts';

interface Root {
  readonly absolute: string;
  readonly isFile: boolean;
  /** '' or 'app/': how its paths begin in the workspace */
  readonly prefix: string;
}

/** How far below a common parent two roots may lie before their paths are told by their own names instead. */
const MAX_LEVELS_TO_COMMON_PARENT = 3;

/** One or more folders or files as a workspace. Paths are relative to the folder, or to the parent that several have in common. Throws `path-not-found`. */
export function fromDirectory(path: string, ...further: readonly string[]): Workspace {
  const roots = toRoots([path, ...further]);
  const peek = startPeeking();
  return {
    name: roots.map((root) => basename(root.absolute)).join(' + '),
    roots: roots.filter((root) => !root.isFile).map((root) => root.prefix),
    list: () => listRoots(roots),
    read: async (file) => readSync(locate(roots, file)),
    peek: async (file) => peek(locate(roots, file)),
    readHead: async (file, length) => readHeadSync(locate(roots, file), length),
  };
}

function toRoots(paths: readonly string[]): Root[] {
  const absolutes = [...new Set(paths.map(toAbsolute))];
  const outer = absolutes.filter((path) => !absolutes.some((other) => other !== path && path.startsWith(other + sep)));
  const prefixes = toPrefixes(outer);
  return outer
    .map((absolute, index) => ({ absolute, isFile: lstatSync(absolute).isFile(), prefix: prefixes[index] ?? '' }))
    .sort((a, b) => (a.prefix < b.prefix ? -1 : 1));
}

function toAbsolute(path: string): string {
  const absolute = resolve(path);
  if (!existsSync(absolute)) throw new PqreadyError('path-not-found', `${path}: expected a file or folder, found nothing there`);
  const real = realpathSync(absolute);
  const stat = lstatSync(real);
  if (!stat.isFile() && !stat.isDirectory())
    throw new PqreadyError('path-not-found', `${path}: expected a file or folder, found a device or pipe`);
  return real;
}

function toPrefixes(absolutes: readonly string[]): string[] {
  const [only] = absolutes;
  if (absolutes.length === 1 && only !== undefined) return [''];
  const parent = commonParent(absolutes);
  const relatives = absolutes.map((absolute) => relative(parent, absolute).split(sep));
  const near = relatives.every((segments) => segments.length <= MAX_LEVELS_TO_COMMON_PARENT);
  return near ? relatives.map((segments) => `${segments.join('/')}/`) : toOwnNames(absolutes);
}

// Far apart, the way from the common parent would print the machine's folders and perhaps a user's name.
function toOwnNames(absolutes: readonly string[]): string[] {
  const taken = new Map<string, number>();
  return absolutes.map((absolute) => {
    const name = basename(absolute);
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    return count === 1 ? `${name}/` : `${name}-${count}/`;
  });
}

function commonParent(absolutes: readonly string[]): string {
  let parent = dirname(absolutes[0] ?? sep);
  while (!absolutes.every((path) => path.startsWith(parent.endsWith(sep) ? parent : parent + sep))) parent = dirname(parent);
  return parent;
}

async function* listRoots(roots: readonly Root[]): AsyncGenerator<FileEntry | Gap> {
  for (const root of roots) {
    if (root.isFile) yield toFileEntry(root);
    else yield* walk(root.absolute, root.prefix);
  }
}

function toFileEntry(root: Root): FileEntry {
  const path = root.prefix === '' ? basename(root.absolute) : root.prefix.slice(0, -1);
  return { path, bytes: lstatSync(root.absolute).size, ignored: false, origin: toOrigin(path) };
}

function locate(roots: readonly Root[], file: string): string {
  const inner = requireInnerPath(file);
  for (const root of roots) {
    if (root.isFile && (root.prefix === '' || inner === root.prefix.slice(0, -1))) return root.absolute;
    if (!root.isFile && inner.startsWith(root.prefix)) return join(root.absolute, inner.slice(root.prefix.length));
  }
  throw new PqreadyError('path-not-found', `${file}: expected a path that this workspace lists`);
}
