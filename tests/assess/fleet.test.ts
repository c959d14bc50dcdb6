import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/assess/dates.ts';
import { findUnitDates } from '../../src/assess/fleet.ts';
import type { IsoDate } from '../../src/model/evidence.ts';
import { assessed, called, productOf, use } from './given.ts';

const P256 = use('ecdsa', { curve: 'secp256r1' }, { functions: ['verify'] });

const RUNS = {
  units: {
    placedFrom: '2024-01-01',
    placedTo: '2027-12-31',
    count: 300,
    batches: [
      { name: 'first run', placedFrom: '2024-01-01', placedTo: '2024-12-31', count: 100, supportEnds: '2030-12-31', fieldLifeYears: 5 },
      { name: 'second run', placedFrom: '2027-01-01', placedTo: '2027-12-31', count: 200 },
    ],
  },
  supportEnds: '2033-12-31',
  fieldLifeYears: 12,
  markets: ['eu'],
};

describe('units by batch', () => {
  const { outlook, sunsets } = assessed([called('boot', P256)], { product: productOf(RUNS) });

  it('have the support and the field life of their batch', () => {
    expect(outlook.units?.cohorts.map(({ id, units, supportEnds, fieldEnds }) => [id, units, supportEnds, fieldEnds?.last])).toEqual([
      ['first run, 2024', 100, '2030-12-31', '2029-12-31'],
      ['second run, 2027', 200, '2033-12-31', '2039-12-31'],
    ]);
  });

  // BSI TR-02102-1: 2035-12-31 for ECDSA. The first run is out of the field by then, the second is not.
  it('outlive a day or not, each for itself', () => {
    const [sunset] = outlook.units?.sunsets ?? [];
    expect(sunset).toMatchObject({ sunset: '2035-12-31', need: 'field', roles: ['boot'], decides: true, past: { past: 200, of: 300 } });
    expect(sunset?.cohorts.map(({ past }) => past.past)).toEqual([0, 200]);
  });

  it('are compared in the row of a mechanism by the unit that is there longest', () => {
    expect(sunsets.find(({ policy }) => policy === 'bsi-tr-02102')?.comparedWith).toEqual({ what: 'field-end', date: '2039-12-31' });
  });
});

describe('cohorts', () => {
  const day = fc.integer({ min: 0, max: 9000 }).map((days) => addDays('2015-01-01' as IsoDate, days));
  const rows = assessed([called('boot', P256)], { product: productOf({ markets: ['eu'] }) }).sunsets;

  it('add up to the units and to the days of placing, whatever the dates', () => {
    const years = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 6000 }), fc.integer({ min: 1, max: 10_000_000 }), years, (from, days, count, life) => {
        const product = productOf({ units: { placedFrom: from, placedTo: addDays(from, days), count }, fieldLifeYears: life });
        const dates = findUnitDates(product, rows);
        const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
        expect(sum(dates?.cohorts.map((each) => each.days) ?? [])).toBe(days + 1);
        expect(sum(dates?.cohorts.map((each) => each.units ?? 0) ?? [])).toBe(count);
        for (const { past } of dates?.sunsets ?? []) expect(past.past).toBeLessThanOrEqual(past.of);
      }),
      { numRuns: 60 },
    );
  });

  it('are one where a batch spans more years than anybody sells', () => {
    const product = productOf({ units: { placedFrom: '1000-01-01', placedTo: '9999-01-01' }, fieldLifeYears: 1 });
    expect(findUnitDates(product, rows)?.cohorts).toHaveLength(1);
  });

  it('are none without units or without a day to compare', () => {
    expect(findUnitDates(productOf({ fieldLifeYears: 3 }), rows)).toBeUndefined();
    expect(findUnitDates(productOf({ units: { placedFrom: '2026-01-01', placedTo: '2027-01-01' } }), rows)).toBeUndefined();
    expect(findUnitDates(undefined, rows)).toBeUndefined();
  });
});
