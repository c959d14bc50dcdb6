import { describe, expect, it } from 'vitest';
import { parseConformanceRecord } from '../../src/catalog/conformance.ts';

const ROW = {
  requirement: 'ml-kem-ek-modulus',
  algorithm: 'ml-kem-768',
  verdict: 'met',
  passed: 6,
  failed: 0,
  unanswered: 0,
  unsupported: 1,
  notes: [],
};
const RECORD = {
  schemaVersion: 1,
  record: 'pqc-conformance',
  tool: { name: 'pqready', version: '0.1.0' },
  observedAt: '2026-11-23T08:00:00Z',
  channel: 'process',
  implementation: 'mylib 1.4',
  verdict: 'met',
  rows: [ROW],
  remarks: [],
};
const parse = (change: object) => parseConformanceRecord(JSON.stringify({ ...RECORD, ...change }), 'c.json');

describe('a conformance record', () => {
  it('is read as it was written, with or without a subject', () => {
    expect(parse({})).toEqual(RECORD);
    const subject = { part: 'gateway', version: '2.1', imageSha256: 'ab'.repeat(32) };
    expect(parse({ subject })).toEqual({ ...RECORD, subject });
  });

  it.each([
    ['rows[0].verdict: expected not-met, which follows from the counts', { rows: [{ ...ROW, failed: 1 }] }],
    ['rows[0].verdict: expected indeterminate, which follows from the counts', { rows: [{ ...ROW, passed: 0 }] }],
    ['verdict: expected indeterminate, which follows from the rows', { rows: [] }],
    ['verdict: expected met, which follows from the rows', { verdict: 'not-met' }],
    ['rows[0].requirement: expected one of', { rows: [{ ...ROW, requirement: 'constructor' }] }],
    ['record: expected "pqc-conformance"', { record: 'other' }],
    ['subject.imageSha256: expected a SHA-256 in lowercase hexadecimal', { subject: { part: 'x', imageSha256: 'zz' } }],
    ['observedAt: expected a time such as', { observedAt: 'yesterday' }],
    ['unknown key', { more: 1 }],
  ])('is refused where it does not hold together: %s', (message, change) => {
    expect(() => parse(change)).toThrow(
      expect.objectContaining({ code: 'bad-profile', message: expect.stringContaining(message.replace('one of', '')) }),
    );
  });
});
