// The run loop of Thumb: reads decoded slots and does them, with the meter always on. Semantics: Arm DDI 0403 (Armv7-M) A7.7 and
// DDI 0419 (Armv6-M) A6.7. One long function on purpose, its reasons in docs/decisions/0004-one-switch.md: registers, flags and counts
// stay in machine registers, and each `case` is checked by the compiler against the table in thumb-ops.ts.

import type { RunEnd } from './cpu.ts';
import { dsp, dspLong } from './dsp.ts';
import { mulHighSigned, mulHighUnsigned } from './multiply.ts';
import { readSpecial, writeSpecial } from './special.ts';
import type { ThumbCpu } from './thumb-cpu.ts';
import type { THUMB } from './thumb-ops.ts';
import { EmulationError, toHex } from './trap.ts';

type Is = typeof THUMB;

/**
 * Runs at most `budget` instructions (below 2^30) from `cpu.slot`. Counts are added to `cpu.meter` and the state is whole, also when it
 * throws `EmulationError` (without the address, which the caller has from `cpu.slot`).
 */
export function runThumb(cpu: ThumbCpu, budget: number): RunEnd {
  const { regs, memory, slots, meter } = cpu;
  const { code, imm, alt, real, final, runs, skips } = slots;
  const { u8, u16, i32, ramBase } = memory;
  const lastWord = memory.ramBytes - 4;
  const lastHalf = memory.ramBytes - 2;
  const lastByte = memory.ramBytes - 1;
  const floor = cpu.floorOffset;
  let { codeLow, codeHigh } = slots;
  let lowWrite = meter.lowestWriteOffset;
  let lowSp = meter.lowestSpOffset;
  // N is the sign of `nf`, Z is `zf === 0`, C and V are 0 or 1
  let { nf, zf, c, v } = cpu;
  let [loads, stores, words, longs, halves, highs, divides, branches] = [0, 0, 0, 0, 0, 0, 0, 0];
  let count = 0;
  let i = cpu.slot;
  let w = code[i] ?? 0;
  runs[i] = (runs[i] ?? 0) + 1;

  try {
    for (;;) {
      const d = (w >>> 9) & 31;
      const n = (w >>> 14) & 31;
      const m = (w >>> 19) & 31;
      switch (w & 511) {
        case 0 satisfies Is['undecoded']: {
          cpu.decode(i);
          codeLow = slots.codeLow;
          codeHigh = slots.codeHigh;
          w = code[i] ?? 0;
          continue;
        }
        case 1 satisfies Is['wall']:
          throw new EmulationError('bad-branch', 'the program ran past the end of a region');
        case 2 satisfies Is['stop']:
          runs[i] = (runs[i] ?? 0) - 1;
          return 'stop';
        case 3 satisfies Is['undefined']:
          throw new EmulationError('undefined-instruction', 'no instruction of this core');
        case 4 satisfies Is['away']:
          throw new EmulationError('bad-branch', `${toHex(imm[i] ?? 0)} is not memory`, { address: (imm[i] ?? 0) >>> 0 });
        case 5 satisfies Is['unsupported']:
          throw new EmulationError('unsupported-instruction', 'an instruction that is not interpreted');
        case 6 satisfies Is['conditional']: {
          if (passes((w >>> 24) & 15, nf, zf, c, v)) {
            w = real[i] ?? 0;
            continue;
          }
          skips[i] = (skips[i] ?? 0) + 1;
          break;
        }

        case 7 satisfies Is['preCbzAway']: {
          // CBZ (x 0) or CBNZ (x 1) whose target is not memory: harmless until it is taken.
          if (((regs[n] ?? 0) === 0) === (((w >>> 24) & 1) === 0)) {
            w = final[i] ?? 0;
            continue;
          }
          break;
        }

        // Prefixes: they leave a shifted operand in scratch register 16 or move a base register, then the instruction goes on.
        case 8 satisfies Is['preLsl']: {
          regs[16] = (regs[m] ?? 0) << ((w >>> 24) & 31);
          w = final[i] ?? 0;
          continue;
        }
        case 9 satisfies Is['preLsr']: {
          const by = (w >>> 24) & 63;
          regs[16] = by === 32 ? 0 : (regs[m] ?? 0) >>> by;
          w = final[i] ?? 0;
          continue;
        }
        case 10 satisfies Is['preAsr']: {
          const by = (w >>> 24) & 63;
          regs[16] = (regs[m] ?? 0) >> (by === 32 ? 31 : by);
          w = final[i] ?? 0;
          continue;
        }
        case 11 satisfies Is['preRor']: {
          const by = (w >>> 24) & 31;
          const a = regs[m] ?? 0;
          regs[16] = (a >>> by) | (a << (32 - by));
          w = final[i] ?? 0;
          continue;
        }
        case 12 satisfies Is['preRrx']: {
          regs[16] = ((regs[m] ?? 0) >>> 1) | (c << 31);
          w = final[i] ?? 0;
          continue;
        }
        case 13 satisfies Is['preLslS']: {
          const by = (w >>> 24) & 31;
          const a = regs[m] ?? 0;
          if (by !== 0) c = (a >>> (32 - by)) & 1;
          regs[16] = a << by;
          w = final[i] ?? 0;
          continue;
        }
        case 14 satisfies Is['preLsrS']: {
          const by = (w >>> 24) & 63;
          const a = regs[m] ?? 0;
          c = (a >>> (by - 1)) & 1;
          regs[16] = by === 32 ? 0 : a >>> by;
          w = final[i] ?? 0;
          continue;
        }
        case 15 satisfies Is['preAsrS']: {
          const by = (w >>> 24) & 63;
          const a = regs[m] ?? 0;
          c = (a >>> (by - 1)) & 1;
          regs[16] = a >> (by === 32 ? 31 : by);
          w = final[i] ?? 0;
          continue;
        }
        case 16 satisfies Is['preRorS']: {
          const by = (w >>> 24) & 31;
          const a = regs[m] ?? 0;
          c = (a >>> (by - 1)) & 1;
          regs[16] = (a >>> by) | (a << (32 - by));
          w = final[i] ?? 0;
          continue;
        }
        case 17 satisfies Is['preRrxS']: {
          const a = regs[m] ?? 0;
          regs[16] = (a >>> 1) | (c << 31);
          c = a & 1;
          w = final[i] ?? 0;
          continue;
        }
        case 18 satisfies Is['preCarry']: {
          c = (w >>> 24) & 1;
          w = final[i] ?? 0;
          continue;
        }
        case 19 satisfies Is['preIndex']: {
          regs[n] = (regs[n] ?? 0) + (imm[i] ?? 0);
          if (n === 13 && (((regs[13] ?? 0) - ramBase) | 0) < lowSp) lowSp = ((regs[13] ?? 0) - ramBase) | 0;
          w = final[i] ?? 0;
          continue;
        }
        case 20 satisfies Is['postIndex']: {
          const base = regs[n] ?? 0;
          regs[16] = base;
          regs[n] = base + (imm[i] ?? 0);
          if (n === 13 && ((base + (imm[i] ?? 0) - ramBase) | 0) < lowSp) lowSp = (base + (imm[i] ?? 0) - ramBase) | 0;
          w = final[i] ?? 0;
          continue;
        }

        // Data processing, immediate.
        case 21 satisfies Is['nop']:
          break;
        case 22 satisfies Is['movI']:
          regs[d] = imm[i] ?? 0;
          break;
        case 23 satisfies Is['movsI']:
          nf = imm[i] ?? 0;
          zf = nf;
          regs[d] = nf;
          break;
        case 24 satisfies Is['addI']:
          regs[d] = (regs[n] ?? 0) + (imm[i] ?? 0);
          break;
        case 25 satisfies Is['addsI']: {
          const a = regs[n] ?? 0;
          const b = imm[i] ?? 0;
          const r = (a + b) | 0;
          c = ((a & b) | ((a | b) & ~r)) >>> 31;
          v = ((a ^ r) & (b ^ r)) >>> 31;
          nf = r;
          zf = nf;
          regs[d] = nf;
          break;
        }
        case 26 satisfies Is['subsI']: {
          const a = regs[n] ?? 0;
          const b = imm[i] ?? 0;
          const r = (a - b) | 0;
          c = ((a & ~b) | ((a | ~b) & ~r)) >>> 31;
          v = ((a ^ b) & (a ^ r)) >>> 31;
          nf = r;
          zf = nf;
          regs[d] = nf;
          break;
        }
        case 27 satisfies Is['cmpI']: {
          const a = regs[n] ?? 0;
          const b = imm[i] ?? 0;
          const r = (a - b) | 0;
          c = ((a & ~b) | ((a | ~b) & ~r)) >>> 31;
          v = ((a ^ b) & (a ^ r)) >>> 31;
          nf = r;
          zf = nf;
          break;
        }
        case 28 satisfies Is['cmnI']: {
          const a = regs[n] ?? 0;
          const b = imm[i] ?? 0;
          const r = (a + b) | 0;
          c = ((a & b) | ((a | b) & ~r)) >>> 31;
          v = ((a ^ r) & (b ^ r)) >>> 31;
          nf = r;
          zf = nf;
          break;
        }
        case 29 satisfies Is['rsbI']:
          regs[d] = (imm[i] ?? 0) - (regs[n] ?? 0);
          break;
        case 30 satisfies Is['rsbsI']: {
          const a = imm[i] ?? 0;
          const b = regs[n] ?? 0;
          const r = (a - b) | 0;
          c = ((a & ~b) | ((a | ~b) & ~r)) >>> 31;
          v = ((a ^ b) & (a ^ r)) >>> 31;
          nf = r;
          zf = nf;
          regs[d] = nf;
          break;
        }
        case 31 satisfies Is['adcI']:
          regs[d] = (regs[n] ?? 0) + (imm[i] ?? 0) + c;
          break;
        case 32 satisfies Is['adcsI']: {
          const a = regs[n] ?? 0;
          const b = imm[i] ?? 0;
          const r = (a + b + c) | 0;
          c = ((a & b) | ((a | b) & ~r)) >>> 31;
          v = ((a ^ r) & (b ^ r)) >>> 31;
          nf = r;
          zf = nf;
          regs[d] = nf;
          break;
        }
        case 33 satisfies Is['andI']:
          regs[d] = (regs[n] ?? 0) & (imm[i] ?? 0);
          break;
        case 34 satisfies Is['orrI']:
          regs[d] = (regs[n] ?? 0) | (imm[i] ?? 0);
          break;
        case 35 satisfies Is['eorI']:
          regs[d] = (regs[n] ?? 0) ^ (imm[i] ?? 0);
          break;
        case 36 satisfies Is['andsI']:
          nf = (regs[n] ?? 0) & (imm[i] ?? 0);
          zf = nf;
          regs[d] = nf;
          break;
        case 37 satisfies Is['orrsI']:
          nf = (regs[n] ?? 0) | (imm[i] ?? 0);
          zf = nf;
          regs[d] = nf;
          break;
        case 38 satisfies Is['eorsI']:
          nf = (regs[n] ?? 0) ^ (imm[i] ?? 0);
          zf = nf;
          regs[d] = nf;
          break;
        case 39 satisfies Is['tstI']:
          nf = (regs[n] ?? 0) & (imm[i] ?? 0);
          zf = nf;
          break;
        case 40 satisfies Is['teqI']:
          nf = (regs[n] ?? 0) ^ (imm[i] ?? 0);
          zf = nf;
          break;

        // Data processing, register. The second operand may be scratch register 16.
        case 41 satisfies Is['movR']:
          regs[d] = regs[m] ?? 0;
          break;
        case 42 satisfies Is['movsR']:
          nf = regs[m] ?? 0;
          zf = nf;
          regs[d] = nf;
          break;
        case 43 satisfies Is['mvnR']:
          regs[d] = ~(regs[m] ?? 0);
          break;
        case 44 satisfies Is['mvnsR']:
          nf = ~(regs[m] ?? 0);
          zf = nf;
          regs[d] = nf;
          break;
        case 45 satisfies Is['addR']:
          regs[d] = (regs[n] ?? 0) + (regs[m] ?? 0);
          break;
        case 46 satisfies Is['addsR']: {
          const a = regs[n] ?? 0;
          const b = regs[m] ?? 0;
          const r = (a + b) | 0;
          c = ((a & b) | ((a | b) & ~r)) >>> 31;
          v = ((a ^ r) & (b ^ r)) >>> 31;
          nf = r;
          zf = nf;
          regs[d] = nf;
          break;
        }
        case 47 satisfies Is['subR']:
          regs[d] = (regs[n] ?? 0) - (regs[m] ?? 0);
          break;
        case 48 satisfies Is['subsR']: {
          const a = regs[n] ?? 0;
          const b = regs[m] ?? 0;
          const r = (a - b) | 0;
          c = ((a & ~b) | ((a | ~b) & ~r)) >>> 31;
          v = ((a ^ b) & (a ^ r)) >>> 31;
          nf = r;
          zf = nf;
          regs[d] = nf;
          break;
        }
        case 49 satisfies Is['cmpR']: {
          const a = regs[n] ?? 0;
          const b = regs[m] ?? 0;
          const r = (a - b) | 0;
          c = ((a & ~b) | ((a | ~b) & ~r)) >>> 31;
          v = ((a ^ b) & (a ^ r)) >>> 31;
          nf = r;
          zf = nf;
          break;
        }
        case 50 satisfies Is['cmnR']: {
          const a = regs[n] ?? 0;
          const b = regs[m] ?? 0;
          const r = (a + b) | 0;
          c = ((a & b) | ((a | b) & ~r)) >>> 31;
          v = ((a ^ r) & (b ^ r)) >>> 31;
          nf = r;
          zf = nf;
          break;
        }
        case 51 satisfies Is['rsbR']:
          regs[d] = (regs[m] ?? 0) - (regs[n] ?? 0);
          break;
        case 52 satisfies Is['rsbsR']: {
          const a = regs[m] ?? 0;
          const b = regs[n] ?? 0;
          const r = (a - b) | 0;
          c = ((a & ~b) | ((a | ~b) & ~r)) >>> 31;
          v = ((a ^ b) & (a ^ r)) >>> 31;
          nf = r;
          zf = nf;
          regs[d] = nf;
          break;
        }
        case 53 satisfies Is['adcR']:
          regs[d] = (regs[n] ?? 0) + (regs[m] ?? 0) + c;
          break;
        case 54 satisfies Is['adcsR']: {
          const a = regs[n] ?? 0;
          const b = regs[m] ?? 0;
          const r = (a + b + c) | 0;
          c = ((a & b) | ((a | b) & ~r)) >>> 31;
          v = ((a ^ r) & (b ^ r)) >>> 31;
          nf = r;
          zf = nf;
          regs[d] = nf;
          break;
        }
        case 55 satisfies Is['sbcR']:
          regs[d] = (regs[n] ?? 0) - (regs[m] ?? 0) - 1 + c;
          break;
        case 56 satisfies Is['sbcsR']: {
          const a = regs[n] ?? 0;
          const b = ~(regs[m] ?? 0);
          const r = (a + b + c) | 0;
          c = ((a & b) | ((a | b) & ~r)) >>> 31;
          v = ((a ^ r) & (b ^ r)) >>> 31;
          nf = r;
          zf = nf;
          regs[d] = nf;
          break;
        }
        case 57 satisfies Is['andR']:
          regs[d] = (regs[n] ?? 0) & (regs[m] ?? 0);
          break;
        case 58 satisfies Is['andsR']:
          nf = (regs[n] ?? 0) & (regs[m] ?? 0);
          zf = nf;
          regs[d] = nf;
          break;
        case 59 satisfies Is['orrR']:
          regs[d] = (regs[n] ?? 0) | (regs[m] ?? 0);
          break;
        case 60 satisfies Is['orrsR']:
          nf = (regs[n] ?? 0) | (regs[m] ?? 0);
          zf = nf;
          regs[d] = nf;
          break;
        case 61 satisfies Is['eorR']:
          regs[d] = (regs[n] ?? 0) ^ (regs[m] ?? 0);
          break;
        case 62 satisfies Is['eorsR']:
          nf = (regs[n] ?? 0) ^ (regs[m] ?? 0);
          zf = nf;
          regs[d] = nf;
          break;
        case 63 satisfies Is['bicR']:
          regs[d] = (regs[n] ?? 0) & ~(regs[m] ?? 0);
          break;
        case 64 satisfies Is['bicsR']:
          nf = (regs[n] ?? 0) & ~(regs[m] ?? 0);
          zf = nf;
          regs[d] = nf;
          break;
        case 65 satisfies Is['ornR']:
          regs[d] = (regs[n] ?? 0) | ~(regs[m] ?? 0);
          break;
        case 66 satisfies Is['ornsR']:
          nf = (regs[n] ?? 0) | ~(regs[m] ?? 0);
          zf = nf;
          regs[d] = nf;
          break;
        case 67 satisfies Is['tstR']:
          nf = (regs[n] ?? 0) & (regs[m] ?? 0);
          zf = nf;
          break;
        case 68 satisfies Is['teqR']:
          nf = (regs[n] ?? 0) ^ (regs[m] ?? 0);
          zf = nf;
          break;

        // Shifts by a constant (the short forms, which are the common ones) and by a register.
        case 69 satisfies Is['lslI']:
          regs[d] = (regs[m] ?? 0) << ((w >>> 24) & 31);
          break;
        case 70 satisfies Is['lsrI']:
          regs[d] = (regs[m] ?? 0) >>> ((w >>> 24) & 31);
          break;
        case 71 satisfies Is['asrI']:
          regs[d] = (regs[m] ?? 0) >> ((w >>> 24) & 31);
          break;
        case 72 satisfies Is['lslsI']: {
          const by = (w >>> 24) & 31;
          const a = regs[m] ?? 0;
          c = (a >>> (32 - by)) & 1;
          nf = a << by;
          zf = nf;
          regs[d] = nf;
          break;
        }
        case 73 satisfies Is['lsrsI']: {
          const by = (w >>> 24) & 31;
          const a = regs[m] ?? 0;
          c = (a >>> (by - 1)) & 1;
          nf = (a >>> by) | 0;
          zf = nf;
          regs[d] = nf;
          break;
        }
        case 74 satisfies Is['asrsI']: {
          const by = (w >>> 24) & 31;
          const a = regs[m] ?? 0;
          c = (a >>> (by - 1)) & 1;
          nf = a >> by;
          zf = nf;
          regs[d] = nf;
          break;
        }
        case 75 satisfies Is['lslR']: {
          const by = (regs[m] ?? 0) & 255;
          regs[d] = by > 31 ? 0 : (regs[n] ?? 0) << by;
          break;
        }
        case 76 satisfies Is['lsrR']: {
          const by = (regs[m] ?? 0) & 255;
          regs[d] = by > 31 ? 0 : (regs[n] ?? 0) >>> by;
          break;
        }
        case 77 satisfies Is['asrR']: {
          const by = (regs[m] ?? 0) & 255;
          regs[d] = (regs[n] ?? 0) >> (by > 31 ? 31 : by);
          break;
        }
        case 78 satisfies Is['rorR']: {
          const by = (regs[m] ?? 0) & 31;
          const a = regs[n] ?? 0;
          regs[d] = (a >>> by) | (a << (32 - by));
          break;
        }
        case 79 satisfies Is['lslsR']: {
          const by = (regs[m] ?? 0) & 255;
          const a = regs[n] ?? 0;
          if (by !== 0) c = by > 32 ? 0 : (a >>> (32 - by)) & 1;
          nf = by > 31 ? 0 : a << by;
          zf = nf;
          regs[d] = nf;
          break;
        }
        case 80 satisfies Is['lsrsR']: {
          const by = (regs[m] ?? 0) & 255;
          const a = regs[n] ?? 0;
          if (by !== 0) c = by > 32 ? 0 : (a >>> (by - 1)) & 1;
          nf = by > 31 ? 0 : (a >>> by) | 0;
          zf = nf;
          regs[d] = nf;
          break;
        }
        case 81 satisfies Is['asrsR']: {
          const by = (regs[m] ?? 0) & 255;
          const a = regs[n] ?? 0;
          if (by !== 0) c = (a >> (by > 32 ? 31 : by - 1)) & 1;
          nf = a >> (by > 31 ? 31 : by);
          zf = nf;
          regs[d] = nf;
          break;
        }
        case 82 satisfies Is['rorsR']: {
          const by = (regs[m] ?? 0) & 255;
          const a = regs[n] ?? 0;
          const r = (a >>> (by & 31)) | (a << (32 - (by & 31)));
          if (by !== 0) c = r >>> 31;
          nf = r;
          zf = nf;
          regs[d] = nf;
          break;
        }

        // Extension, reversal, fields.
        case 83 satisfies Is['sxtb']:
          regs[d] = ((regs[m] ?? 0) << 24) >> 24;
          break;
        case 84 satisfies Is['sxth']:
          regs[d] = ((regs[m] ?? 0) << 16) >> 16;
          break;
        case 85 satisfies Is['uxtb']:
          regs[d] = (regs[m] ?? 0) & 0xff;
          break;
        case 86 satisfies Is['uxth']:
          regs[d] = (regs[m] ?? 0) & 0xffff;
          break;
        case 87 satisfies Is['rev']: {
          const a = regs[m] ?? 0;
          regs[d] = (a << 24) | ((a & 0xff00) << 8) | ((a >>> 8) & 0xff00) | (a >>> 24);
          break;
        }
        case 88 satisfies Is['rev16']: {
          const a = regs[m] ?? 0;
          regs[d] = ((a & 0x00ff00ff) << 8) | ((a >>> 8) & 0x00ff00ff);
          break;
        }
        case 89 satisfies Is['revsh']: {
          const a = regs[m] ?? 0;
          regs[d] = ((a << 24) >> 16) | ((a >>> 8) & 0xff);
          break;
        }
        case 90 satisfies Is['rbit']: {
          let a = regs[m] ?? 0;
          a = ((a >>> 1) & 0x55555555) | ((a & 0x55555555) << 1);
          a = ((a >>> 2) & 0x33333333) | ((a & 0x33333333) << 2);
          a = ((a >>> 4) & 0x0f0f0f0f) | ((a & 0x0f0f0f0f) << 4);
          regs[d] = (a << 24) | ((a & 0xff00) << 8) | ((a >>> 8) & 0xff00) | (a >>> 24);
          break;
        }
        case 91 satisfies Is['clz']:
          regs[d] = Math.clz32(regs[m] ?? 0);
          break;
        case 92 satisfies Is['ubfx']:
          regs[d] = ((regs[n] ?? 0) >>> ((w >>> 24) & 31)) & (imm[i] ?? 0);
          break;
        case 93 satisfies Is['sbfx']: {
          const spare = imm[i] ?? 0;
          regs[d] = ((regs[n] ?? 0) << (spare - ((w >>> 24) & 31))) >> spare;
          break;
        }
        case 94 satisfies Is['bfi']: {
          const mask = imm[i] ?? 0;
          regs[d] = ((regs[d] ?? 0) & ~mask) | (((regs[n] ?? 0) << ((w >>> 24) & 31)) & mask);
          break;
        }
        case 95 satisfies Is['movt']:
          regs[d] = ((regs[d] ?? 0) & 0xffff) | (imm[i] ?? 0);
          break;

        // The stack pointer as destination: its two low bits are always zero.
        case 96 satisfies Is['addSpI']: {
          const sp = ((regs[n] ?? 0) + (imm[i] ?? 0)) & ~3;
          regs[13] = sp;
          if (((sp - ramBase) | 0) < lowSp) lowSp = (sp - ramBase) | 0;
          break;
        }
        case 97 satisfies Is['addSpR']: {
          const sp = ((regs[n] ?? 0) + (regs[m] ?? 0)) & ~3;
          regs[13] = sp;
          if (((sp - ramBase) | 0) < lowSp) lowSp = (sp - ramBase) | 0;
          break;
        }
        case 98 satisfies Is['subSpR']: {
          const sp = ((regs[n] ?? 0) - (regs[m] ?? 0)) & ~3;
          regs[13] = sp;
          if (((sp - ramBase) | 0) < lowSp) lowSp = (sp - ramBase) | 0;
          break;
        }

        // Multiplication and division.
        case 99 satisfies Is['mul']:
          regs[d] = Math.imul(regs[n] ?? 0, regs[m] ?? 0);
          words += 1;
          break;
        case 100 satisfies Is['muls']:
          nf = Math.imul(regs[n] ?? 0, regs[m] ?? 0);
          zf = nf;
          regs[d] = nf;
          words += 1;
          break;
        case 101 satisfies Is['mla']:
          regs[d] = (regs[(w >>> 24) & 15] ?? 0) + Math.imul(regs[n] ?? 0, regs[m] ?? 0);
          words += 1;
          break;
        case 102 satisfies Is['mls']:
          regs[d] = (regs[(w >>> 24) & 15] ?? 0) - Math.imul(regs[n] ?? 0, regs[m] ?? 0);
          words += 1;
          break;
        case 103 satisfies Is['umull']: {
          const a = regs[n] ?? 0;
          const b = regs[m] ?? 0;
          regs[d] = Math.imul(a, b);
          regs[(w >>> 24) & 15] = mulHighUnsigned(a, b);
          longs += 1;
          break;
        }
        case 104 satisfies Is['smull']: {
          const a = regs[n] ?? 0;
          const b = regs[m] ?? 0;
          regs[d] = Math.imul(a, b);
          regs[(w >>> 24) & 15] = mulHighSigned(a, b);
          longs += 1;
          break;
        }
        case 105 satisfies Is['umlal']: {
          const a = regs[n] ?? 0;
          const b = regs[m] ?? 0;
          const low = (Math.imul(a, b) >>> 0) + ((regs[d] ?? 0) >>> 0);
          regs[d] = low;
          regs[(w >>> 24) & 15] = (regs[(w >>> 24) & 15] ?? 0) + mulHighUnsigned(a, b) + (low > 0xffffffff ? 1 : 0);
          longs += 1;
          break;
        }
        case 106 satisfies Is['smlal']: {
          const a = regs[n] ?? 0;
          const b = regs[m] ?? 0;
          const low = (Math.imul(a, b) >>> 0) + ((regs[d] ?? 0) >>> 0);
          regs[d] = low;
          regs[(w >>> 24) & 15] = (regs[(w >>> 24) & 15] ?? 0) + mulHighSigned(a, b) + (low > 0xffffffff ? 1 : 0);
          longs += 1;
          break;
        }
        case 107 satisfies Is['umaal']: {
          const a = regs[n] ?? 0;
          const b = regs[m] ?? 0;
          const low = (Math.imul(a, b) >>> 0) + ((regs[d] ?? 0) >>> 0) + ((regs[(w >>> 24) & 15] ?? 0) >>> 0);
          regs[(w >>> 24) & 15] = mulHighUnsigned(a, b) + Math.floor(low / 0x1_0000_0000);
          regs[d] = low;
          longs += 1;
          break;
        }
        case 108 satisfies Is['udiv']: {
          const b = (regs[m] ?? 0) >>> 0;
          regs[d] = b === 0 ? 0 : ((regs[n] ?? 0) >>> 0) / b;
          divides += 1;
          break;
        }
        case 109 satisfies Is['sdiv']: {
          const b = regs[m] ?? 0;
          regs[d] = b === 0 ? 0 : (regs[n] ?? 0) / b;
          divides += 1;
          break;
        }
        case 110 satisfies Is['dsp']:
          regs[d] = dsp(cpu.apsr, {
            kind: alt[i] ?? 0,
            a: regs[n] ?? 0,
            b: regs[m] ?? 0,
            acc: regs[(w >>> 24) & 31] ?? 0,
            bits: imm[i] ?? 0,
          });
          break;
        case 111 satisfies Is['dspHalf']:
          regs[d] = dsp(cpu.apsr, { kind: alt[i] ?? 0, a: regs[n] ?? 0, b: regs[m] ?? 0, acc: regs[(w >>> 24) & 31] ?? 0, bits: 0 });
          halves += 1;
          break;
        case 112 satisfies Is['dspHigh']:
          regs[d] = dsp(cpu.apsr, { kind: alt[i] ?? 0, a: regs[n] ?? 0, b: regs[m] ?? 0, acc: regs[(w >>> 24) & 31] ?? 0, bits: 0 });
          highs += 1;
          break;
        case 113 satisfies Is['dspLong']: {
          const ra = (w >>> 24) & 15;
          const sum = dspLong(alt[i] ?? 0, { a: regs[n] ?? 0, b: regs[m] ?? 0, low: regs[d] ?? 0, high: regs[ra] ?? 0 });
          regs[d] = sum.low;
          regs[ra] = sum.high;
          halves += 1;
          break;
        }

        // Loads. RAM with one comparison; all else, and what is not aligned, through Memory.
        case 114 satisfies Is['ldrI']: {
          const address = ((regs[n] ?? 0) + (imm[i] ?? 0)) | 0;
          const o = (address - ramBase) | 0;
          regs[d] = o >>> 0 <= lastWord && (o & 3) === 0 ? (i32[o >> 2] ?? 0) : memory.load(address, 4);
          loads += 1;
          break;
        }
        case 115 satisfies Is['ldrR']: {
          const address = ((regs[n] ?? 0) + ((regs[m] ?? 0) << ((w >>> 24) & 3))) | 0;
          const o = (address - ramBase) | 0;
          regs[d] = o >>> 0 <= lastWord && (o & 3) === 0 ? (i32[o >> 2] ?? 0) : memory.load(address, 4);
          loads += 1;
          break;
        }
        case 116 satisfies Is['ldrhI']: {
          const address = ((regs[n] ?? 0) + (imm[i] ?? 0)) | 0;
          const o = (address - ramBase) | 0;
          regs[d] = o >>> 0 <= lastHalf && (o & 1) === 0 ? (u16[o >> 1] ?? 0) : memory.load(address, 2);
          loads += 1;
          break;
        }
        case 117 satisfies Is['ldrhR']: {
          const address = ((regs[n] ?? 0) + ((regs[m] ?? 0) << ((w >>> 24) & 3))) | 0;
          const o = (address - ramBase) | 0;
          regs[d] = o >>> 0 <= lastHalf && (o & 1) === 0 ? (u16[o >> 1] ?? 0) : memory.load(address, 2);
          loads += 1;
          break;
        }
        case 118 satisfies Is['ldrshI']: {
          const address = ((regs[n] ?? 0) + (imm[i] ?? 0)) | 0;
          const o = (address - ramBase) | 0;
          const half = o >>> 0 <= lastHalf && (o & 1) === 0 ? (u16[o >> 1] ?? 0) : memory.load(address, 2);
          regs[d] = (half << 16) >> 16;
          loads += 1;
          break;
        }
        case 119 satisfies Is['ldrshR']: {
          const address = ((regs[n] ?? 0) + ((regs[m] ?? 0) << ((w >>> 24) & 3))) | 0;
          const o = (address - ramBase) | 0;
          const half = o >>> 0 <= lastHalf && (o & 1) === 0 ? (u16[o >> 1] ?? 0) : memory.load(address, 2);
          regs[d] = (half << 16) >> 16;
          loads += 1;
          break;
        }
        case 120 satisfies Is['ldrbI']: {
          const address = ((regs[n] ?? 0) + (imm[i] ?? 0)) | 0;
          const o = (address - ramBase) | 0;
          regs[d] = o >>> 0 <= lastByte ? (u8[o] ?? 0) : memory.load(address, 1);
          loads += 1;
          break;
        }
        case 121 satisfies Is['ldrbR']: {
          const address = ((regs[n] ?? 0) + ((regs[m] ?? 0) << ((w >>> 24) & 3))) | 0;
          const o = (address - ramBase) | 0;
          regs[d] = o >>> 0 <= lastByte ? (u8[o] ?? 0) : memory.load(address, 1);
          loads += 1;
          break;
        }
        case 122 satisfies Is['ldrsbI']: {
          const address = ((regs[n] ?? 0) + (imm[i] ?? 0)) | 0;
          const o = (address - ramBase) | 0;
          regs[d] = ((o >>> 0 <= lastByte ? (u8[o] ?? 0) : memory.load(address, 1)) << 24) >> 24;
          loads += 1;
          break;
        }
        case 123 satisfies Is['ldrsbR']: {
          const address = ((regs[n] ?? 0) + ((regs[m] ?? 0) << ((w >>> 24) & 3))) | 0;
          const o = (address - ramBase) | 0;
          regs[d] = ((o >>> 0 <= lastByte ? (u8[o] ?? 0) : memory.load(address, 1)) << 24) >> 24;
          loads += 1;
          break;
        }
        case 124 satisfies Is['ldrd']: {
          const address = ((regs[n] ?? 0) + (alt[i] ?? 0)) | 0;
          const low = cpu.loadAligned(address, 4);
          regs[m] = cpu.loadAligned(address + 4, 4);
          regs[d] = low;
          loads += 2;
          break;
        }
        case 125 satisfies Is['ldrPc']: {
          const address = ((regs[n] ?? 0) + ((regs[m] ?? 0) << ((w >>> 24) & 3)) + (alt[i] ?? 0)) | 0;
          i = cpu.branchTo(cpu.loadAligned(address, 4)) - 1 - (w >>> 31);
          loads += 1;
          branches += 1;
          break;
        }
        case 126 satisfies Is['ldrSp']: {
          const address = ((regs[n] ?? 0) + ((regs[m] ?? 0) << ((w >>> 24) & 3)) + (alt[i] ?? 0)) | 0;
          regs[13] = memory.load(address, 4) & ~3;
          if ((((regs[13] ?? 0) - ramBase) | 0) < lowSp) lowSp = ((regs[13] ?? 0) - ramBase) | 0;
          loads += 1;
          break;
        }
        case 127 satisfies Is['ldrex']:
          regs[d] = cpu.loadExclusive(((regs[n] ?? 0) + (imm[i] ?? 0)) | 0, alt[i] ?? 0);
          loads += 1;
          break;
        case 128 satisfies Is['loadOrdered']:
          regs[d] = cpu.loadAligned(regs[n] ?? 0, alt[i] ?? 0);
          loads += 1;
          break;
        case 129 satisfies Is['pop']: {
          let sp = regs[13] ?? 0;
          for (let list = imm[i] ?? 0; list !== 0; list &= list - 1) {
            const o = (sp - ramBase) | 0;
            regs[31 - Math.clz32(list & -list)] = o >>> 0 <= lastWord && (o & 3) === 0 ? (i32[o >> 2] ?? 0) : cpu.loadAligned(sp, 4);
            sp += 4;
            loads += 1;
          }
          regs[13] = sp;
          break;
        }
        case 130 satisfies Is['popPc']: {
          let sp = regs[13] ?? 0;
          for (let list = imm[i] ?? 0; list !== 0; list &= list - 1) {
            regs[31 - Math.clz32(list & -list)] = cpu.loadAligned(sp, 4);
            sp += 4;
            loads += 1;
          }
          regs[13] = sp;
          i = cpu.branchTo(regs[15] ?? 0) - 1 - (w >>> 31);
          branches += 1;
          break;
        }
        case 131 satisfies Is['ldm']: {
          // alt: where the first word lies from the base, and what the base moves by
          const base = regs[n] ?? 0;
          let address = (base + (alt[i] ?? 0)) | 0;
          for (let list = imm[i] ?? 0; list !== 0; list &= list - 1) {
            const o = (address - ramBase) | 0;
            regs[31 - Math.clz32(list & -list)] = o >>> 0 <= lastWord && (o & 3) === 0 ? (i32[o >> 2] ?? 0) : cpu.loadAligned(address, 4);
            address += 4;
            loads += 1;
          }
          if (d === 1) {
            regs[n] = (alt[i] ?? 0) < 0 ? base + (alt[i] ?? 0) : address;
            if (n === 13 && (((regs[13] ?? 0) - ramBase) | 0) < lowSp) lowSp = ((regs[13] ?? 0) - ramBase) | 0;
          }
          if ((imm[i] ?? 0) & 0x8000) {
            i = cpu.branchTo(regs[15] ?? 0) - 1 - (w >>> 31);
            branches += 1;
          }
          break;
        }
        case 132 satisfies Is['vldm']: {
          const bytes = cpu.loadFloats(((regs[n] ?? 0) + (alt[i] ?? 0)) | 0, imm[i] ?? 0);
          if (d === 1) regs[n] = (regs[n] ?? 0) + ((alt[i] ?? 0) < 0 ? -bytes : bytes);
          loads += bytes >> 2;
          break;
        }

        // Stores. Each marks the lowest write of the stack and forgets decoded instructions that it overwrites.
        case 133 satisfies Is['strI']: {
          const address = ((regs[n] ?? 0) + (imm[i] ?? 0)) | 0;
          let o = (address - ramBase) | 0;
          if (o >>> 0 <= lastWord && (o & 3) === 0) i32[o >> 2] = regs[d] ?? 0;
          else o = memory.store(address, 4, regs[d] ?? 0);
          if (o < lowWrite && o >= floor) lowWrite = o;
          if (o < codeHigh && o + 4 > codeLow) slots.forget(o, 4);
          stores += 1;
          break;
        }
        case 134 satisfies Is['strR']: {
          const address = ((regs[n] ?? 0) + ((regs[m] ?? 0) << ((w >>> 24) & 3))) | 0;
          let o = (address - ramBase) | 0;
          if (o >>> 0 <= lastWord && (o & 3) === 0) i32[o >> 2] = regs[d] ?? 0;
          else o = memory.store(address, 4, regs[d] ?? 0);
          if (o < lowWrite && o >= floor) lowWrite = o;
          if (o < codeHigh && o + 4 > codeLow) slots.forget(o, 4);
          stores += 1;
          break;
        }
        case 135 satisfies Is['strhI']: {
          const address = ((regs[n] ?? 0) + (imm[i] ?? 0)) | 0;
          let o = (address - ramBase) | 0;
          if (o >>> 0 <= lastHalf && (o & 1) === 0) u16[o >> 1] = regs[d] ?? 0;
          else o = memory.store(address, 2, regs[d] ?? 0);
          if (o < lowWrite && o >= floor) lowWrite = o;
          if (o < codeHigh && o + 2 > codeLow) slots.forget(o, 2);
          stores += 1;
          break;
        }
        case 136 satisfies Is['strhR']: {
          const address = ((regs[n] ?? 0) + ((regs[m] ?? 0) << ((w >>> 24) & 3))) | 0;
          let o = (address - ramBase) | 0;
          if (o >>> 0 <= lastHalf && (o & 1) === 0) u16[o >> 1] = regs[d] ?? 0;
          else o = memory.store(address, 2, regs[d] ?? 0);
          if (o < lowWrite && o >= floor) lowWrite = o;
          if (o < codeHigh && o + 2 > codeLow) slots.forget(o, 2);
          stores += 1;
          break;
        }
        case 137 satisfies Is['strbI']: {
          const address = ((regs[n] ?? 0) + (imm[i] ?? 0)) | 0;
          let o = (address - ramBase) | 0;
          if (o >>> 0 <= lastByte) u8[o] = regs[d] ?? 0;
          else o = memory.store(address, 1, regs[d] ?? 0);
          if (o < lowWrite && o >= floor) lowWrite = o;
          if (o < codeHigh && o >= codeLow) slots.forget(o, 1);
          stores += 1;
          break;
        }
        case 138 satisfies Is['strbR']: {
          const address = ((regs[n] ?? 0) + ((regs[m] ?? 0) << ((w >>> 24) & 3))) | 0;
          let o = (address - ramBase) | 0;
          if (o >>> 0 <= lastByte) u8[o] = regs[d] ?? 0;
          else o = memory.store(address, 1, regs[d] ?? 0);
          if (o < lowWrite && o >= floor) lowWrite = o;
          if (o < codeHigh && o >= codeLow) slots.forget(o, 1);
          stores += 1;
          break;
        }
        case 139 satisfies Is['strd']: {
          const address = ((regs[n] ?? 0) + (alt[i] ?? 0)) | 0;
          const o = cpu.storeAligned(address, 4, regs[d] ?? 0);
          cpu.storeAligned(address + 4, 4, regs[m] ?? 0);
          if (o < lowWrite && o >= floor) lowWrite = o;
          stores += 2;
          break;
        }
        case 140 satisfies Is['strex']: {
          const address = ((regs[n] ?? 0) + (imm[i] ?? 0)) | 0;
          const held = cpu.takeExclusive(address);
          if (held) {
            const o = cpu.storeAligned(address, alt[i] ?? 0, regs[m] ?? 0);
            if (o < lowWrite && o >= floor) lowWrite = o;
            stores += 1;
          }
          regs[d] = held ? 0 : 1;
          break;
        }
        case 141 satisfies Is['clrex']:
          cpu.takeExclusive(0);
          break;
        case 142 satisfies Is['storeOrdered']: {
          const o = cpu.storeAligned(regs[n] ?? 0, alt[i] ?? 0, regs[d] ?? 0);
          if (o < lowWrite && o >= floor) lowWrite = o;
          stores += 1;
          break;
        }
        case 143 satisfies Is['push']: {
          const sp = ((regs[13] ?? 0) + (alt[i] ?? 0)) | 0;
          let o = (sp - ramBase) | 0;
          if (o < lowSp) lowSp = o;
          if (o < lowWrite && o >= floor) lowWrite = o;
          for (let list = imm[i] ?? 0; list !== 0; list &= list - 1) {
            const value = regs[31 - Math.clz32(list & -list)] ?? 0;
            if (o >>> 0 <= lastWord && (o & 3) === 0) i32[o >> 2] = value;
            else cpu.storeAligned((o + ramBase) | 0, 4, value);
            if (o < codeHigh && o + 4 > codeLow) slots.forget(o, 4);
            o += 4;
            stores += 1;
          }
          regs[13] = sp;
          break;
        }
        case 144 satisfies Is['stm']: {
          const base = regs[n] ?? 0;
          let address = (base + (alt[i] ?? 0)) | 0;
          for (let list = imm[i] ?? 0; list !== 0; list &= list - 1) {
            const o = cpu.storeAligned(address, 4, regs[31 - Math.clz32(list & -list)] ?? 0);
            if (o < lowWrite && o >= floor) lowWrite = o;
            address += 4;
            stores += 1;
          }
          if (d === 1) {
            regs[n] = (alt[i] ?? 0) < 0 ? base + (alt[i] ?? 0) : address;
            if (n === 13 && (((regs[13] ?? 0) - ramBase) | 0) < lowSp) lowSp = ((regs[13] ?? 0) - ramBase) | 0;
          }
          break;
        }
        case 145 satisfies Is['vstm']: {
          const address = ((regs[n] ?? 0) + (alt[i] ?? 0)) | 0;
          const bytes = cpu.storeFloats(address, imm[i] ?? 0);
          const o = (address - ramBase) | 0;
          if (o < lowWrite && o >= floor) lowWrite = o;
          if (d === 1) {
            regs[n] = (regs[n] ?? 0) + ((alt[i] ?? 0) < 0 ? -bytes : bytes);
            if (n === 13 && (((regs[13] ?? 0) - ramBase) | 0) < lowSp) lowSp = ((regs[13] ?? 0) - ramBase) | 0;
          }
          stores += bytes >> 2;
          break;
        }

        // Branches.
        case 146 satisfies Is['b']:
          i = imm[i] ?? 0;
          branches += 1;
          break;
        case 147 satisfies Is['beq']:
          if (zf === 0) {
            i = imm[i] ?? 0;
            branches += 1;
          }
          break;
        case 148 satisfies Is['bne']:
          if (zf !== 0) {
            i = imm[i] ?? 0;
            branches += 1;
          }
          break;
        case 149 satisfies Is['bcs']:
          if (c !== 0) {
            i = imm[i] ?? 0;
            branches += 1;
          }
          break;
        case 150 satisfies Is['bcc']:
          if (c === 0) {
            i = imm[i] ?? 0;
            branches += 1;
          }
          break;
        case 151 satisfies Is['bmi']:
          if (nf < 0) {
            i = imm[i] ?? 0;
            branches += 1;
          }
          break;
        case 152 satisfies Is['bpl']:
          if (nf >= 0) {
            i = imm[i] ?? 0;
            branches += 1;
          }
          break;
        case 153 satisfies Is['bvs']:
          if (v !== 0) {
            i = imm[i] ?? 0;
            branches += 1;
          }
          break;
        case 154 satisfies Is['bvc']:
          if (v === 0) {
            i = imm[i] ?? 0;
            branches += 1;
          }
          break;
        case 155 satisfies Is['bhi']:
          if (c !== 0 && zf !== 0) {
            i = imm[i] ?? 0;
            branches += 1;
          }
          break;
        case 156 satisfies Is['bls']:
          if (c === 0 || zf === 0) {
            i = imm[i] ?? 0;
            branches += 1;
          }
          break;
        case 157 satisfies Is['bge']:
          if (nf >>> 31 === v) {
            i = imm[i] ?? 0;
            branches += 1;
          }
          break;
        case 158 satisfies Is['blt']:
          if (nf >>> 31 !== v) {
            i = imm[i] ?? 0;
            branches += 1;
          }
          break;
        case 159 satisfies Is['bgt']:
          if (zf !== 0 && nf >>> 31 === v) {
            i = imm[i] ?? 0;
            branches += 1;
          }
          break;
        case 160 satisfies Is['ble']:
          if (zf === 0 || nf >>> 31 !== v) {
            i = imm[i] ?? 0;
            branches += 1;
          }
          break;
        case 161 satisfies Is['cbz']:
          if ((regs[n] ?? 0) === 0) {
            i = imm[i] ?? 0;
            branches += 1;
          }
          break;
        case 162 satisfies Is['cbnz']:
          if ((regs[n] ?? 0) !== 0) {
            i = imm[i] ?? 0;
            branches += 1;
          }
          break;
        case 163 satisfies Is['bl']:
          regs[14] = alt[i] ?? 0;
          i = imm[i] ?? 0;
          branches += 1;
          break;
        case 164 satisfies Is['bx']:
          i = cpu.branchTo(regs[m] ?? 0) - 1 - (w >>> 31);
          branches += 1;
          break;
        case 165 satisfies Is['blx']: {
          const target = regs[m] ?? 0;
          regs[14] = alt[i] ?? 0;
          i = cpu.branchTo(target) - 1 - (w >>> 31);
          branches += 1;
          break;
        }
        case 166 satisfies Is['movPc']:
          // ADD and MOV to the program counter do not change the instruction set: bit 0 is ignored.
          i = cpu.branchTo(((regs[m] ?? 0) + (imm[i] ?? 0)) | 1) - 1 - (w >>> 31);
          branches += 1;
          break;
        case 167 satisfies Is['tbb']: {
          const entry = memory.load(((regs[n] ?? 0) + (regs[m] ?? 0)) | 0, 1);
          i = cpu.branchTo(((alt[i] ?? 0) + 2 * entry) | 1) - 1 - (w >>> 31);
          loads += 1;
          branches += 1;
          break;
        }
        case 168 satisfies Is['tbh']: {
          const entry = memory.load(((regs[n] ?? 0) + 2 * (regs[m] ?? 0)) | 0, 2);
          i = cpu.branchTo(((alt[i] ?? 0) + 2 * entry) | 1) - 1 - (w >>> 31);
          loads += 1;
          branches += 1;
          break;
        }

        case 169 satisfies Is['tbbPc']: {
          const entry = memory.load(((alt[i] ?? 0) + (regs[m] ?? 0)) | 0, 1);
          i = cpu.branchTo(((alt[i] ?? 0) + 2 * entry) | 1) - 1 - (w >>> 31);
          loads += 1;
          branches += 1;
          break;
        }
        case 170 satisfies Is['tbhPc']: {
          const entry = memory.load(((alt[i] ?? 0) + 2 * (regs[m] ?? 0)) | 0, 2);
          i = cpu.branchTo(((alt[i] ?? 0) + 2 * entry) | 1) - 1 - (w >>> 31);
          loads += 1;
          branches += 1;
          break;
        }

        // System and floating-point registers (moved, not calculated with).
        case 171 satisfies Is['mrs']:
          cpu.nf = nf;
          cpu.zf = zf;
          cpu.c = c;
          cpu.v = v;
          regs[d] = readSpecial(cpu, imm[i] ?? 0);
          break;
        case 172 satisfies Is['msr']: {
          cpu.nf = nf;
          cpu.zf = zf;
          cpu.c = c;
          cpu.v = v;
          writeSpecial(cpu, imm[i] ?? 0, { value: regs[n] ?? 0, mask: alt[i] ?? 0 });
          ({ nf, zf, c, v } = cpu);
          if ((((regs[13] ?? 0) - ramBase) | 0) < lowSp) lowSp = ((regs[13] ?? 0) - ramBase) | 0;
          break;
        }
        case 173 satisfies Is['cps']:
          cpu.changeMasks(imm[i] ?? 0);
          break;
        case 174 satisfies Is['vmovToCore']:
          regs[d] = cpu.floats[imm[i] ?? 0] ?? 0;
          break;
        case 175 satisfies Is['vmovFromCore']:
          cpu.floats[imm[i] ?? 0] = regs[d] ?? 0;
          break;
        case 176 satisfies Is['vmovPairToCore']:
          regs[d] = cpu.floats[imm[i] ?? 0] ?? 0;
          regs[m] = cpu.floats[(imm[i] ?? 0) + 1] ?? 0;
          break;
        case 177 satisfies Is['vmovPairFromCore']:
          cpu.floats[imm[i] ?? 0] = regs[d] ?? 0;
          cpu.floats[(imm[i] ?? 0) + 1] = regs[m] ?? 0;
          break;
        case 178 satisfies Is['vmov']:
          cpu.floats.copyWithin(imm[i] ?? 0, alt[i] ?? 0, (alt[i] ?? 0) + ((w >>> 24) & 3));
          break;
        case 179 satisfies Is['vmovI']:
          cpu.floats[imm[i] ?? 0] = alt[i] ?? 0;
          break;
        case 180 satisfies Is['bkpt']:
          if (!cpu.breakpoint(imm[i] ?? 0)) break;
          i += 1;
          count += 1;
          return 'exit';
        case 181 satisfies Is['svc']:
          throw new EmulationError('unsupported-instruction', 'SVC: there is no operating system');
      }
      i += 1 + (w >>> 31);
      count += 1;
      if (count >= budget) return 'budget';
      w = code[i] ?? 0;
      runs[i] = (runs[i] ?? 0) + 1;
    }
  } finally {
    cpu.slot = i;
    cpu.nf = nf;
    cpu.zf = zf;
    cpu.c = c;
    cpu.v = v;
    meter.instructions += count;
    meter.loads += loads;
    meter.stores += stores;
    meter.word += words;
    meter.long += longs;
    meter.half += halves;
    meter.high += highs;
    meter.divides += divides;
    meter.takenBranches += branches;
    meter.lowestSpOffset = lowSp;
    meter.lowestWriteOffset = lowWrite;
  }
}

/** ConditionPassed of A7.3.1. */
function passes(condition: number, nf: number, zf: number, c: number, v: number): boolean {
  const holds = holdsEven(condition & 14, nf, zf, c, v);
  return condition === 15 || (condition & 1) === 0 ? holds : !holds;
}

function holdsEven(condition: number, nf: number, zf: number, c: number, v: number): boolean {
  switch (condition) {
    case 0:
      return zf === 0;
    case 2:
      return c !== 0;
    case 4:
      return nf < 0;
    case 6:
      return v !== 0;
    case 8:
      return c !== 0 && zf !== 0;
    case 10:
      return nf >>> 31 === v;
    case 12:
      return zf !== 0 && nf >>> 31 === v;
    default:
      return true;
  }
}
