import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runShippedVectors, runVectors } from '../../src/api/vectors.ts';
import { COMPLETE, readText, SHIPPED } from '../pqc/vector-files.ts';

const KEYGEN = readText(`${SHIPPED}ml-kem-keygen.json.gz`);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pqready-vectors-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('runVectors', () => {
  it('reads folders whole, gzip by its magic number, and a named file whatever its name', async () => {
    mkdirSync(join(folder, 'deep', 'er'), { recursive: true });
    writeFileSync(join(folder, 'deep', 'er', 'projection.json'), gzipSync(KEYGEN));
    writeFileSync(join(folder, 'deep', 'plain.json'), KEYGEN);
    writeFileSync(join(folder, 'other.txt'), KEYGEN);
    expect(await runVectors([folder])).toMatchObject({ verdict: 'passed', cases: 12, passed: 12 });
    expect(await runVectors([join(folder, 'other.txt')])).toMatchObject({ verdict: 'passed', passed: 6 });
  });

  it('is incomplete where nothing was run, and says which file could not be read', async () => {
    expect(await runVectors([folder])).toMatchObject({ verdict: 'incomplete', cases: 0 });
    writeFileSync(join(folder, 'bomb.json.gz'), Buffer.concat([gzipSync('{}').subarray(0, 8), Buffer.alloc(20)]));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'link.json'));
    const { passedOver } = await runVectors([folder]);
    expect(passedOver).toMatchObject([{ kind: 'malformed', why: expect.stringContaining('cannot be read or unpacked') }]);
  });

  it('throws for a path that is none, and on an interrupt', async () => {
    await expect(runVectors([join(folder, 'none')])).rejects.toMatchObject({ code: 'path-not-found' });
    writeFileSync(join(folder, 'a.json'), KEYGEN);
    await expect(runVectors([folder], { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('the shipped vectors', () => {
  it('all pass but for the weak pre-hashes, which are listed; allowed, these pass too', { timeout: 300_000 }, async () => {
    const report = await runShippedVectors({ allowWeakHash: true });
    expect(report).toMatchObject({ verdict: 'passed', failed: 0, refused: 0, skipped: 0, passedOver: [] });
    expect(report.cases).toBe(report.coverage.cases);
    expect(report.rejected).toBeGreaterThan(200);
  });
});

// Not a skipped test where nobody gave the collections: .ci/full gives them, and .ci/run counts a skip as a failure.
if (COMPLETE !== undefined) {
  const root = COMPLETE;
  describe('the complete collections (PQREADY_VECTORS names their folder)', () => {
    it('have no failure, and every skip is of a part that they lack', { timeout: 1_200_000 }, async () => {
      const report = await runVectors([root], { allowWeakHash: true });
      expect(report).toMatchObject({ failed: 0, refused: 0, skipped: 624 });
      const skips = report.groups.flatMap(({ set, skipped }) => skipped.map(({ why }) => `${set.split('/').at(-2)}: ${why}`));
      expect([...new Set(skips)]).toEqual(['SLH-DSA-sigGen-FIPS205: the set gives no expected signature']);
      const missing = report.passedOver.filter(({ kind }) => kind !== 'no-vectors').map(({ name }) => name.split('/').at(-2));
      expect(missing).toEqual(['SLH-DSA-sigVer-FIPS205']);
    });

    it('have 162 pre-hashes weaker than their set among the 315 of sigGen and sigVer, which are refused by default', {
      timeout: 600_000,
    }, async () => {
      const { groups } = await runVectors(
        ['ML-DSA-sigGen-FIPS204', 'ML-DSA-sigGen-FIPS204-tr1', 'ML-DSA-sigVer-FIPS204'].map((set) => `${root}/acvp/${set}`),
      );
      const preHashed = groups.filter(({ variant, set }) => variant.includes('preHash') && !set.includes('internalProjection'));
      const count = (pick: (group: (typeof groups)[number]) => number) => preHashed.reduce((sum, group) => sum + pick(group), 0);
      expect([count((group) => group.refused.length), count((group) => group.passed + group.refused.length)]).toEqual([162, 315]);
    });
  });
}
