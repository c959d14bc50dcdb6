// Section “Findings”: present-day weaknesses first, the product's own apart from those of dependencies, tests and examples.

import type { Assessment, Finding, Urgency } from '../../model/assessment.ts';
import { toThousands } from '../figures.ts';
import { isOwn, URGENCIES } from '../findings.ts';
import { groupBy } from '../groups.ts';
import { URGENCY_WORDS } from '../wording.ts';
import { filterForm } from './filters.ts';
import { FINDING_COLUMNS, findingLine, findingRecord } from './finding.ts';
import { html, type Insert, type Markup } from './markup.ts';
import type { Page, Section } from './page.ts';
import { prose } from './text.ts';

/** All findings, those with a record of their own first. */
export function findingsSection(page: Page, { findings }: Assessment): Section {
  return {
    id: 'findings',
    title: 'Findings',
    kind: 'facts and risk judgements',
    body: findings.length === 0 ? NONE : [filterForm(findings), records(page), lines(page), unlisted(page)],
  };
}

const NONE: Markup = html`<p class="intro">No finding was made. That is no statement about what could not be read: see
  “Coverage and limits”.</p>`;

function records(page: Page): Insert {
  const own = page.room.full.filter(({ origin }) => isOwn(origin));
  const others = page.room.full.filter(({ origin }) => !isOwn(origin));
  return [
    own.length === 0
      ? html`<p class="intro">No finding stands on the product’s own code, configuration, build or services.</p>`
      : recordTable(page, own, 'In the product’s own code, configuration, build and services.'),
    others.length > 0 && [
      html`<h3 class="sub">In dependencies, tests and examples</h3>`,
      recordTable(page, others, 'Code that others wrote or that does not ship. Whether it reaches the product is for the build to say.'),
    ],
  ];
}

function recordTable(page: Page, findings: readonly Finding[], caption: string): Markup {
  const heads = FINDING_COLUMNS.map(({ head }) => html`<th scope="col" role="columnheader">${head}</th>`);
  const byUrgency = groupBy(findings, ({ urgency }) => [urgency]);
  const groups = URGENCIES.map((urgency) => {
    const group = byUrgency.get(urgency) ?? [];
    return group.length > 0 && [groupHead(urgency, group.length), group.map((finding) => findingRecord(page, finding))];
  });
  return html`<table class="st finds flow" role="table"><caption>${caption}</caption>
    <thead role="rowgroup"><tr role="row">${heads}</tr></thead>${groups}</table>`;
}

const URGENCY_NOTES: Readonly<Record<Urgency, string>> = {
  'present-day': 'can be exploited without a quantum computer',
  'quantum-long-lived': 'what is sent today can be read later',
  quantum: 'falls when a quantum computer of sufficient size exists',
  record: 'belongs into the technical file',
  good: 'what already holds',
};

function groupHead(urgency: Urgency, count: number): Markup {
  const words = URGENCY_WORDS[urgency];
  const title = words.charAt(0).toUpperCase() + words.slice(1);
  return html`<tbody role="rowgroup" class="grp"><tr role="row"><th role="rowheader" scope="rowgroup" colspan="6">
    <b>${title}</b>${URGENCY_NOTES[urgency]} · ${toThousands(count)}</th></tr></tbody>`;
}

function lines(page: Page): Insert {
  if (page.room.brief.length === 0) return false;
  const groups = groupBy(page.room.brief, ({ origin, urgency }) => [`${isOwn(origin) ? OWN : OTHERS}: ${URGENCY_WORDS[urgency]}`]);
  const items = [...groups].map(([words, group]): Insert => {
    return [html`<li class="grp qq">${words} · ${toThousands(group.length)}</li>`, group.map((finding) => findingLine(page, finding))];
  });
  return html`<h3 class="sub">Further findings, a line each</h3><ul class="brief">${items}</ul>`;
}

const OWN = 'The product’s own';
const OTHERS = 'Dependencies, tests and examples';

function unlisted({ room }: Page): Insert {
  if (room.unlisted.length === 0) return false;
  const rules = [...groupBy(room.unlisted, ({ rule }) => [rule])].map(([rule, group]) => `${rule} ${toThousands(group.length)}`);
  return html`<p class="note">${toThousands(room.unlisted.length)} more findings are not printed here, by rule: ${prose(rules.join(', '))}.
    They stand in report.json and findings.sarif.</p>`;
}
