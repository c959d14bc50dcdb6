// The page as text: what stands where, what never stands anywhere, and how large it gets. What a browser makes of it is tested beside this.

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Assessment, Finding } from '../../src/model/assessment.ts';
import { evidenceNdjson } from '../../src/report/evidence-ndjson.ts';
import { htmlReport } from '../../src/report/html.ts';
import { json } from '../../src/report/json.ts';
import { HOSTILE_REPORT } from './hostile.ts';
import { day, INVENTORY_ONLY, SAMPLE, withAssessment, withFindings, withInventory } from './sample.ts';

const PAGE = htmlReport.render(SAMPLE);

/** The page without style and script, tags as they are. */
const content = (page: string): string => page.replace(/<style>[\s\S]*?<\/style>|<script>[\s\S]*?<\/script>/g, '');
/** What a person reads of a piece of the page. */
const words = (page: string): string =>
  content(page)
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
const rowsOf = (page: string): string[] => page.match(/<tr [\s\S]*?<\/tr>/g) ?? [];
const sectionsOf = (page: string): string[] => [...page.matchAll(/<h2 id="h-([a-z]+)">/g)].map((match) => match[1] ?? '');
const sectionOf = (page: string, id: string): string => page.match(new RegExp(`<section id="${id}"[\\s\\S]*?</section>`))?.[0] ?? '';

describe('the page', () => {
  it('has its sections in the order in which the three readers want them', () => {
    expect(sectionsOf(PAGE)).toEqual([
      'verdict',
      'gates',
      'dates',
      'map',
      'fit',
      'ceilings',
      'findings',
      'frameworks',
      'plan',
      'questions',
      'coverage',
      'evidence',
    ]);
  });

  it('is the same bytes for the same report', () => {
    expect(htmlReport.render(JSON.parse(JSON.stringify(SAMPLE)) as typeof SAMPLE)).toBe(PAGE);
  });

  it('allows its own style and script by their hashes and nothing else', () => {
    const policy = (PAGE.match(/Content-Security-Policy" content="([^"]*)"/)?.[1] ?? '').replace(/&#39;/g, "'");
    const hashOf = (tag: string): string =>
      createHash('sha256')
        .update(PAGE.match(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`))?.[1] ?? '')
        .digest('base64');
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${hashOf('style')}'; script-src 'sha256-${hashOf('script')}'; base-uri 'none'; form-action 'none'`,
    );
    expect(content(PAGE)).not.toMatch(/ style="| on[a-z]+="/);
  });

  it('holds no colour outside the style sheet, so that every drawing follows the theme', () => {
    expect(content(PAGE)).not.toMatch(/(?:fill|stroke)="(?!url\(#p-|none)/);
    expect(content(PAGE)).not.toMatch(/#[0-9a-f]{6}\b(?![^<]*<\/a>)/i);
  });

  it('refers to nothing outside itself but links that a person may follow', () => {
    expect(PAGE).not.toMatch(/<(?:link|img|iframe|object|embed|audio|video|base)\b|@import|url\((?!#)/);
  });

  it('names the digests of the JSON and the evidence of the same run', () => {
    const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
    expect(PAGE).toContain(`sha256 ${sha256(json.render(SAMPLE))}`);
    expect(PAGE).toContain(`sha256 ${sha256(evidenceNdjson.render(SAMPLE))}`);
  });

  it('gives every fact of the inventory a place', () => {
    for (const fact of SAMPLE.inventory.assets.flatMap((asset) => asset.facts)) expect(PAGE.split(`id="${fact.id}"`)).toHaveLength(2);
  });

  it('never says compliant, conformant, quantum-safe product, or a percentage of readiness', () => {
    expect(words(PAGE)).not.toMatch(/\bcompliant\b|\bcompliance\b|\bready\b|\bscore\b|presumption of conformity/i);
  });
});

describe('laws', () => {
  it('have relations and no verdict in any row that names a clause of theirs', () => {
    const rows = rowsOf(sectionOf(PAGE, 'frameworks')).filter((row) => /Annex/.test(words(row)));
    expect(rows.map((row) => words(row)).join('\n')).toContain('decision needed');
    expect(rows).toHaveLength(4);
    for (const row of rows) {
      expect(words(row)).not.toMatch(/\b(met|not met|pass(es|ed)?|fail(s|ed)?)\b/i);
      expect(row).not.toMatch(/#g-(met|not-met|indeterminate)/);
    }
  });

  it('leave the verdict with the check, which names no clause', () => {
    const checks = rowsOf(sectionOf(PAGE, 'frameworks')).filter((row) => row.includes('#g-not-met') && row.includes('class="vd"'));
    expect(checks.length).toBeGreaterThan(2);
    for (const row of checks) expect(words(row)).not.toContain('Annex');
  });

  it('have no verdict where a single clause of a voluntary framework is a regulation’s', () => {
    const [, guideline] = SAMPLE.assessment?.frameworks ?? [];
    const [clause] = guideline?.clauses ?? [];
    if (guideline === undefined || clause === undefined) throw new Error('the sample has a guideline');
    const page = htmlReport.render(
      withAssessment({ frameworks: [{ ...guideline, clauses: [{ ...clause, id: 'x:8.208', binding: 'regulation' }, clause] }] }),
    );
    const row = rowsOf(page).find((each) => words(each).includes('8. 208')) ?? '';
    expect(words(row)).toContain('regulation');
    expect(words(row)).not.toMatch(/\b(met|not met)\b/);
  });

  it('say where each row was read', () => {
    const text = words(sectionOf(PAGE, 'frameworks'));
    expect(text).toContain('second-hand');
    expect(text).toContain('not verified');
    expect(text).toContain('Not asked of this product , by its declared markets and uses: CNSA 2.0');
  });
});

describe('a section without data says so', () => {
  const empty: Partial<Assessment> = {
    findings: [],
    checks: [],
    frameworks: [],
    sunsets: [],
    gates: [],
    fit: [],
    plan: [],
    questions: [],
    product: { atLeast: false, limitingRoles: [] },
  };
  const page = htmlReport.render({ ...withAssessment(empty), targets: [] });

  it.each([
    ['verdict', 'no gate can be given'],
    ['verdict', 'Nothing blocks a gate'],
    ['dates', 'No policy date could be compared'],
    ['fit', 'nothing can be said of fit'],
    ['findings', 'No finding was made. That is no statement about what could not be read'],
    ['frameworks', 'No check was made.'],
    ['plan', 'What could not be read may say otherwise.'],
    ['questions', 'No answer from outside would change a verdict'],
  ])('in %s: %s', (id, sentence) => {
    expect(words(sectionOf(page, id))).toContain(sentence);
  });

  it('and never as a pass', () => {
    expect(sectionOf(page, 'gates')).not.toContain('class="acf"/></svg><span class="vh">met');
  });

  it('in map, coverage and evidence of an empty tree', () => {
    const bare = htmlReport.render(withInventory({ assets: [], absences: [], productFacts: [], gaps: [] }));
    expect(words(sectionOf(bare, 'map'))).toContain('No mechanism was found.');
    expect(words(sectionOf(bare, 'coverage'))).toContain('Everything of a kind that a scanner reads could be read.');
    expect(words(sectionOf(bare, 'evidence'))).toContain('There is no fact to list.');
  });

  it('and an inventory that was not assessed has only the sections of facts', () => {
    const inventory = htmlReport.render(INVENTORY_ONLY);
    expect(sectionsOf(inventory)).toEqual(['verdict', 'map', 'coverage', 'evidence']);
    expect(words(sectionOf(inventory, 'verdict'))).toContain('An inventory, not assessed');
  });
});

describe('fit', () => {
  it('prints need, share of the budget and the origin of each figure, and no figure as indeterminate', () => {
    const text = words(sectionOf(PAGE, 'fit'));
    expect(text).toContain('58 ms origin 1 published 23 %');
    expect(text).toContain('no figure , indeterminate');
    expect(text).toContain(
      'published by others · portable C, -Os on Cortex-M4F @ 64 MHz · Invented bench of the Merrow lock, table 2, 2026-10-01',
    );
  });
});

describe('findings', () => {
  it('stand with the product’s own first, present-day first, dependencies apart', () => {
    const ids = [...sectionOf(PAGE, 'findings').matchAll(/<tbody role="rowgroup" id="f\.([a-z0-9-]+)\./g)].map((match) => match[1]);
    expect(ids[0]).toBe('weak-hash');
    expect(ids[1]).toBe('classical-key-exchange');
    expect(ids.at(-2)).toBe('aes-128-adequate');
    expect(ids.at(-1)).toBe('broken-cipher');
  });

  it('hold place, what was seen, digest and command of each fact', () => {
    const text = words(sectionOf(PAGE, 'findings'));
    expect(text).toContain(
      'F-4c20e7f9 B binary firmware/lock-2.7.1.signed.bin bytes 0x5B2F0–0x5B337 ECDSA-secp256r1-SHA-256 by MCUboot TLV 0x22 sha256 201df239d3f2938af827f4b2be03d9bd0f1abaf801b2135952e3a6a20d834e4d pqready inventory firmware/lock-2.7.1.signed.bin --json',
    );
  });
});

describe('a large report', () => {
  it.each([500, 501, 2_000, 20_000])('with %d findings stays under a megabyte and counts what it leaves out', (count) => {
    const page = htmlReport.render(withFindings(count));
    expect(Buffer.byteLength(page)).toBeLessThan(1_000_000);
    const listed = (page.match(/ data-f="/g) ?? []).length;
    const unlisted = Number(
      words(page)
        .match(/([\d,]+) more findings are not printed here/)?.[1]
        ?.replace(',', '') ?? 0,
    );
    expect(listed + unlisted).toBe(count);
  });

  it.each([
    ['long paths', `${'d/'.repeat(400)}a.c`],
    ['characters that take six bytes when escaped', '"'.repeat(700)],
    ['characters of three bytes', '测'.repeat(700)],
    ['unseen characters, eight bytes each when written out', '\u202e'.repeat(700)],
  ])('stays under a megabyte with %s everywhere', (_name, text) => {
    const { inventory, assessment, ...rest } = withFindings(3_000);
    const assets = inventory.assets.map((asset) => ({
      ...asset,
      name: text,
      facts: asset.facts.map((each) => ({ ...each, location: { at: 'text' as const, path: text, line: 1, column: 1, offset: 0 } })),
    }));
    const findings = (assessment?.findings ?? []).map((each) => ({
      ...each,
      title: { code: 'unrecognised-algorithm' as const, args: { name: text, role: each.role } },
    }));
    const page = htmlReport.render({
      ...rest,
      inventory: { ...inventory, assets },
      ...(assessment === undefined ? {} : { assessment: { ...assessment, findings } }),
    });
    expect(Buffer.byteLength(page)).toBeLessThan(1_000_000);
  });

  it('counts the facts that it has no room for', () => {
    const page = htmlReport.render(withFindings(20_000));
    expect(words(sectionOf(page, 'evidence'))).toMatch(
      /20,0\d\d facts in all: [1-9][\d,]* under their findings, [1-9][\d,]* here by file, [\d,]+ only in evidence\/facts\.ndjson and report\.json/,
    );
  });
});

describe('hostile strings', () => {
  const page = htmlReport.render(HOSTILE_REPORT);

  it('make no element, attribute or link', () => {
    expect(page).not.toMatch(/<img|<svg onload|href="javascript:/);
    expect(page.match(/<script>/g)).toHaveLength(1);
    expect(page.match(/<\/style>/g)).toHaveLength(1);
  });

  it('are shown with their unseen characters written out', () => {
    expect(page).not.toMatch(/[\u0000\u001b\u200f\u202e\u2066]/);
    expect(page).toContain('[U+202E]');
  });

  it('of 10,000 characters are cut, not printed whole', () => {
    expect(page).not.toContain('x'.repeat(1_000));
  });
});

describe('what stands on no fact', () => {
  it('says what it stands on, and has a grade where somebody declared it alone', () => {
    const [draft] = SAMPLE.assessment?.findings ?? [];
    if (draft === undefined) throw new Error('no finding');
    const about = (basis: NonNullable<Finding['basis']>): string =>
      sectionOf(htmlReport.render(withAssessment({ findings: [{ ...draft, facts: [], grade: 'declared', basis }] })), 'findings');
    expect(about('coverage')).toContain('Stands on what this run read and could not read');
    expect(about('coverage')).not.toContain('Stands on a declaration');
    expect(about('coverage')).not.toContain('<span class="g">D');
    expect(about('declaration')).toContain('<span class="g">D');
  });
});

describe('frameworks of unknown applicability', () => {
  it('stand behind their counts', () => {
    const [first] = SAMPLE.assessment?.frameworks ?? [];
    if (first === undefined) throw new Error('no framework');
    const part = sectionOf(htmlReport.render(withAssessment({ frameworks: [{ ...first, applies: 'unknown' }] })), 'frameworks');
    expect(part).toContain('1 framework of unknown applicability');
    expect(part.replace(/<[^>]*>/g, '')).toContain(`${first.clauses.length} requirement`);
    expect(part).toContain('<details class="more"><summary><b>');
  });
});

describe('what lies ahead', () => {
  it('links every row to its facts and its plan', () => {
    expect(sectionOf(PAGE, 'dates')).toMatch(/Access credentials[\s\S]*href="#F-8e44b120"[\s\S]*href="#m\.M-04"/);
    expect(sectionOf(PAGE, 'ceilings')).toMatch(/the cap of the product for life[\s\S]*href="#F-4c20e7f9"/);
  });

  it('says shares of units, never a probability', () => {
    expect(sectionOf(PAGE, 'dates')).toContain('61,400 of 61,400 units, 100 %');
    expect(sectionOf(PAGE, 'dates')).toContain('without a probability');
  });

  it('names the policies that cannot be satisfied together, and the rules', () => {
    expect(sectionOf(PAGE, 'ceilings').replace(/<[^>]*>/g, '')).toMatch(/BSI TR-02102-1 with CNSA 2.0[\s\S]*CNSA\.composite/);
  });
});

describe('dates', () => {
  it('draws what is far outside the frame at its edge', () => {
    const sunsets = (SAMPLE.assessment?.sunsets ?? []).map((row) => ({ ...row, disallowedAfter: day('9999-12-31'), slackDays: 2_900_000 }));
    const page = htmlReport.render(withAssessment({ sunsets }));
    expect(sectionOf(page, 'dates')).not.toMatch(/="-|NaN|Infinity/);
  });
});
