import { describe, expect, it } from 'vitest';
import { toTimeline } from '../../src/report/timeline.ts';
import { INVENTORY_ONLY, SAMPLE, withAssessment } from './sample.ts';

describe('the timeline', () => {
  it('spans sales, support, field life, certificates and data with its secrecy tail', () => {
    expect(toTimeline(SAMPLE).spans.map(({ label, from, to, tailTo }) => [label, from, to, tailTo])).toEqual([
      ['Sales', '2025-03-01', '2028-06-30', undefined],
      ['Support period', '2025-03-01', '2033-06-30', undefined],
      ['Field life, last unit', '2025-03-01', '2041-06-30', undefined],
      ['Certificate Merrow device 000017', '2025-03-01', '2045-02-28', undefined],
      ['Door events', '2025-03-01', '2033-06-30', '2037-06-30'],
      ['Access credentials', '2025-03-01', '2033-06-30', '2045-06-30'],
    ]);
  });

  it('brackets a span by the final, verified rule that it outlasts most, never by a draft', () => {
    const support = toTimeline(SAMPLE).spans.find(({ label }) => label === 'Support period');
    expect(support?.overrun).toEqual({ sunset: '2031-12-31', days: -547 });
    const drafts = (SAMPLE.assessment?.sunsets ?? []).map((row) => ({ ...row, draft: true }));
    expect(toTimeline(withAssessment({ sunsets: drafts })).spans.filter(({ overrun }) => overrun !== undefined)).toEqual([]);
  });

  it('keeps deprecated and disallowed apart and marks drafts', () => {
    expect(toTimeline(SAMPLE).lines.map(({ date, label, draft }) => [date, label, draft])).toEqual([
      ['2027-12-11', 'Cyber Resilience Act applies', false],
      ['2030-12-31', 'NIST IR 8547: deprecated (draft)', true],
      ['2031-12-31', 'BSI TR-02102-1: disallowed', false],
      ['2035-12-31', 'BSI TR-02102-1: disallowed', false],
      ['2035-12-31', 'NIST IR 8547: disallowed (draft)', true],
    ]);
  });

  it('has certificates alone where nothing is declared', () => {
    const timeline = toTimeline(INVENTORY_ONLY);
    expect([timeline.spans.map(({ kind }) => kind), timeline.lines]).toEqual([['certificate'], []]);
  });
});
