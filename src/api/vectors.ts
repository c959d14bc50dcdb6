// Vector files run against the reference operations: those of the caller, or those that ship with the package.

import { shippedVectors } from '../io/package-files.ts';
import { listVectorFolders, readVectorText } from '../io/vector-files.ts';
import { PqreadyError } from '../model/errors.ts';
import { type GroupResult, runGroup, type VectorRunOptions } from '../pqc/conformance.ts';
import { arrangeVectors, type PassedOver, type VectorFile } from '../pqc/vectors/collection.ts';
import { type Coverage, parseManifest, type VectorManifest } from '../pqc/vectors/manifest.ts';
import { toVectorReport, type VectorReport } from '../pqc/vectors/report.ts';

export type { VectorReport } from '../pqc/vectors/report.ts';

export interface VectorsOptions extends VectorRunOptions {
  readonly signal?: AbortSignal;
  /** told after each group how many cases were run so far */
  readonly onProgress?: (cases: number) => void;
}

/** A run over the shipped vectors says how much of the complete collections they are. */
export interface ShippedVectorReport extends VectorReport {
  readonly coverage: Coverage;
}

/**
 * Every vector of the files and folders: ACVP prompts with expected results, projections, Wycheproof; gzip or not. Throws `path-not-found`
 * and `cancelled`.
 */
export async function runVectors(paths: readonly string[], options: VectorsOptions = {}): Promise<VectorReport> {
  const groups: GroupResult[] = [];
  const passedOver: PassedOver[] = [];
  let cases = 0;
  for (const folder of listVectorFolders(paths)) {
    const files = readFiles(folder.paths, passedOver);
    const arranged = arrangeVectors(files);
    passedOver.push(...arranged.passedOver);
    for (const set of arranged.sets) {
      for (const group of set.groups) {
        await giveWay(options.signal);
        groups.push(runGroup(group, options));
        cases += group.cases.length;
        options.onProgress?.(cases);
      }
    }
  }
  return toVectorReport(groups, passedOver);
}

/** The vectors that ship: a selection of the complete collections, which the manifest counts. */
export async function runShippedVectors(options: VectorsOptions = {}): Promise<ShippedVectorReport> {
  const { folder, manifest } = shippedVectors();
  const { files, coverage }: VectorManifest = parseManifest(manifest);
  const report = await runVectors(
    files.map(({ path }) => `${folder}/${path}`),
    options,
  );
  const strip = (name: string): string => (name.startsWith(`${folder}/`) ? name.slice(folder.length + 1) : name);
  return {
    ...report,
    groups: report.groups.map((group) => ({ ...group, set: strip(group.set) })),
    passedOver: report.passedOver.map((file) => ({ ...file, name: strip(file.name) })),
    coverage,
  };
}

function readFiles(paths: readonly string[], passedOver: PassedOver[]): readonly VectorFile[] {
  return paths.flatMap((path) => {
    const read = readVectorText(path);
    if ('text' in read) return [read];
    passedOver.push({ name: read.name, kind: 'malformed', why: read.why });
    return [];
  });
}

/** Lets a Ctrl-C through between groups: the operations do not wait for anything. */
async function giveWay(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  if (signal?.aborted === true) throw new PqreadyError('cancelled', 'interrupted');
}
