// The short hand in which the catalogues write their rows.

import type { CryptoFunction } from '../../model/algorithm.ts';
import type { CallRow, Constant, ProtocolRow, Roles, Says } from './row.ts';

type More = Omit<CallRow, 'symbol' | 'library' | 'roles'>;

/** Makers of the rows of one library. */
export interface RowMakers {
  /** a call with what its arguments say */
  readonly call: (symbol: string, roles: Roles, more?: More) => CallRow;
  /** several calls with the same arguments; the symbols are divided by spaces */
  readonly calls: (symbols: string, roles: Roles, more?: More) => readonly CallRow[];
  /** a call that configures a protocol */
  readonly protocol: (symbol: string, protocol: ProtocolRow) => CallRow;
  readonly constant: (says: Says, more?: Omit<Constant, 'library' | 'says'>) => Constant;
}

/** The makers for a library; `prefix` stands before every symbol. */
export function rowsOf(library: string, prefix = ''): RowMakers {
  const call: RowMakers['call'] = (symbol, roles, more = {}) => ({ symbol: `${prefix}${symbol}`, library, roles, ...more });
  return {
    call,
    calls: (symbols, roles, more) => symbols.split(' ').map((symbol) => call(symbol, roles, more)),
    protocol: (symbol, protocol) => ({ symbol: `${prefix}${symbol}`, library, protocol }),
    constant: (says, more = {}) => ({ library, says, ...more }),
  };
}

/** Calls whose names fix everything; the symbols are divided by spaces. */
export function fixed(makers: RowMakers, symbols: string, uses: Says, functions?: readonly CryptoFunction[]): readonly CallRow[] {
  return makers.calls(symbols, {}, { uses, ...(functions === undefined ? {} : { functions }) });
}

// What a call does, as the tables write it.
/** `encrypt` alone. */
export const ENCRYPT: readonly CryptoFunction[] = ['encrypt'];
/** `decrypt` alone. */
export const DECRYPT: readonly CryptoFunction[] = ['decrypt'];
/** `sign` alone. */
export const SIGN: readonly CryptoFunction[] = ['sign'];
/** `verify` alone. */
export const VERIFY: readonly CryptoFunction[] = ['verify'];
/** `digest` alone. */
export const DIGEST: readonly CryptoFunction[] = ['digest'];
/** `tag` alone. */
export const TAG: readonly CryptoFunction[] = ['tag'];
/** `keygen` alone. */
export const KEYGEN: readonly CryptoFunction[] = ['keygen'];
/** `keyderive` alone. */
export const DERIVE: readonly CryptoFunction[] = ['keyderive'];
/** `generate` alone. */
export const GENERATE: readonly CryptoFunction[] = ['generate'];
/** `encapsulate` alone. */
export const ENCAPSULATE: readonly CryptoFunction[] = ['encapsulate'];
/** `decapsulate` alone. */
export const DECAPSULATE: readonly CryptoFunction[] = ['decapsulate'];
