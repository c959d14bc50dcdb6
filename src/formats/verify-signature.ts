// Verifies a signature over an image with a public key: RSASSA-PSS and RSASSA-PKCS1-v1_5 (RFC 8017 sections 8.1.2, 8.2.2, 9.1.2, 9.2),
// ECDSA on P-256, P-384, P-521 and secp256k1 (FIPS 186-5 section 6.4.2), Ed25519 (RFC 8032 section 5.1.7).

import { ed25519 } from '@noble/curves/ed25519.js';
import { p256, p384, p521 } from '@noble/curves/nist.js';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { childrenOf } from './algorithm-identifier.ts';
import { isMalformed, readElement, readOid } from './der.ts';

export type SignedDigest = 'sha-1' | 'sha-256' | 'sha-384' | 'sha-512';

/** What is said to be signed, and how. */
export interface SignatureClaim {
  readonly scheme: 'rsa-pss' | 'rsa-pkcs1' | 'ecdsa' | 'ed25519';
  readonly digest: SignedDigest;
  /** the digest that is signed; for Ed25519 the message itself */
  readonly signed: Uint8Array;
  /** ECDSA: a DER SEQUENCE of two INTEGERs, or both numbers side by side in full length */
  readonly signature: Uint8Array;
}

const HASHES: Readonly<Record<SignedDigest, (data: Uint8Array) => Uint8Array>> = {
  'sha-1': sha1,
  'sha-256': sha256,
  'sha-384': sha384,
  'sha-512': sha512,
};

/** DigestInfo up to the digest. RFC 8017 section 9.2, note 1. */
const DIGEST_INFOS: Readonly<Record<SignedDigest, readonly number[]>> = {
  'sha-1': [0x30, 0x21, 0x30, 0x09, 0x06, 0x05, 0x2b, 0x0e, 0x03, 0x02, 0x1a, 0x05, 0x00, 0x04, 0x14],
  'sha-256': sha2Info(0x31, 0x01, 0x20),
  'sha-384': sha2Info(0x41, 0x02, 0x30),
  'sha-512': sha2Info(0x51, 0x03, 0x40),
};

const RSA = '1.2.840.113549.1.1.1';
const EC = '1.2.840.10045.2.1';
const ED25519 = '1.3.101.112';
const MAX_RSA_BYTES = 1024;

interface Curve {
  readonly verify: (
    signature: Uint8Array,
    message: Uint8Array,
    publicKey: Uint8Array,
    options: { readonly prehash: false; readonly lowS: false; readonly format: 'der' | 'compact' },
  ) => boolean;
}

/** Curves by object identifier: SEC 2 sections 2.4 and 2.5. */
const CURVES: ReadonlyMap<string, Curve> = new Map<string, Curve>([
  ['1.2.840.10045.3.1.7', p256],
  ['1.3.132.0.34', p384],
  ['1.3.132.0.35', p521],
  ['1.3.132.0.10', secp256k1],
]);

/** Whether the signature is one by the key; undefined where the key is for another scheme, or one that is not computed here. */
export function verifySignature(spki: Uint8Array, claim: SignatureClaim): boolean | undefined {
  const key = readKey(spki);
  if (key === undefined) return undefined;
  switch (claim.scheme) {
    case 'rsa-pss':
    case 'rsa-pkcs1':
      return key.oid === RSA ? verifyRsa(key.content, claim) : undefined;
    case 'ecdsa':
      return key.oid === EC ? verifyEcdsa(key, claim) : undefined;
    case 'ed25519':
      return key.oid === ED25519 ? attempt(() => ed25519.verify(claim.signature, claim.signed, key.content)) : undefined;
  }
}

interface Key {
  readonly oid: string;
  readonly curveOid?: string;
  readonly content: Uint8Array;
}

function readKey(spki: Uint8Array): Key | undefined {
  const top = readElement(spki, 0);
  if (isMalformed(top)) return undefined;
  const [identifier, bits] = childrenOf(spki, top);
  const [algorithm, parameters] = childrenOf(spki, identifier);
  const oid = readOid(spki, algorithm);
  const curveOid = readOid(spki, parameters);
  if (oid === undefined || bits?.tag !== 0x03) return undefined;
  return { oid, ...(curveOid === undefined ? {} : { curveOid }), content: spki.subarray(bits.contentStart + 1, bits.end) };
}

function verifyEcdsa({ curveOid, content }: Key, { signed, signature }: SignatureClaim): boolean | undefined {
  const curve = CURVES.get(curveOid ?? '');
  if (curve === undefined) return undefined;
  const format = isDer(signature) ? 'der' : 'compact';
  return attempt(() => curve.verify(signature, signed, content, { prehash: false, lowS: false, format }));
}

function isDer(signature: Uint8Array): boolean {
  const top = readElement(signature, 0);
  return !isMalformed(top) && top.tag === 0x30 && top.end === signature.length && childrenOf(signature, top).length === 2;
}

// A point off the curve or a number out of range makes noble throw: such a signature is none.
function attempt(verify: () => boolean): boolean {
  try {
    return verify();
  } catch {
    return false;
  }
}

function verifyRsa(key: Uint8Array, { scheme, digest, signed, signature }: SignatureClaim): boolean {
  const top = readElement(key, 0);
  const [modulus, exponent] = isMalformed(top) ? [] : childrenOf(key, top);
  if (modulus === undefined || exponent === undefined) return false;
  const n = toInteger(key.subarray(modulus.contentStart, modulus.end));
  const e = toInteger(key.subarray(exponent.contentStart, exponent.end));
  const bits = n.toString(2).length;
  const size = Math.ceil(bits / 8);
  // An exponent as long as the modulus would be honest and slow; none that signs firmware is.
  if (size < 64 || size > MAX_RSA_BYTES || signature.length !== size || e < 3n || e > 0xffff_ffffn) return false;
  const representative = toInteger(signature);
  if (representative >= n) return false;
  const message = toOctets(power(representative, e, n), size);
  return scheme === 'rsa-pss' ? isPss(message, bits - 1, { digest, signed }) : isPkcs1(message, { digest, signed });
}

interface Signed {
  readonly digest: SignedDigest;
  readonly signed: Uint8Array;
}

// RFC 8017 section 9.1.2; the salt may have any length, as the mask's padding tells it.
function isPss(padded: Uint8Array, emBits: number, { digest, signed }: Signed): boolean {
  const hash = HASHES[digest];
  const length = Math.ceil(emBits / 8);
  const encoded = padded.subarray(padded.length - length);
  const masked = encoded.subarray(0, length - signed.length - 1);
  const h = encoded.subarray(masked.length, length - 1);
  const spare = 8 * length - emBits;
  const top = 0xff >> spare;
  if (encoded[length - 1] !== 0xbc || masked.length < 1 || ((masked[0] ?? 0) & ~top & 0xff) !== 0) return false;
  if (padded.length > length && padded[0] !== 0) return false;
  const mask = mgf1(h, masked.length, hash);
  const block = masked.map((byte, index) => (byte ^ (mask[index] ?? 0)) & (index === 0 ? top : 0xff));
  const one = block.findIndex((byte) => byte !== 0);
  if (one < 0 || block[one] !== 1) return false;
  return isEqual(hash(join(new Uint8Array(8), signed, block.subarray(one + 1))), h);
}

function mgf1(seed: Uint8Array, length: number, hash: (data: Uint8Array) => Uint8Array): Uint8Array {
  const mask = new Uint8Array(length);
  for (let counter = 0, at = 0; at < length; counter++) {
    const block = hash(join(seed, Uint8Array.of(0, 0, counter >> 8, counter & 0xff)));
    mask.set(block.subarray(0, length - at), at);
    at += block.length;
  }
  return mask;
}

function isPkcs1(encoded: Uint8Array, { digest, signed }: Signed): boolean {
  const info = join(Uint8Array.from(DIGEST_INFOS[digest]), signed);
  const filled = encoded.length - info.length - 3;
  if (filled < 8) return false;
  return isEqual(encoded, join(Uint8Array.of(0, 1), new Uint8Array(filled).fill(0xff), Uint8Array.of(0), info));
}

function sha2Info(length: number, arc: number, digest: number): readonly number[] {
  return [0x30, length, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, arc, 0x05, 0x00, 0x04, digest];
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = base % modulus;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if ((left & 1n) === 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

function toInteger(octets: Uint8Array): bigint {
  const hex = Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join('');
  return hex === '' ? 0n : BigInt(`0x${hex}`);
}

function toOctets(value: bigint, size: number): Uint8Array {
  const hex = value.toString(16).padStart(size * 2, '0');
  return Uint8Array.from({ length: size }, (_, index) => Number.parseInt(hex.slice(2 * index, 2 * index + 2), 16));
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

function isEqual(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}
