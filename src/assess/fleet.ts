// Sunset minus need per unit sold: `sunset − max(support end, last verification in the field)` for the units of each calendar year, since a
// unit placed in the last year stands in the field long after one of the first. CRA Art. 13(8) counts support from the placing of a unit too.

import type { SunsetRow } from '../model/assessment.ts';
import type { IsoDate } from '../model/evidence.ts';
import { compareText } from '../model/order.ts';
import type { CohortSlack, Share, UnitCohort, UnitDates, UnitSunset } from '../model/outlook.ts';
import type { Product, UnitBatch } from '../model/product.ts';
import { addDays, daysBetween, findLastDay } from './dates.ts';
import { isNeededInField, lastVerification, latest, listBatches } from './need.ts';
import { roleRank } from './scope.ts';
import { decides } from './sunsets.ts';

/** A batch of more calendar years than this is one cohort. */
const MOST_YEARS = 40;

type DatedRow = SunsetRow & { readonly disallowedAfter: IsoDate };
type Placed = UnitCohort & { readonly batch: UnitBatch };

/** Every cohort against every last day of a policy; undefined where no units are declared, or nothing can be compared. */
export function findUnitDates(product: Product | undefined, sunsets: readonly SunsetRow[]): UnitDates | undefined {
  const cohorts = product === undefined ? [] : listBatches(product).flatMap(toCohorts);
  const rows = sunsets.filter(isDated);
  const groups = new Map<string, DatedRow[]>();
  for (const row of rows) {
    const key = `${row.disallowedAfter} ${needOf(row)}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const compared = [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, group]) => compare(cohorts, group))
    .filter((sunset) => sunset !== undefined);
  return compared.length === 0 ? undefined : { cohorts: cohorts.map(({ batch: _, ...cohort }) => cohort), sunsets: compared };
}

/** The share of units that outlive a day, in a role that units verify with or in one that is needed while the product is supported. */
export function findPast(dates: UnitDates | undefined, sunset: IsoDate, need: UnitSunset['need']): Share | undefined {
  return dates?.sunsets.find((each) => each.sunset === sunset && each.need === need)?.past;
}

/** Until when the mechanisms of a row are needed. */
export function needOf({ role }: Pick<SunsetRow, 'role'>): UnitSunset['need'] {
  return isNeededInField(role) ? 'field' : 'support';
}

function isDated(row: SunsetRow): row is DatedRow {
  return row.disallowedAfter !== undefined;
}

function toCohorts(batch: UnitBatch, _: number, all: readonly UnitBatch[]): Placed[] {
  const { placedFrom, placedTo } = batch;
  const [firstYear, lastYear] = [yearOf(placedFrom), yearOf(placedTo)];
  const years = lastYear - firstYear + 1;
  const ends = years > MOST_YEARS ? [placedTo] : Array.from({ length: years }, (_none, index) => lastDayOf(firstYear + index, placedTo));
  return ends.map((placedTo, index): Placed => {
    const from = index === 0 ? placedFrom : addDays(ends[index - 1] ?? placedFrom, 1);
    const named = batch.name ?? (all.length > 1 ? `from ${placedFrom}` : undefined);
    const span = years > MOST_YEARS ? `${firstYear} to ${lastYear}` : String(yearOf(placedTo));
    return { batch, id: named === undefined ? span : `${named}, ${span}`, ...placedIn(batch, from, placedTo) };
  });
}

function placedIn(batch: UnitBatch, placedFrom: IsoDate, placedTo: IsoDate): Omit<UnitCohort, 'id'> {
  const [first, last] = [lastVerification(batch, placedFrom), lastVerification(batch, placedTo)];
  return {
    placedFrom,
    placedTo,
    days: daysBetween(placedFrom, placedTo) + 1,
    ...(batch.count === undefined
      ? {}
      : { units: placedBy(batch, batch.count, placedTo) - placedBy(batch, batch.count, addDays(placedFrom, -1)) }),
    ...(batch.supportEnds === undefined ? {} : { supportEnds: batch.supportEnds }),
    ...(first === undefined || last === undefined ? {} : { fieldEnds: { first, last } }),
  };
}

// Evenly over the days: rounded at each day, so that the cohorts add up to the whole.
function placedBy({ placedFrom, placedTo }: UnitBatch, count: number, day: IsoDate): number {
  const days = daysBetween(placedFrom, placedTo) + 1;
  return Math.round((count * (daysBetween(placedFrom, day) + 1)) / days);
}

function compare(cohorts: readonly Placed[], rows: readonly DatedRow[]): UnitSunset | undefined {
  const [row] = rows;
  if (row === undefined) return undefined;
  const [sunset, need] = [row.disallowedAfter, needOf(row)];
  const slacks = cohorts.flatMap((cohort) => slackOf(cohort, sunset, need));
  if (slacks.length === 0) return undefined;
  return {
    sunset,
    need,
    roles: [...new Set(rows.map(({ role }) => role))].sort((a, b) => roleRank(a) - roleRank(b)),
    policies: [...new Set(rows.map(({ policyName }) => policyName))].sort(),
    rules: [...new Set(rows.map(({ rule }) => rule))].sort(),
    decides: rows.some(decides),
    past: addUp(slacks),
    cohorts: slacks.map(({ slack }) => slack),
  };
}

interface Counted {
  readonly slack: CohortSlack;
  readonly inDays: Share;
}

function slackOf(cohort: Placed, sunset: IsoDate, need: UnitSunset['need']): Counted[] {
  const neededBy = (placed: IsoDate): IsoDate | undefined =>
    latest([cohort.batch.supportEnds, need === 'field' ? lastVerification(cohort.batch, placed) : undefined]);
  const [first, last] = [neededBy(cohort.placedFrom), neededBy(cohort.placedTo)];
  if (first === undefined || last === undefined) return [];
  const { id, units, days } = cohort;
  // A unit placed later is needed no less long: those within the sunset come first.
  const lastWithin = findLastDay(cohort.placedFrom, cohort.placedTo, (placed) => (neededBy(placed) ?? first) <= sunset);
  const pastDays = lastWithin === undefined ? days : daysBetween(lastWithin, cohort.placedTo);
  const inDays: Share = { past: pastDays, of: days, counted: 'days' };
  const past: Share = units === undefined ? inDays : { past: Math.round((units * pastDays) / days), of: units, counted: 'units' };
  return [{ inDays, slack: { cohort: id, firstDays: daysBetween(first, sunset), lastDays: daysBetween(last, sunset), past } }];
}

// Units where every cohort has them, else days of placing.
function addUp(all: readonly Counted[]): Share {
  const counted = all.every(({ slack }) => slack.past.counted === 'units') ? 'units' : 'days';
  const shares = all.map(({ slack, inDays }) => (counted === 'units' ? slack.past : inDays));
  const sum = (pick: (share: Share) => number): number => shares.reduce((total, share) => total + pick(share), 0);
  return { past: sum(({ past }) => past), of: sum(({ of }) => of), counted };
}

function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4));
}

function lastDayOf(year: number, notAfter: IsoDate): IsoDate {
  const end = `${String(year).padStart(4, '0')}-12-31` as IsoDate;
  return end < notAfter ? end : notAfter;
}
