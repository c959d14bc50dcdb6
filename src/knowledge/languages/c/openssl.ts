// OpenSSL 1.0 to 3.5, BoringSSL and AWS-LC where they keep its names: evp.h, rsa.h, ec.h, ecdsa.h, dh.h, dsa.h, aes.h, sha.h, md5.h, des.h,
// rc4.h, hmac.h, cmac.h, rand.h, x509.h, ssl.h and their manual pages.

import { DECRYPT, DERIVE, DIGEST, ENCRYPT, GENERATE, KEYGEN, rowsOf, SIGN, TAG, VERIFY } from '../make-row.ts';
import type { CallRow } from '../row.ts';

const { call, calls, protocol } = rowsOf('openssl');

const EVP: readonly CallRow[] = [
  ...calls('EVP_get_cipherbyname EVP_get_digestbyname', { algorithm: '0' }),
  ...calls('EVP_get_cipherbynid EVP_get_digestbynid', { algorithm: '0' }),
  ...calls(
    'EVP_CIPHER_fetch EVP_MD_fetch EVP_MAC_fetch EVP_KDF_fetch EVP_KEM_fetch EVP_SIGNATURE_fetch EVP_KEYEXCH_fetch EVP_ASYM_CIPHER_fetch EVP_RAND_fetch EVP_KEYMGMT_fetch',
    { algorithm: '1' },
  ),
  ...calls('EVP_EncryptInit EVP_EncryptInit_ex EVP_EncryptInit_ex2 EVP_SealInit', { algorithm: '1' }, { functions: ENCRYPT }),
  ...calls('EVP_DecryptInit EVP_DecryptInit_ex EVP_DecryptInit_ex2 EVP_OpenInit', { algorithm: '1' }, { functions: DECRYPT }),
  call('EVP_CipherInit_ex', { algorithm: '1', operation: '5' }),
  ...calls('EVP_CipherInit EVP_CipherInit_ex2', { algorithm: '1', operation: '4' }),
  ...calls('EVP_DigestInit EVP_DigestInit_ex EVP_DigestInit_ex2', { algorithm: '1' }, { functions: DIGEST }),
  call('EVP_Digest', { algorithm: '4' }, { functions: DIGEST }),
  call('EVP_Q_digest', { algorithm: '1' }, { functions: DIGEST }),
  call('EVP_Q_mac', { algorithm: '1', digest: '4', part: '3' }, { functions: TAG }),
  ...calls('EVP_DigestSignInit EVP_DigestSignInit_ex', { digest: '2' }, { functions: SIGN }),
  ...calls('EVP_DigestVerifyInit EVP_DigestVerifyInit_ex', { digest: '2' }, { functions: VERIFY }),
  ...calls('EVP_SignInit EVP_SignInit_ex', { digest: '1' }, { functions: SIGN }),
  ...calls('EVP_VerifyInit EVP_VerifyInit_ex', { digest: '1' }, { functions: VERIFY }),
  call('EVP_BytesToKey', { digest: '1', part: '0', iterations: '5' }, { uses: { algorithm: 'evp-bytes-to-key' }, functions: DERIVE }),
  call('EVP_PBE_scrypt', {}, { uses: { algorithm: 'scrypt' }, functions: DERIVE }),
  ...calls(
    'PEM_write_bio_PrivateKey PEM_write_PrivateKey PEM_write_bio_PKCS8PrivateKey PEM_write_bio_RSAPrivateKey PEM_write_bio_ECPrivateKey',
    { algorithm: '2' },
    { functions: ENCRYPT },
  ),
  ...calls('CMS_encrypt PKCS7_encrypt', { algorithm: '2' }, { functions: ENCRYPT }),
  ...calls('X509_sign X509_REQ_sign X509_CRL_sign', { digest: '2' }, { functions: SIGN }),
];

const PKEY: readonly CallRow[] = [
  call('EVP_PKEY_CTX_new_id', { algorithm: '0' }, { object: 'target' }),
  call('EVP_PKEY_CTX_new_from_name', { algorithm: '1' }, { object: 'target' }),
  ...calls('EVP_PKEY_keygen EVP_PKEY_generate', {}, { functions: KEYGEN, object: '0', needs: true }),
  call('EVP_PKEY_sign', {}, { functions: SIGN, object: '0', needs: true }),
  call('EVP_PKEY_verify', {}, { functions: VERIFY, object: '0', needs: true }),
  call('EVP_PKEY_encrypt', {}, { functions: ENCRYPT, object: '0', needs: true }),
  call('EVP_PKEY_decrypt', {}, { functions: DECRYPT, object: '0', needs: true }),
  call('EVP_PKEY_derive', {}, { functions: DERIVE, object: '0', needs: true }),
  ...calls('EVP_PKEY_new_raw_private_key EVP_PKEY_new_raw_public_key EVP_PKEY_new_mac_key', { algorithm: '0' }),
  ...calls('EVP_PKEY_new_raw_private_key_ex EVP_PKEY_new_raw_public_key_ex', { algorithm: '1' }),
  call('EVP_PKEY_Q_keygen', { algorithm: '2', keyBits: '3', curve: '3' }, { functions: KEYGEN }),
  call('EVP_RSA_gen', { keyBits: '0' }, { uses: { algorithm: 'rsa' }, functions: KEYGEN }),
  call('EVP_EC_gen', { curve: '0' }, { uses: { algorithm: 'ec' }, functions: KEYGEN }),
  call('EVP_PKEY_CTX_set_rsa_keygen_bits', { keyBits: '1' }, { uses: { algorithm: 'rsa' }, functions: KEYGEN, object: '0' }),
  call('EVP_PKEY_CTX_set_rsa_padding', { padding: '1' }, { uses: { algorithm: 'rsa' }, object: '0' }),
  ...calls('EVP_PKEY_CTX_set_ec_paramgen_curve_nid', { curve: '1' }, { uses: { algorithm: 'ec' }, functions: KEYGEN, object: '0' }),
  call('EVP_PKEY_CTX_set_group_name', { curve: '1' }, { uses: { algorithm: 'ec' }, object: '0' }),
  call('EVP_PKEY_CTX_set_rsa_oaep_md', { digest: '1' }, { uses: { algorithm: 'rsaes-oaep' }, object: '0' }),
  call('EVP_PKEY_CTX_set_signature_md', { digest: '1' }, { functions: SIGN, object: '0' }),
  call('EVP_PKEY_CTX_set_hkdf_md', { digest: '1' }, { uses: { algorithm: 'hkdf' }, functions: DERIVE }),
  call('EVP_PKEY_CTX_set_dh_paramgen_prime_len', { keyBits: '1' }, { uses: { algorithm: 'ffdh' }, functions: KEYGEN }),
  ...calls('EVP_PKEY_assign_RSA EVP_PKEY_set1_RSA EVP_PKEY_get1_RSA EVP_PKEY_get0_RSA', {}, { uses: { algorithm: 'rsa' } }),
  ...calls('EVP_PKEY_assign_EC_KEY EVP_PKEY_set1_EC_KEY EVP_PKEY_get1_EC_KEY EVP_PKEY_get0_EC_KEY', {}, { uses: { algorithm: 'ec' } }),
];

const PUBLIC_KEY: readonly CallRow[] = [
  call('RSA_generate_key', { keyBits: '0' }, { uses: { algorithm: 'rsa' }, functions: KEYGEN }),
  call('RSA_generate_key_ex', { keyBits: '1' }, { uses: { algorithm: 'rsa' }, functions: KEYGEN, object: '0' }),
  call('RSA_public_encrypt', { padding: '4' }, { uses: { algorithm: 'rsa' }, functions: ENCRYPT, object: '3' }),
  call('RSA_private_decrypt', { padding: '4' }, { uses: { algorithm: 'rsa' }, functions: DECRYPT, object: '3' }),
  call('RSA_private_encrypt', { padding: '4' }, { uses: { algorithm: 'rsa' }, functions: SIGN, object: '3' }),
  call('RSA_public_decrypt', { padding: '4' }, { uses: { algorithm: 'rsa' }, functions: VERIFY, object: '3' }),
  call('RSA_sign', { digest: '0' }, { uses: { algorithm: 'rsassa-pkcs1' }, functions: SIGN, object: '5' }),
  call('RSA_verify', { digest: '0' }, { uses: { algorithm: 'rsassa-pkcs1' }, functions: VERIFY, object: '5' }),
  ...calls(
    'RSA_padding_add_PKCS1_PSS RSA_padding_add_PKCS1_PSS_mgf1',
    { digest: '3' },
    { uses: { algorithm: 'rsassa-pss' }, functions: SIGN },
  ),
  ...calls('RSA_verify_PKCS1_PSS RSA_verify_PKCS1_PSS_mgf1', { digest: '2' }, { uses: { algorithm: 'rsassa-pss' }, functions: VERIFY }),
  ...calls('EC_KEY_new_by_curve_name EC_GROUP_new_by_curve_name', { curve: '0' }, { uses: { algorithm: 'ec' } }),
  call('EC_KEY_generate_key', {}, { uses: { algorithm: 'ec' }, functions: KEYGEN, object: '0' }),
  ...calls('ECDSA_sign ECDSA_do_sign ECDSA_sign_ex', {}, { uses: { algorithm: 'ecdsa' }, functions: SIGN }),
  ...calls('ECDSA_verify ECDSA_do_verify', {}, { uses: { algorithm: 'ecdsa' }, functions: VERIFY }),
  call('ECDH_compute_key', {}, { uses: { algorithm: 'ecdh' }, functions: DERIVE }),
  call('DH_generate_parameters_ex', { keyBits: '1' }, { uses: { algorithm: 'ffdh' }, functions: KEYGEN, object: '0' }),
  call('DH_generate_key', {}, { uses: { algorithm: 'ffdh' }, functions: KEYGEN, object: '0' }),
  ...calls('DH_compute_key DH_compute_key_padded', {}, { uses: { algorithm: 'ffdh' }, functions: DERIVE }),
  ...calls('DH_get_2048_256 DH_get_2048_224', {}, { uses: { algorithm: 'ffdh', keyBits: 2048 } }),
  call('DH_get_1024_160', {}, { uses: { algorithm: 'ffdh', keyBits: 1024 } }),
  call('DSA_generate_parameters_ex', { keyBits: '1' }, { uses: { algorithm: 'dsa' }, functions: KEYGEN, object: '0' }),
  ...calls('DSA_sign DSA_do_sign', {}, { uses: { algorithm: 'dsa' }, functions: SIGN }),
  ...calls('DSA_verify DSA_do_verify', {}, { uses: { algorithm: 'dsa' }, functions: VERIFY }),
  call('ED25519_sign', {}, { uses: { algorithm: 'ed25519' }, functions: SIGN }),
  call('ED25519_verify', {}, { uses: { algorithm: 'ed25519' }, functions: VERIFY }),
  ...calls('ED25519_keypair', {}, { uses: { algorithm: 'ed25519' }, functions: KEYGEN }),
  call('X25519_keypair', {}, { uses: { algorithm: 'x25519' }, functions: KEYGEN }),
];

const CIPHERS: readonly CallRow[] = [
  ...calls('AES_set_encrypt_key AES_set_decrypt_key', { keyBits: '1' }, { uses: { algorithm: 'aes' }, object: '2' }),
  call('AES_encrypt', {}, { uses: { algorithm: 'aes' }, functions: ENCRYPT, object: '2' }),
  call('AES_decrypt', {}, { uses: { algorithm: 'aes' }, functions: DECRYPT, object: '2' }),
  call('AES_ecb_encrypt', { operation: '3' }, { uses: { algorithm: 'aes', mode: 'ecb' }, object: '2' }),
  call('AES_cbc_encrypt', { operation: '5' }, { uses: { algorithm: 'aes', mode: 'cbc' }, object: '3' }),
  call('AES_cfb128_encrypt', { operation: '6' }, { uses: { algorithm: 'aes', mode: 'cfb' }, object: '3' }),
  call('AES_ofb128_encrypt', {}, { uses: { algorithm: 'aes', mode: 'ofb' }, object: '3' }),
  call('AES_ctr128_encrypt', {}, { uses: { algorithm: 'aes', mode: 'ctr' }, object: '3' }),
  ...calls('AES_wrap_key AES_unwrap_key', {}, { uses: { algorithm: 'aes', mode: 'kw' }, object: '0' }),
  ...calls('DES_set_key DES_set_key_checked DES_set_key_unchecked', {}, { uses: { algorithm: 'des' }, object: '1' }),
  call('DES_ecb_encrypt', { operation: '3' }, { uses: { algorithm: 'des', mode: 'ecb' } }),
  ...calls('DES_ncbc_encrypt DES_cbc_encrypt', { operation: '5' }, { uses: { algorithm: 'des', mode: 'cbc' } }),
  call('DES_ede3_cbc_encrypt', { operation: '7' }, { uses: { algorithm: '3des', mode: 'cbc' } }),
  call('DES_ecb3_encrypt', { operation: '5' }, { uses: { algorithm: '3des', mode: 'ecb' } }),
  call('RC4_set_key', { keyBytes: '1' }, { uses: { algorithm: 'rc4' }, object: '0' }),
  call('RC4', {}, { uses: { algorithm: 'rc4' }, object: '0' }),
  call('BF_set_key', { keyBytes: '1' }, { uses: { algorithm: 'blowfish' }, object: '0' }),
  call('BF_cbc_encrypt', { operation: '5' }, { uses: { algorithm: 'blowfish', mode: 'cbc' }, object: '3' }),
  call('BF_ecb_encrypt', { operation: '3' }, { uses: { algorithm: 'blowfish', mode: 'ecb' }, object: '2' }),
  call('Camellia_set_key', { keyBits: '1' }, { uses: { algorithm: 'camellia' }, object: '2' }),
  call('Camellia_cbc_encrypt', { operation: '5' }, { uses: { algorithm: 'camellia', mode: 'cbc' }, object: '3' }),
  call('IDEA_set_encrypt_key', {}, { uses: { algorithm: 'idea' } }),
  call('CAST_set_key', { keyBytes: '1' }, { uses: { algorithm: 'cast5' } }),
  call('CRYPTO_chacha_20', {}, { uses: { algorithm: 'chacha20' } }),
];

const HASHES: readonly CallRow[] = (
  [
    ['SHA1', 'sha-1'],
    ['SHA224', 'sha-224'],
    ['SHA256', 'sha-256'],
    ['SHA384', 'sha-384'],
    ['SHA512', 'sha-512'],
    ['MD5', 'md5'],
    ['MD4', 'md4'],
    ['MD2', 'md2'],
    ['RIPEMD160', 'ripemd-160'],
    ['WHIRLPOOL', 'whirlpool'],
  ] as const
).flatMap(([name, algorithm]) => calls(`${name} ${name}_Init ${name}_Update ${name}_Final ${name}_Transform`, {}, { uses: { algorithm } }));

const MACS_AND_DERIVATION: readonly CallRow[] = [
  call('HMAC', { digest: '0' }, { uses: { algorithm: 'hmac' }, functions: TAG }),
  ...calls('HMAC_Init HMAC_Init_ex', { digest: '3' }, { uses: { algorithm: 'hmac' }, functions: TAG, object: '0' }),
  call('CMAC_Init', { part: '3' }, { uses: { algorithm: 'cmac' }, functions: TAG, object: '0' }),
  call('PKCS5_PBKDF2_HMAC', { digest: '5', iterations: '4', outputBytes: '6' }, { uses: { algorithm: 'pbkdf2' }, functions: DERIVE }),
  call(
    'PKCS5_PBKDF2_HMAC_SHA1',
    { iterations: '4', outputBytes: '5' },
    { uses: { algorithm: 'pbkdf2', digest: 'sha-1' }, functions: DERIVE },
  ),
  ...calls('HKDF HKDF_extract', { digest: '2' }, { uses: { algorithm: 'hkdf' }, functions: DERIVE }),
  ...calls(
    'RAND_bytes RAND_priv_bytes RAND_bytes_ex RAND_priv_bytes_ex',
    { outputBytes: '1' },
    { uses: { algorithm: 'csprng' }, functions: GENERATE },
  ),
];

const TLS_METHODS: readonly CallRow[] = (
  [
    ['SSLv3', 'SSL 3.0'],
    ['TLSv1', '1.0'],
    ['TLSv1_1', '1.1'],
    ['TLSv1_2', '1.2'],
  ] as const
).flatMap(([name, version]) =>
  ['', '_client', '_server'].map((side) => protocol(`${name}${side}_method`, { protocol: 'tls', versions: [version] })),
);

const TLS: readonly CallRow[] = [
  ...TLS_METHODS,
  ...['', '_client', '_server'].flatMap((side) => [
    protocol(`TLS${side}_method`, { protocol: 'tls' }),
    protocol(`SSLv23${side}_method`, { protocol: 'tls' }),
    protocol(`DTLS${side}_method`, { protocol: 'dtls' }),
    protocol(`DTLSv1_2${side}_method`, { protocol: 'dtls', versions: ['1.2'] }),
    protocol(`DTLSv1${side}_method`, { protocol: 'dtls', versions: ['1.0'] }),
  ]),
  ...['SSL_CTX', 'SSL'].flatMap((object) => [
    protocol(`${object}_set_min_proto_version`, { protocol: 'tls', version: '1' }),
    protocol(`${object}_set_max_proto_version`, { protocol: 'tls', version: '1' }),
    protocol(`${object}_set_cipher_list`, { protocol: 'tls', suites: '1' }),
    protocol(`${object}_set_ciphersuites`, { protocol: 'tls', suites: '1' }),
    protocol(`${object}_set1_groups_list`, { protocol: 'tls', groups: '1' }),
    protocol(`${object}_set1_curves_list`, { protocol: 'tls', groups: '1' }),
    protocol(`${object}_set1_groups`, { protocol: 'tls', groups: '1' }),
    protocol(`${object}_set1_sigalgs_list`, { protocol: 'tls', schemes: '1' }),
  ]),
];

/** Calls of OpenSSL. `EVP_aes_256_gcm()` and its like are read by their names. */
export const OPENSSL_ROWS: readonly CallRow[] = [...EVP, ...PKEY, ...PUBLIC_KEY, ...CIPHERS, ...HASHES, ...MACS_AND_DERIVATION, ...TLS];
