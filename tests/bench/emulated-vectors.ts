// ACVP and Wycheproof on the images that our interpreters run; a file of tests for each core, so that cores of this machine share the work. The
// gate takes of each test group and flag five shipped cases, or all where there are fewer; where the cases sign, which is a hundred times as long,
// two on the fast images and one on the small ones, with the fewest attempts. With the complete collections (.ci/full) each image takes every
// case: three minutes for v7E-M fast, some forty for all eight.

import { describe, expect, it } from 'vitest';
import type { KernelIsa } from '../../src/model/target.ts';
import { readText, shippedVectors, WYCHEPROOF, wycheproofFiles } from '../pqc/vector-files.ts';
import { casesOf } from '../pqc/wycheproof.ts';
import { describeComplete } from './complete-vectors.ts';
import { type Build, openImage } from './kernel-image.ts';
import { acvpTasks, runTasks, someOfEach, toCosted, type VectorTask, wycheproofTasks } from './kernel-vectors.ts';

const BUILDS: readonly Build[] = ['fast', 'small'];

/** Cases of each group and flag. */
export const CASES_EACH = { fast: { signing: 2, other: 5 }, small: { signing: 1, other: 5 } } as const;

/** Every shipped case, and those that the gate takes on the images of a build. */
export interface GateCases {
  readonly shipped: readonly VectorTask[];
  readonly chosen: Readonly<Record<Build, readonly VectorTask[]>>;
}

export function gateCases(): GateCases {
  const files = [...wycheproofFiles(WYCHEPROOF)].map(([name, path]) => wycheproofTasks(name, casesOf(readText(path))));
  const shipped = [...shippedVectors().map(acvpTasks), ...files].flat();
  const costed = toCosted(openImage('fast'), shipped);
  return { shipped, chosen: { fast: someOfEach(costed, CASES_EACH.fast), small: someOfEach(costed, CASES_EACH.small) } };
}

/** The tests of both images of a core. */
export function describeCore(isa: KernelIsa): void {
  const { chosen } = gateCases();

  describe('ACVP and Wycheproof by interpreter', () => {
    it.each(BUILDS)(`${isa} %s: every group and flag`, { timeout: 600_000 }, (build) => {
      const { cases, faults } = runTasks(openImage(build, isa), chosen[build]);
      expect(faults).toEqual([]);
      expect(cases).toBe(chosen[build].length);
    });
  });

  for (const build of BUILDS) describeComplete(`${isa} ${build}, the complete collections`, () => openImage(build, isa), 3_600_000);
}
