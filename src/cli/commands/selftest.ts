// `pqready selftest`: the reference operations against the vectors that ship with the package; with --report the whole tool, as a record.

import type { Qualification, SelfTestReport } from '../../index.ts';
import { VERDICT_EXITS } from '../exit.ts';
import { requireFree, writeOutput } from '../files.ts';
import { describeMachine } from '../machine.ts';
import { chooseAsOf } from '../options.ts';
import { note, result, toTable } from '../print.ts';
import { interruptSignal, startProgress } from '../progress.ts';

interface SelftestOptions {
  readonly report?: string;
  readonly force?: boolean;
  readonly asOf?: string;
  readonly json?: boolean;
}

/** Runs it. */
export async function runSelftest(options: SelftestOptions): Promise<void> {
  if (options.report !== undefined) return writeRecord(options.report, options);
  const { selfTest } = await import('../../index.ts');
  const report = selfTest();
  result(options.json === true ? JSON.stringify({ schemaVersion: 1, ...report }, null, 2) : toText(report));
  process.exitCode = VERDICT_EXITS[report.verdict];
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

async function writeRecord(path: string, options: SelftestOptions): Promise<void> {
  await requireFree([path], options.force === true);
  const { qualifyTool, toIsoDate } = await import('../../index.ts');
  const { os, arch, node, v8 } = describeMachine();
  const progress = startProgress();
  const record = await qualifyTool({
    date: toIsoDate(chooseAsOf(options.asOf)),
    environment: { os, arch, node, v8 },
    signal: interruptSignal(),
    onProgress: (done) => progress.onProgress({ stage: 'cases', done }),
  });
  progress.clear();
  const text = `${JSON.stringify(record, null, 2)}\n`;
  await writeOutput(path, Buffer.from(text), { secret: false, force: options.force === true });
  result(options.json === true ? text : sayRecord(record));
  note(`Record: ${path}`);
  process.exitCode = VERDICT_EXITS[record.verdict];
}

function sayRecord({ vectors, scanner, verdict, digest }: Qualification): string {
  const { cases, ofComplete, passed, failed, refused, skipped } = vectors;
  const rows = scanner.languages.map(({ language, annotated, traps, hits, expected, found, fieldHits, fieldsExpected }) => [
    language,
    String(annotated),
    String(traps),
    `${hits} of ${expected}`,
    `${hits} of ${found}`,
    `${fieldHits} of ${fieldsExpected}`,
  ]);
  return [
    `vectors: ${passed} passed, ${failed} failed, ${refused} refused, ${skipped} skipped; ${cases} of ${ofComplete} of the complete collections`,
    '',
    toTable(['SCANNER', 'ANNOTATED LINES', 'TRAPS', 'RECALL', 'PRECISION', 'FIELDS RIGHT'], rows),
    ...scanner.differences.map((line) => `differs from what was published: ${line}`),
    '',
    `${verdict}; record sha256 ${digest}`,
  ].join('\n');
}
