// Semihosting: SYS_WRITEC, SYS_WRITE0 and SYS_EXIT, no other. Arm IHI 0100 (Semihosting for AArch32 and AArch64), clauses 6.5, 6.24, 6.25;
// RISC-V uses the same numbers (RISC-V Semihosting 0.4).

import type { Memory } from './memory.ts';
import { EmulationError } from './trap.ts';

const SYS_WRITEC = 0x03;
const SYS_WRITE0 = 0x04;
const SYS_EXIT = 0x18;
const APPLICATION_EXIT = 0x20026;
const MAX_OUTPUT = 1 << 20;

/** What a program wrote and how it ended. */
export class Semihost {
  readonly #memory: Memory;
  #bytes: number[] = [];
  /** true: SYS_EXIT with ADP_Stopped_ApplicationExit; false: with any other reason */
  exited: boolean | undefined;

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  /** Output so far, one character per byte. */
  get output(): string {
    return this.#bytes.map((byte) => String.fromCharCode(byte)).join('');
  }

  /** Forgets output and exit. */
  reset(): void {
    this.#bytes = [];
    this.exited = undefined;
  }

  /** Does one operation; true when the program asked to end. */
  call(operation: number, parameter: number): boolean {
    if (operation === SYS_WRITEC) this.#put(this.#memory.load(parameter, 1));
    else if (operation === SYS_WRITE0) this.#putText(parameter);
    else if (operation === SYS_EXIT) this.exited = parameter === APPLICATION_EXIT;
    else throw new EmulationError('unsupported-instruction', `semihosting operation 0x${(operation >>> 0).toString(16)}`);
    return operation === SYS_EXIT;
  }

  #putText(address: number): void {
    for (let at = address; ; at += 1) {
      const byte = this.#memory.load(at, 1);
      if (byte === 0) return;
      this.#put(byte);
    }
  }

  #put(byte: number): void {
    if (this.#bytes.length >= MAX_OUTPUT) throw new EmulationError('output-too-long', `more than ${MAX_OUTPUT} bytes written`);
    this.#bytes.push(byte);
  }
}
