import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parseManifest } from '../../src/pqc/vectors/manifest.ts';
import {
  ACVP_SETS,
  COMPLETE,
  completePrompts,
  completeVectors,
  PROMPTS,
  readText,
  SHIPPED,
  SLOW_SETS,
  WYCHEPROOF,
  wycheproofFiles,
} from './vector-files.ts';
import { countCases, selectAcvp, selectPrompts, selectWycheproof } from './vector-subset.ts';

/** Folder in the collection → what is committed, below profiles/vectors. */
const COMMITTED: readonly (readonly [string, string])[] = [...ACVP_SETS, ...SLOW_SETS].map(
  ([set, name]) => [set, `${name}.json.gz`] as const,
);
const REBUILD = process.env['PQREADY_REBUILD_VECTORS'] === '1';
const MANIFEST = `${SHIPPED}manifest.json`;

describe('the committed vectors', () => {
  const { files, coverage } = parseManifest(readText(MANIFEST));

  it('take no more than 8 MB', () => {
    expect(files.reduce((sum, { path }) => sum + statSync(`${SHIPPED}${path}`).size, 0)).toBeLessThan(8e6);
  });

  it('are all in the manifest, which counts their cases', () => {
    expect(files.map(({ path }) => path)).toEqual([
      ...COMMITTED.map(([, path]) => path),
      ...readdirSync(WYCHEPROOF)
        .filter((name) => name.endsWith('_test.json.gz'))
        .sort()
        .map((name) => `wycheproof/${name}`),
    ]);
    for (const { path, cases, of } of files) {
      expect([path, countCases(JSON.parse(readText(`${SHIPPED}${path}`)))]).toEqual([path, cases]);
      expect(cases).toBeLessThanOrEqual(of);
    }
    expect(coverage.cases).toBeLessThan(coverage.of);
  });
});

if (COMPLETE !== undefined) {
  const root = COMPLETE;
  describe('the committed vectors, against the collections in PQREADY_VECTORS', () => {
    it.each(COMMITTED)('%s: the committed cases are those that the rule chooses, unchanged, and every group has some', (set, path) => {
      const { split, projected } = completeVectors(root, set);
      const projection = projected === undefined ? undefined : JSON.parse(projected.prompt);
      const chosen = selectAcvp(JSON.parse(split.prompt), JSON.parse(split.expectedResults ?? ''), projection);
      rebuild(`${SHIPPED}${path}`, chosen);
      expect(JSON.parse(readText(`${SHIPPED}${path}`))).toEqual(chosen);
      expect(Math.min(...chosen.testGroups.map(({ tests }) => tests.length))).toBeGreaterThan(0);
    });

    it.each([...wycheproofFiles(`${root}/wycheproof`)])(
      '%s: the committed cases are those that the rule chooses, unchanged',
      (name, path) => {
        const chosen = selectWycheproof(JSON.parse(readText(path)));
        rebuild(`${WYCHEPROOF}${name}_test.json.gz`, chosen);
        expect(JSON.parse(readText(`${WYCHEPROOF}${name}_test.json.gz`))).toEqual(chosen);
      },
    );

    it('the committed prompts of SLH-DSA sigGen are those that the rule chooses, unchanged', () => {
      const chosen = selectPrompts(JSON.parse(completePrompts(root)));
      rebuild(PROMPTS, chosen);
      expect(JSON.parse(readText(PROMPTS))).toEqual(chosen);
    });

    it('the manifest counts the collections', () => {
      const manifest = `${JSON.stringify(toManifest(root), null, 2)}\n`;
      if (REBUILD) writeFileSync(MANIFEST, manifest);
      expect(readText(MANIFEST)).toBe(manifest);
    });
  });
}

/** Which files there are, and how many cases the collections have; sets without a prompt count by their expected results. */
function toManifest(root: string): object {
  const casesIn = (path: string): number => (existsSync(path) ? countCases(JSON.parse(readText(path))) : 0);
  const casesOfSet = (set: string): number =>
    Math.max(...['prompt', 'expectedResults'].map((name) => casesIn(`${root}/acvp/${set}/${name}.json.gz`)));
  const sets = readdirSync(`${root}/acvp`, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const wycheproof = [...wycheproofFiles(`${root}/wycheproof`)];
  return {
    schemaVersion: 1,
    collections: [
      { name: 'ACVP-Server 1.1.0.43', cases: sets.reduce((sum, { name }) => sum + casesOfSet(name), 0) },
      { name: 'Wycheproof dac1dd4', cases: wycheproof.reduce((sum, [, path]) => sum + casesIn(path), 0) },
    ],
    files: [
      ...COMMITTED.map(([set, path]) => ({ path, source: `acvp/${set}`, cases: casesIn(`${SHIPPED}${path}`), of: casesOfSet(set) })),
      ...wycheproof.map(([name, path]) => {
        const committed = `wycheproof/${name}_test.json.gz`;
        return { path: committed, source: `wycheproof/${name}_test.json`, cases: casesIn(`${SHIPPED}${committed}`), of: casesIn(path) };
      }),
    ],
  };
}

function rebuild(path: string, content: object): void {
  if (REBUILD) writeFileSync(path, gzipSync(JSON.stringify(content), { level: 9 }));
}
