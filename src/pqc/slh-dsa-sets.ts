// The parameter sets of SLH-DSA: FIPS 205 (August 2024) §11, Table 2.

import type { PostQuantumId } from '../model/algorithm.ts';

/** SLH-DSA as FIPS 205 approves it. */
export type SlhDsaId = Extract<PostQuantumId, `slh-dsa-${'sha2' | 'shake'}-${128 | 192 | 256}${'s' | 'f'}`>;

/** One row of FIPS 205 Table 2. */
export interface SlhDsaParameterSet {
  /** name in FIPS 205 */
  readonly name: string;
  /** NIST security category */
  readonly category: 1 | 3 | 5;
  /** security parameter in bytes, `n` */
  readonly n: 16 | 24 | 32;
  /** height of the hypertree */
  readonly h: number;
  /** layers of the hypertree */
  readonly d: number;
  /** height of a FORS tree */
  readonly a: number;
  /** number of FORS trees */
  readonly k: number;
  readonly publicKeyBytes: number;
  readonly privateKeyBytes: number;
  readonly signatureBytes: number;
}

type Row = Omit<SlhDsaParameterSet, 'name'>;

// The SHA-2 and the SHAKE set of one row differ in the hash functions only (§11.1, §11.2).
const ROW_128S: Row = { category: 1, n: 16, h: 63, d: 7, a: 12, k: 14, publicKeyBytes: 32, privateKeyBytes: 64, signatureBytes: 7856 };
const ROW_128F: Row = { category: 1, n: 16, h: 66, d: 22, a: 6, k: 33, publicKeyBytes: 32, privateKeyBytes: 64, signatureBytes: 17088 };
const ROW_192S: Row = { category: 3, n: 24, h: 63, d: 7, a: 14, k: 17, publicKeyBytes: 48, privateKeyBytes: 96, signatureBytes: 16224 };
const ROW_192F: Row = { category: 3, n: 24, h: 66, d: 22, a: 8, k: 33, publicKeyBytes: 48, privateKeyBytes: 96, signatureBytes: 35664 };
const ROW_256S: Row = { category: 5, n: 32, h: 64, d: 8, a: 14, k: 22, publicKeyBytes: 64, privateKeyBytes: 128, signatureBytes: 29792 };
const ROW_256F: Row = { category: 5, n: 32, h: 68, d: 17, a: 9, k: 35, publicKeyBytes: 64, privateKeyBytes: 128, signatureBytes: 49856 };

/** FIPS 205 Table 2. */
export const SLH_DSA: Readonly<Record<SlhDsaId, SlhDsaParameterSet>> = {
  'slh-dsa-sha2-128s': { name: 'SLH-DSA-SHA2-128s', ...ROW_128S },
  'slh-dsa-shake-128s': { name: 'SLH-DSA-SHAKE-128s', ...ROW_128S },
  'slh-dsa-sha2-128f': { name: 'SLH-DSA-SHA2-128f', ...ROW_128F },
  'slh-dsa-shake-128f': { name: 'SLH-DSA-SHAKE-128f', ...ROW_128F },
  'slh-dsa-sha2-192s': { name: 'SLH-DSA-SHA2-192s', ...ROW_192S },
  'slh-dsa-shake-192s': { name: 'SLH-DSA-SHAKE-192s', ...ROW_192S },
  'slh-dsa-sha2-192f': { name: 'SLH-DSA-SHA2-192f', ...ROW_192F },
  'slh-dsa-shake-192f': { name: 'SLH-DSA-SHAKE-192f', ...ROW_192F },
  'slh-dsa-sha2-256s': { name: 'SLH-DSA-SHA2-256s', ...ROW_256S },
  'slh-dsa-shake-256s': { name: 'SLH-DSA-SHAKE-256s', ...ROW_256S },
  'slh-dsa-sha2-256f': { name: 'SLH-DSA-SHA2-256f', ...ROW_256F },
  'slh-dsa-shake-256f': { name: 'SLH-DSA-SHAKE-256f', ...ROW_256F },
};

/** In the order of FIPS 205 Table 2. */
export const SLH_DSA_IDS: readonly SlhDsaId[] = [
  'slh-dsa-sha2-128s',
  'slh-dsa-shake-128s',
  'slh-dsa-sha2-128f',
  'slh-dsa-shake-128f',
  'slh-dsa-sha2-192s',
  'slh-dsa-shake-192s',
  'slh-dsa-sha2-192f',
  'slh-dsa-shake-192f',
  'slh-dsa-sha2-256s',
  'slh-dsa-shake-256s',
  'slh-dsa-sha2-256f',
  'slh-dsa-shake-256f',
];

/** True for an id of {@link SLH_DSA}. */
export function isSlhDsaId(id: string): id is SlhDsaId {
  return Object.hasOwn(SLH_DSA, id);
}
