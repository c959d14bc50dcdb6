// A small project around the benchmark kernels for a board: it prints what `bench import` reads and speaks the conformance driver on the same line.

import { readBenchFolder, writeProject } from '../io/board-files.ts';
import { BOARD_FORMS, type BoardBuild, type BoardForm, toBoardProject } from '../measure/board-project.ts';
import { PqreadyError } from '../model/errors.ts';

export type { BoardBuild, BoardForm } from '../measure/board-project.ts';

export interface EmitOptions {
  /** `small` where absent: less than 11 KB of stack for every set */
  readonly build?: BoardBuild;
  /** writes into a folder that is not empty */
  readonly force?: boolean;
}

/** Writes the project; the paths of its files. Throws `unknown-id`, `output-exists`, `not-writable`. */
export function emitBoardProject(form: string, folder: string, { build = 'small', force = false }: EmitOptions = {}): readonly string[] {
  const found = BOARD_FORMS.find((each): each is BoardForm => each === form);
  if (found === undefined) throw new PqreadyError('unknown-id', `expected one of ${BOARD_FORMS.join(', ')}, got "${form}"`);
  const sources = {
    program: readBenchFolder('board/program', 'program/'),
    form: readBenchFolder(`board/${found}`, ''),
    kernels: readBenchFolder('kernels/src', 'kernels/'),
  };
  const files = toBoardProject(found, build, sources);
  writeProject(folder, files, force);
  return files.map(({ path }) => path);
}
