// A connection that carries lines of text to a driver and back: what the conformance test needs of a child process or a serial line.

/** What comes of waiting for a line. */
export type Received =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'closed'; readonly why: string }
  | { readonly kind: 'flooded'; readonly bytes: number };

export interface LineConnection {
  /** sends one line and starts the clock of `receive` */
  readonly send: (line: string) => void;
  /** the next line, or why there is none; `timed-out` when `ms` have passed since the last `send` */
  readonly receive: (ms: number) => Promise<Received>;
  /** a fresh start where there can be one; false where not */
  readonly restart: () => Promise<boolean>;
  readonly close: () => Promise<void>;
}
