import { statSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  ACVP_SETS,
  COMPLETE,
  completeVectors,
  readText,
  SHIPPED,
  UNSHIPPED,
  UNSHIPPED_SETS,
  WYCHEPROOF,
  wycheproofFiles,
} from './vector-files.ts';
import { selectAcvp, selectWycheproof } from './vector-subset.ts';

/** Folder in the collection → path of what is committed. */
const COMMITTED: readonly (readonly [string, string])[] = [
  ...[...ACVP_SETS].map(([set, name]) => [set, `${SHIPPED}${name}.json.gz`] as const),
  ...[...UNSHIPPED_SETS].map(([set, name]) => [set, `${UNSHIPPED}${name}.json.gz`] as const),
];
const REBUILD = process.env['PQREADY_REBUILD_VECTORS'] === '1';

describe('the committed vectors', () => {
  it('take no more than 8 MB', () => {
    const paths = [...COMMITTED.map(([, path]) => path), ...wycheproofFiles(WYCHEPROOF).values()];
    expect(paths.reduce((sum, path) => sum + statSync(path).size, 0)).toBeLessThan(8e6);
  });
});

if (COMPLETE !== undefined) {
  const root = COMPLETE;
  describe('the committed vectors, against the collections in PQREADY_VECTORS', () => {
    it.each(COMMITTED)('%s: the committed cases are those that the rule chooses, unchanged', (set, path) => {
      const { split, projected } = completeVectors(root, set);
      const projection = projected === undefined ? undefined : JSON.parse(projected.prompt);
      const chosen = selectAcvp(JSON.parse(split.prompt), JSON.parse(split.expectedResults ?? ''), projection);
      rebuild(path, chosen);
      expect(JSON.parse(readText(path))).toEqual(chosen);
    });

    it.each([...wycheproofFiles(`${root}/wycheproof`)])(
      '%s: the committed cases are those that the rule chooses, unchanged',
      (name, path) => {
        const chosen = selectWycheproof(JSON.parse(readText(path)));
        rebuild(`${WYCHEPROOF}${name}_test.json.gz`, chosen);
        expect(JSON.parse(readText(`${WYCHEPROOF}${name}_test.json.gz`))).toEqual(chosen);
      },
    );
  });
}

function rebuild(path: string, content: object): void {
  if (REBUILD) writeFileSync(path, gzipSync(JSON.stringify(content), { level: 9 }));
}
