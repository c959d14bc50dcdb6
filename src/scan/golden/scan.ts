// Annotated files, each scanned by itself, and scored.

import { type Evidence, isGap } from '../../model/evidence.ts';
import type { GrammarLoader } from '../../model/world.ts';
import { toPrefilter } from '../prefilter.ts';
import { sourceScanner } from '../source.ts';
import { groupByLine, readAnnotations } from './annotations.ts';
import { type Score, scoreFile, startScore } from './score.ts';

/** A file by its name, which tells its language. */
export interface AnnotatedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the source scanner says of a file that stands alone. */
export function startScanning(loadGrammar: GrammarLoader): (file: AnnotatedFile) => Promise<readonly Evidence[]> {
  const prefilter = toPrefilter(sourceScanner.literals ?? []);
  return async ({ name, bytes }) => {
    const entry = { path: name, bytes: bytes.length, ignored: false, origin: 'first-party' } as const;
    await sourceScanner.prepare?.({ loadGrammar }, [entry]);
    const text = new TextDecoder().decode(bytes);
    const said = [...sourceScanner.scan({ entry, bytes, literals: prefilter(bytes), text: () => text })];
    return said.filter((item): item is Evidence => !isGap(item));
  };
}

/** One score over all the files. */
export async function scoreFiles(files: readonly AnnotatedFile[], loadGrammar: GrammarLoader): Promise<Score> {
  const score = startScore();
  const scan = startScanning(loadGrammar);
  for (const file of files) {
    const expected = readAnnotations(new TextDecoder().decode(file.bytes));
    scoreFile({ name: file.name, expected, found: groupByLine(await scan(file)) }, score);
  }
  return score;
}
