// The main job and what stands around it, as functions: assess, judge, draft a product file, write the bundle.

import { judge as judgeAssessment } from '../assess/judge.ts';
import { detectTargets } from '../catalog/choose-targets.ts';
import type { ProductFile } from '../catalog/declared.ts';
import { draftProduct } from '../catalog/init.ts';
import { readOperatorFile } from '../io/operator-file.ts';
import { packageVersion, readVectors } from '../io/package-files.ts';
import type { Demands, Judgement } from '../model/demand.ts';
import { PqreadyError } from '../model/errors.ts';
import type { IsoDate } from '../model/evidence.ts';
import type { Report } from '../model/report.ts';
import type { Workspace } from '../model/world.ts';
import { runSelfTest, type SelfTestReport } from '../pqc/selftest.ts';
import { readTargets } from '../shelves.ts';
import { type ScanOptions, takeInventory } from '../take-inventory.ts';

export type { ProductFile } from '../catalog/declared.ts';
export { parseDemands } from '../catalog/demands.ts';
export { writeBundle, writeWhole } from '../io/bundle.ts';
export type { SelfTestReport } from '../pqc/selftest.ts';
export { type RunOptions, run as assess, runInventory as inventoryReport } from '../run.ts';

/** Holds a report against the operator's demands; without an assessment nothing that was asked can be judged. */
export function judge(report: Report, demands: Demands): Judgement {
  if (report.assessment !== undefined) return judgeAssessment(report.assessment, demands, report.product);
  const judged = demands.gates.map(({ role, gate }) => ({ kind: 'gate', role, gate, outcome: 'unknown' }) as const);
  return { outcome: judged.length > 0 ? 'cannotJudge' : 'done', judged };
}

/** The operator's product file: its name, never its folder, and its text. Throws `path-not-found`. */
export function readProductFile(path: string): ProductFile {
  return readOperatorFile(path, 'a product file');
}

/** The version of the package. */
export function version(): string {
  return packageVersion();
}

/** A date as the options want it, checked. Throws `usage`. */
export function toIsoDate(text: string): IsoDate {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) {
    throw new PqreadyError('usage', `${text}: expected a date such as 2026-11-23`);
  }
  return text as IsoDate;
}

/** The text of a `pqready.yaml` filled with what can be read of the product, each line with where it came from. */
export async function draftProductFile(workspace: Workspace, options: ScanOptions = {}): Promise<string> {
  const inventory = await takeInventory(workspace, options);
  const profiles = readTargets();
  const detected = new Set(detectTargets(profiles, inventory));
  return draftProduct({ name: workspace.name, inventory, targets: profiles.filter((profile) => detected.has(profile.id)) });
}

/** ML-KEM and ML-DSA against the vectors that ship with the package. */
export function selfTest(): SelfTestReport {
  return runSelfTest(readVectors().map(({ name, text }) => ({ name, prompt: text })));
}
