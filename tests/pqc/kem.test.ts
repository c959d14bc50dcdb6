import { bytesToHex } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PqreadyError } from '../../src/model/errors.ts';
import { checkDecapsulationKey, checkEncapsulationKey, decapsulate, encapsulate, generateKemKeyPair } from '../../src/pqc/kem.ts';
import { ML_KEM, ML_KEM_IDS } from '../../src/pqc/parameter-sets.ts';

describe('ML-KEM', () => {
  it.each(ML_KEM_IDS)('%s: fresh keys carry a fresh secret to the other side', (id) => {
    const { encapsulationKey, decapsulationKey } = generateKemKeyPair(id);
    const first = encapsulate(id, encapsulationKey);
    const second = encapsulate(id, encapsulationKey);
    expect(bytesToHex(decapsulate(id, decapsulationKey, first.ciphertext))).toBe(bytesToHex(first.sharedSecret));
    expect(bytesToHex(second.sharedSecret)).not.toBe(bytesToHex(first.sharedSecret));
  });

  it.each(ML_KEM_IDS)('%s: a changed ciphertext gives another secret, the same one each time, and no error (implicit rejection)', (id) => {
    const { encapsulationKey, decapsulationKey } = generateKemKeyPair(id, new Uint8Array(64));
    const { ciphertext, sharedSecret } = encapsulate(id, encapsulationKey, new Uint8Array(32));
    const changed = ciphertext.with(0, (ciphertext[0] ?? 0) ^ 1);
    const rejected = bytesToHex(decapsulate(id, decapsulationKey, changed));
    expect(rejected).not.toBe(bytesToHex(sharedSecret));
    expect(bytesToHex(decapsulate(id, decapsulationKey, changed))).toBe(rejected);
  });

  it('refuses an encapsulation key with a coefficient of q, and says which check it fails', () => {
    const { encapsulationKey } = generateKemKeyPair('ml-kem-768', new Uint8Array(64));
    // 3329 = 0xd01 in the low 12 bits of the first three bytes (FIPS 203 Algorithm 5)
    const overflowing = encapsulationKey.with(0, 0x01).with(1, ((encapsulationKey[1] ?? 0) & 0xf0) | 0x0d);
    expect(checkEncapsulationKey('ml-kem-768', overflowing)).toEqual({ valid: false, reason: 'modulus' });
    expect(() => encapsulate('ml-kem-768', overflowing)).toThrow('ML-KEM-768 encapsulation key fails the modulus check of FIPS 203 §7.2');
  });

  it('refuses a decapsulation key whose hash of ek was changed', () => {
    const { decapsulationKey } = generateKemKeyPair('ml-kem-512', new Uint8Array(64));
    const broken = decapsulationKey.with(768 * 2 + 32, (decapsulationKey[768 * 2 + 32] ?? 0) ^ 1);
    expect(checkDecapsulationKey('ml-kem-512', broken)).toEqual({ valid: false, reason: 'hash' });
    expect(() => decapsulate('ml-kem-512', broken, new Uint8Array(768))).toThrow('the hash check of FIPS 203 §7.3');
  });

  it('names the input, the expected and the actual length', () => {
    expect(() => generateKemKeyPair('ml-kem-512', new Uint8Array(32))).toThrow('ML-KEM-512 seed: expected 64 bytes, got 32');
    expect(() => encapsulate('ml-kem-512', new Uint8Array(799))).toThrow('ML-KEM-512 encapsulation key: expected 800 bytes, got 799');
    expect(() => decapsulate('ml-kem-1024', new Uint8Array(3168), new Uint8Array(1))).toThrow('expected 1568 bytes, got 1');
  });

  it('answers arbitrary bytes with a result or with bad-input, never with another error', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ML_KEM_IDS),
        fc.boolean(),
        fc.integer({ min: 0, max: 255 }),
        fc.nat(4000),
        (id, exact, fill, length) => {
          const key = new Uint8Array(exact ? ML_KEM[id].encapsulationKeyBytes : length).fill(fill);
          try {
            expect(encapsulate(id, key).sharedSecret.length).toBe(32);
          } catch (error) {
            expect(error instanceof PqreadyError && error.code).toBe('bad-input');
          }
        },
      ),
      { numRuns: 50 },
    );
  });
});
