// `pqready assess`: the main job, from a folder to a report bundle.

import { join } from 'node:path';
import { EXIT } from '../exit.ts';
import { readVerifyKeys } from '../files.ts';
import { keepHeapSmall } from '../memory.ts';
import { chooseAsOf } from '../options.ts';
import { note, result } from '../print.ts';
import { interruptSignal, startProgress } from '../progress.ts';

interface AssessOptions {
  readonly build: readonly string[];
  readonly config?: string | boolean;
  readonly target: readonly string[];
  readonly policy: readonly string[];
  readonly packs?: string;
  readonly measurements: readonly string[];
  readonly qualification?: string;
  readonly conformance: readonly string[];
  readonly out: string;
  readonly force?: boolean;
  readonly asOf?: string;
  readonly spec: '1.6' | '1.7';
  readonly require: readonly string[];
  readonly failOn: readonly string[];
  readonly audit?: boolean;
  readonly verifyKey: readonly string[];
  readonly externalTools?: boolean;
  readonly jobs: number;
  readonly json?: boolean;
}

/** Runs it. */
export async function runAssess(paths: readonly string[], options: AssessOptions): Promise<void> {
  keepHeapSmall();
  const library = await import('../../index.ts');
  const demands = library.parseDemands(options.require, options.failOn);
  const workspace = library.fromProduct({ paths, builds: options.build });
  const product = typeof options.config === 'string' ? library.readProductFile(options.config) : 'none';
  const progress = startProgress();
  const report = await library.assess(workspace, {
    asOf: library.toIsoDate(chooseAsOf(options.asOf)),
    jobs: options.jobs,
    verifyKeys: await readVerifyKeys(options.verifyKey),
    externalTools: options.externalTools === true,
    targets: options.target,
    policies: options.policy,
    measurements: options.measurements.map(library.readMeasurementFile),
    ...(options.qualification === undefined ? {} : { qualification: library.readQualification(options.qualification) }),
    conformance: options.conformance.map(library.readConformanceFile),
    ...(options.packs === undefined ? {} : { packs: options.packs }),
    audit: options.audit === true,
    ...(options.config === undefined || options.config === true ? {} : { product }),
    signal: interruptSignal(),
    onProgress: progress.onProgress,
  });
  library.writeBundle(library.toBundle(report, options.spec), options.out, { force: options.force === true });
  progress.clear();
  const judgement = library.judge(report, demands);
  result(options.json === true ? library.summaryJson(report, judgement) : library.summarise(report));
  for (const line of library.sayJudgement(judgement)) note(line);
  note(`Report: ${join(options.out, 'index.html')}`);
  process.exitCode = EXIT[judgement.outcome];
}
