// The figures of a judged evaluation, for print and for JSON.

import { median, nearestRank } from '../../src/measure/quantiles.ts';
import type { Fold, Judged } from './folds.ts';

/** Of one number of anchors, over rows × draws of anchors. Shares, not per cent. */
export interface AnchorReport {
  readonly anchors: number;
  readonly rows: number;
  readonly forecasts: number;
  readonly median: number;
  readonly p90: number;
  readonly medianOfBoardMedians: number;
  readonly medianSign: number | null;
  readonly medianOther: number | null;
  readonly p90Sign: number | null;
  readonly p90Other: number | null;
  readonly coverage: number;
  /** every board weighing the same: what a board that nobody has seen may expect */
  readonly coverageOfBoards: number;
  /** median of high / low */
  readonly width: number;
  readonly intervalScore: number;
}

/** The report on forecasts, one line for each number of anchors. */
export function reportByAnchors(judged: readonly Judged[]): readonly AnchorReport[] {
  const counts = [...new Set(judged.map(({ anchors }) => anchors))].sort((a, b) => a - b);
  return counts.map((count) =>
    toReport(
      count,
      judged.filter(({ anchors }) => anchors === count),
    ),
  );
}

function toReport(anchors: number, judged: readonly Judged[]): AnchorReport {
  const errors = judged.map(({ error }) => error);
  const sign = judged.filter(({ row }) => row.operation === 'sign').map(({ error }) => error);
  const other = judged.filter(({ row }) => row.operation !== 'sign').map(({ error }) => error);
  const boards = groupBy(judged, ({ unit }) => unit.context.board);
  return {
    anchors,
    rows: new Set(judged.map(({ row }) => row)).size,
    forecasts: judged.length,
    median: quantile(errors, 0.5) ?? Number.NaN,
    p90: quantile(errors, 0.9) ?? Number.NaN,
    medianOfBoardMedians:
      quantile(
        [...boards.values()].map(
          (each) =>
            quantile(
              each.map(({ error }) => error),
              0.5,
            ) ?? 0,
        ),
        0.5,
      ) ?? Number.NaN,
    medianSign: quantile(sign, 0.5),
    medianOther: quantile(other, 0.5),
    p90Sign: quantile(sign, 0.9),
    p90Other: quantile(other, 0.9),
    coverage: coverageOf(judged),
    coverageOfBoards: mean([...boards.values()].map(coverageOf)),
    width:
      quantile(
        judged.map(({ low, high }) => high / low),
        0.5,
      ) ?? Number.NaN,
    intervalScore: mean(judged.map((each) => each.intervalScore)),
  };
}

function coverageOf(judged: readonly Judged[]): number {
  return mean(judged.map(({ row, low, high }) => (row.cycles >= low && row.cycles <= high ? 1 : 0)));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The report of each group that `nameOf` names. */
export function mediansBy(judged: readonly Judged[], nameOf: (judged: Judged) => string): ReadonlyMap<string, AnchorReport> {
  const groups = [...groupBy(judged, nameOf)].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return new Map(groups.map(([name, each]) => [name, toReport(each[0]?.anchors ?? 0, each)]));
}

/** Which form the folds chose, how often. */
export function formsOf(folds: readonly Fold[]): ReadonlyMap<string, number> {
  return new Map([...groupBy(folds, ({ tuning }) => tuning.form.name)].map(([name, each]) => [name, each.length]));
}

function groupBy<T>(items: readonly T[], nameOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = nameOf(item);
    const group = groups.get(name) ?? [];
    groups.set(name, group);
    group.push(item);
  }
  return groups;
}

/** Nearest rank; the mean of the two middle ones for the median of an even number. */
export function quantile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null;
  if (share === 0.5) return median(values);
  return (
    nearestRank(
      [...values].sort((a, b) => a - b),
      share,
    ) ?? null
  );
}
