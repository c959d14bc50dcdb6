// Which requirement a step examines: by its operation where a result is expected, by the check that the reference names where it must be
// rejected.

import { shake256 } from '@noble/hashes/sha3.js';
import { concatBytes } from '@noble/hashes/utils.js';
import { equalBytes } from '@noble/post-quantum/utils.js';
import type { PqcRequirementId } from '../../model/conformance.ts';
import type { DecapsRequest, OperationRequest, RejectionReason } from '../operation.ts';
import { isMlDsaId, isMlKemId, ML_KEM_MESSAGE_BYTES } from '../parameter-sets.ts';
import { answerByReference } from '../reference.ts';
import { findMessageFault } from '../signature.ts';
import type { PlannedStep } from '../vectors/plan.ts';

type Family = 'ml-kem' | 'ml-dsa' | 'slh-dsa' | 'lms';

type ByReason = Readonly<Partial<Record<RejectionReason, PqcRequirementId>>>;

const BY_REASON: Readonly<Record<Family, ByReason>> = {
  'ml-kem': {
    'seed-length': 'ml-kem-seed-length',
    'm-length': 'ml-kem-seed-length',
    'ek-length': 'ml-kem-ek-length',
    'ek-modulus': 'ml-kem-ek-modulus',
    'ciphertext-length': 'ml-kem-ciphertext-length',
    'dk-length': 'ml-kem-dk-length',
    'dk-hash': 'ml-kem-dk-hash',
  },
  'ml-dsa': {
    'private-key-length': 'ml-dsa-private-key-length',
    'private-key-range': 'ml-dsa-private-key-range',
    'public-key-length': 'ml-dsa-public-key-length',
    'signature-length': 'ml-dsa-signature-length',
    'context-length': 'ml-dsa-context',
    'hint-encoding': 'ml-dsa-hint-encoding',
    'z-norm': 'ml-dsa-z-norm',
    'signature-mismatch': 'ml-dsa-reject-modified',
  },
  'slh-dsa': {
    'private-key-length': 'slh-dsa-private-key-length',
    'public-key-length': 'slh-dsa-public-key-length',
    'signature-length': 'slh-dsa-signature-length',
    'context-length': 'slh-dsa-context',
    'signature-mismatch': 'slh-dsa-reject-modified',
  },
  lms: {
    'public-key-type': 'lms-types',
    'signature-type': 'lms-types',
    'hash-mix': 'lms-types',
    levels: 'lms-types',
    'public-key-length': 'lms-signature-length',
    'signature-length': 'lms-signature-length',
    'leaf-number': 'lms-leaf-number',
    'signature-mismatch': 'lms-reject-modified',
  },
};

/** Absent where no requirement speaks of what the step asks. */
export function findRequirement({ request, expected }: PlannedStep): PqcRequirementId | undefined {
  const family = familyOf(request);
  if (expected.kind === 'rejected') {
    // A vector's flag may name several checks; which of them it is, the reference tells. Signing it would take too long to ask.
    const [first] = expected.reasons;
    return requirementOfReason(family, first === undefined || request.op === 'verify' ? reasonOf(request) : first);
  }
  const values = [...expected.values.values()];
  if (values.some(({ value }) => value === false)) return requirementOfReason(family, reasonOf(request));
  return requirementOfResult(request, family, expected.values.get('k')?.value);
}

/** True for a pre-hash weaker than the parameter set. */
export function isWeakPreHash(request: OperationRequest): boolean {
  if ((request.op !== 'sign' && request.op !== 'verify') || request.form === undefined) return false;
  if (request.algorithm === 'lms' || request.algorithm === 'hss') return false;
  return findMessageFault(request.algorithm, request.message, request.form) === 'weak-pre-hash';
}

function familyOf({ algorithm }: OperationRequest): Family {
  if (algorithm === 'lms' || algorithm === 'hss') return 'lms';
  if (isMlKemId(algorithm)) return 'ml-kem';
  return isMlDsaId(algorithm) ? 'ml-dsa' : 'slh-dsa';
}

function requirementOfReason(family: Family, reason: RejectionReason | undefined): PqcRequirementId | undefined {
  return reason === undefined ? undefined : BY_REASON[family][reason];
}

function reasonOf(request: OperationRequest): RejectionReason | undefined {
  const answer = answerByReference(request);
  return answer.kind === 'rejected' ? answer.reason : undefined;
}

function requirementOfResult(
  request: OperationRequest,
  family: Family,
  secret: Uint8Array | boolean | undefined,
): PqcRequirementId | undefined {
  switch (request.op) {
    case 'keygen':
      return family === 'lms' ? undefined : `${family}-keygen`;
    case 'encaps':
      return 'ml-kem-encaps';
    case 'decaps':
      return isImplicitRejection(request, secret) ? 'ml-kem-implicit-rejection' : 'ml-kem-decaps';
    case 'check-ek':
      return 'ml-kem-ek-modulus';
    case 'check-dk':
      return 'ml-kem-dk-hash';
    case 'sign':
      if (family === 'slh-dsa') return request.form.form === 'pre-hash' ? 'slh-dsa-sign-pre-hash' : 'slh-dsa-sign';
      return request.form.form === 'pure'
        ? 'ml-dsa-sign'
        : request.form.form === 'pre-hash'
          ? 'ml-dsa-sign-pre-hash'
          : 'ml-dsa-sign-internal';
    case 'verify':
      if (family === 'lms') return 'lms-verify';
      if (family === 'slh-dsa') return 'slh-dsa-verify';
      return request.form?.form === 'pre-hash' ? 'ml-dsa-verify-pre-hash' : 'ml-dsa-verify';
  }
}

/** FIPS 203 Algorithm 18: K̄ = J(z ‖ c), where z ends dk and the seed alike. */
function isImplicitRejection({ key, c }: DecapsRequest, secret: Uint8Array | boolean | undefined): boolean {
  return secret instanceof Uint8Array && equalBytes(secret, toRejectionSecret('seed' in key ? key.seed : key.expanded, c));
}

/** J(z ‖ c): FIPS 203 §4.1, SHAKE256 with 32 bytes of output. */
export function toRejectionSecret(keyOrSeed: Uint8Array, c: Uint8Array): Uint8Array {
  return shake256(concatBytes(keyOrSeed.subarray(-ML_KEM_MESSAGE_BYTES), c), { dkLen: 32 });
}
