// A board or gateway as a profile: what it has, each figure with its source, and what others have measured on it.

import type { Citation, Measurement } from './measurement.ts';

/** A fact with its source; `value: null` is "not known", and stays so. */
export interface Sourced<T> {
  readonly value: T | null;
  readonly source: Citation | null;
}

export type TargetId = string;

export type Isa =
  | 'armv6-m'
  | 'armv7-m'
  | 'armv7e-m'
  | 'armv8-m'
  | 'armv7-a'
  | 'armv8-a'
  | 'rv32imc'
  | 'rv32imac'
  | 'rv64'
  | 'xtensa-lx6'
  | 'xtensa-lx7'
  | 'x86-64';

/** Instruction sets for which images of the benchmark kernels ship and can be counted. */
export type KernelIsa = 'v6m' | 'v7m' | 'v7em' | 'rv32imc';

/** `profiles/targets/<id>.json`. */
export interface TargetProfile {
  readonly schemaVersion: 1;
  readonly id: TargetId;
  readonly name: string;
  readonly core: string;
  readonly isa: Isa;
  /** board names and SoC names of build systems that mean this target, lowercase */
  readonly matches: readonly string[];
  readonly clockHz: Sourced<number>;
  readonly ramBytes: Sourced<number>;
  readonly flashBytes: Sourced<number>;
  readonly accelerators: Sourced<readonly string[]>;
  readonly trng: Sourced<boolean>;
  /** of the memory that code runs from, at `clockHz`; absent or null is not known, never zero */
  readonly waitStates?: Sourced<number>;
  /** drawn by the chip while the core computes at `clockHz`, milliamperes; without it no energy is given */
  readonly activeCurrentMa?: Sourced<number>;
  readonly supplyVolts?: Sourced<number>;
  /** published figures for this board or for the same core at a stated clock */
  readonly measurements: readonly Measurement[];
  /** licence notices that the sources of the figures ask for */
  readonly notices: readonly string[];
}
