// Runs the built command line as a person would: a process of its own, with what it prints and how it ends.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const REPOSITORY: string = fileURLToPath(new URL('../..', import.meta.url));
export const BIN: string = fileURLToPath(new URL('../../bin/pqready.js', import.meta.url));
export const EXAMPLE: string = fileURLToPath(new URL('../../examples/lumen-lock', import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `pqready …`. Throws where the build is missing: `npm test` makes it. */
export function pqready(args: readonly string[], options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {}): Ran {
  if (!existsSync(fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url)))) throw new Error('not built: run npm run build');
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    cwd: options.cwd ?? REPOSITORY,
    env: { ...process.env, ...options.env },
  });
  return { code: status, out: stdout, err: stderr };
}
