// The packs that ship, as files.

import { readdirSync, readFileSync } from 'node:fs';
import type { PackFile } from '../../src/catalog/packs.ts';

/** Every pack of a shelf, in the order of names. */
export function readShelf(shelf: 'frameworks' | 'policies'): PackFile[] {
  const folder = new URL(`../../profiles/${shelf}/`, import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => ({ name: `${shelf}/${name}`, text: readFileSync(new URL(name, folder), 'utf8') }));
}
