// libsodium (crypto_*.h), Monocypher 4, TinyCrypt, micro-ecc, BearSSL: the calls whose names alone do not say it. The rest are read by their
// names.

import { DECRYPT, DERIVE, DIGEST, ENCRYPT, fixed, GENERATE, KEYGEN, rowsOf, SIGN, TAG, VERIFY } from '../make-row.ts';
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
  uecc.call('verify_antifault', { curve: '4' }, { uses: { algorithm: 'ecdsa' }, functions: VERIFY }),
  ...uecc.calls('compute_public_key valid_public_key decompress compress', { curve: 'last' }, { uses: { algorithm: 'ec' } }),
  ...(['secp160r1', 'secp192r1', 'secp224r1', 'secp256r1', 'secp256k1'] as const).map((curve) =>
    uecc.call(curve, {}, { uses: { algorithm: 'ec', curve } }),
  ),
];

const bear = rowsOf('bearssl', 'br_');
const BEARSSL: readonly CallRow[] = [
  bear.call('hmac_key_init', { digest: '1' }, { uses: { algorithm: 'hmac' }, functions: TAG, object: '0' }),
  ...['big', 'small', 'ct', 'ct64', 'x86ni', 'pwr8'].flatMap((implementation) => [
    ...bear.calls(
      `aes_${implementation}_cbcenc_init aes_${implementation}_cbcdec_init`,
      { keyBytes: '2' },
      { uses: { algorithm: 'aes', mode: 'cbc' }, object: '0' },
    ),
    bear.call(`aes_${implementation}_ctr_init`, { keyBytes: '2' }, { uses: { algorithm: 'aes', mode: 'ctr' }, object: '0' }),
    bear.call(`aes_${implementation}_ctrcbc_init`, { keyBytes: '2' }, { uses: { algorithm: 'aes', mode: 'ctr' }, object: '0' }),
  ]),
  bear.call('ec_keygen', { curve: '4' }, { uses: { algorithm: 'ec' }, functions: KEYGEN }),
  bear.call('rsa_i31_keygen', { keyBits: '5' }, { uses: { algorithm: 'rsa' }, functions: KEYGEN }),
  bear.call('hkdf_init', { digest: '1' }, { uses: { algorithm: 'hkdf' }, functions: DERIVE, object: '0' }),
  bear.call('hmac_drbg_init', { digest: '1' }, { uses: { algorithm: 'hmac-drbg' }, object: '0' }),
  bear.protocol('ssl_engine_set_versions', { protocol: 'tls', version: '1' }),
  bear.protocol('ssl_engine_set_suites', { protocol: 'tls', suites: '1' }),
  bear.protocol('ssl_client_init_full', { protocol: 'tls' }),
  bear.protocol('ssl_server_init_full_rsa', { protocol: 'tls' }),
  bear.protocol('ssl_server_init_full_ec', { protocol: 'tls' }),
];

// Monocypher before version 4; `crypto_aead_` since, beside the names that it shares with libsodium.
const mono = rowsOf('monocypher', 'crypto_');
const MONOCYPHER: readonly CallRow[] = [
  ...fixed(mono, 'aead_lock aead_write', { algorithm: 'xchacha20-poly1305' }, ENCRYPT),
  ...fixed(mono, 'aead_unlock aead_read', { algorithm: 'xchacha20-poly1305' }, DECRYPT),
  ...fixed(mono, 'lock lock_aead', { algorithm: 'xchacha20-poly1305' }, ENCRYPT),
  ...fixed(mono, 'unlock unlock_aead', { algorithm: 'xchacha20-poly1305' }, DECRYPT),
  ...fixed(mono, 'ed25519_sign', { algorithm: 'ed25519' }, SIGN),
  ...fixed(mono, 'ed25519_check', { algorithm: 'ed25519' }, VERIFY),
  ...fixed(mono, 'sha512_hmac', { algorithm: 'hmac', digest: 'sha-512' }, TAG),
].map((row): CallRow => ({ ...row, included: true }));

/** Calls of the smaller libraries. */
export const SMALL_LIBRARY_ROWS: readonly CallRow[] = [...SODIUM, ...TINYCRYPT, ...MICRO_ECC, ...BEARSSL, ...MONOCYPHER];
