// Instruction counts of the kernels in our interpreters and on QEMU, from reset to exit: they must be equal to the last instruction.
// QEMU executes one instruction at a time and logs each (`-singlestep -d exec,nochain`); the lines are counted.
//   make -C bench/kernels && npm run -s bench:emulate-kernels -- [--isa armv7e-m] [--build fast]
// Ends with 1 if a count differs.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readElfImage } from '../src/emulate/image.ts';
import { Machine } from '../src/emulate/machine.ts';
import { BENCHES, type Bench, build, run } from './emulate/qemu.ts';
import { startUp } from './emulate/trace.ts';

const OBJECTS = 'bench/kernels/build';
const FOLDERS: ReadonlyMap<string, string> = new Map([
  ['armv6-m', 'v6m'],
  ['armv7-m', 'v7m'],
  ['armv7e-m', 'v7em'],
  ['rv32imc', 'rv32imc'],
]);
const PROGRAM = 'bench/emulate/kernels.c';

const { values } = parseArgs({ options: { isa: { type: 'string' }, build: { type: 'string' } } });
const folder = mkdtempSync(join(tmpdir(), 'pqready-kernels-'));
try {
  for (const bench of BENCHES.filter(({ isa }) => values.isa === undefined || isa === values.isa)) {
    for (const kind of ['fast', 'small'].filter((each) => values.build === undefined || each === values.build)) compareCounts(bench, kind);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function compareCounts(bench: Bench, kind: string): void {
  const elf = link(bench, kind);
  const machine = new Machine({ isa: bench.isa, regions: regions(bench) });
  machine.load(readElfImage(readFileSync(elf), bench.isa));
  if (bench.isa === 'rv32imc') machine.setRegister(2, 0);
  else machine.resetFromVectors(0);
  const ours = machine.runTo([], { from: 'start' }).instructions;
  const theirs = countOnQemu(bench, elf);
  const verdict = ours === theirs ? 'equal' : 'DIFFERENT';
  process.stdout.write(`${bench.isa} ${kind}: ours ${ours}, QEMU ${theirs}: ${verdict}\n`);
  if (ours !== theirs) process.exitCode = 1;
}

function link(bench: Bench, kind: string): string {
  const objects = join(OBJECTS, `${FOLDERS.get(bench.isa)}-${kind}`);
  const files = readdirSync(objects).filter((name) => /^(ml|keccak|sha2|memory)\w*\.o$/.test(name));
  const start = join(folder, 'start.S');
  writeFileSync(start, startUp(bench, { symbol: 'run', args: [0, 0] }));
  const buffer = bench.isa === 'rv32imc' ? '0x80080000' : '0x20040000';
  const others = [PROGRAM, ...files.map((name) => join(objects, name))];
  return build(bench, { path: start, flags: ['-O1', `-DBUFFER=${buffer}`], others }, join(folder, 'kernels.elf'));
}

function regions(bench: Bench): ConstructorParameters<typeof Machine>[0]['regions'] & object {
  if (bench.isa === 'rv32imc') return [{ base: 0x8000_0000, bytes: 1 << 20, writable: true }];
  return [
    { base: 0, bytes: 1 << 20, writable: false },
    { base: 0x2000_0000, bytes: 1 << 19, writable: true },
  ];
}

/** The log goes through a pipe: it would be gigabytes. */
function countOnQemu(bench: Bench, elf: string): number {
  const plain = '-display none -serial none -monitor none -semihosting-config enable=on,target=native -singlestep -d exec,nochain';
  const command = `${bench.emulator} ${bench.board.join(' ')} ${plain} -kernel ${elf} 2>&1 | grep -cE '${lineOf(bench)}'`;
  return Number(run('sh', ['-c', command]).trim());
}

/** QEMU's RISC-V board runs a few words of its own at 0x1000 before the program at 0x80000000. */
function lineOf(bench: Bench): string {
  return bench.isa === 'rv32imc' ? '^Trace [0-9]+: [^/]*/0*8' : '^Trace';
}
