// `UPDATE_SCHEMAS=1 npx vitest run tests/catalog/schemas.test.ts && npx biome format --write profiles/schemas` writes the committed schemas again.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type ProfileKind, renderSchema } from '../../src/catalog/schemas.ts';

const KINDS: readonly ProfileKind[] = ['target', 'framework', 'policy', 'product', 'drill'];
const PROFILES = new URL('../../profiles/', import.meta.url);

/** The problems an editor would show. */
function validate(kind: ProfileKind, value: unknown): unknown {
  const ajv = new Ajv2020({ formats: { date: true }, allowUnionTypes: true });
  const check = ajv.compile(JSON.parse(renderSchema(kind)));
  return check(value) ? [] : check.errors;
}

describe('the schemas that editors use', () => {
  it.each(KINDS)('are committed as they are made: %s', (kind) => {
    const file = new URL(`schemas/${kind}.schema.json`, PROFILES);
    if (process.env['UPDATE_SCHEMAS'] === '1') writeFileSync(file, renderSchema(kind));
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(renderSchema(kind)));
  });

  it.each([
    ['targets', 'target'],
    ['frameworks', 'framework'],
    ['policies', 'policy'],
  ] as const)('accept every file of profiles/%s', (folder, kind) => {
    for (const name of readdirSync(new URL(`${folder}/`, PROFILES))) {
      expect(validate(kind, JSON.parse(readFileSync(new URL(`${folder}/${name}`, PROFILES), 'utf8'))), name).toEqual([]);
    }
  });

  it('accept the short forms of a product file and refuse an unknown key', () => {
    const short = parse(
      'schemaVersion: 1\nname: Lamp\ntargets: [esp32, { target: a, budget: { ramBytes: 64 KiB } }]\nmarkets: eu\nparts: [{ kind: app, paths: src }]',
    );
    expect(validate('product', short)).toEqual([]);
    expect(validate('product', { ...short, supportEnd: '2030-01-01' })).not.toEqual([]);
    expect(validate('product', { ...short, markets: ['ue'] })).not.toEqual([]);
  });
});
