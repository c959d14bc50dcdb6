import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMalformed } from '../../src/formats/der.ts';
import { readPem } from '../../src/formats/pem.ts';
import { readPki } from '../../src/formats/pki.ts';
import { PqreadyError } from '../../src/model/errors.ts';
import { issueCertificate, makeRequest, readSubjectKey, verifySigned } from '../../src/pqc/encoding/certificate.ts';
import { type KeyId, privateKeyFromSeed, publicKeyOf } from '../../src/pqc/encoding/key.ts';
import { toNameDer } from '../../src/pqc/encoding/name.ts';
import { readPublicKey } from '../../src/pqc/encoding/read-key.ts';
import { formatFixtures, fromBase64 } from './openssl.ts';

const { chain } = formatFixtures();
const dates = { notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2056-01-01T00:00:00Z') };
const keyFor = (id: KeyId) =>
  privateKeyFromSeed(id, new Uint8Array(id.startsWith('ml-kem') ? 64 : id.startsWith('ml-dsa') ? 32 : 48).fill(7));
const roots = ['ml-dsa-65', 'slh-dsa-sha2-128f'] as const;

function certificateOf(der: Uint8Array) {
  const read = readPki(der);
  if (isMalformed(read) || read.object.kind !== 'certificate') throw new Error('no certificate');
  return read.object.certificate;
}

/** TBSCertificate, by the length that stands before it. */
function toBeSigned(der: Uint8Array): string {
  const view = new DataView(der.buffer, der.byteOffset);
  return Buffer.from(der.subarray(4, 8 + view.getUint16(6))).toString('hex');
}

describe('certificates', () => {
  it.each(Object.entries(chain.certificates))('%s: is, but for its hedged signature, the one that OpenSSL verified', (name, text) => {
    const verified = fromBase64(text);
    const [id = '', root = id] = name.split(' by ');
    const rootId = roots.find((each) => each === root) ?? 'ml-dsa-65';
    const issuer = { name: `CN=${root} root,O=Example,C=DE`, privateKey: keyFor(rootId) };
    const isCa = !name.includes(' by ');
    const subject = isCa ? issuer.name : 'CN=localhost,O=Example';
    const subjectId = (['ml-dsa-44', 'ml-dsa-65', 'ml-kem-768', 'slh-dsa-sha2-128f'] as const).find((each) => each === id) ?? 'ml-dsa-44';
    const made = issueCertificate({ subject, publicKey: publicKeyOf(keyFor(subjectId)), isCa, serial: Uint8Array.of(1), ...dates }, issuer);
    expect(toBeSigned(made)).toBe(toBeSigned(verified));
    for (const der of [made, verified]) expect(verifySigned(der, publicKeyOf(issuer.privateKey))).toEqual({ valid: true });
    expect(certificateOf(made)).toMatchObject({ isCa, selfSigned: isCa, notAfter: dates.notAfter });
    expect(readSubjectKey(made).id).toBe(subjectId);
  });

  it.each([
    ['ml-dsa-65', 'ml-dsa-65'],
    ['ml-kem-768', 'ml-dsa-65'],
    ['slh-dsa-sha2-128s', 'slh-dsa-sha2-128s'],
  ])('%s.crt that OpenSSL signed is verified with the key of %s', (name, signer) => {
    const bytesOf = (file: string) => new Uint8Array(readFileSync(fileURLToPath(new URL(`../fixtures/pki/${file}`, import.meta.url))));
    const der = readPem(bytesOf(`${name}.crt`)).blocks[0]?.body ?? new Uint8Array();
    expect(verifySigned(der, readPublicKey(bytesOf(`${signer}.pub.pem`)))).toEqual({ valid: true });
    expect(readSubjectKey(der).id).toBe(name);
  });

  it('are not valid with one bit of what they say changed, nor by another key', () => {
    const der = fromBase64(chain.certificates['ml-dsa-65']);
    const key = publicKeyOf(keyFor('ml-dsa-65'));
    expect(verifySigned(der.with(20, (der[20] ?? 0) ^ 1), key)).toEqual({ valid: false, reason: 'signature-mismatch' });
    expect(() => verifySigned(der, publicKeyOf(keyFor('ml-dsa-44')))).toThrow('signed with ML-DSA-65, the key is of ML-DSA-44');
  });

  it('are not made where the standards forbid them', () => {
    const root = { name: 'CN=root', privateKey: keyFor('ml-dsa-44') };
    const fields = { subject: 'CN=a', publicKey: publicKeyOf(keyFor('ml-kem-512')), isCa: false, ...dates };
    expect(() => issueCertificate({ ...fields, isCa: true }, root)).toThrow('ML-KEM-512 key: signs nothing');
    expect(() => issueCertificate(fields, { name: 'CN=kem', privateKey: keyFor('ml-kem-512') })).toThrow('ML-KEM-512 signs nothing');
    expect(() => issueCertificate({ ...fields, notBefore: new Date('2057-01-01') }, root)).toThrow('expected a notBefore up to notAfter');
    expect(() => issueCertificate({ ...fields, notAfter: new Date(Number.NaN) }, root)).toThrow('notBefore up to notAfter');
    for (const serial of [[], [0], [0x80], [0, 1], new Array(21).fill(1)]) {
      expect(() => issueCertificate({ ...fields, serial: Uint8Array.from(serial) }, root)).toThrow('certificate serial');
    }
  });

  it('have fresh positive serials where none is given', () => {
    const key = keyFor('ml-dsa-44');
    const make = () =>
      issueCertificate({ subject: 'CN=a', publicKey: publicKeyOf(key), isCa: false, ...dates }, { name: 'CN=a', privateKey: key });
    const [first, second] = [certificateOf(make()), certificateOf(make())];
    expect(first.serialNumber).toMatch(/^[4-7][0-9a-f]{31}$/);
    expect(first.serialNumber).not.toBe(second.serialNumber);
  });
});

describe('requests', () => {
  it('prove possession of the key', () => {
    const key = keyFor('ml-dsa-44');
    const der = makeRequest('CN=device 1,O=Example', key);
    expect(verifySigned(der, readSubjectKey(der))).toEqual({ valid: true });
    const read = readPki(der);
    expect(!isMalformed(read) && read.object.kind).toBe('request');
    expect(verifySigned(fromBase64(chain.request), publicKeyOf(key))).toEqual({ valid: true });
  });

  it('cannot be signed by ML-KEM', () => {
    expect(() => makeRequest('CN=a', keyFor('ml-kem-768'))).toThrow('ML-KEM-768 signs nothing');
  });

  it('of arbitrary or changed bytes are a verdict or bad-input', () => {
    const der = fromBase64(chain.request);
    const key = publicKeyOf(keyFor('ml-dsa-44'));
    const mutated = fc.tuple(fc.nat(90), fc.nat(255)).map(([at, value]) => der.with(at, value));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 100 }), mutated), (bytes) => {
        try {
          verifySigned(bytes, key);
          readSubjectKey(bytes);
        } catch (error) {
          expect(error instanceof PqreadyError && error.code).toBe('bad-input');
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('names', () => {
  it.each([
    ['', 'one of CN, C, L, ST, O, OU before "="'],
    ['X=1', 'one of CN, C, L, ST, O, OU before "="'],
    ['CN=', '1 to 64 characters'],
    ['CN=a;b', '1 to 64 characters'],
    ['C=Germany', 'a country of two capital letters'],
  ])('%j is refused with what was expected', (text, expected) => {
    expect(() => toNameDer(text)).toThrow(expected);
  });
});
