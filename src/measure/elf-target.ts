// What a user's own build costs on a target, from its counts.

import type { Citation, Measurement, Operation } from '../model/measurement.ts';
import type { TargetProfile } from '../model/target.ts';
import { basisOf, type CompositionBasis } from './compose-signing.ts';
import { type Figures, toFigures, toModel } from './figures.ts';
import type { CountedScheme } from './kernel-count.ts';

/** The build that was counted. */
export interface CountedElf {
  /** by its name, never by its folder */
  readonly file: string;
  readonly sha256: string;
  readonly scheme: CountedScheme;
  /** operations that were counted between the markers alone */
  readonly marked: ReadonlySet<Operation>;
}

/** Everything about one build. */
export interface ElfBench {
  readonly schemaVersion: 1;
  readonly target: Pick<TargetProfile, 'id' | 'name' | 'core' | 'isa'> & { readonly clockHz: number | null };
  readonly file: string;
  readonly sha256: string;
  readonly notes: readonly string[];
  readonly rows: readonly Figures[];
  readonly signing?: CompositionBasis;
  readonly measurements: readonly Measurement[];
}

const MARKED = 'counted between pqr_mark_begin and pqr_mark_end; what the function does before and after is not in it';
const STACK_ALONE = 'the stack alone: static data and heap of the build are not in it';

/** The figures of a build. */
export function toElfBench(profile: TargetProfile, counted: CountedElf): ElfBench {
  const { id, name, core, isa, clockHz } = profile;
  const { file, sha256, scheme, marked } = counted;
  const model = toModel(profile);
  const rows = toFigures(scheme, model);
  return {
    schemaVersion: 1,
    target: { id, name, core, isa, clockHz: clockHz.value },
    file,
    sha256,
    notes: [`RAM is ${STACK_ALONE}`, ...(marked.size === 0 ? [] : [`${[...marked].join(', ')}: ${MARKED}`]), ...model.because],
    rows,
    ...(scheme.signing === undefined ? {} : { signing: basisOf(scheme.signing) }),
    measurements: rows.flatMap((row) => toMeasurements(row, profile, counted)),
  };
}

function toMeasurements(row: Figures, profile: TargetProfile, { file, sha256, marked }: CountedElf): readonly Measurement[] {
  if (row.statistic !== undefined && row.statistic !== 'mean') return [];
  const source: Citation = { title: 'counted by pqready bench elf in the operator’s build', locator: `${file}, SHA-256 ${sha256}` };
  const { algorithm, operation, n } = row;
  const between = marked.has(operation) ? [MARKED] : [];
  const shared = {
    algorithm,
    operation,
    n,
    platform: `${profile.name}, emulated`,
    implementation: `build ${file}`,
    core: profile.core,
    source,
    ...(between.length === 0 ? {} : { note: MARKED }),
  };
  const { fitted, low, high } = row.cycles ?? {};
  return [
    {
      ...shared,
      metric: 'instructions',
      value: row.instructions,
      method: 'counted-emulated',
      ...(row.spread === undefined ? {} : { spread: row.spread }),
    },
    { ...shared, metric: 'stackBytes', value: row.ramBytes, method: 'counted-emulated', note: [STACK_ALONE, ...between].join('; ') },
    ...(fitted === undefined || low === undefined || high === undefined
      ? []
      : [{ ...shared, metric: 'cycles', value: fitted, spread: { min: low, max: high }, method: 'cycles-modelled' } as const]),
  ];
}
