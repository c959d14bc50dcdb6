// The migration plan for a spreadsheet. RFC 4180: CRLF after every record, quotes doubled; a cell that a spreadsheet would take for a
// formula is made text.

import type { PlanItem } from '../model/assessment.ts';
import type { Report, Reporter } from '../model/report.ts';
import { escapeCsv } from './escape.ts';
import { FIT_WORDS, ROLE_NAMES, STEP_WORDS, sentence } from './wording.ts';

/** `plan.csv`; a report without an assessment gives the head alone. */
export const planCsv: Reporter = { mediaType: 'text/csv; header=present', extension: 'csv', render: renderCsv };

const COLUMNS: readonly (readonly [head: string, cell: (item: PlanItem) => string | number])[] = [
  ['id', ({ id }) => id],
  ['key', ({ key }) => key],
  ['step', ({ step }) => STEP_WORDS[step]],
  ['role', ({ role }) => ROLE_NAMES[role]],
  ['action', ({ action }) => sentence(action)],
  ['from', ({ from }) => from.join('; ')],
  ['to', ({ to }) => to.join('; ')],
  ['fit', ({ fit }) => FIT_WORDS[fit]],
  ['preconditions', ({ preconditions }) => preconditions.join('; ')],
  ['latest_responsible_date', ({ latestResponsibleDate }) => latestResponsibleDate ?? ''],
  ['latest_basis', ({ latestBasis }) => latestBasis ?? ''],
  ['owner', ({ owner }) => owner],
  ['effort_from_days', ({ effort }) => effort.fromDays],
  ['effort_to_days', ({ effort }) => effort.toDays],
  ['effort_basis', ({ effort }) => effort.basis],
  ['rollback', ({ rollback }) => sentence(rollback)],
  ['verification', ({ verification }) => sentence(verification)],
  ['findings', ({ findings }) => findings.join('; ')],
  ['clauses', ({ clauses }) => clauses.join('; ')],
];

function renderCsv({ assessment }: Report): string {
  const head = COLUMNS.map(([name]) => name).join(',');
  const records = (assessment?.plan ?? []).map((item) => COLUMNS.map(([, cell]) => toCell(cell(item))).join(','));
  return [head, ...records].map((record) => `${record}\r\n`).join('');
}

function toCell(value: string | number): string {
  return typeof value === 'number' ? String(value) : escapeCsv(value);
}
