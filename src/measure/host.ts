// Times the reference operations on this machine with tinybench, beside the machine's other implementations where the caller names some.
// No figure without a correct result: a known answer or a round trip comes before the clock, and what the last timed run gave is checked after.

import { PqreadyError } from '../model/errors.ts';
import type { IsoDate } from '../model/evidence.ts';
import type { HostMeasurement } from '../model/measurement.ts';
import type { CryptoProvider, HostAlgorithm } from '../model/provider.ts';
import type { Progress } from '../model/world.ts';
import { IMPLEMENTATION } from '../pqc/implementation.ts';
import { type ArtefactSizes, DEFAULT_HOST_ALGORITHMS } from './host/algorithms.ts';
import { type Heap, measureAllocation } from './host/allocation.ts';
import type { TimedOperation } from './host/operations.ts';
import type { Repetitions } from './host/signing-set.ts';
import { openRival, openSubject, type StatefulCase, type Subject } from './host/subjects.ts';
import { type Contestant, type Timed, timeSideBySide } from './host/time.ts';
import { median } from './quantiles.ts';

export interface HostBenchOptions {
  /** the machine as every row names it, `node 20.20 linux x64`; never a host name */
  readonly platform: string;
  /** this machine is that target, so that its figures are of the target */
  readonly target?: string;
  /** ML-KEM and ML-DSA where absent */
  readonly algorithms?: readonly HostAlgorithm[];
  /** implementations to time in the same run */
  readonly providers?: readonly CryptoProvider[];
  /** a published LMS signature, which `lms` verifies */
  readonly stateful?: StatefulCase;
  /** how long each operation of each implementation is timed, milliseconds; 500 where absent */
  readonly timeMs?: number;
  readonly date?: IsoDate;
  readonly heap?: Heap;
  /** milliseconds of a monotonic clock; the platform's where absent */
  readonly now?: () => number;
  readonly onProgress?: (progress: Progress) => void;
  /** looked at between operations */
  readonly signal?: AbortSignal;
}

/** How much faster (above 1) or slower another implementation was than the reference, over the rounds of one run. */
export interface HostRatio {
  readonly algorithm: HostAlgorithm;
  readonly operation: HostMeasurement['operation'];
  readonly implementation: string;
  /** time of the reference ÷ time of the other: the median over the rounds, the least and the greatest */
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly rounds: number;
}

/** What is told of an algorithm beside its times. */
export interface HostAlgorithmFacts {
  readonly id: HostAlgorithm;
  readonly checkedBy: Subject['checkedBy'];
  readonly sizes: ArtefactSizes;
  /** of the set of messages that ML-DSA signing was timed on */
  readonly repetitions?: Repetitions;
}

export interface HostBench {
  readonly algorithms: readonly HostAlgorithmFacts[];
  readonly measurements: readonly HostMeasurement[];
  readonly ratios: readonly HostRatio[];
}

const DEFAULT_TIME_MS = 500;
/** Enough for a 95th percentile that is not the maximum. */
const FEWEST_RUNS = 20;
/** Of an operation that takes longer than all the time it is given. */
const FEWEST_SLOW_RUNS = 5;

/**
 * Times every operation of every algorithm, in the order given. ML-DSA signs a fixed set of messages as often as it takes for whole passes to be
 * representative; everything else takes a fresh input each run. Throws `cancelled` when `signal` is aborted.
 */
export async function benchHost(options: HostBenchOptions): Promise<HostBench> {
  const ids = options.algorithms ?? DEFAULT_HOST_ALGORITHMS;
  const subjects: HostAlgorithmFacts[] = [];
  const measurements: HostMeasurement[] = [];
  const ratios: HostRatio[] = [];
  for (const [index, id] of ids.entries()) {
    options.onProgress?.({ stage: 'measure', done: index, total: ids.length });
    await breathe(options);
    const subject = openSubject(id, options.stateful);
    const { checkedBy, sizes, repetitions } = subject;
    subjects.push({ id, checkedBy, sizes, ...(repetitions === undefined ? {} : { repetitions }) });
    const rivals = (options.providers ?? []).flatMap((provider) =>
      openRival(provider, id).map((timed) => ({ implementation: provider.name, timed, fewestRuns: fewestRunsOf(timed, options) })),
    );
    for (const own of subject.operations) {
      const same = rivals.filter(({ timed }) => timed.operation === own.operation);
      const timed = await timeSideBySide([toContestant(subject, own, options), ...same], {
        timeMs: options.timeMs ?? DEFAULT_TIME_MS,
        breathe: () => breathe(options),
        ...(options.now === undefined ? {} : { now: options.now }),
      });
      measurements.push(...timed.map((one) => toRow(subject, one, options)));
      ratios.push(...toRatios(id, timed));
    }
  }
  options.onProgress?.({ stage: 'measure', done: ids.length, total: ids.length });
  return { algorithms: subjects, measurements, ratios };
}

/** The timed loop is synchronous: without this a signal handler would not run between two operations. */
async function breathe({ signal }: HostBenchOptions): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  if (signal?.aborted) throw new PqreadyError('cancelled', 'the bench was cancelled');
}

// A part of the signing set would not be representative.
function toContestant({ repetitions }: Subject, timed: TimedOperation, options: HostBenchOptions): Contestant {
  const fewestRuns = timed.operation === 'sign' && repetitions !== undefined ? repetitions.signatures : fewestRunsOf(timed, options);
  return { implementation: IMPLEMENTATION, timed, fewestRuns };
}

function fewestRunsOf({ run }: TimedOperation, { timeMs = DEFAULT_TIME_MS, now = () => performance.now() }: HostBenchOptions): number {
  const start = now();
  run();
  return now() - start > timeMs ? FEWEST_SLOW_RUNS : FEWEST_RUNS;
}

function toRow(subject: Subject, { contestant, timing }: Timed, options: HostBenchOptions): HostMeasurement {
  const { algorithm, parameterSet } = subject;
  const allocatedBytes = options.heap === undefined ? undefined : measureAllocation(contestant.timed, options.heap);
  return {
    algorithm,
    ...(parameterSet === undefined ? {} : { parameterSet }),
    operation: contestant.timed.operation,
    metric: 'timeUs',
    value: timing.medianUs,
    spread: {
      min: timing.minUs,
      max: timing.maxUs,
      mean: timing.meanUs,
      ...(timing.p95Us === undefined ? {} : { p95: timing.p95Us }),
      ...(timing.p99Us === undefined ? {} : { p99: timing.p99Us }),
    },
    n: timing.n,
    opsPerSecond: 1e6 / timing.meanUs,
    ...(allocatedBytes === undefined ? {} : { allocatedBytes }),
    method: options.target === undefined ? 'measured-host' : 'measured-board',
    platform: options.target === undefined ? options.platform : `${options.target}, ${options.platform}`,
    implementation: contestant.implementation,
    source: { title: 'measured on this machine by pqready bench host', ...(options.date === undefined ? {} : { date: options.date }) },
  };
}

function toRatios(algorithm: HostAlgorithm, [own, ...others]: readonly Timed[]): readonly HostRatio[] {
  if (own === undefined) return [];
  return others.map(({ contestant, roundMediansUs }) => {
    const ratios = own.roundMediansUs.map((us, round) => us / (roundMediansUs[round] ?? Number.NaN));
    return {
      algorithm,
      operation: contestant.timed.operation,
      implementation: contestant.implementation,
      median: median(ratios),
      min: Math.min(...ratios),
      max: Math.max(...ratios),
      rounds: ratios.length,
    };
  });
}
