// Every case of the complete collections on an image: registered only where they are, so that a run without them has nothing to skip.

import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ACVP_SETS, COMPLETE, completeVectors, readText, wycheproofFiles } from '../pqc/vector-files.ts';
import { casesOf } from '../pqc/wycheproof.ts';
import type { KernelImage } from './kernel-image.ts';
import { acvpTasks, runTasks, wycheproofTasks } from './kernel-vectors.ts';

/** Sets that the kernels answer beyond those that the package ships. */
const FIRMWARE_SETS = ['SLH-DSA-sigVer-FIPS205', 'LMS-sigVer-1.0', 'LMS-sigVer-SP800-208'];

/** One test for each set and file; `timeout` in milliseconds is that of one of them. */
export function describeComplete(title: string, open: () => KernelImage, timeout: number): void {
  if (COMPLETE === undefined) return;
  const root = COMPLETE;
  const sets = [...new Set([...ACVP_SETS.keys(), ...FIRMWARE_SETS])].filter((set) => existsSync(`${root}/acvp/${set}/prompt.json.gz`));

  describe(title, () => {
    const image = open();

    it.each(sets)('ACVP %s: every case', { timeout }, (set) => {
      expect(runTasks(image, acvpTasks(completeVectors(root, set).split)).faults).toEqual([]);
    });

    it.each([...wycheproofFiles(`${root}/wycheproof`)])('Wycheproof %s: every case', { timeout }, (name, path) => {
      expect(runTasks(image, wycheproofTasks(name, casesOf(readText(path)))).faults).toEqual([]);
    });
  });
}
