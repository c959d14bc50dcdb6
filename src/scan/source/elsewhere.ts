// The names of a file that another file gives: noted while it is read first, answered when it is read again. Values from elsewhere stand
// at places past the end of the text, so that whoever asks where one was written is told the other file.

import type { Given, HandingFunction, Written } from '../../model/reference.ts';
import type { Expression } from './expression.ts';
import type { Module } from './module.ts';

/** What one file asks of others and is given by them. */
export interface Elsewhere {
  readonly find: (name: string) => readonly Expression[];
  /** functions of other files by the name that is called, and what is written in them */
  readonly handing: (name: string) => readonly HandingFunction[];
  readonly lower: (value: Written) => Expression;
  /** names that were asked for and not given, in the order in which they were met */
  readonly missing: () => readonly string[];
  /** where a value from elsewhere was written, `path:line`; undefined for a place in this file */
  readonly placeOf: (at: number) => string | undefined;
}

const MOST_NAMES = 64;
const MOST_BROUGHT = 200;
const LONGEST_NAME = 300;
const NAME = /^(?:\*\.)?[\w$.:/@~+-]+$/;

/** Starts on a file of `length` characters. */
export function startElsewhere(length: number, given: readonly Given[] = []): Elsewhere {
  const values = new Map(given.map(({ name, value }) => [name, value]));
  const lowered = new Map<string, readonly Expression[]>();
  const missing = new Set<string>();
  const places: string[] = [];
  const first = length + 1;
  const lower = (value: Written, outer: string): Expression => {
    const place = value.place ?? outer;
    const at = first + places.push(place) - 1;
    return toExpression(value, at, (inner) => lower(inner, place));
  };
  const miss = (name: string): void => {
    if (missing.size < MOST_NAMES && name.length <= LONGEST_NAME && NAME.test(name)) missing.add(name);
  };
  return {
    handing: (name) => {
      const value = values.get(name);
      if (value === undefined) miss(name);
      return functionsOf(value);
    },
    lower: (value) => lower(value, ''),
    find: (name) => {
      const value = values.get(name);
      if (value === undefined) {
        miss(name);
        return [];
      }
      const known = lowered.get(name) ?? [lower(value, '')];
      lowered.set(name, known);
      return known;
    },
    missing: () => [...missing],
    placeOf: (at) => places[at - first],
  };
}

function functionsOf(value: Written | undefined): readonly HandingFunction[] {
  if (value?.is === 'function') return [value.function];
  return value?.is === 'either' ? value.options.flatMap(functionsOf) : [];
}

/** What a module brings in, for those who look for its names. */
export function broughtBy({ inclusions }: Module): readonly string[] {
  return [...new Set(inclusions.slice(0, MOST_BROUGHT).map(({ module }) => module))];
}

function toExpression(value: Written, at: number, lower: (inner: Written) => Expression): Expression {
  switch (value.is) {
    case 'string':
      return { is: 'string', value: value.value, at };
    case 'number':
      return { is: 'number', value: value.value, at };
    case 'symbol':
      return { is: 'module', name: value.name, at };
    case 'call': {
      const callee: Expression = { is: 'module', name: value.name, at };
      const keywords = new Map((value.keywords ?? []).map(([name, inner]) => [name, lower(inner)]));
      return { is: 'call', callee, args: value.args.map(lower), keywords, at, nameAt: at, end: at };
    }
    case 'list':
      return { is: 'list', items: value.items.map(lower), at };
    case 'object':
      return { is: 'object', entries: new Map(value.entries.map(([name, inner]) => [name, lower(inner)])), spreads: [], at };
    case 'operation':
      return { is: 'operation', operator: value.operator, left: lower(value.left), right: lower(value.right), at };
    case 'either':
      return { is: 'either', options: value.options.map(lower), at };
    case 'bytes':
      return { is: 'bytes', length: value.length, at };
    case 'null':
      return { is: 'null', at };
    case 'parameter':
      return { is: 'name', name: value.name, at };
    case 'unknown':
    case 'function':
      return { is: 'unknown', at };
  }
}
