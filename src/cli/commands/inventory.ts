// `pqready inventory`: the cryptographic inventory alone.

import { readVerifyKeys } from '../files.ts';
import { keepHeapSmall } from '../memory.ts';
import { chooseAsOf } from '../options.ts';
import { note, result, toTable } from '../print.ts';
import { interruptSignal, startProgress } from '../progress.ts';

interface InventoryOptions {
  readonly build: readonly string[];
  readonly format: 'cyclonedx' | 'json' | 'table' | 'sarif';
  readonly spec: '1.6' | '1.7';
  readonly output?: string;
  readonly asOf?: string;
  readonly verifyKey: readonly string[];
  readonly externalTools?: boolean;
  readonly jobs: number;
}

/** Runs it. */
export async function runInventory(paths: readonly string[], options: InventoryOptions): Promise<void> {
  keepHeapSmall();
  const library = await import('../../index.ts');
  const progress = startProgress();
  const report = await library.inventoryReport(library.fromProduct({ paths, builds: options.build }), {
    asOf: library.toIsoDate(chooseAsOf(options.asOf)),
    jobs: options.jobs,
    verifyKeys: await readVerifyKeys(options.verifyKey),
    externalTools: options.externalTools === true,
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
