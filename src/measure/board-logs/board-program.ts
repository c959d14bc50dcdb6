// What the program of `pqready bench emit` prints: facts, a line for each run, the probes, and at the end how many of them there were and a checksum
// over them, so that a log that is cut or garbled on the line is seen. docs/board-logs.md has the grammar.

import type { Probes } from '../../model/projection.ts';
import { type BoardLog, type LogFacts, type LogFormat, type LogReading, type NumberedLine, numberedLines, refusal, toRaw } from './log.ts';
import { findOperation } from './names.ts';
import { toCount } from './numbers.ts';
import { type LogRun, sumUpRuns } from './summary.ts';

const BEGIN = /^pqready-board (\S{1,8})$/;
const FACT = /^(board|clock|compiler|flags|implementation|build|counter): (\S.{0,300})$/;
const RUN = /^run (\S{1,30}) (\S{1,12}) (\S{1,20}) (\S{1,10}) stack (\S{1,12})$/;
const PROBE = /^probe (keccak|mlkem-ntt|mldsa-ntt) (\S{1,20}) (\S{1,10})$/;
const END = /^end (\d{1,9}) ([0-9a-f]{8})$/;

export const BOARD_PROGRAM: LogFormat = {
  id: 'board-program',
  title: 'the program of pqready bench emit',
  recognises: ({ lines }) => lines.some((line) => BEGIN.test(line.trim())),
  read,
};

function read(log: BoardLog): LogReading {
  const all = numberedLines(log).map(({ number, text }) => ({ number, text: text.trim() }));
  const begun = all.findLastIndex(({ text }) => BEGIN.test(text));
  const lines = all.slice(begun);
  const [first] = lines;
  if (first === undefined || BEGIN.exec(first.text)?.[1] !== '1')
    throw refusal(log, first?.number ?? 1, 'expected "pqready-board 1": this pqready reads no other version');
  const ended = lines.findIndex(({ text }) => END.test(text));
  if (ended < 0) throw refusal(log, log.lines.length, 'expected "end <lines> <checksum>": the log is cut');
  const body = lines.slice(1, ended).filter(({ text }) => /^(run|probe) /.test(text));
  requireSame(log, lines[ended], body);
  const wrong = lines.slice(0, ended).find(({ text }) => text.startsWith('wrong '));
  if (wrong !== undefined)
    throw refusal(log, wrong.number, `the board says "${toRaw(wrong.text)}": a result was wrong, so there is no figure`);
  const runs = body.filter(({ text }) => text.startsWith('run ')).flatMap((line) => readRun(log, line));
  const probes = readProbes(log, body);
  return {
    figures: sumUpRuns(runs),
    facts: readFacts(log, lines.slice(0, ended)),
    ...(Object.keys(probes).length === 0 ? {} : { probes }),
  };
}

/** Sum of the characters of each line, rotated by one bit a line: 32 bits, as the program computes it. */
export function checksumOf(lines: readonly string[]): string {
  let sum = 0;
  for (const line of lines) {
    for (const character of line) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
    sum = ((sum << 1) | (sum >>> 31)) >>> 0;
  }
  return sum.toString(16).padStart(8, '0');
}

function requireSame(log: BoardLog, end: NumberedLine | undefined, body: readonly NumberedLine[]): void {
  const [, count, checksum] = END.exec(end?.text ?? '') ?? [];
  const line = end?.number ?? log.lines.length;
  if (Number(count) !== body.length)
    throw refusal(log, line, `expected ${count} lines of runs and probes, got ${body.length}: lines were lost`);
  if (checksumOf(body.map(({ text }) => text)) !== checksum)
    throw refusal(log, line, 'the checksum of the runs is another: characters were lost or changed on the line');
}

function readRun(log: BoardLog, { number, text }: NumberedLine): readonly LogRun[] {
  const [, algorithm, word = '', value = '', unit, stack = ''] = RUN.exec(text) ?? [];
  const operation = findOperation(word);
  if (algorithm === undefined || operation === undefined || (unit !== 'cycles' && unit !== 'us'))
    throw refusal(log, number, 'expected "run <algorithm> <operation> <number> cycles|us stack <bytes>"');
  const place = { log, line: number, what: `${algorithm} ${operation}` };
  const shared = { line: number, raw: toRaw(text), algorithm, operation };
  const time: LogRun = { ...shared, metric: unit === 'us' ? 'timeUs' : 'cycles', value: toCount(place, value) };
  // 0: this port cannot see its stack
  return stack === '0'
    ? [time]
    : [time, { ...shared, metric: 'stackBytes', value: toCount({ ...place, what: `${place.what}: stack` }, stack) }];
}

const PROBE_NAMES: Readonly<Record<string, keyof Probes>> = {
  keccak: 'keccakCycles',
  'mlkem-ntt': 'mlKemNttCycles',
  'mldsa-ntt': 'mlDsaNttCycles',
};

/** Probes in cycles alone: a time would need the clock, which may be unknown. */
function readProbes(log: BoardLog, body: readonly NumberedLine[]): Probes {
  const found = body.flatMap(({ number, text }): readonly (readonly [keyof Probes, number])[] => {
    if (!text.startsWith('probe ')) return [];
    const [, name = '', value = '', unit] = PROBE.exec(text) ?? [];
    const field = Object.hasOwn(PROBE_NAMES, name) ? PROBE_NAMES[name] : undefined;
    if (field === undefined || (unit !== 'cycles' && unit !== 'us'))
      throw refusal(log, number, 'expected "probe keccak|mlkem-ntt|mldsa-ntt <number> cycles|us"');
    const cycles = toCount({ log, line: number, what: `probe ${name}` }, value);
    return unit === 'cycles' ? [[field, cycles]] : [];
  });
  return Object.fromEntries(found);
}

function readFacts(log: BoardLog, lines: readonly NumberedLine[]): LogFacts {
  const facts = new Map<string, NumberedLine>();
  for (const { number, text } of lines) {
    const [, name, value] = FACT.exec(text) ?? [];
    if (name !== undefined && value !== undefined && value !== 'unknown') facts.set(name, { number, text: value });
  }
  const textOf = (name: string): string | undefined => facts.get(name)?.text;
  const clock = facts.get('clock');
  const [board, compiler, flags, implementation, variant] = ['board', 'compiler', 'flags', 'implementation', 'build'].map(textOf);
  return {
    ...(board === undefined ? {} : { board }),
    ...(clock === undefined ? {} : { clockHz: toCount({ log, line: clock.number, what: 'clock' }, clock.text) }),
    ...(compiler === undefined ? {} : { compiler }),
    ...(flags === undefined ? {} : { flags }),
    ...(implementation === undefined ? {} : { implementation }),
    ...(variant === undefined ? {} : { variant }),
  };
}
