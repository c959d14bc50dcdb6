// The passport: parts, target, dates and markets of the product, each as declared; what is not declared is said so.

import type { Product, ProductPart } from '../../model/product.ts';
import type { Report } from '../../model/report.ts';
import { plusYears, toBytes, toThousands } from '../figures.ts';
import { MARKET_WORDS } from '../wording.ts';
import { html, type Insert, type Markup } from './markup.ts';
import { code, prose, unbroken } from './text.ts';

const MOST_PARTS = 8;
const MOST_TARGETS = 4;

/** The list of terms under the product's name. */
export function passport(report: Report): Markup {
  const entries = [
    ...partEntries(report.product),
    ...targetEntries(report),
    ...dateEntries(report.product),
    ...marketEntries(report.product),
  ];
  return html`<dl class="pass">${entries.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>`;
}

type Entry = readonly [term: string, value: Insert];

function partEntries(product: Product | undefined): readonly Entry[] {
  return (product?.parts ?? [])
    .slice(0, MOST_PARTS)
    .map((part): Entry => [partName(part), [part.version ?? 'version not declared', html`<br>`, partPaths(part)]]);
}

function partName({ kind, id }: ProductPart): string {
  const name = kind.charAt(0).toUpperCase() + kind.slice(1);
  return kind === id ? name : `${name} “${id}”`;
}

function partPaths({ paths }: ProductPart): Insert {
  const [first, ...others] = paths;
  if (first === undefined) return html`<span class="qq">no path declared</span>`;
  return [code(first), others.length > 0 && html` <span class="qq">and ${others.length} more</span>`];
}

function targetEntries({ targets }: Report): readonly Entry[] {
  if (targets.length === 0) return [['Target', html`<span class="qq">not known</span>`]];
  return targets.slice(0, MOST_TARGETS).map((target): Entry => {
    const sizes = [target.flashBytes.value, target.ramBytes.value].map((bytes) => (bytes === null ? 'unknown' : toBytes(bytes)));
    return ['Target', [prose(target.name), html`<br><small class="q">${target.core}; flash ${sizes[0]}, RAM ${sizes[1]}</small>`]];
  });
}

const NOT_DECLARED: Markup = html`<span class="qq">not declared</span>`;

function dateEntries(product: Product | undefined): readonly Entry[] {
  const { units, supportEnds, fieldLifeYears } = product ?? {};
  const sold: Insert =
    units === undefined ? NOT_DECLARED : [unbroken(units.placedFrom), ' to ', unbroken(units.placedTo), unitCount(units.count)];
  const lastUnit = units === undefined || fieldLifeYears === undefined ? NOT_DECLARED : unbroken(plusYears(units.placedTo, fieldLifeYears));
  return [
    ['Sold', sold],
    ['Support ends', supportEnds === undefined ? NOT_DECLARED : unbroken(supportEnds)],
    ['Last unit in the field', lastUnit],
    ['Longest secrecy', longestSecrecy(product)],
  ];
}

function unitCount(count: number | undefined): Insert {
  return count !== undefined && html`<br>${toThousands(count)} units`;
}

function longestSecrecy(product: Product | undefined): Insert {
  const [longest] = [...(product?.data ?? [])].sort((a, b) => b.secretYears - a.secretYears);
  return longest === undefined
    ? NOT_DECLARED
    : [prose(longest.name), html`<br><span class="q">${longest.secretYears} years after it was sent</span>`];
}

const HIGH_RISK: Readonly<Record<'yes' | 'no', string>> = { yes: 'high-risk use declared', no: 'no high-risk use declared' };

function marketEntries(product: Product | undefined): readonly Entry[] {
  if (product === undefined || product.markets.length === 0) return [['Markets', NOT_DECLARED]];
  const markets = product.markets.map((market) => MARKET_WORDS[market]).join('; ');
  const use = product.highRiskUse === undefined ? 'high-risk use not declared' : HIGH_RISK[product.highRiskUse ? 'yes' : 'no'];
  return [['Markets', [markets, html`<br><span class="q">${use}</span>`]]];
}
