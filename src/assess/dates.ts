// Calendar arithmetic in UTC, on dates alone: no clock, no zone, no daylight saving.

import type { IsoDate, IsoDateTime } from '../model/evidence.ts';

const DAY_MS = 86_400_000;
// ISO 8601 calendar dates have four digits of year: what lies beyond is held at its ends.
const FIRST_MS = Date.parse('0000-01-01T00:00:00Z');
const LAST_MS = Date.parse('9999-12-31T00:00:00Z');
const LAST_MONTH = 9999 * 12 + 11;

/** Whole days from `from` to `to`; negative when `to` is the earlier one. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((toMs(to) - toMs(from)) / DAY_MS);
}

/** The date so many days later; earlier for a negative number. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return toIsoDate(toMs(date) + days * DAY_MS);
}

/** The same day so many years later, parts of a year in whole months; a day that the month lacks becomes its last one. */
export function addYears(date: IsoDate, years: number): IsoDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const months = Math.min(year * 12 + (month - 1) + Math.round(years * 12), LAST_MONTH);
  const lastDay = new Date(Date.UTC(Math.floor(months / 12), (months % 12) + 1, 0)).getUTCDate();
  return toIsoDate(Date.UTC(Math.floor(months / 12), months % 12, Math.min(day, lastDay)));
}

/** The last day from `from` to `to` that holds, where all that hold come first; undefined where the first does not hold. */
export function findLastDay(from: IsoDate, to: IsoDate, holds: (day: IsoDate) => boolean): IsoDate | undefined {
  let [held, open] = [0, daysBetween(from, to) + 1];
  while (held < open) {
    const middle = Math.floor((held + open) / 2);
    if (holds(addDays(from, middle))) held = middle + 1;
    else open = middle;
  }
  return held === 0 ? undefined : addDays(from, held - 1);
}

/** The day of a moment, in UTC. */
export function dayOf(moment: IsoDateTime): IsoDate {
  return moment.slice(0, 10) as IsoDate;
}

function toMs(date: IsoDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function toIsoDate(ms: number): IsoDate {
  return new Date(Math.min(Math.max(ms, FIRST_MS), LAST_MS)).toISOString().slice(0, 10) as IsoDate;
}
