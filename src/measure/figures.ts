// What counts mean on a target: cycles where its core has a model, and time at its clock.

import { findModelledCore, modelCycles, type Range, toTimeUs } from '../cost/cycles.ts';
import type { InstructionClasses } from '../model/instruction-classes.ts';
import type { Operation } from '../model/measurement.ts';
import type { TargetProfile } from '../model/target.ts';
import type { MlDsaId, MlKemId } from '../pqc/parameter-sets.ts';
import type { SigningStatistic } from './compose-signing.ts';
import type { CountedScheme } from './kernel-count.ts';

/** Modelled cycles of a row: a range, and the model's figure where the core's model was fitted. */
export interface RowCycles extends Range {
  readonly fitted?: number;
}

/** What was counted of one operation, and what the core's model makes of it. */
export interface Figures {
  readonly algorithm: MlKemId | MlDsaId;
  readonly operation: Operation;
  /** of signing, whose cost differs from signature to signature */
  readonly statistic?: SigningStatistic;
  /** inputs that the mean is of; of signing the signatures emulated */
  readonly n: number;
  readonly instructions: number;
  readonly spread?: { readonly min: number; readonly max: number };
  /** depth of the stack. Of our kernels that is all: .data and .bss are empty, no scratch is asked for; keys, message and results are not in it */
  readonly ramBytes: number;
  readonly cycles?: RowCycles;
  readonly timeUs?: Range;
}

/** From counts to cycles on one target; `because` says why the ranges are as they are, once something was asked. */
export interface Model {
  readonly toCycles: (classes: InstructionClasses) => RowCycles | undefined;
  readonly clockHz: number | null;
  readonly because: readonly string[];
}

/** The cycle model of a target's core. */
export function toModel(profile: TargetProfile): Model {
  const core = findModelledCore(profile);
  const clockHz = profile.clockHz.value;
  if (core === undefined) return { toCycles: () => undefined, clockHz, because: [`no cycle model for ${profile.core}`] };
  const waitStates = profile.waitStates?.value ?? null;
  const because = new Set<string>();
  return {
    toCycles: (classes) => {
      const { low, high, fitted, because: reasons } = modelCycles(core, classes, waitStates);
      for (const reason of reasons) because.add(reason);
      return { low, high, ...(fitted === undefined ? {} : { fitted }) };
    },
    clockHz,
    get because() {
      return [...because];
    },
  };
}

interface Counted {
  readonly operation: Operation;
  readonly statistic?: SigningStatistic;
  readonly n: number;
  readonly instructions: number;
  readonly spread?: { readonly min: number; readonly max: number };
  readonly stackBytes: number;
  readonly classes: InstructionClasses;
}

const STATISTICS: readonly SigningStatistic[] = ['first', 'mean', 'p50', 'p90', 'p99'];

/** Counts and what the model makes of them, whoever built the code. */
export function toFigures({ algorithm, operations, signing }: CountedScheme, model: Model): readonly Figures[] {
  const signatures: readonly Counted[] =
    signing === undefined
      ? []
      : STATISTICS.map((statistic) => ({
          operation: 'sign',
          statistic,
          n: signing.emulated,
          stackBytes: signing.stackBytes,
          ...signing.costs[statistic],
        }));
  const before = operations.filter(({ operation }) => operation !== 'verify');
  const after = operations.filter(({ operation }) => operation === 'verify');
  return [...before, ...signatures, ...after].map(({ operation, statistic, n, instructions, spread, stackBytes, classes }: Counted) => {
    const cycles = model.toCycles(classes);
    return {
      algorithm,
      operation,
      ...(statistic === undefined ? {} : { statistic }),
      n,
      instructions,
      ...(spread === undefined ? {} : { spread }),
      ramBytes: stackBytes,
      ...(cycles === undefined ? {} : { cycles }),
      ...(cycles === undefined || model.clockHz === null ? {} : { timeUs: toTimeUs(cycles, model.clockHz) }),
    };
  });
}
