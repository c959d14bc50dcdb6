// `pqready init`: a product file filled with what can be read.

import { join } from 'node:path';
import { requireFree } from '../files.ts';
import { keepHeapSmall } from '../memory.ts';
import { note, result } from '../print.ts';
import { interruptSignal, startProgress } from '../progress.ts';

/** Runs it. */
export async function runInit(path: string, options: { readonly output?: string; readonly force?: boolean }): Promise<void> {
  keepHeapSmall();
  const library = await import('../../index.ts');
  const file = options.output ?? join(path, 'pqready.yaml');
  await requireFree([file], options.force === true);
  const progress = startProgress();
  const text = await library.draftProductFile(library.fromDirectory(path), {
    signal: interruptSignal(),
    onProgress: progress.onProgress,
  });
  progress.clear();
  if (file === '-') return result(text);
  library.writeWhole(file, text);
  note(`wrote ${file}: fill in what is commented out, then run pqready assess ${path}`);
}
