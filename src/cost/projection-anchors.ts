// Which rows of an anchor file a projection may stand on. What it may not is refused by name, never dropped.

import type { AnchorRow, Anchors, Refusal } from '../model/projection.ts';
import type { ImplementationClass } from './projection-classes.ts';
import { toUnitRow, type UnitRow } from './projection-units.ts';
import { findLatticeScheme, isKem, workOf } from './work.ts';

/** The usable anchors, and why the others are not. */
export interface CheckedAnchors {
  readonly rows: readonly UnitRow[];
  readonly refusals: readonly Refusal[];
}

/** Cycles a permutation: fewer than any core needs, more than any build that would be shipped. */
export const PLAUSIBLE_PER_PERMUTATION: { readonly least: number; readonly most: number } = { least: 20, most: 1e7 };
/** Signatures of different messages spread wider than this share of their mean. */
export const SMALLEST_SPREAD = 0.001;

/** Looks at each row by itself. */
export function checkAnchors(anchors: Anchors, classFor: (isKem: boolean) => ImplementationClass): CheckedAnchors {
  const checked = anchors.rows.map((row) => checkRow(row, anchors, classFor));
  return {
    rows: checked.filter((each) => 'scheme' in each),
    refusals: checked.filter((each) => 'code' in each),
  };
}

function checkRow(row: AnchorRow, anchors: Anchors, classFor: (isKem: boolean) => ImplementationClass): UnitRow | Refusal {
  const name = `${row.algorithm} ${row.operation}`;
  if (anchors.revision === 'round-3' || row.algorithm === 'kyber' || row.algorithm === 'dilithium')
    return { code: 'round-3', detail: `${name}: round 3 hashes otherwise; its figures are not those of FIPS 203 and FIPS 204` };
  const scheme = findLatticeScheme(row.algorithm);
  const work = scheme === undefined ? undefined : workOf({ scheme, operation: row.operation });
  if (scheme === undefined || work === undefined)
    return { code: 'operation-without-work-vector', detail: `${name}: expected an operation of ML-KEM or ML-DSA` };
  const cycles = row.cycles ?? ((row.timeUs ?? 0) * anchors.clockHz) / 1e6;
  const each = cycles / work.keccak;
  if (!(each > PLAUSIBLE_PER_PERMUTATION.least && each < PLAUSIBLE_PER_PERMUTATION.most))
    return {
      code: 'impossible-figure',
      detail: `${name}: ${Math.round(cycles)} cycles are ${each.toPrecision(3)} for each of ${Math.round(work.keccak)} Keccak permutations`,
    };
  if (row.operation === 'sign' && repeatsOnePath(row, cycles))
    return {
      code: 'fixed-message',
      detail: `${name}: a spread under 0.1 % is one message signed again and again, so the mean is of one path`,
    };
  const unitRow = toUnitRow({ ...row, scheme, cycles }, classFor(isKem(scheme)), { revision: 'fips' });
  return unitRow ?? { code: 'operation-without-work-vector', detail: name };
}

function repeatsOnePath({ samples, minCycles, maxCycles }: AnchorRow, cycles: number): boolean {
  if (samples === 1 || minCycles === undefined || maxCycles === undefined) return false;
  return (maxCycles - minCycles) / cycles < SMALLEST_SPREAD;
}
