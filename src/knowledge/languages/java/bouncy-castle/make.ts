// The short hand of Bouncy Castle's rows. Packages are written as one: classes have moved between them, their names have not.

import type { CryptoFunction } from '../../../../model/algorithm.ts';
import { type RowMakers, rowsOf } from '../../make-row.ts';
import type { CallRow, Roles, Says } from '../../row.ts';

/** What stands before every symbol. */
export const PREFIX: string = 'org.bouncycastle.';
/** Makers of rows. */
export const bc: RowMakers = rowsOf('bouncycastle', PREFIX);

/** A class: made by `new`, or by the factories that newer versions have. */
export function made(names: string, roles: Roles, more: Omit<CallRow, 'symbol' | 'library' | 'roles'>): readonly CallRow[] {
  return names.split(' ').flatMap((name) =>
    bc.calls([name, `${name}.newInstance`, `${name}.newKeyWrapInstance`].join(' '), roles, {
      returns: `${PREFIX}${name}`,
      ...more,
    }),
  );
}

/** Classes whose names fix everything. */
export function fixed(names: string, uses: Says, functions?: readonly CryptoFunction[]): readonly CallRow[] {
  return made(names, {}, { uses, ...(functions === undefined ? {} : { functions }) });
}

/** What a cipher is initialised with says more of it. */
export const KEYED: Roles = { shares: '=init#1', details: '=init#1', key: '=init#1' };
