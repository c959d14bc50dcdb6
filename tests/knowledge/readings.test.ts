import { describe, expect, it } from 'vitest';
import { daysSinceRead, isStale, toVerified } from '../../src/knowledge/readings.ts';
import type { IsoDate } from '../../src/model/evidence.ts';
import type { Reading } from '../../src/model/framework.ts';

const day = (text: string): IsoDate => text as IsoDate;
const primary: Reading = { how: 'primary', date: day('2026-05-27') };

describe('a reading', () => {
  it.each([
    ['primary', true],
    ['copy', true],
    ['secondary', 'secondary'],
  ] as const)('%s is worth %s', (how, worth) => {
    expect(toVerified({ how, date: day('2026-11-23') })).toBe(worth);
  });

  it('that nobody made is worth nothing', () => {
    expect(toVerified({ how: 'none' })).toBe(false);
  });

  it('is stale from the 181st day on', () => {
    expect(daysSinceRead(primary, day('2026-11-23'))).toBe(180);
    expect(isStale(primary, day('2026-11-23'))).toBe(false);
    expect(isStale(primary, day('2026-11-24'))).toBe(true);
  });

  it('of anything but the issuer’s text is stale at once', () => {
    expect(isStale({ how: 'copy', date: day('2026-11-23') }, day('2026-11-23'))).toBe(true);
    expect(isStale({ how: 'none' }, day('2026-11-23'))).toBe(true);
  });
});
