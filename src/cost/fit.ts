// Does an operation fit a target: flash, RAM, stack and time against what is available. Each row stands on one build, the one that fits best;
// it exceeds only where every known build exceeds. What is not known is indeterminate, never a pass.

import type { FitCell, FitResource, FitRow, FitVerdict } from '../model/assessment.ts';
import type { Budget } from '../model/product.ts';
import type { TargetProfile } from '../model/target.ts';
import { type BuildFigures, type Figure, findBuilds } from './figures.ts';
import { compare, type Limit, memoryLimit, timeLimit } from './limits.ts';
import { FIT_OPERATIONS, type FitOperation } from './operations.ts';

/** A target and what a product leaves on it. */
export interface FitUse {
  readonly profile: TargetProfile;
  readonly budget: Budget;
}

/** One row for each target and operation of ML-KEM and ML-DSA, in the order of `uses`. A cell without a budget carries the need alone. */
export function fit(uses: readonly FitUse[]): FitRow[] {
  return uses.flatMap((use) => FIT_OPERATIONS.map((asked) => toRow(use, asked)));
}

function toRow(use: FitUse, asked: FitOperation): FitRow {
  const { profile } = use;
  const builds = findBuilds(profile, asked);
  const candidates = builds.length === 0 ? [NO_FIGURES] : builds;
  const cells = candidates.map((build) => toCells(use, asked, build)).reduce((best, next) => (isBetter(next, best) ? next : best));
  return { target: profile.id, targetName: profile.name, algorithm: asked.algorithm, operation: asked.operation, cells };
}

const NO_FIGURES: BuildFigures = { implementation: '', dependable: false };

/** RAM holds the buffers beside the stack; a stack budget is for the stack alone and is asked only where it is declared. */
function toCells({ profile, budget }: FitUse, asked: FitOperation, build: BuildFigures): readonly FitCell[] {
  const { stackBytes, codeBytes, timeUs, dependable } = build;
  const held = stackBytes && { ...stackBytes, value: stackBytes.value + asked.bufferBytes };
  const stack =
    budget.stackBytes === undefined ? [] : [toCell('stack', stackBytes, memoryLimit(budget.stackBytes, profile.ramBytes), dependable)];
  return [
    toCell('flash', codeBytes, memoryLimit(budget.flashBytes, profile.flashBytes), dependable),
    toCell('ram', held, memoryLimit(budget.ramBytes, profile.ramBytes), dependable),
    ...stack,
    toCell('time', timeUs, timeLimit(budget, asked.operation), dependable),
  ];
}

function toCell(resource: FitResource, figure: Figure | undefined, limit: Limit | undefined, dependable: boolean): FitCell {
  return {
    resource,
    verdict: figure === undefined || limit === undefined ? 'indeterminate' : compare(figure.value, limit, dependable),
    ...(figure === undefined ? {} : { need: figure.value }),
    ...(limit === undefined ? {} : { budget: limit.available }),
    unit: resource === 'time' ? 'us' : 'bytes',
    ...(figure === undefined ? {} : { basis: figure.basis }),
  };
}

/** An unknown is worse than tight and better than what is known to exceed. */
const RANK: Readonly<Record<FitVerdict, number>> = { fits: 0, tight: 1, indeterminate: 2, exceeds: 3 };

/** Compares the worst asked cell, then the greatest overrun, then the other cells; of equals the earlier, more dependable build stays. */
function isBetter(next: readonly FitCell[], best: readonly FitCell[]): boolean {
  const [[worst = 0, ...others], [worstOfBest = 0, ...othersOfBest]] = [toRanks(next), toRanks(best)];
  if (worst !== worstOfBest) return worst < worstOfBest;
  if (overrun(next) !== overrun(best)) return overrun(next) < overrun(best);
  const differing = others.findIndex((rank, index) => rank !== othersOfBest[index]);
  return differing >= 0 && (others[differing] ?? 0) < (othersOfBest[differing] ?? 0);
}

/** Ranks of the cells that are asked, worst first: without a budget nothing is asked. */
function toRanks(cells: readonly FitCell[]): readonly number[] {
  return cells
    .filter((cell) => cell.budget !== undefined)
    .map((cell) => RANK[cell.verdict])
    .sort((a, b) => b - a);
}

/** The greatest need over what is available, 0 where nothing exceeds: the smallest build is the one that says "exceeds". */
function overrun(cells: readonly FitCell[]): number {
  const exceeding = cells.filter((cell) => cell.verdict === 'exceeds');
  return Math.max(0, ...exceeding.map(({ need = 0, budget = 1 }) => need / budget));
}
