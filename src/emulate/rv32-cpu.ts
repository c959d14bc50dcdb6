// An RV32IMC hart without traps, interrupts or privileges. RISC-V Unprivileged ISA 20191213.

import { type Cpu, type CpuParts, RETURN_ADDRESS } from './cpu.ts';
import type { Memory } from './memory.ts';
import { type MutableMeter, newMeter } from './meter.ts';
import { decodeRv32 } from './rv32-decode.ts';
import type { Semihost } from './semihost.ts';
import type { Slots } from './slots.ts';
import { EmulationError, toHex } from './trap.ts';

/** `slli x0, x0, 0x1f` and `srai x0, x0, 7` around EBREAK mean semihosting (RISC-V Semihosting 0.4). */
const SEMIHOST_ENTRY = 0x01f01013;
const SEMIHOST_EXIT = 0x40705013;

/** A hart with its state. */
export class Rv32Cpu implements Cpu {
  readonly memory: Memory;
  readonly slots: Slots;
  readonly semihost: Semihost;
  readonly convention = { sp: 2, ra: 1, firstArgument: 10, arguments: 8 } as const;
  readonly regs: Int32Array = new Int32Array(32);
  meter: MutableMeter = newMeter(0);
  floorOffset = 0;
  slot = 0;

  constructor(parts: CpuParts) {
    this.memory = parts.memory;
    this.slots = parts.slots;
    this.semihost = parts.semihost;
  }

  toPointer(address: number): number {
    return address;
  }

  /** Decodes the instruction at a slot. */
  decode(slot: number): void {
    const { u16 } = this.memory;
    const micro = decodeRv32((u16[slot] ?? 0) | ((u16[slot + 1] ?? 0) << 16), this.slots.addressOf(slot));
    const away = micro.target !== undefined && micro.away !== undefined && this.slots.find(micro.target) < 0;
    this.slots.put(slot, away ? { ...micro, prefix: micro.away } : micro);
  }

  branchTo(address: number): number {
    if (address >>> 0 === RETURN_ADDRESS) return this.slots.padSlot;
    const slot = this.slots.find(address);
    if (slot < 0) throw new EmulationError('bad-branch', `${toHex(address)} is not memory`, { address: address >>> 0 });
    return slot;
  }

  /** A load into x0: only its faults matter. */
  loadNothing(address: number, bytes: number): void {
    this.memory.load(address, bytes === 4 ? 4 : bytes === 2 ? 2 : 1);
  }

  /** Whether a branch of `funct3` is taken. */
  holds(funct3: number, a: number, b: number): boolean {
    const base = funct3 < 4 ? a === b : funct3 < 6 ? a < b : a >>> 0 < b >>> 0;
    return (funct3 & 1) === 0 ? base : !base;
  }

  /** EBREAK at a slot; true when the program asked to end. */
  breakpoint(slot: number): boolean {
    if (this.#word(slot - 2) !== SEMIHOST_ENTRY || this.#word(slot + 2) !== SEMIHOST_EXIT) throw new EmulationError('breakpoint', 'EBREAK');
    return this.semihost.call(this.regs[10] ?? 0, this.regs[11] ?? 0);
  }

  #word(slot: number): number {
    const { u16 } = this.memory;
    return (u16[slot] ?? 0) | ((u16[slot + 1] ?? 0) << 16);
  }
}
