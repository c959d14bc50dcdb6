// Where batches are scanned: in this thread, or handed to worker threads. The answer is the same; `inventory/` sorts it.

import { loadGrammar } from './io/package-files.ts';
import { startPool } from './io/workers.ts';
import { type BatchRunner, type Candidate, scanBatch } from './scan/gather.ts';
import { SCANNERS } from './scan/index.ts';
import type { Said } from './scan/tally.ts';
import type { FromWorker, ToWorker } from './worker.ts';

/** Runs batches, `lanes` of them at once; `close` ends the threads. */
export interface Threads {
  readonly run: BatchRunner;
  readonly lanes: number;
  readonly close: () => Promise<void>;
}

/** One job is this thread; more are worker threads (they pay above some 300 MB of candidates: each parses with grammars of its own). */
export function startThreads(jobs: number): Threads {
  if (jobs <= 1) {
    return { run: (batch) => scanBatch(batch, SCANNERS, { loadGrammar }), lanes: 1, close: async () => undefined };
  }
  const pool = startPool<readonly Candidate[], readonly Said[]>(new URL('./worker.js', import.meta.url), jobs, {
    toMessage: (batch): ToWorker => ({ kind: 'batch', batch }),
    toAnswer: (message) => (isFromWorker(message) && message.kind === 'said' ? { answer: message.said } : undefined),
    toReply: async (message): Promise<ToWorker> => {
      if (!isFromWorker(message) || message.kind !== 'need-grammar')
        throw new TypeError('a worker sent a message that is not of its protocol');
      return { kind: 'grammar', name: message.name, bytes: await loadGrammar(message.name) };
    },
  });
  return { run: pool.run, lanes: jobs, close: pool.close };
}

function isFromWorker(message: unknown): message is FromWorker {
  return (
    typeof message === 'object' && message !== null && 'kind' in message && (message.kind === 'said' || message.kind === 'need-grammar')
  );
}
