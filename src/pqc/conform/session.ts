// A conversation with a driver over a line of text: hello, then one request and one answer at a time. Tolerates what a board prints beside its
// answers, and ends in an answer of kind `broken` with its reason where there is none: nothing hangs, and nothing of the driver is trusted.

import type { LineConnection, Received } from '../../model/driver.ts';
import type { OperationAnswer, OperationRequest } from '../operation.ts';
import type { Json } from '../vectors/json.ts';
import { type Hello, readLine, renderHello, renderRequest, toAnswer, toHello } from './wire.ts';

export interface SessionLimits {
  /** for hello, and for each answer */
  readonly helloMs: number;
  readonly answerMs: number;
  /** lines that are no answers, between a request and its answer */
  readonly noiseLines: number;
  /** losses of the connection after which nothing more is asked */
  readonly losses: number;
}

export const SESSION_LIMITS: SessionLimits = { helloMs: 10_000, answerMs: 30_000, noiseLines: 10_000, losses: 3 };

export interface Session {
  readonly hello: Hello;
  readonly ask: (request: OperationRequest) => Promise<OperationAnswer>;
  /** what was odd about the conversation */
  readonly remarks: () => readonly string[];
}

type Exchange = { readonly object: Json } | { readonly why: string; readonly lost: 'silent' | 'gone' | 'no' };

/** A board that starts anew when its line is opened does not hear the first hello. */
const HELLOS = 5;

/** Says hello. Gives the reason where the driver does not answer it as the protocol asks. */
export async function openSession(
  connection: LineConnection,
  limits: SessionLimits = SESSION_LIMITS,
): Promise<Session | { readonly why: string }> {
  const state = { nextId: 1, losses: 0, noise: 0 };
  const exchange = (id: number, line: string, ms: number): Promise<Exchange> =>
    converse({ connection, id, line, ms, limits, onNoise: () => (state.noise += 1) });
  const greet = async (): Promise<Hello | { readonly why: string }> => {
    for (let left = HELLOS; left > 0; left--) {
      const greeted = await exchange(0, renderHello(), limits.helloMs / HELLOS);
      if (!('why' in greeted)) return toHello(greeted.object);
      if (greeted.lost !== 'silent') return { why: `hello: ${greeted.why}` };
    }
    return { why: `hello: no answer within ${limits.helloMs} ms` };
  };
  const hello = await greet();
  if ('why' in hello) return hello;

  const ask = async (request: OperationRequest): Promise<OperationAnswer> => {
    if (state.losses >= limits.losses) return { kind: 'broken', why: `not asked: the driver was lost ${state.losses} times` };
    const id = state.nextId++;
    const line = renderRequest(id, request);
    const most = hello.maxLineBytes;
    if (most !== undefined && line.length > most)
      return { kind: 'unsupported', why: `the request has ${line.length} bytes, the driver reads ${most}` };
    const answered = await exchange(id, line, limits.answerMs);
    if (!('why' in answered)) return toAnswer(answered.object);
    if (answered.lost !== 'no') await recover();
    return { kind: 'broken', why: answered.why };
  };
  const recover = async (): Promise<void> => {
    state.losses += 1;
    const again = (await connection.restart()) ? await greet() : undefined;
    if (again !== undefined && 'why' in again) state.losses = limits.losses;
  };
  const remarks = (): readonly string[] => [
    ...(state.noise > 0 ? [`${state.noise} lines of the driver were no answers and were passed over`] : []),
    ...(state.losses > 0 ? [`the driver was lost ${state.losses} times`] : []),
  ];
  return { hello, ask, remarks };
}

interface Talk {
  readonly connection: LineConnection;
  readonly id: number;
  readonly line: string;
  readonly ms: number;
  readonly limits: SessionLimits;
  readonly onNoise: () => void;
}

async function converse({ connection, id, line, ms, limits, onNoise }: Talk): Promise<Exchange> {
  connection.send(line);
  for (let noise = 0; noise <= limits.noiseLines; ) {
    const received = await connection.receive(ms);
    if (received.kind !== 'line') return { why: sayLoss(received, ms), lost: received.kind === 'timed-out' ? 'silent' : 'gone' };
    const read = readLine(received.text);
    if (read.kind === 'torn') return { why: read.why, lost: 'no' };
    if (read.kind === 'object' && read.id === id) return { object: read.object };
    // An answer that comes after its time was given up, an echo, a log.
    noise += 1;
    onNoise();
  }
  return { why: `no answer among ${limits.noiseLines} lines`, lost: 'gone' };
}

function sayLoss(received: Exclude<Received, { readonly kind: 'line' }>, ms: number): string {
  switch (received.kind) {
    case 'timed-out':
      return `no answer within ${ms} ms`;
    case 'flooded':
      return `no answer in ${received.bytes} bytes of output`;
    case 'closed':
      return received.why;
  }
}
