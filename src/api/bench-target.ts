// What the benchmark kernels cost on a target, counted instruction by instruction.

import { chooseTarget } from '../catalog/choose-targets.ts';
import { countTarget } from '../count-target.ts';
import { cacheFolder, openCache } from '../io/cache.ts';
import { KERNEL_BUILDS, type KernelBuild } from '../measure/kernel-manifest.ts';
import type { TargetBench } from '../measure/kernel-target.ts';
import { PqreadyError } from '../model/errors.ts';
import type { Progress } from '../model/world.ts';
import { ML_DSA_IDS, ML_KEM_IDS, type MlDsaId, type MlKemId } from '../pqc/parameter-sets.ts';
import { readTargets } from '../shelves.ts';

export type { RowCycles } from '../measure/figures.ts';
export type { KernelBuild } from '../measure/kernel-manifest.ts';
export type { SigningBasis, TargetBench, TargetBuild, TargetRow } from '../measure/kernel-target.ts';

export interface TargetBenchOptions {
  /** ids of ML-KEM and ML-DSA; all six where absent or empty */
  readonly algorithms?: readonly string[];
  /** `fast`, `small`; both where absent or empty */
  readonly builds?: readonly string[];
  /** threads; 1, this one, where absent */
  readonly jobs?: number;
  /** false: count again whatever was kept, and keep nothing */
  readonly cache?: boolean;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/**
 * Exact instructions, RAM and code of ML-KEM and ML-DSA on a target, with modelled cycles where its core has a model. Every result is compared
 * with noble's for the same seeds before its count is kept. Throws `unknown-id`, `not-countable` (with what would give figures), `cancelled`.
 */
export async function benchTarget(target: string, options: TargetBenchOptions = {}): Promise<TargetBench> {
  const { algorithms = [], builds = [], cache = true, jobs, onProgress, signal } = options;
  return countTarget(chooseTarget(readTargets(), target), {
    algorithms: algorithms.length === 0 ? COUNTED : algorithms.map((name) => requireOne(name, COUNTED, '--algorithm')),
    builds: builds.length === 0 ? KERNEL_BUILDS : builds.map((name): KernelBuild => requireOne(name, KERNEL_BUILDS, '--build')),
    ...(cache ? { cache: openCache(cacheFolder()) } : {}),
    ...(jobs === undefined ? {} : { jobs }),
    ...(onProgress === undefined ? {} : { onProgress }),
    ...(signal === undefined ? {} : { signal }),
  });
}

const COUNTED: readonly (MlKemId | MlDsaId)[] = [...ML_KEM_IDS, ...ML_DSA_IDS];

function requireOne<T extends string>(name: string, known: readonly T[], option: string): T {
  const found = known.find((each) => each === name.toLowerCase());
  if (found === undefined) throw new PqreadyError('unknown-id', `${option}: expected one of ${known.join(', ')}, got "${name}"`);
  return found;
}
