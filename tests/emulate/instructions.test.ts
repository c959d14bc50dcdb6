// Each instruction alone: what it does to registers, flags, memory and the meter.

import { describe, expect, it } from 'vitest';
import type { EmulatedIsa } from '../../src/emulate/isa.ts';
import { ISA_FEATURES } from '../../src/emulate/isa.ts';
import { Machine } from '../../src/emulate/machine.ts';
import type { Meter } from '../../src/emulate/meter.ts';
import { decodeRv32 } from '../../src/emulate/rv32-decode.ts';
import { RV32 } from '../../src/emulate/rv32-ops.ts';
import { decodeThumb } from '../../src/emulate/thumb-decode.ts';
import { THUMB } from '../../src/emulate/thumb-ops.ts';
import { DSP_ROWS, MAINLINE_ROWS, RV32_ROWS, THUMB_ROWS, V8_ROWS } from './rows.ts';

interface Row {
  readonly asm: string;
  readonly code: readonly number[];
  readonly before: ReadonlyMap<string, number>;
  readonly after: ReadonlyMap<string, number>;
}

const RAM = { base: 0x2000_0000, bytes: 4096, writable: true };
const FLASH = { base: 0, bytes: 4096, writable: false };
const THUMB_SP = 0x2000_0800;
const COUNTS = new Set(['loads', 'stores', 'branches', 'word', 'long', 'half', 'high', 'divides', 'instructions']);
const ABI = 'zero ra sp gp tp t0 t1 t2 s0 s1 a0 a1 a2'.split(' ');

function toRow(text: string): Row {
  const [asm = '', code = '', before = '', after = ''] = text.split('|').map((part) => part.trim());
  return { asm, code: code.split(' ').map((each) => Number.parseInt(each, 16)), before: toMap(before), after: toMap(after) };
}

function toMap(text: string): ReadonlyMap<string, number> {
  return new Map(
    text
      .split(' ')
      .filter((each) => each !== '')
      .map((each): [string, number] => {
        const [name = '', value = ''] = each.split('=');
        return [name, Number.parseInt(value, 16)];
      }),
  );
}

function registerOf(name: string): number {
  const abi = ABI.indexOf(name);
  if (name === 'lr') return 14;
  return name.startsWith('r') && name !== 'ra' ? Number(name.slice(1)) : abi;
}

function word(value: number): Uint8Array {
  return Uint8Array.of(value, value >>> 8, value >>> 16, value >>> 24);
}

/** A machine before the row, and its answers after it. */
function play(row: Row, isa: EmulatedIsa): (name: string) => number {
  const thumb = isa !== 'rv32imc';
  const origin = thumb ? 0x100 : 0x8000_0100;
  const machine = new Machine({ isa, regions: thumb ? [FLASH, RAM] : [{ base: 0x8000_0000, bytes: 4096, writable: true }] });
  machine.load({ segments: [], symbols: new Map(), entry: origin });
  machine.write(origin, new Uint8Array(row.code.flatMap((half) => [half & 0xff, half >>> 8])));
  if (thumb) machine.setRegister(13, THUMB_SP);
  for (const [name, value] of row.before) {
    if (name.startsWith('[')) machine.write(Number.parseInt(name.slice(1), 16), word(value));
    else if (name === 'sp') machine.setRegister(thumb ? 13 : 2, value);
    else if (name === 'nzcv') setFlags(machine, value);
    else machine.setRegister(registerOf(name), value);
  }
  const meter = machine.step(row.asm.split(';').length);
  return (name) => readBack(machine, meter, { name, thumb });
}

/** By the instruction for it: MSR APSR_nzcvq, r12. */
function setFlags(machine: Machine, nzcv: number): void {
  const code = machine.pc;
  const kept = machine.read(code, 4);
  machine.setRegister(12, nzcv << 28);
  machine.write(code, Uint8Array.of(0x8c, 0xf3, 0x00, 0x88));
  machine.step(1);
  machine.write(code, kept);
  machine.load({ segments: [], symbols: new Map(), entry: code });
  machine.setRegister(12, 0);
}

function readBack(machine: Machine, meter: Meter, { name, thumb }: { readonly name: string; readonly thumb: boolean }): number {
  if (name.startsWith('[')) return new DataView(machine.read(Number.parseInt(name.slice(1), 16), 4).buffer).getUint32(0, true);
  if (name === 'pc') return machine.pc;
  if (name === 'sp') return machine.register(thumb ? 13 : 2);
  if (name === 'nzcv') return machine.flags >>> 28;
  if (name === 'q') return (machine.flags >>> 27) & 1;
  if (name === 'ge') return (machine.flags >>> 16) & 15;
  if (name === 'lowestSp') return meter.lowestSp;
  if (!COUNTS.has(name)) return machine.register(registerOf(name));
  const { multiplies, takenBranches, ...rest } = meter;
  return new Map(Object.entries({ ...rest, ...multiplies, branches: takenBranches })).get(name) ?? -1;
}

const TABLES: readonly (readonly [EmulatedIsa, string, readonly string[]])[] = [
  ['armv6-m', 'Armv6-M', THUMB_ROWS],
  ['armv7-m', 'Armv7-M', [...THUMB_ROWS, ...MAINLINE_ROWS]],
  ['armv7e-m', 'Armv7E-M', DSP_ROWS],
  ['armv8-m', 'Armv8-M', [...V8_ROWS, ...MAINLINE_ROWS]],
  ['rv32imc', 'RV32IMC', RV32_ROWS],
];

describe.each(TABLES)('%s', (isa, _name, texts) => {
  it.each(texts.map((text) => [text.replaceAll(' | ', '  '), toRow(text)] as const))('%s', (_text, row) => {
    const answer = play(row, isa);
    const found = [...row.after.keys()].map((name) => `${name}=${answer(name).toString(16)}`);
    const wanted = [...row.after].map(([name, value]) => `${name}=${value.toString(16)}`);
    expect(found).toEqual(wanted);
  });
});

describe('the rows', () => {
  /** Operations that no single instruction decodes to: traps, and Thumb's conditional, which comes from IT. */
  const APART = new Set([
    'undecoded',
    'wall',
    'stop',
    'undefined',
    'away',
    'unsupported',
    'conditional',
    'preBranchAway',
    'preCbzAway',
    'bkpt',
    'svc',
    'ebreak',
    'ecall',
  ]);

  it('use every operation of the Thumb table', () => {
    const used = new Set<number>();
    for (const row of [THUMB_ROWS, MAINLINE_ROWS, DSP_ROWS, V8_ROWS].flat().map(toRow)) {
      for (let at = 0; at < row.code.length; ) {
        const halves = { first: row.code[at] ?? 0, second: row.code[at + 1] ?? 0 };
        const conditional = row.asm.startsWith('it') && at > 0;
        const micro = decodeThumb(halves, { address: 0x100, features: ISA_FEATURES['armv8-m'], conditional });
        for (const op of [micro.op, micro.prefix?.op]) if (op !== undefined) used.add(op);
        at += micro.wide === true ? 2 : 1;
      }
    }
    expect(Object.entries(THUMB).flatMap(([name, op]) => (used.has(op) || APART.has(name) ? [] : [name]))).toEqual([]);
  });

  it('use every operation of the RV32 table', () => {
    const used = new Set<number>();
    for (const row of RV32_ROWS.map(toRow)) {
      const micro = decodeRv32((row.code[0] ?? 0) | ((row.code[1] ?? 0) << 16), 0x100);
      for (const op of [micro.op, micro.prefix?.op]) if (op !== undefined) used.add(op);
    }
    expect(Object.entries(RV32).flatMap(([name, op]) => (used.has(op) || APART.has(name) ? [] : [name]))).toEqual([]);
  });
});
