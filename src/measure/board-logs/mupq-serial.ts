// What pqm3, pqm4 and their descendants print on the serial line: a label, its number on the line below, for each operation; `=` begins, `+` ends
// an iteration, `#` ends all. mupq crypto_kem/speed.c, crypto_sign/speed.c, stack.c, hashing.c. The files that mupq.py keeps of it have no frame.

import type { Operation } from '../../model/measurement.ts';
import { type BoardLog, type LogFormat, type LogReading, type NumberedLine, numberedLines, refusal, toRaw } from './log.ts';
import { findOperation } from './names.ts';
import { toCount } from './numbers.ts';
import { type LogRun, sumUpRuns } from './summary.ts';

const BEGIN = /^={10,}$/;
const LABEL = /^(keypair|encaps|decaps|sign|verify) (cycles|stack usage|hash cycles)\s{0,8}:\s{0,8}(\S{0,40})$/;
const HASHING_LEFT_OUT = 'cycles of hashing alone are parts of an operation and stand in no row';

export const MUPQ_SERIAL: LogFormat = {
  id: 'mupq-serial',
  title: 'pqm3 and pqm4, serial line',
  recognises: ({ lines }) => lines.some((line) => LABEL.test(line.trim())),
  read,
};

function read(log: BoardLog): LogReading {
  const lines = numberedLines(log).map(({ number, text }) => ({ number, text: text.trim() }));
  requireFramesEnded(log, lines);
  const broken = lines.find(({ text }) => /^ERROR\b/.test(text));
  if (broken !== undefined) throw refusal(log, broken.number, `the board says "${toRaw(broken.text)}": its results are wrong`);
  const runs = lines.flatMap((line, index) => readLabel(log, { line, next: lines[index + 1] }));
  requireWholeIterations(log, runs);
  const hashing = lines.some(({ text }) => LABEL.exec(text)?.[2] === 'hash cycles');
  return { figures: sumUpRuns(runs), ...(hashing ? { notes: [HASHING_LEFT_OUT] } : {}) };
}

interface Label {
  readonly line: NumberedLine;
  readonly next: NumberedLine | undefined;
}

function readLabel(log: BoardLog, { line, next }: Label): readonly LogRun[] {
  const [, name = '', what = '', beside = ''] = LABEL.exec(line.text) ?? [];
  const operation = findOperation(name);
  if (operation === undefined) return [];
  const place = { log, line: beside === '' ? line.number + 1 : line.number, what: `${name} ${what}` };
  // The number printer ends its line: without an end the number may go on.
  if (beside === '' && (next === undefined || (next.number === log.lines.length && !log.ended)))
    throw refusal(log, line.number, `${place.what}: expected a number on a line of its own, the log ends before`);
  const value = toCount(place, beside === '' ? (next?.text ?? '') : beside);
  if (what === 'hash cycles') return [];
  const raw = `${line.text} ${beside === '' ? (next?.text ?? '') : ''}`;
  return [{ line: place.line, raw: toRaw(raw), operation, metric: what === 'cycles' ? 'cycles' : 'stackBytes', value }];
}

function requireFramesEnded(log: BoardLog, lines: readonly NumberedLine[]): void {
  let open: number | undefined;
  for (const { number, text } of lines) {
    if (BEGIN.test(text)) {
      if (open !== undefined && lines.slice(open, number - 1).some((line) => LABEL.test(line.text)))
        throw refusal(log, number, `expected "#", the end of what began on line ${open}`);
      open = number;
    } else if (text === '#') open = undefined;
  }
  if (open !== undefined) throw refusal(log, lines.length, `expected "#", the end of what began on line ${open}: the log is cut`);
}

const KEM: readonly Operation[] = ['keygen', 'encaps', 'decaps'];
const SIGNATURE: readonly Operation[] = ['keygen', 'sign', 'verify'];

/** Every iteration does all three operations. */
function requireWholeIterations(log: BoardLog, runs: readonly LogRun[]): void {
  for (const metric of ['cycles', 'stackBytes'] as const) {
    const own = runs.filter((run) => run.metric === metric);
    const last = own.at(-1);
    if (last === undefined) continue;
    const signs = own.some(({ operation }) => operation === 'sign' || operation === 'verify');
    const counts = (signs ? SIGNATURE : KEM).map((operation) => own.filter((run) => run.operation === operation).length);
    const mixed = signs && own.some(({ operation }) => operation === 'encaps' || operation === 'decaps');
    if (mixed) throw refusal(log, last.line, 'expected the operations of one scheme, got those of a KEM and of a signature scheme');
    if (new Set(counts).size !== 1)
      throw refusal(log, last.line, `expected as many of each operation, got ${counts.join(', ')}: an iteration is cut`);
  }
}
