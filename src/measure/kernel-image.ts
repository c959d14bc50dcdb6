// The entry points of an image of bench/kernels, whichever core it is for: what goes in, what comes out. Its README has the arguments of each.

/** What is signed, as `pqr_message`: form 0 pure, 1 the bytes are M′, 2 the bytes are μ. */
export interface KernelMessage {
  readonly message: Uint8Array;
  readonly context?: Uint8Array;
  readonly form: 0 | 1 | 2;
}

/** A place of so many bytes for a result. */
export interface Out {
  readonly outBytes: number;
}

/** An input, a place for a result, a 32-bit number, a message. */
export type Argument = Uint8Array | Out | KernelMessage | number;

/** What an entry point returned, with its sign, and the bytes of its `Out` arguments in order. */
export interface KernelResult {
  readonly result: number;
  readonly outputs: readonly Uint8Array[];
}

/** An image in memory. */
export interface KernelImage {
  readonly names: readonly string[];
  /** `name` without `pqr_` */
  call(name: string, ...args: readonly Argument[]): KernelResult;
}

/** Where arguments may be put: from `base` on; `write` makes room where it must. */
export interface ArgumentSpace {
  readonly base: number;
  readonly write: (address: number, bytes: Uint8Array) => void;
}

/** Arguments in place. */
export interface Frame {
  readonly values: readonly number[];
  /** address and length of each place for a result */
  readonly outputs: readonly (readonly [number, number])[];
  /** first address behind them */
  readonly end: number;
}

const ALIGNMENT = 16;
/** A kernel that leaves a byte of its result alone is seen. */
const NOT_WRITTEN = 0xa5;

/** Copies the inputs, each on a multiple of 16. */
export function layOut(space: ArgumentSpace, args: readonly Argument[]): Frame {
  const align = (address: number): number => Math.ceil(address / ALIGNMENT) * ALIGNMENT;
  let next = align(space.base);
  const place = (bytes: Uint8Array): number => {
    const at = next;
    next = align(at + bytes.length);
    space.write(at, bytes);
    return at;
  };
  const outputs: (readonly [number, number])[] = [];
  const values = args.map((argument) => {
    if (typeof argument === 'number') return argument;
    if (argument instanceof Uint8Array) return place(argument);
    if ('outBytes' in argument) {
      const at = place(new Uint8Array(argument.outBytes).fill(NOT_WRITTEN));
      outputs.push([at, argument.outBytes]);
      return at;
    }
    const { message, context = new Uint8Array(), form } = argument;
    const fields = Uint32Array.of(place(message), message.length, place(context), context.length, form);
    return place(new Uint8Array(fields.buffer));
  });
  return { values, outputs, end: next };
}
