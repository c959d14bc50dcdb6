// The cryptographic APIs of C and C++, joined. Calls that have no row are read by their names where the name says an algorithm.

import type { CryptoFunction } from '../../model/algorithm.ts';
import { ALGORITHMS } from '../algorithms.ts';
import { findSymbol } from '../symbols.ts';
import { findCConstant } from './c/constants.ts';
import { C_HEADERS } from './c/headers.ts';
import { MBEDTLS_ROWS } from './c/mbedtls.ts';
import { OPENSSL_ROWS } from './c/openssl.ts';
import { PSA_ROWS } from './c/psa.ts';
import { SMALL_LIBRARY_ROWS } from './c/small-libraries.ts';
import { WOLFSSL_ROWS } from './c/wolfssl.ts';
import { type CallRow, type Catalogue, toCatalogue } from './row.ts';
import { toSays } from './says.ts';

const ROWS: readonly CallRow[] = [...SMALL_LIBRARY_ROWS, ...WOLFSSL_ROWS, ...MBEDTLS_ROWS, ...OPENSSL_ROWS, ...PSA_ROWS];

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

function guess(symbol: string): CallRow | undefined {
  if (!symbol.includes('_') || HOUSEKEEPING.test(symbol)) return undefined;
  const meaning = findSymbol(symbol);
  if (meaning?.use === undefined) return undefined;
  const does = DOES.find(([pattern]) => pattern.test(symbol))?.[1];
  const functions = does !== undefined && ALGORITHMS[meaning.use.algorithm].functions.length === 0 ? { functions: [does] } : {};
  // A method table such as EVP_aes_256_gcm() takes no context; for the rest the first argument is the usual place of one.
  const object = symbol.startsWith('EVP_') ? {} : { object: '0' };
  return { symbol, library: meaning.library ?? 'unknown', uses: toSays(meaning.use), ...functions, ...object };
}

/** C and C++. */
export const C_CATALOGUE: Catalogue = toCatalogue({
  rows: ROWS,
  guess,
  findConstant: findCConstant,
  libraries: C_HEADERS,
  literals: [
    ...[
      'mbedtls_',
      'MBEDTLS_',
      'mbedtls/',
      'psa_',
      'PSA_ALG_',
      'PSA_KEY_TYPE_',
      'psa/crypto',
      'EVP_',
      'openssl/',
      'NID_',
      'wolfSSL_',
      'wolfssl/',
      'wc_',
      'WC_',
    ],
    ...[
      'SSL_CTX_',
      'SSL_set',
      'RSA_',
      'ECDSA_',
      'EC_KEY_',
      'DH_',
      'DSA_',
      'AES_',
      'DES_',
      'SHA1',
      'SHA224',
      'SHA256',
      'SHA384',
      'SHA512',
      'MD5',
      'MD4',
    ],
    ...[
      'RIPEMD160',
      'HMAC',
      'CMAC_',
      'PKCS5_',
      'RC4',
      'RAND_',
      'Camellia_',
      'X509_',
      'ED25519_',
      'X25519_',
      'CRYPTO_',
      'BF_',
      'CAST_',
      'IDEA_',
    ],
    ...[
      'crypto_aead_',
      'crypto_box',
      'crypto_secretbox',
      'crypto_sign',
      'crypto_generichash',
      'crypto_pwhash',
      'crypto_kx',
      'crypto_scalarmult',
    ],
    ...[
      'crypto_auth',
      'crypto_hash',
      'crypto_stream',
      'crypto_onetimeauth',
      'crypto_shorthash',
      'crypto_kdf',
      'crypto_secretstream',
      'sodium',
    ],
    ...['crypto_blake2b', 'crypto_argon2', 'crypto_x25519', 'crypto_eddsa', 'monocypher', 'crypto_alloc_', 'randombytes'],
    ...[
      'tc_aes',
      'tc_cbc',
      'tc_ccm',
      'tc_ctr',
      'tc_cmac',
      'tc_hmac',
      'tc_sha256',
      'uECC_',
      'br_ssl_',
      'br_x509_',
      'br_sha',
      'br_md5',
      'br_aes',
      'br_des_',
      'br_chacha20',
      'br_poly1305',
      'br_gcm',
      'br_ccm',
      'br_hmac',
      'br_hkdf',
      'br_rsa',
      'br_ec',
      'BR_EC_',
      'OQS_',
      'PQCLEAN_',
      'PQCP_',
      'pqcrystals_',
    ],
    ...['mlkem', 'MLKEM', 'ml_kem', 'mldsa', 'MLDSA', 'ml_dsa', 'slh_dsa', 'kyber', 'dilithium', 'falcon', 'sphincs', 'xmss', 'hss_'],
    ...['esp_aes_', 'esp_sha', 'esp_hmac_', 'esp_ds_', 'esp_fill_random', 'HAL_HASH', 'HAL_HMAC', 'HAL_CRYP', 'HAL_PKA', 'HAL_RNG'],
    ...[
      'cipher_begin_session',
      'hash_begin_session',
      'sys_csrand_get',
      'gcry_',
      'gnutls_',
      'GNUTLS_',
      'atcab_',
      'ocrypto_',
      'TLS_RSA_',
      'TLS_ECDH',
      'TLS_DHE',
      'TLS_PSK',
      'TLS_AES_',
      'TLS_CHACHA',
      'TLS_client',
      'TLS_server',
      'TLS_method',
      'TLSv1',
      'SSLv23',
      'DTLS',
    ],
    ...['tinycrypt/', 'tomcrypt', 'nettle/', 'botan/', 'cryptopp/', 'tss2/', 'if_alg.h', 'CommonCrypto/', 'tinydtls', 's2n.h'],
  ],
});
