// Recall and precision of the source scanner on the annotated fixtures. Run: `npm run -s bench:accuracy`.
// The grammar of the annotations stands in src/scan/golden/annotations.ts. The fixtures taught the scanner: bench/corpus.ts measures it blind.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadGrammar, packageRoot } from '../src/io/package-files.ts';
import { scoreFiles } from '../src/scan/golden/scan.ts';
import type { Score } from '../src/scan/golden/score.ts';

/** Scores every annotated file of a folder. */
export async function scoreFolder(folder: string): Promise<Score> {
  const names = readdirSync(folder).sort();
  return scoreFiles(
    names.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) })),
    loadGrammar,
  );
}

/** `0.970`, or `-` where there was nothing to find. */
export function share(hits: number, of: number): string {
  return of === 0 ? '-' : (hits / of).toFixed(3);
}

async function main(): Promise<void> {
  const root = join(packageRoot(), 'tests', 'fixtures', 'source');
  for (const language of readdirSync(root).sort()) {
    const { algorithm, fields, misses, annotated, traps } = await scoreFolder(join(root, language));
    console.log(`${language}: ${annotated} annotated lines, ${traps} traps`);
    console.log(`  algorithm  recall ${share(algorithm.hits, algorithm.expected)}  precision ${share(algorithm.hits, algorithm.found)}`);
    for (const [field, ratio] of [...fields].sort()) {
      console.log(`  ${field.padEnd(10)} recall ${share(ratio.hits, ratio.expected)}  precision ${share(ratio.hits, ratio.found)}`);
    }
    for (const miss of misses) console.log(`  ${miss}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
