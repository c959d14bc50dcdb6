// The report as Markdown (GFM), short: the order and the words of the page, for a pull request, a wiki or a mail. Whatever comes from a
// scanned file is escaped or stands in a code span; nothing of it becomes a link, a mention or HTML.

import type { Assessment } from '../model/assessment.ts';
import type { Report, Reporter } from '../model/report.ts';
import { toMarkdownCode } from './escape.ts';
import { listFacts, toPlace, toSeen } from './facts.ts';
import { type Phrase, toBlocks, toGateName, toHeadline, toOneLine } from './headline.ts';
import { fit, plan, questions } from './markdown/ahead.ts';
import { dates, gates } from './markdown/climb.ts';
import { conformance } from './markdown/conformance.ts';
import { coverage, cryptoMap, findings } from './markdown/facts.ts';
import { frameworks } from './markdown/frameworks.ts';
import { code, codes, more, section, table, text } from './markdown/lines.ts';
import { outlookPart } from './markdown/outlook.ts';
import { ceilingTable, choiceTable } from './outlook.ts';
import { GRADE_LETTERS, ROLE_PHRASES, sentence } from './wording.ts';

/** `report.md`. */
export const markdown: Reporter = { mediaType: 'text/markdown; charset=utf-8; variant=GFM', extension: 'md', render: renderMarkdown };

const FACTS = 1_500;

function renderMarkdown(report: Report): string {
  const { assessment, product, inventory } = report;
  const parts = [
    `# ${text(product?.name ?? inventory.subject)}`,
    `Post-quantum readiness report · as of ${report.asOf} · pqready ${text(report.tool.version)}`,
    ...(assessment === undefined ? [verdict(report), cryptoMap(report)] : assessed(report, assessment)),
    ...(report.conformance === undefined ? [] : [conformance(report.conformance)]),
    coverage(report),
    evidence(report),
  ];
  return `${parts.join('\n\n')}\n`;
}

function assessed(report: Report, assessment: Assessment): readonly string[] {
  return [
    verdict(report, blocks(assessment), doFirst(assessment)),
    gates(assessment, report.product),
    dates(assessment),
    cryptoMap(report),
    fit(assessment.fit),
    section('Ceilings and choices', outlookPart(ceilingTable(assessment.outlook)), outlookPart(choiceTable(assessment.outlook))),
    findings(assessment.findings),
    frameworks(assessment),
    plan(assessment.plan),
    questions(assessment.questions),
  ];
}

function verdict(report: Report, ...parts: readonly string[]): string {
  return section('Verdict', strong(toHeadline(report)), ...parts, toMarkdownCode(toOneLine(report)));
}

function strong(phrase: Phrase): string {
  return phrase.map((part) => (typeof part === 'string' ? text(part) : `**${text(part.strong)}**`)).join('');
}

function blocks(assessment: Assessment): string {
  const lines = toBlocks(assessment)
    .slice(0, 3)
    .map(({ gate, notMet, unknown }) => {
      const names = (word: string, roles: typeof notMet): string[] =>
        roles.map(({ role, facts }) => `${word} in ${ROLE_PHRASES[role]} ${codes(facts, 1)}`.trim());
      return `- **${toGateName(gate)}**: ${[...names('not met', notMet), ...names('unknown', unknown)].join('; ')}.`;
    });
  return lines.join('\n');
}

function doFirst({ plan: items }: Assessment): string {
  const lines = items
    .filter(({ step }) => step !== 'stranded')
    .slice(0, 3)
    .map(({ id, action, step, latestResponsibleDate }) => {
      const when = step === 'now' ? '**Now:** ' : latestResponsibleDate === undefined ? '' : `**By ${latestResponsibleDate}:** `;
      return `1. ${when}${text(sentence(action))} ${code(id)}`;
    });
  return lines.join('\n');
}

function evidence({ inventory }: Report): string {
  const records = listFacts(inventory);
  const rows = records
    .slice(0, FACTS)
    .map(({ fact, name }) => [code(fact.id), GRADE_LETTERS[fact.grade], code(toPlace(fact.location)), text(toSeen(fact.observed, name))]);
  return section(
    'Evidence',
    table(['Fact', 'Grade', 'Place', 'Seen'], rows, 'There is no fact to list.'),
    more(FACTS, records.length, 'evidence/facts.ndjson'),
  );
}
