// Bytes of a driver as lines, for one that waits for them: bounded between one request and the next, with a clock that starts at each request.

import type { Received } from '../model/driver.ts';

/** What a driver may print between two requests: its longest answer, a signature of 50 KB in hexadecimal, with room for a log. */
export const MAX_OUTPUT_BYTES: number = 4 * 2 ** 20;

/** Takes bytes in, gives lines out. */
export interface LineBuffer {
  readonly push: (chunk: Uint8Array) => void;
  /** nothing more will come */
  readonly close: (why: string) => void;
  /** forgets what came and starts the clock */
  readonly begin: () => void;
  readonly next: (ms: number) => Promise<Received>;
}

/** `onFlood` is told once when more than {@link MAX_OUTPUT_BYTES} came since `begin`: whoever reads should stop reading. */
export function createLineBuffer(onFlood: () => void): LineBuffer {
  const lines: string[] = [];
  let [partial, received, begun] = ['', 0, performance.now()];
  let closed: string | undefined;
  let waiting: (() => void) | undefined;
  const decoder = new TextDecoder();
  const wake = (): void => {
    waiting?.();
    waiting = undefined;
  };
  const take = (): Received | undefined => {
    const text = lines.shift();
    if (text !== undefined) return { kind: 'line', text };
    if (received > MAX_OUTPUT_BYTES) return { kind: 'flooded', bytes: received };
    return closed === undefined ? undefined : { kind: 'closed', why: closed };
  };
  return {
    push: (chunk) => {
      const wasFlooded = received > MAX_OUTPUT_BYTES;
      received += chunk.length;
      if (received > MAX_OUTPUT_BYTES) {
        lines.length = 0;
        partial = '';
        if (!wasFlooded) onFlood();
      } else {
        const parts = (partial + decoder.decode(chunk, { stream: true })).split('\n');
        partial = parts.pop() ?? '';
        lines.push(...parts);
      }
      wake();
    },
    close: (why) => {
      closed ??= why;
      wake();
    },
    begin: () => {
      lines.length = 0;
      [received, begun] = [0, performance.now()];
    },
    next: async (ms) => {
      for (;;) {
        const taken = take();
        if (taken !== undefined) return taken;
        const left = begun + ms - performance.now();
        if (left <= 0) return { kind: 'timed-out' };
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, left);
          waiting = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
    },
  };
}
