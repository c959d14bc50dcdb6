import { describe, expect, it } from 'vitest';
import { planCsv } from '../../src/report/plan-csv.ts';
import { INVENTORY_ONLY, SAMPLE, withAssessment } from './sample.ts';

// A reader written to RFC 4180 alone.
function readCsv(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (quoted && character === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (character === '"') quoted = !quoted;
    else if (!quoted && character === ',') {
      record.push(cell);
      cell = '';
    } else if (!quoted && character === '\r' && text[at + 1] === '\n') {
      records.push([...record, cell]);
      record = [];
      cell = '';
      at += 1;
    } else cell += character;
  }
  return records;
}

describe('plan.csv', () => {
  it('has a head and a record of as many cells for every item', () => {
    const [head = [], ...records] = readCsv(planCsv.render(SAMPLE));
    expect(head.slice(0, 3)).toEqual(['id', 'key', 'step']);
    expect(records.map(([id]) => id)).toEqual(['M-01', 'M-02', 'M-03', 'M-04']);
    expect(records.map(({ length }) => length)).toEqual(records.map(() => head.length));
  });

  it('keeps commas and quotes of a cell in that cell, and turns formulas into text', () => {
    const [item] = SAMPLE.assessment?.plan ?? [];
    if (item === undefined) throw new Error('the sample has a plan');
    const report = withAssessment({ plan: [{ ...item, owner: '=HYPERLINK("http://x.invalid","a, b")', from: ['@x'] }] });
    const [head = [], record = []] = readCsv(planCsv.render(report));
    expect(record[head.indexOf('owner')]).toBe(`'=HYPERLINK("http://x.invalid","a, b")`);
    expect(record[head.indexOf('from')]).toBe(`'@x`);
  });

  it('is a head alone where nothing was assessed', () => {
    expect(readCsv(planCsv.render(INVENTORY_ONLY))).toHaveLength(1);
  });
});
