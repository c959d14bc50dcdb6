// Times ML-KEM and ML-DSA on this machine with tinybench. No figure without a correct result: a known answer comes before the clock,
// and what the last timed run gave is checked after it.

import { Bench } from 'tinybench';
import { PqreadyError } from '../model/errors.ts';
import type { IsoDate } from '../model/evidence.ts';
import type { HostMeasurement } from '../model/measurement.ts';
import type { Progress } from '../model/world.ts';
import { IMPLEMENTATION } from '../pqc/implementation.ts';
import { findKnownAnswerFault } from '../pqc/known-answers.ts';
import { ML_DSA_IDS, ML_KEM_IDS, type MlDsaId, type MlKemId } from '../pqc/parameter-sets.ts';
import { OPERATIONS_EACH, type TimedOperation, timedOperations } from './host-operations.ts';

/** What can be timed here. */
export type HostAlgorithm = MlKemId | MlDsaId;

export interface HostBenchOptions {
  /** the machine as every row names it, `node 20.20 linux x64`; never a host name */
  readonly platform: string;
  /** all six parameter sets where absent */
  readonly algorithms?: readonly HostAlgorithm[];
  /** how long each operation is timed, milliseconds; 500 where absent */
  readonly timeMs?: number;
  readonly date?: IsoDate;
  /** milliseconds of a monotonic clock; the platform's where absent */
  readonly now?: () => number;
  readonly onProgress?: (progress: Progress) => void;
  /** looked at between operations */
  readonly signal?: AbortSignal;
}

const DEFAULT_TIME_MS = 500;
/** Enough for a 95th percentile that is not the maximum. */
const MIN_RUNS = 20;

/**
 * Keygen, encaps, decaps of ML-KEM and keygen, sign, verify of ML-DSA, in the order given.
 * Each signature is of another message with fresh randomness: a fixed message with fixed randomness repeats one path of the rejection
 * loop (FIPS 204 Algorithm 7) and says nothing of the mean. Throws `cancelled` when `signal` is aborted.
 */
export async function benchHost(options: HostBenchOptions): Promise<readonly HostMeasurement[]> {
  const algorithms = options.algorithms ?? [...ML_KEM_IDS, ...ML_DSA_IDS];
  for (const algorithm of algorithms) requireKnownAnswer(algorithm);
  const total = OPERATIONS_EACH * algorithms.length;
  const rows: HostMeasurement[] = [];
  for (const algorithm of algorithms) {
    for (const operation of timedOperations(algorithm)) {
      options.onProgress?.({ stage: 'measure', done: rows.length, total });
      await breathe();
      if (options.signal?.aborted) throw new PqreadyError('cancelled', 'the bench was cancelled');
      rows.push(await time(operation, options));
    }
  }
  options.onProgress?.({ stage: 'measure', done: rows.length, total });
  return rows;
}

function requireKnownAnswer(algorithm: HostAlgorithm): void {
  const fault = findKnownAnswerFault(algorithm);
  if (fault !== undefined) throw new Error(`${algorithm}: ${fault} differs from its known answer, so nothing is timed`);
}

/** The timed loop is synchronous: without this a signal handler would not run between two operations. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

async function time(timed: TimedOperation, options: HostBenchOptions): Promise<HostMeasurement> {
  const timeMs = options.timeMs ?? DEFAULT_TIME_MS;
  const bench = new Bench({
    time: timeMs,
    iterations: MIN_RUNS,
    warmupTime: timeMs / 5,
    warmupIterations: 1,
    retainSamples: true,
    throws: true,
    ...(options.now === undefined ? {} : { now: options.now }),
  });
  bench.add(timed.operation, timed.run, { async: false });
  const [task] = await bench.run();
  if (!timed.holds()) throw new Error(`${timed.algorithm}: the last timed ${timed.operation} gave a wrong result, so there is no figure`);
  if (task?.result.state !== 'completed') throw new Error(`${timed.algorithm}: ${timed.operation} was not timed`);
  const { latency, totalTime } = task.result;
  return toRow(timed, options, { samplesMs: latency.samples ?? [], totalMs: totalTime });
}

interface Timing {
  /** ascending */
  readonly samplesMs: readonly number[];
  readonly totalMs: number;
}

function toRow(timed: TimedOperation, options: HostBenchOptions, { samplesMs, totalMs }: Timing): HostMeasurement {
  return {
    algorithm: timed.algorithm,
    operation: timed.operation,
    metric: 'timeUs',
    value: quantileUs(samplesMs, 0.5),
    spread: { min: quantileUs(samplesMs, 0), max: quantileUs(samplesMs, 1), p95: quantileUs(samplesMs, 0.95) },
    n: samplesMs.length,
    opsPerSecond: (1000 * samplesMs.length) / totalMs,
    method: 'measured-host',
    platform: options.platform,
    implementation: IMPLEMENTATION,
    source: { title: 'measured on this machine by pqready bench host', ...(options.date === undefined ? {} : { date: options.date }) },
  };
}

/** Nearest rank, in microseconds. */
function quantileUs(ascendingMs: readonly number[], quantile: number): number {
  const rank = Math.max(1, Math.ceil(quantile * ascendingMs.length));
  return 1000 * (ascendingMs[rank - 1] ?? Number.NaN);
}
