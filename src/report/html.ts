// The report as one self-contained page: no request, no font, no library; readable without script, on a phone and on paper.
// Its content security policy allows this style sheet and this script by their hashes and nothing else (CSP level 2).

import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Assessment } from '../model/assessment.ts';
import type { Report, Reporter } from '../model/report.ts';
import { ceilingsSection } from './html/ceilings.ts';
import { conformanceSection } from './html/conformance.ts';
import { coverageSection } from './html/coverage.ts';
import { mapSection } from './html/crypto-map.ts';
import { datesSection } from './html/dates.ts';
import { evidenceSection } from './html/evidence.ts';
import { findingsSection } from './html/findings.ts';
import { fitSection } from './html/fit.ts';
import { frameworksSection } from './html/frameworks.ts';
import { gatesSection } from './html/gates.ts';
import { DEFINITIONS } from './html/glyph.ts';
import { renderHeader } from './html/header.ts';
import { html, type Markup, trusted } from './html/markup.ts';
import { type Page, type Section, toPage } from './html/page.ts';
import { planSection } from './html/plan.ts';
import { renderProvenance } from './html/provenance.ts';
import { questionsSection } from './html/questions.ts';
import { SCRIPT } from './html/script.ts';
import { STYLE } from './html/style.ts';
import { verdictSection } from './html/verdict.ts';

/** `index.html`. */
export const htmlReport: Reporter = { mediaType: 'text/html; charset=utf-8', extension: 'html', render: renderHtml };

function renderHtml(report: Report): string {
  const page = toPage(report);
  const sections = toSections(page);
  const content = html`<!doctype html><html lang="en"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width,initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="${POLICY}">
    <meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer">
    <title>${report.product?.name ?? report.inventory.subject}: post-quantum readiness report</title><style>${trusted(STYLE)}</style></head>
    <body>${DEFINITIONS}<a class="skip" href="#main">Skip to the report</a>
    <div class="page">${rail(sections)}<div class="body">${renderHeader(page)}
    <main id="main">${sections.map(renderSection)}</main>${renderProvenance(page)}</div></div>
    <script>${trusted(SCRIPT)}</script></body></html>`;
  return `${content.markup}\n`;
}

/** Sections in reading order; an inventory that was not assessed has those that speak of facts. */
function toSections(page: Page): readonly Section[] {
  const { assessment } = page;
  const { conformance } = page.report;
  const tests = conformance === undefined ? [] : [conformanceSection(conformance)];
  const facts = [...tests, coverageSection(page), evidenceSection(page)];
  if (assessment === undefined) return [verdictSection(page), mapSection(page), ...facts];
  return [verdictSection(page), ...assessedSections(page, assessment), ...facts];
}

function assessedSections(page: Page, assessment: Assessment): readonly Section[] {
  return [
    gatesSection(page, assessment),
    datesSection(page, assessment),
    mapSection(page),
    fitSection(page, assessment.fit),
    ceilingsSection(page, assessment),
    findingsSection(page, assessment),
    frameworksSection(page, assessment),
    planSection(page, assessment),
    questionsSection(page, assessment),
  ];
}

function rail(sections: readonly Section[]): Markup {
  return html`<nav class="toc" aria-label="Sections">${sections.map(({ id, title }) => html`<a href="#${id}">${title}</a>`)}
      <a href="#prov">Provenance</a></nav>`;
}

function renderSection({ id, title, kind, newSheet, body }: Section, index: number): Markup {
  return html`<section id="${id}" aria-labelledby="h-${id}"${newSheet === true && html` class="pb"`}><h2 id="h-${id}"><span class="n">
      ${index + 1}</span><span>${title}</span>${kind !== undefined && html`<span class="kind">${kind}</span>`}</h2>${body}</section>`;
}

const POLICY = `default-src 'none'; style-src ${toSource(STYLE)}; script-src ${toSource(SCRIPT)}; base-uri 'none'; form-action 'none'`;

function toSource(content: string): string {
  return `'sha256-${btoa(String.fromCharCode(...sha256(utf8ToBytes(content))))}'`;
}
