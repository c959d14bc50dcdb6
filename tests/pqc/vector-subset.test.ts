import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ACVP_SETS, COMPLETE, completeVectors, readText, SHIPPED, WYCHEPROOF, wycheproofFiles } from './vector-files.ts';
import { selectAcvp, selectWycheproof } from './vector-subset.ts';

const REBUILD = process.env['PQREADY_REBUILD_VECTORS'] === '1';

describe.skipIf(COMPLETE === undefined)('the committed vectors, against the collections in PQREADY_VECTORS', () => {
  const root = COMPLETE ?? '';

  it.each([...ACVP_SETS])('%s: the shipped cases are those that the rule chooses, unchanged', (set, name) => {
    const { split, projected } = completeVectors(root, set);
    const projection = projected === undefined ? undefined : JSON.parse(projected.prompt);
    const chosen = selectAcvp(JSON.parse(split.prompt), JSON.parse(split.expectedResults ?? ''), projection);
    rebuild(`${SHIPPED}${name}.json.gz`, chosen);
    expect(JSON.parse(readText(`${SHIPPED}${name}.json.gz`))).toEqual(chosen);
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

function rebuild(path: string, content: object): void {
  if (REBUILD) writeFileSync(path, gzipSync(JSON.stringify(content), { level: 9 }));
}
