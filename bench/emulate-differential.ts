// The interpreters against QEMU over random instructions: registers, flags and touched memory at the end of each block.
//   npm run -s bench:emulate-differential -- [--isa rv32imc] [--seed 1] [--instructions 1000000]
// Prints one line per instruction set; ends with 1 if a block differs.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compareBlocks } from './emulate/differential.ts';
import { BENCHES, missingTools } from './emulate/qemu.ts';

const BLOCKS_PER_START = 4000;

const { values } = parseArgs({
  options: { isa: { type: 'string' }, seed: { type: 'string', default: '1' }, instructions: { type: 'string', default: '1000000' } },
});
const wanted = Number(values.instructions);
const benches = BENCHES.filter(({ isa }) => values.isa === undefined || isa === values.isa);
const missing = missingTools(benches);
if (missing.length > 0 || benches.length === 0) {
  process.stderr.write(`${benches.length === 0 ? `no instruction set ${values.isa}` : `not installed: ${missing.join(', ')}`}\n`);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'pqready-differential-'));
try {
  for (const { isa } of benches) {
    let [instructions, blocks, starts] = [0, 0, 0];
    const differences: string[] = [];
    while (instructions < wanted && differences.length === 0) {
      const result = compareBlocks(isa, { seed: Number(values.seed) * 1000 + starts, blocks: BLOCKS_PER_START, folder });
      starts += 1;
      blocks += result.blocks;
      instructions += result.instructions;
      differences.push(...result.differences);
    }
    process.stdout.write(
      `${isa}: ${instructions} random instructions in ${blocks} blocks, ${starts} starts of QEMU, ${differences.length} differences\n`,
    );
    for (const difference of differences) process.stdout.write(`  ${difference}\n`);
    if (differences.length > 0) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
