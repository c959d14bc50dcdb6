// `pqready bench import`: the log of a board as measurements.

import { createInterface } from 'node:readline/promises';
import type { ImportedLog, LogMetadata } from '../../index.ts';
import { group } from '../figures.ts';
import { parseClock } from '../options.ts';
import { note, result, toTable } from '../print.ts';

interface ImportCommandOptions {
  readonly board?: string;
  readonly clock?: number;
  readonly compiler?: string;
  readonly flags?: string;
  readonly implementation?: string;
  readonly variant?: string;
  readonly class?: 'assembly' | 'c' | 'low-ram';
  readonly waitStates?: number;
  readonly keccak?: string;
  readonly revision?: 'fips' | 'round-3';
  readonly algorithm?: string;
  readonly format?: string;
  readonly anchors?: boolean;
  readonly prompt: boolean;
  readonly json?: boolean;
}

/** Runs it. */
export async function runBenchImport(file: string, options: ImportCommandOptions): Promise<void> {
  const { anchorsOf, importBoardLog } = await import('../../index.ts');
  const format = options.format === undefined ? {} : { format: options.format };
  const read = (metadata: LogMetadata): ImportedLog => importBoardLog(file, { ...format, metadata });
  const said = toMetadata(options);
  const first = read(said);
  const asks = options.prompt && file !== '-' && process.stdin.isTTY && process.stderr.isTTY && first.unknown.length > 0;
  const imported = asks ? read({ ...said, ...(await ask(first.unknown)) }) : first;
  if (options.anchors === true) return result(JSON.stringify(anchorsOf(imported), null, 2));
  if (options.json === true) return result(JSON.stringify(imported, null, 2));
  result(toText(imported));
  for (const line of imported.notes) note(line);
}

function toMetadata({ clock, waitStates, ...texts }: ImportCommandOptions): LogMetadata {
  const { board, compiler, flags, implementation, variant, class: kind, keccak, revision, algorithm } = texts;
  const given = { board, clockHz: clock, compiler, flags, implementation, variant, class: kind, waitStates, keccak, revision, algorithm };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

const QUESTIONS: Readonly<Record<ImportedLog['unknown'][number], string>> = {
  board: 'Board, as in pqready list targets',
  clockHz: 'Clock of the core, such as 64MHz',
  compiler: 'Compiler and version',
  flags: 'Flags of the compiler',
  implementation: 'Library and version',
};

/** On stderr, so that a result on stdout stays one. An empty answer leaves it unknown. */
async function ask(unknown: ImportedLog['unknown']): Promise<LogMetadata> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answers: Record<string, string | number> = {};
    for (const fact of unknown) {
      const answer = (await lines.question(`${QUESTIONS[fact]} (empty: unknown): `)).trim();
      if (answer !== '') answers[fact] = fact === 'clockHz' ? parseClock(answer) : answer;
    }
    return answers;
  } finally {
    lines.close();
  }
}

const UNITS: Readonly<Record<ImportedLog['measurements'][number]['metric'], string>> = {
  cycles: 'cycles',
  timeUs: 'us',
  stackBytes: 'bytes of stack',
  codeBytes: 'bytes of code',
};

function toText({ log, metadata, measurements, probes }: ImportedLog): string {
  const { board = 'unknown board', clockHz } = metadata;
  const head = `${log.file}: ${log.title}; ${board}, ${clockHz === undefined ? 'unknown clock' : `${clockHz / 1e6} MHz`}; measured-board`;
  const rows = measurements.map(({ algorithm, parameterSet, operation, metric, value, statistic, n, line, implementation }) => [
    parameterSet === undefined ? algorithm : `${algorithm} ${parameterSet}`,
    operation,
    toFigure(value),
    UNITS[metric],
    statistic,
    n === undefined ? '' : group(n),
    String(line),
    implementation,
  ]);
  const table = toTable(['ALGORITHM', 'OPERATION', 'VALUE', 'UNIT', 'STATISTIC', 'RUNS', 'LINE', 'IMPLEMENTATION'], rows);
  return probes === undefined ? `${head}\n\n${table}` : `${head}\n\n${table}\n\nprobes: ${toProbes(probes)}`;
}

function toProbes(probes: NonNullable<ImportedLog['probes']>): string {
  return Object.entries(probes)
    .map(([name, cycles]) => `${name} ${group(cycles)}`)
    .join(', ');
}

function toFigure(value: number): string {
  return value < 1000 && !Number.isInteger(value) ? value.toFixed(3) : group(Math.round(value));
}
