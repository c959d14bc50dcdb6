// The table “Sunset minus need”: for each mechanism and policy the days between the policy's last day and the day on which the mechanism is
// last needed. Plain subtraction; the strip beside the number is for the eye alone.

import type { Assessment, SunsetRow } from '../../model/assessment.ts';
import { toSignedDays } from '../figures.ts';
import { groupBy } from '../groups.ts';
import { sunsetOf } from '../timeline.ts';
import { APPLIES_WORDS, BINDING_WORDS, ROLE_PHRASES } from '../wording.ts';
import { factRefs, findingRefs } from './links.ts';
import { EMPTY, html, type Insert, type Markup } from './markup.ts';
import { type Page, useKey } from './page.ts';
import { body, type Column, type Row, table } from './table.ts';
import { prose, unbroken } from './text.ts';

const SHOWN_ROWS = 16;
const MOST_ROWS = 200;

const COLUMNS: readonly Column[] = [
  { head: 'Mechanism' },
  { head: 'Policy date', cell: 'b' },
  { head: 'Needed to', cell: 'nw lab' },
  { head: 'Days', cell: 'r nw', headClass: 'r' },
  { head: 'See', cell: 'b' },
  { head: html`<span class="vh">Bar</span>`, label: 'Bar', cell: 'b bar2' },
];

/** Fewest days in hand first; roles that share a mechanism, a rule and a date share a row. */
export function sunsetTable(page: Page, { sunsets }: Assessment): Markup {
  const compared = sunsets.filter((row) => row.applies !== 'no' && row.slackDays !== undefined);
  if (compared.length === 0) return nothingCompared(sunsets);
  const groups = [...groupBy(compared, (row) => [rowKey(row)]).values()].sort((a, b) => slackOf(a) - slackOf(b));
  const widest = Math.max(...groups.map((group) => Math.abs(slackOf(group))), 1);
  const rows = groups.slice(0, MOST_ROWS).map((group) => sunsetRow(page, group, widest));
  const caption = html`<b>Sunset minus need</b>policy date − max(support end, last verification in the field), in days; subtract to repeat`;
  return html`${rowsTable(caption, rows.slice(0, SHOWN_ROWS))}${furtherRows(rows.slice(SHOWN_ROWS))}
    ${groups.length > MOST_ROWS && html`<p class="note">${groups.length - MOST_ROWS} further rows stand in report.json.</p>`}`;
}

function nothingCompared(sunsets: readonly SunsetRow[]): Markup {
  const why =
    sunsets.length === 0
      ? 'no policy speaks of a mechanism that was found'
      : 'support end and field life are not declared, or no rule sets a day';
  return html`<p class="note">No policy date could be compared with the product’s: ${why}.</p>`;
}

function rowsTable(caption: Insert, rows: readonly Row[]): Markup {
  return table({ kind: 'sun flow', caption, columns: COLUMNS, bodies: [body(COLUMNS, rows)] });
}

function furtherRows(rows: readonly Row[]): Insert {
  if (rows.length === 0) return false;
  const further = rowsTable('Sunset minus need, continued', rows);
  return html`<details class="more"><summary>${rows.length} more, with more days in hand</summary>${further}</details>`;
}

function rowKey({ assetName, policy, rule, draft, slackDays, comparedWith, verified }: SunsetRow): string {
  return JSON.stringify([assetName, policy, rule, draft, slackDays, comparedWith, verified]);
}

function slackOf([first]: readonly SunsetRow[]): number {
  return first?.slackDays ?? 0;
}

function sunsetRow(page: Page, group: readonly SunsetRow[], widest: number): Row {
  const [row] = group;
  if (row === undefined) return { head: EMPTY, cells: [] };
  const roles = [...new Set(group.map(({ role }) => ROLE_PHRASES[role]))].join(', ');
  const sunset = sunsetOf(row);
  const days = slackOf(group);
  return {
    head: [prose(row.assetName), html` <small class="q">${roles}</small>`],
    cells: [
      [sunset !== undefined && unbroken(sunset), html` <small class="qq">${prose(standing(row))}</small>`],
      neededTo(row),
      html`<b>${toSignedDays(days)}</b>`,
      seeOf(page, group),
      strip(days, widest),
    ],
  };
}

function standing(row: SunsetRow): string {
  const word = row.disallowedAfter === undefined ? 'deprecated' : 'disallowed';
  const doubts = [
    row.draft && 'draft',
    row.verified !== true && 'not read at first hand',
    row.applies === 'unknown' && APPLIES_WORDS.unknown,
  ];
  return [row.policyName, word, BINDING_WORDS[row.binding], ...doubts].filter((part) => part !== false).join(', ');
}

function neededTo({ comparedWith }: SunsetRow): Insert {
  if (comparedWith === undefined) return false;
  const what = comparedWith.what === 'support-end' ? 'support' : 'field';
  return [unbroken(comparedWith.date), html` <small class="qq">${what}</small>`];
}

function seeOf(page: Page, group: readonly SunsetRow[]): Insert {
  const findings = group.flatMap(({ asset, role }) => (page.findingsByUse.get(useKey(asset, role)) ?? []).slice(0, 1));
  if (findings.length > 0) return findingRefs(page, [...new Set(findings.map(({ id }) => id))], 2);
  const assets = new Set(group.map(({ asset }) => asset));
  const facts = page.report.inventory.assets.filter(({ id }) => assets.has(id)).flatMap((asset) => asset.facts.slice(0, 1));
  return factRefs(
    page,
    facts.map(({ id }) => id),
    1,
  );
}

// Zero at 80 % of the width; left is overlap, right is margin. The number stands beside it, so the strip is hidden from readers.
function strip(days: number, widest: number): Markup {
  const width = Math.min(days < 0 ? 79 : 19.5, (79 * Math.abs(days)) / widest);
  const x = days < 0 ? 80 - width : 80;
  return html`<svg class="div" aria-hidden="true"><line x1="80%" x2="80%" y1="0" y2="18" class="rl2"/>
    <rect x="${x.toFixed(1)}%" y="5" width="${width.toFixed(1)}%" height="8" class="${days < 0 ? 'alf' : 'acf'}"/></svg>`;
}
