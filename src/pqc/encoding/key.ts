// Keys of FIPS 203, 204 and 205, and classical ones beside them, as values: which parameter set or curve, which bytes; and the object
// identifiers that name them in every encoding.

import { randomBytes } from '@noble/post-quantum/utils.js';
import { PqreadyError } from '../../model/errors.ts';
import { NOBLE_ML_DSA } from '../implementation.ts';
import { requireLength } from '../input.ts';
import { generateKemKeyPair } from '../kem.ts';
import {
  isMlDsaId,
  isMlKemId,
  ML_DSA,
  ML_DSA_IDS,
  ML_DSA_SEED_BYTES,
  ML_KEM,
  ML_KEM_IDS,
  ML_KEM_SEED_BYTES,
  type MlKemId,
} from '../parameter-sets.ts';
import { generateSignatureKeyPair, type SignatureId } from '../signature.ts';
import { isSlhDsaId, SLH_DSA, SLH_DSA_IDS } from '../slh-dsa-sets.ts';
import { CLASSICAL_KEY_IDS, CLASSICAL_KEYS, type ClassicalKeyId, generateClassicalPair, isClassicalKeyId } from './classical-key.ts';

/** A parameter set of FIPS 203, 204 or 205. */
export type KeyId = MlKemId | SignatureId;

/** Whatever has a key encoding here. */
export type AnyKeyId = KeyId | ClassicalKeyId;

export interface PublicKey {
  readonly id: AnyKeyId;
  /** as the FIPS encodes it; on a NIST curve `04 ‖ x ‖ y` */
  readonly bytes: Uint8Array;
}

export interface PrivateKey {
  readonly id: AnyKeyId;
  /** ML-KEM: d ‖ z; ML-DSA: ξ; SLH-DSA has no seed form (RFC 9909), classical keys have none */
  readonly seed?: Uint8Array;
  /** as the FIPS encodes it; the scalar, or the key of RFC 8410 */
  readonly expanded: Uint8Array;
}

/** Lengths of one parameter set in bytes. */
export interface KeyLengths {
  readonly name: string;
  readonly publicKeyBytes: number;
  readonly privateKeyBytes: number;
  /** absent for SLH-DSA and classical keys */
  readonly seedBytes?: number;
}

/** In the order of the standards. */
export const KEY_IDS: readonly KeyId[] = [...ML_KEM_IDS, ...ML_DSA_IDS, ...SLH_DSA_IDS];
/** Those, then the classical ones. */
export const ANY_KEY_IDS: readonly AnyKeyId[] = [...KEY_IDS, ...CLASSICAL_KEY_IDS];

const NIST_ARC = '2.16.840.1.101.3.4';

/** NIST Computer Security Objects Register; RFC 9935, RFC 9881, RFC 9909. */
export const KEY_OIDS: Readonly<Record<KeyId, string>> = {
  'ml-kem-512': `${NIST_ARC}.4.1`,
  'ml-kem-768': `${NIST_ARC}.4.2`,
  'ml-kem-1024': `${NIST_ARC}.4.3`,
  'ml-dsa-44': `${NIST_ARC}.3.17`,
  'ml-dsa-65': `${NIST_ARC}.3.18`,
  'ml-dsa-87': `${NIST_ARC}.3.19`,
  'slh-dsa-sha2-128s': `${NIST_ARC}.3.20`,
  'slh-dsa-sha2-128f': `${NIST_ARC}.3.21`,
  'slh-dsa-sha2-192s': `${NIST_ARC}.3.22`,
  'slh-dsa-sha2-192f': `${NIST_ARC}.3.23`,
  'slh-dsa-sha2-256s': `${NIST_ARC}.3.24`,
  'slh-dsa-sha2-256f': `${NIST_ARC}.3.25`,
  'slh-dsa-shake-128s': `${NIST_ARC}.3.26`,
  'slh-dsa-shake-128f': `${NIST_ARC}.3.27`,
  'slh-dsa-shake-192s': `${NIST_ARC}.3.28`,
  'slh-dsa-shake-192f': `${NIST_ARC}.3.29`,
  'slh-dsa-shake-256s': `${NIST_ARC}.3.30`,
  'slh-dsa-shake-256f': `${NIST_ARC}.3.31`,
};

const IDS_BY_OID: ReadonlyMap<string, KeyId> = new Map(KEY_IDS.map((id) => [KEY_OIDS[id], id]));

/** The parameter set of an object identifier. */
export function findKeyId(oid: string): KeyId | undefined {
  return IDS_BY_OID.get(oid);
}

/** True for a name of a parameter set. */
export function isKeyId(id: string): id is KeyId {
  return Object.hasOwn(KEY_OIDS, id);
}

/** True for a name of a parameter set or of a curve. */
export function isAnyKeyId(id: string): id is AnyKeyId {
  return isKeyId(id) || isClassicalKeyId(id);
}

/** True for the sets of FIPS 204 and FIPS 205. */
export function isSignatureId(id: AnyKeyId): id is SignatureId {
  return isMlDsaId(id) || isSlhDsaId(id);
}

/** FIPS 203 Table 3, FIPS 204 Table 2, FIPS 205 Table 2. */
export function keyLengthsOf(id: AnyKeyId): KeyLengths {
  if (isClassicalKeyId(id)) return CLASSICAL_KEYS[id];
  if (isMlKemId(id)) {
    const { name, encapsulationKeyBytes, decapsulationKeyBytes } = ML_KEM[id];
    return { name, publicKeyBytes: encapsulationKeyBytes, privateKeyBytes: decapsulationKeyBytes, seedBytes: ML_KEM_SEED_BYTES };
  }
  return isMlDsaId(id) ? { ...ML_DSA[id], seedBytes: ML_DSA_SEED_BYTES } : SLH_DSA[id];
}

/** The key of a seed of ML-KEM or ML-DSA; `seed` of SLH-DSA is SK.seed ‖ SK.prf ‖ PK.seed and is not kept. Throws `bad-input`. */
export function privateKeyFromSeed(id: KeyId, seed: Uint8Array): PrivateKey {
  if (isMlKemId(id)) return { id, seed, expanded: generateKemKeyPair(id, seed).decapsulationKey };
  const { privateKey } = generateSignatureKeyPair(id, seed);
  return isSlhDsaId(id) ? { id, expanded: privateKey } : { id, seed, expanded: privateKey };
}

/** The public half, read or computed. Throws `bad-input` on a private key of another length or one that does not decode. */
export function publicKeyOf({ id, expanded }: PrivateKey): PublicKey {
  const { name, privateKeyBytes, publicKeyBytes } = keyLengthsOf(id);
  requireLength(expanded, privateKeyBytes, `${name} private key`);
  if (isClassicalKeyId(id)) return { id, bytes: generateClassicalPair(id, expanded).publicKey };
  // FIPS 203 Algorithm 16: dk = dk_PKE ‖ ek ‖ H(ek) ‖ z; FIPS 205 §9.1: sk ends with pk.
  if (isMlKemId(id)) return { id, bytes: expanded.slice(384 * ML_KEM[id].k, 384 * ML_KEM[id].k + publicKeyBytes) };
  if (isSlhDsaId(id)) return { id, bytes: expanded.slice(-publicKeyBytes) };
  try {
    return { id, bytes: NOBLE_ML_DSA[id].getPublicKey(expanded) };
  } catch {
    // The cause is dropped on purpose: noble quotes the coefficient of the private key that is out of range.
    throw new PqreadyError('bad-input', `${name} private key: a coefficient of s1 or s2 is out of range (FIPS 204 Algorithm 25)`);
  }
}

/** A fresh private key, with its seed where the standard has a seed form; randomness from the platform's generator. */
export function generatePrivateKey(id: AnyKeyId): PrivateKey {
  if (isClassicalKeyId(id)) return { id, expanded: generateClassicalPair(id).privateKey };
  const { privateKeyBytes, seedBytes } = keyLengthsOf(id);
  // FIPS 205 §9.1: SK.seed, SK.prf and PK.seed are three of the four parts of the private key.
  const seed = randomBytes(seedBytes ?? (3 * privateKeyBytes) / 4);
  const key = privateKeyFromSeed(id, seed);
  if (key.seed === undefined) seed.fill(0);
  return key;
}
