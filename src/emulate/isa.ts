// The instruction sets that are interpreted, and what each has beside its base. Arm DDI 0419 (Armv6-M), DDI 0403 (Armv7-M, with the DSP
// extension Armv7E-M), DDI 0553 (Armv8-M); RISC-V Unprivileged ISA 20191213, chapters 2 (RV32I), 7 (M) and 16 (C).

import type { Isa } from '../model/target.ts';

/** An instruction set that a `Machine` can have. */
export type EmulatedIsa = Extract<Isa, 'armv6-m' | 'armv7-m' | 'armv7e-m' | 'armv8-m' | 'rv32imc'>;

/** What the Thumb decoder and the memory may do on a core. */
export interface IsaFeatures {
  readonly thumb: boolean;
  /** 32-bit Thumb instructions other than BL, MRS, MSR and barriers; IT, CBZ, division */
  readonly mainline: boolean;
  /** SIMD, saturating and halfword multiply instructions */
  readonly dsp: boolean;
  /** VLDR, VSTR, VPUSH, VPOP, VMOV: registers are moved, nothing is calculated */
  readonly fpMoves: boolean;
  /** LDA/STL, LDAEX/STLEX, SG, BXNS, BLXNS of Armv8-M */
  readonly v8: boolean;
  /** a word or halfword may lie on any address */
  readonly unaligned: boolean;
}

const V6M: IsaFeatures = { thumb: true, mainline: false, dsp: false, fpMoves: false, v8: false, unaligned: false };
const V7M: IsaFeatures = { ...V6M, mainline: true, unaligned: true };
const V7EM: IsaFeatures = { ...V7M, dsp: true, fpMoves: true };

/** One row per instruction set. RV32IMC leaves misaligned data to the environment; here it is a fault, as on most small cores. */
export const ISA_FEATURES: Readonly<Record<EmulatedIsa, IsaFeatures>> = {
  'armv6-m': V6M,
  'armv7-m': V7M,
  'armv7e-m': V7EM,
  'armv8-m': { ...V7EM, v8: true },
  rv32imc: { ...V6M, thumb: false },
};

/** e_machine of the ELF files that belong to an instruction set (gABI registry: EM_ARM, EM_RISCV). */
export function elfMachineOf(isa: EmulatedIsa): number {
  return ISA_FEATURES[isa].thumb ? 40 : 243;
}
