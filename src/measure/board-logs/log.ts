// What every reader of board logs shares: the lines of a log, a figure as it stands there, and the refusal that names the line. A reader gives
// figures, or it throws; it never leaves out a line of its own format that it could not read.

import { PqreadyError } from '../../model/errors.ts';
import type { Measurement, Metric, Operation, Statistic } from '../../model/measurement.ts';
import type { Probes } from '../../model/projection.ts';

/** A log by its name, its lines without their ends. */
export interface BoardLog {
  readonly name: string;
  readonly lines: readonly string[];
  /** false: the last line has no end, so what stands on it may be cut */
  readonly ended: boolean;
}

/** A figure as a log gives it. */
export interface LogFigure {
  /** 1-based */
  readonly line: number;
  readonly raw: string;
  /** as it is written; absent where the format does not say */
  readonly algorithm?: string;
  readonly operation: Operation;
  readonly metric: Extract<Metric, 'cycles' | 'timeUs' | 'stackBytes' | 'codeBytes'>;
  readonly value: number;
  readonly statistic: Statistic;
  readonly n?: number;
  readonly spread?: Measurement['spread'];
  /** where the log names the build beside the figure */
  readonly implementation?: string;
  readonly note?: string;
}

/** What a log says of the whole of it. */
export interface LogFacts {
  readonly board?: string;
  readonly clockHz?: number;
  readonly compiler?: string;
  readonly flags?: string;
  readonly implementation?: string;
  readonly variant?: string;
}

/** What a reader found. */
export interface LogReading {
  readonly figures: readonly LogFigure[];
  readonly facts?: LogFacts;
  readonly probes?: Probes;
  /** what a reader of the figures must know: what was left out and why */
  readonly notes?: readonly string[];
}

/** One format, in one file. */
export interface LogFormat {
  readonly id: string;
  readonly title: string;
  /** whether the log is of this format: something that no other format has */
  readonly recognises: (log: BoardLog) => boolean;
  /** Throws `bad-input` with the line of what is broken. */
  readonly read: (log: BoardLog) => LogReading;
}

/** Longer lines stand in no format. */
const LONGEST_LINE = 4096;
/** More figures stand in no log: pqm4's table of every scheme has 1,400. */
const MOST_LINES = 500_000;
const RAW_CHARACTERS = 160;

// Colours and cursor moves of a terminal (ECMA-48 CSI), which monitors of serial lines leave in what they record.
const TERMINAL_CODE = /\u001b\[[0-9;?]{0,16}[A-Za-z]/g;

/** The lines of a log. Throws `bad-input` where it is no text of lines. */
export function toBoardLog(name: string, text: string): BoardLog {
  const whole = text.replace(/^\ufeff/, '').replace(TERMINAL_CODE, '');
  const lines = whole.split('\n').map(withoutReturns);
  const log = { name, lines: lines.at(-1) === '' ? lines.slice(0, -1) : lines, ended: lines.at(-1) === '' };
  if (log.lines.length > MOST_LINES) throw refusal(log, MOST_LINES, `expected at most ${MOST_LINES} lines, got ${log.lines.length}`);
  return log;
}

/** Serial lines end in LF, CR LF, LF CR or CR CR LF. */
function withoutReturns(line: string): string {
  let [from, to] = [0, line.length];
  while (from < to && line[from] === '\r') from += 1;
  while (to > from && line[to - 1] === '\r') to -= 1;
  return line.slice(from, to);
}

/** The error that names the line. What stands there is cut to a length that a terminal shows. */
export function refusal({ name }: Pick<BoardLog, 'name'>, line: number, problem: string): PqreadyError {
  return new PqreadyError('bad-input', `${name}:${line}: ${problem.replace(LONG_RUN, (run) => `${run.slice(0, SHOWN_OF_RUN)}…`)}`);
}

/** No word of a log is so long; what is, is no name and may be a secret that was printed beside. */
const LONG_RUN = /[0-9A-Za-z+/]{24,}/g;
const SHOWN_OF_RUN = 12;

/** A line as it is kept beside its figure. */
export function toRaw(line: string): string {
  return line.trim().slice(0, RAW_CHARACTERS);
}

/** A line with its 1-based number. */
export interface NumberedLine {
  readonly number: number;
  readonly text: string;
}

/** Every line with its number. A line that is too long for any format is empty. */
export function numberedLines({ lines }: BoardLog): readonly NumberedLine[] {
  return lines.map((text, index) => ({ number: index + 1, text: text.length > LONGEST_LINE ? '' : text }));
}

/** Throws where a figure stands on a last line that has no end: half of it may be missing. */
export function requireWholeLines(log: BoardLog, figures: readonly LogFigure[]): void {
  const last = log.lines.length;
  if (!log.ended && figures.some(({ line }) => line === last))
    throw refusal(log, last, 'expected the end of the line, the log ends within it: it may be cut in the middle of a number');
}
