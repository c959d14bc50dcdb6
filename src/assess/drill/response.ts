// How fast, from what is declared and from nothing else: days to the first safe image, days to the fleet, and the last day to begin.

import type { ResponseTime, Scenario } from '../../model/drill.ts';
import type { IsoDate } from '../../model/evidence.ts';
import type { DayRange, Product, ResponseStep } from '../../model/product.ts';
import { addDays } from '../dates.ts';

const STEPS: readonly ResponseStep[] = ['build', 'sign', 'test', 'rollout'];
const IMAGE: ReadonlySet<ResponseStep> = new Set<ResponseStep>(['build', 'sign', 'test']);

/** The declared figures, added up; what is missing is named and adds nothing. */
export function timeResponse(product: Product | undefined, scenario: Scenario, asOf: IsoDate): ResponseTime {
  const declared = product?.response;
  const steps = STEPS.map((step) => ({ step, ...(declared?.[step] === undefined ? {} : { days: declared[step] }) }));
  const fleet = sum(steps);
  const missing = steps.filter(({ days }) => days === undefined).map(({ step }) => step);
  const beginBy = addDays(scenario.on, -Math.ceil(fleet.toDays));
  return {
    steps,
    firstImage: sum(steps.filter(({ step }) => IMAGE.has(step))),
    fleet,
    missing,
    ...(declared?.rolloutReachesPercent === undefined ? {} : { reachesPercent: declared.rolloutReachesPercent }),
    ...(missing.length === 0 && scenario.on > asOf ? { beginBy } : {}),
    ...(declared === undefined ? {} : { declaredBy: declared.declaredBy, declaredOn: declared.date }),
  };
}

function sum(steps: readonly { readonly days?: DayRange }[]): DayRange {
  return steps.reduce<DayRange>(
    (total, { days }) => ({ fromDays: total.fromDays + (days?.fromDays ?? 0), toDays: total.toDays + (days?.toDays ?? 0) }),
    { fromDays: 0, toDays: 0 },
  );
}
