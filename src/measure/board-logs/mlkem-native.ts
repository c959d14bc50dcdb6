// The benchmark of mlkem-native and mldsa-native (test/bench): medians of the operations, then a table of percentiles. The parameter set is that of
// the program; where several logs stand in one, a line with its name goes before each.

import type { Operation } from '../../model/measurement.ts';
import { type BoardLog, type LogFigure, type LogFormat, type LogReading, type NumberedLine, numberedLines, refusal, toRaw } from './log.ts';
import { findOperation } from './names.ts';
import { toCount } from './numbers.ts';

const CYCLES = /^(keypair|keygen|encaps|decaps|sign|verify)\s+cycles\s*=\s*(.{0,60})$/;
const PERCENTILES = /^(keypair|keygen|encaps|decaps|sign|verify)\s+percentiles:\s*(\S.{0,400})$/;
const HEADER = /^percentile\s+(\d[\d ]{1,200})$/;
const NAME = /\bML-?(KEM|DSA)[-_ ]?(512|768|1024|44|65|87)\b/i;

export const MLKEM_NATIVE: LogFormat = {
  id: 'mlkem-native',
  title: 'benchmark of mlkem-native and mldsa-native',
  recognises: ({ lines }) => lines.some((line) => CYCLES.test(line.trim())),
  read,
};

/** One program's run. */
interface Block {
  readonly algorithm: string | undefined;
  readonly medians: Map<Operation, { readonly line: NumberedLine; readonly value: number }>;
  percents: readonly number[];
  readonly p99: Map<Operation, number>;
}

function read(log: BoardLog): LogReading {
  const blocks: Block[] = [];
  let algorithm: string | undefined;
  for (const line of numberedLines(log).map(({ number, text }) => ({ number, text: text.trim() }))) {
    const [, word = '', value = ''] = CYCLES.exec(line.text) ?? [];
    const operation = findOperation(word);
    const block = blocks.at(-1);
    if (operation !== undefined) {
      const open = operation === 'keygen' || block === undefined ? startBlock(log, blocks, { line, algorithm }) : block;
      if (operation === 'keygen') algorithm = undefined;
      if (open.medians.has(operation)) throw refusal(log, line.number, `${word} stands twice in one run`);
      open.medians.set(operation, { line, value: toCount({ log, line: line.number, what: `${word} cycles` }, value) });
    } else if (block !== undefined && HEADER.test(line.text)) block.percents = numbers(log, line, HEADER.exec(line.text)?.[1] ?? '');
    else if (block !== undefined && PERCENTILES.test(line.text)) readPercentiles(log, line, block);
    else algorithm = toName(line.text) ?? algorithm;
  }
  for (const block of blocks) requireWhole(log, block);
  return { figures: blocks.flatMap(toFigures) };
}

function toName(text: string): string | undefined {
  const [, family, set] = NAME.exec(text) ?? [];
  return set === undefined ? undefined : `ml-${family?.toLowerCase()}-${set}`;
}

interface Start {
  readonly line: NumberedLine;
  readonly algorithm: string | undefined;
}

function startBlock(log: BoardLog, blocks: Block[], { line, algorithm }: Start): Block {
  if (blocks.length > 0 && algorithm === undefined)
    throw refusal(log, line.number, 'a second run without the name of its parameter set before it: give each log by itself');
  const block: Block = { algorithm, medians: new Map(), percents: [], p99: new Map() };
  blocks.push(block);
  return block;
}

function numbers(log: BoardLog, { number, text }: NumberedLine, list: string): readonly number[] {
  return list
    .trim()
    .split(/\s+/)
    .map((each) => toCount({ log, line: number, what: text.slice(0, 20) }, each));
}

/** The 50th is the median of above, and no percentile is less than the one before it. */
function readPercentiles(log: BoardLog, line: NumberedLine, { percents, medians, p99 }: Block): void {
  const [, word = '', list = ''] = PERCENTILES.exec(line.text) ?? [];
  const values = numbers(log, line, list);
  const operation = findOperation(word);
  if (percents.length !== values.length || operation === undefined)
    throw refusal(log, line.number, `${word} percentiles: expected ${percents.length} numbers, got ${values.length}`);
  if (values.some((value, index) => index > 0 && value < (values[index - 1] ?? 0)))
    throw refusal(log, line.number, `${word} percentiles: expected numbers that do not fall`);
  const median = medians.get(operation)?.value;
  if (median !== undefined && percents.includes(50) && values[percents.indexOf(50)] !== median)
    throw refusal(log, line.number, `${word} percentiles: expected ${median} at 50, the median above, got ${values[percents.indexOf(50)]}`);
  const last = values[percents.indexOf(99)];
  if (last !== undefined) p99.set(operation, last);
}

function requireWhole(log: BoardLog, { medians, percents, p99 }: Block): void {
  const wanted: readonly Operation[] =
    medians.has('sign') || medians.has('verify') ? ['keygen', 'sign', 'verify'] : ['keygen', 'encaps', 'decaps'];
  const last = Math.max(...[...medians.values()].map(({ line }) => line.number));
  const missing = wanted.filter((operation) => !medians.has(operation));
  if (missing.length > 0) throw refusal(log, last, `expected ${missing.join(' and ')} behind: the log is cut`);
  if (percents.includes(99) && p99.size < medians.size)
    throw refusal(log, log.lines.length, `expected percentiles of ${medians.size} operations, got ${p99.size}: the log is cut`);
}

function toFigures({ algorithm, medians, p99 }: Block): readonly LogFigure[] {
  return [...medians].map(([operation, { line, value }]) => {
    const last = p99.get(operation);
    return {
      line: line.number,
      raw: toRaw(line.text),
      ...(algorithm === undefined ? {} : { algorithm }),
      operation,
      metric: 'cycles',
      value,
      statistic: 'median',
      ...(last === undefined ? {} : { spread: { p99: last } }),
    };
  });
}
