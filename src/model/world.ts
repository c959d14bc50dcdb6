// The doors through which the pure rooms see the world: files as bytes, time as a value, grammars as bytes.

import type { BuildPart } from './build.ts';
import type { Evidence, Gap, IsoDate, Origin, ScannerId } from './evidence.ts';
import type { Asked, Given, HandingFunction, Told } from './reference.ts';

/** A file as the walk sees it. `path` is posix and relative to the root. */
export interface FileEntry {
  readonly path: string;
  readonly bytes: number;
  /** an ignore file in the tree names it, or it stands in a build folder: read as evidence, not as the project's own code */
  readonly ignored: boolean;
  readonly origin: Origin;
}

/** Where files come from: a folder, a tar stream, a map, git objects. */
export interface Workspace {
  /** short name of the root, never an absolute path */
  readonly name: string;
  /** how the paths of each root begin, '' or 'app/'; absent means one root, '' */
  readonly roots?: readonly string[];
  /** how the paths in build folders begin that the operator named, 'build/' */
  readonly builds?: readonly string[];
  /** the path here of an absolute path of this machine, as builds write it; undefined where it is not part of the workspace */
  readonly place?: (absolute: string) => string | undefined;
  /** every file once, root by root in code-point order of its path, sources that an ignore file names last; what cannot be listed comes as a gap */
  list(): AsyncIterable<FileEntry | Gap>;
  /** the whole content; rejects when it cannot be read */
  read(path: string): Promise<Uint8Array>;
  /** the whole content, valid only until the next call of `peek`: a workspace that can, reads into memory it has */
  peek?(path: string): Promise<Uint8Array>;
  /** the first `length` bytes, for files too large to read whole */
  readHead(path: string, length: number): Promise<Uint8Array>;
}

/** What one scanner gets for one file. */
export interface ScanFile {
  readonly entry: FileEntry;
  readonly bytes: Uint8Array;
  /** the bytes as text, decoded once and shared (UTF-8, or UTF-16 by its byte order mark; U+FFFD for what is invalid) */
  readonly text: () => string;
  /** literals that the prefilter met in the bytes; empty for a file that was not prefiltered */
  readonly literals: ReadonlySet<string>;
  /** takes what the file asks of others; absent where nobody would answer */
  readonly ask?: (asked: Asked) => void;
  /** what others give: the file is read again with it */
  readonly given?: readonly Given[];
  /** names of functions of other files: only calls of these are looked at, and what they hand to a library */
  readonly watch?: readonly string[];
  /** takes functions of the file whose callers decide what they ask of a library */
  readonly offer?: (functions: readonly HandingFunction[]) => void;
  /** takes what a caller decides of a call in another file */
  readonly tell?: (told: Told) => void;
  /** takes what a file of a build says of the code around it; absent where nobody would use it */
  readonly noteBuild?: (part: BuildPart) => void;
}

/** What a scanner looks up in other files: every path that it wants or looks up, and the bytes of one. */
export interface Elsewhere {
  readonly paths: readonly string[];
  /** undefined where the file cannot be read or is larger than the scanner reads */
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
  /** functions that files offered, by their path */
  readonly functions?: ReadonlyMap<string, readonly HandingFunction[]>;
  /** files with public keys that the operator gave, to verify signatures with */
  readonly verifyKeys?: readonly Uint8Array[];
}

/** Which files may call functions that were offered. */
export interface Seeking {
  /** the likeliest first */
  readonly paths: readonly string[];
  /** the names that a file is watched for; empty where it calls none of them */
  readonly watch: (path: string, bytes: Uint8Array) => readonly string[];
}

/** A wasm grammar by name, from the package that carries it; `runtime` is the parser's own wasm. */
export type GrammarLoader = (
  name: 'runtime' | 'c-sharp' | 'cpp' | 'javascript' | 'typescript' | 'tsx' | 'python' | 'go' | 'rust',
) => Promise<Uint8Array>;

/** What a scanner may know beside the file. */
export interface ScanContext {
  readonly loadGrammar: GrammarLoader;
}

/** One kind of looking. A scanner is a value; it holds no state between files except what `prepare` loads. */
export interface FileScanner {
  readonly id: ScannerId;
  readonly title: string;
  /** literals of which one must occur for `scan` to be called; absent: every wanted file is scanned */
  readonly literals?: readonly string[];
  /** wanted files that are scanned even where no literal occurs in them (a DER certificate holds no text) */
  readonly always?: (entry: FileEntry) => boolean;
  /** by name and size alone, before anything is read */
  readonly wants: (entry: FileEntry) => boolean;
  /** files that are not scanned but may be read to answer what others asked */
  readonly looksUp?: (entry: FileEntry) => boolean;
  /** largest file read, in bytes; a larger one is a `too-large` gap */
  readonly maxBytes: number;
  /** loads what these candidates need (grammars) and is not loaded yet; called before each batch that holds a candidate */
  readonly prepare?: (context: ScanContext, files: readonly FileEntry[]) => Promise<void>;
  readonly scan: (file: ScanFile) => Iterable<Evidence | Gap>;
  /** answers what files asked of others, by the path that asked; a file that gets an answer is scanned again with it */
  readonly answer?: (asked: readonly Asked[], elsewhere: Elsewhere) => Promise<ReadonlyMap<string, readonly Given[]>>;
  /** finds the callers of functions that files offered, by the path of their file */
  readonly seek?: (offered: ReadonlyMap<string, readonly HandingFunction[]>, paths: readonly string[]) => Seeking;
}

/** Told now and then on long work. `done` and `total` count files. */
export interface Progress {
  readonly stage: 'walk' | 'scan' | 'fuse' | 'measure' | 'assess' | 'render';
  readonly done: number;
  readonly total?: number;
}

/** What a run is told from outside: nothing in the pure rooms asks a clock. */
export interface RunContext {
  readonly asOf: IsoDate;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}
