import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { pqready } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'pqready-selftest-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('pqready selftest --report', () => {
  it('writes the record of a tool that passes, which a report then cites and nobody may change', () => {
    const record = join(folder, 'qualification.json');
    const { code, out } = pqready(['selftest', '--report', record, '--as-of', '2026-11-23']);
    expect(code).toBe(0);
    const { digest, verdict, vectors, date } = JSON.parse(readFileSync(record, 'utf8'));
    expect({ verdict, date, failed: vectors.failed, skipped: vectors.skipped }).toEqual({
      verdict: 'passed',
      date: '2026-11-23',
      failed: 0,
      skipped: 0,
    });
    expect(out).toContain(`${vectors.cases} of ${vectors.ofComplete} of the complete collections`);
    expect(out).toContain(`passed; record sha256 ${digest}`);

    expect(pqready(['selftest', '--report', record])).toMatchObject({
      code: 3,
      err: expect.stringContaining('exists; --force replaces it'),
    });

    const source = join(folder, 'src.py');
    writeFileSync(source, 'import hashlib\nhashlib.sha256(b"x")\n');
    const report = join(folder, 'report');
    const cited = pqready(['assess', source, '--qualification', record, '--out', report, '--as-of', '2026-11-23']);
    expect(cited.code).toBe(0);
    expect(JSON.parse(readFileSync(join(report, 'report.json'), 'utf8')).qualification).toMatchObject({ digest, verdict: 'passed' });
    expect(readFileSync(join(report, 'index.html'), 'utf8')).toContain(digest);

    writeFileSync(record, readFileSync(record, 'utf8').replace('"failed": 0', '"failed": 1'));
    const changed = pqready(['assess', source, '--qualification', record, '--out', join(folder, 'other')]);
    expect(changed).toMatchObject({ code: 3, err: expect.stringContaining('qualification.json: digest: expected') });
  }, 300_000);
});
