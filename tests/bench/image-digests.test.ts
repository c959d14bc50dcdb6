// Every image gives the same bytes: one digest over all that keygen, encaps, decaps, sign and the baselines give from the same seeds, equal on
// all instruction sets and builds and to what noble gives.

import { ed25519, x25519 } from '@noble/curves/ed25519.js';
import { p256 } from '@noble/curves/nist.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { sha3_256, shake256 } from '@noble/hashes/sha3.js';
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import { NOBLE_ML_DSA, NOBLE_ML_KEM } from '../../src/pqc/implementation.ts';
import { slhDsaFixtures } from '../pqc/openssl.ts';
import { type Build, type KernelImage, openImage } from './kernel-image.ts';
import { dsaOf, kemOf } from './kernel-operations.ts';

const bytesFor = (label: string, length: number): Uint8Array => shake256(new TextEncoder().encode(label), { dkLen: length });
const CORES = ['wasm32', 'v6m', 'v7m', 'v7em', 'rv32imc'] as const;
const IMAGES = CORES.flatMap((isa) => (['fast', 'small'] as const).map((build): readonly [(typeof CORES)[number], Build] => [isa, build]));
const [KEM, DSA] = [['512', '768', '1024'] as const, ['44', '65', '87'] as const];

const SEED = bytesFor('seed', 64);
const MESSAGE = bytesFor('message', 100);
const [SCALAR, NONCE, DIGEST] = [bytesFor('scalar', 32), bytesFor('nonce', 32), bytesFor('digest', 32)];
const XI = SEED.subarray(0, 32);

function nobleParts(): readonly (Uint8Array | undefined)[] {
  const kem = KEM.flatMap((size) => {
    const noble = NOBLE_ML_KEM[`ml-kem-${size}`];
    const pair = noble.keygen(SEED);
    const sent = noble.encapsulate(pair.publicKey, NONCE);
    const refused = noble.decapsulate(new Uint8Array(sent.cipherText.length), pair.secretKey);
    return [pair.publicKey, pair.secretKey, sent.cipherText, sent.sharedSecret, sent.sharedSecret, refused];
  });
  const dsa = DSA.flatMap((size) => {
    const noble = NOBLE_ML_DSA[`ml-dsa-${size}`];
    const pair = noble.keygen(XI);
    return [pair.publicKey, pair.secretKey, noble.sign(MESSAGE, pair.secretKey, { extraEntropy: NONCE })];
  });
  const point = p256.getPublicKey(SCALAR, false);
  const curves = [
    x25519.getPublicKey(SCALAR),
    x25519.getSharedSecret(SCALAR, x25519.getPublicKey(NONCE)),
    ed25519.getPublicKey(SCALAR),
    ed25519.sign(MESSAGE, SCALAR),
    point.subarray(1),
    p256.getSharedSecret(NONCE, point).subarray(1),
  ];
  return [...kem, ...dsa, ...curves, sha256(MESSAGE), sha512(MESSAGE), sha3_256(MESSAGE)];
}

function kernelParts(image: KernelImage): readonly (Uint8Array | undefined)[] {
  const kem = KEM.flatMap((size) => {
    const ops = kemOf(image, size);
    const { ek, dk } = ops.keygen(SEED.subarray(0, 32), SEED.subarray(32));
    const sent = ops.encaps(ek, NONCE);
    const c = sent?.c ?? new Uint8Array();
    return [ek, dk, c, sent?.k, ops.decaps(dk, c), ops.decaps(dk, new Uint8Array(c.length))];
  });
  const dsa = DSA.flatMap((size) => {
    const ops = dsaOf(image, size);
    const { pk, sk } = ops.keygen(XI);
    return [pk, sk, ops.sign(sk, NONCE, { message: MESSAGE, form: 0 })?.signature];
  });
  const one = (name: string, bytes: number, ...args: Parameters<KernelImage['call']>[1][]): Uint8Array | undefined =>
    image.call(name, { outBytes: bytes }, ...args).outputs[0];
  const point = one('p256_keygen', 64, SCALAR);
  const curves = [
    one('x25519_keygen', 32, SCALAR),
    one('x25519_shared', 32, SCALAR, x25519.getPublicKey(NONCE)),
    one('ed25519_keygen', 32, SCALAR),
    one('ed25519_sign', 64, SCALAR, ed25519.getPublicKey(SCALAR), { message: MESSAGE, form: 1 }),
    point,
    one('p256_ecdh', 32, NONCE, point ?? new Uint8Array()),
  ];
  const hashes = (['sha256', 'sha512', 'sha3_256'] as const).map((name) =>
    one(`${name}_hash`, name === 'sha512' ? 64 : 32, MESSAGE, MESSAGE.length),
  );
  return [...kem, ...dsa, ...curves, ...hashes];
}

const digestOf = (parts: readonly (Uint8Array | undefined)[]): string =>
  bytesToHex(sha256(concatBytes(...parts.map((part) => sha256(part ?? new Uint8Array())))));

describe('every image', () => {
  const wanted = digestOf(nobleParts());

  it.each(IMAGES)('%s %s gives noble’s bytes', (isa, build) => {
    const image = openImage(build, isa);
    const parts = kernelParts(image);
    expect(parts.findIndex((part) => part === undefined || part.length === 0)).toBe(-1);
    expect(digestOf(parts)).toBe(wanted);
    const signature = p256.sign(DIGEST, SCALAR, { prehash: false, lowS: false });
    const point = p256.getPublicKey(SCALAR, false).subarray(1);
    expect(image.call('p256_verify', point, signature, DIGEST).result).toBe(0);
    expect(image.call('p256_verify', point, signature, MESSAGE.subarray(0, 32)).result).toBe(-1);
  });

  it.each(IMAGES.filter(([isa]) => isa !== 'wasm32'))('%s %s verifies OpenSSL’s SLH-DSA, and refuses a changed signature', (isa, build) => {
    const image = openImage(build, isa);
    const { keys, message, context } = slhDsaFixtures();
    for (const { set, publicKey, signature } of keys.filter(({ set: name }) => name.endsWith('128s'))) {
      const name = `${set.replace('slh-dsa-', 'slhdsa_').replace('-', '_')}_verify`;
      const bytes = hexToBytes(signature);
      const text = { message: hexToBytes(message), context: hexToBytes(context), form: 0 } as const;
      expect(image.call(name, hexToBytes(publicKey), bytes, bytes.length, text).result).toBe(0);
      bytes[3000] = (bytes[3000] ?? 0) ^ 1;
      expect(image.call(name, hexToBytes(publicKey), bytes, bytes.length, text).result).toBe(-1);
    }
  });
});
