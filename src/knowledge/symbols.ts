// What the symbols of a linked image say: which library they come from and which mechanism their name speaks of. A name is likelihood, not
// proof; sizes and modes that the name does not carry stay unknown. Rows are facts of the libraries' public headers.

import type { AlgorithmUse } from '../model/algorithm.ts';
import { toUse } from './mechanism.ts';
import { parseAlgorithmName } from './names.ts';
import { MBEDTLS } from './symbols/mbedtls.ts';
import { POST_QUANTUM_NAMES, POST_QUANTUM_PREFIXES } from './symbols/post-quantum.ts';
import type { SymbolFamily } from './symbols/row.ts';
import { SMALL_LIBRARIES } from './symbols/small-libraries.ts';
import { WOLFCRYPT } from './symbols/wolfcrypt.ts';

/** What one symbol says. */
export interface SymbolMeaning {
  readonly library?: string;
  readonly use?: AlgorithmUse;
}

const OPENSSL_REST = /^(?:CTX_|Encrypt|Decrypt|Cipher|Digest|MD_|PKEY_|Sign|Verify|[a-z])/;

const FAMILIES: readonly SymbolFamily[] = [
  MBEDTLS,
  WOLFCRYPT,
  ...SMALL_LIBRARIES,
  { library: 'openssl', prefix: 'EVP_', rest: OPENSSL_REST, rows: [] },
  { library: 'openssl', prefix: 'OPENSSL_', rest: /^(?:init|cleanse|version)/, rows: [] },
];

const BY_PREFIX: ReadonlyMap<string, readonly SymbolFamily[]> = groupByPrefix();

/** What a symbol name speaks of; undefined where it says nothing of cryptography. */
export function findSymbol(name: string): SymbolMeaning | undefined {
  const underscore = name.indexOf('_', 1);
  const prefix = underscore < 0 ? '' : name.slice(0, underscore + 1);
  const rest = name.slice(prefix.length);
  const family = BY_PREFIX.get(prefix)?.find((candidate) => candidate.rest === undefined || candidate.rest.test(rest));
  const postQuantum = POST_QUANTUM_NAMES.find(([pattern]) => pattern.test(name));
  if (postQuantum !== undefined) {
    const library = POST_QUANTUM_PREFIXES.find(([start]) => name.startsWith(start))?.[1] ?? family?.library;
    return { use: toUse(name, postQuantum[1]), ...(library === undefined ? {} : { library }) };
  }
  if (family === undefined) return undefined;
  const row = family.rows.find(([pattern]) => pattern.test(rest));
  const use = row === undefined ? evpUse(prefix, name) : toUse(name, row[1]);
  return { library: family.library, ...(use === undefined ? {} : { use }) };
}

// `EVP_aes_256_gcm()` and its like return the algorithm that they are called after.
function evpUse(prefix: string, name: string): AlgorithmUse | undefined {
  if (prefix !== 'EVP_' || !/^EVP_[a-z]/.test(name)) return undefined;
  const use = parseAlgorithmName(name.slice(prefix.length).replaceAll('_', '-'));
  return use === undefined ? undefined : { ...use, written: name };
}

function groupByPrefix(): ReadonlyMap<string, readonly SymbolFamily[]> {
  const groups = new Map<string, SymbolFamily[]>();
  for (const family of FAMILIES) groups.set(family.prefix, [...(groups.get(family.prefix) ?? []), family]);
  return groups;
}
