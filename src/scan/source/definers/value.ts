// The value of a constant as it is written: literals, names, calls, lists, tables, and what is joined or computed from them. Anything
// else is not a constant here, and then nothing is given.

import type { Written } from '../../../model/reference.ts';
import type { Dialect } from './dialect.ts';

interface Read {
  readonly value: Written;
  readonly next: number;
}

interface Reading {
  readonly text: string;
  readonly dialect: Dialect;
  /** parts that may still be read of this value */
  readonly budget: { parts: number };
}

const DEEPEST = 8;
const MOST_PARTS = 200;

/** The value that begins at a place; undefined where it is none that can be followed. */
export function readValue(text: string, at: number, dialect: Dialect): Written | undefined {
  const reading: Reading = { text, dialect, budget: { parts: MOST_PARTS } };
  const read = readJoined(reading, at, 0);
  return read !== undefined && endsAt(reading, read.next) ? read.value : undefined;
}

const SPACE = /[ \t]{0,200}/y;
const SPACES = /\s{0,400}/y;
const END = /(?:as[ \t]{1,4}const|satisfies[ \t]{1,4}[\w<>]{1,40})?[ \t\r]{0,40}(?:$|[;,)}\]\n])/y;

// A value is whole where its line, its statement or what holds it ends.
function endsAt({ text, dialect }: Reading, at: number): boolean {
  const next = skip(dialect.endsWithLine ? SPACE : SPACES, text, at);
  if (next >= text.length) return true;
  END.lastIndex = next;
  return END.test(text);
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}

const OPERATOR = /<<|>>|[+\-*/](?!=)/y;
const BINDS: ReadonlyMap<string, number> = new Map([
  ['<<', 1],
  ['>>', 1],
  ['+', 2],
  ['-', 2],
  ['*', 3],
  ['/', 3],
]);

function readJoined(reading: Reading, from: number, depth: number, least = 1): Read | undefined {
  let left = readPart(reading, from, depth);
  while (left !== undefined) {
    const at = skip(reading.dialect.endsWithLine && depth === 0 ? SPACE : SPACES, reading.text, left.next);
    OPERATOR.lastIndex = at;
    const operator = OPERATOR.exec(reading.text)?.[0];
    const binds = operator === undefined ? 0 : (BINDS.get(operator) ?? 0);
    if (operator === undefined || binds < least) return left;
    const right = readJoined(reading, at + operator.length, depth + 1, binds + 1);
    if (right === undefined) return undefined;
    left = { value: { is: 'operation', operator, left: left.value, right: right.value }, next: right.next };
  }
  return undefined;
}

const NUMBER = /(?:0[xX][\da-fA-F_]{1,14}|\d[\d_]{0,14})(?:[uUlL]{1,3}|_?[ui](?:8|16|32|64|128|size))?(?![\w.])/y;
const STRING = /(?:"((?:[^"\\\n]|\\.){0,400})"|'((?:[^'\\\n]|\\.){0,400})'|`([^`$\\\n]{0,400})`)/y;
const WORDS = /[A-Za-z_$][\w$]{0,100}(?:(?:\.|::|->)[A-Za-z_$][\w$]{0,100}){0,8}/y;
// What stands before a value and changes nothing of it.
const BEFORE = /(?:&(?:'static[ \t])?|@(?=")|\bnew[ \t]{1,4}(?=\w)|L(?=")|[rbu](?=["']))/y;
const COMPOSITE = /(?:new[ \t]{0,4}[\w.]{0,60}\[\]|\[(?:\.{3}|\d{0,6})\][\w.]{1,60})[ \t]{0,4}(?=\{)/y;

function readPart(reading: Reading, from: number, depth: number): Read | undefined {
  const { text, dialect } = reading;
  if (depth > DEEPEST || reading.budget.parts-- <= 0) return undefined;
  let at = skip(SPACES, text, from);
  at = skip(COMPOSITE, text, at);
  at = skip(BEFORE, text, at);
  const sign = text[at] ?? '';
  if (dialect.quotes.includes(sign)) return readString(text, at);
  if (sign === '(') {
    const inner = readJoined(reading, at + 1, depth + 1);
    const end = inner === undefined ? 0 : skip(SPACES, text, inner.next);
    if (inner !== undefined && text[end] === ')') return { value: inner.value, next: end + 1 };
    return inner !== undefined && text[end] === ',' ? readItems(reading, at, { depth, close: ')' }) : undefined;
  }
  if (sign === '[') return readItems(reading, at, { depth, close: ']' });
  if (sign === '{') return readTable(reading, at, depth) ?? readItems(reading, at, { depth, close: '}' });
  NUMBER.lastIndex = at;
  const number = NUMBER.exec(text)?.[0];
  if (number !== undefined) return toNumber(number, at);
  return readWords(reading, at, depth);
}

function readString(text: string, at: number): Read | undefined {
  STRING.lastIndex = at;
  const found = STRING.exec(text);
  if (found === null || text.startsWith((text[at] ?? '').repeat(3), at)) return undefined; // `"""` is a text of several lines
  const written = found[1] ?? found[2] ?? found[3] ?? '';
  return { value: { is: 'string', value: written.replace(/\\(.)/g, '$1') }, next: at + found[0].length };
}

function toNumber(written: string, at: number): Read | undefined {
  const digits = written.replaceAll('_', '').replace(/(?:[uUlL]{1,3}|[ui](?:8|16|32|64|128|size))$/, '');
  const value = /^0[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number(digits);
  return Number.isSafeInteger(value) ? { value: { is: 'number', value }, next: at + written.length } : undefined;
}

const LISTS: ReadonlySet<string> = new Set(['List.of', 'Set.of', 'Arrays.asList', 'listOf', 'setOf', 'arrayOf', 'frozenset', 'tuple']);
const NO_VALUES: ReadonlySet<string> = new Set([
  'function',
  'lambda',
  'async',
  'await',
  'not',
  'typeof',
  'func',
  'if',
  'match',
  'unsafe',
  'require',
]);

function readWords(reading: Reading, at: number, depth: number): Read | undefined {
  const { text } = reading;
  WORDS.lastIndex = at;
  const written = WORDS.exec(text)?.[0];
  if (written === undefined || NO_VALUES.has(written)) return undefined;
  const name = written.replaceAll('->', '.');
  const next = at + written.length;
  if (text[next] !== '(') return { value: { is: 'symbol', name }, next };
  const items = readItems(reading, next, { depth, close: ')' });
  if (items === undefined || items.value.is !== 'list') return undefined;
  const args = items.value.items;
  const [first] = args;
  if (name === 'Object.freeze' && first !== undefined) return { value: first, next: items.next };
  return { value: LISTS.has(name) ? items.value : { is: 'call', name, args }, next: items.next };
}

interface Items {
  readonly depth: number;
  readonly close: string;
}

function readItems(reading: Reading, open: number, { depth, close }: Items): Read | undefined {
  const { text } = reading;
  const items: Written[] = [];
  let at = skip(SPACES, text, open + 1);
  while (text[at] !== close) {
    const item = readJoined(reading, at, depth + 1);
    if (item === undefined) return undefined;
    items.push(item.value);
    at = skip(SPACES, text, item.next);
    if (text[at] === ',') at = skip(SPACES, text, at + 1);
    else if (text[at] !== close) return undefined;
  }
  return { value: { is: 'list', items }, next: at + 1 };
}

const KEY = /(?:"([^"\\\n]{1,100})"|'([^'\\\n]{1,100})'|([A-Za-z_$][\w$]{0,100}))\s{0,20}:(?!:)/y;
const MOST_SKIPPED = 4000;

// To the comma or brace that ends an entry whose value is not followed.
function skipEntry(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < Math.min(text.length, from + MOST_SKIPPED); at++) {
    const sign = text[at] ?? '';
    if (depth === 0 && (sign === ',' || sign === '}')) return at;
    if ('([{'.includes(sign)) depth++;
    else if (')]}'.includes(sign)) depth--;
  }
  return text.length;
}

const SHORT = /[A-Za-z_$][\w$]{0,100}(?=\s{0,100}[,}])/y;

// `{ A, B }`: entries that are named as what they are.
function shortAt(text: string, at: number): string | undefined {
  SHORT.lastIndex = at;
  return SHORT.exec(text)?.[0];
}

// Entries whose value cannot be followed are left out: the others are constants all the same.
function readTable(reading: Reading, open: number, depth: number): Read | undefined {
  const { text } = reading;
  const entries: [string, Written][] = [];
  let at = skip(SPACES, text, open + 1);
  while (text[at] !== '}') {
    KEY.lastIndex = at;
    const key = KEY.exec(text);
    const short = key === null && reading.dialect.name === 'javascript' ? shortAt(text, at) : undefined;
    if (short !== undefined) {
      entries.push([short, { is: 'symbol', name: short }]);
      at = skip(SPACES, text, at + short.length);
      if (text[at] === ',') at = skip(SPACES, text, at + 1);
      continue;
    }
    if (key === null) return undefined;
    const from = at + key[0].length;
    const value = readJoined(reading, from, depth + 1);
    if (value !== undefined) entries.push([key[1] ?? key[2] ?? key[3] ?? '', value.value]);
    at = skip(SPACES, text, value?.next ?? skipEntry(text, from));
    if (text[at] === ',') at = skip(SPACES, text, at + 1);
    else if (text[at] !== '}') return undefined;
  }
  return { value: { is: 'object', entries }, next: at + 1 };
}
