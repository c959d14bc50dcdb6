// What a scan is made of: files that scanners will look at, batches of them, and who runs these.

import type { ScannerId } from '../model/evidence.ts';
import type { Given } from '../model/reference.ts';
import type { FileEntry, FileScanner, Progress } from '../model/world.ts';
import type { Said } from './tally.ts';

/** A file that at least one scanner will look at. */
export interface Candidate {
  readonly entry: FileEntry;
  readonly bytes: Uint8Array;
  readonly literals: readonly string[];
  readonly scanners: readonly ScannerId[];
  /** what other files give the names that this one asked for, when it is read again */
  readonly given?: readonly Given[];
}

/** Scans a batch, here or in a worker; the answer keeps the batch's order. */
export type BatchRunner = (batch: readonly Candidate[]) => Promise<readonly Said[]>;

export interface GatherOptions {
  readonly scanners: readonly FileScanner[];
  readonly run: BatchRunner;
  /** batches in flight at once: the number of workers, 1 without */
  readonly lanes?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}
