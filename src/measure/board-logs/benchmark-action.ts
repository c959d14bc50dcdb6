// What github-action-benchmark keeps of mlkem-native and mldsa-native: a list of { name, unit, value }, or its data.js with such a list for each
// commit. `ML-KEM-512 keypair`, cycles: medians.

import { type BoardLog, type LogFigure, type LogFormat, type LogReading, refusal, toRaw } from './log.ts';
import { findOperation } from './names.ts';
import { microsecondsIn, toAmount, toCount } from './numbers.ts';

const DATA_JS = /^\s*window\.BENCHMARK_DATA\s*=\s*/;

export const BENCHMARK_ACTION: LogFormat = {
  id: 'benchmark-action',
  title: 'JSON of github-action-benchmark (mlkem-native, mldsa-native)',
  recognises: ({ lines }) => {
    const head = lines.slice(0, 3).join('\n');
    return DATA_JS.test(head) || (/^\s*\[/.test(head) && lines.slice(0, 8).some((line) => /"(name|unit)"\s*:/.test(line)));
  },
  read,
};

function read(log: BoardLog): LogReading {
  const list = findList(log, parse(log));
  const figures = list.flatMap((entry, index) => toFigure(log, entry, index));
  const left = list.length - figures.length;
  return { figures, ...(left === 0 ? {} : { notes: [`${left} entries are of no operation and stand in no row`] }) };
}

function parse(log: BoardLog): unknown {
  const text = log.lines
    .join('\n')
    .replace(DATA_JS, '')
    .replace(/;\s{0,80}$/, '');
  try {
    return JSON.parse(text);
  } catch (cause) {
    // The position that V8 names, as a line.
    const at = /position (\d{1,9})/.exec(String(cause))?.[1];
    const line = at === undefined ? log.lines.length : text.slice(0, Number(at)).split('\n').length;
    throw refusal(log, line, 'expected JSON that is whole; it is broken or cut here');
  }
}

/** The list itself, or that of the newest commit of data.js; several suites are several boards. */
function findList(log: BoardLog, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const entries = isRecord(value) && isRecord(value['entries']) ? Object.values(value['entries']) : [];
  if (entries.length !== 1)
    throw refusal(log, 1, `expected the results of one suite, got ${entries.length}: give the list of your board alone`);
  const [commits] = entries;
  const newest: unknown = Array.isArray(commits) ? commits.at(-1) : undefined;
  const benches = isRecord(newest) ? newest['benches'] : undefined;
  if (!Array.isArray(benches)) throw refusal(log, 1, 'expected "benches" in the newest commit');
  return benches;
}

function toFigure(log: BoardLog, entry: unknown, index: number): readonly LogFigure[] {
  const name = isRecord(entry) && typeof entry['name'] === 'string' ? entry['name'] : undefined;
  if (!isRecord(entry) || name === undefined) throw refusal(log, 1, `entry ${index + 1}: expected { name, unit, value }`);
  const line = lineOf(log, name);
  const [, algorithm = '', word = ''] = /^(.{1,80}?)\s+(\S{1,20})$/.exec(name) ?? [];
  const operation = findOperation(word);
  if (operation === undefined) return [];
  const place = { log, line, what: name.slice(0, 60) };
  const [unit, value] = [entry['unit'], entry['value']];
  if (typeof unit !== 'string' || (typeof value !== 'number' && typeof value !== 'string'))
    throw refusal(log, line, `${place.what}: expected a unit and a value`);
  const shared = { line, raw: toRaw(JSON.stringify({ name, unit, value })), algorithm, operation, statistic: 'median' as const };
  if (unit.toLowerCase() === 'cycles') return [{ ...shared, metric: 'cycles', value: toCount(place, String(value)) }];
  return [{ ...shared, metric: 'timeUs', value: toAmount(place, String(value)) * microsecondsIn(place, unit) }];
}

/** The line where a name stands first, 1 where it is written with escapes. */
function lineOf({ lines }: BoardLog, name: string): number {
  const written = JSON.stringify(name);
  return (
    Math.max(
      0,
      lines.findIndex((line) => line.includes(written)),
    ) + 1
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
