// A file that was read, with what its evidence is made from.

import type { FileEntry, ScanFile } from '../../model/world.ts';
import type { Index } from './expression.ts';
import type { Positions } from './positions.ts';
import type { Reader } from './uses.ts';

/** A file as module and text. */
export interface Reported {
  readonly entry: FileEntry;
  readonly reader: Reader;
  readonly positions: Positions;
  readonly text: string;
  /** a place as `path:line`, here or where another file wrote a value */
  readonly where: (at: Index) => string;
  readonly offer?: ScanFile['offer'];
  readonly tell?: ScanFile['tell'];
}
