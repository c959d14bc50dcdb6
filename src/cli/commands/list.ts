// `pqready list`: what the tool knows.

import { Argument, type Command } from 'commander';
import { result, toTable } from '../print.ts';

type Shelf = 'targets' | 'frameworks' | 'policies' | 'algorithms' | 'scanners';

/** Adds the command. */
export function addList(program: Command): void {
  program
    .command('list')
    .summary('targets, frameworks, policies, algorithms or scanners that pqready knows')
    .addArgument(new Argument('<what>').choices(['targets', 'frameworks', 'policies', 'algorithms', 'scanners']))
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  pqready list targets')
    .action(run);
}

async function run(what: Shelf, options: { readonly json?: boolean }): Promise<void> {
  const { listShelf } = await import('../../index.ts');
  const { head, rows } = listShelf(what);
  const keys = head.map((title) => title.toLowerCase());
  const objects = rows.map((row) => Object.fromEntries(row.map((cell, column) => [keys[column] ?? '', cell])));
  result(options.json === true ? JSON.stringify({ schemaVersion: 1, [what]: objects }, null, 2) : toTable(head, rows));
}
