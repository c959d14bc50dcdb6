// Why an ML-DSA signature of the right length cannot be valid: FIPS 204 Algorithm 21 (HintBitUnpack) and line 13 of Algorithm 8 (the
// norm of z). noble answers only yes or no; whoever tests an implementation wants to know which check it was.

import type { MlDsaId } from './parameter-sets.ts';

/** What of FIPS 204 Table 1 the encoding of a signature depends on. */
export interface MlDsaEncoding {
  readonly k: number;
  readonly l: number;
  readonly omega: number;
  /** length of c̃, λ/4 */
  readonly challengeBytes: number;
  /** γ1 is this power of two; z takes one bit more for each coefficient */
  readonly gamma1Bits: 17 | 19;
  /** τ·η */
  readonly beta: number;
}

/** FIPS 204 Table 1. */
export const ML_DSA_ENCODINGS: Readonly<Record<MlDsaId, MlDsaEncoding>> = {
  'ml-dsa-44': { k: 4, l: 4, omega: 80, challengeBytes: 32, gamma1Bits: 17, beta: 78 },
  'ml-dsa-65': { k: 6, l: 5, omega: 55, challengeBytes: 48, gamma1Bits: 19, beta: 196 },
  'ml-dsa-87': { k: 8, l: 7, omega: 75, challengeBytes: 64, gamma1Bits: 19, beta: 120 },
};

const COEFFICIENTS = 256;

/** The first check that a signature of the right length fails by itself, without key and message. */
export function findEncodingFault(set: MlDsaId, signature: Uint8Array): 'hint-encoding' | 'z-norm' | undefined {
  const { k, l, omega, challengeBytes, gamma1Bits, beta } = ML_DSA_ENCODINGS[set];
  if (!isHint(hintOf(set, signature), omega)) return 'hint-encoding';
  const z = signature.subarray(challengeBytes, signature.length - omega - k);
  return exceedsNorm(z, l * COEFFICIENTS, { gamma1Bits, beta }) ? 'z-norm' : undefined;
}

/** The packed hint of a signature: ω positions, then k running counts. */
export function hintOf(set: MlDsaId, signature: Uint8Array): Uint8Array {
  const { k, omega } = ML_DSA_ENCODINGS[set];
  return signature.subarray(signature.length - omega - k);
}

/** Algorithm 21: positions strictly ascending within each polynomial, running counts ascending and at most ω, zeros after them. */
function isHint(packed: Uint8Array, omega: number): boolean {
  let index = 0;
  for (const end of packed.subarray(omega)) {
    if (end < index || end > omega) return false;
    for (const first = index; index < end; index++) {
      if (index > first && (packed[index - 1] ?? 0) >= (packed[index] ?? 0)) return false;
    }
  }
  return packed.subarray(index, omega).every((byte) => byte === 0);
}

/** Algorithm 19 unpacks γ1 − v for each v of 1 + log2 γ1 bits, least significant bit first; ‖z‖∞ must be below γ1 − β. */
function exceedsNorm(packed: Uint8Array, count: number, { gamma1Bits, beta }: Pick<MlDsaEncoding, 'gamma1Bits' | 'beta'>): boolean {
  const width = gamma1Bits + 1;
  const gamma1 = 2 ** gamma1Bits;
  let [held, bits, at] = [0, 0, 0];
  for (let read = 0; read < count; read++) {
    for (; bits < width; bits += 8) held |= (packed[at++] ?? 0) << bits;
    if (Math.abs(gamma1 - (held & (2 ** width - 1))) >= gamma1 - beta) return true;
    held >>>= width;
    bits -= width;
  }
  return false;
}
