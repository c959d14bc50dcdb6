// Calls, runs, the meter's stack marks, and what stops a program: always an error with its address.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readElfImage, toFlatImage } from '../../src/emulate/image.ts';
import type { EmulatedIsa } from '../../src/emulate/isa.ts';
import { Machine } from '../../src/emulate/machine.ts';
import { EmulationError } from '../../src/emulate/trap.ts';
import { toElf } from './elf-writer.ts';

const RAM = 0x2000_0000;

function halves(...code: readonly number[]): Uint8Array {
  return new Uint8Array(code.flatMap((half) => [half & 0xff, half >>> 8]));
}

function thumb(code: readonly number[], isa: EmulatedIsa = 'armv7-m'): Machine {
  const machine = new Machine({ isa });
  machine.load(toFlatImage(halves(...code), 0x100));
  return machine;
}

function rv32(...words: readonly number[]): Machine {
  const machine = new Machine({ isa: 'rv32imc' });
  machine.load(toFlatImage(new Uint8Array(words.flatMap((word) => [word, word >>> 8, word >>> 16, word >>> 24])), 0x8000_0100));
  return machine;
}

function trapOf(action: () => unknown): EmulationError {
  try {
    action();
  } catch (error) {
    if (error instanceof EmulationError) return error;
    throw error;
  }
  throw new Error('expected an EmulationError');
}

describe('a call', () => {
  it('passes words in registers and on the stack and answers r0', () => {
    // ldr r3, [sp]; ldr r2, [sp, #4]; adds r0, r0, r3; adds r0, r0, r2; bx lr
    const result = thumb([0x9b00, 0x9a01, 0x18c0, 0x1880, 0x4770]).call(0x100, [1, 2, 3, 4, 50, 600]);
    expect(result).toMatchObject({ returnValue: 651, instructions: 5, loads: 2, stackBytes: 0, takenBranches: 1 });
  });

  it('counts the stack from the entry down to the lowest address written', () => {
    // push {r4, lr}; sub sp, #64; str r0, [sp, #32]; add sp, #64; pop {r4, pc}
    const result = thumb([0xb510, 0xb090, 0x9008, 0xb010, 0xbd10]).call(0x100, [7]);
    expect(result).toMatchObject({ stackBytes: 40, stores: 3, loads: 2 });
    expect(result.lowestSp).toBe(result.lowestStackWrite - 32);
  });

  it('does not count writes below the floor of the stack', () => {
    // str r1, [r0]; bx lr
    const machine = thumb([0x6001, 0x4770]);
    expect(machine.call(0x100, [RAM + 64, 5], { stackFloor: RAM + 128 }).stackBytes).toBe(0);
    expect([...machine.read(RAM + 64, 4)]).toEqual([5, 0, 0, 0]);
  });

  it('of a recursive function ends when its first caller has the stack again', () => {
    // 100: push {lr}; subs r0, #1; bmi 108; bl 100; 10a: pop {pc}    called through 110: bl 100; nop
    const machine = thumb([0xb500, 0x3801, 0xd401, 0xf7ff, 0xfffb, 0xbd00, 0xbf00, 0xbf00, 0xf7ff, 0xfff6, 0xbf00]);
    machine.setRegister(0, 3);
    machine.runTo([0x100], { from: 0x110 });
    expect(machine.finishCall()).toMatchObject({ instructions: 19, stackBytes: 16 });
    expect(machine.pc).toBe(0x114);
  });

  it('counts a span between two stand-ins by itself, stack and classes too', () => {
    // 100: push {r4, lr}; bl 120; push {r0, r1}; ldr r0, [sp]; add sp, #8; bl 124; nop; pop {r4, pc}
    const machine = new Machine({ isa: 'armv7-m' });
    const code = halves(0xb510, 0xf000, 0xf80d, 0xb403, 0x9800, 0xb002, 0xf000, 0xf80a, 0xbf00, 0xbd10);
    const segments = [{ address: 0x100, bytes: code }];
    const symbols = [
      { name: 'begin', value: 0x121 },
      { name: 'end', value: 0x125 },
    ];
    machine.load(readElfImage(toElf({ machine: 40, segments, symbols }), 'armv7-m'));
    const spans: unknown[] = [];
    machine.stub('begin', () => {
      machine.beginSpan();
      return 0;
    });
    machine.stub('end', () => {
      const { instructions, stackBytes, classes } = machine.endSpan();
      spans.push({ instructions, stackBytes, insn: classes.insn, ldr: classes.ldr, bl: classes.bl });
      return 0;
    });
    expect(machine.call(0x100).instructions).toBe(8);
    expect(spans).toEqual([{ instructions: 4, stackBytes: 8, insn: 4, ldr: 1, bl: 1 }]);
  });

  it('refuses spans that are not begun or not ended', () => {
    const machine = thumb([0x4770]);
    expect(trapOf(() => machine.endSpan()).message).toContain('not begun');
    machine.beginSpan();
    expect(trapOf(() => machine.beginSpan()).message).toContain('begun twice');
  });

  it('of a function that does nothing but be stood in for comes to an end', () => {
    // 100: mov lr, pc; bx r0 with r0 = the stand-in, which returns to itself
    const machine = new Machine({ isa: 'armv7-m' });
    const segments = [{ address: 0x100, bytes: halves(0x4686, 0x4700) }];
    machine.load(readElfImage(toElf({ machine: 40, segments, symbols: [{ name: 'nothing', value: 0x111 }] }), 'armv7-m'));
    machine.stub('nothing', () => 0x111);
    expect(trapOf(() => machine.call(0x100, [0x111])).code).toBe('budget-exhausted');
  });

  it('gives the same counts each time', () => {
    const machine = thumb([0xb510, 0xb090, 0x9008, 0xb010, 0xbd10]);
    expect(machine.call(0x100, [7])).toEqual(machine.call(0x100, [7]));
  });

  it('runs code that the program changed', () => {
    // movs r2, #7; strh r1, [r0, #8]; nop; nop; movs r2, #9; movs r0, r2 with r1 = `movs r2, #5`
    const machine = new Machine({ isa: 'armv7-m' });
    machine.load(toFlatImage(halves(0x2207, 0x8101, 0xbf00, 0xbf00, 0x2209, 0x0010, 0x4770), RAM));
    expect(machine.call(RAM, [RAM, 0x2209]).returnValue).toBe(9);
    expect(machine.call(RAM, [RAM, 0x2205]).returnValue).toBe(5);
  });
});

describe('semihosting', () => {
  it('takes text, a character and the end of the program', () => {
    // mov r1, text; movs r0, #4; bkpt; adds r1, #1; movs r0, #3; bkpt; movs r0, #0x18; ldr r1, =0x20026; bkpt
    const machine = thumb([0x4904, 0x2004, 0xbeab, 0x3101, 0x2003, 0xbeab, 0x2018, 0x4902, 0xbeab, 0xbf00, 0x0120, 0, 0x0026, 2]);
    machine.write(0x120, new TextEncoder().encode('ok\0'));
    expect(machine.runTo([0x118]).end).toBe('exit');
    expect(machine.output).toBe('okk');
    expect(machine.exitedNormally).toBe(true);
  });

  it('refuses every other operation', () => {
    expect(trapOf(() => thumb([0x2001, 0xbeab]).call(0x100))).toMatchObject({ code: 'unsupported-instruction', place: { pc: 0x102 } });
  });

  it('of RISC-V needs the instructions around EBREAK', () => {
    const exit = rv32(0x01800513, 0x000205b7, 0x02658593, 0x01f01013, 0x00100073, 0x40705013);
    expect(exit.runTo([0x8000_0118]).end).toBe('exit');
    expect(exit.exitedNormally).toBe(true);
    expect(trapOf(() => rv32(0x00100073).call(0x8000_0100))).toMatchObject({ code: 'breakpoint', place: { pc: 0x8000_0100 } });
  });
});

describe('a program that goes wrong', () => {
  const cases: readonly (readonly [string, readonly number[], EmulatedIsa, object])[] = [
    ['an endless loop', [0xe7fe], 'armv7-m', { code: 'budget-exhausted', place: { pc: 0x100 } }],
    ['an undefined instruction', [0xde00], 'armv7-m', { code: 'undefined-instruction', place: { pc: 0x100, encoding: 0xde00 } }],
    ['Armv7-M code on Armv6-M', [0xfb90, 0xf0f1], 'armv6-m', { code: 'undefined-instruction', place: { pc: 0x100, encoding: 0xfb90f0f1 } }],
    ['DSP code on Armv7-M', [0xfa90, 0xf0f1], 'armv7-m', { code: 'undefined-instruction', place: { encoding: 0xfa90f0f1 } }],
    ['VADD.F32', [0xee30, 0x0a00], 'armv7e-m', { code: 'unsupported-instruction', place: { pc: 0x100, encoding: 0xee300a00 } }],
    ['SVC', [0xdf00], 'armv7-m', { code: 'unsupported-instruction', place: { pc: 0x100 } }],
    ['BKPT', [0xbe01], 'armv7-m', { code: 'breakpoint', place: { pc: 0x100, encoding: 0xbe01 } }],
    ['a load from nowhere', [0x2000, 0x43c0, 0x7800], 'armv7-m', { code: 'unmapped-access', place: { pc: 0x104, address: 0xffffffff } }],
    ['a store to flash', [0x2000, 0x6000], 'armv7-m', { code: 'write-to-rom', place: { pc: 0x102, address: 0 } }],
    ['a misaligned word on Armv6-M', [0x2001, 0x6800], 'armv6-m', { code: 'misaligned-access', place: { pc: 0x102, address: 1 } }],
    ['a misaligned LDM', [0x2001, 0xc806], 'armv7-m', { code: 'misaligned-access', place: { pc: 0x102, address: 1 } }],
    ['a branch to Arm code', [0x2000, 0x4700], 'armv7-m', { code: 'bad-branch', place: { pc: 0x102, address: 0 } }],
    ['a branch to nowhere', [0x4800, 0x4700, 0x0001, 0x5000], 'armv7-m', { code: 'bad-branch', place: { address: 0x50000001 } }],
    ['a direct branch to nowhere', [0xf7ff, 0xbb00], 'armv7-m', { code: 'bad-branch', place: { pc: 0x100, address: 0xfffff704 } }],
  ];

  it.each(cases)('%s', (_name, code, isa, expected) => {
    expect(trapOf(() => thumb(code, isa).call(0x100, [], { budget: 10_000 }))).toMatchObject(expected);
  });

  it('keeps a conditional branch to nowhere harmless until it is taken', () => {
    // beq to a negative address, not taken; then taken. movs r0, #1; beq.w -; bx lr
    const machine = thumb([0x0000, 0xf43f, 0xab00, 0x4770]);
    expect(machine.call(0x100, [1]).instructions).toBe(3);
    expect(trapOf(() => machine.call(0x100, [0])).code).toBe('bad-branch');
  });

  it('keeps CBZ over the end of a region harmless until it is taken', () => {
    const machine = thumb([0xbf00]);
    machine.write(0xffff8, halves(0xb1f8, 0x4770));
    expect(machine.call(0xffff8, [1]).instructions).toBe(2);
    expect(trapOf(() => machine.call(0xffff8, [0]))).toMatchObject({ code: 'bad-branch', place: { pc: 0xffff8, address: 0x10003a } });
  });

  it('runs past the end of a region', () => {
    const machine = new Machine({
      isa: 'armv7-m',
      regions: [
        { base: 0, bytes: 16, writable: false },
        { base: RAM, bytes: 1024, writable: true },
      ],
    });
    machine.load(toFlatImage(halves(0x2000), 14));
    expect(trapOf(() => machine.call(14))).toMatchObject({ code: 'bad-branch', place: { pc: 16 } });
  });

  it('overflows its stack', () => {
    // sub sp, #504; add sp, #504; bx lr
    expect(trapOf(() => thumb([0xb0fe, 0xb07e, 0x4770]).call(0x100, [], { stackTop: RAM + 512, stackFloor: RAM + 256 })).code).toBe(
      'stack-overflow',
    );
  });

  it('returns without giving its stack back', () => {
    expect(trapOf(() => thumb([0xb0fe, 0x4770]).call(0x100)).code).toBe('bad-return');
  });

  it('ends before the function returns', () => {
    expect(trapOf(() => thumb([0x2018, 0xbeab]).call(0x100)).code).toBe('program-exit');
  });

  it('of RISC-V: undefined, misaligned, environment call, and CSR instructions', () => {
    expect(trapOf(() => rv32(0).call(0x8000_0100))).toMatchObject({
      code: 'undefined-instruction',
      place: { pc: 0x8000_0100, encoding: 0 },
    });
    expect(trapOf(() => rv32(0x00102503).call(0x8000_0100))).toMatchObject({ code: 'misaligned-access', place: { address: 1 } });
    expect(trapOf(() => rv32(0x00000073).call(0x8000_0100)).code).toBe('unsupported-instruction');
    expect(trapOf(() => rv32(0xc0002573).call(0x8000_0100))).toMatchObject({
      code: 'unsupported-instruction',
      place: { encoding: 0xc0002573 },
    });
    expect(trapOf(() => rv32(0x00000063).call(0x8000_0100, [], { budget: 100 })).code).toBe('budget-exhausted');
  });

  it('never throws anything but an EmulationError on arbitrary code', () => {
    const isa = fc.constantFrom<EmulatedIsa>('armv6-m', 'armv7-m', 'armv7e-m', 'armv8-m', 'rv32imc');
    fc.assert(
      fc.property(isa, fc.uint8Array({ minLength: 2, maxLength: 200 }), (which, bytes) => {
        const at = which === 'rv32imc' ? 0x8000_0100 : 0x100;
        const machine = new Machine({
          isa: which,
          regions: [
            { base: (at & ~0xfff) >>> 0, bytes: 4096, writable: which === 'rv32imc' },
            { base: RAM, bytes: 4096, writable: true },
          ],
        });
        machine.load(toFlatImage(bytes, at));
        try {
          machine.call(at, [1, 2, 3], { budget: 2000 });
        } catch (error) {
          if (!(error instanceof EmulationError)) throw error;
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('an image', () => {
  const good = toElf({
    machine: 40,
    segments: [{ address: 0x100, bytes: halves(0x2007, 0x4770) }],
    symbols: [{ name: 'seven', value: 0x101 }],
  });

  it('is called by symbol', () => {
    const machine = new Machine({ isa: 'armv6-m' });
    machine.load(readElfImage(good, 'armv6-m'));
    expect(machine.call('seven').returnValue).toBe(7);
    expect(trapOf(() => machine.call('eight'))).toMatchObject({ code: 'unknown-symbol' });
  });

  it('is refused for another instruction set, another class or kind, or as no ELF file at all', () => {
    expect(trapOf(() => readElfImage(good, 'rv32imc')).message).toBe('bad-image: expected a program for riscv (rv32imc), got arm');
    expect(trapOf(() => readElfImage(new Uint8Array(), 'armv6-m')).message).toBe('bad-image: expected an ELF file');
    const relocatable = good.slice();
    relocatable[16] = 1;
    expect(trapOf(() => readElfImage(relocatable, 'armv6-m')).message).toContain('e_type 1');
    const big = good.slice();
    big[5] = 2;
    expect(trapOf(() => readElfImage(big, 'armv6-m')).code).toBe('bad-image');
  });

  it('is refused wherever it is cut, or loads less than it did', () => {
    for (let length = 0; length < good.length; length += 1) {
      try {
        const image = readElfImage(good.subarray(0, length), 'armv6-m');
        expect(image.segments[0]?.bytes.length).toBe(4);
      } catch (error) {
        expect(error).toBeInstanceOf(EmulationError);
      }
    }
  });

  it('whose segment claims more than it may is refused', () => {
    for (const patch of [0xffffffff, 0x7fffffff]) {
      const broken = good.slice();
      new DataView(broken.buffer).setUint32(52 + 20, patch, true);
      expect(trapOf(() => readElfImage(broken, 'armv6-m')).code).toBe('bad-image');
    }
  });

  it('that lies outside the memory is refused with its address', () => {
    const machine = new Machine({ isa: 'armv6-m' });
    expect(trapOf(() => machine.load(toFlatImage(new Uint8Array(4), 0x4000_0000)))).toMatchObject({
      code: 'unmapped-access',
      place: { address: 0x4000_0000 },
    });
  });

  it('never makes the reader throw anything but an EmulationError', () => {
    const mutated = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 6 }).map((changes) => {
      const bytes = good.slice();
      for (const [at, value] of changes) bytes[at] = value;
      return bytes;
    });
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), mutated), (bytes) => {
        try {
          new Machine({ isa: 'armv6-m' }).load(readElfImage(bytes, 'armv6-m'));
        } catch (error) {
          if (!(error instanceof EmulationError)) throw error;
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a machine', () => {
  it('refuses memory that is too large, overlaps or has no RAM', () => {
    const region = { base: RAM, bytes: 1024, writable: true };
    const make = (regions: readonly (typeof region)[]) => trapOf(() => new Machine({ isa: 'armv6-m', regions })).code;
    expect(make([{ ...region, bytes: 1 << 28 }])).toBe('bad-argument');
    expect(make([region, { ...region, base: RAM + 512 }])).toBe('bad-argument');
    expect(make([{ ...region, writable: false }])).toBe('bad-argument');
    expect(make([{ ...region, bytes: 1000.5 }])).toBe('bad-argument');
  });

  it('leaves reset as its vector table says', () => {
    const machine = thumb([0x2001]);
    machine.write(0, Uint8Array.of(0, 4, 0, 0x20, 1, 1, 0, 0));
    machine.resetFromVectors(0);
    expect([machine.pc, machine.register(13)]).toEqual([0x100, 0x2000_0400]);
  });
});
