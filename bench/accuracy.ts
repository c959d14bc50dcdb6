// Recall and precision of the source scanner on the annotated fixtures. Run: `npm run -s bench:accuracy`.
// The grammar of the annotations stands in src/scan/golden/annotations.ts. The fixtures taught the scanner: bench/corpus.ts measures it blind.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadGrammar, packageRoot } from '../src/io/package-files.ts';
import { type Evidence, isGap } from '../src/model/evidence.ts';
import { groupByLine, type Item, readAnnotations } from '../src/scan/golden/annotations.ts';
import { type Score, scoreFile, startScore } from '../src/scan/golden/score.ts';
import { toPrefilter } from '../src/scan/prefilter.ts';
import { sourceScanner } from '../src/scan/source.ts';

/** Scores every annotated file of a folder. */
export async function scoreFolder(folder: string): Promise<Score> {
  const score = startScore();
  for (const name of readdirSync(folder).sort()) {
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    scoreFile({ name, expected: readAnnotations(new TextDecoder().decode(bytes)), found: await findItems(name, bytes) }, score);
  }
  return score;
}

/** What the scanner says of a file, by line. */
export async function findItems(name: string, bytes: Uint8Array): Promise<ReadonlyMap<number, readonly Item[]>> {
  return groupByLine(await scanFile(name, bytes));
}

/** The evidence of one file. */
export async function scanFile(name: string, bytes: Uint8Array): Promise<readonly Evidence[]> {
  const entry = { path: name, bytes: bytes.length, ignored: false, origin: 'first-party' } as const;
  await sourceScanner.prepare?.({ loadGrammar }, [entry]);
  const literals = toPrefilter(sourceScanner.literals ?? [])(bytes);
  const text = new TextDecoder().decode(bytes);
  return [...sourceScanner.scan({ entry, bytes, literals, text: () => text })].filter((item): item is Evidence => !isGap(item));
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
