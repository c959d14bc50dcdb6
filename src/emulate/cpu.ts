// What the machine asks of a core, whichever its instruction set.

import type { Memory } from './memory.ts';
import type { MutableMeter } from './meter.ts';
import type { Semihost } from './semihost.ts';
import type { Slots } from './slots.ts';

/** Why a run loop came back: budget used up, a slot that says stop (its instruction has not run), or the program asked to end. */
export type RunEnd = 'budget' | 'stop' | 'exit';

/** What a core is built on. */
export interface CpuParts {
  readonly memory: Memory;
  readonly slots: Slots;
  readonly semihost: Semihost;
}

/** A core: registers, flags and the slot that runs next. */
export interface Cpu extends CpuParts {
  readonly regs: Int32Array;
  /** register numbers of the calling convention: arguments in `firstArgument`…, result in the first of them */
  readonly convention: { readonly sp: number; readonly ra: number; readonly firstArgument: number; readonly arguments: number };
  slot: number;
  meter: MutableMeter;
  /** writes below this offset in RAM are not the stack's */
  floorOffset: number;
  /** Slot of a branch target; throws `bad-branch`. */
  branchTo(address: number): number;
  /** What to write in a code pointer to reach an address: Thumb sets bit 0. */
  toPointer(address: number): number;
}

/** Address outside any sensible memory that a called function returns to. */
export const RETURN_ADDRESS = 0xfffe_0000;
