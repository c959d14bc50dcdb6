// The words, literals and signs of a Java or Kotlin file, with the partner of every bracket. JLS 21 §3, Kotlin specification §1.2.
// Tolerant: an unclosed literal ends at its line, an unclosed bracket has no partner.

import type { Index } from '../expression.ts';

/** What a token is. Character literals count as strings; every sign is a token of its own but the pairs in `PAIRS`. */
export const WORD = 1;
/** `"…"`, `"""…"""`, `'x'`. */
export const STRING = 2;
/** Any number. */
export const NUMBER = 3;
/** A sign. */
export const SIGN = 4;

/** The tokens of a text in arrays side by side. */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  readonly kinds: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** of a bracket: the token that closes or opens it; -1 where there is none */
  readonly partners: Int32Array;
  /** 1 where a line ends before the token */
  readonly breaks: Uint8Array;
}

/** Which of the two languages is read. */
export type Dialect = 'java' | 'kotlin';

// Signs of two characters that must not be taken for two signs.
const PAIRS: ReadonlySet<string> = new Set(['==', '!=', '<=', '>=', '&&', '||', '->', '::', '?.', '?:', '!!', '+=', '-=', '++', '--']);
const CLOSERS: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
]);

const LF = 10;
const QUOTE = 34;
const TICK = 39;
const STAR = 42;
const SLASH = 47;
const BACKSLASH = 92;
const BACKTICK = 96;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const DOLLAR = 36;

interface Making {
  readonly text: string;
  readonly dialect: Dialect;
  readonly tokens: { kinds: number[]; starts: number[]; ends: number[]; breaks: number[] };
}

/** Reads a text into tokens; comments and white space fall away. Linear. */
export function readTokens(text: string, dialect: Dialect): Tokens {
  const tokens = { kinds: [] as number[], starts: [] as number[], ends: [] as number[], breaks: [] as number[] };
  const making: Making = { text, dialect, tokens };
  let at = 0;
  let broken = 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code <= 32 || code === 0xfeff || code === 0xa0) {
      if (code === LF) broken = 1;
      at++;
      continue;
    }
    const comment = code === SLASH ? endOfComment(making, at) : at;
    if (comment > at) {
      if (text.slice(at, comment).includes('\n')) broken = 1;
      at = comment;
      continue;
    }
    at = readToken(making, at, code);
    tokens.breaks.push(broken);
    broken = 0;
  }
  const partners = pairBrackets(text, tokens);
  return {
    text,
    count: tokens.kinds.length,
    kinds: Uint8Array.from(tokens.kinds),
    starts: Int32Array.from(tokens.starts),
    ends: Int32Array.from(tokens.ends),
    breaks: Uint8Array.from(tokens.breaks),
    partners,
  };
}

/** Reads one token, notes it, and gives its end. */
function readToken(making: Making, at: Index, code: number): Index {
  const { text, tokens } = making;
  let kind = SIGN;
  let end = at + 1;
  if (isWordStart(code)) {
    kind = WORD;
    end = endOfWord(text, at);
  } else if (code === BACKTICK && making.dialect === 'kotlin') {
    kind = WORD;
    end = endOfLiteral(text, at, BACKTICK);
  } else if (code === QUOTE || code === TICK) {
    kind = STRING;
    end = endOfString(making, at, code);
  } else if (code >= 48 && code <= 57) {
    kind = NUMBER;
    end = endOfNumber(text, at);
  } else if (PAIRS.has(text.slice(at, at + 2))) end = at + 2;
  tokens.kinds.push(kind);
  tokens.starts.push(at);
  tokens.ends.push(end);
  return end;
}

function isWordStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === DOLLAR || code > 0xbf;
}

function endOfWord(text: string, from: Index): Index {
  let at = from + 1;
  for (let code = text.charCodeAt(at); isWordStart(code) || (code >= 48 && code <= 57); code = text.charCodeAt(at)) at++;
  return at;
}

// `1_000`, `0xFFL`, `1.5e3`; the dot of `1.toLong()` is none of it.
function endOfNumber(text: string, from: Index): Index {
  let at = endOfWord(text, from);
  const next = text.charCodeAt(at + 1);
  if (text[at] === '.' && next >= 48 && next <= 57) at = endOfWord(text, at + 1);
  return at;
}

// Comments of Kotlin nest.
function endOfComment({ text, dialect }: Making, at: Index): Index {
  const next = text.charCodeAt(at + 1);
  if (next === SLASH) {
    const end = text.indexOf('\n', at);
    return end < 0 ? text.length : end;
  }
  if (next !== STAR) return at;
  if (dialect === 'java') {
    const end = text.indexOf('*/', at + 2);
    return end < 0 ? text.length : end + 2;
  }
  let depth = 1;
  let here = at + 2;
  while (depth > 0) {
    const close = text.indexOf('*/', here);
    if (close < 0) return text.length;
    const open = text.indexOf('/*', here);
    depth += open >= 0 && open < close ? 1 : -1;
    here = (open >= 0 && open < close ? open : close) + 2;
  }
  return here;
}

function endOfString({ text, dialect }: Making, at: Index, quote: number): Index {
  if (quote === QUOTE && text.startsWith('"""', at)) {
    const end = text.indexOf('"""', at + 3);
    return end < 0 ? text.length : end + 3;
  }
  return dialect === 'kotlin' && quote === QUOTE ? endOfTemplate(text, at) : endOfLiteral(text, at, quote);
}

function endOfLiteral(text: string, from: Index, quote: number): Index {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    if (code === LF) return at;
    if (code === BACKSLASH) at++;
  }
  return text.length;
}

// `"${f("x")}"`: quotes inside of a hole belong to the hole.
function endOfTemplate(text: string, from: Index): Index {
  let depth = 0;
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LF) return at;
    if (code === BACKSLASH) at++;
    else if (depth === 0 && code === QUOTE) return at + 1;
    else if (depth > 0 && code === QUOTE) at = endOfLiteral(text, at, QUOTE) - 1;
    else if (code === DOLLAR && text.charCodeAt(at + 1) === OPEN_BRACE) {
      depth++;
      at++;
    } else if (depth > 0 && code === OPEN_BRACE) depth++;
    else if (depth > 0 && code === CLOSE_BRACE) depth--;
  }
  return text.length;
}

// A closer that does not fit what is open closes the nearest bracket of its kind.
function pairBrackets(text: string, { kinds, starts }: Making['tokens']): Int32Array {
  const partners = new Int32Array(kinds.length).fill(-1);
  const open: { readonly token: number; readonly sign: string }[] = [];
  for (let token = 0; token < kinds.length; token++) {
    if (kinds[token] !== SIGN) continue;
    const sign = text[starts[token] ?? 0] ?? '';
    if (sign === '(' || sign === '[' || sign === '{') open.push({ token, sign });
    const opener = CLOSERS.get(sign);
    if (opener === undefined) continue;
    const last = open.at(-1)?.sign === opener ? open.length - 1 : sign === '}' ? findLast(open, opener) : -1;
    const match = open[last];
    if (match === undefined) continue;
    partners[match.token] = token;
    partners[token] = match.token;
    open.length = last;
  }
  return partners;
}

const FARTHEST = 64;

function findLast(open: readonly { readonly sign: string }[], opener: string): number {
  for (let at = open.length - 1; at >= Math.max(0, open.length - FARTHEST); at--) if (open[at]?.sign === opener) return at;
  return -1;
}

/** The text of a token; empty beyond the last. */
export function textOf({ text, starts, ends, count }: Tokens, token: number): string {
  return token < 0 || token >= count ? '' : text.slice(starts[token], ends[token]);
}

/** True where a token is this sign or word; strings are never. */
export function isToken(tokens: Tokens, token: number, written: string): boolean {
  if (token < 0 || token >= tokens.count || tokens.kinds[token] === STRING) return false;
  const start = tokens.starts[token] ?? 0;
  return (tokens.ends[token] ?? 0) - start === written.length && tokens.text.startsWith(written, start);
}

/** True for a word that is a name or a keyword. */
export function isWord(tokens: Tokens, token: number): boolean {
  return token >= 0 && token < tokens.count && tokens.kinds[token] === WORD;
}

/** The token that closes what opens at a token; where it is not closed, one past it, so that reading goes on inside. */
export function closerOf(tokens: Tokens, token: number): number {
  const partner = tokens.partners[token] ?? -1;
  return partner > token ? partner : token + 1;
}
