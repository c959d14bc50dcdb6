// The interpreters against QEMU: random blocks, and small C programs whose results the host's compiler knows and whose instruction counts
// are QEMU's own. Skipped where the tools are missing, unless PQREADY_REQUIRE_ALL is set.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { compareBlocks } from '../../bench/emulate/differential.ts';
import { BENCHES, type Bench, build, missingTools, run } from '../../bench/emulate/qemu.ts';
import { startUp, traceOnQemu } from '../../bench/emulate/trace.ts';
import { readElfImage } from '../../src/emulate/image.ts';
import { Machine } from '../../src/emulate/machine.ts';

const SOURCE = fileURLToPath(new URL('programs/sums.c', import.meta.url));
const missing = missingTools();
const required = process.env['PQREADY_REQUIRE_ALL'] === '1';
const folder = mkdtempSync(join(tmpdir(), 'pqready-qemu-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const CALLS = [
  { symbol: 'hash_rounds', args: [7, 1] },
  { symbol: 'transform', args: [12345, 1] },
  { symbol: 'mixture', args: [99, 200] },
  { symbol: 'fibonacci', args: [9, 0] },
] as const;

it.runIf(required)('finds every tool', () => {
  expect(missing).toEqual([]);
});

describe.skipIf(missing.length > 0)('beside QEMU', () => {
  it.each(BENCHES.map(({ isa }) => isa))('%s: 1,500 random blocks end with the same registers, flags and memory', (isa) => {
    expect(compareBlocks(isa, { seed: 2026, blocks: 1500, folder }).differences).toEqual([]);
  });

  /** What the host's own compiler makes of the programs. */
  function hostResults(): readonly number[] {
    const main = CALLS.map(({ symbol, args }) => `printf("%u\\n", ${symbol}(${args.join('u, ')}u));`).join('\n');
    const path = join(folder, 'host.c');
    writeFileSync(path, `#include <stdio.h>\n#include "${SOURCE}"\nint main(void) {\n${main}\nreturn 0;\n}\n`);
    run('cc', ['-O1', '-fwrapv', path, '-o', join(folder, 'host')]);
    return run(join(folder, 'host'), []).trim().split('\n').map(Number);
  }

  it('a C program gives the host’s results and QEMU’s exact path, at every level of optimisation', { timeout: 120_000 }, () => {
    const wanted = hostResults();
    for (const bench of BENCHES) {
      for (const level of ['-O0', '-O1', '-O2', '-O3', '-Os']) {
        for (const [index, call] of CALLS.entries()) {
          // one path of each program at each level; the calls take turns, so that a run stays short
          const machine = toMachine(bench, { ...call, level });
          const result = machine.call(call.symbol, call.args);
          expect([bench.isa, level, call.symbol, result.returnValue]).toEqual([bench.isa, level, call.symbol, wanted[index]]);
          if (index !== Number(level.charCodeAt(2)) % CALLS.length) continue;
          const trace = traceOnQemu(bench, join(folder, 'program.elf'), {
            folder,
            from: machine.addressOf(call.symbol),
            to: machine.addressOf('after'),
          });
          expect([bench.isa, level, call.symbol, result.instructions]).toEqual([bench.isa, level, call.symbol, trace.length]);
        }
      }
    }
  });

  function toMachine(
    bench: Bench,
    call: { readonly symbol: string; readonly args: readonly [number, number]; readonly level: string },
  ): Machine {
    const start = join(folder, 'start.S');
    writeFileSync(start, startUp(bench, call));
    const elf = build(bench, { path: start, flags: [call.level, '-fwrapv'], others: [SOURCE] }, join(folder, 'program.elf'));
    const machine = new Machine({ isa: bench.isa });
    machine.load(readElfImage(readFileSync(elf), bench.isa));
    return machine;
  }
});
