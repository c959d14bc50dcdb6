// The result of a run over many vector files, and what it lets be said.

import type { GroupResult } from '../conformance.ts';
import { IMPLEMENTATION } from '../implementation.ts';
import type { PassedOver } from './collection.ts';

/** `incomplete`: nothing failed, but a case was skipped, half of a pair was missing, a file was malformed, or nothing was run. */
export type VectorVerdict = 'passed' | 'failed' | 'incomplete';

export interface VectorReport {
  readonly implementation: string;
  readonly verdict: VectorVerdict;
  readonly cases: number;
  readonly passed: number;
  /** of the passed: inputs that had to be rejected, and were */
  readonly rejected: number;
  readonly failed: number;
  readonly refused: number;
  readonly skipped: number;
  readonly groups: readonly GroupResult[];
  readonly passedOver: readonly PassedOver[];
}

/** Counts and the verdict. */
export function toVectorReport(groups: readonly GroupResult[], passedOver: readonly PassedOver[]): VectorReport {
  const sum = (count: (group: GroupResult) => number): number => groups.reduce((total, group) => total + count(group), 0);
  const passed = sum((group) => group.passed);
  const failed = sum((group) => group.failed.length);
  const refused = sum((group) => group.refused.length);
  const skipped = sum((group) => group.skipped.length);
  const isWhole = passed > 0 && skipped === 0 && passedOver.every(({ kind }) => kind === 'no-vectors');
  return {
    implementation: IMPLEMENTATION,
    verdict: failed > 0 ? 'failed' : isWhole ? 'passed' : 'incomplete',
    cases: passed + failed + refused + skipped,
    passed,
    rejected: sum((group) => group.rejected),
    failed,
    refused,
    skipped,
    groups,
    passedOver,
  };
}
