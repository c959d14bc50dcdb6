// ML-KEM: key generation, encapsulation, decapsulation, and the input checks that FIPS 203 §7 demands of each.

import { sha3_256 } from '@noble/hashes/sha3.js';
import { equalBytes } from '@noble/post-quantum/utils.js';
import { PqreadyError } from '../model/errors.ts';
import { NOBLE_ML_KEM } from './implementation.ts';
import { requireLength } from './input.ts';
import { ML_KEM, ML_KEM_MESSAGE_BYTES, ML_KEM_SEED_BYTES, type MlKemId } from './parameter-sets.ts';

/** The modulus of FIPS 203 §2.4. */
const Q = 3329;
const HASH_BYTES = 32;

/** Lengths: FIPS 203 Table 3. */
export interface KemKeyPair {
  readonly encapsulationKey: Uint8Array;
  readonly decapsulationKey: Uint8Array;
}

/** Lengths: FIPS 203 Table 3. */
export interface Encapsulation {
  readonly ciphertext: Uint8Array;
  readonly sharedSecret: Uint8Array;
}

/** What a key check of FIPS 203 §7.2 or §7.3 says. */
export type KeyCheck = { readonly valid: true } | { readonly valid: false; readonly reason: 'length' | 'modulus' | 'hash' };

/** ML-KEM.KeyGen. `seed` is d ‖ z, 64 bytes; without it the platform's generator gives one. Throws `bad-input` on another length. */
export function generateKemKeyPair(set: MlKemId, seed?: Uint8Array): KemKeyPair {
  if (seed !== undefined) requireLength(seed, ML_KEM_SEED_BYTES, `${ML_KEM[set].name} seed`);
  const { publicKey, secretKey } = NOBLE_ML_KEM[set].keygen(seed);
  return { encapsulationKey: publicKey, decapsulationKey: secretKey };
}

/**
 * ML-KEM.Encaps. `message` is the 32-byte `m` of known-answer tests; without it the platform's generator gives one.
 * Throws `bad-input` where the key fails the checks of FIPS 203 §7.2.
 */
export function encapsulate(set: MlKemId, encapsulationKey: Uint8Array, message?: Uint8Array): Encapsulation {
  const { name, encapsulationKeyBytes } = ML_KEM[set];
  requireLength(encapsulationKey, encapsulationKeyBytes, `${name} encapsulation key`);
  if (message !== undefined) requireLength(message, ML_KEM_MESSAGE_BYTES, `${name} message m`);
  requireValid(checkEncapsulationKey(set, encapsulationKey), `${name} encapsulation key`);
  const { cipherText, sharedSecret } = NOBLE_ML_KEM[set].encapsulate(encapsulationKey, message);
  return { ciphertext: cipherText, sharedSecret };
}

/**
 * ML-KEM.Decaps, the 32-byte shared secret. A ciphertext that was changed gives another secret, not an error (implicit rejection).
 * Throws `bad-input` where a length is wrong or the key fails the hash check of FIPS 203 §7.3.
 */
export function decapsulate(set: MlKemId, decapsulationKey: Uint8Array, ciphertext: Uint8Array): Uint8Array {
  const { name, decapsulationKeyBytes, ciphertextBytes } = ML_KEM[set];
  requireLength(decapsulationKey, decapsulationKeyBytes, `${name} decapsulation key`);
  requireLength(ciphertext, ciphertextBytes, `${name} ciphertext`);
  requireValid(checkDecapsulationKey(set, decapsulationKey), `${name} decapsulation key`);
  return NOBLE_ML_KEM[set].decapsulate(ciphertext, decapsulationKey);
}

/** FIPS 203 §7.2: the length, and every coefficient below q (what ByteEncode12 ∘ ByteDecode12 leaves unchanged). */
export function checkEncapsulationKey(set: MlKemId, encapsulationKey: Uint8Array): KeyCheck {
  const { k, encapsulationKeyBytes } = ML_KEM[set];
  if (encapsulationKey.length !== encapsulationKeyBytes) return { valid: false, reason: 'length' };
  return hasReducedCoefficients(encapsulationKey.subarray(0, 384 * k)) ? { valid: true } : { valid: false, reason: 'modulus' };
}

/** FIPS 203 §7.3: the length, and H(ek) as it stands in dk. */
export function checkDecapsulationKey(set: MlKemId, decapsulationKey: Uint8Array): KeyCheck {
  const { k, decapsulationKeyBytes } = ML_KEM[set];
  if (decapsulationKey.length !== decapsulationKeyBytes) return { valid: false, reason: 'length' };
  const hashOffset = 768 * k + 32; // dk = dk_PKE (384k) ‖ ek (384k + 32) ‖ H(ek) (32) ‖ z (32), Algorithm 16
  const hash = sha3_256(decapsulationKey.subarray(384 * k, hashOffset));
  const stored = decapsulationKey.subarray(hashOffset, hashOffset + HASH_BYTES);
  return equalBytes(hash, stored) ? { valid: true } : { valid: false, reason: 'hash' };
}

/** Two 12-bit coefficients stand in three bytes, least significant bit first (Algorithm 5). */
function hasReducedCoefficients(packed: Uint8Array): boolean {
  for (let i = 0; i + 2 < packed.length; i += 3) {
    const [b0 = 0, b1 = 0, b2 = 0] = packed.subarray(i, i + 3);
    if ((b0 | ((b1 & 0x0f) << 8)) >= Q || ((b1 >> 4) | (b2 << 4)) >= Q) return false;
  }
  return true;
}

function requireValid(check: KeyCheck, what: string): void {
  if (check.valid) return;
  const clause = check.reason === 'modulus' ? 'the modulus check of FIPS 203 §7.2' : 'the hash check of FIPS 203 §7.3';
  throw new PqreadyError('bad-input', `${what} fails ${clause}`);
}
