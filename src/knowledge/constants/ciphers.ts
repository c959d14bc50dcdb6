// Constants of ciphers, computed from their definitions: FIPS 197 (AES), FIPS 46-3 (DES), Schneier 1993 (Blowfish), RFC 8439 (ChaCha20).

import { mechanism } from '../mechanism.ts';
import { bothOrders, type ConstantTable, type Encoding, type ScatteredWords } from './row.ts';

/** "expand 32-byte k" of ChaCha20 (RFC 8439 section 2.3) and Salsa20 */
const SIGMA: readonly number[] = [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574];
const STREAM = 'ChaCha20 or Salsa20';

/** Tables of ciphers. */
export function cipherTables(): readonly ConstantTable[] {
  const SBOX = aesSbox();
  const INVERSE = SBOX.map((_, value) => SBOX.indexOf(value));
  return [
    {
      name: 'AES S-box',
      source: 'FIPS 197 section 5.1.1',
      says: mechanism('aes'),
      encodings: [...bothOrders(SBOX, 1), ...bothOrders(SBOX, 4)],
    },
    { name: 'AES inverse S-box', source: 'FIPS 197 section 5.3.2', says: mechanism('aes'), encodings: bothOrders(INVERSE, 1) },
    {
      name: 'AES encryption table',
      source: 'FIPS 197 section 5.1.3; Rijndael proposal section 5.2.1',
      says: mechanism('aes'),
      encodings: columns(SBOX, [2, 1, 1, 3]),
    },
    {
      name: 'AES decryption table',
      source: 'FIPS 197 section 5.3.3; Rijndael proposal section 5.3.3',
      says: mechanism('aes'),
      encodings: columns(INVERSE, [14, 9, 13, 11]),
    },
    {
      name: 'AES decryption table of the key schedule',
      source: 'FIPS 197 section 5.3.5',
      says: mechanism('aes'),
      encodings: columns(
        SBOX.map((_, index) => index),
        [14, 9, 13, 11],
      ),
    },
    { name: 'DES S-box', source: 'FIPS 46-3 appendix 1', says: mechanism('des'), encodings: desEncodings() },
    {
      name: 'Blowfish P-array',
      source: 'Schneier, FSE 1993: the digits of pi',
      says: mechanism('blowfish'),
      encodings: bothOrders(piWords(0, 18), 4),
    },
    {
      name: 'Blowfish S-box',
      source: 'Schneier, FSE 1993: the digits of pi',
      says: mechanism('blowfish'),
      encodings: bothOrders(piWords(18, 64), 4),
    },
    {
      name: `sigma of ${STREAM}`,
      source: 'RFC 8439 section 2.3; Salsa20 specification section 8',
      says: mechanism('chacha20'),
      encodings: bothOrders(SIGMA, 4),
    },
  ];
}

/** Ciphers whose constants stand in code. */
export function cipherWords(): readonly ScatteredWords[] {
  return [
    {
      name: `sigma of ${STREAM} in code`,
      source: 'RFC 8439 section 2.3',
      says: mechanism('chacha20'),
      words: SIGMA,
      need: 4,
      withinBytes: 512,
    },
  ];
}

// FIPS 197 section 5.1.1: the multiplicative inverse in GF(2^8), then an affine map with the constant 0x63.
function aesSbox(): readonly number[] {
  return Array.from({ length: 256 }, (_, value) => {
    const inverse = value === 0 ? 0 : Array.from({ length: 254 }).reduce<number>((power) => multiply(power, value), 1);
    const turned = [0, 1, 2, 3, 4].reduce((sum, turn) => sum ^ (((inverse << turn) | (inverse >> (8 - turn))) & 0xff), 0);
    return turned ^ 0x63;
  });
}

// FIPS 197 section 4.2: modulo x^8 + x^4 + x^3 + x + 1.
function multiply(left: number, right: number): number {
  let [product, factor] = [0, left];
  for (let bits = right; bits > 0; bits >>= 1) {
    if ((bits & 1) === 1) product ^= factor;
    factor = (factor << 1) ^ ((factor & 0x80) === 0 ? 0 : 0x11b);
  }
  return product;
}

// A column of MixColumns for each octet; implementations keep it in any rotation, in either byte order, and some twice side by side.
function columns(table: readonly number[], factors: readonly number[]): readonly Encoding[] {
  const entries = table.map((value) => factors.map((factor) => multiply(value, factor)));
  const turned = (octets: readonly number[], turn: number): readonly number[] => [...octets.slice(turn), ...octets.slice(0, turn)];
  return [0, 1, 2, 3].flatMap((turn) =>
    [false, true].flatMap((reversed): Encoding[] => {
      const laid = entries.map((octets) => (reversed ? [...turned(octets, turn)].reverse() : turned(octets, turn)));
      const layout = `32-bit columns, turn ${turn}${reversed ? ', reversed' : ''}`;
      return [
        { layout, bytes: Uint8Array.from(laid.flat()) },
        { layout: `${layout}, each twice`, bytes: Uint8Array.from(laid.flatMap((octets) => [...octets, ...octets])) },
      ];
    }),
  );
}

/** FIPS 46-3, appendix 1: S1 by rows, and P by where each bit comes from. */
const S1: readonly number[] = [
  ...[14, 4, 13, 1, 2, 15, 11, 8, 3, 10, 6, 12, 5, 9, 0, 7],
  ...[0, 15, 7, 4, 14, 2, 13, 1, 10, 6, 12, 11, 9, 5, 3, 8],
  ...[4, 1, 14, 8, 13, 6, 2, 11, 15, 12, 9, 7, 3, 10, 5, 0],
  ...[15, 12, 8, 2, 4, 9, 1, 7, 5, 11, 3, 14, 10, 0, 6, 13],
];
const P: readonly number[] = [
  16, 7, 20, 21, 29, 12, 28, 17, 1, 15, 23, 26, 5, 18, 31, 10, 2, 8, 24, 14, 32, 27, 3, 9, 19, 13, 30, 6, 22, 11, 4, 25,
];

// The outer bits of six choose the row. S1 feeds the four highest bits of what P permutes.
function desEncodings(): readonly Encoding[] {
  const natural = Array.from({ length: 64 }, (_, x) => S1[((x >> 5) * 2 + (x & 1)) * 16 + ((x >> 1) & 15)] ?? 0);
  const permuted = natural.map((nibble) =>
    P.reduce((word, from, to) => (from <= 4 && ((nibble >> (4 - from)) & 1) === 1 ? word + 2 ** (31 - to) : word), 0),
  );
  const mirrored = Array.from({ length: 64 }, (_, x) => mirror(permuted[mirror(x, 6)] ?? 0, 32));
  const turned = (word: number, turn: number): number => (turn === 0 ? word : ((word << turn) | (word >>> (32 - turn))) >>> 0);
  const turns = Array.from({ length: 32 }, (_, turn) => turn);
  return [
    { layout: 'octets by row', bytes: Uint8Array.from(S1) },
    { layout: 'octets by input', bytes: Uint8Array.from(natural) },
    ...turns.flatMap((turn) =>
      bothOrders(
        permuted.map((word) => turned(word, turn)),
        4,
        `permuted, turn ${turn}`,
      ),
    ),
    ...turns.flatMap((turn) =>
      bothOrders(
        mirrored.map((word) => turned(word, turn)),
        4,
        `permuted, mirrored, turn ${turn}`,
      ),
    ),
  ];
}

function mirror(value: number, bits: number): number {
  let mirrored = 0;
  for (let bit = 0; bit < bits; bit++) mirrored += Math.floor(value / 2 ** bit) % 2 === 1 ? 2 ** (bits - 1 - bit) : 0;
  return mirrored;
}

// Machin's formula: pi = 16 arctan(1/5) - 4 arctan(1/239). The words are the digits behind the point.
function piWords(skip: number, count: number): readonly number[] {
  const bits = BigInt((skip + count) * 32);
  const guard = 64n;
  const one = 1n << (bits + guard);
  const fraction = (16n * arctan(one, 5n) - 4n * arctan(one, 239n) - 3n * one) >> guard;
  return Array.from({ length: count }, (_, index) => Number((fraction >> (bits - BigInt((skip + index + 1) * 32))) & 0xffff_ffffn));
}

function arctan(one: bigint, inverse: bigint): bigint {
  let [sum, power] = [0n, one / inverse];
  for (let n = 1n; power !== 0n; n += 2n) {
    sum += n % 4n === 1n ? power / n : -(power / n);
    power /= inverse * inverse;
  }
  return sum;
}
