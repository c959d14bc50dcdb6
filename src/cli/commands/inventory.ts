// `pqready inventory`: the cryptographic inventory alone.

import { type Command, Option } from 'commander';
import { chooseAsOf, collect, parseCount, parseDate } from '../options.ts';
import { note, result, toTable } from '../print.ts';
import { interruptSignal, startProgress } from '../progress.ts';

interface InventoryOptions {
  readonly build: readonly string[];
  readonly format: 'cyclonedx' | 'json' | 'table' | 'sarif';
  readonly spec: '1.6' | '1.7';
  readonly output?: string;
  readonly asOf?: string;
  readonly jobs: number;
}

/** Adds the command. */
export function addInventory(program: Command): void {
  program
    .command('inventory')
    .summary('the cryptographic inventory alone: CycloneDX CBOM, JSON, table, SARIF')
    .description('Lists the cryptography that a product uses, with the place of every use and what could not be read.')
    .argument('[path...]', 'folders or files of the product', ['.'])
    .option('--build <dir>', 'a build folder outside the paths (repeatable)', collect, [])
    .addOption(new Option('--format <format>', 'output format').choices(['cyclonedx', 'json', 'table', 'sarif']).default('cyclonedx'))
    .addOption(new Option('--spec <version>', 'CycloneDX version').choices(['1.6', '1.7']).default('1.6'))
    .option('--output <file>', 'write to a file instead of stdout')
    .option('--as-of <date>', 'the timestamp of the document', parseDate)
    .option('--jobs <n>', 'worker threads', parseCount, 1)
    .addHelpText('after', '\nExample:\n  pqready inventory . --spec 1.7 --output bom.cdx.json')
    .action(run);
}

async function run(paths: readonly string[], options: InventoryOptions): Promise<void> {
  const library = await import('../../index.ts');
  const progress = startProgress();
  const report = await library.inventoryReport(library.fromDirectory(paths[0] ?? '.', ...paths.slice(1), ...options.build), {
    asOf: library.toIsoDate(chooseAsOf(options.asOf)),
    jobs: options.jobs,
    signal: interruptSignal(),
    onProgress: progress.onProgress,
  });
  progress.clear();
  const { assets, gaps } = report.inventory;
  const text =
    options.format === 'table'
      ? toTable(
          ['KIND', 'NAME', 'ROLES', 'USES', 'FIRST PLACE'],
          assets.map((asset) => [asset.kind, asset.name, asset.roles.join(' '), String(asset.facts.length), library.toFirstPlace(asset)]),
        )
      : library.render(report, options.format === 'cyclonedx' ? `cyclonedx-${options.spec}` : options.format);
  if (options.output === undefined) result(text);
  else library.writeWhole(options.output, text);
  note(`${assets.length} assets, ${gaps.length} gaps`);
}
