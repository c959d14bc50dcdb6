// `pqready bench host`: what the reference operations cost on this machine, beside the machine's own cryptography.

import type { HostBench, HostMeasurement } from '../../index.ts';
import { describeMachine, openHeap } from '../machine.ts';
import { chooseAsOf } from '../options.ts';
import { note, result, toTable } from '../print.ts';
import { interruptSignal, startProgress } from '../progress.ts';

interface HostOptions {
  readonly algorithm: readonly string[];
  readonly time: number;
  readonly target?: string;
  readonly json?: boolean;
}

/** Runs it. */
export async function runBenchHost(options: HostOptions): Promise<void> {
  const { benchHost, requireTargetId, toHostAlgorithms, toIsoDate } = await import('../../index.ts');
  if (options.target !== undefined) requireTargetId(options.target);
  const progress = startProgress();
  const bench = await benchHost({
    platform: `node ${process.versions.node} ${process.platform} ${process.arch}`,
    algorithms: toHostAlgorithms(options.algorithm),
    timeMs: options.time,
    date: toIsoDate(chooseAsOf(undefined)),
    heap: openHeap(),
    ...(options.target === undefined ? {} : { target: options.target }),
    signal: interruptSignal(),
    onProgress: progress.onProgress,
  });
  progress.clear();
  const machine = describeMachine();
  if (options.json === true) {
    const target = options.target === undefined ? {} : { target: options.target };
    return result(JSON.stringify({ schemaVersion: 1, ...target, machine, ...bench }, null, 2));
  }
  result(toText(bench));
  note(
    `${machine.cpu}, ${machine.threads} threads, node ${machine.node} ${machine.os} ${machine.arch}: the figures are of this machine only`,
  );
}

function toText(bench: HostBench): string {
  const times = toTable(
    ['ALGORITHM', 'OPERATION', 'N', 'MEDIAN µs', 'MEAN µs', 'P95 µs', 'P99 µs', 'HEAP KB', 'BY'],
    bench.measurements.map(toCells),
  );
  return [times, ...toSizes(bench), ...toRepetitions(bench), ...toRatios(bench)].join('\n');
}

function toCells(row: HostMeasurement): readonly string[] {
  return [
    [row.algorithm, row.parameterSet].filter((part) => part !== undefined).join(' '),
    row.operation,
    String(row.n),
    figure(row.value),
    figure(row.spread.mean),
    figure(row.spread.p95),
    figure(row.spread.p99),
    row.allocatedBytes === undefined ? '-' : (row.allocatedBytes / 1000).toFixed(1),
    row.implementation,
  ];
}

// Too few runs for a quantile leave a dash.
function figure(us: number | undefined): string {
  return us === undefined ? '-' : us.toFixed(1);
}

function toSizes({ algorithms }: HostBench): readonly string[] {
  const cells = algorithms.map(({ id, checkedBy, sizes }) => [
    id,
    ...[sizes.publicKeyBytes, sizes.privateKeyBytes, sizes.ciphertextBytes, sizes.signatureBytes].map((bytes) => String(bytes ?? '-')),
    checkedBy,
  ]);
  return ['', toTable(['ALGORITHM', 'PUBLIC KEY B', 'PRIVATE KEY B', 'CIPHERTEXT B', 'SIGNATURE B', 'CHECKED BY'], cells)];
}

function toRepetitions({ algorithms }: HostBench): readonly string[] {
  const lines = algorithms.flatMap(({ id, repetitions: found }) =>
    found === undefined
      ? []
      : [
          `${id}: ${found.signatures} signatures took ${found.mean.toFixed(2)} passes of the loop on average, ` +
            `95 % at most ${found.p95}, the longest ${found.max}; FIPS 204 Table 1 expects ${found.expected}`,
        ],
  );
  return lines.length === 0 ? [] : ['', ...lines];
}

function toRatios({ ratios }: HostBench): readonly string[] {
  if (ratios.length === 0) return [];
  const cells = ratios.map((ratio) => [
    ratio.algorithm,
    ratio.operation,
    `${ratio.median.toFixed(2)}×`,
    `${ratio.min.toFixed(2)}–${ratio.max.toFixed(2)}×`,
    ratio.implementation,
  ]);
  return ['', toTable(['ALGORITHM', 'OPERATION', 'FASTER BY', 'OVER ROUNDS', 'THAN THE REFERENCE'], cells)];
}
