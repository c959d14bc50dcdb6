// The shape of a table of constants that an implementation carries in its bytes, and how numbers are laid out there.

import type { Mechanism } from '../mechanism.ts';

/** One way in which a table stands in memory. */
export interface Encoding {
  /** `32-bit words, little-endian` */
  readonly layout: string;
  readonly bytes: Uint8Array;
}

/** A table that only implementations of one mechanism carry. */
export interface ConstantTable {
  readonly name: string;
  /** standard and clause that define it */
  readonly source: string;
  readonly says: Mechanism;
  readonly encodings: readonly Encoding[];
}

/** Words that stand near one another in code, as immediates or in literal pools, where a table was unrolled. */
export interface ScatteredWords {
  readonly name: string;
  readonly source: string;
  readonly says: Mechanism;
  readonly words: readonly number[];
  /** how many different ones must stand within `withinBytes` */
  readonly need: number;
  readonly withinBytes: number;
}

type WordBytes = 1 | 2 | 4 | 8;

/** Numbers side by side; negative ones in two's complement. */
export function layWords(values: readonly (number | bigint)[], size: WordBytes, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(values.length * size);
  values.forEach((value, index) => {
    let left = BigInt.asUintN(size * 8, BigInt(value));
    for (let octet = 0; octet < size; octet++) {
      bytes[index * size + (littleEndian ? octet : size - 1 - octet)] = Number(left & 0xffn);
      left >>= 8n;
    }
  });
  return bytes;
}

/** The same numbers in both byte orders; octets have none. */
export function bothOrders(values: readonly (number | bigint)[], size: WordBytes, note = ''): readonly Encoding[] {
  const suffix = note === '' ? '' : `, ${note}`;
  if (size === 1) return [{ layout: `octets${suffix}`, bytes: layWords(values, 1, true) }];
  return [true, false].map((littleEndian) => ({
    layout: `${size * 8}-bit words, ${littleEndian ? 'little' : 'big'}-endian${suffix}`,
    bytes: layWords(values, size, littleEndian),
  }));
}

/** The limbs of a number, lowest first, each of `bits` bits. */
export function toLimbs(value: bigint, bits: number, count: number): readonly bigint[] {
  const mask = (1n << BigInt(bits)) - 1n;
  return Array.from({ length: count }, (_, index) => (value >> BigInt(bits * index)) & mask);
}

/** Largest whole number whose power is not above `value`. */
export function integerRoot(value: bigint, power: 2n | 3n): bigint {
  let [low, high] = [0n, 1n << (BigInt(value.toString(2).length) / power + 1n)];
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    if (middle ** power <= value) low = middle;
    else high = middle - 1n;
  }
  return low;
}
