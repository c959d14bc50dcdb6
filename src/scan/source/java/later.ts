// What is said later of the thing that a call makes: in the rest of the chain, in a block that is applied to it, and in calls on the variable
// or field that takes it. `=init` is the first argument of `x.init(…)`, `=init#1` the second, `=protocols*` all of them.

import type { Expression } from '../expression.ts';
import { type Scope, scopeAt } from '../module.ts';
import { chainStart, LONGEST_CHAIN, targetOf } from './chains.ts';
import { readExpression } from './expressions.ts';
import { callAt, itemStarts } from './items.ts';
import type { CallReading, Places } from './places.ts';
import { closerOf, isToken, isWord, textOf } from './tokens.ts';

/** A call with where it stands. */
export interface Making {
  readonly reading: CallReading;
  readonly places: Places;
  readonly head: number;
  readonly open: number;
  readonly scope: Scope;
  readonly target: string | undefined;
}

/** The call that a token names. */
export function toMaking(reading: CallReading, places: Places, head: number): Making {
  const { source, names } = reading;
  return {
    reading,
    places,
    head,
    open: callAt(source, head) ?? head + 1,
    scope: scopeAt(names.scopes, source.tokens.starts[head] ?? 0),
    target: targetOf(source, chainStart(source, head), places.takers),
  };
}

const MOST_LATER = 64;

/** What is said later of the thing that a call makes; the first saying of each counts. */
export function laterCalls(making: Making): ReadonlyMap<string, Expression> {
  const said = new Map<string, Expression>();
  noteChain(making, { token: making.open, said, lend: false });
  for (const head of laterHeads(making).slice(0, MOST_LATER)) {
    const lend = isElsewhere(making, head);
    noteCall(making, { head, said, lend });
    noteChain(making, { token: callAt(making.reading.source, head) ?? head + 1, said, lend });
  }
  return said;
}

interface Saying {
  readonly head: number;
  readonly said: Map<string, Expression>;
  /** it stands in another function, and is read there */
  readonly lend: boolean;
}

function noteCall({ reading }: Making, { head, said, lend }: Saying): number {
  const { source, names } = reading;
  const { tokens } = source;
  const open = callAt(source, head) ?? head + 1;
  const name = textOf(tokens, head);
  if (!said.has(`${name}*`) || FILLS.has(name)) {
    const at = tokens.starts[head] ?? 0;
    const scope = scopeAt(names.scopes, at);
    const items = itemStarts(tokens, open).map((item): Expression => {
      const read = (): Expression => readExpression(source, item).expression;
      return lend ? names.lend({ at: tokens.starts[item] ?? at, read, scope }) : read();
    });
    const all: Expression = { is: 'list', items, at: items[0]?.at ?? at };
    if (FILLS.has(name)) noteFilling(said, name, all);
    if (!said.has(`${name}*`)) {
      said.set(`${name}*`, all);
      for (const [index, item] of items.entries()) said.set(index === 0 ? name : `${name}#${index}`, item);
    }
  }
  return closerOf(tokens, open);
}

// Each call of these counts: `append[]` is the list of what all of them were given.
const FILLS: ReadonlySet<string> = new Set(['append', 'put', 'add', 'setProperty']);

function noteFilling(said: Map<string, Expression>, name: string, given: Expression): void {
  const known = said.get(`${name}[]`);
  said.set(`${name}[]`, { is: 'list', items: [...(known?.is === 'list' ? known.items : []), given], at: given.at });
}

/** The rest of the chain: `.setKeySize(256).build()`, `.apply { init(256) }`. */
function noteChain(making: Making, { token: open, said, lend }: Omit<Saying, 'head'> & { readonly token: number }): void {
  const { tokens, dialect } = making.reading.source;
  let token = closerOf(tokens, open) + 1;
  for (let steps = 0; steps < LONGEST_CHAIN; steps++) {
    while (isToken(tokens, token, '!!')) token++;
    const isDot = isToken(tokens, token, '.') || isToken(tokens, token, '?.');
    if (!isDot || !isWord(tokens, token + 1)) {
      noteWith(making, token, said);
      return;
    }
    const head = token + 1;
    const open = callAt(making.reading.source, head);
    if (open !== undefined) token = noteCall(making, { head, said, lend }) + 1;
    else if (dialect === 'kotlin' && isToken(tokens, head + 1, '{')) {
      noteBlock(making, { brace: head + 1, name: textOf(tokens, head), said });
      token = closerOf(tokens, head + 1) + 1;
    } else return;
  }
}

// `with(KeyPairGenerator.getInstance("RSA")) { initialize(2048) }`
function noteWith(making: Making, close: number, said: Map<string, Expression>): void {
  const { tokens, dialect } = making.reading.source;
  if (dialect !== 'kotlin' || !isToken(tokens, close, ')') || !isToken(tokens, close + 1, '{')) return;
  const open = tokens.partners[close] ?? -1;
  if (open > 0 && isToken(tokens, open - 1, 'with')) noteBlock(making, { brace: close + 1, name: 'apply', said });
}

interface Block {
  readonly brace: number;
  readonly name: string;
  readonly said: Map<string, Expression>;
}

// In `apply`, `run` and `with` names stand for members of the thing itself; in `also` and `let` it is called `it`.
function noteBlock(making: Making, { brace, name, said }: Block): void {
  const { source } = making.reading;
  const { tokens } = source;
  if (!/^(?:apply|run|also|let)$/.test(name)) return;
  const byName = name === 'apply' || name === 'run';
  const close = closerOf(tokens, brace);
  const it = isWord(tokens, brace + 1) && isToken(tokens, brace + 2, '->') ? textOf(tokens, brace + 1) : 'it';
  for (let token = brace + 1; token < close && said.size < MOST_LATER; token++) {
    if (!isWord(tokens, token)) continue;
    const onIt = isToken(tokens, token - 1, '.') && isToken(tokens, token - 2, byName ? 'this' : it);
    if (!onIt && (!byName || isToken(tokens, token - 1, '.'))) continue;
    if (callAt(source, token) !== undefined) noteCall(making, { head: token, said, lend: false });
    else if (isToken(tokens, token + 1, '=')) noteSetting(making, { token, said });
  }
}

// `enabledProtocols = v` of Kotlin is `setEnabledProtocols(v)`.
function noteSetting(
  { reading: { source } }: Making,
  { token, said }: { readonly token: number; readonly said: Map<string, Expression> },
): void {
  const value = readExpression(source, token + 2).expression;
  const setter = toSetter(textOf(source.tokens, token));
  said.set(setter, value);
  said.set(`${setter}*`, value);
}

/** `enabledProtocols` → `setEnabledProtocols`. */
export function toSetter(property: string): string {
  return `set${property.slice(0, 1).toUpperCase()}${property.slice(1)}`;
}

/** Calls on the variable or field, until it gets another value; of a field that is set once, in all functions of its class. */
function laterHeads({ reading, places, head, scope, target }: Making): readonly number[] {
  const on = target === undefined ? undefined : places.onName.get(target);
  if (target === undefined || on === undefined) return [];
  const { tokens } = reading.source;
  const inside = (token: number, outer: Scope): boolean =>
    (tokens.starts[token] ?? 0) >= outer.start && (tokens.starts[token] ?? 0) < outer.end;
  const assigned = places.assigned.get(target) ?? [];
  const after = assigned[firstAfter(assigned, head)] ?? tokens.count;
  const next = inside(after, scope) ? after : tokens.count;
  const from = firstAfter(on, head);
  const here = on.slice(from, from + MOST_LATER).filter((token) => token < next && inside(token, scope));
  const owner = fieldOwner(scope, target);
  if (owner === undefined || !isSetOnce(reading, assigned, (token) => inside(token, owner))) return here;
  return [...here, ...on.filter((token) => inside(token, owner) && !here.includes(token))];
}

/** Where in a sorted list the tokens after one begin. */
function firstAfter(sorted: readonly number[], token: number): number {
  let low = 0;
  for (let high = sorted.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= token) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isSetOnce(reading: CallReading, assigned: readonly number[], inside: (token: number) => boolean): boolean {
  let times = 0;
  for (const token of assigned) {
    if (inside(token) && isValued(reading, token) && ++times > 1) return false;
  }
  return times === 1;
}

// `private Cipher cipher;` sets nothing.
function isValued({ source: { tokens } }: CallReading, token: number): boolean {
  return !isToken(tokens, token + 1, ';');
}

/** The class whose field a name is; undefined where it is a variable. */
function fieldOwner(scope: Scope, name: string): Scope | undefined {
  for (let here: Scope | undefined = scope; here !== undefined; here = here.parent) {
    if (here.bindings.has(name)) return here.kind === 'class' ? here : undefined;
  }
  return undefined;
}

function isElsewhere({ reading, scope }: Making, head: number): boolean {
  return scopeAt(reading.names.scopes, reading.source.tokens.starts[head] ?? 0) !== scope;
}
