// Mbed TLS: what its configuration switches mean, in a C header, in ESP-IDF's sdkconfig (with CONFIG_ before it) and in Zephyr's Kconfig,
// whose names differ here and there. Sources: Mbed TLS include/mbedtls/mbedtls_config.h of 3.6 and 4.1 and config.h of 2.28; ESP-IDF
// components/mbedtls/Kconfig; Zephyr modules/mbedtls/Kconfig.*.

import { findCurve } from '../curves.ts';
import type { Mechanism } from '../mechanism.ts';
import { findCipherSuite } from '../tls.ts';
import {
  algorithm,
  type ConfigSymbol,
  library,
  likely,
  type Meaning,
  protocol,
  removals,
  type SymbolFamily,
  symbols,
  uses,
} from './symbol.ts';

const SOURCE = 'Mbed TLS include/mbedtls/mbedtls_config.h';
const ZEPHYR = 'Zephyr modules/mbedtls/Kconfig.tls-generic';
const ESP = 'ESP-IDF components/mbedtls/Kconfig';

const ECDH = uses('ecdh', { functions: ['keyderive'] });
const DH = uses('ffdh', { functions: ['keyderive'] });
const ECDSA = uses('ecdsa', { functions: ['sign', 'verify'] });
const RSA_SIGN = uses('rsa', { functions: ['sign', 'verify'] });
const RSA_TRANSPORT = algorithm('rsaes-pkcs1', { functions: ['encrypt', 'decrypt'] });

const aes = (more: Omit<Mechanism, 'algorithm'>): Meaning => likely(algorithm('aes', more));

/** Modules `MBEDTLS_<name>_C`; the modules that are no mechanism (bignum, oid, pk, x509 …) are left out. */
const MODULES: ReadonlyMap<string, readonly Meaning[]> = new Map([
  ['AES', [algorithm('aes')]],
  ['ARC4', [algorithm('rc4')]],
  ['ARIA', [algorithm('aria')]],
  ['BLOWFISH', [algorithm('blowfish')]],
  ['CAMELLIA', [algorithm('camellia')]],
  ['CCM', [aes({ mode: 'ccm' })]],
  ['CHACHA20', [algorithm('chacha20')]],
  ['CHACHAPOLY', [algorithm('chacha20-poly1305')]],
  ['CMAC', [algorithm('cmac')]],
  ['CTR_DRBG', [algorithm('ctr-drbg')]],
  ['DES', [algorithm('des'), algorithm('3des')]],
  ['DHM', [algorithm('ffdh', { functions: ['keyderive'] })]],
  ['ECDH', [algorithm('ecdh', { functions: ['keyderive'] })]],
  ['ECDSA', [algorithm('ecdsa')]],
  ['ECJPAKE', [algorithm('j-pake')]],
  ['ECP', [algorithm('ec')]],
  ['GCM', [aes({ mode: 'gcm' })]],
  ['HKDF', [algorithm('hkdf')]],
  ['HMAC_DRBG', [algorithm('hmac-drbg')]],
  ['LMS', [algorithm('lms', { functions: ['verify'] })]],
  ['MD2', [algorithm('md2')]],
  ['MD4', [algorithm('md4')]],
  ['MD5', [algorithm('md5')]],
  ['NIST_KW', [algorithm('aes', { mode: 'kw' })]],
  ['PKCS5', [algorithm('pbkdf2')]],
  ['POLY1305', [algorithm('poly1305')]],
  ['RIPEMD160', [algorithm('ripemd-160')]],
  ['RSA', [algorithm('rsa')]],
  ['SHA1', [algorithm('sha-1')]],
  ['SHA224', [algorithm('sha-224')]],
  ['SHA256', [algorithm('sha-256')]],
  ['SHA384', [algorithm('sha-384')]],
  ['SHA512', [algorithm('sha-512')]],
  ['SHA3', [algorithm('sha-3')]],
  ['XTEA', [algorithm('tea')]],
  ['PSA_CRYPTO', [library('psa-crypto')]],
  ['SSL_TLS', [library('mbedtls')]],
]);

/** Key exchanges `MBEDTLS_KEY_EXCHANGE_<name>_ENABLED`; a pre-shared key alone is a protocol and no algorithm. */
const KEY_EXCHANGES: ReadonlyMap<string, readonly Meaning[]> = new Map([
  ['RSA', [RSA_TRANSPORT]],
  ['RSA_PSK', [RSA_TRANSPORT]],
  ['DHE_RSA', [DH, RSA_SIGN]],
  ['DHE_PSK', [DH]],
  ['ECDHE_RSA', [ECDH, RSA_SIGN]],
  ['ECDHE_ECDSA', [ECDH, ECDSA]],
  ['ECDHE_PSK', [ECDH]],
  ['ECDH_RSA', [ECDH, RSA_SIGN]],
  ['ECDH_ECDSA', [ECDH, ECDSA]],
  ['ECJPAKE', [algorithm('j-pake', { curve: 'secp256r1', functions: ['keyderive'] })]],
]);

const OTHERS: readonly ConfigSymbol[] = [
  ...symbols(SOURCE, undefined, {
    MBEDTLS_CIPHER_MODE_CBC: [aes({ mode: 'cbc' })],
    MBEDTLS_CIPHER_MODE_CFB: [aes({ mode: 'cfb' })],
    MBEDTLS_CIPHER_MODE_CTR: [aes({ mode: 'ctr' })],
    MBEDTLS_CIPHER_MODE_OFB: [aes({ mode: 'ofb' })],
    MBEDTLS_CIPHER_MODE_XTS: [algorithm('aes', { mode: 'xts' })],
    MBEDTLS_AES_ONLY_128_BIT_KEY_LENGTH: [uses('aes', { keyBits: 128 })],
    MBEDTLS_CTR_DRBG_USE_128_BIT_KEY: [uses('ctr-drbg', { keyBits: 128, parts: [{ algorithm: 'aes', keyBits: 128 }] })],
    MBEDTLS_PKCS1_V15: [uses('rsa', { padding: 'pkcs1v15' })],
    // RFC 8017 calls PSS and OAEP together version 2.1.
    MBEDTLS_PKCS1_V21: [algorithm('rsassa-pss'), algorithm('rsaes-oaep')],
    MBEDTLS_X509_RSASSA_PSS_SUPPORT: [algorithm('rsassa-pss', { functions: ['verify'] })],
    MBEDTLS_ECDSA_DETERMINISTIC: [uses('ecdsa', { functions: ['sign'] })],
    MBEDTLS_LMS_PRIVATE: [algorithm('lms', { functions: ['sign'] })],
    MBEDTLS_SSL_PROTO_SSL3: [protocol('tls', 'SSL 3.0')],
    MBEDTLS_PSA_P256M_DRIVER_ENABLED: [library('p256-m')],
  }),
  ...symbols(SOURCE, 'transport', {
    MBEDTLS_SSL_PROTO_TLS1: [protocol('tls', '1.0')],
    MBEDTLS_SSL_PROTO_TLS1_1: [protocol('tls', '1.1')],
    MBEDTLS_SSL_PROTO_TLS1_2: [protocol('tls', '1.2')],
    MBEDTLS_SSL_PROTO_TLS1_3: [protocol('tls', '1.3')],
    MBEDTLS_SSL_PROTO_DTLS: [protocol('dtls')],
    MBEDTLS_SSL_DTLS_SRTP: [protocol('dtls')],
  }),
  ...symbols(ESP, undefined, {
    MBEDTLS_SHA3_C: [algorithm('sha-3')],
    MBEDTLS_ROM_MD5: [algorithm('md5')],
    MBEDTLS_SECURE_ELEMENT_DRIVER_ENABLED: [library('cryptoauthlib')],
    MBEDTLS_ATCA_HW_ECDSA_SIGN: [library('cryptoauthlib'), uses('ecdsa', { functions: ['sign'] })],
    MBEDTLS_ATCA_HW_ECDSA_VERIFY: [library('cryptoauthlib'), uses('ecdsa', { functions: ['verify'] })],
    MBEDTLS_HARDWARE_ECDSA_SIGN: [uses('ecdsa', { functions: ['sign'] })],
    MBEDTLS_HARDWARE_ECDSA_VERIFY: [uses('ecdsa', { functions: ['verify'] })],
    MBEDTLS_HARDWARE_RSA_DS_PERIPHERAL: [uses('rsa', { functions: ['sign'] })],
  }),
  ...symbols(ESP, 'transport', {
    MBEDTLS_TLS_ENABLED: [library('mbedtls'), protocol('tls')],
    MBEDTLS_TLS_CLIENT: [{ ...protocol('tls'), onlyWhenOn: true }],
    MBEDTLS_TLS_SERVER: [{ ...protocol('tls'), onlyWhenOn: true }],
    MBEDTLS_KEY_EXCHANGE_ELLIPTIC_CURVE: [ECDH],
    MBEDTLS_TLS_CLIENT_ONLY: [{ ...protocol('tls'), onlyWhenOn: true }],
    MBEDTLS_TLS_SERVER_ONLY: [{ ...protocol('tls'), onlyWhenOn: true }],
    MBEDTLS_TLS_SERVER_AND_CLIENT: [{ ...protocol('tls'), onlyWhenOn: true }],
    MBEDTLS_SSL_PROTO_GMTSSL1_1: [protocol('tls', 'GMTLS 1.1')],
    MBEDTLS_PSK_MODES: [{ ...protocol('tls'), onlyWhenOn: true }],
  }),
  ...symbols(ZEPHYR, undefined, {
    MBEDTLS: [library('mbedtls')],
    MBEDTLS_BUILTIN: [{ ...library('mbedtls'), onlyWhenOn: true }],
    MBEDTLS_LIBRARY: [{ ...library('mbedtls'), onlyWhenOn: true }],
    MBEDTLS_LMS: [algorithm('lms', { functions: ['verify'] })],
    MBEDTLS_CHACHAPOLY_AEAD_ENABLED: [algorithm('chacha20-poly1305')],
    MBEDTLS_CTR_DRBG_ENABLED: [algorithm('ctr-drbg')],
    MBEDTLS_HMAC_DRBG_ENABLED: [algorithm('hmac-drbg')],
    MBEDTLS_CIPHER_MODE_CBC_ENABLED: [aes({ mode: 'cbc' })],
    MBEDTLS_CIPHER_MODE_CTR_ENABLED: [aes({ mode: 'ctr' })],
    MBEDTLS_CIPHER_MODE_XTS_ENABLED: [algorithm('aes', { mode: 'xts' })],
  }),
  ...symbols(ZEPHYR, 'transport', {
    MBEDTLS_TLS_VERSION_1_0: [protocol('tls', '1.0')],
    MBEDTLS_TLS_VERSION_1_1: [protocol('tls', '1.1')],
    MBEDTLS_TLS_VERSION_1_2: [protocol('tls', '1.2')],
    MBEDTLS_TLS_VERSION_1_3: [protocol('tls', '1.3')],
    MBEDTLS_DTLS: [protocol('dtls')],
  }),
  ...removals('Mbed TLS 2.28 include/mbedtls/config.h', {
    MBEDTLS_REMOVE_ARC4_CIPHERSUITES: [algorithm('rc4')],
    MBEDTLS_REMOVE_3DES_CIPHERSUITES: [algorithm('3des')],
  }),
  {
    name: 'MBEDTLS_SSL_CIPHERSUITES',
    role: 'transport',
    means: [],
    fromValue: (value) => {
      const names = value.match(/MBEDTLS_TLS_[A-Z0-9_]{1,60}/gi) ?? [];
      const suites = names.flatMap((name) => findCipherSuite(name)?.name ?? []);
      return suites.length === 0 ? undefined : [{ kind: 'protocol', protocol: 'tls', versions: [], suites }];
    },
    source: SOURCE,
  },
];

const BY_NAME: ReadonlyMap<string, ConfigSymbol> = new Map(OTHERS.map((row) => [row.name, row]));
const MODULE = /^MBEDTLS_(?:(?:CIPHER|MAC|HASH)_)?([A-Z0-9_]{2,12}?)(?:_C|_ENABLED)$/;
const KEY_EXCHANGE = /^MBEDTLS_KEY_EXCHANGE_([A-Z_]{2,12}?)(?:_ENABLED)?$/;
const BARE_HASH = /^MBEDTLS_(MD5|SHA1|SHA224|SHA256|SHA384|SHA512)$/; // Zephyr since 3.7

/** All symbols MBEDTLS_*. */
export const MBEDTLS_SYMBOLS: SymbolFamily = {
  toSymbol: (name) => {
    if (!name.startsWith('MBEDTLS')) return undefined;
    return BY_NAME.get(name) ?? curve(name) ?? keyExchange(name) ?? suite(name) ?? moduleOf(name);
  },
};

function curve(name: string): ConfigSymbol | undefined {
  if (!name.startsWith('MBEDTLS_ECP_DP_')) return undefined;
  const id = findCurve(name);
  if (id === 'curve25519') return { name, means: [algorithm('x25519')], source: SOURCE };
  if (id === 'curve448') return { name, means: [algorithm('x448')], source: SOURCE };
  return id === undefined ? undefined : { name, means: [algorithm('ec', { curve: id })], source: SOURCE };
}

function keyExchange(name: string): ConfigSymbol | undefined {
  const written = KEY_EXCHANGE.exec(name)?.[1];
  if (written === undefined) return undefined;
  const means = written === 'PSK' ? [{ ...protocol('tls'), onlyWhenOn: true } satisfies Meaning] : KEY_EXCHANGES.get(written);
  return means === undefined ? undefined : { name, role: 'transport', means, source: SOURCE };
}

// Zephyr since 4.3: one symbol for each suite that its TLS module prepares.
function suite(name: string): ConfigSymbol | undefined {
  if (!name.startsWith('MBEDTLS_CIPHERSUITE_')) return undefined;
  const written = name.slice('MBEDTLS_CIPHERSUITE_'.length);
  const found = findCipherSuite(written.startsWith('TLS_') ? written : `TLS_${written}`);
  if (found === undefined) return undefined;
  const means: readonly Meaning[] = [{ kind: 'protocol', protocol: 'tls', versions: [], suites: [found.name], onlyWhenOn: true }];
  return { name, role: 'transport', means, source: 'Zephyr modules/mbedtls/Kconfig.ciphersuites' };
}

function moduleOf(name: string): ConfigSymbol | undefined {
  const means = MODULES.get(MODULE.exec(name)?.[1] ?? BARE_HASH.exec(name)?.[1] ?? '');
  return means === undefined ? undefined : { name, means, source: SOURCE };
}
