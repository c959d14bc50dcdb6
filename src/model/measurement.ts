// A number with its origin: what was measured, how, on what, and who says so.

import type { AlgorithmId } from './algorithm.ts';

export type MeasurementMethod = 'measured-board' | 'measured-host' | 'counted-emulated' | 'cycles-modelled' | 'projected' | 'published';
export type Metric = 'instructions' | 'cycles' | 'timeUs' | 'stackBytes' | 'codeBytes' | 'wireBytes' | 'energyUj';
export type Operation = 'keygen' | 'encaps' | 'decaps' | 'sign' | 'verify' | 'keyagree' | 'digest';

/**
 * What a build was made for: `portable` C, `speed` or `stack` for hand-tuned code, `doubtful` for a figure whose source or build is not to be
 * trusted: it is shown with its note and decides nothing.
 */
export type BuildKind = 'portable' | 'speed' | 'stack' | 'doubtful';

/** Who says so. `locator` is a page, table, row or file line in the source. */
export interface Citation {
  readonly title: string;
  readonly locator?: string;
  readonly url?: string;
  readonly date?: string;
}

/** One figure. `spread` in the unit of the metric; `n` is the number of runs, absent where the source does not say. */
export interface Measurement {
  readonly algorithm: AlgorithmId;
  /** what the algorithm id leaves open: a curve and digest, an LMS parameter set */
  readonly parameterSet?: string;
  readonly operation: Operation;
  readonly metric: Metric;
  readonly value: number;
  readonly spread?: { readonly min?: number; readonly max?: number; readonly mean?: number; readonly p95?: number; readonly p99?: number };
  readonly n?: number;
  readonly method: MeasurementMethod;
  /** `stm32l4r5zi @ 24 MHz`, `node 20.20 linux x64` */
  readonly platform: string;
  /** `pqm4 m4fspeed`, `@noble/post-quantum 0.7.1` */
  readonly implementation: string;
  readonly build?: BuildKind;
  /** the clock it was taken at, where the source says so */
  readonly clockHz?: number;
  /** the core it was taken on, where that is not the core of the profile that carries it */
  readonly core?: string;
  readonly source: Citation;
  readonly note?: string;
}

/** Figures that a bench printed. `target` is the profile that they are of; without one they are shown and decide nothing. */
export interface MeasurementFile {
  readonly schemaVersion: 1;
  readonly target?: string;
  readonly measurements: readonly Measurement[];
}

/** How a log sums its runs up; `single` is one run alone, `max` of stacks. */
export type Statistic = 'mean' | 'median' | 'single' | 'max';

/** A figure of a board's log: how the log summed it up, and the line that it stands in. */
export interface BoardMeasurement extends Measurement {
  readonly metric: 'cycles' | 'timeUs' | 'stackBytes' | 'codeBytes';
  readonly method: 'measured-board';
  readonly statistic: Statistic;
  /** 1-based */
  readonly line: number;
  readonly raw: string;
}

/** A timing on this machine: `value` is the median in microseconds, `spread` in microseconds, `n` the timed runs. */
export interface HostMeasurement extends Measurement {
  readonly metric: 'timeUs';
  /** `measured-board` where this machine is said to be a target */
  readonly method: 'measured-host' | 'measured-board';
  readonly n: number;
  /** `p95` from 20 runs on, `p99` from 100: below that they would be the maximum under another name */
  readonly spread: { readonly min: number; readonly max: number; readonly mean: number; readonly p95?: number; readonly p99?: number };
  /** runs divided by the time they took together: the mean rate, not 1 / median */
  readonly opsPerSecond: number;
  /** heap that one run takes and leaves to be collected; a lower bound */
  readonly allocatedBytes?: number;
}
