// Says what a key, certificate, request, signature or blob is, its sizes, and what is wrong with it. Of a private key only what its public
// half and its container say.

import { sha256 } from '@noble/hashes/sha2.js';
import { childrenOf, readPasswordEncryption } from '../formats/algorithm-identifier.ts';
import { isMalformed, type Malformed } from '../formats/der.ts';
import { toHex } from '../formats/hex.ts';
import { readPem } from '../formats/pem.ts';
import { type PkiObject, readPki } from '../formats/pki.ts';
import type { PrivateKeyRecord } from '../formats/private-key.ts';
import type { PublicKeyRecord } from '../formats/public-key.ts';
import type { CertificateRecord } from '../formats/x509.ts';
import { findOid } from '../knowledge/identifiers.ts';
import { PqreadyError } from '../model/errors.ts';
import { findVerification } from './encoding/any-signature.ts';
import { readAlternativeNames, readSubjectKey, verifySigned } from './encoding/certificate.ts';
import { CLASSICAL_KEYS, findClassicalKeyId } from './encoding/classical-key.ts';
import { findExtension, KEY_USAGE } from './encoding/extension.ts';
import type { ReadName } from './encoding/general-name.ts';
import { findKeyId, isSignatureId, keyLengthsOf, publicKeyOf } from './encoding/key.ts';
import { sayLabel, saySafely } from './encoding/pem.ts';
import { readPkcs8Der } from './encoding/pkcs8.ts';
import { readSpkiDer, toSpkiDer } from './encoding/spki.ts';
import { type RawReading, readRaw } from './inspect-raw.ts';

/** One thing found in the bytes. */
export interface Inspection {
  readonly what: string;
  /** label and value, for people */
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** what is wrong; empty where nothing was seen to be */
  readonly problems: readonly string[];
}

/** Everything found: each block of PEM, or the one thing that DER or raw bytes are. Never throws on bytes. */
export function inspect(bytes: Uint8Array): readonly Inspection[] {
  const { blocks, problems } = readPem(bytes);
  if (blocks.length + problems.length > 0) {
    return [
      ...blocks.map(({ label, body }) => inspectDer(body, label)),
      ...problems.map((problem) => ({
        what: `PEM block ${sayLabel(problem.label)}`,
        facts: [],
        problems: [saySafely(problem.label, say(problem))],
      })),
    ];
  }
  const readings = readRaw(bytes);
  const isStructure = bytes[0] === 0x30 && !isMalformed(readPki(bytes));
  return [isStructure || (bytes[0] === 0x30 && readings.length === 0) ? inspectDer(bytes) : inspectRaw(bytes, readings)];
}

/** Which PEM labels an object may stand under (RFC 7468). */
const LABELS: Readonly<Record<PkiObject['kind'], readonly string[]>> = {
  certificate: ['CERTIFICATE', 'X509 CERTIFICATE', 'TRUSTED CERTIFICATE'],
  request: ['CERTIFICATE REQUEST', 'NEW CERTIFICATE REQUEST'],
  'revocation-list': ['X509 CRL'],
  'public-key': ['PUBLIC KEY', 'RSA PUBLIC KEY'],
  'private-key': ['PRIVATE KEY', 'RSA PRIVATE KEY', 'EC PRIVATE KEY', 'DSA PRIVATE KEY'],
  'encrypted-key': ['ENCRYPTED PRIVATE KEY'],
  pkcs12: ['PKCS12'],
  'signed-data': ['PKCS7', 'CMS', 'CERTIFICATE'],
  'dh-parameters': ['DH PARAMETERS', 'X9.42 DH PARAMETERS'],
  'dsa-parameters': ['DSA PARAMETERS'],
  'ec-parameters': ['EC PARAMETERS'],
};

function inspectDer(der: Uint8Array, label?: string): Inspection {
  const read = readPki(der);
  if (isMalformed(read)) return { what: label === undefined ? 'DER' : sayLabel(label), facts: [size(der)], problems: [say(read)] };
  const { object, element } = read;
  const inspection = inspectObject(object, der.subarray(0, element.end));
  const problems = [
    ...(label === undefined || LABELS[object.kind].includes(label) ? [] : [`the PEM label says ${sayLabel(label)}`]),
    ...(element.end === der.length ? [] : [`${der.length - element.end} bytes follow it`]),
    ...inspection.problems,
  ];
  return { ...inspection, facts: [['encoding', label === undefined ? 'DER' : 'PEM'], size(der), ...inspection.facts], problems };
}

function inspectObject(object: PkiObject, der: Uint8Array): Inspection {
  switch (object.kind) {
    case 'public-key':
      return inspectPublicKey(object.publicKey);
    case 'private-key':
      return inspectPrivateKey(object.privateKey, der);
    case 'certificate':
      return inspectCertificate(object.certificate);
    case 'request': {
      const { signature, publicKey } = object.request;
      const names = inspectNames(der);
      const facts = [...names.facts, ...keyFacts(publicKey), ['signed with', nameOf(signature.oid)]] as const;
      return {
        what: 'certificate request (PKCS #10)',
        facts,
        problems: [...names.problems, ...signatureProblems(der, signature.oid, true)],
      };
    }
    case 'encrypted-key': {
      const { scheme, kdfOid, iterations, prfOid, cipherOid } = readPasswordEncryption(object.encryption);
      const names = [scheme, kdfOid, prfOid, cipherOid].flatMap((oid) => (oid === undefined ? [] : [nameOf(oid)]));
      const count = iterations === undefined ? [] : [['iterations', String(iterations)] as const];
      return { what: 'encrypted private key (PKCS #8)', facts: [['encryption', names.join(', ')], ...count], problems: [] };
    }
    default:
      return { what: object.kind.replace('-', ' '), facts: [], problems: [] };
  }
}

function inspectPublicKey(record: PublicKeyRecord): Inspection {
  return { what: `${nameOf(record.algorithm.oid)} public key`, facts: keyFacts(record), problems: keyProblems(record) };
}

function keyProblems({ algorithm, spki }: PublicKeyRecord): readonly string[] {
  return findKeyId(algorithm.oid) === undefined ? [] : attempt(() => readSpkiDer(spki.slice())).problems;
}

function inspectPrivateKey({ algorithm: { oid }, container, curveOid }: PrivateKeyRecord, der: Uint8Array): Inspection {
  const classical = container === 'PKCS#8' ? findClassicalKeyId(oid, curveOid) : undefined;
  const what = `${classical === undefined ? nameOf(oid) : CLASSICAL_KEYS[classical].name} private key`;
  if (findKeyId(oid) === undefined && classical === undefined) return { what, facts: [], problems: [] };
  const { value, problems } = attempt(() => {
    const { key, form } = readPkcs8Der(der.slice());
    const spki = toSpkiDer(publicKeyOf(key));
    return [
      ['container', 'PKCS #8'],
      ['form', form === 'both' ? 'seed and expanded key' : form === 'seed' ? 'seed' : 'expanded key'],
      ['private key', `${key.expanded.length} bytes`],
      ['public key SHA-256', toHex(sha256(spki))],
    ] as const;
  });
  return { what, facts: value ?? [['container', 'PKCS #8']], problems };
}

function inspectCertificate(certificate: CertificateRecord): Inspection {
  const { der, subject, issuer, notBefore, notAfter, signature, publicKey, isCa, selfSigned, serialNumber } = certificate;
  const names = inspectNames(der);
  const facts = [
    ['subject', subject],
    ...names.facts,
    ['issuer', issuer],
    ['serial', serialNumber],
    ['valid', `${notBefore.toISOString().slice(0, 10)} to ${notAfter.toISOString().slice(0, 10)}`],
    ['CA', isCa ? 'yes' : 'no'],
    ...keyFacts(publicKey),
    ['signed with', nameOf(signature.oid)],
  ] as const;
  const problems = [
    ...names.problems,
    ...keyProblems(publicKey),
    ...usageProblems(certificate),
    ...signatureProblems(der, signature.oid, selfSigned),
  ];
  return { what: selfSigned ? 'self-signed certificate' : 'certificate', facts, problems };
}

const MAX_NAMES_SHOWN = 20;
const NAME_KINDS: Readonly<Record<ReadName['kind'], string>> = { dns: 'DNS', ip: 'IP', mail: 'mail', uri: 'URI', other: 'other' };

/** Whom it is for besides its subject: what a TLS client compares with the host (RFC 9525). */
function inspectNames(der: Uint8Array): Pick<Inspection, 'facts' | 'problems'> {
  const { value = [], problems } = attempt(() => readAlternativeNames(der.slice()));
  const shown = value.slice(0, MAX_NAMES_SHOWN).map(({ kind, value: name }) => `${NAME_KINDS[kind]} ${name}`);
  const more = value.length > MAX_NAMES_SHOWN ? [`and ${value.length - MAX_NAMES_SHOWN} more`] : [];
  const facts = value.length === 0 ? [] : [['alternative names', [...shown, ...more].join(', ')] as const];
  const faults = value.flatMap(({ fault }) => (fault === undefined ? [] : [`alternative names: ${fault} (RFC 5280 §4.2.1.6)`]));
  return { facts, problems: [...problems, ...faults.slice(0, MAX_NAMES_SHOWN)] };
}

/** Own signature where it can be checked; of another's only the length. */
function signatureProblems(der: Uint8Array, oid: string, own: boolean): readonly string[] {
  const id = findKeyId(oid);
  if (id !== undefined && !isSignatureId(id)) return [`signed with ${keyLengthsOf(id).name}, which signs nothing`];
  if (!own || (id === undefined && !isClassicalPair(der, oid))) return [];
  const { value, problems } = attempt(() => verifySigned(der.slice(), readSubjectKey(der.slice())));
  return value === undefined ? problems : value.valid ? [] : [`its own signature does not verify: ${value.reason}`];
}

/** A classical key and a signature of it that is verified here; others, such as RSA, are not. */
function isClassicalPair(der: Uint8Array, oid: string): boolean {
  const { value } = attempt(() => readSubjectKey(der.slice()));
  return value !== undefined && findVerification(value.id, oid) !== undefined;
}

/** RFC 9935: keyEncipherment and nothing else. RFC 9881, RFC 9909: never one of encipherment or agreement. Bits from the first octet's top. */
const KEY_ENCIPHERMENT = 0b0010_0000;
const NOT_OF_SIGNATURES = 0b0011_1000;

function usageProblems({ der, publicKey }: CertificateRecord): readonly string[] {
  const id = findKeyId(publicKey.algorithm.oid);
  const bits = readKeyUsage(der);
  if (id === undefined || bits === undefined) return [];
  if (!isSignatureId(id)) return bits === KEY_ENCIPHERMENT ? [] : ['key usage: RFC 9935 allows keyEncipherment and nothing else'];
  return (bits & NOT_OF_SIGNATURES) === 0 ? [] : ['key usage: a signature key may not encipher or agree on keys'];
}

/** The first octet of the KeyUsage bits; undefined where the certificate has none. */
function readKeyUsage(der: Uint8Array): number | undefined {
  const read = readPki(der);
  if (isMalformed(read)) return undefined;
  const [toBeSigned] = childrenOf(der, read.element);
  // BIT STRING: tag, length, count of unused bits, bits.
  return findExtension(der, childrenOf(der, toBeSigned), KEY_USAGE)?.[3];
}

function inspectRaw(bytes: Uint8Array, readings: readonly RawReading[]): Inspection {
  const [first] = readings;
  if (first === undefined) {
    const problem = 'neither PEM nor DER, and no key, ciphertext or signature known here has this length';
    return { what: 'unknown bytes', facts: [size(bytes)], problems: [problem] };
  }
  const sound = readings.filter(({ fault }) => fault === undefined);
  if (sound.length < 2)
    return { what: `raw bytes: ${first.what}`, facts: [size(bytes)], problems: first.fault === undefined ? [] : [first.fault] };
  return {
    what: 'raw bytes: one of several things of this length',
    facts: [size(bytes), ...sound.map(({ what }) => ['may be', what] as const)],
    problems: [],
  };
}

function keyFacts({ algorithm, keyBytes, sizeBits, spki }: PublicKeyRecord): readonly (readonly [string, string])[] {
  return [
    ['algorithm', nameOf(algorithm.oid)],
    ['public key', sizeBits === undefined ? `${keyBytes} bytes` : `${sizeBits} bits`],
    ['public key SHA-256', toHex(sha256(spki))],
  ];
}

function nameOf(oid: string): string {
  const id = findKeyId(oid);
  return id === undefined ? (findOid(oid)?.name ?? oid) : keyLengthsOf(id).name;
}

function size(bytes: Uint8Array): readonly [string, string] {
  return ['size', `${bytes.length} bytes`];
}

function say({ offset, expected, found }: Malformed): string {
  return `offset ${offset}: expected ${expected}, found ${found}`;
}

/** A refusal of a reader is a finding here. */
function attempt<T>(read: () => T): { readonly value?: T; readonly problems: readonly string[] } {
  try {
    return { value: read(), problems: [] };
  } catch (error) {
    if (error instanceof PqreadyError) return { problems: [error.message] };
    throw error;
  }
}
