// A name that one file uses and another one gives: what a scanner asks while it reads a file, and what it is told when it reads it again.

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
  | { readonly is: 'call'; readonly name: string; readonly args: readonly Written[] }
  | { readonly is: 'list'; readonly items: readonly Written[] }
  | { readonly is: 'object'; readonly entries: readonly (readonly [string, Written])[] }
  | { readonly is: 'operation'; readonly operator: string; readonly left: Written; readonly right: Written }
  /** definers that disagree: any of them may be meant */
  | { readonly is: 'either'; readonly options: readonly Written[] }
);

/** A name that was asked for, with what it was found to be. */
export interface Given {
  readonly name: string;
  readonly value: Written;
}
