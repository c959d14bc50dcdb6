// The sheet in its three formats: what it may say, what it may never say, hostile strings, the schema, and the same bytes every time.

import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderSchema } from '../../../src/catalog/schemas.ts';
import type { Drill } from '../../../src/model/drill.ts';
import { type DrillFormat, renderDrill } from '../../../src/report/drill.ts';
import { drilled } from '../../assess/drill/given.ts';
import { HOSTILE_REPORT } from '../hostile.ts';
import { SAMPLE } from '../sample.ts';
import { crowded, manyCrowded } from './crowded.ts';

const FORMATS: readonly DrillFormat[] = ['html', 'markdown', 'json'];
const SHOR = 'broken=shor@2031-01-01';

const DRILLS: readonly (readonly [name: string, drill: Drill])[] = [
  ['the sample', drilled(SHOR, SAMPLE)],
  ['a sheet that is full to the brim', drilled(SHOR, crowded('Lamp'))],
  ['a portfolio of forty', drilled(SHOR, ...manyCrowded(40))],
  ['hostile strings', drilled(SHOR, HOSTILE_REPORT)],
  ['nothing hit', drilled('broken=rabbit', SAMPLE)],
];

// The words of the house (assessment.md): no verdict on a law, no claim, no prediction, no look-alike of a label.
const FORBIDDEN =
  /\bcompliant|compliance|quantum[- ]safe|presumption of conformity|\bcertified\b|\bwill (?:be|fall|fail|break|happen)\b|\bprobab|\blikel(?:y|ihood)\b/i;
const VERDICT_ON_LAW = /\b(met|not[ -]met|pass(?:es|ed)?|fail(?:s|ed)?|inconclusive|reportable|not reportable)\b/i;

describe.each(DRILLS)('the drill of %s', (name, drill) => {
  it.each(FORMATS)('says nothing forbidden as %s, and that it is a scenario', (format) => {
    const text = renderDrill(drill, format);
    const own = name === 'hostile strings' ? '' : text;
    expect(FORBIDDEN.exec(own)).toBeNull();
    if (format !== 'json') expect(text).toContain('a scenario, not a prediction');
  });

  it('pairs no law with a verdict', () => {
    if (name === 'hostile strings') return;
    const lines = renderDrill(drill, 'markdown')
      .split('\n')
      .filter((line) => /CRA|NIS2|cra:/.test(line));
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter((line) => VERDICT_ON_LAW.test(line))).toEqual([]);
  });

  it('has the published schema', () => {
    const ajv = new Ajv2020({ formats: { date: true }, allowUnionTypes: true });
    const check = ajv.compile(JSON.parse(renderSchema('drill')));
    check(JSON.parse(renderDrill(drill, 'json')));
    expect(check.errors ?? []).toEqual([]);
  });

  it.each(FORMATS)('is the same text every time as %s', (format) => {
    expect(renderDrill(structuredClone(drill), format)).toBe(renderDrill(drill, format));
  });
});

describe('the clocks', () => {
  let text = '';
  beforeAll(() => {
    text = renderDrill(drilled(SHOR, crowded('Lamp')), 'markdown');
  });

  // Regulation (EU) 2024/2847 Article 14(2) and (4); Directive (EU) 2022/2555 Article 23(4)
  it.each([
    'early warning within 24 h, vulnerability notification within 72 h, final report within 14 days after a corrective or mitigating measure is available',
    'early warning within 24 h, incident notification within 72 h, final report within one month after the incident notification',
  ])('give the times of the law: %s', (times) => {
    expect(text).toContain(times);
  });

  it('are questions with a box to tick, and name who is to be called', () => {
    const asked = text.split('\n').filter((line) => line.startsWith('  - [ ]'));
    expect(asked).toHaveLength(6);
    expect(asked.filter((line) => !line.endsWith('?'))).toEqual([]);
    expect(text).toContain('decides whether a duty to report has begun');
  });
});

describe('hostile strings', () => {
  it('stay text in the page and in Markdown', () => {
    const drill = drilled(SHOR, HOSTILE_REPORT);
    const page = renderDrill(drill, 'html');
    expect(page).not.toMatch(/<img|<script|<svg|onerror="/);
    expect(page).not.toMatch(/\u202e|\u0000|\u001b/);
    expect(renderDrill(drill, 'markdown')).not.toMatch(/<img|<script|\]\(javascript/);
  });
});

it('an unknown figure is said to be undeclared, and none is made up', () => {
  const text = renderDrill(drilled(SHOR, SAMPLE), 'markdown');
  expect(text).toContain('No figure is declared; nothing is assumed in its place.');
});
