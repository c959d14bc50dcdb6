// Decoded instructions: one slot per halfword of memory, filled when an instruction is first reached. A run loop reads nothing but these.

import type { Memory } from './memory.ts';
import { GUARD_BYTES } from './memory.ts';

/** One instruction as a decoder gives it. Registers 0…15 of Thumb, 0…31 of RISC-V; above the architecture's own are scratch. */
export interface MicroOp extends Step {
  /** takes two halfwords */
  readonly wide?: boolean;
  readonly imm?: number;
  /** a second constant: the return address of a call, a mask, a kind */
  readonly alt?: number;
  /** address of a direct branch; `imm` becomes what brings the loop to its slot */
  readonly target?: number;
  /** runs before it: shifts an operand, moves a base register */
  readonly prefix?: Step;
}

/** What fits one word: operation, three registers and seven bits more. */
export interface Step {
  readonly op: number;
  readonly rd?: number;
  readonly rn?: number;
  readonly rm?: number;
  readonly x?: number;
}

/** Operations that both tables number alike, since memory and machine set them. */
export const SHARED = { undecoded: 0, wall: 1, stop: 2, undefined: 3, away: 4 } as const;

/** The slots of a memory. `code` is what runs; `real` and `final` hold what a conditional or prefixed instruction goes on with. */
export class Slots {
  readonly code: Int32Array;
  readonly imm: Int32Array;
  readonly alt: Int32Array;
  readonly real: Int32Array;
  readonly final: Int32Array;
  /** how often each instruction was begun, and how often its IT condition then failed; `takeClasses` of the machine reads and clears them */
  readonly runs: Float64Array;
  readonly skips: Float64Array;
  /** a slot that stops the machine: where a called function returns to */
  readonly padSlot: number;
  /** range of offsets in writable memory that hold decoded instructions */
  codeLow = 0x7fffffff;
  codeHigh = 0;
  readonly #memory: Memory;
  readonly #stops = new Set<number>();

  constructor(memory: Memory) {
    const count = memory.u16.length;
    this.#memory = memory;
    this.code = new Int32Array(count);
    this.imm = new Int32Array(count);
    this.alt = new Int32Array(count);
    this.real = new Int32Array(count);
    this.final = new Int32Array(count);
    this.runs = new Float64Array(count);
    this.skips = new Float64Array(count);
    for (const region of memory.regions) {
      const end = (region.offset + region.bytes) >>> 1;
      this.code.fill(SHARED.wall, end, end + GUARD_BYTES / 2);
    }
    this.padSlot = count - GUARD_BYTES / 4;
    this.code[this.padSlot] = SHARED.stop;
  }

  /** Slot of an address, or -1. */
  find(address: number): number {
    const offset = this.#memory.find(address & ~1, 2);
    return offset < 0 ? -1 : offset >>> 1;
  }

  /** Address of a slot. */
  addressOf(slot: number): number {
    return this.#memory.addressOf(slot * 2);
  }

  /** Fills a slot. With `condition` the instruction runs only where that holds (`conditional` is the operation that asks). */
  put(slot: number, micro: MicroOp, guard?: { readonly conditional: number; readonly condition: number }): void {
    const wide = micro.wide === true;
    const target = micro.target === undefined ? slot : this.find(micro.target);
    const away = target < 0;
    this.imm[slot] = away ? (micro.target ?? 0) : micro.target === undefined ? (micro.imm ?? 0) : target - (wide ? 2 : 1);
    this.alt[slot] = micro.alt ?? 0;
    const last = pack(away ? { op: SHARED.away } : micro, wide);
    this.final[slot] = last;
    const first = micro.prefix === undefined ? last : pack(micro.prefix, wide);
    this.real[slot] = first;
    this.code[slot] = guard === undefined ? first : pack({ op: guard.conditional, x: guard.condition }, wide);
    this.#markWritable(slot, wide);
    if (this.#stops.has(slot)) this.code[slot] = SHARED.stop;
  }

  /** Forgets what was decoded at an offset: bytes there have changed. A condition reaches four instructions on, so as many are forgotten. */
  forget(offset: number, bytes: number): void {
    const from = Math.max(0, (offset >>> 1) - 9);
    const to = Math.min(this.padSlot, (offset + bytes + 1) >>> 1);
    for (let slot = from; slot < to; slot += 1) if ((this.code[slot] ?? 0) !== SHARED.wall) this.code[slot] = this.#fresh(slot);
  }

  /** Makes the machine stop before the instruction at a slot, or no longer. */
  setStop(slot: number, on: boolean): void {
    if (slot === this.padSlot) return;
    if (on) this.#stops.add(slot);
    else this.#stops.delete(slot);
    this.code[slot] = this.#fresh(slot);
  }

  #fresh(slot: number): number {
    return this.#stops.has(slot) ? SHARED.stop : SHARED.undecoded;
  }

  #markWritable(slot: number, wide: boolean): void {
    const offset = slot * 2;
    const region = this.#memory.regions.findLast((each) => each.offset <= offset);
    if (region?.writable !== true) return;
    this.codeLow = Math.min(this.codeLow, offset);
    this.codeHigh = Math.max(this.codeHigh, offset + (wide ? 4 : 2));
  }
}

/** op 9 bits, rd 5, rn 5, rm 5, x 7, wide 1: the layout that the run loops unpack. */
function pack(step: Step, wide: boolean): number {
  const { op, rd = 0, rn = 0, rm = 0, x = 0 } = step;
  return op | (rd << 9) | (rn << 14) | (rm << 19) | ((x & 0x7f) << 24) | (wide ? 1 << 31 : 0);
}
