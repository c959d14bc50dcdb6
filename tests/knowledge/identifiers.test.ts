import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nameOf } from '../../src/knowledge/algorithms.ts';
import { findPemCipher } from '../../src/knowledge/identifiers/pem-cipher.ts';
import { findSshCipher, findSshKeyType } from '../../src/knowledge/identifiers/ssh.ts';
import { findOid, OIDS } from '../../src/knowledge/identifiers.ts';

const OPENSSL = readFileSync(new URL('../fixtures/pki/openssl-objects.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split('\t'));

const compact = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Names under which OpenSSL knows the same thing. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  streebog: ['gost'],
  kw: ['wrap'],
  kwp: ['wrappad'],
};

describe('object identifiers', () => {
  it('stand once each, in dotted form, with a name and a source', () => {
    expect(new Set(OIDS.map(({ oid }) => oid)).size).toBe(OIDS.length);
    for (const { oid, name, source } of OIDS) {
      expect(oid).toMatch(/^[0-2](?:\.(?:0|[1-9]\d*))+$/);
      expect(name).not.toBe('');
      expect(source).not.toBe('');
    }
  });

  it.each(OPENSSL)('%s says the digest, mode and size that OpenSSL calls %s', (oid = '', short = '', long = '') => {
    const use = findOid(oid)?.use;
    const names = compact(`${short} ${long}`);
    const { digest, mode, keyBits, curve } = use?.parameters ?? {};
    const holds = (word: string): boolean => [compact(word), ...(ALSO[word] ?? [])].some((each) => names.includes(each));
    if (digest !== undefined) expect(names, 'digest').toSatisfy(() => holds(digest.value));
    if (mode !== undefined) expect(names, 'mode').toSatisfy(() => holds(mode.value));
    if (use?.algorithm === 'aes') expect(names).toContain(String(keyBits?.value));
    if (curve !== undefined && use?.algorithm === 'ec')
      expect([compact(curve.value), ...(CURVE_NAMES.get(curve.value) ?? [])]).toContain(compact(short));
  });

  it.each([
    // NIST Computer Security Objects Register, algorithm registration
    ['2.16.840.1.101.3.4.4.1', 'ML-KEM-512'],
    ['2.16.840.1.101.3.4.4.2', 'ML-KEM-768'],
    ['2.16.840.1.101.3.4.4.3', 'ML-KEM-1024'],
    ['2.16.840.1.101.3.4.3.17', 'ML-DSA-44'],
    ['2.16.840.1.101.3.4.3.18', 'ML-DSA-65'],
    ['2.16.840.1.101.3.4.3.19', 'ML-DSA-87'],
    ['2.16.840.1.101.3.4.3.20', 'SLH-DSA-SHA2-128s'],
    ['2.16.840.1.101.3.4.3.25', 'SLH-DSA-SHA2-256f'],
    ['2.16.840.1.101.3.4.3.26', 'SLH-DSA-SHAKE-128s'],
    ['2.16.840.1.101.3.4.3.31', 'SLH-DSA-SHAKE-256f'],
  ])('%s is %s', (oid, name) => {
    expect(nameOf(findOid(oid)?.use ?? expect.fail('not known'))).toBe(name);
  });

  it('tells the pre-hashed forms of FIPS 204 and 205 from the pure ones by their digest', () => {
    expect(findOid('2.16.840.1.101.3.4.3.33')).toMatchObject({
      name: 'id-hash-ml-dsa-65-with-sha512',
      use: { algorithm: 'ml-dsa-65', parameters: { digest: { value: 'sha-512' } } },
    });
    expect(findOid('2.16.840.1.101.3.4.3.46')).toMatchObject({
      name: 'id-hash-slh-dsa-shake-256f-with-shake256',
      use: { algorithm: 'slh-dsa-shake-256f' },
    });
    expect(findOid('2.16.840.1.101.3.4.3.18')?.use.parameters.digest).toBeUndefined();
  });

  it('names both halves of a composite', () => {
    expect(findOid('1.3.6.1.5.5.7.6.45')?.use.parts.map((part) => part.algorithm)).toEqual(['ml-dsa-65', 'ecdsa', 'sha-512']);
    expect(findOid('1.3.6.1.5.5.7.6.58')?.use.parts.map((part) => part.algorithm)).toEqual(['ml-kem-768', 'x25519']);
    const composites = OIDS.filter(({ use }) => use.algorithm === 'composite-ml-dsa' && use.written.startsWith('id-MLDSA'));
    expect(composites).toHaveLength(18); // draft-ietf-lamps-pq-composite-sigs: "the eighteen algorithms defined within"
  });

  it('keeps round-3 identifiers apart from the standards', () => {
    expect(findOid('1.3.6.1.4.1.2.267.7.6.5')?.use.algorithm).toBe('dilithium');
    expect(findOid('1.3.6.1.4.1.2.267.8.3.3')?.use.algorithm).toBe('kyber');
  });

  it.each(['', '1.2.3.4', '__proto__', 'constructor', '2.16.840.1.101.3.4.3.18.'])('knows nothing of %j', (oid) => {
    expect(findOid(oid)).toBeUndefined();
  });
});

describe('names of SSH and PEM', () => {
  it('reads SSH key types, certificates and security keys among them', () => {
    expect(nameOf(findSshKeyType('ecdsa-sha2-nistp384'))).toBe('ECDSA-secp384r1');
    expect(findSshKeyType('ssh-ed25519-cert-v01@openssh.com').algorithm).toBe('ed25519');
    expect(findSshKeyType('sk-ssh-ed25519-cert-v01@openssh.com').algorithm).toBe('ed25519');
    expect(findSshKeyType('ssh-future@example.org')).toMatchObject({ algorithm: 'unrecognised', written: 'ssh-future@example.org' });
  });

  it('reads the ciphers of OpenSSH keys and of DEK-Info', () => {
    expect(nameOf(findSshCipher('aes256-ctr'))).toBe('AES-256-CTR');
    expect(nameOf(findPemCipher('CAMELLIA-192-CBC'))).toBe('Camellia-192-CBC');
    expect(findPemCipher('DES-CBC').algorithm).toBe('des');
    expect(findPemCipher('ROT-13').algorithm).toBe('unrecognised');
  });
});

/** RFC 5480 and X9.62 names of curves that SEC 2 names otherwise. */
const CURVE_NAMES: ReadonlyMap<string, readonly string[]> = new Map([
  ['secp192r1', ['prime192v1']],
  ['secp256r1', ['prime256v1']],
  ['sm2p256v1', ['sm2']],
]);
