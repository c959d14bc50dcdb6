// Times one operation of one or several implementations with tinybench, in rounds that take turns, so that what slows the machine slows all.

import { Bench } from 'tinybench';
import { median, sumUp, type Timing } from '../quantiles.ts';
import type { TimedOperation } from './operations.ts';

/** An operation as one implementation does it. */
export interface Contestant {
  readonly implementation: string;
  readonly timed: TimedOperation;
  /** fewest runs in all rounds together */
  readonly fewestRuns: number;
}

export interface TimingOptions {
  /** milliseconds for each contestant, over all rounds */
  readonly timeMs: number;
  /** milliseconds of a monotonic clock; the platform's where absent */
  readonly now?: () => number;
  /** what is called between two rounds: the timed loop is synchronous, and a signal handler must run */
  readonly breathe: () => Promise<void>;
}

/** What a contestant took. `roundMediansUs` pair by index with those of the others. */
export interface Timed {
  readonly contestant: Contestant;
  readonly timing: Timing;
  readonly roundMediansUs: readonly number[];
}

const ROUNDS = 5;

/** One result for each contestant, in their order. Throws where the last timed run of one gave a wrong result: then there is no figure. */
export async function timeSideBySide(contestants: readonly Contestant[], options: TimingOptions): Promise<readonly Timed[]> {
  const rounds = contestants.map((): (readonly number[])[] => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (let turn = 0; turn < contestants.length; turn++) {
      const index = (turn + round) % contestants.length; // each goes first in some round
      const contestant = contestants[index];
      if (contestant === undefined) continue;
      await options.breathe();
      rounds[index]?.push(await timeRound(contestant, options, round === 0));
    }
  }
  return contestants.map((contestant, index) => {
    if (!contestant.timed.holds())
      throw new Error(
        `${contestant.implementation}: the last timed ${contestant.timed.operation} gave a wrong result, so there is no figure`,
      );
    const samples = rounds[index] ?? [];
    return { contestant, timing: sumUp(samples.flat()), roundMediansUs: samples.map((round) => 1000 * median(round)) };
  });
}

/** Samples of one round, milliseconds. */
async function timeRound({ timed, fewestRuns }: Contestant, options: TimingOptions, first: boolean): Promise<readonly number[]> {
  const bench = new Bench({
    time: options.timeMs / ROUNDS,
    iterations: Math.ceil(fewestRuns / ROUNDS),
    warmup: first,
    warmupTime: options.timeMs / ROUNDS,
    warmupIterations: 1,
    retainSamples: true,
    throws: true,
    ...(options.now === undefined ? {} : { now: options.now }),
  });
  bench.add(timed.operation, timed.run, { async: false });
  const [task] = await bench.run();
  if (task?.result.state !== 'completed') throw new Error(`${timed.operation} was not timed`);
  return task.result.latency.samples ?? [];
}
