// The shape of a row of the API catalogues: which library a call belongs to, which mechanism it names, and which of its arguments say the
// rest. Rows state facts of the libraries' public headers and documentation; each table names them at its top.

import type { AlgorithmId, CipherMode, CryptoFunction, CurveId, Padding } from '../../model/algorithm.ts';
import type { ProtocolName } from '../../model/evidence.ts';
import type { Mechanism } from '../mechanism.ts';

/**
 * Where in a call a value stands: `2` the third argument; `2=digestmod` that or the keyword; `=key_size` the keyword alone;
 * `0.hash` a field of an object argument, `0.hash.name` a field of that; `this` what a method is called on; `last` the last argument.
 * Several places divided by `|` are tried in order.
 */
export type Place = string;

/** What the arguments of a call say. Names that end in `Bytes` count octets; `key` is key material whose length is the key size. */
export interface Roles {
  readonly algorithm?: Place;
  readonly mode?: Place;
  readonly padding?: Place;
  readonly curve?: Place;
  readonly digest?: Place;
  readonly keyBits?: Place;
  readonly keyBytes?: Place;
  readonly key?: Place;
  readonly tagBits?: Place;
  readonly tagBytes?: Place;
  readonly outputBits?: Place;
  readonly outputBytes?: Place;
  readonly iterations?: Place;
  /** a mechanism that the one of the row is built on (the cipher of a CMAC) */
  readonly part?: Place;
  /** encrypt or decrypt, sign or verify */
  readonly operation?: Place;
}

/** What is known when nothing is said: by a library for a call, or by a constant for a value. `curveFamily` needs a size to be a curve. */
export interface Says {
  readonly algorithm?: AlgorithmId;
  readonly keyBits?: number;
  readonly mode?: CipherMode;
  readonly padding?: Padding;
  readonly curve?: CurveId;
  readonly curveFamily?: CurveFamily;
  readonly digest?: AlgorithmId;
  readonly tagBits?: number;
  readonly outputBits?: number;
  readonly iterations?: number;
  readonly functions?: readonly CryptoFunction[];
  readonly parts?: readonly Mechanism[];
}

/** Families of curves that PSA names apart from their size. PSA Crypto API 1.2 §9.6. */
export type CurveFamily = 'secp-r1' | 'secp-k1' | 'sect-r1' | 'sect-k1' | 'brainpool-p-r1' | 'montgomery' | 'twisted-edwards';

/** A call that sets up or configures a protocol. */
export interface ProtocolRow {
  readonly protocol: ProtocolName;
  /** fixed by the name of the call */
  readonly versions?: readonly string[];
  readonly version?: Place;
  readonly suites?: Place;
  readonly groups?: Place;
  readonly schemes?: Place;
}

/** One call of a library. */
export interface CallRow {
  /** as the language names it once aliases are resolved: `mbedtls_sha256`, `crypto.createHash`, `hashlib.sha256` */
  readonly symbol: string;
  readonly library: string;
  /** what the name of the call fixes */
  readonly uses?: Says;
  readonly roles?: Roles;
  readonly functions?: readonly CryptoFunction[];
  /** what the library fills in where the call does not say */
  readonly defaults?: Says;
  /** an argument whose value chooses the mechanism: `is224` of `mbedtls_sha256_starts` */
  readonly choice?: { readonly place: Place; readonly of: Readonly<Record<string, Says>> };
  /** the context that the call works on, or `target`, what takes its result: later calls on the same one know what earlier ones said */
  readonly object?: Place;
  /** the context is filled in any order (PSA attributes) */
  readonly gathers?: true;
  /** speaks for its context and is no use by itself (`psa_set_key_bits`) */
  readonly silent?: true;
  /** a macro that names an algorithm for somebody else: standing alone it is a mention, not a call */
  readonly names?: true;
  /** the type of what comes back; rows of its methods begin with it */
  readonly returns?: string;
  /** the use is the one of what the method is called on, with its own arguments laid over */
  readonly continues?: true;
  readonly protocol?: ProtocolRow;
  /** an argument that says the use is not for security when it has this value */
  readonly notForSecurity?: { readonly place: Place; readonly value: string };
  /** counts only when its algorithm is known in the end, from its arguments or its context */
  readonly needs?: true;
}

/** A header, module or package and the library it belongs to. */
export interface LibraryName {
  /** beginning of the header or module name, or all of it when it ends in `$` */
  readonly module: string;
  readonly library: string;
}

/** What is known of the APIs of one language. */
export interface Catalogue {
  /** the row that speaks of a call, by the full name of what is called */
  readonly find: (symbol: string) => CallRow | undefined;
  /** last parts of the symbols: what a call must be named to be looked at, where names are qualified */
  readonly names: ReadonlySet<string>;
  /** what a constant or enumerator says, by its name as the language resolves it */
  readonly findConstant: (name: string) => Constant | undefined;
  readonly libraries: readonly LibraryName[];
  /** byte strings of which one stands in every file that matters */
  readonly literals: readonly string[];
}

/** A constant of a library that names a mechanism or a parameter. */
export interface Constant {
  readonly library: string;
  readonly says: Says;
  /** `TLS1_2_VERSION`, `MBEDTLS_SSL_VERSION_TLS1_3` */
  readonly version?: string;
  /** a suite or group of TLS, by the name that the IANA registry gives it */
  readonly suite?: string;
  readonly group?: string;
  /** too general to be evidence where it is only mentioned (`MBEDTLS_ENCRYPT`) */
  readonly quiet?: true;
  /** says that there is no algorithm (`PSA_ALG_NONE`, a key to derive from) */
  readonly nothing?: true;
  /** what a call does with it: encrypt or decrypt */
  readonly operation?: CryptoFunction;
  /** its value, where the library fixes it (`SHA256_DIGEST_LENGTH`) */
  readonly number?: number;
}

/** The library that a header, module or package name belongs to. */
export function findLibrary(libraries: readonly LibraryName[], module: string): string | undefined {
  return libraries.find((row) => (row.module.endsWith('$') ? row.module.slice(0, -1) === module : module.startsWith(row.module)))?.library;
}

/** What a catalogue is made from. `guess` speaks of calls that have no row. */
export interface CatalogueParts extends Omit<Catalogue, 'find' | 'names'> {
  readonly rows: readonly CallRow[];
  readonly guess?: (symbol: string) => CallRow | undefined;
}

const MOST_GUESSES = 50_000;

/** A catalogue over its rows; a later row for the same symbol replaces an earlier one. */
export function toCatalogue({ rows, guess, ...rest }: CatalogueParts): Catalogue {
  const bySymbol = new Map(rows.map((row) => [row.symbol, row]));
  const guessed = new Map<string, CallRow | undefined>();
  const find = (symbol: string): CallRow | undefined => {
    const row = bySymbol.get(symbol);
    if (row !== undefined || guess === undefined) return row;
    if (!guessed.has(symbol)) {
      if (guessed.size >= MOST_GUESSES) guessed.clear();
      guessed.set(symbol, guess(symbol));
    }
    return guessed.get(symbol);
  };
  const names = new Set([...bySymbol.keys()].map((symbol) => symbol.slice(symbol.lastIndexOf('.') + 1)));
  return { ...rest, find, names };
}
