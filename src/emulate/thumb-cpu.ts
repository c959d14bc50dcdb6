// A Cortex-M core in thread mode on its main stack. Arm DDI 0419 (Armv6-M), DDI 0403 (Armv7-M).

import { type Cpu, type CpuParts, RETURN_ADDRESS } from './cpu.ts';
import type { ApsrExtra } from './dsp.ts';
import type { IsaFeatures } from './isa.ts';
import type { Memory } from './memory.ts';
import { type MutableMeter, newMeter } from './meter.ts';
import type { Semihost } from './semihost.ts';
import type { MicroOp, Slots } from './slots.ts';
import { decodeThumb } from './thumb-decode.ts';
import { THUMB } from './thumb-ops.ts';
import { EmulationError, toHex } from './trap.ts';

const SEMIHOSTING = 0xab;
const NO_ADDRESS = -1;
/** ITSTATE covers at most four instructions (A7.3.2) */
const IT_ROOM = 4;

/** A core with its state. Registers 16 to 18 are scratch of the run loop; 17 is always zero. */
export class ThumbCpu implements Cpu {
  readonly memory: Memory;
  readonly slots: Slots;
  readonly semihost: Semihost;
  readonly features: IsaFeatures;
  readonly convention = { sp: 13, ra: 14, firstArgument: 0, arguments: 4 } as const;
  readonly regs: Int32Array = new Int32Array(32);
  /** S0…S31 as bits */
  readonly floats: Int32Array = new Int32Array(32);
  readonly apsr: ApsrExtra = { q: 0, ge: 0 };
  readonly masks = { primask: 0, faultmask: 0, basepri: 0 };
  processSp = 0;
  meter: MutableMeter = newMeter(0);
  floorOffset = 0;
  slot = 0;
  /** N is the sign of `nf`; Z is `zf === 0` */
  nf = 0;
  zf = 1;
  c = 0;
  v = 0;
  #exclusive = NO_ADDRESS;

  constructor(parts: CpuParts, features: IsaFeatures) {
    this.memory = parts.memory;
    this.slots = parts.slots;
    this.semihost = parts.semihost;
    this.features = features;
  }

  toPointer(address: number): number {
    return address | 1;
  }

  /** Decodes the instruction at a slot; an IT instruction and those it governs are decoded together, since only together they mean it. */
  decode(slot: number): void {
    const micro = this.#decodeAt(slot, false);
    if (micro.target !== undefined && this.slots.find(micro.target) < 0) this.#putAway(slot, micro);
    else this.slots.put(slot, micro);
    if (micro.op !== THUMB.nop || micro.alt === undefined) return;
    let [mask, next] = [micro.alt, slot + 1];
    const base = (micro.imm ?? 0) & 14;
    for (let low = (micro.imm ?? 0) & 1, left = IT_ROOM; (mask & 15) !== 0 && left > 0; left -= 1) {
      const governed = this.#decodeAt(next, true);
      this.slots.put(next, governed, { conditional: THUMB.conditional, condition: base | low });
      low = (mask >>> 3) & 1;
      mask <<= 1;
      next += governed.wide === true ? 2 : 1;
    }
  }

  branchTo(pointer: number): number {
    if (pointer >>> 0 === (RETURN_ADDRESS | 1) >>> 0) return this.slots.padSlot;
    const place = { address: pointer >>> 0 };
    if ((pointer & 1) === 0) throw new EmulationError('bad-branch', `${toHex(pointer)} is not Thumb code: bit 0 is clear`, place);
    const slot = this.slots.find(pointer & ~1);
    if (slot < 0) throw new EmulationError('bad-branch', `${toHex(pointer)} is not memory`, place);
    return slot;
  }

  /** A load that must be aligned on every core: LDM, LDRD, exclusives. */
  loadAligned(address: number, bytes: number): number {
    const size = this.#aligned(address, bytes, 'load');
    return this.memory.load(address, size);
  }

  /** The same for a store; answers the offset in the buffer. */
  storeAligned(address: number, bytes: number, value: number): number {
    const offset = this.memory.store(address, this.#aligned(address, bytes, 'store'), value);
    if (offset < this.slots.codeHigh && offset + bytes > this.slots.codeLow) this.slots.forget(offset, bytes);
    return offset;
  }

  /** LDREX and kin: a load that marks its address (A3.4). */
  loadExclusive(address: number, bytes: number): number {
    const value = this.loadAligned(address, bytes);
    this.#exclusive = address >>> 0;
    return value;
  }

  /** STREX asks whether the mark still stands; either way it is gone then. */
  takeExclusive(address: number): boolean {
    const held = this.#exclusive === address >>> 0;
    this.#exclusive = NO_ADDRESS;
    return held;
  }

  /** VLDM, VLDR: `list` is the first register and, above bit 8, their number. Answers the bytes. */
  loadFloats(address: number, list: number): number {
    for (let index = 0; index < list >> 8; index += 1) this.floats[(list & 31) + index] = this.loadAligned(address + 4 * index, 4);
    return (list >> 8) * 4;
  }

  /** VSTM, VSTR. */
  storeFloats(address: number, list: number): number {
    for (let index = 0; index < list >> 8; index += 1) this.storeAligned(address + 4 * index, 4, this.floats[(list & 31) + index] ?? 0);
    return (list >> 8) * 4;
  }

  /** CPSIE, CPSID: bit 4 of the operand sets, bits 1 and 0 choose PRIMASK and FAULTMASK. */
  changeMasks(operand: number): void {
    const value = (operand >> 4) & 1;
    if ((operand & 2) !== 0) this.masks.primask = value;
    if ((operand & 1) !== 0) this.masks.faultmask = value;
  }

  /** BKPT; true when the program asked to end. */
  breakpoint(immediate: number): boolean {
    if (immediate !== SEMIHOSTING) throw new EmulationError('breakpoint', `BKPT ${immediate}`);
    return this.semihost.call(this.regs[0] ?? 0, this.regs[1] ?? 0);
  }

  /** A conditional branch to no memory keeps its condition: it may never be taken. */
  #putAway(slot: number, micro: MicroOp): void {
    const { op, rn } = micro;
    if (op >= THUMB.beq && op <= THUMB.ble) this.slots.put(slot, micro, { conditional: THUMB.conditional, condition: op - THUMB.beq });
    else if (op === THUMB.cbz || op === THUMB.cbnz)
      this.slots.put(slot, { ...micro, prefix: { op: THUMB.preCbzAway, rn: rn ?? 0, x: op === THUMB.cbz ? 0 : 1 } });
    else this.slots.put(slot, micro);
  }

  #decodeAt(slot: number, conditional: boolean): ReturnType<typeof decodeThumb> {
    const { u16 } = this.memory;
    const halves = { first: u16[slot] ?? 0, second: u16[slot + 1] ?? 0 };
    return decodeThumb(halves, { address: this.slots.addressOf(slot), features: this.features, conditional });
  }

  #aligned(address: number, bytes: number, verb: string): 1 | 2 | 4 {
    if ((address & (bytes - 1)) !== 0)
      throw new EmulationError('misaligned-access', `${verb} of ${bytes} bytes at ${toHex(address)}`, { address: address >>> 0 });
    return bytes === 4 ? 4 : bytes === 2 ? 2 : 1;
  }
}
