// What is said of each kind of object that was decoded. A certificate or key carries its algorithms itself; what has no observation of its
// own (a revocation list, a request's signature, how a key is encrypted) is said as a use of an algorithm.

import { sha256 } from '@noble/hashes/sha2.js';
import type { AlgorithmIdentifierRecord } from '../../formats/algorithm-identifier.ts';
import { isMalformed } from '../../formats/der.ts';
import { toHex } from '../../formats/hex.ts';
import type { Pkcs12Record } from '../../formats/keystore.ts';
import { type PkiObject, readPki } from '../../formats/pki.ts';
import type { CertificateRecord } from '../../formats/x509.ts';
import { useOf } from '../../knowledge/algorithms.ts';
import { findOid } from '../../knowledge/identifiers.ts';
import type { AlgorithmUse } from '../../model/algorithm.ts';
import type { AlgorithmObservation, CertificateObservation, Evidence, Gap, IsoDateTime, KeyFacts } from '../../model/evidence.ts';
import { toEncryptionUse, toSignatureUse, withParameters } from './algorithm-use.ts';
import { toPrivateKeyFacts, toPublicKeyFacts } from './key-facts.ts';
import { type Place, toEvidence, toGap } from './place.ts';

/** Everything that one object has to say. */
export function toItems(object: PkiObject, place: Place): readonly (Evidence | Gap)[] {
  switch (object.kind) {
    case 'certificate':
      return [toEvidence(place, toCertificate(object.certificate, place.format))];
    case 'request':
      return [
        toEvidence(place, {
          kind: 'key',
          material: 'certificate-request',
          key: toPublicKeyFacts(object.request.publicKey),
          encrypted: false,
          container: 'PKCS#10',
        }),
        toEvidence(place, algorithm(toSignatureUse(object.request.signature), 'PKCS#10 signatureAlgorithm')),
      ];
    case 'revocation-list':
      return [toEvidence(place, algorithm(toSignatureUse(object.signature), 'X.509 CRL signatureAlgorithm'))];
    case 'public-key':
      return [
        toEvidence(place, {
          kind: 'key',
          material: 'public-key',
          key: toPublicKeyFacts(object.publicKey),
          encrypted: false,
          container: object.container,
        }),
      ];
    case 'private-key':
      return [
        toEvidence(place, {
          kind: 'key',
          material: 'private-key',
          key: toPrivateKeyFacts(object.privateKey),
          encrypted: false,
          container: object.privateKey.container,
        }),
      ];
    case 'encrypted-key':
      return encryptedKey(object.encryption, place);
    case 'pkcs12':
      return pkcs12(object.store, place);
    case 'signed-data':
      return signedData(object.certificates, object.unread, place);
    case 'dh-parameters':
      return [toEvidence(place, algorithm(toGroup('ffdh', object.sizeBits), 'DHParameter'))];
    case 'dsa-parameters':
      return [toEvidence(place, algorithm(toGroup('dsa', object.sizeBits), 'Dss-Parms'))];
    case 'ec-parameters':
      return [toEvidence(place, algorithm(findOid(object.curveOid)?.use ?? useOf('ec', { written: object.curveOid }), 'ECParameters'))];
  }
}

function toGroup(id: 'ffdh' | 'dsa', bits: number): AlgorithmUse {
  return withParameters(useOf(id, { written: `${id} parameters` }), { keyBits: { value: bits, from: 'written' } });
}

/** A private key of a known kind whose numbers are behind a password, with the gap that says so. */
export function toEncryptedKey(key: KeyFacts, container: string, place: Place): readonly (Evidence | Gap)[] {
  return [
    toEvidence(place, { kind: 'key', material: 'private-key', key, encrypted: true, container }),
    toGap(
      place,
      'encrypted',
      `${container} private key: what the password hides (size, fingerprint${key.algorithm.algorithm === 'unrecognised' ? ', algorithm' : ''}) is not known`,
    ),
  ];
}

/** An algorithm by the place in the structure that names it. */
export function algorithm(use: AlgorithmUse, symbol: string): AlgorithmObservation {
  return { kind: 'algorithm', use, symbol };
}

function toCertificate(record: CertificateRecord, format: 'pem' | 'der'): CertificateObservation {
  const publicKey = toPublicKeyFacts(record.publicKey);
  const { subjectKeyId, authorityKeyId } = record;
  return {
    kind: 'certificate',
    sha256: toHex(sha256(record.der)),
    serialNumber: record.serialNumber,
    subject: record.subject,
    issuer: record.issuer,
    notBefore: toIsoDateTime(record.notBefore),
    notAfter: toIsoDateTime(record.notAfter),
    signature: record.selfSigned ? withSignerKey(toSignatureUse(record.signature), publicKey) : toSignatureUse(record.signature),
    publicKey,
    isCa: record.isCa,
    selfSigned: record.selfSigned,
    format,
    ...(subjectKeyId === undefined ? {} : { subjectKeyId }),
    ...(authorityKeyId === undefined ? {} : { authorityKeyId }),
  };
}

/** The signer's key is known where the certificate signs itself: its size or curve is that of the signature. */
function withSignerKey(signature: AlgorithmUse, { algorithm: key }: KeyFacts): AlgorithmUse {
  const { keyBits, curve } = key.parameters;
  return withParameters(signature, {
    ...(keyBits === undefined ? {} : { keyBits: { value: keyBits.value, from: 'resolved' } }),
    ...(curve === undefined ? {} : { curve: { value: curve.value, from: 'resolved' } }),
  });
}

function encryptedKey(encryption: AlgorithmIdentifierRecord, place: Place): readonly (Evidence | Gap)[] {
  const unknown = useOf('unrecognised', { written: 'EncryptedPrivateKeyInfo' });
  return [
    ...toEncryptedKey({ algorithm: unknown }, 'PKCS#8', place),
    toEvidence(place, algorithm(toEncryptionUse(encryption), 'EncryptedPrivateKeyInfo encryptionAlgorithm')),
  ];
}

function pkcs12({ encryption, mac, open, unread }: Pkcs12Record, place: Place): readonly (Evidence | Gap)[] {
  const hash = mac === undefined ? undefined : findOid(mac.digestOid)?.use;
  const distinct = new Map(encryption.map((identifier) => [JSON.stringify(toEncryptionUse(identifier)), toEncryptionUse(identifier)]));
  const uses = [...distinct.values()].map((use) => toEvidence(place, algorithm(use, 'PKCS#12 encryptionAlgorithm')));
  const integrity =
    mac === undefined || hash === undefined
      ? []
      : [
          toEvidence(
            place,
            algorithm(
              useOf('hmac', {
                written: `PKCS#12 MacData ${hash.written}`,
                parameters: { digest: { value: hash.algorithm, from: 'written' }, iterations: { value: mac.iterations, from: 'written' } },
                functions: ['tag'],
                parts: [hash],
              }),
              'PKCS#12 MacData',
            ),
          ),
        ];
  const held = open.flatMap((der) => {
    const read = readPki(der);
    return isMalformed(read)
      ? [toGap(place, 'malformed', `PKCS#12: octet ${read.offset} of a bag: expected ${read.expected}, found ${read.found}`)]
      : toItems(read.object, place);
  });
  return [...uses, ...integrity, ...held, ...hidden(encryption.length, unread, place)];
}

function hidden(encrypted: number, unread: number, place: Place): readonly Gap[] {
  const parts = encrypted === 1 ? '1 part' : `${encrypted} parts`;
  return [
    ...(encrypted === 0
      ? []
      : [toGap(place, 'encrypted', `PKCS#12: ${parts} behind the password: which certificates and keys are in it is not known`)]),
    ...(unread === 0 ? [] : [toGap(place, 'unsupported', `PKCS#12: ${unread} bags that hold neither certificate nor key`)]),
  ];
}

function signedData(certificates: readonly CertificateRecord[], unread: number, place: Place): readonly (Evidence | Gap)[] {
  const found = certificates.map((record) => toEvidence(place, toCertificate(record, place.format)));
  return unread === 0
    ? found
    : [...found, toGap(place, 'malformed', `PKCS#7: ${unread} of ${unread + certificates.length} certificates could not be read`)];
}

function toIsoDateTime(date: Date): IsoDateTime {
  return `${date.toISOString().slice(0, 19)}Z` as IsoDateTime;
}
