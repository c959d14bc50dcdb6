// Edge cases of LMS and HSS verification (SP 800-208 §4, RFC 8554 Algorithms 6 and 6a), made from a valid signature of NIST's vectors: type
// codes, leaf numbers, lengths, changed parts. A tree alone is a hierarchy of one level (RFC 8554 §6.1).

import { concatBytes } from '@noble/hashes/utils.js';
import type { PqcRequirementId } from '../../model/conformance.ts';
import { lmsSignatureBytes, readLmsTypes } from '../lms/verify.ts';
import type { StatefulId, VerifyingRequest } from '../operation.ts';
import type { PlannedStep } from '../vectors/plan.ts';
import type { ConformCase } from './cases.ts';
import { flip, gives, otherLengths, rejects } from './edge.ts';

const TYPE_BYTES = 4;

/** The cases of one valid signature, asked as LMS or, wrapped, as HSS. `name` tells several apart. */
export function edgeCasesOfLms(algorithm: StatefulId, name: string, valid: VerifyingRequest): readonly ConformCase[] {
  const types = readLmsTypes(valid.pk);
  if (types === undefined) return [];
  const ask = (change: Partial<VerifyingRequest>): VerifyingRequest => toStateful(algorithm, { ...valid, ...change });
  const rejected = (what: string, requirement: PqcRequirementId, change: Partial<VerifyingRequest>) =>
    rejects({ name: `${name}-${what}`, requirement }, ask(change));
  const { pk, message, signature } = valid;
  const treeType = lmsSignatureBytes(types) - types.lms.h * types.lms.bytes - TYPE_BYTES;
  return [
    ...gives({ name: `${name}-valid`, requirement: 'lms-verify' }, ask({}), [['valid', true]]),
    ...rejected('message', 'lms-reject-modified', { message: flip(message, 0) }),
    ...rejected('root', 'lms-reject-modified', { pk: flip(pk, pk.length - 1) }),
    ...rejected('randomizer', 'lms-reject-modified', { signature: flip(signature, 2 * TYPE_BYTES) }),
    ...rejected('path', 'lms-reject-modified', { signature: flip(signature, signature.length - 1) }),
    ...rejected('leaf-other', 'lms-reject-modified', { signature: flip(signature, TYPE_BYTES - 1) }),
    ...rejected('leaf-outside', 'lms-leaf-number', { signature: signature.with(0, 0x80) }),
    ...rejected('one-time-type', 'lms-types', { signature: flip(signature, 2 * TYPE_BYTES - 1) }),
    ...rejected('tree-type', 'lms-types', { signature: flip(signature, treeType + TYPE_BYTES - 1) }),
    ...otherLengths(signature).flatMap(([length, other]) => rejected(`signature-${length}`, 'lms-signature-length', { signature: other })),
  ];
}

/** A step of LMS as it is, or as a hierarchy of one level. */
export function toStatefulStep(algorithm: StatefulId, { request, expected }: PlannedStep): PlannedStep {
  return request.op === 'verify' ? { request: toStateful(algorithm, request), expected } : { request, expected };
}

/** HSS: `u32 1 ‖ key`, `u32 0 ‖ signature`. */
function toStateful(algorithm: StatefulId, request: VerifyingRequest): VerifyingRequest {
  if (algorithm === 'lms') return { ...request, algorithm };
  const level = (value: number, bytes: Uint8Array): Uint8Array => concatBytes(Uint8Array.of(0, 0, 0, value), bytes);
  return { ...request, algorithm, pk: level(1, request.pk), signature: level(0, request.signature) };
}
