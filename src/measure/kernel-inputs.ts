// The inputs of every counted operation, made from labels by SHAKE256 (FIPS 202): the same on every machine, and in the generator of the
// signing paths (bench/signing-paths.ts).

import { shake256 } from '@noble/hashes/sha3.js';
import type { MlDsaId, MlKemId } from '../pqc/parameter-sets.ts';

/** Bytes that depend on the label alone. */
export function bytesFor(label: string, length: number): Uint8Array {
  return shake256(new TextEncoder().encode(`pqready kernel ${label}`), { dkLen: length });
}

/** Seed of the nth key: d ‖ z of ML-KEM (64 bytes), ξ of ML-DSA (32). */
export function keySeed(algorithm: MlKemId | MlDsaId, index: number): Uint8Array {
  return bytesFor(`${algorithm} key ${index}`, algorithm.startsWith('ml-kem') ? 64 : 32);
}

/** The randomness m of the nth encapsulation. */
export function encapsSeed(algorithm: MlKemId, index: number): Uint8Array {
  return bytesFor(`${algorithm} m ${index}`, 32);
}

/** What the nth signature is of (32 bytes), and its randomness (hedged signing, FIPS 204 §5.2). All are by key 0. */
export function signingInput(algorithm: MlDsaId, index: number): { readonly message: Uint8Array; readonly rnd: Uint8Array } {
  return { message: bytesFor(`${algorithm} message ${index}`, 32), rnd: bytesFor(`${algorithm} rnd ${index}`, 32) };
}
