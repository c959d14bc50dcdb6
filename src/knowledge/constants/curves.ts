// Parameters of elliptic curves in the forms in which libraries carry them: SP 800-186 (P-256, P-384, P-521, Curve25519, Curve448 and their
// Edwards forms), SEC 2 (secp256k1). The numbers are those of @noble/curves, which tests hold against the standards.

import { ed448 } from '@noble/curves/ed448.js';
import { ed25519 } from '@noble/curves/ed25519.js';
import { p256, p384, p521 } from '@noble/curves/nist.js';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import type { CurveId } from '../../model/algorithm.ts';
import { type Mechanism, mechanism } from '../mechanism.ts';
import { type ConstantTable, type Encoding, layWords, toLimbs } from './row.ts';

interface Domain {
  readonly curve: CurveId;
  readonly source: string;
  readonly bits: number;
  readonly p: bigint;
  readonly n: bigint;
  readonly b: bigint;
  readonly x: bigint;
  readonly y: bigint;
}

const domains = (): readonly Domain[] => [
  domain('secp256r1', 'SP 800-186 section 3.2.1.3', 256, p256.Point.CURVE()),
  domain('secp384r1', 'SP 800-186 section 3.2.1.4', 384, p384.Point.CURVE()),
  domain('secp521r1', 'SP 800-186 section 3.2.1.5', 521, p521.Point.CURVE()),
  domain('secp256k1', 'SEC 2 section 2.4.1', 256, secp256k1.Point.CURVE()),
];

/** Limbs that implementations use beside machine words: [bits of a limb, octets that hold it]. */
const LIMBS: readonly (readonly [bits: number, octets: 2 | 4 | 8])[] = [
  [13, 2],
  [15, 2],
  [26, 4],
  [28, 4],
  [29, 4],
  [30, 4],
  [31, 4],
  [51, 8],
  [52, 8],
  [56, 8],
];

/** Tables of elliptic curves. */
export function curveTables(): readonly ConstantTable[] {
  return [...domains().flatMap(weierstrassTables), ...edwards25519Tables(), ...edwards448Tables()];
}

function domain(
  curve: CurveId,
  source: string,
  bits: number,
  { p, n, b, Gx, Gy }: { readonly p: bigint; readonly n: bigint; readonly b: bigint; readonly Gx: bigint; readonly Gy: bigint },
): Domain {
  return { curve, source, bits, p, n, b, x: Gx, y: Gy };
}

function weierstrassTables({ curve, source, bits, p, n, b, x, y }: Domain): readonly ConstantTable[] {
  const says = mechanism('ec', { curve });
  // Montgomery's radix is the next multiple of the word: 512 or 576 for P-521.
  const radix = 1n << BigInt(Math.ceil(bits / 32) * 32);
  const table = (
    name: string,
    value: bigint,
    encodings: readonly Encoding[] = [...plain(value, bits), ...limbs(value, bits)],
  ): ConstantTable[] => (value < 1000n ? [] : [{ name: `${curve} ${name}`, source, says, encodings }]);
  const montgomery = (value: bigint): readonly Encoding[] => words((value * radix) % p, bits, 'Montgomery form');
  return [
    ...table('order', n),
    ...table('coefficient b', b),
    ...table('base point, x', x),
    ...table('base point, y', y),
    ...table('coefficient b', b, montgomery(b)),
    ...table('base point, x', x, montgomery(x)),
    ...table('base point, y', y, montgomery(y)),
    ...table('R squared modulo the order', n, words((radix * radix) % n, bits, 'Montgomery form')),
  ];
}

/** Octets in both orders, words with the lowest first on a big-endian machine, and hexadecimal text. */
function plain(value: bigint, bits: number): readonly Encoding[] {
  const octets = Math.ceil(bits / 8);
  const big = Uint8Array.from({ length: octets }, (_, index) => Number((value >> BigInt(8 * (octets - 1 - index))) & 0xffn));
  const hex = value.toString(16).padStart(octets * 2, '0');
  return [
    { layout: 'octets, big-endian', bytes: big },
    ...words(value, bits, 'plain'),
    { layout: 'hexadecimal text', bytes: new TextEncoder().encode(hex) },
    { layout: 'hexadecimal text, capitals', bytes: new TextEncoder().encode(hex.toUpperCase()) },
  ];
}

function words(value: bigint, bits: number, note: string): readonly Encoding[] {
  const octets = Math.ceil(bits / 8);
  return [
    { layout: `octets, little-endian, ${note}`, bytes: layWords(toLimbs(value, 8, octets), 1, true) },
    { layout: `32-bit words, lowest first, big-endian, ${note}`, bytes: layWords(toLimbs(value, 32, Math.ceil(bits / 32)), 4, false) },
    { layout: `64-bit words, lowest first, big-endian, ${note}`, bytes: layWords(toLimbs(value, 64, Math.ceil(bits / 64)), 8, false) },
  ];
}

function limbs(value: bigint, bits: number): readonly Encoding[] {
  return LIMBS.map(([size, octets]) => ({
    layout: `limbs of ${size} bits, little-endian`,
    bytes: layWords(toLimbs(value, size, Math.ceil(bits / size)), octets, true),
  }));
}

// RFC 8032 section 5.1. Curve25519 and edwards25519 have one order; the coefficient d and the base point's y belong to the Edwards form.
function edwards25519Tables(): readonly ConstantTable[] {
  const { p, n, d, Gx, Gy } = ed25519.Point.CURVE();
  const edwards = mechanism('ed25519', { curve: 'ed25519' });
  const montgomery = mechanism('ec', { curve: 'curve25519' });
  const modulo = (value: bigint): bigint => ((value % p) + p) % p;
  const row = (name: string, value: bigint, says: Mechanism): ConstantTable => ({
    name,
    source: 'RFC 8032 section 5.1; RFC 7748 section 4.1',
    says,
    encodings: [...plain(value, 256), ...limbs(value, 255), ...field25519(value)],
  });
  return [
    row('edwards25519 coefficient d', d, edwards),
    row('edwards25519 coefficient 2d', modulo(2n * d), edwards),
    row('edwards25519 base point, x', Gx, edwards),
    row('edwards25519 base point, y', Gy, edwards),
    row('edwards25519 base point, y + x', modulo(Gy + Gx), edwards),
    row('edwards25519 base point, y - x', modulo(Gy - Gx), edwards),
    row('edwards25519 base point, 2dxy', modulo(2n * d * Gx * Gy), edwards),
    row('Curve25519 order of the base point', n, montgomery),
  ];
}

// Bernstein et al., "High-speed high-security signatures", section 4: limbs of 26 and 25 bits in turn, signed; TweetNaCl: 16 limbs of 16 bits.
function field25519(value: bigint): readonly Encoding[] {
  return [
    ...[true, false].map((littleEndian) => ({
      layout: `signed limbs of 26 and 25 bits, ${littleEndian ? 'little' : 'big'}-endian`,
      bytes: layWords(signedLimbs(value), 4, littleEndian),
    })),
    { layout: 'limbs of 26 and 25 bits, little-endian', bytes: layWords(unsignedLimbs(value), 4, true) },
    { layout: '64-bit limbs of 16 bits, little-endian', bytes: layWords(toLimbs(value, 16, 16), 8, true) },
    { layout: '32-bit limbs of 16 bits, little-endian', bytes: layWords(toLimbs(value, 16, 16), 4, true) },
    { layout: 'limbs of 17 bits, little-endian', bytes: layWords(toLimbs(value, 17, 15), 4, true) },
  ];
}

function unsignedLimbs(value: bigint): readonly bigint[] {
  let left = value;
  return Array.from({ length: 10 }, (_, index) => {
    const size = index % 2 === 0 ? 26n : 25n;
    const limb = left & ((1n << size) - 1n);
    left >>= size;
    return limb;
  });
}

function signedLimbs(value: bigint): readonly bigint[] {
  let left = value;
  const limbsOf = Array.from({ length: 10 }, (_, index) => {
    const size = index % 2 === 0 ? 26n : 25n;
    const low = left & ((1n << size) - 1n);
    const limb = low >= 1n << (size - 1n) ? low - (1n << size) : low;
    left = (left - limb) >> size;
    return limb;
  });
  // 2^255 is 19 modulo the prime: what is carried out of the last limb comes back into the first.
  return limbsOf.with(0, (limbsOf[0] ?? 0n) + 19n * left);
}

// RFC 8032 section 5.2; RFC 7748 section 4.2. The coefficient d is -39081 and stands nowhere as a table.
function edwards448Tables(): readonly ConstantTable[] {
  const { n, Gx, Gy } = ed448.Point.CURVE();
  const row = (name: string, value: bigint, says: Mechanism): ConstantTable => ({
    name,
    source: 'RFC 8032 section 5.2; RFC 7748 section 4.2',
    says,
    encodings: [...plain(value, 448), ...limbs(value, 448)],
  });
  return [
    row('edwards448 base point, x', Gx, mechanism('ed448', { curve: 'ed448' })),
    row('edwards448 base point, y', Gy, mechanism('ed448', { curve: 'ed448' })),
    row('Curve448 order of the base point', n, mechanism('ec', { curve: 'curve448' })),
  ];
}
