import { describe, expect, it } from 'vitest';
import { addDays, addYears, dayOf, daysBetween } from '../../src/assess/dates.ts';
import type { IsoDate, IsoDateTime } from '../../src/model/evidence.ts';

const date = (written: string): IsoDate => written as IsoDate;

// Worked out with Python: (date.fromisoformat(to) - date.fromisoformat(since)).days
const DAYS: readonly (readonly [since: string, to: string, days: number])[] = [
  ['2033-06-30', '2031-12-31', -547],
  ['2041-06-30', '2035-12-31', -2008],
  ['2034-06-30', '2031-12-31', -912],
  ['2026-11-23', '2030-12-31', 1499],
  ['2026-11-23', '2033-12-31', 2595],
  ['2023-12-31', '2026-11-23', 1058],
  ['2035-12-31', '2026-11-23', -3325],
  ['2026-11-23', '2026-11-23', 0],
  ['2028-02-28', '2028-03-01', 2],
  ['2027-02-28', '2027-03-01', 1],
  ['2100-02-28', '2100-03-01', 1],
  ['2000-02-28', '2000-03-01', 2],
  ['2026-03-28', '2026-03-30', 2],
  ['2026-10-24', '2026-10-26', 2],
  ['1999-12-31', '2000-01-01', 1],
];

describe('days between dates', () => {
  it.each(DAYS)('from %s to %s: %i', (since, to, days) => {
    expect(daysBetween(date(since), date(to))).toBe(days);
  });

  it('adds days back to the date it started from, over leap years and changes of clock', () => {
    for (const [since, to, days] of DAYS) expect(addDays(date(since), days)).toBe(to);
  });

  it('counts a roll-out back from the last day of a policy', () => {
    expect(addDays(date('2035-12-31'), -180)).toBe('2035-07-04');
    expect(addDays(date('2031-12-31'), -180)).toBe('2031-07-04');
    expect(addDays(date('2033-06-30'), -180)).toBe('2033-01-01');
  });
});

describe('years added to a date', () => {
  it.each([
    ['2028-06-30', 13, '2041-06-30'],
    ['2028-02-29', 1, '2029-02-28'],
    ['2028-02-29', 4, '2032-02-29'],
    ['2026-11-23', 0, '2026-11-23'],
    ['2026-11-30', 0.25, '2027-02-28'],
    ['2026-12-31', 0.5, '2027-06-30'],
    ['2026-01-31', 1.5, '2027-07-31'],
  ])('%s and %d years is %s', (from, years, to) => {
    expect(addYears(date(from), years)).toBe(to);
  });
});

describe('the ends of the calendar', () => {
  it('takes the day of a moment in UTC', () => {
    expect(dayOf('2045-02-28T23:59:59Z' as IsoDateTime)).toBe('2045-02-28');
  });

  it('holds what lies beyond four digits of year at their ends', () => {
    expect(addYears(date('2026-11-23'), 1e12)).toBe('9999-12-23');
    expect(addDays(date('9999-12-31'), 1)).toBe('9999-12-31');
    expect(addDays(date('0000-01-01'), -1)).toBe('0000-01-01');
  });
});
