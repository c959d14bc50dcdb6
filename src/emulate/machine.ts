// A core with memory and a program: load, call a function, run to a place, read what came of it. Everything is deterministic: the same
// program and arguments give the same counts on every machine.
//
//   const machine = new Machine({ isa: 'armv7e-m' });
//   machine.load(readElfImage(bytes, 'armv7e-m'));
//   machine.write(0x20001000, seed);
//   const { instructions, stackBytes, returnValue } = machine.call('crypto_kem_enc', [0x20002000, 0x20003000, 0x20001000]);
//   machine.read(0x20002000, 1088);

import type { InstructionClasses } from '../model/instruction-classes.ts';
import { rv32Classifier, takeClasses, thumbClassifier } from './classes.ts';
import { RETURN_ADDRESS } from './cpu.ts';
import { findSymbol, type Image } from './image.ts';
import { type EmulatedIsa, ISA_FEATURES } from './isa.ts';
import { Memory, type Region } from './memory.ts';
import { type Meter, type MutableMeter, newMeter } from './meter.ts';
import { Rv32Cpu } from './rv32-cpu.ts';
import { runRv32 } from './rv32-run.ts';
import { Semihost } from './semihost.ts';
import { Slots } from './slots.ts';
import { ThumbCpu } from './thumb-cpu.ts';
import { runThumb } from './thumb-run.ts';
import { EmulationError, toHex } from './trap.ts';

/** `regions` default to 1 MiB of flash at 0 and 256 KiB of RAM at 0x20000000 (Thumb), 1 MiB of RAM at 0x80000000 (RV32). */
export interface MachineOptions {
  readonly isa: EmulatedIsa;
  readonly regions?: readonly Region[];
}

/** Where a call has its stack and when it is given up. */
export interface CallOptions {
  /** instructions after which `budget-exhausted` is thrown; 10^9 by default */
  readonly budget?: number;
  /** first address above the stack; the top of RAM by default. Rounded down to 16. */
  readonly stackTop?: number;
  /** lowest address that belongs to the stack; the end of what was loaded into RAM by default. A stack pointer below it is `stack-overflow`. */
  readonly stackFloor?: number;
}

/** What a call did. `stackBytes`: from the stack pointer at entry down to the lowest address written. */
export interface CallResult extends Meter {
  readonly returnValue: number;
  readonly stackBytes: number;
}

/** What ran between two places of a call. `stackBytes`: from the stack pointer at the first down to the lowest address written since. */
export interface Span {
  readonly instructions: number;
  readonly stackBytes: number;
  readonly classes: InstructionClasses;
}

/** How a run ended: at one of the places asked for, or by SYS_EXIT. */
export interface RunResult extends Meter {
  readonly end: 'reached' | 'exit';
  readonly pc: number;
}

const DEFAULT_BUDGET = 1e9;
/** Instructions between two looks at the budget: short enough for 32-bit counts, long enough to cost nothing. */
const SLICE = 1 << 20;
const STACK_ALIGNMENT = 16;
/** Functions that stand-ins replaced in one call: a program that does nothing but call them never comes to its budget. */
const MOST_STAND_INS = 1_000_000;

const THUMB_REGIONS: readonly Region[] = [
  { base: 0, bytes: 1 << 20, writable: false },
  { base: 0x2000_0000, bytes: 1 << 18, writable: true },
];
const RV32_REGIONS: readonly Region[] = [{ base: 0x8000_0000, bytes: 1 << 20, writable: true }];

/** An emulated chip. Every method throws `EmulationError` for what the program or the caller did wrong. */
export class Machine {
  readonly isa: EmulatedIsa;
  readonly #memory: Memory;
  readonly #cpu: ThumbCpu | Rv32Cpu;
  #symbols: Image['symbols'] = new Map();
  #loadedEnd = 0;
  /** since the classes were last taken */
  #takenBranches = 0;
  /** slot of a function → what stands in for it */
  readonly #stubs = new Map<number, (machine: Machine) => number>();
  /** functions that were stood in for since the call began */
  #standIns = 0;
  #span: { readonly top: number; readonly instructions: number } | undefined;

  constructor({ isa, regions }: MachineOptions) {
    const features = ISA_FEATURES[isa];
    this.isa = isa;
    this.#memory = new Memory(regions ?? (features.thumb ? THUMB_REGIONS : RV32_REGIONS), features.unaligned);
    const parts = { memory: this.#memory, slots: new Slots(this.#memory), semihost: new Semihost(this.#memory) };
    this.#cpu = features.thumb ? new ThumbCpu(parts, features) : new Rv32Cpu(parts);
    this.#loadedEnd = this.#memory.ramBase;
    this.#cpu.regs[this.#cpu.convention.sp] = this.#memory.ramBase + this.#memory.ramBytes;
  }

  /** Puts a program into memory, at the addresses it runs at and those it is programmed to; the program counter goes to its entry. */
  load(image: Image): void {
    for (const segment of image.segments) {
      const whole = new Uint8Array(segment.memoryBytes);
      whole.set(segment.bytes);
      this.write(segment.address, whole);
      if (segment.loadAddress !== segment.address) this.write(segment.loadAddress, segment.bytes);
      this.#noteLoaded(segment.address + segment.memoryBytes);
    }
    this.#symbols = image.symbols;
    this.#cpu.slot = this.#slotOf(image.entry);
    // RISC-V linkers address small data from gp, which start-up code sets.
    const globalPointer = image.symbols.get('__global_pointer$')?.[0];
    if (this.isa === 'rv32imc' && globalPointer !== undefined) this.#cpu.regs[3] = globalPointer.address;
  }

  /** Address of a symbol of the loaded program. */
  addressOf(symbol: string): number {
    return findSymbol(this.#symbols, symbol).address;
  }

  /** A copy of bytes in memory. */
  read(address: number, bytes: number): Uint8Array {
    return this.#memory.read(address, bytes);
  }

  /** Writes bytes, into ROM too. */
  write(address: number, bytes: Uint8Array): void {
    const offset = this.#memory.write(address, bytes);
    this.#cpu.slots.forget(offset, bytes.length);
  }

  /** A register as 32 bits without sign. */
  register(index: number): number {
    return (this.#cpu.regs[index] ?? 0) >>> 0;
  }

  /** Sets a register; the program counter is not one of them. */
  setRegister(index: number, value: number): void {
    const isZero = this.isa === 'rv32imc' && index === 0;
    const last = this.isa === 'rv32imc' ? 31 : 14;
    if (!Number.isInteger(index) || index < 0 || index > last || isZero)
      throw new EmulationError('bad-argument', `no register ${index} to set`);
    this.#cpu.regs[index] = value;
  }

  /** N, Z, C, V, Q in bits 31…27 and GE in 19…16 of a Thumb core; 0 on RISC-V. */
  get flags(): number {
    const cpu = this.#cpu;
    if (!(cpu instanceof ThumbCpu)) return 0;
    const { nf, zf, c, v, apsr } = cpu;
    return ((nf & 0x80000000) | (zf === 0 ? 1 << 30 : 0) | (c << 29) | (v << 28) | (apsr.q << 27) | (apsr.ge << 16)) >>> 0;
  }

  /** Address of the instruction that runs next. */
  get pc(): number {
    return this.#cpu.slots.addressOf(this.#cpu.slot);
  }

  /** What the program wrote by semihosting, one character per byte. */
  get output(): string {
    return this.#cpu.semihost.output;
  }

  /** After SYS_EXIT: true for a normal end. */
  get exitedNormally(): boolean | undefined {
    return this.#cpu.semihost.exited;
  }

  /** Puts `act` in the place of a function: it sees the arguments in registers, and its result is returned. No instruction is counted. */
  stub(symbol: string, act: (machine: Machine) => number): void {
    const slot = this.#slotOf(this.addressOf(symbol));
    this.#stubs.set(slot, act);
    this.#cpu.slots.setStop(slot, true);
  }

  /** In a stand-in: counts by itself what runs from here to `endSpan`. Throws where a span is open. */
  beginSpan(): void {
    if (this.#span !== undefined) throw new EmulationError('bad-argument', 'a span was begun twice', { pc: this.pc });
    const top = this.#spOffset();
    this.takeClasses();
    this.#cpu.meter.lowestWriteOffset = top;
    this.#span = { top, instructions: this.#cpu.meter.instructions };
  }

  /** In a stand-in: what ran since `beginSpan`. Throws where no span is open. */
  endSpan(): Span {
    const span = this.#span;
    if (span === undefined) throw new EmulationError('bad-argument', 'a span was ended that was not begun', { pc: this.pc });
    this.#span = undefined;
    const { instructions, lowestWriteOffset } = this.#cpu.meter;
    return {
      instructions: instructions - span.instructions,
      stackBytes: span.top - lowestWriteOffset,
      classes: this.takeClasses(),
    };
  }

  /** The nth argument of a call, as 32 bits without sign, at the entry of a function: a register, n below 4. */
  argument(n: number): number {
    return this.register(this.#cpu.convention.firstArgument + n);
  }

  /** Calls a function by address or symbol: words in registers, then on the stack (AAPCS32, RISC-V ilp32). */
  call(target: number | string, args: readonly number[] = [], options: CallOptions = {}): CallResult {
    const { convention, regs } = this.#cpu;
    const { ramBase, ramBytes } = this.#memory;
    const onStack = args.slice(convention.arguments);
    const top = (options.stackTop ?? ramBase + ramBytes) - 4 * onStack.length;
    const sp = top - (((top % STACK_ALIGNMENT) + STACK_ALIGNMENT) % STACK_ALIGNMENT);
    for (const [index, value] of onStack.entries()) this.#memory.store(sp + 4 * index, 4, value);
    for (const [index, value] of args.slice(0, convention.arguments).entries()) regs[convention.firstArgument + index] = value;
    regs[convention.sp] = sp;
    regs[convention.ra] = this.#cpu.toPointer(RETURN_ADDRESS);
    this.#cpu.slot = this.#slotOf(typeof target === 'string' ? this.addressOf(target) : target);
    return this.#finish(this.#cpu.slots.padSlot, options);
  }

  /** At the entry of a function that the program itself called: runs until it returns to its caller, counting from here. */
  finishCall(options: Omit<CallOptions, 'stackTop'> = {}): CallResult {
    const { slots, regs, convention } = this.#cpu;
    const back = this.#cpu.branchTo(regs[convention.ra] ?? 0);
    slots.setStop(back, true);
    try {
      return this.#finish(back, options);
    } finally {
      slots.setStop(back, false);
    }
  }

  /** Runs on from here (or from `from`) until one of the places is reached or the program exits. */
  runTo(places: readonly (number | string)[], options: { readonly budget?: number; readonly from?: number | string } = {}): RunResult {
    const cpu = this.#cpu;
    const slots = places.map((place) => this.#slotOf(typeof place === 'string' ? this.addressOf(place) : place));
    const { from } = options;
    if (from !== undefined) cpu.slot = this.#slotOf(typeof from === 'string' ? this.addressOf(from) : from);
    cpu.meter = newMeter(this.#spOffset());
    cpu.floorOffset = 0;
    const budget = options.budget ?? DEFAULT_BUDGET;
    if (slots.includes(cpu.slot)) this.#advance(1);
    for (const slot of slots) cpu.slots.setStop(slot, true);
    try {
      const end = cpu.semihost.exited === undefined ? this.#runSlices(budget) : 'exit';
      return { ...this.#meterOf(cpu.meter), end: end === 'exit' ? 'exit' : 'reached', pc: this.pc };
    } finally {
      for (const slot of slots) cpu.slots.setStop(slot, false);
    }
  }

  /** As a Cortex-M core leaves reset: stack pointer and program counter from the vector table. */
  resetFromVectors(table: number): void {
    const [sp, pc] = [this.#memory.load(table, 4), this.#memory.load(table + 4, 4)];
    this.#cpu.regs[this.#cpu.convention.sp] = sp & ~3;
    this.#cpu.slot = this.#cpu.branchTo(pc);
  }

  /** What ran since the machine was made or this was last asked, by class. */
  takeClasses(): InstructionClasses {
    const cpu = this.#cpu;
    const branches = this.#takenBranches;
    this.#takenBranches = 0;
    return takeClasses(cpu.slots, cpu instanceof ThumbCpu ? thumbClassifier(cpu) : rv32Classifier(cpu), branches);
  }

  /** Runs exactly `count` instructions; for tests and debuggers. */
  step(count: number): Meter {
    this.#cpu.meter = newMeter(this.#spOffset());
    this.#advance(count);
    return this.#meterOf(this.#cpu.meter);
  }

  #finish(backSlot: number, options: CallOptions): CallResult {
    const cpu = this.#cpu;
    const top = this.#spOffset();
    const floor = (options.stackFloor ?? this.#loadedEnd) - this.#memory.ramBase;
    if (floor < 0 || floor > top || top > this.#memory.ramBytes)
      throw new EmulationError(
        'bad-argument',
        `expected a stack in RAM, got ${toHex(this.#address(floor))} to ${toHex(this.#address(top))}`,
      );
    cpu.meter = newMeter(top);
    cpu.floorOffset = floor;
    this.#standIns = 0;
    this.#span = undefined;
    this.#runToReturn(backSlot, { top, budget: options.budget ?? DEFAULT_BUDGET });
    const { meter } = cpu;
    if (meter.lowestSpOffset < floor)
      throw new EmulationError(
        'stack-overflow',
        `the stack pointer reached ${toHex(this.#address(meter.lowestSpOffset))}, its floor is ${toHex(this.#address(floor))}`,
      );
    const returnValue = this.register(cpu.convention.firstArgument);
    return { ...this.#meterOf(meter), returnValue, stackBytes: top - meter.lowestWriteOffset };
  }

  /** A recursive function comes to its return address more than once: the stack pointer tells when it is the caller's again. */
  #runToReturn(backSlot: number, { top, budget }: { readonly top: number; readonly budget: number }): void {
    const cpu = this.#cpu;
    for (;;) {
      const end = this.#runSlices(budget);
      if (end === 'exit') throw new EmulationError('program-exit', 'the program ended before the function returned', { pc: this.pc });
      if (cpu.slot !== backSlot) {
        this.#standIn();
        continue;
      }
      const sp = this.#spOffset();
      if (sp === top || (sp > top && backSlot !== cpu.slots.padSlot)) break;
      // Nobody but the caller returns to the pad.
      if (backSlot === cpu.slots.padSlot)
        throw new EmulationError(
          'bad-return',
          `returned with the stack pointer at ${toHex(this.#address(sp))}, entered with ${toHex(this.#address(top))}`,
        );
      cpu.slots.setStop(backSlot, false);
      this.#advance(1);
      cpu.slots.setStop(backSlot, true);
    }
    if (this.#span !== undefined) throw new EmulationError('bad-argument', 'returned inside a span that was begun and not ended');
  }

  #standIn(): void {
    const { convention, regs } = this.#cpu;
    const act = this.#stubs.get(this.#cpu.slot);
    if (act === undefined) throw new EmulationError('breakpoint', 'stopped elsewhere', { pc: this.pc });
    this.#standIns += 1;
    if (this.#standIns > MOST_STAND_INS)
      throw new EmulationError('budget-exhausted', `more than ${MOST_STAND_INS} calls of functions that are stood in for`, { pc: this.pc });
    regs[convention.firstArgument] = act(this);
    this.#cpu.slot = this.#cpu.branchTo(regs[convention.ra] ?? 0);
  }

  #runSlices(budget: number): 'stop' | 'exit' {
    const { meter } = this.#cpu;
    for (;;) {
      const left = budget - meter.instructions;
      if (left <= 0)
        throw new EmulationError('budget-exhausted', `still running after ${meter.instructions} instructions`, { pc: this.pc });
      const end = this.#runSlice(Math.min(left, SLICE));
      if (end !== 'budget') return end;
    }
  }

  #advance(count: number): void {
    for (let left = count; left > 0; left -= SLICE) if (this.#runSlice(Math.min(left, SLICE)) !== 'budget') return;
  }

  #runSlice(budget: number): 'budget' | 'stop' | 'exit' {
    const before = this.#cpu.meter.takenBranches;
    try {
      return this.#cpu instanceof ThumbCpu ? runThumb(this.#cpu, budget) : runRv32(this.#cpu, budget);
    } catch (error) {
      if (error instanceof EmulationError) throw error.at(this.pc, this.#encoding());
      throw error;
    } finally {
      this.#takenBranches += this.#cpu.meter.takenBranches - before;
    }
  }

  #encoding(): number | undefined {
    const { u16 } = this.#memory;
    const { slot } = this.#cpu;
    const [first, second] = [u16[slot], u16[slot + 1]];
    if (first === undefined || second === undefined || this.#memory.find(this.pc, 2) < 0) return undefined;
    const wide = this.isa === 'rv32imc' ? (first & 3) === 3 : first >>> 11 >= 0b11101;
    if (!wide) return first;
    return this.isa === 'rv32imc' ? ((second << 16) | first) >>> 0 : ((first << 16) | second) >>> 0;
  }

  #slotOf(address: number): number {
    const slot = this.#cpu.slots.find(address);
    if (slot < 0) throw new EmulationError('bad-branch', `${toHex(address)} is not memory`, { address: address >>> 0 });
    return slot;
  }

  #spOffset(): number {
    return ((this.#cpu.regs[this.#cpu.convention.sp] ?? 0) - this.#memory.ramBase) | 0;
  }

  #address(offset: number): number {
    return (offset + this.#memory.ramBase) >>> 0;
  }

  #noteLoaded(end: number): void {
    const { ramBase, ramBytes } = this.#memory;
    if (end > ramBase && end <= ramBase + ramBytes) this.#loadedEnd = Math.max(this.#loadedEnd, end);
  }

  #meterOf(meter: MutableMeter): Meter {
    const { instructions, loads, stores, word, long, high, half, divides, takenBranches } = meter;
    return {
      instructions,
      loads,
      stores,
      multiplies: { word, long, high, half },
      divides,
      takenBranches,
      lowestSp: this.#address(meter.lowestSpOffset),
      lowestStackWrite: this.#address(meter.lowestWriteOffset),
    };
  }
}
