// From published or own rows to units of the model: one build on one board, split where its schemes are of different classes.

import type { ProjectionGroup, ProjectionRow } from '../model/calibration.ts';
import { classifyCore, classifyImplementation, type ImplementationClass } from './projection-classes.ts';
import { toUnitCosts, type Unit, type UnitContext, type WorkRow } from './projection-model.ts';
import { findLatticeScheme, isKem, type LatticeScheme, type WorkVariant, workOf } from './work.ts';

/** An operation of a scheme as a unit of the model sees it. */
export interface UnitRow extends WorkRow {
  readonly scheme: LatticeScheme;
  readonly operation: ProjectionRow['operation'];
  readonly samples?: number;
}

/** A unit whose rows can be named. */
export interface NamedUnit extends Unit {
  readonly group: ProjectionGroup;
  readonly rows: readonly UnitRow[];
}

/** The units of a group: one, or one for each class that its schemes have. Rows without a work vector are left out. */
export function toUnits(group: ProjectionGroup): readonly NamedUnit[] {
  const byClass = new Map<string, { readonly context: UnitContext; readonly rows: UnitRow[] }>();
  for (const row of group.rows) {
    const scheme = findLatticeScheme(row.scheme);
    const implementation = scheme === undefined ? undefined : classOf(group, scheme);
    if (scheme === undefined || implementation === undefined) continue;
    const unitRow = toUnitRow({ ...row, scheme }, implementation, group);
    const key = `${implementation.arithmetic} ${implementation.keccak}`;
    const unit = byClass.get(key) ?? { context: toContext(group, implementation), rows: [] };
    byClass.set(key, unit);
    if (unitRow !== undefined) unit.rows.push(unitRow);
  }
  return [...byClass.values()].filter(({ rows }) => rows.length > 0).map((unit) => ({ ...unit, group }));
}

/** The class of a build for one scheme. */
export function classOf({ implementation, variant }: ProjectionGroup, scheme: LatticeScheme): ImplementationClass {
  return classifyImplementation(implementation, variant, isKem(scheme));
}

/** The context of a group in one class. */
export function toContext(group: ProjectionGroup, implementation: ImplementationClass): UnitContext {
  const { board, source, core, isa, clockHz, zeroWait } = group;
  return {
    board: toBoardName(board),
    source: toSourceName(source.title),
    core: classifyCore(core, isa),
    implementation,
    ...(clockHz === undefined ? {} : { clockHz }),
    ...(zeroWait === undefined ? {} : { zeroWait }),
  };
}

interface SchemeRow extends ProjectionRow {
  readonly scheme: LatticeScheme;
}

/** `undefined` where the scheme has no such operation. */
export function toUnitRow(
  { scheme, operation, cycles, samples }: SchemeRow,
  implementation: ImplementationClass,
  { revision }: Pick<ProjectionGroup, 'revision'>,
): UnitRow | undefined {
  const variant = workVariant(implementation);
  const work = workOf({ scheme, operation, revision, variant });
  if (work === undefined) return undefined;
  return {
    scheme,
    operation,
    cycles,
    work: toUnitCosts(work, isKem(scheme)),
    kind: `${isKem(scheme) ? 'ml-kem' : 'ml-dsa'} ${operation}`,
    ...(samples === undefined ? {} : { samples }),
    samplingSd: operation === 'sign' ? SIGNATURE_SD / Math.sqrt(samples ?? UNKNOWN_SAMPLES) : 0,
  };
}

/** Which vector the operations of a class have. */
export function workVariant({ arithmetic, keys }: ImplementationClass): WorkVariant {
  if (arithmetic === 'low-ram') return 'low-ram';
  return keys === 'expanded' ? 'expanded-key' : 'standard';
}

/** Of one signature, as a share of the mean: attempts are geometric (coefficient of variation 0.86 to 0.9) and about three quarters of the work. */
const SIGNATURE_SD = 0.65;
/** Taken where the source does not say how many signatures its mean is of. */
const UNKNOWN_SAMPLES = 20;

/** A board without the clock that sources append to its name. */
export function toBoardName(board: string): string {
  return board
    .toLowerCase()
    .replace(/[-_ ]?\d+(\.\d+)? ?mhz$/, '')
    .replace(/^(nucleo|disco|stm32)[-_ ]?/, '')
    .trim();
}

/** A repository without the pull request or branch that a row adds. */
export function toSourceName(source: string): string {
  return source
    .toLowerCase()
    .replace(/[;(].*$/, '')
    .replace(/ pr #\d+.*$/, '')
    .trim();
}
