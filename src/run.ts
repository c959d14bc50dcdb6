// The recipe: scan → inventory → fit → assess → report. The command line and the library run this and nothing else.

import { assess } from './assess/assess.ts';
import { choosePolicies } from './catalog/choose-policies.ts';
import { chooseTargets, withFigures } from './catalog/choose-targets.ts';
import { type ProductFile, readDeclared } from './catalog/declared.ts';
import { fit } from './cost/fit.ts';
import { packageVersion } from './io/package-files.ts';
import type { ConformanceRecord } from './model/conformance.ts';
import type { IsoDate } from './model/evidence.ts';
import type { MeasurementFile } from './model/measurement.ts';
import type { QualificationCitation } from './model/qualification.ts';
import type { Report } from './model/report.ts';
import type { Workspace } from './model/world.ts';
import { readPacks, readTargets } from './shelves.ts';
import { type ScanOptions, takeInventory } from './take-inventory.ts';

/** What a run is asked beside the workspace. */
export interface RunOptions extends ScanOptions {
  /** the day the report speaks of; it never replaces the time at which something was observed */
  readonly asOf: IsoDate;
  /** ids of targets and policies, beside those of the product file */
  readonly targets?: readonly string[];
  readonly policies?: readonly string[];
  /** the operator's product file; absent: a `pqready.yaml` in the workspace is read as a declaration; `none`: neither */
  readonly product?: ProductFile | 'none';
  /** a folder with the operator's own frameworks and policies, beside those that ship; nothing in the workspace can name one */
  readonly packs?: string;
  /** the operator's own figures; those of a file that names a target join what is known of it, and ask for it */
  readonly measurements?: readonly MeasurementFile[];
  /** the operator's tests of PQC implementations; nothing in the workspace can name one */
  readonly conformance?: readonly ConformanceRecord[];
  /** the self-test that the report cites */
  readonly qualification?: QualificationCitation;
  /** ignore accepted risks */
  readonly audit?: boolean;
}

/** The whole job: everything a report holds. Throws `PqreadyError` for the caller's mistakes; the world's failures are gaps in it. */
export async function run(workspace: Workspace, options: RunOptions): Promise<Report> {
  const packs = readPacks(options.packs);
  const declared = await readDeclared(workspace, options);
  const inventory = await takeInventory(workspace, options, declared.product);
  const measured = options.measurements ?? [];
  const asked = [...(options.targets ?? []), ...measured.flatMap(({ target }) => target ?? [])];
  const targets = chooseTargets({ ...declared, profiles: withFigures(readTargets(), measured), asked, inventory });
  const policies = choosePolicies({ ...declared, policies: packs.policies, asked: options.policies ?? [] });
  const assessment = assess({
    ...declared,
    inventory,
    frameworks: packs.frameworks,
    policies,
    fit: fit(targets),
    asked: options.policies ?? [],
    conformance: options.conformance ?? [],
    asOf: options.asOf,
  });
  const profiles = targets.map((target) => target.profile);
  return {
    ...toHead(options.asOf),
    ...declared,
    inventory,
    targets: profiles,
    measurements: measured.flatMap(({ measurements }) => measurements),
    ...(options.conformance === undefined || options.conformance.length === 0 ? {} : { conformance: options.conformance }),
    ...(options.qualification === undefined ? {} : { qualification: options.qualification }),
    assessment,
  };
}

/** The inventory alone, as a report that every inventory format can print. */
export async function runInventory(workspace: Workspace, options: RunOptions): Promise<Report> {
  const declared = await readDeclared(workspace, options);
  const inventory = await takeInventory(workspace, options, declared.product);
  return { ...toHead(options.asOf), ...declared, inventory, targets: [], measurements: [] };
}

function toHead(asOf: IsoDate): Pick<Report, 'schemaVersion' | 'tool' | 'asOf'> {
  return { schemaVersion: 1, tool: { name: 'pqready', version: packageVersion() }, asOf };
}
