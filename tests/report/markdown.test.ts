import { describe, expect, it } from 'vitest';
import { markdown } from '../../src/report/markdown.ts';
import { HOSTILE_REPORT } from './hostile.ts';
import { INVENTORY_ONLY, SAMPLE, withAssessment, withFindings } from './sample.ts';

const headings = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('## '))
    .map((line) => line.slice(3));

// Takes out fenced blocks and code spans as CommonMark 0.31 finds them: a run of backticks closes at the next run of its length.
function withoutCode(text: string): string {
  const unfenced = text.replace(/^ *(`{3,})\n[\s\S]*?\n *\1$/gm, '');
  let out = '';
  for (let at = 0; at < unfenced.length; ) {
    const run = unfenced[at - 1] === '\\' ? '' : (unfenced.slice(at).match(/^`+/)?.[0] ?? '');
    const close = run === '' ? -1 : unfenced.slice(at + run.length).search(new RegExp(`(?<!\`)${run}(?!\`)`));
    if (close < 0) out += unfenced.slice(at, at + Math.max(1, run.length));
    at += close < 0 ? Math.max(1, run.length) : close + 2 * run.length;
  }
  return out;
}

describe('report.md', () => {
  const text = markdown.render(SAMPLE);

  it('has the order of the page', () => {
    expect(headings(text)).toEqual([
      'Verdict',
      'Gates by role',
      'Dates',
      'Crypto map by role',
      'Fit on target',
      'Ceilings and choices',
      'Findings',
      'Frameworks',
      'Migration plan',
      'Open questions',
      'Coverage and limits',
      'Evidence',
    ]);
  });

  it('says the verdict in the words of the page and links it to a fact', () => {
    expect(text).toContain('At least **G0 Known**. Whether it is **G1 Sound today** is unknown in firmware update and provisioning.');
    expect(text).toContain('not met in firmware update `F-7d0011ee`');
  });

  it('lists present-day weaknesses first and those of dependencies apart', () => {
    const findings = text.slice(text.indexOf('## Findings'));
    const order = [
      'weak-hash/',
      'classical-key-exchange/',
      'aes-128-adequate/',
      '### In dependencies, tests and examples',
      'broken-cipher/',
    ];
    const places = order.map((part) => findings.indexOf(part));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it('puts no verdict beside a clause of a law', () => {
    const rows = text.split('\n').filter((line) => line.includes('cra:'));
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) expect(row).not.toMatch(/\b(met|not met|pass|fail)\b/i);
  });

  it('has the facts and findings of an inventory that was not assessed, and no gate', () => {
    expect(headings(markdown.render(INVENTORY_ONLY))).toEqual(['Verdict', 'Crypto map by role', 'Coverage and limits', 'Evidence']);
    expect(markdown.render(INVENTORY_ONLY)).not.toMatch(/\bG[0-6]\b/);
  });

  it('says in a sentence what it has nothing of', () => {
    const empty = markdown.render(
      withAssessment({ findings: [], plan: [], fit: [], questions: [], sunsets: [], frameworks: [], checks: [], gates: [] }),
    );
    for (const sentence of [
      'No finding was made.',
      'Nothing was found that would have to be changed.',
      'nothing is said of fit',
      'No answer from outside',
      'No policy date could be compared',
      'No check was made.',
    ])
      expect(empty).toContain(sentence);
  });

  it('makes nothing of hostile strings', () => {
    const hostile = markdown.render(HOSTILE_REPORT);
    const outsideCode = withoutCode(hostile);
    expect(outsideCode).not.toMatch(/<(?!br>)[a-z/]/i);
    expect(outsideCode).not.toMatch(/(?<!\\)\]\(/);
    expect(outsideCode).not.toMatch(/@(?!&#8203;)\w/);
    expect(hostile).not.toMatch(/[\u202e\u2066\u001b\u0000]/);
  });

  it('keeps as many cells in every row of a table as in its head', () => {
    const cells = (line: string): number => line.replace(/\\\|/g, '').split('|').length;
    for (const table of markdown
      .render(HOSTILE_REPORT)
      .trimEnd()
      .split('\n\n')
      .filter((part) => part.startsWith('| '))) {
      const [head = '', ...rows] = table.split('\n');
      expect(rows.map(cells)).toEqual(rows.map(() => cells(head)));
    }
  });

  it('stays under a megabyte with 5,000 findings, and says what it leaves out', () => {
    const large = markdown.render(withFindings(5_000));
    expect(Buffer.byteLength(large)).toBeLessThan(1_000_000);
    expect(large).toContain('4700 more stand in `findings.sarif`.');
  });
});
