// What one run leaves on the heap: the garbage that a gateway's JavaScript engine has to clear away after each operation.

import { median } from '../quantiles.ts';
import type { TimedOperation } from './operations.ts';

/** The engine's heap, as the caller can see it. */
export interface Heap {
  /** a full collection, now */
  readonly collect: () => void;
  /** bytes of objects and of array buffers that are in use */
  readonly usedBytes: () => number;
}

const RUNS = 5;

/**
 * Bytes allocated by one run and not yet collected at its end: the median of five, each after a full collection. A lower bound, since the engine
 * may collect while the operation runs. Absent where it did so in every run.
 */
export function measureAllocation({ run }: TimedOperation, { collect, usedBytes }: Heap): number | undefined {
  const grown: number[] = [];
  for (let index = 0; index < RUNS; index++) {
    collect();
    const before = usedBytes();
    run();
    const bytes = usedBytes() - before;
    if (bytes >= 0) grown.push(bytes);
  }
  return grown.length === 0 ? undefined : Math.round(median(grown));
}
