// wolfCrypt's benchmark (wolfcrypt/benchmark/benchmark.c, bench_stats_asym_finish): `<name> <strength> <operation> <n> ops took <s> sec, avg <ms> ms,
// <rate> ops/sec`, with a curve in brackets since 5.6 and a tail of cycles on some ports. The count and the seconds are what was measured; average and
// rate follow from them, and some ports print the average wrong.

import { type BoardLog, type LogFigure, type LogFormat, type LogReading, type NumberedLine, numberedLines, refusal, toRaw } from './log.ts';
import { findOperation } from './names.ts';
import { requireAgreement, toAmount, toCount } from './numbers.ts';

const ROW = /^(\S.{0,100}?)\s+(\d{1,12}) ops took (\S{1,20}) sec, avg (\S{1,20}) ms,\s{0,20}(\S{1,20}) ops\/sec(?:,\s{0,20}(\S.{0,80}))?$/;
const MARK = / ops took /;
const VERSION = /^wolfSSL version (\S{1,20})$/;
const OPERATION = /^(.{1,90}?)[ -]+(key gen|key-gen|agree|sign|verify|encap|decap|public|private|kg)$/i;
const END = /^Benchmark complete$/;

export const WOLFCRYPT: LogFormat = {
  id: 'wolfcrypt',
  title: 'wolfCrypt benchmark',
  recognises: ({ lines }) => lines.some((line) => MARK.test(line)),
  read,
};

function read(log: BoardLog): LogReading {
  const lines = numberedLines(log).map(({ number, text }) => ({ number, text: text.trim() }));
  const rows = lines.filter(({ text }) => MARK.test(text)).map((line) => readRow(log, line));
  const left = rows.filter((row) => row === undefined).length;
  const version = lines.map(({ text }) => VERSION.exec(text)?.[1]).find((found) => found !== undefined);
  const cut = lines.some(({ text }) => /^wolfCrypt Benchmark/.test(text)) && !lines.some(({ text }) => END.test(text));
  return {
    figures: rows.filter((row) => row !== undefined),
    ...(version === undefined ? {} : { facts: { implementation: `wolfCrypt ${version}` } }),
    notes: [
      ...(left === 0 ? [] : [`${left} lines of operations that are none of ours stand in no row`]),
      ...(cut ? ['"Benchmark complete" is missing: more may have been measured than stands in the log'] : []),
      'cycles that some ports print are left out: their counter is often not that of the core',
    ],
  };
}

function readRow(log: BoardLog, { number, text }: NumberedLine): LogFigure | undefined {
  const [, label, count = '', seconds = '', average = '', rate = ''] = ROW.exec(text) ?? [];
  if (label === undefined) throw refusal(log, number, 'expected "… ops took … sec, avg … ms, … ops/sec", the line is cut or broken');
  const place = { log, line: number, what: label.slice(0, 60) };
  const n = toCount(place, count);
  const timeUs = (toAmount({ ...place, what: `${place.what}: seconds` }, seconds) * 1e6) / n;
  // three decimals of a second, of a millisecond and of a rate; the average is off by some per cent on ports that round it themselves
  requireAgreement(place, [toAmount(place, average) * 1e3, timeUs], { share: 0.02, rounding: 1 + 500 / n });
  requireAgreement(place, [1e6 / toAmount(place, rate), timeUs], { share: 0.02, rounding: 500 / n });
  const found = toOperation(label);
  if (found === undefined) return undefined;
  const value = Math.round(timeUs * 1000) / 1000;
  return { line: number, raw: toRaw(text), ...found, metric: 'timeUs', value, statistic: n === 1 ? 'single' : 'mean', n };
}

/** RSA's public operation verifies and its private one signs. */
const RSA_OPERATIONS: ReadonlyMap<string, string> = new Map([
  ['public', 'verify'],
  ['private', 'sign'],
]);

function toOperation(label: string): Pick<LogFigure, 'algorithm' | 'operation'> | undefined {
  const [, subject = '', word = ''] = OPERATION.exec(label) ?? [];
  const operation = findOperation(RSA_OPERATIONS.get(word.toLowerCase()) ?? word);
  return operation === undefined ? undefined : { algorithm: toName(subject), operation };
}

const CURVE = /^(\S{1,40})\s{0,20}\[\s{0,20}([^\]\s]{1,40})\s{0,20}\]/;
/** The last number is the strength in bits where one that names the set stands before it: `ML-KEM 768 192`, `KYBER512 128`. */
const STRENGTH = /^(.*\d\S*)\s+\d{2,3}$/;
/** `X25519` and `Ed25519` are written as words apart. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['CURVE 25519', 'X25519'],
  ['CURVE 448', 'X448'],
  ['ED 25519', 'Ed25519'],
  ['ED 448', 'Ed448'],
]);

function toName(subject: string): string {
  const [, scheme, curve] = CURVE.exec(subject) ?? [];
  if (scheme !== undefined) return `${scheme.replace(/^ECDHE$/, 'ECDH').replace(/^ECC$/, 'EC')} ${curve}`;
  const words = subject.replace(/\s+/g, ' ').trim();
  const name = STRENGTH.exec(words)?.[1] ?? words;
  return SPELLINGS.get(name.toUpperCase()) ?? name;
}
