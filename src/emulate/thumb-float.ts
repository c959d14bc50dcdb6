// Floating-point registers moved between core, memory and each other: VLDR, VSTR, VLDM, VSTM, VPUSH, VPOP, VMOV. Arithmetic, comparison and
// conversion are not interpreted: they stop the machine. Arm DDI 0403 A6.4 to A6.7.

import type { MicroOp } from './slots.ts';
import type { DecodeContext } from './thumb-context.ts';
import { THUMB as T } from './thumb-ops.ts';

const SP = 13;
const PC = 15;
const ZERO = 17;
const SINGLES = 32;

/** One instruction of coprocessors 10 and 11. Others are `undefined`; what could be interpreted on a larger core is `unsupported`. */
export function decodeFloat(first: number, second: number, { address, features }: DecodeContext): MicroOp | undefined {
  const coprocessor = (second >>> 8) & 15;
  if (!features.fpMoves) return undefined;
  if ((coprocessor !== 10 && coprocessor !== 11) || (first & 0x1000) !== 0) return { op: T.unsupported };
  const double = coprocessor === 11;
  if ((first & 0xfe0) === 0xc40) return pairMove(first, second, double) ?? { op: T.unsupported };
  if ((first & 0xe00) === 0xc00) return transfer(first, second, { double, address }) ?? { op: T.unsupported };
  const known = (second & 0x10) !== 0 ? coreMove(first, second, double) : registerMove(first, second, double);
  return known ?? { op: T.unsupported };
}

/** Number of the first single register: D:Vd for doubles, Vd:D for singles. */
function register(bits: number, extra: number, double: boolean): number {
  return double ? ((extra << 4) | bits) * 2 : (bits << 1) | extra;
}

function transfer(
  first: number,
  second: number,
  { double, address }: { readonly double: boolean; readonly address: number },
): MicroOp | undefined {
  const [before, up, writeBack, load, rn] = [first & 0x100, first & 0x80, first & 0x20, first & 0x10, first & 15];
  const start = register(second >>> 12, (first >>> 6) & 1, double);
  const words = second & 0xff;
  if (before !== 0 && writeBack === 0) {
    const count = double ? 2 : 1;
    const offset = words * (up === 0 ? -4 : 4);
    if ((rn === PC && load === 0) || start + count > SINGLES) return undefined;
    const fields = { imm: start | (count << 8) };
    if (rn === PC) return { op: T.vldm, ...fields, rn: ZERO, alt: ((address + 4) & ~3) + offset };
    return { op: load === 0 ? T.vstm : T.vldm, ...fields, rn, alt: offset };
  }
  const down = before !== 0 && up === 0 && writeBack !== 0;
  const ascending = before === 0 && up !== 0;
  if ((!down && !ascending) || words === 0 || start + words > SINGLES || (double && (words & 1) !== 0) || rn === PC) return undefined;
  return { op: load === 0 ? T.vstm : T.vldm, rn, rd: writeBack === 0 ? 0 : 1, imm: start | (words << 8), alt: down ? -4 * words : 0 };
}

/** Two core registers and two singles, or one double. */
function pairMove(first: number, second: number, double: boolean): MicroOp | undefined {
  const [rt, rt2, toCore] = [second >>> 12, first & 15, (first & 0x10) !== 0];
  const start = register(second & 15, (second >>> 5) & 1, double);
  const wrong = [rt, rt2].some((each) => each === SP || each === PC) || start + 2 > SINGLES || (toCore && rt === rt2);
  if (wrong || (second & 0xd0) !== 0x10) return undefined;
  return { op: toCore ? T.vmovPairToCore : T.vmovPairFromCore, rd: rt, rm: rt2, imm: start };
}

/** One core register and a single, or half of a double. */
function coreMove(first: number, second: number, double: boolean): MicroOp | undefined {
  const [rt, toCore] = [second >>> 12, (first & 0x10) !== 0];
  const group = first & 0xfe0;
  const upper = (first & 0x20) !== 0 ? 1 : 0;
  if (rt === SP || rt === PC || (second & 0x6f) !== 0 || (group !== 0xe00 && !(double && group === 0xe20))) return undefined;
  const start = register(first & 15, (second >>> 7) & 1, double) + (double ? upper : 0);
  return start >= SINGLES ? undefined : { op: toCore ? T.vmovToCore : T.vmovFromCore, rd: rt, imm: start };
}

/** VMOV between registers, and of a constant to a single. */
function registerMove(first: number, second: number, double: boolean): MicroOp | undefined {
  if ((first & 0xfb0) !== 0xeb0) return undefined;
  const to = register(second >>> 12, (first >>> 6) & 1, double);
  if ((second & 0x40) === 0) {
    return double || (second & 0xa0) !== 0 ? undefined : { op: T.vmovI, imm: to, alt: constant(((first & 15) << 4) | (second & 15)) };
  }
  if ((first & 15) !== 0 || (second & 0xc0) !== 0x40) return undefined;
  const from = register(second & 15, (second >>> 5) & 1, double);
  const count = double ? 2 : 1;
  return to + count > SINGLES || from + count > SINGLES ? undefined : { op: T.vmov, imm: to, alt: from, x: count };
}

/** VFPExpandImm of A6.4.1 for singles: sign, inverted and repeated exponent bit, two exponent bits, four fraction bits. */
function constant(imm8: number): number {
  const bit6 = (imm8 >>> 6) & 1;
  const exponent = ((1 - bit6) << 7) | (bit6 === 1 ? 0x7c : 0) | ((imm8 >>> 4) & 3);
  return ((imm8 & 0x80) << 24) | (exponent << 23) | ((imm8 & 15) << 19);
}
