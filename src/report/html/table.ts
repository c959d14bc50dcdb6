// Tables that survive a phone: the roles keep the semantics that `display:block` takes away, `data-l` carries the head to each cell.

import { html, type Insert, isEmpty, type Markup } from './markup.ts';

/** A column: its head, the label of its cells on a phone where it differs, the classes of its cells and of its head. */
export interface Column {
  readonly head: Insert;
  readonly label?: string;
  readonly cell?: string;
  readonly headClass?: string;
}

/** One record: the first column is its head. */
export interface Row {
  readonly head: Insert;
  readonly cells: readonly Insert[];
}

export interface Table {
  /** class of the table beside `st` */
  readonly kind: string;
  readonly caption: Insert;
  readonly columns: readonly Column[];
  /** finished bodies, made by `body` or by the caller */
  readonly bodies: readonly Markup[];
}

/** A whole table. */
export function table({ kind, caption, columns, bodies }: Table): Markup {
  return html`<table class="st ${kind}" role="table"><caption>${caption}</caption>
    <thead role="rowgroup"><tr role="row">${columns.map(columnHead)}</tr></thead>${bodies}</table>`;
}

function columnHead({ head, headClass }: Column): Markup {
  return html`<th scope="col" role="columnheader"${headClass !== undefined && html` class="${headClass}"`}>${head}</th>`;
}

/** A body of records. */
export function body(columns: readonly Column[], rows: readonly Row[]): Markup {
  return html`<tbody role="rowgroup">${rows.map((row) => html`<tr role="row">${rowCells(columns, row)}</tr>`)}</tbody>`;
}

/** The cells of one record, its head first. */
export function rowCells(columns: readonly Column[], { head, cells }: Row): Markup {
  const [, ...others] = columns;
  return html`<th scope="row" role="rowheader">${head}</th>${others.map((column, index) => tableCell(column, cells[index]))}`;
}

function tableCell({ head, label, cell }: Column, content: Insert): Markup {
  const kind = cell !== undefined && html` class="${cell}"`;
  if (isEmpty(content)) return html`<td role="cell"${kind}></td>`;
  return html`<td role="cell"${kind} data-l="${label ?? head}"><div>${content}</div></td>`;
}
