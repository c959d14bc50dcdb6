// `pqready bench host`: what ML-KEM and ML-DSA cost on this machine.

import { chooseAsOf } from '../options.ts';
import { note, result, toTable } from '../print.ts';
import { interruptSignal, startProgress } from '../progress.ts';

interface HostOptions {
  readonly algorithm: readonly string[];
  readonly time: number;
  readonly json?: boolean;
}

/** Runs it. */
export async function runBenchHost(options: HostOptions): Promise<void> {
  const { benchHost, toHostAlgorithms, toIsoDate } = await import('../../index.ts');
  const progress = startProgress();
  const rows = await benchHost({
    platform: `node ${process.versions.node} ${process.platform} ${process.arch}`,
    algorithms: toHostAlgorithms(options.algorithm),
    timeMs: options.time,
    date: toIsoDate(chooseAsOf(undefined)),
    signal: interruptSignal(),
    onProgress: progress.onProgress,
  });
  progress.clear();
  if (options.json === true) return result(JSON.stringify({ schemaVersion: 1, measurements: rows }, null, 2));
  const cells = rows.map((row) => [
    row.algorithm,
    row.operation,
    String(row.n),
    row.value.toFixed(1),
    (row.spread?.p95 ?? Number.NaN).toFixed(1),
    row.opsPerSecond.toFixed(1),
  ]);
  result(toTable(['ALGORITHM', 'OPERATION', 'N', 'MEDIAN µs', 'P95 µs', 'OPS/S'], cells));
  note(`${rows[0]?.implementation ?? ''} on ${rows[0]?.platform ?? ''}; measured-host: this machine only`);
}
