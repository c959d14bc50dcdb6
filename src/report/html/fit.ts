// Section “Fit on target”: small multiples, one row an algorithm, one column a resource, one group an operation on a target.

import { ALGORITHM_IDS, ALGORITHMS } from '../../knowledge/algorithms.ts';
import type { FitResource, FitRow, FitVerdict } from '../../model/assessment.ts';
import type { Operation } from '../../model/measurement.ts';
import { groupBy } from '../groups.ts';
import { amount, BUDGET_X, figure } from './fit-figure.ts';
import { FIT_KEY } from './fit-methods.ts';
import { type Origins, originList, toOrigins } from './fit-origins.ts';
import { fitMark } from './glyph.ts';
import { html, type Insert, type Markup } from './markup.ts';
import type { Page, Section } from './page.ts';
import { prose } from './text.ts';

/** Fit of every candidate operation on every target in use. */
export function fitSection(page: Page, rows: readonly FitRow[]): Section {
  return { id: 'fit', title: 'Fit on target', kind: 'facts with method', body: rows.length === 0 ? nothing(page) : multiples(rows) };
}

function nothing({ report }: Page): Markup {
  const names = report.targets.map(({ name }) => name).join(', ');
  if (names === '')
    return html`<p class="intro">No target is known, so nothing can be said of fit. Name the chip or board in the product file;
      “Open questions” has the line to paste.</p>`;
  return html`<p class="intro">There are no figures for an operation on ${prose(names)}. Without a figure nothing is said of fit.</p>`;
}

interface Resource {
  readonly id: FitResource;
  readonly head: string;
  /** inside a sentence */
  readonly words: string;
}

const RESOURCES: readonly Resource[] = [
  { id: 'time', head: 'Time', words: 'time' },
  { id: 'stack', head: 'Peak stack', words: 'stack' },
  { id: 'ram', head: 'RAM', words: 'RAM' },
  { id: 'flash', head: 'Flash', words: 'flash' },
];

const CAPTION =
  'Each strip runs from 0 to 130 % of the budget; » means beyond the strip. An empty cell has no budget and no figure; it is not a pass. ' +
  'Numbers lead to the origin of the figure.';

function multiples(rows: readonly FitRow[]): Markup {
  const used = RESOURCES.filter(({ id }) => rows.some(({ cells }) => cells.some(({ resource }) => resource === id)));
  const origins = toOrigins(rows);
  const groups = [...groupBy(rows, ({ target, operation }) => [`${target} ${operation}`]).values()];
  const heads = ['Operation', ...used.map(({ head }) => head), 'Verdict'].map(
    (head) => html`<th scope="col" role="columnheader">${head}</th>`,
  );
  return html`${FIT_KEY}<table class="st fit" role="table"><caption>${CAPTION}</caption>
    <thead role="rowgroup"><tr role="row">${heads}</tr></thead>
    ${groups.map((group) => fitGroup(group, used, origins))}</table>${originList(origins)}`;
}

const OPERATION_NAMES: Readonly<Record<Operation, string>> = {
  keygen: 'Generate a key pair',
  encaps: 'Encapsulate a session key',
  decaps: 'Decapsulate a session key',
  sign: 'Sign',
  verify: 'Verify a signature',
  keyagree: 'Agree on a session key',
  digest: 'Digest',
};

function fitGroup(rows: readonly FitRow[], used: readonly Resource[], origins: Origins): Insert {
  const [first] = rows;
  if (first === undefined) return false;
  const sorted = [...rows].sort((a, b) => ALGORITHM_IDS.indexOf(a.algorithm) - ALGORITHM_IDS.indexOf(b.algorithm));
  return html`<tbody role="rowgroup">
    <tr role="row" class="grp"><th scope="rowgroup" role="rowheader" colspan="${used.length + 2}">
      <b>${OPERATION_NAMES[first.operation]}</b>${prose(first.targetName)}</th></tr>
    <tr role="row" class="bud"><th scope="row" role="rowheader"><small class="qq">Budget</small></th>
      ${used.map((resource) => budgetCell(rows, resource))}<td role="cell" class="vd"></td></tr>
    ${sorted.map((row) => fitRow(row, used, origins))}</tbody>`;
}

function budgetCell(rows: readonly FitRow[], { id, head }: Resource): Markup {
  const cells = rows.flatMap((row) => row.cells).filter(({ resource }) => resource === id);
  const budgets = new Set(cells.flatMap(({ budget, unit }) => (budget === undefined ? [] : [amount(budget, unit)])));
  const [budget] = budgets;
  if (budget === undefined) return cellOf(head, html`<small class="qq">no budget set</small>`);
  const text = budgets.size === 1 ? budget : 'by row';
  const drawing = html`<text x="${BUDGET_X}" y="12" text-anchor="middle" class="t2">${text}</text>`;
  return cellOf(head, html`<svg height="16" role="img" aria-label="${text}">${drawing}</svg>`);
}

function cellOf(head: string, content: Markup): Markup {
  return html`<td role="cell" class="x" data-l="${head}"><div>${content}</div></td>`;
}

function fitRow(row: FitRow, used: readonly Resource[], origins: Origins): Markup {
  const cells = used.map(({ id, head }) => {
    const cell = row.cells.find(({ resource }) => resource === id);
    return cell === undefined ? html`<td role="cell" class="x"></td>` : cellOf(head, figure(cell, origins));
  });
  return html`<tr role="row"><th scope="row" role="rowheader"><b class="nw">${ALGORITHMS[row.algorithm].name}</b></th>${cells}
    <td role="cell" class="vd">${rowVerdict(row)}</td></tr>`;
}

const WORST_FIRST: readonly FitVerdict[] = ['exceeds', 'indeterminate', 'tight', 'fits'];

function rowVerdict({ cells }: FitRow): Insert {
  const worst = WORST_FIRST.find((verdict) => cells.some((cell) => cell.verdict === verdict));
  if (worst === undefined) return false;
  if (worst === 'fits') return fitMark(worst);
  const limiting = RESOURCES.filter(({ id }) => cells.some(({ resource, verdict }) => resource === id && verdict === worst));
  return [fitMark(worst), html` <small class="q">${limiting.map(({ words }) => words).join(', ')}</small>`];
}
