// What signing costs, composed: some signatures are emulated and give the cost of the first attempt and of each rejected one by kind; how
// often each kind occurs is known for many more messages (signing-paths.ts). FIPS 204 Algorithm 7.

import { solve } from '../cost/linear.ts';
import { type InstructionClasses, toInstructionClasses } from '../model/instruction-classes.ts';
import { nearestRank } from './quantiles.ts';
import { attemptsOf, type KnownPath, type SigningPath } from './signing-paths.ts';

/** An emulated signature. */
export interface CountedSignature extends KnownPath {
  readonly instructions: number;
  readonly stackBytes: number;
  readonly classes: InstructionClasses;
}

/** Cost of signing at one place of the distribution. */
export interface SigningCost {
  readonly instructions: number;
  readonly classes: InstructionClasses;
}

/** The statistics that are reported. */
export type SigningStatistic = 'first' | 'mean' | 'p50' | 'p90' | 'p99';

/** Costs in instructions, rounded. */
export interface ComposedSigning {
  /** signatures that were emulated in full */
  readonly emulated: number;
  /** messages whose rejections are known */
  readonly messages: number;
  readonly meanAttempts: number;
  /** of one more attempt that ends in this rejection */
  readonly perRejection: SigningPath;
  /** `first`: no attempt rejected */
  readonly costs: Readonly<Record<SigningStatistic, SigningCost>>;
  /** greatest error of the composition on the emulated signatures, as a share */
  readonly worstError: number;
  /** the deepest of the emulated ones */
  readonly stackBytes: number;
}

/** Samples below which no 99th percentile is given. */
const LEAST_SAMPLES = 100;

/** What a composition rests on, without the costs themselves. */
export type CompositionBasis = Omit<ComposedSigning, 'costs' | 'stackBytes'>;

/** Drops the costs: they stand in rows of their own. */
export function basisOf({ emulated, messages, meanAttempts, perRejection, worstError }: ComposedSigning): CompositionBasis {
  return { emulated, messages, meanAttempts, perRejection, worstError };
}

/** Composes; throws `RangeError` for fewer than 100 paths, or where the emulated ones do not tell the kinds apart. */
export function composeSigning(signatures: readonly CountedSignature[], paths: readonly KnownPath[]): ComposedSigning {
  if (paths.length < LEAST_SAMPLES) throw new RangeError(`expected at least ${LEAST_SAMPLES} signing paths, got ${paths.length}`);
  const cost = fitCost(signatures);
  const composed = paths.map((path) => ({ path, instructions: cost('insn', path) })).sort((a, b) => a.instructions - b.instructions);
  const at = (path: SigningPath): SigningCost => ({
    instructions: Math.round(cost('insn', path)),
    classes: toInstructionClasses((name) => Math.round(cost(name, path))),
  });
  const quantile = (share: number): SigningPath => nearestRank(composed, share)?.path ?? NONE;
  const base = cost('insn', NONE);
  return {
    emulated: signatures.length,
    messages: paths.length,
    meanAttempts: attemptsOf(meanPath(paths)),
    perRejection: {
      z: Math.round(cost('insn', { ...NONE, z: 1 }) - base),
      r0: Math.round(cost('insn', { ...NONE, r0: 1 }) - base),
      hint: Math.round(cost('insn', { ...NONE, hint: 1 }) - base),
    },
    costs: { first: at(NONE), mean: at(meanPath(paths)), p50: at(quantile(0.5)), p90: at(quantile(0.9)), p99: at(quantile(0.99)) },
    worstError: Math.max(...signatures.map((each) => Math.abs(cost('insn', each) / each.instructions - 1))),
    stackBytes: Math.max(...signatures.map((each) => each.stackBytes)),
  };
}

/** Instructions of a signature with these rejections. */
export function composedCost({ costs, perRejection }: ComposedSigning, { z, r0, hint }: SigningPath): number {
  return costs.first.instructions + z * perRejection.z + r0 * perRejection.r0 + hint * perRejection.hint;
}

const NONE: SigningPath = { z: 0, r0: 0, hint: 0 };

/** The cost is linear in the numbers of rejections: a signature without any, and so much more for each by its kind. Least squares. */
function fitCost(signatures: readonly CountedSignature[]): (name: keyof InstructionClasses, path: SigningPath) => number {
  const rows = signatures.map(toRow);
  const columns = [0, 1, 2, 3];
  const normal = columns.map((a) => columns.map((b) => sum(rows.map((row) => (row[a] ?? 0) * (row[b] ?? 0)))));
  const fit = (name: keyof InstructionClasses): readonly number[] =>
    solve(
      normal,
      columns.map((a) => sum(rows.map((row, index) => (row[a] ?? 0) * (signatures[index]?.classes[name] ?? 0)))),
    );
  const fitted = new Map<keyof InstructionClasses, readonly number[]>();
  toInstructionClasses((name) => fitted.set(name, fit(name)).size);
  return (name, path) => sum(toRow(path).map((count, index) => count * (fitted.get(name)?.[index] ?? 0)));
}

function toRow({ z, r0, hint }: SigningPath): readonly number[] {
  return [1, z, r0, hint];
}

function meanPath(paths: readonly SigningPath[]): SigningPath {
  const mean = (kind: keyof SigningPath): number => sum(paths.map((path) => path[kind])) / paths.length;
  return { z: mean('z'), r0: mean('r0'), hint: mean('hint') };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0);
}
