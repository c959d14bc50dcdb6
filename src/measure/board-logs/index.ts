// Every format of board logs that is read, and the reading of one. A new format is a file here and its line in the list.

import { BENCHMARK_ACTION } from './benchmark-action.ts';
import { BOARD_PROGRAM } from './board-program.ts';
import { LIBCRUX_IOT } from './libcrux-iot.ts';
import { LIBOQS } from './liboqs.ts';
import { type LogFormat, type LogReading, refusal, requireWholeLines, toBoardLog } from './log.ts';
import { MLKEM_NATIVE } from './mlkem-native.ts';
import { MUPQ_CSV } from './mupq-csv.ts';
import { MUPQ_SERIAL } from './mupq-serial.ts';
import { OPENSSL_SPEED } from './openssl-speed.ts';
import { PQCBENCH } from './pqcbench.ts';
import { PQRV } from './pqrv.ts';
import { RP2040_CSV } from './rp2040-csv.ts';
import { SECUREMARK } from './securemark.ts';
import { WOLFCRYPT } from './wolfcrypt.ts';

/** Ours first: its program prints it on purpose, whatever else stands in a log. */
export const LOG_FORMATS: readonly LogFormat[] = [
  BOARD_PROGRAM,
  MUPQ_SERIAL,
  MUPQ_CSV,
  MLKEM_NATIVE,
  BENCHMARK_ACTION,
  WOLFCRYPT,
  SECUREMARK,
  OPENSSL_SPEED,
  LIBOQS,
  LIBCRUX_IOT,
  RP2040_CSV,
  PQCBENCH,
  PQRV,
];

/** A log that was read, with the format it is of. */
export interface ReadLog extends LogReading {
  readonly format: Pick<LogFormat, 'id' | 'title'>;
}

/**
 * Reads a log of any of the formats, or of the one that is named. Throws `bad-input` with the line where it is broken, cut, contradicts itself or is
 * of no format, and where no figure stands in it.
 */
export function readBoardLog(name: string, text: string, formatId?: string): ReadLog {
  const log = toBoardLog(name, text);
  const format = LOG_FORMATS.find(({ id, recognises }) => (formatId === undefined ? recognises(log) : id === formatId));
  if (format === undefined) {
    const known = LOG_FORMATS.map(({ title }) => title).join('; ');
    throw refusal(log, 1, `expected a log of one of: ${known}`);
  }
  const reading = format.read(log);
  if (reading.figures.length === 0) throw refusal(log, log.lines.length, `${format.title}: no figure stands in the log`);
  requireWholeLines(log, reading.figures);
  return { ...reading, format: { id: format.id, title: format.title } };
}
