// `UPDATE_GOLDEN=1 npx vitest run tests/qualify.test.ts` writes the published scores again: after a change of catalogue or annotated files that
// was looked at.

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseQualification } from '../src/catalog/qualification.ts';
import { readGolden, readShippedFiles } from '../src/io/package-files.ts';
import type { IsoDate } from '../src/model/evidence.ts';
import { qualify, scoreGolden } from '../src/qualify.ts';

const PUBLISHED = new URL('../profiles/golden-scores.json', import.meta.url);

const options = {
  date: '2026-11-23' as IsoDate,
  environment: { os: 'linux', arch: 'x64', node: '20.20.2', v8: '11.3' },
  vectors: {
    implementation: 'reference',
    verdict: 'passed' as const,
    cases: 3,
    passed: 3,
    failed: 0,
    refused: 0,
    skipped: 0,
    ofComplete: 9,
    collections: ['a collection'],
  },
};

describe('the record of the self-test', () => {
  it('publishes recall and precision of every language, none below 0.95', async () => {
    const scores = await scoreGolden();
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(PUBLISHED, `${JSON.stringify(scores, null, 2)}\n`);
    expect(scores).toEqual(JSON.parse(readFileSync(PUBLISHED, 'utf8')));
    for (const { language, hits, expected, found, fieldHits, fieldsExpected } of scores) {
      expect(hits / expected, language).toBeGreaterThanOrEqual(0.95);
      expect(hits / found, language).toBeGreaterThanOrEqual(0.95);
      expect(fieldHits / fieldsExpected, language).toBeGreaterThanOrEqual(0.95);
    }
  });

  it('passes where vectors and scanner do, with the digest of every file that ships', async () => {
    const record = await qualify(options);
    expect(record).toMatchObject({ verdict: 'passed', scanner: { differences: [] } });
    const schema = record.files.find(({ path }) => path === 'profiles/schemas/product.schema.json');
    const bytes = readFileSync(new URL('../profiles/schemas/product.schema.json', import.meta.url));
    expect(schema?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(record.files).toHaveLength(readShippedFiles().length);
    expect(new Set(record.scanner.languages.map(({ language }) => language))).toEqual(
      new Set(readGolden().map(({ language }) => language)),
    );
  });

  it.each(['failed', 'incomplete'] as const)('is %s where the vectors are', async (verdict) => {
    const record = await qualify({ ...options, vectors: { ...options.vectors, verdict } });
    expect(record.verdict).toBe(verdict);
  });

  it('is the same for the same input, and cited only as it was written, by the version that wrote it', async () => {
    const record = await qualify(options);
    expect(await qualify(options)).toEqual(record);
    const text = JSON.stringify(record, null, 2);
    const { version } = record.tool;
    expect(parseQualification(text, 'record.json', version)).toEqual({
      digest: record.digest,
      date: '2026-11-23',
      verdict: 'passed',
      version,
    });
    const { digest, ...content } = record;
    expect(digest).toBe(createHash('sha256').update(JSON.stringify(content)).digest('hex'));
    expect(() => parseQualification(text.replace('"passed": 3', '"passed": 4'), 'record.json', version)).toThrow(
      /record\.json: digest: expected/,
    );
    expect(() => parseQualification(text, 'record.json', '9.9.9')).toThrow(/expected a record of pqready 9\.9\.9/);
    expect(() => parseQualification('{}', 'record.json', version)).toThrow(/record\.json/);
  });
});
