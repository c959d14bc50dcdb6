// One finding: a row of what is said, then a disclosure with the facts it stands on, each with place, what was seen, digest and command.

import type { Finding } from '../../model/assessment.ts';
import { type FactRecord, findDigest, toFile, toSeen, toSpot } from '../facts.ts';
import { toRoleName } from '../findings.ts';
import { BASIS_SENTENCES, BASIS_WORDS, CONFIDENCE_WORDS, counted, ORIGIN_WORDS, sentence } from '../wording.ts';
import { facets } from './filters.ts';
import { glyph, gradeMark } from './glyph.ts';
import { anchor, factRefs, planRefs } from './links.ts';
import { html, type Markup } from './markup.ts';
import type { Page } from './page.ts';
import { type Column, rowCells } from './table.ts';
import { breakable, code, prose, unbroken } from './text.ts';

/** Columns of the tables of findings. */
export const FINDING_COLUMNS: readonly Column[] = [
  { head: 'Id' },
  { head: 'Finding', cell: 'b' },
  { head: 'Role' },
  { head: 'Seen in' },
  { head: 'Grade', cell: 'nw' },
  { head: 'Plan' },
];

const FURTHER_FACTS = 12;
const LONGEST_COMMAND = 400;

/** The finding as a body of its own, so that it is one target and one unit on paper. */
export function findingRecord(page: Page, finding: Finding): Markup {
  const cells = rowCells(FINDING_COLUMNS, {
    head: breakable(finding.id),
    cells: [
      statement(finding),
      toRoleName(finding),
      ORIGIN_WORDS[finding.origin],
      grade(finding),
      planRefs(page, page.planByFinding.get(finding.id) ?? [], 3),
    ],
  });
  return html`<tbody role="rowgroup"${anchor(page, 'finding', finding.id)} ${facets(finding)}><tr role="row">${cells}</tr>
    <tr role="row" class="ev"><td role="cell" colspan="6"><div class="evin">${evidence(page, finding)}</div></td></tr></tbody>`;
}

function statement({ urgency, title, accepted }: Finding): Markup {
  const said = html`<span class="ttl">${urgency === 'good' && html`${glyph('met')} `}${prose(sentence(title))}</span>`;
  if (accepted === undefined) return said;
  return html`${said}<br><span class="q">Risk accepted by ${prose(accepted.owner)} on ${unbroken(accepted.date)}, expires
    ${unbroken(accepted.expires)}: ${prose(accepted.reason)}</span>`;
}

function grade({ grade: letter, confidence, basis }: Finding): Markup {
  if (basis !== undefined && basis !== 'declaration') return html`<small class="qq">${BASIS_WORDS[basis]}</small>`;
  return html`${gradeMark(letter)}${confidence !== 'certain' && html` <small class="qq">${CONFIDENCE_WORDS[confidence]}</small>`}`;
}

function evidence(page: Page, finding: Finding): Markup {
  if (finding.facts.length === 0) return withoutFacts(finding);
  const own = page.room.factsOf.get(finding.id) ?? [];
  const ownIds = new Set<string>(own.map(({ fact }) => fact.id));
  const others = finding.facts.filter((id) => !ownIds.has(id));
  const elsewhere = others.length > 0 && html`<li>Also ${factRefs(page, others, FURTHER_FACTS)}</li>`;
  return html`<details><summary>Evidence: ${counted(finding.facts.length, 'fact', 'facts')}</summary>
    <ul class="facts">${own.map((record) => factItem(page, record))}${elsewhere}</ul></details>`;
}

function withoutFacts({ basis = 'declaration' }: Finding): Markup {
  return html`<p class="s qq">${BASIS_SENTENCES[basis]}</p>`;
}

function factItem(page: Page, { fact, name }: FactRecord): Markup {
  const { location, observedAt, command } = fact;
  const spot = toSpot(location);
  const digest = findDigest(fact);
  const place = location.at === 'text' ? toFile(location) + spot : toFile(location);
  const range = location.at === 'bytes' && html`<span class="q">${spot}</span>`;
  return html`<li${anchor(page, 'fact', fact.id)}>
    <div class="hd"><b>${breakable(fact.id)}</b>${gradeMark(fact.grade)}<span>${code(place)}</span>${range}
      ${observedAt !== undefined && html`<span class="q">${unbroken(observedAt)}</span>`}</div>
    <div>${prose(toSeen(fact.observed, name))}</div>
    ${digest !== undefined && html`<div class="dg"><code>sha256 ${digest}</code></div>`}
    ${command !== undefined && html`<code class="cmd sh">${command.slice(0, LONGEST_COMMAND)}</code>`}</li>`;
}

/** The finding on one line, where there are too many for a record each. */
export function findingLine(page: Page, finding: Finding): Markup {
  return html`<li${anchor(page, 'finding', finding.id)} ${facets(finding)}>${prose(sentence(finding.title))} <span class="qq">
    ${ORIGIN_WORDS[finding.origin]} · ${breakable(finding.id)}</span> ${factRefs(page, finding.facts, 1)}</li>`;
}
