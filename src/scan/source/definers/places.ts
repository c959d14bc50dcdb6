// Which files may give a name, by the rules with which each language finds its modules. Only paths are looked at: nothing is read here.

import { pushTo } from '../captures.ts';
import { type DialectName, dialectOf } from './dialect.ts';

/** Every path that may be a definer, found by its name, its folder, or itself. */
export interface Listing {
  readonly paths: ReadonlySet<string>;
  readonly byName: ReadonlyMap<string, readonly string[]>;
  readonly byFolder: ReadonlyMap<string, readonly string[]>;
}

/** A name where it is used. */
export interface Wanted {
  readonly from: string;
  readonly name: string;
  /** what the file brings in whole */
  readonly brings: readonly string[];
}

/** Files that are equally near, and what the name is in them. */
export interface Guess {
  readonly paths: readonly string[];
  readonly member: string;
}

const MOST_PATHS = 24;
const MOST_GUESSES = 2000;

/** Puts the paths of a workspace in order. */
export function toListing(paths: readonly string[]): Listing {
  const byName = new Map<string, string[]>();
  const byFolder = new Map<string, string[]>();
  for (const path of paths) {
    pushTo(byName, baseName(path), path);
    pushTo(byFolder, folderOf(path), path);
  }
  return { paths: new Set(paths), byName, byFolder };
}

/** Where a name may be given, the likeliest first; a guess with several files is a name that any of them may give. */
export function* guessPlaces(wanted: Wanted, listing: Listing): Iterable<Guess> {
  const dialect = dialectOf(wanted.from);
  if (dialect === undefined) return;
  let guesses = 0;
  for (const { paths, member } of GUESSERS[dialect.name](wanted, listing)) {
    const others = [...new Set(paths)].filter((path) => path !== wanted.from).slice(0, MOST_PATHS);
    if (others.length > 0) yield { paths: others, member };
    if (++guesses >= MOST_GUESSES) return;
  }
}

type Guesser = (wanted: Wanted, listing: Listing) => Iterable<Guess>;

const GUESSERS: Readonly<Record<DialectName, Guesser>> = {
  c: guessC,
  csharp: guessCSharp,
  go: guessGo,
  java: guessJvm,
  kotlin: guessJvm,
  javascript: guessJavaScript,
  python: guessPython,
  rust: guessRust,
};

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The folder of a file and those above it, the nearest first; the last is the root. */
function foldersAbove(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return [...parts.map((_, index) => parts.slice(0, parts.length - index).join('/')), ''];
}

function join(folder: string, path: string): string | undefined {
  const parts: string[] = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** Of several paths those that share most folders with a file. */
function nearest(paths: readonly string[], from: string): readonly string[] {
  const near = paths.map((path) => ({ path, shared: sharedFolders(path, from) }));
  const most = Math.max(0, ...near.map(({ shared }) => shared));
  return near.filter(({ shared }) => shared === most).map(({ path }) => path);
}

function sharedFolders(one: string, other: string): number {
  const [a, b] = [one.split('/'), other.split('/')];
  let count = 0;
  while (count < a.length - 1 && a[count] === b[count]) count++;
  return count;
}

// The headers that the file includes; what those include is asked of them in turn. ISO/IEC 9899 §6.10.2: the folder of the file first.
function* guessC({ from, name, brings }: Wanted, listing: Listing): Iterable<Guess> {
  const member = name.split('::').at(-1) ?? name;
  if (!/^[A-Za-z_]\w*$/.test(member)) return;
  for (const header of brings) {
    const beside = join(folderOf(from), header);
    if (beside !== undefined && listing.paths.has(beside)) yield { paths: [beside], member };
    else {
      const named = (listing.byName.get(baseName(header)) ?? []).filter((path) => path === header || path.endsWith(`/${header}`));
      yield { paths: nearest(named.slice(0, 500), from), member };
    }
  }
}

const CAPITAL = /^[A-Z_]/;

// A file is named like its class; where files of that name stand in several folders, the nearest.
function* guessCSharp({ from, name, brings }: Wanted, listing: Listing): Iterable<Guess> {
  for (const path of [name, ...brings.map((one) => `${one}.${name}`)]) {
    const parts = path.split('.');
    for (let index = parts.length - 2; index >= 0; index--) {
      const file = `${parts[index] ?? ''}.cs`;
      const member = parts.slice(index).join('.');
      yield { paths: nearest((listing.byName.get(file) ?? []).slice(0, 500), from), member };
    }
  }
}

// The other files of the package, or those of the folder that ends like the import path. Go specification, "Packages".
function* guessGo({ from, name }: Wanted, listing: Listing): Iterable<Guess> {
  const slash = name.lastIndexOf('/');
  const dot = name.indexOf('.', slash + 1);
  const isTest = from.endsWith('_test.go');
  const filesOf = (folder: string): readonly string[] =>
    (listing.byFolder.get(folder) ?? []).filter((path) => path.endsWith('.go') && (isTest || !path.endsWith('_test.go')));
  yield { paths: filesOf(folderOf(from)), member: name };
  if (dot < 0) return;
  const parts = name.slice(0, dot).split('/');
  const member = name.slice(dot + 1);
  for (let index = 0; index < parts.length; index++) {
    const tail = parts.slice(index).join('/');
    for (const folder of foldersAbove(from)) yield { paths: filesOf(folder === '' ? tail : `${folder}/${tail}`), member };
  }
}

// JLS 21 §7.6: a file has the name of its class, its folders are its package. Kotlin: a name of the package may stand in any of its files.
function* guessJvm({ from, name, brings }: Wanted, listing: Listing): Iterable<Guess> {
  const own = folderOf(from);
  for (const full of [name, ...brings.map((one) => `${one}.${name}`)]) {
    const parts = full.split('.');
    const at = parts.findIndex((part) => CAPITAL.test(part));
    const folders = parts.slice(0, at < 0 ? -1 : at).join('/');
    const member = parts.slice(Math.max(0, at)).join('.');
    const named = ['java', 'kt'].flatMap((extension) => {
      const file = `${parts[at] ?? ''}.${extension}`;
      if (folders === '') return [`${own === '' ? '' : `${own}/`}${file}`].filter((path) => listing.paths.has(path));
      return (listing.byName.get(file) ?? []).filter((path) => `/${path}`.endsWith(`/${folders}/${file}`));
    });
    if (at >= 0) yield { paths: nearest(named.slice(0, 500), from), member };
    if (folders === '') yield { paths: kotlinOf(own, listing), member };
  }
}

function kotlinOf(folder: string, { byFolder }: Listing): readonly string[] {
  return (byFolder.get(folder) ?? []).filter((path) => path.endsWith('.kt'));
}

const JAVASCRIPT_FILES = [
  '',
  '.ts',
  '.tsx',
  '.js',
  '.mjs',
  '.cjs',
  '.mts',
  '.cts',
  '.jsx',
  '/index.ts',
  '/index.js',
  '/index.mjs',
  '/index.cjs',
];

// Relative specifiers; `./x.js` may be written for `./x.ts`, as TypeScript has it.
function* guessJavaScript({ from, name, brings }: Wanted, listing: Listing): Iterable<Guess> {
  for (const full of name.startsWith('.') ? [name] : brings.filter((one) => one.startsWith('.')).map((one) => `${one}.${name}`)) {
    for (let dot = full.lastIndexOf('.'); dot > 1 && full[dot - 1] !== '/' && full[dot - 1] !== '.'; dot = full.lastIndexOf('.', dot - 1)) {
      const base = join(folderOf(from), full.slice(0, dot));
      if (base === undefined) break;
      const bare = base.replace(/\.[mc]?js$/, '');
      const paths = [...JAVASCRIPT_FILES.map((end) => `${base}${end}`), ...['.ts', '.tsx', '.mts', '.cts'].map((end) => `${bare}${end}`)];
      yield { paths: paths.filter((path) => listing.paths.has(path)).slice(0, 1), member: full.slice(dot + 1) };
    }
  }
}

// A leading dot is the package of the file, each further one that above it; other names begin in the folder of the file or in one above
// it, or in `src` there. Python reference §5.7, §7.11.
function* guessPython({ from, name, brings }: Wanted, listing: Listing): Iterable<Guess> {
  for (const full of [name, ...(name.includes('.') ? [] : brings.map((one) => `${one}${one.endsWith('.') ? '' : '.'}${name}`))]) {
    const dots = /^\.*/.exec(full)?.[0].length ?? 0;
    const above = foldersAbove(from);
    const bases = dots > 0 ? above.slice(dots - 1, dots) : above.flatMap((one) => [one, one === '' ? 'src' : `${one}/src`]);
    const parts = full.slice(dots).split('.');
    for (let count = parts.length - 1; count >= (dots > 0 ? 0 : 1); count--) {
      const member = parts.slice(count).join('.');
      for (const base of bases) {
        const module = join(base, parts.slice(0, count).join('/')) ?? '';
        const paths = [...(count === 0 ? [] : [`${module}.py`]), module === '' ? '__init__.py' : `${module}/__init__.py`];
        yield { paths: paths.filter((path) => listing.paths.has(path)).slice(0, 1), member };
      }
    }
  }
}

// Modules of the crate: `crate` is the folder of lib.rs or main.rs, `self` and `super` go from the file's own module. Rust reference, "Paths".
function* guessRust({ from, name, brings }: Wanted, listing: Listing): Iterable<Guess> {
  for (const full of [name, ...(name.includes('::') ? [] : brings.map((one) => `${one}::${name}`))]) {
    const parts = full.split(/::|\./);
    const folder = folderOf(from);
    const isRoot = /^(?:mod|lib|main)\.rs$/.test(baseName(from));
    const own = isRoot ? folder : `${folder === '' ? '' : `${folder}/`}${baseName(from).replace(/\.rs$/, '')}`;
    const root = foldersAbove(from).find((one) => ['lib.rs', 'main.rs'].some((file) => listing.paths.has(join(one, file) ?? '')));
    const [first = ''] = parts;
    const supers = parts.filter((part) => part === 'super').length;
    const base = first === 'crate' ? root : first === 'super' ? join(own, '../'.repeat(supers)) : own;
    if (base === undefined) continue;
    const rest = parts.filter((part) => !/^(?:crate|self|super)$/.test(part));
    for (let count = rest.length - 1; count >= 0; count--) {
      const module = join(base, rest.slice(0, count).join('/')) ?? '';
      const inside = module === '' ? '' : `${module}/`;
      const paths = [...(module === '' ? [] : [`${module}.rs`]), `${inside}mod.rs`, `${inside}lib.rs`, `${inside}main.rs`];
      yield { paths: paths.filter((path) => listing.paths.has(path)), member: rest.slice(count).join('.') };
    }
  }
}
