// Option values that several commands share, checked at the door.

import { InvalidArgumentError } from 'commander';

/** Collects a repeatable option. */
export function collect(value: string, former: readonly string[]): readonly string[] {
  return [...former, value];
}

/** `2026-11-23`, a day that exists. */
export function parseDate(value: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value)
    throw new InvalidArgumentError('expected a date such as 2026-11-23.');
  return value;
}

/** A whole number of at least one. */
export function parseCount(value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('expected a whole number of at least 1.');
  return count;
}

/** A whole number, 0 too. */
export function parseWhole(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('expected a whole number.');
  return Number(value);
}

const CLOCK_UNITS: Readonly<Record<string, number>> = { hz: 1, khz: 1e3, mhz: 1e6, ghz: 1e9 };
const CLOCK = 'expected a clock with its unit, such as 64MHz, or in hertz, at least 1000.';

/** `64MHz`, `1.5 GHz`, `64000000` → hertz. A bare number below 1000 is not meant in hertz. */
export function parseClock(value: string): number {
  const [, number = '', unit = 'hz'] = /^(\d{1,12}(?:\.\d{1,6})?) ?([kmg]?hz)?$/.exec(value.trim().toLowerCase()) ?? [];
  const hertz = Math.round(Number(number) * (CLOCK_UNITS[unit] ?? Number.NaN));
  if (number === '' || !(hertz >= 1000)) throw new InvalidArgumentError(CLOCK);
  return hertz;
}

/** The day the run speaks of: --as-of, else SOURCE_DATE_EPOCH (reproducible-builds.org), else today in UTC. */
export function chooseAsOf(given: string | undefined): string {
  if (given !== undefined) return given;
  const epoch = Number(process.env['SOURCE_DATE_EPOCH']);
  const time = process.env['SOURCE_DATE_EPOCH'] !== undefined && Number.isInteger(epoch) ? epoch * 1000 : Date.now();
  return new Date(time).toISOString().slice(0, 10);
}
