// The entry of a worker thread: takes batches of candidates, answers with what the scanners say of them. It has no disk: grammars
// come from the main thread on request.

import { parentPort } from 'node:worker_threads';
import type { GrammarLoader } from './model/world.ts';
import { type Candidate, scanBatch } from './scan/gather.ts';
import { SCANNERS } from './scan/index.ts';
import type { Said } from './scan/tally.ts';

type GrammarName = Parameters<GrammarLoader>[0];

/** What the main thread sends. */
export type ToWorker =
  | { readonly kind: 'batch'; readonly batch: readonly Candidate[] }
  | { readonly kind: 'grammar'; readonly name: GrammarName; readonly bytes: Uint8Array };

/** What it gets back. */
export type FromWorker =
  | { readonly kind: 'said'; readonly said: readonly Said[] }
  | { readonly kind: 'need-grammar'; readonly name: GrammarName };

const waiting = new Map<string, (bytes: Uint8Array) => void>();

const loadGrammar: GrammarLoader = (name) =>
  new Promise((resolve) => {
    waiting.set(name, resolve);
    send({ kind: 'need-grammar', name });
  });

parentPort?.on('message', async (message: ToWorker) => {
  if (message.kind === 'grammar') {
    waiting.get(message.name)?.(message.bytes);
    return;
  }
  send({ kind: 'said', said: await scanBatch(message.batch, SCANNERS, { loadGrammar }) });
});

function send(message: FromWorker): void {
  parentPort?.postMessage(message);
}
