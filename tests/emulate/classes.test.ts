// What ran, by class. Expected values are counted by hand on the listed instructions.

import { describe, expect, it } from 'vitest';
import { toFlatImage } from '../../src/emulate/image.ts';
import type { EmulatedIsa } from '../../src/emulate/isa.ts';
import { Machine } from '../../src/emulate/machine.ts';

function thumb(code: readonly number[], isa: EmulatedIsa = 'armv7e-m'): Machine {
  const machine = new Machine({ isa });
  machine.load(toFlatImage(new Uint8Array(code.flatMap((half) => [half & 0xff, half >>> 8])), 0x100));
  return machine;
}

function rv32(...words: readonly number[]): Machine {
  const machine = new Machine({ isa: 'rv32imc' });
  machine.load(toFlatImage(new Uint8Array(words.flatMap((word) => [word, word >>> 8, word >>> 16, word >>> 24])), 0x8000_0100));
  return machine;
}

describe('the classes of what ran', () => {
  it('of loads and stores: single, double, many; behind another; used at once', () => {
    // push {r4, r5, lr}; ldr r2, [r0]; ldr r3, [r0, #4]; adds r3, r3, r2; str r3, [r0]; ldrd r4, r5, [r0]; strd r4, r5, [r0, #8];
    // stmia r0!, {r4, r5}; pop {r4, r5, pc}
    const machine = thumb([0xb530, 0x6802, 0x6843, 0x189b, 0x6003, 0xe9d0, 0x4500, 0xe9c0, 0x4502, 0xc030, 0xbd30]);
    const { instructions } = machine.call(0x100, [0x2000_0000]);
    const classes = machine.takeClasses();
    expect(classes).toMatchObject({ insn: 9, ldr: 2, ldrPipe: 1, ldrUse: 1, str: 1, strPipe: 0, ldrd: 1, strd: 1, alu: 1 });
    expect(classes).toMatchObject({ ldm: 1, ldmRegs: 3, popPc: 1, stm: 2, stmRegs: 5, br: 0, brTaken: 0 });
    expect(classes.insn).toBe(instructions);
  });

  it('of multiplications and divisions by kind', () => {
    // mul r2, r0, r1; mla r2, r0, r1, r2; mls r2, r0, r1, r2; umull r2, r3, r0, r1; smlal r2, r3, r0, r1; smlabb r2, r0, r1, r2; udiv; bx lr
    const code = [0xfb00, 0xf201, 0xfb00, 0x2201, 0xfb00, 0x2211, 0xfba0, 0x2301, 0xfbc0, 0x2301, 0xfb10, 0x2201, 0xfbb0, 0xf2f1, 0x4770];
    const machine = thumb(code);
    machine.call(0x100, [7, 9]);
    expect(machine.takeClasses()).toMatchObject({ insn: 8, mul: 1, mla: 2, mull: 1, mlal: 1, dspmul: 1, div: 1, br: 1, bx: 1, brTaken: 1 });
  });

  it('of branches: taken or not, calls, returns, and what IT skips', () => {
    // 100: push {lr}; movs r2, #3; 104: subs r2, #1; bne 104; cmp r2, #1; ite eq; moveq r0, #1; movne r0, #2; bl 116; pop {pc}; 116: bx lr
    const machine = thumb([0xb500, 0x2203, 0x3a01, 0xd1fd, 0x2a01, 0xbf0c, 0x2001, 0x2002, 0xf000, 0xf801, 0xbd00, 0x4770]);
    const { takenBranches } = machine.call(0x100);
    const classes = machine.takeClasses();
    // two of three BNE, BL, BX and POP {PC} leave the line
    expect(takenBranches).toBe(5);
    expect(classes).toMatchObject({ insn: 15, br: 5, brTaken: 4, bl: 1, bx: 1, popPc: 1, it: 1, alu: 7, stm: 1, ldm: 1 });
  });

  it('of RISC-V', () => {
    // lw a2, 0(a0); addi a2, a2, 1; sw a2, 0(a0); mul a2, a2, a2; mulhu a2, a2, a2; divu a2, a2, a0; beq x0, a0, +8; ret
    const machine = rv32(0x00052603, 0x00160613, 0x00c52023, 0x02c60633, 0x02c63633, 0x02a65633, 0x00a00463, 0x00008067);
    machine.call(0x8000_0100, [0x8000_1000]);
    expect(machine.takeClasses()).toMatchObject({ insn: 8, ldr: 1, ldrUse: 1, str: 1, strPipe: 0, mul: 1, mull: 1, div: 1, br: 2 });
  });

  it('are cleared when they are taken', () => {
    const machine = thumb([0x2001, 0x4770]);
    machine.call(0x100);
    machine.call(0x100);
    expect(machine.takeClasses().insn).toBe(4);
    expect(machine.takeClasses()).toMatchObject({ insn: 0, br: 0, brTaken: 0 });
  });
});
