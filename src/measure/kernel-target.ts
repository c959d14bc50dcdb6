// The figures of a target from the counts of its image: rows, what each build is, and measurements that an assessment reads.

import type { Citation, Measurement } from '../model/measurement.ts';
import type { KernelIsa, TargetProfile } from '../model/target.ts';
import type { MlDsaId, MlKemId } from '../pqc/parameter-sets.ts';
import { basisOf, type CompositionBasis } from './compose-signing.ts';
import { type Figures, type Model, toFigures, toModel } from './figures.ts';
import type { KernelChoice } from './kernel-choice.ts';
import type { CountedScheme } from './kernel-count.ts';
import { type CodeSize, codeSizeOf, type ImageEntry, type KernelBuild } from './kernel-manifest.ts';

/** One operation of one build. Counts of `fast` and RAM of `small` never stand in one row. */
export interface TargetRow extends Figures {
  readonly build: KernelBuild;
  /** .text + .rodata of the scheme, without what it shares (Keccak, memory functions) */
  readonly codeBytes: number;
}

/** What a build is and what its schemes share. */
export interface TargetBuild {
  readonly build: KernelBuild;
  readonly image: string;
  readonly sha256: string;
  readonly compiler: string;
  readonly flags: string;
  readonly sharedCode: Pick<CodeSize, 'keccakBytes' | 'memoryBytes'>;
}

/** How the signing rows of a set came about. */
export interface SigningBasis extends CompositionBasis {
  readonly algorithm: MlKemId | MlDsaId;
  readonly build: KernelBuild;
}

/** Everything about one target. */
export interface TargetBench {
  readonly schemaVersion: 1;
  readonly target: Pick<TargetProfile, 'id' | 'name' | 'core' | 'isa'> & { readonly clockHz: number | null };
  readonly kernelIsa: KernelIsa;
  /** what a reader of the figures must know, in order */
  readonly notes: readonly string[];
  readonly builds: readonly TargetBuild[];
  readonly rows: readonly TargetRow[];
  readonly signing: readonly SigningBasis[];
  readonly measurements: readonly Measurement[];
}

/** What was counted of a set on an image. */
export interface SchemeOnImage {
  readonly entry: ImageEntry;
  readonly build: KernelBuild;
  readonly scheme: CountedScheme;
}

/** The figures of a target from the counts of its image. */
export function toTargetBench(profile: TargetProfile, choice: KernelChoice, counted: readonly SchemeOnImage[]): TargetBench {
  const { id, name, core, isa, clockHz } = profile;
  const model = toModel(profile);
  const rows = counted.flatMap((each) => toRows(each, model));
  return {
    schemaVersion: 1,
    target: { id, name, core, isa, clockHz: clockHz.value },
    kernelIsa: choice.isa,
    notes: [...(choice.note === undefined ? [] : [choice.note]), ...model.because],
    builds: toBuilds(counted),
    rows,
    signing: counted.flatMap(({ scheme: { algorithm, signing }, build }) =>
      signing === undefined ? [] : [{ algorithm, build, ...basisOf(signing) }],
    ),
    measurements: rows.flatMap((row) => toMeasurements(row, profile, counted)),
  };
}

function toRows({ entry, build, scheme }: SchemeOnImage, model: Model): readonly TargetRow[] {
  const { ownBytes } = codeSizeOf(entry, scheme.algorithm);
  return toFigures(scheme, model).map((figures) => ({ build, codeBytes: ownBytes, ...figures }));
}

function toBuilds(counted: readonly SchemeOnImage[]): readonly TargetBuild[] {
  const byFile = new Map(counted.map((each) => [each.entry.file, each]));
  return [...byFile.values()].map(({ entry, build, scheme }) => {
    const { keccakBytes, memoryBytes } = codeSizeOf(entry, scheme.algorithm);
    const { file, sha256, compiler, flags } = entry;
    return { build, image: file, sha256, compiler, flags, sharedCode: { keccakBytes, memoryBytes } };
  });
}

/** Rows as measurements: of signing the mean, which is what a budget is compared with. */
function toMeasurements(row: TargetRow, profile: TargetProfile, counted: readonly SchemeOnImage[]): readonly Measurement[] {
  const entry = counted.find(({ build }) => build === row.build)?.entry;
  if (entry === undefined || (row.statistic !== undefined && row.statistic !== 'mean')) return [];
  const { keccakBytes, memoryBytes } = codeSizeOf(entry, row.algorithm);
  const shared = {
    algorithm: row.algorithm,
    operation: row.operation,
    n: row.n,
    platform: `${profile.name}, ${entry.isa} image emulated`,
    implementation: `pqready kernels ${row.build}`,
    build: 'portable',
    core: profile.core,
    source: toCitation(entry),
  } as const;
  const composed = row.statistic === undefined ? {} : { note: 'mean over the known rejections, composed from emulated signatures' };
  const spread = row.spread === undefined ? {} : { spread: row.spread };
  const code = `of it ${keccakBytes + memoryBytes} bytes that every scheme shares (Keccak, memory functions)`;
  const { fitted, low, high } = row.cycles ?? {};
  return [
    { ...shared, metric: 'instructions', value: row.instructions, ...spread, method: 'counted-emulated', ...composed },
    { ...shared, metric: 'stackBytes', value: row.ramBytes, method: 'counted-emulated' },
    { ...shared, metric: 'codeBytes', value: row.codeBytes + keccakBytes + memoryBytes, method: 'counted-emulated', note: code },
    ...(fitted === undefined || low === undefined || high === undefined
      ? []
      : [{ ...shared, metric: 'cycles', value: fitted, spread: { min: low, max: high }, method: 'cycles-modelled', ...composed } as const]),
  ];
}

function toCitation({ file, sha256, compiler }: ImageEntry): Citation {
  return { title: `pqready benchmark kernels, ${compiler}`, locator: `bench/kernels/images/${file}, SHA-256 ${sha256}` };
}
