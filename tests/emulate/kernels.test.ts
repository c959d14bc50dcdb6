// Kernels of the committed images' objects in our interpreters and in QEMU: the same number of instructions between any two marks. All
// kernels and both builds are compared by .ci/full (`npm run bench:emulate-kernels`); here the short ones on each instruction set.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { countHere, countOnQemu, findObjects, KERNEL_GROUPS, linkProgram, markOf } from '../../bench/emulate/kernel-program.ts';
import { BENCHES, benchOf, missingTools } from '../../bench/emulate/qemu.ts';

const required = process.env['PQREADY_REQUIRE_ALL'] === '1';
const present = missingTools().length === 0 && BENCHES.every((bench) => findObjects(bench, 'fast') !== undefined);
const folder = mkdtempSync(join(tmpdir(), 'pqready-kernels-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.runIf(required)('finds QEMU and the objects of the kernels', () => {
  expect(present).toBe(true);
});

describe.skipIf(!present)('the kernels beside QEMU', () => {
  const groups = KERNEL_GROUPS.mlkem512 + KERNEL_GROUPS.symmetric + KERNEL_GROUPS.mldsa44;

  it.each(BENCHES.map(({ isa }) => isa))('%s: equal counts of ML-KEM-512, ML-DSA-44 and hashes', { timeout: 120_000 }, (isa) => {
    const bench = benchOf(isa);
    const program = linkProgram(bench, { objects: findObjects(bench, 'fast') ?? '', groups, signatures: [], folder });
    const ours = countHere(program);
    expect(ours.map(({ name }) => name)).toContain('mldsa44 sign');
    expect(countOnQemu(program, markOf(program))).toEqual(ours.map(({ instructions }) => instructions));
  });
});
