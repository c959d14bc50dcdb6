// Certificates (RFC 5280 §4) and requests (RFC 2986 §4) with ML-DSA (RFC 9881), SLH-DSA (RFC 9909) and, as end entities, ML-KEM (RFC 9935);
// with ECDSA (RFC 5758) and Ed25519 (RFC 8410) for chains that mix them: made, and their signatures verified.

import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { equalBytes, randomBytes } from '@noble/post-quantum/utils.js';
import { childrenOf, readAlgorithmIdentifier } from '../../formats/algorithm-identifier.ts';
import type { DerElement } from '../../formats/der.ts';
import { toDer, toOidDer } from '../../formats/der-write.ts';
import { PqreadyError } from '../../model/errors.ts';
import { findSignatureOid, findVerification, nameOfSignature, type SignedVerification, signAsKey, verifyAsKey } from './any-signature.ts';
import {
  AUTHORITY_KEY_IDENTIFIER,
  BASIC_CONSTRAINTS,
  findExtension,
  KEY_USAGE,
  SUBJECT_ALTERNATIVE_NAME,
  SUBJECT_KEY_IDENTIFIER,
  toExtension,
  toRequestAttributes,
} from './extension.ts';
import { type AlternativeName, type ReadName, readGeneralNames, toGeneralNames } from './general-name.ts';
import { keyLengthsOf, type PrivateKey, type PublicKey, publicKeyOf } from './key.ts';
import { type DistinguishedName, toNameDer } from './name.ts';
import { readContent, readWhole } from './read-der.ts';
import { readSpkiDer, toSpkiDer } from './spki.ts';

/** What a certificate says of its subject. */
export interface CertificateRequestFields {
  /** `CN=device 1,O=Example`, most specific part first */
  readonly subject: DistinguishedName;
  readonly publicKey: PublicKey;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** may sign certificates and revocation lists; a key that signs nothing cannot */
  readonly isCa: boolean;
  /** 1 to 20 bytes, the first below 128; fresh and random where absent */
  readonly serial?: Uint8Array;
  /** hosts that the subject is; what a TLS client checks, for it does not look at the common name (RFC 9525) */
  readonly alternativeNames?: readonly AlternativeName[];
}

/** Who signs: itself where name and key are the subject's own. */
export interface Issuer {
  readonly name: DistinguishedName;
  readonly privateKey: PrivateKey;
  /** of its certificate; follows from its key where absent */
  readonly keyIdentifier?: Uint8Array;
}

const BOOLEAN = 0x01;
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OCTETS = 0x04;
const SEQUENCE = 0x30;

/** DER of a certificate. Throws `bad-input` where the issuer's key does not sign, a CA's key does not, or a date, name or serial is none. */
export function issueCertificate(fields: CertificateRequestFields, issuer: Issuer): Uint8Array {
  const { publicKey, isCa, notBefore, notAfter, alternativeNames = [] } = fields;
  if (isCa && findSignatureOid(publicKey.id) === undefined)
    throw new PqreadyError('bad-input', `${keyLengthsOf(publicKey.id).name} key: signs nothing, so it is no CA's`);
  if (!(notBefore.getTime() <= notAfter.getTime())) throw new PqreadyError('bad-input', 'certificate: expected a notBefore up to notAfter');
  const subject = toNameDer(fields.subject);
  const isNameless = subject.length === 2;
  if (isNameless && alternativeNames.length === 0)
    throw new PqreadyError('bad-input', 'certificate: expected a subject or alternative names');
  const authority = issuer.keyIdentifier ?? toKeyIdentifier(publicKeyOf(issuer.privateKey));
  const toBeSigned = toDer(
    SEQUENCE,
    toDer(0xa0, toDer(INTEGER, Uint8Array.of(2))), // version 3
    toDer(INTEGER, toSerial(fields.serial)),
    toSignatureAlgorithm(issuer.privateKey),
    toNameDer(issuer.name),
    toDer(SEQUENCE, toTime(notBefore), toTime(notAfter)),
    subject,
    toSpkiDer(publicKey),
    // RFC 5280 §4.2.1.6: critical where the subject is empty.
    toDer(0xa3, toDer(SEQUENCE, ...toExtensions({ publicKey, authority, isCa }), ...toAlternativeNames(alternativeNames, isNameless))),
  );
  return toSigned(toBeSigned, issuer.privateKey);
}

/** What a request asks for besides its key. */
export interface RequestOptions {
  readonly alternativeNames?: readonly AlternativeName[];
}

/** DER of a request. Throws `bad-input` for a key that signs nothing (PKCS #10 is proof of possession by signature). */
export function makeRequest(
  subject: DistinguishedName,
  privateKey: PrivateKey,
  { alternativeNames = [] }: RequestOptions = {},
): Uint8Array {
  const attributes = toRequestAttributes(toAlternativeNames(alternativeNames));
  const info = toDer(SEQUENCE, toDer(INTEGER, Uint8Array.of(0)), toNameDer(subject), toSpkiDer(publicKeyOf(privateKey)), attributes);
  return toSigned(info, privateKey);
}

/**
 * The issuer that a CA's certificate and its private key are. Throws `bad-input` where the key is another's or the certificate is no CA's
 * (RFC 5280 §4.2.1.9).
 */
export function readIssuer(certificate: Uint8Array, privateKey: PrivateKey): Issuer {
  const { fields } = readSigned(certificate);
  const [subject, isCertificate] = [fields[5], fields[0]?.tag === 0xa0];
  if (!isCertificate || subject?.tag !== SEQUENCE) throw new PqreadyError('bad-input', 'issuer: expected a certificate of version 3');
  if (!isSameKey(readSubjectKey(certificate), publicKeyOf(privateKey)))
    throw new PqreadyError('bad-input', 'issuer: the private key is not that of the certificate');
  if (!isAuthority(findExtension(certificate, fields, BASIC_CONSTRAINTS)))
    throw new PqreadyError('bad-input', 'issuer: expected the certificate of a CA (basicConstraints)');
  const identifier = findExtension(certificate, fields, SUBJECT_KEY_IDENTIFIER);
  const keyIdentifier =
    identifier === undefined ? undefined : readContent(identifier, readWhole(identifier, 'subjectKeyIdentifier', OCTETS), IDENTIFIER);
  return {
    name: certificate.slice(subject.start, subject.end),
    privateKey,
    ...(keyIdentifier === undefined ? {} : { keyIdentifier: keyIdentifier.slice() }),
  };
}

/** What a request asks for. */
export interface RequestFields {
  /** the DER of its Name */
  readonly subject: Uint8Array;
  readonly publicKey: PublicKey;
  readonly alternativeNames: readonly AlternativeName[];
}

/** A request whose own signature verifies: its sender has the key. Throws `bad-input` where it does not, or asks for a name that is none. */
export function readSoundRequest(der: Uint8Array): RequestFields {
  const { fields } = readSigned(der);
  const [version, subject] = fields;
  if (version?.tag !== INTEGER || subject?.tag !== SEQUENCE) throw new PqreadyError('bad-input', 'request: expected PKCS #10');
  const publicKey = readSubjectKey(der);
  const verdict = verifySigned(der, publicKey);
  if (!verdict.valid) throw new PqreadyError('bad-input', `request: its own signature does not verify: ${verdict.reason}`);
  const alternativeNames = readAlternativeNames(der).map(toWritable);
  return { subject: der.slice(subject.start, subject.end), publicKey, alternativeNames };
}

/** The subject alternative names of a certificate or request, none where it has none. Throws `bad-input` where they cannot be read. */
export function readAlternativeNames(der: Uint8Array): readonly ReadName[] {
  const names = findExtension(der, readSigned(der).fields, SUBJECT_ALTERNATIVE_NAME);
  return names === undefined ? [] : readGeneralNames(names);
}

/** The subject's key of a certificate or request. Throws `bad-input` with the offset of what is wrong. */
export function readSubjectKey(der: Uint8Array): PublicKey {
  const { fields } = readSigned(der);
  // A certificate begins with [0] version and holds the key in seventh place, a request in third.
  const element = fields[0]?.tag === 0xa0 ? fields[6] : fields[2];
  return readSpkiDer(element === undefined ? new Uint8Array() : der.slice(element.start, element.end));
}

/** Verifies the signature of a certificate or request. Throws `bad-input` where it is neither, or is signed with another algorithm. */
export function verifySigned(der: Uint8Array, key: PublicKey): SignedVerification {
  const { algorithm, toBeSigned, signature } = readSigned(der);
  const oid = readAlgorithmIdentifier(der, algorithm)?.oid;
  const how = oid === undefined ? undefined : findVerification(key.id, oid);
  if (how === undefined || childrenOf(der, algorithm).length !== 1) {
    throw new PqreadyError('bad-input', `${SIGNED}: signed with ${nameOfSignature(oid)}, the key is of ${keyLengthsOf(key.id).name}`);
  }
  const [unused, ...bits] = readContent(der, signature, { what: SIGNED, part: 'signature', tag: BIT_STRING });
  if (unused !== 0) throw new PqreadyError('bad-input', `${SIGNED}: expected a signature of whole octets`);
  return verifyAsKey(key, { message: der.slice(toBeSigned.start, toBeSigned.end), signature: Uint8Array.from(bits), ...how });
}

const SIGNED = 'certificate or request';
const IDENTIFIER = { what: 'subjectKeyIdentifier', part: 'keyIdentifier', tag: OCTETS } as const;

interface Signed {
  readonly toBeSigned: DerElement;
  readonly fields: readonly DerElement[];
  readonly algorithm: DerElement | undefined;
  readonly signature: DerElement | undefined;
}

function readSigned(der: Uint8Array): Signed {
  const [toBeSigned, algorithm, signature] = childrenOf(der, readWhole(der, SIGNED));
  readContent(der, toBeSigned, { what: SIGNED, part: 'what is signed', tag: SEQUENCE });
  if (toBeSigned === undefined) throw new PqreadyError('bad-input', `${SIGNED}: expected something signed`);
  return { toBeSigned, fields: childrenOf(der, toBeSigned), algorithm, signature };
}

function toSigned(toBeSigned: Uint8Array, privateKey: PrivateKey): Uint8Array {
  const signature = signAsKey(privateKey, toBeSigned);
  return toDer(SEQUENCE, toBeSigned, toSignatureAlgorithm(privateKey), toDer(BIT_STRING, Uint8Array.of(0), signature));
}

/** Parameters are absent: RFC 9881, RFC 9909, RFC 5758 §3.2, RFC 8410 §3. */
function toSignatureAlgorithm({ id }: PrivateKey): Uint8Array {
  const oid = findSignatureOid(id);
  if (oid === undefined) throw new PqreadyError('bad-input', `issuer: ${keyLengthsOf(id).name} signs nothing`);
  return toDer(SEQUENCE, toOidDer(oid));
}

interface ExtensionFields {
  readonly publicKey: PublicKey;
  readonly authority: Uint8Array;
  readonly isCa: boolean;
}

/** Basic constraints and key usage (critical), subject and authority key identifiers: RFC 5280 §4.2.1. */
function toExtensions({ publicKey, authority, isCa }: ExtensionFields): readonly Uint8Array[] {
  const critical = { critical: true };
  return [
    toExtension(BASIC_CONSTRAINTS, toDer(SEQUENCE, ...(isCa ? [toDer(BOOLEAN, Uint8Array.of(0xff))] : [])), critical),
    toExtension(KEY_USAGE, toKeyUsage(publicKey, isCa), critical),
    toExtension(SUBJECT_KEY_IDENTIFIER, toDer(OCTETS, toKeyIdentifier(publicKey))),
    toExtension(AUTHORITY_KEY_IDENTIFIER, toDer(SEQUENCE, toDer(0x80, authority))),
  ];
}

function toAlternativeNames(names: readonly AlternativeName[], critical = false): readonly Uint8Array[] {
  return names.length === 0 ? [] : [toExtension(SUBJECT_ALTERNATIVE_NAME, toGeneralNames(names), { critical })];
}

/** What a request asks for and a certificate may be made for. */
function toWritable({ kind, value, fault }: ReadName): AlternativeName {
  if (fault !== undefined) throw new PqreadyError('bad-input', `request: ${fault}`);
  if (kind === 'dns' || kind === 'ip') return { kind, value };
  throw new PqreadyError('bad-input', `request: asks for a name of kind ${kind}; expected DNS names and IP addresses`);
}

/**
 * RFC 5280 §4.2.1.3: bit 0 digitalSignature, 2 keyEncipherment (alone for ML-KEM, RFC 9935), 4 keyAgreement (X25519, RFC 8410 §5), 5
 * keyCertSign and 6 cRLSign. The first octet counts the unused bits.
 */
function toKeyUsage({ id }: PublicKey, isCa: boolean): Uint8Array {
  if (id === 'x25519') return toDer(BIT_STRING, Uint8Array.of(3, 0b0000_1000));
  if (findSignatureOid(id) === undefined) return toDer(BIT_STRING, Uint8Array.of(5, 0b0010_0000));
  return isCa ? toDer(BIT_STRING, Uint8Array.of(1, 0b0000_0110)) : toDer(BIT_STRING, Uint8Array.of(7, 0b1000_0000));
}

/** Whether basicConstraints says cA: its first element, a BOOLEAN that DEFAULTs to FALSE. */
function isAuthority(constraints: Uint8Array | undefined): boolean {
  if (constraints === undefined) return false;
  const [authority] = childrenOf(constraints, readWhole(constraints, 'basicConstraints'));
  return authority?.tag === BOOLEAN && constraints[authority.contentStart] !== 0;
}

function isSameKey(a: PublicKey, b: PublicKey): boolean {
  return a.id === b.id && equalBytes(a.bytes, b.bytes);
}

/** RFC 7093 §2 method 1: the first 160 bits of the SHA-256 of the key. */
function toKeyIdentifier({ bytes }: PublicKey): Uint8Array {
  return sha256(bytes).subarray(0, 20);
}

/** RFC 5280 §4.1.2.5: UTCTime up to 2049, GeneralizedTime from 2050. */
function toTime(date: Date): Uint8Array {
  const year = date.getUTCFullYear();
  if (!(year >= 1950 && year <= 9999)) throw new PqreadyError('bad-input', 'certificate: expected a date from 1950 to 9999');
  const digits = date.toISOString().slice(0, 19).replace(/[-T:]/g, '');
  return year < 2050 ? toDer(0x17, utf8ToBytes(`${digits.slice(2)}Z`)) : toDer(0x18, utf8ToBytes(`${digits}Z`));
}

/** RFC 5280 §4.1.2.2: positive, at most 20 octets. */
function toSerial(serial: Uint8Array | undefined): Uint8Array {
  if (serial === undefined) {
    const fresh = randomBytes(16);
    return fresh.with(0, ((fresh[0] ?? 0) & 0x3f) | 0x40);
  }
  const [first = 0x80, second = 0x80] = serial;
  const isMinimal = first !== 0 || serial.length === 1 || second >= 0x80;
  const isPositive = first < 0x80 && serial.some((byte) => byte !== 0);
  if (serial.length <= 20 && isMinimal && isPositive) return serial;
  throw new PqreadyError('bad-input', 'certificate serial: expected a positive integer of 1 to 20 bytes, as short as it can be');
}
