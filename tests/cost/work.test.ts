import { Keccak } from '@noble/hashes/sha3.js';
import { ml_dsa44, ml_dsa65, ml_dsa87 } from '@noble/post-quantum/ml-dsa.js';
import { ml_kem512, ml_kem768, ml_kem1024 } from '@noble/post-quantum/ml-kem.js';
import { describe, expect, it, vi } from 'vitest';
import { expectedBlocks } from '../../src/cost/rejection-sampling.ts';
import { expectedAttempts, type LatticeScheme, type Work, workOf } from '../../src/cost/work.ts';
import type { Operation } from '../../src/model/measurement.ts';

const permute = vi.spyOn(Keccak.prototype as unknown as { keccak: () => void }, 'keccak');

/** Keccak-f permutations that noble makes meanwhile. */
function countPermutations(run: () => void): number {
  const before = permute.mock.calls.length;
  run();
  return permute.mock.calls.length - before;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function work(scheme: LatticeScheme, operation: Operation): Work {
  const found = workOf({ scheme, operation });
  if (found === undefined) throw new Error(`${scheme} has no ${operation}`);
  return found;
}

const RUNS = 24;
const seeds = (length: number): readonly Uint8Array[] => Array.from({ length: RUNS }, (_, index) => new Uint8Array(length).fill(index + 1));

describe('Keccak-f permutations counted from FIPS 203', () => {
  // noble makes the hash check of the key at each decapsulation (FIPS 203 §7.3), which may be done once per key and is not in the vector
  it.each([
    ['ml-kem-512', ml_kem512, 6],
    ['ml-kem-768', ml_kem768, 9],
    ['ml-kem-1024', ml_kem1024, 12],
  ] as const)('%s: as noble makes them', (scheme, kem, keyHashBlocks) => {
    const counts = seeds(64).map((seed) => {
      const { publicKey, secretKey } = kem.keygen(seed);
      const { cipherText } = kem.encapsulate(publicKey, seed.subarray(0, 32));
      return {
        keygen: countPermutations(() => kem.keygen(seed)),
        encaps: countPermutations(() => kem.encapsulate(publicKey, seed.subarray(0, 32))),
        decaps: countPermutations(() => kem.decapsulate(cipherText, secretKey)) - keyHashBlocks,
      };
    });
    for (const operation of ['keygen', 'encaps', 'decaps'] as const)
      expect(Math.abs(mean(counts.map((each) => each[operation])) - work(scheme, operation).keccak), operation).toBeLessThan(0.3);
  });
});

describe('Keccak-f permutations counted from FIPS 204', () => {
  const sets = [
    ['ml-dsa-44', ml_dsa44],
    ['ml-dsa-65', ml_dsa65],
    ['ml-dsa-87', ml_dsa87],
  ] as const;

  it.each(sets)(
    '%s: key generation and verification as noble makes them',
    (scheme, dsa) => {
      const counts = seeds(32).map((seed) => {
        const { publicKey, secretKey } = dsa.keygen(seed);
        const signature = dsa.sign(seed, secretKey, { extraEntropy: false });
        return {
          keygen: countPermutations(() => dsa.keygen(seed)),
          verify: countPermutations(() => dsa.verify(signature, seed, publicKey)),
        };
      });
      expect(Math.abs(mean(counts.map(({ keygen }) => keygen)) - work(scheme, 'keygen').keccak)).toBeLessThan(1);
      expect(mean(counts.map(({ verify }) => verify))).toBeCloseTo(work(scheme, 'verify').keccak, 1);
    },
    60_000,
  );

  it.each(sets)('%s: every signature is a start and a whole number of attempts', (scheme, dsa) => {
    const set = {
      'ml-dsa-44': [2 + 16 * 5, 4 * 5 + 8],
      'ml-dsa-65': [2 + 30 * 5, 5 * 5 + 8],
      'ml-dsa-87': [2 + 56 * 5, 7 * 5 + 10],
    } as const;
    const [start, attempt] = set[scheme];
    const { secretKey } = dsa.keygen(new Uint8Array(32));
    for (const message of seeds(32).slice(0, 12)) {
      const made = countPermutations(() => dsa.sign(message, secretKey, { extraEntropy: false }));
      expect((made - start) % attempt, `${made}`).toBe(0);
    }
    expect(work(scheme, 'sign').keccak).toBeCloseTo(start + attempt * expectedAttempts(scheme), 6);
  });

  it('the expected attempts are those of FIPS 204 Table 1', () => {
    expect(expectedAttempts('ml-dsa-44')).toBeCloseTo(4.25, 1);
    expect(expectedAttempts('ml-dsa-65')).toBeCloseTo(5.1, 1);
    expect(expectedAttempts('ml-dsa-87')).toBeCloseTo(3.85, 1);
  });
});

describe('transforms and products', () => {
  // counted by hand along FIPS 203 Algorithms 13–15 with k = 3 and FIPS 204 Algorithms 6, 8 with (k, l) = (6, 5)
  it.each([
    ['ml-kem-768', 'keygen', 6, 9], // NTT of s and e; Â∘ŝ
    ['ml-kem-768', 'encaps', 7, 12], // NTT of y, inverse of u and v; Âᵀ∘ŷ, t̂ᵀ∘ŷ
    ['ml-kem-768', 'decaps', 11, 15], // and NTT of u, inverse of w; ŝᵀ∘û
    ['ml-dsa-65', 'keygen', 11, 30], // NTT of s1, inverse of t; Â∘ŝ1
    ['ml-dsa-65', 'verify', 18, 36], // NTT of z, c, t1, inverse of w; Â∘ẑ, ĉ∘t̂1
  ] as const)('%s %s: %d transforms and %d products', (scheme, operation, ntt, products) => {
    expect(work(scheme, operation)).toMatchObject({ ntt, products, sparse: 0 });
  });

  it('a signature of one attempt would take fewer transforms than the expected one', () => {
    const { ntt } = work('ml-dsa-65', 'sign');
    expect(ntt).toBeGreaterThan(17 + 5 + 6 + 1 + 5 + 6 + 6);
  });

  it('the low-RAM signature makes the matrix again at every attempt', () => {
    const low = workOf({ scheme: 'ml-dsa-65', operation: 'sign', variant: 'low-ram' });
    expect((low?.keccak ?? 0) - work('ml-dsa-65', 'sign').keccak).toBeGreaterThan((expectedAttempts('ml-dsa-65') - 1) * 30 * 5);
    // pqm4 benchmarks.csv@90bfb63: 54.2 % of 24,421,526 cycles hash, 11,000 to 12,800 cycles a permutation on that board
    expect(low?.keccak).toBeGreaterThan((0.542 * 24_421_526) / 12_800);
    expect(low?.keccak).toBeLessThan((0.542 * 24_421_526) / 11_000);
  });

  it('an operation that a scheme does not have has no work', () => {
    expect(workOf({ scheme: 'ml-kem-768', operation: 'sign' })).toBeUndefined();
    expect(workOf({ scheme: 'ml-dsa-65', operation: 'encaps' })).toBeUndefined();
  });

  it('round 3 hashes more when it encapsulates', () => {
    const round3 = workOf({ scheme: 'ml-kem-768', operation: 'encaps', revision: 'round-3' });
    // H(m), H(c) of 1088 bytes, KDF
    expect((round3?.keccak ?? 0) - work('ml-kem-768', 'encaps').keccak).toBeCloseTo(1 + 9 + 1, 6);
  });
});

describe('expectedBlocks', () => {
  it('is the plain division where every candidate is accepted', () => {
    expect(expectedBlocks({ perBlock: 64, accepted: 1 - 1e-15 }, 256)).toBeCloseTo(4, 6);
  });

  it('a coin for one success takes two candidates', () => {
    expect(expectedBlocks({ perBlock: 1, accepted: 0.5 }, 1)).toBeCloseTo(2, 6);
  });
});
