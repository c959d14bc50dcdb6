// Figures used here stand in the sources cited by the profiles: pqm4 benchmarks.csv at 90bfb63, rojinc/pqc-cortex-m0-benchmark results/raw.
// Lengths are those of FIPS 203 Table 3 and FIPS 204 Table 2. The sums are made by hand.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseTarget } from '../../src/catalog/target.ts';
import { fit as judge } from '../../src/cost/fit.ts';
import { FIT_OPERATIONS } from '../../src/cost/operations.ts';
import type { FitCell, FitResource } from '../../src/model/assessment.ts';
import type { Measurement } from '../../src/model/measurement.ts';
import type { Budget } from '../../src/model/product.ts';
import type { TargetProfile } from '../../src/model/target.ts';
import { ML_DSA, ML_KEM } from '../../src/pqc/parameter-sets.ts';

function readTarget(id: string): TargetProfile {
  return parseTarget(readFileSync(new URL(`../../profiles/targets/${id}.json`, import.meta.url), 'utf8'), `${id}.json`);
}

function findCell(profile: TargetProfile, budget: Budget, asked: string, resource: FitResource): FitCell {
  const row = judge([{ profile, budget }]).find((each) => `${each.algorithm} ${each.operation}` === asked);
  const cell = row?.cells.find((each) => each.resource === resource);
  if (cell === undefined) throw new Error(`no ${resource} of ${asked}`);
  return cell;
}

function withMeasurements(id: string, measurements: readonly Measurement[]): TargetProfile {
  return { ...readTarget(id), measurements };
}

const FIGURE: Measurement = {
  algorithm: 'ml-kem-512',
  operation: 'decaps',
  metric: 'stackBytes',
  value: 10_000,
  method: 'published',
  platform: 'some board',
  implementation: 'some build',
  source: { title: 'a test' },
};

describe('RAM', () => {
  it('is the stack and the buffers: ML-KEM-768 decapsulation needs 14480 + 2400 + 1088 + 32 bytes', () => {
    const cell = findCell(readTarget('nrf52840dk'), {}, 'ml-kem-768 decaps', 'ram');
    expect(cell).toMatchObject({ need: 18_000, budget: 262_144, unit: 'bytes', verdict: 'fits' });
    expect(cell.basis).toMatchObject({ platform: 'stm32l4r5zi @ 24 MHz', implementation: 'pqm4 clean', metric: 'stackBytes' });
  });

  it('is tight where only a build tuned by hand stays within the budget, and names that build', () => {
    const cell = findCell(readTarget('nrf52840dk'), { ramBytes: 16_384 }, 'ml-kem-768 decaps', 'ram');
    expect(cell).toMatchObject({ need: 9972, verdict: 'tight' });
    expect(cell.basis?.implementation).toBe('pqm4 m4fspeed');
  });

  it('exceeds only where the smallest known stack exceeds: 2844 + 3520 bytes against 6000', () => {
    const cell = findCell(readTarget('nrf52840dk'), { ramBytes: 6000 }, 'ml-kem-768 decaps', 'ram');
    expect(cell).toMatchObject({ need: 6364, verdict: 'exceeds' });
    expect(cell.basis?.implementation).toBe('pqm4 m4fstack');
  });

  it('of 36 KiB takes no ML-DSA-44 verification by PQClean: 36072 + 1312 + 2420 bytes', () => {
    const cell = findCell(readTarget('stm32g071'), {}, 'ml-dsa-44 verify', 'ram');
    expect(cell).toMatchObject({ need: 39_804, budget: 36_864, verdict: 'exceeds' });
    expect(cell.basis?.note).toContain('not written for a small stack');
  });

  it('asks the stack alone where a stack is declared', () => {
    const target = readTarget('stm32l4r5zi');
    expect(findCell(target, { stackBytes: 32_768 }, 'ml-kem-768 decaps', 'stack')).toMatchObject({
      need: 14_480,
      budget: 32_768,
      verdict: 'fits',
    });
    expect(judge([{ profile: target, budget: {} }])[0]?.cells.map((cell) => cell.resource)).toEqual(['flash', 'ram', 'time']);
  });
});

describe('time', () => {
  it('is cycles over this clock, and says that it is scaled: 1387984 cycles at 64 MHz', () => {
    const cell = findCell(readTarget('nrf52840dk'), { handshakeMs: 40 }, 'ml-kem-768 decaps', 'time');
    expect(cell).toMatchObject({ need: 21_687, budget: 40_000, unit: 'us', verdict: 'fits' });
    expect(cell.basis?.scaled).toBe(true);
  });

  it('is not called scaled where it was measured at this clock', () => {
    const cell = findCell(readTarget('rp2040-pico'), {}, 'ml-kem-512 keygen', 'time');
    expect(cell).toMatchObject({ need: 9945, verdict: 'indeterminate' });
    expect(cell.basis?.scaled).toBeUndefined();
  });

  it('moves between boards of one core by the clock: 9945 µs at 133 MHz are 20667 µs at 64 MHz', () => {
    const cell = findCell(readTarget('stm32g071'), {}, 'ml-kem-512 keygen', 'time');
    expect(cell.need).toBe(20_667);
    expect(cell.basis).toMatchObject({ scaled: true, platform: 'rp2040 @ 133 MHz' });
  });

  it('is never taken from another core', () => {
    const onM4 = { ...FIGURE, metric: 'cycles', value: 1_000_000, core: 'Cortex-M4F' } as const;
    expect(findCell(withMeasurements('stm32h563', [onM4]), {}, 'ml-kem-512 decaps', 'time').need).toBeUndefined();
  });

  it('without a budget is the need alone, and no verdict', () => {
    const cell = findCell(readTarget('stm32l4r5zi'), {}, 'ml-dsa-65 verify', 'time');
    expect(cell).toMatchObject({ need: 28_144, verdict: 'indeterminate' });
    expect(cell.budget).toBeUndefined();
  });

  it.each([
    [50, 'fits', 'pqm4 clean'], // 28144 µs of 50000
    [30, 'tight', 'pqm4 clean'],
    [25, 'tight', 'pqm4 m4f'], // 2415944 cycles at 120 MHz are 20133 µs
    [10, 'exceeds', 'pqm4 m4f'],
  ])('of ML-DSA-65 verification at boot within %i ms: %s by %s', (bootMs, verdict, implementation) => {
    const cell = findCell(readTarget('stm32l4r5zi'), { bootMs }, 'ml-dsa-65 verify', 'time');
    expect(cell).toMatchObject({ verdict, basis: { implementation } });
  });

  it('asks the boot budget of verification alone', () => {
    expect(findCell(readTarget('stm32l4r5zi'), { bootMs: 1 }, 'ml-dsa-65 sign', 'time').budget).toBeUndefined();
    expect(findCell(readTarget('stm32l4r5zi'), { bootMs: 300, handshakeMs: 200 }, 'ml-dsa-65 verify', 'time').budget).toBe(200_000);
  });
});

describe('flash', () => {
  it('says that Keccak is not counted', () => {
    const cell = findCell(readTarget('stm32l4r5zi'), { flashBytes: 10_000 }, 'ml-kem-768 encaps', 'flash');
    expect(cell).toMatchObject({ need: 5120, verdict: 'fits' });
    expect(cell.basis?.note).toContain('Keccak');
  });

  it('of Armv8-M is that of Armv7E-M code, and names the board', () => {
    const cell = findCell(readTarget('stm32h563'), {}, 'ml-kem-768 encaps', 'flash');
    expect(cell).toMatchObject({ need: 5120, basis: { platform: 'stm32l4r5zi @ 24 MHz' } });
    expect(cell.basis?.note).toContain('Armv7E-M');
  });
});

describe('a row', () => {
  it('stands on one build', () => {
    const rows = judge(
      ['stm32l4r5zi', 'nrf52840dk', 'stm32h753'].map((id) => ({
        profile: readTarget(id),
        budget: { ramBytes: 12_000, flashBytes: 30_000 },
      })),
    );
    for (const row of rows) expect(new Set(row.cells.flatMap((cell) => cell.basis?.implementation ?? [])).size).toBeLessThanOrEqual(1);
  });

  it('stands on the own board where the own board was measured, whatever the build is called', () => {
    const own = { ...FIGURE, method: 'measured-board', value: 5000, build: 'stack', implementation: 'ours' } as const;
    const cell = findCell(withMeasurements('nrf52840dk', [FIGURE, own]), { stackBytes: 10_000 }, 'ml-kem-512 decaps', 'stack');
    expect(cell).toMatchObject({ need: 5000, verdict: 'fits', basis: { method: 'measured-board', implementation: 'ours' } });
  });

  it('never stands on a doubtful figure or on one of this machine', () => {
    const doubtful = { ...FIGURE, build: 'doubtful' } as const;
    const host = { ...FIGURE, method: 'measured-host' } as const;
    expect(findCell(withMeasurements('nrf52840dk', [doubtful, host]), {}, 'ml-kem-512 decaps', 'ram')).toEqual({
      resource: 'ram',
      verdict: 'indeterminate',
      budget: 262_144,
      unit: 'bytes',
    });
  });

  it('of a target with nothing but doubtful or round-3 figures is indeterminate throughout', () => {
    const rows = judge(
      ['esp32', 'esp32s3', 'esp32c3', 'stm32f207zg'].map((id) => ({ profile: readTarget(id), budget: { handshakeMs: 1000 } })),
    );
    expect(new Set(rows.flatMap((row) => row.cells.map((cell) => cell.verdict)))).toEqual(new Set(['indeterminate']));
  });
});

describe('the table', () => {
  it('has a row for each of the 18 operations of each target, in the order asked', () => {
    const rows = judge(['stm32f407', 'esp32'].map((id) => ({ profile: readTarget(id), budget: {} })));
    expect(rows.map((row) => row.target)).toEqual([...Array(18).fill('stm32f407'), ...Array(18).fill('esp32')]);
  });

  it('decides RAM and flash for at least five targets', () => {
    const ids = readdirSync(new URL('../../profiles/targets', import.meta.url)).map((name) => name.replace('.json', ''));
    const decided = ids.filter((id) =>
      judge([{ profile: readTarget(id), budget: {} }]).every((row) =>
        row.cells.every((cell) => cell.resource === 'time' || cell.verdict !== 'indeterminate'),
      ),
    );
    expect(decided.length).toBeGreaterThanOrEqual(5);
  });

  it('counts the buffers that FIPS 203 and FIPS 204 give', () => {
    const bytes = new Map(FIT_OPERATIONS.map((each) => [`${each.algorithm} ${each.operation}`, each.bufferBytes]));
    for (const [id, set] of Object.entries(ML_KEM)) {
      expect(bytes.get(`${id} decaps`)).toBe(set.decapsulationKeyBytes + set.ciphertextBytes + set.sharedSecretBytes);
      expect(bytes.get(`${id} encaps`)).toBe(set.encapsulationKeyBytes + set.ciphertextBytes + set.sharedSecretBytes);
      expect(bytes.get(`${id} keygen`)).toBe(set.encapsulationKeyBytes + set.decapsulationKeyBytes);
    }
    for (const [id, set] of Object.entries(ML_DSA)) {
      expect(bytes.get(`${id} verify`)).toBe(set.publicKeyBytes + set.signatureBytes);
      expect(bytes.get(`${id} sign`)).toBe(set.privateKeyBytes + set.signatureBytes);
      expect(bytes.get(`${id} keygen`)).toBe(set.publicKeyBytes + set.privateKeyBytes);
    }
  });
});
