import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseProjectionCalibration } from '../../src/catalog/projection-calibration.ts';
import { parseTarget } from '../../src/catalog/target.ts';
import { project } from '../../src/cost/projection.ts';
import { summariseUnit } from '../../src/cost/projection-prior.ts';
import { tune } from '../../src/cost/projection-trial.ts';
import { PROJECTION_TUNING } from '../../src/cost/projection-tuning.ts';
import { toUnits } from '../../src/cost/projection-units.ts';
import { type LatticeScheme, workOf } from '../../src/cost/work.ts';
import type { Operation } from '../../src/model/measurement.ts';
import type { Anchors, ProjectedOperation, Projection } from '../../src/model/projection.ts';
import type { TargetProfile } from '../../src/model/target.ts';

const PROFILES = new URL('../../profiles/', import.meta.url);
const calibrationText = readFileSync(new URL('calibration/projection.json', PROFILES), 'utf8');
const calibration = parseProjectionCalibration(calibrationText, 'projection.json');
const readTarget = (id: string): TargetProfile => parseTarget(readFileSync(new URL(`targets/${id}.json`, PROFILES), 'utf8'), `${id}.json`);
const nrf52840 = readTarget('nrf52840dk');
const esp32 = readTarget('esp32');

/** What a board would take whose costs are exactly these, for 1.4 times the Keccak of pqm4's board and a C implementation. */
const TRUTH = { keccak: 31_000, ntt: 70_000, product: 15_000 };

function truth(scheme: LatticeScheme, operation: Operation): number {
  const work = workOf({ scheme, operation });
  if (work === undefined) throw new Error(`${scheme} has no ${operation}`);
  return Math.round(work.keccak * TRUTH.keccak + work.ntt * TRUTH.ntt + work.products * TRUTH.product);
}

const ANCHORS: Anchors = {
  schemaVersion: 1,
  board: 'nrf52840dk',
  clockHz: 64_000_000,
  implementation: 'PQClean',
  variant: 'clean',
  compiler: 'gcc 13.2',
  flags: '-O2',
  rows: [],
};

function anchorsOf(...asked: readonly (readonly [LatticeScheme, Operation])[]): Anchors {
  return { ...ANCHORS, rows: asked.map(([algorithm, operation]) => ({ algorithm, operation, cycles: truth(algorithm, operation) })) };
}

function find(projection: Projection, algorithm: string, operation: Operation): ProjectedOperation {
  const found = projection.operations.find((each) => each.algorithm === algorithm && each.operation === operation);
  if (found === undefined) throw new Error(`${algorithm} ${operation} was not projected`);
  return found;
}

const width = ({ lowCycles, highCycles }: ProjectedOperation): number => highCycles / lowCycles;

describe('project', () => {
  it('with four anchors meets a board whose costs are those of the vector within 5 %', () => {
    const anchors = anchorsOf(['ml-kem-768', 'keygen'], ['ml-kem-768', 'decaps'], ['ml-dsa-65', 'keygen'], ['ml-dsa-65', 'verify']);
    const projection = project({ target: nrf52840, anchors }, calibration);
    expect(projection.tier).toBe('A');
    for (const [scheme, operation] of [
      ['ml-kem-512', 'encaps'],
      ['ml-kem-1024', 'decaps'],
      ['ml-dsa-44', 'verify'],
      ['ml-dsa-87', 'keygen'],
    ] as const) {
      const { cycles = 0 } = find(projection, scheme, operation);
      expect(Math.abs(cycles / truth(scheme, operation) - 1), `${scheme} ${operation}`).toBeLessThan(0.05);
    }
  });

  it('says less with less: intervals widen and the tier falls', () => {
    const four = project(
      {
        target: nrf52840,
        anchors: anchorsOf(['ml-kem-768', 'keygen'], ['ml-kem-768', 'decaps'], ['ml-dsa-65', 'keygen'], ['ml-dsa-65', 'verify']),
      },
      calibration,
    );
    const one = project({ target: nrf52840, anchors: anchorsOf(['ml-kem-768', 'decaps']) }, calibration);
    const none = project({ target: nrf52840, class: 'c' }, calibration);
    expect([four.tier, one.tier, none.tier]).toEqual(['A', 'B', 'C']);
    const widths = [four, one, none].map((each) => width(find(each, 'ml-dsa-87', 'verify')));
    expect(widths[0]).toBeLessThan(widths[1] ?? 0);
    expect(widths[1]).toBeLessThan(widths[2] ?? 0);
  });

  it('gives no figure where the core was never seen: tier D is an interval', () => {
    const projection = project({ target: readTarget('nrf5340dk'), class: 'c' }, calibration);
    expect(projection.tier).toBe('D');
    expect(projection.operations).toHaveLength(18);
    expect(projection.operations.every(({ cycles, timeUs }) => cycles === undefined && timeUs?.value === undefined)).toBe(true);
  });

  it('does not project what was measured', () => {
    const projection = project({ target: nrf52840, anchors: anchorsOf(['ml-kem-768', 'decaps']) }, calibration);
    expect(projection.operations).toHaveLength(17);
    expect(() => find(projection, 'ml-kem-768', 'decaps')).toThrow();
  });

  it('time is cycles at the clock of the anchors', () => {
    const { cycles = 0, timeUs } = find(
      project({ target: nrf52840, anchors: anchorsOf(['ml-kem-768', 'decaps']) }, calibration),
      'ml-kem-512',
      'keygen',
    );
    expect(timeUs?.value).toBe(Math.round(cycles / 64));
  });

  it('takes microseconds as cycles at the clock', () => {
    const inCycles = anchorsOf(['ml-kem-768', 'decaps']);
    const inTime: Anchors = {
      ...ANCHORS,
      rows: [{ algorithm: 'ml-kem-768', operation: 'decaps', timeUs: truth('ml-kem-768', 'decaps') / 64 }],
    };
    expect(project({ target: nrf52840, anchors: inTime }, calibration)).toEqual(
      project({ target: nrf52840, anchors: inCycles }, calibration),
    );
  });

  it('two probes are tier A, one is tier B, and both narrow what is known', () => {
    const none = project({ target: nrf52840, anchors: { ...ANCHORS, rows: [] } }, calibration);
    const one = project({ target: nrf52840, anchors: { ...ANCHORS, probes: { keccakCycles: 27_000 } } }, calibration);
    const two = project(
      { target: nrf52840, anchors: { ...ANCHORS, probes: { keccakCycles: 27_000, mlKemNttCycles: 45_000, mlDsaNttCycles: 45_000 } } },
      calibration,
    );
    expect([none.tier, one.tier, two.tier]).toEqual(['C', 'B', 'A']);
    const widths = [none, one, two].map((each) => width(find(each, 'ml-kem-768', 'encaps')));
    expect(widths[1]).toBeLessThan(widths[0] ?? 0);
    expect(widths[2]).toBeLessThan(widths[1] ?? 0);
  });

  it('never throws, whatever plausible figures the anchors hold', () => {
    const scheme = fc.constantFrom('ml-kem-512' as const, 'ml-kem-1024' as const, 'ml-dsa-44' as const, 'ml-dsa-87' as const);
    const operation = fc.constantFrom<Operation>('keygen', 'encaps', 'decaps', 'sign', 'verify', 'digest');
    const row = fc.record({ algorithm: scheme, operation, cycles: fc.double({ min: 1e-3, max: 1e15, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
        const { operations } = project({ target: nrf52840, anchors: { ...ANCHORS, rows } }, calibration);
        for (const { lowCycles, highCycles } of operations) expect(lowCycles).toBeLessThanOrEqual(highCycles);
      }),
      { numRuns: 6 },
    );
  });
});

describe('what is refused', () => {
  const codes = (projection: Projection): readonly string[] => projection.refusals.map(({ code }) => code);

  it('Xtensa without an anchor', () => {
    const projection = project({ target: esp32, class: 'c' }, calibration);
    expect(projection.operations).toEqual([]);
    expect(codes(projection)).toContain('xtensa-without-anchor');
  });

  it('but not with one', () => {
    const anchors = { ...anchorsOf(['ml-kem-768', 'encaps']), board: 'esp32', clockHz: 240_000_000 };
    expect(project({ target: esp32, anchors }, calibration).operations).toHaveLength(17);
  });

  it('round 3, as a revision and as an algorithm', () => {
    const file = project({ target: nrf52840, anchors: { ...anchorsOf(['ml-kem-768', 'encaps']), revision: 'round-3' } }, calibration);
    expect([file.anchors, codes(file)[0]]).toEqual([0, 'round-3']);
    const row = project(
      { target: nrf52840, anchors: { ...ANCHORS, rows: [{ algorithm: 'kyber', operation: 'encaps', cycles: 1e6 }] } },
      calibration,
    );
    expect([row.anchors, codes(row)[0]]).toEqual([0, 'round-3']);
  });

  it('signing with a spread under 0.1 %: one message, one path', () => {
    const sign = { algorithm: 'ml-dsa-65', operation: 'sign', cycles: 20_000_000, samples: 100 } as const;
    const fixed = project(
      { target: nrf52840, anchors: { ...ANCHORS, rows: [{ ...sign, minCycles: 19_999_000, maxCycles: 20_001_000 }] } },
      calibration,
    );
    expect([fixed.anchors, codes(fixed)[0]]).toEqual([0, 'fixed-message']);
    const spread = project(
      { target: nrf52840, anchors: { ...ANCHORS, rows: [{ ...sign, minCycles: 8_000_000, maxCycles: 90_000_000 }] } },
      calibration,
    );
    expect(spread.anchors).toBe(1);
  });

  it('a p99 of signing from fewer than 100 signatures', () => {
    const signed = (samples: number): Projection =>
      project(
        {
          target: nrf52840,
          anchors: { ...ANCHORS, rows: [{ algorithm: 'ml-dsa-65', operation: 'sign', cycles: truth('ml-dsa-65', 'sign'), samples }] },
        },
        calibration,
      );
    expect(find(signed(99), 'ml-dsa-44', 'sign').p99).toBeUndefined();
    expect(codes(signed(99))).toContain('p99-from-few-signatures');
    const { p99, cycles = 0 } = find(signed(100), 'ml-dsa-44', 'sign');
    // 18 attempts of 4.25 expected, less what happens once
    expect((p99?.cycles ?? 0) / cycles).toBeGreaterThan(3);
    expect((p99?.cycles ?? 0) / cycles).toBeLessThan(18 / 4.25);
  });

  it('an impossible figure, and points at an implausible one', () => {
    const small = project(
      { target: nrf52840, anchors: { ...ANCHORS, rows: [{ algorithm: 'ml-kem-768', operation: 'encaps', cycles: 12 }] } },
      calibration,
    );
    expect([small.anchors, codes(small)[0]]).toEqual([0, 'impossible-figure']);
    const slow = { algorithm: 'ml-kem-768', operation: 'encaps', cycles: 26 * truth('ml-kem-768', 'encaps') } as const;
    const pointed = project({ target: nrf52840, anchors: { ...ANCHORS, rows: [slow] } }, calibration);
    expect([pointed.anchors, codes(pointed)]).toEqual([1, expect.arrayContaining(['implausible-anchor'])]);
    expect(codes(project({ target: nrf52840, anchors: anchorsOf(['ml-kem-768', 'encaps']) }, calibration))).not.toContain(
      'implausible-anchor',
    );
  });

  it('an operation that the scheme does not have', () => {
    const anchors = { ...ANCHORS, rows: [{ algorithm: 'ml-kem-768', operation: 'sign', cycles: 1e6 } as const] };
    expect(codes(project({ target: nrf52840, anchors }, calibration))).toContain('operation-without-work-vector');
  });
});

describe('the shipped calibration', () => {
  const units = calibration.groups.flatMap(toUnits);

  it('cites each group, and carries nothing of a workshop', () => {
    for (const { board, source } of calibration.groups) expect([source.title, source.locator, source.url], board).not.toContain(undefined);
    expect(calibrationText).not.toMatch(/\/work\/|\.\.\/shared|\/tmp\/|stored file id/);
    expect(calibration.notices.join()).toContain('MIT License');
  });

  it('has the figures of its sources', () => {
    const clean = calibration.groups.find(({ implementation, variant }) => implementation === 'pqm4' && variant === 'clean');
    expect(clean?.rows.find(({ scheme, operation }) => scheme === 'ml-kem-768' && operation === 'decaps')?.cycles).toBe(1_387_984);
  });

  it('chooses the form and the intervals that are shipped', () => {
    const { form, stretch } = tune(units.map(summariseUnit));
    expect(form.name).toBe(PROJECTION_TUNING.form.name);
    for (const kind of ['coreKnown', 'coreUnseen'] as const)
      stretch[kind].forEach((value, index) => {
        expect(value).toBeCloseTo(PROJECTION_TUNING.stretch[kind][index] ?? 0, 2);
      });
  }, 240_000);
});
