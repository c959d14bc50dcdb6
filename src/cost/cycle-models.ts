// Cycle models of cores as tables. Fitted ones: extras from profiles/calibration/cycle-counts.json under the manual's values as prior, with the
// error they showed on code they had not seen (`npm run -s bench:cycles` prints it, tests/cost/cycle-models.test.ts holds it). The others have
// no published counts to calibrate on: a range between two bounds, each with its reason, and no figure in between.

import type { Citation } from '../model/measurement.ts';
import type { CyclePrior, FittedExtras, FixedExtras } from './cycle-fit.ts';

export type ModelledCore = 'Cortex-M0+' | 'Cortex-M3' | 'Cortex-M4' | 'Cortex-M7' | 'Cortex-M33' | 'Cortex-M55' | 'RV32';

/** A model with a figure, and how far it was off on code it had not seen. */
export interface FittedModel {
  readonly kind: 'fitted';
  readonly prior: CyclePrior;
  readonly fitted: FittedExtras;
  /** shares: 0.03 is 3 % */
  readonly heldOut: { readonly median: number; readonly worst: number; readonly leftOut: string };
  /** wait states of the boards it was fitted on; what a slower memory adds is not in it */
  readonly memory: string;
  readonly source: Citation;
}

/** A bound: cycles = `instruction` × instructions + extras. */
export interface CycleBound {
  readonly instruction: number;
  readonly fitted: FittedExtras;
  readonly fixed: FixedExtras;
  readonly because: string;
}

/** Nothing to calibrate on: two bounds. */
export interface UncalibratedModel {
  readonly kind: 'uncalibrated';
  readonly low: CycleBound;
  readonly high: CycleBound;
  readonly source: Citation;
}

export type CycleModel = FittedModel | UncalibratedModel;

const NO_EXTRA: FixedExtras = { mla: 0, mull: 0, mlal: 0, div: 0 };
const NOTHING: FittedExtras = { leadingLoad: 0, load: 0, store: 0, movedRegister: 0, takenBranch: 0 };

/** LDR 2 (1 behind another), STR 1–2, LDM and STM 1 + N, a taken branch 1 + P with P of 1 to 3. */
const V7M: FittedExtras = { leadingLoad: 0.5, load: 0.5, store: 0.2, movedRegister: 1, takenBranch: 1.5 };

const M4: CyclePrior = { fitted: V7M, fixed: { ...NO_EXTRA, div: 6 } };
const M4_FITTED: FittedExtras = { leadingLoad: 0.9, load: 0.238, store: 0.036, movedRegister: 1.176, takenBranch: 1.901 };

/** Total: a core without a row does not compile. */
export const CYCLE_MODELS: Readonly<Record<ModelledCore, CycleModel>> = {
  'Cortex-M0+': {
    kind: 'fitted',
    // loads and stores 2, LDM and STM 1 + N, a taken branch 2
    prior: { fitted: { leadingLoad: 0, load: 1, store: 1, movedRegister: 1, takenBranch: 1 }, fixed: NO_EXTRA },
    fitted: { leadingLoad: 0.258, load: 1.268, store: 1.24, movedRegister: 0.235, takenBranch: 0.824 },
    heldOut: { median: 0.05, worst: 0.093, leftOut: 'each scheme' },
    memory: 'code in external flash behind a cache (RP2040): its misses are in the figures',
    source: { title: 'Arm Cortex-M0+ Technical Reference Manual (DDI 0484)', locator: 'instruction set summary' },
  },
  'Cortex-M3': {
    kind: 'fitted',
    // MLA 2; UMULL and SMULL 3 to 5, UMLAL and SMLAL 4 to 7, SDIV and UDIV 2 to 12, by their operands: the middle of each
    prior: { fitted: V7M, fixed: { mla: 1, mull: 3, mlal: 4.5, div: 6 } },
    fitted: { leadingLoad: 0.456, load: 0.405, store: 0.318, movedRegister: 0.811, takenBranch: 1.881 },
    heldOut: { median: 0.029, worst: 0.065, leftOut: 'each scheme' },
    memory: 'no wait states',
    source: { title: 'Arm Cortex-M3 Technical Reference Manual (DDI 0337)', locator: 'Table 3.1' },
  },
  'Cortex-M4': {
    kind: 'fitted',
    prior: M4,
    fitted: M4_FITTED,
    heldOut: { median: 0.011, worst: 0.05, leftOut: 'each implementation' },
    memory: 'no wait states',
    source: { title: 'Arm Cortex-M4 Technical Reference Manual (100166)', locator: 'Table 3-1' },
  },
  'Cortex-M7': {
    kind: 'uncalibrated',
    low: { instruction: 0.5, fitted: NOTHING, fixed: NO_EXTRA, because: 'two instructions in every cycle' },
    high: { instruction: 1, fitted: M4_FITTED, fixed: M4.fixed, because: 'as a Cortex-M4: nothing issued in pairs' },
    source: { title: 'Arm Cortex-M7 Technical Reference Manual (DDI 0489): six stages, in order, two issued in a cycle' },
  },
  'Cortex-M33': {
    kind: 'uncalibrated',
    low: {
      instruction: 0.8,
      fitted: { ...NOTHING, movedRegister: 0.5, takenBranch: 0.5 },
      fixed: NO_EXTRA,
      because: 'loads in one cycle, some 16-bit instructions in pairs',
    },
    high: {
      instruction: 1,
      fitted: { ...M4_FITTED, takenBranch: 2.5 },
      fixed: M4.fixed,
      because: 'as a Cortex-M4 that speculates no branch',
    },
    source: { title: 'Arm Cortex-M33 Technical Reference Manual (100230): three stages, in order, limited pairs' },
  },
  'Cortex-M55': {
    kind: 'uncalibrated',
    low: { instruction: 0.7, fitted: NOTHING, fixed: NO_EXTRA, because: 'pairs of 16-bit instructions; the vector extension is not used' },
    high: { instruction: 1, fitted: { ...M4_FITTED, takenBranch: 3 }, fixed: M4.fixed, because: 'as a Cortex-M4 with a longer refill' },
    source: { title: 'Arm Cortex-M55 Technical Reference Manual (101051): in order, limited pairs' },
  },
  RV32: {
    kind: 'uncalibrated',
    low: {
      instruction: 1,
      fitted: { ...NOTHING, takenBranch: 1 },
      fixed: { ...NO_EXTRA, div: 2 },
      because: 'one instruction in every cycle, a taken branch 2 cycles, every multiplication 1',
    },
    high: {
      instruction: 1,
      fitted: { leadingLoad: 0, load: 1.5, store: 1, movedRegister: 0, takenBranch: 3 },
      fixed: { mla: 0, mull: 4, mlal: 0, div: 34 },
      because:
        'loads and stores that wait for their answer, a refill of 3 cycles, high products in 5 cycles; a serial multiplier is slower still',
    },
    source: {
      title: 'lowRISC Ibex and OpenHW CV32E40X user manuals: cycle counts per instruction type',
      url: 'https://github.com/openhwgroup/cv32e40x',
    },
  },
};
