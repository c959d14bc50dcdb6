// The cryptographic APIs of C and C++, joined. Calls that have no row are read by their names where the name says an algorithm.

import type { CryptoFunction } from '../../model/algorithm.ts';
import { ALGORITHMS } from '../algorithms.ts';
import { findSymbol } from '../symbols.ts';
import { findCConstant } from './c/constants.ts';
import { CPLUSPLUS_ROWS } from './c/cplusplus.ts';
import { DESKTOP_ROWS } from './c/desktop.ts';
import { ESPRESSIF_ROWS } from './c/espressif.ts';
import { readFunctionName } from './c/function-names.ts';
import { EXECUTIONS } from './c/hardware.ts';
import { C_HEADERS } from './c/headers.ts';
import { C_LITERALS } from './c/literals.ts';
import { MBEDTLS_ROWS } from './c/mbedtls.ts';
import { MICROCONTROLLER_ROWS } from './c/microcontrollers.ts';
import { NETWORK_ROWS } from './c/network.ts';
import { OPENSSL_ROWS } from './c/openssl.ts';
import { OPENSSL_TLS_ROWS } from './c/openssl-tls.ts';
import { PLATFORM_ROWS } from './c/platforms.ts';
import { POST_QUANTUM_ROWS } from './c/post-quantum.ts';
import { PSA_ROWS } from './c/psa.ts';
import { toScoped } from './c/scoped.ts';
import { SECURE_ELEMENT_ROWS } from './c/secure-elements.ts';
import { SMALL_LIBRARY_ROWS } from './c/small-libraries.ts';
import { STM32_ROWS } from './c/stm32.ts';
import { WOLFSSL_ROWS } from './c/wolfssl.ts';
import { ZEPHYR_ROWS } from './c/zephyr.ts';
import { type CallRow, type Catalogue, toCatalogue } from './row.ts';
import { toSays } from './says.ts';

const ROWS: readonly CallRow[] = [
  ...DESKTOP_ROWS,
  ...CPLUSPLUS_ROWS,
  ...NETWORK_ROWS,
  ...PLATFORM_ROWS,
  ...MICROCONTROLLER_ROWS,
  ...STM32_ROWS,
  ...ESPRESSIF_ROWS,
  ...SECURE_ELEMENT_ROWS,
  ...ZEPHYR_ROWS,
  ...POST_QUANTUM_ROWS,
  ...SMALL_LIBRARY_ROWS,
  ...WOLFSSL_ROWS,
  ...MBEDTLS_ROWS,
  ...OPENSSL_TLS_ROWS,
  ...OPENSSL_ROWS,
  ...PSA_ROWS,
];

// Housekeeping: it names the algorithm and does nothing with it.
const HOUSEKEEPING =
  /(?:_|^)(?:free|clone|copy|cleanup|clear|self_test|selftest|zeroize|get\w*|set_(?:prediction|entropy|reseed|nonce)\w*|size|len|length|bytes|export\w*|import\w*|read_file|write_file|is_\w+|has_\w+|check\w*|context|ctx|t|struct|st|info|operation|params)$|Free$|Size$|_new$/i;

const DOES: readonly (readonly [RegExp, CryptoFunction])[] = [
  [/decaps/i, 'decapsulate'],
  [/encaps/i, 'encapsulate'],
  [/verify|check_sig/i, 'verify'],
  [/sign/i, 'sign'],
  [/keypair|make_?key|gen_?key|generate_key|keygen/i, 'keygen'],
  [/decrypt|unlock|open/i, 'decrypt'],
  [/encrypt|crypt|lock/i, 'encrypt'],
  [/shared_?secret|agree|derive/i, 'keyderive'],
];

// `engine->aes_encrypt(…)`: a method or a function that is called through a pointer, whose type is not followed.
function ofMethod(name: string): CallRow | undefined {
  const row = /^\w+$/.test(name) ? readFunctionName(name) : undefined;
  if (row === undefined) return undefined;
  const { object: _, ...rest } = row;
  return { ...rest, library: 'unknown', likely: true };
}

const OPENSSL_BY_SYMBOL = new Map([...OPENSSL_ROWS, ...OPENSSL_TLS_ROWS].map((row) => [row.symbol, row]));

function guess(symbol: string): CallRow | undefined {
  if (symbol.includes('.')) return ofMethod(symbol.slice(symbol.lastIndexOf('.') + 1));
  if (!/^\w+$/.test(symbol)) return undefined;
  if (HOUSEKEEPING.test(symbol)) return undefined;
  if (!symbol.includes('_')) return readFunctionName(symbol);
  // wolfSSL offers the names of OpenSSL behind a prefix of its own.
  const twin = symbol.startsWith('wolfSSL_') ? OPENSSL_BY_SYMBOL.get(symbol.slice('wolfSSL_'.length)) : undefined;
  if (twin !== undefined) return { ...twin, symbol, library: 'wolfssl' };
  const meaning = findSymbol(symbol.replace(/^wolfSSL_(?=EVP_)/, ''));
  if (meaning?.use === undefined) return readFunctionName(symbol);
  const does = DOES.find(([pattern]) => pattern.test(symbol))?.[1];
  const functions = does !== undefined && ALGORITHMS[meaning.use.algorithm].functions.length === 0 ? { functions: [does] } : {};
  // A method table such as EVP_aes_256_gcm() takes no context; for the rest the first argument is the usual place of one.
  const object = symbol.startsWith('EVP_') ? {} : { object: '0' };
  return { symbol, library: meaning.library ?? 'unknown', uses: toSays(meaning.use), ...functions, ...object };
}

const SCOPED = toScoped([...CPLUSPLUS_ROWS, ...NETWORK_ROWS].map(({ symbol }) => symbol));

/** C and C++. */
export const C_CATALOGUE: Catalogue = toCatalogue({
  rows: ROWS,
  guess,
  findConstant: findCConstant,
  libraries: C_HEADERS,
  scoped: SCOPED,
  executions: EXECUTIONS,
  literals: C_LITERALS,
});
