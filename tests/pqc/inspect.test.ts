import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { issueCertificate, makeRequest } from '../../src/pqc/encoding/certificate.ts';
import { privateKeyFromSeed, publicKeyOf } from '../../src/pqc/encoding/key.ts';
import { renderPem } from '../../src/pqc/encoding/pem.ts';
import { toPkcs8Der } from '../../src/pqc/encoding/pkcs8.ts';
import { toSpkiDer } from '../../src/pqc/encoding/spki.ts';
import { inspect } from '../../src/pqc/inspect.ts';
import { sign } from '../../src/pqc/signature.ts';
import { formatFixtures, fromBase64 } from './openssl.ts';

const PKI = fileURLToPath(new URL('../fixtures/pki/', import.meta.url));
const fixtures = formatFixtures();
const dsa = privateKeyFromSeed('ml-dsa-44', new Uint8Array(32).fill(7));
const kem = privateKeyFromSeed('ml-kem-768', new Uint8Array(64).fill(7));
const only = (bytes: Uint8Array) => {
  const found = inspect(bytes);
  expect(found).toHaveLength(1);
  return found[0] ?? { what: '', facts: [], problems: [] };
};
const factOf = (item: ReturnType<typeof only>, label: string) => item.facts.find(([each]) => each === label)?.[1];

describe('inspect', () => {
  it.each(fixtures.keys)('names OpenSSL’s keys of $id and finds nothing wrong', ({ openssl }) => {
    const [publicKey, privateKey, encrypted] = [openssl.publicKey, openssl.privateKey, openssl.encrypted].map((pem) =>
      only(utf8ToBytes(pem)),
    );
    expect([publicKey?.problems, privateKey?.problems, encrypted?.problems]).toEqual([[], [], []]);
    expect(publicKey?.what).toMatch(/^(ML-KEM|ML-DSA|SLH-DSA)-[A-Za-z0-9-]+ public key$/);
    expect(privateKey?.what).toBe(publicKey?.what.replace('public', 'private'));
    expect(encrypted?.what).toBe('encrypted private key (PKCS #8)');
    expect(privateKey && factOf(privateKey, 'public key SHA-256')).toBe(publicKey && factOf(publicKey, 'public key SHA-256'));
  });

  it.each(Object.entries(fixtures.chain.certificates))('finds nothing wrong with the certificate %s', (name, text) => {
    const item = only(fromBase64(text));
    expect(item).toMatchObject({ what: name.includes(' by ') ? 'certificate' : 'self-signed certificate', problems: [] });
    expect(factOf(item, 'valid')).toBe('2026-01-01 to 2056-01-01');
  });

  it('names a request, and a classical certificate and key of OpenSSL', () => {
    expect(only(fromBase64(fixtures.chain.request))).toMatchObject({ what: 'certificate request (PKCS #10)', problems: [] });
    expect(only(readFileSync(`${PKI}device.crt`)).what).toBe('certificate');
    expect(factOf(only(readFileSync(`${PKI}rsa2048.pub.pem`)), 'public key')).toBe('2048 bits');
  });

  it.each([
    ['ML-DSA-44 signature', sign('ml-dsa-44', { privateKey: dsa.expanded, message: new Uint8Array(1) })],
    ['ML-KEM-768 encapsulation key', publicKeyOf(kem).bytes],
    ['ML-KEM-768 decapsulation key, expanded', kem.expanded],
    ['ML-DSA-44 private key', dsa.expanded],
    ['ML-KEM-768 ciphertext', new Uint8Array(1088)],
    ['SecP256r1MLKEM768 server share', new Uint8Array(1153)],
  ])('tells raw bytes by their length: %s', (what, bytes) => {
    expect(only(bytes)).toMatchObject({ what: `raw bytes: ${what}`, problems: [] });
  });

  it('does not choose between things of one length', () => {
    const item = only(new Uint8Array(32));
    expect(item.what).toBe('raw bytes: one of several things of this length');
    expect(item.facts).toContainEqual(['may be', 'SLH-DSA-SHAKE-128f public key']);
  });

  it('tells HSS and LMS public keys by their type codes', () => {
    const vectors: readonly { publicKey: string }[] = JSON.parse(
      readFileSync(fileURLToPath(new URL('../fixtures/vectors/lms.json', import.meta.url)), 'utf8'),
    );
    expect(only(hexToBytes(vectors[0]?.publicKey ?? '')).what).toContain(
      'HSS public key of 2 levels (LMS_SHA256_M32_H5, LMOTS_SHA256_N32_W8)',
    );
    expect(only(hexToBytes(vectors[3]?.publicKey ?? '')).what).toContain('LMS public key (LMS_SHAKE_M24_H5, LMOTS_SHAKE_N24_W8)');
  });

  it.each([
    ['a coefficient is q or more', publicKeyOf(kem).bytes.slice().fill(0xff, 0, 3)],
    ['the hash of the encapsulation key differs', kem.expanded.with(-40, (kem.expanded.at(-40) ?? 0) ^ 1)],
    ['z is out of range', new Uint8Array(2420)],
    ['the hint is not encoded', new Uint8Array(2420).fill(0xff)],
    ['neither PEM nor DER', new Uint8Array(5)],
    ['expected the end', toPkcs8Der(dsa, 'seed').with(-34, 0x83)],
  ])('says what is wrong: %s', (problem, bytes) => {
    const problems = only(bytes).problems.join();
    expect(problem === 'expected the end' ? problems : problems).toContain(
      problem === 'expected the end' ? 'expected seed, expandedKey or both' : problem,
    );
  });

  it('says what is wrong with a structure', () => {
    const spki = toSpkiDer(publicKeyOf(dsa));
    expect(only(concatBytes(spki, new Uint8Array(3))).problems).toContain('3 bytes follow it');
    expect(only(utf8ToBytes(renderPem('CERTIFICATE', spki))).problems).toContain('the PEM label says CERTIFICATE');
    expect(only(utf8ToBytes('-----BEGIN PUBLIC KEY-----\nMIIB\n')).problems.join()).toContain('expected -----END PUBLIC KEY-----');
    expect(only(spki.subarray(0, 200)).problems.join()).toMatch(/offset 0: expected \d+ bytes of content, found 196/);
    expect(only(utf8ToBytes(renderPem('PUBLIC KEY', spki.slice(0, 200)))).problems.join()).toContain('offset 0: expected');
    const request = makeRequest('CN=a', dsa);
    expect(only(request.with(20, (request[20] ?? 0) ^ 1)).problems).toEqual(['its own signature does not verify: signature-mismatch']);
  });

  it('says that an ML-KEM certificate may only encipher keys', () => {
    const fields = { subject: 'CN=a', isCa: false, notBefore: new Date('2026-01-01'), notAfter: new Date('2027-01-01') };
    const der = issueCertificate({ ...fields, publicKey: publicKeyOf(kem) }, { name: 'CN=root', privateKey: dsa });
    const usage = bytesToHex(der).indexOf('0603551d0f0101ff0404030205') / 2 + 13; // id-ce-keyUsage, critical, BIT STRING of two octets
    expect(der[usage]).toBe(0x20);
    expect(only(der.with(usage, 0xa0)).problems).toEqual(['key usage: RFC 9935 allows keyEncipherment and nothing else']);
  });

  it('never says a byte of a private key or seed', () => {
    const said = JSON.stringify([inspect(toPkcs8Der(dsa, 'both')), inspect(dsa.expanded), inspect(new Uint8Array(32).fill(7))]);
    expect(said).not.toContain('0707');
    expect(said).not.toContain(bytesToHex(dsa.expanded.subarray(32, 48)));
  });

  it('answers arbitrary bytes and every changed fixture with findings, never an error', () => {
    const files = readdirSync(PKI).map((name) => new Uint8Array(readFileSync(`${PKI}${name}`)));
    const mutated = fc
      .tuple(
        fc.constantFrom(...files, toSpkiDer(publicKeyOf(kem)), toPkcs8Der(dsa, 'both'), makeRequest('CN=a', dsa)),
        fc.nat(),
        fc.nat(255),
      )
      .map(([bytes, at, value]) => (bytes.length === 0 ? bytes : bytes.with(at % Math.min(bytes.length, 120), value)));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), mutated), (bytes) => {
        expect(inspect(bytes).length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
    for (const bytes of files) expect(inspect(bytes).length).toBeGreaterThan(0);
  });
});
