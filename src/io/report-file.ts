// Reports that the operator names: a `report.json`, or the folder of a bundle that holds one.

import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BUNDLE_MANIFEST } from '../model/bundle.ts';

/** The report of a path that is a bundle or a JSON file; undefined where the path is a product's. */
export function findReportFile(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  if (!statSync(path).isDirectory()) return path.endsWith('.json') ? path : undefined;
  const report = join(path, 'report.json');
  return existsSync(join(path, BUNDLE_MANIFEST)) && existsSync(report) ? report : undefined;
}
