// Checks, frameworks and policies as Markdown. No verdict stands beside a law's clause: a clause has its relation alone.

import { CHECKS } from '../../knowledge/checks.ts';
import type { Assessment, CheckResult, ClauseResult, FrameworkResult, SunsetRow } from '../../model/assessment.ts';
import type { Verified } from '../../model/framework.ts';
import { findingsBehind, standingWords } from '../clauses.ts';
import {
  APPLIES_WORDS,
  BINDING_WORDS,
  counted,
  decisionWords,
  RELATION_WORDS,
  ROLE_NAMES,
  STATUS_WORDS,
  sentence,
  VERDICT_WORDS,
  VERIFIED_WORDS,
} from '../wording.ts';
import { code, codes, more, section, table, text } from './lines.ts';

const MOST_CHECKS = 120;
const MOST_POLICY_ROWS = 60;

/** Checks with their verdicts, frameworks with relations, policies with their words. */
export function frameworks(assessment: Assessment): string {
  const asked = assessment.frameworks.filter(({ applies }) => applies !== 'no');
  const notAsked = assessment.frameworks.filter(({ applies }) => applies === 'no').map(({ name }) => text(name));
  return section(
    'Frameworks',
    'A verdict is on a check that this tool makes, never on a law. Indeterminate is not a fail; not applicable is not a pass.',
    table(['Check', 'Role', 'Verdict', 'Because', 'See'], assessment.checks.slice(0, MOST_CHECKS).map(checkRow), 'No check was made.'),
    more(MOST_CHECKS, assessment.checks.length, 'report.json'),
    ...asked.map(frameworkPart),
    policies(assessment.sunsets.filter(({ applies }) => applies !== 'no')),
    notAsked.length > 0 ? `Not asked of this product: ${notAsked.join(', ')}.` : undefined,
  );
}

function checkRow({ check, role, verdict, reason, facts, findings }: CheckResult): readonly string[] {
  const see = findings.length > 0 ? findings : facts;
  const of = role === undefined ? 'product' : ROLE_NAMES[role];
  return [CHECKS[check].name, of, VERDICT_WORDS[verdict], text(sentence(reason)), codes(see, 2)];
}

const CLAUSE_HEADS: readonly string[] = ['Requirement', 'In our words', 'Relation', 'Checks that bear on it', 'Applies from', 'Source'];

function frameworkPart({ name, version, binding, applies, clauses }: FrameworkResult): string {
  const examined = clauses.filter(({ relation }) => relation !== 'not-examined');
  const silent = clauses.length - examined.length;
  const doubt = applies === 'unknown' ? `, ${APPLIES_WORDS.unknown}` : '';
  const standing = `${text(version)}, ${BINDING_WORDS[binding]}${doubt}.`;
  const rest = silent === 0 ? '' : ` ${counted(silent, 'requirement', 'requirements')} not examined by this tool.`;
  const rows = table(CLAUSE_HEADS, examined.map(clauseRow), 'None of its requirements is examined by this tool.');
  return `### ${text(name)}\n\n${standing}${rest}\n\n${rows}`;
}

function clauseRow(clause: ClauseResult): readonly string[] {
  const { id, summary, relation, verdictWord, checks, appliesFrom, draft, verified } = clause;
  const names = checks.map(({ check }) => CHECKS[check].name).join(', ');
  const standing = standingWords(clause);
  const findings = findingsBehind(clause);
  const words = [
    text(`${RELATION_WORDS[relation]}${verdictWord === undefined ? '' : ` (in its words ${verdictWord})`}`),
    ...decisionWords(checks).map(text),
    ...(findings.length === 0 ? [] : [codes(findings, 2)]),
  ];
  const said = standing.length === 0 ? summary : `${summary} (${standing.join(', ')})`;
  return [code(id), text(said), words.join(' '), names, appliesFrom ?? '', sourceWords(draft, verified)];
}

const POLICY_HEADS: readonly string[] = ['Policy', 'Mechanism', 'Role', 'Its word today', 'Deprecated after', 'Disallowed after', 'Source'];

function policies(rows: readonly SunsetRow[]): string | undefined {
  if (rows.length === 0) return undefined;
  const lines = table(POLICY_HEADS, rows.slice(0, MOST_POLICY_ROWS).map(policyRow), '');
  return ['### Policies', lines, more(MOST_POLICY_ROWS, rows.length, 'report.json') ?? ''].join('\n\n').trimEnd();
}

function policyRow(row: SunsetRow): readonly string[] {
  return [
    text(row.policyName),
    text(row.assetName),
    ROLE_NAMES[row.role],
    STATUS_WORDS[row.status],
    row.deprecatedAfter ?? '',
    row.disallowedAfter ?? '',
    sourceWords(row.draft, row.verified),
  ];
}

function sourceWords(draft: boolean, verified: Verified): string {
  return `${draft ? 'draft, ' : ''}${sourceOf(verified)}`;
}

/** How a rule came to be known, in words. */
export function sourceOf(verified: Verified): string {
  return VERIFIED_WORDS[verified === true ? 'true' : verified === 'secondary' ? 'secondary' : 'false'];
}
