// One piece of counting work, complete in itself, so that it can be done in this thread or in another.

import type { KernelIsa } from '../model/target.ts';
import type { MlDsaId, MlKemId } from '../pqc/parameter-sets.ts';
import { type CountedScheme, countScheme } from './kernel-count.ts';
import { openEmulated } from './kernel-emulated.ts';
import type { KernelBuild } from './kernel-manifest.ts';
import type { KnownPath } from './signing-paths.ts';

/** A parameter set on an image; `paths` are those of ML-DSA, none for ML-KEM. */
export interface CountJob {
  readonly isa: KernelIsa;
  readonly build: KernelBuild;
  readonly image: Uint8Array;
  readonly algorithm: MlKemId | MlDsaId;
  readonly paths: readonly KnownPath[];
}

/** Does it. Throws as `countScheme` does. */
export function runCountJob({ isa, image, algorithm, paths }: CountJob): CountedScheme {
  return countScheme(openEmulated(image, isa), algorithm, paths);
}
