// What is signed: the message representative M′ of FIPS 204 §5.2 to §5.4 and FIPS 205 §10.2 (the same construction), and the limits on
// context strings and pre-hash functions.

import { sha224, sha256, sha384, sha512, sha512_224, sha512_256 } from '@noble/hashes/sha2.js';
import { sha3_224, sha3_256, sha3_384, sha3_512, shake128_32, shake256_64 } from '@noble/hashes/sha3.js';
import type { CHash } from '@noble/hashes/utils.js';
import { getMessage, getMessagePrehash } from '@noble/post-quantum/utils.js';
import type { SymmetricId } from '../model/algorithm.ts';
import { ML_DSA_MAX_CONTEXT_BYTES, ML_DSA_MU_BYTES } from './parameter-sets.ts';

/** Hash functions for HashML-DSA and HashSLH-DSA. */
export type PreHash = Extract<
  SymmetricId,
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
  | 'shake256'
>;

/**
 * What `message` is. `pure`: ML-DSA (FIPS 204 Algorithm 2), SLH-DSA (FIPS 205 Algorithm 22), the default ·
 * `pre-hash`: HashML-DSA (Algorithm 4), HashSLH-DSA (Algorithm 23); a hash weaker than the parameter set is refused
 * unless `weakHash` allows it, which is for verifying what others signed and for known answers ·
 * `internal`: M′ itself · `external-mu`: the 64-byte μ that another module made (ML-DSA only, FIPS 204 §6.2).
 */
export type MessageForm =
  | { readonly form: 'pure'; readonly context?: Uint8Array }
  | { readonly form: 'pre-hash'; readonly hash: PreHash; readonly context?: Uint8Array; readonly weakHash?: 'allow' }
  | { readonly form: 'internal' }
  | { readonly form: 'external-mu' };

/** Why a message cannot be signed or verified in a form. */
export type FormFault = 'context-length' | 'mu-length' | 'mu-unsupported' | 'weak-pre-hash';

/** What of a parameter set decides which forms it takes. */
export interface FormLimits {
  /** collision strength that a pre-hash must have, bits */
  readonly preHashStrengthBits: number;
  readonly takesExternalMu: boolean;
}

/** SHAKE128 gives 256 bits and SHAKE256 512 bits under their OIDs (FIPS 204 §5.4.1, FIPS 205 §10.2.2). */
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

/** True for a name of a pre-hash function. */
export function isPreHash(name: string): name is PreHash {
  return Object.hasOwn(PRE_HASHES, name);
}

/** The form of a message that nothing is said of. */
export const PURE: MessageForm = { form: 'pure' };

/** In words, for a message that names the parameter set before it. */
export const FORM_FAULTS: Readonly<Record<FormFault, string>> = {
  'context-length': `context: expected at most ${ML_DSA_MAX_CONTEXT_BYTES} bytes`,
  'mu-length': `message representative mu: expected ${ML_DSA_MU_BYTES} bytes`,
  'mu-unsupported': 'takes no external mu: FIPS 204 §6.2 is of ML-DSA only',
  'weak-pre-hash': 'pre-hash function: expected a collision strength of the parameter set or more',
};

/** What stands against this message in this form, if anything. */
export function findFormFault(message: Uint8Array, form: MessageForm, limits: FormLimits): FormFault | undefined {
  switch (form.form) {
    case 'internal':
      return undefined;
    case 'external-mu':
      if (!limits.takesExternalMu) return 'mu-unsupported';
      return message.length === ML_DSA_MU_BYTES ? undefined : 'mu-length';
    case 'pure':
      return findContextFault(form.context);
    case 'pre-hash':
      if (form.weakHash !== 'allow' && strengthBits(form.hash) < limits.preHashStrengthBits) return 'weak-pre-hash';
      return findContextFault(form.context);
  }
}

/** M′ of FIPS 204 Algorithms 2 to 5 and FIPS 205 Algorithms 22 to 25; M′ and μ themselves pass through. */
export function toInternalMessage(message: Uint8Array, form: MessageForm): Uint8Array {
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

function findContextFault(context: Uint8Array | undefined): FormFault | undefined {
  return (context?.length ?? 0) > ML_DSA_MAX_CONTEXT_BYTES ? 'context-length' : undefined;
}

/** Against collisions: half the output (SP 800-107 §4.1). */
function strengthBits(hash: PreHash): number {
  return PRE_HASHES[hash].outputLen * 4;
}
