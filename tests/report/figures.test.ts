import { describe, expect, it } from 'vitest';
import { plusYears, toBytes, toDate, toDayNumber, toDuration, toShare, toSignedDays, toThousands } from '../../src/report/figures.ts';

describe('numbers', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1_000, '1,000'],
    [61_400, '61,400'],
    [1_234_567, '1,234,567'],
    [-3_834, '−3,834'],
    [1_234.5, '1,234.5'],
  ])('writes %d as %s', (value, text) => {
    expect(toThousands(value)).toBe(text);
  });

  it('signs days, with the minus of typography', () => {
    expect([toSignedDays(914), toSignedDays(-547), toSignedDays(0)]).toEqual(['+914', '−547', '0']);
  });

  it('gives bytes their binary unit and durations their decimal one', () => {
    expect([480, 1_024, 9_830, 12_288, 1_258_291].map(toBytes)).toEqual(['480 B', '1 KiB', '9.6 KiB', '12 KiB', '1.2 MiB']);
    expect([850, 58_000, 1_400_000, 9_500].map(toDuration)).toEqual(['850 µs', '58 ms', '1.4 s', '9.5 ms']);
  });

  it('never rounds a share to none or all', () => {
    expect([toShare(1, 1_000), toShare(999, 1_000), toShare(0, 10), toShare(10, 10), toShare(0, 0)]).toEqual([
      'under 1 %',
      'over 99 %',
      '0 %',
      '100 %',
      '0 %',
    ]);
  });
});

describe('dates', () => {
  it('counts days as plain subtraction does', () => {
    // 2033-06-30 less 2031-12-31: 547 days (date -d, GNU coreutils)
    expect(toDayNumber('2033-06-30') - toDayNumber('2031-12-31')).toBe(547);
    expect(toDayNumber('1970-01-01')).toBe(0);
    expect(toDayNumber('no date')).toBeNaN();
  });

  it('adds years to a day, also to a leap day, also half a year', () => {
    expect(plusYears('2028-06-30', 13)).toBe('2041-06-30');
    expect(plusYears('2028-02-29', 1)).toBe('2029-02-28');
    expect(plusYears('2028-02-29', 4)).toBe('2032-02-29');
    expect(plusYears('2026-01-01', 0.5)).toBe('2026-07-03');
  });

  it('takes the date of a date-time', () => {
    expect(toDate('2026-11-18T09:14:02Z')).toBe('2026-11-18');
  });
});
