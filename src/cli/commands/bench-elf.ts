// `pqready bench elf`: what the functions of the user's own build cost on a target, counted.

import type { ElfBench } from '../../index.ts';
import { group, toMeasurementsJson, toMilliseconds, toRange } from '../figures.ts';
import { note, result, toTable } from '../print.ts';

interface ElfOptions {
  readonly target: string;
  readonly algorithm: string;
  readonly op: readonly string[];
  readonly random: string;
  readonly budget?: number;
  readonly json?: boolean;
}

/** Runs it. */
export async function runBenchElf(file: string, options: ElfOptions): Promise<void> {
  const { benchElf } = await import('../../index.ts');
  const { target, algorithm, op: operations, random, budget } = options;
  const bench = benchElf(file, { target, algorithm, operations, random, ...(budget === undefined ? {} : { budget }) });
  if (options.json === true) return result(toMeasurementsJson(bench));
  result(toText(bench));
  for (const line of footnotes(bench)) note(line);
}

function toText({ file, sha256, target, rows }: ElfBench): string {
  const head = `${file} on ${target.name}, ${target.core}; counted-emulated, SHA-256 ${sha256}`;
  const timed = rows.some(({ timeUs }) => timeUs !== undefined);
  const modelled = rows.some(({ cycles }) => cycles !== undefined);
  const titles = ['ALGORITHM', 'OPERATION', 'INSTRUCTIONS', 'MIN', 'MAX', 'STACK'];
  const more = [...(modelled ? ['CYCLES (MODELLED)'] : []), ...(timed ? [`MS AT ${(target.clockHz ?? 0) / 1e6} MHZ`] : [])];
  const cells = rows.map(({ algorithm, operation, statistic, instructions, spread, ramBytes, cycles, timeUs }) => [
    algorithm,
    statistic === undefined ? operation : `${operation}, ${statistic}`,
    group(instructions),
    spread === undefined ? '' : group(spread.min),
    spread === undefined ? '' : group(spread.max),
    group(ramBytes),
    ...(cycles === undefined ? [] : [toRange(cycles)]),
    ...(timeUs === undefined ? [] : [toMilliseconds(timeUs)]),
  ]);
  return `${head}\n\n${toTable([...titles, ...more], cells)}`;
}

function footnotes({ notes, signing }: ElfBench): readonly string[] {
  const composed =
    signing === undefined
      ? []
      : [
          `sign: composed from ${signing.emulated} emulated signatures and the rejections of ${signing.messages}; worst error on the emulated ones ${(100 * signing.worstError).toFixed(1)} %`,
        ];
  return ['each result is equal to noble’s for the same seeds', ...composed, ...notes];
}
