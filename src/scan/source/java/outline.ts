// The outline of a Java or Kotlin file: its imports, its classes and functions as scopes, its declarations, assignments and calls as places.
// What a declaration looks like stands in `declarations.ts` of each language.

import type { Inclusion } from '../module.ts';
import type { Tokens } from './tokens.ts';

/** A class or function: tokens from its name to the end of its body. */
export interface Region {
  readonly kind: 'class' | 'function';
  readonly name: string;
  /** the token of its name, or what stands for it */
  readonly from: number;
  /** the token after its last */
  readonly to: number;
  readonly parameters: readonly Parameter[];
  /** the class is an enumeration: its constants */
  readonly constants?: readonly EnumConstant[];
  /** `fun f() = value`: the token that begins the value */
  readonly value?: number;
}

/** A parameter of a function or of a primary constructor. */
export interface Parameter {
  readonly name: string;
  readonly token: number;
  readonly type?: string;
  /** the token that begins its default */
  readonly fallback?: number;
  /** it is a field too */
  readonly isField?: true;
}

/** `AES_GCM("AES/GCM/NoPadding")`. */
export interface EnumConstant {
  readonly name: string;
  readonly token: number;
  /** the bracket before its arguments */
  readonly open?: number;
}

/** `T x = v`, `val x: T = v`, `for (T x : v)`. */
export interface Declaration {
  readonly name: string;
  readonly token: number;
  readonly type?: string;
  /** the token that begins the value */
  readonly value?: number;
  /** the value stands in a block that makes it (`by lazy { … }`) */
  readonly inBlock?: true;
}

/** `x = v`, `this.x = v`, `a.b = v`. */
export interface Assignment {
  readonly path: string;
  readonly token: number;
  readonly value: number;
}

/** What is found in one pass over the tokens. */
export interface Outline {
  readonly packageName: string;
  readonly imports: readonly Import[];
  readonly regions: readonly Region[];
  readonly declarations: readonly Declaration[];
  readonly assignments: readonly Assignment[];
  /** `return` values: the token that begins the value */
  readonly returns: readonly number[];
}

/** `import a.b.C`, `import static a.b.C.d`, `import a.b.*`, `import a.b.C as D`. */
export interface Import {
  readonly path: string;
  readonly local: string;
  /** everything in `path` */
  readonly isWild: boolean;
  readonly token: number;
}

/** Finds the outline of a file. */
export type ReadOutline = (tokens: Tokens) => Outline;

/** An import as what the file brings in. */
export function toInclusion(tokens: Tokens, { path, token }: Import): Inclusion {
  return { module: path, at: tokens.starts[token] ?? 0 };
}
