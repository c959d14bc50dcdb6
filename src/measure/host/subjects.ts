// One algorithm made ready to be timed: its operations, and the check that comes before the clock.

import type { AlgorithmId } from '../../model/algorithm.ts';
import { PqreadyError } from '../../model/errors.ts';
import type { CryptoProvider, HostAlgorithm } from '../../model/provider.ts';
import { findKnownAnswerFault } from '../../pqc/known-answers.ts';
import { verifyLms } from '../../pqc/lms/verify.ts';
import { isMlDsaId, isMlKemId, type MlDsaId } from '../../pqc/parameter-sets.ts';
import { type ArtefactSizes, sizesOf, toAlgorithm } from './algorithms.ts';
import { signatureOperations, type TimedOperation, toMessages, toOperations, verification } from './operations.ts';
import { openReference } from './reference.ts';
import { openSigningSet, type Repetitions, SIGNING_SET } from './signing-set.ts';

export interface Subject {
  readonly id: HostAlgorithm;
  readonly algorithm: AlgorithmId;
  /** what the algorithm id leaves open, `secp256r1`, `LMS_SHA256_M32_H5 LMOTS_SHA256_N32_W8` */
  readonly parameterSet?: string;
  /** `known answer`: a published one came out right before anything was timed; `round trip`: what was made was used and agreed */
  readonly checkedBy: 'known answer' | 'round trip';
  readonly sizes: ArtefactSizes;
  readonly operations: readonly TimedOperation[];
  /** of the signatures that signing is timed on; fewer than all of them would not be representative */
  readonly repetitions?: Repetitions;
}

/** A valid signature to verify, for the scheme that is only verified here. */
export interface StatefulCase {
  readonly parameterSet: string;
  readonly publicKey: Uint8Array;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
  /** where it is published */
  readonly source: string;
}

/** Makes an algorithm ready. Throws where a known answer does not come out: then there is no figure. */
export function openSubject(id: HostAlgorithm, stateful: StatefulCase | undefined): Subject {
  if (id === 'lms') return openLms(stateful);
  if (isMlDsaId(id)) return openMlDsa(id);
  if (isMlKemId(id)) requireKnownAnswer(id);
  return {
    id,
    ...toAlgorithm(id),
    checkedBy: isMlKemId(id) ? 'known answer' : 'round trip',
    sizes: sizesOf(id),
    operations: toOperations(openReference(id), toMessages(SIGNING_SET)),
  };
}

/** The same algorithm by another implementation, over the same messages; none where it does not know it. */
export function openRival({ open }: CryptoProvider, id: HostAlgorithm): readonly TimedOperation[] {
  const implementation = open(id);
  return implementation === undefined ? [] : toOperations(implementation, toMessages(SIGNING_SET));
}

/** Signing goes through the fixed set of deterministic signatures; key generation is fresh each time. */
function openMlDsa(id: MlDsaId): Subject {
  requireKnownAnswer(id);
  const { messages, pair, repetitions } = openSigningSet(id);
  const keygen = toOperations(openReference(id), toMessages(1)).filter(({ operation }) => operation === 'keygen');
  const operations = [...keygen, ...signatureOperations(pair, messages)];
  return { id, algorithm: id, checkedBy: 'known answer', sizes: sizesOf(id), operations, repetitions };
}

function openLms(stateful: StatefulCase | undefined): Subject {
  if (stateful === undefined) throw new PqreadyError('bad-input', 'lms: expected a signature to verify (`stateful`), got none');
  const { parameterSet, publicKey, signature, source } = stateful;
  const verify = (): boolean => verifyLms(stateful).valid;
  if (!verify()) throw new Error(`lms: the signature of ${source} does not verify, so nothing is timed`);
  const sizes = { publicKeyBytes: publicKey.length, signatureBytes: signature.length };
  return { id: 'lms', algorithm: 'lms', parameterSet, checkedBy: 'known answer', sizes, operations: [verification(verify)] };
}

function requireKnownAnswer(id: Parameters<typeof findKnownAnswerFault>[0]): void {
  const fault = findKnownAnswerFault(id);
  if (fault !== undefined) throw new Error(`${id}: ${fault} differs from its known answer, so nothing is timed`);
}
