// How well a form of the model forecasts units that it has not seen, and how wide its intervals must be: whole sources left out in turn. Used
// to choose the form, and inside each fold of the judged evaluation again (`npm run -s bench:projection`).

import { MODEL_FORMS, type ModelForm, type Unit, type WorkRow } from './projection-model.ts';
import { anchor, forecast, type LogForecast } from './projection-predict.ts';
import { believe, gatherKnown, type Known, type UnitSummary } from './projection-prior.ts';

/** One forecast beside the truth. */
export interface Trial<Row extends WorkRow = WorkRow> {
  readonly unit: Unit;
  readonly row: Row;
  readonly anchors: number;
  /** units of the same core, but of other boards and sources, are among the known */
  readonly coreKnown: boolean;
  readonly forecast: LogForecast;
  /** log measured − log forecast */
  readonly miss: number;
}

/** Which anchors are tried. */
export interface AnchorDraws {
  readonly counts: readonly number[];
  /** sets of anchors drawn for each row and count */
  readonly draws: number;
}

/** A unit whose rows may be more than the model needs. */
export interface TriedUnit<Row extends WorkRow> {
  readonly context: Unit['context'];
  readonly rows: readonly Row[];
}

/** Anchors are drawn among the unit's other rows, the same ones in every run. */
export function tryUnit<Row extends WorkRow>(unit: TriedUnit<Row>, known: Known, { counts, draws }: AnchorDraws): readonly Trial<Row>[] {
  const belief = believe(unit.context, known);
  const random = seededRandom(unit.rows.length);
  const coreKnown = knowsCore(known, unit.context.core.family);
  return unit.rows.flatMap((row) => {
    const others = unit.rows.filter((other) => other !== row);
    return counts
      .filter((count) => count <= others.length)
      .flatMap((count) =>
        Array.from({ length: count === 0 ? 1 : draws }, () => {
          const anchored = anchor(unit.context, belief, { anchors: drawFrom(others, count, random), known });
          const found = forecast(anchored, row);
          return { unit, row, anchors: count, coreKnown, forecast: found, miss: Math.log(row.cycles) - found.mean };
        }),
      );
  });
}

/** Whether units of a core are known. */
export function knowsCore({ summaries }: Known, family: string): boolean {
  return summaries.some(({ unit }) => unit.context.core.family === family);
}

/** By how much standard deviations are to be stretched for 0, 1, 2, 3 and 4 or more anchors. */
export interface Stretch {
  readonly coreKnown: readonly number[];
  readonly coreUnseen: readonly number[];
}

/** The chosen form and the stretch of its intervals. */
export interface Tuning {
  readonly form: ModelForm;
  readonly stretch: Stretch;
}

/** The stretch for so many anchors. */
export function stretchOf({ stretch }: Tuning, coreKnown: boolean, anchors: number): number {
  const values = coreKnown ? stretch.coreKnown : stretch.coreUnseen;
  return values[Math.min(anchors, values.length - 1)] ?? 1;
}

/** Half the width of an 80 % interval in standard deviations. */
export const HALF_WIDTH_80 = 1.2816;
const COVERAGE = 0.8;
const ANCHOR_COUNTS = [0, 1, 2, 3, 4];
/** Sources that a stretch of 1 weighs as: few sources say little of how wide an interval must be. */
const STRETCH_SHRINKAGE = 3;

/** Chooses the form with the least interval score over sources left out, and the stretch that would have covered 80 % there. */
export function tune(units: readonly UnitSummary[]): Tuning {
  const tried = MODEL_FORMS.map((form) => {
    const trials = trySources(units, form, { counts: [0, 1], draws: 1 });
    return { form, score: meanOverSources(trials, ({ miss, forecast }) => intervalScore(miss, HALF_WIDTH_80 * forecast.sd)) };
  });
  const { form } = tried.reduce((best, next) => (next.score < best.score ? next : best));
  const trials = trySources(units, form, { counts: ANCHOR_COUNTS, draws: 2 });
  const stretchFor = (known: boolean): readonly number[] =>
    ANCHOR_COUNTS.map((count) => toStretch(trials.filter(({ anchors, coreKnown }) => anchors === count && coreKnown === known)));
  return { form, stretch: { coreKnown: stretchFor(true), coreUnseen: stretchFor(false) } };
}

/** Every source left out in turn, with every row of its boards: one unit of each class of the source is looked at. */
export function trySources(summaries: readonly UnitSummary[], form: ModelForm, draws: AnchorDraws): readonly Trial[] {
  const units = summaries.map(({ unit }) => unit);
  const sources = [...new Set(units.map(({ context }) => context.source))];
  return sources.flatMap((source) => {
    const held = units.filter(({ context }) => context.source === source);
    const known = gatherKnown(leaveOut(summaries, held), form);
    return firstOfEachClass(held).flatMap((unit) => tryUnit(unit, known, draws));
  });
}

/** What is left without the boards and sources of these units. */
export function leaveOut(summaries: readonly UnitSummary[], held: readonly Unit[]): readonly UnitSummary[] {
  const boards = new Set(held.map(({ context }) => context.board));
  const sources = new Set(held.map(({ context }) => context.source));
  return summaries.filter(({ unit: { context } }) => !boards.has(context.board) && !sources.has(context.source));
}

function firstOfEachClass(units: readonly Unit[]): readonly Unit[] {
  const seen = new Set<string>();
  return units.filter(({ context: { board, core, implementation } }) => {
    const key = [board, core.family, implementation.arithmetic, implementation.keccak].join('|');
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}

/** Width of an 80 % interval of the logarithm, `half` to each side, and ten times what the truth lies outside it (Gneiting and Raftery, 2007). */
export function intervalScore(miss: number, half: number): number {
  return 2 * half + (2 / (1 - COVERAGE)) * Math.max(0, Math.abs(miss) - half);
}

/** Every source weighs the same, and none outweighs the others by being far off: the geometric mean of the sources' means. */
function meanOverSources(trials: readonly Trial[], score: (trial: Trial) => number): number {
  const sources = [...new Set(trials.map(({ unit }) => unit.context.source))];
  return mean(sources.map((source) => Math.log(mean(trials.filter(({ unit }) => unit.context.source === source).map(score)))));
}

/** The quantile of |miss| / sd that 80 % of the trials stay under, every source weighing the same. */
function toStretch(trials: readonly Trial[]): number {
  const counts = new Map<string, number>();
  for (const { unit } of trials) counts.set(unit.context.source, (counts.get(unit.context.source) ?? 0) + 1);
  const weighed = trials
    .map(({ unit, miss, forecast: { sd } }) => ({
      ratio: Math.abs(miss) / sd / HALF_WIDTH_80,
      weight: 1 / (counts.get(unit.context.source) ?? 1),
    }))
    .sort((a, b) => a.ratio - b.ratio);
  let covered = 0;
  const found = weighed.find(({ weight }) => {
    covered += weight;
    return covered >= COVERAGE * counts.size;
  });
  return Math.exp((Math.log(found?.ratio ?? 1) * counts.size) / (counts.size + STRETCH_SHRINKAGE));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function drawFrom<T>(items: readonly T[], count: number, random: () => number): readonly T[] {
  const left = [...items];
  return Array.from({ length: count }, () => left.splice(Math.floor(random() * left.length), 1)).flat();
}

/** mulberry32: the same numbers on every machine. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
