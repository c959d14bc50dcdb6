import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import { decapsulateXWing, encapsulateXWing, generateXWingKeyPair } from '../../src/pqc/x-wing.ts';

type Vector = Readonly<Record<'seed' | 'eseed' | 'ss' | 'sk' | 'pk' | 'ct', string>>;

const VECTORS: readonly Vector[] = JSON.parse(
  readFileSync(fileURLToPath(new URL('../fixtures/vectors/x-wing.json', import.meta.url)), 'utf8'),
);

describe('X-Wing', () => {
  it.each(VECTORS)('gives the draft’s vector for the seed $seed', (vector) => {
    const { encapsulationKey, decapsulationKey } = generateXWingKeyPair(hexToBytes(vector.seed));
    expect(bytesToHex(encapsulationKey)).toBe(vector.pk);
    expect(bytesToHex(decapsulationKey)).toBe(vector.sk);
    const { ciphertext, sharedSecret } = encapsulateXWing(encapsulationKey, hexToBytes(vector.eseed));
    expect(bytesToHex(ciphertext)).toBe(vector.ct);
    expect(bytesToHex(sharedSecret)).toBe(vector.ss);
    expect(bytesToHex(decapsulateXWing(decapsulationKey, hexToBytes(vector.ct)))).toBe(vector.ss);
  });

  it('is tested with all three vectors of the draft', () => {
    expect(VECTORS.length).toBe(3);
  });

  it('carries a fresh secret, and leaves the seed as it was', () => {
    const { encapsulationKey, decapsulationKey } = generateXWingKeyPair();
    const before = bytesToHex(decapsulationKey);
    const { ciphertext, sharedSecret } = encapsulateXWing(encapsulationKey);
    expect(bytesToHex(decapsulateXWing(decapsulationKey, ciphertext))).toBe(bytesToHex(sharedSecret));
    expect(bytesToHex(decapsulationKey)).toBe(before);
  });

  it('rejects implicitly: a changed ciphertext, in either part, or a point of low order gives another secret and no error', () => {
    const { encapsulationKey, decapsulationKey } = generateXWingKeyPair(new Uint8Array(32));
    const { ciphertext, sharedSecret } = encapsulateXWing(encapsulationKey);
    const changes = [
      ciphertext.with(0, (ciphertext[0] ?? 0) ^ 1),
      ciphertext.with(1119, (ciphertext[1119] ?? 0) ^ 1),
      ciphertext.slice().fill(0, 1088),
    ];
    for (const changed of changes) expect(bytesToHex(decapsulateXWing(decapsulationKey, changed))).not.toBe(bytesToHex(sharedSecret));
  });

  it('names the input, the expected and the actual length', () => {
    expect(() => generateXWingKeyPair(new Uint8Array(31))).toThrow('X-Wing decapsulation key: expected 32 bytes, got 31');
    expect(() => encapsulateXWing(new Uint8Array(1215))).toThrow('X-Wing encapsulation key: expected 1216 bytes, got 1215');
    expect(() => decapsulateXWing(new Uint8Array(32), new Uint8Array(1))).toThrow('X-Wing ciphertext: expected 1120 bytes, got 1');
  });
});
