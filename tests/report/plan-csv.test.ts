import { describe, expect, it } from 'vitest';
import { planCsv } from '../../src/report/plan-csv.ts';
import { HOSTILE_REPORT } from './hostile.ts';
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

  // github-csv-tools and GitLab read title, description and labels; Jira maps the columns that it is told, 255 characters of a summary at most.
  it('has for every item a title, a description, labels and a due date that importers of issues take', () => {
    const [head = [], ...records] = readCsv(planCsv.render(SAMPLE));
    const cell = (record: readonly string[], name: string): string => record[head.indexOf(name)] ?? '';
    for (const record of records) {
      expect(cell(record, 'title')).toMatch(/^\[[a-z0-9-]+\/[a-z-]+\] \S/);
      expect(cell(record, 'title').length).toBeLessThanOrEqual(255);
      expect(cell(record, 'description')).toMatch(/\nDone when: /);
      expect(cell(record, 'description')).toMatch(/\nRollback: /);
      expect(cell(record, 'labels')).toMatch(/^pqready,step-[a-z-]+,role-[a-z-]+$/);
      expect(cell(record, 'due_date')).toMatch(/^(?:\d{4}-\d{2}-\d{2})?$/);
    }
  });

  it('lets no cell of a title or a description begin a formula', () => {
    const records = readCsv(planCsv.render(HOSTILE_REPORT));
    for (const cells of records.slice(1)) for (const each of cells) expect(each).not.toMatch(/^\s*[=+@-]/);
  });

  it('is a head alone where nothing was assessed', () => {
    expect(readCsv(planCsv.render(INVENTORY_ONLY))).toHaveLength(1);
  });
});
