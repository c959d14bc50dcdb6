// The hierarchical model of a projection (docs/decisions/0018). A unit is one implementation on one board. Its operations cost
//   cycles = κ·permutations + ν·transforms + π·products (+ sparse products in low-RAM ML-DSA),
// with ν and π apart for ML-KEM and ML-DSA. The logarithms of these unit costs are Gaussian: a level for the kind of core, effects of the
// implementation's class, of the core, of code in flash beyond its zero-wait clock, of the source, and of the unit itself.

import type { CoreKind, ImplementationClass } from './projection-classes.ts';
import { CORE_SPEED } from './projection-classes.ts';
import type { Work } from './work.ts';

/** Unit costs, in the order of every vector of this room. */
export const UNIT_COSTS = ['keccak', 'kem-ntt', 'kem-product', 'dsa-ntt', 'dsa-product', 'dsa-sparse'] as const;
export const DIMENSIONS: number = UNIT_COSTS.length;
const EVERY = UNIT_COSTS.map((_, index) => index);
const KECCAK = [0];
/** transforms and products of both schemes */
const ARITHMETIC = [1, 2, 3, 4];

/** What is known of a unit before any of its figures. */
export interface UnitContext {
  readonly board: string;
  readonly source: string;
  readonly core: CoreKind;
  readonly implementation: ImplementationClass;
  /** absent where not said */
  readonly clockHz?: number;
  /** said to run without wait states */
  readonly zeroWait?: boolean;
}

/** One measured operation of a unit. */
export interface WorkRow {
  /** how often each unit cost is paid */
  readonly work: readonly number[];
  readonly cycles: number;
  /** `ml-kem encaps`: operations of one kind share what the work vector leaves out */
  readonly kind: string;
  /** standard deviation of the logarithm that the number of signatures alone gives; 0 for what repeats nothing */
  readonly samplingSd: number;
}

export interface Unit {
  readonly context: UnitContext;
  readonly rows: readonly WorkRow[];
}

/** The work of an operation as unit costs. */
export function toUnitCosts({ keccak, ntt, products, sparse }: Work, isKem: boolean): readonly number[] {
  return isKem ? [keccak, ntt, products, 0, 0, 0] : [keccak, 0, 0, ntt, products, sparse];
}

/** A form of the model: what may be chosen between, inside the folds. All standard deviations are of natural logarithms. */
export interface ModelForm {
  readonly name: string;
  /** weight of CoreMark/MHz in the level of a core */
  readonly speedExponent: number;
  /** whether code in flash above {@link ZERO_WAIT_HZ} is expected to be slower */
  readonly waits: boolean;
  readonly coreSd: number;
  readonly sourceSd: number;
}

/** The forms that are compared. */
export const MODEL_FORMS: readonly ModelForm[] = [
  { name: 'plain', speedExponent: 0, waits: false, coreSd: 0.4, sourceSd: 0.2 },
  { name: 'speed', speedExponent: 0.5, waits: false, coreSd: 0.4, sourceSd: 0.2 },
  { name: 'waits', speedExponent: 0, waits: true, coreSd: 0.35, sourceSd: 0.15 },
  { name: 'speed and waits', speedExponent: 0.5, waits: true, coreSd: 0.35, sourceSd: 0.15 },
  { name: 'speed and waits, cores close', speedExponent: 0.5, waits: true, coreSd: 0.25, sourceSd: 0.15 },
];

/** Flash of microcontrollers answers in one cycle up to about here (pqm4 measures at 24 MHz, pqm3 at 30 MHz, for that reason). */
const ZERO_WAIT_HZ = 32e6;
const WAITS_MEAN = 0.3;
const WAITS_SD = 0.4;

/** Cycles of the assembly class on a 32-bit core: the middle of a wide prior. */
const LEVEL_32 = [12_500, 8_000, 3_000, 11_000, 3_000, 10_000].map(Math.log);
const LEVEL_STEP: Readonly<Record<CoreKind['group'], readonly number[]>> = {
  '32-bit': [1, 1, 1, 1, 1, 1].map(Math.log),
  '64-bit in order': [0.35, 1, 1, 0.8, 0.8, 1].map(Math.log),
  '64-bit out of order': [0.06, 0.3, 0.3, 0.35, 0.35, 0.5].map(Math.log),
};

/** The level of a kind of core. */
export function groupLevel({ group }: CoreKind): readonly number[] {
  return LEVEL_32.map((level, index) => level + (LEVEL_STEP[group][index] ?? 0));
}

/** The level before any effect. */
export function levelOf({ core, ...context }: UnitContext, form: ModelForm): readonly number[] {
  const speed = Object.hasOwn(CORE_SPEED, core.family) ? CORE_SPEED[core.family] : undefined;
  const byCore = speed === undefined ? 0 : form.speedExponent * Math.log(REFERENCE_SPEED / speed);
  const shift = byCore + (form.waits ? WAITS_MEAN * waitsShare({ core, ...context }) : 0);
  return groupLevel(core).map((level) => level + shift);
}

const REFERENCE_SPEED = 3.4;

/** An effect that units may share: those with the same name have the same value of it. */
export interface Effect {
  readonly name: string;
  /** how much of the effect each unit cost has */
  readonly loads: readonly number[];
  readonly sd: number;
}

/** The effects that a unit has, shared or its source's own. */
export function effectsOf(context: UnitContext, form: ModelForm): readonly Effect[] {
  const { core, board, source } = context;
  const wide = core.group === '32-bit' ? 1 : WIDE_CORES;
  const place = `${board}|${source}`;
  const { keccak, arithmetic } = context.implementation;
  return [
    ...each('level', EVERY, core.group, LEVEL_SD),
    ...classEffects(context),
    whole(`core ${core.family}`, form.coreSd * wide),
    ...each('core', EVERY, core.family, CORE_COST_SD * wide),
    whole(`source ${place}`, form.sourceSd),
    ...EVERY.map((index) => one(`source ${place} ${index === 0 ? keccak : arithmetic} ${index}`, index, SOURCE_COST_SD * wide)),
    ...(form.waits && waitsShare(context) > 0 ? [spread('waits', EVERY, WAITS_SD, waitsShare(context))] : []),
  ];
}

/** Cores of 64 bits differ more than microcontrollers: width, vector units, caches. */
const WIDE_CORES = 1.6;
const LEVEL_SD = 0.8;
const CORE_COST_SD = 0.15;
const SOURCE_COST_SD = 0.3;

/** C against assembly, by width of the core; what is not known stands between them, with room for both. */
function classEffects({ core, implementation }: UnitContext): readonly Effect[] {
  const width = core.group === '32-bit' ? '32' : '64';
  const { keccak, arithmetic } = implementation;
  const effects: Effect[] = [];
  if (keccak !== 'assembly') effects.push(spread(`C keccak ${width}`, KECCAK, 0.5, keccak === 'c' ? 1 : 0.5));
  if (arithmetic !== 'assembly') {
    const share = arithmetic === 'unknown' ? 0.5 : 1;
    effects.push(spread(`C arithmetic ${width}`, ARITHMETIC, 1.2, share));
    for (const index of ARITHMETIC) effects.push(spread(`C arithmetic ${width} ${index}`, [index], 0.4, share));
  }
  if (arithmetic === 'low-ram') for (const index of [0, 3, 4]) effects.push(one(`low RAM ${index}`, index, 0.4));
  if (keccak === 'unknown') effects.push(one('unknown keccak', 0, 0.25));
  if (arithmetic === 'unknown') effects.push(spread('unknown arithmetic', ARITHMETIC, 0.6, 1));
  return effects;
}

/** Covariance of what is a unit's own: a common factor and one for each unit cost. */
export function unitCovariance(): readonly (readonly number[])[] {
  return EVERY.map((i) => EVERY.map((j) => UNIT_SD ** 2 + (i === j ? UNIT_COST_SD ** 2 : 0)));
}

const UNIT_SD = 0.1;
const UNIT_COST_SD = 0.2;

/** What the work vector leaves out: of each row its own, and of a kind of operation in common. */
export interface RowNoise {
  readonly ownSd: number;
  readonly kindSd: number;
}

/** Caches, clocks that move and an operating system add to what the work vector leaves out. */
export function rowNoise({ group }: CoreKind): RowNoise {
  return NOISE[group];
}

const NOISE: Readonly<Record<CoreKind['group'], RowNoise>> = {
  '32-bit': { ownSd: 0.02, kindSd: 0.03 },
  '64-bit in order': { ownSd: 0.03, kindSd: 0.04 },
  '64-bit out of order': { ownSd: 0.04, kindSd: 0.06 },
};

/** How much of the effect of slow flash a unit has: all where the clock is above it or not known, less behind the core's own caches. */
function waitsShare({ core, clockHz, zeroWait }: UnitContext): number {
  if (!core.microcontroller || zeroWait === true) return 0;
  if (clockHz !== undefined && clockHz <= ZERO_WAIT_HZ) return 0;
  return core.cached ? 0.75 : 1;
}

function whole(name: string, sd: number): Effect {
  return { name, loads: EVERY.map(() => 1), sd };
}

function one(name: string, index: number, sd: number): Effect {
  return spread(name, [index], sd, 1);
}

function spread(name: string, on: readonly number[], sd: number, share: number): Effect {
  return { name, loads: EVERY.map((index) => (on.includes(index) ? share : 0)), sd };
}

function each(what: string, on: readonly number[], owner: string, sd: number): readonly Effect[] {
  return on.map((index) => one(`${what} ${owner} ${index}`, index, sd));
}
