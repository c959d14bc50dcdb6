import { describe, expect, it } from 'vitest';
import type { ConformanceRecord } from '../../src/model/conformance.ts';
import type { IsoDateTime } from '../../src/model/evidence.ts';
import { htmlReport } from '../../src/report/html.ts';
import { json } from '../../src/report/json.ts';
import { markdown } from '../../src/report/markdown.ts';
import { HOSTILE } from './hostile.ts';
import { SAMPLE } from './sample.ts';

const record = (change: Partial<ConformanceRecord> = {}): ConformanceRecord => ({
  schemaVersion: 1,
  record: 'pqc-conformance',
  tool: { name: 'pqready', version: '0.1.0' },
  observedAt: '2026-11-23T08:00:00Z' as IsoDateTime,
  channel: 'serial',
  implementation: 'mylib 1.4',
  platform: 'Cortex-M4',
  subject: { part: 'bootloader', version: '2.1', imageSha256: 'ab'.repeat(32) },
  verdict: 'not-met',
  rows: [
    {
      requirement: 'ml-dsa-verify',
      algorithm: 'ml-dsa-65',
      verdict: 'met',
      passed: 44,
      failed: 0,
      unanswered: 0,
      unsupported: 0,
      notes: [],
    },
    {
      requirement: 'ml-dsa-hint-encoding',
      algorithm: 'ml-dsa-65',
      verdict: 'not-met',
      passed: 12,
      failed: 1,
      unanswered: 0,
      unsupported: 0,
      notes: [{ case: 'edge/ml-dsa-65/hint-padding', why: 'accepted, expected a rejection' }],
    },
  ],
  remarks: ['3 lines of the driver were no answers and were passed over'],
  ...change,
});
const printed = (change: Partial<ConformanceRecord> = {}) => ({ ...SAMPLE, conformance: [record(change)] });

describe('the section PQC implementation conformance', () => {
  it('is there only where a record was given', () => {
    expect(htmlReport.render(SAMPLE)).not.toContain('PQC implementation conformance');
    expect(markdown.render(SAMPLE)).not.toContain('PQC implementation conformance');
  });

  it('says what was tested, the clause and the case that speaks against it, what is not met first', () => {
    const page = htmlReport.render(printed());
    expect(page).toContain('id="conformance"');
    for (const part of ['mylib 1.4 on', 'bootloader', 'over a serial line', 'FIPS 204 §7.1 Algorithm 21', 'accepted, expected a rejection'])
      expect(page).toContain(part);
    expect(page.indexOf('A hint that is not encoded')).toBeLessThan(page.indexOf('A valid signature verifies'));
    const text = markdown.render(printed());
    expect(text).toContain('**mylib 1.4 on Cortex-M4: not met**, of bootloader 2.1');
    expect(text).toContain('| FIPS 204 §7.1 Algorithm 21 | not met | 12 passed, 1 failed; ');
    expect(text).not.toContain('A valid signature verifies');
  });

  it('says so where the test is not tied to the product, and that it is no validation', () => {
    const { subject: _, ...loose } = record();
    const text = markdown.render({ ...SAMPLE, conformance: [loose] });
    expect(text).toContain('not tied to a part of the product');
    expect(text).toContain('not a validation');
  });

  it('stands in the JSON report as the record is', () => {
    expect(JSON.parse(json.render(printed())).conformance).toEqual([record()]);
  });

  it('lets nothing that a driver said through as markup', () => {
    const hostile = printed({ implementation: HOSTILE, platform: HOSTILE, remarks: [HOSTILE], subject: { part: HOSTILE } });
    const page = htmlReport.render(hostile);
    expect(page).not.toMatch(/<img src=x|<svg onload/);
    expect(markdown.render(hostile)).not.toMatch(/(?<!\\)<img|[^\\]\[a\]\(javascript/);
  });
});
