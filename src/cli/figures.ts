// Counts, cycles and times as the benches of a target print them, and their figures as `assess --measurements` reads them.

import type { ElfBench, TargetBench, TargetRow } from '../index.ts';

/** A bench of a target as a file of measurements: the target by its id, what is known of it beside. */
export function toMeasurementsJson({ target: facts, ...rest }: TargetBench | ElfBench): string {
  return JSON.stringify({ ...rest, target: facts.id, targetFacts: facts }, null, 2);
}

/** `797,416 (759,444–840,100)`; without a fitted model the bounds alone */
export function toRange({ low, high, fitted }: NonNullable<TargetRow['cycles']>): string {
  const bounds = `${group(low)}–${group(high)}`;
  return fitted === undefined ? bounds : `${group(Math.round(fitted))} (${bounds})`;
}

/** `11.9–33.6` */
export function toMilliseconds({ low, high }: NonNullable<TargetRow['timeUs']>): string {
  return `${(low / 1000).toFixed(1)}–${(high / 1000).toFixed(1)}`;
}

/** `1,234,567` */
export function group(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
