import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ACVP_SETS, COMPLETE, completeVectors, readText, shippedVectors, WYCHEPROOF, wycheproofFiles } from '../pqc/vector-files.ts';
import { casesOf } from '../pqc/wycheproof.ts';
import { type Build, openImage } from './kernel-image.ts';
import { acvpTasks, runTasks, wycheproofTasks } from './kernel-vectors.ts';

const BUILDS: readonly Build[] = ['fast', 'small'];
/** Sets of the complete collection that the kernels answer beyond those that the package ships. */
const FIRMWARE_SETS = ['SLH-DSA-sigVer-FIPS205', 'LMS-sigVer-1.0', 'LMS-sigVer-SP800-208'];

describe.each(BUILDS)('the %s kernels', (build) => {
  const image = openImage(build);

  it.each(shippedVectors().map((text) => [text.name, text] as const))('ACVP %s: every shipped case', (_name, text) => {
    const { cases, faults } = runTasks(image, acvpTasks(text));
    expect(faults).toEqual([]);
    expect(cases).toBeGreaterThan(0);
  });

  it.each([...wycheproofFiles(WYCHEPROOF)])('Wycheproof %s: every committed case', (name, path) => {
    const { cases, faults } = runTasks(image, wycheproofTasks(name, casesOf(readText(path))));
    expect(faults).toEqual([]);
    expect(cases).toBeGreaterThan(0);
  });

  it('a case whose expected result is another one is a fault', () => {
    const [set] = shippedVectors().filter(({ name }) => name === 'ml-kem-keygen');
    const prompt = set?.prompt.replace(/"ek":"(.)/, (_all, digit: string) => `"ek":"${digit === '0' ? '1' : '0'}`) ?? '';
    expect(runTasks(image, acvpTasks({ name: 'changed', prompt })).faults).toHaveLength(1);
  });
});

// Registered only where the collections are, so that a run without them has nothing to skip.
if (COMPLETE !== undefined) {
  const root = COMPLETE;
  const sets = [...new Set([...ACVP_SETS.keys(), ...FIRMWARE_SETS])].filter((set) => existsSync(`${root}/acvp/${set}/prompt.json.gz`));

  describe.each(BUILDS)('the %s kernels, complete collections', (build) => {
    const image = openImage(build);

    it.each(sets)('ACVP %s: every case', { timeout: 600_000 }, (set) => {
      expect(runTasks(image, acvpTasks(completeVectors(root, set).split)).faults).toEqual([]);
    });

    it.each([...wycheproofFiles(`${root}/wycheproof`)])('Wycheproof %s: every case', { timeout: 600_000 }, (name, path) => {
      expect(runTasks(image, wycheproofTasks(name, casesOf(readText(path)))).faults).toEqual([]);
    });
  });
}
