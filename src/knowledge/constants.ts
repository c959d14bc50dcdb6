// Every table of constants that is looked for in images. Computed when asked: a scan without images pays nothing.

import { cipherTables, cipherWords } from './constants/ciphers.ts';
import { curveTables } from './constants/curves.ts';
import { hashTables, hashWords } from './constants/hashes.ts';
import { latticeTables } from './constants/lattices.ts';
import type { ConstantTable, ScatteredWords } from './constants/row.ts';

export { power, RINGS, type Ring, toMontgomery } from './constants/lattices.ts';
export type { ConstantTable, Encoding, ScatteredWords } from './constants/row.ts';

/** Tables that stand in one piece. Computed at each call. */
export function constantTables(): readonly ConstantTable[] {
  return [...hashTables(), ...cipherTables(), ...curveTables(), ...latticeTables()];
}

/** Constants that stand in code, near one another. Computed at each call. */
export function scatteredWords(): readonly ScatteredWords[] {
  return [...hashWords(), ...cipherWords()];
}
