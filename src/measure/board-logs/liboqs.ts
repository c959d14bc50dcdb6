// speed_kem and speed_sig of liboqs (tests/ds_benchmark.h): a table with a line for each algorithm and one below it for each operation. Columns by
// their titles: without a cycle counter the time is in nanoseconds, and without a clock there is none. What goes before (tests/system_info.c) says how
// it was built.

import {
  type BoardLog,
  type LogFacts,
  type LogFigure,
  type LogFormat,
  type LogReading,
  type NumberedLine,
  numberedLines,
  refusal,
  toRaw,
} from './log.ts';
import { findOperation } from './names.ts';
import { microsecondsIn, requireAgreement, toAmount, toCount } from './numbers.ts';

const HEADER = /^Operation\s{0,60}\|\s{0,60}Iterations\s{0,60}\|/;
const MEAN_TIME = /^(?:High-prec )?time \((\S{1,4})\): mean$/i;

export const LIBOQS: LogFormat = {
  id: 'liboqs',
  title: 'speed_kem and speed_sig of liboqs',
  recognises: ({ lines }) => lines.some((line) => HEADER.test(line)),
  read,
};

/** Where each column stands. */
interface Columns {
  readonly count: number;
  readonly iterations: number;
  readonly total: number;
  readonly time: number;
  readonly microseconds: number;
  /** -1 where there is none */
  readonly cycles: number;
}

function read(log: BoardLog): LogReading {
  const figures: LogFigure[] = [];
  let columns: Columns | undefined;
  let algorithm: string | undefined;
  const lines = numberedLines(log);
  for (const line of lines) {
    const cells = line.text.split('|').map((cell) => cell.trim());
    if (HEADER.test(line.text)) columns = toColumns(log, line.number, cells);
    else if (columns !== undefined && cells.length > 1 && !/^-{3,}$/.test(cells[0] ?? '')) {
      if (cells.length < columns.count)
        throw refusal(log, line.number, `expected ${columns.count} columns, got ${cells.length}: the line is cut`);
      if (cells.slice(1).every((cell) => cell === '')) algorithm = cells[0] ?? '';
      else figures.push(...readRow(log, { line, cells, columns, algorithm }));
    }
  }
  return { figures, facts: factsOf(lines) };
}

function toColumns(log: BoardLog, line: number, cells: readonly string[]): Columns {
  const time = cells.findIndex((cell) => MEAN_TIME.test(cell));
  if (time < 0) throw refusal(log, line, `expected a column "Time (us): mean", got ${cells.slice(2, 5).join(', ').slice(0, 100)}`);
  const unit = MEAN_TIME.exec(cells[time] ?? '')?.[1] ?? '';
  return {
    count: cells.length,
    iterations: cells.indexOf('Iterations'),
    total: cells.indexOf('Total time (s)'),
    time,
    microseconds: microsecondsIn({ log, line, what: 'Time' }, unit),
    cycles: cells.findIndex((cell) => /^CPU cycles: mean$/i.test(cell)),
  };
}

interface Row {
  readonly line: NumberedLine;
  readonly cells: readonly string[];
  readonly columns: Columns;
  readonly algorithm: string | undefined;
}

function readRow(log: BoardLog, { line, cells, columns, algorithm }: Row): readonly LogFigure[] {
  const operation = findOperation(cells[0] ?? '');
  if (operation === undefined) return [];
  if (algorithm === undefined)
    throw refusal(log, line.number, `expected the line of an algorithm before "${(cells[0] ?? '').slice(0, 40)}"`);
  const place = { log, line: line.number, what: `${algorithm} ${operation}` };
  const n = toCount(place, cells[columns.iterations] ?? '');
  const timeUs = toAmount(place, cells[columns.time] ?? '') * columns.microseconds;
  if (columns.total >= 0) {
    const total = toAmount({ ...place, what: `${place.what}: total time` }, cells[columns.total] ?? '');
    requireAgreement(place, [(total * 1e6) / n, timeUs], { share: 0.02, rounding: 0.001 + 1000 / n });
  }
  const shared = { line: line.number, raw: toRaw(line.text), algorithm, operation, statistic: n === 1 ? 'single' : 'mean', n } as const;
  const cycles = columns.cycles < 0 ? '0' : (cells[columns.cycles] ?? '0');
  const counted: readonly LogFigure[] =
    cycles === '0' ? [] : [{ ...shared, metric: 'cycles', value: toCount({ ...place, what: `${place.what}: cycles` }, cycles) }];
  return [...counted, { ...shared, metric: 'timeUs', value: timeUs }];
}

function factsOf(lines: readonly NumberedLine[]): LogFacts {
  const find = (label: RegExp): string | undefined =>
    lines.map(({ text }) => label.exec(text)?.[1]?.trim()).find((value) => value !== undefined);
  const version = find(/^OQS version:\s{0,20}(\S{1,40})/);
  const compiler = find(/^Compiler:\s{0,20}(\S.{0,80})$/);
  const flags = find(/^OQS build flags:\s{0,20}(\S.{0,200})$/);
  return {
    ...(version === undefined ? {} : { implementation: `liboqs ${version}` }),
    ...(compiler === undefined ? {} : { compiler }),
    ...(flags === undefined ? {} : { flags }),
  };
}
