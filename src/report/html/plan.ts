// Section “Migration plan”: ordered by dependency, then exposure, then effort; each item with its latest responsible date, what fits, how
// to go back and how to see that it is done.

import type { Assessment, PlanItem } from '../../model/assessment.ts';
import { groupBy } from '../groups.ts';
import { counted, ROLE_NAMES, STEP_WORDS, sentence } from '../wording.ts';
import { fitMark } from './glyph.ts';
import { anchor, findingRefs, planRefs } from './links.ts';
import { html, type Insert, joined, type Markup } from './markup.ts';
import type { Page, Section } from './page.ts';
import { planStrip, toYears, type Years, yearLabels } from './plan-strip.ts';
import { type Column, rowCells, table } from './table.ts';
import { breakable, prose } from './text.ts';
import { effort } from './verdict.ts';

/** The plan, or why there is none. */
export function planSection(page: Page, assessment: Assessment): Section {
  return {
    id: 'plan',
    title: 'Migration plan',
    kind: 'decisions proposed',
    body: assessment.plan.length === 0 ? NONE : planTable(page, assessment),
  };
}

const NONE: Markup = html`<p class="intro">Nothing was found that would have to be changed. What could not be read may say otherwise.</p>`;

const CAPTION =
  'Ordered by dependency, then exposure, then effort. Flag: latest responsible date, the last day on which the change can still do its work.';

function planTable(page: Page, { plan, asOf }: Assessment): Markup {
  const years = toYears(plan, asOf);
  const columns = columnsOf(years);
  const bodies = [...groupBy(plan, ({ step }) => [step])].flatMap(([step, items]) => {
    return [stepHead(step), ...items.map((item) => planBody(page, item, { columns, years }))];
  });
  return table({ kind: 'plan', caption: CAPTION, columns, bodies });
}

function columnsOf(years: Years): readonly Column[] {
  return [
    { head: 'Id' },
    { head: 'Change', cell: 'b' },
    { head: html`${yearLabels(years)}<span class="vh">Dates</span>`, label: 'Date', cell: 'gantt', headClass: 'gantt' },
    { head: 'Needs' },
    { head: 'Effort and owner', label: 'Effort' },
    { head: 'Fits on target', label: 'Fit' },
    { head: 'Closes', cell: 'cl' },
  ];
}

function stepHead(step: PlanItem['step']): Markup {
  return html`<tbody role="rowgroup"><tr role="row" class="grp">
    <th scope="rowgroup" role="rowheader" colspan="7">${STEP_WORDS[step]}</th></tr></tbody>`;
}

interface Frame {
  readonly columns: readonly Column[];
  readonly years: Years;
}

function planBody(page: Page, item: PlanItem, { columns, years }: Frame): Markup {
  const cells = rowCells(columns, {
    head: item.id,
    cells: [
      change(item),
      planStrip(item, years),
      planRefs(page, item.preconditions, item.preconditions.length),
      [effort(item), html` <small class="qq">${prose(item.owner)}</small>`],
      fitMark(item.fit),
      findingRefs(page, item.findings, 3),
    ],
  });
  return html`<tbody role="rowgroup"${anchor(page, 'plan', item.id)}><tr role="row" class="it">${cells}</tr>
    <tr role="row" class="ev"><td role="cell"></td><td role="cell" class="b" colspan="6">${how(item)}</td></tr></tbody>`;
}

function change({ action, role, from, to }: PlanItem): Markup {
  const list = (names: readonly string[], none: string): string => (names.length === 0 ? none : names.slice(0, 3).join(', '));
  const step = html`${ROLE_NAMES[role]}: ${prose(list(from, 'nothing'))} → ${prose(list(to, 'open'))}`;
  return html`<b>${prose(sentence(action))}</b><br><span class="q">${step}</span>`;
}

// What was asked of the replacement; nothing where no policy is known to be asked.
function policyEntries({ takenBy = [], refusedBy = [] }: PlanItem): readonly (readonly [string, Insert])[] {
  return [
    ...(takenBy.length > 0 ? [['Taken by', prose(takenBy.join(', '))] as const] : []),
    ...(refusedBy.length > 0 ? [['Not taken by', prose(refusedBy.join(', '))] as const] : []),
  ];
}

const MOST_CLAUSES = 24;

function how(item: PlanItem): Markup {
  const { clauses } = item;
  const entries: readonly (readonly [string, Insert])[] = [
    ['Rollback', prose(sentence(item.rollback))],
    ['Done when', prose(sentence(item.verification))],
    ['Effort is', prose(item.effort.basis)],
    ['Date is', item.latestBasis === undefined ? 'not set: no day forces it' : prose(item.latestBasis)],
    ...policyEntries(item),
    ['Key', breakable(item.key)],
    ['Bears on', clauses.length === 0 ? 'no requirement named' : joined(clauses.slice(0, MOST_CLAUSES).map(breakable), ' · ')],
  ];
  const requirements = clauses.length > 0 && ` and ${counted(clauses.length, 'requirement', 'requirements')}`;
  return html`<details><summary>Rollback, test, basis${requirements}<span class="vh"> of ${item.id}</span></summary>
    <dl class="how">${entries.map(([term, text]) => html`<dt>${term}</dt><dd>${text}</dd>`)}</dl></details>`;
}
