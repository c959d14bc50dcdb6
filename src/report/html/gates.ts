// Section “Gates by role”: the ladder. Met gates join into one bar; the climb stops at a cross or a ring; the last row is the minimum.

import type { Assessment, Gate, GateStep, ProductGate, RoleGates } from '../../model/assessment.ts';
import { GATES } from '../../model/order.ts';
import { toClipped } from '../escape.ts';
import { findNextGate, toRoleList } from '../headline.ts';
import { counted, GATE_NAMES, GATE_STEP_WORDS, outOfScopeWords, ROLE_NAMES, sentence } from '../wording.ts';
import { glyph, verdictMark } from './glyph.ts';
import { factRefs } from './links.ts';
import { html, type Insert, type Markup, trusted } from './markup.ts';
import type { Page, Section } from './page.ts';
import { prose } from './text.ts';

/** The ladder of all roles and of the product. */
export function gatesSection(page: Page, assessment: Assessment): Section {
  return {
    id: 'gates',
    title: 'Gates by role',
    kind: 'rule verdicts',
    body: [
      html`<p class="s q noprint lead">Each role climbs until a gate is not met or cannot be answered. A gate beyond that point is not
          asked.</p>`,
      html`<div class="gatehead" aria-hidden="true">${GATES.map((gate) => html`<span>${gate}</span>`)}</div>`,
      ladder(page, assessment),
      KEY,
    ],
  };
}

function ladder(page: Page, assessment: Assessment): Markup {
  const heads = GATES.map((gate) => html`<th scope="col" role="columnheader" class="c"><b>${gate}</b>${GATE_NAMES[gate]}</th>`);
  return html`<table class="st ladder" role="table"><caption><span class="vh">Gates reached by each role</span></caption>
    <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Role</th>${heads}
    <th scope="col" role="columnheader" class="lvh">Level</th><th scope="col" role="columnheader">What stops it</th></tr></thead>
    <tbody role="rowgroup">${assessment.gates.map((role) => roleRow(page, role))}</tbody>
    <tfoot role="rowgroup">${productRow(assessment)}</tfoot></table>`;
}

function roleRow(page: Page, role: RoleGates): Markup {
  const names = role.mechanisms.slice(0, 3).join(', ');
  const more = role.mechanisms.length > 3 ? ` and ${role.mechanisms.length - 3} more` : '';
  const head: Insert = [
    ROLE_NAMES[role.role],
    html` <small>${names === '' ? 'no mechanism seen' : prose(toClipped(names, 70) + more)}</small>`,
  ];
  const steps = role.inScope ? GATES.map((gate) => stepOf(role, gate)) : GATES.map(() => 'not-applicable' as const);
  return ladderRow({ head, steps, level: role.inScope ? levelCell(role) : html`<b>n/a</b>`, why: why(page, role) });
}

function stepOf({ steps }: RoleGates, gate: Gate): GateStep['verdict'] {
  return steps.find((step) => step.gate === gate)?.verdict ?? 'not-reached';
}

function why(page: Page, role: RoleGates): Insert {
  const links = factRefs(page, role.stoppedOn ?? role.facts, 2);
  if (!role.inScope) return [outOfScopeWords(role.role, page.report.product), ' Not applicable is not a pass. ', links];
  if (role.stoppedBy === undefined) return ['Nothing: every gate holds. ', links];
  return [prose(sentence(role.stoppedBy)), ' ', links];
}

function levelCell({ level, atLeast }: RoleGates | ProductGate): Markup {
  if (level === undefined)
    return atLeast ? html`<b>?</b><span class="vh"> not known</span>` : html`<b>–</b><span class="vh"> below G0</span>`;
  return html`<b>${level}</b>${atLeast && html`<span class="vh"> at least</span><span aria-hidden="true" class="q"> +</span>`}`;
}

function productRow({ product, gates }: Assessment): Markup {
  const scope = gates.filter((role) => role.inScope).length;
  const head: Insert = ['Product', html` <small>minimum of ${counted(scope, 'role', 'roles')}</small>`];
  const limit =
    product.limitingRoles.length === 0 ? html`No role limits it.` : html`<b>Limited by ${toRoleList(product.limitingRoles)}.</b>`;
  return ladderRow({ head, steps: productSteps(product, scope), level: levelCell(product), why: limit });
}

function productSteps(product: ProductGate, rolesInScope: number): readonly GateStep['verdict'][] {
  if (rolesInScope === 0) return GATES.map(() => 'not-applicable');
  const reached = product.level === undefined ? -1 : GATES.indexOf(product.level);
  const next = findNextGate(product.level);
  return GATES.map((gate, index) => {
    if (index <= reached) return 'met';
    if (gate !== next) return 'not-reached';
    return product.atLeast ? 'indeterminate' : 'not-met';
  });
}

interface LadderRow {
  readonly head: Insert;
  readonly steps: readonly GateStep['verdict'][];
  readonly level: Insert;
  readonly why: Insert;
}

function ladderRow({ head, steps, level, why: reason }: LadderRow): Markup {
  const cells = steps.map((verdict, index) => {
    const drawing = verdict === 'met' ? climb(index > 0 && steps[index - 1] === 'met', steps[index + 1] === 'met') : STOPS[verdict];
    return html`<td role="cell" class="c">${drawing}<span class="vh">${GATE_STEP_WORDS[verdict]}</span></td>`;
  });
  return html`<tr role="row"><th scope="row" role="rowheader">${head}</th>${cells}<td role="cell" class="lv">${level}</td>
      <td role="cell" class="why">${reason}</td></tr>`;
}

// Adjacent bars overlap by 1 % so that no seam shows.
function climb(joinsLeft: boolean, joinsRight: boolean): Markup {
  const x = joinsLeft ? 0 : 10;
  const right = joinsRight ? 101 : 90;
  return html`<svg aria-hidden="true"><rect x="${x}%" y="5" width="${right - x}%" height="10" class="acf"/></svg>`;
}

const STOPS: Readonly<Record<Exclude<GateStep['verdict'], 'met'>, Markup>> = {
  'not-met': centred('<path d="M-5-5L5 5M5-5L-5 5" class="al" stroke-width="2.6"/>'),
  indeterminate: centred(
    '<circle r="8" class="i" stroke-width="1.5" stroke-dasharray="3 2.1"/><text text-anchor="middle" y="4.3" class="tb">?</text>',
  ),
  'not-applicable': centred('<path d="M-5 0H5" class="rl2" stroke-width="1.5"/>'),
  'not-reached': centred('<circle r="1.7" class="i3f"/>'),
};

function centred(drawing: string): Markup {
  return trusted(`<svg aria-hidden="true"><svg x="50%" y="10" overflow="visible">${drawing}</svg></svg>`);
}

const GRADE_KEY: readonly (readonly [letter: string, words: string])[] = [
  ['O', 'observed running'],
  ['B', 'found in the image'],
  ['S', 'found in source'],
  ['D', 'declared'],
  ['U', 'unknown'],
];

const MARKS: readonly Markup[] = [
  verdictMark('met', 'Met'),
  verdictMark('not-met', 'Not met'),
  verdictMark('indeterminate', 'Indeterminate'),
  verdictMark('not-applicable', 'Not applicable'),
  html`${glyph('not-reached')}Not reached`,
  html`<b>+</b> at least this level`,
];

const KEY: Markup = html`<div class="key">
  <div><h3>Marks</h3><ul class="legend">${MARKS.map((mark) => html`<li>${mark}</li>`)}</ul></div>
  <div><h3>Evidence grades</h3><ul class="legend">${GRADE_KEY.map(
    ([letter, words]) => html`<li><span class="g g${letter}">${letter}</span> ${words}</li>`,
  )}</ul></div></div>`;
