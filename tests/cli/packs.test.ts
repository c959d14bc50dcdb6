// explain, list --stale and --packs, as a person runs them.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { pqready } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'packs-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

const CLAUSE = {
  id: 'H.1',
  summary: 'Images are signed.',
  draft: false,
  reading: { how: 'primary', date: '2026-11-01' },
  checks: [{ check: 'update-authenticated', bearing: 'contradiction' }],
};
const HOUSE = {
  ...{ schemaVersion: 1, id: 'house', name: 'House rules', version: '1', issuer: 'We', jurisdiction: 'here', binding: 'guideline' },
  reading: { how: 'primary', date: '2026-11-01' },
  clauses: [CLAUSE],
};

describe('pqready explain', () => {
  it('prints a requirement as text', () => {
    const { code, out } = pqready(['explain', 'EN 5.3-7']);
    expect(code).toBe(0);
    for (const line of ['en-303-645:5.3-7', 'Checks that bear on it:', 'What would change it:', 'From:', 'Tested by:'])
      expect(out).toContain(line);
  });

  it('prints JSON with a schema version', () => {
    const { explained, schemaVersion } = JSON.parse(pqready(['explain', 'no-short-key', '--json']).out);
    expect(schemaVersion).toBe(1);
    expect(explained[0]).toMatchObject({ kind: 'check', id: 'no-short-key' });
  });

  it('ends with 3 and the nearest name for an unknown id', () => {
    const { code, err } = pqready(['explain', 'cra:AnnexI.P1.2.z']);
    expect(code).toBe(3);
    expect(err).toMatch(/did you mean cra:AnnexI\.P1\.2\./);
  });
});

describe('pqready list --stale', () => {
  it('lists rows with how and when they were read', () => {
    const { code, out } = pqready(['list', 'frameworks', '--stale', '--as-of', '2026-11-23']);
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toMatch(/^ID +HOW +READ ON +DOCUMENT$/);
    expect(out).toContain('cra:AnnexI.P1.2.e');
  });

  it('is refused where nothing is read', () => {
    expect(pqready(['list', 'algorithms', '--stale'])).toMatchObject({ code: 3, err: expect.stringContaining('frameworks or policies') });
  });
});

describe('--packs', () => {
  const product = join(folder, 'product');
  mkdirSync(join(folder, 'own', 'frameworks'), { recursive: true });
  writeFileSync(join(folder, 'own', 'frameworks', 'house.json'), JSON.stringify(HOUSE));
  mkdirSync(product);
  writeFileSync(join(product, 'main.c'), '#include <openssl/md5.h>\nvoid f(void) { MD5(0, 0, 0); }\n');
  const assess = (...more: string[]) =>
    pqready(['assess', product, '--out', join(folder, 'out'), '--force', '--as-of', '2026-11-23', '--no-config', ...more]);

  it('adds the operator’s own framework to the report', () => {
    expect(assess('--packs', join(folder, 'own')).code).toBe(0);
    expect(readFileSync(join(folder, 'out', 'report.json'), 'utf8')).toContain('"house:H.1"');
    expect(pqready(['explain', 'house:H.1', '--packs', join(folder, 'own')]).out).toContain('Images are signed.');
  });

  it('with an id that ships is refused', () => {
    mkdirSync(join(folder, 'bad', 'frameworks'), { recursive: true });
    writeFileSync(join(folder, 'bad', 'frameworks', 'cra.json'), JSON.stringify({ ...HOUSE, id: 'cra' }));
    const { code, err } = assess('--packs', join(folder, 'bad'));
    expect(code).toBe(3);
    expect(err).toContain('frameworks/cra.json: id: expected a name of its own, got "cra", a name that ships with pqready');
  });

  it('cannot be asked for by a pqready.yaml in the tree', () => {
    writeFileSync(join(product, 'pqready.yaml'), `schemaVersion: 1\nname: Lamp\npacks: ${JSON.stringify(join(folder, 'own'))}\n`);
    const out = join(folder, 'steered');
    expect(pqready(['assess', product, '--out', out, '--as-of', '2026-11-23']).code).toBe(0);
    const { assessment } = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8'));
    const ids = assessment.frameworks.map((framework: { readonly id: string }) => framework.id);
    expect(ids).toContain('cra');
    expect(ids).not.toContain('house');
  });
});
