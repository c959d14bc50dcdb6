// Which image of the benchmark kernels stands for a target's core, or why none does.

import type { KernelIsa, TargetProfile } from '../model/target.ts';

/** The image that is counted for a target; `note` where it was built for another core. */
export interface KernelChoice {
  readonly isa: KernelIsa;
  readonly note?: string;
}

/** Why nothing can be counted, and what would give figures. */
export interface NoKernel {
  readonly reason: string;
  readonly instead: readonly string[];
}

/** The image for a target's instruction set, or why there is none. */
export function chooseKernel({ isa, core }: Pick<TargetProfile, 'isa' | 'core'>): KernelChoice | NoKernel {
  switch (isa) {
    case 'armv6-m':
      return { isa: 'v6m' };
    case 'armv7-m':
      return { isa: 'v7m' };
    case 'armv7e-m':
      return core.startsWith('Cortex-M4') ? { isa: 'v7em' } : { isa: 'v7em', note: `${core} runs the image built for Cortex-M4` };
    case 'armv8-m':
      return core.startsWith('Cortex-M23')
        ? { isa: 'v6m', note: `${core} runs Armv8-M Baseline; counted is the Armv6-M image` }
        : { isa: 'v7em', note: `${core} runs Armv8-M; counted is the v7E-M image, whose counts agree with Armv8-M code within 2 %` };
    case 'rv32imc':
    case 'rv32imac':
      return { isa: 'rv32imc' };
    default:
      return { reason: `no image and no interpreter for ${core} (${isa})`, instead: insteadOf(isa) };
  }
}

function insteadOf(isa: TargetProfile['isa']): readonly string[] {
  const figures = 'figures of your own board, as pqready assess --measurements FILE';
  return isa.startsWith('xtensa')
    ? [figures, 'pqready bench project with --anchor, operations measured on this target: without one nothing is projected for Xtensa']
    : [figures, 'pqready bench host, run on the device itself'];
}

/** True where nothing can be counted. */
export function isNoKernel(choice: KernelChoice | NoKernel): choice is NoKernel {
  return 'reason' in choice;
}
