// A projection: what operations would cost on a target, from the work that the standards ask for and from what was measured elsewhere or there.

import type { AlgorithmId } from './algorithm.ts';
import type { SchemeRevision } from './calibration.ts';
import type { Operation } from './measurement.ts';
import type { TargetId } from './target.ts';

/**
 * What a projection stands on. A: three or more operations measured on the board itself, or both probes. B: one or two operations, or one probe.
 * C: nothing measured there, but the core and the class of implementation are known from other sources. D: neither: an interval and no figure.
 */
export type ProjectionTier = 'A' | 'B' | 'C' | 'D';

/** What somebody measured on the target, in one file of theirs. */
export interface Anchors {
  readonly schemaVersion: 1;
  /** one of the names of the target */
  readonly board: string;
  readonly clockHz: number;
  readonly implementation: string;
  /** build of it: `clean`, `m4fspeed`, `C -O3` */
  readonly variant: string;
  readonly compiler: string;
  readonly flags: string;
  /** said where the names do not say it */
  readonly class?: 'assembly' | 'c' | 'low-ram';
  readonly revision?: SchemeRevision;
  readonly probes?: Probes;
  readonly rows: readonly AnchorRow[];
}

/** Cycles of one primitive, as `bench emit` prints them. */
export interface Probes {
  /** one Keccak-f[1600] */
  readonly keccakCycles?: number;
  /** one forward transform of ML-KEM */
  readonly mlKemNttCycles?: number;
  /** one forward transform of ML-DSA */
  readonly mlDsaNttCycles?: number;
}

/** One measured operation: cycles, or microseconds at the clock of the file. */
export interface AnchorRow {
  readonly algorithm: AlgorithmId;
  readonly operation: Operation;
  readonly cycles?: number;
  readonly timeUs?: number;
  readonly samples?: number;
  readonly minCycles?: number;
  readonly maxCycles?: number;
}

/** 80 % of such intervals cover the truth; how many did is in docs/benchmarks.md. */
export interface CycleInterval {
  /** the middle; absent in tier D */
  readonly cycles?: number;
  readonly lowCycles: number;
  readonly highCycles: number;
}

/** One projected operation. Signing: the mean over messages; `p99` only where the anchors allow it. */
export interface ProjectedOperation extends CycleInterval {
  readonly algorithm: AlgorithmId;
  readonly operation: Operation;
  /** at the clock of the projection */
  readonly timeUs?: { readonly value?: number; readonly low: number; readonly high: number };
  readonly p99?: CycleInterval;
}

export type RefusalCode =
  | 'xtensa-without-anchor'
  | 'round-3'
  | 'fixed-message'
  | 'p99-from-few-signatures'
  | 'operation-without-work-vector'
  | 'impossible-figure'
  | 'implausible-anchor';

/** What was not projected or not used, and why. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly detail: string;
}

/** What a projection gives. */
export interface Projection {
  readonly target: TargetId;
  readonly method: 'projected';
  readonly tier: ProjectionTier;
  readonly clockHz?: number;
  readonly implementation: { readonly name: string; readonly class: string };
  /** how many measured operations it stands on */
  readonly anchors: number;
  readonly operations: readonly ProjectedOperation[];
  readonly refusals: readonly Refusal[];
}
