// What a DER encoding is, told by its shape, not by the label or the file name around it: certificate, request, revocation list, public
// or private key, encrypted key, PKCS #12, signed data, domain parameters.

import { type AlgorithmIdentifierRecord, childrenOf, readAlgorithmIdentifier, readSmallInteger } from './algorithm-identifier.ts';
import { checkDer, type DerElement, isMalformed, type Malformed, readOid } from './der.ts';
import { type Pkcs12Record, readPkcs12 } from './keystore.ts';
import { type PrivateKeyRecord, readDsa, readPkcs1, readPkcs8, readSec1 } from './private-key.ts';
import { integerBits, type PublicKeyRecord, readRsaPublicKey, readSpki } from './public-key.ts';
import { type CertificateRecord, type RequestRecord, readCertificate, readRequest, readRevocationList } from './x509.ts';

/** One thing of public-key infrastructure. */
export type PkiObject =
  | { readonly kind: 'certificate'; readonly certificate: CertificateRecord }
  | { readonly kind: 'request'; readonly request: RequestRecord }
  | { readonly kind: 'revocation-list'; readonly signature: AlgorithmIdentifierRecord }
  | { readonly kind: 'public-key'; readonly publicKey: PublicKeyRecord; readonly container: 'SPKI' | 'PKCS#1' }
  | { readonly kind: 'private-key'; readonly privateKey: PrivateKeyRecord }
  | { readonly kind: 'encrypted-key'; readonly encryption: AlgorithmIdentifierRecord }
  | { readonly kind: 'pkcs12'; readonly store: Pkcs12Record }
  | { readonly kind: 'signed-data'; readonly certificates: readonly CertificateRecord[]; readonly unread: number }
  | { readonly kind: 'dh-parameters' | 'dsa-parameters'; readonly sizeBits: number }
  | { readonly kind: 'ec-parameters'; readonly curveOid: string };

const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OCTET_STRING = 0x04;
const OID = 0x06;
const SEQUENCE = 0x30;
const SIGNED_DATA = '1.2.840.113549.1.7.2';

/** The object at `offset`, with the element it takes; or the place where the bytes stop being one. */
export function readPki(bytes: Uint8Array, offset = 0): { readonly object: PkiObject; readonly element: DerElement } | Malformed {
  const element = checkDer(bytes, offset);
  if (isMalformed(element)) return element;
  if (element.tag === OID) {
    const curveOid = readOid(bytes, element);
    return curveOid === undefined ? unknown(element) : { object: { kind: 'ec-parameters', curveOid }, element };
  }
  if (element.tag !== SEQUENCE) return unknown(element);
  const object = readSequence(bytes, element);
  if (object === undefined) return unknown(element);
  return isMalformed(object) ? object : { object, element };
}

function readSequence(bytes: Uint8Array, element: DerElement): PkiObject | Malformed | undefined {
  const children = childrenOf(bytes, element);
  const [first, second, third] = children;
  switch (first?.tag) {
    case SEQUENCE:
      if (second?.tag === SEQUENCE && third?.tag === BIT_STRING) return readSigned(bytes, element, first);
      if (second?.tag === BIT_STRING)
        return wrap(readSpki(bytes, element), (publicKey) => ({ kind: 'public-key', publicKey, container: 'SPKI' }));
      if (second?.tag === OCTET_STRING)
        return wrap(readAlgorithmIdentifier(bytes, first), (encryption) => ({ kind: 'encrypted-key', encryption }));
      return undefined;
    case INTEGER:
      return readNumbered(bytes, element, children);
    case OID:
      return readOid(bytes, first) === SIGNED_DATA ? readSignedData(bytes, second) : undefined;
    default:
      return undefined;
  }
}

// All three are { toBeSigned, AlgorithmIdentifier, BIT STRING }. A request begins with INTEGER, Name and key; a revocation list with an
// AlgorithmIdentifier or with INTEGER and AlgorithmIdentifier; a certificate with [0] or with INTEGER, AlgorithmIdentifier, Name, Validity.
function readSigned(bytes: Uint8Array, element: DerElement, toBeSigned: DerElement): PkiObject | Malformed {
  const fields = childrenOf(bytes, toBeSigned);
  const version1 = fields[0]?.tag === INTEGER;
  const [, , key] = fields;
  const isRequest = version1 && childrenOf(bytes, key)[1]?.tag === BIT_STRING;
  if (isRequest) return wrapSound(readRequest(bytes, element), (request) => ({ kind: 'request', request }));
  const timeAt = version1 ? 3 : 2;
  const isList = fields[0]?.tag !== 0xa0 && (fields[timeAt]?.tag === 0x17 || fields[timeAt]?.tag === 0x18);
  if (isList) return wrapSound(readRevocationList(bytes, element), (signature) => ({ kind: 'revocation-list', signature }));
  return wrapSound(readCertificate(bytes, element), (certificate) => ({ kind: 'certificate', certificate }));
}

function readNumbered(bytes: Uint8Array, element: DerElement, children: readonly DerElement[]): PkiObject | Malformed | undefined {
  const [first, second, third] = children;
  if (second?.tag === SEQUENCE && third?.tag === OCTET_STRING) return privateKey(readPkcs8(bytes, element));
  if (second?.tag === OCTET_STRING) return privateKey(readSec1(bytes, element));
  if (second?.tag === SEQUENCE) return wrap(readPkcs12(bytes, element), (store) => ({ kind: 'pkcs12', store }));
  if (children.some((child) => child.tag !== INTEGER) && children.length < 9) return undefined;
  if (children.length >= 9) return privateKey(readPkcs1(bytes, element));
  if (children.length === 6) return privateKey(readDsa(bytes, element));
  if (first === undefined || second === undefined) return undefined;
  // { n, e } of RSA and { p, g } of Diffie-Hellman look alike; RSA exponents are odd and above 2, generators in use are 2 and 5.
  const small = readSmallInteger(bytes, second);
  const sizeBits = integerBits(bytes, first);
  // { p, q, g } of DSA has a q of 160 to 256 bits; { p, g, privateValueLength } of PKCS #3 a short g.
  if (children.length === 3) return { kind: small === undefined ? 'dsa-parameters' : 'dh-parameters', sizeBits };
  if (small === 2 || small === 5) return { kind: 'dh-parameters', sizeBits };
  return wrap(readRsaPublicKey(bytes, element), (publicKey) => ({ kind: 'public-key', publicKey, container: 'PKCS#1' }));
}

// RFC 5652 section 5.1: SignedData ::= { version, digestAlgorithms, encapContentInfo, certificates [0], crls [1], signerInfos }.
function readSignedData(bytes: Uint8Array, wrapped: DerElement | undefined): PkiObject | undefined {
  const [content] = childrenOf(bytes, wrapped);
  const set = childrenOf(bytes, content).find((child) => child.tag === 0xa0);
  if (content === undefined) return undefined;
  const read = childrenOf(bytes, set).map((element) => readCertificate(bytes, element));
  const certificates = read.flatMap((record) => (isMalformed(record) ? [] : [record]));
  return { kind: 'signed-data', certificates, unread: read.length - certificates.length };
}

function privateKey(record: PrivateKeyRecord | undefined): PkiObject | undefined {
  return record === undefined ? undefined : { kind: 'private-key', privateKey: record };
}

function wrap<T extends object>(record: T | Malformed | undefined, make: (record: T) => PkiObject): PkiObject | Malformed | undefined {
  return record === undefined ? undefined : wrapSound(record, make);
}

function wrapSound<T extends object>(record: T | Malformed, make: (record: T) => PkiObject): PkiObject | Malformed {
  return isMalformed(record) ? record : make(record);
}

function unknown(element: DerElement): Malformed {
  return { offset: element.start, expected: 'a certificate, a request, a revocation list or a key', found: 'another structure' };
}
