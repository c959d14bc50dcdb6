// A file that was read, with what its evidence is made from.

import type { FileEntry } from '../../model/world.ts';
import type { Positions } from './positions.ts';
import type { Reader } from './uses.ts';

/** A file as module and text. */
export interface Reported {
  readonly entry: FileEntry;
  readonly reader: Reader;
  readonly positions: Positions;
  readonly text: string;
}
