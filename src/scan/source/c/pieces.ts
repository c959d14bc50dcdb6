// Pieces of a C file that are parsed behind it, and the way back from there to where they stand: bodies of macros above all.

import { wordsOf } from './mentions.ts';
import type { Macro } from './preprocessor.ts';

/** A piece that was copied behind the view. */
export interface Piece {
  readonly start: number;
  readonly length: number;
  /** where it stands in the file */
  readonly origin: number;
}

const LONGEST_BODY = 2000;

const VALUE_ROUNDS = 3;

const VALUE = /^[\s()]{0,50}(?:0[xX][0-9a-fA-F]{1,16}|\d{1,20}|"[^"]{0,200}"|[A-Za-z_]\w{0,200})[\sUuLl()\-+*/<|.\w]{0,200}$/;

/** Macros that name a library, or that give a value which the code that was kept, or such a macro, uses. */
export function chooseMacros(all: readonly Macro[], used: ReadonlySet<string>, matters: (word: string) => boolean): readonly Macro[] {
  const short = all.filter(({ body }) => body.length <= LONGEST_BODY).map((macro) => ({ macro, words: wordsOf(macro.body) }));
  const chosen = new Set(short.filter(({ macro, words }) => words.some(matters) && isEven(macro.body)));
  const asked = new Set([...used, ...[...chosen].flatMap(({ words }) => words)]);
  for (let round = 0; round < VALUE_ROUNDS; round++) {
    for (const one of short) {
      if (chosen.has(one) || !asked.has(one.macro.name) || !VALUE.test(one.macro.body.trim())) continue;
      chosen.add(one);
      for (const word of one.words) asked.add(word);
    }
  }
  return short.filter((one) => chosen.has(one)).map(({ macro }) => macro);
}

function isEven(body: string): boolean {
  const count = (pattern: RegExp): number => body.match(pattern)?.length ?? 0;
  return count(/\{/g) === count(/\}/g) && count(/\(/g) === count(/\)/g);
}

/** A piece to be put behind the view, with what makes a declaration of it. */
export interface Appended {
  readonly before: string;
  readonly body: string;
  readonly after: string;
  readonly origin: number;
}

/** A function-like macro reads as a function, an object-like one as a variable: names, parameters and values work as they do there. */
export function toMacroPiece(macro: Macro): Appended {
  const parameters = macro.parameters?.filter((name) => /^\w+$/.test(name)).map((name) => `int ${name}`);
  if (parameters !== undefined)
    return { before: `void ${macro.name}(${parameters.join(',')}){`, body: macro.body, after: '\n;}', origin: macro.at };
  return { before: `auto ${macro.name}=`, body: macro.body, after: '\n;', origin: macro.at };
}

/** The view with the pieces behind it. */
export function append(main: string, appended: readonly Appended[]): { text: string; pieces: readonly Piece[] } {
  const texts = [main, '\n'];
  const pieces: Piece[] = [];
  let at = main.length + 1;
  for (const { before, body, after, origin } of appended) {
    pieces.push({ start: at, length: before.length, origin: -1 }, { start: at + before.length, length: body.length, origin });
    texts.push(before, body, after);
    at += before.length + body.length + after.length;
  }
  return {
    text: texts.join(''),
    pieces: pieces.map((piece, index) => (piece.origin < 0 ? { ...piece, origin: pieces[index + 1]?.origin ?? 0 } : piece)),
  };
}

/** Leads a place in the joined text back to the file. */
export function toFileIndex(pieces: readonly Piece[], mainLength: number, at: number): number {
  if (at < mainLength) return at;
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.start ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low];
  if (piece === undefined) return mainLength;
  // what was put before a body stands where the body begins
  const isBody = low % 2 === 1;
  return isBody ? piece.origin + Math.min(at - piece.start, piece.length) : piece.origin;
}
