// The total table of mechanisms, and the maker of a use.

import type { AlgorithmId, AlgorithmUse } from '../../model/algorithm.ts';
import { CLASSICAL_PUBLIC_KEY } from './classical.ts';
import { POST_QUANTUM } from './post-quantum.ts';
import type { AlgorithmRow } from './row.ts';
import { SYMMETRIC } from './symmetric.ts';

/** What is known of every mechanism. */
export const ALGORITHMS: Readonly<Record<AlgorithmId, AlgorithmRow>> = {
  ...CLASSICAL_PUBLIC_KEY,
  ...POST_QUANTUM,
  ...SYMMETRIC,
  unrecognised: { name: '', primitive: 'unknown', threat: 'unknown', functions: [], named: [], source: 'the name as written' },
};

/** The ids of all mechanisms, in the order of the table. */
export const ALGORITHM_IDS: readonly AlgorithmId[] = Object.keys(ALGORITHMS) as AlgorithmId[]; // the keys of a total table over AlgorithmId

/** True for the id of a mechanism; for names that come from a user's file. */
export function isAlgorithmId(name: string): name is AlgorithmId {
  return Object.hasOwn(ALGORITHMS, name);
}

/** A use of an algorithm: what is not given is empty, `written` is the printed name, `functions` what every use does by definition. */
export function useOf(algorithm: AlgorithmId, given: Partial<Omit<AlgorithmUse, 'algorithm'>> = {}): AlgorithmUse {
  const row = ALGORITHMS[algorithm];
  return { algorithm, written: row.name, parameters: {}, functions: row.functions, parts: [], ...given };
}
