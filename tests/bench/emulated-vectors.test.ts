// ACVP and Wycheproof on the images that our interpreters run. The gate takes of each test group and flag five shipped cases, or all where there
// are fewer; where the cases sign, which is a hundred times as long, two on the fast images and one on the small ones, with the fewest attempts.
// With the complete collections (.ci/full) each image takes every case: three minutes for v7E-M fast, some forty for all eight.

import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { KernelIsa } from '../../src/model/target.ts';
import { ACVP_SETS, COMPLETE, completeVectors, readText, shippedVectors, WYCHEPROOF, wycheproofFiles } from '../pqc/vector-files.ts';
import { casesOf } from '../pqc/wycheproof.ts';
import { type Build, openImage } from './kernel-image.ts';
import { acvpTasks, runTasks, someOfEach, type VectorTask, wycheproofTasks } from './kernel-vectors.ts';

const IMAGES: readonly (readonly [KernelIsa, Build])[] = (['v6m', 'v7m', 'v7em', 'rv32imc'] as const).flatMap((isa) =>
  (['fast', 'small'] as const).map((build) => [isa, build] as const),
);
/** Of each group and flag. */
const CASES_EACH = { fast: { signing: 2, other: 5 }, small: { signing: 1, other: 5 } } as const;
/** Sets that the kernels answer beyond those that the package ships. */
const FIRMWARE_SETS = ['SLH-DSA-sigVer-FIPS205', 'LMS-sigVer-1.0', 'LMS-sigVer-SP800-208'];

function tasksOf(wycheproofFolder: string, acvp: readonly VectorTask[][]): readonly VectorTask[] {
  const files = [...wycheproofFiles(wycheproofFolder)].map(([name, path]) => wycheproofTasks(name, casesOf(readText(path))));
  return [...acvp.flat(), ...files.flat()];
}

const shipped = tasksOf(
  WYCHEPROOF,
  shippedVectors().map((text) => [...acvpTasks(text)]),
);
const wasm = openImage('fast');
const chosen = { fast: someOfEach(wasm, shipped, CASES_EACH.fast), small: someOfEach(wasm, shipped, CASES_EACH.small) };

describe('the cases of the gate', () => {
  it.each(['fast', 'small'] as const)('%s: stand for every group and flag', (build) => {
    for (const group of new Set(shipped.flatMap(({ groups }) => groups))) {
      const count = (tasks: readonly VectorTask[]): number => tasks.filter(({ groups }) => groups.includes(group)).length;
      const wanted = /sig-?gen|_sign_/i.test(group) ? CASES_EACH[build].signing : CASES_EACH[build].other;
      expect([group, Math.min(wanted, count(chosen[build]))]).toEqual([group, Math.min(wanted, count(shipped))]);
    }
  });
});

describe('ACVP and Wycheproof by interpreter', () => {
  it.each(IMAGES)('%s %s: every group and flag', { timeout: 600_000 }, (isa, build) => {
    const { cases, faults } = runTasks(openImage(build, isa), chosen[build]);
    expect(faults).toEqual([]);
    expect(cases).toBe(chosen[build].length);
  });
});

// Registered only where the collections are, so that a run without them has nothing to skip.
if (COMPLETE !== undefined) {
  const root = COMPLETE;
  const sets = [...new Set([...ACVP_SETS.keys(), ...FIRMWARE_SETS])].filter((set) => existsSync(`${root}/acvp/${set}/prompt.json.gz`));

  describe.each(IMAGES)('%s %s, the complete collections', (isa, build) => {
    const image = openImage(build, isa);

    it.each(sets)('ACVP %s: every case', { timeout: 3_600_000 }, (set) => {
      expect(runTasks(image, acvpTasks(completeVectors(root, set).split)).faults).toEqual([]);
    });

    it.each([...wycheproofFiles(`${root}/wycheproof`)])('Wycheproof %s: every case', { timeout: 3_600_000 }, (name, path) => {
      expect(runTasks(image, wycheproofTasks(name, casesOf(readText(path)))).faults).toEqual([]);
    });
  });
}
