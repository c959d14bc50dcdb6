// The functions of libsodium by the names of its C API (doc.libsodium.org, 1.0.20), which its bindings in other languages keep:
// `crypto_secretbox_easy`, `crypto_aead_xchacha20poly1305_ietf_encrypt`.

import type { CryptoFunction } from '../../model/algorithm.ts';
import { DECRYPT, DERIVE, DIGEST, ENCRYPT, GENERATE, KEYGEN, SIGN, TAG, VERIFY } from './make-row.ts';
import type { CallRow, Says } from './row.ts';

// The longest beginning that fits decides.
const FAMILIES: readonly (readonly [string, Says])[] = [
  ['aead_xchacha20poly1305', { algorithm: 'xchacha20-poly1305' }],
  ['aead_chacha20poly1305', { algorithm: 'chacha20-poly1305' }],
  ['aead_aes256gcm', { algorithm: 'aes', keyBits: 256, mode: 'gcm' }],
  ['secretbox_xchacha20poly1305', { algorithm: 'xchacha20-poly1305' }],
  ['secretstream_xchacha20poly1305', { algorithm: 'xchacha20-poly1305' }],
  ['secretbox', { algorithm: 'xsalsa20-poly1305' }],
  ['box_keypair', { algorithm: 'x25519' }],
  ['box_seed_keypair', { algorithm: 'x25519' }],
  ['box_beforenm', { algorithm: 'x25519' }],
  ['box', { algorithm: 'xsalsa20-poly1305', parts: [{ algorithm: 'x25519' }] }],
  ['kx', { algorithm: 'x25519' }],
  ['scalarmult_ristretto255', { algorithm: 'unrecognised' }],
  ['scalarmult', { algorithm: 'x25519' }],
  ['sign', { algorithm: 'ed25519' }],
  ['generichash', { algorithm: 'blake2b' }],
  ['shorthash', { algorithm: 'siphash' }],
  ['hash_sha256', { algorithm: 'sha-256' }],
  ['hash', { algorithm: 'sha-512' }],
  ['auth_hmacsha256', { algorithm: 'hmac', digest: 'sha-256' }],
  ['auth_hmacsha512256', { algorithm: 'hmac', digest: 'sha-512/256' }],
  ['auth_hmacsha512', { algorithm: 'hmac', digest: 'sha-512' }],
  ['auth', { algorithm: 'hmac', digest: 'sha-512/256' }],
  ['onetimeauth', { algorithm: 'poly1305' }],
  ['pwhash_scryptsalsa208sha256', { algorithm: 'scrypt' }],
  ['pwhash', { algorithm: 'argon2' }],
  ['kdf_hkdf_sha256', { algorithm: 'hkdf', digest: 'sha-256' }],
  ['kdf_hkdf_sha512', { algorithm: 'hkdf', digest: 'sha-512' }],
  ['kdf', { algorithm: 'blake2b' }],
  ['stream_chacha20', { algorithm: 'chacha20' }],
  ['stream_salsa20', { algorithm: 'salsa20' }],
  ['stream_xchacha20', { algorithm: 'xchacha20' }],
  ['stream', { algorithm: 'xsalsa20' }],
];

/** The functions that a use is made of. */
export const SODIUM_FUNCTIONS: readonly string[] = (
  'randombytes randombytes_buf randombytes_random randombytes_uniform ' +
  'crypto_aead_xchacha20poly1305_ietf_encrypt crypto_aead_xchacha20poly1305_ietf_decrypt crypto_aead_xchacha20poly1305_ietf_encrypt_detached crypto_aead_xchacha20poly1305_ietf_decrypt_detached crypto_aead_xchacha20poly1305_ietf_keygen ' +
  'crypto_aead_chacha20poly1305_encrypt crypto_aead_chacha20poly1305_decrypt crypto_aead_chacha20poly1305_ietf_encrypt crypto_aead_chacha20poly1305_ietf_decrypt crypto_aead_chacha20poly1305_ietf_encrypt_detached crypto_aead_chacha20poly1305_ietf_decrypt_detached crypto_aead_chacha20poly1305_keygen crypto_aead_chacha20poly1305_ietf_keygen ' +
  'crypto_aead_aes256gcm_encrypt crypto_aead_aes256gcm_decrypt crypto_aead_aes256gcm_keygen ' +
  'crypto_secretbox crypto_secretbox_open crypto_secretbox_easy crypto_secretbox_open_easy crypto_secretbox_detached crypto_secretbox_open_detached crypto_secretbox_keygen crypto_secretbox_xchacha20poly1305_easy crypto_secretbox_xchacha20poly1305_open_easy ' +
  'crypto_secretstream_xchacha20poly1305_init_push crypto_secretstream_xchacha20poly1305_init_pull crypto_secretstream_xchacha20poly1305_push crypto_secretstream_xchacha20poly1305_pull crypto_secretstream_xchacha20poly1305_keygen ' +
  'crypto_box crypto_box_open crypto_box_easy crypto_box_open_easy crypto_box_seal crypto_box_seal_open crypto_box_keypair crypto_box_seed_keypair crypto_box_beforenm crypto_box_easy_afternm crypto_box_open_easy_afternm crypto_box_detached crypto_box_open_detached ' +
  'crypto_kx_keypair crypto_kx_seed_keypair crypto_kx_client_session_keys crypto_kx_server_session_keys crypto_scalarmult crypto_scalarmult_base crypto_scalarmult_ristretto255 ' +
  'crypto_sign crypto_sign_open crypto_sign_detached crypto_sign_verify_detached crypto_sign_keypair crypto_sign_seed_keypair crypto_sign_init crypto_sign_final_create crypto_sign_final_verify ' +
  'crypto_generichash crypto_generichash_init crypto_generichash_blake2b crypto_generichash_blake2b_salt_personal crypto_shorthash crypto_hash crypto_hash_sha256 crypto_hash_sha512 crypto_hash_sha256_init crypto_hash_sha512_init ' +
  'crypto_auth crypto_auth_verify crypto_auth_hmacsha256 crypto_auth_hmacsha512 crypto_auth_hmacsha512256 crypto_onetimeauth crypto_onetimeauth_verify ' +
  'crypto_pwhash crypto_pwhash_str crypto_pwhash_str_verify crypto_pwhash_scryptsalsa208sha256 crypto_pwhash_scryptsalsa208sha256_str crypto_kdf_derive_from_key crypto_kdf_keygen crypto_kdf_hkdf_sha256_extract crypto_kdf_hkdf_sha256_expand crypto_kdf_hkdf_sha512_expand ' +
  'crypto_stream crypto_stream_xor crypto_stream_chacha20 crypto_stream_chacha20_xor crypto_stream_chacha20_ietf_xor crypto_stream_xchacha20_xor crypto_stream_salsa20_xor'
).split(' ');

// What is no use of the algorithm: sizes and names as functions, conversions, initialisation.
const SILENT =
  /(?:_(?:BYTES|KEYBYTES|NONCEBYTES|bytes|keybytes|noncebytes|primitive|pk_to_curve25519|sk_to_curve25519|sk_to_pk|sk_to_seed|statebytes))$/;

/** The row of a binding's function; undefined for names that libsodium does not have. */
export function findSodium(name: string, symbol: string, library: string): CallRow | undefined {
  if (/^randombytes(?:_buf|_random|_uniform)?$/.test(name)) return { symbol, library, uses: { algorithm: 'csprng' }, functions: GENERATE };
  if (!name.startsWith('crypto_') || SILENT.test(name)) return undefined;
  const rest = name.slice('crypto_'.length);
  const [, uses] = FAMILIES.find(([family]) => rest === family || rest.startsWith(`${family}_`)) ?? [];
  return uses === undefined ? undefined : { symbol, library, uses, functions: functionsOf(rest) };
}

function functionsOf(rest: string): readonly CryptoFunction[] {
  if (/keypair|keygen/.test(rest)) return KEYGEN;
  if (/^(?:generic|short)?hash/.test(rest)) return DIGEST;
  if (/^(?:pwhash|kdf|kx|scalarmult|box_beforenm)/.test(rest)) return DERIVE;
  if (/^(?:auth|onetimeauth)/.test(rest)) return TAG;
  if (rest.startsWith('sign')) return /open|verify/.test(rest) ? VERIFY : SIGN;
  return /open|decrypt|pull/.test(rest) ? DECRYPT : ENCRYPT;
}
