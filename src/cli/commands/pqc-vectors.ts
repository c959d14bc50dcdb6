// `pqready pqc vectors`: ACVP and Wycheproof files against the reference operations.

import type { ShippedVectorReport, VectorReport } from '../../index.ts';
import { VERDICT_EXITS } from '../exit.ts';
import { note, result, toPrintable, toTable } from '../print.ts';
import { interruptSignal, startProgress } from '../progress.ts';

interface VectorsCliOptions {
  readonly allowWeakHash?: boolean;
  readonly json?: boolean;
}

/** Runs it. */
export async function runPqcVectors(paths: readonly string[], options: VectorsCliOptions): Promise<void> {
  const library = await import('../../index.ts');
  const progress = startProgress();
  const run = {
    allowWeakHash: options.allowWeakHash === true,
    signal: interruptSignal(),
    onProgress: (done: number) => progress.onProgress({ stage: 'cases', done }),
  };
  const report: VectorReport | ShippedVectorReport =
    paths.length === 0 ? await library.runShippedVectors(run) : await library.runVectors(paths, run);
  progress.clear();
  result(options.json === true ? JSON.stringify({ schemaVersion: 1, ...report }, null, 2) : toText(report));
  if (isShipped(report)) note(sayCoverage(report));
  process.exitCode = VERDICT_EXITS[report.verdict];
}

const COLUMNS = ['SET', 'GROUP', 'PARAMETER SET', 'OPERATION', 'VARIANT', 'PASSED', 'FAILED', 'REFUSED', 'SKIPPED'];

function toText(report: VectorReport): string {
  const rows = report.groups.map((group) => [
    group.set,
    String(group.tgId),
    group.parameterSet,
    group.operation,
    group.variant,
    ...[group.passed, group.failed.length, group.refused.length, group.skipped.length].map(String),
  ]);
  return [
    ...(rows.length === 0 ? [] : [toTable(COLUMNS, rows), '']),
    ...report.groups.flatMap(sayNotes),
    ...report.passedOver.map(({ name, why }) => toPrintable(`not run: ${name}: ${why}`)),
    sayTotal(report),
  ].join('\n');
}

/** Cases of a group with the same reason in one line. */
function sayNotes({ set, tgId, failed, refused, skipped }: VectorReport['groups'][number]): readonly string[] {
  return Object.entries({ failed, refused, skipped }).flatMap(([kind, notes]) => {
    const byReason = new Map<string, number[]>();
    for (const { tcId, why } of notes) byReason.set(why, [...(byReason.get(why) ?? []), tcId]);
    return [...byReason].map(([why, ids]) => toPrintable(`${kind}: ${set} group ${tgId}: ${why} (${ids.length}: ${ids.join(', ')})`));
  });
}

function sayTotal({ implementation, verdict, cases, passed, rejected, failed, refused, skipped }: VectorReport): string {
  const counts = `${passed} passed (${rejected} of them rejections), ${failed} failed, ${refused} refused, ${skipped} skipped`;
  return `${implementation}: ${verdict}; ${cases} cases: ${counts}`;
}

function sayCoverage({ coverage }: ShippedVectorReport): string {
  return `shipped vectors: ${coverage.cases} of ${coverage.of} cases of ${coverage.collections.join(' and ')}; PATH runs others`;
}

function isShipped(report: VectorReport | ShippedVectorReport): report is ShippedVectorReport {
  return 'coverage' in report;
}
