// Configurations with one statement a line: `Key value` (sshd_config, mosquitto, OpenVPN), `key = value` with `[sections]` (openssl.cnf,
// stunnel, WireGuard), `key=value` in braces (wpa_supplicant), `<Sections>` (Apache), sections that a word opens (HAProxy, ipsec.conf),
// OpenWrt's UCI, Java properties. Facts from the manual pages config(5), ssh_config(5), wpa_supplicant.conf(5), crypttab(5), ipsec.conf(5).

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

/** How the lines of a dialect are read. */
export interface LineSyntax {
  /** signs that make a line a comment */
  readonly comments: string;
  /** signs that begin a comment after white space too */
  readonly trailingComments?: string;
  /** what stands between name and value: white space, an equals sign (or a colon, for properties), or either */
  readonly assigns: 'space' | 'equals' | 'either';
  /** how a section is written; a function answers the name of the section that a line opens */
  readonly sections?: 'brackets' | 'angles' | 'braces' | ((line: string) => string | undefined);
  /** a section of this name is the whole file's */
  readonly global?: string;
  /** a line goes on: after a backslash, where the next is indented, or until the list that it opens is closed */
  readonly continues?: 'backslash' | 'indent' | 'list';
  /** inline files in tags of their own, `<ca>` to `</ca>`: OpenVPN */
  readonly inlineFiles?: true;
}

/** Reads the statements of lines. Linear; a line longer than 16,384 characters is passed over and ends nothing. */
export function readLineDirectives(lines: readonly string[], syntax: LineSyntax): DirectiveFile {
  const directives: Directive[] = [];
  const state: State = { scopes: [], opened: 0, skipping: undefined };
  for (let at = 0; at < lines.length; at++) {
    if (lines[at] === '') continue;
    const joined = joinLines(lines, at, syntax);
    if (directives.length >= MAX_DIRECTIVES)
      return { directives, fault: { line: at + 1, detail: `more than ${MAX_DIRECTIVES} statements` } };
    const found = readLine(joined.pieces, syntax, state);
    if (found !== undefined) directives.push(found);
    at = joined.last;
  }
  return { directives };
}

interface State {
  scopes: readonly ConfigScope[];
  opened: number;
  /** the tag that ends an inline file */
  skipping: string | undefined;
}

interface Piece {
  readonly text: string;
  readonly line: number;
  readonly index: number;
}

/** A line with those that continue it. */
function joinLines(
  lines: readonly string[],
  at: number,
  { continues, comments }: LineSyntax,
): { readonly pieces: readonly Piece[]; readonly last: number } {
  const first = lines[at] ?? '';
  const pieces: Piece[] = [];
  let text = first.length > LONGEST_LINE ? '' : first;
  let last = at;
  const isComment = comments.includes(text.trimStart()[0] ?? ' ');
  while (continues === 'backslash' && !isComment && text.endsWith('\\') && last + 1 < lines.length && pieces.length < MAX_WORDS) {
    pieces.push({ text: text.slice(0, -1), line: last + 1, index: 0 });
    last++;
    text = bounded(lines[last]);
  }
  pieces.push({ text, line: last + 1, index: 0 });
  if (continues === 'list' && !isComment && /=[ \t]*\[[^\]]*$/.test(text)) {
    while (!text.includes(']') && last + 1 < lines.length && pieces.length < MAX_WORDS) {
      last++;
      text = bounded(lines[last]);
      if (!comments.includes(text.trimStart()[0] ?? ' ')) pieces.push({ text, line: last + 1, index: 0 });
    }
  }
  while (
    continues === 'indent' &&
    !isComment &&
    /\S/.test(first) &&
    /^[ \t]+\S/.test(lines[last + 1]?.slice(0, 200) ?? '') &&
    pieces.length < MAX_WORDS
  ) {
    last++;
    if (!comments.includes(lines[last]?.trimStart()[0] ?? ' ')) pieces.push({ text: bounded(lines[last]), line: last + 1, index: 0 });
  }
  return { pieces, last };
}

function bounded(line: string | undefined): string {
  return line === undefined || line.length > LONGEST_LINE ? '' : line;
}

function readLine(pieces: readonly Piece[], syntax: LineSyntax, state: State): Directive | undefined {
  const [first] = pieces;
  const trimmed = first?.text.trim() ?? '';
  if (first === undefined || trimmed === '' || isInlineFile(trimmed, syntax, state)) return undefined;
  if (syntax.comments.includes(trimmed[0] ?? ' ')) return undefined;
  if (changesScope(trimmed, syntax, state)) return undefined;
  const words = pieces.flatMap((piece) => splitWords(piece, syntax));
  return toDirective(words, syntax, state.scopes);
}

function isInlineFile(line: string, { inlineFiles }: LineSyntax, state: State): boolean {
  if (inlineFiles !== true) return false;
  if (state.skipping !== undefined) {
    if (line === state.skipping) state.skipping = undefined;
    return true;
  }
  const tag = /^<([a-z][a-z0-9-]{0,40})>$/.exec(line)?.[1];
  if (tag !== undefined) state.skipping = `</${tag}>`;
  return tag !== undefined;
}

function changesScope(line: string, { sections, global }: LineSyntax, state: State): boolean {
  switch (sections) {
    case undefined:
      return false;
    case 'brackets': {
      const name = /^\[\s*([^\]]{0,200}?)\s*\]/.exec(line)?.[1];
      if (name !== undefined) state.scopes = name === global ? [] : [{ id: ++state.opened, name }];
      return name !== undefined;
    }
    case 'angles': {
      const [, closing, name = ''] = /^<(\/?)([A-Za-z][^>]{0,400})>/.exec(line) ?? [];
      if (closing === undefined) return false;
      if (closing === '/') state.scopes = state.scopes.slice(0, -1);
      else if (state.scopes.length < MAX_SCOPES) state.scopes = [...state.scopes, { id: ++state.opened, name }];
      return true;
    }
    case 'braces': {
      const name = /^([\w-]{1,80})\s*=?\s*\{$/.exec(line)?.[1];
      if (line === '}') state.scopes = state.scopes.slice(0, -1);
      else if (name !== undefined && state.scopes.length < MAX_SCOPES) state.scopes = [...state.scopes, { id: ++state.opened, name }];
      return line === '}' || name !== undefined;
    }
    default: {
      const name = sections(line);
      if (name !== undefined) state.scopes = name === global ? [] : [{ id: ++state.opened, name }];
      // The line that opens a section may say something too: `listener 8883`, `config dropbear`.
      return false;
    }
  }
}

const QUOTES = '"\'';

/** The words of a line; quotation marks hold white space together and are taken away. */
function splitWords({ text, line, index }: Piece, { trailingComments = '' }: LineSyntax): readonly ConfigWord[] {
  const words: ConfigWord[] = [];
  let at = 0;
  while (at < text.length && words.length < MAX_WORDS) {
    const char = text[at] ?? '';
    if (char === ' ' || char === '\t' || char === '\r') {
      at++;
      continue;
    }
    if (trailingComments.includes(char)) break;
    const end = endOfWord(text, at);
    words.push({ text: unquoted(text.slice(at, end)), line, index: index + at });
    at = end;
  }
  return words;
}

// A mark inside a word opens a quotation too (`key="two words"`); one that is never closed is a sign like any other.
function endOfWord(text: string, start: number): number {
  let at = start;
  while (at < text.length && text[at] !== ' ' && text[at] !== '\t' && text[at] !== '\r') {
    const close = QUOTES.includes(text[at] ?? '') ? text.indexOf(text[at] ?? '', at + 1) : -1;
    at = close < 0 ? at + 1 : close + 1;
  }
  return at;
}

function unquoted(word: string): string {
  const quote = word[0] ?? '';
  return word.length > 1 && QUOTES.includes(quote) && word.endsWith(quote) ? word.slice(1, -1) : word;
}

function toDirective(words: readonly ConfigWord[], { assigns }: LineSyntax, scopes: readonly ConfigScope[]): Directive | undefined {
  const [first, ...rest] = words;
  if (first === undefined) return undefined;
  const cut = assigns === 'space' ? -1 : first.text.search(/[=:](?!\/)/);
  const isAssigned = cut > 0 && (assigns === 'equals' || first.text[cut] === '=');
  const name = isAssigned ? first.text.slice(0, cut) : first.text;
  const tail = isAssigned ? first.text.slice(cut + 1) : '';
  const value: readonly ConfigWord[] =
    tail === '' ? rest : [{ text: unquoted(tail), line: first.line, index: first.index + cut + 1 }, ...rest];
  return { text: name, line: first.line, index: first.index, scopes, words: isAssigned ? value : withoutSign(value, assigns) };
}

// `key = value` and `key =value`: the sign is a word of its own, or the first character of the next.
function withoutSign(words: readonly ConfigWord[], assigns: LineSyntax['assigns']): readonly ConfigWord[] {
  const [sign, ...rest] = words;
  if (assigns === 'space' || sign === undefined) return words;
  const length = /^[+?]?=|^:=?/.exec(sign.text)?.[0].length ?? 0;
  if (length === 0) return words;
  const tail = sign.text.slice(length);
  return tail === '' ? rest : [{ text: unquoted(tail), line: sign.line, index: sign.index + length }, ...rest];
}
