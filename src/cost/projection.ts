// What ML-KEM and ML-DSA would cost on a target: the work that the standards ask for, priced by what was measured on the board (anchors, probes)
// and by what others' boards say of its core and of the class of the implementation. Always an interval. How far it is off is measured by
// `npm run -s bench:projection` and stands in docs/benchmarks.md.

import type { AlgorithmId } from '../model/algorithm.ts';
import type { ProjectionCalibration } from '../model/calibration.ts';
import type { Operation } from '../model/measurement.ts';
import type { Anchors, CycleInterval, ProjectedOperation, Projection, ProjectionTier, Refusal } from '../model/projection.ts';
import type { TargetProfile } from '../model/target.ts';
import { checkAnchors } from './projection-anchors.ts';
import { type ArithmeticClass, classifyCore, classifyImplementation, type ImplementationClass } from './projection-classes.ts';
import { toUnitCosts, type UnitContext } from './projection-model.ts';
import { type Anchored, type Asked, anchor, forecast } from './projection-predict.ts';
import { believe, gatherKnown, type Known, summariseUnit } from './projection-prior.ts';
import { addProbes, countProbes } from './projection-probes.ts';
import { HALF_WIDTH_80, knowsCore, stretchOf } from './projection-trial.ts';
import { PROJECTION_TUNING } from './projection-tuning.ts';
import { toBoardName, toUnits, type UnitRow, workVariant } from './projection-units.ts';
import { attemptsQuantile, type DsaScheme, isKem, LATTICE_SCHEMES, type LatticeScheme, workOf } from './work.ts';

/** What is projected. Without anchors a class must be named: `class`. */
export interface ProjectionQuestion {
  readonly target: TargetProfile;
  readonly anchors?: Anchors;
  /** class of the implementation where there are no anchors */
  readonly class?: 'assembly' | 'c' | 'low-ram';
}

/** Projects every operation that is not among the anchors. */
export function project(question: ProjectionQuestion, calibration: ProjectionCalibration): Projection {
  const { target, anchors } = question;
  const classFor = (kem: boolean): ImplementationClass => toClass(question, kem);
  const checked = anchors === undefined ? { rows: [], refusals: [] } : checkAnchors(anchors, classFor);
  const clockHz = anchors?.clockHz ?? target.clockHz.value ?? undefined;
  const base = {
    target: target.id,
    method: 'projected',
    ...(clockHz === undefined ? {} : { clockHz }),
    implementation: { name: toName(anchors), class: classFor(false).arithmetic },
    anchors: checked.rows.length,
  } as const;
  const core = classifyCore(target.core, target.isa);
  const probes = anchors?.probes === undefined ? 0 : countProbes(anchors.probes);
  if (core.xtensa && checked.rows.length + probes === 0)
    return { ...base, tier: 'D', operations: [], refusals: [...checked.refusals, XTENSA] };
  const known = toKnown(calibration);
  const tier = toTier({ anchors: checked.rows.length, probes, known, question });
  const inputs = { known, question, anchors: checked.rows, classFor };
  const units = { kem: openUnit(true, inputs), dsa: openUnit(false, inputs) };
  const operations = LATTICE_SCHEMES.flatMap((scheme) => projectScheme(scheme, { ...inputs, tier, unit: unitOf(scheme, units) }));
  return {
    ...base,
    tier,
    operations,
    refusals: [...checked.refusals, ...implausible(checked.rows, units), ...fewSignatures(checked.rows)],
  };
}

const XTENSA: Refusal = {
  code: 'xtensa-without-anchor',
  detail: 'no figure of ML-KEM or ML-DSA is published for Xtensa: measure one operation on the board and give it with --anchor',
};

function toName(anchors: Anchors | undefined): string {
  return anchors === undefined ? 'any of the class' : `${anchors.implementation} ${anchors.variant}`.trim();
}

/** The class as it is said, else as the names say it. */
function toClass({ anchors, class: asked }: ProjectionQuestion, kem: boolean): ImplementationClass {
  const said = anchors?.class ?? asked;
  if (said !== undefined) return NAMED_CLASSES[kem && said === 'low-ram' ? 'assembly' : said];
  return classifyImplementation(anchors?.implementation ?? '', anchors?.variant ?? '', kem);
}

const NAMED_CLASSES: Readonly<Record<Exclude<ArithmeticClass, 'unknown'>, ImplementationClass>> = {
  assembly: { arithmetic: 'assembly', keccak: 'assembly', keys: 'packed' },
  c: { arithmetic: 'c', keccak: 'c', keys: 'packed' },
  'low-ram': { arithmetic: 'low-ram', keccak: 'assembly', keys: 'packed' },
};

function toKnown({ groups }: ProjectionCalibration): Known {
  const { form } = PROJECTION_TUNING;
  return gatherKnown(groups.flatMap(toUnits).map(summariseUnit), form);
}

interface TierQuestion {
  readonly anchors: number;
  readonly probes: number;
  readonly known: Known;
  readonly question: ProjectionQuestion;
}

function toTier({ anchors, probes, known, question }: TierQuestion): ProjectionTier {
  if (anchors >= 3 || probes >= 2) return 'A';
  if (anchors + probes >= 1) return 'B';
  const { family } = classifyCore(question.target.core, question.target.isa);
  return knowsCore(known, family) && toClass(question, false).arithmetic !== 'unknown' ? 'C' : 'D';
}

interface Inputs {
  readonly known: Known;
  readonly question: ProjectionQuestion;
  readonly anchors: readonly UnitRow[];
  readonly classFor: (isKem: boolean) => ImplementationClass;
}

/** The unit of a kind of scheme: before its anchors and after them. */
interface OpenUnit {
  readonly alone: Anchored;
  readonly anchored: Anchored;
}

interface Units {
  readonly kem: OpenUnit;
  readonly dsa: OpenUnit;
}

function unitOf(scheme: LatticeScheme, { kem, dsa }: Units): OpenUnit {
  return isKem(scheme) ? kem : dsa;
}

/** Anchors of a build are anchors of both schemes: Keccak is shared, and a build that is slow in one is likely slow in the other. */
function openUnit(kem: boolean, { known, question, anchors, classFor }: Inputs): OpenUnit {
  const context = toContext(question, classFor(kem));
  const belief = addProbes(believe(context, known), question.anchors?.probes ?? {});
  return { alone: anchor(context, belief, { anchors: [], known }), anchored: anchor(context, belief, { anchors, known }) };
}

interface Priced extends Inputs {
  readonly tier: ProjectionTier;
  readonly unit: OpenUnit;
}

const KEM_OPERATIONS: readonly Operation[] = ['keygen', 'encaps', 'decaps'];
const DSA_OPERATIONS: readonly Operation[] = ['keygen', 'sign', 'verify'];

function projectScheme(scheme: LatticeScheme, priced: Priced): readonly ProjectedOperation[] {
  return (isKem(scheme) ? KEM_OPERATIONS : DSA_OPERATIONS)
    .filter((operation) => !priced.anchors.some((row) => row.scheme === scheme && row.operation === operation))
    .flatMap((operation) => projectOperation(scheme, operation, priced));
}

function toContext({ target, anchors }: ProjectionQuestion, implementation: ImplementationClass): UnitContext {
  const clockHz = anchors?.clockHz ?? target.clockHz.value ?? undefined;
  const zeroWait = target.waitStates?.value === 0 && clockHz === target.clockHz.value;
  return {
    board: toBoardName(target.id),
    source: 'this projection',
    core: classifyCore(target.core, target.isa),
    implementation,
    ...(clockHz === undefined ? {} : { clockHz }),
    ...(zeroWait ? { zeroWait } : {}),
  };
}

function projectOperation(scheme: LatticeScheme, operation: Operation, priced: Priced): readonly ProjectedOperation[] {
  const interval = toInterval({ scheme, operation }, priced);
  if (interval === undefined) return [];
  const { clockHz } = priced.unit.anchored.context;
  const p99 = operation === 'sign' && !isKem(scheme) && hasManySignatures(priced.anchors) ? toP99(scheme, priced) : undefined;
  return [
    {
      algorithm: scheme satisfies AlgorithmId,
      operation,
      ...interval,
      ...(clockHz === undefined ? {} : { timeUs: toTime(interval, clockHz) }),
      ...(p99 === undefined ? {} : { p99 }),
    },
  ];
}

function toP99(scheme: DsaScheme, priced: Priced): CycleInterval | undefined {
  return toInterval({ scheme, operation: 'sign', attempts: attemptsQuantile(scheme, 0.99) }, priced);
}

interface AskedOperation {
  readonly scheme: LatticeScheme;
  readonly operation: Operation;
  readonly attempts?: number;
}

function toInterval(asked: AskedOperation, priced: Priced): CycleInterval | undefined {
  const { unit, tier, classFor } = priced;
  const kem = isKem(asked.scheme);
  const work = workOf({ ...asked, variant: workVariant(classFor(kem)) });
  if (work === undefined) return undefined;
  const row: Asked = { work: toUnitCosts(work, kem), kind: `${kem ? 'ml-kem' : 'ml-dsa'} ${asked.operation}`, samplingSd: 0 };
  const { mean, sd } = forecast(unit.anchored, row);
  const half = HALF_WIDTH_80 * sd * stretchFor(priced);
  return {
    ...(tier === 'D' ? {} : { cycles: Math.round(Math.exp(mean)) }),
    lowCycles: Math.round(Math.exp(mean - half)),
    highCycles: Math.round(Math.exp(mean + half)),
  };
}

/** Probes were tried on no board of others: what they alone give is not made narrower than the model says. */
function stretchFor({ known, unit, anchors, question }: Priced): number {
  const tuned = stretchOf(PROJECTION_TUNING, knowsCore(known, unit.anchored.context.core.family), anchors.length);
  return anchors.length === 0 && question.anchors?.probes !== undefined ? Math.max(1, tuned) : tuned;
}

function toTime({ cycles, lowCycles, highCycles }: CycleInterval, clockHz: number): NonNullable<ProjectedOperation['timeUs']> {
  const us = (count: number): number => Math.round((count / clockHz) * 1e6);
  return { ...(cycles === undefined ? {} : { value: us(cycles) }), low: us(lowCycles), high: us(highCycles) };
}

/** Of fewer signatures nothing is said of the slowest one in a hundred. */
const MANY_SIGNATURES = 100;

function hasManySignatures(anchors: readonly UnitRow[]): boolean {
  return anchors.some((row) => row.operation === 'sign' && (row.samples ?? 0) >= MANY_SIGNATURES);
}

function fewSignatures(anchors: readonly UnitRow[]): readonly Refusal[] {
  if (hasManySignatures(anchors)) return [];
  const detail = `no p99 of signing: expected an anchor of at least ${MANY_SIGNATURES} signatures of different messages`;
  return [{ code: 'p99-from-few-signatures', detail }];
}

/** Farther from what core and class suggest than this, in standard deviations, a build is likely misconfigured. */
const IMPLAUSIBLE = 4;

/** An anchor that nothing known explains is used, since it is the board's own, and pointed at: a build without optimisation or cache looks like this. */
function implausible(anchors: readonly UnitRow[], units: Units): readonly Refusal[] {
  return anchors.flatMap((row) => {
    const { mean, sd } = forecast(unitOf(row.scheme, units).alone, row);
    const away = (Math.log(row.cycles) - mean) / sd;
    if (Math.abs(away) < IMPLAUSIBLE) return [];
    const times = Math.exp(Math.abs(away) * sd).toPrecision(2);
    const detail = `${row.scheme} ${row.operation}: ${times} times ${away > 0 ? 'slower' : 'faster'} than core and class suggest: look at optimisation, caches, clock and unit`;
    return [{ code: 'implausible-anchor', detail } as const];
  });
}
