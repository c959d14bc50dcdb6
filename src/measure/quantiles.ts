// Quantiles by nearest rank, the median, and what a list of timings says: only those ranks that so few samples can carry.

/** Microseconds. `p95` needs 20 samples, `p99` needs 100: below that they would be the maximum under another name. */
export interface Timing {
  readonly n: number;
  readonly medianUs: number;
  readonly meanUs: number;
  readonly minUs: number;
  readonly maxUs: number;
  readonly p95Us?: number;
  readonly p99Us?: number;
}

const FEWEST_FOR_P95 = 20;
const FEWEST_FOR_P99 = 100;

/** Sums up samples in milliseconds, at least one. */
export function sumUp(samplesMs: readonly number[]): Timing {
  const ascending = [...samplesMs].sort((a, b) => a - b);
  const n = ascending.length;
  const rankUs = (share: number): number => 1000 * (nearestRank(ascending, share) ?? Number.NaN);
  return {
    n,
    medianUs: rankUs(0.5),
    meanUs: (1000 * ascending.reduce((sum, ms) => sum + ms, 0)) / n,
    minUs: rankUs(0),
    maxUs: rankUs(1),
    ...(n < FEWEST_FOR_P95 ? {} : { p95Us: rankUs(0.95) }),
    ...(n < FEWEST_FOR_P99 ? {} : { p99Us: rankUs(0.99) }),
  };
}

/** The median of a few numbers: the middle one, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const ascending = [...values].sort((a, b) => a - b);
  const half = ascending.length >> 1;
  const [low = Number.NaN, high = low] = ascending.length % 2 === 1 ? [ascending[half]] : ascending.slice(half - 1, half + 1);
  return (low + high) / 2;
}

/** The item of an ascending list that `share` of its items do not exceed: the nearest rank. Absent only where the list is empty. */
export function nearestRank<T>(ascending: readonly T[], share: number): T | undefined {
  return ascending[Math.max(1, Math.ceil(share * ascending.length)) - 1];
}
