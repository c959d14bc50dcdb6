// Expressions as the scanner sees them, the same for every language: enough to follow a value to where it was written, and no more.

/** A place in the text that was parsed: an index into it. */
export type Index = number;

/** A call or construction. Arguments may be read when they are asked for. */
export interface CallExpression {
  readonly is: 'call';
  readonly callee: Expression;
  readonly args: readonly Expression[];
  readonly keywords: ReadonlyMap<string, Expression>;
  readonly at: Index;
  /** where the name that is called stands: in a chain over several lines, not where the chain begins */
  readonly nameAt: Index;
  readonly end: Index;
}

/** Anything that may have a value. */
export type Expression =
  | CallExpression
  | { readonly is: 'string'; readonly value: string; readonly at: Index }
  | { readonly is: 'number'; readonly value: number; readonly at: Index }
  /** octets of known length: a byte literal, an array with a size */
  | { readonly is: 'bytes'; readonly length: number; readonly at: Index }
  | { readonly is: 'name'; readonly name: string; readonly at: Index }
  | { readonly is: 'member'; readonly object: Expression; readonly name: string; readonly at: Index }
  | { readonly is: 'either'; readonly options: readonly Expression[]; readonly at: Index }
  | { readonly is: 'operation'; readonly operator: string; readonly left: Expression; readonly right: Expression; readonly at: Index }
  | {
      readonly is: 'object';
      readonly entries: ReadonlyMap<string, Expression>;
      readonly spreads: readonly Expression[];
      readonly at: Index;
    }
  | { readonly is: 'list'; readonly items: readonly Expression[]; readonly at: Index }
  /** `sizeof x` */
  | { readonly is: 'size'; readonly of: Expression; readonly at: Index }
  /** a module brought in where it is used: `require('crypto')` */
  | { readonly is: 'module'; readonly name: string; readonly at: Index }
  | { readonly is: 'null'; readonly at: Index }
  | { readonly is: 'unknown'; readonly at: Index };

/** Where the thing that an expression names stands: the last name of a chain. */
export function nameIndex(expression: Expression): Index {
  return expression.is === 'call' ? expression.nameAt : expression.at;
}

/** A chain of names as text (`ctx->aes`, `this.key`), or undefined where it is not one. */
export function toPath(expression: Expression): string | undefined {
  if (expression.is === 'name') return expression.name;
  if (expression.is !== 'member') return undefined;
  const object = toPath(expression.object);
  return object === undefined ? undefined : `${object}.${expression.name}`;
}
