// The reference operations behind one door: a request in, results or the check that the input fails out. Never throws on bytes.

import { PqreadyError } from '../model/errors.ts';
import { type KeyId, keyLengthsOf } from './encoding/key.ts';
import { checkDecapsulationKey, checkEncapsulationKey, decapsulate, encapsulate, generateKemKeyPair, type KeyCheck } from './kem.ts';
import { verifyHss, verifyLms } from './lms/verify.ts';
import type {
  DecapsRequest,
  EncapsRequest,
  KeyCheckRequest,
  KeygenRequest,
  OperationRequest,
  RejectionReason,
  ResultName,
  Results,
  SigningRequest,
  VerifyingRequest,
} from './operation.ts';
import { isMlKemId, ML_KEM, ML_KEM_SEED_BYTES } from './parameter-sets.ts';
import { findSigningFault, generateSignatureKeyPair, type SignatureId, sign, verify } from './signature.ts';

/** As an answer of any implementation, but with typed reasons: the reference supports every request and always answers. */
export type ReferenceAnswer =
  | { readonly kind: 'done'; readonly results: Results }
  | { readonly kind: 'rejected'; readonly reason: RejectionReason };

type CheckReason = Exclude<KeyCheck, { readonly valid: true }>['reason'];

const EK_REASONS: Readonly<Record<CheckReason, RejectionReason>> = { length: 'ek-length', modulus: 'ek-modulus', hash: 'dk-hash' };
const DK_REASONS: Readonly<Record<CheckReason, RejectionReason>> = { length: 'dk-length', modulus: 'ek-modulus', hash: 'dk-hash' };

/** Answers a request with the operations of this package. */
export function answerByReference(request: OperationRequest): ReferenceAnswer {
  switch (request.op) {
    case 'keygen':
      return answerKeygen(request);
    case 'encaps':
      return answerEncaps(request);
    case 'decaps':
      return answerDecaps(request);
    case 'check-ek':
    case 'check-dk':
      return answerKeyCheck(request);
    case 'sign':
      return answerSign(request);
    case 'verify':
      return answerVerify(request);
  }
}

function answerKeygen({ algorithm, seed }: KeygenRequest): ReferenceAnswer {
  return attempt('seed-length', () => {
    const { publicKey, privateKey } = generate(algorithm, seed);
    return isMlKemId(algorithm)
      ? [
          ['ek', publicKey],
          ['dk', privateKey],
        ]
      : [
          ['pk', publicKey],
          ['sk', privateKey],
        ];
  });
}

function answerEncaps({ algorithm, ek, m }: EncapsRequest): ReferenceAnswer {
  const check = checkEncapsulationKey(algorithm, ek);
  return attempt(check.valid ? 'm-length' : EK_REASONS[check.reason], () => {
    const { ciphertext, sharedSecret } = encapsulate(algorithm, ek, m);
    return [
      ['c', ciphertext],
      ['k', sharedSecret],
    ];
  });
}

function answerDecaps({ algorithm, key, c }: DecapsRequest): ReferenceAnswer {
  if ('seed' in key && key.seed.length !== ML_KEM_SEED_BYTES) return { kind: 'rejected', reason: 'seed-length' };
  const dk = 'seed' in key ? generate(algorithm, key.seed).privateKey : key.expanded;
  const check = checkDecapsulationKey(algorithm, dk);
  const isWrongLength = (check.valid || check.reason !== 'length') && c.length !== ML_KEM[algorithm].ciphertextBytes;
  const reason = check.valid || isWrongLength ? 'ciphertext-length' : DK_REASONS[check.reason];
  return attempt(reason, () => [['k', decapsulate(algorithm, dk, c)]]);
}

function answerKeyCheck({ op, algorithm, key }: KeyCheckRequest): ReferenceAnswer {
  const check = op === 'check-ek' ? checkEncapsulationKey(algorithm, key) : checkDecapsulationKey(algorithm, key);
  return check.valid ? VALID : { kind: 'rejected', reason: (op === 'check-ek' ? EK_REASONS : DK_REASONS)[check.reason] };
}

function answerSign({ algorithm, key, message, form, randomness }: SigningRequest): ReferenceAnswer {
  const { seedBytes } = keyLengthsOf(algorithm);
  // A seed of the wrong length is a private key of the wrong length; SLH-DSA has no seed form.
  if ('seed' in key && key.seed.length !== seedBytes) return { kind: 'rejected', reason: 'private-key-length' };
  const privateKey = 'seed' in key ? generate(algorithm, key.seed).privateKey : key.expanded;
  const request = { privateKey, message, form, ...(randomness === undefined ? {} : { randomness }) };
  return attempt(findSigningFault(algorithm, request) ?? 'private-key-range', () => [['signature', sign(algorithm, request)]]);
}

function answerVerify({ algorithm, pk, message, signature, form }: VerifyingRequest): ReferenceAnswer {
  const verdict =
    algorithm === 'lms' || algorithm === 'hss'
      ? (algorithm === 'lms' ? verifyLms : verifyHss)({ publicKey: pk, message, signature })
      : verify(algorithm, { publicKey: pk, message, signature, ...(form === undefined ? {} : { form }) });
  return verdict.valid ? VALID : { kind: 'rejected', reason: verdict.reason };
}

const VALID: ReferenceAnswer = { kind: 'done', results: new Map([['valid', true]]) };

function generate(algorithm: KeyId, seed?: Uint8Array): { readonly publicKey: Uint8Array; readonly privateKey: Uint8Array } {
  if (!isMlKemId(algorithm)) return generateSignatureKeyPair(algorithm satisfies SignatureId, seed);
  const { encapsulationKey, decapsulationKey } = generateKemKeyPair(algorithm, seed);
  return { publicKey: encapsulationKey, privateKey: decapsulationKey };
}

/** `reason` is what stands against the input if the operation refuses it; that it does is the operation's own decision. */
function attempt(reason: RejectionReason, operate: () => readonly (readonly [ResultName, Uint8Array])[]): ReferenceAnswer {
  try {
    return { kind: 'done', results: new Map(operate()) };
  } catch (error) {
    if (error instanceof PqreadyError && error.code === 'bad-input') return { kind: 'rejected', reason };
    throw error;
  }
}
