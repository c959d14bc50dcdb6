// Instruction counts of every kernel in our interpreters and on QEMU, one line for each image: they must be equal to the last instruction.
//   make -C bench/kernels && npm run -s bench:emulate-kernels -- [--isa armv7e-m] [--build fast] [--group signatures]
// Ends with 1 if a count differs, with 2 where something is missing.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { countHere, countOnQemu, findObjects, KERNEL_GROUPS, linkProgram, markOf } from './emulate/kernel-program.ts';
import { BENCHES, type Bench, missingTools } from './emulate/qemu.ts';
import { signedTexts } from './emulate/signed-texts.ts';

const { values } = parseArgs({
  options: { isa: { type: 'string' }, build: { type: 'string' }, group: { type: 'string' }, table: { type: 'boolean' } },
});
const groups = Object.entries(KERNEL_GROUPS).filter(([name]) => values.group === undefined || name === values.group);
const benches = BENCHES.filter(({ isa }) => values.isa === undefined || isa === values.isa);
const missing = missingTools(benches);
if (missing.length > 0 || benches.length === 0 || groups.length === 0) {
  process.stderr.write(missing.length > 0 ? `not installed: ${missing.join(', ')}\n` : 'no such instruction set or group\n');
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'pqready-kernels-'));
try {
  for (const bench of benches) {
    for (const build of ['fast', 'small'] as const) if (values.build === undefined || values.build === build) compare(bench, build);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function compare(bench: Bench, build: 'fast' | 'small'): void {
  const objects = findObjects(bench, build);
  if (objects === undefined) {
    process.stderr.write('no objects: run make -C bench/kernels\n');
    process.exit(2);
  }
  const program = linkProgram(bench, { objects, groups: groups.reduce((sum, [, bit]) => sum + bit, 0), signatures: signedTexts(), folder });
  const ours = countHere(program);
  const theirs = countOnQemu(program, markOf(program));
  const different = ours.filter(({ instructions }, index) => instructions !== theirs[index]);
  const total = ours.reduce((sum, { instructions }) => sum + instructions, 0);
  const verdict = different.length === 0 && ours.length === theirs.length ? 'all equal' : 'DIFFERENT';
  process.stdout.write(`${bench.isa} ${build}: ${ours.length} kernels, ${total} instructions, QEMU ${theirs.length}: ${verdict}\n`);
  for (const [index, { name, instructions }] of ours.entries()) {
    const other = theirs[index];
    if (values.table === true || other !== instructions) process.stdout.write(`  ${name}: ours ${instructions}, QEMU ${other}\n`);
  }
  if (verdict !== 'all equal') process.exitCode = 1;
}
