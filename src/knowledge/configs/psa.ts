// PSA_WANT_*: which mechanisms a PSA Crypto implementation is built with. One name scheme for C headers (psa/crypto_config.h) and Kconfig.
// Sources: PSA Certified Crypto API 1.3 and its PQC extension; TF-PSA-Crypto docs/psa-conditional-inclusion-c.md and
// include/psa/crypto_config.h; nRF Connect SDK subsys/nrf_security (key sizes, SPAKE2+, SRP, XTS, ML-DSA, ML-KEM).

import { findCurve } from '../curves.ts';
import type { Mechanism } from '../mechanism.ts';
import { algorithm, type ConfigSymbol, likely, type Meaning, type SymbolFamily } from './symbol.ts';

const SOURCE = 'TF-PSA-Crypto include/psa/crypto_config.h; PSA Crypto API';

// A mode is a mode of AES unless a build goes out of its way: PSA implementations with ARIA or Camellia alone are not met.
const aes = (more: Omit<Mechanism, 'algorithm'>): readonly Meaning[] => [likely(algorithm('aes', more))];

/** What follows PSA_WANT_ALG_. */
const ALGORITHMS: ReadonlyMap<string, readonly Meaning[]> = new Map([
  ['CBC_NO_PADDING', aes({ mode: 'cbc', padding: 'none' })],
  ['CBC_PKCS7', aes({ mode: 'cbc', padding: 'pkcs7' })],
  ['CCM', aes({ mode: 'ccm' })],
  ['CCM_STAR_NO_TAG', aes({ mode: 'ctr' })], // CCM* without its tag is counter mode (IEEE 802.15.4 annex B)
  ['CFB', aes({ mode: 'cfb' })],
  ['CTR', aes({ mode: 'ctr' })],
  ['ECB_NO_PADDING', aes({ mode: 'ecb', padding: 'none' })],
  ['GCM', aes({ mode: 'gcm' })],
  ['OFB', aes({ mode: 'ofb' })],
  ['XTS', aes({ mode: 'xts' })],
  ['AES_KW', [algorithm('aes', { mode: 'kw' })]],
  ['AES_KWP', [algorithm('aes', { mode: 'kwp' })]],
  ['KW', aes({ mode: 'kw' })],
  ['KWP', aes({ mode: 'kwp' })],
  ['CMAC', [algorithm('cmac')]],
  ['CBC_MAC', [algorithm('cbc-mac')]],
  ['HMAC', [algorithm('hmac')]],
  ['CHACHA20_POLY1305', [algorithm('chacha20-poly1305')]],
  ['XCHACHA20_POLY1305', [algorithm('xchacha20-poly1305')]],
  ['ASCON_AEAD128', [algorithm('ascon', { functions: ['encrypt', 'decrypt'] })]],
  ['ASCON_HASH256', [algorithm('ascon', { functions: ['digest'] })]],
  ['MD2', [algorithm('md2')]],
  ['MD4', [algorithm('md4')]],
  ['MD5', [algorithm('md5')]],
  ['RIPEMD160', [algorithm('ripemd-160')]],
  ['SHA_1', [algorithm('sha-1')]],
  ['SHA_224', [algorithm('sha-224')]],
  ['SHA_256', [algorithm('sha-256')]],
  ['SHA_384', [algorithm('sha-384')]],
  ['SHA_512', [algorithm('sha-512')]],
  ['SHA_512_224', [algorithm('sha-512/224')]],
  ['SHA_512_256', [algorithm('sha-512/256')]],
  ['SHA3_224', [algorithm('sha3-224')]],
  ['SHA3_256', [algorithm('sha3-256')]],
  ['SHA3_384', [algorithm('sha3-384')]],
  ['SHA3_512', [algorithm('sha3-512')]],
  ['SHAKE128', [algorithm('shake128')]],
  ['SHAKE256', [algorithm('shake256')]],
  ['SHAKE128_256', [algorithm('shake128', { outputBits: 256 })]],
  ['SHAKE256_192', [algorithm('shake256', { outputBits: 192 })]],
  ['SHAKE256_256', [algorithm('shake256', { outputBits: 256 })]],
  ['SHAKE256_512', [algorithm('shake256', { outputBits: 512 })]],
  ['SM3', [algorithm('sm3')]],
  ['ECDSA', [algorithm('ecdsa')]],
  ['ECDSA_ANY', [algorithm('ecdsa')]],
  ['DETERMINISTIC_ECDSA', [algorithm('ecdsa')]],
  ['PURE_EDDSA', [algorithm('eddsa')]],
  ['EDDSA_CTX', [algorithm('eddsa')]],
  ['ED25519PH', [algorithm('ed25519')]],
  ['ED448PH', [algorithm('ed448')]],
  ['RSA_OAEP', [algorithm('rsaes-oaep')]],
  ['RSA_PKCS1V15_CRYPT', [algorithm('rsaes-pkcs1')]],
  ['RSA_PKCS1V15_SIGN', [algorithm('rsassa-pkcs1')]],
  ['RSA_PKCS1V15_SIGN_RAW', [algorithm('rsassa-pkcs1')]],
  ['RSA_PSS', [algorithm('rsassa-pss')]],
  ['RSA_PSS_ANY_SALT', [algorithm('rsassa-pss')]],
  ['ECDH', [algorithm('ecdh', { functions: ['keyderive'] })]],
  ['FFDH', [algorithm('ffdh', { functions: ['keyderive'] })]],
  ['ECIES_SEC1', [algorithm('ecies')]],
  ['JPAKE', [algorithm('j-pake')]],
  ['SPAKE2P_HMAC', [algorithm('spake2plus')]],
  ['SPAKE2P_CMAC', [algorithm('spake2plus')]],
  ['SPAKE2P_MATTER', [algorithm('spake2plus')]],
  ['SRP_6', [algorithm('srp')]],
  ['HKDF', [algorithm('hkdf')]],
  ['HKDF_EXTRACT', [algorithm('hkdf')]],
  ['HKDF_EXPAND', [algorithm('hkdf')]],
  ['PBKDF2_HMAC', [algorithm('pbkdf2')]],
  [
    'PBKDF2_AES_CMAC_PRF_128',
    [algorithm('pbkdf2', { parts: [{ algorithm: 'cmac', keyBits: 128, parts: [{ algorithm: 'aes', keyBits: 128 }] }] })],
  ],
  ['SP800_108_COUNTER_HMAC', [algorithm('sp800-108')]],
  ['SP800_108_COUNTER_CMAC', [algorithm('sp800-108')]],
  ['TLS12_PRF', [algorithm('tls-prf')]],
  ['TLS12_PSK_TO_MS', [algorithm('tls-prf')]],
  ['TLS12_ECJPAKE_TO_PMS', [algorithm('j-pake', { digest: 'sha-256' })]],
  ['CTR_DRBG', [algorithm('ctr-drbg')]],
  ['HMAC_DRBG', [algorithm('hmac-drbg')]],
  ['ML_DSA', [algorithm('ml-dsa')]],
  ['HASH_ML_DSA', [algorithm('ml-dsa')]],
  ['DETERMINISTIC_ML_DSA', [algorithm('ml-dsa')]],
  ['DETERMINISTIC_HASH_ML_DSA', [algorithm('ml-dsa')]],
  ['ML_KEM', [algorithm('ml-kem')]],
  ['SLH_DSA', [algorithm('slh-dsa')]],
  ['HASH_SLH_DSA', [algorithm('slh-dsa')]],
  ['DETERMINISTIC_SLH_DSA', [algorithm('slh-dsa')]],
  ['DETERMINISTIC_HASH_SLH_DSA', [algorithm('slh-dsa')]],
  ['LMS', [algorithm('lms')]],
  ['HSS', [algorithm('hss')]],
  ['XMSS', [algorithm('xmss')]],
  ['XMSS_MT', [algorithm('xmss')]],
]);

/** What follows PSA_WANT_KEY_TYPE_, before _KEY_PAIR_… or _PUBLIC_KEY. Raw data, passwords and derivation input are no algorithm. */
const KEY_TYPES: ReadonlyMap<string, readonly Meaning[]> = new Map([
  ['AES', [algorithm('aes')]],
  ['ARIA', [algorithm('aria')]],
  ['CAMELLIA', [algorithm('camellia')]],
  ['CHACHA20', [algorithm('chacha20')]],
  ['XCHACHA20', [algorithm('xchacha20')]],
  ['ARC4', [algorithm('rc4')]],
  ['DES', [algorithm('des'), algorithm('3des')]],
  ['SM4', [algorithm('sm4')]],
  ['HMAC', [algorithm('hmac')]],
  ['ECC', [algorithm('ec')]],
  ['RSA', [algorithm('rsa')]],
  ['DH', [algorithm('ffdh')]],
  ['DSA', [algorithm('dsa')]],
  ['SPAKE2P', [algorithm('spake2plus')]],
  ['SRP', [algorithm('srp')]],
  ['ML_DSA', [algorithm('ml-dsa')]],
  ['ML_KEM', [algorithm('ml-kem')]],
  ['SLH_DSA', [algorithm('slh-dsa')]],
  ['LMS', [algorithm('lms')]],
  ['HSS', [algorithm('hss')]],
  ['XMSS', [algorithm('xmss')]],
  ['XMSS_MT', [algorithm('xmss')]],
]);

const KEY_TYPE = /^PSA_WANT_KEY_TYPE_([A-Z0-9_]{1,20}?)(?:_(?:PUBLIC_KEY|KEY_PAIR(?:_(BASIC|IMPORT|EXPORT|GENERATE|DERIVE|LEGACY))?))?$/;
const KEY_SIZE = /^PSA_WANT_(AES|RSA|ML_DSA|ML_KEM)_KEY_SIZE_(\d{2,5})$/;
const FINITE_FIELD = /^PSA_WANT_DH_RFC7919_(\d{4})$/;
const EDWARDS: ReadonlyMap<string, readonly Meaning[]> = new Map([
  ['TWISTED_EDWARDS_255', [algorithm('ed25519')]],
  ['TWISTED_EDWARDS_448', [algorithm('ed448')]],
  ['MONTGOMERY_255', [algorithm('x25519')]],
  ['MONTGOMERY_448', [algorithm('x448')]],
]);

/** All symbols PSA_WANT_*. */
export const PSA_SYMBOLS: SymbolFamily = {
  toSymbol: (name) => {
    if (!name.startsWith('PSA_WANT_')) return undefined;
    const means = wantedAlgorithm(name) ?? wantedCurve(name) ?? wantedKeySize(name) ?? wantedKeyType(name);
    return means === undefined ? undefined : ({ name, means, source: SOURCE } satisfies ConfigSymbol);
  },
};

function wantedAlgorithm(name: string): readonly Meaning[] | undefined {
  return name.startsWith('PSA_WANT_ALG_') ? ALGORITHMS.get(name.slice('PSA_WANT_ALG_'.length)) : undefined;
}

function wantedCurve(name: string): readonly Meaning[] | undefined {
  if (!name.startsWith('PSA_WANT_ECC_')) return undefined;
  const curve = findCurve(name);
  return EDWARDS.get(name.slice('PSA_WANT_ECC_'.length)) ?? (curve === undefined ? undefined : [algorithm('ec', { curve })]);
}

function wantedKeySize(name: string): readonly Meaning[] | undefined {
  const [, family, size] = KEY_SIZE.exec(name) ?? FINITE_FIELD.exec(name)?.toSpliced(1, 0, 'DH') ?? [];
  const keyBits = Number(size);
  switch (family) {
    case 'AES':
      return [algorithm('aes', { keyBits })];
    case 'RSA':
      return [algorithm('rsa', { keyBits })];
    case 'DH':
      return [algorithm('ffdh', { keyBits })];
    case 'ML_DSA':
      return [algorithm('ml-dsa', { keyBits })];
    case 'ML_KEM':
      return [algorithm('ml-kem', { keyBits })];
    default:
      return undefined;
  }
}

function wantedKeyType(name: string): readonly Meaning[] | undefined {
  const [, type = '', operation] = KEY_TYPE.exec(name) ?? [];
  const means = KEY_TYPES.get(type);
  // Import, export and derivation are about keys that the other symbols of the type already name.
  if (operation === 'IMPORT' || operation === 'EXPORT' || operation === 'DERIVE') return undefined;
  if (operation !== 'GENERATE') return means;
  return means?.map((meaning) =>
    meaning.kind === 'algorithm' ? { ...meaning, named: { ...meaning.named, functions: ['keygen'] }, onlyWhenOn: true } : meaning,
  );
}
