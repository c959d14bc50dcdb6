// `pqready bench target`: what ML-KEM and ML-DSA cost on a target, counted.

import { availableParallelism } from 'node:os';
import type { TargetBench, TargetRow } from '../../index.ts';
import { group, toMeasurementsJson, toMilliseconds, toRange } from '../figures.ts';
import { note, result, toTable } from '../print.ts';
import { interruptSignal, startProgress } from '../progress.ts';

interface TargetOptions {
  readonly algorithm: readonly string[];
  readonly build: readonly string[];
  readonly jobs?: number;
  readonly cache: boolean;
  readonly json?: boolean;
}

/** Runs it. */
export async function runBenchTarget(target: string, options: TargetOptions): Promise<void> {
  const { benchTarget } = await import('../../index.ts');
  const progress = startProgress();
  const bench = await benchTarget(target, {
    algorithms: options.algorithm,
    builds: options.build,
    jobs: options.jobs ?? availableParallelism(),
    cache: options.cache,
    onProgress: progress.onProgress,
    signal: interruptSignal(),
  }).finally(progress.clear);
  if (options.json === true) return result(toMeasurementsJson(bench));
  result(toText(bench));
  for (const line of footnotes(bench)) note(line);
}

function toText(bench: TargetBench): string {
  const { name, core, clockHz } = bench.target;
  const head = `${name}, ${core}; counted-emulated on the ${bench.kernelIsa} image`;
  const modelled = bench.rows.some(({ cycles }) => cycles !== undefined);
  const timed = clockHz === null ? [] : [`MS AT ${clockHz / 1e6} MHZ`];
  const titles = ['ALGORITHM', 'OPERATION', 'INSTRUCTIONS', 'RAM', 'CODE', ...(modelled ? ['CYCLES (MODELLED)', ...timed] : [])];
  const tables = bench.builds.map(({ build, compiler, sharedCode }) => {
    const rows = bench.rows.filter((row) => row.build === build).map((row) => toCells(row, clockHz !== null));
    const shared = [
      ['all of them', 'Keccak', '', '', group(sharedCode.keccakBytes)],
      ['all of them', 'memory', '', '', group(sharedCode.memoryBytes)],
    ].map((row) => [...row, ...titles.slice(row.length).map(() => '')]);
    return `${build}: ${compiler}\n${toTable(titles, [...rows, ...shared])}`;
  });
  return [head, ...tables].join('\n\n');
}

function toCells(row: TargetRow, timed: boolean): readonly string[] {
  const { algorithm, operation, statistic, instructions, ramBytes, codeBytes, cycles, timeUs } = row;
  const modelled = cycles === undefined ? [] : [toRange(cycles)];
  const time = timeUs === undefined || !timed ? [] : [toMilliseconds(timeUs)];
  const called = statistic === undefined ? operation : `${operation}, ${statistic}`;
  return [algorithm, called, group(instructions), group(ramBytes), group(codeBytes), ...modelled, ...time];
}

function footnotes({ notes, signing, rows }: TargetBench): readonly string[] {
  const composed = signing.map(
    ({ algorithm, build, emulated, messages, meanAttempts, worstError }) =>
      `${algorithm} sign, ${build}: composed from ${emulated} emulated signatures and the rejections of ${messages} (${meanAttempts.toFixed(2)} attempts on average); worst error on the emulated ones ${(100 * worstError).toFixed(1)} %`,
  );
  return [
    `instructions: means of ${rows[0]?.n ?? 0} inputs, each result equal to noble's; one signature differs from the next, so signing is first (no rejection), mean and quantiles`,
    'RAM: depth of the stack; the kernels have no static data and ask for no scratch; keys, message and results are not in it. CODE: .text + .rodata of the scheme',
    ...composed,
    ...notes,
  ];
}
