// Gates and dates as Markdown.

import type { Assessment, GateStep, RoleGates, SunsetRow } from '../../model/assessment.ts';
import { GATES } from '../../model/order.ts';
import type { Report } from '../../model/report.ts';
import { toSignedDays } from '../figures.ts';
import { toComingDates, toComingWords, toGateName, toRoleList } from '../headline.ts';
import { scenarioTable, unitTable } from '../outlook.ts';
import { sunsetOf } from '../timeline.ts';
import { APPLIES_WORDS, BINDING_WORDS, outOfScopeWords, ROLE_NAMES, sentence } from '../wording.ts';
import { sourceOf } from './frameworks.ts';
import { codes, more, section, table, text } from './lines.ts';
import { outlookPart } from './outlook.ts';

const SUNSETS = 60;

const SIGNS: Readonly<Record<GateStep['verdict'], string>> = {
  met: '●',
  'not-met': '✕',
  indeterminate: '?',
  'not-applicable': '–',
  'not-reached': '·',
};

/** The ladder as a table of signs. */
export function gates(assessment: Assessment, declared: Report['product']): string {
  const rows = assessment.gates.map((role) => [
    ROLE_NAMES[role.role],
    ...GATES.map((gate) => SIGNS[stepOf(role, gate)]),
    levelOf(role),
    stopOf(role, declared),
  ]);
  const { product } = assessment;
  const level =
    product.level === undefined
      ? product.atLeast
        ? 'unknown'
        : 'below G0'
      : `${product.atLeast ? 'at least ' : ''}${toGateName(product.level)}`;
  const limit = product.limitingRoles.length === 0 ? '' : `, limited by ${toRoleList(product.limitingRoles)}`;
  return section(
    'Gates by role',
    table(['Role', ...GATES, 'Level', 'What stops it'], rows, 'No role was judged.'),
    `Product: ${level}${limit}.`,
    '● met · ✕ not met · ? indeterminate · – not applicable · · not reached · + at least this level',
  );
}

function stepOf(role: RoleGates, gate: string): GateStep['verdict'] {
  if (!role.inScope) return 'not-applicable';
  return role.steps.find((step) => step.gate === gate)?.verdict ?? 'not-reached';
}

function levelOf({ inScope, level, atLeast }: RoleGates): string {
  if (!inScope) return 'n/a';
  return level === undefined ? (atLeast ? '?' : '–') : `${level}${atLeast ? ' +' : ''}`;
}

function stopOf({ role, inScope, stoppedBy, stoppedOn, facts }: RoleGates, declared: Report['product']): string {
  const reason = !inScope ? outOfScopeWords(role, declared) : stoppedBy === undefined ? 'Nothing.' : sentence(stoppedBy);
  return `${text(reason)} ${codes(stoppedOn ?? facts, 2)}`.trim();
}

/** What fails next, and sunset minus need. */
export function dates(assessment: Assessment): string {
  const [next] = toComingDates(assessment);
  const compared = assessment.sunsets
    .filter((row) => row.applies !== 'no' && row.slackDays !== undefined)
    .sort((a, b) => (a.slackDays ?? 0) - (b.slackDays ?? 0));
  const rows = compared.slice(0, SUNSETS).map(sunsetRow);
  return section(
    'Dates',
    next === undefined
      ? 'No final, verified rule that applies stops taking a mechanism on a day still ahead.'
      : `Will fail after ${next.date}: ${text(toComingWords(next))}.`,
    table(
      ['Mechanism', 'Role', 'Policy', 'Sunset', 'Needed to', 'Days'],
      rows,
      'No policy date could be compared with the product’s dates.',
    ),
    more(SUNSETS, compared.length, 'report.json'),
    outlookPart(unitTable(assessment.outlook)),
    outlookPart(scenarioTable(assessment.outlook)),
  );
}

function sunsetRow(row: SunsetRow): readonly string[] {
  const standing = [
    BINDING_WORDS[row.binding],
    row.draft ? 'draft' : '',
    row.applies === 'unknown' ? APPLIES_WORDS.unknown : '',
    row.verified === true ? '' : sourceOf(row.verified),
  ];
  const policy = `${text(row.policyName)} (${standing.filter((part) => part !== '').join(', ')})`;
  return [
    text(row.assetName),
    ROLE_NAMES[row.role],
    policy,
    sunsetOf(row) ?? '',
    row.comparedWith?.date ?? '',
    toSignedDays(row.slackDays ?? 0),
  ];
}
