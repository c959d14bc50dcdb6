// The events of libcrux-iot's benchmarks (defmt): `l,0,<clock>,<title>` begins, `b,r,<name>,<run>` starts a run, `b,d,<name>,<run>,<cycles>` ends it;
// a stack is `b,d,stack,0,<bytes>` below a title that names set and operation. Titles of timings name no set: a line before them may.

import type { Operation } from '../../model/measurement.ts';
import { type BoardLog, type LogFormat, type LogReading, type NumberedLine, numberedLines, refusal, toRaw } from './log.ts';
import { findOperation } from './names.ts';
import { toCount } from './numbers.ts';
import { type LogRun, sumUpRuns } from './summary.ts';

// A logger may put a level before an event and a place behind it.
const EVENT = /(?:^|\s)([lb]),(r|d|0),([^,()\s][^,()]{0,60})(?:,([^,()]{0,80}))?(?:,([^,()\s]{0,40}))?\s*(?:\(.{0,200}\))?$/;
const SET = /\b(ML-(?:KEM|DSA))[ -](512|768|1024|44|65|87)\b(?:\s+(Key Generation|Encapsulation|Decapsulation|Signing|Verification))?/i;
const STACK_OPERATIONS: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ['key generation', 'keygen'],
  ['encapsulation', 'encaps'],
  ['decapsulation', 'decaps'],
  ['signing', 'sign'],
  ['verification', 'verify'],
]);

export const LIBCRUX_IOT: LogFormat = {
  id: 'libcrux-iot',
  title: 'events of libcrux-iot',
  recognises: ({ lines }) => lines.some((line) => /(?:^|\s)b,[rd],[a-z_]+,\d+/.test(line)),
  read,
};

/** What the lines above say of those below. */
interface State {
  algorithm?: string;
  operation?: Operation;
  open?: { readonly key: string; readonly line: number };
}

function read(log: BoardLog): LogReading {
  const state: State = {};
  const [runs, clocks]: [LogRun[], Set<number>] = [[], new Set()];
  for (const line of numberedLines(log)) {
    const [, kind, action = '', name = '', third, fourth] = (EVENT.exec(line.text) ?? []).map((field) => field?.trim());
    if (kind === undefined) {
      noteSet(state, line.text);
      if (/(?:^|\s)b,d,/.test(line.text))
        throw refusal(log, line.number, 'expected "b,d,<name>,<run>,<number>": the line is cut or broken');
    } else if (kind === 'l') {
      noteSet(state, third ?? '');
      if (name !== '0') clocks.add(toCount({ log, line: line.number, what: 'clock' }, name));
    } else if (action === 'r') startRun(log, state, { line, key: `${name},${third}` });
    else runs.push(endRun(log, state, { line, name, key: `${name},${third}`, value: fourth ?? '' }));
  }
  if (state.open !== undefined) throw refusal(log, state.open.line, `expected the end of ${state.open.key} behind: the log is cut`);
  if (clocks.size > 1) throw refusal(log, 1, `expected one clock, got ${[...clocks].join(', ')} Hz: give each log by itself`);
  const [clockHz] = clocks;
  return { figures: sumUpRuns(runs), facts: { implementation: 'libcrux-iot', ...(clockHz === undefined ? {} : { clockHz }) } };
}

function noteSet(state: State, text: string): void {
  const [, family, set, operation] = SET.exec(text) ?? [];
  if (set === undefined) return;
  state.algorithm = `${family}-${set}`;
  const found = operation === undefined ? undefined : STACK_OPERATIONS.get(operation.toLowerCase());
  if (found !== undefined) state.operation = found;
}

function startRun(log: BoardLog, state: State, { line, key }: { readonly line: NumberedLine; readonly key: string }): void {
  if (state.open !== undefined) throw refusal(log, line.number, `expected the end of ${state.open.key} before`);
  state.open = { key, line: line.number };
}

interface End {
  readonly line: NumberedLine;
  readonly name: string;
  readonly key: string;
  readonly value: string;
}

function endRun(log: BoardLog, state: State, { line, name, key, value }: End): LogRun {
  if (state.open?.key !== key) throw refusal(log, line.number, `expected "b,r,${key}" before it`);
  delete state.open;
  const stack = name === 'stack';
  const operation = stack ? state.operation : findOperation(name.replace(/^bench_/, ''));
  if (operation === undefined)
    throw refusal(log, line.number, `expected ${stack ? 'a title that names the operation' : 'an operation'}, got "${name}"`);
  const { algorithm } = state;
  return {
    line: line.number,
    raw: toRaw(line.text),
    ...(algorithm === undefined ? {} : { algorithm }),
    operation,
    metric: stack ? 'stackBytes' : 'cycles',
    value: toCount({ log, line: line.number, what: stack ? 'stack' : `${name} cycles` }, value),
  };
}
