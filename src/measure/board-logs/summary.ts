// Several runs of one operation as one figure: the mean, with the least and the greatest.

import type { LogFigure } from './log.ts';

/** One run. */
export type LogRun = Omit<LogFigure, 'statistic' | 'n' | 'spread'>;

/** One figure for each algorithm, operation, metric and build, in the order of their first runs. One run alone stays `single`. */
export function sumUpRuns(runs: readonly LogRun[]): readonly LogFigure[] {
  const groups = new Map<string, LogRun[]>();
  for (const run of runs) {
    const key = JSON.stringify([run.algorithm ?? null, run.operation, run.metric, run.implementation ?? null, run.note ?? null]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [run]);
    else group.push(run);
  }
  return [...groups.values()].flatMap(toFigure);
}

function toFigure(runs: readonly LogRun[]): readonly LogFigure[] {
  const [first] = runs;
  if (first === undefined) return [];
  if (runs.length === 1) return [{ ...first, statistic: 'single', n: 1 }];
  const values = runs.map(({ value }) => value);
  const [min, max] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
  // A stack is as deep as its deepest run.
  if (first.metric === 'stackBytes') return [{ ...first, value: max, statistic: 'max', n: runs.length, spread: { min, max } }];
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return [{ ...first, value: Math.round(mean * 1000) / 1000, statistic: 'mean', n: runs.length, spread: { min, max } }];
}
