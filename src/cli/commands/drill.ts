// `pqready drill`: what falls if a mechanism falls or a key leaks, on one product or on many.

import { keepHeapSmall } from '../memory.ts';
import { chooseAsOf } from '../options.ts';
import { note, result } from '../print.ts';
import { interruptSignal, startProgress } from '../progress.ts';

interface DrillOptions {
  readonly build: readonly string[];
  readonly config?: string | boolean;
  readonly format: 'markdown' | 'html' | 'json';
  readonly json?: boolean;
  readonly output?: string;
  readonly asOf?: string;
  readonly jobs: number;
}

/** Runs it: each report or bundle is a product, and all other paths together are one. */
export async function runDrill(written: string, paths: readonly string[], options: DrillOptions): Promise<void> {
  keepHeapSmall();
  const library = await import('../../index.ts');
  const asOf = library.toIsoDate(chooseAsOf(options.asOf));
  const scenario = library.parseScenario(written, asOf);
  const files = paths.map((path) => ({ path, report: library.findReportFile(path) }));
  const sources = files.filter(({ report }) => report === undefined).map(({ path }) => path);
  const product = typeof options.config === 'string' ? library.readProductFile(options.config) : 'none';
  const progress = startProgress();
  const assessed =
    sources.length === 0
      ? []
      : [
          await library.assess(library.fromProduct({ paths: sources, builds: options.build }), {
            asOf,
            jobs: options.jobs,
            ...(options.config === undefined || options.config === true ? {} : { product }),
            signal: interruptSignal(),
            onProgress: progress.onProgress,
          }),
        ];
  progress.clear();
  const read = files.flatMap(({ report }) => (report === undefined ? [] : [library.readReportFile(report)]));
  const drill = library.drillReports([...assessed, ...read], scenario, asOf);
  const text = library.renderDrill(drill, options.json === true ? 'json' : options.format);
  if (options.output === undefined) result(text);
  else library.writeWhole(options.output, text);
  const { falls, 'may-fall': mayFall } = drill.totals.products;
  note(`${drill.products.length} drilled: ${falls} falls, ${mayFall} may fall. A scenario, not a prediction.`);
}
