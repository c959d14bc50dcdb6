// The work of ML-KEM and ML-DSA operations, counted from the standards: Keccak-f[1600] permutations, number-theoretic transforms (forward and
// inverse), products of polynomials in the transformed domain. FIPS 203 (August 2024) Algorithms 13–18 and Table 2; FIPS 204 (August 2024)
// Algorithms 1–3, 6–8, 29–34 and Tables 1, 2. Rejection sampling counts by its expectation, signing by the expected number of attempts.

import type { AlgorithmId } from '../model/algorithm.ts';
import type { SchemeRevision } from '../model/calibration.ts';
import type { Operation } from '../model/measurement.ts';
import { expectedBlocks } from './rejection-sampling.ts';

export type LatticeScheme = 'ml-kem-512' | 'ml-kem-768' | 'ml-kem-1024' | 'ml-dsa-44' | 'ml-dsa-65' | 'ml-dsa-87';

/**
 * `expanded-key`: encapsulation, decapsulation and verification start from a key object that holds the matrix (ML-KEM) and the hash of the key.
 * `low-ram`: nothing kept between attempts: the matrix, the mask and the secrets' transforms are made again at each, c·t is
 * multiplied sparsely.
 */
export type WorkVariant = 'standard' | 'expanded-key' | 'low-ram';

/** The scheme of an algorithm id; `undefined` where it has no work vector here. */
export function findLatticeScheme(algorithm: AlgorithmId): LatticeScheme | undefined {
  return LATTICE_SCHEMES.find((scheme) => scheme === algorithm);
}

/** Every scheme with a work vector, smaller sets first. */
export const LATTICE_SCHEMES: readonly LatticeScheme[] = ['ml-kem-512', 'ml-kem-768', 'ml-kem-1024', 'ml-dsa-44', 'ml-dsa-65', 'ml-dsa-87'];

/** How often each costly step runs. */
export interface Work {
  readonly keccak: number;
  readonly ntt: number;
  readonly products: number;
  /** products of the sparse challenge with an untransformed polynomial, by coefficient of the challenge: low-RAM ML-DSA */
  readonly sparse: number;
}

/** Which operation of what. */
export interface WorkQuestion {
  readonly scheme: LatticeScheme;
  readonly operation: Operation;
  readonly revision?: SchemeRevision;
  readonly variant?: WorkVariant;
  /** of a signature: that many attempts, the expected number where it is left out */
  readonly attempts?: number;
}

/** The work of one operation; `undefined` where the scheme has no such operation. */
export function workOf({ scheme, operation, revision = 'fips', variant = 'standard', attempts }: WorkQuestion): Work | undefined {
  const kem = isKem(scheme) ? KEM_SETS[scheme] : undefined;
  if (kem !== undefined) return kemWork(kem, operation, { revision, expanded: variant === 'expanded-key' });
  const dsa = isKem(scheme) ? undefined : DSA_SETS[scheme];
  return dsa === undefined ? undefined : dsaWork(dsa, operation, { variant, attempts: attemptsOf(dsa, attempts) });
}

/** Expected attempts of one signature: FIPS 204 Table 1 gives 4.25, 5.1 and 3.85. */
export function expectedAttempts(scheme: DsaScheme): number {
  return attemptsOf(DSA_SETS[scheme]).all;
}

/** The number of attempts that a share of all signatures does not exceed: attempts are geometric. */
export function attemptsQuantile(scheme: DsaScheme, share: number): number {
  return Math.ceil(Math.log(1 - share) / Math.log(1 - 1 / expectedAttempts(scheme)));
}

export type KemScheme = Extract<LatticeScheme, `ml-kem-${number}`>;
export type DsaScheme = Exclude<LatticeScheme, KemScheme>;

/** Whether it is a key encapsulation mechanism: ML-KEM. */
export function isKem(scheme: LatticeScheme): scheme is KemScheme {
  return scheme.startsWith('ml-kem-');
}

/** FIPS 203 Table 2; lengths of Table 3. */
interface KemSet {
  readonly k: number;
  readonly eta1: 2 | 3;
  readonly keyBytes: number;
  readonly ciphertextBytes: number;
}

const KEM_SETS: Readonly<Record<KemScheme, KemSet>> = {
  'ml-kem-512': { k: 2, eta1: 3, keyBytes: 800, ciphertextBytes: 768 },
  'ml-kem-768': { k: 3, eta1: 2, keyBytes: 1184, ciphertextBytes: 1088 },
  'ml-kem-1024': { k: 4, eta1: 2, keyBytes: 1568, ciphertextBytes: 1568 },
};

const SHAKE128_RATE = 168;
const SHAKE256_RATE = 136;
const COEFFICIENTS = 256;

/** Algorithm 7: two candidates of 12 bits in three bytes, accepted below 3329. */
const KEM_ENTRY_BLOCKS = expectedBlocks({ perBlock: (SHAKE128_RATE / 3) * 2, accepted: 3329 / 4096 }, COEFFICIENTS);

/** Permutations that absorb so many bytes and give out one block, SHA3-256 and SHAKE256. */
function blocksOf(bytes: number): number {
  return Math.floor(bytes / SHAKE256_RATE) + 1;
}

interface KemForm {
  readonly revision: SchemeRevision;
  /** matrix and H(ek) come with the key */
  readonly expanded: boolean;
}

function kemWork(set: KemSet, operation: Operation, { revision, expanded }: KemForm): Work | undefined {
  const { k, eta1 } = set;
  const matrix = k * k * KEM_ENTRY_BLOCKS;
  const noise1 = Math.ceil((64 * eta1) / SHAKE256_RATE);
  const encrypt = (expanded ? 0 : matrix) + k * noise1 + k + 1;
  const hashing = kemHashing(set, revision);
  switch (operation) {
    case 'keygen': // G(d ‖ k), H(ek)
      return { keccak: 1 + matrix + 2 * k * noise1 + blocksOf(set.keyBytes), ntt: 2 * k, products: k * k, sparse: 0 };
    case 'encaps':
      return { keccak: encrypt + hashing.encaps - (expanded ? blocksOf(set.keyBytes) : 0), ntt: 2 * k + 1, products: k * k + k, sparse: 0 };
    case 'decaps':
      return { keccak: encrypt + hashing.decaps, ntt: 3 * k + 2, products: k * k + 2 * k, sparse: 0 };
    default:
      return undefined;
  }
}

/** FIPS 203: H(ek) and G on one side, G and J(z ‖ c) on the other. Round 3 also hashes m and c, and derives the key from both. */
function kemHashing({ keyBytes, ciphertextBytes }: KemSet, revision: SchemeRevision): { readonly encaps: number; readonly decaps: number } {
  if (revision === 'fips') return { encaps: blocksOf(keyBytes) + 1, decaps: 1 + blocksOf(32 + ciphertextBytes) };
  return { encaps: blocksOf(keyBytes) + 1 + 1 + blocksOf(ciphertextBytes) + 1, decaps: 1 + blocksOf(ciphertextBytes) + 1 };
}

/** FIPS 204 Table 1; `w1Bytes` is one polynomial of w1 encoded, `keyBytes` from Table 2. */
interface DsaSet {
  readonly k: number;
  readonly l: number;
  readonly eta: 2 | 4;
  readonly tau: number;
  readonly gamma1: number;
  readonly gamma2: number;
  readonly w1Bytes: number;
  readonly keyBytes: number;
}

const Q = 8_380_417;
const DSA_SETS: Readonly<Record<DsaScheme, DsaSet>> = {
  'ml-dsa-44': { k: 4, l: 4, eta: 2, tau: 39, gamma1: 2 ** 17, gamma2: (Q - 1) / 88, w1Bytes: 192, keyBytes: 1312 },
  'ml-dsa-65': { k: 6, l: 5, eta: 4, tau: 49, gamma1: 2 ** 19, gamma2: (Q - 1) / 32, w1Bytes: 128, keyBytes: 1952 },
  'ml-dsa-87': { k: 8, l: 7, eta: 2, tau: 60, gamma1: 2 ** 19, gamma2: (Q - 1) / 32, w1Bytes: 128, keyBytes: 2592 },
};

/** Algorithm 30: a candidate of 23 bits in three bytes, accepted below q. */
const DSA_ENTRY_BLOCKS = expectedBlocks({ perBlock: SHAKE128_RATE / 3, accepted: Q / 2 ** 23 }, COEFFICIENTS);
/** Algorithm 31: two candidates of 4 bits in a byte, accepted below 15 (η = 2) or 9 (η = 4). */
const SECRET_BLOCKS: Readonly<Record<2 | 4, number>> = {
  2: expectedBlocks({ perBlock: SHAKE256_RATE * 2, accepted: 15 / 16 }, COEFFICIENTS),
  4: expectedBlocks({ perBlock: SHAKE256_RATE * 2, accepted: 9 / 16 }, COEFFICIENTS),
};

interface Signing {
  readonly variant: WorkVariant;
  readonly attempts: Attempts;
}

function dsaWork(set: DsaSet, operation: Operation, { variant, attempts }: Signing): Work | undefined {
  switch (operation) {
    case 'keygen':
      return dsaKeygen(set);
    case 'sign':
      return variant === 'low-ram' ? dsaSignLowRam(set, attempts) : dsaSign(set, attempts);
    case 'verify':
      return dsaVerify(set, variant);
    default:
      return undefined;
  }
}

function dsaKeygen({ k, l, eta, keyBytes }: DsaSet): Work {
  const keccak = 1 + k * l * DSA_ENTRY_BLOCKS + (k + l) * SECRET_BLOCKS[eta] + blocksOf(keyBytes);
  return { keccak, ntt: l + k, products: k * l, sparse: 0 };
}

function dsaVerify(set: DsaSet, variant: WorkVariant): Work {
  const { k, l, tau, keyBytes } = set;
  const keyHash = variant === 'expanded-key' ? 0 : blocksOf(keyBytes);
  const keccak = keyHash + 1 + k * l * DSA_ENTRY_BLOCKS + challengeBlocks(set);
  const standard: Work = { keccak, ntt: l + 1 + 2 * k, products: k * l + k, sparse: 0 };
  return variant !== 'low-ram' ? standard : { ...standard, ntt: l + 1 + k, products: k * l, sparse: k * tau };
}

/** μ and ρ″, ExpandA, the secrets' transforms once; then attempts that stop at the first check that fails. */
function dsaSign(set: DsaSet, attempts: Attempts): Work {
  const { k, l } = set;
  return {
    keccak: 2 + k * l * DSA_ENTRY_BLOCKS + attempts.all * (l * maskBlocks(set) + challengeBlocks(set)),
    ntt: 2 * k + l + attempts.all * (l + k + 1 + l) + attempts.pastZ * k + k,
    products: attempts.all * (k * l + l) + attempts.pastZ * k + k,
    sparse: 0,
  };
}

/** At each attempt the matrix and the mask (for w and again for z) are made anew, and the secrets transformed anew. */
function dsaSignLowRam(set: DsaSet, attempts: Attempts): Work {
  const { k, l, tau } = set;
  return {
    keccak: 2 + attempts.all * (k * l * DSA_ENTRY_BLOCKS + 2 * l * maskBlocks(set) + challengeBlocks(set)),
    ntt: attempts.all * (l + k + 1 + 2 * l) + attempts.pastZ * 2 * k,
    products: attempts.all * (k * l + l) + attempts.pastZ * k,
    sparse: k * tau,
  };
}

/** H(μ ‖ w1) and SampleInBall, which nearly never needs a second block. */
function challengeBlocks({ k, w1Bytes }: DsaSet): number {
  return blocksOf(64 + k * w1Bytes) + 1;
}

/** ExpandMask of one polynomial: 256 coefficients of 1 + log2(γ1) bits. */
function maskBlocks({ gamma1 }: DsaSet): number {
  return Math.ceil((32 * (1 + Math.log2(gamma1))) / SHAKE256_RATE);
}

interface Attempts {
  readonly all: number;
  /** of them: those that pass the check of z */
  readonly pastZ: number;
}

/** FIPS 204 Table 1 and the submission's estimate e^(−256·β·(l/γ1 + k/γ2)); the last attempt passes both checks, each other one fails one. */
function attemptsOf({ k, l, eta, tau, gamma1, gamma2 }: DsaSet, made?: number): Attempts {
  const beta = tau * eta;
  const passZ = Math.exp((-COEFFICIENTS * beta * l) / gamma1);
  const passR0 = Math.exp((-COEFFICIENTS * beta * k) / gamma2);
  const all = made ?? 1 / (passZ * passR0);
  return { all, pastZ: 1 + ((all - 1) * passZ * (1 - passR0)) / (1 - passZ * passR0) };
}
