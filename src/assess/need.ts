// Until when a product needs a mechanism: while it is supported, and where units verify with it, until the last of them leaves the field.

import type { SunsetRow } from '../model/assessment.ts';
import type { IsoDate, Role } from '../model/evidence.ts';
import type { Product, UnitBatch } from '../model/product.ts';
import { addYears } from './dates.ts';

export type Need = NonNullable<SunsetRow['comparedWith']>;

// A verifier works as long as units stand in the field and check what they boot, take in and present; the rest is needed while it is supported.
const NEEDED_IN_FIELD: ReadonlySet<Role> = new Set<Role>(['boot', 'update', 'device-identity']);

/** True for a role whose mechanisms units verify with as long as they are in the field. */
export function isNeededInField(role: Role): boolean {
  return NEEDED_IN_FIELD.has(role);
}

/** The batches of a product, each with what holds for all of it; units that are declared as one are one batch. */
export function listBatches({ units, supportEnds, fieldLifeYears }: Product): readonly UnitBatch[] {
  if (units === undefined) return [];
  const defaults = { ...(supportEnds === undefined ? {} : { supportEnds }), ...(fieldLifeYears === undefined ? {} : { fieldLifeYears }) };
  const { placedFrom, placedTo, count, batches } = units;
  const whole: UnitBatch = { placedFrom, placedTo, ...(count === undefined ? {} : { count }) };
  return (batches ?? [whole]).map((batch) => ({ ...defaults, ...batch }));
}

/** The last day on which any unit is supported. */
export function findSupportEnd(product: Product | undefined): IsoDate | undefined {
  if (product === undefined) return undefined;
  return latest([product.supportEnds, ...listBatches(product).map((batch) => batch.supportEnds)]);
}

/** When the last unit leaves the field: placed last, plus the field life. */
export function findFieldEnd(product: Product | undefined): IsoDate | undefined {
  return product === undefined ? undefined : latest(listBatches(product).map((batch) => lastVerification(batch, batch.placedTo)));
}

/** When a unit of a batch that was placed on a day leaves the field. */
export function lastVerification({ fieldLifeYears }: UnitBatch, placed: IsoDate): IsoDate | undefined {
  return fieldLifeYears === undefined ? undefined : addYears(placed, fieldLifeYears);
}

/** Until when a role is needed: support end, or for a verifier the last unit in the field where that is later. Undefined: not declared. */
export function findNeed(role: Role, product: Product | undefined): Need | undefined {
  const supportEnd = findSupportEnd(product);
  const fieldEnd = isNeededInField(role) ? findFieldEnd(product) : undefined;
  if (fieldEnd === undefined || (supportEnd !== undefined && supportEnd >= fieldEnd))
    return supportEnd === undefined ? undefined : { what: 'support-end', date: supportEnd };
  return { what: 'field-end', date: fieldEnd };
}

/** The latest of some dates; undefined where there is none. */
export function latest(dates: readonly (IsoDate | undefined)[]): IsoDate | undefined {
  return dates
    .filter((date) => date !== undefined)
    .reduce<IsoDate | undefined>((last, date) => (last === undefined || date > last ? date : last), undefined);
}
