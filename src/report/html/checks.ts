// The table of checks: the one place of the page where a verdict stands. A row names no clause of a law.

import { CHECKS } from '../../knowledge/checks.ts';
import type { CheckResult, CheckVerdict } from '../../model/assessment.ts';
import type { CheckId } from '../../model/check.ts';
import { groupBy } from '../groups.ts';
import { ROLE_NAMES, sentence, VERDICT_WORDS } from '../wording.ts';
import { verdictMark } from './glyph.ts';
import { anchor, factRefs, findingRefs } from './links.ts';
import { html, joined, type Markup } from './markup.ts';
import type { Page } from './page.ts';
import { body, type Column, type Row, table } from './table.ts';
import { prose } from './text.ts';

const COLUMNS: readonly Column[] = [
  { head: 'Check' },
  { head: 'Role' },
  { head: 'Verdict on the check', label: 'Verdict', cell: 'vd' },
  { head: 'Because', cell: 'b' },
  { head: 'See', cell: 'b' },
];

/** All answers, in the order of the assessment. */
export function checkTable(page: Page, results: readonly CheckResult[]): Markup {
  if (results.length === 0) return html`<p class="intro">No check was made.</p>`;
  const firsts = new Set([...groupBy(results, ({ check }) => [check]).values()].map(([first]) => first));
  const rows = results.map((result) => checkRow(page, result, firsts.has(result)));
  const caption = html`<b>Checks</b>${countVerdicts(results)}`;
  return table({ kind: 'checks flow', caption, columns: COLUMNS, bodies: [body(COLUMNS, rows)] });
}

const VERDICTS: readonly CheckVerdict[] = ['met', 'not-met', 'indeterminate', 'not-applicable'];

function countVerdicts(results: readonly CheckResult[]): string {
  const counts = VERDICTS.map((verdict) => `${results.filter((result) => result.verdict === verdict).length} ${VERDICT_WORDS[verdict]}`);
  return `${results.length} answers: ${counts.join(', ')}`;
}

// The first row of a check is where links to the check lead.
function checkRow(page: Page, { check, role, verdict, reason, facts, findings }: CheckResult, isFirst: boolean): Row {
  const { name } = CHECKS[check];
  return {
    head: isFirst ? html`<span${anchor(page, 'check', check)}>${name}</span>` : name,
    cells: [
      role === undefined ? html`<span class="qq">product</span>` : ROLE_NAMES[role],
      verdictMark(verdict),
      prose(sentence(reason)),
      findings.length > 0 ? findingRefs(page, findings, 2) : factRefs(page, facts, 2),
    ],
  };
}

/** The name of a check as a link to its row. */
export function checkLink(page: Page, check: CheckId): Markup {
  const fragment = page.anchors.check.get(check);
  const { name } = CHECKS[check];
  return fragment === undefined ? html`${name}` : html`<a href="#${fragment}">${name}</a>`;
}

/** The verdicts of a check over all roles, each with how often it was given. */
export function checkMarks(results: readonly CheckResult[]): Markup {
  const byVerdict = [...groupBy(results, ({ verdict }) => [verdict])];
  const marks = byVerdict.map(([verdict, { length }]) => html`<small>${verdictMark(verdict)}${length > 1 && ` × ${length}`}</small>`);
  return joined(marks, ' ');
}
