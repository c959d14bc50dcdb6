import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPem } from '../../src/formats/pem.ts';
import { PqreadyError } from '../../src/model/errors.ts';
import { generatePrivateKey, isSignatureId, KEY_IDS, KEY_OIDS, privateKeyFromSeed, publicKeyOf } from '../../src/pqc/encoding/key.ts';
import { decryptPkcs8, encryptPkcs8 } from '../../src/pqc/encoding/pbes2.ts';
import { renderPem } from '../../src/pqc/encoding/pem.ts';
import { readPkcs8Der, toPkcs8Der } from '../../src/pqc/encoding/pkcs8.ts';
import { readPrivateKey, readPublicKey } from '../../src/pqc/encoding/read-key.ts';
import { readSpkiDer, toSpkiDer } from '../../src/pqc/encoding/spki.ts';
import { writePrivateKey, writePublicKey } from '../../src/pqc/encoding/write-key.ts';
import { decapsulate, encapsulate } from '../../src/pqc/kem.ts';
import { isMlKemId } from '../../src/pqc/parameter-sets.ts';
import { sign, verify } from '../../src/pqc/signature.ts';
import { formatFixtures, fromBase64 } from './openssl.ts';
import { COMPLETE } from './vector-files.ts';

const { keys, passphrase, ...fixtures } = formatFixtures();
const message = fromBase64(fixtures.message);
const form = { form: 'pure', context: fromBase64(fixtures.context) } as const;
const FORMS = ['seed', 'expanded', 'both'] as const;
const PKI = fileURLToPath(new URL('../fixtures/pki/', import.meta.url));
const digest = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));
const bodyOf = (pem: string): Uint8Array => readPem(utf8ToBytes(pem)).blocks[0]?.body ?? new Uint8Array();

// Key generation of the small SHAKE sets takes seconds; the complete run does them too.
const derived = keys.filter(({ id }) => !/shake-\d+s/.test(id) || COMPLETE !== undefined);
const mlDsa = keys.find(({ id }) => id === 'ml-dsa-44');
const both = bodyOf(mlDsa?.openssl.privateKey ?? '');

describe('keys and OpenSSL 3.5', () => {
  it('meet for all eighteen parameter sets', () => {
    expect(keys.map(({ id }) => id)).toEqual(KEY_IDS);
    expect(new Set(Object.values(KEY_OIDS)).size).toBe(18);
  });

  it.each(keys)('$id: we read OpenSSL’s public and private key, and they belong together', async ({ id, openssl }) => {
    const publicKey = readPublicKey(utf8ToBytes(openssl.publicKey));
    const privateKey = await readPrivateKey(utf8ToBytes(openssl.privateKey));
    expect([publicKey.id, privateKey.id]).toEqual([id, id]);
    expect(bytesToHex(publicKeyOf(privateKey).bytes)).toBe(bytesToHex(publicKey.bytes));
    expect(bytesToHex(toSpkiDer(publicKey))).toBe(bytesToHex(bodyOf(openssl.publicKey)));
    expect(bytesToHex(toPkcs8Der(privateKey, privateKey.seed === undefined ? 'expanded' : 'both'))).toBe(
      bytesToHex(bodyOf(openssl.privateKey)),
    );
  });

  it.each(keys)('$id: we open OpenSSL’s encrypted private key', async ({ openssl }) => {
    const opened = await decryptPkcs8(bodyOf(openssl.encrypted), passphrase);
    expect(bytesToHex(opened)).toBe(bytesToHex(bodyOf(openssl.privateKey)));
  });

  it.each(derived)('$id: we write, byte for byte, what OpenSSL read', ({ id, accepted }) => {
    const key = privateKeyFromSeed(id, fromBase64(accepted.seedBytes));
    expect(digest(toSpkiDer(publicKeyOf(key)))).toBe(accepted.spki);
    for (const each of key.seed === undefined ? (['expanded'] as const) : FORMS) {
      const der = toPkcs8Der(key, each);
      expect(digest(der)).toBe(accepted[each]);
      expect(readPkcs8Der(der).form).toBe(each);
      expect(bytesToHex(readPkcs8Der(der).key.expanded)).toBe(bytesToHex(key.expanded));
    }
  });

  it.each(keys)('$id: secrets and signatures go both ways', ({ id, accepted, openssl, kem, signature }) => {
    if (isMlKemId(id)) {
      const key = privateKeyFromSeed(id, fromBase64(accepted.seedBytes));
      expect(bytesToHex(decapsulate(id, key.expanded, fromBase64(kem?.ciphertext)))).toBe(bytesToHex(fromBase64(kem?.sharedSecret)));
      const ours = encapsulate(id, publicKeyOf(key).bytes, new Uint8Array(32));
      expect(digest(concatBytes(ours.ciphertext, ours.sharedSecret))).toBe(kem?.acceptedSha256);
    } else if (signature !== undefined && isSignatureId(id)) {
      const publicKey = readPublicKey(utf8ToBytes(openssl.publicKey)).bytes;
      expect(verify(id, { publicKey, message, signature: fromBase64(signature.bytes), form })).toEqual({ valid: true });
      const { expanded } = privateKeyFromSeed(id, fromBase64(accepted.seedBytes));
      expect(digest(sign(id, { privateKey: expanded, message, form, randomness: 'deterministic' }))).toBe(signature.acceptedSha256);
    } // SLH-DSA: slh-dsa.test.ts
  });
});

describe('encrypted PKCS #8', () => {
  const rsa = readFileSync(`${PKI}test-only-rsa2048.key`, 'utf8');

  it.each(['pbes2', 'scrypt'])('of OpenSSL with %s is opened', async (kind) => {
    const opened = await decryptPkcs8(bodyOf(readFileSync(`${PKI}test-only-rsa2048.${kind}.key`, 'utf8')), 'test');
    expect(bytesToHex(opened)).toBe(bytesToHex(bodyOf(rsa)));
  });

  it('that we write is opened by OpenSSL, and only with its passphrase', async () => {
    const pem = renderPem('ENCRYPTED PRIVATE KEY', await encryptPkcs8(bodyOf(rsa), 'Grüße'));
    const opened = createPrivateKey({ key: pem, passphrase: 'Grüße' });
    expect(opened.export({ format: 'pem', type: 'pkcs8' })).toBe(rsa);
    await expect(decryptPkcs8(bodyOf(pem), 'wrong')).rejects.toThrow('encrypted PKCS #8: the passphrase does not open it');
  });

  it('of a scheme that is not PBES2 is refused by name', async () => {
    const pbes1 = bodyOf(readFileSync(`${PKI}test-only-rsa2048.pbes1.key`, 'utf8'));
    await expect(decryptPkcs8(pbes1, 'test')).rejects.toThrow(/offset \d+: expected PBES2, found 1\.2\.840/);
  });

  it('is asked for its passphrase', async () => {
    await expect(readPrivateKey(utf8ToBytes(mlDsa?.openssl.encrypted ?? ''))).rejects.toThrow('is encrypted, and no passphrase was given');
  });

  it('cannot make its reader count for ever', async () => {
    const der = await encryptPkcs8(both, 'x');
    const at = der.findIndex((_, i) => der[i] === 0x02 && der[i + 1] === 0x03 && der[i + 2] === 0x09); // 600,000 = 0x0927c0
    await expect(decryptPkcs8(der.with(at + 2, 0x7f), 'x')).rejects.toThrow('expected 1 to 1500000 iterations');
  });
});

describe('a private key', () => {
  it('whose seed and expanded key do not belong together is refused, without its bytes', () => {
    const broken = both.with(-1, (both.at(-1) ?? 0) ^ 1);
    expect(() => readPkcs8Der(broken)).toThrow('ML-DSA-44 privateKey: the expanded key does not follow from the seed');
  });

  it('of ML-KEM whose hash of the public key differs is refused', () => {
    const der = toPkcs8Der(privateKeyFromSeed('ml-kem-512', new Uint8Array(64)), 'expanded');
    expect(() => readPkcs8Der(der.with(-40, (der.at(-40) ?? 0) ^ 1))).toThrow('fails the hash check of FIPS 203 §7.3');
  });

  it('says where it is wrong', () => {
    const der = toPkcs8Der(privateKeyFromSeed('ml-dsa-44', new Uint8Array(32)), 'seed');
    expect(() => readPkcs8Der(der.subarray(0, -1))).toThrow(/PKCS #8 private key: offset 0: expected \d+ bytes of content/);
    expect(() => readPkcs8Der(concatBytes(der, Uint8Array.of(0)))).toThrow(`offset ${der.length}: expected the end, found 1 bytes more`);
    expect(() => readPkcs8Der(der.with(4, 7))).toThrow('expected version 0 or 1');
    expect(() => readPkcs8Der(der.with(der.length - 34, 0x83))).toThrow('expected seed, expandedKey or both');
  });

  it('of SLH-DSA has no seed form, and a lone expanded key none either', () => {
    const slh = keys.find(({ id }) => id === 'slh-dsa-sha2-128f');
    const { key } = readPkcs8Der(bodyOf(slh?.openssl.privateKey ?? ''));
    expect(() => toPkcs8Der(key, 'seed')).toThrow('SLH-DSA-SHA2-128f private key: has no seed form');
    expect(() => toPkcs8Der({ id: 'ml-dsa-44', expanded: new Uint8Array(2560) }, 'both')).toThrow('its seed is not known');
  });

  it('is fresh each time, and read back in every format', async () => {
    const key = generatePrivateKey('ml-kem-512');
    expect(bytesToHex(generatePrivateKey('ml-kem-512').expanded)).not.toBe(bytesToHex(key.expanded));
    for (const format of ['pem', 'der', 'raw'] as const) {
      const read = await readPrivateKey(await writePrivateKey(key, { format }), { id: 'ml-kem-512' });
      expect(bytesToHex(read.expanded)).toBe(bytesToHex(key.expanded));
      expect(readPublicKey(writePublicKey(publicKeyOf(key), format), { id: 'ml-kem-512' }).id).toBe('ml-kem-512');
    }
    await expect(writePrivateKey(key, { format: 'raw', passphrase: 'x' })).rejects.toThrow('cannot be encrypted');
    await expect(readPrivateKey(await writePrivateKey(key, { format: 'der' }), { id: 'ml-kem-768' })).rejects.toThrow(
      'key: expected one of ML-KEM-768, found one of ML-KEM-512',
    );
  });
});

describe('a public key', () => {
  const der = bodyOf(keys.find(({ id }) => id === 'ml-kem-512')?.openssl.publicKey ?? '');

  it('of ML-KEM with a coefficient of q or more is refused', () => {
    const at = der.length - 800;
    expect(() => readSpkiDer(der.with(at, 0xff).with(at + 1, 0xff))).toThrow('expected coefficients below q (FIPS 203 §7.2)');
  });

  it('of another algorithm, and a private key in its place, are refused by name', () => {
    const rsa = readFileSync(`${PKI}rsa2048.pub.pem`);
    expect(() => readPublicKey(rsa)).toThrow(
      'expected ML-KEM, ML-DSA, SLH-DSA, Ed25519, X25519 or a key on P-256, P-384 or P-521, found algorithm 1.2.840.113549.1.1.1',
    );
    expect(() => readPublicKey(utf8ToBytes(mlDsa?.openssl.privateKey ?? ''))).toThrow('found PRIVATE KEY');
  });

  it('and a private key of arbitrary or changed bytes are read or refused, never another error', () => {
    const mutated = fc.tuple(fc.constantFrom(der, both), fc.nat(60), fc.nat(255)).map(([bytes, at, value]) => bytes.with(at, value));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 100 }), mutated), (bytes) => {
        for (const read of [readSpkiDer, readPkcs8Der, readPublicKey]) {
          try {
            read(bytes);
          } catch (error) {
            expect(error instanceof PqreadyError && error.code).toBe('bad-input');
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
