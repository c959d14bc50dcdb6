// Multiplication, division, and data processing of registers alone. Arm DDI 0403 A5.3.12 to A5.3.17.

import { DSP, DSP_LONG } from './dsp.ts';
import type { IsaFeatures } from './isa.ts';
import type { MicroOp } from './slots.ts';
import { THUMB as T } from './thumb-ops.ts';

const SP = 13;
const PC = 15;
const SCRATCH = 16;

/** Shifts by a register, extension, reversal, parallel and saturating arithmetic: first halfword 11111010… */
export function decodeRegister(first: number, second: number, { dsp }: IsaFeatures): MicroOp | undefined {
  const [group, rn, rd, rm] = [(first >>> 4) & 15, first & 15, (second >>> 8) & 15, second & 15];
  const kind = (second >>> 4) & 15;
  if ((second & 0xf000) !== 0xf000 || [rd, rm].some(isSpecial) || rn === SP) return undefined;
  if (group < 8 && kind === 0) return rn === PC ? undefined : { op: SHIFTS[group] ?? T.undefined, rd, rn, rm };
  if (group < 6 && kind >= 8 && (second & 0x40) === 0) return extend(group, { rd, rn, rm, rotation: (kind & 3) * 8, dsp });
  if (group < 8) return undefined;
  if (kind >= 8) return reverseOrSaturate(group, { rd, rn, rm, kind, dsp });
  const [prefix, operation] = [kind, group & 7];
  if (!dsp || rn === PC || (prefix & 3) === 3 || operation === 3 || operation === 7) return undefined;
  return { op: T.dsp, rd, rn, rm, alt: DSP.parallel + 8 * prefix + operation };
}

const SHIFTS = [T.lslR, T.lslsR, T.lsrR, T.lsrsR, T.asrR, T.asrsR, T.rorR, T.rorsR] as const;

function isSpecial(r: number): boolean {
  return r === SP || r === PC;
}

interface Extend {
  readonly rd: number;
  readonly rn: number;
  readonly rm: number;
  readonly rotation: number;
  readonly dsp: boolean;
}

/** Without an accumulator (rn 15) the plain extensions, which every mainline core has. */
function extend(group: number, { rd, rn, rm, rotation, dsp }: Extend): MicroOp | undefined {
  const plain = [T.sxth, T.uxth, undefined, undefined, T.sxtb, T.uxtb][group];
  const kinds = [DSP.sxtah, DSP.uxtah, DSP.sxtab16, DSP.uxtab16, DSP.sxtab, DSP.uxtab];
  const fields = rotation === 0 ? { rm } : { rm: SCRATCH, prefix: { op: T.preRor, rm, x: rotation } };
  if (rn === PC && plain !== undefined) return { op: plain, rd, ...fields };
  if (!dsp) return undefined;
  return { op: T.dsp, rd, rn: rn === PC ? 17 : rn, alt: kinds[group] ?? 0, ...fields };
}

interface Registers {
  readonly rd: number;
  readonly rn: number;
  readonly rm: number;
  readonly kind: number;
  readonly dsp: boolean;
}

function reverseOrSaturate(group: number, { rd, rn, rm, kind, dsp }: Registers): MicroOp | undefined {
  if (kind > 11 || rn === PC) return undefined;
  const which = kind & 3;
  if (group === 8) {
    const alt = [DSP.qadd, DSP.qdadd, DSP.qsub, DSP.qdsub][which] ?? 0;
    return dsp ? { op: T.dsp, rd, rn, rm, alt } : undefined;
  }
  // The source register of REV and CLZ is written twice.
  if (group === 9) return rn === rm ? { op: [T.rev, T.rev16, T.rbit, T.revsh][which] ?? T.undefined, rd, rm } : undefined;
  if (group === 10) return dsp && which === 0 ? { op: T.dsp, rd, rn, rm, alt: DSP.sel } : undefined;
  return group === 11 && which === 0 && rn === rm ? { op: T.clz, rd, rm } : undefined;
}

/** Multiplication with 32-bit and 64-bit results, division: first halfword 11111011… */
export function decodeMultiply(first: number, second: number, features: IsaFeatures): MicroOp | undefined {
  const [group, rn, ra, rd, rm] = [(first >>> 4) & 7, first & 15, second >>> 12, (second >>> 8) & 15, second & 15];
  const kind = (second >>> 4) & 15;
  if ([rn, rd, rm].some((each) => each === SP) || ra === SP || rn === PC || rm === PC) return undefined;
  if ((first & 0x80) !== 0)
    return rd === PC && kind !== 15 ? undefined : long(group, { rn, low: ra, high: rd, rm, kind, dsp: features.dsp });
  if (rd === PC || kind > 3) return undefined;
  if (group === 0) return plainMultiply(kind, { rd, rn, rm, ra });
  return features.dsp ? half(group, { rd, rn, rm, ra, kind }) : undefined;
}

interface Product {
  readonly rd: number;
  readonly rn: number;
  readonly rm: number;
  readonly ra: number;
}

function plainMultiply(kind: number, { rd, rn, rm, ra }: Product): MicroOp | undefined {
  if (kind === 0) return ra === PC ? { op: T.mul, rd, rn, rm } : { op: T.mla, rd, rn, rm, x: ra };
  return kind === 1 && ra !== PC ? { op: T.mls, rd, rn, rm, x: ra } : undefined;
}

/** An accumulator of 15 means none: the scratch register that is always zero. */
function half(group: number, { rd, rn, rm, ra, kind }: Product & { readonly kind: number }): MicroOp | undefined {
  const x = ra === PC ? 17 : ra;
  const one = kind & 1;
  const fields = { rd, rn, rm, x };
  if (group === 1) return { op: T.dspHalf, ...fields, alt: DSP.smla + kind };
  if (kind > 1) return undefined;
  if (group === 2) return { op: T.dspHalf, ...fields, alt: DSP.smlad + one };
  if (group === 3) return { op: T.dspHalf, ...fields, alt: DSP.smlaw + one };
  if (group === 4) return { op: T.dspHalf, ...fields, alt: DSP.smlsd + one };
  if (group === 5) return { op: T.dspHigh, ...fields, alt: DSP.smmla + one };
  if (group === 6) return ra === PC ? undefined : { op: T.dspHigh, ...fields, alt: DSP.smmls + one };
  return kind === 0 ? { op: T.dsp, ...fields, alt: DSP.usada8 } : undefined;
}

interface LongProduct {
  readonly rn: number;
  readonly low: number;
  readonly high: number;
  readonly rm: number;
  readonly kind: number;
  readonly dsp: boolean;
}

function long(group: number, operand: LongProduct): MicroOp | undefined {
  const { rn, low, high, rm, kind } = operand;
  if (group === 1 || group === 3) {
    return kind === 15 && low === PC && high !== PC ? { op: group === 1 ? T.sdiv : T.udiv, rd: high, rn, rm } : undefined;
  }
  if (low === PC || high === PC || low === high) return undefined;
  const fields = { rd: low, x: high, rn, rm };
  const op = kind === 0 ? [T.smull, undefined, T.umull, undefined, T.smlal, undefined, T.umlal][group] : undefined;
  if (op !== undefined) return { op, ...fields };
  return operand.dsp ? longDsp(group, kind, fields) : undefined;
}

function longDsp(
  group: number,
  kind: number,
  fields: { readonly rd: number; readonly x: number; readonly rn: number; readonly rm: number },
): MicroOp | undefined {
  if (group === 6 && kind === 6) return { op: T.umaal, ...fields };
  if (group === 4 && kind >= 8 && kind <= 11) return { op: T.dspLong, ...fields, alt: DSP_LONG.smlal + (kind & 3) };
  if (group === 4 && kind >= 12 && kind <= 13) return { op: T.dspLong, ...fields, alt: DSP_LONG.smlald + (kind & 1) };
  return group === 5 && kind >= 12 && kind <= 13 ? { op: T.dspLong, ...fields, alt: DSP_LONG.smlsld + (kind & 1) } : undefined;
}
