// Public keys: SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7) and RSAPublicKey (RFC 8017 appendix A.1.1), as far as mechanism, size and
// fingerprint go.

import { type AlgorithmIdentifierRecord, childrenOf, readAlgorithmIdentifier } from './algorithm-identifier.ts';
import { type DerElement, isMalformed, type Malformed, readElement, readOid } from './der.ts';
import { toDer, toSpki } from './der-write.ts';

/** A public key by what may be said about it. */
export interface PublicKeyRecord {
  readonly algorithm: AlgorithmIdentifierRecord;
  /** named curve of an EC key; absent where the curve is spelled out in numbers */
  readonly curveOid?: string;
  /** bits of the RSA modulus, of the DSA or DH prime, of the field of a spelled-out curve */
  readonly sizeBits?: number;
  /** octets of the encoded key */
  readonly keyBytes: number;
  /** DER of the SubjectPublicKeyInfo, as it stood or as it follows from the key */
  readonly spki: Uint8Array;
}

const RSA_FAMILY: ReadonlySet<string> = new Set(['1.2.840.113549.1.1.1', '1.2.840.113549.1.1.7', '1.2.840.113549.1.1.10']);
const PRIME_IN_PARAMETERS: ReadonlySet<string> = new Set(['1.2.840.10040.4.1', '1.2.840.10046.2.1', '1.2.840.113549.1.3.1']);
const EC_PUBLIC_KEY = '1.2.840.10045.2.1';
const NULL_DER: Uint8Array = Uint8Array.of(0x05, 0x00);

/** The SubjectPublicKeyInfo at an element. */
export function readSpki(bytes: Uint8Array, element: DerElement): PublicKeyRecord | Malformed {
  const [identifier, key] = childrenOf(bytes, element);
  const algorithm = readAlgorithmIdentifier(bytes, identifier);
  if (algorithm === undefined || key === undefined || key.tag !== 0x03) {
    return { offset: element.start, expected: 'SubjectPublicKeyInfo (RFC 5280)', found: 'another structure' };
  }
  const content = bytes.subarray(key.contentStart + 1, key.end);
  const spki = bytes.subarray(element.start, element.end);
  return { algorithm, keyBytes: content.length, spki, ...readCurve(algorithm), ...readSize(algorithm, content) };
}

/** RSAPublicKey at an element: two INTEGERs. */
export function readRsaPublicKey(bytes: Uint8Array, element: DerElement): PublicKeyRecord | undefined {
  const [modulus, exponent] = childrenOf(bytes, element);
  if (modulus?.tag !== 0x02 || exponent?.tag !== 0x02) return undefined;
  return toRsaPublicKey(bytes, modulus, exponent);
}

/** The public key of RSA's modulus and exponent, wherever they stood. */
export function toRsaPublicKey(bytes: Uint8Array, modulus: DerElement, exponent: DerElement): PublicKeyRecord {
  const key = toDer(0x30, bytes.subarray(modulus.start, modulus.end), bytes.subarray(exponent.start, exponent.end));
  const oid = '1.2.840.113549.1.1.1';
  const sizeBits = integerBits(bytes, modulus);
  return { algorithm: { oid }, sizeBits, keyBytes: key.length, spki: toSpki(oid, NULL_DER, key) };
}

/** The public key of an algorithm whose key is plain octets; `parameters` is their DER where the algorithm has some. */
export function toPublicKey(algorithm: AlgorithmIdentifierRecord, key: Uint8Array): PublicKeyRecord {
  const spki = toSpki(algorithm.oid, algorithm.parameters ?? new Uint8Array(), key);
  return { algorithm, keyBytes: key.length, spki, ...readCurve(algorithm), ...readSize(algorithm, key) };
}

/** The named curve of an EC algorithm identifier. */
export function readCurve({ oid, parameters }: AlgorithmIdentifierRecord): { readonly curveOid?: string } {
  if (oid !== EC_PUBLIC_KEY || parameters === undefined) return {};
  const top = readElement(parameters, 0);
  const curveOid = isMalformed(top) ? undefined : readOid(parameters, top);
  return curveOid === undefined ? {} : { curveOid };
}

/** Bits of a non-negative INTEGER element. */
export function integerBits(bytes: Uint8Array, element: DerElement): number {
  let start = element.contentStart;
  while (start < element.end && bytes[start] === 0) start++;
  const first = bytes[start] ?? 0;
  return start >= element.end ? 0 : (element.end - start - 1) * 8 + (32 - Math.clz32(first));
}

/** Size in bits where the algorithm identifier or the key says it in numbers. */
export function readSize({ oid, parameters }: AlgorithmIdentifierRecord, key?: Uint8Array): { readonly sizeBits?: number } {
  if (RSA_FAMILY.has(oid)) return firstIntegerBits(key);
  if (PRIME_IN_PARAMETERS.has(oid)) return firstIntegerBits(parameters);
  return oid === EC_PUBLIC_KEY ? explicitFieldBits(parameters) : {};
}

function firstIntegerBits(der: Uint8Array | undefined): { readonly sizeBits?: number } {
  if (der === undefined) return {};
  const top = readElement(der, 0);
  const [first] = isMalformed(top) ? [] : childrenOf(der, top);
  return first?.tag === 0x02 ? { sizeBits: integerBits(der, first) } : {};
}

// SEC 1 appendix C.2: ECParameters ::= { version, fieldID { fieldType, prime }, curve, base, order, … }.
function explicitFieldBits(parameters: Uint8Array | undefined): { readonly sizeBits?: number } {
  if (parameters === undefined) return {};
  const top = readElement(parameters, 0);
  if (isMalformed(top) || top.tag !== 0x30) return {};
  const [, prime] = childrenOf(parameters, childrenOf(parameters, top)[1]);
  return prime?.tag === 0x02 ? { sizeBits: integerBits(parameters, prime) } : {};
}
