// The passes of the signing loop read back from a signature, against the kernel in C, which counts them as it signs.

import { ml_dsa44 } from '@noble/post-quantum/ml-dsa.js';
import { describe, expect, it } from 'vitest';
import { NOBLE_ML_DSA } from '../../src/pqc/implementation.ts';
import { ML_DSA_IDS } from '../../src/pqc/parameter-sets.ts';
import { countRepetitions } from '../../src/pqc/repetitions.ts';
import { openImage } from '../bench/kernel-image.ts';
import { dsaOf } from '../bench/kernel-operations.ts';

const DETERMINISTIC = { extraEntropy: false } as const;

function messageOf(index: number): Uint8Array {
  return Uint8Array.of(index, 0x5a);
}

describe('countRepetitions', () => {
  it.each(ML_DSA_IDS)('%s: counts what the kernel counted, signature by signature', (id) => {
    const kernel = dsaOf(openImage('fast'), id.slice('ml-dsa-'.length));
    const { pk, sk } = kernel.keygen(new Uint8Array(32).fill(3));
    const counts = Array.from({ length: 40 }, (_, index) => {
      const message = messageOf(index);
      const made = kernel.sign(sk, new Uint8Array(32), { form: 0, message });
      expect(kernel.verify(pk, made?.signature ?? new Uint8Array(), { form: 0, message })).toBe(true);
      expect(made?.signature).toEqual(NOBLE_ML_DSA[id].sign(message, sk, DETERMINISTIC));
      const rejections = made?.rejections ?? 0;
      const passes = 1 + (rejections & 0xff) + ((rejections >> 8) & 0xff) + ((rejections >> 16) & 0xff);
      expect(countRepetitions(id, { privateKey: sk, message, signature: made?.signature ?? new Uint8Array() })).toBe(passes);
      return passes;
    });
    expect(Math.max(...counts)).toBeGreaterThan(3);
  });

  it('refuses what no pass of the loop gives: a hedged signature, another message, a wrong length', () => {
    const { secretKey: privateKey } = ml_dsa44.keygen(new Uint8Array(32));
    const message = messageOf(1);
    const signature = ml_dsa44.sign(message, privateKey, DETERMINISTIC);
    const hedged = ml_dsa44.sign(message, privateKey, { extraEntropy: new Uint8Array(32).fill(1) });
    const refused = { code: 'bad-input' };
    expect(() => countRepetitions('ml-dsa-44', { privateKey, message, signature: hedged })).toThrow(expect.objectContaining(refused));
    expect(() => countRepetitions('ml-dsa-44', { privateKey, message: messageOf(2), signature })).toThrow(expect.objectContaining(refused));
    expect(() => countRepetitions('ml-dsa-44', { privateKey, message, signature: signature.subarray(1) })).toThrow(/2420/);
    expect(() => countRepetitions('ml-dsa-65', { privateKey, message, signature })).toThrow(/4032/);
  });
});
