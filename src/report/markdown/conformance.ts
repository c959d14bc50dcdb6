// Records of conformance tests as Markdown: what is not met or open in rows, what is met in one line.

import { PQC_REQUIREMENTS } from '../../knowledge/pqc-requirements.ts';
import type { ConformanceRecord } from '../../model/conformance.ts';
import { CONFORMANCE_INTRO, clauseOf, countRows, describeRecord, nameImplementation, sayCases } from '../conformance.ts';
import { VERDICT_WORDS } from '../wording.ts';
import { more, section, table, text } from './lines.ts';

const MOST_ROWS = 60;

/** A part for each record. */
export function conformance(records: readonly ConformanceRecord[]): string {
  return section('PQC implementation conformance', CONFORMANCE_INTRO, ...records.map(recordPart));
}

function recordPart(record: ConformanceRecord): string {
  const open = record.rows.filter(({ verdict }) => verdict !== 'met');
  const rows = open
    .slice(0, MOST_ROWS)
    .map((row) => [
      text(PQC_REQUIREMENTS[row.requirement].demand),
      row.algorithm,
      clauseOf(row),
      VERDICT_WORDS[row.verdict],
      text(sayCases(row)),
    ]);
  const head = `**${text(nameImplementation(record))}: ${VERDICT_WORDS[record.verdict]}**, ${text(describeRecord(record))}. ${countRows(record.rows)}.`;
  const remarks = record.remarks.length > 0 ? `${text(record.remarks.join('; '))}.` : '';
  return [
    head,
    table(['Requirement', 'Parameter set', 'Clause', 'Verdict', 'Cases'], rows, 'Every requirement that was examined is met.'),
    more(MOST_ROWS, open.length, 'report.json'),
    remarks,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join('\n\n');
}
