// `pqready pqc inspect`: what files are, and what is wrong with them.

import { EXIT } from '../exit.ts';
import { KEY_FILE_BYTES, readInput } from '../files.ts';
import { result, toPrintable } from '../print.ts';

/** Runs it: exit code 1 where something is wrong with a file. */
export async function runInspect(paths: readonly string[], options: { readonly json?: boolean }): Promise<void> {
  const { inspect } = await import('../../index.ts');
  const files: { readonly path: string; readonly found: ReturnType<typeof inspect> }[] = [];
  for (const path of paths) files.push({ path, found: inspect(await readInput(path, KEY_FILE_BYTES)) });
  const items = files.flatMap(({ path, found }) => found.map((item) => ({ path, ...item })));
  result(options.json === true ? JSON.stringify({ schemaVersion: 1, items: items.map(toJson) }, null, 2) : items.map(toText).join('\n'));
  process.exitCode = items.some(({ problems }) => problems.length > 0) ? EXIT.broken : EXIT.done;
}

type Item = Readonly<{ path: string; what: string; facts: readonly (readonly [string, string])[]; problems: readonly string[] }>;

function toJson({ path, what, facts, problems }: Item): object {
  return { path, what, facts: facts.map(([label, value]) => ({ label, value })), problems };
}

function toText({ path, what, facts, problems }: Item): string {
  const width = Math.max(...facts.map(([label]) => label.length), 0);
  const lines = [
    `${path}: ${what}`,
    ...facts.map(([label, value]) => `  ${label.padEnd(width)}  ${value}`),
    ...problems.map((problem) => `  wrong: ${problem}`),
  ];
  return lines.map(toPrintable).join('\n');
}
