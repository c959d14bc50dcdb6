// Where the calls of a Java or Kotlin file stand, by what they name and by what they are called on.

import { pushTo } from '../captures.ts';
import { classAround, scopeAt } from '../module.ts';
import type { Names } from './bindings.ts';
import { findTakers } from './chains.ts';
import { callAt } from './items.ts';
import type { Outline } from './outline.ts';
import type { Source } from './source.ts';
import { isToken, isWord, textOf, WORD } from './tokens.ts';

/** What calls are read from. */
export interface CallReading {
  readonly source: Source;
  readonly names: Names;
  readonly outline: Outline;
  /** what a call must be named to be looked at */
  readonly wanted: ReadonlySet<string>;
}

/** Tokens of calls and of names that get a value, each list in the order of the text. */
export interface Places {
  /** tokens that name a call, by what they name */
  readonly heads: ReadonlyMap<string, readonly number[]>;
  /** tokens that name a call on a plain name, by that name */
  readonly onName: ReadonlyMap<string, readonly number[]>;
  /** tokens of names that get a new value, by name */
  readonly assigned: ReadonlyMap<string, readonly number[]>;
  /** names that take a value, by the token with which the value begins */
  readonly takers: ReadonlyMap<number, string>;
}

const NO_CALLS: ReadonlySet<string> = new Set(
  'if for while switch when catch synchronized return throw super this fun try do else assert yield in is as'.split(' '),
);

/** Finds the places of the calls that may matter. */
export function findPlaces({ source, names, outline, wanted }: CallReading): Places {
  const { tokens } = source;
  const declared = new Set(outline.regions.filter(({ kind }) => kind === 'function').map(({ from }) => from));
  const heads = new Map<string, number[]>();
  const onName = new Map<string, number[]>();
  const assigned = new Map<string, number[]>();
  for (let token = 0; token < tokens.count; token++) {
    if (tokens.kinds[token] !== WORD || !mayCall(source, token) || declared.has(token)) continue;
    const word = textOf(tokens, token);
    if (word === 'this') pushTo(heads, classAt(names, tokens.starts[token] ?? 0), token);
    if (NO_CALLS.has(word) || isToken(tokens, token - 1, '@') || isToken(tokens, token - 1, 'fun')) continue;
    if (wanted.has(word) || names.defined.has(word)) pushTo(heads, word, token);
    const object = receiverOf(source, token);
    if (object !== undefined) pushTo(onName, object, token);
  }
  for (const { name, token } of outline.declarations) pushTo(assigned, name, token);
  for (const { path, token } of outline.assignments) pushTo(assigned, path.replace(/^this\./, ''), token);
  for (const tokens of assigned.values()) tokens.sort((a, b) => a - b);
  return { heads, onName, assigned, takers: findTakers(tokens, outline) };
}

/** The class around a place, by name: `this(…)` calls another of its constructors. */
function classAt({ scopes }: Names, at: number): string {
  return classAround(scopeAt(scopes, at))?.name ?? '';
}

// A name before a bracket, or before type arguments and a bracket.
function mayCall(source: Source, token: number): boolean {
  return isToken(source.tokens, token + 1, '(') || (isToken(source.tokens, token + 1, '<') && callAt(source, token) !== undefined);
}

/** The plain name, or field of `this`, that a method is called on. */
function receiverOf({ tokens }: Source, head: number): string | undefined {
  const before = head - 1;
  if (!isToken(tokens, before, '.') && !isToken(tokens, before, '?.')) return undefined;
  const object = before - (isToken(tokens, before - 1, '!!') ? 2 : 1);
  if (!isWord(tokens, object)) return undefined;
  const isPlain = !isToken(tokens, object - 1, '.') || isToken(tokens, object - 2, 'this');
  return isPlain ? textOf(tokens, object) : undefined;
}
