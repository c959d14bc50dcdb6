// ML-DSA and SLH-DSA: key generation, signing and verification, pure and pre-hashed, hedged and deterministic.
// FIPS 204 §5 and §6; FIPS 205 §9 and §10.

import { randomBytes } from '@noble/post-quantum/utils.js';
import { PqreadyError } from '../model/errors.ts';
import { NOBLE_ML_DSA, NOBLE_SLH_DSA } from './implementation.ts';
import { requireLength } from './input.ts';
import { FORM_FAULTS, type FormFault, type FormLimits, findFormFault, type MessageForm, PURE, toInternalMessage } from './message-form.ts';
import { findEncodingFault } from './ml-dsa-encoding.ts';
import { isMlDsaId, ML_DSA, ML_DSA_RANDOMNESS_BYTES, ML_DSA_SEED_BYTES, type MlDsaId } from './parameter-sets.ts';
import { SLH_DSA, type SlhDsaId } from './slh-dsa-sets.ts';

/** A parameter set of FIPS 204 or FIPS 205. */
export type SignatureId = MlDsaId | SlhDsaId;

/** Lengths: FIPS 204 Table 2, FIPS 205 Table 2. */
export interface SignatureKeyPair {
  readonly publicKey: Uint8Array;
  readonly privateKey: Uint8Array;
}

export interface SignRequest {
  readonly privateKey: Uint8Array;
  readonly message: Uint8Array;
  readonly form?: MessageForm;
  /**
   * `rnd` of FIPS 204 Algorithm 2 (32 bytes) or `addrnd` of FIPS 205 Algorithm 22 (n bytes), for a hedged signature that can be repeated;
   * absent: hedged with fresh randomness
   */
  readonly randomness?: Uint8Array | 'deterministic';
}

export interface VerifyRequest {
  readonly publicKey: Uint8Array;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
  readonly form?: MessageForm;
}

/** Why a signature is not valid. `hint-encoding` and `z-norm` are of ML-DSA: FIPS 204 Algorithm 21, Algorithm 8 line 13. */
export type VerificationFault = 'public-key-length' | 'signature-length' | FormFault | 'hint-encoding' | 'z-norm' | 'signature-mismatch';

/** Why a message cannot be signed. */
export type SigningFault = 'private-key-length' | 'randomness-length' | FormFault;

/** A verdict with its reason: malformed input is an invalid signature, not an error. */
export type Verification = { readonly valid: true } | { readonly valid: false; readonly reason: VerificationFault };

/** KeyGen. `seed` is ξ (32 bytes), or SK.seed ‖ SK.prf ‖ PK.seed (3n bytes); without it the platform's generator gives one. Throws `bad-input`. */
export function generateSignatureKeyPair(set: SignatureId, seed?: Uint8Array): SignatureKeyPair {
  const { name, seedBytes } = traitsOf(set);
  if (seed !== undefined) requireLength(seed, seedBytes, `${name} seed`);
  const { publicKey, secretKey } = (isMlDsaId(set) ? NOBLE_ML_DSA[set] : NOBLE_SLH_DSA[set]).keygen(seed);
  return { publicKey, privateKey: secretKey };
}

/** Sign. Throws `bad-input` on a wrong length, a form that the set does not take or a private key that does not decode. */
export function sign(set: SignatureId, request: SignRequest): Uint8Array {
  const { privateKey, message, form = PURE, randomness } = request;
  const traits = traitsOf(set);
  requireLength(privateKey, traits.privateKeyBytes, `${traits.name} private key`);
  if (randomness instanceof Uint8Array) requireLength(randomness, traits.randomnessBytes, `${traits.name} randomness ${traits.randomness}`);
  const fault = findFormFault(message, form, traits);
  if (fault !== undefined) throw new PqreadyError('bad-input', `${traits.name} ${FORM_FAULTS[fault]}`);
  const input = toInternalMessage(message, form);
  const extraEntropy = randomness === 'deterministic' ? false : (randomness ?? randomBytes(traits.randomnessBytes));
  if (!isMlDsaId(set)) return NOBLE_SLH_DSA[set].internal.sign(input, privateKey, { extraEntropy });
  try {
    return NOBLE_ML_DSA[set].internal.sign(input, privateKey, { extraEntropy, externalMu: form.form === 'external-mu' });
  } catch {
    // The cause is dropped on purpose: noble quotes the coefficient of the private key that is out of range.
    throw new PqreadyError('bad-input', `${traits.name} private key: a coefficient of s1 or s2 is out of range (FIPS 204 Algorithm 25)`);
  }
}

/** Verify. Never throws on bytes: every malformed input has its reason. */
export function verify(set: SignatureId, request: VerifyRequest): Verification {
  const { publicKey, message, signature, form = PURE } = request;
  const traits = traitsOf(set);
  if (publicKey.length !== traits.publicKeyBytes) return { valid: false, reason: 'public-key-length' };
  if (signature.length !== traits.signatureBytes) return { valid: false, reason: 'signature-length' };
  const fault = findFormFault(message, form, traits);
  if (fault !== undefined) return { valid: false, reason: fault };
  const input = toInternalMessage(message, form);
  if (!isMlDsaId(set)) return toVerdict(NOBLE_SLH_DSA[set].internal.verify(signature, input, publicKey));
  const valid = NOBLE_ML_DSA[set].internal.verify(signature, input, publicKey, { externalMu: form.form === 'external-mu' });
  return valid ? { valid } : { valid, reason: findEncodingFault(set, signature) ?? 'signature-mismatch' };
}

/** What stands against a request to sign, before the private key is decoded. */
export function findSigningFault(set: SignatureId, request: SignRequest): SigningFault | undefined {
  const traits = traitsOf(set);
  const { privateKey, message, form = PURE, randomness } = request;
  if (privateKey.length !== traits.privateKeyBytes) return 'private-key-length';
  if (randomness instanceof Uint8Array && randomness.length !== traits.randomnessBytes) return 'randomness-length';
  return findFormFault(message, form, traits);
}

/** What stands against a message in a form, with any key: a context too long, a weak pre-hash. */
export function findMessageFault(set: SignatureId, message: Uint8Array, form: MessageForm): FormFault | undefined {
  return findFormFault(message, form, traitsOf(set));
}

function toVerdict(valid: boolean): Verification {
  return valid ? { valid } : { valid, reason: 'signature-mismatch' };
}

interface Traits extends FormLimits {
  readonly name: string;
  readonly publicKeyBytes: number;
  readonly privateKeyBytes: number;
  readonly signatureBytes: number;
  readonly seedBytes: number;
  /** its name in the standard */
  readonly randomness: 'rnd' | 'addrnd';
  readonly randomnessBytes: number;
}

function traitsOf(set: SignatureId): Traits {
  if (isMlDsaId(set)) {
    const row = ML_DSA[set];
    const randomness = { randomness: 'rnd', randomnessBytes: ML_DSA_RANDOMNESS_BYTES } as const;
    // FIPS 204 §5.4: at least λ bits.
    return { ...row, ...randomness, seedBytes: ML_DSA_SEED_BYTES, preHashStrengthBits: row.lambdaBits, takesExternalMu: true };
  }
  const row = SLH_DSA[set];
  // FIPS 205 §10.2.2: at least 8n bits.
  const limits = { preHashStrengthBits: 8 * row.n, takesExternalMu: false };
  return { ...row, ...limits, randomness: 'addrnd', randomnessBytes: row.n, seedBytes: 3 * row.n };
}
