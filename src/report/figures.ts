// Numbers and dates as the reports write them: thousands by comma, minus as U+2212, sizes in KiB, dates ISO 8601. Locale-free by design.

import type { IsoDate } from '../model/evidence.ts';

const DAY_MS = 86_400_000;

/** `-3834` → `−3,834`. */
export function toThousands(value: number): string {
  const [whole = '', fraction] = String(Math.abs(value)).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${value < 0 ? '−' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** Signed days, `+914`, `−547`, `0`. */
export function toSignedDays(days: number): string {
  return days > 0 ? `+${toThousands(days)}` : toThousands(days);
}

/** Bytes with their unit: `480 B`, `9.6 KiB`, `1.2 MiB`. */
export function toBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${toShort(bytes / 1024)} KiB`;
  return `${toShort(bytes / 1024 / 1024)} MiB`;
}

/** Microseconds with the unit that keeps them short: `850 µs`, `58 ms`, `1.4 s`. */
export function toDuration(us: number): string {
  if (us < 1000) return `${toShort(us)} µs`;
  if (us < 1_000_000) return `${toShort(us / 1000)} ms`;
  return `${toShort(us / 1_000_000)} s`;
}

function toShort(value: number): string {
  return toThousands(value < 10 ? Math.round(value * 10) / 10 : Math.round(value));
}

/** Share of a whole in per cent without decimals; `under 1` and `over 99` rather than a false 0 or 100. */
export function toShare(part: number, whole: number): string {
  if (whole <= 0) return '0 %';
  const share = (100 * part) / whole;
  if (part > 0 && share < 1) return 'under 1 %';
  if (part < whole && share > 99) return 'over 99 %';
  return `${Math.round(share)} %`;
}

/** Days since 1970-01-01 of the date part of an ISO date or date-time; NaN where it is no date. */
export function toDayNumber(date: string): number {
  return Math.floor(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / DAY_MS);
}

/** The date part of an ISO date-time. */
export function toDate(dateTime: string): string {
  return dateTime.slice(0, 10);
}

/** The same day so many years later; 29 February becomes 28 February where the year has none. Whole years only, fractions by days. */
export function plusYears(date: IsoDate | string, years: number): string {
  const whole = Math.floor(years);
  const year = Number(date.slice(0, 4)) + whole;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const monthDay = date.slice(5, 10) === '02-29' && !isLeap ? '02-28' : date.slice(5, 10);
  const later = `${String(year).padStart(4, '0')}-${monthDay}`;
  const extraDays = Math.round((years - whole) * 365.25);
  return extraDays === 0 ? later : new Date((toDayNumber(later) + extraDays) * DAY_MS).toISOString().slice(0, 10);
}
