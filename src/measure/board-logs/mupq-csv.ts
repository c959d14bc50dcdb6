// benchmarks.csv of pqm3 and pqm4 (mupq.py, class Converter): sections of speed, memory, hashing and size, each with a table of KEMs and one of
// signature schemes. Older files write "key generation [cycles]" with a mean, a least and a greatest as columns of their own.

import { cellsOf } from './csv.ts';
import { type BoardLog, type LogFigure, type LogFormat, type LogReading, numberedLines, refusal, toRaw } from './log.ts';
import { findOperation } from './names.ts';
import { type NumberPlace, toCount } from './numbers.ts';

const SECTION = /^(speed|memory|hashing|size) evaluation$/i;
const COLUMN = /^(key generation|encapsulation|decapsulation|sign|verify) \[([^\]]{1,20})\](?: \((mean|min|max)\))?$/i;
const SCHEME = /^(\S{1,80})(?: \((\d{1,9}) executions?\))?$/;
const TEXT_SECTION = '.text [bytes]';

export const MUPQ_CSV: LogFormat = {
  id: 'mupq-csv',
  title: 'benchmarks.csv of pqm3 and pqm4',
  recognises: ({ lines }) => lines.some((line) => /^(speed|memory|hashing|size) evaluation\s*(,|$)/i.test(line)),
  read,
};

/** Where a row stands: what its columns are. */
interface Table {
  readonly section: string;
  readonly columns: readonly string[];
}

function read(log: BoardLog): LogReading {
  const figures: LogFigure[] = [];
  let [section, columns]: [string, readonly string[]] = ['', []];
  for (const { number, text } of numberedLines(log)) {
    const cells = cellsOf(text);
    const [first = ''] = cells;
    if (SECTION.test(first)) [section, columns] = [first.split(' ')[0]?.toLowerCase() ?? '', []];
    else if (/ schemes$/i.test(first) && cells.slice(1).every((cell) => cell === '')) columns = [];
    else if (/^scheme$/i.test(first)) columns = cells.filter((cell) => cell !== '');
    else if (columns.length > 0 && first !== '') figures.push(...readRow({ log, line: number, what: first }, { section, columns }, cells));
  }
  return {
    figures,
    notes: ['the share of hashing and the sizes of data are in no row', 'code is .text of the scheme alone; Keccak is not in it'],
  };
}

function readRow(place: NumberPlace, { section, columns }: Table, cells: readonly string[]): readonly LogFigure[] {
  const given = cells.slice(0, columns.length);
  if (given.length < columns.length || given.some((cell) => cell === ''))
    throw refusal(
      place.log,
      place.line,
      `expected ${columns.length} cells (${columns.slice(2, 5).join(', ')} …), got ${given.filter((cell) => cell !== '').length}`,
    );
  const [, algorithm = '', executions] = SCHEME.exec(given[0] ?? '') ?? [];
  if (algorithm === '') throw refusal(place.log, place.line, `expected a scheme, got "${(given[0] ?? '').slice(0, 40)}"`);
  const row: Row = {
    place: { ...place, what: algorithm },
    algorithm,
    implementation: given[1] ?? '',
    raw: toRaw(cells.join(',')),
    ...(executions === undefined ? {} : { n: toCount({ ...place, what: 'executions' }, executions) }),
  };
  if (section === 'size') return sizeFigure(row, columns, given);
  if (section === 'hashing') return [];
  return columnFigures(row, columns, given);
}

interface Row {
  readonly place: NumberPlace;
  readonly algorithm: string;
  readonly implementation: string;
  readonly raw: string;
  readonly n?: number;
}

/** Code belongs to the scheme; it is filed under key generation, as everywhere here. */
function sizeFigure(
  { place, algorithm, implementation, raw }: Row,
  columns: readonly string[],
  cells: readonly string[],
): readonly LogFigure[] {
  const at = columns.indexOf(TEXT_SECTION);
  if (at < 0) throw refusal(place.log, place.line, `expected a column ${TEXT_SECTION}, got ${columns.slice(2).join(', ').slice(0, 80)}`);
  const value = toCount(place, cells[at] ?? '');
  return [{ line: place.line, raw, algorithm, implementation, operation: 'keygen', metric: 'codeBytes', value, statistic: 'single' }];
}

const METRICS: ReadonlyMap<string, 'cycles' | 'stackBytes'> = new Map([
  ['cycles', 'cycles'],
  ['bytes', 'stackBytes'],
]);

function columnFigures(row: Row, columns: readonly string[], cells: readonly string[]): readonly LogFigure[] {
  const { place, algorithm, implementation, raw, n } = row;
  return columns.slice(2).flatMap((column, index): readonly LogFigure[] => {
    const [, word = '', unit = '', statistic = 'mean'] = COLUMN.exec(column) ?? [];
    const operation = findOperation(word.toLowerCase() === 'key generation' ? 'keygen' : word);
    const metric = METRICS.get(unit.toLowerCase());
    if (operation === undefined || metric === undefined)
      throw refusal(place.log, place.line, `expected columns in [cycles] or [bytes], got "${column.slice(0, 60)}"`);
    if (statistic.toLowerCase() !== 'mean') return [];
    const value = toCount({ ...place, what: column }, cells[index + 2] ?? '');
    const figure = { line: place.line, raw, algorithm, implementation, operation, metric, value } as const;
    if (metric === 'stackBytes') return [{ ...figure, statistic: 'single' }];
    const spread = spreadOf(row, { columns, cells, at: index + 2, mean: value });
    return [
      { ...figure, statistic: n === 1 ? 'single' : 'mean', ...(n === undefined ? {} : { n }), ...(spread === undefined ? {} : { spread }) },
    ];
  });
}

interface Spread {
  readonly columns: readonly string[];
  readonly cells: readonly string[];
  /** column of the mean */
  readonly at: number;
  readonly mean: number;
}

/** The two columns behind a mean, where they are its least and greatest. */
function spreadOf({ place }: Row, { columns, cells, at, mean }: Spread): LogFigure['spread'] {
  const statistic = (index: number): string | undefined => COLUMN.exec(columns[index] ?? '')?.[3]?.toLowerCase();
  if (statistic(at + 1) !== 'min' || statistic(at + 2) !== 'max') return undefined;
  const min = toCount({ ...place, what: columns[at + 1] ?? '' }, cells[at + 1] ?? '');
  const max = toCount({ ...place, what: columns[at + 2] ?? '' }, cells[at + 2] ?? '');
  if (min > mean || mean > max)
    throw refusal(place.log, place.line, `${columns[at]?.slice(0, 40)}: expected least ≤ mean ≤ greatest, got ${min}, ${mean}, ${max}`);
  return { min, max };
}
