// Values that branch: `switch` and `when`, `if` and `try` as expressions, the last statement of a block. JLS 21 §15.28, Kotlin
// specification §8.5, §8.6.

import type { Expression } from '../expression.ts';
import type { Read, Source } from './source.ts';
import { closerOf, isToken, type Tokens, textOf } from './tokens.ts';

const CHOOSES = 16;

/** `switch (x) { case A -> v; default: yield w; }`, `when (x) { A -> v }`: any of the values. */
export function readChoice(source: Source, from: number, depth: number): Read {
  const { tokens } = source;
  const at = tokens.starts[from] ?? 0;
  const body = isToken(tokens, from + 1, '(') ? closerOf(tokens, from + 1) + 1 : from + 1;
  if (!isToken(tokens, body, '{')) return { expression: { is: 'unknown', at }, next: from + 1 };
  const close = closerOf(tokens, body);
  const options: Expression[] = [];
  for (let token = body + 1; token < close && options.length < CHOOSES; ) {
    const partner = tokens.partners[token] ?? -1;
    if (isToken(tokens, token, '->') || isToken(tokens, token, 'yield')) {
      const branch = readBranch(source, token + 1, depth);
      if (branch.expression.is !== 'unknown') options.push(branch.expression);
      token = Math.max(branch.next, token + 1);
    } else token = partner > token ? partner + 1 : token + 1;
  }
  return { expression: options.length === 0 ? { is: 'unknown', at } : either(options), next: close + 1 };
}

/** `if (x) a else b`, `try { a } catch (e: E) { b }` of Kotlin: any of the values. */
export function readBranches(source: Source, from: number, depth: number): Read {
  const { tokens } = source;
  const options: Expression[] = [];
  let next = isToken(tokens, from + 1, '(') ? closerOf(tokens, from + 1) + 1 : from + 1;
  for (let more = true; more && options.length < CHOOSES; ) {
    const branch = readBranch(source, next, depth);
    if (branch.expression.is !== 'unknown') options.push(branch.expression);
    next = Math.max(branch.next, next + 1);
    more = isToken(tokens, next, 'else') || isToken(tokens, next, 'catch');
    if (more) next = isToken(tokens, next + 1, '(') ? closerOf(tokens, next + 1) + 1 : next + 1;
  }
  return { expression: options.length === 0 ? unknownAt(tokens, from) : either(options), next };
}

/** A branch: an expression, or a block whose last statement is the value. */
export function readBranch(source: Source, from: number, depth: number): Read {
  const { tokens } = source;
  if (!isToken(tokens, from, '{')) return source.read(source, from, depth + 1);
  const close = closerOf(tokens, from);
  const last = lastStatement(source, from, close);
  const value = last === undefined ? unknownAt(tokens, from) : source.read(source, last, depth + 1).expression;
  return { expression: value, next: close + 1 };
}

/** The last statement of a block: after the last line end or semicolon that no bracket holds. */
function lastStatement({ tokens, dialect }: Source, open: number, close: number): number | undefined {
  let last: number | undefined = open + 1 < close ? open + 1 : undefined;
  for (let token = open + 1; token < close; ) {
    const begins = tokens.breaks[token] === 1 && !/^[.?)&|]/.test(textOf(tokens, token)) && dialect === 'kotlin';
    if (begins || isToken(tokens, token, 'yield')) last = isToken(tokens, token, 'yield') ? token + 1 : token;
    else if (isToken(tokens, token, ';') && token + 1 < close) last = token + 1;
    const partner = tokens.partners[token] ?? -1;
    token = partner > token ? partner + 1 : token + 1;
  }
  return last;
}

export function either(options: readonly Expression[]): Expression {
  const [first] = options;
  return options.length === 1 && first !== undefined ? first : { is: 'either', options, at: first?.at ?? 0 };
}

export function unknownAt(tokens: Tokens, token: number): Expression {
  return { is: 'unknown', at: tokens.starts[Math.min(token, tokens.count - 1)] ?? 0 };
}
