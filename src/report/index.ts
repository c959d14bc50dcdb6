// The formats of a report: the union and the total map. A format is a file of this folder and a line here.

import type { Reporter } from '../model/report.ts';
import { cyclonedx16, cyclonedx17 } from './cyclonedx.ts';
import { evidenceNdjson } from './evidence-ndjson.ts';
import { htmlReport } from './html.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { planCsv } from './plan-csv.ts';
import { planTasks } from './plan-tasks.ts';
import { sarif } from './sarif.ts';

/** What a report can be printed as. */
export type ReportFormat =
  | 'html'
  | 'markdown'
  | 'json'
  | 'cyclonedx-1.6'
  | 'cyclonedx-1.7'
  | 'sarif'
  | 'plan-csv'
  | 'plan-tasks'
  | 'evidence-ndjson';

/** One reporter a format; each is pure and gives the same text for the same report. */
export const REPORTERS: Readonly<Record<ReportFormat, Reporter>> = {
  html: htmlReport,
  markdown,
  json,
  'cyclonedx-1.6': cyclonedx16,
  'cyclonedx-1.7': cyclonedx17,
  sarif,
  'plan-csv': planCsv,
  'plan-tasks': planTasks,
  'evidence-ndjson': evidenceNdjson,
};
