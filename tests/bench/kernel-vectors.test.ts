import { describe, expect, it } from 'vitest';
import { readText, shippedVectors, WYCHEPROOF, wycheproofFiles } from '../pqc/vector-files.ts';
import { casesOf } from '../pqc/wycheproof.ts';
import { describeComplete } from './complete-vectors.ts';
import { type Build, openImage } from './kernel-image.ts';
import { acvpTasks, runTasks, wycheproofTasks } from './kernel-vectors.ts';

const BUILDS: readonly Build[] = ['fast', 'small'];

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

for (const build of BUILDS) describeComplete(`the ${build} kernels, complete collections`, () => openImage(build), 600_000);
