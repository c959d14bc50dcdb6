// The tables of what lies ahead, as parts of the page: each row ends in its facts and plan items, where it has some.

import type { OutlookTable } from '../outlook.ts';
import { factRefs, planRefs } from './links.ts';
import { html, type Insert, joined, type Markup } from './markup.ts';
import type { Page } from './page.ts';
import { body, type Column, type Row, table } from './table.ts';
import { prose } from './text.ts';

const MOST_REFS = 2;

/** The table under its title, or the sentence for want of it. */
export function outlookPart(page: Page, data: OutlookTable): Markup {
  if (data.rows.length === 0) return html`<h3 class="sub">${data.title}</h3><p class="note">${prose(data.otherwise)}</p>`;
  return html`<div class="fw">${outlookTable(page, data)}</div>`;
}

/** The same in a disclosure; nothing where it has no rows. */
export function outlookDetails(page: Page, data: OutlookTable): Insert {
  if (data.rows.length === 0) return false;
  return html`<details class="more"><summary>${data.title}</summary>${outlookTable(page, data)}</details>`;
}

function outlookTable(page: Page, { title, caption, heads, rows }: OutlookTable): Markup {
  const hasRefs = rows.some(({ facts = [], plan = [] }) => facts.length + plan.length > 0);
  const columns: readonly Column[] = [
    ...heads.map((head, index): Column => ({ head, ...(index === 0 ? {} : { cell: 'b' }) })),
    ...(hasRefs ? [{ head: 'See', cell: 'b' }] : []),
  ];
  const lines = rows.map(({ cells: [head = '', ...cells], facts = [], plan = [] }): Row => {
    const refs = joined([factRefs(page, facts, MOST_REFS), planRefs(page, plan, MOST_REFS)], ' ');
    return { head: prose(head), cells: [...cells.map(prose), ...(hasRefs ? [refs] : [])] };
  });
  const words = html`<b>${title}</b>${caption}`;
  return table({ kind: 'look', caption: words, columns, bodies: [body(columns, lines)] });
}
