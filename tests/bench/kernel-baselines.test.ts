import { readFileSync } from 'node:fs';
import { ed25519, x25519 } from '@noble/curves/ed25519.js';
import { p256 } from '@noble/curves/nist.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { shake256 } from '@noble/hashes/sha3.js';
import { hexToBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import { NOBLE_SLH_DSA } from '../../src/pqc/implementation.ts';
import { slhDsaFixtures } from '../pqc/openssl.ts';
import { COMPLETE } from '../pqc/vector-files.ts';
import { type Build, type KernelMessage, openImage } from './kernel-image.ts';

const bytesFor = (label: string, length: number): Uint8Array => shake256(new TextEncoder().encode(label), { dkLen: length });
const flipped = (bytes: Uint8Array, bit: number): Uint8Array => bytes.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
const BASELINE_BUILDS: readonly Build[] = ['fast', 'small'];
const TIMES = [...Array(12).keys()];

interface LmsVector {
  readonly scheme: 'lms' | 'hss';
  readonly source: string;
  readonly publicKey: string;
  readonly message: string;
  readonly signature: string;
}
const LMS_VECTORS: readonly LmsVector[] = JSON.parse(readFileSync(new URL('../fixtures/vectors/lms.json', import.meta.url), 'utf8'));

describe.each(BASELINE_BUILDS)('the %s baselines', (build) => {
  const image = openImage(build);
  const x = (scalar: Uint8Array, u: Uint8Array) => image.call('x25519_shared', { outBytes: 32 }, scalar, u);

  it('X25519: RFC 7748 §5.2, both vectors and a thousand iterations', () => {
    expect(
      x(
        hexToBytes('a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4'),
        hexToBytes('e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c'),
      ).outputs[0],
    ).toEqual(hexToBytes('c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552'));
    let k = Uint8Array.from([9, ...new Uint8Array(31)]);
    let u = k;
    for (let i = 0; i < 1000; i++) [k, u] = [Uint8Array.from(x(k, u).outputs[0] ?? []), k];
    expect(k).toEqual(hexToBytes('684cf59ba83309552800ef566f2f4d3c1c3887c49360e3875f2eb94d99532c51'));
  });

  it('X25519: noble, non-canonical u among it; a zero result is refused', () => {
    for (const i of TIMES) {
      const scalar = bytesFor(`x ${i}`, 32);
      const u = i === 0 ? new Uint8Array(32).fill(0xff) : x25519.getPublicKey(bytesFor(`u ${i}`, 32));
      expect(x(scalar, u)).toEqual({ result: 0, outputs: [x25519.getSharedSecret(scalar, u)] });
      expect(image.call('x25519_keygen', { outBytes: 32 }, scalar).outputs[0]).toEqual(x25519.getPublicKey(scalar));
    }
    expect(x(bytesFor('x', 32), new Uint8Array(32)).result).toBe(-1);
  });

  it('Ed25519: RFC 8032 §7.1 TEST 3', () => {
    const seed = hexToBytes('c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7');
    const pk = hexToBytes('fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025');
    expect(image.call('ed25519_keygen', { outBytes: 32 }, seed).outputs[0]).toEqual(pk);
    expect(image.call('ed25519_sign', { outBytes: 64 }, seed, pk, { message: hexToBytes('af82'), form: 1 }).outputs[0]).toEqual(
      hexToBytes(
        '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
      ),
    );
  });

  it('Ed25519: noble signs the same, and what is changed is refused', () => {
    for (const i of TIMES) {
      const seed = bytesFor(`ed ${i}`, 32);
      const message: KernelMessage = { message: bytesFor('m', 31 * i), form: 1 };
      const pk = ed25519.getPublicKey(seed);
      const signature = ed25519.sign(message.message, seed);
      const verify = (key: Uint8Array, sig: Uint8Array) => image.call('ed25519_verify', key, sig, sig.length, message).result;
      expect(image.call('ed25519_sign', { outBytes: 64 }, seed, pk, message).outputs[0]).toEqual(signature);
      expect(verify(pk, signature)).toBe(0);
      expect(verify(pk, flipped(signature, 40 * i))).toBe(-1);
      expect(verify(flipped(pk, 20 * i), signature)).toBe(-1);
      expect(verify(pk, signature.subarray(0, 63))).toBe(-1);
    }
  });

  it('ECDSA P-256: RFC 6979 A.2.5, SHA-256, "sample"', () => {
    const d = hexToBytes('c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721');
    const k = hexToBytes('a6e3c57dd01abe90086538398355dd4c3b17aa873382b0f24d6129493d8aad60');
    const hash = sha256(new TextEncoder().encode('sample'));
    const expected =
      'efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8';
    expect(image.call('p256_sign', { outBytes: 64 }, d, hash, k)).toEqual({ result: 0, outputs: [hexToBytes(expected)] });
  });

  it('P-256: keys, secrets and verdicts of noble', () => {
    for (const i of TIMES) {
      const d = bytesFor(`p ${i}`, 32);
      const pk = p256.getPublicKey(d, false).subarray(1);
      const peer = p256.getPublicKey(bytesFor(`peer ${i}`, 32), false);
      expect(image.call('p256_keygen', { outBytes: 64 }, d)).toEqual({ result: 0, outputs: [pk] });
      expect(image.call('p256_ecdh', { outBytes: 32 }, d, peer.subarray(1)).outputs[0]).toEqual(p256.getSharedSecret(d, peer).subarray(1));
      const hash = bytesFor(`hash ${i}`, 32);
      const signature = p256.sign(hash, d, { prehash: false, lowS: false });
      expect(image.call('p256_verify', pk, signature, hash).result).toBe(0);
      expect(image.call('p256_verify', pk, flipped(signature, 40 * i), hash).result).toBe(-1);
      expect(image.call('p256_verify', pk, signature, flipped(hash, 20 * i)).result).toBe(-1);
      expect(image.call('p256_ecdh', { outBytes: 32 }, d, flipped(pk, 40 * i)).result).toBe(-1);
    }
    expect(image.call('p256_keygen', { outBytes: 64 }, new Uint8Array(32)).result).toBe(-1);
    expect(image.call('p256_keygen', { outBytes: 64 }, new Uint8Array(32).fill(255)).result).toBe(-1);
  });

  it.each(LMS_VECTORS.map((vector) => [vector.source, vector] as const))('LMS: %s', (_source, vector) => {
    const pk = hexToBytes(vector.publicKey);
    const signature = hexToBytes(vector.signature);
    const message: KernelMessage = { message: hexToBytes(vector.message), form: 1 };
    const verify = (sig: Uint8Array) => image.call(`${vector.scheme}_verify`, pk, sig, sig.length, message).result;
    expect(verify(signature)).toBe(0);
    expect(verify(signature.subarray(0, -1))).toBe(-1);
    for (const part of TIMES) expect(verify(flipped(signature, Math.floor((signature.length * 8 - 1) * (part / 11))))).toBe(-1);
  });
});

const { keys, ...signed } = slhDsaFixtures();
const context = hexToBytes(signed.context);
const images = BASELINE_BUILDS.map((build) => openImage(build));

/** Accepted as it is; refused with another context, one byte less, or one bit changed at either end or in the middle. */
function expectVerdicts(id: string, publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): void {
  const name = `${id.replace('slh-dsa-', 'slhdsa_').replace('-', '_')}_verify`;
  for (const image of images) {
    const verify = (sig: Uint8Array, ctx: Uint8Array) =>
      image.call(name, publicKey, sig, sig.length, { message, context: ctx, form: 0 }).result;
    expect(verify(signature, context)).toBe(0);
    expect(verify(signature, context.subarray(1))).toBe(-1);
    expect(verify(signature.subarray(1), context)).toBe(-1);
    for (const part of [0, 0.1, 0.5, 0.99]) expect(verify(flipped(signature, Math.floor(signature.length * 8 * part)), context)).toBe(-1);
  }
}

describe('SLH-DSA verification', () => {
  it.each(keys.map((key) => [key.set, key] as const))('%s: the signature of OpenSSL', (id, key) => {
    expectVerdicts(id, hexToBytes(key.publicKey), hexToBytes(signed.message), hexToBytes(key.signature));
  });

  // The small sets sign in many seconds each; the complete run does them too.
  const signers = Object.entries(NOBLE_SLH_DSA).filter(([id]) => id.endsWith('f') || COMPLETE !== undefined);

  it.each(signers)('%s: a signature of noble', { timeout: 600_000 }, (id, noble) => {
    const { publicKey, secretKey } = noble.keygen(bytesFor(id, noble.lengths.seed ?? 0));
    const message = bytesFor('firmware', 100);
    expectVerdicts(id, publicKey, message, noble.sign(message, secretKey, { context, extraEntropy: false }));
  });
});
