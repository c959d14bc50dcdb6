import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../src/io/node-crypto.ts';
import { HOST_ALGORITHMS, toHostAlgorithms } from '../../src/measure/host/algorithms.ts';
import { measureAllocation } from '../../src/measure/host/allocation.ts';
import { SIGNING_SET } from '../../src/measure/host/signing-set.ts';
import { benchHost } from '../../src/measure/host.ts';
import type { IsoDate } from '../../src/model/evidence.ts';
import type { CryptoProvider } from '../../src/model/provider.ts';
import type { Progress } from '../../src/model/world.ts';
import { IMPLEMENTATION } from '../../src/pqc/implementation.ts';
import { ML_DSA } from '../../src/pqc/parameter-sets.ts';

/** Each look at the clock is one millisecond after the last. */
function steppingClock(): () => number {
  let ms = 0;
  return () => ms++;
}

const options = { platform: 'a test', timeMs: 5, now: steppingClock() };

describe('benchHost', () => {
  it('gives one row for each operation, in the order given, with how it was measured', async () => {
    const { measurements } = await benchHost({ ...options, algorithms: ['ml-dsa-44', 'ml-kem-512'], date: '2026-11-23' as IsoDate });
    expect(measurements.map((row) => `${row.algorithm} ${row.operation}`)).toEqual([
      'ml-dsa-44 keygen',
      'ml-dsa-44 sign',
      'ml-dsa-44 verify',
      'ml-kem-512 keygen',
      'ml-kem-512 encaps',
      'ml-kem-512 decaps',
    ]);
    expect(measurements[0]).toMatchObject({
      method: 'measured-host',
      metric: 'timeUs',
      platform: 'a test',
      source: { date: '2026-11-23' },
    });
  });

  it('reports a clock that steps 1 ms a look as 1,000 µs, at least 20 times, and no 99th percentile of fewer than 100 runs', async () => {
    const { measurements } = await benchHost({ ...options, algorithms: ['ml-kem-512'] });
    for (const row of measurements) {
      expect(row).toMatchObject({ value: 1000, spread: { min: 1000, max: 1000, mean: 1000, p95: 1000 }, opsPerSecond: 1000 });
      expect(row.n).toBeGreaterThanOrEqual(20);
      expect(row.spread.p99).toBeUndefined();
    }
  });

  it('signs the whole set of messages, so that its 99th percentile and its repetitions mean something', async () => {
    const { measurements, algorithms } = await benchHost({ ...options, algorithms: ['ml-dsa-65'] });
    const sign = measurements.find((row) => row.operation === 'sign');
    expect(sign?.n).toBeGreaterThanOrEqual(SIGNING_SET);
    expect(sign?.spread.p99).toBe(1000);
    const [facts] = algorithms;
    expect(facts?.repetitions).toMatchObject({ signatures: SIGNING_SET, expected: ML_DSA['ml-dsa-65'].expectedRepetitions });
  });

  it.each(['ml-dsa-44', 'ml-dsa-65', 'ml-dsa-87'] as const)('%s: the set repeats as FIPS 204 Table 1 expects, within 1 %%', async (id) => {
    const { algorithms } = await benchHost({ ...options, algorithms: [id], timeMs: 1 });
    const { mean = 0, expected = 0 } = algorithms[0]?.repetitions ?? {};
    expect(Math.abs(mean / expected - 1)).toBeLessThan(0.01);
  });

  it('orders minimum, median, 95th percentile and maximum, and counts the rate from the mean', async () => {
    let ms = 0;
    let look = 0;
    const unsteady = (): number => {
      look += 1;
      ms += 1 + (look % 7);
      return ms;
    };
    const { measurements } = await benchHost({ ...options, now: unsteady, algorithms: ['ml-kem-512'] });
    for (const { value, spread, opsPerSecond } of measurements) {
      const { min, max, mean, p95 = Number.NaN } = spread;
      expect([min, value, p95, max]).toEqual([min, value, p95, max].sort((a, b) => a - b));
      expect(min).toBeGreaterThanOrEqual(1000);
      expect(max).toBeLessThanOrEqual(7000);
      expect(opsPerSecond).toBeCloseTo(1e6 / mean, 6);
    }
  });

  it('says that figures are of a target where this machine is one', async () => {
    const { measurements } = await benchHost({ ...options, algorithms: ['x25519'], target: 'raspberry-pi-4' });
    expect(measurements[0]).toMatchObject({ method: 'measured-board', platform: 'raspberry-pi-4, a test' });
  });

  it('times another implementation in the same run, as ratios over rounds', async () => {
    const { measurements, ratios } = await benchHost({ ...options, algorithms: ['x25519', 'x-wing'], providers: [nodeCrypto()] });
    expect(
      measurements.filter((row) => row.algorithm === 'x25519').map((row) => `${row.operation} ${row.implementation.split(' ')[0]}`),
    ).toEqual(['keygen @noble/post-quantum', 'keygen node:crypto', 'keyagree @noble/post-quantum', 'keyagree node:crypto']);
    expect(ratios.map(({ algorithm, operation, median, rounds }) => ({ algorithm, operation, median, rounds }))).toEqual([
      { algorithm: 'x25519', operation: 'keygen', median: 1, rounds: 5 },
      { algorithm: 'x25519', operation: 'keyagree', median: 1, rounds: 5 },
    ]);
  });

  it('gives no figure of an implementation whose result is wrong', async () => {
    const broken: CryptoProvider = {
      name: 'broken',
      open: () => ({
        kind: 'kem',
        keygen: () => ({
          encaps: () => ({ ciphertext: new Uint8Array(1), sharedSecret: new Uint8Array(32) }),
          decaps: () => new Uint8Array(31),
        }),
      }),
    };
    await expect(benchHost({ ...options, algorithms: ['ml-kem-512'], providers: [broken] })).rejects.toThrow(
      /broken: the last timed keygen/,
    );
  });

  it('refuses an LMS signature that does not verify, and LMS without one', async () => {
    const forged = {
      parameterSet: 'x',
      publicKey: new Uint8Array(56),
      message: new Uint8Array(),
      signature: new Uint8Array(),
      source: 'nobody',
    };
    await expect(benchHost({ ...options, algorithms: ['lms'], stateful: forged })).rejects.toThrow(/nobody does not verify/);
    await expect(benchHost({ ...options, algorithms: ['lms'] })).rejects.toMatchObject({ code: 'bad-input' });
  });

  it('tells its progress from nothing to all', async () => {
    const told: Progress[] = [];
    await benchHost({ ...options, algorithms: ['x25519', 'ed25519'], onProgress: (progress) => told.push(progress) });
    expect(told).toEqual([0, 1, 2].map((done) => ({ stage: 'measure', done, total: 2 })));
  });

  it('stops when it is cancelled', async () => {
    const controller = new AbortController();
    const run = benchHost({
      ...options,
      algorithms: ['x25519', 'ed25519'],
      signal: controller.signal,
      onProgress: ({ done }) => (done === 1 ? controller.abort() : undefined),
    });
    await expect(run).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('names the installed version of the implementation', () => {
    const path = fileURLToPath(new URL('../../node_modules/@noble/post-quantum/package.json', import.meta.url));
    const { name, version } = JSON.parse(readFileSync(path, 'utf8'));
    expect(IMPLEMENTATION).toBe(`${name} ${version}`);
  });
});

describe('what can be timed', () => {
  it('is all there is by `all`, a family by its name, and each once', () => {
    expect(toHostAlgorithms(['all'])).toEqual(HOST_ALGORITHMS);
    expect(toHostAlgorithms(['hybrid', 'X-Wing'])).toEqual(['secp256r1mlkem768', 'x25519mlkem768', 'secp384r1mlkem1024', 'x-wing']);
    expect(new Set(HOST_ALGORITHMS).size).toBe(29);
  });

  it('is refused with everything that is known', () => {
    expect(() => toHostAlgorithms(['constructor'])).toThrow(/expected one of all, ml-kem, .*, got "constructor"/);
  });

  it('comes out right for each that is quick enough for a test, run by both implementations', async () => {
    const quick = HOST_ALGORITHMS.filter((id) => id !== 'lms' && !(id.startsWith('slh-dsa') && id !== 'slh-dsa-sha2-128f'));
    const { measurements, algorithms } = await benchHost({ ...options, timeMs: 1, algorithms: quick, providers: [nodeCrypto()] });
    expect(new Set(algorithms.map(({ id }) => id))).toEqual(new Set(quick));
    expect(measurements.every(({ n, value }) => n >= 5 && value > 0)).toBe(true);
  }, 60_000);
});

describe('measureAllocation', () => {
  const operation = (run: () => void) => ({ operation: 'keygen', run, holds: () => true }) as const;

  it('is the median growth of five runs, each after a collection', () => {
    let used = 0;
    let collections = 0;
    const growth = [10, 30, 20, 50, 40];
    const bytes = measureAllocation(
      operation(() => {
        used += growth[collections - 1] ?? 0;
      }),
      { collect: () => collections++, usedBytes: () => used },
    );
    expect({ bytes, collections }).toEqual({ bytes: 30, collections: 5 });
  });

  it('is not given where the engine collected in every run', () => {
    let used = 100;
    const bytes = measureAllocation(
      operation(() => used--),
      { collect: () => undefined, usedBytes: () => used },
    );
    expect(bytes).toBeUndefined();
  });
});
