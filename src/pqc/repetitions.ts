// How often the loop of ML-DSA signing ran for a deterministic signature, read back from the signature: FIPS 204 (August 2024) Algorithm 7.
// The standard draws a new mask y for each pass from the same ρ″ and a counter κ, and z = y + c·s₁ differs from its y by at most β = τ·η in
// every coefficient: the κ whose mask lies that near is that of the accepted pass.

import { shake256 } from '@noble/hashes/sha3.js';
import { concatBytes } from '@noble/hashes/utils.js';
import { PqreadyError } from '../model/errors.ts';
import { requireLength } from './input.ts';
import { ML_DSA_ENCODINGS } from './ml-dsa-encoding.ts';
import { ML_DSA, type MlDsaId } from './parameter-sets.ts';

const COEFFICIENTS = 256;
/** FIPS 204 Appendix C: an implementation that bounds the loop allows at least this many passes. */
const MOST_REPETITIONS = 814;

/**
 * The number of passes, 1 or more, that a pure, deterministic signature over `message` with the empty context took.
 * Throws `bad-input` on a wrong length, and where no pass gives the signature: it is hedged, of another key or of another message.
 */
export function countRepetitions(
  id: MlDsaId,
  { privateKey, message, signature }: { readonly privateKey: Uint8Array; readonly message: Uint8Array; readonly signature: Uint8Array },
): number {
  const { name, privateKeyBytes, signatureBytes } = ML_DSA[id];
  requireLength(privateKey, privateKeyBytes, `${name} private key`);
  requireLength(signature, signatureBytes, `${name} signature`);
  const { l, challengeBytes } = ML_DSA_ENCODINGS[id];
  const rhoPrime = seedOfMasks(privateKey, message);
  const z = unpack(id, signature.subarray(challengeBytes));
  for (let repetition = 1; repetition <= MOST_REPETITIONS; repetition++) {
    if (isMaskOf(id, z, unpack(id, mask(id, rhoPrime, (repetition - 1) * l)))) return repetition;
  }
  throw new PqreadyError(
    'bad-input',
    `${name} signature: expected a deterministic one of this key and message, but no pass of the loop gives it`,
  );
}

/** ρ″ = H(K ‖ rnd ‖ μ, 64) with rnd = 0³², μ = H(tr ‖ 0 ‖ 0 ‖ M, 64). The key is ρ ‖ K ‖ tr ‖ …: Algorithm 24. */
function seedOfMasks(privateKey: Uint8Array, message: Uint8Array): Uint8Array {
  const [k, tr] = [privateKey.subarray(32, 64), privateKey.subarray(64, 128)];
  const mu = shake256(concatBytes(tr, new Uint8Array(2), message), { dkLen: 64 });
  return shake256(concatBytes(k, new Uint8Array(32), mu), { dkLen: 64 });
}

/** The packed first polynomial of y: Algorithm 34, lines 3 to 5 with r = 0. */
function mask(id: MlDsaId, rhoPrime: Uint8Array, kappa: number): Uint8Array {
  const bits = ML_DSA_ENCODINGS[id].gamma1Bits + 1;
  return shake256(concatBytes(rhoPrime, Uint8Array.of(kappa & 0xff, kappa >> 8)), { dkLen: (COEFFICIENTS / 8) * bits });
}

/** γ₁ − coefficient, as Algorithm 17 packs it; both polynomials keep that form, so their difference is the coefficients' difference. */
function unpack(id: MlDsaId, packed: Uint8Array): Int32Array {
  const bits = ML_DSA_ENCODINGS[id].gamma1Bits + 1;
  return Int32Array.from({ length: COEFFICIENTS }, (_, index) => {
    const first = index * bits;
    let value = 0;
    for (let bit = 0; bit < bits; bit++) value |= (((packed[(first + bit) >> 3] ?? 0) >> ((first + bit) & 7)) & 1) << bit;
    return value;
  });
}

function isMaskOf(id: MlDsaId, z: Int32Array, y: Int32Array): boolean {
  return z.every((value, index) => Math.abs(value - (y[index] ?? 0)) <= ML_DSA_ENCODINGS[id].beta);
}
