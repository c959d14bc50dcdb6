// The 32-bit Thumb instructions but for loads, stores and multiplication, which have files of their own. Arm DDI 0403 A5.3.

import { DSP } from './dsp.ts';
import type { MicroOp } from './slots.ts';
import type { DecodeContext } from './thumb-context.ts';
import { decodeFloat } from './thumb-float.ts';
import { decodeLoadStore, decodeMultiple } from './thumb-load-store.ts';
import { decodeMultiply, decodeRegister } from './thumb-multiply.ts';
import { branchOn, branchTarget, shiftPrefix } from './thumb-narrow.ts';
import { THUMB as T } from './thumb-ops.ts';

const SP = 13;
const PC = 15;
const SCRATCH = 16;

/** One 32-bit instruction from its two halfwords; undefined where this core has none. */
export function decodeWide(first: number, second: number, context: DecodeContext): MicroOp | undefined {
  const { mainline } = context.features;
  if (first >>> 11 === 0b11110 && (second & 0x8000) !== 0) return branchOrSystem(first, second, context);
  if (!mainline) return undefined;
  if ((first & 0x0c00) === 0x0c00 && first >>> 11 !== 0b11110) return decodeFloat(first, second, context);
  if (first >>> 11 === 0b11101) {
    return (first & 0x0200) !== 0 ? shiftedRegister(first, second, context) : decodeMultiple(first, second, context);
  }
  if (first >>> 11 === 0b11110) return (first & 0x0200) === 0 ? modifiedImmediate(first, second) : plainImmediate(first, second, context);
  if ((first & 0x0200) === 0) return decodeLoadStore(first, second, context);
  return (first & 0x0100) === 0 ? decodeRegister(first, second, context.features) : decodeMultiply(first, second, context.features);
}

interface Operand {
  readonly setting: boolean;
  readonly rd: number;
  readonly rn: number;
  readonly rm: number;
}

/** A5.3.11: the second operand is a register, shifted by a constant. */
function shiftedRegister(first: number, second: number, { features }: DecodeContext): MicroOp | undefined {
  const [op, setting, rn] = [(first >>> 5) & 15, (first & 0x10) !== 0, first & 15];
  const [rd, rm, type] = [(second >>> 8) & 15, second & 15, (second >>> 4) & 3];
  const by = ((second >>> 10) & 0x1c) | ((second >>> 6) & 3);
  if ((second & 0x8000) !== 0 || rm === PC || (rm === SP && op !== 2)) return undefined;
  if (op === 6) return features.dsp && !setting && (type & 1) === 0 ? pack(rd, rn, { rm, type, by }) : undefined;
  const plain = type === 0 && by === 0;
  const base = registerOp(op, { setting, rd, rn, rm: plain ? rm : SCRATCH });
  if (base === undefined || plain) return base;
  const carry = setting && isLogical(op);
  if (type === 3 && by === 0) return { ...base, prefix: { op: carry ? T.preRrxS : T.preRrx, rm } };
  return { ...base, prefix: { op: shiftPrefix(type, carry), rm, x: by === 0 ? 32 : by } };
}

function pack(rd: number, rn: number, shift: { readonly rm: number; readonly type: number; readonly by: number }): MicroOp | undefined {
  const { rm, type, by } = shift;
  if ([rd, rn, rm].some((each) => each === SP || each === PC)) return undefined;
  const bottomTop = type === 0;
  if (bottomTop && by === 0) return { op: T.dsp, rd, rn, rm, alt: DSP.pkhbt };
  const prefix = { op: bottomTop ? T.preLsl : T.preAsr, rm, x: by === 0 ? 32 : by };
  return { op: T.dsp, rd, rn, rm: SCRATCH, alt: bottomTop ? DSP.pkhbt : DSP.pkhtb, prefix };
}

/** Operations whose carry is that of the shifter: AND, BIC, ORR, ORN, EOR and their tests and moves. */
function isLogical(op: number): boolean {
  return op <= 4;
}

function registerOp(op: number, operand: Operand): MicroOp | undefined {
  const { setting, rd, rn, rm } = operand;
  const test = rd === PC && setting;
  if (test && op !== 2 && op !== 3) return testRegister(op, rn, rm);
  if (rn === PC && (op === 2 || op === 3)) return moveRegister(op, operand);
  if ((op === 8 || op === 13) && rn === SP && rd === SP) return setting ? undefined : { op: op === 8 ? T.addSpR : T.subSpR, rn, rm };
  if (rd === SP || rd === PC || rn === PC || (rn === SP && op !== 8 && op !== 13)) return undefined;
  const pair = REGISTER_OPS.get(op);
  return pair === undefined ? undefined : { op: pair[setting ? 1 : 0], rd, rn, rm };
}

const REGISTER_OPS: ReadonlyMap<number, readonly [number, number]> = new Map([
  [0, [T.andR, T.andsR]],
  [1, [T.bicR, T.bicsR]],
  [2, [T.orrR, T.orrsR]],
  [3, [T.ornR, T.ornsR]],
  [4, [T.eorR, T.eorsR]],
  [8, [T.addR, T.addsR]],
  [10, [T.adcR, T.adcsR]],
  [11, [T.sbcR, T.sbcsR]],
  [13, [T.subR, T.subsR]],
  [14, [T.rsbR, T.rsbsR]],
]);

function testRegister(op: number, rn: number, rm: number): MicroOp | undefined {
  const found = new Map([
    [0, T.tstR],
    [4, T.teqR],
    [8, T.cmnR],
    [13, T.cmpR],
  ] as const).get(op as 0 | 4 | 8 | 13);
  return found === undefined || rn === PC || (rn === SP && (op === 0 || op === 4)) ? undefined : { op: found, rn, rm };
}

function moveRegister(op: number, { setting, rd, rm }: Operand): MicroOp | undefined {
  if (rd === PC || (rd === SP && (op === 3 || setting || rm === SCRATCH))) return undefined;
  if (rd === SP) return { op: T.addSpI, rn: rm };
  if (rm === SP && (op === 3 || setting)) return undefined;
  return op === 2 ? { op: setting ? T.movsR : T.movR, rd, rm } : { op: setting ? T.mvnsR : T.mvnR, rd, rm };
}

/** A5.3.2: constants as rotated or repeated bytes, with the carry of a rotation. */
function expandImmediate(first: number, second: number): { readonly value: number; readonly carry?: number } | undefined {
  const code = ((first & 0x400) << 1) | ((second >>> 4) & 0x700) | (second & 0xff);
  const byte = code & 0xff;
  if (code >>> 10 !== 0) {
    const by = code >>> 7;
    const bits = 0x80 | (code & 0x7f);
    const value = (bits >>> by) | (bits << (32 - by));
    return { value, carry: value >>> 31 };
  }
  const shape = code >>> 8;
  if (shape !== 0 && byte === 0) return undefined;
  return { value: [byte, byte | (byte << 16), (byte << 8) | (byte << 24), byte * 0x01010101][shape] ?? 0 };
}

/** A5.3.1. */
function modifiedImmediate(first: number, second: number): MicroOp | undefined {
  const constant = expandImmediate(first, second);
  if (constant === undefined) return undefined;
  const [op, setting, rn, rd] = [(first >>> 5) & 15, (first & 0x10) !== 0, first & 15, (second >>> 8) & 15];
  const micro = immediateOp(op, { setting, rd, rn, imm: constant.value | 0 });
  if (micro === undefined || constant.carry === undefined || !setting || !isLogical(op)) return micro;
  return { ...micro, prefix: { op: T.preCarry, x: constant.carry } };
}

interface ImmediateOperand {
  readonly setting: boolean;
  readonly rd: number;
  readonly rn: number;
  readonly imm: number;
}

function immediateOp(op: number, operand: ImmediateOperand): MicroOp | undefined {
  const { setting, rd, rn, imm } = operand;
  const arithmetic = op === 8 || op === 13;
  if (rd === PC && setting) return testImmediate(op, rn, imm);
  if (rn === PC && (op === 2 || op === 3)) {
    return rd === SP || rd === PC ? undefined : { op: setting ? T.movsI : T.movI, rd, imm: op === 2 ? imm : ~imm };
  }
  if (rd === SP && rn === SP && arithmetic) return setting ? undefined : { op: T.addSpI, rn, imm: op === 8 ? imm : -imm };
  if (rd === SP || rd === PC || rn === PC || (rn === SP && !arithmetic)) return undefined;
  const row = IMMEDIATE_OPS.get(op);
  if (row === undefined) return undefined;
  const [plain, flags, change] = row;
  // SUBS keeps its constant: its carry is not that of adding the negative.
  return { op: setting ? flags : plain, rd, rn, imm: setting && op === 13 ? imm : change(imm) | 0 };
}

const same = (value: number): number => value;
const inverted = (value: number): number => ~value;
const negated = (value: number): number => -value;

const IMMEDIATE_OPS: ReadonlyMap<number, readonly [number, number, (value: number) => number]> = new Map([
  [0, [T.andI, T.andsI, same]],
  [1, [T.andI, T.andsI, inverted]],
  [2, [T.orrI, T.orrsI, same]],
  [3, [T.orrI, T.orrsI, inverted]],
  [4, [T.eorI, T.eorsI, same]],
  [8, [T.addI, T.addsI, same]],
  [10, [T.adcI, T.adcsI, same]],
  [11, [T.adcI, T.adcsI, inverted]],
  [13, [T.addI, T.subsI, negated]],
  [14, [T.rsbI, T.rsbsI, same]],
]);

function testImmediate(op: number, rn: number, imm: number): MicroOp | undefined {
  if (rn === PC || (rn === SP && (op === 0 || op === 4))) return undefined;
  if (op === 0) return { op: T.tstI, rn, imm };
  if (op === 4) return { op: T.teqI, rn, imm };
  if (op === 8) return { op: T.cmnI, rn, imm };
  return op === 13 ? { op: T.cmpI, rn, imm } : undefined;
}

/** A5.3.3: constants of 12 or 16 bits, saturation, bit fields. */
function plainImmediate(first: number, second: number, { address, features }: DecodeContext): MicroOp | undefined {
  const [op, rn, rd] = [(first >>> 4) & 31, first & 15, (second >>> 8) & 15];
  const imm12 = ((first & 0x400) << 1) | ((second >>> 4) & 0x700) | (second & 0xff);
  const imm16 = ((first & 15) << 12) | imm12;
  if (rd === PC || (rd === SP && !((op === 0 || op === 10) && rn === SP))) return undefined;
  if (op === 0 || op === 10) return addWide(op === 0 ? imm12 : -imm12, { rd, rn, address });
  if (op === 4) return { op: T.movI, rd, imm: imm16 };
  if (op === 12) return { op: T.movt, rd, imm: imm16 << 16 };
  if (rn === SP || (rn === PC && op !== 22)) return undefined;
  return bitField(op, { rd, rn, second, dsp: features.dsp });
}

function addWide(imm: number, place: { readonly rd: number; readonly rn: number; readonly address: number }): MicroOp {
  const { rd, rn, address } = place;
  if (rn === PC) return { op: T.movI, rd, imm: (((address + 4) & ~3) + imm) | 0 };
  return rd === SP ? { op: T.addSpI, rn, imm } : { op: T.addI, rd, rn, imm };
}

interface FieldOperand {
  readonly rd: number;
  readonly rn: number;
  readonly second: number;
  readonly dsp: boolean;
}

function bitField(op: number, operand: FieldOperand): MicroOp | undefined {
  const { rd, rn, second } = operand;
  const low = ((second >>> 10) & 0x1c) | ((second >>> 6) & 3);
  const last = second & 31;
  switch (op) {
    case 16:
    case 18:
    case 24:
    case 26:
      return saturation(op, operand, low);
    case 20:
      return low + last > 31 ? undefined : { op: T.sbfx, rd, rn, x: low, imm: 31 - last };
    case 28:
      return low + last > 31 ? undefined : { op: T.ubfx, rd, rn, x: low, imm: 0xffffffff >>> (31 - last) };
    case 22: {
      if (last < low) return undefined;
      const mask = (0xffffffff >>> (31 - last + low)) << low;
      return rn === PC ? { op: T.andI, rd, rn: rd, imm: ~mask } : { op: T.bfi, rd, rn, x: low, imm: mask };
    }
    default:
      return undefined;
  }
}

/** SSAT, USAT after a shift; with a right shift by 0 they are SSAT16 and USAT16 of the DSP extension. */
function saturation(op: number, { rd, rn, second, dsp }: FieldOperand, by: number): MicroOp | undefined {
  const signed = op < 24;
  const right = (op & 2) !== 0;
  const bits = (second & 31) + (signed ? 1 : 0);
  if (right && by === 0) {
    return dsp && (second & 16) === 0 ? { op: T.dsp, rd, rm: rn, imm: bits, alt: signed ? DSP.ssat16 : DSP.usat16 } : undefined;
  }
  const alt = signed ? DSP.ssat : DSP.usat;
  if (by === 0) return { op: T.dsp, rd, rm: rn, imm: bits, alt };
  return { op: T.dsp, rd, rm: SCRATCH, imm: bits, alt, prefix: { op: right ? T.preAsr : T.preLsl, rm: rn, x: by } };
}

/** A5.3.4: branches, MRS, MSR, hints, barriers. */
function branchOrSystem(first: number, second: number, context: DecodeContext): MicroOp | undefined {
  const form = (second >>> 12) & 5;
  const { mainline } = context.features;
  if (form === 5) return { op: T.bl, target: longTarget(first, second, context), alt: (context.address + 4) | 1 };
  if (form === 4) return undefined;
  if (form === 1) return mainline ? { op: T.b, target: longTarget(first, second, context) } : undefined;
  if ((first & 0x380) !== 0x380) return mainline ? conditionalWide(first, second, context) : undefined;
  return system(first, second, context);
}

/** J1 and J2 hold the inverse of two address bits, mixed with the sign. */
function longTarget(first: number, second: number, context: DecodeContext): number {
  const s = (first >>> 10) & 1;
  const [i1, i2] = [1 - (((second >>> 13) & 1) ^ s), 1 - (((second >>> 11) & 1) ^ s)];
  const offset = (-s << 24) | (i1 << 23) | (i2 << 22) | ((first & 0x3ff) << 12) | ((second & 0x7ff) << 1);
  return branchTarget(context, offset);
}

function conditionalWide(first: number, second: number, context: DecodeContext): MicroOp | undefined {
  const op = branchOn((first >>> 6) & 15);
  if (op === undefined || context.conditional) return undefined;
  const [s, j1, j2] = [(first >>> 10) & 1, (second >>> 13) & 1, (second >>> 11) & 1];
  const offset = (-s << 20) | (j2 << 19) | (j1 << 18) | ((first & 0x3f) << 12) | ((second & 0x7ff) << 1);
  return { op, target: branchTarget(context, offset) };
}

function system(first: number, second: number, { features }: DecodeContext): MicroOp | undefined {
  const [op, sysm, r] = [(first >>> 4) & 0x7f, second & 0xff, first & 15];
  if (op === 0x38 && (second & 0x3000) === 0) return moveToSpecial(second, r, features.mainline);
  if (op === 0x3e && (second & 0x3000) === 0)
    return isRegister((second >>> 8) & 15) ? { op: T.mrs, rd: (second >>> 8) & 15, imm: sysm } : undefined;
  if ((second & 0x2000) !== 0 || (second & 0x1000) !== 0) return undefined;
  if (op === 0x3b) return barrier(second, features.mainline);
  // NOP.W, YIELD.W, WFE.W, WFI.W, SEV.W, DBG: hints may do nothing.
  return op === 0x3a && features.mainline && (second & 0x0700) === 0 ? { op: T.nop } : undefined;
}

function isRegister(r: number): boolean {
  return r !== SP && r !== PC;
}

function moveToSpecial(second: number, rn: number, mainline: boolean): MicroOp | undefined {
  const mask = (second >>> 10) & 3;
  const apsr = (second & 0xff) <= 7;
  if (!isRegister(rn) || (second & 0x300) !== 0 || mask === 0 || (!mainline && mask !== 2) || (!apsr && mask !== 2)) return undefined;
  return { op: T.msr, rn, imm: second & 0xff, alt: mask };
}

/** DSB, DMB, ISB order what is in order here anyway; CLREX takes the mark of an exclusive load. */
function barrier(second: number, mainline: boolean): MicroOp | undefined {
  const kind = (second >>> 4) & 15;
  if (kind === 2) return mainline ? { op: T.clrex } : undefined;
  return kind >= 4 && kind <= 6 ? { op: T.nop } : undefined;
}
