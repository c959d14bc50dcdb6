// What is wrong with a key, certificate or request is said with the part and the offset, and never with a byte of it.

import { describe, expect, it } from 'vitest';
import { toDer, toOidDer } from '../../src/formats/der-write.ts';
import { PqreadyError } from '../../src/model/errors.ts';
import { issueCertificate, makeRequest, readSubjectKey, verifySigned } from '../../src/pqc/encoding/certificate.ts';
import { KEY_OIDS, type KeyId, keyLengthsOf, privateKeyFromSeed, publicKeyOf } from '../../src/pqc/encoding/key.ts';
import { renderPem } from '../../src/pqc/encoding/pem.ts';
import { readPkcs8Der, toPkcs8Der } from '../../src/pqc/encoding/pkcs8.ts';
import { readPrivateKey, readPublicKey } from '../../src/pqc/encoding/read-key.ts';
import { readSpkiDer, toSpkiDer } from '../../src/pqc/encoding/spki.ts';
import { inspect } from '../../src/pqc/inspect.ts';

const keyOf = (id: KeyId) => privateKeyFromSeed(id, new Uint8Array(keyLengthsOf(id).seedBytes ?? 48).fill(7));
const kem = keyOf('ml-kem-768');
const dsa = keyOf('ml-dsa-44');
const dates = { notBefore: new Date(0), notAfter: new Date(1e12), serial: Uint8Array.of(1) };
const certificate = issueCertificate(
  { subject: 'CN=a', publicKey: publicKeyOf(dsa), isCa: true, ...dates },
  { name: 'CN=a', privateKey: dsa },
);
const request = makeRequest('CN=a', dsa);
const spki = toSpkiDer(publicKeyOf(kem));
const pkcs8 = toPkcs8Der(kem, 'both');

const READERS: readonly (readonly [string, Uint8Array, (bytes: Uint8Array) => unknown])[] = [
  ['SubjectPublicKeyInfo', spki, readSpkiDer],
  ['PKCS #8 private key', pkcs8, readPkcs8Der],
  ['certificate', certificate, readSubjectKey],
  ['request', request, readSubjectKey],
];

/** The message of a refusal; anything else than bad-input fails. */
function refusalOf(read: () => unknown): string | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(PqreadyError);
    expect(error).toMatchObject({ code: 'bad-input' });
    return error instanceof Error ? error.message : '';
  }
}
const WHERE = /offset \d+: expected .+, found .+$/;

describe.each(READERS)('a malformed %s', (_name, der, read) => {
  it('cut off anywhere is refused with the offset and what was expected there', () => {
    const cuts = [0, 1, 2, 3, 4, 5, 8, 20, 30, 100, der.length >> 1, der.length - 1];
    for (const length of cuts)
      expect([length, refusalOf(() => read(der.slice(0, length)))]).toEqual([length, expect.stringMatching(WHERE)]);
  });

  it('with bytes behind it is refused', () => {
    const longer = new Uint8Array(der.length + 3);
    longer.set(der);
    expect(refusalOf(() => read(longer))).toMatch(/offset \d+: expected the end, found 3 bytes more/);
  });

  it('with a length that promises more than any memory holds is refused at once', () => {
    expect(refusalOf(() => read(Uint8Array.of(0x30, 0x84, 0xff, 0xff, 0xff, 0xff)))).toMatch(WHERE);
    expect(refusalOf(() => read(Uint8Array.of(0x30, 0x80, 0, 0)))).toMatch(WHERE);
  });

  it('as another structure, or as nothing, is refused', () => {
    for (const other of READERS.filter(
      ([, bytes]) => bytes !== der && !(read === readSubjectKey && (bytes === certificate || bytes === request)),
    ))
      expect(refusalOf(() => read(other[1]))).toBeDefined();
    expect(refusalOf(() => read(new Uint8Array(4096)))).toMatch(WHERE);
  });
});

describe('a key of the wrong algorithm', () => {
  const algorithm = (oid: string) => toDer(0x30, toOidDer(oid));
  const bits = (bytes: Uint8Array) => toDer(0x03, Uint8Array.of(0), bytes);

  it('that is none of ours is named by its object identifier', () => {
    const rsa = toDer(0x30, algorithm('1.2.840.113549.1.1.1'), bits(new Uint8Array(270)));
    expect(refusalOf(() => readSpkiDer(rsa))).toMatch(
      /offset \d+: expected ML-KEM, ML-DSA, SLH-DSA, Ed25519, X25519 or a key on P-256, P-384 or P-521, found algorithm 1\.2\.840\.113549\.1\.1\.1$/,
    );
  });

  it('with the identifier of another set is refused by its length', () => {
    const mixed = toDer(0x30, algorithm(KEY_OIDS['ml-kem-1024']), bits(publicKeyOf(kem).bytes));
    expect(refusalOf(() => readSpkiDer(mixed))).toMatch(/offset \d+: expected ML-KEM-1024 public key .* of 1569 bytes, found 1185 bytes$/);
    const privately = toDer(0x30, toDer(0x02, Uint8Array.of(0)), algorithm(KEY_OIDS['ml-kem-512']), toDer(0x04, toDer(0x04, kem.expanded)));
    expect(refusalOf(() => readPkcs8Der(privately))).toMatch(/offset \d+: expected expandedKey of 1632 bytes, found 2400 bytes$/);
  });

  it('with parameters where there must be none is refused', () => {
    const withNull = toDer(0x30, toDer(0x30, toOidDer(KEY_OIDS['ml-kem-768']), Uint8Array.of(5, 0)), bits(publicKeyOf(kem).bytes));
    expect(refusalOf(() => readSpkiDer(withNull))).toMatch(/offset \d+: expected no algorithm parameters, found some$/);
  });

  it('than was asked for, or than signed the certificate, is told by both names', async () => {
    expect(refusalOf(() => readPublicKey(spki, { id: 'ml-dsa-44' }))).toBe('key: expected one of ML-DSA-44, found one of ML-KEM-768');
    await expect(readPrivateKey(pkcs8, { id: 'ml-kem-512' })).rejects.toThrow('key: expected one of ML-KEM-512, found one of ML-KEM-768');
    expect(refusalOf(() => verifySigned(certificate, publicKeyOf(kem)))).toContain('signed with ML-DSA-44, the key is of ML-KEM-768');
  });
});

describe('a message about a private key', () => {
  // A lost line break makes the key's own base64 stand where PEM has its label.
  const broken = renderPem('PRIVATE KEY', pkcs8).replace('PRIVATE KEY-----\n', 'PRIVAT').replace(/\n/, '-----\n');

  it('does not quote what stands for the label of a broken PEM block', async () => {
    const bytes = new TextEncoder().encode(broken);
    const [quoted = ''] = /PRIVAT[A-Za-z0-9+/]{20,}/.exec(broken) ?? [];
    expect(quoted.length).toBeGreaterThan(20);
    await expect(readPrivateKey(bytes)).rejects.toThrow(
      expect.objectContaining({ message: expect.not.stringContaining(quoted.slice(6, 26)) }),
    );
    expect(JSON.stringify(inspect(bytes))).not.toContain(quoted.slice(6, 26));
  });
});
