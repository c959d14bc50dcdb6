// Policies: what each says today of the mechanisms that were found, and the days on which its word changes.

import type { Assessment, SunsetRow } from '../../model/assessment.ts';
import { compareText } from '../../model/order.ts';
import { groupBy } from '../groups.ts';
import { toNameList } from '../timeline.ts';
import { APPLIES_WORDS, BINDING_WORDS, STATUS_WORDS } from '../wording.ts';
import { EMPTY, html, type Insert, type Markup } from './markup.ts';
import { sourceWord } from './source.ts';
import { body, type Column, type Row, table } from './table.ts';
import { breakable, prose, unbroken } from './text.ts';

const COLUMNS: readonly Column[] = [
  { head: 'Mechanism' },
  { head: 'Its word today', label: 'Today' },
  { head: 'Deprecated after', cell: 'lab' },
  { head: 'Disallowed after', cell: 'lab' },
  { head: 'Rule' },
  { head: 'Source', cell: 'src' },
];

/** A table for each policy that is asked of the product. */
export function policyTables({ sunsets }: Assessment): Insert {
  const asked = sunsets.filter(({ applies }) => applies !== 'no');
  if (asked.length === 0)
    return html`<div class="fw"><p class="intro">No policy that is asked of this product speaks of a mechanism that was found.</p></div>`;
  return [...groupBy(asked, ({ policy }) => [policy]).values()].map(policyTable);
}

function policyTable(rows: readonly SunsetRow[]): Insert {
  const [first] = rows;
  if (first === undefined) return false;
  const lines = [...groupBy(rows, (row) => [ruleKey(row)]).values()].map(ruleRow);
  const policy = table({ kind: 'pol flow', caption: caption(first, rows), columns: COLUMNS, bodies: [body(COLUMNS, lines)] });
  return html`<div class="fw">${policy}</div>`;
}

function caption({ policyName, binding, applies }: SunsetRow, rows: readonly SunsetRow[]): Markup {
  const tag = bindingTag(
    BINDING_WORDS[binding],
    rows.every(({ draft }) => draft),
  );
  const doubt = applies === 'unknown' && ` · ${APPLIES_WORDS.unknown}`;
  return html`<b>${prose(policyName)}</b>${tag}what it says of the mechanisms found${doubt}`;
}

/** The binding level in its outlined tag, dashed for a draft. */
export function bindingTag(words: string, isDraft: boolean): Markup {
  return isDraft ? html`<span class="bind d">${words}, draft</span>` : html`<span class="bind">${words}</span>`;
}

// Mechanisms under one rule share a row: the rule says the same of all of them.
function ruleKey({ rule, status, deprecatedAfter, disallowedAfter, verified }: SunsetRow): string {
  return JSON.stringify([rule, status, deprecatedAfter, disallowedAfter, verified]);
}

const NO_DAY: Markup = html`<span class="qq">no day set</span>`;

function ruleRow(rows: readonly SunsetRow[]): Row {
  const [first] = rows;
  if (first === undefined) return { head: EMPTY, cells: [] };
  const names = [...new Set(rows.map(({ assetName }) => assetName))].sort(compareText);
  return {
    head: prose(toNameList(names)),
    cells: [
      STATUS_WORDS[first.status],
      first.deprecatedAfter === undefined ? NO_DAY : unbroken(first.deprecatedAfter),
      first.disallowedAfter === undefined ? NO_DAY : unbroken(first.disallowedAfter),
      [breakable(first.rule), first.draft && html` <small class="qq">draft</small>`],
      sourceWord(first.verified),
    ],
  };
}
