// The parameter sets of ML-KEM and ML-DSA: security categories and lengths in bytes.
// FIPS 203 (August 2024) §8, Table 2 and Table 3; FIPS 204 (August 2024) §4, Table 1 and Table 2.

import type { PostQuantumId } from '../model/algorithm.ts';

/** ML-KEM as FIPS 203 approves it. */
export type MlKemId = Extract<PostQuantumId, 'ml-kem-512' | 'ml-kem-768' | 'ml-kem-1024'>;
/** ML-DSA as FIPS 204 approves it. */
export type MlDsaId = Extract<PostQuantumId, 'ml-dsa-44' | 'ml-dsa-65' | 'ml-dsa-87'>;

/** One row of FIPS 203 Table 2 and Table 3. */
export interface MlKemParameterSet {
  /** name in FIPS 203 */
  readonly name: string;
  /** rank of the module, `k` of Table 2 */
  readonly k: 2 | 3 | 4;
  /** NIST security category, §8 */
  readonly category: 1 | 3 | 5;
  readonly encapsulationKeyBytes: number;
  readonly decapsulationKeyBytes: number;
  readonly ciphertextBytes: number;
  readonly sharedSecretBytes: number;
}

/** One row of FIPS 204 Table 1 and Table 2. */
export interface MlDsaParameterSet {
  /** name in FIPS 204 */
  readonly name: string;
  /** NIST security category, Table 1 */
  readonly category: 2 | 3 | 5;
  /** collision strength of c̃ in bits, `λ` of Table 1: what a pre-hash must have (§5.4) */
  readonly lambdaBits: 128 | 192 | 256;
  /** expected number of passes through the signing loop, Table 1 */
  readonly expectedRepetitions: number;
  readonly privateKeyBytes: number;
  readonly publicKeyBytes: number;
  readonly signatureBytes: number;
}

/** FIPS 203 Table 2 (`k`), §8 (category) and Table 3 (lengths). */
export const ML_KEM: Readonly<Record<MlKemId, MlKemParameterSet>> = {
  'ml-kem-512': {
    name: 'ML-KEM-512',
    k: 2,
    category: 1,
    encapsulationKeyBytes: 800,
    decapsulationKeyBytes: 1632,
    ciphertextBytes: 768,
    sharedSecretBytes: 32,
  },
  'ml-kem-768': {
    name: 'ML-KEM-768',
    k: 3,
    category: 3,
    encapsulationKeyBytes: 1184,
    decapsulationKeyBytes: 2400,
    ciphertextBytes: 1088,
    sharedSecretBytes: 32,
  },
  'ml-kem-1024': {
    name: 'ML-KEM-1024',
    k: 4,
    category: 5,
    encapsulationKeyBytes: 1568,
    decapsulationKeyBytes: 3168,
    ciphertextBytes: 1568,
    sharedSecretBytes: 32,
  },
};

/** FIPS 204 Table 1 (category, repetitions) and Table 2 (lengths). */
export const ML_DSA: Readonly<Record<MlDsaId, MlDsaParameterSet>> = {
  'ml-dsa-44': {
    name: 'ML-DSA-44',
    category: 2,
    lambdaBits: 128,
    expectedRepetitions: 4.25,
    privateKeyBytes: 2560,
    publicKeyBytes: 1312,
    signatureBytes: 2420,
  },
  'ml-dsa-65': {
    name: 'ML-DSA-65',
    category: 3,
    lambdaBits: 192,
    expectedRepetitions: 5.1,
    privateKeyBytes: 4032,
    publicKeyBytes: 1952,
    signatureBytes: 3309,
  },
  'ml-dsa-87': {
    name: 'ML-DSA-87',
    category: 5,
    lambdaBits: 256,
    expectedRepetitions: 3.85,
    privateKeyBytes: 4896,
    publicKeyBytes: 2592,
    signatureBytes: 4627,
  },
};

/** In the order of the standard. */
export const ML_KEM_IDS: readonly MlKemId[] = ['ml-kem-512', 'ml-kem-768', 'ml-kem-1024'];
/** In the order of the standard. */
export const ML_DSA_IDS: readonly MlDsaId[] = ['ml-dsa-44', 'ml-dsa-65', 'ml-dsa-87'];

/** The seed (d, z) of ML-KEM.KeyGen, FIPS 203 §7.1 (`d` first, as in the 64-byte seed of RFC 9935). */
export const ML_KEM_SEED_BYTES = 64;
/** The message `m` of ML-KEM.Encaps, FIPS 203 §7.2. */
export const ML_KEM_MESSAGE_BYTES = 32;
/** The seed ξ of ML-DSA.KeyGen, FIPS 204 §5.1. */
export const ML_DSA_SEED_BYTES = 32;
/** The randomness `rnd` of hedged signing, FIPS 204 §5.2. */
export const ML_DSA_RANDOMNESS_BYTES = 32;
/** The message representative μ, FIPS 204 §6.2. */
export const ML_DSA_MU_BYTES = 64;
/** The longest context string, FIPS 204 §5.2. */
export const ML_DSA_MAX_CONTEXT_BYTES = 255;

/** True for an id of {@link ML_KEM}. */
export function isMlKemId(id: string): id is MlKemId {
  return Object.hasOwn(ML_KEM, id);
}

/** True for an id of {@link ML_DSA}. */
export function isMlDsaId(id: string): id is MlDsaId {
  return Object.hasOwn(ML_DSA, id);
}
