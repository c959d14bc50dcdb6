// Speed of the interpreters, meter on: million instructions per second of wall clock, median of 5 after warm-up, and as a ratio to what
// QEMU's translator (TCG) does with the same program. The program is ours: Keccak-f[1600] and an NTT in C, built here with -O3.
//   npm run -s bench:emulate
// The figures are of this machine; quote the ratios.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readElfImage } from '../src/emulate/image.ts';
import { Machine } from '../src/emulate/machine.ts';
import { median } from '../src/measure/quantiles.ts';
import { BENCHES, type Bench, build, missingTools, run } from './emulate/qemu.ts';
import { startUp } from './emulate/trace.ts';

const SOURCE = 'tests/emulate/programs/sums.c';
const ROUNDS = 5;
const WARM_UP = 3;
const TIMES = 400;
/** more work, so that the start of QEMU's process is small beside it; it is measured and taken off */
const QEMU_TIMES = 20_000;

const missing = missingTools();
if (missing.length > 0) {
  process.stderr.write(`not installed: ${missing.join(', ')}\n`);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'pqready-emulate-'));
try {
  for (const bench of BENCHES) process.stdout.write(`${line(bench)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function line(bench: Bench): string {
  const elf = program(bench, TIMES);
  const machine = new Machine({ isa: bench.isa });
  machine.load(readElfImage(readFileSync(elf), bench.isa));
  const once = (): number => {
    const start = performance.now();
    const first = machine.call('hash_rounds', [7, TIMES]);
    const second = machine.call('transform', [7, TIMES]);
    return (first.instructions + second.instructions) / (performance.now() - start) / 1000;
  };
  for (let round = 0; round < WARM_UP; round += 1) once();
  const ours = median(Array.from({ length: ROUNDS }, once));
  const theirs = qemuSpeed(bench, machine.call('hash_rounds', [7, 100]).instructions / 100);
  return `${bench.isa.padEnd(9)} ${ours.toFixed(1)} MIPS, QEMU TCG ${theirs.toFixed(0)} MIPS, ratio ${(ours / theirs).toFixed(3)}`;
}

function program(bench: Bench, times: number): string {
  const start = join(folder, 'start.S');
  writeFileSync(start, startUp(bench, { symbol: 'hash_rounds', args: [7, times] }));
  return build(bench, { path: start, flags: ['-O3'], others: [SOURCE] }, join(folder, `${bench.isa}-${times}.elf`));
}

/** The slope between a short and a long run: what the process costs to start is in both. */
function qemuSpeed(bench: Bench, instructionsEach: number): number {
  const long = median(Array.from({ length: ROUNDS }, () => qemuMs(bench, QEMU_TIMES)));
  const short = median(Array.from({ length: ROUNDS }, () => qemuMs(bench, 1)));
  return ((QEMU_TIMES - 1) * instructionsEach) / (long - short) / 1000;
}

function qemuMs(bench: Bench, times: number): number {
  const plain = ['-display', 'none', '-serial', 'none', '-monitor', 'none', '-semihosting-config', 'enable=on,target=native'];
  const elf = program(bench, times);
  const start = performance.now();
  run(bench.emulator, [...bench.board, ...plain, '-kernel', elf], folder);
  return performance.now() - start;
}
