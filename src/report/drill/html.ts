// The drill sheet as one self-contained page of two sheets of A4: no request, no script. Its content security policy allows this style
// sheet by its hash and nothing else (CSP level 2).

import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Drill } from '../../model/drill.ts';
import { html, type Insert, joined, type Markup, trusted } from '../html/markup.ts';
import { prose } from '../html/text.ts';
import type { Block, Cell, DecisionBlock, ListBlock, Sheet, TableBlock } from './blocks.ts';
import { toSheet } from './sheet.ts';
import { DRILL_STYLE } from './style.ts';

/** `drill.html` */
export function renderDrillHtml(drill: Drill): string {
  const sheet = toSheet(drill);
  const [first, second] = sheet.pages;
  const page = html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="color-scheme" content="light dark">
    <meta name="referrer" content="no-referrer"><title>Drill: ${sheet.title}</title><style>${trusted(DRILL_STYLE)}</style></head>
    <body><main><div class="sheet">${head(sheet)}${first.map(renderBlock)}</div>
    <div class="sheet">${second.map(renderBlock)}<p class="foot">${prose(sheet.repeat)}</p></div></main></body></html>`;
  return `${page.markup}\n`;
}

function head({ title, kicker, supposition, verdict, figures }: Sheet): Markup {
  return html`<header><p class="kick">${prose(kicker)}</p><h1>${prose(title)}</h1><p class="say">${prose(supposition)}</p><p>${prose(verdict)}</p>
    <dl>${figures.map(({ label, value }) => html`<div><dt>${label}</dt><dd>${prose(value)}</dd></div>`)}</dl></header>`;
}

function renderBlock(block: Block): Markup {
  const note = block.note !== undefined && html`<p class="note">${prose(block.note)}</p>`;
  return html`<section><h2>${block.title}</h2>${note}${renderBody(block)}</section>`;
}

function renderBody(block: Block): Insert {
  if (block.kind === 'table') return table(block);
  return block.kind === 'list' ? list(block) : decisions(block);
}

function table({ title, columns, rows, otherwise }: TableBlock): Markup {
  if (rows.length === 0) return html`<p>${otherwise}</p>`;
  return html`<table><caption class="vh">${title}</caption><colgroup>${columns.map(({ width }) => html`<col class="w${width}">`)}</colgroup>
    <thead><tr>${columns.map((column) => html`<th scope="col">${column.head}</th>`)}</tr></thead>
    <tbody>${rows.map(([first = [], ...rest]) => html`<tr><th scope="row">${headCell(first)}</th>${rest.map((cell) => html`<td>${lines(cell)}</td>`)}</tr>`)}</tbody></table>`;
}

// The first line is the name, the next what becomes of it.
function headCell([name = '', ...rest]: Cell): Markup {
  return html`${prose(name)}${rest.map((line) => html`<span class="mark ${line === 'falls' && 'bad'}">${line}</span>`)}`;
}

function lines(cell: Cell): Markup {
  return joined(
    cell.map((line) => prose(line)),
    html`<br>`,
  );
}

function list({ items, otherwise }: ListBlock): Markup {
  if (items.length === 0) return html`<p>${otherwise}</p>`;
  return html`<ul>${items.map((item) => html`<li>${prose(item)}</li>`)}</ul>`;
}

function decisions({ decisions }: DecisionBlock): Markup {
  return html`<ol class="ask">${decisions.map(
    ({ title, when, questions, steps }) => html`<li><b>${prose(title)}</b> <span class="q">${prose(when)}</span>
      ${questions.length > 0 && html`<ul>${questions.map((question) => html`<li>${prose(question)} <span class="blank">yes · no · by · hour</span></li>`)}</ul>`}
      ${steps !== '' && html`<p class="q">${prose(steps)}</p>`}</li>`,
  )}</ol>`;
}

const POLICY = `default-src 'none'; style-src 'sha256-${btoa(String.fromCharCode(...sha256(utf8ToBytes(DRILL_STYLE))))}'; base-uri 'none'; form-action 'none'`;
