// Signatures as certificates, requests and the command line have them: by the key, whatever it is of.

import { PqreadyError } from '../../model/errors.ts';
import { type ClassicalFault, type ClassicalSignatureId, type EcdsaDigest, signClassical, verifyClassical } from '../classical.ts';
import { type MessageForm, PURE } from '../message-form.ts';
import { sign, type VerificationFault, verify } from '../signature.ts';
import { CLASSICAL_KEYS, isClassicalKeyId } from './classical-key.ts';
import { type AnyKeyId, findKeyId, isSignatureId, KEY_OIDS, keyLengthsOf, type PrivateKey, type PublicKey } from './key.ts';

/** A verdict on a signature of any kind. */
export type SignedVerification = { readonly valid: true } | { readonly valid: false; readonly reason: VerificationFault | ClassicalFault };

/** What names the signatures of a key; absent where it signs nothing. */
export function findSignatureOid(id: AnyKeyId): string | undefined {
  if (isClassicalKeyId(id)) return CLASSICAL_KEYS[id].signature?.oid;
  return isSignatureId(id) ? KEY_OIDS[id] : undefined;
}

/** ECDSA with another digest than the curve's own: RFC 5758 §3.2. */
const ECDSA_DIGESTS: ReadonlyMap<string, EcdsaDigest> = new Map([
  ['1.2.840.10045.4.3.2', 'sha-256'],
  ['1.2.840.10045.4.3.3', 'sha-384'],
  ['1.2.840.10045.4.3.4', 'sha-512'],
]);

/** How a signature with this identifier is verified by such a key; undefined where it cannot be the key's. */
export function findVerification(id: AnyKeyId, oid: string): { readonly digest?: EcdsaDigest } | undefined {
  if (oid === findSignatureOid(id)) return {};
  const digest = isClassicalKeyId(id) && CLASSICAL_KEYS[id].curveOid !== undefined ? ECDSA_DIGESTS.get(oid) : undefined;
  return digest === undefined ? undefined : { digest };
}

/** The words for a signature's identifier. */
export function nameOfSignature(oid: string | undefined): string {
  if (oid === undefined) return 'no algorithm';
  const id = findKeyId(oid);
  if (id !== undefined) return keyLengthsOf(id).name;
  if (oid === CLASSICAL_KEYS.ed25519.oid) return CLASSICAL_KEYS.ed25519.name;
  const digest = ECDSA_DIGESTS.get(oid);
  return digest === undefined ? oid : `ECDSA with ${digest.toUpperCase()}`;
}

/** What ML-DSA and SLH-DSA know of a message and classical signatures do not. */
export interface SigningForm {
  readonly form?: MessageForm;
  readonly randomness?: Uint8Array | 'deterministic';
}

/**
 * Signs: ML-DSA and SLH-DSA where nothing else is said hedged, in the pure form with an empty context, which is that of certificates
 * (RFC 9881, RFC 9909); ECDSA in DER, its k that of RFC 6979. Throws `bad-input` where the key signs nothing or the form is none of its.
 */
export function signAsKey({ id, expanded }: PrivateKey, message: Uint8Array, how: SigningForm = {}): Uint8Array {
  if (isSignatureId(id)) return sign(id, { privateKey: expanded, message, ...how });
  return signClassical(requireClassical(id, how), { privateKey: expanded, message });
}

/** A message and what is to be its signature. */
export interface SignedMessage extends SigningForm {
  /** of ECDSA, where it is not the curve's own */
  readonly digest?: EcdsaDigest;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}

/** Verifies what {@link signAsKey} made. Never throws on bytes of the signature; `bad-input` where the key verifies nothing. */
export function verifyAsKey({ id, bytes }: PublicKey, signed: SignedMessage): SignedVerification {
  if (isSignatureId(id)) return verify(id, { publicKey: bytes, ...signed });
  return verifyClassical(requireClassical(id, signed), { publicKey: bytes, ...signed });
}

function requireClassical(id: AnyKeyId, { form = PURE }: SigningForm): ClassicalSignatureId {
  const signature = isClassicalKeyId(id) ? CLASSICAL_KEYS[id].signature : undefined;
  if (signature === undefined) throw new PqreadyError('bad-input', `key: ${keyLengthsOf(id).name} signs nothing`);
  if (form.form === 'pure' && form.context === undefined) return signature.id;
  throw new PqreadyError('bad-input', `key: context, pre-hash and μ are of ML-DSA and SLH-DSA, found one of ${keyLengthsOf(id).name}`);
}
