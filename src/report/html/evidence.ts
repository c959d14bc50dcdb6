// Section “Evidence index”: every fact that has no place under a finding, file by file, so that each id of the page leads somewhere.

import { compareText } from '../../model/order.ts';
import { type FactRecord, toFile, toSeen, toSpot } from '../facts.ts';
import { toThousands } from '../figures.ts';
import { groupBy } from '../groups.ts';
import { counted, STATE_WORDS } from '../wording.ts';
import { gradeMark } from './glyph.ts';
import { anchor } from './links.ts';
import { html, type Markup } from './markup.ts';
import type { Page, Section } from './page.ts';
import { breakable, code, prose } from './text.ts';

/** The facts cited nowhere above, by file. */
export function evidenceSection(page: Page): Section {
  return { id: 'evidence', title: 'Evidence index', kind: 'facts', body: index(page) };
}

function index(page: Page): Markup {
  const { facts, room } = page;
  if (facts.size === 0) return html`<p class="intro">There is no fact to list.</p>`;
  const files = [...groupBy(room.index, ({ fact }) => [toFile(fact.location)])].sort(([a], [b]) => compareText(a, b));
  return html`<p class="intro">${counts(page)}</p>${files.length > 0 && list(page, files)}`;
}

function counts({ facts, room }: Page): string {
  const above = facts.size - room.index.length - room.unlistedFacts;
  const parts = [`${toThousands(above)} under their findings`, `${toThousands(room.index.length)} here by file`];
  const unlisted = room.unlistedFacts === 0 ? [] : [`${toThousands(room.unlistedFacts)} only in evidence/facts.ndjson and report.json`];
  return `${toThousands(facts.size)} ${facts.size === 1 ? 'fact' : 'facts'} in all: ${[...parts, ...unlisted].join(', ')}.`;
}

function list(page: Page, files: readonly (readonly [string, readonly FactRecord[]])[]): Markup {
  const items = files.map(([file, records]) => {
    const facts = [...records].sort(inFile).map((record) => item(page, record));
    return html`<li>${code(file)}<ul>${facts}</ul></li>`;
  });
  const total = `${toThousands(page.room.index.length)} facts in ${counted(files.length, 'place', 'places')}`;
  return html`<details><summary>${total}</summary><ul class="idx">${items}</ul></details>`;
}

function inFile(a: FactRecord, b: FactRecord): number {
  return offsetOf(a) - offsetOf(b) || compareText(a.fact.id, b.fact.id);
}

function offsetOf({ fact: { location } }: FactRecord): number {
  return location.at === 'endpoint' ? 0 : location.offset;
}

function item(page: Page, { fact, name }: FactRecord): Markup {
  return html`<li${anchor(page, 'fact', fact.id)}><b>${breakable(fact.id)}
      </b> ${gradeMark(fact.grade)} ${toSpot(fact.location)} ${prose(toSeen(fact.observed, name))} <span class="qq">
      ${STATE_WORDS[fact.state]}</span></li>`;
}
