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
  /** functions of other files whose calls are looked for in it, and nothing else */
  readonly watch?: readonly string[];
}

/** Scans a batch, here or in a worker; the answer keeps the batch's order. */
export type BatchRunner = (batch: readonly Candidate[]) => Promise<readonly Said[]>;

export interface GatherOptions {
  readonly scanners: readonly FileScanner[];
  readonly run: BatchRunner;
  /** batches in flight at once: the number of workers, 1 without */
  readonly lanes?: number;
  /** files with public keys that the operator gave, to verify signatures with */
  readonly verifyKeys?: readonly Uint8Array[];
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

const BATCH_BYTES = 1_000_000;
const BATCH_FILES = 64;

/** Puts files into batches, in their order. */
export async function* toBatches<T>(files: AsyncIterable<T>, bytesOf: (file: T) => number): AsyncGenerator<readonly T[]> {
  let batch: T[] = [];
  let bytes = 0;
  for await (const file of files) {
    batch.push(file);
    bytes += bytesOf(file);
    if (bytes >= BATCH_BYTES || batch.length >= BATCH_FILES) {
      yield batch;
      batch = [];
      bytes = 0;
    }
  }
  if (batch.length > 0) yield batch;
}

/** Runs batches, `lanes` of them at once; what is said comes in their order. */
export async function* runInLanes<T>(
  batches: AsyncIterable<T>,
  lanes: number,
  run: (batch: T) => Promise<readonly Said[]>,
): AsyncGenerator<readonly Said[]> {
  const inFlight: Promise<readonly Said[]>[] = [];
  for await (const batch of batches) {
    const said = run(batch);
    said.catch(() => undefined); // awaited below; another lane may reject first
    inFlight.push(said);
    if (inFlight.length >= lanes) yield (await inFlight.shift()) ?? [];
  }
  for (const said of inFlight) yield await said;
}
