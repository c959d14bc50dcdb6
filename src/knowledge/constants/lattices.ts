// Zeta tables of ML-KEM and ML-DSA, computed from their definitions: FIPS 203 section 4.3 (q = 3329, zeta = 17) and FIPS 204 section 7.5
// (q = 8380417, zeta = 1753), plain and in Montgomery form, as least or as centred residues.

import { type Mechanism, mechanism } from '../mechanism.ts';
import { bothOrders, type ConstantTable, type Encoding } from './row.ts';

/** A modulus with its root of unity and the Montgomery radix that implementations use. */
export interface Ring {
  readonly name: string;
  readonly source: string;
  readonly says: Mechanism;
  readonly q: number;
  readonly zeta: number;
  /** order of zeta; the table holds half of it for ML-KEM, which stops at pairs */
  readonly order: number;
  readonly tableLength: number;
  readonly radixBits: number;
  readonly wordBytes: 2 | 4;
}

/** The rings of the two standards. Kyber and Dilithium of round 3 have the same tables. */
export const RINGS: readonly Ring[] = [
  {
    name: 'ML-KEM zetas',
    source: 'FIPS 203 section 4.3, appendix A',
    says: mechanism('ml-kem'),
    ...{ q: 3329, zeta: 17, order: 256, tableLength: 128, radixBits: 16, wordBytes: 2 },
  },
  {
    name: 'ML-DSA zetas',
    source: 'FIPS 204 section 7.5, appendix B',
    says: mechanism('ml-dsa'),
    ...{ q: 8380417, zeta: 1753, order: 512, tableLength: 256, radixBits: 32, wordBytes: 4 },
  },
];

/** Zeta tables in the order of the standards, from the second entry on: the first is 1, 0 or left out. */
export function latticeTables(): readonly ConstantTable[] {
  return RINGS.map((ring) => ({
    name: ring.name,
    source: ring.source,
    says: ring.says,
    encodings: encodingsOf(ring),
  }));
}

function encodingsOf(ring: Ring): readonly Encoding[] {
  const plantard =
    ring.radixBits === 16
      ? bothOrders(
          bitReversed(ring).map((zeta) => toPlantard(ring, zeta)),
          4,
          'Plantard form',
        )
      : [];
  const others = [false, true].flatMap((montgomery) => {
    const zetas = bitReversed(ring).map((zeta) => (montgomery ? toMontgomery(ring, zeta) : zeta));
    const centred = zetas.map((zeta) => (zeta > ring.q / 2 ? zeta - ring.q : zeta));
    const note = montgomery ? 'Montgomery form' : 'plain';
    const sizes = ring.wordBytes === 2 ? ([2, 4] as const) : ([4] as const);
    return sizes.flatMap((size) => [
      ...bothOrders(zetas, size, `${note}, least residues`),
      ...bothOrders(centred, size, `${note}, centred`),
    ]);
  });
  return [...others, ...plantard];
}

function bitReversed(ring: Ring): readonly number[] {
  const bits = Math.log2(ring.tableLength);
  return Array.from({ length: ring.tableLength - 1 }, (_, index) => power(ring, reverse(index + 1, bits)));
}

function reverse(value: number, bits: number): number {
  let reversed = 0;
  for (let bit = 0; bit < bits; bit++) reversed |= ((value >> bit) & 1) << (bits - 1 - bit);
  return reversed;
}

/** A power of zeta modulo q. */
export function power({ q, zeta }: Ring, exponent: number): number {
  let result = 1n;
  for (let count = 0; count < exponent; count++) result = (result * BigInt(zeta)) % BigInt(q);
  return Number(result);
}

/** A residue in Montgomery form. */
export function toMontgomery({ q, radixBits }: Ring, value: number): number {
  return Number((BigInt(value) << BigInt(radixBits)) % BigInt(q));
}

// Plantard, "Efficient word size modular arithmetic", IEEE TETC 2021; for 16-bit words a constant is kept as its centred product with -2^32
// modulo q, times the inverse of q modulo 2^32.
function toPlantard({ q }: Ring, value: number): number {
  const residue = Number((((-BigInt(value) << 32n) % BigInt(q)) + BigInt(q)) % BigInt(q));
  const centred = residue > q / 2 ? residue - q : residue;
  return Number(BigInt.asUintN(32, BigInt(centred) * inverseOf(BigInt(q))));
}

// Newton's iteration doubles the bits that are right; q is odd, and its own inverse modulo 8.
function inverseOf(q: bigint): bigint {
  let inverse = q;
  for (let bits = 3; bits < 32; bits *= 2) inverse = BigInt.asUintN(32, inverse * (2n - q * inverse));
  return inverse;
}
