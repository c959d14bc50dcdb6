// Expressions as the scanner sees them, the same for every language: enough to follow a value to where it was written, and no more.

import { once } from './once.ts';

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

/** What reads the arguments of a call. */
export interface Arguments {
  readonly args: () => readonly Expression[];
  readonly keywords?: () => ReadonlyMap<string, Expression>;
}

const NO_KEYWORDS: ReadonlyMap<string, Expression> = new Map();

/** A call whose arguments are read when somebody asks: most calls turn out to be nobody's business. */
export function lazyCall(callee: Expression, { at, end }: Pick<CallExpression, 'at' | 'end'>, given: Arguments): CallExpression {
  const args = once(given.args);
  const keywords = once(given.keywords ?? (() => NO_KEYWORDS));
  return {
    is: 'call',
    callee,
    get args() {
      return args();
    },
    get keywords() {
      return keywords();
    },
    at,
    // The type of `new(2048)` in C# stands with the variable, before the call.
    nameAt: (callee.is === 'member' || callee.is === 'name') && callee.at >= at ? callee.at : at,
    end,
  };
}

/** What is done to one thing: the items of a list, the keys of a table. */
export function operationOn(operator: string, left: Expression, at: Index): Expression {
  return { is: 'operation', operator, left, right: { is: 'null', at }, at };
}

/** As many octets as a value says. */
export function octets(length: Expression, at: Index): Expression {
  return operationOn('octets', length, at);
}

/** A chain of names as text (`ctx->aes`, `this.key`), or undefined where it is not one. */
export function toPath(expression: Expression): string | undefined {
  if (expression.is === 'name') return expression.name;
  if (expression.is !== 'member') return undefined;
  const object = toPath(expression.object);
  return object === undefined ? undefined : `${object}.${expression.name}`;
}
