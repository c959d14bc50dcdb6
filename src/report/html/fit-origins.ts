// Where the figures of the fit tables come from: each distinct origin gets a number, the figures point to it.

import type { FitBasis, FitRow } from '../../model/assessment.ts';
import { METHODS } from './fit-methods.ts';
import { html, type Insert, joined, type Markup } from './markup.ts';
import { prose } from './text.ts';

/** Up to so many origins are shown at once; more stand in a disclosure, which a number opens. */
const SHOWN_AT_ONCE = 8;

/** Distinct origins in the order of their first use, and their numbers. */
export interface Origins {
  readonly list: readonly FitBasis[];
  readonly numberOf: (basis: FitBasis) => number | undefined;
}

/** The origins of all figures. */
export function toOrigins(rows: readonly FitRow[]): Origins {
  const numbers = new Map<string, number>();
  const list: FitBasis[] = [];
  for (const { basis } of rows.flatMap(({ cells }) => cells)) {
    if (basis === undefined || numbers.has(key(basis))) continue;
    list.push(basis);
    numbers.set(key(basis), list.length);
  }
  return { list, numberOf: (basis) => numbers.get(key(basis)) };
}

function key({ method, platform, implementation, source, scaled, note }: FitBasis): string {
  return JSON.stringify([method, platform, implementation, source.title, source.locator, scaled === true, note]);
}

/** The numbered list. */
export function originList({ list }: Origins): Insert {
  if (list.length === 0) return false;
  const items = list.map((basis, index) => html`<li id="b.${index + 1}"><b>${index + 1}</b>${origin(basis)}</li>`);
  const numbered = html`<ol class="basis">${items}</ol>`;
  const head = html`<h3 class="sub">Where the figures come from</h3>`;
  if (list.length <= SHOWN_AT_ONCE) return [head, numbered];
  return [head, html`<details><summary>${list.length} origins</summary>${numbered}</details>`];
}

function origin({ method, platform, implementation, source, scaled, note }: FitBasis): Markup {
  const place = [source.locator, source.date].filter((part) => part !== undefined).join(', ');
  const title = prose(source.title);
  const isLink = source.url?.startsWith('https://') === true;
  const link = isLink ? html`<a href="${source.url}" rel="noreferrer">${title}</a>` : title;
  const parts: readonly Insert[] = [
    METHODS[method].meaning,
    prose(`${implementation} on ${platform}`),
    scaled === true && 'scaled by the clock from another board with the same core',
    place === '' ? link : html`${link}, ${prose(place)}`,
    note !== undefined && prose(note),
  ];
  return joined(parts, ' · ');
}
