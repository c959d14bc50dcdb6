// A progress line on stderr, only where a person watches, and an abort signal that Ctrl-C fires.

const REDRAW_MS = 100;

interface Told {
  readonly stage: string;
  readonly done: number;
  readonly total?: number;
}

/** Draws and redraws one line; `clear` takes it away. Silent where stderr is no terminal. */
export function startProgress(): { readonly onProgress: (told: Told) => void; readonly clear: () => void } {
  if (!process.stderr.isTTY) return { onProgress: () => undefined, clear: () => undefined };
  let last = 0;
  const onProgress = ({ stage, done, total }: Told): void => {
    const now = Date.now();
    if (now - last < REDRAW_MS) return;
    last = now;
    process.stderr.write(`\r\u001b[K${stage} ${done}${total === undefined ? '' : ` of ${total}`}`);
  };
  return { onProgress, clear: () => process.stderr.write('\r\u001b[K') };
}

/** Fires on the first Ctrl-C or SIGTERM, so that work in hand is dropped whole; a second one ends the process at once. */
export function interruptSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => controller.abort());
  return controller.signal;
}
