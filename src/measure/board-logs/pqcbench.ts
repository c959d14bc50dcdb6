// pqcbench (lelegard): `algo: <name>`, then for each operation `encap-microsec`, `encap-count`, `encap-persec`.

import type { Operation } from '../../model/measurement.ts';
import { type BoardLog, type LogFigure, type LogFormat, type LogReading, numberedLines, refusal, toRaw } from './log.ts';
import { findOperation } from './names.ts';
import { type NumberPlace, requireAgreement, toCount } from './numbers.ts';

const FIELD = /^([a-z]{1,20})-(microsec|count|persec):\s{0,20}(\S{0,40})$/;
const ALGORITHM = /^algo:\s{0,20}(\S.{0,80})$/;

export const PQCBENCH: LogFormat = {
  id: 'pqcbench',
  title: 'pqcbench',
  recognises: ({ lines }) => lines.some((line) => /^[a-z]{1,20}-microsec:/.test(line.trim())),
  read,
};

/** The three fields of one operation. */
interface Fields {
  readonly line: number;
  readonly operation: Operation;
  readonly algorithm: string;
  readonly word: string;
  readonly microsec: number;
  count?: number;
}

function read(log: BoardLog): LogReading {
  const figures: LogFigure[] = [];
  let [algorithm, open]: [string | undefined, Fields | undefined] = [undefined, undefined];
  for (const { number, text } of numberedLines(log).map((line) => ({ ...line, text: line.text.trim() }))) {
    const [, word = '', field, value = ''] = FIELD.exec(text) ?? [];
    const name = ALGORITHM.exec(text)?.[1];
    if (open !== undefined && (name !== undefined || (field !== undefined && word !== open.word))) throw missing(log, number, open);
    if (name !== undefined) algorithm = name;
    const operation: Operation | undefined = field === undefined ? undefined : findOperation(word);
    if (operation === undefined) continue;
    if (algorithm === undefined) throw refusal(log, number, `expected "algo: <name>" before ${word}`);
    const place: NumberPlace = { log, line: number, what: `${algorithm.slice(0, 40)} ${word}-${field}` };
    if (field === 'microsec') open = { line: number, operation, algorithm, word, microsec: toCount(place, value) };
    else if (open === undefined) throw refusal(log, number, `expected ${word}-microsec before ${word}-${field}`);
    else if (field === 'count') open.count = toCount(place, value);
    else {
      figures.push(toFigure(log, open, { line: number, rate: value }));
      open = undefined;
    }
  }
  if (open !== undefined) throw missing(log, log.lines.length, open);
  return { figures };
}

function missing(log: BoardLog, line: number, { word }: Fields): Error {
  return refusal(log, line, `expected ${word}-microsec, ${word}-count and ${word}-persec together: the log is cut`);
}

/** Rates are whole numbers, so that an operation that takes seconds has the rate 0. */
function toFigure(log: BoardLog, fields: Fields, { line, rate }: { readonly line: number; readonly rate: string }): LogFigure {
  const { microsec, count, algorithm, operation } = fields;
  if (count === undefined) throw missing(log, line, fields);
  const value = microsec / count;
  const place = { log, line, what: `${algorithm.slice(0, 40)} ${operation}` };
  if (rate !== '0') requireAgreement(place, [toCount(place, rate), 1e6 / value], { share: 0.001, rounding: 1 });
  const raw = toRaw(`${fields.word}-microsec: ${microsec} ${fields.word}-count: ${count}`);
  return {
    line: fields.line,
    raw,
    algorithm,
    operation,
    metric: 'timeUs',
    value: Math.round(value * 1000) / 1000,
    statistic: 'mean',
    n: count,
  };
}
