// From a belief about a unit and its anchors to the cost of another operation of it: a Gaussian over the logarithm of the cycles.

import { dot, type Matrix, solve, times } from './linear.ts';
import { type RowNoise, rowNoise, type UnitContext, type WorkRow } from './projection-model.ts';
import { type Known, offsetKey } from './projection-prior.ts';
import { type Belief, findMode, linearise, noiseCovariance } from './projection-unit.ts';

/** Logarithm of the cycles. */
export interface LogForecast {
  readonly mean: number;
  readonly sd: number;
}

/** The unit after its anchors: ask it for as many operations as needed. */
export interface Anchored {
  readonly context: UnitContext;
  readonly belief: Belief;
  /** what the work vector leaves out is taken off */
  readonly anchors: readonly WorkRow[];
  readonly offsets: ReadonlyMap<string, number>;
  readonly theta: readonly number[];
}

/** Conditions a belief on the anchors, of which there may be none. */
export function anchor(context: UnitContext, belief: Belief, { anchors, known }: { anchors: readonly WorkRow[]; known: Known }): Anchored {
  const offsets = known.offsets;
  const adjusted = anchors.map((row) => ({ ...row, cycles: row.cycles * Math.exp(-(offsets.get(offsetKey(context, row.kind)) ?? 0)) }));
  const theta = adjusted.length === 0 ? belief.mean : findMode(adjusted, belief, rowNoise(context.core));
  return { context, belief, anchors: adjusted, offsets, theta };
}

/** What is asked: `cycles` is not looked at. */
export type Asked = Omit<WorkRow, 'cycles'>;

/** The Gaussian of the asked operation given the anchors, linear around the most probable unit costs. */
export function forecast({ context, belief, anchors, offsets, theta }: Anchored, asked: Asked): LogForecast {
  const noise = rowNoise(context.core);
  const target = linearise(asked.work, theta);
  const offset = offsets.get(offsetKey(context, asked.kind)) ?? 0;
  const back = belief.mean.map((value, index) => value - (theta[index] ?? 0));
  const spread = times(belief.covariance, target.shares);
  const before = {
    mean: target.log + dot(target.shares, back),
    variance: dot(target.shares, spread) + noise.ownSd ** 2 + noise.kindSd ** 2 + asked.samplingSd ** 2,
  };
  if (anchors.length === 0) return { mean: before.mean + offset, sd: Math.sqrt(before.variance) };
  const seen = anchors.map((row) => ({ row, at: linearise(row.work, theta) }));
  const surprise = seen.map(({ row, at }) => Math.log(row.cycles) - at.log - dot(at.shares, back));
  const shared = seen.map(({ row, at }) => dot(at.shares, spread) + (row.kind === asked.kind ? noise.kindSd ** 2 : 0));
  const weights = solve(anchorCovariance(seen, belief, noise), shared);
  const variance = before.variance - dot(weights, shared);
  return { mean: before.mean + dot(weights, surprise) + offset, sd: Math.sqrt(Math.max(variance, noise.ownSd ** 2)) };
}

interface Seen {
  readonly row: WorkRow;
  readonly at: { readonly shares: readonly number[] };
}

function anchorCovariance(seen: readonly Seen[], belief: Belief, noise: RowNoise): Matrix {
  const own = noiseCovariance(
    seen.map(({ row }) => row),
    noise,
  );
  const spreads = seen.map(({ at }) => times(belief.covariance, at.shares));
  return seen.map(({ at }, i) => seen.map((_, j) => dot(at.shares, spreads[j] ?? []) + (own[i]?.[j] ?? 0)));
}
