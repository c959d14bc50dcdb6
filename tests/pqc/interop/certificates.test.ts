import { bytesToHex } from '@noble/hashes/utils.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isMalformed } from '../../../src/formats/der.ts';
import { readPki } from '../../../src/formats/pki.ts';
import { issueCertificate, makeRequest, readSubjectKey, verifySigned } from '../../../src/pqc/encoding/certificate.ts';
import { isSignatureId, KEY_IDS, type KeyId, publicKeyOf } from '../../../src/pqc/encoding/key.ts';
import { renderPem } from '../../../src/pqc/encoding/pem.ts';
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
    const offered = {
      key: renderPem('PRIVATE KEY', bytesOf(ourPkcs8(id))),
      certificate: renderPem('CERTIFICATE', ourLeaf(id, 'ml-dsa-65')),
      group: 'X25519MLKEM768',
    };
    const otherRoot = renderPem('CERTIFICATE', ourRoot('ml-dsa-87'));
    expect(await openssl.ask(...[root, otherRoot].map((each) => ({ op: 'handshake', ...offered, root: each })))).toEqual([
      { protocol: 'TLSv1.3', authorized: true, received: 'hello', subject: 'O=Example\nCN=localhost' },
      { refused: expect.stringMatching(/UNABLE_TO_(VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT_LOCALLY)/) },
    ]);
  });
});

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
  const fields = { subject: 'CN=localhost,O=Example', publicKey: publicKeyOf(ourKey(id)), isCa: false, ...DATES };
  return issueCertificate(fields, { name: nameOf(ca), privateKey: ourKey(ca) });
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
