// Classical operations for comparison, over @noble/curves: ECDH (SP 800-56A §5.7.1.2), X25519 (RFC 7748), ECDSA (FIPS 186-5 §6),
// Ed25519 (RFC 8032). Each of them falls to Shor's algorithm.

import { ed25519, x25519 } from '@noble/curves/ed25519.js';
import { p256, p384, p521 } from '@noble/curves/nist.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { PqreadyError } from '../model/errors.ts';
import { requireLength } from './input.ts';

/** Key agreement by its name among the TLS groups (RFC 8446 §4.2.7). */
export type KeyAgreementId = 'x25519' | 'secp256r1' | 'secp384r1' | 'secp521r1';

/** A signature scheme: the curve and, for ECDSA, the digest that RFC 8446 §4.2.3 pairs with it. */
export type ClassicalSignatureId = 'ed25519' | 'ecdsa-secp256r1-sha256' | 'ecdsa-secp384r1-sha384' | 'ecdsa-secp521r1-sha512';

export interface ClassicalKeyPair {
  /** X25519, Ed25519: 32 bytes · on a NIST curve: the uncompressed point, `04 ‖ x ‖ y` */
  readonly publicKey: Uint8Array;
  /** X25519, Ed25519: 32 bytes · on a NIST curve: the scalar, big-endian */
  readonly privateKey: Uint8Array;
}

/** Lengths in bytes: RFC 8446 §4.2.8.2 (shares), §7.4.2 (secrets). */
export interface KeyAgreementLengths {
  readonly publicKeyBytes: number;
  readonly privateKeyBytes: number;
  readonly sharedSecretBytes: number;
}

export interface ClassicalSignature extends ClassicalLengths {
  /** ECDSA: where another than that of the scheme was used, as certificates may (RFC 5758 §3.2) */
  readonly digest?: EcdsaDigest;
  readonly publicKey: Uint8Array;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}

/** A digest that ECDSA may be paired with. */
export type EcdsaDigest = 'sha-256' | 'sha-384' | 'sha-512';

interface ClassicalLengths {
  /** ECDSA: DER (RFC 3279 §2.2.3), the default, or `r ‖ s`; Ed25519 knows only its own */
  readonly encoding?: 'der' | 'raw';
}

/** Why a classical signature is not valid. */
export type ClassicalFault = 'public-key' | 'signature-encoding' | 'signature-mismatch';

/** As for every verification here: malformed input is an invalid signature, not an error. */
export type ClassicalVerification = { readonly valid: true } | { readonly valid: false; readonly reason: ClassicalFault };

const NIST = { secp256r1: p256, secp384r1: p384, secp521r1: p521 } as const;
const DIGESTS: Readonly<Record<EcdsaDigest, (message: Uint8Array) => Uint8Array>> = {
  'sha-256': sha256,
  'sha-384': sha384,
  'sha-512': sha512,
};
const ECDSA = { 'ecdsa-secp256r1-sha256': p256, 'ecdsa-secp384r1-sha384': p384, 'ecdsa-secp521r1-sha512': p521 } as const;

/** Lengths of each group. */
export const KEY_AGREEMENTS: Readonly<Record<KeyAgreementId, KeyAgreementLengths>> = {
  x25519: { publicKeyBytes: 32, privateKeyBytes: 32, sharedSecretBytes: 32 },
  secp256r1: { publicKeyBytes: 65, privateKeyBytes: 32, sharedSecretBytes: 32 },
  secp384r1: { publicKeyBytes: 97, privateKeyBytes: 48, sharedSecretBytes: 48 },
  secp521r1: { publicKeyBytes: 133, privateKeyBytes: 66, sharedSecretBytes: 66 },
};

/** A fresh key pair, or the one of a private key. Throws `bad-input` where that is no scalar of the group. */
export function generateAgreementKeyPair(id: KeyAgreementId, privateKey?: Uint8Array): ClassicalKeyPair {
  if (privateKey !== undefined) requireLength(privateKey, KEY_AGREEMENTS[id].privateKeyBytes, `${id} private key`);
  const secret = privateKey ?? (id === 'x25519' ? x25519 : NIST[id]).utils.randomSecretKey();
  const publicKey = attempt(() => (id === 'x25519' ? x25519.getPublicKey(secret) : NIST[id].getPublicKey(secret, false)));
  if (publicKey === undefined) throw new PqreadyError('bad-input', `${id} private key: expected a scalar from 1 to n − 1`);
  return { publicKey, privateKey: secret };
}

/**
 * The shared secret: the x coordinate (SP 800-56A), or X25519's output. Throws `bad-input` where the peer's key is no uncompressed point of
 * the curve, and where X25519 gives zero (RFC 7748 §6.1, which TLS demands: RFC 8446 §7.4.2).
 */
export function agree(id: KeyAgreementId, privateKey: Uint8Array, peerPublicKey: Uint8Array): Uint8Array {
  const { privateKeyBytes, publicKeyBytes } = KEY_AGREEMENTS[id];
  requireLength(privateKey, privateKeyBytes, `${id} private key`);
  requireLength(peerPublicKey, publicKeyBytes, `${id} public key`);
  const secret = attempt(() =>
    id === 'x25519'
      ? x25519.getSharedSecret(privateKey, peerPublicKey)
      : NIST[id].getSharedSecret(privateKey, peerPublicKey, true).subarray(1),
  );
  if (secret !== undefined) return secret;
  const expected = id === 'x25519' ? 'a point that is not of low order' : 'a point on the curve, uncompressed';
  throw new PqreadyError('bad-input', `${id} public key: expected ${expected}`);
}

/** A fresh key pair, or the one of a private key. Throws `bad-input` where that is none. */
export function generateClassicalKeyPair(id: ClassicalSignatureId, privateKey?: Uint8Array): ClassicalKeyPair {
  const secret = privateKey ?? (id === 'ed25519' ? ed25519 : ECDSA[id]).utils.randomSecretKey();
  const publicKey = attempt(() => (id === 'ed25519' ? ed25519.getPublicKey(secret) : ECDSA[id].getPublicKey(secret, false)));
  if (publicKey === undefined) throw new PqreadyError('bad-input', `${id} private key: expected one of the curve`);
  return { publicKey, privateKey: secret };
}

/** Signs; ECDSA with the deterministic k of RFC 6979. Throws `bad-input` where the private key is none. */
export function signClassical(
  id: ClassicalSignatureId,
  request: { readonly privateKey: Uint8Array; readonly message: Uint8Array } & ClassicalLengths,
): Uint8Array {
  const { privateKey, message, encoding = 'der' } = request;
  const signature = attempt(() =>
    id === 'ed25519' ? ed25519.sign(message, privateKey) : ECDSA[id].sign(message, privateKey, { lowS: false, format: toFormat(encoding) }),
  );
  if (signature === undefined) throw new PqreadyError('bad-input', `${id} private key: expected one of the curve`);
  return signature;
}

/** Verifies. A high s is valid (FIPS 186-5 asks no low one). Never throws on bytes. */
export function verifyClassical(id: ClassicalSignatureId, request: ClassicalSignature): ClassicalVerification {
  const { publicKey, message, signature, digest, encoding = 'der' } = request;
  if (!isClassicalPublicKey(id, publicKey)) return { valid: false, reason: 'public-key' };
  const valid = attempt(() =>
    id === 'ed25519'
      ? ed25519.verify(signature, message, publicKey, { zip215: false })
      : ECDSA[id].Signature.fromBytes(signature, toFormat(encoding)) !== undefined &&
        ECDSA[id].verify(signature, digest === undefined ? message : DIGESTS[digest](message), publicKey, {
          lowS: false,
          prehash: digest === undefined,
          format: toFormat(encoding),
        }),
  );
  if (valid === undefined) return { valid: false, reason: 'signature-encoding' };
  return valid ? { valid } : { valid, reason: 'signature-mismatch' };
}

/** True for a point of the curve; X25519 takes every string of 32 bytes (RFC 7748 §5). */
export function isClassicalPublicKey(id: ClassicalSignatureId | 'x25519', publicKey: Uint8Array): boolean {
  if (id === 'x25519') return publicKey.length === KEY_AGREEMENTS.x25519.publicKeyBytes;
  return attempt(() => (id === 'ed25519' ? ed25519.Point : ECDSA[id].Point).fromBytes(publicKey)) !== undefined;
}

function toFormat(encoding: 'der' | 'raw'): 'der' | 'compact' {
  return encoding === 'der' ? 'der' : 'compact';
}

// noble throws on what does not fit; its messages may quote the input, so they are not passed on.
function attempt<T>(operate: () => T): T | undefined {
  try {
    return operate();
  } catch {
    return undefined;
  }
}
