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

/** The day the run speaks of: --as-of, else SOURCE_DATE_EPOCH (reproducible-builds.org), else today in UTC. */
export function chooseAsOf(given: string | undefined): string {
  if (given !== undefined) return given;
  const epoch = Number(process.env['SOURCE_DATE_EPOCH']);
  const time = process.env['SOURCE_DATE_EPOCH'] !== undefined && Number.isInteger(epoch) ? epoch * 1000 : Date.now();
  return new Date(time).toISOString().slice(0, 10);
}
