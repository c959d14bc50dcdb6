import { bytesToHex } from '@noble/hashes/utils.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isMalformed } from '../../../src/formats/der.ts';
import { readPki } from '../../../src/formats/pki.ts';
import { issueCertificate, makeRequest, readIssuer, readSubjectKey, verifySigned } from '../../../src/pqc/encoding/certificate.ts';
import type { AlternativeName } from '../../../src/pqc/encoding/general-name.ts';
import { generatePrivateKey, isSignatureId, KEY_IDS, type KeyId, type PrivateKey, publicKeyOf } from '../../../src/pqc/encoding/key.ts';
import { renderPem } from '../../../src/pqc/encoding/pem.ts';
import { toPkcs8Der } from '../../../src/pqc/encoding/pkcs8.ts';
import { toSpkiDer } from '../../../src/pqc/encoding/spki.ts';
import { inspect } from '../../../src/pqc/inspect.ts';
import { ML_DSA_IDS } from '../../../src/pqc/parameter-sets.ts';
import type { SignatureId } from '../../../src/pqc/signature.ts';
import { COMPLETE } from '../vector-files.ts';
import { ourKey, ourPkcs8, ourSpki } from './keys.ts';
import { base64, bytesOf, HAS_OPENSSL_35, type Openssl, openOpenssl } from './node24.ts';
import { QUICK_IDS, SEEDED_IDS, SIGNATURE_IDS } from './table.ts';

const DATES = { notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2056-01-01T00:00:00Z') };
const ISSUED = [
  ['ml-dsa-65', KEY_IDS],
  ['slh-dsa-sha2-128f', SEEDED_IDS],
] as const;
/** RFC 9881, RFC 9909, RFC 9935. */
const CA_USAGE = 'critical,keyCertSign,cRLSign';
const usageOf = (id: KeyId) => (isSignatureId(id) ? 'critical,digitalSignature' : 'critical,keyEncipherment');
const nameOf = (id: KeyId) => `CN=${id} root`;

let openssl: Openssl;

describe.skipIf(!HAS_OPENSSL_35)('certificates and requests both ways with OpenSSL 3.5', { timeout: 600_000 }, () => {
  beforeAll(() => {
    openssl = openOpenssl();
  }, 120_000);
  afterAll(() => openssl.close());

  it.each(SIGNATURE_IDS)('%s: OpenSSL verifies the certificate that our key signs for itself', async (id) => {
    const certificate = base64(ourRoot(id));
    const asked = { op: 'certificate', certificate, issuer: certificate, pkcs8: ourPkcs8(id) };
    expect(await openssl.ask(asked)).toEqual([{ verifies: true, issued: true, ca: true, spki: ourSpki(id), ownKey: true, chain: 'ok' }]);
  });

  it.each(ISSUED)('%s: OpenSSL verifies, strictly, what our CA of it issues to each kind of key', async (ca, ids) => {
    const issuer = base64(ourRoot(ca));
    const questions = ids.map((id) => ({ op: 'certificate', certificate: base64(ourLeaf(id, ca)), issuer, pkcs8: ourPkcs8(id) }));
    const expected = ids.map((id) => ({ verifies: true, issued: true, ca: false, spki: ourSpki(id), ownKey: true, chain: 'ok' }));
    expect(await openssl.ask(...questions)).toEqual(expected);
  });

  it('OpenSSL finds the host among the names of our certificate, and no other host', async () => {
    const certificate = base64(ourLeaf('ml-dsa-44', 'ml-dsa-65'));
    const asked = { op: 'certificate', certificate, issuer: base64(ourRoot('ml-dsa-65')), pkcs8: ourPkcs8('ml-dsa-44') };
    const hosts = ['localhost', 'a.lab.example', 'device 1', 'lab.example'].map((host) => ({ ...asked, host }));
    const wrong = { chain: 'hostname mismatch' };
    expect(await openssl.ask(...hosts)).toMatchObject([{ chain: 'ok' }, { chain: 'ok' }, wrong, wrong]);
  });

  it('OpenSSL verifies chains of ML-DSA and P-256, either way up', async () => {
    const questions = [
      { certificate: toLeaf(curveKey, 'ml-dsa-65'), issuer: ourRoot('ml-dsa-65'), key: curveKey },
      { certificate: toLeaf(ourKey('ml-dsa-44'), 'secp256r1'), issuer: curveRoot, key: ourKey('ml-dsa-44') },
    ].map(({ certificate, issuer, key }) => ({
      op: 'certificate',
      certificate: base64(certificate),
      issuer: base64(issuer),
      pkcs8: base64(toPkcs8Der(key, 'expanded')),
    }));
    expect(await openssl.ask(...questions)).toMatchObject(questions.map(() => ({ verifies: true, ownKey: true, chain: 'ok' })));
  });

  it('OpenSSL refuses our certificate under another root and with a changed byte', async () => {
    const leaf = ourLeaf('ml-dsa-44', 'ml-dsa-65');
    const changed = leaf.with(-1, (leaf.at(-1) ?? 0) ^ 1);
    const pkcs8 = ourPkcs8('ml-dsa-44');
    const questions = [
      { op: 'certificate', certificate: base64(leaf), issuer: base64(ourRoot('ml-dsa-87')), pkcs8 },
      { op: 'certificate', certificate: base64(changed), issuer: base64(ourRoot('ml-dsa-65')), pkcs8 },
    ];
    expect(await openssl.ask(...questions)).toMatchObject([{ issued: false }, { verifies: false, chain: 'certificate signature failure' }]);
  });

  it.each(SIGNATURE_IDS)('%s: we verify the certificate that OpenSSL signs for itself', async (id) => {
    const der = await theirRoot(id);
    expect(verifySigned(der, publicKeyOf(ourKey(id)))).toEqual({ valid: true });
    expect(bytesToHex(toSpkiDer(readSubjectKey(der)))).toBe(bytesToHex(bytesOf(ourSpki(id))));
    expect(certificateOf(der)).toMatchObject({ isCa: true, selfSigned: true, subject: nameOf(id), ...DATES });
    expect(inspect(der).flatMap(({ problems }) => problems)).toEqual([]);
  });

  it.each(ISSUED)('%s: we verify what a CA of OpenSSL issues to each kind of key', async (ca, ids) => {
    const issuer = base64(await theirRoot(ca));
    const key = publicKeyOf(ourKey(ca));
    const answers = await openssl.ask(
      ...ids.map((id) => ({ op: 'issue', spki: ourSpki(id), name: 'device', keyUsage: usageOf(id), issuerKey: ourPkcs8(ca), issuer })),
    );
    for (const [i, answer] of answers.entries()) {
      const der = bytesOf(answer);
      expect(verifySigned(der, key)).toEqual({ valid: true });
      expect(readSubjectKey(der).id).toBe(ids[i]);
      expect(certificateOf(der)).toMatchObject({ isCa: false, selfSigned: false, subject: 'CN=device', issuer: nameOf(ca) });
      expect(inspect(der).flatMap(({ problems }) => problems)).toEqual([]);
      expect(verifySigned(der.with(-1, (der.at(-1) ?? 0) ^ 1), key).valid).toBe(false);
    }
  });

  it.each(COMPLETE === undefined ? QUICK_IDS : SIGNATURE_IDS)('%s: OpenSSL verifies our request, and no changed one', async (id) => {
    const der = makeRequest('CN=device 1,O=Example', ourKey(id));
    const questions = [der, der.with(-1, (der.at(-1) ?? 0) ^ 1)].map((each) => ({ op: 'verifyRequest', request: base64(each) }));
    expect(await openssl.ask(...questions)).toEqual(['ok', 'its signature does not verify']);
  });

  it('we verify OpenSSL’s requests', async () => {
    const answers = await openssl.ask(...SIGNATURE_IDS.map((id) => ({ op: 'request', pkcs8: ourPkcs8(id), name: 'device 1' })));
    for (const [i, answer] of answers.entries()) {
      const der = bytesOf(answer);
      const key = readSubjectKey(der);
      expect(key.id).toBe(SIGNATURE_IDS[i]);
      expect(verifySigned(der, key)).toEqual({ valid: true });
      expect(inspect(der).flatMap(({ problems }) => problems)).toEqual([]);
    }
  });

  it.each(ML_DSA_IDS)('%s: OpenSSL shakes hands over X25519MLKEM768 with our key, certificate and root', async (id) => {
    const root = renderPem('CERTIFICATE', ourRoot('ml-dsa-65'));
    const key = renderPem('PRIVATE KEY', bytesOf(ourPkcs8(id)));
    const offered = { key, certificate: renderPem('CERTIFICATE', ourLeaf(id, 'ml-dsa-65')), group: 'X25519MLKEM768' };
    const otherRoot = renderPem('CERTIFICATE', ourRoot('ml-dsa-87'));
    const underCurve = {
      certificate: renderPem('CERTIFICATE', toLeaf(ourKey(id), 'secp256r1')),
      root: renderPem('CERTIFICATE', curveRoot),
    };
    const nameless = renderPem('CERTIFICATE', toLeaf(ourKey(id), 'ml-dsa-65', [{ kind: 'dns', value: 'device-1.example' }]));
    const shaken = { protocol: 'TLSv1.3', authorized: true, received: 'hello', subject: 'O=Example\nCN=device 1' };
    const changes = [{ root }, underCurve, { root: otherRoot }, { root, certificate: nameless }];
    expect(await openssl.ask(...changes.map((change) => ({ op: 'handshake', ...offered, ...change })))).toEqual([
      shaken,
      shaken,
      { refused: expect.stringMatching(/UNABLE_TO_(VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT_LOCALLY)/) },
      { refused: 'ERR_TLS_CERT_ALTNAME_INVALID' },
    ]);
  });
});

const NAMES: readonly AlternativeName[] = [
  { kind: 'dns', value: 'localhost' },
  { kind: 'dns', value: '*.lab.example' },
  { kind: 'ip', value: '127.0.0.1' },
];
const curveKey: PrivateKey = generatePrivateKey('secp256r1');
const curveRoot: Uint8Array = issueCertificate(
  { subject: 'CN=secp256r1 root', publicKey: publicKeyOf(curveKey), isCa: true, ...DATES },
  { name: 'CN=secp256r1 root', privateKey: curveKey },
);

const roots = new Map<SignatureId, Uint8Array>();

/** Our self-signed certificate, made once. */
function ourRoot(id: SignatureId): Uint8Array {
  const known = roots.get(id);
  if (known !== undefined) return known;
  const fields = { subject: nameOf(id), publicKey: publicKeyOf(ourKey(id)), isCa: true, ...DATES };
  const made = issueCertificate(fields, { name: nameOf(id), privateKey: ourKey(id) });
  roots.set(id, made);
  return made;
}

function ourLeaf(id: KeyId, ca: SignatureId): Uint8Array {
  return toLeaf(ourKey(id), ca);
}

function toLeaf(key: PrivateKey, ca: SignatureId | 'secp256r1', alternativeNames: readonly AlternativeName[] = NAMES): Uint8Array {
  const fields = { subject: 'CN=device 1,O=Example', publicKey: publicKeyOf(key), isCa: false, ...DATES, alternativeNames };
  const privateKey = ca === 'secp256r1' ? curveKey : ourKey(ca);
  return issueCertificate(fields, ca === 'secp256r1' ? readIssuer(curveRoot, privateKey) : { name: nameOf(ca), privateKey });
}

/** OpenSSL's certificate of our key, signed with it. */
async function theirRoot(id: SignatureId): Promise<Uint8Array> {
  const asked = { op: 'issue', spki: ourSpki(id), name: `${id} root`, keyUsage: CA_USAGE, issuerKey: ourPkcs8(id) };
  return bytesOf((await openssl.ask(asked))[0]);
}

function certificateOf(der: Uint8Array) {
  const read = readPki(der);
  if (isMalformed(read) || read.object.kind !== 'certificate') throw new Error('no certificate');
  return read.object.certificate;
}
