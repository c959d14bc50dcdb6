// X.509 certificates, certificate requests (PKCS #10, RFC 2986) and revocation lists: RFC 5280.

import { CertificationRequest } from '@peculiar/asn1-csr';
import { AsnConvert } from '@peculiar/asn1-schema';
import {
  AuthorityKeyIdentifier,
  BasicConstraints,
  Certificate,
  id_ce_authorityKeyIdentifier,
  id_ce_basicConstraints,
  id_ce_subjectKeyIdentifier,
  SubjectKeyIdentifier,
  type TBSCertificate,
} from '@peculiar/asn1-x509';
import { type AlgorithmIdentifierRecord, childrenOf, readAlgorithmIdentifier } from './algorithm-identifier.ts';
import { type DerElement, isMalformed, type Malformed } from './der.ts';
import { renderName } from './distinguished-name.ts';
import { toHex } from './hex.ts';
import { type PublicKeyRecord, readSpki } from './public-key.ts';

/** What a certificate says. */
export interface CertificateRecord {
  /** the whole encoding, for its fingerprint */
  readonly der: Uint8Array;
  /** lowercase hex without leading zeros */
  readonly serialNumber: string;
  /** RFC 4514 */
  readonly subject: string;
  readonly issuer: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly signature: AlgorithmIdentifierRecord;
  readonly publicKey: PublicKeyRecord;
  readonly isCa: boolean;
  /** issuer and subject are the same name, and key identifiers, where both stand, agree; the signature is not verified */
  readonly selfSigned: boolean;
  readonly subjectKeyId?: string;
  readonly authorityKeyId?: string;
}

/** A certificate request: who asks is not kept, the key and the signature are. */
export interface RequestRecord {
  readonly publicKey: PublicKeyRecord;
  readonly signature: AlgorithmIdentifierRecord;
}

/** The certificate at an element. */
export function readCertificate(bytes: Uint8Array, element: DerElement): CertificateRecord | Malformed {
  const der = bytes.subarray(element.start, element.end);
  const [tbs, algorithm] = childrenOf(bytes, element);
  const signature = readAlgorithmIdentifier(bytes, algorithm);
  const parsed = attempt(() => AsnConvert.parse(der, Certificate).tbsCertificate);
  const raw = rawFields(bytes, tbs);
  if (parsed === undefined || signature === undefined || raw === undefined) return notA('Certificate (RFC 5280)', element);
  const publicKey = readSpki(bytes, raw.spki);
  const dates = readDates(parsed);
  if (isMalformed(publicKey)) return publicKey;
  if (dates === undefined) return { offset: element.start, expected: 'two dates of RFC 5280', found: 'dates that are none' };
  const keyIds = readKeyIds(parsed);
  return {
    der,
    serialNumber: toHex(bytes.subarray(raw.serial.contentStart, raw.serial.end)).replace(/^0+(?=.)/, ''),
    subject: renderName(parsed.subject),
    issuer: renderName(parsed.issuer),
    ...dates,
    signature,
    publicKey,
    isCa: readExtension(parsed, id_ce_basicConstraints, BasicConstraints)?.cA ?? false,
    selfSigned: isSame(bytes, raw.subject, raw.issuer) && (keyIds.authorityKeyId ?? keyIds.subjectKeyId) === keyIds.subjectKeyId,
    ...keyIds,
  };
}

/** The certificate request at an element. */
export function readRequest(bytes: Uint8Array, element: DerElement): RequestRecord | Malformed {
  const [info, algorithm] = childrenOf(bytes, element);
  const signature = readAlgorithmIdentifier(bytes, algorithm);
  const [, , spki] = childrenOf(bytes, info);
  const parsed = attempt(() => AsnConvert.parse(bytes.subarray(element.start, element.end), CertificationRequest));
  if (parsed === undefined || signature === undefined || spki === undefined) return notA('CertificationRequest (RFC 2986)', element);
  const publicKey = readSpki(bytes, spki);
  return isMalformed(publicKey) ? publicKey : { publicKey, signature };
}

/** The algorithm that a revocation list is signed with. Its entries, which may be hundreds of thousands, are not decoded. */
export function readRevocationList(bytes: Uint8Array, element: DerElement): AlgorithmIdentifierRecord | Malformed {
  const [, algorithm] = childrenOf(bytes, element);
  return readAlgorithmIdentifier(bytes, algorithm) ?? notA('CertificateList (RFC 5280)', element);
}

interface RawFields {
  readonly serial: DerElement;
  readonly issuer: DerElement;
  readonly subject: DerElement;
  readonly spki: DerElement;
}

// TBSCertificate: [0] version, serialNumber, signature, issuer, validity, subject, subjectPublicKeyInfo; version 1 leaves [0] out.
function rawFields(bytes: Uint8Array, tbs: DerElement | undefined): RawFields | undefined {
  const children = childrenOf(bytes, tbs);
  const [serial, , issuer, , subject, spki] = children[0]?.tag === 0xa0 ? children.slice(1) : children;
  if (serial === undefined || issuer === undefined || subject === undefined || spki === undefined) return undefined;
  return { serial, issuer, subject, spki };
}

function readDates({ validity }: TBSCertificate): { readonly notBefore: Date; readonly notAfter: Date } | undefined {
  const dates = attempt(() => ({ notBefore: validity.notBefore.getTime(), notAfter: validity.notAfter.getTime() }));
  const isSound = (date: Date) => !Number.isNaN(date.getTime());
  return dates !== undefined && isSound(dates.notBefore) && isSound(dates.notAfter) ? dates : undefined;
}

function readKeyIds(tbs: TBSCertificate): { readonly subjectKeyId?: string; readonly authorityKeyId?: string } {
  const subject = readExtension(tbs, id_ce_subjectKeyIdentifier, SubjectKeyIdentifier)?.buffer;
  const authority = readExtension(tbs, id_ce_authorityKeyIdentifier, AuthorityKeyIdentifier)?.keyIdentifier?.buffer;
  return {
    ...(subject === undefined ? {} : { subjectKeyId: toHex(new Uint8Array(subject)) }),
    ...(authority === undefined ? {} : { authorityKeyId: toHex(new Uint8Array(authority)) }),
  };
}

function readExtension<T>(tbs: TBSCertificate, oid: string, type: new () => T): T | undefined {
  const extension = tbs.extensions?.find((candidate) => candidate.extnID === oid);
  return extension === undefined ? undefined : attempt(() => AsnConvert.parse(extension.extnValue.buffer, type));
}

function isSame(bytes: Uint8Array, left: DerElement, right: DerElement): boolean {
  const [a, b] = [bytes.subarray(left.start, left.end), bytes.subarray(right.start, right.end)];
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

function notA(expected: string, element: DerElement): Malformed {
  return { offset: element.start, expected, found: 'another structure' };
}

// The schema library throws on what does not fit; here that is an answer, and its message is not passed on: it may quote the content.
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
