// Zeta tables in whatever order an implementation keeps them: runs of words that are all powers of zeta, plain or in Montgomery form. Vector
// code permutes the tables of FIPS 203 and FIPS 204 and stores companions beside them; the words stay what they are.

import { power, RINGS, type Ring, toMontgomery } from '../../knowledge/constants.ts';

/** A ring whose powers stand in the bytes. */
export interface Residues {
  readonly ring: Ring;
  readonly layout: string;
  readonly offset: number;
  readonly length: number;
}

/** A run counts from this many words, of which so many differ; runs within the span add up. */
const RUN = { words: 8, differing: 7, total: 40, spanBytes: 8192 } as const;
const HASH_BITS = 16;
const FACTOR = 0x9e3779b1;
const STRIDE = 4;
const FORMS = ['plain', 'Montgomery form'] as const;

interface Kind {
  readonly ring: Ring;
  readonly littleEndian: boolean;
  readonly layout: string;
  readonly flag: number;
}

interface Run {
  start: number;
  length: number;
}

/** The first place of each ring, if any. */
export function findResidues(bytes: Uint8Array): readonly Residues[] {
  return RINGS.flatMap((ring) => {
    const found = ring.wordBytes === 2 ? findNarrow(bytes, ring) : findWide(bytes, ring);
    return found === undefined ? [] : [found];
  });
}

function kindsOf(ring: Ring): readonly Kind[] {
  return [true, false].flatMap((littleEndian, order) =>
    FORMS.map(
      (form, index): Kind => ({
        ring,
        littleEndian,
        layout: `${ring.wordBytes * 8}-bit words, ${littleEndian ? 'little' : 'big'}-endian, ${form}, another order`,
        flag: 1 << (2 * order + index),
      }),
    ),
  );
}

/** Every value that a word may have: powers of zeta as least, centred and negated residues. */
function valuesOf(ring: Ring, montgomery: boolean): readonly number[] {
  const values: number[] = [];
  let zeta = 1;
  for (let exponent = 0; exponent < ring.order; exponent++) {
    const residue = montgomery ? toMontgomery(ring, zeta) : zeta;
    values.push(residue, residue - ring.q);
    zeta = Number((BigInt(zeta) * BigInt(power(ring, 1))) % BigInt(ring.q));
  }
  return values;
}

interface Watch {
  readonly kind: Kind;
  readonly run: Run;
  /** differing words of the runs so far, and where the first of them began */
  seen: Set<number>;
  start: number;
}

function watch(kinds: readonly Kind[]): readonly Watch[] {
  return kinds.map((kind) => ({ kind, run: { start: 0, length: 0 }, seen: new Set(), start: 0 }));
}

let narrow: Uint8Array | undefined;

// One look-up in a table of all 16-bit words tells to which of the four kinds a word belongs; most belong to none.
function findNarrow(bytes: Uint8Array, ring: Ring): Residues | undefined {
  narrow ??= toFlags(ring);
  const flags = narrow;
  const copy = aligned(bytes, 2);
  const words = new Uint16Array(copy.buffer, copy.byteOffset, bytes.length >> 1);
  const watches = watch(kindsOf(ring));
  let active = 0;
  for (let index = 0; index < words.length; index += active === 0 ? STRIDE : 1) {
    let flag = flags[words[index] as number] as number;
    if ((flag | active) === 0) continue;
    if (active === 0) {
      index = firstOfRun(index, (at) => (flags[words[at] as number] as number) !== 0);
      flag = flags[words[index] as number] as number;
    }
    const found = step(watches, { flag, index, words, wordBytes: 2 });
    if (found !== undefined) return found;
    active = flag;
  }
  return end(watches, { flag: 0, index: words.length, words, wordBytes: 2 });
}

function toFlags(ring: Ring): Uint8Array {
  const flags = new Uint8Array(65_536);
  for (const { littleEndian, flag } of kindsOf(ring)) {
    for (const value of valuesOf(ring, flag === 2 || flag === 8)) {
      const word = value & 0xffff;
      const at = littleEndian ? word : ((word & 0xff) << 8) | (word >> 8);
      flags[at] = (flags[at] ?? 0) | flag;
    }
  }
  return flags;
}

let wide: { readonly flags: ReadonlyMap<number, number>; readonly filter: Uint8Array } | undefined;

// Most words are turned away by a table of hashes.
function findWide(bytes: Uint8Array, ring: Ring): Residues | undefined {
  wide ??= toWideFlags(ring);
  const { flags, filter } = wide;
  const copy = aligned(bytes, 4);
  const words = new Int32Array(copy.buffer, copy.byteOffset, bytes.length >> 2);
  const watches = watch(kindsOf(ring));
  let active = 0;
  for (let index = 0; index < words.length; index += active === 0 ? STRIDE : 1) {
    const word = words[index] as number;
    const may = filter[Math.imul(word, FACTOR) >>> (32 - HASH_BITS)] as number;
    if ((may | active) === 0) continue;
    let flag = may === 0 ? 0 : (flags.get(word) ?? 0);
    if ((flag | active) === 0) continue;
    if (active === 0) {
      index = firstOfRun(index, (at) => flags.has(words[at] as number));
      flag = flags.get(words[index] as number) ?? 0;
    }
    const found = step(watches, { flag, index, words, wordBytes: 4 });
    if (found !== undefined) return found;
    active = flag;
  }
  return end(watches, { flag: 0, index: words.length, words, wordBytes: 4 });
}

function toWideFlags(ring: Ring): NonNullable<typeof wide> {
  const flags = new Map<number, number>();
  const filter = new Uint8Array(1 << HASH_BITS);
  for (const { littleEndian, flag } of kindsOf(ring)) {
    for (const value of valuesOf(ring, flag === 2 || flag === 8)) {
      const word = littleEndian ? value | 0 : swap(value | 0);
      flags.set(word, (flags.get(word) ?? 0) | flag);
      filter[Math.imul(word, FACTOR) >>> (32 - HASH_BITS)] = 1;
    }
  }
  return { flags, filter };
}

function swap(word: number): number {
  return ((word & 0xff) << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24);
}

// Every run that counts is longer than the stride: its first word is looked for behind the word that was met.
function firstOfRun(index: number, belongs: (at: number) => boolean): number {
  let first = index;
  while (first > 0 && index - first < STRIDE && belongs(first - 1)) first -= 1;
  return first;
}

interface Step {
  readonly flag: number;
  readonly index: number;
  readonly words: Uint16Array | Int32Array;
  readonly wordBytes: 2 | 4;
}

function step(watches: readonly Watch[], now: Step): Residues | undefined {
  for (const each of watches) {
    if ((now.flag & each.kind.flag) !== 0) {
      if (each.run.length === 0) each.run.start = now.index;
      each.run.length += 1;
      continue;
    }
    const found = close(each, now);
    if (found !== undefined) return found;
  }
  return undefined;
}

function end(watches: readonly Watch[], now: Step): Residues | undefined {
  return step(watches, now);
}

function close(each: Watch, { words, wordBytes }: Step): Residues | undefined {
  const { start, length } = each.run;
  each.run.length = 0;
  if (length < RUN.words) return undefined;
  const differing = new Set(words.subarray(start, start + Math.min(length, RUN.spanBytes)));
  if (differing.size < RUN.differing) return undefined;
  if (each.seen.size === 0 || (start - each.start) * wordBytes > RUN.spanBytes) [each.seen, each.start] = [new Set(), start];
  for (const word of differing) each.seen.add(word);
  if (each.seen.size < RUN.total) return undefined;
  return {
    ring: each.kind.ring,
    layout: each.kind.layout,
    offset: each.start * wordBytes,
    length: (start + length - each.start) * wordBytes,
  };
}

// A typed array begins at a multiple of its words; tables do too, counted from the start of the image.
function aligned(bytes: Uint8Array, size: 2 | 4): Uint8Array {
  return bytes.byteOffset % size === 0 ? bytes : new Uint8Array(bytes); // slice() of a Buffer copies nothing
}
