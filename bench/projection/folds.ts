// The judged evaluation: for each board and source of a table, everything of that board and of that source is left out of what is known, the form
// of the model and the width of its intervals are chosen on the rest alone, and only then are the left-out rows forecast.

import { gatherKnown, summariseUnit, type UnitSummary } from '../../src/cost/projection-prior.ts';
import { HALF_WIDTH_80, intervalScore, stretchOf, type Trial, type Tuning, tryUnit, tune } from '../../src/cost/projection-trial.ts';
import type { NamedUnit, UnitRow } from '../../src/cost/projection-units.ts';

/** A forecast of a row of the table. `low` and `high` bound the 80 % interval. */
export interface Judged {
  readonly unit: NamedUnit;
  readonly row: UnitRow;
  readonly anchors: number;
  readonly cycles: number;
  readonly low: number;
  readonly high: number;
  /** |forecast / measured − 1| */
  readonly error: number;
  /** of logarithms */
  readonly intervalScore: number;
  /** known core, or not: tier C or D without anchors */
  readonly coreKnown: boolean;
}

/** What one fold was judged with. */
export interface Fold {
  readonly board: string;
  readonly source: string;
  readonly trained: number;
  readonly tuning: Tuning;
  readonly judged: readonly Judged[];
  /** rows that are not projected without an anchor: Xtensa */
  readonly refused: number;
}

export interface FoldOptions {
  readonly draws: number;
  readonly onFold?: (done: number, total: number) => void;
}

/** Judges every unit of `tested`; what is known are these units and `others`. */
export function judge(tested: readonly NamedUnit[], others: readonly NamedUnit[], options: FoldOptions): readonly Fold[] {
  const all = [...tested, ...withoutRepeats(others, tested)].map(summariseUnit);
  const places = [...new Set(tested.map(placeOf))];
  return places.map((place, index) => {
    options.onFold?.(index, places.length);
    const held = tested.filter((unit) => placeOf(unit) === place);
    return judgePlace(held, all, options.draws);
  });
}

function judgePlace(held: readonly NamedUnit[], all: readonly UnitSummary[], draws: number): Fold {
  const [first] = held;
  const rest = all.filter(({ unit: { context } }) => held.every((unit) => !isOfSamePlace(unit.context, context)));
  const tuning = tune(rest);
  const known = gatherKnown(rest, tuning.form);
  const judged = held.flatMap((unit) => {
    const { xtensa } = unit.context.core;
    return tryUnit(unit, known, { counts: [0, 1, 2, 3, 4], draws })
      .filter(({ anchors }) => !(xtensa && anchors === 0))
      .map((trial) => toJudged(trial, unit, tuning));
  });
  const refused = held.filter(({ context }) => context.core.xtensa).reduce((sum, { rows }) => sum + rows.length, 0);
  return { board: first?.context.board ?? '', source: first?.context.source ?? '', trained: rest.length, tuning, judged, refused };
}

function toJudged(trial: Trial<UnitRow>, unit: NamedUnit, tuning: Tuning): Judged {
  const { mean, sd } = trial.forecast;
  const half = HALF_WIDTH_80 * sd * stretchOf(tuning, trial.coreKnown, trial.anchors);
  return {
    unit,
    row: trial.row,
    anchors: trial.anchors,
    cycles: Math.exp(mean),
    low: Math.exp(mean - half),
    high: Math.exp(mean + half),
    error: Math.abs(Math.exp(-trial.miss) - 1),
    intervalScore: intervalScore(trial.miss, half),
    coreKnown: trial.coreKnown,
  };
}

type Context = NamedUnit['context'];

/** Boards are the same too where one name is the other with more words (`l4r5zi`, `stm32l4r5zi-nucleo`). */
export function isOfSamePlace(a: Context, b: Context): boolean {
  return a.source === b.source || a.board === b.board || contains(a.board, b.board) || contains(b.board, a.board);
}

const SHORTEST_NAME = 5;

function contains(name: string, other: string): boolean {
  return other.length >= SHORTEST_NAME && name.includes(other);
}

/** Units of one place are left out together. */
export function placeOf({ context }: NamedUnit): string {
  return `${context.board}|${context.source}`;
}

/** A shipped unit of which a row stands in the table as well is known once: as the table has it. */
function withoutRepeats(others: readonly NamedUnit[], tested: readonly NamedUnit[]): readonly NamedUnit[] {
  const seen = new Set(tested.flatMap((unit) => unit.rows.map((row) => keyOf(unit, row))));
  return others.filter((unit) => !unit.rows.some((row) => seen.has(keyOf(unit, row))));
}

function keyOf({ context, group }: NamedUnit, { scheme, operation, cycles }: UnitRow): string {
  return [context.board, group.variant, scheme, operation, cycles].join('|');
}
