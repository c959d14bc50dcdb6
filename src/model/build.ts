// What a build tells of the code around it: which files it compiled, with which macros, and what of that the linker kept. Paths of a part are
// those of the machine that built; paths of a `Build` are those of the workspace.

/** What one file of a build tells. Nothing of it is printed: it settles what other facts are worth. */
export type BuildPart = CommandsPart | LinkPart | MacrosPart;

/** A compilation database (clang, JSON Compilation Database Format). */
export interface CommandsPart {
  readonly kind: 'commands';
  /** path of the file in the workspace */
  readonly path: string;
  readonly files: readonly CompiledFile[];
  /** what the command lines define; files share a set by its index */
  readonly macroSets: readonly (readonly Macro[])[];
}

/** A source file as one command compiles it. */
export interface CompiledFile {
  /** absolute, posix, without `.` and `..` segments */
  readonly source: string;
  /** as written, where the command or the database names it */
  readonly object?: string;
  readonly macroSet: number;
}

/** `-D` and `-U`. `value` is an integer or `set` (defined to something that is not repeated: it may be a password), `n` for what is undefined. */
export interface Macro {
  readonly name: string;
  readonly value: string;
}

/** A linker's map of one image. */
export interface LinkPart {
  readonly kind: 'link';
  readonly path: string;
  /** objects of which something is in the image, as the linker names them: `a/b.o`, `libx.a(b.o)` */
  readonly linked: readonly string[];
  /** objects that the linker met and of which nothing is left */
  readonly discarded: readonly string[];
  /** archives that the linker opened */
  readonly archives: readonly string[];
  /** false where objects were merged before they were linked (link-time optimisation): what is not named may be in it all the same */
  readonly exact: boolean;
}

/** What a configuration of an IDE's project defines; its build stands in a folder of the configuration's name beside the project file. */
export interface MacrosPart {
  readonly kind: 'macros';
  readonly path: string;
  /** `Debug` */
  readonly configuration: string;
  readonly macros: readonly Macro[];
}

/** How far a compiled file came. `unknown`: no map of its image was read, or the map does not tell. */
export type Linkage = 'linked' | 'discarded' | 'unknown';

/** A file of the workspace as one build compiled it. */
export interface Compiled {
  readonly linkage: Linkage;
  readonly macros: ReadonlyMap<string, string>;
}

/** One build, or one image of a build that makes several (sysbuild's domains, a boot loader beside an application). */
export interface Build {
  /** '' or 'build/mcuboot/': the folder of its compilation database */
  readonly folder: string;
  /** the operator named it; else it was found in the tree */
  readonly named: boolean;
  readonly commands: string;
  /** by path in the workspace; a file that several commands compile is there with the farthest it came */
  readonly compiled: ReadonlyMap<string, Compiled>;
  /** compiled files that the workspace does not hold */
  readonly elsewhere: number;
}
