// What an operation may take on a target, and from which share of it on it fits, is tight, or exceeds. Reasons: docs/decisions/0003-fit-thresholds.md.

import type { FitVerdict } from '../model/assessment.ts';
import type { Operation } from '../model/measurement.ts';
import type { Budget } from '../model/product.ts';
import type { TargetProfile } from '../model/target.ts';

/** Of a declared budget. Compilers, versions and call depth move a published figure by tens of per cent: 40 % is kept for that. */
export const FITS_SHARE_OF_BUDGET = 0.6;

/** Of the whole chip, where no budget is declared. The application is unknown, and three quarters are kept for it. */
export const FITS_SHARE_OF_CHIP = 0.25;

/** What is available and the share of it up to which a need fits. */
export interface Limit {
  readonly available: number;
  readonly fitsShare: number;
}

/** The declared budget, else the chip's whole memory, else nothing. */
export function memoryLimit(declared: number | undefined, chip: TargetProfile['ramBytes']): Limit | undefined {
  if (declared !== undefined) return { available: declared, fitsShare: FITS_SHARE_OF_BUDGET };
  return chip.value === null ? undefined : { available: chip.value, fitsShare: FITS_SHARE_OF_CHIP };
}

/** The declared time in microseconds: the handshake's for every operation, and for verification the boot's where that is shorter. */
export function timeLimit({ bootMs, handshakeMs }: Budget, operation: Operation): Limit | undefined {
  const asked = operation === 'verify' ? [bootMs, handshakeMs] : [handshakeMs];
  const declared = asked.filter((ms) => ms !== undefined);
  return declared.length === 0 ? undefined : { available: Math.min(...declared) * 1000, fitsShare: FITS_SHARE_OF_BUDGET };
}

/** Only a dependable build fits: a build tuned by hand may not be the one the product gets, so it is tight at best. */
export function compare(need: number, limit: Limit, dependable: boolean): FitVerdict {
  if (need > limit.available) return 'exceeds';
  return dependable && need <= limit.fitsShare * limit.available ? 'fits' : 'tight';
}
