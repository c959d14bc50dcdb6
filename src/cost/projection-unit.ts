// From the figures of a unit to its unit costs: the most probable logarithms under a Gaussian prior (MAP), by damped Gauss–Newton steps. With
// no prior to speak of it gives what the figures alone say.

import { dot, invert, type Matrix, solve, times } from './linear.ts';
import { DIMENSIONS, type RowNoise, type WorkRow } from './projection-model.ts';

/** A Gaussian over the logarithms of the unit costs. */
export interface Belief {
  readonly mean: readonly number[];
  readonly covariance: Matrix;
}

/** A linear observation of the logarithms: `shares`·θ ≈ `value`. */
export interface Linearised {
  /** of the row's cycles, what each unit cost makes up: the derivative of log cycles */
  readonly shares: readonly number[];
  /** logarithm of the cycles at θ */
  readonly log: number;
}

/** A row as a linear function around θ. */
export function linearise(work: readonly number[], theta: readonly number[]): Linearised {
  const parts = work.map((count, index) => count * Math.exp(theta[index] ?? 0));
  const cycles = parts.reduce((sum, part) => sum + part, 0);
  return { shares: parts.map((part) => part / cycles), log: Math.log(cycles) };
}

/** Covariance of what the work vector leaves out of these rows. */
export function noiseCovariance(rows: readonly WorkRow[], { ownSd, kindSd }: RowNoise): number[][] {
  return rows.map((row, i) =>
    rows.map((other, j) => (row.kind === other.kind ? kindSd ** 2 : 0) + (i === j ? ownSd ** 2 + row.samplingSd ** 2 : 0)),
  );
}

const MAX_STEPS = 30;
const LONGEST_STEP = 1;
const SETTLED = 1e-9;

/** The most probable θ for the rows under the prior. */
export function findMode(rows: readonly WorkRow[], prior: Belief, noise: RowNoise): readonly number[] {
  const problem = toProblem(rows, prior, noise);
  let theta = startOf(rows, prior, problem);
  let cost = costOf(theta, problem);
  let damping = 1e-3;
  for (let step = 0; step < MAX_STEPS; step++) {
    const next = stepFrom(theta, problem, damping);
    const nextCost = costOf(next, problem);
    if (nextCost < cost) {
      const gained = cost - nextCost;
      theta = next;
      cost = nextCost;
      damping = Math.max(damping / 5, 1e-9);
      if (gained < SETTLED) break;
    } else damping *= 8;
  }
  return theta;
}

interface Problem {
  readonly rows: readonly WorkRow[];
  readonly logs: readonly number[];
  readonly prior: readonly number[];
  readonly priorPrecision: Matrix;
  readonly noisePrecision: Matrix;
}

function toProblem(rows: readonly WorkRow[], prior: Belief, noise: RowNoise): Problem {
  return {
    rows,
    logs: rows.map(({ cycles }) => Math.log(cycles)),
    prior: prior.mean,
    priorPrecision: invert(prior.covariance),
    noisePrecision: invert(noiseCovariance(rows, noise)),
  };
}

/** The prior's mean, or that shifted to the middle of the figures where this is nearer. */
function startOf(rows: readonly WorkRow[], { mean }: Belief, problem: Problem): readonly number[] {
  const shifted = toMiddle(rows, mean);
  return costOf(shifted, problem) < costOf(mean, problem) ? shifted : mean;
}

/** A level moved, all unit costs alike, to the middle of what the rows say. */
export function toMiddle(rows: readonly WorkRow[], level: readonly number[]): readonly number[] {
  const gaps = rows.map(({ work, cycles }) => Math.log(cycles) - linearise(work, level).log).sort((a, b) => a - b);
  const gap = gaps[Math.floor(gaps.length / 2)] ?? 0;
  return level.map((value) => value + gap);
}

function costOf(theta: readonly number[], { rows, logs, prior, priorPrecision, noisePrecision }: Problem): number {
  const misses = rows.map(({ work }, index) => (logs[index] ?? 0) - linearise(work, theta).log);
  const away = theta.map((value, index) => value - (prior[index] ?? 0));
  return dot(misses, times(noisePrecision, misses)) + dot(away, times(priorPrecision, away));
}

function stepFrom(theta: readonly number[], problem: Problem, damping: number): readonly number[] {
  const { rows, logs, prior, priorPrecision, noisePrecision } = problem;
  const at = rows.map(({ work }) => linearise(work, theta));
  const misses = at.map(({ log }, index) => (logs[index] ?? 0) - log);
  const shares = at.map((each) => each.shares);
  const away = theta.map((value, index) => value - (prior[index] ?? 0));
  const curvature = information(shares, noisePrecision).map((row, i) =>
    row.map((value, j) => (value + (priorPrecision[i]?.[j] ?? 0)) * (i === j ? 1 + damping : 1)),
  );
  const pulled = times(priorPrecision, away);
  const slope = transposeTimes(shares, times(noisePrecision, misses)).map((value, index) => value - (pulled[index] ?? 0));
  const step = solve(curvature, slope);
  const longest = Math.max(...step.map(Math.abs));
  const scale = longest > LONGEST_STEP ? LONGEST_STEP / longest : 1;
  return theta.map((value, index) => value + scale * (step[index] ?? 0));
}

/** JᵀPJ: what rows with these shares say of θ. */
export function information(shares: Matrix, precision: Matrix): number[][] {
  const weighted = shares.map((_, i) =>
    range(DIMENSIONS).map((b) => shares.reduce((sum, row, j) => sum + (precision[i]?.[j] ?? 0) * (row[b] ?? 0), 0)),
  );
  return range(DIMENSIONS).map((a) =>
    range(DIMENSIONS).map((b) => shares.reduce((sum, row, i) => sum + (row[a] ?? 0) * (weighted[i]?.[b] ?? 0), 0)),
  );
}

/** Jᵀx. */
export function transposeTimes(shares: Matrix, x: readonly number[]): number[] {
  return range(DIMENSIONS).map((a) => shares.reduce((sum, row, i) => sum + (row[a] ?? 0) * (x[i] ?? 0), 0));
}

function range(length: number): readonly number[] {
  return Array.from({ length }, (_, index) => index);
}
