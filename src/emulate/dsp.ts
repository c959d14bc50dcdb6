// The DSP extension of Armv7E-M: parallel, saturating and halfword-multiply instructions, and the plain ones that share their shape (SSAT,
// USAT). Arm DDI 0403 A7.7; each kind is the name of its instruction.

import { mulHighSigned } from './multiply.ts';

/** Q and GE of the program status register. */
export interface ApsrExtra {
  q: number;
  ge: number;
}

/** `b` is the second operand, already rotated or shifted where the instruction does so; `acc` the accumulator; `bits` of a saturation. */
export interface DspInput {
  readonly kind: number;
  readonly a: number;
  readonly b: number;
  readonly acc: number;
  readonly bits: number;
}

/** Kinds with one result. Parallel ones are `PARALLEL + 8 × prefix + operation`. Halfword choices are in the low bits where noted. */
export const DSP = {
  ssat: 1,
  usat: 2,
  ssat16: 3,
  usat16: 4,
  qadd: 5,
  qdadd: 6,
  qsub: 7,
  qdsub: 8,
  sel: 9,
  pkhbt: 10,
  pkhtb: 11,
  sxtab: 12,
  sxtah: 13,
  uxtab: 14,
  uxtah: 15,
  sxtab16: 16,
  uxtab16: 17,
  usada8: 18,
  smmla: 20,
  smmlaRound: 21,
  smmls: 22,
  smmlsRound: 23,
  /** + 2 × N + M */
  smla: 24,
  /** + M */
  smlaw: 28,
  /** + X */
  smlad: 30,
  /** + X */
  smlsd: 32,
  parallel: 64,
} as const;

/** Kinds with a 64-bit accumulator. */
export const DSP_LONG = {
  /** + 2 × N + M */
  smlal: 0,
  /** + X */
  smlald: 4,
  /** + X */
  smlsld: 6,
} as const;

/** One result; sets Q and GE. */
export function dsp(flags: ApsrExtra, input: DspInput): number {
  const { kind, a, b, acc, bits } = input;
  if (kind >= DSP.parallel) return parallel(flags, input);
  if (kind >= DSP.smla) return halfMultiply(flags, input);
  switch (kind) {
    case DSP.ssat:
      return saturate(flags, b, bits, true);
    case DSP.usat:
      return saturate(flags, b, bits, false);
    case DSP.ssat16:
    case DSP.usat16:
      return join(saturate(flags, low(b), bits, kind === DSP.ssat16), saturate(flags, high(b), bits, kind === DSP.ssat16));
    case DSP.qadd:
      return saturate(flags, b + a, 32, true);
    case DSP.qsub:
      return saturate(flags, b - a, 32, true);
    case DSP.qdadd:
      return saturate(flags, b + saturate(flags, 2 * a, 32, true), 32, true);
    case DSP.qdsub:
      return saturate(flags, b - saturate(flags, 2 * a, 32, true), 32, true);
    case DSP.sel:
      return select(flags.ge, a, b);
    case DSP.usada8:
      return acc + absoluteDifferences(a, b);
    case DSP.smmla:
    case DSP.smmlaRound:
    case DSP.smmls:
    case DSP.smmlsRound:
      return mostSignificant(input);
    default:
      return extendAndPack(input);
  }
}

/** 64-bit sums of halfword products; they wrap. */
export function dspLong(
  kind: number,
  input: { readonly a: number; readonly b: number; readonly low: number; readonly high: number },
): { low: number; high: number } {
  const { a, b } = input;
  const product = longProduct(kind, a, b);
  const sum = (input.low >>> 0) + (product >>> 0);
  const carry = sum > 0xffffffff ? 1 : 0;
  return { low: sum | 0, high: (input.high + Math.floor(product / 0x1_0000_0000) + carry) | 0 };
}

function longProduct(kind: number, a: number, b: number): number {
  if (kind < DSP_LONG.smlald) return half(a, kind >> 1) * half(b, kind & 1);
  const x = kind & 1;
  const first = low(a) * half(b, x);
  const second = high(a) * half(b, 1 - x);
  return kind < DSP_LONG.smlsld ? first + second : first - second;
}

function halfMultiply(flags: ApsrExtra, { kind, a, b, acc }: DspInput): number {
  if (kind < DSP.smlaw) return withOverflow(flags, half(a, ((kind - DSP.smla) >> 1) & 1) * half(b, kind & 1) + acc);
  if (kind < DSP.smlad) return withOverflow(flags, Math.floor((a * half(b, kind & 1)) / 0x10000) + acc);
  const x = kind & 1;
  const first = low(a) * half(b, x);
  const second = high(a) * half(b, 1 - x);
  return withOverflow(flags, (kind < DSP.smlsd ? first + second : first - second) + acc);
}

/** Q is set where the sum does not fit; the result wraps. */
function withOverflow(flags: ApsrExtra, sum: number): number {
  if (sum !== (sum | 0)) flags.q = 1;
  return sum | 0;
}

/** SMMLA, SMMLS: the upper word of accumulator:0 ± product, with 2^31 added first where it rounds. */
function mostSignificant({ kind, a, b, acc }: DspInput): number {
  const upper = mulHighSigned(a, b);
  const lower = Math.imul(a, b) >>> 0;
  const round = kind === DSP.smmlaRound || kind === DSP.smmlsRound ? 0x80000000 : 0;
  if (kind === DSP.smmla || kind === DSP.smmlaRound) return (acc + upper + (lower + round > 0xffffffff ? 1 : 0)) | 0;
  return (acc - upper + Math.floor((round - lower) / 0x1_0000_0000)) | 0;
}

function extendAndPack({ kind, a, b }: DspInput): number {
  switch (kind) {
    case DSP.pkhbt:
      return (b & 0xffff0000) | (a & 0xffff);
    case DSP.pkhtb:
      return (a & 0xffff0000) | (b & 0xffff);
    case DSP.sxtab:
      return a + byte(b, 0, true);
    case DSP.sxtah:
      return a + low(b);
    case DSP.uxtab:
      return a + (b & 0xff);
    case DSP.uxtah:
      return a + (b & 0xffff);
    default: {
      const signed = kind === DSP.sxtab16;
      return join(low(a) + byte(b, 0, signed), high(a) + byte(b, 2, signed));
    }
  }
}

/** Prefixes S, Q, SH, -, U, UQ, UH in the encoding's order; operations ADD8, ADD16, ASX, -, SUB8, SUB16, SAX. */
function parallel(flags: ApsrExtra, { kind, a, b }: DspInput): number {
  const prefix = (kind - DSP.parallel) >> 3;
  const operation = kind & 7;
  const signed = prefix < 4;
  const lanes = operation === 0 || operation === 4 ? byteLanes(operation, { a, b, signed }) : halfLanes(operation, { a, b, signed });
  const width = 32 / lanes.length;
  const way = prefix & 3;
  if (way === 0) flags.ge = greaterEqual(lanes, signed);
  const results = lanes.map(({ value }) => (way === 1 ? clamp(value, width, signed) : way === 2 ? value >> 1 : value));
  return results.reduce((word, value, lane) => word | ((value & (2 ** width - 1)) << (lane * width)), 0);
}

interface Lane {
  readonly value: number;
  readonly adds: boolean;
}

interface LaneInput {
  readonly a: number;
  readonly b: number;
  readonly signed: boolean;
}

function byteLanes(operation: number, { a, b, signed }: LaneInput): readonly Lane[] {
  const adds = operation === 0;
  return [0, 1, 2, 3].map((lane) => {
    const [x, y] = [byte(a, lane, signed), byte(b, lane, signed)];
    return { value: adds ? x + y : x - y, adds };
  });
}

/** ASX adds above and subtracts below with the halves of b exchanged, SAX the other way round. */
function halfLanes(operation: number, { a, b, signed }: LaneInput): readonly Lane[] {
  const exchanged = operation === 2 || operation === 6;
  const pick = (word: number, upper: number): number => (signed ? half(word, upper) : (word >>> (16 * upper)) & 0xffff);
  return [0, 1].map((lane) => {
    const adds = operation === 1 || operation === (lane === 1 ? 2 : 6);
    const [x, y] = [pick(a, lane), pick(b, exchanged ? 1 - lane : lane)];
    return { value: adds ? x + y : x - y, adds };
  });
}

/** GE: not negative; of an unsigned sum, that it carried. */
function greaterEqual(lanes: readonly Lane[], signed: boolean): number {
  const width = 32 / lanes.length;
  const bitsPerLane = 4 / lanes.length;
  return lanes.reduce((ge, { value, adds }, lane) => {
    const set = adds && !signed ? value >= 2 ** width : value >= 0;
    return set ? ge | ((2 ** bitsPerLane - 1) << (lane * bitsPerLane)) : ge;
  }, 0);
}

function clamp(value: number, bits: number, signed: boolean): number {
  const top = signed ? 2 ** (bits - 1) - 1 : 2 ** bits - 1;
  const bottom = signed ? -(2 ** (bits - 1)) : 0;
  return value > top ? top : value < bottom ? bottom : value;
}

function saturate(flags: ApsrExtra, value: number, bits: number, signed: boolean): number {
  const held = clamp(value, bits, signed);
  if (held !== value) flags.q = 1;
  return held | 0;
}

function select(ge: number, a: number, b: number): number {
  const mask = [0, 1, 2, 3].reduce((bits, lane) => bits | ((ge >>> lane) & 1 ? 0xff << (8 * lane) : 0), 0);
  return (a & mask) | (b & ~mask);
}

function absoluteDifferences(a: number, b: number): number {
  return [0, 1, 2, 3].reduce((sum, lane) => sum + Math.abs(byte(a, lane, false) - byte(b, lane, false)), 0);
}

function byte(word: number, lane: number, signed: boolean): number {
  const value = (word >>> (8 * lane)) & 0xff;
  return signed ? (value << 24) >> 24 : value;
}

function low(word: number): number {
  return (word << 16) >> 16;
}

function high(word: number): number {
  return word >> 16;
}

function half(word: number, upper: number): number {
  return upper === 0 ? low(word) : high(word);
}

function join(lower: number, upper: number): number {
  return (lower & 0xffff) | (upper << 16);
}
