// Encodings as bit patterns, and random instructions of them. A pattern has one character per bit, first bit first: 0 and 1 stand for
// themselves, `i` is any bit, and a letter in a row of three, four or five is a register: `d` and `e` destinations (never the same one),
// `n`, `m`, `a` sources, `r` a source of four bits
// that is written twice, `b` the base of an access, `o` a small offset.

import type { Random } from './random.ts';

/** One encoding. `legal` refuses fields that the architecture leaves unpredictable. */
export interface Pattern {
  readonly name: string;
  readonly bits: string;
  readonly legal?: (word: number) => boolean;
}

/** Which registers a letter may stand for. */
export interface RegisterChoice {
  readonly destinations: readonly number[];
  readonly sources: readonly number[];
  readonly base: number;
  readonly offset: number;
}

const REPEATED_BITS = 4;

/** An instruction of a pattern; 16 or 32 bits as the pattern is long. Registers of three bits count from `lowest`. */
export function encode(pattern: Pattern, random: Random, choice: RegisterChoice): number {
  for (;;) {
    const word = fill(pattern.bits.replaceAll(' ', ''), random, choice);
    if (pattern.legal === undefined || pattern.legal(word)) return word;
  }
}

function fill(bits: string, random: Random, choice: RegisterChoice): number {
  const chosen = new Map<string, number>();
  const seen = new Map<string, number>();
  const widths = new Map<string, number>();
  for (const letter of bits) widths.set(letter, (widths.get(letter) ?? 0) + 1);
  let word = 0;
  for (const letter of bits) {
    // `r` is written twice in four bits each
    const width = letter === 'r' ? REPEATED_BITS : (widths.get(letter) ?? 1);
    const used = seen.get(letter) ?? 0;
    seen.set(letter, used + 1);
    if (!chosen.has(letter)) chosen.set(letter, register(letter, width, { random, choice, taken: chosen }));
    const bit =
      letter === '0' || letter === '1'
        ? Number(letter)
        : letter === 'i'
          ? random.below(2)
          : ((chosen.get(letter) ?? 0) >>> (width - 1 - (used % width))) & 1;
    word = ((word << 1) | bit) >>> 0;
  }
  return word;
}

interface Drawing {
  readonly random: Random;
  readonly choice: RegisterChoice;
  readonly taken: ReadonlyMap<string, number>;
}

function register(letter: string, width: number, { random, choice, taken }: Drawing): number {
  const fits = (each: number): boolean => each < 2 ** width;
  if (letter === 'b') return choice.base;
  if (letter === 'o') return choice.offset;
  if (letter === 'd') return random.pick(choice.destinations.filter(fits));
  if (letter === 'e') return random.pick(choice.destinations.filter((each) => fits(each) && each !== taken.get('d')));
  return 'nmar'.includes(letter) ? random.pick(choice.sources.filter(fits)) : 0;
}
