// What expressions of Java and Kotlin are read from, and how reading them is handed on to those who read parts of them.

import type { CallExpression, Expression } from '../expression.ts';
import type { Dialect, Tokens } from './tokens.ts';

/** The text that expressions are read from. */
export interface Source {
  readonly tokens: Tokens;
  readonly dialect: Dialect;
  /** what a call is worth: itself, or what a method of the language or of this file is known to give back */
  readonly simplify: (call: CallExpression) => Expression;
  /** a value that is cast to a type */
  readonly typed: (value: Expression, type: string) => Expression;
  /** reads the expression that begins at a token */
  readonly read: ReadExpression;
  /** what is said later of the thing that a call makes; `head` is the token that names the call */
  readonly later: (head: number) => ReadonlyMap<string, Expression>;
}

/** An expression and the token after it. */
export interface Read {
  readonly expression: Expression;
  readonly next: number;
}

/** Reads the expression that begins at a token. */
export type ReadExpression = (source: Source, from: number, depth: number) => Read;
