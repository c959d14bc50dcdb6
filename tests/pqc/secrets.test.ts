import { utf8ToBytes } from '@noble/hashes/utils.js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { privateKeyFromSeed } from '../../src/pqc/encoding/key.ts';
import { decryptPkcs8, encryptPkcs8 } from '../../src/pqc/encoding/pbes2.ts';
import { readPrivateKey } from '../../src/pqc/encoding/read-key.ts';
import { writePrivateKey } from '../../src/pqc/encoding/write-key.ts';
import { answerClientShare, makeClientShare } from '../../src/pqc/tls-hybrid.ts';

const PASSPHRASE = 'correct horse';
const key = privateKeyFromSeed('ml-dsa-44', new Uint8Array(32).fill(7));
const { subtle } = globalThis.crypto;

const isZero = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);

/** What the platform's cipher was given and gave; each a secret that stood in memory. */
function watchCipher() {
  const secrets: Uint8Array[] = [];
  const originals = { importKey: subtle.importKey, encrypt: subtle.encrypt, decrypt: subtle.decrypt };
  vi.spyOn(subtle, 'importKey').mockImplementation(async (...args) => {
    if (args[1] instanceof Uint8Array) secrets.push(args[1]);
    return Reflect.apply(originals.importKey, subtle, args);
  });
  vi.spyOn(subtle, 'encrypt').mockImplementation(async (...args) => {
    if (args[2] instanceof Uint8Array) secrets.push(args[2]);
    return Reflect.apply(originals.encrypt, subtle, args);
  });
  vi.spyOn(subtle, 'decrypt').mockImplementation(async (...args) => {
    const opened = await Reflect.apply(originals.decrypt, subtle, args);
    secrets.push(new Uint8Array(opened));
    return opened;
  });
  return secrets;
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('secrets are cleared from memory', () => {
  it('when a key is encrypted: passphrase, derived key and plain text', async () => {
    const secrets = watchCipher();
    await writePrivateKey(key, { format: 'pem', passphrase: PASSPHRASE });
    expect(secrets.map(({ length }) => length)).toEqual([PASSPHRASE.length, 32, expect.any(Number)]);
    expect(secrets.every(isZero)).toBe(true);
  });

  it('when a key is opened, and when what was inside is none', async () => {
    const encrypted = await writePrivateKey(key, { format: 'der', passphrase: PASSPHRASE });
    const noKey = await encryptPkcs8(utf8ToBytes('no key, but secret'), PASSPHRASE);
    const secrets = watchCipher();
    const read = await readPrivateKey(encrypted, { passphrase: PASSPHRASE });
    expect(isZero(read.expanded)).toBe(false);
    await expect(readPrivateKey(noKey, { passphrase: PASSPHRASE })).rejects.toThrow('PKCS #8 private key: offset 0');
    expect(secrets).toHaveLength(6);
    expect(secrets.every(isZero)).toBe(true);
  });

  it('and what is the caller’s stays: the key that is written, what is opened, randomness that was given', async () => {
    await writePrivateKey(key, { format: 'der', passphrase: PASSPHRASE });
    expect([isZero(key.expanded), isZero(key.seed ?? new Uint8Array())]).toEqual([false, false]);
    expect(isZero(await decryptPkcs8(await encryptPkcs8(key.expanded, PASSPHRASE), PASSPHRASE))).toBe(false);
    const randomness = { mlKem: new Uint8Array(32).fill(1), classical: new Uint8Array(32).fill(2) };
    const answered = answerClientShare('x25519mlkem768', makeClientShare('x25519mlkem768').clientShare, randomness);
    expect([isZero(answered.sharedSecret), isZero(randomness.mlKem), isZero(randomness.classical)]).toEqual([false, false, false]);
  });
});
