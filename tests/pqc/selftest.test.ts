import { describe, expect, it } from 'vitest';
import { runSelfTest } from '../../src/pqc/selftest.ts';
import { shippedVectors } from './vector-files.ts';

describe('the self-test', () => {
  it('passes with the shipped vectors and leaves no operation out', () => {
    const report = runSelfTest(shippedVectors());
    expect(report).toMatchObject({ verdict: 'passed', failed: 0, skipped: 0, uncovered: [] });
    expect(report.passed).toBeGreaterThanOrEqual(2 * report.groups.length);
    expect(report.roundTrips.map((trip) => trip.parameterSet)).toEqual([
      'ML-KEM-512',
      'ML-KEM-768',
      'ML-KEM-1024',
      'ML-DSA-44',
      'ML-DSA-65',
      'ML-DSA-87',
    ]);
  });

  it('is incomplete, not passed, without vectors', () => {
    const report = runSelfTest([]);
    expect(report).toMatchObject({ verdict: 'incomplete', passed: 0, failed: 0 });
    expect(report.uncovered).toHaveLength(3 * 5 + 3 * 3);
  });

  it('is incomplete where an operation has no case, and names it', () => {
    const report = runSelfTest(shippedVectors().filter(({ name }) => !name.startsWith('ml-dsa-sig')));
    expect(report).toMatchObject({ verdict: 'incomplete', failed: 0, skipped: 0 });
    expect(report.uncovered).toEqual(['44', '65', '87'].flatMap((set) => [`ML-DSA-${set} sigGen`, `ML-DSA-${set} sigVer`]));
  });

  it('fails where one case fails', () => {
    const [keygen, ...others] = shippedVectors().filter(({ name }) => name.startsWith('ml-kem'));
    const set = JSON.parse(keygen?.prompt ?? '');
    set.testGroups[0].tests[0].ek = set.testGroups[0].tests[1].ek;
    const report = runSelfTest([{ name: 'broken', prompt: JSON.stringify(set) }, ...others]);
    expect(report).toMatchObject({ verdict: 'failed', failed: 1 });
  });
});
