// What the units that are known say of one that is not: the effects of the model are solved for all units together, each unit entering by what
// its own figures say, and the effects of the new unit give its unit costs. Many builds of one source on one board weigh as one.

import { cholesky, dot, invert, type Matrix, solveFactored, times } from './linear.ts';
import {
  DIMENSIONS,
  type Effect,
  effectsOf,
  groupLevel,
  levelOf,
  type ModelForm,
  rowNoise,
  type Unit,
  type UnitContext,
  unitCovariance,
} from './projection-model.ts';
import { type Belief, findMode, information, linearise, noiseCovariance, toMiddle, transposeTimes } from './projection-unit.ts';

/**
 * What a unit's own figures say of the effects that its unit costs have in common with others (its own effect is integrated out), and by how
 * much the model of one unit misses each kind of operation.
 */
export interface UnitSummary {
  readonly unit: Unit;
  readonly information: Matrix;
  readonly evidence: readonly number[];
  /** log measured − log modelled, by row */
  readonly misses: readonly number[];
}

/** Wide: a factor of e for the unit as a whole, of 1.6 for each cost beside the others. */
const WIDE_SD = 1;
const WIDE_COST_SD = 0.5;

/** Looks at one unit alone, whatever the form of the model. */
export function summariseUnit(unit: Unit): UnitSummary {
  const noise = rowNoise(unit.context.core);
  const covariance = square((i, j) => WIDE_SD ** 2 + (i === j ? WIDE_COST_SD ** 2 : 0));
  const theta = findMode(unit.rows, { mean: toMiddle(unit.rows, groupLevel(unit.context.core)), covariance }, noise);
  const at = unit.rows.map(({ work }) => linearise(work, theta));
  const precision = invert(noiseCovariance(unit.rows, noise));
  const shares = at.map((each) => each.shares);
  const misses = unit.rows.map(({ cycles }, index) => Math.log(cycles) - (at[index]?.log ?? 0));
  const seen = misses.map((miss, index) => miss + dot(shares[index] ?? [], theta));
  const lambda = information(shares, precision);
  const gain = toGain(lambda);
  return {
    unit,
    information: square((i, j) => dot(gain[i] ?? [], lambda[j] ?? [])),
    evidence: times(gain, transposeTimes(shares, times(precision, seen))),
    misses,
  };
}

/** (1 + ΛΣ)⁻¹, Σ the covariance of a unit's own effect, as 1 − Λ(Σ⁻¹ + Λ)⁻¹: a unit without a scheme's rows allows that too. */
function toGain(lambda: Matrix): Matrix {
  const ownPrecision = invert(unitCovariance());
  const inner = invert(square((i, j) => (ownPrecision[i]?.[j] ?? 0) + (lambda[i]?.[j] ?? 0)));
  return square((i, j) => (i === j ? 1 : 0) - dot(lambda[i] ?? [], inner[j] ?? []));
}

/** What the known units say of any other: `at` gives the belief about a unit of that context. */
export interface Known {
  readonly form: ModelForm;
  readonly summaries: readonly UnitSummary[];
  readonly effects: SolvedEffects;
  /** by arithmetic class and kind of operation: what the work vector leaves out on average, shrunk towards nothing */
  readonly offsets: ReadonlyMap<string, number>;
}

/** Gathers what is known. */
export function gatherKnown(summaries: readonly UnitSummary[], form: ModelForm): Known {
  return { form, summaries, effects: solveEffects(summaries, form), offsets: toOffsets(summaries) };
}

/** The effects of all known units together: where each stands, its value, and the factor of their precision. */
interface SolvedEffects {
  readonly columns: ReadonlyMap<string, Column>;
  readonly values: readonly number[];
  readonly factor: Matrix;
}

interface Column {
  readonly index: number;
  readonly sd: number;
}

function solveEffects(summaries: readonly UnitSummary[], form: ModelForm): SolvedEffects {
  const columns = new Map<string, Column>();
  const entries = summaries.map((summary) => ({ summary, effects: place(summary.unit.context, form, columns) }));
  const sds = [...columns.values()].map(({ sd }) => sd);
  const precision: number[][] = sds.map((sd, i) => sds.map((_, j) => (i === j ? 1 / sd ** 2 : 0)));
  const right: number[] = sds.map(() => 0);
  const weights = toWeights(summaries);
  entries.forEach(({ summary, effects }, index) => {
    addUnit({ precision, right }, { summary, effects, weight: weights[index] ?? 0, form });
  });
  const factor = cholesky(precision);
  return { columns, values: solveFactored(factor, right), factor };
}

/** The belief about the unit costs of a unit before any of its figures is seen. */
export function believe(context: UnitContext, { form, effects }: Known): Belief {
  const wanted = effectsOf(context, form);
  const shared = covarianceOf(wanted, effects);
  const own = unitCovariance();
  const values = wanted.map(({ name }) => effects.values[effects.columns.get(name)?.index ?? -1] ?? 0);
  return {
    mean: levelOf(context, form).map((base, d) => base + dot(loadsOn(wanted, d), values)),
    covariance: square((a, b) => dot(loadsOn(wanted, a), times(shared, loadsOn(wanted, b))) + (own[a]?.[b] ?? 0)),
  };
}

function loadsOn(effects: readonly Effect[], dimension: number): readonly number[] {
  return effects.map(({ loads }) => loads[dimension] ?? 0);
}

/** Covariance of a unit's effects. One that no known unit has is as wide as before, and has nothing to do with the others. */
function covarianceOf(wanted: readonly Effect[], { columns, factor }: SolvedEffects): Matrix {
  return wanted.map(({ name, sd }) => {
    const column = columns.get(name);
    if (column === undefined) return wanted.map((other) => (other.name === name ? sd ** 2 : 0));
    const solved = solveFactored(factor, unitVector(columns.size, column.index));
    return wanted.map((other) => solved[columns.get(other.name)?.index ?? -1] ?? 0);
  });
}

interface PlacedEffect {
  readonly column: number;
  readonly loads: readonly number[];
}

function place(context: UnitContext, form: ModelForm, columns: Map<string, Column>): readonly PlacedEffect[] {
  return effectsOf(context, form).map(({ name, loads, sd }) => {
    const known = columns.get(name) ?? { index: columns.size, sd };
    columns.set(name, known);
    return { column: known.index, loads };
  });
}

interface Equations {
  readonly precision: number[][];
  readonly right: number[];
}

interface Entry {
  readonly summary: UnitSummary;
  readonly effects: readonly PlacedEffect[];
  readonly weight: number;
  readonly form: ModelForm;
}

function addUnit({ precision, right }: Equations, { summary, effects, weight, form }: Entry): void {
  const { information: softened, evidence, unit } = summary;
  const ofLevel = times(softened, levelOf(unit.context, form));
  const kept = evidence.map((value, index) => value - (ofLevel[index] ?? 0));
  for (const one of effects) {
    const weighted = times(softened, one.loads);
    for (const other of effects) {
      const row = precision[one.column];
      if (row !== undefined) row[other.column] = (row[other.column] ?? 0) + weight * dot(weighted, other.loads);
    }
    right[one.column] = (right[one.column] ?? 0) + weight * dot(one.loads, kept);
  }
}

/** Builds of one class from one source on one board weigh as one. */
function toWeights(summaries: readonly UnitSummary[]): readonly number[] {
  const names = summaries.map(({ unit: { context } }) =>
    [context.board, context.source, context.implementation.arithmetic, context.implementation.keccak].join('|'),
  );
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return names.map((name) => 1 / (counts.get(name) ?? 1));
}

/** As much as one unit of nothing missed. */
const OFFSET_SHRINKAGE = 1;
/** Means of few signatures say nothing of what the vector leaves out. */
const OFFSET_MAX_SAMPLING_SD = 0.05;

/** The key of {@link Known.offsets}. */
export function offsetKey({ implementation }: UnitContext, kind: string): string {
  return `${implementation.arithmetic} ${kind}`;
}

function toOffsets(summaries: readonly UnitSummary[]): ReadonlyMap<string, number> {
  const sums = new Map<string, { weight: number; total: number }>();
  const weights = toWeights(summaries);
  summaries.forEach(({ unit, misses }, at) => {
    unit.rows.forEach((row, index) => {
      if (row.samplingSd > OFFSET_MAX_SAMPLING_SD) return;
      const key = offsetKey(unit.context, row.kind);
      const sum = sums.get(key) ?? { weight: 0, total: 0 };
      const weight = weights[at] ?? 0;
      sums.set(key, { weight: sum.weight + weight, total: sum.total + weight * (misses[index] ?? 0) });
    });
  });
  return new Map([...sums].map(([key, { weight, total }]) => [key, total / (weight + OFFSET_SHRINKAGE)]));
}

function square(value: (row: number, column: number) => number): number[][] {
  return Array.from({ length: DIMENSIONS }, (_, i) => Array.from({ length: DIMENSIONS }, (_unused, j) => value(i, j)));
}

function unitVector(length: number, at: number): readonly number[] {
  return Array.from({ length }, (_, index) => (index === at ? 1 : 0));
}
