// Which of a target's figures may decide a fit, and what each says for this target: stack and code as they stand, time at this target's clock.

import type { FitBasis } from '../model/assessment.ts';
import type { Measurement } from '../model/measurement.ts';
import type { TargetProfile } from '../model/target.ts';
import type { FitOperation } from './operations.ts';

/** A number for this target and the measurement it comes from. */
export interface Figure {
  readonly value: number;
  readonly basis: FitBasis;
}

/** What is known of one implementation of one operation on a target. */
export interface BuildFigures {
  readonly implementation: string;
  /** portable code, or the user's own build measured on the user's own board: what a product can count on having */
  readonly dependable: boolean;
  readonly stackBytes?: Figure;
  readonly codeBytes?: Figure;
  readonly timeUs?: Figure;
}

/** The implementations with a figure for the operation, dependable ones first, then by name. One entry never mixes two builds. */
export function findBuilds(profile: TargetProfile, asked: FitOperation): readonly BuildFigures[] {
  const rows = profile.measurements.filter((row) => decides(row) && bearsOn(row, asked));
  const own = rows.filter((row) => row.method === 'measured-board' && row.core === undefined);
  const used = own.length > 0 ? own : rows;
  const names = [...new Set(used.map((row) => row.implementation))];
  return names
    .map((name) =>
      toBuild(
        profile,
        used.filter((row) => row.implementation === name),
      ),
    )
    .sort(byTrust);
}

/** A figure of a doubtful build, or of this machine, says nothing of a board. */
function decides(row: Measurement): boolean {
  return row.build !== 'doubtful' && row.method !== 'measured-host';
}

/** Code is that of the whole scheme: a source gives it once, under any of its operations. */
function bearsOn(row: Measurement, asked: FitOperation): boolean {
  return row.algorithm === asked.algorithm && (row.metric === 'codeBytes' || row.operation === asked.operation);
}

function toBuild(profile: TargetProfile, rows: readonly Measurement[]): BuildFigures {
  const stack = rows.find((row) => row.metric === 'stackBytes');
  const code = rows.find((row) => row.metric === 'codeBytes');
  const time = findTime(profile, rows);
  return {
    implementation: rows[0]?.implementation ?? '',
    dependable: rows.every((row) => row.build === undefined || row.build === 'portable' || row.method === 'measured-board'),
    ...(stack === undefined ? {} : { stackBytes: { value: stack.value, basis: toBasis(stack) } }),
    ...(code === undefined ? {} : { codeBytes: { value: code.value, basis: toBasis(code) } }),
    ...(time === undefined ? {} : { timeUs: time }),
  };
}

/** Time as it was measured at this clock, else scaled by the clock; cycles of another core are not this core's cycles. */
function findTime(profile: TargetProfile, rows: readonly Measurement[]): Figure | undefined {
  const clockHz = profile.clockHz.value;
  const sameCore = rows.filter((row) => row.core === undefined || row.core === profile.core);
  const timed = sameCore.filter((row) => row.metric === 'timeUs');
  const here = timed.find((row) => row.clockHz === undefined || row.clockHz === clockHz);
  if (here !== undefined) return { value: here.value, basis: toBasis(here) };
  if (clockHz === null) return undefined;
  const counted = sameCore.find((row) => row.metric === 'cycles');
  if (counted !== undefined) return toTime(counted, (counted.value / clockHz) * 1e6, clockHz);
  const elsewhere = timed[0];
  return elsewhere?.clockHz === undefined ? undefined : toTime(elsewhere, (elsewhere.value * elsewhere.clockHz) / clockHz, clockHz);
}

function toTime(row: Measurement, us: number, clockHz: number): Figure {
  return { value: Math.round(us), basis: { ...toBasis(row), ...(row.clockHz === clockHz ? {} : { scaled: true }) } };
}

function toBasis({ method, metric, platform, implementation, source, note }: Measurement): FitBasis {
  return { method, metric, platform, implementation, source, ...(note === undefined ? {} : { note }) };
}

function byTrust(a: BuildFigures, b: BuildFigures): number {
  if (a.dependable !== b.dependable) return a.dependable ? -1 : 1;
  return a.implementation < b.implementation ? -1 : a.implementation > b.implementation ? 1 : 0;
}
