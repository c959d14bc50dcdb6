// The door `pqready/report`: the report object and its printers. Pure: it runs in a browser.

import { renderStatement } from '../attest/statement.ts';
import { BUNDLE_STATEMENT } from '../model/bundle.ts';
import type { CryptoAsset } from '../model/inventory.ts';
import type { Report } from '../model/report.ts';
import { toPlace } from '../report/facts.ts';
import { REPORTERS, type ReportFormat } from '../report/index.ts';

export type { Assessment, Finding } from '../model/assessment.ts';
export type { Demands, Judgement } from '../model/demand.ts';
export type { Report } from '../model/report.ts';
export { REPORTERS, type ReportFormat } from '../report/index.ts';
export { sayJudgement, summarise, summaryJson } from '../report/summary.ts';
export { sentence } from '../report/wording.ts';

/** Where an asset was met first, `src/ota.c:42`. */
export function toFirstPlace(asset: CryptoAsset): string {
  const [first] = asset.facts;
  return first === undefined ? '' : toPlace(first.location);
}

/** The report in one format. */
export function render(report: Report, format: ReportFormat): string {
  return REPORTERS[format].render(report);
}

/** The files of a bundle, relative path → text, with the statement over them; the CBOM in the CycloneDX version asked for. */
export function toBundle(report: Report, spec: '1.6' | '1.7' = '1.6'): Map<string, string> {
  const files = new Map([
    ['index.html', render(report, 'html')],
    ['report.md', render(report, 'markdown')],
    ['report.json', render(report, 'json')],
    ['inventory.cdx.json', render(report, `cyclonedx-${spec}`)],
    ['findings.sarif', render(report, 'sarif')],
    ['plan.csv', render(report, 'plan-csv')],
    ['plan.md', render(report, 'plan-tasks')],
    ['evidence/facts.ndjson', render(report, 'evidence-ndjson')],
  ]);
  return files.set(BUNDLE_STATEMENT, renderStatement(report, files));
}
