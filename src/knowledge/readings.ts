// What a reading is worth: which rows may decide, and which are due to be read again. Only the text itself decides: a summary may be wrong,
// and what nobody has opened is a memory.

import type { IsoDate } from '../model/evidence.ts';
import type { Reading, ReadingKind, Verified } from '../model/framework.ts';

const WORTH: Readonly<Record<ReadingKind, Verified>> = { primary: true, copy: true, secondary: 'secondary', none: false };

/** `true` for the issuer's publication and a true copy of it. */
export function toVerified(reading: Reading): Verified {
  return WORTH[reading.how];
}

// A text is read again after this many days: half a year, in which an annual guideline appears at most once.
const STALE_AFTER_DAYS = 180;

const DAY_MS = 86_400_000;

/** Whole days from the reading to `asOf`; negative where it was read later. Undefined: not read. */
export function daysSinceRead(reading: Reading, asOf: IsoDate): number | undefined {
  if (reading.how === 'none') return undefined;
  return Math.round((Date.parse(`${asOf}T00:00:00Z`) - Date.parse(`${reading.date}T00:00:00Z`)) / DAY_MS);
}

/** True for a row to open again: not read in the issuer's publication, or read more than 180 days before `asOf`. */
export function isStale(reading: Reading, asOf: IsoDate): boolean {
  return reading.how !== 'primary' || (daysSinceRead(reading, asOf) ?? Number.POSITIVE_INFINITY) > STALE_AFTER_DAYS;
}
