// The committed images of bench/kernels: wasm32 runs in this process, the others in our interpreters.

import { readFileSync } from 'node:fs';
import { openEmulated } from '../../src/measure/kernel-emulated.ts';
import type { KernelImage } from '../../src/measure/kernel-image.ts';
import type { KernelBuild } from '../../src/measure/kernel-manifest.ts';
import { openWasm } from '../../src/measure/kernel-wasm.ts';
import type { KernelIsa } from '../../src/model/target.ts';

export type { KernelImage, KernelMessage } from '../../src/measure/kernel-image.ts';
export type Build = KernelBuild;

/** The committed image of a build, for wasm32 where no core is named. */
export function openImage(build: Build, isa: KernelIsa | 'wasm32' = 'wasm32'): KernelImage {
  const file = isa === 'wasm32' ? `wasm32-${build}.wasm` : `${isa}-${build}.elf`;
  const bytes = readFileSync(new URL(`../../bench/kernels/images/${file}`, import.meta.url));
  return isa === 'wasm32' ? openWasm(bytes) : openEmulated(bytes, isa);
}
