import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { benchHost } from '../../src/measure/host.ts';
import { timedOperations } from '../../src/measure/host-operations.ts';
import type { IsoDate } from '../../src/model/evidence.ts';
import type { Progress } from '../../src/model/world.ts';
import { IMPLEMENTATION } from '../../src/pqc/implementation.ts';
import { ML_DSA_IDS, ML_KEM_IDS } from '../../src/pqc/parameter-sets.ts';

/** Each look at the clock is one millisecond after the last. */
function steppingClock(): () => number {
  let ms = 0;
  return () => ms++;
}

const options = { platform: 'a test', timeMs: 5, now: steppingClock() };

describe('benchHost', () => {
  it('gives one row for each operation, in the order given, with how it was measured', async () => {
    const rows = await benchHost({ ...options, algorithms: ['ml-dsa-44', 'ml-kem-512'], date: '2026-11-23' as IsoDate });
    expect(rows.map((row) => `${row.algorithm} ${row.operation}`)).toEqual([
      'ml-dsa-44 keygen',
      'ml-dsa-44 sign',
      'ml-dsa-44 verify',
      'ml-kem-512 keygen',
      'ml-kem-512 encaps',
      'ml-kem-512 decaps',
    ]);
    expect(rows[0]).toMatchObject({ method: 'measured-host', metric: 'timeUs', platform: 'a test', source: { date: '2026-11-23' } });
  });

  it('reports a clock that steps 1 ms a look as 1,000 µs, at least 20 times', async () => {
    const rows = await benchHost({ ...options, algorithms: ['ml-kem-512'] });
    for (const row of rows) {
      expect(row).toMatchObject({ value: 1000, spread: { min: 1000, max: 1000, p95: 1000 }, opsPerSecond: 1000 });
      expect(row.n).toBeGreaterThanOrEqual(20);
    }
  });

  it('orders minimum, median, 95th percentile and maximum, and counts rate from the whole time', async () => {
    let ms = 0;
    let look = 0;
    const unsteady = (): number => {
      look += 1;
      ms += 1 + (look % 7);
      return ms;
    };
    const [row] = await benchHost({ ...options, now: unsteady, algorithms: ['ml-kem-512'] });
    const { value = 0, spread, opsPerSecond = 0 } = row ?? {};
    expect([spread?.min, value, spread?.p95, spread?.max]).toEqual(
      [spread?.min, value, spread?.p95, spread?.max].sort((a = 0, b = 0) => a - b),
    );
    expect(spread?.min).toBeGreaterThanOrEqual(1000);
    expect(spread?.max).toBeLessThanOrEqual(7000);
    expect(opsPerSecond).toBeGreaterThan(1e6 / 7000);
    expect(opsPerSecond).toBeLessThan(1e6 / 1000);
  });

  it('tells its progress from nothing to all', async () => {
    const told: Progress[] = [];
    await benchHost({ ...options, algorithms: ['ml-kem-512'], onProgress: (progress) => told.push(progress) });
    expect(told).toEqual([0, 1, 2, 3].map((done) => ({ stage: 'measure', done, total: 3 })));
  });

  it('stops between two operations when it is cancelled', async () => {
    const controller = new AbortController();
    const run = benchHost({
      ...options,
      algorithms: ['ml-kem-512'],
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

describe('timed operations', () => {
  it.each([...ML_KEM_IDS, ...ML_DSA_IDS])('%s: what each leaves behind is right, run after run', (id) => {
    for (const operation of timedOperations(id)) {
      for (let run = 0; run < 3; run++) {
        operation.run();
        expect(operation.holds()).toBe(true);
      }
    }
  });
});
