// A workspace over folders and files on disk: those of a product, the build folders that the operator names, and the sources elsewhere on this
// machine that these builds compile (docs/decisions/0021).

import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { PqreadyError } from '../model/errors.ts';
import { type Gap, isGap } from '../model/evidence.ts';
import type { FileEntry, Workspace } from '../model/world.ts';
import { compiledIn, isCompilable } from './compiled-files.ts';
import { toOrigin } from './origin.ts';
import { findOutside, type OutsideFile } from './outside.ts';
import { requireInnerPath } from './paths.ts';
import { readHeadSync, readSync, startPeeking } from './read.ts';
import { walk } from './walk.ts';

interface Root {
  readonly absolute: string;
  readonly isFile: boolean;
  /** '' or 'app/': how its paths begin in the workspace */
  readonly prefix: string;
  /** a build folder that stands outside of the product's folders */
  readonly isBuild?: boolean;
}

/** How far below a common parent two roots may lie before their paths are told by their own names instead. */
const MAX_LEVELS_TO_COMMON_PARENT = 3;

/** What a product consists of on this machine. */
export interface ProductFolders {
  /** folders and files of the product */
  readonly paths: readonly string[];
  /** build folders, in the paths or elsewhere: what they compile is read wherever it stands */
  readonly builds?: readonly string[];
}

/** One or more folders or files as a workspace. Paths are relative to the folder, or to the parent that several have in common. Throws `path-not-found`. */
export function fromDirectory(path: string, ...further: readonly string[]): Workspace {
  return fromProduct({ paths: [path, ...further] });
}

/**
 * Folders of a product with its builds. The paths of the product are those that `fromDirectory` gives; a build folder elsewhere has the
 * paths of its own name. Throws `path-not-found`.
 */
export function fromProduct({ paths, builds = [] }: ProductFolders): Workspace {
  const own = toRoots(paths);
  const named = builds.map(toFolder);
  // The longest prefix first: a root without one holds every path that no other holds.
  const roots = [...toBuildRoots(own, named), ...own];
  const outside = new Map<string, OutsideFile>();
  const peek = startPeeking();
  const locate = (file: string): string => outside.get(file)?.absolute ?? locateIn(roots, file);
  return {
    name: own.map((root) => basename(root.absolute)).join(' + '),
    roots: own.filter((root) => !root.isFile).map((root) => root.prefix),
    builds: named.flatMap((build) => placeIn(roots, `${build}/`) ?? []),
    place: startPlacing(roots, outside),
    list: () => listAll({ roots, named, outside }),
    read: async (file) => readSync(locate(file)),
    peek: async (file) => peek(locate(file)),
    readHead: async (file, length) => readHeadSync(locate(file), length),
  };
}

// An operator who names the database means the build that it stands in.
function toFolder(path: string): string {
  const absolute = toAbsolute(path);
  return lstatSync(absolute).isFile() ? dirname(absolute) : absolute;
}

/** The named builds that no path holds, under their own names. */
function toBuildRoots(own: readonly Root[], named: readonly string[]): readonly Root[] {
  const elsewhere = [...new Set(named)].filter((build) => !own.some((root) => !root.isFile && isBelow(build, root.absolute)));
  const outer = elsewhere.filter((build) => !elsewhere.some((other) => other !== build && isBelow(build, other)));
  const taken = startTaken(own);
  return outer.map((absolute) => {
    let name = basename(absolute) || 'build';
    for (let count = 2; taken.has(name); count++) name = `${basename(absolute)}-${count}`;
    taken.add(name);
    return { absolute, isFile: false, prefix: `${name}/`, isBuild: true };
  });
}

/** First segments of paths that are spoken for: of a root without a prefix, everything in it. */
function startTaken(roots: readonly Root[]): { readonly has: (name: string) => boolean; readonly add: (name: string) => void } {
  const names = new Set(roots.map((root) => root.prefix.split('/')[0] ?? ''));
  const open = roots.filter((root) => root.prefix === '');
  return { has: (name) => names.has(name) || open.some((root) => existsSync(join(root.absolute, name))), add: (name) => names.add(name) };
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder + sep);
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

interface Listing {
  readonly roots: readonly Root[];
  readonly named: readonly string[];
  /** filled while the workspace is listed */
  readonly outside: Map<string, OutsideFile>;
}

// Sources that an ignore file names come last, when the databases are known: what a build compiles is evidence.
async function* listAll({ roots, named, outside }: Listing): AsyncGenerator<FileEntry | Gap> {
  const held: FileEntry[] = [];
  const databases: string[] = [];
  for await (const item of listRoots(roots, named)) {
    if (!isGap(item) && item.path.endsWith('compile_commands.json')) databases.push(locateIn(roots, item.path));
    if (!isGap(item) && item.ignored && isCompilable(item.path)) held.push(item);
    else yield item;
  }
  const byOperator = compiledIn(databases.filter((path) => named.some((build) => isBelow(path, build))));
  const compiled = held.length === 0 ? byOperator : compiledIn(databases);
  for (const entry of held) yield compiled.has(locateIn(roots, entry.path)) ? { ...entry, ignored: false } : entry;
  const elsewhere = [...byOperator].filter((path) => placeIn(roots, path) === undefined);
  const found = findOutside(elsewhere, startTaken(roots).has);
  for (const file of found.files) outside.set(file.path, file);
  for (const { path, bytes } of found.files) yield { path, bytes, ignored: false, origin: 'dependency' };
  yield* found.gaps;
}

async function* listRoots(roots: readonly Root[], named: readonly string[]): AsyncGenerator<FileEntry | Gap> {
  for (const root of roots) {
    if (root.isFile) yield toFileEntry(root);
    else yield* walk(root.absolute, { prefix: root.prefix, isBuild: root.isBuild === true, builds: named });
  }
}

function toFileEntry(root: Root): FileEntry {
  const path = root.prefix === '' ? basename(root.absolute) : root.prefix.slice(0, -1);
  return { path, bytes: lstatSync(root.absolute).size, ignored: false, origin: toOrigin(path) };
}

function locateIn(roots: readonly Root[], file: string): string {
  const inner = requireInnerPath(file);
  for (const root of roots) {
    if (root.isFile && (root.prefix === '' || inner === root.prefix.slice(0, -1))) return root.absolute;
    if (!root.isFile && inner.startsWith(root.prefix)) return join(root.absolute, inner.slice(root.prefix.length));
  }
  throw new PqreadyError('path-not-found', `${file}: expected a path that this workspace lists`);
}

function placeIn(roots: readonly Root[], absolute: string): string | undefined {
  const root = roots.find((each) => !each.isFile && absolute.startsWith(each.absolute + sep));
  return root === undefined
    ? undefined
    : root.prefix +
        absolute
          .slice(root.absolute.length + 1)
          .split(sep)
          .join('/');
}

// A build may have been told a path that leads through links.
function startPlacing(roots: readonly Root[], outside: ReadonlyMap<string, OutsideFile>): (absolute: string) => string | undefined {
  const folders = new Map<string, string | undefined>();
  let byReal: ReadonlyMap<string, string> | undefined;
  const realFolder = (folder: string): string | undefined => {
    if (!folders.has(folder)) folders.set(folder, tryRealpath(folder));
    return folders.get(folder);
  };
  return (absolute) => {
    const direct = placeIn(roots, absolute);
    if (direct !== undefined) return direct;
    const folder = realFolder(dirname(absolute));
    if (folder === undefined) return undefined;
    const real = join(folder, basename(absolute));
    byReal ??= new Map([...outside.values()].map((file) => [file.absolute, file.path]));
    return placeIn(roots, real) ?? byReal.get(real);
  };
}

function tryRealpath(folder: string): string | undefined {
  try {
    return realpathSync(folder);
  } catch {
    return undefined;
  }
}
