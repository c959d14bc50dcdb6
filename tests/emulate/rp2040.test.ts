// Armv6-M against rp2040js, an independent simulator of the Cortex-M0+ cores of the RP2040 (MIT licence): the same random blocks,
// registers, flags and memory compared at the end of each.

import { expect, it } from 'vitest';
import { likelyWord, type Random, toRandom } from '../../bench/emulate/random.ts';
import { thumbBlock } from '../../bench/emulate/thumb-blocks.ts';
import { Machine } from '../../src/emulate/machine.ts';

/** The part of rp2040js that is used. */
interface Simulator {
  readonly sram: Uint8Array;
  readonly core: {
    readonly registers: Uint32Array;
    N: boolean;
    Z: boolean;
    C: boolean;
    V: boolean;
    PC: number;
    executeInstruction(): number;
  };
}

const RAM = 0x2000_0000;
const CODE = RAM + 0x1000;
const DUMP = RAM + 0x2000;
const SCRATCH = RAM + 0x3000;
const BLOCKS = 3000;
const MAX_STEPS = 64;

async function loadSimulator(): Promise<(() => Simulator) | undefined> {
  const name: string = 'rp2040js';
  try {
    const { RP2040 } = await import(name);
    return () => new RP2040();
  } catch {
    return undefined;
  }
}

const simulator = await loadSimulator();

it.runIf(process.env['PQREADY_REQUIRE_ALL'] === '1')('finds rp2040js', () => {
  expect(simulator).toBeDefined();
});

it.skipIf(simulator === undefined)('does what rp2040js does', () => {
  const random = toRandom(40);
  const theirs = simulator?.();
  if (theirs === undefined) return;
  const ours = new Machine({ isa: 'armv6-m', regions: [{ base: RAM, bytes: 0x10000, writable: true }] });
  for (let block = 0; block < BLOCKS; block += 1) {
    const { halves } = thumbBlock(random, 'armv6-m', { address: CODE, dump: DUMP });
    if (halves.some(isKnownToDiffer)) continue;
    const code = new Uint8Array(halves.flatMap((half) => [half & 0xff, half >>> 8]));
    const registers = state(random);
    const nzcv = random.below(16);
    const text = halves.map((half) => half.toString(16)).join(' ');
    expect([text, runOurs(ours, { code, registers, nzcv })]).toEqual([text, runTheirs(theirs, { code, registers, nzcv })]);
  }
});

/**
 * rp2040js 1.4.1 departs from DDI 0419 A6.7 in the carry of shifts by a register that holds 0 or more than 32, and in the overflow of SBCS
 * and ADCS where an operand is 0x7fffffff. QEMU judges those.
 */
function isKnownToDiffer(half: number): boolean {
  return [0x4080, 0x40c0, 0x4100, 0x41c0, 0x4140, 0x4180].includes(half & 0xffc0);
}

interface Start {
  readonly code: Uint8Array;
  readonly registers: readonly number[];
  readonly nzcv: number;
}

function state(random: Random): readonly number[] {
  const registers = Array.from({ length: 14 }, () => likelyWord(random));
  registers[5] = random.below(4) * 4;
  registers[6] = SCRATCH;
  registers[13] = SCRATCH;
  return registers;
}

function runOurs(machine: Machine, { code, registers, nzcv }: Start): readonly unknown[] {
  machine.write(DUMP - 16, Uint8Array.of(0x80, 0xf3, 0x00, 0x88)); // MSR APSR_nzcvq, r0
  machine.setRegister(0, nzcv << 28);
  machine.runTo([DUMP - 12], { from: DUMP - 16 });
  machine.write(CODE, code);
  for (const [index, value] of registers.entries()) machine.setRegister(index, value);
  machine.runTo([DUMP], { from: CODE, budget: MAX_STEPS });
  const after = registers.map((_, index) => machine.register(index));
  return [after, machine.flags >>> 28, [...machine.read(SCRATCH - 128, 288)]];
}

function runTheirs({ core, sram }: Simulator, { code, registers, nzcv }: Start): readonly unknown[] {
  sram.set(code, CODE - RAM);
  for (const [index, value] of registers.entries()) core.registers[index] = value;
  core.N = (nzcv & 8) !== 0;
  core.Z = (nzcv & 4) !== 0;
  core.C = (nzcv & 2) !== 0;
  core.V = (nzcv & 1) !== 0;
  core.PC = CODE;
  for (let step = 0; step < MAX_STEPS && core.PC !== DUMP; step += 1) core.executeInstruction();
  const flags = [core.N, core.Z, core.C, core.V].reduce((bits, flag) => bits * 2 + (flag ? 1 : 0), 0);
  return [[...core.registers.subarray(0, registers.length)], flags, [...sram.subarray(SCRATCH - 128 - RAM, SCRATCH + 160 - RAM)]];
}
