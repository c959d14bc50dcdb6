// The drill as a function: a scenario as written, reports from a run or from files, one sheet over all of them.

import { drill, findKeys, listKeyIds } from '../assess/drill.ts';
import { nearestHint } from '../catalog/nearest.ts';
import { parseReport } from '../catalog/report.ts';
import { isScenario, parseScenario } from '../catalog/scenario.ts';
import { readOperatorFile } from '../io/operator-file.ts';
import { packageVersion } from '../io/package-files.ts';
import { findReportFile } from '../io/report-file.ts';
import type { Drill, Scenario } from '../model/drill.ts';
import { PqreadyError } from '../model/errors.ts';
import type { IsoDate } from '../model/evidence.ts';
import type { Report } from '../model/report.ts';

export type { Drill, ProductDrill } from '../model/drill.ts';
export { type DrillFormat, renderDrill } from '../report/drill.ts';
export { findReportFile, isScenario, parseScenario };

/** The report of a `report.json`, checked. Throws `path-not-found` and `bad-profile`. */
export function readReportFile(path: string): Report {
  const { path: name, text } = readOperatorFile(path, 'a report.json');
  return parseReport(text, name);
}

/** One sheet over all reports. Throws `unknown-id` for a key that none of them knows, `usage` for one that is not clear. */
export function drillReports(reports: readonly Report[], scenario: Scenario, asOf: IsoDate): Drill {
  if (scenario.kind === 'leaked') requireKey(reports, scenario.written);
  return drill(reports, scenario, { tool: { name: 'pqready', version: packageVersion() }, asOf });
}

function requireKey(reports: readonly Report[], written: string): void {
  const found = reports.map(({ inventory }) => findKeys(inventory, written));
  const fingerprints = [...new Set(found.flatMap((each) => each.fingerprints))].sort();
  if (fingerprints.length > 1)
    throw new PqreadyError(
      'usage',
      `leaked=${written}: stands for ${fingerprints.length} keys; write more of the fingerprint: ${fingerprints.slice(0, 4).join(', ')}`,
    );
  if (found.some(({ holders }) => holders.length > 0)) return;
  const ids = [...new Set(reports.flatMap(({ inventory }) => listKeyIds(inventory)))].sort();
  const known =
    ids.length === 0
      ? '; the inventory holds no key'
      : `${nearestHint(written, ids) || ` (known: ${ids.slice(0, 4).join(', ')}${ids.length > 4 ? ' …' : ''})`}`;
  throw new PqreadyError(
    'unknown-id',
    `leaked=${written}: expected the id or fingerprint of a key or certificate of the inventory${known}`,
  );
}
