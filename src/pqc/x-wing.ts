// X-Wing: X25519 and ML-KEM-768 as one KEM. draft-connolly-cfrg-xwing-kem §5.

import { x25519 } from '@noble/curves/ed25519.js';
import { sha3_256, shake256 } from '@noble/hashes/sha3.js';
import { concatBytes } from '@noble/hashes/utils.js';
import { cleanBytes, randomBytes } from '@noble/post-quantum/utils.js';
import { requireLength } from './input.ts';
import { decapsulate, type Encapsulation, encapsulate, generateKemKeyPair, type KemKeyPair } from './kem.ts';
import { ML_KEM } from './parameter-sets.ts';

/** Lengths in bytes: draft-connolly-cfrg-xwing-kem §5.1. The decapsulation key is a seed. */
export const X_WING = {
  name: 'X-Wing',
  encapsulationKeyBytes: 1216,
  decapsulationKeyBytes: 32,
  ciphertextBytes: 1120,
  sharedSecretBytes: 32,
  /** of derandomised encapsulation: the message m of ML-KEM ‖ the ephemeral X25519 key */
  encapsulationSeedBytes: 64,
} as const;

/** `\.//^\` (§5.3). */
const LABEL = Uint8Array.of(0x5c, 0x2e, 0x2f, 0x2f, 0x5e, 0x5c);

/** Key generation; `seed` is the decapsulation key, 32 bytes. Throws `bad-input` on another length. */
export function generateXWingKeyPair(seed: Uint8Array = randomBytes(X_WING.decapsulationKeyBytes)): KemKeyPair {
  requireLength(seed, X_WING.decapsulationKeyBytes, 'X-Wing decapsulation key');
  const { mlKem, publicKey } = expand(seed);
  return { encapsulationKey: concatBytes(mlKem.encapsulationKey, publicKey), decapsulationKey: seed };
}

/** Encapsulation; `seed` makes it repeatable (§5.4.1). Throws `bad-input` on a wrong length or a key that fails FIPS 203 §7.2. */
export function encapsulateXWing(
  encapsulationKey: Uint8Array,
  seed: Uint8Array = randomBytes(X_WING.encapsulationSeedBytes),
): Encapsulation {
  requireLength(encapsulationKey, X_WING.encapsulationKeyBytes, 'X-Wing encapsulation key');
  requireLength(seed, X_WING.encapsulationSeedBytes, 'X-Wing encapsulation seed');
  const split = ML_KEM['ml-kem-768'].encapsulationKeyBytes;
  const peer = encapsulationKey.subarray(split);
  const ephemeral = seed.subarray(32);
  const ephemeralPublic = x25519.getPublicKey(ephemeral);
  const inner = encapsulate('ml-kem-768', encapsulationKey.subarray(0, split), seed.subarray(0, 32));
  const sharedSecret = combine(inner.sharedSecret, multiply(ephemeral, peer), ephemeralPublic, peer);
  return { ciphertext: concatBytes(inner.ciphertext, ephemeralPublic), sharedSecret };
}

/** Decapsulation, the 32-byte shared secret; rejection is implicit, as in ML-KEM. Throws `bad-input` on a wrong length. */
export function decapsulateXWing(decapsulationKey: Uint8Array, ciphertext: Uint8Array): Uint8Array {
  requireLength(decapsulationKey, X_WING.decapsulationKeyBytes, 'X-Wing decapsulation key');
  requireLength(ciphertext, X_WING.ciphertextBytes, 'X-Wing ciphertext');
  const { mlKem, privateKey, publicKey } = expand(decapsulationKey);
  const split = ML_KEM['ml-kem-768'].ciphertextBytes;
  const peer = ciphertext.subarray(split);
  const inner = decapsulate('ml-kem-768', mlKem.decapsulationKey, ciphertext.subarray(0, split));
  const sharedSecret = combine(inner, multiply(privateKey, peer), peer, publicKey);
  cleanBytes(mlKem.decapsulationKey, privateKey, inner);
  return sharedSecret;
}

interface Expanded {
  readonly mlKem: KemKeyPair;
  readonly privateKey: Uint8Array;
  readonly publicKey: Uint8Array;
}

/** §5.2 expandDecapsulationKey: SHAKE256 gives d ‖ z of ML-KEM and the X25519 key. */
function expand(seed: Uint8Array): Expanded {
  const expanded = shake256(seed, { dkLen: 96 });
  const mlKem = generateKemKeyPair('ml-kem-768', expanded.subarray(0, 64));
  const privateKey = expanded.slice(64);
  cleanBytes(expanded);
  return { mlKem, privateKey, publicKey: x25519.getPublicKey(privateKey) };
}

/** §5.3: SHA3-256(ss_M ‖ ss_X ‖ ct_X ‖ pk_X ‖ label). */
function combine(...[inner, agreed, sent, publicKey]: readonly [Uint8Array, Uint8Array, Uint8Array, Uint8Array]): Uint8Array {
  return sha3_256(concatBytes(inner, agreed, sent, publicKey, LABEL));
}

// X-Wing does not refuse a point of low order: its X25519 output is zero, and the combiner binds the points. noble refuses it by throwing.
function multiply(scalar: Uint8Array, point: Uint8Array): Uint8Array {
  try {
    return x25519.scalarMult(scalar, point);
  } catch {
    return new Uint8Array(32);
  }
}
