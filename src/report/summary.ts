// What the terminal says after a run: the answer in a few lines, and how each demand of the operator came out.

import type { Assessment, Finding, Gate, ProductGate, Urgency } from '../model/assessment.ts';
import type { Judged, Judgement } from '../model/demand.ts';
import type { Report } from '../model/report.ts';
import { counted, GATE_NAMES, ROLE_NAMES, sentence, URGENCY_WORDS } from './wording.ts';

const SHOWN_FINDINGS = 5;

/** A few lines: where the product stands, what was found, what to do first. */
export function summarise(report: Report): string {
  const { assessment, inventory } = report;
  const facts = inventory.assets.reduce((sum, asset) => sum + asset.facts.length, 0);
  const lines = [
    `${inventory.subject}, as of ${report.asOf}`,
    `${counted(inventory.assets.length, 'asset', 'assets')}, ${counted(facts, 'use', 'uses')}, ${counted(inventory.gaps.length, 'gap', 'gaps')} in ${counted(inventory.coverage.files, 'file', 'files')}`,
  ];
  if (assessment !== undefined) lines.push(sayGate(assessment.product), ...sayFindings(assessment), ...saySteps(assessment));
  if (report.productSource === 'none') lines.push('No product file: dates, markets and roles are unknown. pqready init writes one.');
  if (report.refused.length > 0) lines.push(`The product file in the tree may not steer the scan; refused: ${report.refused.join(', ')}.`);
  return lines.join('\n');
}

/** The same as JSON, for scripts. */
export function summaryJson(report: Report, judgement: Judgement): string {
  const { assessment } = report;
  const summary = {
    schemaVersion: 1,
    subject: report.inventory.subject,
    asOf: report.asOf,
    assets: report.inventory.assets.length,
    gaps: report.inventory.gaps.length,
    ...(assessment === undefined
      ? {}
      : {
          product: assessment.product,
          gates: assessment.gates.map(({ role, inScope, level, atLeast }) => ({ role, inScope, level, atLeast })),
        }),
    findings: (assessment?.findings ?? []).map(({ id, rule, urgency, role }) => ({ id, rule, urgency, role })),
    judgement,
  };
  return JSON.stringify(summary, null, 2);
}

/** One line for each demand that does not hold. */
export function sayJudgement(judgement: Judgement): string[] {
  return judgement.judged.filter((judged) => judged.outcome !== 'held').map(sayJudged);
}

function sayJudged(judged: Judged): string {
  if (judged.kind === 'past-due')
    return `past due: ${judged.row.rule} disallows ${judged.row.assetName} after ${judged.row.disallowedAfter ?? 'an unknown date'}`;
  if (judged.kind === 'present-day') return `present-day weaknesses: ${judged.findings.join(', ')}`;
  const { role, gate, reached } = judged;
  const why = reached?.stoppedBy === undefined ? '' : ` ${sentence(reached.stoppedBy)}`;
  const word = judged.outcome === 'unknown' ? 'cannot be judged' : 'is not reached';
  return `${ROLE_NAMES[role]}: ${gate} ${word}; it is ${sayLevel(reached?.level, reached?.atLeast ?? true)}.${why}`;
}

function sayGate(product: ProductGate): string {
  const limiting = product.limitingRoles.map((role) => ROLE_NAMES[role].toLowerCase()).join(', ');
  return `The product is ${sayLevel(product.level, product.atLeast)}${limiting === '' ? '' : `, limited by ${limiting}`}.`;
}

function sayLevel(level: Gate | undefined, atLeast: boolean): string {
  if (level === undefined) return atLeast ? 'not known to hold G0' : 'below G0';
  return `${atLeast ? 'at least ' : ''}${level} ${GATE_NAMES[level]}`;
}

function sayFindings({ findings }: Assessment): string[] {
  const count = (urgency: Urgency): string =>
    `${findings.filter((finding) => finding.urgency === urgency).length} ${URGENCY_WORDS[urgency]}`;
  const first = findings.filter((finding: Finding) => finding.urgency !== 'good' && finding.urgency !== 'record').slice(0, SHOWN_FINDINGS);
  return [
    `${counted(findings.length, 'finding', 'findings')}: ${count('present-day')}, ${count('quantum-long-lived')}, ${count('quantum')}`,
    ...first.map((finding) => `  ${finding.id}  ${sentence(finding.title)}`),
  ];
}

function saySteps({ plan }: Assessment): string[] {
  const [first] = plan;
  return first === undefined ? [] : [`First in the plan: ${first.id} ${sentence(first.action)}`];
}
