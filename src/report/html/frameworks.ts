// Section “Frameworks”: the checks with their verdicts, then laws, standards and guidelines by their requirements, then policies by date.

import type { Assessment, CheckResult, ClauseResult, FrameworkResult, Relation } from '../../model/assessment.ts';
import { APPLIES_WORDS, BINDING_WORDS, counted, RELATION_WORDS } from '../wording.ts';
import { checkTable } from './checks.ts';
import { clauseTable, withoutFramework } from './clauses.ts';
import { html, type Insert, joined, type Markup } from './markup.ts';
import type { Page, Section } from './page.ts';
import { bindingTag, policyTables } from './policies.ts';
import { breakable, prose } from './text.ts';

/** Checks, laws, standards, policies. */
export function frameworksSection(page: Page, assessment: Assessment): Section {
  const asked = assessment.frameworks.filter(({ applies }) => applies !== 'no');
  return {
    id: 'frameworks',
    title: 'Frameworks',
    kind: 'rule verdicts, relations',
    newSheet: true,
    body: [
      INTRO,
      checkTable(page, assessment.checks),
      asked.filter(({ applies }) => applies === 'yes').map((framework) => frameworkPart(page, framework, assessment.checks)),
      ofUnknownUse(page, assessment),
      policyTables(assessment),
      notAsked(assessment),
    ],
  };
}

const INTRO: Markup = html`<p class="intro">A verdict is on a check that this tool makes, never on a law. Indeterminate is not a fail;
  not applicable is not a pass. What was not read at first hand is marked so and cannot fail a build.</p>`;

function frameworkPart(page: Page, framework: FrameworkResult, results: readonly CheckResult[]): Markup {
  const clauses = framework.clauses.filter(({ relation }) => relation !== 'not-examined');
  const silent = framework.clauses.filter(({ relation }) => relation === 'not-examined');
  const caption = frameworkCaption(framework);
  const requirements =
    clauses.length === 0 ? html`<p class="s">${caption}</p>` : clauseTable(page, caption, { framework, clauses, results });
  return html`<div class="fw">${requirements}${notExamined(silent)}${notes(framework)}${officialText(framework)}</div>`;
}

// Who does not say where a product is sold is asked of everything: each framework stands behind its counts, or the page would be theirs.
function ofUnknownUse(page: Page, { frameworks, checks }: Assessment): Insert {
  const unknown = frameworks.filter(({ applies }) => applies === 'unknown');
  if (unknown.length === 0) return false;
  const clauses = unknown.flatMap((framework) => framework.clauses);
  return html`<h3 class="sub">${counted(unknown.length, 'framework', 'frameworks')} of unknown applicability</h3>
    <p class="note">Markets and uses that are not declared decide whether they apply. ${counted(clauses.length, 'requirement', 'requirements')}
    in all: ${countRelations(clauses)}.</p>
    ${unknown.map(
      (framework) => html`<details class="more"><summary><b>${prose(framework.name)}</b>,
        ${counted(framework.clauses.length, 'requirement', 'requirements')}: ${countRelations(framework.clauses)}</summary>
        ${frameworkPart(page, framework, checks)}</details>`,
    )}`;
}

const RELATIONS: readonly Relation[] = ['contradicts', 'decision-needed', 'indeterminate', 'supports', 'not-applicable', 'not-examined'];

function frameworkCaption({ name, binding, version, issuer, jurisdiction, applies, clauses }: FrameworkResult): Markup {
  const isDraft = clauses.length > 0 && clauses.every(({ draft }) => draft);
  const doubt = applies === 'unknown' && ` · ${APPLIES_WORDS.unknown}`;
  const total = counted(clauses.length, 'requirement', 'requirements');
  return html`<b>${prose(name)}</b>${bindingTag(BINDING_WORDS[binding], isDraft)}${prose(version)} · ${prose(issuer)}, ${prose(jurisdiction)}
    ${doubt}. ${total}: ${countRelations(clauses)}`;
}

function countRelations(clauses: readonly ClauseResult[]): string {
  const counts = RELATIONS.map((relation) => ({ relation, count: clauses.filter((clause) => clause.relation === relation).length }));
  const given = counts.filter(({ count }) => count > 0).map(({ relation, count }) => `${count} ${RELATION_WORDS[relation]}`);
  return given.length === 0 ? 'none' : given.join(', ');
}

function notExamined(clauses: readonly ClauseResult[]): Insert {
  if (clauses.length === 0) return false;
  const ids = clauses.map(({ id }) => breakable(withoutFramework(id)));
  return html`<details class="more"><summary>${counted(clauses.length, 'requirement', 'requirements')} not examined by this tool</summary>
    <p class="s q">${joined(ids, ' · ')}</p></details>`;
}

const MOST_NOTES = 12;

function notes({ notes: texts }: FrameworkResult): Insert {
  if (texts.length === 0) return false;
  const items = texts.slice(0, MOST_NOTES).map((text) => html`<li>${prose(text)}</li>`);
  return html`<details class="more"><summary>Notes</summary><ul class="plainlist">${items}</ul></details>`;
}

// Not in the caption: the caption of a table with explicit roles may hold no link.
function officialText({ url }: FrameworkResult): Insert {
  if (url?.startsWith('https://') !== true) return false;
  return html`<p class="note">Official text: <a href="${url}" rel="noreferrer"><span class="any">${url}</span></a></p>`;
}

function notAsked({ frameworks, sunsets }: Assessment): Insert {
  const policies = sunsets.filter(({ applies }) => applies === 'no').map(({ policyName }) => policyName);
  const names = [...frameworks.filter(({ applies }) => applies === 'no').map(({ name }) => name), ...new Set(policies)];
  if (names.length === 0) return false;
  return html`<p class="note"><b>Not asked of this product</b>, by its declared markets and uses: ${prose(names.join('; '))}.
    Not applicable is not a pass.</p>`;
}
