// Private keys: PKCS #8 (RFC 5958), RSAPrivateKey (RFC 8017 appendix A.1.2), ECPrivateKey (RFC 5915), the DSA form of OpenSSL, and the
// keys of RFC 9881 (ML-DSA), RFC 9935 (ML-KEM) and RFC 9909 (SLH-DSA). Only mechanism, size and the public half leave this file.

import { type AlgorithmIdentifierRecord, childrenOf, readAlgorithmIdentifier } from './algorithm-identifier.ts';
import { type DerElement, isMalformed, readElement } from './der.ts';
import { toDer } from './der-write.ts';
import { deriveEcPoint, deriveRawPublicKey } from './public-half.ts';
import { integerBits, type PublicKeyRecord, readCurve, readSize, toPublicKey, toRsaPublicKey } from './public-key.ts';

/** A private key by what may be said about it. */
export interface PrivateKeyRecord {
  readonly container: 'PKCS#8' | 'PKCS#1' | 'SEC1' | 'DSA';
  readonly algorithm: AlgorithmIdentifierRecord;
  readonly curveOid?: string;
  readonly sizeBits?: number;
  /** the public half, where it stands in the key or follows from it */
  readonly publicKey?: PublicKeyRecord;
}

const RSA = '1.2.840.113549.1.1.1';
const DSA = '1.2.840.10040.4.1';
const EC = '1.2.840.10045.2.1';
const INTEGER = 0x02;
const OCTETS = 0x04;

/** PrivateKeyInfo or OneAsymmetricKey. */
export function readPkcs8(bytes: Uint8Array, element: DerElement): PrivateKeyRecord | undefined {
  const [version, identifier, key, ...rest] = childrenOf(bytes, element);
  const algorithm = readAlgorithmIdentifier(bytes, identifier);
  if (version?.tag !== INTEGER || algorithm === undefined || key?.tag !== OCTETS) return undefined;
  const content = bytes.subarray(key.contentStart, key.end);
  // RFC 5958: publicKey [1] BIT STRING, implicit, so its first octet counts unused bits.
  const attached = rest.find((child) => child.tag === 0x81);
  const publicKey =
    attached === undefined
      ? publicHalf(algorithm, content)
      : toPublicKey(algorithm, bytes.subarray(attached.contentStart + 1, attached.end));
  return {
    container: 'PKCS#8',
    algorithm,
    ...readCurve(algorithm),
    ...readSize(algorithm),
    ...(publicKey === undefined ? {} : { publicKey, ...sizeOf(publicKey) }),
  };
}

/** RSAPrivateKey: nine INTEGERs, or ten with further primes. */
export function readPkcs1(bytes: Uint8Array, element: DerElement): PrivateKeyRecord | undefined {
  const integers = childrenOf(bytes, element);
  const [version, modulus, exponent] = integers;
  if (integers.length < 9 || version === undefined || modulus?.tag !== INTEGER || exponent?.tag !== INTEGER) return undefined;
  const publicKey = toRsaPublicKey(bytes, modulus, exponent);
  return { container: 'PKCS#1', algorithm: { oid: RSA }, publicKey, ...sizeOf(publicKey) };
}

/** ECPrivateKey; `outer` is the algorithm identifier around it where it stands inside PKCS #8. */
export function readSec1(bytes: Uint8Array, element: DerElement, outer?: AlgorithmIdentifierRecord): PrivateKeyRecord | undefined {
  const [version, secret, ...rest] = childrenOf(bytes, element);
  if (version?.tag !== INTEGER || secret?.tag !== OCTETS) return undefined;
  const [curve] = childrenOf(
    bytes,
    rest.find((child) => child.tag === 0xa0),
  );
  const algorithm = outer ?? { oid: EC, ...(curve === undefined ? {} : { parameters: bytes.subarray(curve.start, curve.end) }) };
  const [point] = childrenOf(
    bytes,
    rest.find((child) => child.tag === 0xa1),
  );
  const { curveOid } = readCurve(algorithm);
  const octets =
    point?.tag === 0x03
      ? bytes.subarray(point.contentStart + 1, point.end)
      : deriveEcPoint(curveOid, bytes.subarray(secret.contentStart, secret.end));
  const publicKey = octets === undefined ? undefined : toPublicKey(algorithm, octets);
  return {
    container: 'SEC1',
    algorithm,
    ...readCurve(algorithm),
    ...readSize(algorithm),
    ...(publicKey === undefined ? {} : { publicKey }),
  };
}

/** OpenSSL's DSA private key: version, p, q, g, y, x. */
export function readDsa(bytes: Uint8Array, element: DerElement): PrivateKeyRecord | undefined {
  const integers = childrenOf(bytes, element);
  const [, p, q, g, y] = integers;
  if (integers.length !== 6 || p === undefined || q === undefined || g === undefined || y === undefined) return undefined;
  if (!integers.every((child) => child.tag === INTEGER)) return undefined;
  const raw = (child: DerElement) => bytes.subarray(child.start, child.end);
  const algorithm = { oid: DSA, parameters: toDer(0x30, raw(p), raw(q), raw(g)) };
  return { container: 'DSA', algorithm, sizeBits: integerBits(bytes, p), publicKey: toPublicKey(algorithm, raw(y)) };
}

function publicHalf(algorithm: AlgorithmIdentifierRecord, content: Uint8Array): PublicKeyRecord | undefined {
  const top = readElement(content, 0);
  if (algorithm.oid === RSA || algorithm.oid === '1.2.840.113549.1.1.10') {
    const inner = isMalformed(top) ? undefined : readPkcs1(content, top)?.publicKey;
    // RFC 4055: the fingerprint is over the key as its certificate names it, so PSS keys keep their identifier.
    return inner === undefined || algorithm.oid === RSA ? inner : toPublicKey(algorithm, rsaKeyOf(content, top));
  }
  if (algorithm.oid === EC) return isMalformed(top) ? undefined : readSec1(content, top, algorithm)?.publicKey;
  const key = deriveRawPublicKey(algorithm.oid, content);
  return key === undefined ? undefined : toPublicKey(algorithm, key);
}

function rsaKeyOf(content: Uint8Array, top: DerElement | object): Uint8Array {
  const [, modulus, exponent] = 'tag' in top ? childrenOf(content, top) : [];
  if (modulus === undefined || exponent === undefined) return new Uint8Array();
  return toDer(0x30, content.subarray(modulus.start, modulus.end), content.subarray(exponent.start, exponent.end));
}

function sizeOf({ sizeBits }: PublicKeyRecord): { readonly sizeBits?: number } {
  return sizeBits === undefined ? {} : { sizeBits };
}
