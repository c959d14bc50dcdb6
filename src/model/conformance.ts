// The result of testing somebody's implementation of FIPS 203, 204, 205 or SP 800-208 against vectors and edge cases: a verdict for each
// requirement and parameter set, tied to what was tested. Evidence that a report shows; not a validation.

import type { AlgorithmId } from './algorithm.ts';
import type { IsoDateTime, Subject } from './evidence.ts';

/** One demand of a standard that cases can examine. `knowledge/pqc-requirements.ts` has its clause and words. */
export type PqcRequirementId =
  | 'ml-kem-keygen'
  | 'ml-kem-encaps'
  | 'ml-kem-randomness'
  | 'ml-kem-decaps'
  | 'ml-kem-implicit-rejection'
  | 'ml-kem-ek-length'
  | 'ml-kem-ek-modulus'
  | 'ml-kem-ciphertext-length'
  | 'ml-kem-dk-length'
  | 'ml-kem-dk-hash'
  | 'ml-kem-seed-length'
  | 'ml-dsa-keygen'
  | 'ml-dsa-sign'
  | 'ml-dsa-sign-pre-hash'
  | 'ml-dsa-sign-internal'
  | 'ml-dsa-hedged'
  | 'ml-dsa-verify'
  | 'ml-dsa-verify-pre-hash'
  | 'ml-dsa-reject-modified'
  | 'ml-dsa-separation'
  | 'ml-dsa-z-norm'
  | 'ml-dsa-hint-encoding'
  | 'ml-dsa-context'
  | 'ml-dsa-signature-length'
  | 'ml-dsa-public-key-length'
  | 'ml-dsa-private-key-length'
  | 'ml-dsa-private-key-range'
  | 'slh-dsa-keygen'
  | 'slh-dsa-sign'
  | 'slh-dsa-sign-pre-hash'
  | 'slh-dsa-verify'
  | 'slh-dsa-reject-modified'
  | 'slh-dsa-separation'
  | 'slh-dsa-context'
  | 'slh-dsa-signature-length'
  | 'slh-dsa-public-key-length'
  | 'slh-dsa-private-key-length'
  | 'lms-verify'
  | 'lms-reject-modified'
  | 'lms-signature-length'
  | 'lms-types'
  | 'lms-leaf-number';

/** Indeterminate: no case was answered, or some of them were not. Never a pass. */
export type ConformanceVerdict = 'met' | 'not-met' | 'indeterminate';

/** A case that speaks against a requirement, or that was not answered. */
export interface ConformanceNote {
  /** `edge/ml-kem-768/ek-modulus-first` */
  readonly case: string;
  readonly why: string;
}

/** One requirement for one parameter set. */
export interface ConformanceRow {
  readonly requirement: PqcRequirementId;
  readonly algorithm: AlgorithmId;
  readonly verdict: ConformanceVerdict;
  readonly passed: number;
  readonly failed: number;
  /** asked and not answered: timed out, died, no answer in the sense of the protocol */
  readonly unanswered: number;
  /** not asked, or declined: the implementation does not offer it */
  readonly unsupported: number;
  /** the first few failures, or where nothing failed, of what was not answered */
  readonly notes: readonly ConformanceNote[];
}

/** How the implementation was reached. */
export type ConformanceChannel = 'process' | 'serial' | 'acvp-responses';

export interface ConformanceRecord {
  readonly schemaVersion: 1;
  readonly record: 'pqc-conformance';
  readonly tool: { readonly name: 'pqready'; readonly version: string };
  readonly observedAt: IsoDateTime;
  readonly channel: ConformanceChannel;
  /** as the driver names it */
  readonly implementation: string;
  readonly platform?: string;
  /** absent: printed as "not tied to a product" */
  readonly subject?: Subject;
  /** of the required requirements that were examined: `not-met` where one is not met */
  readonly verdict: ConformanceVerdict;
  readonly rows: readonly ConformanceRow[];
  /** of the connection: restarts, lines that were no answers */
  readonly remarks: readonly string[];
}
