// What the units that are known say of one that is not: the effects of the model are solved for all units together, each unit entering by what
// its own figures say, and the effects of the new unit give its unit costs. Many builds of one source on one board weigh as one.

import { cholesky, dot, invert, type Matrix, solveFactored, times } from './linear.ts';
import {
  DIMENSIONS,
  effectsOf,
  groupLevel,
  levelOf,
  type ModelForm,
  rowNoise,
  type Unit,
  type UnitContext,
  unitCovariance,
} from './projection-model.ts';
import { type Belief, findMode, information, linearise, noiseCovariance, transposeTimes } from './projection-unit.ts';

/** What a unit's own figures say of its unit costs, and by how much the model of one unit misses each kind of operation. */
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
  const theta = findMode(unit.rows, { mean: centre(unit, groupLevel(unit.context.core)), covariance }, noise);
  const at = unit.rows.map(({ work }) => linearise(work, theta));
  const precision = invert(noiseCovariance(unit.rows, noise));
  const shares = at.map((each) => each.shares);
  const misses = unit.rows.map(({ cycles }, index) => Math.log(cycles) - (at[index]?.log ?? 0));
  const seen = misses.map((miss, index) => miss + dot(shares[index] ?? [], theta));
  return { unit, information: information(shares, precision), evidence: transposeTimes(shares, times(precision, seen)), misses };
}

/** The level moved to the middle of the unit's figures. */
function centre({ rows }: Unit, level: readonly number[]): readonly number[] {
  const gaps = rows.map(({ work, cycles }) => Math.log(cycles) - linearise(work, level).log).sort((a, b) => a - b);
  const gap = gaps[Math.floor(gaps.length / 2)] ?? 0;
  return level.map((value) => value + gap);
}

/** What the known units say of any other: `at` gives the belief about a unit of that context. */
export interface Known {
  readonly form: ModelForm;
  readonly summaries: readonly UnitSummary[];
  /** by arithmetic class and kind of operation: what the work vector leaves out on average, shrunk towards nothing */
  readonly offsets: ReadonlyMap<string, number>;
}

/** Gathers what is known. */
export function gatherKnown(summaries: readonly UnitSummary[], form: ModelForm): Known {
  return { form, summaries, offsets: toOffsets(summaries) };
}

/** The belief about the unit costs of a unit before any of its figures is seen. */
export function believe(context: UnitContext, { form, summaries }: Known): Belief {
  const columns = new Map<string, { readonly index: number; readonly sd: number }>();
  const entries = summaries.map((summary) => ({ summary, effects: place(summary.unit.context, form, columns) }));
  const wanted = place(context, form, columns);
  const sds = [...columns.values()].map(({ sd }) => sd);
  const precision: number[][] = sds.map((sd, i) => sds.map((_, j) => (i === j ? 1 / sd ** 2 : 0)));
  const right: number[] = sds.map(() => 0);
  const weights = toWeights(summaries);
  entries.forEach(({ summary, effects }, index) => {
    addUnit({ precision, right }, { summary, effects, weight: weights[index] ?? 0, form });
  });
  const factor = cholesky(precision);
  const values = solveFactored(factor, right);
  const level = levelOf(context, form);
  const columnsOf = wanted.map(({ column }) => solveFactored(factor, unitVector(sds.length, column)));
  const own = unitCovariance();
  return {
    mean: level.map((base, d) => base + wanted.reduce((sum, { column, loads }) => sum + (loads[d] ?? 0) * (values[column] ?? 0), 0)),
    covariance: square((a, b) => {
      const shared = wanted.reduce(
        (sum, one, i) =>
          sum +
          (one.loads[a] ?? 0) * wanted.reduce((inner, other) => inner + (columnsOf[i]?.[other.column] ?? 0) * (other.loads[b] ?? 0), 0),
        0,
      );
      return shared + (own[a]?.[b] ?? 0);
    }),
  };
}

interface PlacedEffect {
  readonly column: number;
  readonly loads: readonly number[];
}

function place(
  context: UnitContext,
  form: ModelForm,
  columns: Map<string, { readonly index: number; readonly sd: number }>,
): readonly PlacedEffect[] {
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

/** Adds a unit whose own effect is integrated out: (Λ⁻¹ + Σ)⁻¹ = (1 + ΛΣ)⁻¹Λ, which a unit without a scheme's rows allows too. */
function addUnit({ precision, right }: Equations, { summary, effects, weight, form }: Entry): void {
  const { information: lambda, evidence, unit } = summary;
  const softened = soften(lambda);
  const away = times(lambda, levelOf(unit.context, form)).map((value, index) => (evidence[index] ?? 0) - value);
  const kept = times(softened.gain, away);
  for (const one of effects) {
    const weighted = times(softened.information, one.loads);
    for (const other of effects) {
      const row = precision[one.column];
      if (row !== undefined) row[other.column] = (row[other.column] ?? 0) + weight * dot(weighted, other.loads);
    }
    right[one.column] = (right[one.column] ?? 0) + weight * dot(one.loads, kept);
  }
}

/** (1 + ΛΣ)⁻¹ and (1 + ΛΣ)⁻¹Λ, by way of Λ − Λ(Σ⁻¹ + Λ)⁻¹Λ. */
function soften(lambda: Matrix): { readonly gain: Matrix; readonly information: Matrix } {
  const ownPrecision = invert(unitCovariance());
  const inner = invert(square((i, j) => (ownPrecision[i]?.[j] ?? 0) + (lambda[i]?.[j] ?? 0)));
  const lambdaInner = square((i, j) => dot(lambda[i] ?? [], inner[j] ?? []));
  const gain = square((i, j) => (i === j ? 1 : 0) - (lambdaInner[i]?.[j] ?? 0));
  return { gain, information: square((i, j) => dot(gain[i] ?? [], lambda[j] ?? [])) };
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
