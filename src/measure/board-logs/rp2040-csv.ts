// The RP2040 suite of rojinc: `ML-KEM,keygen,512,10676,1` is algorithm, operation, level, microseconds, run; `# SUMMARY` and `# STACK` lines follow.

import { cellsOf } from './csv.ts';
import { type BoardLog, type LogFigure, type LogFormat, type LogReading, type NumberedLine, numberedLines, refusal, toRaw } from './log.ts';
import { findOperation } from './names.ts';
import { requireAgreement, toAmount, toCount } from './numbers.ts';
import { type LogRun, sumUpRuns } from './summary.ts';

const ROW = /^(ML-KEM|ML-DSA|SLH-DSA),[a-z]{1,20},/;
const SUMMARY = /^# SUMMARY (\S{1,40}) (\S{1,20}) (\S{1,20}): mean=(\S{1,20}) min=(\S{1,20}) max=(\S{1,20})(?: .{0,80})?$/;
const STACK = /^# STACK (\S{1,40}) (\S{1,20}) (\S{1,20}): (\S{1,20}) (\S{1,20})(?: .{0,80})?$/;

export const RP2040_CSV: LogFormat = {
  id: 'rp2040-csv',
  title: 'CSV of the RP2040 suite',
  recognises: ({ lines }) => lines.some((line) => ROW.test(line) || /^# (SUMMARY|STACK) /.test(line)),
  read,
};

function read(log: BoardLog): LogReading {
  const lines = numberedLines(log).map(({ number, text }) => ({ number, text: text.trim() }));
  const runs = lines.flatMap((line) => (ROW.test(line.text) ? [readRun(log, line)] : []));
  const stacks = lines.flatMap((line) => (line.text.startsWith('# STACK ') ? [readStack(log, line)] : []));
  const timed = sumUpRuns(runs);
  const summaries = lines.flatMap((line) => (line.text.startsWith('# SUMMARY ') ? readSummary(log, line, timed) : []));
  return { figures: [...timed, ...summaries, ...sumUpRuns(stacks)] };
}

function readRun(log: BoardLog, { number, text }: NumberedLine): LogRun {
  const [algorithm = '', word = '', level = '', time = '', run = '', ...more] = cellsOf(text);
  const operation = findOperation(word);
  if (operation === undefined || run === '' || more.length > 0)
    throw refusal(log, number, 'expected algorithm, operation, level, microseconds and run: the line is cut or broken');
  const what = `${algorithm} ${word} ${level}`;
  toCount({ log, line: number, what: `${what}: run` }, run);
  const value = toAmount({ log, line: number, what: `${what}: microseconds` }, time);
  return { line: number, raw: toRaw(text), algorithm: `${algorithm}-${level}`, operation, metric: 'timeUs', value };
}

function readStack(log: BoardLog, { number, text }: NumberedLine): LogRun {
  const [, algorithm, word = '', level, value = '', unit] = STACK.exec(text) ?? [];
  const operation = findOperation(word);
  if (operation === undefined || unit !== 'bytes')
    throw refusal(
      log,
      number,
      `expected "# STACK <algorithm> <operation> <level>: <n> bytes"${unit === undefined ? '' : `, got "${unit}"`}`,
    );
  const place = { log, line: number, what: `${algorithm} ${word} ${level}: stack` };
  return {
    line: number,
    raw: toRaw(text),
    algorithm: `${algorithm}-${level}`,
    operation,
    metric: 'stackBytes',
    value: toCount(place, value),
  };
}

/** A summary of runs that stand above repeats them and must agree; without them it is the figure. */
function readSummary(log: BoardLog, { number, text }: NumberedLine, timed: readonly LogFigure[]): readonly LogFigure[] {
  const [, scheme, word = '', level, mean = '', least = '', greatest = ''] = SUMMARY.exec(text) ?? [];
  const operation = findOperation(word);
  if (operation === undefined)
    throw refusal(log, number, 'expected "# SUMMARY <algorithm> <operation> <level>: mean= min= max=": the line is cut or broken');
  const algorithm = `${scheme}-${level}`;
  const place = { log, line: number, what: `${algorithm} ${word}` };
  const [value, min, max] = [toAmount(place, mean), toAmount(place, least), toAmount(place, greatest)];
  if (min > value || value > max)
    throw refusal(log, number, `${place.what}: expected least ≤ mean ≤ greatest, got ${min}, ${value}, ${max}`);
  const own = timed.find((figure) => figure.algorithm === algorithm && figure.operation === operation);
  if (own !== undefined) {
    requireAgreement(place, [value, own.value], { share: 0, rounding: 1 });
    return [];
  }
  return [{ line: number, raw: toRaw(text), algorithm, operation, metric: 'timeUs', value, statistic: 'mean', spread: { min, max } }];
}
