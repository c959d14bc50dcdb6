// One figure of the fit tables: the number with its origin and share, and the strip from 0 to 130 % of the budget with the budget always at
// the same place. The mark on the strip tells the method; what has no figure is hatched.

import type { FitCell } from '../../model/assessment.ts';
import { toBytes, toDuration, toShare } from '../figures.ts';
import { METHODS } from './fit-methods.ts';
import type { Origins } from './fit-origins.ts';
import { html, type Insert, type Markup, trusted } from './markup.ts';

const STRIP_SHARE = 1.3;

/** Where the budget stands on a strip. */
export const BUDGET_X: string = `${(100 / STRIP_SHARE).toFixed(2)}%`;

/** A need or a budget with its unit. */
export function amount(value: number, unit: FitCell['unit']): string {
  return unit === 'bytes' ? toBytes(value) : toDuration(value);
}

/** Number, origin, share, strip. */
export function figure(cell: FitCell, origins: Origins): Markup {
  return html`${numbers(cell, origins)}${strip(cell)}`;
}

function numbers({ need, budget, unit, basis }: FitCell, origins: Origins): Markup {
  if (need === undefined || basis === undefined)
    return html`<span class="v"><span>no figure<span class="vh">, indeterminate</span></span></span>`;
  const number = origins.numberOf(basis);
  const origin = number !== undefined && html`<sup><a href="#b.${number}"><span class="vh">origin </span>${number}</a></sup>`;
  const share = budget !== undefined && html`<small>${toShare(need, budget)}</small>`;
  const method = html`<span class="vh"> ${METHODS[basis.method].words}</span>`;
  return html`<span class="v"><span>${amount(need, unit)}${origin}${method}</span>${share}</span>`;
}

const TICK: Markup = html`<line x1="${BUDGET_X}" x2="${BUDGET_X}" y1="1" y2="15" class="i" stroke-width="1.6"/>`;
const BEYOND: Markup = trusted(
  '<svg x="100%" y="8" overflow="visible"><path d="M-9-5L-4 0L-9 5M-4-5L1 0L-4 5" class="al" stroke-width="1.8"/></svg>',
);

function strip({ need, budget, verdict, basis }: FitCell): Insert {
  if (budget === undefined) return false;
  if (need === undefined || basis === undefined)
    return html`<svg aria-hidden="true"><rect x="0" y="4" width="${BUDGET_X}" height="8" fill="url(#p-hatch)" class="hx"/>${TICK}</svg>`;
  const share = budget > 0 ? need / budget : Number.POSITIVE_INFINITY;
  const x = `${(Math.min(share / STRIP_SHARE, 1) * 100).toFixed(1)}%`;
  const paint = verdict === 'exceeds' ? html`class="al" stroke-width="1.8"` : html`class="rl2" stroke-width="1.4"`;
  const end = share > STRIP_SHARE ? BEYOND : html`<svg x="${x}" y="8" overflow="visible">${METHODS[basis.method].mark}</svg>`;
  return html`<svg aria-hidden="true"><line x1="0" x2="100%" y1="8" y2="8" class="rl" stroke-width="1"/>
    <line x1="0" x2="${x}" y1="8" y2="8" ${paint}/>${TICK}${end}</svg>`;
}
