// Walks a folder: every regular file once, in code-point order of its path, with what an ignore file says of it. Links are not
// followed: what they lead to inside the root is met where it stands, and what is outside is not ours to read.

import { type Dirent, lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Gap, GapReason } from '../model/evidence.ts';
import { compareText } from '../model/order.ts';
import type { FileEntry } from '../model/world.ts';
import { addIgnoreFile, type IgnoreRules, isIgnored } from './ignore-rules.ts';
import { toOrigin } from './origin.ts';

/** Repository metadata: the tree beside it says the same. */
const NEVER_ENTERED: ReadonlySet<string> = new Set(['.git', '.hg', '.svn', '.jj']);
/** Installed dependencies, left out where git ignores them: the manifests and lockfiles beside them name what is in them. */
const INSTALLED: ReadonlySet<string> = new Set([
  'node_modules',
  '.venv',
  'venv',
  '__pycache__',
  '.tox',
  '.mypy_cache',
  '.pytest_cache',
  '.gradle',
  '.cache',
]);

const MAX_DEPTH = 100;
const FILES_PER_TURN = 64;

interface Folder {
  /** '' or 'a/b/' */
  readonly base: string;
  readonly rules: IgnoreRules;
  readonly ignored: boolean;
  readonly depth: number;
}

/** Yields files and gaps below `root` (an absolute folder) whose paths start with `prefix` ('' or 'a/'). Gives other tasks a turn now and then. */
export async function* walk(root: string, prefix = ''): AsyncGenerator<FileEntry | Gap> {
  const realRoot = realpathSync(root);
  const stack: (Folder | FileEntry | Gap)[] = [{ base: '', rules: [], ignored: false, depth: 0 }];
  let since = 0;
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    if (++since % FILES_PER_TURN === 0) await nextTurn();
    if ('depth' in item) stack.push(...readFolder({ root, realRoot, prefix }, item).reverse());
    else yield item;
  }
}

interface Place {
  readonly root: string;
  readonly realRoot: string;
  readonly prefix: string;
}

function readFolder(place: Place, folder: Folder): (Folder | FileEntry | Gap)[] {
  if (folder.depth > MAX_DEPTH) return [toGap(place, folder.base, 'too-large', `folders nested deeper than ${MAX_DEPTH}, not entered`)];
  let entries: Dirent[];
  try {
    entries = readdirSync(join(place.root, folder.base), { withFileTypes: true });
  } catch (error) {
    return [toGap(place, folder.base, 'unreadable', `folder could not be listed: ${codeOf(error)}`)];
  }
  const rules = withOwnIgnoreFile(place, folder, entries);
  const keyed = entries.map((entry) => ({ entry, path: folder.base + entry.name + (entry.isDirectory() ? '/' : '') }));
  keyed.sort((a, b) => compareText(a.path, b.path));
  return keyed.flatMap(({ entry, path }) => toItems(place, { ...folder, rules }, { entry, path }));
}

function withOwnIgnoreFile(place: Place, folder: Folder, entries: readonly Dirent[]): IgnoreRules {
  if (!entries.some((entry) => entry.name === '.gitignore' && entry.isFile())) return folder.rules;
  try {
    return addIgnoreFile(folder.rules, folder.base, readFileSync(join(place.root, folder.base, '.gitignore'), 'utf8'));
  } catch {
    // An ignore file that cannot be read excludes nothing: everything below counts as first-party, which errs on the side of showing it.
    return folder.rules;
  }
}

function toItems(place: Place, folder: Folder, { entry, path }: { entry: Dirent; path: string }): (Folder | FileEntry | Gap)[] {
  if (entry.isSymbolicLink()) return linkItems(place, path);
  const ignored = folder.ignored || isIgnored(folder.rules, path);
  if (entry.isDirectory()) {
    if (NEVER_ENTERED.has(entry.name) || (ignored && INSTALLED.has(entry.name))) return [];
    return [{ base: path, rules: folder.rules, ignored, depth: folder.depth + 1 }];
  }
  if (!entry.isFile()) return []; // sockets, pipes and devices hold nothing to read
  try {
    const { size } = lstatSync(join(place.root, path));
    return [{ path: place.prefix + path, bytes: size, ignored, origin: toOrigin(place.prefix + path) }];
  } catch (error) {
    return [toGap(place, path, 'unreadable', `file vanished during the scan: ${codeOf(error)}`)];
  }
}

function linkItems(place: Place, path: string): Gap[] {
  try {
    const real = realpathSync(join(place.root, path));
    const inside = real === place.realRoot || real.startsWith(place.realRoot + sep);
    return inside ? [] : [toGap(place, path, 'unsupported', 'symbolic link out of the scanned root, not followed')];
  } catch (error) {
    return [toGap(place, path, 'unreadable', `symbolic link leads nowhere: ${codeOf(error)}`)];
  }
}

function toGap(place: Place, path: string, reason: GapReason, detail: string): Gap {
  return { scanner: 'workspace', location: { at: 'bytes', path: place.prefix + path, offset: 0, length: 0 }, reason, detail };
}

/** `EACCES` and the like; never the message, which holds an absolute path. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}
