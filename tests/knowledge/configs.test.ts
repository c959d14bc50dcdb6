import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameOf } from '../../src/knowledge/algorithms.ts';
import { type ConfigDialect, findConfigSymbol, libraryOfSymbol, type Meaning, tabledSymbols } from '../../src/knowledge/configs.ts';
import { toUse } from '../../src/knowledge/mechanism.ts';

const DIALECTS: readonly ConfigDialect[] = ['kconfig', 'c-header', 'wolfssl', 'wolfboot'];

function print(meaning: Meaning): string {
  switch (meaning.kind) {
    case 'algorithm':
      return nameOf(toUse('x', meaning.named));
    case 'protocol':
      return [meaning.protocol, ...meaning.versions, ...(meaning.suites ?? [])].join(' ');
    case 'library':
      return `library ${meaning.name}`;
    case 'fact':
      return `${meaning.fact}=${meaning.value ?? ''}`;
  }
}

const meaningsOf = (name: string, dialect: ConfigDialect = 'kconfig', value = 'y'): string[] | undefined => {
  const row = findConfigSymbol(name, dialect);
  return row === undefined ? undefined : (row.fromValue?.(value) ?? row.means).map(print);
};

describe('PSA_WANT_*', () => {
  // PSA Certified Crypto API 1.3 and its PQC extension name the mechanisms; FIPS 203 and 204 the parameter sets.
  it.each([
    ['PSA_WANT_ALG_GCM', 'AES-GCM'],
    ['PSA_WANT_ALG_CBC_PKCS7', 'AES-CBC'],
    ['PSA_WANT_ALG_RSA_PSS', 'RSA-PSS'],
    ['PSA_WANT_ALG_DETERMINISTIC_ECDSA', 'ECDSA'],
    ['PSA_WANT_ALG_PURE_EDDSA', 'EdDSA'],
    ['PSA_WANT_ALG_SHA3_256', 'SHA3-256'],
    ['PSA_WANT_ALG_HASH_ML_DSA', 'ML-DSA'],
    ['PSA_WANT_ALG_SPAKE2P_MATTER', 'SPAKE2+'],
    ['PSA_WANT_ECC_SECP_K1_256', 'EC-secp256k1'],
    ['PSA_WANT_ECC_SECP_R1_521', 'EC-secp521r1'],
    ['PSA_WANT_ECC_BRAINPOOL_P_R1_512', 'EC-brainpoolP512r1'],
    ['PSA_WANT_ECC_SECT_K1_283', 'EC-sect283k1'],
    ['PSA_WANT_ECC_TWISTED_EDWARDS_448', 'Ed448'],
    ['PSA_WANT_ECC_MONTGOMERY_448', 'X448'],
    ['PSA_WANT_KEY_TYPE_RSA_PUBLIC_KEY', 'RSA'],
    ['PSA_WANT_KEY_TYPE_ML_KEM_KEY_PAIR_GENERATE', 'ML-KEM'],
    ['PSA_WANT_RSA_KEY_SIZE_4096', 'RSA-4096'],
    ['PSA_WANT_AES_KEY_SIZE_128', 'AES-128'],
    ['PSA_WANT_ML_DSA_KEY_SIZE_87', 'ML-DSA-87'],
    ['PSA_WANT_ML_KEM_KEY_SIZE_1024', 'ML-KEM-1024'],
    ['PSA_WANT_DH_RFC7919_2048', 'FFDH-2048'],
  ])('%s is %s', (symbol, printed) => {
    expect(meaningsOf(symbol)).toEqual([printed]);
    expect(meaningsOf(symbol, 'c-header')).toEqual([printed]);
  });

  it.each([
    'PSA_WANT_KEY_TYPE_RAW_DATA',
    'PSA_WANT_KEY_TYPE_DERIVE',
    'PSA_WANT_KEY_TYPE_PASSWORD',
    'PSA_WANT_KEY_TYPE_RSA_KEY_PAIR_IMPORT',
    'PSA_WANT_ALG_NEW_THING',
    'PSA_WANT_ECC_FRP_V1_256',
    'PSA_WANT_GENERATE_RANDOM',
    'PSA_WANT_',
    'PSA_NEED_OBERON_ECDSA_SIGN',
  ])('%s is no mechanism', (symbol) => {
    expect(meaningsOf(symbol)).toBeUndefined();
  });
});

describe('MBEDTLS_*', () => {
  it.each([
    ['MBEDTLS_AES_C', ['AES']],
    ['MBEDTLS_CHACHAPOLY_C', ['ChaCha20-Poly1305']],
    ['MBEDTLS_ECP_DP_SECP521R1_ENABLED', ['EC-secp521r1']],
    ['MBEDTLS_ECP_DP_BP384R1_ENABLED', ['EC-brainpoolP384r1']],
    ['MBEDTLS_ECP_DP_CURVE448_ENABLED', ['X448']],
    ['MBEDTLS_KEY_EXCHANGE_DHE_RSA_ENABLED', ['FFDH', 'RSA']],
    ['MBEDTLS_KEY_EXCHANGE_ECDHE_RSA', ['ECDH', 'RSA']],
    ['MBEDTLS_KEY_EXCHANGE_PSK_ENABLED', ['tls']],
    ['MBEDTLS_CIPHER_DES_ENABLED', ['DES', '3DES']],
    ['MBEDTLS_MAC_SHA384_ENABLED', ['SHA-384']],
    ['MBEDTLS_HASH_SHA512_ENABLED', ['SHA-512']],
    ['MBEDTLS_SHA256', ['SHA-256']],
    ['MBEDTLS_CIPHERSUITE_TLS_PSK_WITH_AES_128_GCM_SHA256', ['tls TLS_PSK_WITH_AES_128_GCM_SHA256']],
    ['MBEDTLS_SSL_PROTO_TLS1_3', ['tls 1.3']],
    ['MBEDTLS', ['library mbedtls']],
  ])('%s is %j', (symbol, printed) => {
    expect(meaningsOf(symbol)).toEqual(printed);
  });

  it.each([
    'MBEDTLS_BIGNUM_C',
    'MBEDTLS_PK_C',
    'MBEDTLS_X509_CRT_PARSE_C',
    'MBEDTLS_SSL_ALPN',
    'MBEDTLS_HARDWARE_AES',
    'MBEDTLS_AES_ROM_TABLES',
    'MBEDTLS_SSL_IN_CONTENT_LEN',
    'XMBEDTLS_AES_C',
  ])('%s is no mechanism', (symbol) => {
    expect(meaningsOf(symbol)).toBeUndefined();
  });
});

describe('boot and update', () => {
  // MCUboot docs/design.md (image TLVs); ESP-IDF "Secure Boot v2" and "Flash Encryption"; wolfBoot docs/compile.md.
  it.each([
    ['BOOT_SIGNATURE_TYPE_ECDSA_P256', 'y', ['ECDSA-secp256r1-SHA-256', 'secure-boot=mcuboot-signature']],
    ['BOOT_SIGNATURE_TYPE_RSA_LEN', '3072', ['RSA-PSS-SHA-256-3072']],
    ['BOOT_SIGNATURE_TYPE_NONE', 'y', ['image-hash-only=configured', 'SHA-256']],
    ['SECURE_SIGNED_APPS_RSA_SCHEME', 'y', ['RSA-PSS-SHA-256-3072']],
    ['SECURE_FLASH_ENCRYPTION_AES256', 'y', ['AES-256-XTS']],
    ['ESPTOOLPY_FLASHSIZE', '16MB', ['flash-bytes=16777216']],
    ['FLASH_SIZE', '512', ['flash-bytes=524288']],
  ])('%s=%s is %j', (symbol, value, printed) => {
    expect(meaningsOf(symbol, 'kconfig', value)).toEqual(printed);
  });

  it.each([
    ['LMS', 'LMS'],
    ['ECC384', 'ECDSA-secp384r1'],
    ['RSA4096', 'RSA-PKCS1-1.5-4096'],
    ['ML_DSA', 'ML-DSA'],
  ])('wolfBoot signs with %s as %s', (value, printed) => {
    expect(meaningsOf('SIGN', 'wolfboot', value)?.[0]).toBe(printed);
  });

  it('takes no number from what is none', () => {
    for (const value of ['', 'y', '4 MB', '-1', '1e3', '0x', '9'.repeat(20), 'detect']) {
      for (const name of ['ESPTOOLPY_FLASHSIZE', 'FLASH_SIZE', 'SRAM_SIZE', 'BOOT_SIGNATURE_TYPE_RSA_LEN', 'ESP_APPLICATION_SIZE']) {
        expect(findConfigSymbol(name, 'kconfig')?.fromValue?.(value)).toBeUndefined();
      }
    }
  });
});

describe('wolfSSL macros', () => {
  it('that take a mechanism out are marked so', () => {
    expect(findConfigSymbol('NO_RSA', 'wolfssl')).toMatchObject({ inverted: true });
    expect(findConfigSymbol('HAVE_ECC', 'wolfssl')?.inverted).toBeUndefined();
    expect(meaningsOf('WOLFSSL_HAVE_MLKEM', 'wolfssl')).toEqual(['ML-KEM']);
    expect(meaningsOf('WOLFSSL_GENERAL_ALIGNMENT', 'wolfssl')).toBeUndefined();
  });

  it('mean nothing outside wolfSSL: HAVE_ECC may be anybody’s', () => {
    expect(meaningsOf('HAVE_ECC', 'c-header')).toBeUndefined();
    expect(meaningsOf('NO_RSA', 'kconfig')).toBeUndefined();
  });
});

describe('the tables', () => {
  it('name a source for every symbol, and each symbol has a meaning', () => {
    for (const dialect of DIALECTS) {
      for (const row of tabledSymbols(dialect)) {
        expect(row.source).not.toBe('');
        expect([row.name, row.means.length > 0 || row.fromValue !== undefined]).toEqual([row.name, true]);
        for (const meaning of row.means) expect([row.name, print(meaning)]).not.toContain('');
      }
    }
  });

  it('know nothing of names out of a hostile file', () => {
    for (const dialect of DIALECTS) {
      for (const name of ['constructor', '__proto__', 'toString', '', 'A'.repeat(1_000_000)])
        expect(findConfigSymbol(name, dialect)).toBeUndefined();
      fc.assert(
        fc.property(fc.string({ maxLength: 60 }), (name) => {
          expect(() => findConfigSymbol(name, dialect)).not.toThrow();
        }),
        { numRuns: 200 },
      );
    }
  });

  it('say whose library a symbol belongs to where its name does', () => {
    expect(libraryOfSymbol('MBEDTLS_GCM_C', 'kconfig')).toBe('mbedtls');
    expect(libraryOfSymbol('PSA_WANT_ALG_GCM', 'c-header')).toBe('psa-crypto');
    expect(libraryOfSymbol('HAVE_ECC', 'wolfssl')).toBe('wolfssl');
    expect(libraryOfSymbol('BT_SMP', 'kconfig')).toBeUndefined();
  });
});
