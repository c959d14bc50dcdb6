// The answers that would change a report most, each with the lines to paste into `pqready.yaml` or the option to give. What a question moves
// is counted: verdicts, gates, clauses and dated rows that stay open for want of its answer.

import type { CheckResult, FrameworkResult, OpenQuestion, RoleGates, Statement, SunsetRow } from '../model/assessment.ts';
import type { CheckId } from '../model/check.ts';
import type { Role } from '../model/evidence.ts';
import { compareText } from '../model/order.ts';
import type { Declaration } from '../model/product.ts';
import type { Picture } from './checks/answer.ts';
import { addYears } from './dates.ts';
import { ANSWERED_ROWS, type AnsweredRow, findDeclaration } from './declared-answers.ts';

/** What is open when the questions are asked. */
export interface OpenEnds {
  readonly picture: Picture;
  readonly checks: readonly CheckResult[];
  readonly frameworks: readonly FrameworkResult[];
  readonly gates: readonly RoleGates[];
}

interface Question {
  readonly id: string;
  readonly question: Statement;
  readonly moves: (open: OpenEnds) => number;
  readonly paste: (open: OpenEnds) => string;
}

const MOST_ASKED = 5;

const QUESTIONS: readonly Question[] = [
  {
    id: 'support-end',
    question: { code: 'ask-support-end', args: {} },
    moves: (open) =>
      open.picture.product?.supportEnds === undefined
        ? countRows(open, (row) => row.slackDays === undefined) +
          countChecks(open, ['support-period-declared', 'support-within-sunset']) +
          countStops(open, 'support-unknown')
        : 0,
    paste: ({ picture }) => `supportEnds: ${addYears(picture.asOf, 5)} # the last day of support`,
  },
  {
    id: 'markets',
    question: { code: 'ask-markets', args: {} },
    moves: (open) => ((open.picture.product?.markets.length ?? 0) === 0 ? countUnknown(open) : 0),
    paste: () => 'markets: [eu, us-consumer] # of eu, us-consumer, us-federal, us-national-security',
  },
  {
    id: 'field-life',
    question: { code: 'ask-field-life', args: {} },
    moves: ({ picture }) => {
      const { product } = picture;
      return product?.units !== undefined && product.fieldLifeYears !== undefined ? 0 : picture.sunsets.filter(waitsForFieldEnd).length;
    },
    paste: ({ picture: { asOf } }) =>
      `units: { placedFrom: ${asOf}, placedTo: ${addYears(asOf, 3)} } # first and last unit sold\nfieldLifeYears: 10`,
  },
  {
    id: 'data-life',
    question: { code: 'ask-data-life', args: {} },
    moves: ({ picture }) => picture.hits.filter(({ finding }) => finding.title.code === 'classical-key-exchange-life-unknown').length,
    paste: () => 'data:\n  - { id: telemetry, secretYears: 5, roles: [transport] } # one line for each class of data',
  },
  {
    id: 'high-risk',
    question: { code: 'ask-high-risk', args: {} },
    moves: (open) =>
      open.picture.product?.highRiskUse === undefined && (open.picture.product?.markets.length ?? 0) > 0 ? countUnknown(open) : 0,
    paste: () => 'highRiskUse: false # true: controls, protects or meters in critical infrastructure',
  },
  {
    id: 'target',
    question: { code: 'ask-target', args: {} },
    moves: (open) => (open.picture.fit.length === 0 ? countChecks(open, ['pq-fits-target']) + countStops(open, 'fit-no-target') : 0),
    paste: () => 'targets: [esp32] # an id of `pqready list targets`',
  },
  {
    id: 'build',
    question: { code: 'ask-build', args: {} },
    moves: (open) =>
      lacksBuild(open)
        ? open.checks.filter((result) => result.reason.code === 'found-uncertain' || result.reason.code === 'nothing-seen').length
        : 0,
    paste: () => '--build build',
  },
  declarationOf('quantum-risk', { code: 'ask-quantum-risk', args: {} }, ['quantum-risk-recorded'], 'where the decision is recorded'),
  declarationOf(
    'update-process',
    { code: 'ask-update-process', args: {} },
    ['update-process-declared'],
    'who signs updates and how they reach units',
  ),
  declarationOf(
    'incident-contact',
    { code: 'ask-incident-contact', args: {} },
    ['incident-contact-declared'],
    'the address for vulnerabilities',
  ),
  declarationOf('independent-verification', { code: 'ask-verification', args: {} }, ['independently-verified'], 'who verified what'),
  ...ANSWERED_ROWS.map(yesOrNo),
];

/** The five that move most; of equal ones the first by id. */
export function askQuestions(open: OpenEnds): OpenQuestion[] {
  return [...QUESTIONS, ...aboutRoles(open)]
    .map((each) => ({ id: each.id, question: each.question, moves: each.moves(open), paste: each.paste(open) }))
    .filter((each) => each.moves > 0)
    .sort((a, b) => b.moves - a.moves || compareText(a.id, b.id))
    .slice(0, MOST_ASKED);
}

function declarationOf(id: Declaration['id'], question: Statement, checks: readonly CheckId[], about: string): Question {
  return {
    id,
    question,
    moves: (open) => countChecks(open, checks),
    paste: ({ picture }) =>
      `declarations:\n  - { id: ${id}, statement: ${about}, declaredBy: ${id === 'independent-verification' ? 'third-party' : 'vendor'}, date: ${picture.asOf} }`,
  };
}

// Asked once: who has answered no has answered.
function yesOrNo({ id, check, arises }: AnsweredRow): Question {
  return {
    id,
    question: { code: 'ask-declared', args: { what: id } },
    moves: (open) => {
      const isAnswered = findDeclaration(open.picture, id) !== undefined;
      return isAnswered || arises?.(open.picture) === false ? 0 : countChecks(open, [check]);
    },
    paste: ({ picture }) =>
      `declarations:\n  - { id: ${id}, answer: yes, statement: how it is done, declaredBy: vendor, date: ${picture.asOf} } # or answer: no`,
  };
}

const MOVABLE: ReadonlyMap<Role, CheckId> = new Map<Role, CheckId>([
  ['boot', 'boot-verifier-movable'],
  ['update', 'update-movable'],
]);

function aboutRoles({ gates }: OpenEnds): Question[] {
  return gates.flatMap(({ role, stoppedBy }) => {
    if (stoppedBy?.code === 'changer-unknown') return [whoChanges(role)];
    return stoppedBy?.code === 'nothing-seen' ? [whereIs(role)] : [];
  });
}

function whoChanges(role: Role): Question {
  const check = MOVABLE.get(role);
  return {
    id: `who-changes-${role}`,
    question: { code: 'ask-who-changes', args: { role } },
    moves: (open) => 1 + (check === undefined ? 0 : countChecks(open, [check])),
    paste: () => `roles:\n  - { role: ${role}, changedBy: vendor-ota } # or vendor-recall, silicon-vendor, standards-body, nobody`,
  };
}

function whereIs(role: Role): Question {
  return {
    id: `where-is-${role}`,
    question: { code: 'ask-role-paths', args: { role } },
    moves: ({ checks }) => checks.filter((result) => result.reason.code === 'nothing-seen' && result.reason.args.role === role).length,
    paste: () => `roles:\n  - { role: ${role}, paths: [src/${role}] } # or inScope: false`,
  };
}

// A check that an answer would settle, and every clause that it holds open.
function countChecks({ checks, frameworks }: OpenEnds, ids: readonly CheckId[]): number {
  const open = checks.filter(
    (result) => ids.includes(result.check) && (result.verdict === 'indeterminate' || result.verdict === 'not-met'),
  );
  const held = new Set(open.map((result) => result.check));
  const clauses = frameworks.flatMap((framework) => framework.clauses).filter((clause) => clause.applies !== 'no');
  return (
    open.length + clauses.filter((clause) => clause.checks.some((each) => held.has(each.check) && each.relation !== 'supports')).length
  );
}

function countStops({ gates }: OpenEnds, code: Statement['code']): number {
  return gates.filter((row) => row.stoppedBy?.code === code).length;
}

function countRows({ picture }: OpenEnds, isOpen: (row: SunsetRow) => boolean): number {
  return picture.sunsets.filter((row) => row.disallowedAfter !== undefined && isOpen(row)).length;
}

function countUnknown({ picture, frameworks }: OpenEnds): number {
  const clauses = frameworks.flatMap((framework) => framework.clauses);
  return (
    clauses.filter((clause) => clause.applies === 'unknown').length + picture.sunsets.filter((row) => row.applies === 'unknown').length
  );
}

function waitsForFieldEnd(row: SunsetRow): boolean {
  const isVerifier = row.role === 'boot' || row.role === 'update' || row.role === 'device-identity';
  return isVerifier && row.disallowedAfter !== undefined && row.comparedWith?.what !== 'field-end';
}

// Asked where there is something to build: a board, a chip or a build system is named, and no output of it was read.
function lacksBuild({ picture }: OpenEnds): boolean {
  const names = new Set(picture.inventory.productFacts.map((fact) => fact.observed.fact));
  return !names.has('build-known') && (names.has('build-system') || names.has('board') || names.has('soc'));
}
