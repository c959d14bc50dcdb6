// `pqready selftest`: the reference operations against the vectors that ship with the package.

import type { SelfTestReport } from '../../index.ts';
import { EXIT } from '../exit.ts';
import { result, toTable } from '../print.ts';

/** Runs it. */
export async function runSelftest(options: { readonly json?: boolean }): Promise<void> {
  const { selfTest } = await import('../../index.ts');
  const report = selfTest();
  result(options.json === true ? JSON.stringify({ schemaVersion: 1, ...report }, null, 2) : toText(report));
  process.exitCode = { passed: EXIT.done, failed: EXIT.broken, incomplete: EXIT.cannotJudge }[report.verdict];
}

function toText(report: SelfTestReport): string {
  const rows = report.groups.map((group) => [
    group.parameterSet,
    group.operation,
    group.variant,
    String(group.passed),
    String(group.failed.length),
    [...group.failed, ...group.skipped].map(({ tcId, why }) => `${tcId}: ${why}`).join('; '),
  ]);
  const trips = report.roundTrips.map((trip) => [
    trip.parameterSet,
    'round trip',
    'fresh randomness',
    trip.passed ? '1' : '0',
    trip.passed ? '0' : '1',
    '',
  ]);
  const table = toTable(['PARAMETER SET', 'OPERATION', 'VARIANT', 'PASSED', 'FAILED', 'NOTES'], [...rows, ...trips]);
  const uncovered = report.uncovered.map((operation) => `not covered: ${operation}`);
  return [
    table,
    ...uncovered,
    `${report.implementation}: ${report.verdict}; ${report.passed} cases passed, ${report.failed} failed, ${report.skipped} skipped`,
  ].join('\n');
}
