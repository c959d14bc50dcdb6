// The self-test: the shipped ACVP cases, and one round trip with fresh randomness for each parameter set,
// which known answers cannot give because they bring their own.

import { equalBytes, randomBytes } from '@noble/post-quantum/utils.js';
import { parseVectorSet, type VectorText } from './acvp/vector-set.ts';
import { type GroupResult, runVectorSet } from './conformance.ts';
import { decapsulate, encapsulate, generateKemKeyPair } from './kem.ts';
import { ML_DSA, ML_DSA_IDS, ML_KEM, ML_KEM_IDS, type MlDsaId, type MlKemId } from './parameter-sets.ts';
import { generateSignatureKeyPair, sign, verify } from './signature.ts';
import { toVectorReport } from './vectors/report.ts';

/** Keys made, used and checked with fresh randomness. */
export interface RoundTrip {
  readonly parameterSet: string;
  readonly passed: boolean;
}

/** `incomplete`: nothing failed, but a case was skipped or an operation had no case. Only `passed` is a pass. */
export type SelfTestVerdict = 'passed' | 'failed' | 'incomplete';

export interface SelfTestReport {
  readonly implementation: string;
  readonly verdict: SelfTestVerdict;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** operations of the standards that no passed case covered, `ML-KEM-512 decapsulation` */
  readonly uncovered: readonly string[];
  readonly groups: readonly GroupResult[];
  readonly roundTrips: readonly RoundTrip[];
}

/** What FIPS 203 §7 and FIPS 204 §5 define, in ACVP's words. */
const KEM_OPERATIONS: readonly string[] = ['keyGen', 'encapsulation', 'decapsulation', 'encapsulationKeyCheck', 'decapsulationKeyCheck'];
const SIGNATURE_OPERATIONS: readonly string[] = ['keyGen', 'sigGen', 'sigVer'];

/** Runs every case of the files and the round trips. Throws `bad-input` where a file is not an ACVP vector set. */
export function runSelfTest(files: readonly VectorText[]): SelfTestReport {
  const groups = files.flatMap((file) => [...runVectorSet(parseVectorSet(file), { allowWeakHash: true })]);
  const roundTrips = [
    ...ML_KEM_IDS.map((id) => ({ parameterSet: ML_KEM[id].name, passed: closesKem(id) })),
    ...ML_DSA_IDS.map((id) => ({ parameterSet: ML_DSA[id].name, passed: closesSignature(id) })),
  ];
  const { implementation, passed, failed: failedCases, skipped } = toVectorReport(groups, []);
  const failed = failedCases + roundTrips.filter((trip) => !trip.passed).length;
  const uncovered = uncoveredOperations(groups);
  const verdict = failed > 0 ? 'failed' : skipped > 0 || uncovered.length > 0 ? 'incomplete' : 'passed';
  return { implementation, verdict, passed, failed, skipped, uncovered, groups, roundTrips };
}

function uncoveredOperations(groups: readonly GroupResult[]): readonly string[] {
  const covered = new Set(groups.filter((group) => group.passed > 0).map((group) => `${group.parameterSet} ${group.operation}`));
  const wanted = [
    ...ML_KEM_IDS.flatMap((id) => KEM_OPERATIONS.map((operation) => `${ML_KEM[id].name} ${operation}`)),
    ...ML_DSA_IDS.flatMap((id) => SIGNATURE_OPERATIONS.map((operation) => `${ML_DSA[id].name} ${operation}`)),
  ];
  return wanted.filter((operation) => !covered.has(operation));
}

function closesKem(set: MlKemId): boolean {
  const { encapsulationKey, decapsulationKey } = generateKemKeyPair(set);
  const { ciphertext, sharedSecret } = encapsulate(set, encapsulationKey);
  return equalBytes(decapsulate(set, decapsulationKey, ciphertext), sharedSecret);
}

function closesSignature(set: MlDsaId): boolean {
  const { publicKey, privateKey } = generateSignatureKeyPair(set);
  const message = randomBytes(32);
  return verify(set, { publicKey, message, signature: sign(set, { privateKey, message }) }).valid;
}
