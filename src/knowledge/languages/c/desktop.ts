// libgcrypt (gcrypt.h), Nettle (nettle/*.h), GnuTLS (gnutls.h, crypto.h, abstract.h), LibTomCrypt (tomcrypt.h): calls whose names alone do not
// say it; the rest are read by their names.

import { DECRYPT, DERIVE, DIGEST, ENCRYPT, fixed, GENERATE, KEYGEN, rowsOf, SIGN, TAG, VERIFY } from '../make-row.ts';
import type { CallRow, Constant } from '../row.ts';

const gcrypt = rowsOf('libgcrypt', 'gcry_');
const GCRYPT: readonly CallRow[] = [
  gcrypt.call('cipher_open', { algorithm: '1', mode: '2' }, { object: '0', sets: true }),
  ...gcrypt.calls('cipher_encrypt', {}, { object: '0', functions: ENCRYPT, needs: true }),
  ...gcrypt.calls('cipher_decrypt', {}, { object: '0', functions: DECRYPT, needs: true }),
  gcrypt.call('cipher_setkey', { keyBytes: '2' }, { object: '0', needs: true }),
  gcrypt.call('md_open', { algorithm: '1' }, { functions: DIGEST, object: '0' }),
  gcrypt.call('md_enable', { algorithm: '1' }, { functions: DIGEST }),
  gcrypt.call('md_hash_buffer', { algorithm: '0' }, { functions: DIGEST }),
  gcrypt.call('md_hash_buffers', { algorithm: '0' }, { functions: DIGEST }),
  gcrypt.call('mac_open', { algorithm: '1' }, { functions: TAG }),
  gcrypt.call('kdf_derive', { algorithm: '2', digest: '3', iterations: '6', outputBytes: '7' }, { functions: DERIVE }),
  ...gcrypt.calls(
    'randomize random_bytes random_bytes_secure',
    { outputBytes: '1' },
    { uses: { algorithm: 'csprng' }, functions: GENERATE },
  ),
  ...gcrypt.calls('create_nonce', { outputBytes: '1' }, { uses: { algorithm: 'csprng' }, functions: GENERATE }),
];

const nettle = rowsOf('nettle');
const NETTLE: readonly CallRow[] = [
  ...(['sha1', 'sha224', 'sha256', 'sha384', 'sha512'] as const).flatMap((name) => {
    const digest = name === 'sha1' ? ('sha-1' as const) : (`sha-${name.slice(3)}` as 'sha-256');
    return [
      ...nettle.calls(
        `hmac_${name}_set_key hmac_${name}_update hmac_${name}_digest`,
        {},
        { uses: { algorithm: 'hmac', digest }, functions: TAG, object: '0' },
      ),
      nettle.call(
        `pbkdf2_hmac_${name}`,
        { iterations: '2', outputBytes: '5' },
        { uses: { algorithm: 'pbkdf2', digest }, functions: DERIVE },
      ),
    ];
  }),
  nettle.call('hkdf_extract', {}, { uses: { algorithm: 'hkdf' }, functions: DERIVE }),
  nettle.call('hkdf_expand', {}, { uses: { algorithm: 'hkdf' }, functions: DERIVE }),
  ...fixed(nettle, 'yarrow256_init yarrow256_random', { algorithm: 'csprng' }, GENERATE),
];

const gnutls = rowsOf('gnutls', 'gnutls_');
const GNUTLS: readonly CallRow[] = [
  gnutls.call('cipher_init', { algorithm: '1' }, { object: '0', sets: true }),
  gnutls.call('aead_cipher_init', { algorithm: '1' }, { object: '0', sets: true }),
  ...gnutls.calls('cipher_encrypt cipher_encrypt2 aead_cipher_encrypt', {}, { object: '0', functions: ENCRYPT, needs: true }),
  ...gnutls.calls('cipher_decrypt cipher_decrypt2 aead_cipher_decrypt', {}, { object: '0', functions: DECRYPT, needs: true }),
  gnutls.call('hash_init', { algorithm: '1' }, { functions: DIGEST, object: '0' }),
  gnutls.call('hash_fast', { algorithm: '0' }, { functions: DIGEST }),
  gnutls.call('hmac_init', { digest: '1' }, { uses: { algorithm: 'hmac' }, functions: TAG, object: '0' }),
  gnutls.call('hmac_fast', { digest: '0' }, { uses: { algorithm: 'hmac' }, functions: TAG }),
  gnutls.call('pbkdf2', { digest: '0', iterations: '3', outputBytes: '5' }, { uses: { algorithm: 'pbkdf2' }, functions: DERIVE }),
  ...gnutls.calls('hkdf_extract hkdf_expand', { digest: '0' }, { uses: { algorithm: 'hkdf' }, functions: DERIVE }),
  ...gnutls.calls(
    'privkey_generate privkey_generate2 x509_privkey_generate x509_privkey_generate2',
    { algorithm: '1', keyBits: '2' },
    { functions: KEYGEN },
  ),
  gnutls.call('privkey_sign_data', { digest: '1' }, { functions: SIGN }),
  gnutls.call('privkey_sign_hash', { digest: '1' }, { functions: SIGN }),
  gnutls.call('privkey_sign_data2', { algorithm: '1' }, { functions: SIGN }),
  ...gnutls.calls('pubkey_verify_data2 pubkey_verify_hash2', { algorithm: '1' }, { functions: VERIFY }),
  ...gnutls.calls('x509_crt_sign2 x509_crq_sign2 x509_crt_privkey_sign x509_crq_privkey_sign', { digest: '3' }, { functions: SIGN }),
  gnutls.call('fingerprint', { algorithm: '0' }, { functions: DIGEST }),
  gnutls.call('x509_crt_get_fingerprint', { algorithm: '1' }, { functions: DIGEST }),
  gnutls.call('rnd', { outputBytes: '2' }, { uses: { algorithm: 'csprng' }, functions: GENERATE }),
  gnutls.call('dh_params_generate2', { keyBits: '1' }, { uses: { algorithm: 'ffdh' }, functions: KEYGEN }),
  ...['priority_init', 'priority_init2', 'priority_set_direct', 'set_default_priority_append'].map((name) =>
    gnutls.protocol(name, { protocol: 'tls', priority: '1' }),
  ),
  gnutls.protocol('set_default_priority', { protocol: 'tls' }),
  gnutls.protocol('psk_set_client_credentials', { protocol: 'tls' }),
  gnutls.protocol('psk_set_server_credentials_file', { protocol: 'tls' }),
];

// tomcrypt.h: ciphers and hashes are registered as descriptors and found by their names.
const tom = rowsOf('libtomcrypt');
const TOMCRYPT: readonly CallRow[] = [
  ...tom.calls('find_cipher find_cipher_any', { algorithm: '0' }, { specifies: true }),
  ...tom.calls('find_hash find_hash_any', { algorithm: '0' }, { functions: DIGEST, specifies: true }),
  ...tom.calls('register_cipher register_hash', { algorithm: '0' }, { names: true, needs: true }),
  ...(['ecb', 'cbc', 'ctr', 'cfb', 'ofb', 'xts'] as const).flatMap((mode) => [
    tom.call(`${mode}_start`, { algorithm: '0', keyBytes: mode === 'ecb' ? '2' : '3' }, { uses: { mode }, object: '5' }),
  ]),
  ...(['gcm', 'ccm', 'eax', 'ocb3'] as const).map((name) =>
    tom.call(`${name}_memory`, { algorithm: '0', keyBytes: '2' }, { uses: { mode: name === 'ocb3' ? 'ocb' : name }, needs: true }),
  ),
  tom.call('gcm_init', { algorithm: '1', keyBytes: '3' }, { uses: { mode: 'gcm' }, needs: true }),
  tom.call('hash_memory', { algorithm: '0' }, { functions: DIGEST, needs: true }),
  tom.call('hmac_init', { digest: '1' }, { uses: { algorithm: 'hmac' }, functions: TAG, object: '0' }),
  tom.call('hmac_memory', { digest: '0' }, { uses: { algorithm: 'hmac' }, functions: TAG }),
  tom.call('omac_memory', { part: '0', keyBytes: '2' }, { uses: { algorithm: 'cmac' }, functions: TAG }),
  tom.call('pkcs_5_alg2', { iterations: '4', digest: '5' }, { uses: { algorithm: 'pbkdf2' }, functions: DERIVE }),
  tom.call('pkcs_5_alg1', { iterations: '3', digest: '4' }, { uses: { algorithm: 'pbkdf1' }, functions: DERIVE }),
  tom.call('hkdf', { digest: '0' }, { uses: { algorithm: 'hkdf' }, functions: DERIVE }),
  tom.call('rsa_make_key', { keyBytes: '2' }, { uses: { algorithm: 'rsa' }, functions: KEYGEN }),
  tom.call('rsa_sign_hash', {}, { uses: { algorithm: 'rsassa-pss' }, functions: SIGN }),
  tom.call('rsa_verify_hash', {}, { uses: { algorithm: 'rsassa-pss' }, functions: VERIFY }),
  tom.call('rsa_sign_hash_ex', { padding: '4', digest: '7' }, { uses: { algorithm: 'rsa' }, functions: SIGN }),
  tom.call('rsa_verify_hash_ex', { padding: '4', digest: '5' }, { uses: { algorithm: 'rsa' }, functions: VERIFY }),
  ...fixed(tom, 'rsa_encrypt_key', { algorithm: 'rsaes-oaep' }, ENCRYPT),
  ...fixed(tom, 'rsa_decrypt_key', { algorithm: 'rsaes-oaep' }, DECRYPT),
  tom.call('ecc_make_key', {}, { uses: { algorithm: 'ec' }, functions: KEYGEN }),
  ...fixed(tom, 'ecc_sign_hash ecc_sign_hash_rfc7518', { algorithm: 'ecdsa' }, SIGN),
  ...fixed(tom, 'ecc_verify_hash ecc_verify_hash_rfc7518', { algorithm: 'ecdsa' }, VERIFY),
  ...fixed(tom, 'ecc_shared_secret', { algorithm: 'ecdh' }, DERIVE),
  ...fixed(tom, 'fortuna_start yarrow_start sprng_start chacha20_prng_start', { algorithm: 'csprng' }, GENERATE),
];

// Names that any code may use.
const TOMCRYPT_IF_INCLUDED = TOMCRYPT.map((row): CallRow => ({ ...row, included: true }));

/** Constants of LibTomCrypt whose names do not say it. */
export const TOMCRYPT_CONSTANTS: Readonly<Record<string, Constant>> = {
  LTC_PKCS_1_PSS: tom.constant({ padding: 'pss' }, { quiet: true }),
  LTC_PKCS_1_OAEP: tom.constant({ padding: 'oaep' }, { quiet: true }),
  LTC_PKCS_1_V1_5: tom.constant({ padding: 'pkcs1v15' }, { quiet: true }),
};

/** Calls of libgcrypt, Nettle, GnuTLS and LibTomCrypt. */
export const DESKTOP_ROWS: readonly CallRow[] = [...TOMCRYPT_IF_INCLUDED, ...NETTLE, ...GCRYPT, ...GNUTLS];
