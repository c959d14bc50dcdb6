// `pqready assess`: the main job, from a folder to a report bundle.

import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { EXIT } from '../exit.ts';
import { chooseAsOf, collect, parseCount, parseDate } from '../options.ts';
import { note, result } from '../print.ts';
import { interruptSignal, startProgress } from '../progress.ts';

interface AssessOptions {
  readonly build: readonly string[];
  readonly config?: string | boolean;
  readonly target: readonly string[];
  readonly policy: readonly string[];
  readonly out: string;
  readonly force?: boolean;
  readonly asOf?: string;
  readonly spec: '1.6' | '1.7';
  readonly require: readonly string[];
  readonly failOn: readonly string[];
  readonly audit?: boolean;
  readonly jobs: number;
  readonly json?: boolean;
}

/** Adds the command. */
export function addAssess(program: Command): void {
  program
    .command('assess')
    .summary('inventory, fit on targets, frameworks, plan → a report bundle')
    .description(
      'Takes the cryptographic inventory of a product, compares it with its dates, its targets and the asked policies, and writes a report bundle.',
    )
    .argument('[path...]', 'folders or files of the product', ['.'])
    .option('--build <dir>', 'a build folder outside the paths (repeatable); inside them it is found by itself', collect, [])
    .option('--config <file>', 'the product file to trust as the operator’s own (default: pqready.yaml in the path, as a declaration)')
    .option('--no-config', 'read no product file')
    .option('--target <id>', 'a target board (repeatable; pqready list targets)', collect, [])
    .option('--policy <id>', 'a policy to answer (repeatable; pqready list policies)', collect, [])
    .option('--out <dir>', 'where the bundle goes', 'pqready-report')
    .option('--force', 'write into an existing folder that pqready did not write')
    .option('--as-of <date>', 'the day the report speaks of; the same day and input give the same bytes', parseDate)
    .addOption(new Option('--spec <version>', 'CycloneDX version of the CBOM').choices(['1.6', '1.7']).default('1.6'))
    .option('--require <role=gate>', 'exit 1 where a role is below a gate, 2 where that cannot be judged (repeatable)', collect, [])
    .option('--fail-on <condition>', 'exit 1 on: past-due (a final, verified date has passed), present-day (repeatable)', collect, [])
    .option('--audit', 'ignore accepted risks')
    .option('--jobs <n>', 'worker threads', parseCount, 1)
    .option('--json', 'print a summary as JSON instead of text')
    .addHelpText('after', '\nExample:\n  pqready assess ./firmware --build ./build --target nrf52840dk --out report')
    .action(run);
}

async function run(paths: readonly string[], options: AssessOptions): Promise<void> {
  const library = await import('../../index.ts');
  const demands = library.parseDemands(options.require, options.failOn);
  const workspace = library.fromDirectory(paths[0] ?? '.', ...paths.slice(1), ...options.build);
  const product = typeof options.config === 'string' ? library.readProductFile(options.config) : 'none';
  const progress = startProgress();
  const report = await library.assess(workspace, {
    asOf: library.toIsoDate(chooseAsOf(options.asOf)),
    jobs: options.jobs,
    targets: options.target,
    policies: options.policy,
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
