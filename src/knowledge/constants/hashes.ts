// Constants of hash functions, computed from their definitions: FIPS 180-4 (SHA-1, SHA-2), RFC 1321 (MD5), FIPS 202 (Keccak), RFC 7693 (BLAKE2).

import { mechanism } from '../mechanism.ts';
import { bothOrders, type ConstantTable, type Encoding, integerRoot, layWords, type ScatteredWords } from './row.ts';

/** FIPS 180-4 section 5.3.1: the digits counted up and down; the first four are those of MD5 too (RFC 1321 section 3.3). */
const IV1: readonly number[] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];

/** Tables of hash functions. */
export function hashTables(): readonly ConstantTable[] {
  const { k512: K512, k256: K256, iv384: IV384, iv224: IV224 } = sha2Constants();
  const [K1, T] = [sha1Rounds(), md5Sines()];
  return [
    {
      name: 'SHA-256 round constants',
      source: 'FIPS 180-4 section 4.2.2',
      says: mechanism('sha-256'),
      encodings: [...bothOrders(K256, 4), ...bothOrders(inPairs(K256, 4), 4, 'four words twice')],
    },
    {
      name: 'SHA-512 round constants',
      source: 'FIPS 180-4 section 4.2.3',
      says: mechanism('sha-512'),
      encodings: [
        ...bothOrders(K512, 8),
        ...bothOrders(inPairs(K512, 2), 8, 'two words twice'),
        { layout: '32-bit halves, high first, little-endian', bytes: layWords(toHalves(K512), 4, true) },
      ],
    },
    { name: 'SHA-224 initial hash value', source: 'FIPS 180-4 section 5.3.2', says: mechanism('sha-224'), encodings: bothOrders(IV224, 4) },
    {
      name: 'SHA-384 initial hash value',
      source: 'FIPS 180-4 section 5.3.4',
      says: mechanism('sha-384'),
      encodings: [
        ...bothOrders(IV384, 8),
        { layout: '32-bit halves, high first, little-endian', bytes: layWords(toHalves(IV384), 4, true) },
      ],
    },
    { name: 'MD5 sine table', source: 'RFC 1321 section 3.4', says: mechanism('md5'), encodings: bothOrders(T, 4) },
    { name: 'SHA-1 round constants', source: 'FIPS 180-4 section 4.2.1', says: mechanism('sha-1'), encodings: bothOrders(K1, 4) },
    { name: 'SHA-1 initial hash value', source: 'FIPS 180-4 section 5.3.1', says: mechanism('sha-1'), encodings: bothOrders(IV1, 4) },
    {
      name: 'Keccak-f[1600] round constants (SHA-3, SHAKE)',
      source: 'FIPS 202 section 3.2.5',
      says: mechanism('sha-3'),
      encodings: keccakEncodings(),
    },
    {
      name: 'Keccak-f[1600] rotation offsets (SHA-3, SHAKE)',
      source: 'FIPS 202 section 3.2.2',
      says: mechanism('sha-3'),
      encodings: [1, 4].flatMap((size) => bothOrders(rotationOffsets(), size === 1 ? 1 : 4)),
    },
    {
      name: 'BLAKE2 message schedule',
      source: 'RFC 7693 section 2.7',
      says: mechanism('blake2b'),
      encodings: [...bothOrders(blakeRows().slice(0, 160), 1), ...bothOrders(blakeRows().slice(0, 160), 4)],
    },
  ];
}

/** Hash functions whose constants stand in code. */
export function hashWords(): readonly ScatteredWords[] {
  const [K1, T, { k256: K256 }] = [sha1Rounds(), md5Sines(), sha2Constants()];
  return [
    { name: 'MD5 sine constants in code', source: 'RFC 1321 section 3.4', says: mechanism('md5'), words: T, need: 32, withinBytes: 16_384 },
    {
      name: 'SHA-1 round constants in code',
      source: 'FIPS 180-4 section 4.2.1',
      says: mechanism('sha-1'),
      words: K1,
      need: 4,
      withinBytes: 16_384,
    },
    {
      name: 'SHA-256 round constants in code',
      source: 'FIPS 180-4 section 4.2.2',
      says: mechanism('sha-256'),
      words: K256,
      need: 32,
      withinBytes: 32_768,
    },
  ];
}

// FIPS 180-4 section 4.2.3: the first 64 bits of the fractional parts of the cube roots of the first 80 primes; SHA-256 takes 32 of the
// first 64 (section 4.2.2). Section 5.3.4: the same of the square roots of the ninth to sixteenth prime; SHA-224 takes their second halves.
function sha2Constants() {
  const primes = firstPrimes(80);
  const k512 = primes.map((prime) => integerRoot(prime << 192n, 3n) & 0xffff_ffff_ffff_ffffn);
  const iv384 = primes.slice(8, 16).map((prime) => integerRoot(prime << 128n, 2n) & 0xffff_ffff_ffff_ffffn);
  return {
    k512,
    k256: k512.slice(0, 64).map((word) => Number(word >> 32n)),
    iv384,
    iv224: iv384.map((word) => Number(word & 0xffff_ffffn)),
  };
}

// FIPS 180-4 section 4.2.1: the square roots of 2, 3, 5 and 10, times 2^30.
function sha1Rounds(): readonly number[] {
  return [2n, 3n, 5n, 10n].map((value) => Number(integerRoot(value << 60n, 2n) & 0xffff_ffffn));
}

// RFC 1321 section 3.4: the whole part of 2^32 times the sine of 1 to 64.
function md5Sines(): readonly number[] {
  return Array.from({ length: 64 }, (_, index) => Math.floor(Math.abs(Math.sin(index + 1)) * 2 ** 32));
}

function firstPrimes(count: number): readonly bigint[] {
  const primes: bigint[] = [];
  for (let candidate = 2n; primes.length < count; candidate++) {
    if (primes.every((prime) => candidate % prime !== 0n)) primes.push(candidate);
  }
  return primes;
}

// Vector code keeps each group of words twice, side by side, for two lanes.
function inPairs<T>(values: readonly T[], group: number): readonly T[] {
  return values.flatMap((_, index) =>
    index % group === 0 ? [...values.slice(index, index + group), ...values.slice(index, index + group)] : [],
  );
}

function toHalves(values: readonly bigint[]): readonly bigint[] {
  return values.flatMap((value) => [value >> 32n, value & 0xffff_ffffn]);
}

// FIPS 202 algorithm 5: rc(t) is the first bit of an LFSR over x^8 + x^6 + x^5 + x^4 + 1; bit 2^j - 1 of round i is rc(j + 7i).
function roundBits(): readonly (readonly number[])[] {
  let state = 1;
  return Array.from({ length: 24 }, () =>
    Array.from({ length: 7 }, () => {
      const bit = state & 1;
      state = (state << 1) ^ ((state & 0x80) === 0 ? 0 : 0x171);
      return bit;
    }),
  );
}

function keccakEncodings(): readonly Encoding[] {
  const rounds = roundBits();
  const words = rounds.map((bits) => bits.reduce((word, bit, j) => word | (BigInt(bit) << ((1n << BigInt(j)) - 1n)), 0n));
  const compact = rounds.map((bits) => bits.reduce((octet, bit, j) => octet | (bit << j), 0));
  return [
    ...bothOrders(words, 8),
    ...bothOrders([...words].reverse(), 8, 'last round first'),
    { layout: '32-bit halves, high first, little-endian', bytes: layWords(toHalves(words), 4, true) },
    ...bothOrders(words.flatMap(interleave), 4, 'even and odd bits apart'),
    ...bothOrders(
      words.flatMap((word) => [...interleave(word)].reverse()),
      4,
      'odd and even bits apart',
    ),
    { layout: 'one octet a round', bytes: Uint8Array.from(compact) },
  ];
}

// Bit interleaving for 32-bit processors: "Keccak implementation overview", section 2.1.
function interleave(word: bigint): readonly bigint[] {
  return [0n, 1n].map((first) => {
    let half = 0n;
    for (let bit = 0n; bit < 32n; bit++) half |= ((word >> (2n * bit + first)) & 1n) << bit;
    return half;
  });
}

// FIPS 202 algorithm 2: the offset of the t-th lane that is visited is (t+1)(t+2)/2.
function rotationOffsets(): readonly number[] {
  return Array.from({ length: 24 }, (_, t) => (((t + 1) * (t + 2)) / 2) % 64);
}

// RFC 7693 section 2.7, table of SIGMA: ten permutations.
function blakeRows(): readonly number[] {
  return [
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
    [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
    [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
    [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
    [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13],
    [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
    [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11],
    [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
    [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
    [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
  ].flat();
}
