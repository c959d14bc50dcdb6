import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { explain } from '../../src/api/explain.ts';
import { listShelf, listStale } from '../../src/api/listing.ts';
import type { IsoDate } from '../../src/model/evidence.ts';

const TODAY = '2026-11-23' as IsoDate;
const folder = mkdtempSync(join(tmpdir(), 'packs-'));
afterAll(() => rmSync(folder, { recursive: true }));

const HOUSE = {
  schemaVersion: 1,
  id: 'house',
  name: 'House rules',
  version: '1',
  issuer: 'We',
  jurisdiction: 'here',
  binding: 'guideline',
  reading: { how: 'primary', date: '2026-11-01' },
  clauses: [
    {
      id: 'H.1',
      summary: 'Images are signed.',
      draft: false,
      reading: { how: 'primary', date: '2026-11-01' },
      checks: [{ check: 'update-authenticated', bearing: 'contradiction' }],
    },
  ],
};

describe('explain', () => {
  it('says of a law’s clause what it is, where it comes from and what bears on it, and gives no verdict', () => {
    const [one] = explain('cra:AnnexI.P1.2.e');
    expect(one).toMatchObject({
      id: 'cra:AnnexI.P1.2.e',
      kind: 'requirement',
      binding: 'law',
      from: { issuer: 'European Union', read: 'copy' },
    });
    expect(one?.checks).toContainEqual(expect.objectContaining({ id: 'transport-quantum-safe', bearing: 'risk' }));
    expect(one?.changes).toContainEqual({ code: 'never-a-verdict' });
    expect(one?.changes).toContainEqual({ code: 'read-primary', read: 'copy' });
    expect(JSON.stringify(one)).not.toMatch(/"(met|not-met|pass)"/);
  });

  it('gives the test group and inputs of a provision', () => {
    const [one] = explain('EN 5.3-7');
    expect(one).toMatchObject({ status: 'MF(g)', test: { group: '5.3-7', inputs: ['IXIT 7-UpdMech'] } });
  });

  it('says of a check what it bears on and which findings fail it', () => {
    const [one] = explain('update-authenticated');
    expect(one).toMatchObject({ kind: 'check' });
    expect(one?.rows).toContain('cra:AnnexI.P2.7');
    expect(one?.changes.map((change) => change.code)).toContain('finding');
  });

  it('says of a policy rule its standing and its days', () => {
    const [one] = explain('nist-ir-8547:IR8547.T2.112');
    expect(one).toMatchObject({ kind: 'policy-rule', draft: true, status: 'allowed' });
    expect(one?.changes).toContainEqual({ code: 'date', date: '2030-12-31', what: 'deprecated' });
    expect(one?.changes).toContainEqual({ code: 'final-text' });
  });

  it('knows the rules of findings', () => {
    expect(explain('boot-verifier-immutable')).toMatchObject([{ kind: 'finding-rule', checks: [{ id: 'boot-verifier-movable' }] }]);
  });

  it('names the nearest for what nothing has', () => {
    expect(() => explain('cra:AnnexI.P1.2.ee')).toThrow(
      expect.objectContaining({ code: 'unknown-id', message: expect.stringContaining('did you mean cra:AnnexI.P1.2.') }),
    );
    expect(() => explain('__proto__')).toThrow(expect.objectContaining({ code: 'unknown-id' }));
  });
});

describe('own packs in a folder', () => {
  it('are listed and explained beside those that ship', () => {
    mkdirSync(join(folder, 'frameworks'));
    writeFileSync(join(folder, 'frameworks', 'house.json'), JSON.stringify(HOUSE));
    expect(listShelf('frameworks', folder).rows.map(([id]) => id)).toContain('house');
    expect(listShelf('frameworks').rows.map(([id]) => id)).not.toContain('house');
    expect(explain('house:H.1', folder)).toMatchObject([{ says: 'Images are signed.' }]);
    expect(() => explain('house:H.1')).toThrow(expect.objectContaining({ code: 'unknown-id' }));
  });

  it('that take a name that ships are refused', () => {
    writeFileSync(join(folder, 'frameworks', 'other.json'), JSON.stringify({ ...HOUSE, id: 'cra' }));
    expect(() => listShelf('frameworks', folder)).toThrow(expect.objectContaining({ code: 'bad-profile' }));
    rmSync(join(folder, 'frameworks', 'other.json'));
  });

  it('that are not there are told', () => {
    expect(() => listShelf('frameworks', join(folder, 'nowhere'))).toThrow(expect.objectContaining({ code: 'path-not-found' }));
  });
});

describe('what is stale', () => {
  it('is every row that was not read in the issuer’s own text, and on a later day those too', () => {
    const today = listStale('frameworks', TODAY);
    const later = listStale('frameworks', '2027-06-01' as IsoDate);
    const ids = (rows: readonly (readonly string[])[]) => rows.map(([id]) => id);
    expect(ids(today.rows)).toContain('cra:AnnexI.P1.2.e');
    expect(ids(today.rows)).not.toContain('pqcmm:PQCMM.3');
    expect(ids(later.rows)).toContain('pqcmm:PQCMM.3');
    for (const [, how] of today.rows) expect(['copy', 'secondary', 'none']).toContain(how);
  });

  it('covers policies too', () => {
    expect(listStale('policies', TODAY).rows.length).toBeGreaterThan(50);
  });
});
