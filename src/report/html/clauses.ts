// The requirements of one framework. A row of a law or regulation has its relation and the checks that bear on it, never a verdict or a
// verdict's mark; rows of standards and guidelines show the verdicts of their checks.

import type { CheckResult, ClauseResult, FrameworkResult } from '../../model/assessment.ts';
import { type Bearing, isLaw } from '../../model/framework.ts';
import { findingsBehind, standingWords } from '../clauses.ts';
import { groupBy } from '../groups.ts';
import { APPLIES_WORDS, BINDING_WORDS, decisionWords } from '../wording.ts';
import { checkLink, checkMarks } from './checks.ts';
import { relationWord } from './glyph.ts';
import { findingRefs } from './links.ts';
import { html, joined, type Markup } from './markup.ts';
import type { Page } from './page.ts';
import { sourceWord } from './source.ts';
import { body, type Column, type Row, table } from './table.ts';
import { breakable, prose, unbroken } from './text.ts';

/** A framework with the answers that its clauses refer to. */
export interface Judged {
  readonly framework: FrameworkResult;
  readonly clauses: readonly ClauseResult[];
  readonly results: readonly CheckResult[];
}

/** The table of the clauses given, under a caption. */
export function clauseTable(page: Page, caption: Markup, judged: Judged): Markup {
  const hasLaw = judged.clauses.some((clause) => isOfLaw(judged.framework, clause));
  const columns = columnsOf(hasLaw ? 'Checks that bear on it' : 'Verdict on the checks');
  const rows = judged.clauses.map((clause) => clauseRow(page, clause, judged));
  return table({ kind: 'fwt flow', caption, columns, bodies: [body(columns, rows)] });
}

function columnsOf(checksHead: string): readonly Column[] {
  return [
    { head: 'Requirement' },
    { head: 'In our words', cell: 'b' },
    { head: 'Relation', cell: 'rel' },
    { head: checksHead, label: 'Checks', cell: 'ck b' },
    { head: 'Applies from', cell: 'lab' },
    { head: 'Source', cell: 'src' },
  ];
}

function isOfLaw(framework: FrameworkResult, clause: ClauseResult): boolean {
  return isLaw(framework.binding) || isLaw(clause.binding);
}

function clauseRow(page: Page, clause: ClauseResult, { framework, results }: Judged): Row {
  const standing = [
    clause.binding !== framework.binding && BINDING_WORDS[clause.binding],
    clause.draft && 'draft',
    ...standingWords(clause),
    clause.applies === 'unknown' && APPLIES_WORDS.unknown,
  ].filter((part) => part !== false);
  return {
    head: breakable(withoutFramework(clause.id)),
    cells: [
      [prose(clause.summary), standing.length > 0 && html` <small class="qq">${standing.join(', ')}</small>`],
      relationCell(page, clause),
      isOfLaw(framework, clause) ? bearingChecks(page, clause) : judgedChecks(page, clause, results),
      clause.appliesFrom === undefined ? html`<span class="qq">no date</span>` : unbroken(clause.appliesFrom),
      sourceWord(clause.verified),
    ],
  };
}

// The relation, the word of a standard for it, and for what is open or settled the findings and decisions it stands on.
function relationCell(page: Page, clause: ClauseResult): Markup {
  const { relation, verdictWord, checks } = clause;
  const findings = findingsBehind(clause);
  const decided = decisionWords(checks);
  return html`${relationWord(relation)}${verdictWord !== undefined && html` <small class="qq">in its words ${verdictWord}</small>`}
    ${findings.length > 0 && html` <small>${findingRefs(page, findings, 2)}</small>`}
    ${decided.length > 0 && html` <small>${prose(decided.join(' '))}</small>`}`;
}

/** `cra:AnnexI.P1.2.e` → `AnnexI.P1.2.e`. */
export function withoutFramework(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}

// Not “contradiction if not met”: no verdict's word stands beside a law's clause, not even a conditional one.
const BEARING: Readonly<Record<Bearing, string>> = { evidence: 'evidence', risk: 'risk input', contradiction: 'may contradict' };

// Which checks bear on a law's clause, and how. The verdict of each is one link away, on the check.
function bearingChecks(page: Page, { checks }: ClauseResult): Markup {
  const items = [...groupBy(checks, ({ bearing }) => [bearing])].map(([bearing, group]) => {
    const links = group.map(({ check }) => checkLink(page, check));
    return html`<li><small class="qq">${BEARING[bearing]}:</small> ${joined(links, ', ')}</li>`;
  });
  return html`<ul>${items}</ul>`;
}

function judgedChecks(page: Page, { checks }: ClauseResult, results: readonly CheckResult[]): Markup {
  const items = checks.map(({ check }) => {
    const marks = checkMarks(results.filter((result) => result.check === check));
    return html`<li>${checkLink(page, check)} ${marks}</li>`;
  });
  return html`<ul>${items}</ul>`;
}
