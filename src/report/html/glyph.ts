// Marks: a glyph and a word, always both, so that nothing hangs on colour. Drawings are defined once in the page and used by reference.

import type { CheckVerdict, FitVerdict, Relation } from '../../model/assessment.ts';
import type { Grade } from '../../model/evidence.ts';
import { FIT_WORDS, GRADE_LETTERS, RELATION_WORDS, VERDICT_WORDS } from '../wording.ts';
import { html, type Insert, type Markup, trusted } from './markup.ts';

// Hatchings: lines for what is near but not the thing itself, hatch for what is open, dots for what is only said.
const PATTERNS = `<pattern id="p-lines" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
<rect width="4" height="4" class="bgf"/><path d="M0 0v4" class="ac" stroke-width="3"/></pattern>
<pattern id="p-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
<rect width="5" height="5" class="bgf"/><path d="M0 0v5" class="i" stroke-width="1.3"/></pattern>
<pattern id="p-dots" width="4" height="4" patternUnits="userSpaceOnUse">
<rect width="4" height="4" class="bgf"/><circle cx="2" cy="2" r=".8" class="if"/></pattern>`;

const SYMBOLS = `<symbol id="g-met" viewBox="0 0 14 14"><circle cx="7" cy="7" r="5.5" class="acf"/></symbol>
<symbol id="g-not-met" viewBox="0 0 14 14"><path d="M3 3l8 8M11 3l-8 8" class="al" stroke-width="2.2"/></symbol>
<symbol id="g-indeterminate" viewBox="0 0 14 14"><circle cx="7" cy="7" r="5.5" class="i" stroke-width="1.4" stroke-dasharray="2.4 1.9"/>
<path d="M5.2 5.6c0-2.3 3.6-2.3 3.6 0 0 1.3-1.8 1.2-1.8 2.6M7 9.6v1.2" class="i" stroke-width="1.2"/></symbol>
<symbol id="g-not-applicable" viewBox="0 0 14 14"><path d="M2.5 7h9" class="rl2" stroke-width="1.6"/></symbol>
<symbol id="g-not-reached" viewBox="0 0 14 14"><circle cx="7" cy="7" r="1.7" class="i3f"/></symbol>
<symbol id="g-tight" viewBox="0 0 14 14"><path d="M2 7h10" class="i" stroke-width="1.6"/>
<path d="M11.5 2v10" class="i" stroke-width="2.4"/></symbol>`;

/** The drawings that `<use>` refers to, and the hatchings of bars. */
export const DEFINITIONS: Markup = trusted(
  `<svg width="0" height="0" class="defs" aria-hidden="true"><defs>${PATTERNS}${SYMBOLS}</defs></svg>`,
);

type Glyph = CheckVerdict | 'not-reached' | 'tight';

/** A glyph alone, hidden from readers; the word stands beside it. */
export function glyph(name: Glyph): Markup {
  return html`<svg class="gl" aria-hidden="true"><use href="#g-${name}"/></svg>`;
}

const CLASS: Readonly<Record<CheckVerdict, string>> = {
  met: 'mark',
  'not-met': 'mark bad',
  indeterminate: 'mark unk',
  'not-applicable': 'mark na',
};

/** Glyph and word of a check's verdict. */
export function verdictMark(verdict: CheckVerdict, word: Insert = VERDICT_WORDS[verdict]): Markup {
  return html`<span class="${CLASS[verdict]}">${glyph(verdict)}${word}</span>`;
}

const FIT_GLYPH: Readonly<Record<FitVerdict, Glyph>> = { fits: 'met', tight: 'tight', exceeds: 'not-met', indeterminate: 'indeterminate' };
const FIT_CLASS: Readonly<Record<FitVerdict, string>> = { fits: 'mark', tight: 'mark unk', exceeds: 'mark bad', indeterminate: 'mark unk' };

/** Glyph and word of a fit. */
export function fitMark(verdict: FitVerdict): Markup {
  return html`<span class="${FIT_CLASS[verdict]}">${glyph(FIT_GLYPH[verdict])}${FIT_WORDS[verdict]}</span>`;
}

/** A clause's relation to the facts: a plain word, never a verdict's mark. */
export function relationWord(relation: Relation): Markup {
  return relation === 'contradicts' || relation === 'decision-needed'
    ? html`<b>${RELATION_WORDS[relation]}</b>`
    : html`${RELATION_WORDS[relation]}`;
}

const GRADE_NAMES: Readonly<Record<Grade, string>> = { observed: 'observed', binary: 'binary', source: 'source', declared: 'declared' };

/** The grade's letter in its square; the word for readers. */
export function gradeMark(grade: Grade): Markup {
  return html`<span class="g">${GRADE_LETTERS[grade]}<span class="vh"> ${GRADE_NAMES[grade]}</span></span>`;
}
