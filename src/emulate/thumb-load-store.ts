// 32-bit loads and stores: one register, two, many, exclusive, ordered; table branches. Arm DDI 0403 A5.3.5 to A5.3.10.

import type { MicroOp, Step } from './slots.ts';
import type { DecodeContext } from './thumb-context.ts';
import { bitCount } from './thumb-narrow.ts';
import { THUMB as T } from './thumb-ops.ts';

const SP = 13;
const LR_PC = 0xc000;
const PC = 15;
const SCRATCH = 16;
const ZERO = 17;

/** What a base register does around an access. */
interface Index {
  readonly rn: number;
  readonly offset: number;
  readonly before: boolean;
  readonly writeBack: boolean;
}

/** LDM, STM, LDRD, STRD, exclusives, table branches: first halfword 1110100… */
export function decodeMultiple(first: number, second: number, context: DecodeContext): MicroOp | undefined {
  if ((first & 0x40) === 0) return list(first, second);
  if (context.features.v8 && first === 0xe97f && second === 0xe97f) return { op: T.nop }; // SG
  const [before, writeBack] = [(first & 0x100) !== 0, (first & 0x20) !== 0];
  if (before || writeBack) return double(first, second, context);
  return (first & 0x80) === 0 ? exclusiveWord(first, second) : exclusiveOrTable(first, second, context);
}

function list(first: number, second: number): MicroOp | undefined {
  const [mode, writeBack, load, rn] = [(first >>> 7) & 3, (first & 0x20) !== 0, (first & 0x10) !== 0, first & 15];
  const count = bitCount(second);
  const inList = ((second >>> rn) & 1) !== 0;
  if ((mode !== 1 && mode !== 2) || rn === PC || count < 2 || (second & 0x2000) !== 0 || (writeBack && inList)) return undefined;
  if (load ? (second & LR_PC) === LR_PC : (second & 0x8000) !== 0) return undefined;
  const down = mode === 2;
  const fields = { rn, rd: writeBack ? 1 : 0, imm: second, ...(down ? { alt: -4 * count } : {}) };
  if (!load) return rn === SP && down && writeBack ? { op: T.push, imm: second, alt: -4 * count } : { op: T.stm, ...fields };
  if (rn !== SP || down || !writeBack) return { op: T.ldm, ...fields };
  return { op: (second & 0x8000) === 0 ? T.pop : T.popPc, imm: second };
}

function double(first: number, second: number, { address }: DecodeContext): MicroOp | undefined {
  const [rd, rm, rn, load] = [second >>> 12, (second >>> 8) & 15, first & 15, (first & 0x10) !== 0];
  const [before, writeBack] = [(first & 0x100) !== 0, (first & 0x20) !== 0];
  const offset = (second & 0xff) * ((first & 0x80) === 0 ? -4 : 4);
  if ([rd, rm].some((each) => each === SP || each === PC) || (load && rd === rm)) return undefined;
  if (writeBack && (rn === rd || rn === rm || rn === PC)) return undefined;
  if (rn === PC) return load ? { op: T.ldrd, rd, rm, rn: ZERO, alt: ((address + 4) & ~3) + offset } : undefined;
  const op = load ? T.ldrd : T.strd;
  if (!writeBack) return { op, rd, rm, rn, alt: offset };
  return { op, rd, rm, ...indexed({ rn, offset, before, writeBack }) };
}

/** The step before an access that moves its base: before it, and the access is at the new base, or after it, and it is at the old one. */
function indexed({ rn, offset, before }: Index): { readonly rn: number; readonly imm: number; readonly prefix: Step } {
  return { rn: before ? rn : SCRATCH, imm: offset, prefix: { op: before ? T.preIndex : T.postIndex, rn } };
}

function exclusiveWord(first: number, second: number): MicroOp | undefined {
  const [rn, rt, rd, imm] = [first & 15, second >>> 12, (second >>> 8) & 15, (second & 0xff) * 4];
  if (rn === PC || rt === SP || rt === PC) return undefined;
  if ((first & 0x10) !== 0) return rd === 15 ? { op: T.ldrex, rd: rt, rn, imm, alt: 4 } : undefined;
  return isResult(rd, rn, rt) ? { op: T.strex, rd, rm: rt, rn, imm, alt: 4 } : undefined;
}

function isResult(rd: number, rn: number, rt: number): boolean {
  return rd !== SP && rd !== PC && rd !== rn && rd !== rt;
}

function exclusiveOrTable(first: number, second: number, { address, features }: DecodeContext): MicroOp | undefined {
  const [kind, load, rn, rt, rm] = [(second >>> 4) & 15, (first & 0x10) !== 0, first & 15, second >>> 12, second & 15];
  if (kind <= 1) return load ? tableBranch(kind, { rn, rm, address, second }) : undefined;
  const bytes = [1, 2, 4][kind & 3];
  if (bytes === undefined || rn === PC || rt === SP || rt === PC || (second & 0xf00) !== 0xf00) return undefined;
  if (kind >= 8 && !features.v8) return undefined;
  if (kind === 6) return undefined; // LDREX and STREX of a word have their own form
  if (kind >= 8 && kind <= 11) return rm === 15 ? { op: load ? T.loadOrdered : T.storeOrdered, rd: rt, rn, alt: bytes } : undefined;
  if (load) return rm === 15 ? { op: T.ldrex, rd: rt, rn, alt: bytes } : undefined;
  return isResult(rm, rn, rt) ? { op: T.strex, rd: rm, rm: rt, rn, alt: bytes } : undefined;
}

interface Table {
  readonly rn: number;
  readonly rm: number;
  readonly address: number;
  readonly second: number;
}

function tableBranch(kind: number, { rn, rm, address, second }: Table): MicroOp | undefined {
  if (rn === SP || rm === SP || rm === PC || (second & 0xff00) !== 0xf000) return undefined;
  const pc = address + 4;
  if (rn === PC) return { op: kind === 0 ? T.tbbPc : T.tbhPc, rm, alt: pc };
  return { op: kind === 0 ? T.tbb : T.tbh, rn, rm, alt: pc };
}

interface Forms {
  readonly immediate: number;
  readonly register: number;
}

const LOADS: readonly (Forms | undefined)[] = [
  { immediate: T.ldrbI, register: T.ldrbR },
  { immediate: T.ldrhI, register: T.ldrhR },
  { immediate: T.ldrI, register: T.ldrR },
  undefined,
  { immediate: T.ldrsbI, register: T.ldrsbR },
  { immediate: T.ldrshI, register: T.ldrshR },
];
const STORES: readonly (Forms | undefined)[] = [
  { immediate: T.strbI, register: T.strbR },
  { immediate: T.strhI, register: T.strhR },
  { immediate: T.strI, register: T.strR },
];

/** One register: first halfword 1111100… */
export function decodeLoadStore(first: number, second: number, context: DecodeContext): MicroOp | undefined {
  const [load, rn, rt] = [(first & 0x10) !== 0, first & 15, second >>> 12];
  const kind = ((first >>> 5) & 3) | (load ? (first >>> 6) & 4 : 0);
  const forms = load ? LOADS[kind] : (first & 0x100) === 0 ? STORES[kind] : undefined;
  if (forms === undefined || (!load && rn === PC)) return undefined;
  const word = kind === 2;
  // PLD, PLI and the memory hints: loads of less than a word into the program counter.
  if (load && rt === PC && !word) return isHint(first, second) ? { op: T.nop } : undefined;
  if (rt === PC && !load) return undefined;
  if (rt === SP && !word) return undefined;
  return access(first, second, { forms, rt, load, address: context.address });
}

function isHint(first: number, second: number): boolean {
  if ((first & 0x80) !== 0 || (first & 15) === PC || (second & 0xfc0) === 0) return true;
  return (second & 0xf00) === 0xc00;
}

interface Access {
  readonly forms: Forms;
  readonly rt: number;
  readonly load: boolean;
  readonly address: number;
}

function access(first: number, second: number, { forms, rt, load, address }: Access): MicroOp | undefined {
  const [up, rn] = [(first & 0x80) !== 0, first & 15];
  if (rn === PC)
    return at(forms, rt, { rn: ZERO, offset: ((address + 4) & ~3) + (up ? 1 : -1) * (second & 0xfff), before: true, writeBack: false });
  if (up) return at(forms, rt, { rn, offset: second & 0xfff, before: true, writeBack: false });
  if ((second & 0x800) === 0)
    return (second & 0x7c0) === 0 ? byRegister(forms, rt, { rn, rm: second & 15, x: (second >>> 4) & 3 }) : undefined;
  const [before, add, writeBack] = [(second & 0x400) !== 0, (second & 0x200) !== 0, (second & 0x100) !== 0];
  if ((!before && !writeBack) || (writeBack && rn === rt)) return undefined;
  // P = U = 1 without W is LDRT and STRT: unprivileged, the same here.
  if (before && add && !writeBack && !load && rt === PC) return undefined;
  return at(forms, rt, { rn, offset: (add ? 1 : -1) * (second & 0xff), before, writeBack });
}

function at(forms: Forms, rt: number, index: Index): MicroOp {
  const { rn, offset, writeBack } = index;
  if (rt === PC) return writeBack ? { op: T.ldrPc, rm: ZERO, ...indexed(index) } : { op: T.ldrPc, rn, rm: ZERO, alt: offset };
  if (rt === SP && forms.immediate === T.ldrI) {
    return writeBack ? { op: T.ldrSp, rm: ZERO, ...indexed(index) } : { op: T.ldrSp, rn, rm: ZERO, alt: offset };
  }
  return writeBack ? { op: forms.register, rd: rt, rm: ZERO, ...indexed(index) } : { op: forms.immediate, rd: rt, rn, imm: offset };
}

function byRegister(
  forms: Forms,
  rt: number,
  place: { readonly rn: number; readonly rm: number; readonly x: number },
): MicroOp | undefined {
  if (place.rm === SP || place.rm === PC) return undefined;
  if (rt === PC) return { op: T.ldrPc, ...place };
  if (rt === SP && forms.immediate === T.ldrI) return { op: T.ldrSp, ...place };
  return { op: forms.register, rd: rt, ...place };
}
