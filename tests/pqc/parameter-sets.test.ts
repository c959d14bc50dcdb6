import { describe, expect, it } from 'vitest';
import { NOBLE_ML_DSA, NOBLE_ML_KEM } from '../../src/pqc/implementation.ts';
import { isMlDsaId, isMlKemId, ML_DSA, ML_DSA_IDS, ML_KEM, ML_KEM_IDS } from '../../src/pqc/parameter-sets.ts';

describe('parameter sets', () => {
  // FIPS 203 §8: ek = 384k + 32, dk = 768k + 96; §4.2.1 with du, dv of Table 2: c = 32(du·k + dv).
  it.each([
    ['ml-kem-512', 2, 10, 4],
    ['ml-kem-768', 3, 10, 4],
    ['ml-kem-1024', 4, 11, 5],
  ] as const)('%s has the lengths that the formulas of FIPS 203 give', (id, k, du, dv) => {
    expect(ML_KEM[id]).toMatchObject({
      k,
      encapsulationKeyBytes: 384 * k + 32,
      decapsulationKeyBytes: 768 * k + 96,
      ciphertextBytes: 32 * (du * k + dv),
      sharedSecretBytes: 32,
    });
  });

  // FIPS 204 Algorithms 22, 24, 26 with Table 1: pk = 32 + 320k; sk = 128 + 32((l + k)·bitlen(2η) + 13k); σ = λ/4 + 32l·(1 + log2 γ1) + ω + k.
  it.each([
    ['ml-dsa-44', { k: 4, l: 4, eta: 3, lambda: 128, gamma1: 17, omega: 80 }],
    ['ml-dsa-65', { k: 6, l: 5, eta: 4, lambda: 192, gamma1: 19, omega: 55 }],
    ['ml-dsa-87', { k: 8, l: 7, eta: 3, lambda: 256, gamma1: 19, omega: 75 }],
  ] as const)('%s has the lengths that the formulas of FIPS 204 give', (id, { k, l, eta, lambda, gamma1, omega }) => {
    expect(ML_DSA[id]).toMatchObject({
      publicKeyBytes: 32 + 320 * k,
      privateKeyBytes: 128 + 32 * ((l + k) * eta + 13 * k),
      signatureBytes: lambda / 4 + 32 * l * (1 + gamma1) + omega + k,
    });
  });

  it('agrees with the lengths that the implementation states', () => {
    for (const id of ML_KEM_IDS) {
      expect(NOBLE_ML_KEM[id].lengths).toMatchObject({
        publicKey: ML_KEM[id].encapsulationKeyBytes,
        secretKey: ML_KEM[id].decapsulationKeyBytes,
        cipherText: ML_KEM[id].ciphertextBytes,
      });
    }
    for (const id of ML_DSA_IDS) {
      expect(NOBLE_ML_DSA[id].lengths).toMatchObject({
        publicKey: ML_DSA[id].publicKeyBytes,
        secretKey: ML_DSA[id].privateKeyBytes,
        signature: ML_DSA[id].signatureBytes,
      });
    }
  });

  it('knows no parameter set by a name of Object.prototype', () => {
    expect(isMlKemId('constructor') || isMlDsaId('__proto__')).toBe(false);
  });
});
