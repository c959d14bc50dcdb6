// Section “Verdict”: one sentence, what limits it, what blocks the next gates, the answer that moves it most, what to do first.

import type { Assessment, PlanItem, RoleGates } from '../../model/assessment.ts';
import { type Block, findNextGate, type Phrase, toBlocks, toGateName, toHeadline, toOneLine, toRoleList } from '../headline.ts';
import { counted, movesWords, ROLE_PHRASES, sentence } from '../wording.ts';
import { factRefs, ref } from './links.ts';
import { html, type Insert, joined, type Markup } from './markup.ts';
import type { Page, Section } from './page.ts';
import { prose, unbroken } from './text.ts';

const MOST_ROLES = 5;
const MOST_REASONS = 3;

/** The section that a manager reads. */
export function verdictSection(page: Page): Section {
  const { assessment, report } = page;
  return {
    id: 'verdict',
    title: 'Verdict',
    body: [
      html`<p class="say">${strong(toHeadline(report))}</p>`,
      assessment !== undefined && [columns(page, assessment), doFirst(page, assessment)],
      html`<p class="oneline">${toOneLine(report)}</p>`,
    ],
  };
}

function strong(phrase: Phrase): Markup {
  return html`${phrase.map((part) => (typeof part === 'string' ? part : html`<b>${part.strong}</b>`))}`;
}

function columns(page: Page, assessment: Assessment): Markup {
  return html`<div class="tri">${limits(page, assessment)}${blocks(page, assessment)}${mover(page, assessment)}</div>`;
}

function limits(page: Page, { product, gates }: Assessment): Markup {
  const roles = gates.filter(({ role }) => product.limitingRoles.includes(role));
  const scope = gates.filter(({ inScope }) => inScope).length;
  const named = `Limiting ${roles.length === 1 ? 'role' : 'roles'}: ${toRoleList(product.limitingRoles)}`;
  const reasons = roles.slice(0, MOST_REASONS).map((role) => limit(page, role, roles.length > 1));
  return html`<div><h3>${roles.length === 0 ? 'No limiting role' : named}</h3>
    <p class="noprint">The product’s word is the minimum over ${counted(scope, 'role', 'roles')} in scope.</p>${reasons}</div>`;
}

function limit(page: Page, { role, stoppedBy, facts }: RoleGates, isNamed: boolean): Insert {
  if (stoppedBy === undefined) return false;
  const name = isNamed && html`<b>${ROLE_PHRASES[role]}:</b> `;
  return html`<p>${name}${prose(sentence(stoppedBy))} ${factRefs(page, facts, 2)}</p>`;
}

function blocks(page: Page, assessment: Assessment): Markup {
  const lines = toBlocks(assessment)
    .slice(0, 3)
    .map((block) => html`<p>${blockLine(page, block)}</p>`);
  if (lines.length > 0) return html`<div><h3>What blocks the next gates</h3>${lines}</div>`;
  return html`<div><h3>Nothing blocks a gate</h3><p>No role in scope stands before a gate that is not met or unknown.</p></div>`;
}

function blockLine(page: Page, { gate, notMet, unknown }: Block): Markup {
  const parts = [stopped(page, 'not met', notMet), stopped(page, 'unknown', unknown)];
  return html`<b>${toGateName(gate)}:</b> ${joined(parts, '; ')}.`;
}

function stopped(page: Page, word: string, roles: readonly RoleGates[]): Insert {
  if (roles.length === 0) return false;
  const names = roles.slice(0, MOST_ROLES).map(({ role, facts }): Insert => {
    return [ROLE_PHRASES[role], facts.length > 0 && [' ', factRefs(page, facts.slice(0, 1), 1)]];
  });
  return [`${word} in `, joined(names, ', '), roles.length > MOST_ROLES && ` and ${roles.length - MOST_ROLES} more`];
}

function mover(page: Page, { questions, product }: Assessment): Markup {
  const [first] = questions;
  if (first === undefined)
    return html`<div><h3>No open question</h3><p>No answer from outside would change a verdict of this report.</p></div>`;
  const next = findNextGate(product.level);
  const bearing = product.atLeast && next !== undefined && ` The climb to ${toGateName(next)} waits for what is unknown.`;
  return html`<div><h3>The answer that moves it most</h3>
    <p>${prose(sentence(first.question))} ${prose(movesWords(first))}${bearing} ${ref(page, 'question', first.id)}</p></div>`;
}

function doFirst(page: Page, { plan }: Assessment): Insert {
  const items = plan.filter(({ step }) => step !== 'stranded').slice(0, 3);
  if (items.length === 0) return false;
  const lines = items.map((item) => {
    const action = prose(sentence(item.action));
    return html`<li>${deadline(item)}${action} ${ref(page, 'plan', item.id)}, ${effort(item)}.</li>`;
  });
  return html`<div class="first"><h3>Do first</h3><ol>${lines}</ol></div>`;
}

function deadline({ latestResponsibleDate, step }: PlanItem): Insert {
  if (step === 'now') return html`<b>Now:</b> `;
  return latestResponsibleDate !== undefined && html`<b>By ${unbroken(latestResponsibleDate)}:</b> `;
}

/** `5–8 days`. */
export function effort({ effort: { fromDays, toDays } }: PlanItem): Markup {
  return unbroken(fromDays === toDays ? counted(fromDays, 'day', 'days') : `${fromDays}–${toDays} days`);
}
