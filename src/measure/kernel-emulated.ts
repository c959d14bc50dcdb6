// Images of bench/kernels in our interpreters: the memory map is that of bench/kernels/link.

import { readElfImage } from '../emulate/image.ts';
import type { EmulatedIsa } from '../emulate/isa.ts';
import { type CallResult, Machine } from '../emulate/machine.ts';
import type { Region } from '../emulate/memory.ts';
import type { InstructionClasses } from '../model/instruction-classes.ts';
import type { KernelIsa } from '../model/target.ts';
import { type Argument, type KernelImage, type KernelResult, layOut } from './kernel-image.ts';

/** An image whose every call is counted. */
export interface EmulatedKernels extends KernelImage {
  /** whether signing returns how often it rejected; a user's own build does not */
  readonly tellsPath: boolean;
  call(name: string, ...args: readonly Argument[]): KernelResult & { readonly counts: CallResult };
  /** what ran since this was last asked, by class */
  takeClasses(): InstructionClasses;
}

interface Core {
  readonly isa: EmulatedIsa;
  readonly ram: Region;
  readonly code: Region;
}

const CODE_BYTES = 0x20000;
const RAM_BYTES = 0x80000;
const THUMB_MAP = {
  ram: { base: 0x2000_0000, bytes: RAM_BYTES, writable: true },
  code: { base: 0, bytes: CODE_BYTES, writable: false },
} as const;

const CORES: Readonly<Record<KernelIsa, Core>> = {
  v6m: { isa: 'armv6-m', ...THUMB_MAP },
  v7m: { isa: 'armv7-m', ...THUMB_MAP },
  v7em: { isa: 'armv7e-m', ...THUMB_MAP },
  rv32imc: {
    isa: 'rv32imc',
    ram: { base: 0x8010_0000, bytes: RAM_BYTES, writable: true },
    code: { base: 0x8000_0000, bytes: CODE_BYTES, writable: false },
  },
};

/** An image for a core. Throws `EmulationError`; so does each call whose kernel goes wrong. */
export function openEmulated(bytes: Uint8Array, kernelIsa: KernelIsa): EmulatedKernels {
  const { isa, ram, code } = CORES[kernelIsa];
  const image = readElfImage(bytes, isa);
  const machine = new Machine({ isa, regions: [ram, code] });
  machine.load(image);
  const space = { base: ram.base, write: (address: number, data: Uint8Array) => machine.write(address, data) };
  return {
    tellsPath: true,
    names: [...image.symbols.keys()].filter((name) => name.startsWith('pqr_')),
    call: (name, ...args) => {
      const { values, outputs, end } = layOut(space, args);
      const counts = machine.call(`pqr_${name}`, values, { stackTop: machine.addressOf('__stack_top'), stackFloor: end });
      return { result: counts.returnValue | 0, outputs: outputs.map(([at, length]) => machine.read(at, length)), counts };
    },
    takeClasses: () => machine.takeClasses(),
  };
}
