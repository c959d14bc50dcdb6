// PQRV's benchmarks on RISC-V: `kyber_keypair: 308092 cycles`, `Sign with rand: 8361645 cycles`, and of Keccak-f[1600] `cycles/insts/CPI=…`. Operations
// are medians; signing is the mean over random messages. Signatures with a chosen number of rejections are no average and stand in no row.

import type { Operation } from '../../model/measurement.ts';
import { type BoardLog, type LogFigure, type LogFormat, type LogReading, type NumberedLine, numberedLines, refusal, toRaw } from './log.ts';
import { toCount } from './numbers.ts';

const ROW = /^([A-Za-z][\w ()-]{0,60}?)\s{0,20}:\s{0,60}(\S{1,40}) (cycles|ns|us|ms)?$/;
const KECCAK = /^KeccakF1600\s{0,20}cycles\/insts\/CPI=(\S{1,20})\/(\S{1,20})\/\S{1,20}$/;
const OPERATIONS: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ['kyber_keypair', 'keygen'],
  ['kyber_encaps', 'encaps'],
  ['kyber_decaps', 'decaps'],
  ['keypair', 'keygen'],
  ['sign with rand', 'sign'],
  ['verify', 'verify'],
]);
const CHOSEN_PATH = /^sign with(out)? .{0,20}rej$/;

export const PQRV: LogFormat = {
  id: 'pqrv',
  title: 'PQRV (RISC-V)',
  recognises: ({ lines }) =>
    lines.some((line) => /^(kyber_(keypair|encaps|decaps)|Sign with rand)\s*:/.test(line.trim()) || KECCAK.test(line.trim())),
  read,
};

function read(log: BoardLog): LogReading {
  const lines = numberedLines(log).map(({ number, text }) => ({ number, text: text.trim() }));
  const figures = lines.flatMap((line) => readRow(log, line));
  const keccakCycles = lines.map((line) => readKeccak(log, line)).find((cycles) => cycles !== undefined);
  const chosen = lines.some(({ text }) => CHOSEN_PATH.test(text.split(':')[0]?.trim().toLowerCase() ?? ''));
  return {
    figures,
    ...(keccakCycles === undefined ? {} : { probes: { keccakCycles } }),
    ...(chosen ? { notes: ['signatures with a chosen number of rejections are no average and stand in no row'] } : {}),
  };
}

function readRow(log: BoardLog, { number, text }: NumberedLine): readonly LogFigure[] {
  const word = text.split(':', 1)[0]?.trim().toLowerCase() ?? '';
  const operation = OPERATIONS.get(word);
  if (operation === undefined || !text.includes(':')) return [];
  const [, , value = '', unit] = ROW.exec(text) ?? [];
  if (unit !== 'cycles') throw refusal(log, number, `${word}: expected "<number> cycles", got "${toRaw(text.slice(word.length + 1))}"`);
  const cycles = toCount({ log, line: number, what: `${word} cycles` }, value);
  return [
    { line: number, raw: toRaw(text), operation, metric: 'cycles', value: cycles, statistic: operation === 'sign' ? 'mean' : 'median' },
  ];
}

function readKeccak(log: BoardLog, { number, text }: NumberedLine): number | undefined {
  const cycles = KECCAK.exec(text)?.[1];
  if (cycles !== undefined) return toCount({ log, line: number, what: 'KeccakF1600 cycles' }, cycles);
  if (/^KeccakF1600/.test(text)) throw refusal(log, number, 'expected "KeccakF1600 cycles/insts/CPI=<n>/<n>/<ratio>"');
  return undefined;
}
