// Configurations in braces: statements that end in a semicolon (nginx) or at the end of the line (Caddy, swanctl, lighttpd, Dovecot, HOCON,
// HCL of Terraform), blocks between { and }, lists between [ ] or ( ). Values that a template fills in (`{{ x }}`, `${x}`) stay as they are.

import {
  type ConfigScope,
  type ConfigWord,
  type Directive,
  type DirectiveFile,
  LONGEST_LINE,
  MAX_DIRECTIVES,
  MAX_SCOPES,
  MAX_WORDS,
} from './directives.ts';

/** How a dialect ends its statements, and what its comments begin with. */
export interface BlockSyntax {
  readonly ends: 'semicolon' | 'line';
  /** beside `#`: `//` and, between its two signs, the comment of C */
  readonly slashComments?: true;
}

/** Reads the statements of a text. Linear; nesting deeper than 32 and what follows it is a fault. */
export function readBlockDirectives(text: string, syntax: BlockSyntax): DirectiveFile {
  const reading: Reading = {
    text,
    syntax,
    at: 0,
    line: 1,
    lineStart: 0,
    scopes: [],
    opened: 0,
    lists: 0,
    words: [],
    unclosed: 0,
    directives: [],
  };
  while (reading.at < text.length) {
    const fault = step(reading);
    if (fault !== undefined) return { directives: reading.directives, fault: { line: reading.line, detail: fault } };
  }
  endStatement(reading);
  return { directives: reading.directives };
}

interface Reading {
  readonly text: string;
  readonly syntax: BlockSyntax;
  at: number;
  line: number;
  lineStart: number;
  scopes: readonly ConfigScope[];
  opened: number;
  /** lists that are open: inside one a line end ends nothing */
  lists: number;
  words: ConfigWord[];
  /** quotation marks that nothing closed: after some, a mark is a sign like any other, so that a file of marks is read once */
  unclosed: number;
  readonly directives: Directive[];
}

const MOST_UNCLOSED = 64;

/** One sign, word or comment; answers why reading cannot go on. */
function step(reading: Reading): string | undefined {
  const { text, at, syntax } = reading;
  const char = text[at] ?? '';
  switch (char) {
    case '\n':
      newLine(reading, at);
      if (syntax.ends === 'line' && reading.lists === 0) endStatement(reading);
      return undefined;
    case ' ':
    case '\t':
    case '\r':
    case ',':
      reading.at++;
      return undefined;
    case '#':
      reading.at = endOfLine(text, at);
      return undefined;
    case ';':
      reading.at++;
      endStatement(reading);
      return undefined;
    case '[':
    case '(':
      reading.lists = Math.min(reading.lists + 1, MAX_SCOPES);
      reading.at++;
      return undefined;
    case ']':
    case ')':
      reading.lists = Math.max(reading.lists - 1, 0);
      reading.at++;
      return undefined;
    case '}':
      reading.at++;
      closeBlock(reading);
      return undefined;
    default:
      if (char === '{' && !/[{$%]/.test(text[at + 1] ?? '')) {
        reading.at++;
        return openBlock(reading);
      }
      if (syntax.slashComments === true && char === '/' && skipSlashComment(reading)) return undefined;
      readWord(reading);
      return reading.directives.length >= MAX_DIRECTIVES ? `more than ${MAX_DIRECTIVES} statements` : undefined;
  }
}

function newLine(reading: Reading, at: number): void {
  reading.at = at + 1;
  reading.line++;
  reading.lineStart = at + 1;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function skipSlashComment(reading: Reading): boolean {
  const { text, at } = reading;
  const next = text[at + 1];
  if (next === '/') reading.at = endOfLine(text, at);
  else if (next === '*') moveTo(reading, orEnd(text, text.indexOf('*/', at + 2) + 2, 2));
  return next === '/' || next === '*';
}

function orEnd(text: string, index: number, miss: number): number {
  return index < miss ? text.length : index;
}

/** Goes to a later place, counting the lines between. */
function moveTo(reading: Reading, end: number): void {
  for (let at = reading.text.indexOf('\n', reading.at); at >= 0 && at < end; at = reading.text.indexOf('\n', at + 1)) newLine(reading, at);
  reading.at = end;
}

function endStatement(reading: Reading): void {
  const [first, ...words] = reading.words;
  reading.words = [];
  if (first === undefined) return;
  const heredoc = /^<<-?([A-Za-z_]\w{0,60})$/.exec(words.at(-1)?.text ?? '')?.[1];
  reading.directives.push({ ...toName(first), scopes: reading.scopes, words: toValue(first, words) });
  if (heredoc !== undefined) skipHeredoc(reading, heredoc);
}

// `key=value` in one word, where the sign stands between a name and something that is not a second sign.
function toName(first: ConfigWord): ConfigWord {
  const name = /^([\w.$+-]{1,200}?)[+:]?=/.exec(first.text)?.[1];
  return name === undefined ? { ...first, text: first.text.replace(/:$/, '') } : { ...first, text: name };
}

function toValue(first: ConfigWord, words: readonly ConfigWord[]): readonly ConfigWord[] {
  const sign = /^[\w.$+-]{1,200}?[+:]?=/.exec(first.text)?.[0];
  const tail = sign === undefined ? '' : first.text.slice(sign.length);
  const own = tail === '' ? [] : [{ text: unquoted(tail), line: first.line, index: first.index + (sign?.length ?? 0) }];
  return [...own, ...words.filter((word) => !/^(?:=>?|\+=|:=?)$/.test(word.text))].map((word) => stripSign(word));
}

function stripSign(word: ConfigWord): ConfigWord {
  return /^=[^=~>]/.test(word.text) ? { ...word, text: unquoted(word.text.slice(1)), index: word.index + 1 } : word;
}

// HCL: the lines up to the one that holds the word alone are text.
function skipHeredoc(reading: Reading, word: string): void {
  const { text } = reading;
  for (let start = reading.at; start < text.length; ) {
    const end = endOfLine(text, start);
    if (text.slice(start, Math.min(end, start + LONGEST_LINE)).trim() === word) {
      moveTo(reading, end);
      return;
    }
    start = end + 1;
  }
  moveTo(reading, text.length);
}

function openBlock(reading: Reading): string | undefined {
  if (reading.scopes.length >= MAX_SCOPES) return `blocks nested deeper than ${MAX_SCOPES}`;
  const words = reading.words.filter((word) => word.text !== '=');
  const name = words
    .map((word) => word.text)
    .join(' ')
    .slice(0, 400);
  const [first, ...rest] = words;
  // The head of a block is a statement too: `listen 443 ssl {`, `resource "tls_private_key" "x" {`.
  if (first !== undefined) reading.directives.push({ ...first, scopes: reading.scopes, words: rest });
  reading.words = [];
  reading.lists = 0;
  reading.scopes = [...reading.scopes, { id: ++reading.opened, name }];
  return undefined;
}

function closeBlock(reading: Reading): void {
  endStatement(reading);
  reading.lists = 0;
  reading.scopes = reading.scopes.slice(0, -1);
}

function readWord(reading: Reading): void {
  const { text, at: start, line, lineStart } = reading;
  const index = start - lineStart;
  const end = endOfWord(reading, start);
  if (reading.words.length < MAX_WORDS)
    reading.words.push({ text: unquoted(text.slice(start, Math.min(end, start + LONGEST_LINE))), line, index });
  moveTo(reading, end);
}

const ENDS_WORD = new Set([' ', '\t', '\r', '\n', ';', ',', '{', '}', '[', ']', '(', ')']);

function endOfWord(reading: Reading, start: number): number {
  const { text } = reading;
  let at = start;
  do at = afterPiece(reading, at);
  while (at < text.length && !(ENDS_WORD.has(text[at] ?? '') && !opensValue(text, at)));
  return at;
}

// One character, or the whole of a quotation, a variable or a template's expression.
function afterPiece(reading: Reading, at: number): number {
  const { text } = reading;
  const char = text[at] ?? '';
  if (char === '"' || char === "'") return afterQuotation(reading, at, char);
  if (char === '{' && text[at + 1] === '{') return orEnd(text, text.indexOf('}}', at) + 2, 2);
  if (char === '{' && text[at + 1] === '%') return orEnd(text, text.indexOf('%}', at) + 2, 2);
  if ((char === '$' && text[at + 1] === '{') || (char === '{' && text[at + 1] === '$')) return orEnd(text, text.indexOf('}', at) + 1, 1);
  return at + 1;
}

function opensValue(text: string, at: number): boolean {
  return text[at] === '{' && (text[at + 1] === '{' || text[at + 1] === '$');
}

// A quotation may go over lines; one that is never closed is a sign like any other.
function afterQuotation(reading: Reading, start: number, quote: string): number {
  const { text } = reading;
  if (reading.unclosed >= MOST_UNCLOSED) return start + 1;
  const limit = Math.min(text.length, start + LONGEST_LINE);
  for (let at = start + 1; at < limit; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === quote) return at + 1;
  }
  reading.unclosed++;
  return start + 1;
}

function unquoted(word: string): string {
  const quote = word[0] ?? '';
  return word.length > 1 && (quote === '"' || quote === "'") && word.endsWith(quote) ? word.slice(1, -1) : word;
}
