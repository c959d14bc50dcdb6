// How the cycle models are tried on code that they have not seen: which part of the counts is left out at a time, core by core.

import type { HeldOutError, HeldRow } from '../../src/cost/cycle-fit.ts';
import type { ModelledCore } from '../../src/cost/cycle-models.ts';
import { median } from '../../src/measure/quantiles.ts';
import type { CycleCalibration, CycleGroup, CycleRow } from '../../src/model/calibration.ts';

/** One way of leaving out. */
export interface HoldOut {
  readonly core: ModelledCore;
  readonly leftOut: string;
  readonly partOf: (group: CycleGroup, row: CycleRow) => string;
}

const byImplementation = (group: CycleGroup): string => group.implementation;
/** `ml-kem-768` → `ml-kem`, `kyber768` → `kyber` */
const byScheme = (_: CycleGroup, row: CycleRow): string => row.scheme.replace(/-?\d+$/, '');

/** The first of a core is the one whose error the model carries. Cortex-M3 and M0+ have one implementation: there a whole scheme is left out. */
export const HOLD_OUTS: readonly HoldOut[] = [
  { core: 'Cortex-M4', leftOut: 'each implementation', partOf: byImplementation },
  {
    core: 'Cortex-M4',
    leftOut: 'each implementation of each scheme',
    partOf: (group, row) => `${group.implementation} ${byScheme(group, row)}`,
  },
  { core: 'Cortex-M3', leftOut: 'each scheme', partOf: byScheme },
  { core: 'Cortex-M0+', leftOut: 'each scheme', partOf: byScheme },
  { core: 'Cortex-M0+', leftOut: 'each build', partOf: byImplementation },
];

/** The usable rows of a core with the part each belongs to. */
export function heldRows(calibration: CycleCalibration, core: ModelledCore, partOf: HoldOut['partOf']): readonly HeldRow[] {
  return calibration.groups
    .filter((group) => group.core === core)
    .flatMap((group) => group.rows.filter((row) => row.setAside === undefined).map((row) => ({ part: partOf(group, row), row })));
}

/** Absolute errors: median and worst of all rows and of each part. */
export interface ErrorSummary {
  readonly rows: number;
  readonly median: number;
  readonly worst: number;
  readonly parts: readonly { readonly part: string; readonly rows: number; readonly median: number; readonly worst: number }[];
}

export function summariseErrors(errors: readonly HeldOutError[]): ErrorSummary {
  const parts = [...new Set(errors.map(({ part }) => part))];
  return { ...toFigures(errors), parts: parts.map((part) => ({ part, ...toFigures(errors.filter((each) => each.part === part)) })) };
}

function toFigures(errors: readonly HeldOutError[]): { readonly rows: number; readonly median: number; readonly worst: number } {
  const absolute = errors.map(({ error }) => Math.abs(error));
  return { rows: absolute.length, median: median(absolute), worst: absolute.length === 0 ? Number.NaN : Math.max(...absolute) };
}
