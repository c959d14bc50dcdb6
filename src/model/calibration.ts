// What models are fitted on: rows of others' measurements in the product's own shape, each with its source (`profiles/calibration/*.json`).

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
