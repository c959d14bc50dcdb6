// Certificates (RFC 5280 §4) and requests (RFC 2986 §4) with ML-DSA (RFC 9881), SLH-DSA (RFC 9909) and, as end entities, ML-KEM (RFC 9935):
// made, and their signatures verified.

import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { randomBytes } from '@noble/post-quantum/utils.js';
import { childrenOf } from '../../formats/algorithm-identifier.ts';
import type { DerElement } from '../../formats/der.ts';
import { toDer, toOidDer } from '../../formats/der-write.ts';
import { PqreadyError } from '../../model/errors.ts';
import { sign, type Verification, verify } from '../signature.ts';
import { isSignatureId, KEY_OIDS, keyLengthsOf, type PrivateKey, type PublicKey, publicKeyOf } from './key.ts';
import { toNameDer } from './name.ts';
import { readContent, readKeyAlgorithm, readWhole } from './read-der.ts';
import { readSpkiDer, toSpkiDer } from './spki.ts';

/** What a certificate says of its subject. */
export interface CertificateRequestFields {
  /** `CN=device 1,O=Example`, most specific part first */
  readonly subject: string;
  readonly publicKey: PublicKey;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** may sign certificates and revocation lists; a key of ML-KEM cannot */
  readonly isCa: boolean;
  /** 1 to 20 bytes, the first below 128; fresh and random where absent */
  readonly serial?: Uint8Array;
}

/** Who signs: itself where name and key are the subject's own. */
export interface Issuer {
  readonly name: string;
  readonly privateKey: PrivateKey;
}

const SIGNATURE_KEY = 'issuer';
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OCTETS = 0x04;
const SEQUENCE = 0x30;

/** DER of a certificate. Throws `bad-input` where the issuer's key does not sign, a CA's key does not, or a date or serial is none. */
export function issueCertificate(fields: CertificateRequestFields, issuer: Issuer): Uint8Array {
  const { publicKey, isCa, notBefore, notAfter } = fields;
  if (isCa && !isSignatureId(publicKey.id))
    throw new PqreadyError('bad-input', `${keyLengthsOf(publicKey.id).name} key: signs nothing, so it is no CA's`);
  if (!(notBefore.getTime() <= notAfter.getTime())) throw new PqreadyError('bad-input', 'certificate: expected a notBefore up to notAfter');
  const issuerKey = publicKeyOf(issuer.privateKey);
  const toBeSigned = toDer(
    SEQUENCE,
    toDer(0xa0, toDer(INTEGER, Uint8Array.of(2))), // version 3
    toDer(INTEGER, toSerial(fields.serial)),
    toAlgorithm(issuerKey),
    toNameDer(issuer.name),
    toDer(SEQUENCE, toTime(notBefore), toTime(notAfter)),
    toNameDer(fields.subject),
    toSpkiDer(publicKey),
    toDer(0xa3, toDer(SEQUENCE, ...toExtensions({ publicKey, issuerKey, isCa }))),
  );
  return toSigned(toBeSigned, issuer.privateKey);
}

/** DER of a request. Throws `bad-input` for a key of ML-KEM, which cannot sign one (PKCS #10 is proof of possession by signature). */
export function makeRequest(subject: string, privateKey: PrivateKey): Uint8Array {
  const info = toDer(SEQUENCE, toDer(INTEGER, Uint8Array.of(0)), toNameDer(subject), toSpkiDer(publicKeyOf(privateKey)), toDer(0xa0));
  return toSigned(info, privateKey);
}

/** The subject's key of a certificate or request. Throws `bad-input` with the offset of what is wrong. */
export function readSubjectKey(der: Uint8Array): PublicKey {
  const { fields } = readSigned(der);
  // A certificate begins with [0] version and holds the key in seventh place, a request in third.
  const element = fields[0]?.tag === 0xa0 ? fields[6] : fields[2];
  return readSpkiDer(element === undefined ? new Uint8Array() : der.slice(element.start, element.end));
}

/** Verifies the signature of a certificate or request. Throws `bad-input` where it is neither, or is signed with another algorithm. */
export function verifySigned(der: Uint8Array, key: PublicKey): Verification {
  const { algorithm, toBeSigned, signature } = readSigned(der);
  const id = readKeyAlgorithm(der, algorithm, SIGNED);
  if (id !== key.id || !isSignatureId(id)) {
    throw new PqreadyError('bad-input', `${SIGNED}: signed with ${keyLengthsOf(id).name}, the key is of ${keyLengthsOf(key.id).name}`);
  }
  const bits = readContent(der, signature, { what: SIGNED, part: 'signature', tag: BIT_STRING });
  return verify(id, { publicKey: key.bytes, message: der.slice(toBeSigned.start, toBeSigned.end), signature: bits.slice(1) });
}

const SIGNED = 'certificate or request';

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
  const { id, expanded } = privateKey;
  if (!isSignatureId(id)) throw new PqreadyError('bad-input', `${SIGNATURE_KEY}: ${keyLengthsOf(id).name} signs nothing`);
  // RFC 9881 and RFC 9909: the pure form with an empty context.
  const signature = sign(id, { privateKey: expanded, message: toBeSigned });
  return toDer(SEQUENCE, toBeSigned, toAlgorithm(privateKey), toDer(BIT_STRING, Uint8Array.of(0), signature));
}

/** RFC 9881, RFC 9909: parameters are absent. */
function toAlgorithm({ id }: { readonly id: PublicKey['id'] }): Uint8Array {
  return toDer(SEQUENCE, toOidDer(KEY_OIDS[id]));
}

interface ExtensionFields {
  readonly publicKey: PublicKey;
  readonly issuerKey: PublicKey;
  readonly isCa: boolean;
}

/** Basic constraints and key usage (critical), subject and authority key identifiers: RFC 5280 §4.2.1. */
function toExtensions({ publicKey, issuerKey, isCa }: ExtensionFields): readonly Uint8Array[] {
  const critical = toDer(0x01, Uint8Array.of(0xff));
  const extension = (arc: number, ...parts: readonly Uint8Array[]) => toDer(SEQUENCE, toOidDer(`2.5.29.${arc}`), ...parts);
  return [
    extension(19, critical, toDer(OCTETS, toDer(SEQUENCE, ...(isCa ? [critical] : [])))),
    extension(15, critical, toDer(OCTETS, toKeyUsage(publicKey, isCa))),
    extension(14, toDer(OCTETS, toDer(OCTETS, toKeyIdentifier(publicKey)))),
    extension(35, toDer(OCTETS, toDer(SEQUENCE, toDer(0x80, toKeyIdentifier(issuerKey))))),
  ];
}

/** RFC 5280 §4.2.1.3: bit 0 digitalSignature, 2 keyEncipherment (alone for ML-KEM, RFC 9935), 5 keyCertSign and 6 cRLSign. */
function toKeyUsage({ id }: PublicKey, isCa: boolean): Uint8Array {
  if (!isSignatureId(id)) return toDer(BIT_STRING, Uint8Array.of(5, 0b0010_0000));
  return isCa ? toDer(BIT_STRING, Uint8Array.of(1, 0b0000_0110)) : toDer(BIT_STRING, Uint8Array.of(7, 0b1000_0000));
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
