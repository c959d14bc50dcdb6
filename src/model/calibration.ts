// What models are fitted on: rows of others' measurements in the product's own shape, each with its source (`profiles/calibration/*.json`).

import type { AlgorithmId } from './algorithm.ts';
import type { InstructionClasses } from './instruction-classes.ts';
import type { Citation, Operation } from './measurement.ts';

/** Instructions by class of one operation, counted in emulation, beside the published cycles of the same code. */
export interface CycleRow {
  /** `ml-kem-768`, `dilithium2` (round 3) */
  readonly scheme: string;
  readonly operation: Operation;
  readonly cycles: number;
  readonly counts: InstructionClasses;
  /** why the row fits nothing; absent where it does */
  readonly setAside?: string;
}

/** Rows of one implementation on one board. */
export interface CycleGroup {
  readonly core: string;
  readonly implementation: string;
  readonly board: string;
  readonly source: Citation;
  readonly note?: string;
  readonly rows: readonly CycleRow[];
}

/** `profiles/calibration/cycle-counts.json`. */
export interface CycleCalibration {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly groups: readonly CycleGroup[];
  readonly notices: readonly string[];
}

/** `round-3`: the NIST submission, which hashes more than the standard: its figures are not the standard's. */
export type SchemeRevision = 'fips' | 'round-3';

/** One measured operation. */
export interface ProjectionRow {
  /** `ml-kem-768`; of round 3 the set that became it */
  readonly scheme: AlgorithmId;
  readonly operation: Operation;
  readonly cycles: number;
  /** runs behind the mean, where the source says */
  readonly samples?: number;
}

/** What one build did on one board. */
export interface ProjectionGroup {
  readonly board: string;
  readonly core: string;
  readonly isa: string;
  readonly clockHz?: number;
  /** the source says that code ran without wait states */
  readonly zeroWait?: boolean;
  readonly implementation: string;
  readonly variant: string;
  readonly revision: SchemeRevision;
  /** of several runs of the same build */
  readonly session?: string;
  readonly source: Citation;
  readonly note?: string;
  readonly rows: readonly ProjectionRow[];
}

/** `profiles/calibration/projection.json`. */
export interface ProjectionCalibration {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly groups: readonly ProjectionGroup[];
  readonly notices: readonly string[];
}
