// The top of the page: what the report is of, its passport, how much was looked at and how near to the running product.

import type { Report } from '../../model/report.ts';
import { coverageBar, evidenceBar } from './bars.ts';
import { html, type Insert, type Markup } from './markup.ts';
import type { Page } from './page.ts';
import { passport } from './passport.ts';
import { code, prose, unbroken } from './text.ts';

/** Kicker, name, lede, passport, coverage, evidence mix. */
export function renderHeader(page: Page): Markup {
  const { report } = page;
  const { product } = report;
  const name = product?.name ?? report.inventory.subject;
  return html`<header class="top"><p class="kick">
      <span>Post-quantum readiness report · as of ${unbroken(report.asOf)} · pqready ${report.tool.version}</span>
    <button type="button" class="theme" id="theme" hidden>Theme: system</button></p>
    <h1>${prose(name)}</h1><p class="lede">${lede(report)}</p>${passport(report)}
    <div class="mix">${coverageBar(page)}${evidenceBar(page)}</div></header>`;
}

function lede({ product, productSource, inventory }: Report): Insert {
  if (product?.description !== undefined) return prose(product.description);
  if (product !== undefined) return html`Inventory of ${code(inventory.subject)} with the declarations of its product file.`;
  return (
    productSource === 'none' && html`Inventory of ${code(inventory.subject)}. No product file was given, so nothing is declared about it.`
  );
}
