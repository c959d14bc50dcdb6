// A tolerant view of a C file before preprocessing (ISO/IEC 9899 §6.10): comments and directives become spaces so that what is left
// parses, macros and includes are listed, and every place knows the condition it stands under. Nothing is included or expanded.

import { foldConditions, isDead, nestRegions, type OpenConditional, type Region, toCondition } from './conditions.ts';
import { blank, directiveEnd, literalEnd, logicalLineEnd, withoutComments } from './text.ts';

/** A macro as defined. */
export interface Macro {
  readonly name: string;
  /** absent for an object-like macro */
  readonly parameters?: readonly string[];
  readonly body: string;
  /** where the body stands */
  readonly at: number;
}

/** A file as the parser may see it, and what was taken out. */
export interface CView {
  /** as long as the file, with spaces where there is nothing to parse */
  readonly text: string;
  /** the same with all branches in it */
  readonly source: string;
  readonly macros: readonly Macro[];
  readonly includes: readonly { readonly header: string; readonly at: number }[];
  readonly regions: readonly Region[];
  /** stretches that are not part of `text`: dead branches, and branches that do not close what they open */
  readonly asides: readonly { readonly start: number; readonly end: number }[];
}

interface Reader {
  readonly text: string;
  readonly blanks: [number, number][];
  readonly macros: Macro[];
  readonly includes: { header: string; at: number }[];
  readonly regions: Region[];
  readonly asides: { start: number; end: number }[];
  readonly open: OpenConditional[];
  /** braces and parentheses open since the file began */
  depth: number;
  /** conditionals that were opened deeper than is followed */
  tooDeep: number;
}

const DEEPEST = 200;

/** Reads the whole file once. */
export function viewC(text: string): CView {
  const reader: Reader = { text, blanks: [], macros: [], includes: [], regions: [], asides: [], open: [], depth: 0, tooDeep: 0 };
  scan(reader);
  while (reader.open.length > 0) closeConditional(reader, text.length);
  const { macros, includes, regions, asides } = reader;
  const source = blank(text, reader.blanks);
  const view =
    asides.length === 0
      ? source
      : blank(
          source,
          asides.map(({ start, end }) => [start, end] as const),
        );
  return { text: view, source, macros, includes, regions: nestRegions(regions), asides };
}

// Everything that changes the state: a directive, a comment, a literal, a bracket. Whatever lies between is skipped by the regex engine.
const TOKEN = /^[ \t]*#|\/\*|\/\/|"|'|[{}()]/gm;

function scan(reader: Reader): void {
  const { text } = reader;
  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(text); token !== null; token = TOKEN.exec(text)) {
    const at = token.index;
    switch (token[0]) {
      case '{':
      case '(':
        reader.depth++;
        break;
      case '}':
      case ')':
        reader.depth--;
        break;
      case '"':
      case "'":
        TOKEN.lastIndex = literalEnd(text, at);
        break;
      case '/*':
        TOKEN.lastIndex = skip(reader, at, text.indexOf('*/', at + 2), 2);
        break;
      case '//':
        TOKEN.lastIndex = skip(reader, at, logicalLineEnd(text, at), 0);
        break;
      default:
        TOKEN.lastIndex = readDirective(reader, at);
    }
  }
}

function skip(reader: Reader, from: number, found: number, length: number): number {
  const end = found < 0 ? reader.text.length : found + length;
  reader.blanks.push([from, end]);
  return end;
}

const DIRECTIVE = /^[ \t]*#[ \t]*([a-z]{1,20})/;

function readDirective(reader: Reader, at: number): number {
  const end = directiveEnd(reader.text, at);
  const line = reader.text.slice(at, end);
  const word = DIRECTIVE.exec(line);
  const rest = at + (word?.[0].length ?? line.length);
  reader.blanks.push([at, end]);
  switch (word?.[1]) {
    case 'define':
      readMacro(reader, rest, end);
      break;
    case 'include':
    case 'import':
      readInclude(reader, rest, end);
      break;
    case 'if':
    case 'ifdef':
    case 'ifndef':
      openConditional(reader, word[1], { at, rest, end });
      break;
    case 'elif':
    case 'else':
      if (reader.tooDeep === 0) nextBranch(reader, { at, rest, end });
      break;
    case 'endif':
      if (reader.tooDeep > 0) reader.tooDeep--;
      else closeConditional(reader, at);
      break;
    default: // #pragma, #error, #line, #undef: nothing to keep
  }
  return end;
}

const MACRO_NAME = /[ \t]*([A-Za-z_]\w{0,200})(?:\(([^()]{0,500})\))?/y;

function readMacro(reader: Reader, from: number, end: number): void {
  MACRO_NAME.lastIndex = from;
  const head = MACRO_NAME.exec(reader.text);
  if (head?.[1] === undefined || isDeadHere(reader)) return;
  const at = from + head[0].length;
  const parameters = head[2]
    ?.split(',')
    .map((name) => name.replace(/[\s\\]/g, ''))
    .filter((name) => name !== '');
  reader.macros.push({
    name: head[1],
    body: withoutComments(reader.text.slice(at, end)),
    at,
    ...(parameters === undefined ? {} : { parameters }),
  });
}

const HEADER = /[ \t]*[<"]([^>"\n]{1,300})[>"]/y;

function readInclude(reader: Reader, from: number, end: number): void {
  HEADER.lastIndex = from;
  const header = HEADER.exec(reader.text);
  if (header?.[1] !== undefined && HEADER.lastIndex <= end && !isDeadHere(reader)) reader.includes.push({ header: header[1], at: from });
}

function isDeadHere(reader: Reader): boolean {
  return reader.open.some((conditional) => isDead(conditional));
}

interface Line {
  readonly at: number;
  readonly rest: number;
  readonly end: number;
}

function openConditional(reader: Reader, word: 'if' | 'ifdef' | 'ifndef', line: Line): void {
  if (reader.open.length >= DEEPEST) {
    reader.tooDeep++;
    return;
  }
  const written = withoutComments(reader.text.slice(line.rest, line.end)).replace(/\s+/g, ' ').trim();
  const isGuard = word === 'ifndef' && isIncludeGuard(reader.text, written, line.end);
  reader.open.push({ current: isGuard ? '' : toCondition(word, written), past: [], start: line.end, depth: reader.depth, branches: [] });
}

function isIncludeGuard(text: string, name: string, from: number): boolean {
  const next = text.slice(from, from + 2000).trimStart();
  return new RegExp(`^#\\s{0,20}define\\s{1,20}${name.replace(/\W/g, '')}\\s`).test(`${next} `);
}

function nextBranch(reader: Reader, line: Line): void {
  const conditional = reader.open.at(-1);
  if (conditional === undefined) return;
  endBranch(reader, conditional, line.at);
  const isElse = /^\s{0,200}#\s{0,200}else\b/.test(reader.text.slice(line.at, line.end));
  const written = withoutComments(reader.text.slice(line.rest, line.end)).replace(/\s+/g, ' ').trim();
  conditional.past.push(conditional.current);
  conditional.current = isElse ? '1' : written;
  conditional.start = line.end;
  reader.depth = conditional.depth;
}

function closeConditional(reader: Reader, at: number): void {
  const conditional = reader.open.at(-1);
  if (conditional === undefined) return;
  endBranch(reader, conditional, at);
  reader.open.pop();
  reader.depth = conditional.depth + (conditional.branches.find((branch) => !branch.dead)?.opens ?? 0);
  const uneven = conditional.branches.some((branch) => branch.opens !== 0);
  const first = conditional.branches.find((branch) => !branch.dead);
  for (const branch of conditional.branches) {
    if (branch.dead || (uneven && branch !== first) || (branch.opens !== 0 && conditional.isCplusplus === true)) {
      reader.asides.push({ start: branch.start, end: branch.end });
    }
  }
  if (conditional.isCplusplus === true) reader.depth = conditional.depth;
}

function endBranch(reader: Reader, conditional: OpenConditional, at: number): void {
  const dead = isDead(conditional);
  const opens = reader.depth - conditional.depth;
  conditional.branches.push({ start: conditional.start, end: at, opens, dead });
  if (conditional.current.includes('__cplusplus')) conditional.isCplusplus = true;
  const condition = foldConditions(reader.open);
  if (condition !== '') reader.regions.push({ start: conditional.start, end: at, condition, dead: isDeadHere(reader) });
}
