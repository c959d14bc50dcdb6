// A file without its comments, and the brackets of it: enough to tell a constant of a file or of a class from a variable of a function.

import type { Dialect } from './dialect.ts';

/** What stands between a bracket and the one that closes it. */
export interface Range {
  readonly start: number;
  readonly end: number;
  readonly parent: Range | undefined;
}

/** A file as constants are read from it. */
export interface Plain {
  /** as long as the file, with spaces for comments */
  readonly text: string;
  /** in the order of their starts */
  readonly ranges: readonly Range[];
}

const SPECIAL = /\/\*|\/\/|#|"""|'''|["'`{}()]/g;
const MOST_RANGES = 200_000;

/** Takes comments out and pairs brackets, in one pass. */
export function toPlain(text: string, dialect: Dialect): Plain {
  const parts: string[] = [];
  const ranges: { start: number; end: number; parent: Range | undefined }[] = [];
  const open: { start: number; end: number; parent: Range | undefined }[] = [];
  let done = 0;
  const blank = (from: number, to: number): void => {
    parts.push(text.slice(done, from), text.slice(from, to).replace(/[^\n]/g, ' '));
    done = to;
  };
  SPECIAL.lastIndex = 0;
  for (let hit = SPECIAL.exec(text); hit !== null; hit = SPECIAL.exec(text)) {
    const [sign] = hit;
    const at = hit.index;
    if (sign === '{' || sign === '(') {
      if (ranges.length >= MOST_RANGES) break;
      const range = { start: at, end: text.length, parent: open.at(-1) };
      ranges.push(range);
      open.push(range);
    } else if (sign === '}' || sign === ')') {
      const range = open.pop();
      if (range !== undefined) range.end = at;
    } else if (sign === '/*' && dialect.lineComment === '//') {
      const end = text.indexOf('*/', at + 2);
      blank(at, end < 0 ? text.length : end + 2);
      SPECIAL.lastIndex = done;
    } else if (sign === dialect.lineComment) {
      const end = text.indexOf('\n', at);
      blank(at, end < 0 ? text.length : end);
      SPECIAL.lastIndex = done;
    } else if (sign.length === 3) {
      const end = text.indexOf(sign, at + 3);
      if (dialect.name === 'python') blank(at, end < 0 ? text.length : end + 3);
      SPECIAL.lastIndex = end < 0 ? text.length : end + 3;
    } else if (/["'`]/.test(sign)) SPECIAL.lastIndex = literalEnd(text, at, dialect);
  }
  parts.push(text.slice(done));
  return { text: parts.join(''), ranges };
}

const QUOTED: ReadonlyMap<string, RegExp> = new Map([
  ['"', /"(?:[^"\\\n]|\\[\s\S])*"?/y],
  ["'", /'(?:[^'\\\n]|\\[^\n]){0,400}'|'/y],
  ['`', /`(?:[^`\\]|\\[\s\S])*`?/y],
]);

// A character, or the mark of a lifetime.
const CHARACTER = /'(?:[^'\\\n]|\\[^'\n]{1,10})'|'/y;

function literalEnd(text: string, at: number, { quotes }: Dialect): number {
  const quoted = text[at] === "'" && !quotes.includes("'") ? CHARACTER : QUOTED.get(text[at] ?? '');
  if (quoted === undefined) return at + 1;
  quoted.lastIndex = at;
  return at + (quoted.exec(text)?.[0].length ?? 1);
}

/** The innermost range at a place; undefined at the outermost level. */
export function rangeAt(ranges: readonly Range[], at: number): Range | undefined {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  let range = ranges[low - 1];
  while (range !== undefined && range.end <= at) range = range.parent;
  return range;
}
