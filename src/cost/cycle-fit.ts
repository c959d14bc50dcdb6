// Fits cycles to counted instructions: cycles = instructions + Σ extra × count, each extra pulled towards the value that the core's manual
// gives (MAP under a Gaussian prior), none negative. The error that counts is that of code the fit has not seen.

import type { CycleRow } from '../model/calibration.ts';
import type { InstructionClasses } from '../model/instruction-classes.ts';
import { dot, type Matrix, solve } from './linear.ts';

/** Extra cycles, beyond the one of every instruction, that are fitted. */
export interface FittedExtras {
  /** single loads that do not follow another load or store */
  readonly leadingLoad: number;
  /** every single load */
  readonly load: number;
  /** every single store */
  readonly store: number;
  /** each register that LDM, STM, LDRD, STRD, PUSH or POP moves */
  readonly movedRegister: number;
  /** every change of the program counter: the refill of the pipeline */
  readonly takenBranch: number;
}

/** Extra cycles taken from the manual as they stand. */
export interface FixedExtras {
  readonly mla: number;
  readonly mull: number;
  readonly mlal: number;
  readonly div: number;
}

/** What the manual says before any row is seen. */
export interface CyclePrior {
  readonly fitted: FittedExtras;
  readonly fixed: FixedExtras;
}

/** Weight of the prior against relative squared errors: 0.003 keeps an extra that the rows hardly contain near the manual. */
const PRIOR_WEIGHT = 0.003;

/** The extras that suit the rows best. */
export function fitExtras(rows: readonly CycleRow[], prior: CyclePrior): FittedExtras {
  let free = [0, 1, 2, 3, 4];
  for (;;) {
    const values = solveFor(rows, prior, free);
    const negative = free.filter((index) => (values[index] ?? 0) < 0);
    if (negative.length === 0) return toExtras(values);
    free = free.filter((index) => !negative.includes(index));
  }
}

/** cycles = instructions + fixed extras + fitted extras. */
export function toCycles(counts: InstructionClasses, fitted: FittedExtras, fixed: FixedExtras): number {
  return toFixed(counts, fixed) + dot(toFeatures(counts), toList(fitted));
}

/** The features of {@link FittedExtras}, in its order. */
function toFeatures(counts: InstructionClasses): readonly number[] {
  const { ldr, ldrPipe, str, ldmRegs, stmRegs, ldrd, strd, brTaken, popPc } = counts;
  return [ldr - ldrPipe, ldr, str, ldmRegs + stmRegs + 2 * (ldrd + strd), brTaken + popPc];
}

function toFixed({ insn, mla, mull, mlal, div }: InstructionClasses, fixed: FixedExtras): number {
  return insn + fixed.mla * mla + fixed.mull * mull + fixed.mlal * mlal + fixed.div * div;
}

/** Ridge regression of relative errors on the free extras; the others are zero. */
function solveFor(rows: readonly CycleRow[], prior: CyclePrior, free: readonly number[]): number[] {
  const start = toList(prior.fitted);
  const scaled = rows.map((row) => ({
    x: toFeatures(row.counts).map((count) => count / row.cycles),
    y: 1 - toFixed(row.counts, prior.fixed) / row.cycles,
  }));
  const matrix: Matrix = free.map((i) =>
    free.map((j) => scaled.reduce((sum, { x }) => sum + (x[i] ?? 0) * (x[j] ?? 0), 0) + (i === j ? PRIOR_WEIGHT : 0)),
  );
  const right = free.map((i) => scaled.reduce((sum, { x, y }) => sum + (x[i] ?? 0) * y, 0) + PRIOR_WEIGHT * (start[i] ?? 0));
  const found = solve(matrix, right);
  return start.map((_, index) => found[free.indexOf(index)] ?? 0);
}

function toList({ leadingLoad, load, store, movedRegister, takenBranch }: FittedExtras): readonly number[] {
  return [leadingLoad, load, store, movedRegister, takenBranch];
}

function toExtras([leadingLoad = 0, load = 0, store = 0, movedRegister = 0, takenBranch = 0]: readonly number[]): FittedExtras {
  return { leadingLoad, load, store, movedRegister, takenBranch };
}

/** A row with the part of the data it is left out with. */
export interface HeldRow {
  readonly part: string;
  readonly row: CycleRow;
}

/** How far the cycles of code that the fit has not seen were missed. */
export interface HeldOutError {
  readonly part: string;
  readonly row: CycleRow;
  /** modelled / published − 1 */
  readonly error: number;
}

/** Leaves out each part in turn, fits on the others, and looks at the part. */
export function leaveEachOut(rows: readonly HeldRow[], prior: CyclePrior): readonly HeldOutError[] {
  const parts = [...new Set(rows.map(({ part }) => part))];
  return parts.flatMap((part) => {
    const fitted = fitExtras(
      rows.filter((other) => other.part !== part).map(({ row }) => row),
      prior,
    );
    return rows
      .filter((held) => held.part === part)
      .map(({ row }) => ({ part, row, error: toCycles(row.counts, fitted, prior.fixed) / row.cycles - 1 }));
  });
}
