// `pqready selftest`: the reference operations against the vectors that ship with the package.

import type { Command } from 'commander';
import { EXIT } from '../exit.ts';
import { result, toTable } from '../print.ts';

/** Adds the command. */
export function addSelftest(program: Command): void {
  program
    .command('selftest')
    .summary('run ML-KEM and ML-DSA against the shipped ACVP vectors')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  pqready selftest')
    .action(run);
}

async function run(options: { readonly json?: boolean }): Promise<void> {
  const { selfTest } = await import('../../index.ts');
  const report = selfTest();
  const rows = report.groups.map((group) => [group.name, String(group.passed), String(group.failed), String(group.skipped), group.reasons.join('; ')]);
  const total = `${report.passed} passed, ${report.failed} failed, ${report.skipped} skipped`;
  result(options.json === true ? JSON.stringify(report, null, 2) : `${toTable(['GROUP', 'PASSED', 'FAILED', 'SKIPPED', 'REASON'], rows)}\n${total}`);
  process.exitCode = report.failed === 0 ? EXIT.done : EXIT.broken;
}
