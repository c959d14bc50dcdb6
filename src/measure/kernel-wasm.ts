// Images of bench/kernels as WebAssembly in this process.

import { PqreadyError } from '../model/errors.ts';
import { type KernelImage, layOut } from './kernel-image.ts';

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

const PAGE_BYTES = 65_536;

/** A wasm32 image of ours. Throws `bad-input` for another module or an entry point that it does not have. */
export function openWasm(bytes: Uint8Array): KernelImage {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
  const memory = exports['memory'];
  const heapBase = exports['__heap_base'];
  if (!(memory instanceof WebAssembly.Memory) || !(heapBase instanceof WebAssembly.Global))
    throw new PqreadyError('bad-input', 'expected a wasm32 image of bench/kernels');
  const write = (address: number, data: Uint8Array): void => {
    const missing = address + data.length - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
    new Uint8Array(memory.buffer).set(data, address);
  };
  return {
    names: Object.keys(exports).filter((name) => name.startsWith('pqr_')),
    call: (name, ...args) => {
      const entry = exports[`pqr_${name}`];
      if (typeof entry !== 'function') throw new PqreadyError('bad-input', `the image has no pqr_${name}`);
      const frame = layOut({ base: Number(heapBase.value), write }, args);
      const result = Number(entry(...frame.values));
      return { result, outputs: frame.outputs.map(([at, length]) => new Uint8Array(memory.buffer, at, length).slice()) };
    },
  };
}
