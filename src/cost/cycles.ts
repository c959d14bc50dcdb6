// From counted instructions to cycles, time and energy of a core: always a range, a figure in it only where the model was fitted. Slow code
// memory widens the range and is never silently zero; energy needs a current and a voltage that somebody states.

import type { InstructionClasses } from '../model/instruction-classes.ts';
import type { TargetProfile } from '../model/target.ts';
import { type FittedExtras, type FixedExtras, toCycles } from './cycle-fit.ts';
import { CYCLE_MODELS, type CycleBound, type ModelledCore } from './cycle-models.ts';

/** Wait states of the memory that the code runs from, at the clock in question; `null` is not known. */
export type WaitStates = number | null;

/** Cycles of one operation. */
export interface ModelledCycles {
  readonly core: ModelledCore;
  readonly low: number;
  readonly high: number;
  /** the model's figure, without wait states; absent where nothing calibrates the core */
  readonly fitted?: number;
  /** what the width of the range is made of */
  readonly because: readonly string[];
}

/** A range of a quantity named by its owner. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** The bound where a profile does not say: more than any flash accelerator of the shipped targets leaves. */
const UNKNOWN_WAIT_STATES = 4;

/** Without cache or prefetch, a 64-bit line holds two 32-bit instructions: every second one waits. */
const INSTRUCTIONS_PER_WAIT = 2;

/** What the counts cost on the core. */
export function modelCycles(core: ModelledCore, counts: InstructionClasses, waitStates: WaitStates): ModelledCycles {
  const model = CYCLE_MODELS[core];
  const waits = toWaits(counts, waitStates);
  if (model.kind === 'uncalibrated') {
    const because = [`low: ${model.low.because}`, `high: ${model.high.because}`, ...waits.because];
    return { core, low: toBound(counts, model.low), high: toBound(counts, model.high) + waits.cycles, because };
  }
  const fitted = toCycles(counts, model.fitted, model.prior.fixed);
  const { worst, leftOut } = model.heldOut;
  return {
    core,
    fitted: Math.round(fitted),
    low: Math.round(fitted / (1 + worst)),
    high: Math.round(fitted * (1 + worst)) + waits.cycles,
    because: [`± ${(100 * worst).toFixed(1)} %: the worst error with ${leftOut} left out; ${model.memory}`, ...waits.because],
  };
}

interface Waits {
  readonly cycles: number;
  readonly because: readonly string[];
}

function toWaits({ insn }: InstructionClasses, waitStates: WaitStates): Waits {
  if (waitStates === 0) return { cycles: 0, because: [] };
  const states = waitStates ?? UNKNOWN_WAIT_STATES;
  const said = waitStates === null ? `wait states are not known: up to ${states} taken` : `${states} wait states`;
  const because = `${said}; none hidden at the low end, one in every ${INSTRUCTIONS_PER_WAIT} instructions waiting at the high end`;
  return { cycles: Math.round((insn * states) / INSTRUCTIONS_PER_WAIT), because: [because] };
}

function toBound(counts: InstructionClasses, bound: CycleBound): number {
  const extras: { readonly fitted: FittedExtras; readonly fixed: FixedExtras } = bound;
  return Math.round(toCycles(counts, extras.fitted, extras.fixed) - (1 - bound.instruction) * counts.insn);
}

/** The model for a profile's core; `undefined` where there is none (Xtensa, application cores). */
export function findModelledCore({ core, isa }: Pick<TargetProfile, 'core' | 'isa'>): ModelledCore | undefined {
  if (isa === 'rv32imc' || isa === 'rv32imac') return 'RV32';
  const name = core.replace(/^(Cortex-M\d+\+?)F$/, '$1');
  if (name === 'Cortex-M0') return 'Cortex-M0+';
  return isModelled(name) ? name : undefined;
}

function isModelled(name: string): name is ModelledCore {
  return Object.hasOwn(CYCLE_MODELS, name);
}

/** Microseconds at a clock. */
export function toTimeUs({ low, high }: Range, clockHz: number): Range {
  return { low: (low / clockHz) * 1e6, high: (high / clockHz) * 1e6 };
}

/** What a target draws while it computes, as its profile states it. */
export interface Supply {
  readonly activeCurrentMa: number;
  readonly supplyVolts: number;
}

/** The stated supply; `undefined` where either figure is missing, and then there is no energy. */
export function findSupply({ activeCurrentMa, supplyVolts }: TargetProfile): Supply | undefined {
  const current = activeCurrentMa?.value ?? null;
  const volts = supplyVolts?.value ?? null;
  return current === null || volts === null ? undefined : { activeCurrentMa: current, supplyVolts: volts };
}

/** Microjoules: current × voltage × time. */
export function toEnergyUj({ low, high }: Range, { activeCurrentMa, supplyVolts }: Supply): Range {
  const milliwatts = activeCurrentMa * supplyVolts;
  return { low: (low * milliwatts) / 1000, high: (high * milliwatts) / 1000 };
}
