// The migration plan for a spreadsheet. RFC 4180: CRLF after every record, quotes doubled; a cell that a spreadsheet would take for a
// formula is made text.

import type { PlanItem } from '../model/assessment.ts';
import type { Report, Reporter } from '../model/report.ts';
import { escapeCsv, escapeCsvLines } from './escape.ts';
import { toTaskLabels, toTaskLines, toTaskTitle } from './tasks.ts';
import { FIT_WORDS, ROLE_NAMES, STEP_WORDS, sentence } from './wording.ts';

/** `plan.csv`; a report without an assessment gives the head alone. */
export const planCsv: Reporter = { mediaType: 'text/csv; header=present', extension: 'csv', render: renderCsv };

// `title`, `description` and `labels` are what importers of issues ask for (Jira maps any names; GitHub's tools expect these); labels hold no space.
const COLUMNS: readonly (readonly [head: string, cell: (item: PlanItem) => string | number | readonly string[]])[] = [
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
  ['taken_by', ({ takenBy = [] }) => takenBy.join('; ')],
  ['not_taken_by', ({ refusedBy = [] }) => refusedBy.join('; ')],
  ['rollback', ({ rollback }) => sentence(rollback)],
  ['verification', ({ verification }) => sentence(verification)],
  ['findings', ({ findings }) => findings.join('; ')],
  ['clauses', ({ clauses }) => clauses.join('; ')],
  ['title', toTaskTitle],
  ['description', toTaskLines],
  ['issue_type', () => 'Task'],
  ['due_date', ({ latestResponsibleDate }) => latestResponsibleDate ?? ''],
  ['labels', (item) => toTaskLabels(item).join(',')],
];

function renderCsv({ assessment }: Report): string {
  const head = COLUMNS.map(([name]) => name).join(',');
  const records = (assessment?.plan ?? []).map((item) => COLUMNS.map(([, cell]) => toCell(cell(item))).join(','));
  return [head, ...records].map((record) => `${record}\r\n`).join('');
}

function toCell(value: string | number | readonly string[]): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? escapeCsv(value) : escapeCsvLines(value);
}
