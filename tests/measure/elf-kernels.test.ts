import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EmulationError } from '../../src/emulate/trap.ts';
import { type ElfContract, findEmulatedIsa, openElf } from '../../src/measure/elf-kernels.ts';
import { countScheme } from '../../src/measure/kernel-count.ts';
import type { Operation } from '../../src/model/measurement.ts';
import { toElf } from '../emulate/elf-writer.ts';

const contract = (isa: ElfContract['isa']): ElfContract => ({
  isa,
  symbols: new Map<Operation, string>([['keygen', 'keypair']]),
  random: 'randombytes',
  budget: 2000,
});

/** push {r0, r1, lr}; mov r1, #64; bl randombytes; movs r0, #0; pop {r1, r2, pc}; randombytes: b . */
const CODE = [0xb503, 0x2140, 0xf000, 0xf801, 0x2000, 0xbd06, 0xe7fe];
const GOOD = toElf({
  machine: 40,
  segments: [{ address: 0x8000, bytes: new Uint8Array(CODE.flatMap((half) => [half & 0xff, half >>> 8])) }],
  symbols: [
    { name: 'keypair', value: 0x8001 },
    { name: 'randombytes', value: 0x800b },
  ],
});

function count(bytes: Uint8Array, isa: ElfContract['isa'] = 'armv6-m'): unknown {
  return countScheme(openElf(bytes, contract(isa)), 'ml-kem-512', [], ['keygen']);
}

describe('a build', () => {
  it('that gives a wrong key has no figure', () => {
    expect(() => count(GOOD)).toThrow(/so there is no figure$|random bytes/);
  });

  it('is opened only where every named symbol is there', () => {
    const symbols = new Map<Operation, string>([['encaps', 'enc']]);
    expect(() => openElf(GOOD, { ...contract('armv6-m'), symbols })).toThrow("unknown-symbol: the program has no symbol 'enc'");
  });

  it('never gives a figure, nor anything but an error that says so, however its bytes are changed', () => {
    const mutated = fc.array(fc.tuple(fc.nat(GOOD.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }).map((changes) => {
      const bytes = GOOD.slice();
      for (const [at, value] of changes) bytes[at] = value;
      return bytes;
    });
    const isa = fc.constantFrom<ElfContract['isa']>('armv6-m', 'armv7e-m', 'rv32imc');
    fc.assert(
      fc.property(fc.oneof(mutated, fc.uint8Array({ maxLength: 400 })), isa, (bytes, which) => {
        expect(() => count(bytes, which)).toThrow();
        try {
          count(bytes, which);
        } catch (error) {
          const expected = error instanceof EmulationError || (error instanceof Error && error.message.endsWith('so there is no figure'));
          expect([expected, String(error)]).toEqual([true, String(error)]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

it('RV32IMAC is run as RV32IMC, and Xtensa not at all', () => {
  expect([findEmulatedIsa('rv32imac'), findEmulatedIsa('armv8-m'), findEmulatedIsa('xtensa-lx6'), findEmulatedIsa('constructor')]).toEqual([
    'rv32imc',
    'armv8-m',
    undefined,
    undefined,
  ]);
});
