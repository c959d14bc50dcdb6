// Walks a folder: every regular file once, in code-point order of its path, with what an ignore file says of it. Links are not
// followed: what they lead to inside the root is met where it stands, and what is outside is not ours to read.

import { type Dirent, lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Gap, GapReason, Origin } from '../model/evidence.ts';
import { compareText } from '../model/order.ts';
import type { FileEntry } from '../model/world.ts';
import { type BuildFolder, toBuildFolder, whyNotEntered } from './build-folders.ts';
import { addIgnoreFile, type IgnoreRules, isIgnored } from './ignore-rules.ts';
import { toOrigin } from './origin.ts';
import { findWestProjects } from './west.ts';

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
  /** the build folder that it is or stands in */
  readonly build?: { readonly kind: BuildFolder; readonly base: string };
  /** projects of the west workspace that it stands in, as bases; it may be one */
  readonly projects: ReadonlySet<string>;
  readonly isProject: boolean;
}

/** What is known of a folder before it is entered. */
export interface WalkOptions {
  /** '' or 'a/': how the paths of its files begin */
  readonly prefix?: string;
  /** the operator says that it is a build folder */
  readonly isBuild?: boolean;
  /** folders in it of which the operator says so, absolute */
  readonly builds?: readonly string[];
}

/** Yields files and gaps below `root` (an absolute folder). Gives other tasks a turn now and then. */
export async function* walk(
  root: string,
  { prefix = '', isBuild = false, builds = [] }: WalkOptions = {},
): AsyncGenerator<FileEntry | Gap> {
  const place: Place = { root, realRoot: realpathSync(root), prefix, builds };
  const first: Folder = { base: '', rules: [], ignored: isBuild, depth: 0, projects: new Set(), isProject: false };
  const stack: (Folder | FileEntry | Gap)[] = [isBuild ? { ...first, build: { kind: 'build', base: '' } } : first];
  let since = 0;
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    if (++since % FILES_PER_TURN === 0) await nextTurn();
    if ('depth' in item) stack.push(...readFolder(place, item).reverse());
    else yield item;
  }
}

interface Place {
  readonly root: string;
  readonly realRoot: string;
  readonly prefix: string;
  readonly builds: readonly string[];
}

function readFolder(place: Place, folder: Folder): (Folder | FileEntry | Gap)[] {
  if (folder.depth > MAX_DEPTH) return [toGap(place, folder.base, 'too-large', `folders nested deeper than ${MAX_DEPTH}, not entered`)];
  let entries: Dirent[];
  try {
    entries = readdirSync(join(place.root, folder.base), { withFileTypes: true });
  } catch (error) {
    return [toGap(place, folder.base, 'unreadable', `folder could not be listed: ${codeOf(error)}`)];
  }
  const here = withOwnMarks(place, { ...folder, rules: withOwnIgnoreFile(place, folder, entries) }, entries);
  const keyed = entries.map((entry) => ({ entry, path: folder.base + entry.name + (entry.isDirectory() ? '/' : '') }));
  keyed.sort((a, b) => compareText(a.path, b.path));
  return keyed.flatMap(({ entry, path }) => toItems(place, here, { entry, path }));
}

// What a build writes is read as evidence and not as the project's own; it is so whether git ignores it or not.
function withOwnMarks(place: Place, folder: Folder, entries: readonly Dirent[]): Folder {
  const names = new Set(entries.map(({ name }) => name));
  const told = toBuildFolder(names);
  const isNamed = folder.base !== '' && !names.has('CMakeLists.txt') && place.builds.includes(join(place.root, folder.base.slice(0, -1)));
  const kind = told === 'none' && isNamed ? 'build' : told;
  const build = kind === 'none' ? {} : { build: { kind, base: folder.base }, ignored: true };
  if (!entries.some((entry) => entry.name === '.west' && entry.isDirectory())) return { ...folder, ...build };
  const projects = [...findWestProjects(join(place.root, folder.base))].map((path) => `${folder.base}${path}/`);
  return { ...folder, ...build, projects: new Set([...folder.projects, ...projects]) };
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
    const why = folder.build === undefined ? undefined : whyNotEntered(folder.build.kind, path.slice(folder.build.base.length));
    if (why === 'probe') return [];
    if (why === 'intermediate')
      return [
        toGap(place, path, 'unsupported', 'sources and work files of a distribution’s build, not entered: name the folder to scan it'),
      ];
    return [{ ...folder, base: path, ignored, depth: folder.depth + 1, isProject: folder.isProject || folder.projects.has(path) }];
  }
  if (!entry.isFile()) return []; // sockets, pipes and devices hold nothing to read
  try {
    const { size } = lstatSync(join(place.root, path));
    return [{ path: place.prefix + path, bytes: size, ignored, origin: originOf(folder, place.prefix, path) }];
  } catch (error) {
    return [toGap(place, path, 'unreadable', `file vanished during the scan: ${codeOf(error)}`)];
  }
}

// A manifest's project is somebody else's whatever its folders are called; a build folder is generated whatever it is called.
function originOf(folder: Folder, prefix: string, path: string): Origin {
  if (folder.isProject) return 'dependency';
  if (folder.build === undefined) return toOrigin(prefix + path);
  const { base } = folder.build;
  const around = prefix + base;
  const origin = toOrigin(around.slice(0, around.lastIndexOf('/', around.length - 2) + 1) + path.slice(base.length));
  return origin === 'first-party' ? 'generated' : origin;
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
