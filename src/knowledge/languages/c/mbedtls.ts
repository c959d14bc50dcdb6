// Mbed TLS 2.28, 3.6 and 4.0 (include/mbedtls/*.h). Calls without arguments that say more are read by their names.

import { DECRYPT, DERIVE, DIGEST, ENCRYPT, KEYGEN, rowsOf, SIGN, TAG, VERIFY } from '../make-row.ts';
import type { CallRow, Says } from '../row.ts';

const { call, calls, protocol } = rowsOf('mbedtls', 'mbedtls_');

// The last argument of these chooses the shorter hash (is224, is384).
const SHA256: Readonly<Record<string, Says>> = { 0: { algorithm: 'sha-256' }, 1: { algorithm: 'sha-224' } };
const SHA512: Readonly<Record<string, Says>> = { 0: { algorithm: 'sha-512' }, 1: { algorithm: 'sha-384' } };
const SHA3: Readonly<Record<string, Says>> = {
  MBEDTLS_SHA3_224: { algorithm: 'sha3-224' },
  MBEDTLS_SHA3_256: { algorithm: 'sha3-256' },
  MBEDTLS_SHA3_384: { algorithm: 'sha3-384' },
  MBEDTLS_SHA3_512: { algorithm: 'sha3-512' },
};

const HASHES: readonly CallRow[] = [
  ...calls('sha256_starts sha256_starts_ret', {}, { choice: { place: '1', of: SHA256 }, uses: { algorithm: 'sha-256' }, object: '0' }),
  ...calls('sha256 sha256_ret', {}, { choice: { place: '3', of: SHA256 }, uses: { algorithm: 'sha-256' } }),
  ...calls('sha512_starts sha512_starts_ret', {}, { choice: { place: '1', of: SHA512 }, uses: { algorithm: 'sha-512' }, object: '0' }),
  ...calls('sha512 sha512_ret', {}, { choice: { place: '3', of: SHA512 }, uses: { algorithm: 'sha-512' } }),
  call('sha3_starts', {}, { choice: { place: '1', of: SHA3 }, uses: { algorithm: 'sha-3' }, object: '0' }),
  call('sha3', {}, { choice: { place: '0', of: SHA3 }, uses: { algorithm: 'sha-3' } }),
  ...calls('md_info_from_type md_info_from_string', { algorithm: '0' }, { specifies: true }),
  ...calls('md md_file', { algorithm: '0' }, { functions: DIGEST }),
  call('md_setup', { digest: '1' }, { choice: { place: '2', of: { 1: { algorithm: 'hmac' } } }, object: '0' }),
  ...calls('md_starts md_update md_finish', {}, { uses: { algorithm: 'hash' }, object: '0', functions: DIGEST }),
  ...calls('md_hmac', { digest: '0' }, { uses: { algorithm: 'hmac' }, functions: TAG }),
  ...calls('md_hmac_starts md_hmac_update md_hmac_finish', {}, { uses: { algorithm: 'hmac' }, functions: TAG, object: '0' }),
];

const CIPHERS: readonly CallRow[] = [
  ...calls('aes_setkey_enc aes_setkey_dec', { keyBits: '2' }, { uses: { algorithm: 'aes' }, object: '0' }),
  ...calls('aes_xts_setkey_enc aes_xts_setkey_dec', {}, { uses: { algorithm: 'aes', mode: 'xts' }, object: '0' }),
  call('aes_crypt_ecb', { operation: '1' }, { uses: { algorithm: 'aes', mode: 'ecb' }, object: '0' }),
  call('aes_crypt_cbc', { operation: '1' }, { uses: { algorithm: 'aes', mode: 'cbc' }, object: '0' }),
  call('aes_crypt_cfb128', { operation: '1' }, { uses: { algorithm: 'aes', mode: 'cfb' }, object: '0' }),
  call('aes_crypt_cfb8', { operation: '1' }, { uses: { algorithm: 'aes', mode: 'cfb8' }, object: '0' }),
  call('aes_crypt_ofb', {}, { uses: { algorithm: 'aes', mode: 'ofb' }, object: '0' }),
  call('aes_crypt_ctr', {}, { uses: { algorithm: 'aes', mode: 'ctr' }, object: '0' }),
  call('aes_crypt_xts', { operation: '1' }, { uses: { algorithm: 'aes', mode: 'xts' }, object: '0' }),
  call('gcm_setkey', { algorithm: '1', keyBits: '3' }, { uses: { mode: 'gcm' }, object: '0' }),
  call('ccm_setkey', { algorithm: '1', keyBits: '3' }, { uses: { mode: 'ccm' }, object: '0' }),
  call('nist_kw_setkey', { algorithm: '1', keyBits: '3' }, { uses: { mode: 'kw' }, object: '0' }),
  call('gcm_crypt_and_tag', { tagBytes: '8' }, { uses: { algorithm: 'aes', mode: 'gcm' }, object: '0', functions: ENCRYPT }),
  call('gcm_auth_decrypt', { tagBytes: '6' }, { uses: { algorithm: 'aes', mode: 'gcm' }, object: '0', functions: DECRYPT }),
  ...calls('ccm_encrypt_and_tag', { tagBytes: '9' }, { uses: { algorithm: 'aes', mode: 'ccm' }, object: '0', functions: ENCRYPT }),
  ...calls('ccm_auth_decrypt', { tagBytes: '9' }, { uses: { algorithm: 'aes', mode: 'ccm' }, object: '0', functions: DECRYPT }),
  ...calls('des3_set2key_enc des3_set2key_dec', {}, { uses: { algorithm: '3des', keyBits: 112 }, object: '0' }),
  ...calls('des3_set3key_enc des3_set3key_dec', {}, { uses: { algorithm: '3des', keyBits: 168 }, object: '0' }),
  call('des3_crypt_ecb', {}, { uses: { algorithm: '3des', mode: 'ecb' }, object: '0' }),
  call('des3_crypt_cbc', { operation: '1' }, { uses: { algorithm: '3des', mode: 'cbc' }, object: '0' }),
  call('des_crypt_ecb', {}, { uses: { algorithm: 'des', mode: 'ecb' }, object: '0' }),
  call('des_crypt_cbc', { operation: '1' }, { uses: { algorithm: 'des', mode: 'cbc' }, object: '0' }),
  ...(['camellia', 'aria'] as const).flatMap((algorithm) => [
    ...calls(`${algorithm}_setkey_enc ${algorithm}_setkey_dec`, { keyBits: '2' }, { uses: { algorithm }, object: '0' }),
    call(`${algorithm}_crypt_ecb`, {}, { uses: { algorithm, mode: 'ecb' }, object: '0' }),
    call(`${algorithm}_crypt_cbc`, { operation: '1' }, { uses: { algorithm, mode: 'cbc' }, object: '0' }),
    call(`${algorithm}_crypt_ctr`, {}, { uses: { algorithm, mode: 'ctr' }, object: '0' }),
  ]),
  call('blowfish_setkey', { keyBits: '2' }, { uses: { algorithm: 'blowfish' }, object: '0' }),
  call('arc4_setup', { keyBytes: '2' }, { uses: { algorithm: 'rc4' }, object: '0' }),
  ...calls('cipher_info_from_type cipher_info_from_string', { algorithm: '0' }, { specifies: true }),
  call('cipher_info_from_values', { algorithm: '0', keyBits: '1', mode: '2' }, { specifies: true }),
  ...calls('cipher_setup cipher_setup_psa', { algorithm: '1' }, { object: '0' }),
  call('cipher_setkey', { keyBits: '2', operation: '3' }, { object: '0', needs: true }),
  ...calls('cipher_crypt cipher_auth_encrypt_ext cipher_auth_encrypt', {}, { object: '0', needs: true, functions: ENCRYPT }),
  ...calls('cipher_auth_decrypt_ext cipher_auth_decrypt', {}, { object: '0', needs: true, functions: DECRYPT }),
  call('cipher_set_padding_mode', { padding: '1' }, { object: '0', silent: true }),
  call('cipher_cmac', { part: '0' }, { uses: { algorithm: 'cmac' }, functions: TAG }),
  call('cipher_cmac_starts', {}, { uses: { algorithm: 'cmac' }, functions: TAG }),
];

const DERIVATION: readonly CallRow[] = [
  ...calls('hkdf hkdf_extract hkdf_expand', { digest: '0' }, { uses: { algorithm: 'hkdf' }, functions: DERIVE }),
  call('pkcs5_pbkdf2_hmac', { iterations: '5', outputBytes: '6' }, { uses: { algorithm: 'pbkdf2' }, object: '0', functions: DERIVE }),
  call('pkcs5_pbkdf2_hmac_ext', { digest: '0', iterations: '5', outputBytes: '6' }, { uses: { algorithm: 'pbkdf2' }, functions: DERIVE }),
  ...calls('pkcs5_pbes2 pkcs5_pbes2_ext', {}, { uses: { algorithm: 'pbes2' } }),
  ...calls('pkcs12_pbe pkcs12_pbe_ext', { part: '2', digest: '3' }, { uses: { algorithm: 'pbes1' } }),
  call('ssl_tls_prf', { algorithm: '0' }, { uses: { algorithm: 'tls-prf' }, functions: DERIVE }),
  call('hmac_drbg_seed', { digest: '1' }, { uses: { algorithm: 'hmac-drbg' }, object: '0' }),
];

const PUBLIC_KEY: readonly CallRow[] = [
  call('rsa_gen_key', { keyBits: '3' }, { uses: { algorithm: 'rsa' }, functions: KEYGEN, object: '0' }),
  ...calls('rsa_init rsa_set_padding', { padding: '1', digest: '2' }, { uses: { algorithm: 'rsa' }, object: '0' }),
  call('rsa_pkcs1_sign', { digest: '3' }, { uses: { algorithm: 'rsa' }, functions: SIGN, object: '0' }),
  call('rsa_pkcs1_verify', { digest: '1' }, { uses: { algorithm: 'rsa' }, functions: VERIFY, object: '0' }),
  call('rsa_rsassa_pss_sign', { digest: '3' }, { uses: { algorithm: 'rsassa-pss' }, functions: SIGN, object: '0' }),
  call('rsa_rsassa_pss_verify', { digest: '1' }, { uses: { algorithm: 'rsassa-pss' }, functions: VERIFY, object: '0' }),
  call('rsa_rsassa_pkcs1_v15_sign', { digest: '3' }, { uses: { algorithm: 'rsassa-pkcs1' }, functions: SIGN, object: '0' }),
  call('rsa_rsassa_pkcs1_v15_verify', { digest: '1' }, { uses: { algorithm: 'rsassa-pkcs1' }, functions: VERIFY, object: '0' }),
  call('rsa_pkcs1_encrypt', {}, { uses: { algorithm: 'rsa' }, functions: ENCRYPT, object: '0' }),
  call('rsa_pkcs1_decrypt', {}, { uses: { algorithm: 'rsa' }, functions: DECRYPT, object: '0' }),
  call('ecp_group_load', { curve: '1' }, { uses: { algorithm: 'ec' }, object: '0' }),
  call('ecp_gen_key', { curve: '0' }, { uses: { algorithm: 'ec' }, functions: KEYGEN }),
  ...calls('ecp_mul ecp_muladd', {}, { uses: { algorithm: 'ec' }, object: '0' }),
  call('ecp_gen_keypair', {}, { uses: { algorithm: 'ec' }, functions: KEYGEN, object: '0' }),
  call('ecdsa_genkey', { curve: '1' }, { uses: { algorithm: 'ecdsa' }, functions: KEYGEN, object: '0' }),
  ...calls('ecdsa_sign ecdsa_sign_det_ext', {}, { uses: { algorithm: 'ecdsa' }, functions: SIGN, object: '0' }),
  call('ecdsa_verify', {}, { uses: { algorithm: 'ecdsa' }, functions: VERIFY, object: '0' }),
  call('ecdsa_write_signature', { digest: '1' }, { uses: { algorithm: 'ecdsa' }, functions: SIGN, object: '0' }),
  call('ecdsa_read_signature', {}, { uses: { algorithm: 'ecdsa' }, functions: VERIFY, object: '0' }),
  call('ecdh_setup', { curve: '1' }, { uses: { algorithm: 'ecdh' }, functions: DERIVE, object: '0' }),
  ...calls('ecdh_gen_public ecdh_make_public', {}, { uses: { algorithm: 'ecdh' }, functions: KEYGEN, object: '0' }),
  ...calls('ecdh_compute_shared ecdh_calc_secret', {}, { uses: { algorithm: 'ecdh' }, functions: DERIVE, object: '0' }),
  call('ecjpake_setup', { digest: '2', curve: '3' }, { uses: { algorithm: 'j-pake' }, object: '0' }),
  call('pk_info_from_type', { algorithm: '0' }),
  call('pk_setup', { algorithm: '1' }, { object: '0' }),
  ...calls('pk_sign pk_sign_ext', { digest: '1' }, { functions: SIGN, object: '0' }),
  call('pk_verify', { digest: '1' }, { functions: VERIFY, object: '0' }),
  call('pk_verify_ext', { algorithm: '0', digest: '3' }, { functions: VERIFY }),
  ...calls('pk_encrypt', {}, { functions: ENCRYPT, object: '0', needs: true }),
  ...calls('pk_decrypt', {}, { functions: DECRYPT, object: '0', needs: true }),
  call('ecp_group_load_by_name', { curve: '1' }, { uses: { algorithm: 'ec' }, object: '0' }),
  ...calls('ecdh_context_mbed ecdh_read_params', {}, { uses: { algorithm: 'ecdh' }, functions: DERIVE, object: '0' }),
  call('ecp_read_key', { curve: '0' }, { uses: { algorithm: 'ec' } }),
  ...calls('lms_import_public_key lms_verify', {}, { uses: { algorithm: 'lms' }, functions: VERIFY, object: '0' }),
  ...calls('lms_generate_private_key lms_calculate_public_key', {}, { uses: { algorithm: 'lms' }, functions: KEYGEN, object: '0' }),
  call('lms_sign', {}, { uses: { algorithm: 'lms' }, functions: SIGN, object: '0' }),
  ...calls('x509write_crt_set_md_alg x509write_csr_set_md_alg', { digest: '1' }, { functions: SIGN }),
];

const TLS: readonly CallRow[] = [
  protocol('ssl_conf_min_version', { protocol: 'tls', version: '2' }),
  protocol('ssl_conf_max_version', { protocol: 'tls', version: '2' }),
  protocol('ssl_conf_min_tls_version', { protocol: 'tls', version: '1' }),
  protocol('ssl_conf_max_tls_version', { protocol: 'tls', version: '1' }),
  protocol('ssl_conf_ciphersuites', { protocol: 'tls', suites: '1' }),
  protocol('ssl_conf_groups', { protocol: 'tls', groups: '1' }),
  protocol('ssl_conf_curves', { protocol: 'tls', groups: '1' }),
  protocol('ssl_conf_sig_algs', { protocol: 'tls', schemes: '1' }),
  {
    symbol: 'MBEDTLS_SSL_TLS12_SIG_AND_HASH_ALG',
    library: 'mbedtls',
    roles: { algorithm: '0', digest: '1' },
    names: true,
    needs: true,
  },
  protocol('ssl_config_defaults', {
    protocol: 'tls',
    by: { place: '2', of: { MBEDTLS_SSL_TRANSPORT_DATAGRAM: { protocol: 'dtls' } }, otherwise: { protocol: 'tls' } },
  }),
  protocol('ssl_conf_psk', { protocol: 'tls' }),
  protocol('ssl_conf_psk_opaque', { protocol: 'tls' }),
  protocol('ssl_conf_psk_cb', { protocol: 'tls' }),
  protocol('ssl_set_hs_psk', { protocol: 'tls' }),
  ...calls('ssl_conf_dh_param_bin ssl_conf_dh_param_ctx ssl_conf_dh_param', {}, { uses: { algorithm: 'ffdh' }, functions: DERIVE }),
  call('ssl_conf_dhm_min_bitlen', { keyBits: '1' }, { uses: { algorithm: 'ffdh' } }),
];

/** Calls of Mbed TLS. */
export const MBEDTLS_ROWS: readonly CallRow[] = [...HASHES, ...CIPHERS, ...DERIVATION, ...PUBLIC_KEY, ...TLS];
