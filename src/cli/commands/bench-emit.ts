// `pqready bench emit`: a project for a board.

import { note, result } from '../print.ts';

interface EmitCommandOptions {
  readonly build: 'fast' | 'small';
  readonly force?: boolean;
}

/** Runs it. */
export async function runBenchEmit(form: string, folder: string, { build, force = false }: EmitCommandOptions): Promise<void> {
  const { emitBoardProject } = await import('../../index.ts');
  const files = emitBoardProject(form, folder, { build, force });
  result(files.join('\n'));
  note(`${files.length} files in ${folder}; its README.md says how it is built, and what is done with its log`);
}
