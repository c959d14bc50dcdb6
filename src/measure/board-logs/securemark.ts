// EEMBC SecureMark-TLS: its self-hosted program (`Component #05 ips=… crc=… expected_crc=…`) and its monitor's messages (`m-ecdsa_sign-iterations-<n>`,
// `m-lap-us-<t>` before and after). Classical public-key operations on P-256 alone; it has no post-quantum ones.

import type { Operation } from '../../model/measurement.ts';
import { type BoardLog, type LogFigure, type LogFormat, type LogReading, type NumberedLine, numberedLines, refusal, toRaw } from './log.ts';
import { toAmount, toCount } from './numbers.ts';

const COMPONENT = /^Component #(\d{1,3}):?\s.*?ips=\s{0,20}(\S{1,30}) crc=0x([0-9a-f]{1,8}) expected(?:_crc)?=0x([0-9a-f]{1,8})/i;
const SCORE = /^SecureMark-TLS Score is /;
const MESSAGE = /^m-(ecdh|ecdsa_sign|ecdsa_verify)-(?:iterations-(\S{1,20})|(start|finish))$/;
const LAP = /^m-lap-us-(\S{1,20})$/;

type Task = 'ecdh' | 'ecdsa_sign' | 'ecdsa_verify';
const TASKS: Readonly<Record<Task, { readonly algorithm: string; readonly operation: Operation }>> = {
  ecdh: { algorithm: 'ECDH secp256r1', operation: 'keyagree' },
  ecdsa_sign: { algorithm: 'ECDSA secp256r1', operation: 'sign' },
  ecdsa_verify: { algorithm: 'ECDSA secp256r1', operation: 'verify' },
};
/** Places in the list of fourteen of the self-hosted program. */
const COMPONENTS: ReadonlyMap<number, Task> = new Map([
  [5, 'ecdh'],
  [6, 'ecdsa_sign'],
  [7, 'ecdsa_verify'],
]);
const COMPONENT_COUNT = 14;

export const SECUREMARK: LogFormat = {
  id: 'securemark',
  title: 'SecureMark-TLS',
  recognises: ({ lines }) => lines.some((line) => /^Component #\d+.* ips=/.test(line) || MESSAGE.test(line.trim())),
  read,
};

function read(log: BoardLog): LogReading {
  const lines = numberedLines(log).map(({ number, text }) => ({ number, text: text.trim() }));
  const components = lines.filter(({ text }) => /^Component #\d+.* ips=/.test(text));
  const figures = components.length > 0 ? readComponents(log, lines, components) : readMessages(log, lines);
  return { figures, notes: ['symmetric components stand in no row'] };
}

function readComponents(log: BoardLog, lines: readonly NumberedLine[], components: readonly NumberedLine[]): readonly LogFigure[] {
  if (!lines.some(({ text }) => SCORE.test(text)) || components.length !== COMPONENT_COUNT)
    throw refusal(
      log,
      log.lines.length,
      `expected ${COMPONENT_COUNT} components and the score, got ${components.length}: the log is cut, or of another version`,
    );
  return components.flatMap(({ number, text }, index): readonly LogFigure[] => {
    const [, , rate = '', crc, expected] = COMPONENT.exec(text) ?? [];
    if (crc === undefined) throw refusal(log, number, 'expected "ips=… crc=0x… expected_crc=0x…": the line is cut or broken');
    const task = COMPONENTS.get(index);
    if (task === undefined) return [];
    if (crc !== expected) throw refusal(log, number, `the result is wrong (crc 0x${crc}, expected 0x${expected}), so there is no figure`);
    const value = 1e6 / toAmount({ log, line: number, what: `${task}: iterations per second` }, rate);
    return [
      { line: number, raw: toRaw(text), ...TASKS[task], metric: 'timeUs', value: Math.round(value * 1000) / 1000, statistic: 'mean' },
    ];
  });
}

/** One task of the monitor as it goes on. */
interface Running {
  readonly task: Task;
  readonly line: number;
  readonly n: number;
  readonly laps: number[];
}

function readMessages(log: BoardLog, lines: readonly NumberedLine[]): readonly LogFigure[] {
  const figures: LogFigure[] = [];
  let running: Running | undefined;
  for (const { number, text } of lines) {
    const [, name, iterations, mark] = MESSAGE.exec(text) ?? [];
    const task = name === 'ecdh' || name === 'ecdsa_sign' || name === 'ecdsa_verify' ? name : undefined;
    const lap = LAP.exec(text)?.[1];
    if (/^e-ec/.test(text)) throw refusal(log, number, `the board says "${toRaw(text)}"`);
    if (task !== undefined && iterations !== undefined) {
      if (running !== undefined) throw refusal(log, number, `expected the end of ${running.task} before`);
      running = { task, line: number, n: toCount({ log, line: number, what: `${task} iterations` }, iterations), laps: [] };
    } else if (lap !== undefined) running?.laps.push(toAmount({ log, line: number, what: 'm-lap-us' }, lap));
    else if (mark === 'finish' && running !== undefined) {
      figures.push(toFigure(log, number, running));
      running = undefined;
    }
  }
  if (running !== undefined) throw refusal(log, lines.length, `expected m-${running.task}-finish: the log is cut`);
  return figures;
}

function toFigure(log: BoardLog, line: number, { task, line: begun, n, laps }: Running): LogFigure {
  const [from, to] = laps;
  if (from === undefined || to === undefined || laps.length !== 2 || to <= from)
    throw refusal(log, line, `${task}: expected two times of m-lap-us, the second after the first, got ${laps.length}`);
  const value = Math.round(((to - from) / n) * 1000) / 1000;
  return {
    line: begun,
    raw: `m-${task}-iterations-${n}, ${to - from} us`,
    ...TASKS[task],
    metric: 'timeUs',
    value,
    statistic: n === 1 ? 'single' : 'mean',
    n,
  };
}
