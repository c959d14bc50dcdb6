// The strip of a plan item: a grid of years, today, a dotted leader, and a flag at the latest responsible date. The date stands beneath.

import type { PlanItem } from '../../model/assessment.ts';
import { toDayNumber } from '../figures.ts';
import { html, type Markup } from './markup.ts';
import { unbroken } from './text.ts';

const MOST_YEARS = 40;

/** The years that all strips of a plan span, and today. */
export interface Years {
  readonly first: number;
  readonly last: number;
  readonly asOf: string;
}

/** From this year to the one after the last date, at least four years. */
export function toYears(plan: readonly PlanItem[], asOf: string): Years {
  const first = yearOf(asOf);
  const last = Math.max(first + 4, ...plan.map(({ latestResponsibleDate }) => yearOf(latestResponsibleDate ?? asOf) + 1));
  return { first, last: Math.min(first + MOST_YEARS, last), asOf };
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

function listYears({ first, last }: Years): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

// Two per cent are left at both ends for half a flag.
function xOf({ first, last }: Years, date: string): string {
  const start = toDayNumber(`${first}-01-01`);
  const share = (toDayNumber(date) - start) / (toDayNumber(`${last}-01-01`) - start);
  return `${Math.min(98, Math.max(2, 2 + 96 * share)).toFixed(2)}%`;
}

/** The years above the strips, about five of them. */
export function yearLabels(years: Years): Markup {
  const every = Math.ceil((years.last - years.first) / 4);
  const labels = listYears(years).filter((year) => (year - years.first) % every === 0);
  const texts = labels.map((year) => {
    const side = year === years.first ? 'start' : year === years.last ? 'end' : 'middle';
    return html`<text x="${xOf(years, `${year}-01-01`)}" y="11" text-anchor="${side}" class="t3">${year}</text>`;
  });
  return html`<svg height="14" aria-hidden="true">${texts}</svg>`;
}

/** The strip of one item with its date in words. */
export function planStrip({ latestResponsibleDate: latest, step }: PlanItem, years: Years): Markup {
  const label = latest === undefined ? 'no latest date' : `latest responsible date ${latest}`;
  const drawing = html`${grid(years)}${latest !== undefined && flag(years, latest)}`;
  return html`<svg height="22" role="img" aria-label="${label}">${drawing}</svg><small class="q">${inWords(latest, step, years)}</small>`;
}

function inWords(latest: string | undefined, step: PlanItem['step'], { asOf }: Years): Markup {
  if (latest === undefined) return step === 'now' ? html`now` : html`no outer date`;
  return html`latest ${unbroken(latest)}${latest < asOf && html`, <b>past</b>`}`;
}

function grid(years: Years): Markup {
  const now = xOf(years, years.asOf);
  const lines = listYears(years).map((year) => {
    const x = xOf(years, `${year}-01-01`);
    return html`<line x1="${x}" x2="${x}" y1="0" y2="22" class="rl"/>`;
  });
  return html`${lines}<line x1="${now}" x2="${now}" y1="4" y2="18" class="i" stroke-width="1.4"/>`;
}

function flag(years: Years, latest: string): Markup {
  const x = xOf(years, latest);
  return html`<line x1="${xOf(years, years.asOf)}" x2="${x}" y1="11" y2="11" class="i" stroke-width="1" stroke-dasharray="1.5 3"/>
    <svg x="${x}" y="11" overflow="visible"><path d="M0-7V7" class="al" stroke-width="2"/><path d="M-6-7H0L0-2z" class="alf"/></svg>`;
}
