// Calls the entry points of a wasm32 image of bench/kernels (see its README for the arguments).

import { readFileSync } from 'node:fs';

interface WasmMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}
// Neither lib.es2023 nor @types/node 20 declares the global; this is the part of it that is used here.
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: Readonly<Record<string, unknown>> };
  readonly Memory: new (size: { readonly initial: number }) => WasmMemory;
  readonly Global: new (type: { readonly value: 'i32' }) => { readonly value: number };
};

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

/** What an entry point returned, and the bytes of its `Out` arguments in order. */
export interface CallResult {
  readonly result: number;
  readonly outputs: readonly Uint8Array[];
}

/** An image in memory. */
export interface KernelImage {
  readonly names: readonly string[];
  /** `name` without `pqr_` */
  call(name: string, ...args: readonly Argument[]): CallResult;
}

export type Build = 'fast' | 'small';

/** The committed image of a build. */
export function openImage(build: Build): KernelImage {
  const path = new URL(`../../bench/kernels/images/wasm32-${build}.wasm`, import.meta.url);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(path)));
  const memory = exports['memory'];
  const heapBase = exports['__heap_base'];
  if (!(memory instanceof WebAssembly.Memory) || !(heapBase instanceof WebAssembly.Global)) throw new Error('not an image of ours');
  return {
    names: Object.keys(exports).filter((name) => name.startsWith('pqr_')),
    call: (name, ...args) => {
      const entry = exports[`pqr_${name}`];
      if (typeof entry !== 'function') throw new Error(`no pqr_${name}`);
      const frame = layOut(memory, Number(heapBase.value), args);
      const result = Number(entry(...frame.values));
      return { result, outputs: frame.outputs.map(([at, length]) => new Uint8Array(memory.buffer, at, length).slice()) };
    },
  };
}

interface Frame {
  readonly values: readonly number[];
  /** address and length of each place for a result */
  readonly outputs: readonly (readonly [number, number])[];
}

/** Copies the inputs behind the heap's base, each on a multiple of 16; places for results are filled with 0xa5. */
function layOut(memory: WasmMemory, base: number, args: readonly Argument[]): Frame {
  let next = (base + 15) & ~15;
  const place = (bytes: Uint8Array): number => {
    const at = next;
    next = (at + bytes.length + 15) & ~15;
    if (next > memory.buffer.byteLength) memory.grow(Math.ceil((next - memory.buffer.byteLength) / 65_536));
    new Uint8Array(memory.buffer).set(bytes, at);
    return at;
  };
  const outputs: [number, number][] = [];
  const values = args.map((argument) => {
    if (typeof argument === 'number') return argument;
    if (argument instanceof Uint8Array) return place(argument);
    if ('outBytes' in argument) {
      const at = place(new Uint8Array(argument.outBytes).fill(0xa5));
      outputs.push([at, argument.outBytes]);
      return at;
    }
    const { message, context = new Uint8Array(), form } = argument;
    const fields = Uint32Array.of(place(message), message.length, place(context), context.length, form);
    return place(new Uint8Array(fields.buffer));
  });
  return { values, outputs };
}
