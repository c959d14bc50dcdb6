// Constants of the C libraries: most are a prefix of the library and the name of an algorithm, a mode or a curve, and are read as such.

import type { CryptoFunction } from '../../../model/algorithm.ts';
import { findCurve } from '../../curves.ts';
import { parseAlgorithmName } from '../../names.ts';
import { findCipherSuite, findTlsGroup } from '../../tls.ts';
import type { Constant, Says } from '../row.ts';
import { toSays } from '../says.ts';
import { CONSTANT_PREFIXES, CONSTANT_SHAPES, type Reading } from './constant-patterns.ts';
import { CPLUSPLUS_CONSTANTS } from './cplusplus.ts';
import { TOMCRYPT_CONSTANTS } from './desktop.ts';
import { ESPRESSIF_CONSTANTS } from './espressif.ts';
import { NETWORK_CONSTANTS } from './network.ts';
import { PLATFORM_CONSTANTS } from './platforms.ts';
import { PSA_CONSTANTS } from './psa-constants.ts';
import { OPTIGA_CONSTANTS, TPM_CONSTANTS } from './secure-elements.ts';
import { STM32_CONSTANTS } from './stm32.ts';
import { ZEPHYR_CONSTANTS } from './zephyr.ts';

const BY_PREFIX = new Map(CONSTANT_PREFIXES.map(([prefix, library, reading]) => [prefix, { library, reading }]));

function quiet(library: string, says: Says, more: Omit<Constant, 'library' | 'says' | 'quiet'> = {}): Constant {
  return { library, says, quiet: true, ...more };
}

function operation(library: string, name: CryptoFunction): Constant {
  return quiet(library, {}, { operation: name });
}

function version(library: string, name: string): Constant {
  return quiet(library, {}, { version: name });
}

const EXACT: Readonly<Record<string, Constant>> = {
  ...ESPRESSIF_CONSTANTS,
  ...STM32_CONSTANTS,
  ...TOMCRYPT_CONSTANTS,
  ...TPM_CONSTANTS,
  ...OPTIGA_CONSTANTS,
  ...PLATFORM_CONSTANTS,
  ...NETWORK_CONSTANTS,
  ...ZEPHYR_CONSTANTS,
  ...CPLUSPLUS_CONSTANTS,
  RSA_PKCS1_PADDING: quiet('openssl', { padding: 'pkcs1v15' }),
  RSA_PKCS1_OAEP_PADDING: quiet('openssl', { padding: 'oaep' }),
  RSA_PKCS1_PSS_PADDING: quiet('openssl', { padding: 'pss' }),
  RSA_NO_PADDING: quiet('openssl', { padding: 'none' }),
  AES_ENCRYPT: operation('openssl', 'encrypt'),
  AES_DECRYPT: operation('openssl', 'decrypt'),
  DES_ENCRYPT: operation('openssl', 'encrypt'),
  DES_DECRYPT: operation('openssl', 'decrypt'),
  SSL3_VERSION: version('openssl', 'SSL 3.0'),
  TLS1_VERSION: version('openssl', '1.0'),
  TLS1_1_VERSION: version('openssl', '1.1'),
  TLS1_2_VERSION: version('openssl', '1.2'),
  TLS1_3_VERSION: version('openssl', '1.3'),
  DTLS1_VERSION: version('openssl', '1.0'),
  DTLS1_2_VERSION: version('openssl', '1.2'),
  MBEDTLS_ENCRYPT: operation('mbedtls', 'encrypt'),
  MBEDTLS_DECRYPT: operation('mbedtls', 'decrypt'),
  MBEDTLS_AES_ENCRYPT: operation('mbedtls', 'encrypt'),
  MBEDTLS_AES_DECRYPT: operation('mbedtls', 'decrypt'),
  MBEDTLS_DES_ENCRYPT: operation('mbedtls', 'encrypt'),
  MBEDTLS_DES_DECRYPT: operation('mbedtls', 'decrypt'),
  MBEDTLS_GCM_ENCRYPT: operation('mbedtls', 'encrypt'),
  MBEDTLS_GCM_DECRYPT: operation('mbedtls', 'decrypt'),
  MBEDTLS_RSA_PKCS_V15: quiet('mbedtls', { padding: 'pkcs1v15' }),
  MBEDTLS_PADDING_PKCS7: quiet('mbedtls', { padding: 'pkcs7' }),
  MBEDTLS_PADDING_ONE_AND_ZEROS: quiet('mbedtls', { padding: 'iso7816-4' }),
  MBEDTLS_PADDING_ZEROS_AND_LEN: quiet('mbedtls', { padding: 'x9.23' }),
  MBEDTLS_PADDING_ZEROS: quiet('mbedtls', { padding: 'zero' }),
  MBEDTLS_PADDING_NONE: quiet('mbedtls', { padding: 'none' }),
  MBEDTLS_MD_NONE: quiet('mbedtls', {}, { nothing: true }),
  MBEDTLS_CIPHER_NONE: quiet('mbedtls', {}, { nothing: true }),
  MBEDTLS_PK_NONE: quiet('mbedtls', {}, { nothing: true }),
  MBEDTLS_ECP_DP_NONE: quiet('mbedtls', {}, { nothing: true }),
  MBEDTLS_PK_RSA: { library: 'mbedtls', says: { algorithm: 'rsa' } },
  MBEDTLS_PK_ECKEY: { library: 'mbedtls', says: { algorithm: 'ec' } },
  MBEDTLS_PK_ECKEY_DH: { library: 'mbedtls', says: { algorithm: 'ecdh' } },
  MBEDTLS_PK_ECDSA: { library: 'mbedtls', says: { algorithm: 'ecdsa' } },
  MBEDTLS_PK_RSASSA_PSS: { library: 'mbedtls', says: { algorithm: 'rsassa-pss' } },
  MBEDTLS_SSL_VERSION_TLS1_2: version('mbedtls', '1.2'),
  MBEDTLS_SSL_VERSION_TLS1_3: version('mbedtls', '1.3'),
  MBEDTLS_SSL_MINOR_VERSION_0: version('mbedtls', 'SSL 3.0'),
  MBEDTLS_SSL_MINOR_VERSION_1: version('mbedtls', '1.0'),
  MBEDTLS_SSL_MINOR_VERSION_2: version('mbedtls', '1.1'),
  MBEDTLS_SSL_MINOR_VERSION_3: version('mbedtls', '1.2'),
  MBEDTLS_SSL_MINOR_VERSION_4: version('mbedtls', '1.3'),
  WOLFSSL_TLSV1: version('wolfssl', '1.0'),
  WOLFSSL_TLSV1_1: version('wolfssl', '1.1'),
  WOLFSSL_TLSV1_2: version('wolfssl', '1.2'),
  WOLFSSL_TLSV1_3: version('wolfssl', '1.3'),
  AES_ENCRYPTION: operation('wolfssl', 'encrypt'),
  AES_DECRYPTION: operation('wolfssl', 'decrypt'),
  AES_128_KEY_SIZE: quiet('wolfssl', {}, { number: 16 }),
  AES_192_KEY_SIZE: quiet('wolfssl', {}, { number: 24 }),
  AES_256_KEY_SIZE: quiet('wolfssl', {}, { number: 32 }),
  KYBER512: { library: 'wolfssl', says: { algorithm: 'kyber', keyBits: 512 } },
  KYBER768: { library: 'wolfssl', says: { algorithm: 'kyber', keyBits: 768 } },
  KYBER1024: { library: 'wolfssl', says: { algorithm: 'kyber', keyBits: 1024 } },
  WC_MD5: { library: 'wolfssl', says: { algorithm: 'md5' } },
  WC_SHA: { library: 'wolfssl', says: { algorithm: 'sha-1' } },
  WC_SHA224: { library: 'wolfssl', says: { algorithm: 'sha-224' } },
  WC_SHA256: { library: 'wolfssl', says: { algorithm: 'sha-256' } },
  WC_SHA384: { library: 'wolfssl', says: { algorithm: 'sha-384' } },
  WC_SHA512: { library: 'wolfssl', says: { algorithm: 'sha-512' } },
  WC_RSA_PKCSV15_PAD: quiet('wolfssl', { padding: 'pkcs1v15' }),
  WC_RSA_OAEP_PAD: quiet('wolfssl', { padding: 'oaep' }),
  WC_RSA_PSS_PAD: quiet('wolfssl', { padding: 'pss' }),
  WC_SIGNATURE_TYPE_ECC: { library: 'wolfssl', says: { algorithm: 'ecdsa' } },
  WC_SIGNATURE_TYPE_RSA: { library: 'wolfssl', says: { algorithm: 'rsa' } },
  WC_SIGNATURE_TYPE_RSA_W_ENC: { library: 'wolfssl', says: { algorithm: 'rsassa-pkcs1' } },
  BR_TLS10: version('bearssl', '1.0'),
  BR_TLS11: version('bearssl', '1.1'),
  BR_TLS12: version('bearssl', '1.2'),
  SHA_DIGEST_LENGTH: quiet('openssl', {}, { number: 20 }),
  SHA256_DIGEST_LENGTH: quiet('openssl', {}, { number: 32 }),
  SHA384_DIGEST_LENGTH: quiet('openssl', {}, { number: 48 }),
  SHA512_DIGEST_LENGTH: quiet('openssl', {}, { number: 64 }),
  WC_SHA256_DIGEST_SIZE: quiet('wolfssl', {}, { number: 32 }),
  TC_AES_KEY_SIZE: quiet('tinycrypt', {}, { number: 16 }),
  crypto_secretbox_KEYBYTES: quiet('libsodium', {}, { number: 32 }),
  crypto_generichash_BYTES: quiet('libsodium', {}, { number: 32 }),
};

const LONGEST = 120;

const SUITE = /^(?:MBEDTLS_|BR_|SSL_)?TLS1?_\w*(?:_WITH_|AES_|CHACHA20)/;

/** What a constant of a C library says, by its name. */
export function findCConstant(name: string): Constant | undefined {
  if (name.length > LONGEST) return undefined;
  if (Object.hasOwn(EXACT, name)) return EXACT[name];
  return PSA_CONSTANTS.get(name) ?? suiteOf(name) ?? byPrefix(name) ?? byShape(name);
}

function suiteOf(name: string): Constant | undefined {
  if (!SUITE.test(name)) return undefined;
  const suite = findCipherSuite(name.replace(/^(?:MBEDTLS|BR|SSL)_/, '').replace(/^TLS1_3_/, 'TLS_'));
  return suite === undefined
    ? undefined
    : { library: name.startsWith('MBEDTLS') ? 'mbedtls' : name.startsWith('BR') ? 'bearssl' : 'tls', says: {}, suite: suite.name };
}

function byPrefix(name: string): Constant | undefined {
  for (let cut = name.lastIndexOf('_'); cut > 0; cut = name.lastIndexOf('_', cut - 1)) {
    const found = BY_PREFIX.get(name.slice(0, cut + 1));
    const read = found === undefined ? undefined : readRest(name.slice(cut + 1), name, found.reading);
    if (found !== undefined && read !== undefined) return { library: found.library, ...read };
  }
  return undefined;
}

function readRest(rest: string, name: string, reading: Reading): Omit<Constant, 'library'> | undefined {
  switch (reading) {
    case 'mode': {
      const mode = parseAlgorithmName(`aes-${rest}`)?.parameters.mode?.value;
      return mode === undefined ? undefined : { says: { mode }, quiet: true };
    }
    case 'group': {
      const group = findTlsGroup(rest) ?? findTlsGroup(rest.replaceAll('_', ''));
      const curve = findCurve(rest);
      return group === undefined ? undefined : { says: curve === undefined ? {} : { curve }, group: group.name };
    }
    case 'curve': {
      const curve = findCurve(rest);
      return curve === undefined ? undefined : { says: { algorithm: 'ec', curve } };
    }
    case 'algorithm': {
      const use = parseAlgorithmName(name.startsWith('WC_ML') ? name.slice(3) : rest);
      const curve = use === undefined ? findCurve(rest) : undefined;
      if (use === undefined) return curve === undefined ? undefined : { says: { algorithm: 'ec', curve } };
      return { says: toSays(use) };
    }
  }
}

function byShape(name: string): Constant | undefined {
  for (const [pattern, library, isQuiet] of CONSTANT_SHAPES) {
    const [matched, first, second = ''] = pattern.exec(name) ?? [];
    if (matched === undefined) continue;
    const written = `${first}${second}`;
    const use = parseAlgorithmName(written);
    const mode = use === undefined ? parseAlgorithmName(`aes-${written}`)?.parameters.mode?.value : undefined;
    if (use !== undefined) return { library, says: toSays(use), ...(isQuiet ? { quiet: true } : {}) };
    if (mode !== undefined) return { library, says: { mode }, quiet: true };
  }
  return undefined;
}
