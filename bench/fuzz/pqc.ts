// The readers of src/pqc with files that they read, to be mutated. Keys protect nothing: they follow from fixed seeds, or are OpenSSL's of the
// test fixtures.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { parseConformanceRecord } from '../../src/catalog/conformance.ts';
import { packageRoot } from '../../src/io/package-files.ts';
import { agree, KEY_AGREEMENTS, type KeyAgreementId, verifyClassical } from '../../src/pqc/classical.ts';
import { parseResponses } from '../../src/pqc/conform/responses.ts';
import { readLine, toAnswer, toHello } from '../../src/pqc/conform/wire.ts';
import { signAsKey, verifyAsKey } from '../../src/pqc/encoding/any-signature.ts';
import {
  issueCertificate,
  makeRequest,
  readAlternativeNames,
  readIssuer,
  readSoundRequest,
  readSubjectKey,
  verifySigned,
} from '../../src/pqc/encoding/certificate.ts';
import { CLASSICAL_KEY_IDS } from '../../src/pqc/encoding/classical-key.ts';
import { readGeneralNames, toGeneralNames } from '../../src/pqc/encoding/general-name.ts';
import { type KeyId, keyLengthsOf, type PrivateKey, privateKeyFromSeed, publicKeyOf } from '../../src/pqc/encoding/key.ts';
import { renderPem } from '../../src/pqc/encoding/pem.ts';
import { readPkcs8Der, toPkcs8Der } from '../../src/pqc/encoding/pkcs8.ts';
import { readPrivateKey, readPublicKey } from '../../src/pqc/encoding/read-key.ts';
import { readSpkiDer, toSpkiDer } from '../../src/pqc/encoding/spki.ts';
import { decapsulateHybrid } from '../../src/pqc/hybrid-kem.ts';
import { inspect } from '../../src/pqc/inspect.ts';
import { decapsulate, encapsulate } from '../../src/pqc/kem.ts';
import { verifyHss, verifyLms } from '../../src/pqc/lms/verify.ts';
import { sign, verify } from '../../src/pqc/signature.ts';
import { acceptServerShare, answerClientShare, joinClientSecrets, makeClientShare } from '../../src/pqc/tls-hybrid.ts';
import { arrangeVectors } from '../../src/pqc/vectors/collection.ts';
import { decapsulateXWing, encapsulateXWing, generateXWingKeyPair } from '../../src/pqc/x-wing.ts';

/** A reader and what it reads. `read` may throw `PqreadyError` and nothing else. */
export interface Reader {
  readonly name: string;
  readonly seeds: readonly Uint8Array[];
  readonly read: (bytes: Uint8Array) => unknown;
}

const IDS: readonly KeyId[] = ['ml-kem-512', 'ml-dsa-44', 'slh-dsa-sha2-128f'];
const CLASSICAL: readonly PrivateKey[] = CLASSICAL_KEY_IDS.map((id) => {
  const { privateKeyBytes } = keyLengthsOf(id);
  return { id, expanded: new Uint8Array(privateKeyBytes).fill(7).with(0, 0) };
});
const KEYS = IDS.map(keyOf);
const [KEM, DSA, SLH] = [keyOf('ml-kem-512'), keyOf('ml-dsa-44'), keyOf('slh-dsa-sha2-128f')];
const SPKIS = [...KEYS, ...CLASSICAL].map((key) => toSpkiDer(publicKeyOf(key)));
const PKCS8S = [
  ...[...KEYS, ...CLASSICAL].map((key) => toPkcs8Der(key, 'expanded')),
  toPkcs8Der(KEM, 'both'),
  toPkcs8Der(KEM, 'seed'),
  toPkcs8Der(DSA, 'seed'),
];
const FIELDS = {
  subject: 'CN=device 1,O=Example',
  notBefore: new Date(0),
  notAfter: new Date(1e12),
  isCa: false,
  serial: Uint8Array.of(1),
};
const ISSUER = { name: 'CN=root', privateKey: DSA };
const CURVE: PrivateKey = { id: 'secp256r1', expanded: new Uint8Array(32).fill(7) };
const NAMES = [
  { kind: 'dns', value: '*.lab.example' },
  { kind: 'ip', value: '2001:db8::1' },
] as const;
const SIGNED = [
  issueCertificate({ ...FIELDS, publicKey: publicKeyOf(KEM), alternativeNames: NAMES }, ISSUER),
  issueCertificate({ ...FIELDS, publicKey: publicKeyOf(DSA), isCa: true }, ISSUER),
  issueCertificate({ ...FIELDS, publicKey: publicKeyOf(CURVE), isCa: true }, { ...ISSUER, privateKey: CURVE }),
  makeRequest('CN=device 1', DSA),
  makeRequest('CN=device 1', CURVE, { alternativeNames: NAMES }),
];
const pem = (label: Parameters<typeof renderPem>[0], der: Uint8Array): Uint8Array => utf8ToBytes(renderPem(label, der));
const MESSAGE = utf8ToBytes('firmware');
const KEM_SHARE = encapsulate('ml-kem-512', publicKeyOf(KEM).bytes, new Uint8Array(32).fill(7));
const CLIENT = makeClientShare('x25519mlkem768', { mlKem: new Uint8Array(64).fill(7), classical: new Uint8Array(32).fill(7) });
const SERVER_RANDOMNESS = { mlKem: new Uint8Array(32).fill(7), classical: new Uint8Array(32).fill(9) };
const SERVER_SHARE = answerClientShare('x25519mlkem768', CLIENT.clientShare, SERVER_RANDOMNESS).serverShare;
const X_WING_PAIR = generateXWingKeyPair(new Uint8Array(32).fill(7));
const SIGNATURE = sign('ml-dsa-44', { privateKey: DSA.expanded, message: MESSAGE, randomness: 'deterministic' });
const [LMS] = JSON.parse(fixture('vectors/lms.json'));
const { keys: OPENSSL, passphrase: PASSPHRASE } = JSON.parse(fixture('openssl/formats.json.gz'));
const ENCRYPTED: Uint8Array = utf8ToBytes(OPENSSL[0].openssl.encrypted);
const VECTORS = ['ml-kem-keygen.json.gz', 'wycheproof/mlkem_512_test.json.gz'].map((name) => shipped(name));

/** Every reader of the room. */
export const PQC_READERS: readonly Reader[] = [
  {
    name: 'public-key',
    seeds: [...SPKIS, ...SPKIS.map((der) => pem('PUBLIC KEY', der)), ...SIGNED],
    read: (bytes) => readPublicKey(bytes),
  },
  { name: 'public-key-raw', seeds: [publicKeyOf(KEM).bytes], read: (bytes) => readPublicKey(bytes, { id: 'ml-kem-512' }) },
  { name: 'private-key', seeds: [...PKCS8S, ...PKCS8S.map((der) => pem('PRIVATE KEY', der))], read: (bytes) => readPrivateKey(bytes) },
  { name: 'private-key-encrypted', seeds: [ENCRYPTED], read: (bytes) => readPrivateKey(bytes, { passphrase: PASSPHRASE }) },
  { name: 'spki', seeds: SPKIS, read: readSpkiDer },
  { name: 'pkcs8', seeds: PKCS8S, read: readPkcs8Der },
  { name: 'certificate-and-request', seeds: SIGNED, read: verifyAsSigned },
  {
    name: 'inspect',
    seeds: [...SPKIS, ...PKCS8S, ...SIGNED, SIGNATURE, pem('PUBLIC KEY', SPKIS[0] ?? ENCRYPTED), ENCRYPTED],
    read: inspect,
  },
  {
    name: 'signature',
    seeds: [SIGNATURE],
    read: (bytes) => verify('ml-dsa-44', { publicKey: publicKeyOf(DSA).bytes, message: MESSAGE, signature: bytes }),
  },
  {
    name: 'slh-dsa-signature',
    seeds: [sign('slh-dsa-sha2-128f', { privateKey: SLH.expanded, message: MESSAGE, randomness: 'deterministic' })],
    read: (bytes) => verify('slh-dsa-sha2-128f', { publicKey: publicKeyOf(SLH).bytes, message: MESSAGE, signature: bytes }),
  },
  {
    name: 'ecdsa-signature',
    seeds: [signAsKey(CURVE, MESSAGE)],
    read: (bytes) => verifyAsKey(publicKeyOf(CURVE), { message: MESSAGE, signature: bytes }),
  },
  { name: 'classical-public-key', seeds: CLASSICAL.map((key) => publicKeyOf(key).bytes), read: readClassicalPublicKey },
  { name: 'sound-request', seeds: SIGNED.slice(-2), read: readSoundRequest },
  { name: 'issuer', seeds: SIGNED.slice(1, 2), read: (bytes) => [readAlternativeNames(bytes), readIssuer(bytes, DSA)] },
  { name: 'alternative-names', seeds: [toGeneralNames(NAMES)], read: readGeneralNames },
  { name: 'kem-ciphertext', seeds: [KEM_SHARE.ciphertext], read: (bytes) => decapsulate('ml-kem-512', KEM.expanded, bytes) },
  { name: 'kem-public-key', seeds: [publicKeyOf(KEM).bytes], read: (bytes) => encapsulate('ml-kem-512', bytes) },
  { name: 'kem-private-key', seeds: [KEM.expanded], read: (bytes) => decapsulate('ml-kem-512', bytes, KEM_SHARE.ciphertext) },
  { name: 'tls-client-share', seeds: [CLIENT.clientShare], read: (bytes) => answerClientShare('x25519mlkem768', bytes) },
  {
    name: 'tls-server-share',
    seeds: [SERVER_SHARE],
    read: (bytes) => acceptServerShare('x25519mlkem768', CLIENT.secrets, bytes),
  },
  {
    name: 'x-wing-ciphertext',
    seeds: [encapsulateXWing(X_WING_PAIR.encapsulationKey, new Uint8Array(64).fill(7)).ciphertext],
    read: (bytes) => decapsulateXWing(X_WING_PAIR.decapsulationKey, bytes),
  },
  {
    name: 'hybrid-private-key',
    seeds: [joinClientSecrets('x25519mlkem768', CLIENT.secrets)],
    read: (bytes) => decapsulateHybrid('x25519mlkem768', bytes, SERVER_SHARE),
  },
  { name: 'x-wing-public-key', seeds: [X_WING_PAIR.encapsulationKey], read: (bytes) => encapsulateXWing(bytes) },
  { name: 'hss-signature', seeds: [hexToBytes(LMS.signature)], read: (bytes) => verifyHss({ ...lmsInput(), signature: bytes }) },
  { name: 'hss-key', seeds: [hexToBytes(LMS.publicKey)], read: (bytes) => verifyHss({ ...lmsInput(), publicKey: bytes }) },
  { name: 'lms-key', seeds: [hexToBytes(LMS.publicKey).slice(4)], read: (bytes) => verifyLms({ ...lmsInput(), publicKey: bytes }) },
  { name: 'vectors', seeds: VECTORS, read: (bytes) => readVectors(text(bytes)) },
  { name: 'acvp-responses', seeds: VECTORS.slice(0, 1), read: (bytes) => parseResponses(text(bytes), 'x') },
  { name: 'driver-line', seeds: driverLines(), read: (bytes) => readDriver(text(bytes)) },
  { name: 'conformance-record', seeds: [utf8ToBytes(recordText())], read: (bytes) => parseConformanceRecord(text(bytes), 'x') },
];

function keyOf(id: KeyId): PrivateKey {
  return privateKeyFromSeed(id, new Uint8Array(keyLengthsOf(id).seedBytes ?? 48).fill(7));
}

/** By the key that signed the seed. */
function verifyAsSigned(bytes: Uint8Array): void {
  void verifySigned(bytes, publicKeyOf(readSubjectKey(bytes).id === CURVE.id ? CURVE : DSA));
}

const GROUPS: ReadonlyMap<number, KeyAgreementId> = new Map([
  [32, 'x25519'],
  [97, 'secp384r1'],
  [133, 'secp521r1'],
]);

function readClassicalPublicKey(bytes: Uint8Array): void {
  void verifyClassical('ecdsa-secp256r1-sha256', { publicKey: bytes, message: MESSAGE, signature: SIGNATURE });
  const group = GROUPS.get(bytes.length) ?? 'secp256r1';
  void agree(group, new Uint8Array(KEY_AGREEMENTS[group].privateKeyBytes).fill(7).with(0, 0), bytes);
}

function lmsInput(): Parameters<typeof verifyHss>[0] {
  return { publicKey: hexToBytes(LMS.publicKey), message: hexToBytes(LMS.message), signature: hexToBytes(LMS.signature) };
}

/** Every group is planned: what a case says is read then. */
function readVectors(content: string): void {
  for (const { groups } of arrangeVectors([{ name: 'x.json', text: content }]).sets) for (const group of groups) void group.cases.length;
}

function readDriver(line: string): void {
  const read = readLine(line);
  if (read.kind === 'object') void [toHello(read.object), toAnswer(read.object)];
}

function driverLines(): readonly Uint8Array[] {
  const hello = {
    id: 0,
    protocol: 1,
    implementation: 'x',
    algorithms: { 'ml-kem-512': ['keygen', 'seed'], lms: ['verify'] },
    maxLineBytes: 4096,
  };
  return [hello, { id: 1, ek: '00ff', dk: '01' }, { id: 2, valid: true }, { id: 3, rejected: 'length' }].map((each) =>
    utf8ToBytes(JSON.stringify(each)),
  );
}

function recordText(): string {
  const row = {
    requirement: 'ml-kem-keygen',
    algorithm: 'ml-kem-512',
    verdict: 'met',
    passed: 1,
    failed: 0,
    unanswered: 0,
    unsupported: 0,
    notes: [],
  };
  const head = { schemaVersion: 1, record: 'pqc-conformance', tool: { name: 'pqready', version: '0' }, observedAt: '2026-11-24T00:00:00Z' };
  return JSON.stringify({ ...head, channel: 'process', implementation: 'x', verdict: 'met', rows: [row], remarks: [] });
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function shipped(name: string): Uint8Array {
  return new Uint8Array(gunzipSync(readFileSync(join(packageRoot(), 'profiles/vectors', name))));
}

function fixture(name: string): string {
  const bytes = readFileSync(join(packageRoot(), 'tests/fixtures', name));
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}
