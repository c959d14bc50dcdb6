// Expected stacks and counts are those that QEMU gave for the same images (bench/kernels/README.md, harness/count.sh: ± 40 instructions,
// other seeds).

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EmulationError } from '../../src/emulate/trap.ts';
import { countScheme, countSignature } from '../../src/measure/kernel-count.ts';
import { openEmulated } from '../../src/measure/kernel-emulated.ts';
import { checkImage, codeSizeOf, findImage } from '../../src/measure/kernel-manifest.ts';

const IMAGES = new URL('../../bench/kernels/images/', import.meta.url);
const MANIFEST = readFileSync(new URL('manifest.json', IMAGES), 'utf8');
const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(new URL(file, IMAGES)));

describe('counting on an image', () => {
  it('gives QEMU’s stack and, from other seeds, its counts within 1 %', () => {
    const { operations } = countScheme(openEmulated(bytesOf('v7em-fast.elf'), 'v7em'), 'ml-kem-512', []);
    const wanted = { keygen: [403_000, 3500], encaps: [436_000, 4420], decaps: [574_000, 4444] };
    for (const { operation, instructions, stackBytes, n, spread } of operations) {
      const [count = 0, stack] = new Map<string, readonly number[]>(Object.entries(wanted)).get(operation) ?? [];
      expect([operation, stackBytes, n]).toEqual([operation, stack, 5]);
      expect(Math.abs(instructions / count - 1)).toBeLessThan(0.01);
      expect(spread.min).toBeLessThanOrEqual(instructions);
      expect(spread.max).toBeGreaterThanOrEqual(instructions);
    }
  });

  it('sees whether a signature took the path that is known', () => {
    const kernels = openEmulated(bytesOf('v7em-fast.elf'), 'v7em');
    expect(() => countSignature(kernels, 'ml-dsa-44', { index: 0, z: 77, r0: 0, hint: 0 })).toThrow(
      /^mldsa44_sign: returned \d+, so there is no figure$/,
    );
  });

  it('gives no figure for a kernel that computes something else', () => {
    let wrong = 0;
    for (let at = 0x2000; at < 0x2400; at += 64) {
      const bytes = bytesOf('v7em-fast.elf');
      bytes[at] = (bytes[at] ?? 0) ^ 0x10;
      try {
        countScheme(openEmulated(bytes, 'v7em'), 'ml-kem-512', []);
      } catch (error) {
        wrong += 1;
        expect(error instanceof EmulationError || (error instanceof Error && error.message.endsWith('so there is no figure'))).toBe(true);
      }
    }
    expect(wrong).toBeGreaterThan(0);
  });

  it('refuses an image of another instruction set, and one that ends early', () => {
    expect(() => openEmulated(bytesOf('v7em-fast.elf'), 'rv32imc')).toThrow('expected a program for riscv (rv32imc), got arm');
    expect(() => openEmulated(bytesOf('v7em-fast.elf').subarray(0, 3000), 'v7em')).toThrow(EmulationError);
  });
});

describe('the manifest', () => {
  it('knows the code of a scheme and what it shares', () => {
    const entry = findImage(MANIFEST, 'v7em', 'fast');
    expect(codeSizeOf(entry, 'ml-kem-768')).toEqual({ ownBytes: 4968, keccakBytes: 4680, memoryBytes: 308 });
  });

  it('refuses bytes with another hash', () => {
    const entry = findImage(MANIFEST, 'v6m', 'small');
    const bytes = bytesOf(entry.file);
    expect(checkImage(entry, bytes).bytes).toBe(bytes);
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    expect(() => checkImage(entry, bytes)).toThrow(`expected SHA-256 ${entry.sha256}, got `);
  });
});
