// The run loop of RV32IMC: reads decoded slots and does them, with the meter always on. RISC-V Unprivileged ISA 20191213, chapters 2 and 7.
// One long function for the reasons in docs/decisions/0004-one-switch.md; the compiler checks each `case` against rv32-ops.ts.

import type { RunEnd } from './cpu.ts';
import { mulHighMixed, mulHighSigned, mulHighUnsigned } from './multiply.ts';
import type { Rv32Cpu } from './rv32-cpu.ts';
import type { RV32 } from './rv32-ops.ts';
import { EmulationError, toHex } from './trap.ts';

type Is = typeof RV32;

/**
 * Runs at most `budget` instructions (below 2^30) from `cpu.slot`. Counts are added to `cpu.meter` and the state is whole, also when it
 * throws `EmulationError` (without the address, which the caller has from `cpu.slot`).
 */
export function runRv32(cpu: Rv32Cpu, budget: number): RunEnd {
  const { regs, memory, slots, meter } = cpu;
  const { code, imm, alt, final, runs } = slots;
  const { u8, u16, i32, ramBase } = memory;
  const lastWord = memory.ramBytes - 4;
  const lastHalf = memory.ramBytes - 2;
  const lastByte = memory.ramBytes - 1;
  const floor = cpu.floorOffset;
  let { codeLow, codeHigh } = slots;
  let lowWrite = meter.lowestWriteOffset;
  let lowSp = meter.lowestSpOffset;
  let [loads, stores, words, highs, divides, branches] = [0, 0, 0, 0, 0, 0];
  let count = 0;
  // an instruction that writes the stack pointer lowers it, so that the loop looks at the pointer behind that instruction
  let limit = budget;
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
        case 6 satisfies Is['preBranchAway']: {
          // A branch whose target is not memory: harmless until it is taken.
          const a = regs[n] ?? 0;
          const b = regs[m] ?? 0;
          if (cpu.holds((w >>> 24) & 7, a, b)) {
            w = final[i] ?? 0;
            continue;
          }
          break;
        }
        case 7 satisfies Is['writesSp']: {
          limit = count + 1;
          w = final[i] ?? 0;
          continue;
        }

        case 8 satisfies Is['nop']:
          break;
        case 9 satisfies Is['li']:
          regs[d] = imm[i] ?? 0;
          break;
        case 10 satisfies Is['addi']:
          regs[d] = (regs[n] ?? 0) + (imm[i] ?? 0);
          break;
        case 11 satisfies Is['addiSp']: {
          const sp = ((regs[n] ?? 0) + (imm[i] ?? 0)) | 0;
          regs[2] = sp;
          if (((sp - ramBase) | 0) < lowSp) lowSp = (sp - ramBase) | 0;
          break;
        }
        case 12 satisfies Is['xori']:
          regs[d] = (regs[n] ?? 0) ^ (imm[i] ?? 0);
          break;
        case 13 satisfies Is['ori']:
          regs[d] = (regs[n] ?? 0) | (imm[i] ?? 0);
          break;
        case 14 satisfies Is['andi']:
          regs[d] = (regs[n] ?? 0) & (imm[i] ?? 0);
          break;
        case 15 satisfies Is['slti']:
          regs[d] = (regs[n] ?? 0) < (imm[i] ?? 0) ? 1 : 0;
          break;
        case 16 satisfies Is['sltiu']:
          regs[d] = (regs[n] ?? 0) >>> 0 < (imm[i] ?? 0) >>> 0 ? 1 : 0;
          break;
        case 17 satisfies Is['slli']:
          regs[d] = (regs[n] ?? 0) << (imm[i] ?? 0);
          break;
        case 18 satisfies Is['srli']:
          regs[d] = (regs[n] ?? 0) >>> (imm[i] ?? 0);
          break;
        case 19 satisfies Is['srai']:
          regs[d] = (regs[n] ?? 0) >> (imm[i] ?? 0);
          break;
        case 20 satisfies Is['mv']:
          regs[d] = regs[m] ?? 0;
          break;
        case 21 satisfies Is['add']:
          regs[d] = (regs[n] ?? 0) + (regs[m] ?? 0);
          break;
        case 22 satisfies Is['sub']:
          regs[d] = (regs[n] ?? 0) - (regs[m] ?? 0);
          break;
        case 23 satisfies Is['xor']:
          regs[d] = (regs[n] ?? 0) ^ (regs[m] ?? 0);
          break;
        case 24 satisfies Is['or']:
          regs[d] = (regs[n] ?? 0) | (regs[m] ?? 0);
          break;
        case 25 satisfies Is['and']:
          regs[d] = (regs[n] ?? 0) & (regs[m] ?? 0);
          break;
        case 26 satisfies Is['sll']:
          regs[d] = (regs[n] ?? 0) << (regs[m] ?? 0);
          break;
        case 27 satisfies Is['srl']:
          regs[d] = (regs[n] ?? 0) >>> (regs[m] ?? 0);
          break;
        case 28 satisfies Is['sra']:
          regs[d] = (regs[n] ?? 0) >> (regs[m] ?? 0);
          break;
        case 29 satisfies Is['slt']:
          regs[d] = (regs[n] ?? 0) < (regs[m] ?? 0) ? 1 : 0;
          break;
        case 30 satisfies Is['sltu']:
          regs[d] = (regs[n] ?? 0) >>> 0 < (regs[m] ?? 0) >>> 0 ? 1 : 0;
          break;

        // M: division by zero and overflow have results, not traps (7.2).
        case 31 satisfies Is['mul']:
          regs[d] = Math.imul(regs[n] ?? 0, regs[m] ?? 0);
          words += 1;
          break;
        case 32 satisfies Is['mulh']:
          regs[d] = mulHighSigned(regs[n] ?? 0, regs[m] ?? 0);
          highs += 1;
          break;
        case 33 satisfies Is['mulhsu']:
          regs[d] = mulHighMixed(regs[n] ?? 0, regs[m] ?? 0);
          highs += 1;
          break;
        case 34 satisfies Is['mulhu']:
          regs[d] = mulHighUnsigned(regs[n] ?? 0, regs[m] ?? 0);
          highs += 1;
          break;
        case 35 satisfies Is['div']: {
          const b = regs[m] ?? 0;
          regs[d] = b === 0 ? -1 : (regs[n] ?? 0) / b;
          divides += 1;
          break;
        }
        case 36 satisfies Is['divu']: {
          const b = (regs[m] ?? 0) >>> 0;
          regs[d] = b === 0 ? -1 : ((regs[n] ?? 0) >>> 0) / b;
          divides += 1;
          break;
        }
        case 37 satisfies Is['rem']: {
          const a = regs[n] ?? 0;
          const b = regs[m] ?? 0;
          regs[d] = b === 0 ? a : a % b;
          divides += 1;
          break;
        }
        case 38 satisfies Is['remu']: {
          const a = (regs[n] ?? 0) >>> 0;
          const b = (regs[m] ?? 0) >>> 0;
          regs[d] = b === 0 ? a : a % b;
          divides += 1;
          break;
        }

        // Loads. RAM with one comparison; all else through Memory. x0 as destination: the load is done and its value dropped.
        case 39 satisfies Is['lw']: {
          const address = ((regs[n] ?? 0) + (imm[i] ?? 0)) | 0;
          const o = (address - ramBase) | 0;
          regs[d] = o >>> 0 <= lastWord && (o & 3) === 0 ? (i32[o >> 2] ?? 0) : memory.load(address, 4);
          loads += 1;
          break;
        }
        case 40 satisfies Is['lh']: {
          const address = ((regs[n] ?? 0) + (imm[i] ?? 0)) | 0;
          const o = (address - ramBase) | 0;
          const half = o >>> 0 <= lastHalf && (o & 1) === 0 ? (u16[o >> 1] ?? 0) : memory.load(address, 2);
          regs[d] = (half << 16) >> 16;
          loads += 1;
          break;
        }
        case 41 satisfies Is['lhu']: {
          const address = ((regs[n] ?? 0) + (imm[i] ?? 0)) | 0;
          const o = (address - ramBase) | 0;
          regs[d] = o >>> 0 <= lastHalf && (o & 1) === 0 ? (u16[o >> 1] ?? 0) : memory.load(address, 2);
          loads += 1;
          break;
        }
        case 42 satisfies Is['lb']: {
          const address = ((regs[n] ?? 0) + (imm[i] ?? 0)) | 0;
          const o = (address - ramBase) | 0;
          regs[d] = ((o >>> 0 <= lastByte ? (u8[o] ?? 0) : memory.load(address, 1)) << 24) >> 24;
          loads += 1;
          break;
        }
        case 43 satisfies Is['lbu']: {
          const address = ((regs[n] ?? 0) + (imm[i] ?? 0)) | 0;
          const o = (address - ramBase) | 0;
          regs[d] = o >>> 0 <= lastByte ? (u8[o] ?? 0) : memory.load(address, 1);
          loads += 1;
          break;
        }
        case 44 satisfies Is['loadNone']:
          cpu.loadNothing(((regs[n] ?? 0) + (imm[i] ?? 0)) | 0, alt[i] ?? 0);
          loads += 1;
          break;

        // Stores. Each marks the lowest write of the stack and forgets decoded instructions that it overwrites.
        case 45 satisfies Is['sw']: {
          const address = ((regs[n] ?? 0) + (imm[i] ?? 0)) | 0;
          let o = (address - ramBase) | 0;
          if (o >>> 0 <= lastWord && (o & 3) === 0) i32[o >> 2] = regs[m] ?? 0;
          else o = memory.store(address, 4, regs[m] ?? 0);
          if (o < lowWrite && o >= floor) lowWrite = o;
          if (o < codeHigh && o + 4 > codeLow) slots.forget(o, 4);
          stores += 1;
          break;
        }
        case 46 satisfies Is['sh']: {
          const address = ((regs[n] ?? 0) + (imm[i] ?? 0)) | 0;
          let o = (address - ramBase) | 0;
          if (o >>> 0 <= lastHalf && (o & 1) === 0) u16[o >> 1] = regs[m] ?? 0;
          else o = memory.store(address, 2, regs[m] ?? 0);
          if (o < lowWrite && o >= floor) lowWrite = o;
          if (o < codeHigh && o + 2 > codeLow) slots.forget(o, 2);
          stores += 1;
          break;
        }
        case 47 satisfies Is['sb']: {
          const address = ((regs[n] ?? 0) + (imm[i] ?? 0)) | 0;
          let o = (address - ramBase) | 0;
          if (o >>> 0 <= lastByte) u8[o] = regs[m] ?? 0;
          else o = memory.store(address, 1, regs[m] ?? 0);
          if (o < lowWrite && o >= floor) lowWrite = o;
          if (o < codeHigh && o >= codeLow) slots.forget(o, 1);
          stores += 1;
          break;
        }

        // Branches.
        case 48 satisfies Is['beq']:
          if ((regs[n] ?? 0) === (regs[m] ?? 0)) {
            i = imm[i] ?? 0;
            branches += 1;
          }
          break;
        case 49 satisfies Is['bne']:
          if ((regs[n] ?? 0) !== (regs[m] ?? 0)) {
            i = imm[i] ?? 0;
            branches += 1;
          }
          break;
        case 50 satisfies Is['blt']:
          if ((regs[n] ?? 0) < (regs[m] ?? 0)) {
            i = imm[i] ?? 0;
            branches += 1;
          }
          break;
        case 51 satisfies Is['bge']:
          if ((regs[n] ?? 0) >= (regs[m] ?? 0)) {
            i = imm[i] ?? 0;
            branches += 1;
          }
          break;
        case 52 satisfies Is['bltu']:
          if ((regs[n] ?? 0) >>> 0 < (regs[m] ?? 0) >>> 0) {
            i = imm[i] ?? 0;
            branches += 1;
          }
          break;
        case 53 satisfies Is['bgeu']:
          if ((regs[n] ?? 0) >>> 0 >= (regs[m] ?? 0) >>> 0) {
            i = imm[i] ?? 0;
            branches += 1;
          }
          break;
        case 54 satisfies Is['j']:
          i = imm[i] ?? 0;
          branches += 1;
          break;
        case 55 satisfies Is['jal']:
          regs[d] = alt[i] ?? 0;
          i = imm[i] ?? 0;
          branches += 1;
          break;
        case 56 satisfies Is['jr']:
          i = cpu.branchTo(((regs[n] ?? 0) + (imm[i] ?? 0)) & ~1) - 1 - (w >>> 31);
          branches += 1;
          break;
        case 57 satisfies Is['jalr']: {
          const target = ((regs[n] ?? 0) + (imm[i] ?? 0)) & ~1;
          regs[d] = alt[i] ?? 0;
          i = cpu.branchTo(target) - 1 - (w >>> 31);
          branches += 1;
          break;
        }
        case 58 satisfies Is['ebreak']:
          if (!cpu.breakpoint(i)) break;
          i += 2;
          count += 1;
          return 'exit';
        case 59 satisfies Is['ecall']:
          throw new EmulationError('unsupported-instruction', 'ECALL: there is no execution environment');
      }
      i += 1 + (w >>> 31);
      count += 1;
      if (count >= limit) {
        const sp = ((regs[2] ?? 0) - ramBase) | 0;
        if (sp < lowSp) lowSp = sp;
        if (count >= budget) return 'budget';
        limit = budget;
      }
      w = code[i] ?? 0;
      runs[i] = (runs[i] ?? 0) + 1;
    }
  } finally {
    cpu.slot = i;
    meter.instructions += count;
    meter.loads += loads;
    meter.stores += stores;
    meter.word += words;
    meter.high += highs;
    meter.divides += divides;
    meter.takenBranches += branches;
    meter.lowestSpOffset = lowSp;
    meter.lowestWriteOffset = lowWrite;
  }
}
