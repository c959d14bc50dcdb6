// An operation as it is asked of an implementation, the reference or somebody's, and what it answers: the shape that vectors, the edge cases of
// the conformance test and the driver protocol share. Names of results are those of FIPS 203, 204 and 205, in ACVP's spelling.

import type { KeyId } from './encoding/key.ts';
import type { LmsFault } from './lms/verify.ts';
import type { MessageForm } from './message-form.ts';
import type { MlKemId } from './parameter-sets.ts';
import type { SignatureId, VerificationFault } from './signature.ts';

/** A private key as its seed (d ‖ z, or ξ) or as the standard expands it. */
export type KeyInput = { readonly seed: Uint8Array } | { readonly expanded: Uint8Array };

/** Verified only: RFC 8554, SP 800-208. The parameter sets stand in the key. */
export type StatefulId = 'lms' | 'hss';

export interface KeygenRequest {
  readonly op: 'keygen';
  readonly algorithm: KeyId;
  /** d ‖ z · ξ · SK.seed ‖ SK.prf ‖ PK.seed; absent: the implementation's own randomness */
  readonly seed?: Uint8Array;
}

export interface EncapsRequest {
  readonly op: 'encaps';
  readonly algorithm: MlKemId;
  readonly ek: Uint8Array;
  /** FIPS 203 §6.2; absent: the implementation's own randomness */
  readonly m?: Uint8Array;
}

export interface DecapsRequest {
  readonly op: 'decaps';
  readonly algorithm: MlKemId;
  readonly key: KeyInput;
  readonly c: Uint8Array;
}

/** The checks of FIPS 203 §7.2 and §7.3 by themselves. */
export interface KeyCheckRequest {
  readonly op: 'check-ek' | 'check-dk';
  readonly algorithm: MlKemId;
  readonly key: Uint8Array;
}

export interface SigningRequest {
  readonly op: 'sign';
  readonly algorithm: SignatureId;
  readonly key: KeyInput;
  readonly message: Uint8Array;
  readonly form: MessageForm;
  /** `rnd` or `addrnd`; absent: hedged with the implementation's own randomness */
  readonly randomness?: Uint8Array | 'deterministic';
}

export interface VerifyingRequest {
  readonly op: 'verify';
  readonly algorithm: SignatureId | StatefulId;
  readonly pk: Uint8Array;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
  /** absent for LMS and HSS, which know one form */
  readonly form?: MessageForm;
}

export type OperationRequest = KeygenRequest | EncapsRequest | DecapsRequest | KeyCheckRequest | SigningRequest | VerifyingRequest;

/** What an operation gives: keys, ciphertext, secret, signature; `valid` of a verification or a key check. */
export type ResultName = 'ek' | 'dk' | 'pk' | 'sk' | 'c' | 'k' | 'signature' | 'valid';

export type Results = ReadonlyMap<ResultName, Uint8Array | boolean>;

/** Why the reference does not take an input: which check of the standard it failed. */
export type RejectionReason =
  | 'seed-length'
  | 'ek-length'
  | 'ek-modulus'
  | 'dk-length'
  | 'dk-hash'
  | 'm-length'
  | 'ciphertext-length'
  | 'private-key-length'
  | 'private-key-range'
  | 'randomness-length'
  | VerificationFault
  | LmsFault;

/**
 * `done`: the results. `rejected`: the input fails a check of the standard; a signature that does not verify and a key that fails its check
 * are rejected too. `unsupported`: the implementation does not do this. `broken`: no answer, or one that is none.
 */
export type OperationAnswer =
  | { readonly kind: 'done'; readonly results: Results }
  | { readonly kind: 'rejected'; readonly reason: string }
  | { readonly kind: 'unsupported'; readonly why: string }
  | { readonly kind: 'broken'; readonly why: string };
