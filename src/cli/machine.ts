// This machine, as the figures of a bench name it: what bears on speed, and nothing that says whose it is.

import { createHash } from 'node:crypto';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Facts that bear on speed. `digest` is the SHA-256 of the others, to tell two machines apart. */
export interface Machine {
  readonly cpu: string;
  readonly threads: number;
  readonly memoryBytes: number;
  readonly os: string;
  readonly arch: string;
  readonly node: string;
  readonly v8: string;
  readonly openssl: string;
  readonly digest: string;
}

/** What the operating system says of it. */
export function describeMachine(): Machine {
  const facts = {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    threads: availableParallelism(),
    memoryBytes: totalmem(),
    os: process.platform,
    arch: process.arch,
    node: process.versions.node,
    v8: process.versions.v8,
    openssl: process.versions.openssl,
  };
  return { ...facts, digest: createHash('sha256').update(JSON.stringify(facts)).digest('hex') };
}

/** The heap of this process: a full collection on demand, and the bytes in use with array buffers. */
export function openHeap(): { readonly collect: () => void; readonly usedBytes: () => number } {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  return {
    collect: () => (typeof collect === 'function' ? collect() : undefined),
    usedBytes: () => {
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      return heapUsed + arrayBuffers;
    },
  };
}
