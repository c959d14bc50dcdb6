// A board's log as measurements: the figures of its reader with what the operator and the log say of board, clock, compiler, flags and
// implementation. What nobody says is unknown, is called so in every figure, and keeps the figures from being anchors of a projection.

import { findLatticeScheme, workOf } from '../cost/work.ts';
import { PqreadyError } from '../model/errors.ts';
import type { BoardMeasurement, BuildKind } from '../model/measurement.ts';
import type { AnchorRow, Anchors, Probes } from '../model/projection.ts';
import type { TargetProfile } from '../model/target.ts';
import { type ReadLog, readBoardLog } from './board-logs/index.ts';
import type { LogFacts, LogFigure } from './board-logs/log.ts';
import { type LogAlgorithm, toLogAlgorithm } from './board-logs/names.ts';

/** What may be said of a log beside it. What the log says itself must agree. */
export interface LogMetadata extends LogFacts {
  /** where the log does not name it: `ml-kem-768` */
  readonly algorithm?: string;
  readonly class?: 'assembly' | 'c' | 'low-ram';
  readonly waitStates?: number;
  /** how Keccak is built: `C`, `assembly`, `hardware` */
  readonly keccak?: string;
  readonly revision?: 'fips' | 'round-3';
}

/** Without these no figure is projected to another operation or board. */
export const NEEDED_FACTS = ['board', 'clockHz', 'compiler', 'flags', 'implementation'] as const;
export type NeededFact = (typeof NEEDED_FACTS)[number];

/** A log that was imported; `assess --measurements` reads its JSON. */
export interface ImportedLog {
  readonly schemaVersion: 1;
  /** the profile of the board; without one the figures are shown and decide nothing */
  readonly target?: string;
  readonly log: { readonly file: string; readonly sha256: string; readonly format: string; readonly title: string };
  readonly metadata: LogMetadata;
  readonly unknown: readonly NeededFact[];
  readonly probes?: Probes;
  readonly notes: readonly string[];
  readonly measurements: readonly BoardMeasurement[];
}

/** A log's text and what is said of it. */
export interface LogToImport {
  readonly file: string;
  readonly sha256: string;
  readonly text: string;
  readonly format?: string;
  readonly metadata: LogMetadata;
  /** the profile that `metadata.board`, or the log's own board, is of */
  readonly findTarget: (board: string) => TargetProfile | undefined;
}

/** Reads a log. Throws `bad-input` with the line of what is broken or impossible, and `usage` where a flag contradicts the log. */
export function importLog({ file, sha256, text, format, metadata: said, findTarget }: LogToImport): ImportedLog {
  const read = readBoardLog(file, text, format);
  const metadata = joinFacts(said, read.facts ?? {});
  const named = read.figures.map((figure) => ({ figure, ...nameOf(figure, metadata, file) }));
  for (const each of named) requirePossible(each, metadata, file);
  const unknown = NEEDED_FACTS.filter((fact) => metadata[fact] === undefined);
  const target = metadata.board === undefined ? undefined : findTarget(metadata.board);
  return {
    schemaVersion: 1,
    ...(target === undefined ? {} : { target: target.id }),
    log: { file, sha256, format: read.format.id, title: read.format.title },
    metadata,
    unknown,
    ...(read.probes === undefined ? {} : { probes: read.probes }),
    notes: notesOf(read, { metadata, unknown, target, named }),
    measurements: named.map((each) => toMeasurement(each, metadata, file)),
  };
}

/** What a flag says goes where the log is silent; where both speak they must say the same. */
function joinFacts(said: LogMetadata, log: LogFacts): LogMetadata {
  if (said.clockHz !== undefined && log.clockHz !== undefined && said.clockHz !== log.clockHz)
    throw new PqreadyError('usage', `--clock: the log says ${log.clockHz} Hz, got ${said.clockHz}`);
  if (said.board !== undefined && log.board !== undefined && said.board.toLowerCase() !== log.board.toLowerCase())
    throw new PqreadyError('usage', `--board: the log says "${log.board}", got "${said.board}"`);
  return { ...log, ...said };
}

interface Named extends LogAlgorithm {
  readonly figure: LogFigure;
}

function nameOf({ algorithm, line }: LogFigure, metadata: LogMetadata, file: string): LogAlgorithm {
  if (algorithm !== undefined) return toLogAlgorithm(algorithm);
  if (metadata.algorithm === undefined)
    throw new PqreadyError('usage', `${file}:${line}: the log does not name its algorithm: --algorithm ml-kem-768`);
  const named = toLogAlgorithm(metadata.algorithm);
  if (named.algorithm === 'unrecognised')
    throw new PqreadyError('unknown-id', `--algorithm: expected an algorithm, got "${metadata.algorithm}"`);
  return named;
}

/** Cycles that no core could do the standard's work in, and times that no clock could. */
function requirePossible(named: Named, { clockHz }: LogMetadata, file: string): void {
  const { metric, line } = named.figure;
  if (metric === 'stackBytes' || metric === 'codeBytes') return;
  // A time without a clock is possible where some clock makes it so.
  const clocks = metric === 'cycles' ? [1e6] : clockHz === undefined ? [SLOWEST_HZ, FASTEST_HZ] : [clockHz];
  const [problem, ...others] = clocks.map((clock) => findImpossible(named, clock));
  if (problem === undefined || others.includes(undefined)) return;
  throw new PqreadyError(
    'bad-input',
    `${file}:${line}: impossible figure: ${problem}; wrong unit${clockHz === undefined ? '' : ' or clock'}?`,
  );
}

const SLOWEST_HZ = 1e6;
const FASTEST_HZ = 8e9;
/**
 * Cycles of a whole operation for each Keccak permutation that its standard asks for. The fastest published (mlkem-native with AVX2) takes some 500, and
 * eight permutations at once would take more than the least; a Cortex-M4 takes 20,000, and no build that anybody runs takes the most.
 */
const PLAUSIBLE = { least: 60, most: 1e7 } as const;

function findImpossible({ figure: { metric, value, operation }, algorithm }: Named, clockHz: number): string | undefined {
  const scheme = findLatticeScheme(algorithm);
  const work = scheme === undefined ? undefined : workOf({ scheme, operation });
  if (work === undefined) return undefined;
  const cycles = metric === 'cycles' ? value : (value * clockHz) / 1e6;
  const each = cycles / work.keccak;
  if (each > PLAUSIBLE.least && each < PLAUSIBLE.most) return undefined;
  return `${algorithm} ${operation}: ${Math.round(cycles)} cycles are ${each.toPrecision(3)} for each of ${Math.round(work.keccak)} Keccak permutations`;
}

const BUILD_KINDS: Readonly<Record<NonNullable<LogMetadata['class']>, BuildKind>> = {
  assembly: 'speed',
  c: 'portable',
  'low-ram': 'stack',
};

function toMeasurement({ figure, algorithm, parameterSet }: Named, metadata: LogMetadata, file: string): BoardMeasurement {
  const { line, raw, operation, metric, value, statistic, n, spread } = figure;
  const { clockHz, board } = metadata;
  const note = noteOf(figure, metadata);
  return {
    algorithm,
    ...(parameterSet === undefined ? {} : { parameterSet }),
    operation,
    metric,
    value,
    ...(spread === undefined ? {} : { spread }),
    ...(n === undefined ? {} : { n }),
    method: 'measured-board',
    platform: `${board ?? 'unknown board'} @ ${clockHz === undefined ? 'unknown clock' : `${clockHz / 1e6} MHz`}`,
    implementation: [metadata.implementation ?? 'unknown implementation', figure.implementation, metadata.variant]
      .filter(isGiven)
      .join(' '),
    ...(metadata.class === undefined ? {} : { build: BUILD_KINDS[metadata.class] }),
    ...(clockHz === undefined ? {} : { clockHz }),
    source: { title: 'a log of the operator’s board', locator: `${file}:${line}` },
    ...(note === '' ? {} : { note }),
    statistic,
    line,
    raw,
  };
}

function isGiven(text: string | undefined): text is string {
  return text !== undefined && text !== '';
}

function noteOf({ statistic, note }: LogFigure, { compiler, flags, waitStates, keccak, revision }: LogMetadata): string {
  return [
    statistic === 'single' ? 'one run' : statistic,
    `compiler ${compiler ?? 'unknown'}`,
    `flags ${flags ?? 'unknown'}`,
    waitStates === undefined ? undefined : `${waitStates} wait states`,
    keccak === undefined ? undefined : `Keccak: ${keccak}`,
    revision === undefined ? undefined : `revision: ${revision}`,
    note,
  ]
    .filter(isGiven)
    .join('; ');
}

interface Noted {
  readonly metadata: LogMetadata;
  readonly unknown: readonly NeededFact[];
  readonly target: TargetProfile | undefined;
  readonly named: readonly Named[];
}

function notesOf(read: ReadLog, { metadata, unknown, target, named }: Noted): readonly string[] {
  const { board, clockHz } = metadata;
  const unrecognised = [
    ...new Set(named.flatMap(({ algorithm, parameterSet }) => (algorithm === 'unrecognised' ? [parameterSet ?? ''] : []))),
  ];
  return [
    ...(unknown.length === 0 ? [] : [`unknown: ${unknown.join(', ')}: the figures are never projected to another board or operation`]),
    ...(board === undefined ? ['without a board the figures decide no fit'] : []),
    ...(board !== undefined && target === undefined ? [`"${board}" is no target of pqready: the figures are shown and decide no fit`] : []),
    ...(target !== undefined && clockHz !== undefined && target.clockHz.value !== null && clockHz !== target.clockHz.value
      ? [`the profile of ${target.id} has ${target.clockHz.value / 1e6} MHz: a fit scales the figures to that`]
      : []),
    ...(unrecognised.length === 0 ? [] : [`names that are not known: ${unrecognised.slice(0, 8).join(', ')}`]),
    ...fixedMessages(named),
    ...(read.notes ?? []),
  ];
}

/** Signatures of different messages take different numbers of attempts. */
function fixedMessages(named: readonly Named[]): readonly string[] {
  const fixed = named.filter(({ figure: { operation, spread, value, n = 0 }, algorithm }) => {
    if (operation !== 'sign' || !algorithm.startsWith('ml-dsa') || n < 2 || spread?.min === undefined || spread.max === undefined)
      return false;
    return (spread.max - spread.min) / value < 0.001;
  });
  return fixed.length === 0
    ? []
    : [
        `signing on line ${fixed.map(({ figure }) => figure.line).join(', ')} has a spread under 0.1 %: one message signed again and again is no mean of signing`,
      ];
}

/** The imported figures as the anchors of a projection. Throws `not-countable` with what is unknown. */
export function toAnchors({ log, metadata, unknown, measurements, probes }: ImportedLog): Anchors {
  const { board, clockHz, compiler, flags, implementation, variant = '', revision } = metadata;
  if (board === undefined || clockHz === undefined || compiler === undefined || flags === undefined || implementation === undefined)
    throw new PqreadyError('not-countable', `${log.file}: ${unknown.join(', ')} unknown: figures without it are never projected`);
  const timed = measurements.filter(
    ({ metric, algorithm }) => (metric === 'cycles' || metric === 'timeUs') && /^ml-(kem|dsa)-\d/.test(algorithm),
  );
  const doubled = timed.filter((row) => row.metric === 'timeUs' && timed.some((other) => other.metric === 'cycles' && isSame(other, row)));
  const rows = timed.filter((row) => !doubled.includes(row));
  if (rows.some((row, index) => rows.findIndex((other) => isSame(other, row)) !== index))
    throw new PqreadyError('not-countable', `${log.file}: figures of several builds: anchors are of one build`);
  return {
    schemaVersion: 1,
    board,
    clockHz,
    implementation,
    variant,
    compiler,
    flags,
    ...(metadata.class === undefined ? {} : { class: metadata.class }),
    ...(revision === undefined ? {} : { revision }),
    ...(probes === undefined ? {} : { probes }),
    rows: rows.map(toAnchorRow),
  };
}

function isSame(a: BoardMeasurement, b: BoardMeasurement): boolean {
  return a.algorithm === b.algorithm && a.operation === b.operation;
}

function toAnchorRow({ algorithm, operation, metric, value, n, spread }: BoardMeasurement): AnchorRow {
  const range =
    metric === 'cycles' && spread?.min !== undefined && spread.max !== undefined ? { minCycles: spread.min, maxCycles: spread.max } : {};
  return {
    algorithm,
    operation,
    ...(metric === 'cycles' ? { cycles: value } : { timeUs: value }),
    ...(n === undefined ? {} : { samples: n }),
    ...range,
  };
}
