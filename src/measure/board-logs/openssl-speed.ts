// `openssl speed`, plain and -mr (apps/speed.c of OpenSSL 3.0 to 3.6): tables of seconds and rates below a header, and on stderr how often each
// operation ran in which time. With -mr the rates carry no names: those stand on stderr (`+DTP:`, `+R15:`), which must be in the log too.

import type { Operation } from '../../model/measurement.ts';
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
import { requireAgreement, toAmount, toCount } from './numbers.ts';

const TIMED: ReadonlySet<string> = new Set(['sign', 'signs', 'verify', 'keygen', 'encaps', 'decaps', 'encrypt', 'decrypt', 'op']);
const MACHINE = /^\+(?:F\d{1,2}|R\d{1,2}|DTP):/;
const COUNTED = /(?:^|: )(\d{1,15}) (\S{1,60}) (?:KEM|signature) (keygen|encaps|decaps|sign|verify) ops in (\S{1,12})s\s*$/;

export const OPENSSL_SPEED: LogFormat = {
  id: 'openssl-speed',
  title: 'openssl speed, plain and -mr',
  recognises: ({ lines }) => lines.some((line) => MACHINE.test(line) || isHeader(line) || COUNTED.test(line)),
  read,
};

function read(log: BoardLog): LogReading {
  const lines = numberedLines(log);
  const counts = new Map(lines.flatMap((line) => readCounted(log, line)));
  const tables = readTables(log, lines, counts);
  const machine = readMachine(log, lines);
  return { figures: [...tables, ...machine], facts: factsOf(lines) };
}

/** `  sign    verify    sign/s verify/s`: words of operations, then as many rates. */
function isHeader(line: string): boolean {
  if (!/^ {2}/.test(line) || !line.includes('/s')) return false;
  const words = line.trim().split(/ +/, 17);
  const times = words.filter((word) => TIMED.has(word)).length;
  return times > 0 && words.length === 2 * times && words.slice(times).every((word) => word.endsWith('/s'));
}

/** How often an operation ran, by its name and operation. */
type Counts = ReadonlyMap<string, number>;

function readCounted(log: BoardLog, { number, text }: NumberedLine): readonly (readonly [string, number])[] {
  const [, count = '', name = '', word = ''] = COUNTED.exec(text) ?? [];
  return name === '' ? [] : [[`${name} ${findOperation(word)}`, toCount({ log, line: number, what: `${name} ${word}` }, count)]];
}

/** A table's columns: the operations of its seconds, in order; its rates follow in the same order. */
type Columns = readonly string[];

function readTables(log: BoardLog, lines: readonly NumberedLine[], counts: Counts): readonly LogFigure[] {
  const figures: LogFigure[] = [];
  let columns: Columns | undefined;
  for (const line of lines) {
    if (isHeader(line.text))
      columns = line.text
        .trim()
        .split(/\s+/)
        .filter((word) => !word.includes('/'));
    else if (columns !== undefined && /\d\.\d+s(\s|$)/.test(line.text)) figures.push(...readRow(log, { line, columns, counts }));
    else if (line.text.trim() !== '') columns = undefined;
  }
  return figures;
}

interface Row {
  readonly line: NumberedLine;
  readonly columns: Columns;
  readonly counts: Counts;
}

function readRow(log: BoardLog, { line, columns, counts }: Row): readonly LogFigure[] {
  const words = line.text.trim().split(/\s+/);
  const first = words.findIndex((word) => /^\d{1,9}\.\d{1,9}s$/.test(word));
  const name = words.slice(0, first).join(' ');
  // The table of a single operation (`op`) has one time and one rate.
  const [times, rates] = [words.slice(first, first + columns.length), words.slice(first + columns.length)];
  if (name === '' || rates.length !== columns.length || times.some((word) => !/^\d{1,9}\.\d{1,9}s$/.test(word)))
    throw refusal(
      log,
      line.number,
      `expected ${columns.length} times in s and as many rates, got "${toRaw(line.text).slice(-60)}": the line is cut or broken`,
    );
  return columns.flatMap((column, index): readonly LogFigure[] => {
    const operation = column === 'op' ? 'keyagree' : findOperation(column);
    if (operation === undefined) return [];
    const algorithm = toName(name);
    const n = counts.get(`${algorithm} ${operation}`);
    const value = toMicroseconds(log, { line, time: times[index] ?? '', rate: rates[index] ?? '', what: `${algorithm} ${operation}` });
    return [
      {
        line: line.number,
        raw: toRaw(line.text),
        algorithm,
        operation,
        metric: 'timeUs',
        value,
        statistic: 'mean',
        ...(n === undefined ? {} : { n }),
      },
    ];
  });
}

interface Cell {
  readonly line: NumberedLine;
  /** `0.000246s` */
  readonly time: string;
  readonly rate: string;
  readonly what: string;
}

/** Seconds have four to six decimals and rates one: the one with more digits is taken, and the other must agree. */
function toMicroseconds(log: BoardLog, { line, time, rate, what }: Cell): number {
  const place = { log, line: line.number, what };
  const decimals = time.length - time.indexOf('.') - 2;
  const seconds = Number(time.slice(0, -1));
  const perSecond = Number(rate);
  if (!/^\d{1,12}\.\d$/.test(rate) || (seconds === 0 && perSecond === 0))
    throw refusal(log, line.number, `${what}: expected a rate, got "${rate.slice(0, 20)}"`);
  const [roundedTime, roundedRate] = [0.5 * 10 ** -decimals, 0.05];
  if (perSecond > 0)
    requireAgreement(place, [seconds, 1 / perSecond], { share: 0.001, rounding: roundedTime + roundedRate / perSecond ** 2 });
  const byTime = perSecond === 0 || (seconds > 0 && roundedTime / seconds < roundedRate / perSecond);
  return Math.round((byTime ? seconds * 1e6 : 1e6 / perSecond) * 1000) / 1000;
}

const BITS = /^(\d{3,5}) bits (\S{1,40})(?: \(([^)]{1,60})\))?$/;
const RSA = /^(rsa|dsa) (\d{3,5}) bits$/i;

/** `256 bits ecdsa (nistp256)` → `ecdsa nistp256`; a curve that is a scheme of its own stands alone. */
function toName(written: string): string {
  const [, kind, bits] = RSA.exec(written) ?? [];
  if (kind !== undefined) return `${kind} ${bits}`;
  const [, size, scheme = '', curve] = BITS.exec(written) ?? [];
  if (size === undefined) return written;
  if (curve === undefined) return `${scheme} ${size}`;
  return /^(x25519|x448|ed25519|ed448)$/i.test(curve) ? curve : `${scheme} ${curve}`;
}

/** Lines of -mr, in order: what is done (`+DTP:ML-KEM-768:keygen:10`), how it went (`+R15:<n>:…:<seconds>`), and at the end the rates (`+F9:…`). */
function readMachine(log: BoardLog, lines: readonly NumberedLine[]): readonly LogFigure[] {
  const figures: LogFigure[] = [];
  let doing: { readonly name: string; readonly word: string } | undefined;
  for (const line of lines) {
    const fields = line.text.trim().split(':');
    const [tag = ''] = fields;
    if (tag === '+DTP') {
      if (doing !== undefined) throw refusal(log, line.number, `expected the result of ${doing.name} ${doing.word} before`);
      doing = toDoing(fields);
    } else if (/^\+R\d+$/.test(tag) && doing !== undefined) {
      figures.push(...readRun(log, { line, fields, ...doing }));
      doing = undefined;
    }
  }
  const rates = lines.filter(({ text }) => /^\+F\d+:/.test(text));
  const [first] = rates;
  if (first !== undefined && figures.length === 0)
    throw refusal(
      log,
      first.number,
      'the rates of -mr carry no names: keep what goes to stderr in the log too (openssl speed -mr … > log 2>&1)',
    );
  if (doing !== undefined) throw refusal(log, log.lines.length, `expected the result of ${doing.name} ${doing.word}: the log is cut`);
  return figures;
}

/** KEMs and signatures of providers have name and operation; the older ones bits, operation and name. */
function toDoing(fields: readonly string[]): { readonly name: string; readonly word: string } | undefined {
  const [, first = '', second = '', third = ''] = fields;
  if (fields.length === 4) return { name: first, word: second };
  if (fields.length !== 5) return undefined;
  const word = third === 'rsa' || third === 'dsa' ? (RSA_WORDS.get(second) ?? second) : third === 'ecdh' ? 'derive' : second;
  return { name: /^ed/i.test(third) ? third : `${third} ${first}`, word };
}

const RSA_WORDS: ReadonlyMap<string, string> = new Map([
  ['private', 'sign'],
  ['public', 'verify'],
  ['sign', 'sign'],
  ['verify', 'verify'],
]);

interface MachineRun {
  readonly line: NumberedLine;
  readonly fields: readonly string[];
  readonly name: string;
  readonly word: string;
}

function readRun(log: BoardLog, { line, fields, name, word }: MachineRun): readonly LogFigure[] {
  const operation: Operation | undefined = findOperation(word);
  if (operation === undefined) return [];
  const place = { log, line: line.number, what: `${name} ${word}` };
  const seconds = fields.at(-1) ?? '';
  if (fields.length < 4 || !/^\d{1,9}\.\d\d$/.test(seconds))
    throw refusal(log, line.number, `${place.what}: expected a count and seconds: the line is cut or broken`);
  const n = toCount(place, fields[1] ?? '');
  const value = Math.round(((toAmount(place, seconds) * 1e6) / n) * 1000) / 1000;
  return [
    {
      line: line.number,
      raw: toRaw(line.text),
      algorithm: name,
      operation,
      metric: 'timeUs',
      value,
      statistic: n === 1 ? 'single' : 'mean',
      n,
    },
  ];
}

function factsOf(lines: readonly NumberedLine[]): LogFacts {
  const version = lines.map(({ text }) => /^version: (\S{1,40})/.exec(text)?.[1]).find((found) => found !== undefined);
  const compiler = lines.map(({ text }) => /^compiler: (\S{1,40})(?: (\S.{0,400}))?$/.exec(text)).find((found) => found !== null);
  return {
    ...(version === undefined ? {} : { implementation: `OpenSSL ${version}` }),
    ...(compiler?.[1] === undefined ? {} : { compiler: compiler[1] }),
    ...(compiler?.[2] === undefined ? {} : { flags: compiler[2] }),
  };
}
