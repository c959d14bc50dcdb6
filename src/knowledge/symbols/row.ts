// The shape of the tables of this folder: a library by the beginning of its symbols.

import type { Mechanism } from '../mechanism.ts';

/** A library by the beginning of its symbols, and what the rest of a name says. */
export interface SymbolFamily {
  /** name of the library as the inventory writes it */
  readonly library: string;
  /** every symbol of the family begins so, up to and with the first underscore */
  readonly prefix: string;
  /** the rest of the name must match for the library to be recognised; absent: every rest does */
  readonly rest?: RegExp;
  /** the first row whose pattern matches the rest names the mechanism */
  readonly rows: readonly SymbolRow[];
}

/** A pattern over the rest of a name, and what it speaks of. */
export type SymbolRow = readonly [pattern: RegExp, mechanism: Mechanism];
