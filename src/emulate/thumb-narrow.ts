// The 16-bit Thumb instructions. Arm DDI 0403 A5.2.

import type { MicroOp } from './slots.ts';
import type { DecodeContext } from './thumb-context.ts';
import { THUMB as T } from './thumb-ops.ts';

const SP = 13;
const PC = 15;
const ZERO = 17;

/** One 16-bit instruction; undefined where there is none. */
export function decodeNarrow(h: number, context: DecodeContext): MicroOp | undefined {
  const top = h >>> 12;
  if (top <= 1) return shiftAddSubtract(h, context);
  if (top <= 3) return immediate(h, context);
  if (top === 4) return (h & 0x800) !== 0 ? loadLiteral(h, context) : (h & 0x400) === 0 ? dataProcessing(h, context) : special(h, context);
  if (top <= 9) return loadStore(h);
  if (top === 10) return address(h, context);
  if (top === 11) return miscellaneous(h, context);
  if (top === 12) return multiple(h);
  if (top === 13) return conditionalBranch(h, context);
  return h >>> 11 === 0b11100 ? { op: T.b, target: branchTarget(context, (h << 21) >> 20) } : undefined;
}

/** A5.2.1, first half: LSL, LSR, ASR, ADD, SUB. */
function shiftAddSubtract(h: number, { conditional }: DecodeContext): MicroOp {
  const [rd, rm, by] = [h & 7, (h >>> 3) & 7, (h >>> 6) & 31];
  const kind = (h >>> 11) & 3;
  if (kind === 3) return addSubtract(h, conditional);
  if (kind === 0 && by === 0) return { op: conditional ? T.movR : T.movsR, rd, rm };
  const ops = [conditional ? T.lslI : T.lslsI, conditional ? T.lsrI : T.lsrsI, conditional ? T.asrI : T.asrsI];
  if (by !== 0) return { op: ops[kind] ?? T.undefined, rd, rm, x: by };
  return { op: conditional ? T.movR : T.movsR, rd, rm: 16, prefix: { op: shiftPrefix(kind, !conditional), rm, x: 32 } };
}

function addSubtract(h: number, conditional: boolean): MicroOp {
  const [rd, rn, third] = [h & 7, (h >>> 3) & 7, (h >>> 6) & 7];
  const subtract = (h & 0x200) !== 0;
  if ((h & 0x400) === 0) {
    const op = subtract ? (conditional ? T.subR : T.subsR) : conditional ? T.addR : T.addsR;
    return { op, rd, rn, rm: third };
  }
  if (conditional) return { op: T.addI, rd, rn, imm: subtract ? -third : third };
  return { op: subtract ? T.subsI : T.addsI, rd, rn, imm: third };
}

/** Prefix of a shift type (0 LSL, 1 LSR, 2 ASR, 3 ROR), with or without carry. */
export function shiftPrefix(type: number, carry: boolean): number {
  const plain = [T.preLsl, T.preLsr, T.preAsr, T.preRor];
  const setting = [T.preLslS, T.preLsrS, T.preAsrS, T.preRorS];
  return (carry ? setting : plain)[type] ?? T.undefined;
}

/** A5.2.1, second half: MOV, CMP, ADD, SUB with 8 bits. */
function immediate(h: number, { conditional }: DecodeContext): MicroOp {
  const [r, imm] = [(h >>> 8) & 7, h & 0xff];
  switch ((h >>> 11) & 3) {
    case 0:
      return { op: conditional ? T.movI : T.movsI, rd: r, imm };
    case 1:
      return { op: T.cmpI, rn: r, imm };
    case 2:
      return { op: conditional ? T.addI : T.addsI, rd: r, rn: r, imm };
    default:
      return conditional ? { op: T.addI, rd: r, rn: r, imm: -imm } : { op: T.subsI, rd: r, rn: r, imm };
  }
}

/** A5.2.2. */
function dataProcessing(h: number, { conditional }: DecodeContext): MicroOp | undefined {
  const [r, rm] = [h & 7, (h >>> 3) & 7];
  const both = { rd: r, rn: r, rm };
  const pick = (setting: number, plain: number): number => (conditional ? plain : setting);
  const rows: readonly MicroOp[] = [
    { op: pick(T.andsR, T.andR), ...both },
    { op: pick(T.eorsR, T.eorR), ...both },
    { op: pick(T.lslsR, T.lslR), ...both },
    { op: pick(T.lsrsR, T.lsrR), ...both },
    { op: pick(T.asrsR, T.asrR), ...both },
    { op: pick(T.adcsR, T.adcR), ...both },
    { op: pick(T.sbcsR, T.sbcR), ...both },
    { op: pick(T.rorsR, T.rorR), ...both },
    { op: T.tstR, rn: r, rm },
    { op: pick(T.rsbsI, T.rsbI), rd: r, rn: rm, imm: 0 },
    { op: T.cmpR, rn: r, rm },
    { op: T.cmnR, rn: r, rm },
    { op: pick(T.orrsR, T.orrR), ...both },
    { op: pick(T.muls, T.mul), ...both },
    { op: pick(T.bicsR, T.bicR), ...both },
    { op: pick(T.mvnsR, T.mvnR), rd: r, rm },
  ];
  return rows[(h >>> 6) & 15];
}

/** A5.2.3: high registers, BX, BLX. */
function special(h: number, context: DecodeContext): MicroOp | undefined {
  const [rd, rm] = [(h & 7) | ((h >>> 4) & 8), (h >>> 3) & 15];
  const pc = context.address + 4;
  switch ((h >>> 8) & 3) {
    case 0:
      return addHigh(rd, rm, pc);
    case 1:
      return rd === PC || rm === PC || (rd < 8 && rm < 8) ? undefined : { op: T.cmpR, rn: rd, rm };
    case 2:
      return moveHigh(rd, rm, pc);
    default:
      return branchExchange(h, context);
  }
}

function addHigh(rd: number, rm: number, pc: number): MicroOp | undefined {
  if (rd === PC) return rm === PC ? undefined : { op: T.movPc, rm, imm: pc };
  if (rd === SP) return rm === PC ? undefined : { op: T.addSpR, rn: SP, rm };
  return rm === PC ? { op: T.addI, rd, rn: rd, imm: pc } : { op: T.addR, rd, rn: rd, rm };
}

function moveHigh(rd: number, rm: number, pc: number): MicroOp {
  if (rd === PC) return rm === PC ? { op: T.movPc, rm: ZERO, imm: pc } : { op: T.movPc, rm };
  if (rd === SP) return rm === PC ? { op: T.addSpI, rn: ZERO, imm: pc } : { op: T.addSpI, rn: rm };
  return rm === PC ? { op: T.movI, rd, imm: pc } : { op: T.movR, rd, rm };
}

function branchExchange(h: number, { address, features }: DecodeContext): MicroOp | undefined {
  const rm = (h >>> 3) & 15;
  const low = h & 7;
  // BXNS and BLXNS of Armv8-M: here all memory is of one state.
  if ((low !== 0 && !(features.v8 && low === 4)) || rm === PC) return undefined;
  return (h & 0x80) === 0 ? { op: T.bx, rm } : { op: T.blx, rm, alt: (address + 2) | 1 };
}

function loadLiteral(h: number, { address }: DecodeContext): MicroOp {
  return { op: T.ldrI, rd: (h >>> 8) & 7, rn: ZERO, imm: ((address + 4) & ~3) + (h & 0xff) * 4 };
}

const REGISTER_FORMS = [T.strR, T.strhR, T.strbR, T.ldrsbR, T.ldrR, T.ldrhR, T.ldrbR, T.ldrshR] as const;

/** A5.2.4. */
function loadStore(h: number): MicroOp | undefined {
  const [rd, rn, imm] = [h & 7, (h >>> 3) & 7, (h >>> 6) & 31];
  const load = (h & 0x800) !== 0;
  switch (h >>> 12) {
    case 5:
      return { op: REGISTER_FORMS[(h >>> 9) & 7] ?? T.undefined, rd, rn, rm: (h >>> 6) & 7 };
    case 6:
      return { op: load ? T.ldrI : T.strI, rd, rn, imm: imm * 4 };
    case 7:
      return { op: load ? T.ldrbI : T.strbI, rd, rn, imm };
    case 8:
      return { op: load ? T.ldrhI : T.strhI, rd, rn, imm: imm * 2 };
    default:
      return { op: load ? T.ldrI : T.strI, rd: (h >>> 8) & 7, rn: SP, imm: (h & 0xff) * 4 };
  }
}

/** ADR, ADD from SP. */
function address(h: number, context: DecodeContext): MicroOp {
  const [rd, imm] = [(h >>> 8) & 7, (h & 0xff) * 4];
  return (h & 0x800) === 0 ? { op: T.movI, rd, imm: ((context.address + 4) & ~3) + imm } : { op: T.addI, rd, rn: SP, imm };
}

/** A5.2.5. */
function miscellaneous(h: number, context: DecodeContext): MicroOp | undefined {
  const [rd, rm] = [h & 7, (h >>> 3) & 7];
  const { mainline } = context.features;
  switch ((h >>> 8) & 15) {
    case 0:
      return { op: T.addSpI, rn: SP, imm: (h & 0x7f) * ((h & 0x80) === 0 ? 4 : -4) };
    case 1:
    case 3:
    case 9:
    case 11:
      return mainline ? compareAndBranch(h, context) : undefined;
    case 2:
      return { op: [T.sxth, T.sxtb, T.uxth, T.uxtb][(h >>> 6) & 3] ?? T.undefined, rd, rm };
    case 4:
    case 5:
      return push(h);
    case 6:
      return changeState(h, mainline);
    case 10:
      return reverse(h, rd, rm);
    case 12:
    case 13:
      return pop(h);
    case 14:
      return { op: T.bkpt, imm: h & 0xff };
    case 15:
      return (h & 15) === 0 ? { op: T.nop } : mainline ? ifThen(h, context) : undefined;
    default:
      return undefined;
  }
}

function compareAndBranch(h: number, context: DecodeContext): MicroOp | undefined {
  if (context.conditional) return undefined;
  const offset = ((h >>> 3) & 0x1f) * 2 + ((h >>> 9) & 1) * 64;
  return { op: (h & 0x800) === 0 ? T.cbz : T.cbnz, rn: h & 7, target: branchTarget(context, offset) };
}

function push(h: number): MicroOp | undefined {
  const list = (h & 0xff) | ((h & 0x100) << 6);
  return list === 0 ? undefined : { op: T.push, imm: list, alt: -4 * bitCount(list) };
}

function pop(h: number): MicroOp | undefined {
  const list = (h & 0xff) | ((h & 0x100) << 7);
  return list === 0 ? undefined : { op: (h & 0x100) === 0 ? T.pop : T.popPc, imm: list };
}

/** CPSIE and CPSID; Armv6-M has PRIMASK alone. */
function changeState(h: number, mainline: boolean): MicroOp | undefined {
  const operand = h & 0x13;
  if ((h & 0xe0) !== 0x60 || (h & 0x0c) !== 0 || (operand & 3) === 0 || (!mainline && (h & 3) !== 2)) return undefined;
  return { op: T.cps, imm: operand };
}

function reverse(h: number, rd: number, rm: number): MicroOp | undefined {
  const op = [T.rev, T.rev16, undefined, T.revsh][(h >>> 6) & 3];
  return op === undefined ? undefined : { op, rd, rm };
}

/** IT is a nop that carries its first condition (`imm`) and mask (`alt`): the core decodes what it governs. */
function ifThen(h: number, { conditional }: DecodeContext): MicroOp | undefined {
  const [condition, mask] = [(h >>> 4) & 15, h & 15];
  if (conditional || condition === 15 || (condition === 14 && bitCount(mask) !== 1)) return undefined;
  return { op: T.nop, imm: condition, alt: mask };
}

/** STMIA and LDMIA: the base moves unless it is loaded itself. */
function multiple(h: number): MicroOp | undefined {
  const [rn, list, load] = [(h >>> 8) & 7, h & 0xff, (h & 0x800) !== 0];
  if (list === 0) return undefined;
  const inList = ((list >>> rn) & 1) !== 0;
  return { op: load ? T.ldm : T.stm, rn, rd: load && inList ? 0 : 1, imm: list };
}

const CONDITIONAL = [T.beq, T.bne, T.bcs, T.bcc, T.bmi, T.bpl, T.bvs, T.bvc, T.bhi, T.bls, T.bge, T.blt, T.bgt, T.ble] as const;

/** Conditional branch of a condition 0…13. */
export function branchOn(condition: number): number | undefined {
  return CONDITIONAL[condition];
}

function conditionalBranch(h: number, context: DecodeContext): MicroOp | undefined {
  const condition = (h >>> 8) & 15;
  if (condition === 15) return { op: T.svc, imm: h & 0xff };
  const op = branchOn(condition);
  return op === undefined || context.conditional ? undefined : { op, target: branchTarget(context, (h << 24) >> 23) };
}

/** Target of a branch: relative to the address of the instruction plus 4. */
export function branchTarget({ address: at }: DecodeContext, offset: number): number {
  return (at + 4 + offset) >>> 0;
}

/** Number of registers in a list. */
export function bitCount(list: number): number {
  let count = 0;
  for (let left = list; left !== 0; left &= left - 1) count += 1;
  return count;
}
