// Two bars beside the passport, never folded into a level: how much was looked at, and how near to the running product the facts are.

import type { Grade } from '../../model/evidence.ts';
import { toBytes, toShare, toThousands } from '../figures.ts';
import { GRADE_LETTERS } from '../wording.ts';
import { html, type Markup } from './markup.ts';
import type { Page } from './page.ts';

interface Part {
  readonly label: string;
  readonly count: number;
  /** class of the fill, or the pattern */
  readonly fill: Markup;
  readonly dashed?: boolean;
}

const SOLID: Markup = html`class="acf"`;
const LINES: Markup = html`fill="url(#p-lines)"`;
const SOFT: Markup = html`class="asf"`;
const DOTS: Markup = html`fill="url(#p-dots)"`;
const BLANK: Markup = html`class="bgf"`;

/** Bytes that a scanner read against those of other kinds. */
export function coverageBar({ report }: Page): Markup {
  const { coverage } = report.inventory;
  const other = Math.max(0, coverage.bytes - coverage.candidateBytes);
  const parts: readonly Part[] = [
    { label: `read by a scanner ${toShare(coverage.candidateBytes, coverage.bytes)}`, count: coverage.candidateBytes, fill: SOLID },
    { label: `of other kinds ${toShare(other, coverage.bytes)}`, count: other, fill: BLANK, dashed: true },
  ];
  return bar('Coverage', `${toBytes(coverage.bytes)} in ${toThousands(coverage.files)} files`, parts);
}

const GRADE_FILLS: readonly (readonly [Grade, Markup])[] = [
  ['observed', SOLID],
  ['binary', LINES],
  ['source', SOFT],
  ['declared', DOTS],
];

/** Facts by grade. */
export function evidenceBar({ facts }: Page): Markup {
  const counts = new Map<Grade, number>();
  for (const { fact } of facts.values()) counts.set(fact.grade, (counts.get(fact.grade) ?? 0) + 1);
  const parts = GRADE_FILLS.map(([grade, fill]): Part => {
    const count = counts.get(grade) ?? 0;
    return { label: `${GRADE_LETTERS[grade]} ${grade} ${toThousands(count)}`, count, fill };
  });
  return bar('Evidence mix', `${toThousands(facts.size)} facts by grade`, parts);
}

function bar(title: string, note: string, parts: readonly Part[]): Markup {
  const whole = parts.reduce((sum, { count }) => sum + count, 0);
  const label = `${title}: ${parts.map((part) => part.label).join(', ')}`;
  let left = 0;
  const pieces = parts.map((part) => {
    const width = whole === 0 ? 0 : (100 * part.count) / whole;
    const x = left;
    left += width;
    return width > 0 && piece(part, html`x="${x.toFixed(2)}%" y="1" width="${width.toFixed(2)}%" height="12"`);
  });
  return html`<div><div class="s"><b>${title}</b> <span class="q">${note}</span></div>
    <svg class="bar" role="img" aria-label="${label}">${whole === 0 ? EMPTY_BAR : pieces}</svg>
    <ul class="legend">${parts.map(legendItem)}</ul></div>`;
}

function piece({ fill, dashed }: Part, box: Markup): Markup {
  return html`<rect ${box} ${fill}/><rect ${box} class="i" stroke-width="1"${dashed === true && html` stroke-dasharray="2.5 2"`}/>`;
}

function legendItem(part: Part): Markup {
  return html`<li><svg width="16" height="10" aria-hidden="true">${piece(part, html`x=".5" y=".5" width="15" height="9"`)}</svg>
      ${part.label}</li>`;
}

const EMPTY_BAR: Markup = piece({ label: 'nothing', count: 0, fill: BLANK, dashed: true }, html`x="0" y="1" width="100%" height="12"`);
