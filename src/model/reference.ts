// A name that one file uses and another one gives: what a scanner asks while it reads a file, and what it is told when it reads it again.

import type { AlgorithmUse } from './algorithm.ts';
import type { TextLocation } from './evidence.ts';

/** What a file asks of others, as its scanner will look for it there. */
export interface Asked {
  readonly path: string;
  /** names as the language resolves them: `./config.CIPHER`, `com.example.Names.EC`, `KEY_BITS` */
  readonly names: readonly string[];
  /** headers, modules and packages that the file brings in: where names without one may come from */
  readonly brings: readonly string[];
}

/** A value as another file writes it. `place` is its `path:line` where that differs from the thing it stands in. */
export type Written = { readonly place?: string } & (
  | { readonly is: 'string'; readonly value: string }
  | { readonly is: 'number'; readonly value: number }
  /** a constant, type or function of a library, or of the file's own, by its name */
  | { readonly is: 'symbol'; readonly name: string }
  | {
      readonly is: 'call';
      readonly name: string;
      readonly args: readonly Written[];
      readonly keywords?: readonly (readonly [string, Written])[];
    }
  | { readonly is: 'list'; readonly items: readonly Written[] }
  | { readonly is: 'object'; readonly entries: readonly (readonly [string, Written])[] }
  | { readonly is: 'operation'; readonly operator: string; readonly left: Written; readonly right: Written }
  /** definers that disagree: any of them may be meant */
  | { readonly is: 'either'; readonly options: readonly Written[] }
  /** octets of known length */
  | { readonly is: 'bytes'; readonly length: number }
  | { readonly is: 'null' }
  /** stands where a value stands that cannot be followed */
  | { readonly is: 'unknown' }
  /** what the callers of a function hand in, by its name there */
  | { readonly is: 'parameter'; readonly name: string }
  /** a function whose callers decide what a library is asked for */
  | { readonly is: 'function'; readonly function: HandingFunction }
);

/** A function that hands its parameters to a library: what it calls is not known before its callers are. */
export interface HandingFunction {
  readonly name: string;
  /** of the class around it; of a constructor, its class, which is its name too */
  readonly owner?: string;
  readonly parameters: readonly { readonly name: string; readonly position: number }[];
  readonly calls: readonly HandedCall[];
}

/** A call of a library in the body of such a function. */
export interface HandedCall {
  /** of the API, as the scanner of the language knows it */
  readonly symbol: string;
  /** as it is reported */
  readonly name: string;
  readonly location: TextLocation;
  /** what the method is called on */
  readonly on?: Written;
  readonly args: readonly Written[];
  readonly keywords: readonly (readonly [string, Written])[];
}

/** What a caller hands in, told at the call of the library that it reaches: `use` of what stands at `location` there. */
export interface Told {
  readonly location: TextLocation;
  readonly name: string;
  readonly use: AlgorithmUse;
}

/** A name that was asked for, with what it was found to be. */
export interface Given {
  readonly name: string;
  readonly value: Written;
}
