// `pqready list`: what the tool knows, and which of it is due to be read again.

import type { Shelf } from '../../index.ts';
import { chooseAsOf } from '../options.ts';
import { result, toTable } from '../print.ts';

interface ListOptions {
  readonly json?: boolean;
  readonly stale?: boolean;
  readonly asOf?: string;
  readonly packs?: string;
}

/** Runs it. */
export async function runList(what: Shelf, options: ListOptions): Promise<void> {
  const { listShelf, listStale, PqreadyError, toIsoDate } = await import('../../index.ts');
  const ofPacks = what === 'frameworks' || what === 'policies';
  if (!ofPacks && (options.stale === true || options.packs !== undefined))
    throw new PqreadyError('usage', `list ${what}: expected --stale and --packs with frameworks or policies only`);
  const asOf = toIsoDate(chooseAsOf(options.asOf));
  const { head, rows } = ofPacks && options.stale === true ? listStale(what, asOf, options.packs) : listShelf(what, options.packs);
  const keys = head.map((title) => title.toLowerCase());
  const objects = rows.map((row) => Object.fromEntries(row.map((cell, column) => [keys[column] ?? '', cell])));
  result(options.json === true ? JSON.stringify({ schemaVersion: 1, [what]: objects }, null, 2) : toTable(head, rows));
}
