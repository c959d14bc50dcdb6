// `pqready list`: what the tool knows.

import { result, toTable } from '../print.ts';

type Shelf = 'targets' | 'frameworks' | 'policies' | 'algorithms' | 'scanners';

/** Runs it. */
export async function runList(what: Shelf, options: { readonly json?: boolean }): Promise<void> {
  const { listShelf } = await import('../../index.ts');
  const { head, rows } = listShelf(what);
  const keys = head.map((title) => title.toLowerCase());
  const objects = rows.map((row) => Object.fromEntries(row.map((cell, column) => [keys[column] ?? '', cell])));
  result(options.json === true ? JSON.stringify({ schemaVersion: 1, [what]: objects }, null, 2) : toTable(head, rows));
}
