// The shape of a row of the API catalogues: which library a call belongs to, which mechanism it names, and which of its arguments say the
// rest. Rows state facts of the libraries' public headers and documentation; each table names them at its top.

import type { AlgorithmId, AlgorithmUse, CipherMode, CryptoFunction, CurveId, Padding } from '../../model/algorithm.ts';
import type { Execution, ProtocolName } from '../../model/evidence.ts';
import type { Mechanism } from '../mechanism.ts';

/**
 * Where in a call a value stands: `2` the third argument; `2=digestmod` that or the keyword; `=key_size` the keyword alone;
 * `0.hash` a field of an object argument, `0.hash.name` a field of that; `this` what a method is called on; `last` the last argument;
 * `all` all of them as a list.
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
  /** a key or context that the call works on: its size and curve, and its algorithm where the call names none, are those of the use */
  readonly shares?: Place;
  /** what says more of the use: a specification of parameters (`GCMParameterSpec`, `PBEKeySpec`) */
  readonly details?: Place;
  /** said with the call and no use of its own: the hash of MGF1 */
  readonly aside?: Place;
  /** encrypt or decrypt, sign or verify */
  readonly operation?: Place;
  /** where the key lies, and so where it is used */
  readonly environment?: Place;
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
  readonly execution?: Execution;
}

/** Families of curves that PSA names apart from their size, and of SLH-DSA parameter sets. PSA Crypto API 1.4 §9.6, AES 0119 §2.4.1. */
export type CurveFamily =
  | 'secp-r1'
  | 'secp-k1'
  | 'sect-r1'
  | 'sect-k1'
  | 'brainpool-p-r1'
  | 'montgomery'
  | 'twisted-edwards'
  | 'slh-sha2-s'
  | 'slh-sha2-f'
  | 'slh-shake-s'
  | 'slh-shake-f';

/** A call that sets up or configures a protocol. */
export interface ProtocolRow {
  readonly protocol: ProtocolName;
  /** fixed by the name of the call */
  readonly versions?: readonly string[];
  readonly version?: Place;
  /** the highest version, where an API takes a range */
  readonly maximum?: Place;
  readonly suites?: Place;
  readonly groups?: Place;
  readonly schemes?: Place;
  /** an argument that is one of these constants says what the call sets (`curl_easy_setopt`); with any other it is `otherwise`, or not of the protocol */
  readonly by?: { readonly place: Place; readonly of: Readonly<Record<string, ProtocolRow>>; readonly otherwise?: ProtocolRow };
  /** a priority string of GnuTLS, which names versions, groups and schemes */
  readonly priority?: Place;
}

/** One call of a library. */
export interface CallRow {
  /**
   * as the language names it once aliases are resolved: `mbedtls_sha256`, `crypto.createHash`, `hashlib.sha256`; `*.verify` is a method of
   * something whose type is not known, told by its arguments alone
   */
  readonly symbol: string;
  readonly library: string;
  /** what the name of the call fixes */
  readonly uses?: Says;
  readonly roles?: Roles;
  readonly functions?: readonly CryptoFunction[];
  /** what the library fills in where the call does not say */
  readonly defaults?: Says;
  /** what it fills in beside an algorithm that the call names without saying the rest */
  readonly defaultsOf?: Readonly<Partial<Record<AlgorithmId, Says>>>;
  /** an argument whose value chooses the mechanism: `is224` of `mbedtls_sha256_starts` */
  readonly choice?: { readonly place: Place; readonly of: Readonly<Record<string, Says>> };
  /** the context that the call works on, or `target`, what takes its result: later calls on the same one know what earlier ones said */
  readonly object?: Place;
  /** the library that contexts of this kind belong to, where the call is another's (`aes.NewCipher` makes a `cipher.Block`) */
  readonly objectOf?: string;
  /** the context is filled in any order (PSA attributes) */
  readonly gathers?: true;
  /** speaks for its context and is no use by itself (`psa_set_key_bits`) */
  readonly silent?: true;
  /** a property of an object: its mode and padding hold for every use of that object, and go before what the library fills in */
  readonly sets?: true;
  /** a use by itself only where nothing else in the file speaks for the same object (`aes.Mode = …` on a parameter) */
  readonly alone?: true;
  /** takes a key from elsewhere: a size that the library would fill in does not hold any more */
  readonly replacesKey?: true;
  /** a macro that names an algorithm for somebody else: standing alone it is a mention, not a call */
  readonly names?: true;
  /** says more of the call that takes it, and is reported only where none does (`ECGenParameterSpec`) */
  readonly specifies?: true;
  /** takes a label where it takes an algorithm: a name that is not known is none (`new SecretKeySpec(b, "PW")`) */
  readonly labels?: true;
  /** the type of what comes back; rows of its methods begin with it */
  readonly returns?: string;
  /** the use is the one of what the method is called on, with its own arguments laid over */
  readonly continues?: true;
  readonly protocol?: ProtocolRow;
  /** an argument that says the use is not for security when it has this value */
  readonly notForSecurity?: { readonly place: Place; readonly value: string };
  /** what is said of a context that is gathered after this is of another thing (`psa_generate_key`, then the attributes again) */
  readonly ends?: true;
  /** the name of a module that is loaded: an OpenSSL provider, an engine */
  readonly brings?: Place;
  /** a name that any code may use: the row holds only where the file brings in the library; elsewhere the name is read for itself */
  readonly included?: true;
  /** read from a name that any code may use: likely, not certain */
  readonly likely?: true;
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
  /** speaks of calls that have no row */
  readonly guess?: (symbol: string) => CallRow | undefined;
  /** last parts of the symbols: what a call must be named to be looked at, where names are qualified */
  readonly names: ReadonlySet<string>;
  /** what a constant or enumerator says, by its name as the language resolves it */
  readonly findConstant: (name: string) => Constant | undefined;
  /** what a string means as the name of an algorithm, where the language's providers have names of their own */
  readonly parseName?: (written: string) => AlgorithmUse | undefined;
  readonly libraries: readonly LibraryName[];
  /** C++: words of the scoped names and types that rows know, what marks a file that may have them, and namespaces that a library's header stands for */
  readonly scoped?: ScopedNames;
  /** where a library computes, for those that are drivers of hardware or of a trusted environment */
  readonly executions?: ReadonlyMap<string, Execution>;
  /** functions and classes of other files, whose calls are looked at as those of a library */
  readonly watched?: ReadonlySet<string>;
  /** byte strings of which one stands in every file that matters */
  readonly literals: readonly string[];
}

/** What the reader of C++ is told of scoped names. */
export interface ScopedNames {
  readonly words: ReadonlySet<string>;
  /** types that stand without a scope */
  readonly plain: ReadonlySet<string>;
  readonly mark: RegExp;
  readonly namespaces: ReadonlyMap<string, string>;
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
  /** the string that it is, which may be joined to others (`KeyProperties.KEY_ALGORITHM_AES`) */
  readonly text?: string;
  /** a protocol that is chosen by naming it (`IPPROTO_DTLS_1_2`) */
  readonly protocol?: ProtocolName;
}

/** The library that a header, module or package name belongs to. */
export function findLibrary(libraries: readonly LibraryName[], module: string): string | undefined {
  return libraries.find((row) => (row.module.endsWith('$') ? row.module.slice(0, -1) === module : module.startsWith(row.module)))?.library;
}

/** What a catalogue is made from. `guess` speaks of calls that have no row. */
export interface CatalogueParts extends Omit<Catalogue, 'find' | 'names'> {
  readonly rows: readonly CallRow[];
  /** last parts of the symbols that only `guess` knows */
  readonly guessedNames?: readonly string[];
}

const MOST_GUESSES = 50_000;

/** A catalogue over its rows; a later row for the same symbol replaces an earlier one. */
export function toCatalogue({ rows, guess, guessedNames = [], ...rest }: CatalogueParts): Catalogue {
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
  const names = new Set([...[...bySymbol.keys()].map((symbol) => symbol.slice(symbol.lastIndexOf('.') + 1)), ...guessedNames]);
  return { ...rest, ...(guess === undefined ? {} : { guess }), find, names };
}
