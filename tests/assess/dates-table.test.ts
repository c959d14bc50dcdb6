// Thirty cases of dates with the days that Python works out for them, by going through every day of placing and of sending:
//
//   from datetime import date, timedelta; from math import floor; import calendar
//   def add_years(d, years):                       # whole months; a day that the month lacks becomes its last one
//       y, m = divmod(d.year * 12 + d.month - 1 + floor(years * 12 + .5), 12)
//       return date(y, m + 1, min(d.day, calendar.monthrange(y, m + 1)[1]))
//   need(p) = max(support end, add_years(p, field life) in a role that units verify with)
//   first, last = (sunset - need(placedFrom)).days, (sunset - need(placedTo)).days
//   past in a calendar year = round(units of the year * days p with need(p) > sunset / days of the year), units evenly by day
//   moveBy = the last day t with add_years(t, secrecy) <= scenario; exposed = days t from placing to yesterday past it

import { describe, expect, it } from 'vitest';
import { findUnitDates } from '../../src/assess/fleet.ts';
import { findNeed } from '../../src/assess/need.ts';
import type { SunsetRow } from '../../src/model/assessment.ts';
import type { IsoDate, Role } from '../../src/model/evidence.ts';
import type { AssetId } from '../../src/model/inventory.ts';
import { assessed, called, productOf, use } from './given.ts';

interface UnitCase {
  readonly placed: readonly [from: string, to: string];
  readonly count?: number;
  readonly support?: string;
  readonly life?: number;
  readonly role: Role;
  readonly sunset: string;
  /** days of the first and of the last unit, units or days past, of how many */
  readonly expected: readonly [first: number, last: number, past: number, of: number];
}

const LOCK = { placed: ['2026-03-01', '2031-12-31'], count: 80_000, support: '2037-12-31', life: 15 } as const;
const METER = { placed: ['2025-03-01', '2028-06-30'], count: 61_400, support: '2033-06-30', life: 13 } as const;
const LEAP_DAY = { placed: ['2024-02-29', '2024-02-29'], count: 1, support: '2029-02-28' } as const;
const DECADE = { placed: ['2020-01-01', '2029-12-31'], count: 1_000_000 } as const;
const SENSOR = { placed: ['2026-11-24', '2029-11-24'], count: 5_000 } as const;

const UNITS: readonly UnitCase[] = [
  { ...LOCK, role: 'boot', sunset: '2035-12-31', expected: [-1887, -4018, 80_000, 80_000] },
  { ...LOCK, role: 'transport', sunset: '2031-12-31', expected: [-2192, -2192, 80_000, 80_000] },
  { ...LOCK, role: 'storage', sunset: '2035-12-31', expected: [-731, -731, 80_000, 80_000] },
  { ...METER, role: 'update', sunset: '2035-12-31', expected: [-791, -2008, 61_400, 61_400] },
  { ...METER, role: 'transport', sunset: '2031-12-31', expected: [-547, -547, 61_400, 61_400] },
  {
    placed: ['2024-01-01', '2024-12-31'],
    count: 366,
    support: '2029-12-31',
    life: 10,
    role: 'boot',
    sunset: '2034-06-30',
    expected: [180, -184, 184, 366],
  },
  {
    placed: ['2024-01-01', '2024-12-31'],
    support: '2029-12-31',
    life: 10,
    role: 'boot',
    sunset: '2034-06-30',
    expected: [180, -184, 184, 366],
  },
  { ...LEAP_DAY, life: 7, role: 'boot', sunset: '2031-02-28', expected: [0, 0, 0, 1] },
  { ...LEAP_DAY, life: 7, role: 'boot', sunset: '2031-02-27', expected: [-1, -1, 1, 1] },
  { ...LEAP_DAY, life: 8, role: 'boot', sunset: '2032-02-29', expected: [0, 0, 0, 1] },
  { ...DECADE, support: '2034-12-31', life: 6, role: 'update', sunset: '2030-12-31', expected: [-1461, -1826, 1_000_000, 1_000_000] },
  { ...DECADE, life: 6, role: 'update', sunset: '2030-12-31', expected: [1825, -1826, 499_863, 1_000_000] },
  { ...DECADE, life: 6.5, role: 'device-identity', sunset: '2033-12-31', expected: [2740, -912, 250_479, 1_000_000] },
  { placed: ['2020-01-01', '2029-12-31'], life: 4, role: 'boot', sunset: '2030-12-31', expected: [2556, -1096, 1096, 3653] },
  { ...SENSOR, support: '2031-11-24', life: 0, role: 'boot', sunset: '2030-12-31', expected: [-328, -328, 5000, 5000] },
  { ...SENSOR, support: '2030-12-31', life: 1, role: 'boot', sunset: '2030-12-31', expected: [0, 0, 0, 5000] },
  { ...SENSOR, support: '2030-12-31', life: 1.25, role: 'boot', sunset: '2030-12-31', expected: [0, -55, 251, 5000] },
  { placed: ['2023-07-15', '2027-07-14'], count: 12, life: 5, role: 'boot', sunset: '2030-12-31', expected: [899, -561, 5, 12] },
  { placed: ['2023-07-15', '2027-07-14'], count: 4, life: 5, role: 'boot', sunset: '2030-12-31', expected: [899, -561, 2, 4] },
  { placed: ['2022-05-01', '2022-05-31'], count: 31, life: 20, role: 'boot', sunset: '2042-05-15', expected: [14, -16, 16, 31] },
];

function row(role: Role, sunset: string): SunsetRow {
  return {
    policy: 'p',
    policyName: 'P',
    binding: 'policy',
    applies: 'yes',
    rule: 'P.1',
    draft: false,
    verified: true,
    asset: 'crypto/algorithm/a' as AssetId,
    assetName: 'A',
    role,
    status: 'allowed',
    disallowedAfter: sunset as IsoDate,
  };
}

describe('days per unit sold', () => {
  it.each(UNITS)(
    '$role, placed $placed, support $support, life $life, against $sunset',
    ({ placed, count, support, life, role, sunset, expected }) => {
      const product = productOf({
        units: { placedFrom: placed[0], placedTo: placed[1], ...(count === undefined ? {} : { count }) },
        ...(support === undefined ? {} : { supportEnds: support }),
        ...(life === undefined ? {} : { fieldLifeYears: life }),
      });
      const dates = findUnitDates(product, [row(role, sunset)])?.sunsets[0];
      const { firstDays, lastDays } = { firstDays: dates?.cohorts[0]?.firstDays, lastDays: dates?.cohorts.at(-1)?.lastDays };
      expect([firstDays, lastDays, dates?.past.past, dates?.past.of]).toEqual(expected);
      expect(dates?.past.counted).toBe(count === undefined ? 'days' : 'units');
      // The row of the model is the row of the last unit.
      expect(findNeed(role, product)?.date).toBeDefined();
    },
  );
});

interface SecrecyCase {
  readonly placed: string;
  readonly secretYears: number;
  readonly scenario: string;
  /** last day to move, days to it from 2026-11-24, days already exposed, days since placing */
  readonly expected: readonly [moveBy: string, days: number, exposed: number, of: number];
}

const SECRECY: readonly SecrecyCase[] = [
  { placed: '2026-03-01', secretYears: 10, scenario: '2030-01-01', expected: ['2020-01-01', -2519, 268, 268] },
  { placed: '2026-03-01', secretYears: 10, scenario: '2040-01-01', expected: ['2030-01-01', 1134, 0, 268] },
  { placed: '2024-02-29', secretYears: 5, scenario: '2030-01-01', expected: ['2025-01-01', -692, 691, 999] },
  { placed: '2024-02-29', secretYears: 5, scenario: '2032-01-01', expected: ['2027-01-01', 38, 0, 999] },
  { placed: '2024-02-29', secretYears: 0.5, scenario: '2030-01-01', expected: ['2029-07-01', 950, 0, 999] },
  { placed: '2020-01-01', secretYears: 10, scenario: '2035-01-01', expected: ['2025-01-01', -692, 691, 2519] },
  { placed: '2020-01-01', secretYears: 8, scenario: '2032-01-01', expected: ['2024-01-01', -1058, 1057, 2519] },
  { placed: '2020-01-01', secretYears: 25, scenario: '2040-01-01', expected: ['2015-01-01', -4345, 2519, 2519] },
  { placed: '2025-06-30', secretYears: 4, scenario: '2030-01-01', expected: ['2026-01-01', -327, 326, 512] },
  { placed: '2025-06-30', secretYears: 1.75, scenario: '2032-01-01', expected: ['2030-04-01', 1224, 0, 512] },
];

describe('days to move, and days that no move brings back', () => {
  const ECDH = use('ecdh', { curve: 'secp256r1' }, { functions: ['keyderive'] });

  it.each(SECRECY)('$secretYears years of secrecy since $placed, against $scenario', ({ placed, secretYears, scenario, expected }) => {
    const product = productOf({
      units: { placedFrom: placed, placedTo: '2030-12-31' },
      data: [{ id: 'd', secretYears, roles: ['transport'] }],
    });
    const { exposure } = assessed([called('transport', ECDH)], { product, asOf: '2026-11-24' }).outlook;
    const found = exposure.find(({ data }) => data?.id === 'd')?.scenarios.find((each) => each.scenario === scenario);
    expect([found?.moveBy, found?.days, found?.sent?.exposedDays, found?.sent?.ofDays]).toEqual(expected);
  });
});
