// ML-DSA: key generation, signing and verification, pure and pre-hashed, hedged and deterministic. FIPS 204 §5 and §6.

import { sha224, sha256, sha384, sha512, sha512_224, sha512_256 } from '@noble/hashes/sha2.js';
import { sha3_224, sha3_256, sha3_384, sha3_512, shake128_32, shake256_64 } from '@noble/hashes/sha3.js';
import type { CHash } from '@noble/hashes/utils.js';
import { getMessage, getMessagePrehash, randomBytes } from '@noble/post-quantum/utils.js';
import { PqreadyError } from '../model/errors.ts';
import { NOBLE_ML_DSA } from './implementation.ts';
import { requireLength } from './input.ts';
import {
  ML_DSA,
  ML_DSA_MAX_CONTEXT_BYTES,
  ML_DSA_MU_BYTES,
  ML_DSA_RANDOMNESS_BYTES,
  ML_DSA_SEED_BYTES,
  type MlDsaId,
} from './parameter-sets.ts';

/** Lengths: FIPS 204 Table 2. */
export interface SignatureKeyPair {
  readonly publicKey: Uint8Array;
  readonly privateKey: Uint8Array;
}

/** Hash functions for HashML-DSA. Which of them are strong enough for a parameter set is the caller's choice (FIPS 204 §5.4). */
export type PreHash =
  | 'sha-224'
  | 'sha-256'
  | 'sha-384'
  | 'sha-512'
  | 'sha-512/224'
  | 'sha-512/256'
  | 'sha3-224'
  | 'sha3-256'
  | 'sha3-384'
  | 'sha3-512'
  | 'shake128'
  | 'shake256';

/**
 * What `message` is. `pure`: ML-DSA (Algorithm 2), the default · `pre-hash`: HashML-DSA (Algorithm 4) ·
 * `internal`: M′ as Algorithm 7 takes it · `external-mu`: the 64-byte μ that another module made (§6.2).
 */
export type MessageForm =
  | { readonly form: 'pure'; readonly context?: Uint8Array }
  | { readonly form: 'pre-hash'; readonly hash: PreHash; readonly context?: Uint8Array }
  | { readonly form: 'internal' }
  | { readonly form: 'external-mu' };

export interface SignRequest {
  readonly privateKey: Uint8Array;
  readonly message: Uint8Array;
  readonly form?: MessageForm;
  /** `rnd` of Algorithm 2: 32 bytes for a hedged signature that can be repeated; absent: hedged with fresh randomness */
  readonly randomness?: Uint8Array | 'deterministic';
}

export interface VerifyRequest {
  readonly publicKey: Uint8Array;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
  readonly form?: MessageForm;
}

/** A verdict with its reason: malformed input is an invalid signature, not an error. */
export type Verification =
  | { readonly valid: true }
  | {
      readonly valid: false;
      readonly reason: 'public-key-length' | 'signature-length' | 'context-length' | 'mu-length' | 'signature-mismatch';
    };

/** SHAKE128 gives 256 bits and SHAKE256 512 bits under their OIDs (FIPS 204 §5.4.1). */
const PRE_HASHES: Readonly<Record<PreHash, CHash>> = {
  'sha-224': sha224,
  'sha-256': sha256,
  'sha-384': sha384,
  'sha-512': sha512,
  'sha-512/224': sha512_224,
  'sha-512/256': sha512_256,
  'sha3-224': sha3_224,
  'sha3-256': sha3_256,
  'sha3-384': sha3_384,
  'sha3-512': sha3_512,
  shake128: shake128_32,
  shake256: shake256_64,
};

const PURE: MessageForm = { form: 'pure' };

/** ML-DSA.KeyGen. `seed` is ξ, 32 bytes; without it the platform's generator gives one. Throws `bad-input` on another length. */
export function generateSignatureKeyPair(set: MlDsaId, seed?: Uint8Array): SignatureKeyPair {
  if (seed !== undefined) requireLength(seed, ML_DSA_SEED_BYTES, `${ML_DSA[set].name} seed`);
  const { publicKey, secretKey } = NOBLE_ML_DSA[set].keygen(seed);
  return { publicKey, privateKey: secretKey };
}

/** ML-DSA.Sign. Throws `bad-input` on a wrong length, a context over 255 bytes or a private key that does not decode. */
export function sign(set: MlDsaId, request: SignRequest): Uint8Array {
  const { privateKey, message, form = PURE, randomness } = request;
  const { name, privateKeyBytes } = ML_DSA[set];
  requireLength(privateKey, privateKeyBytes, `${name} private key`);
  if (randomness instanceof Uint8Array) requireLength(randomness, ML_DSA_RANDOMNESS_BYTES, `${name} randomness rnd`);
  const fault = findFormFault(message, form);
  if (fault !== undefined) throw new PqreadyError('bad-input', `${name} ${FORM_FAULTS[fault]}`);
  const input = toInternalMessage(message, form);
  const extraEntropy = randomness === 'deterministic' ? false : (randomness ?? randomBytes(ML_DSA_RANDOMNESS_BYTES));
  try {
    return NOBLE_ML_DSA[set].internal.sign(input, privateKey, { extraEntropy, externalMu: form.form === 'external-mu' });
  } catch {
    // The cause is dropped on purpose: noble quotes the coefficient of the private key that is out of range.
    throw new PqreadyError('bad-input', `${name} private key: a coefficient of s1 or s2 is out of range (FIPS 204 Algorithm 25)`);
  }
}

/** ML-DSA.Verify. Never throws on bytes: every malformed input has its reason. */
export function verify(set: MlDsaId, request: VerifyRequest): Verification {
  const { publicKey, message, signature, form = PURE } = request;
  const { publicKeyBytes, signatureBytes } = ML_DSA[set];
  if (publicKey.length !== publicKeyBytes) return { valid: false, reason: 'public-key-length' };
  if (signature.length !== signatureBytes) return { valid: false, reason: 'signature-length' };
  const fault = findFormFault(message, form);
  if (fault !== undefined) return { valid: false, reason: fault };
  const externalMu = form.form === 'external-mu';
  const valid = NOBLE_ML_DSA[set].internal.verify(signature, toInternalMessage(message, form), publicKey, { externalMu });
  return valid ? { valid } : { valid, reason: 'signature-mismatch' };
}

const FORM_FAULTS: Readonly<Record<'context-length' | 'mu-length', string>> = {
  'context-length': `context: expected at most ${ML_DSA_MAX_CONTEXT_BYTES} bytes`,
  'mu-length': `message representative mu: expected ${ML_DSA_MU_BYTES} bytes`,
};

function findFormFault(message: Uint8Array, form: MessageForm): 'context-length' | 'mu-length' | undefined {
  if (form.form === 'external-mu') return message.length === ML_DSA_MU_BYTES ? undefined : 'mu-length';
  if (form.form === 'internal') return undefined;
  return (form.context?.length ?? 0) > ML_DSA_MAX_CONTEXT_BYTES ? 'context-length' : undefined;
}

/** M′ of Algorithms 2 to 5; μ and M′ themselves pass through. */
function toInternalMessage(message: Uint8Array, form: MessageForm): Uint8Array {
  switch (form.form) {
    case 'pure':
      return getMessage(message, form.context);
    case 'pre-hash':
      return getMessagePrehash(PRE_HASHES[form.hash], message, form.context);
    case 'internal':
    case 'external-mu':
      return message;
  }
}
