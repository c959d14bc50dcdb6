// libsodium (crypto_*.h), Monocypher 4, TinyCrypt, micro-ecc, BearSSL, liboqs, CryptoAuthLib, ESP-IDF, STM32 HAL, Zephyr crypto, Linux kernel
// crypto API, libgcrypt, GnuTLS, Nettle: the calls whose names alone do not say it. The rest are read by their names.

import type { CryptoFunction } from '../../../model/algorithm.ts';
import { DECRYPT, DERIVE, DIGEST, ENCRYPT, GENERATE, KEYGEN, rowsOf, SIGN, TAG, VERIFY } from '../make-row.ts';
import type { CallRow, Says } from '../row.ts';

const sodium = rowsOf('libsodium', 'crypto_');

// libsodium documents one primitive for each of its plain names.
const BOX: Says = { algorithm: 'xsalsa20-poly1305', parts: [{ algorithm: 'x25519' }] };
const SODIUM: readonly CallRow[] = [
  ...fixed(sodium, 'secretbox_easy secretbox_detached secretbox', { algorithm: 'xsalsa20-poly1305' }, ENCRYPT),
  ...fixed(sodium, 'secretbox_open_easy secretbox_open_detached secretbox_open', { algorithm: 'xsalsa20-poly1305' }, DECRYPT),
  ...fixed(sodium, 'secretbox_keygen', { algorithm: 'xsalsa20-poly1305' }, KEYGEN),
  ...fixed(sodium, 'box_easy box_detached box box_seal box_easy_afternm', BOX, ENCRYPT),
  ...fixed(sodium, 'box_open_easy box_open_detached box_open box_seal_open box_open_easy_afternm', BOX, DECRYPT),
  ...fixed(sodium, 'box_keypair box_seed_keypair', { algorithm: 'x25519' }, KEYGEN),
  ...fixed(sodium, 'box_beforenm scalarmult scalarmult_base', { algorithm: 'x25519' }, DERIVE),
  ...fixed(sodium, 'kx_keypair kx_seed_keypair', { algorithm: 'x25519' }, KEYGEN),
  ...fixed(sodium, 'kx_client_session_keys kx_server_session_keys', { algorithm: 'x25519', parts: [{ algorithm: 'blake2b' }] }, DERIVE),
  ...fixed(sodium, 'sign sign_detached sign_final_create', { algorithm: 'ed25519' }, SIGN),
  ...fixed(sodium, 'sign_open sign_verify_detached sign_final_verify', { algorithm: 'ed25519' }, VERIFY),
  ...fixed(sodium, 'sign_keypair sign_seed_keypair', { algorithm: 'ed25519' }, KEYGEN),
  ...fixed(sodium, 'auth auth_verify', { algorithm: 'hmac', digest: 'sha-512' }, TAG),
  ...fixed(sodium, 'onetimeauth onetimeauth_verify', { algorithm: 'poly1305' }, TAG),
  sodium.call('generichash', { outputBytes: '1' }, { uses: { algorithm: 'blake2b' }, functions: DIGEST }),
  sodium.call('generichash_init', { outputBytes: '3' }, { uses: { algorithm: 'blake2b' }, functions: DIGEST, object: '0' }),
  ...fixed(sodium, 'generichash_update generichash_final', { algorithm: 'blake2b' }, DIGEST),
  ...fixed(sodium, 'shorthash', { algorithm: 'siphash' }, TAG),
  ...fixed(sodium, 'hash', { algorithm: 'sha-512' }, DIGEST),
  ...fixed(sodium, 'hash_sha256 hash_sha256_init hash_sha256_update hash_sha256_final', { algorithm: 'sha-256' }, DIGEST),
  ...fixed(sodium, 'hash_sha512 hash_sha512_init hash_sha512_update hash_sha512_final', { algorithm: 'sha-512' }, DIGEST),
  ...fixed(sodium, 'pwhash pwhash_str pwhash_str_verify pwhash_str_alg', { algorithm: 'argon2' }, DERIVE),
  ...fixed(sodium, 'kdf_derive_from_key', { algorithm: 'blake2b' }, DERIVE),
  ...fixed(sodium, 'kdf_keygen auth_keygen secretstream_xchacha20poly1305_keygen', { algorithm: 'csprng' }, GENERATE),
  ...fixed(sodium, 'stream stream_xor', { algorithm: 'xsalsa20' }, ENCRYPT),
  ...fixed(rowsOf('libsodium', 'randombytes'), '_buf _random _uniform', { algorithm: 'csprng' }, GENERATE),
];

const tiny = rowsOf('tinycrypt', 'tc_');
const TINYCRYPT: readonly CallRow[] = [
  ...fixed(tiny, 'aes128_set_encrypt_key aes128_set_decrypt_key', { algorithm: 'aes', keyBits: 128 }),
  ...fixed(tiny, 'aes_encrypt', { algorithm: 'aes', keyBits: 128 }, ENCRYPT),
  ...fixed(tiny, 'aes_decrypt', { algorithm: 'aes', keyBits: 128 }, DECRYPT),
  ...fixed(tiny, 'cbc_mode_encrypt', { algorithm: 'aes', keyBits: 128, mode: 'cbc' }, ENCRYPT),
  ...fixed(tiny, 'cbc_mode_decrypt', { algorithm: 'aes', keyBits: 128, mode: 'cbc' }, DECRYPT),
  ...fixed(tiny, 'cmac_setup cmac_init cmac_update cmac_final', { algorithm: 'cmac', parts: [{ algorithm: 'aes', keyBits: 128 }] }, TAG),
  ...fixed(
    tiny,
    'ctr_prng_init ctr_prng_reseed ctr_prng_generate',
    { algorithm: 'ctr-drbg', parts: [{ algorithm: 'aes', keyBits: 128 }] },
    GENERATE,
  ),
];

const uecc = rowsOf('micro-ecc', 'uECC_');
const MICRO_ECC: readonly CallRow[] = [
  uecc.call('make_key', { curve: 'last' }, { uses: { algorithm: 'ec' }, functions: KEYGEN }),
  uecc.call('shared_secret', { curve: 'last' }, { uses: { algorithm: 'ecdh' }, functions: DERIVE }),
  ...uecc.calls('sign sign_deterministic', { curve: 'last' }, { uses: { algorithm: 'ecdsa' }, functions: SIGN }),
  uecc.call('verify', { curve: 'last' }, { uses: { algorithm: 'ecdsa' }, functions: VERIFY }),
  uecc.call('compute_public_key', { curve: 'last' }, { uses: { algorithm: 'ec' } }),
  ...(['secp160r1', 'secp192r1', 'secp224r1', 'secp256r1', 'secp256k1'] as const).map((curve) =>
    uecc.call(curve, {}, { uses: { algorithm: 'ec', curve } }),
  ),
];

const bear = rowsOf('bearssl', 'br_');
const BEARSSL: readonly CallRow[] = [
  bear.call('hmac_key_init', { digest: '1' }, { uses: { algorithm: 'hmac' }, functions: TAG, object: '0' }),
  bear.call('hkdf_init', { digest: '1' }, { uses: { algorithm: 'hkdf' }, functions: DERIVE, object: '0' }),
  bear.call('hmac_drbg_init', { digest: '1' }, { uses: { algorithm: 'hmac-drbg' }, object: '0' }),
  bear.protocol('ssl_engine_set_versions', { protocol: 'tls', version: '1' }),
  bear.protocol('ssl_engine_set_suites', { protocol: 'tls', suites: '1' }),
  bear.protocol('ssl_client_init_full', { protocol: 'tls' }),
  bear.protocol('ssl_server_init_full_rsa', { protocol: 'tls' }),
  bear.protocol('ssl_server_init_full_ec', { protocol: 'tls' }),
];

const oqs = rowsOf('liboqs', 'OQS_');
const LIBOQS: readonly CallRow[] = [
  oqs.call('KEM_new', { algorithm: '0' }),
  oqs.call('SIG_new', { algorithm: '0' }),
  oqs.call('SIG_STFL_new', { algorithm: '0' }),
];

const esp = rowsOf('esp-idf', 'esp_');
const ESP_IDF: readonly CallRow[] = [
  esp.call('aes_setkey', { keyBits: '2' }, { uses: { algorithm: 'aes' }, object: '0' }),
  ...(['ecb', 'cbc', 'ctr', 'ofb'] as const).map((mode) =>
    esp.call(`aes_crypt_${mode}`, {}, { uses: { algorithm: 'aes', mode }, object: '0' }),
  ),
  esp.call('aes_crypt_cfb128', {}, { uses: { algorithm: 'aes', mode: 'cfb' }, object: '0' }),
  esp.call('sha', { algorithm: '0' }, { functions: DIGEST }),
  esp.call('hmac_calculate', {}, { uses: { algorithm: 'hmac', digest: 'sha-256' }, functions: TAG }),
  esp.call('ds_sign', {}, { uses: { algorithm: 'rsa' }, functions: SIGN }),
  ...esp.calls('fill_random', { outputBytes: '1' }, { uses: { algorithm: 'csprng' }, functions: GENERATE }),
];

const hal = rowsOf('stm32-hal', 'HAL_');
const STM32: readonly CallRow[] = [
  ...fixed(hal, 'HASH_MD5_Start HASH_MD5_Accumulate HASHEx_MD5_Start', { algorithm: 'md5' }, DIGEST),
  ...fixed(hal, 'HASH_SHA1_Start HASH_SHA1_Accmlt HASH_SHA1_Start_IT', { algorithm: 'sha-1' }, DIGEST),
  ...fixed(hal, 'HASHEx_SHA224_Start', { algorithm: 'sha-224' }, DIGEST),
  ...fixed(
    hal,
    'HASHEx_SHA256_Start HASHEx_SHA256_Accmlt HASHEx_SHA256_Start_IT HASHEx_SHA256_Start_DMA',
    { algorithm: 'sha-256' },
    DIGEST,
  ),
  ...fixed(hal, 'HMACEx_SHA256_Start', { algorithm: 'hmac', digest: 'sha-256' }, TAG),
  ...fixed(hal, 'HMAC_SHA1_Start', { algorithm: 'hmac', digest: 'sha-1' }, TAG),
  ...(['ECB', 'CBC', 'CTR'] as const).flatMap((mode) => [
    ...fixed(
      hal,
      `CRYP_AES${mode}_Encrypt CRYP_AES${mode}_Encrypt_DMA CRYP_AES${mode}_Encrypt_IT`,
      { algorithm: 'aes', mode: lower(mode) },
      ENCRYPT,
    ),
    ...fixed(
      hal,
      `CRYP_AES${mode}_Decrypt CRYP_AES${mode}_Decrypt_DMA CRYP_AES${mode}_Decrypt_IT`,
      { algorithm: 'aes', mode: lower(mode) },
      DECRYPT,
    ),
  ]),
  ...fixed(hal, 'CRYPEx_AESGCM_Encrypt CRYPEx_AESGCM_GenerateAuthTAG', { algorithm: 'aes', mode: 'gcm' }, ENCRYPT),
  ...fixed(hal, 'PKA_ECDSASign PKA_ECDSASign_IT', { algorithm: 'ecdsa' }, SIGN),
  ...fixed(hal, 'PKA_ECDSAVerif PKA_ECDSAVerif_IT', { algorithm: 'ecdsa' }, VERIFY),
  ...fixed(hal, 'RNG_GenerateRandomNumber', { algorithm: 'csprng' }, GENERATE),
];

const zephyr = rowsOf('zephyr-crypto');
const ZEPHYR: readonly CallRow[] = [
  zephyr.call('cipher_begin_session', { algorithm: '2', mode: '3' }),
  zephyr.call('hash_begin_session', { algorithm: '2' }),
  ...zephyr.calls('sys_csrand_get', { outputBytes: '1' }, { uses: { algorithm: 'csprng' }, functions: GENERATE }),
];

// Names in the form `cbc(aes)`: Linux kernel documentation, "Crypto API (kernel)".
const linux = rowsOf('linux-crypto', 'crypto_');
const LINUX: readonly CallRow[] = [
  ...linux.calls('alloc_skcipher alloc_sync_skcipher alloc_cipher alloc_aead', { algorithm: '0' }, { functions: ENCRYPT }),
  ...linux.calls('alloc_shash alloc_ahash', { algorithm: '0' }, { functions: DIGEST }),
  ...linux.calls('alloc_akcipher alloc_kpp alloc_sig alloc_rng', { algorithm: '0' }),
];

const gcrypt = rowsOf('libgcrypt', 'gcry_');
const gnutls = rowsOf('gnutls', 'gnutls_');
const DESKTOP: readonly CallRow[] = [
  gcrypt.call('cipher_open', { algorithm: '1', mode: '2' }, { object: '0' }),
  gcrypt.call('md_open', { algorithm: '1' }, { functions: DIGEST }),
  gcrypt.call('md_hash_buffer', { algorithm: '0' }, { functions: DIGEST }),
  gcrypt.call('mac_open', { algorithm: '1' }, { functions: TAG }),
  gnutls.call('cipher_init', { algorithm: '1' }),
  gnutls.call('aead_cipher_init', { algorithm: '1' }),
  gnutls.call('hash_init', { algorithm: '1' }, { functions: DIGEST }),
  gnutls.call('hash_fast', { algorithm: '0' }, { functions: DIGEST }),
  gnutls.call('hmac_init', { digest: '1' }, { uses: { algorithm: 'hmac' }, functions: TAG }),
  gnutls.call('hmac_fast', { digest: '0' }, { uses: { algorithm: 'hmac' }, functions: TAG }),
  gnutls.call('x509_privkey_generate', { algorithm: '1', keyBits: '2' }, { functions: KEYGEN }),
];

/** Calls of the smaller libraries. */
export const SMALL_LIBRARY_ROWS: readonly CallRow[] = [
  ...SODIUM,
  ...TINYCRYPT,
  ...MICRO_ECC,
  ...BEARSSL,
  ...LIBOQS,
  ...ESP_IDF,
  ...STM32,
  ...ZEPHYR,
  ...LINUX,
  ...DESKTOP,
];

function fixed(makers: ReturnType<typeof rowsOf>, symbols: string, uses: Says, functions?: readonly CryptoFunction[]): readonly CallRow[] {
  return makers.calls(symbols, {}, { uses, ...(functions === undefined ? {} : { functions }) });
}

function lower(mode: 'ECB' | 'CBC' | 'CTR'): 'ecb' | 'cbc' | 'ctr' {
  return mode === 'ECB' ? 'ecb' : mode === 'CBC' ? 'cbc' : 'ctr';
}
