import { readdirSync, readFileSync } from 'node:fs';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { sha3_256, shake256 } from '@noble/hashes/sha3.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import { NOBLE_ML_DSA, NOBLE_ML_KEM } from '../../src/pqc/implementation.ts';
import { type Build, openImage } from './kernel-image.ts';
import { dsaOf, kemOf } from './kernel-operations.ts';

const BUILDS: readonly Build[] = ['fast', 'small'];
const KEM = ['512', '768', '1024'] as const;
const DSA = ['44', '65', '87'] as const;

/** Bytes that depend on the label and nothing else. */
const bytesFor = (label: string, length: number): Uint8Array => shake256(new TextEncoder().encode(label), { dkLen: length });

describe.each(BUILDS)('the %s kernels beside noble', (build) => {
  const image = openImage(build);

  it.each(KEM)('ML-KEM-%s: same seeds, same bytes', (size) => {
    const noble = NOBLE_ML_KEM[`ml-kem-${size}`];
    const kem = kemOf(image, size);
    for (let i = 0; i < 10; i++) {
      const seed = bytesFor(`kem ${i}`, 64);
      const m = bytesFor(`m ${i}`, 32);
      const { ek, dk } = kem.keygen(seed.subarray(0, 32), seed.subarray(32));
      const expected = noble.keygen(seed);
      expect(ek).toEqual(expected.publicKey);
      expect(dk).toEqual(expected.secretKey);
      const sent = noble.encapsulate(ek, m);
      expect(kem.encaps(ek, m)).toEqual({ c: sent.cipherText, k: sent.sharedSecret });
      expect(kem.decaps(dk, sent.cipherText)).toEqual(sent.sharedSecret);
      const broken = sent.cipherText.slice();
      broken[(i * 107) % broken.length] = (broken[(i * 107) % broken.length] ?? 0) ^ (1 << (i % 8));
      expect(kem.decaps(dk, broken)).toEqual(noble.decapsulate(broken, dk));
      expect(kem.decaps(dk, broken)).not.toEqual(sent.sharedSecret);
    }
  });

  it.each(DSA)('ML-DSA-%s: same seeds, same bytes', (size) => {
    const noble = NOBLE_ML_DSA[`ml-dsa-${size}`];
    const dsa = dsaOf(image, size);
    for (let i = 0; i < 10; i++) {
      const seed = bytesFor(`dsa ${i}`, 32);
      const rnd = bytesFor(`rnd ${i}`, 32);
      const message = bytesFor(`message ${i}`, 57 * i);
      const context = bytesFor('context', i);
      const { pk, sk } = dsa.keygen(seed);
      const expected = noble.keygen(seed);
      expect(pk).toEqual(expected.publicKey);
      expect(sk).toEqual(expected.secretKey);
      const signed = dsa.sign(sk, rnd, { message, context, form: 0 });
      expect(signed?.signature).toEqual(noble.sign(message, sk, { context, extraEntropy: rnd }));
      const signature = signed?.signature ?? new Uint8Array();
      expect(dsa.verify(pk, signature, { message, context, form: 0 })).toBe(true);
      expect(dsa.verify(pk, signature, { message, context: bytesFor('other', i), form: 0 })).toBe(i === 0);
    }
  });

  it('SHA-256, SHA-512, SHA3-256 and SHAKE256 of every length around their blocks', () => {
    for (const length of [0, 1, 3, 55, 56, 63, 64, 65, 111, 112, 119, 127, 128, 129, 135, 136, 137, 271, 272, 273, 1000]) {
      const data = bytesFor('hash', length);
      expect(image.call('sha256_hash', { outBytes: 32 }, data, length).outputs[0]).toEqual(sha256(data));
      expect(image.call('sha512_hash', { outBytes: 64 }, data, length).outputs[0]).toEqual(sha512(data));
      expect(image.call('sha3_256_hash', { outBytes: 32 }, data, length).outputs[0]).toEqual(sha3_256(data));
      expect(image.call('shake256_hash', { outBytes: 301 }, 301, data, length).outputs[0]).toEqual(shake256(data, { dkLen: 301 }));
    }
  });
});

describe('the manifest of the images', () => {
  const folder = new URL('../../bench/kernels/images/', import.meta.url);
  const { images }: { readonly images: readonly { readonly file: string; readonly sha256: string; readonly bytes: number }[] } = JSON.parse(
    readFileSync(new URL('manifest.json', folder), 'utf8'),
  );

  it('names every image with its hash, for five instruction sets and two builds', () => {
    const files = readdirSync(folder).filter((name) => !name.endsWith('.json'));
    expect(images.map(({ file }) => file).sort()).toEqual(files.sort());
    expect(images).toHaveLength(10);
    for (const { file, sha256: expected, bytes } of images) {
      const image = readFileSync(new URL(file, folder));
      expect([file, image.length, bytesToHex(sha256(image))]).toEqual([file, bytes, expected]);
    }
  });

  it('both wasm32 images have the same entry points', () => {
    expect([...openImage('fast').names].sort()).toEqual([...openImage('small').names].sort());
  });
});
