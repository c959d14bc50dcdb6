// Questions about days: when support ends, how long units stay in the field, how long data must stay secret.

import type { IsoDate } from '../../model/evidence.ts';
import type { Product, Units } from '../../model/product.ts';
import { addDays, addYears, daysBetween } from '../dates.ts';
import { findFieldEnd, findSupportEnd } from '../need.ts';
import { datesToTry, inProduct, productOf, type Question } from '../sensitivity.ts';
import type { Verdicts } from '../verdicts.ts';

// Between two last days of policies nothing changes, so one day in each stretch stands for all of them; of many stretches so many are tried.
const MOST_DAYS = 6;
const DAYS_PER_YEAR = 365.25;
const LONGEST_LIFE_YEARS = 60;

// A secret of a year is over before every scenario; one of 25 years is past the earliest whenever it is sent.
const SECRET_YEARS: readonly number[] = [1, 25];

export function aboutDates(baseline: Verdicts): Question[] {
  return [...aboutSupport(baseline), ...aboutFieldLife(baseline), ...aboutSecrecy(baseline)];
}

function aboutSupport({ input, picture: { sunsets } }: Verdicts): Question[] {
  const { asOf, product } = input;
  if (findSupportEnd(product) !== undefined) return [];
  const ahead = datesToTry(sunsets, MOST_DAYS).filter((day) => day >= asOf);
  const last = ahead.at(-1);
  const days = [addDays(asOf, -1), addYears(asOf, 5), ...ahead, ...(last === undefined ? [] : [addDays(last, 1)])];
  return [
    {
      id: 'support-end',
      question: { code: 'ask-support-end', args: {} },
      answers: [...new Set(days)].map((day) => inProduct(`supportEnds: ${day}`, () => ({ supportEnds: day }))),
      paste: `supportEnds: ${addYears(asOf, 5)} # the last day of support`,
    },
  ];
}

function aboutFieldLife({ input, picture: { sunsets } }: Verdicts): Question[] {
  const product = productOf(input);
  if (findFieldEnd(product) !== undefined) return [];
  const units: Units = product.units ?? { placedFrom: input.asOf, placedTo: addYears(input.asOf, 3) };
  const days = datesToTry(sunsets, MOST_DAYS);
  const years = new Set([1, ...days.map((day) => yearsPast(units.placedTo, day))]);
  const answers = [...years].map((fieldLifeYears) =>
    inProduct(`fieldLifeYears: ${fieldLifeYears}`, (): Partial<Product> => ({ units, fieldLifeYears })),
  );
  return [{ id: 'field-life', question: { code: 'ask-field-life', args: {} }, answers, paste: toUnitLines(product, input.asOf) }];
}

// The fewest whole years after which the last unit outlives a day.
function yearsPast(placedTo: IsoDate, day: IsoDate): number {
  const about = Math.max(0, Math.floor(daysBetween(placedTo, day) / DAYS_PER_YEAR));
  const years = [about, about + 1, about + 2].find((count) => addYears(placedTo, count) > day) ?? about + 2;
  return Math.min(years, LONGEST_LIFE_YEARS);
}

function toUnitLines({ units }: Product, asOf: IsoDate): string {
  const life = 'fieldLifeYears: 10 # how long a unit stays in use';
  return units === undefined ? `units: { placedFrom: ${asOf}, placedTo: ${addYears(asOf, 3)} } # first and last unit sold\n${life}` : life;
}

function aboutSecrecy({ picture: { hits } }: Verdicts): Question[] {
  if (!hits.some(({ finding }) => finding.title.code === 'classical-key-exchange-life-unknown')) return [];
  const answers = SECRET_YEARS.map((secretYears) =>
    inProduct(`data: secretYears ${secretYears}`, ({ data }) => ({
      data: [...data, { id: 'telemetry', name: 'telemetry', secretYears, roles: ['transport'] }],
    })),
  );
  const paste = 'data:\n  - { id: telemetry, secretYears: 5, roles: [transport] } # one line for each class of data';
  return [{ id: 'data-life', question: { code: 'ask-data-life', args: {} }, answers, paste }];
}
