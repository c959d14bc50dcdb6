// Section “PQC implementation conformance”: the records that the operator gave, a table for each, what is not met first.

import { PQC_REQUIREMENTS } from '../../knowledge/pqc-requirements.ts';
import type { ConformanceRecord, ConformanceRow, ConformanceVerdict } from '../../model/conformance.ts';
import { CONFORMANCE_INTRO, clauseOf, countRows, describeRecord, nameImplementation, sayCases } from '../conformance.ts';
import { verdictMark } from './glyph.ts';
import { html, type Insert, type Markup } from './markup.ts';
import type { Section } from './page.ts';
import { body, type Column, type Row, table } from './table.ts';
import { prose, unbroken } from './text.ts';

const SHOWN_ROWS = 40;
const RANK: Readonly<Record<ConformanceVerdict, number>> = { 'not-met': 0, indeterminate: 1, met: 2 };

const COLUMNS: readonly Column[] = [
  { head: 'Requirement' },
  { head: 'Parameter set' },
  { head: 'Clause', cell: 'b' },
  { head: 'Verdict on the requirement', label: 'Verdict', cell: 'vd' },
  { head: 'Cases', cell: 'b' },
];

/** One table for each record. */
export function conformanceSection(records: readonly ConformanceRecord[]): Section {
  return {
    id: 'conformance',
    title: 'PQC implementation conformance',
    kind: 'tests on record',
    body: html`<p class="intro">${CONFORMANCE_INTRO}</p>${records.map(recordPart)}`,
  };
}

function recordPart(record: ConformanceRecord): Markup {
  const rows = [...record.rows].sort((a, b) => RANK[a.verdict] - RANK[b.verdict]).map(toRow);
  const caption = html`<b>${prose(nameImplementation(record))}</b>${verdictMark(record.verdict)} ${prose(describeRecord(record))}. ${countRows(record.rows)}`;
  const remarks = record.remarks.length > 0 && html`<p class="note">${prose(record.remarks.join('; '))}.</p>`;
  return html`${rowsTable(caption, rows.slice(0, SHOWN_ROWS))}${furtherRows(rows.slice(SHOWN_ROWS))}${remarks}`;
}

function furtherRows(rows: readonly Row[]): Insert {
  if (rows.length === 0) return false;
  return html`<details class="more"><summary>${rows.length} more</summary>${rowsTable('Requirements, continued', rows)}</details>`;
}

function rowsTable(caption: Insert, rows: readonly Row[]): Markup {
  return table({ kind: 'checks flow', caption, columns: COLUMNS, bodies: [body(COLUMNS, rows)] });
}

function toRow(row: ConformanceRow): Row {
  return {
    head: prose(PQC_REQUIREMENTS[row.requirement].demand),
    cells: [unbroken(row.algorithm), clauseOf(row), verdictMark(row.verdict), prose(sayCases(row))],
  };
}
