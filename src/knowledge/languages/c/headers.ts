// Headers by which a C file brings in a cryptographic library. What is included is present, not used.

import type { LibraryName } from '../row.ts';

/** Beginnings of header names; a `$` at the end means the whole name. */
export const C_HEADERS: readonly LibraryName[] = (
  [
    ['mbedtls/', 'mbedtls'],
    ['psa/crypto', 'psa-crypto'],
    ['tf-psa-crypto/', 'psa-crypto'],
    ['openssl/', 'openssl'],
    ['wolfssl/', 'wolfssl'],
    ['wolfcrypt/', 'wolfssl'],
    ['cyassl/', 'wolfssl'],
    ['sodium.h$', 'libsodium'],
    ['sodium/', 'libsodium'],
    ['tinycrypt/', 'tinycrypt'],
    ['uECC.h$', 'micro-ecc'],
    ['micro-ecc/', 'micro-ecc'],
    ['bearssl', 'bearssl'],
    ['monocypher', 'monocypher'],
    ['oqs/', 'liboqs'],
    ['mlkem_native', 'mlkem-native'],
    ['mldsa_native', 'mldsa-native'],
    ['tomcrypt', 'libtomcrypt'],
    ['gcrypt.h$', 'libgcrypt'],
    ['nettle/', 'nettle'],
    ['gnutls/', 'gnutls'],
    ['botan/', 'botan'],
    ['cryptopp/', 'cryptopp'],
    ['cryptoauthlib', 'cryptoauthlib'],
    ['nrf_cc3xx', 'nrf-cc3xx'],
    ['ocrypto_', 'ocrypto'],
    ['tinydtls', 'tinydtls'],
    ['aws/cal/', 'aws-c-cal'],
    ['s2n.h$', 's2n-tls'],
    ['zephyr/crypto/', 'zephyr-crypto'],
    ['esp_aes.h$', 'esp-idf'],
    ['aes/esp_aes', 'esp-idf'],
    ['hwcrypto/', 'esp-idf'],
    ['tss2/', 'tpm2-tss'],
    ['crypto/skcipher.h$', 'linux-crypto'],
    ['crypto/hash.h$', 'linux-crypto'],
    ['crypto/aead.h$', 'linux-crypto'],
    ['linux/if_alg.h$', 'linux-crypto'],
    ['CommonCrypto/', 'commoncrypto'],
  ] as const
).map(([module, library]) => ({ module, library }));
