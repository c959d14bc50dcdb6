// wolfSSL 5.x: wolfssl/wolfcrypt/*.h and wolfssl/ssl.h. Calls without arguments that say more are read by their names.

import { DECAPSULATE, DECRYPT, DERIVE, DIGEST, ENCAPSULATE, ENCRYPT, GENERATE, KEYGEN, rowsOf, SIGN, TAG, VERIFY } from '../make-row.ts';
import type { CallRow, Says } from '../row.ts';

const { call, calls } = rowsOf('wolfssl', 'wc_');
const { protocol } = rowsOf('wolfssl', 'wolf');

const CIPHERS: readonly CallRow[] = [
  call('AesSetKey', { keyBytes: '2', operation: '4' }, { uses: { algorithm: 'aes' }, object: '0' }),
  call('AesSetKeyDirect', { keyBytes: '2', operation: '4' }, { uses: { algorithm: 'aes' }, object: '0' }),
  call('AesGcmSetKey', { keyBytes: '2' }, { uses: { algorithm: 'aes', mode: 'gcm' }, object: '0' }),
  call('AesCcmSetKey', { keyBytes: '2' }, { uses: { algorithm: 'aes', mode: 'ccm' }, object: '0' }),
  call('AesXtsSetKey', {}, { uses: { algorithm: 'aes', mode: 'xts' }, object: '0' }),
  call('AesCbcEncrypt', {}, { uses: { algorithm: 'aes', mode: 'cbc' }, functions: ENCRYPT, object: '0' }),
  call('AesCbcDecrypt', {}, { uses: { algorithm: 'aes', mode: 'cbc' }, functions: DECRYPT, object: '0' }),
  ...calls('AesCbcEncryptWithKey', { keyBytes: '4' }, { uses: { algorithm: 'aes', mode: 'cbc' }, functions: ENCRYPT }),
  ...calls('AesCbcDecryptWithKey', { keyBytes: '4' }, { uses: { algorithm: 'aes', mode: 'cbc' }, functions: DECRYPT }),
  call('AesCtrEncrypt', {}, { uses: { algorithm: 'aes', mode: 'ctr' }, functions: ENCRYPT, object: '0' }),
  call('AesEcbEncrypt', {}, { uses: { algorithm: 'aes', mode: 'ecb' }, functions: ENCRYPT, object: '0' }),
  call('AesEcbDecrypt', {}, { uses: { algorithm: 'aes', mode: 'ecb' }, functions: DECRYPT, object: '0' }),
  call('AesEncryptDirect', {}, { uses: { algorithm: 'aes' }, functions: ENCRYPT, object: '0' }),
  call('AesGcmEncrypt', { tagBytes: '7' }, { uses: { algorithm: 'aes', mode: 'gcm' }, functions: ENCRYPT, object: '0' }),
  call('AesGcmDecrypt', { tagBytes: '7' }, { uses: { algorithm: 'aes', mode: 'gcm' }, functions: DECRYPT, object: '0' }),
  call('AesCcmEncrypt', { tagBytes: '7' }, { uses: { algorithm: 'aes', mode: 'ccm' }, functions: ENCRYPT, object: '0' }),
  call('AesCcmDecrypt', { tagBytes: '7' }, { uses: { algorithm: 'aes', mode: 'ccm' }, functions: DECRYPT, object: '0' }),
  ...calls('AesKeyWrap AesKeyWrap_ex', { keyBytes: '1' }, { uses: { algorithm: 'aes', mode: 'kw' }, functions: ENCRYPT }),
  call('AesCmacGenerate', { keyBytes: '5' }, { uses: { algorithm: 'cmac', parts: [{ algorithm: 'aes' }] }, functions: TAG }),
  call('AesCmacVerify', { keyBytes: '5' }, { uses: { algorithm: 'cmac', parts: [{ algorithm: 'aes' }] }, functions: VERIFY }),
  call('InitCmac', { keyBytes: '2' }, { uses: { algorithm: 'cmac', parts: [{ algorithm: 'aes' }] }, functions: TAG, object: '0' }),
  ...calls('Des3_SetKey', {}, { uses: { algorithm: '3des' }, object: '0' }),
  ...calls('Des3_CbcEncrypt Des3_CbcEncryptWithKey', {}, { uses: { algorithm: '3des', mode: 'cbc' }, functions: ENCRYPT, object: '0' }),
  ...calls('Des3_CbcDecrypt Des3_CbcDecryptWithKey', {}, { uses: { algorithm: '3des', mode: 'cbc' }, functions: DECRYPT, object: '0' }),
  ...calls('Des_CbcEncrypt', {}, { uses: { algorithm: 'des', mode: 'cbc' }, functions: ENCRYPT, object: '0' }),
  ...(['Cfb', 'Ofb', 'Eax', 'Siv'] as const).flatMap((name) => {
    const uses: Says = { algorithm: 'aes', mode: name === 'Cfb' ? 'cfb' : name === 'Ofb' ? 'ofb' : name === 'Eax' ? 'eax' : 'siv' };
    return [
      call(`Aes${name}Encrypt`, {}, { uses, functions: ENCRYPT, object: '0' }),
      call(`Aes${name}Decrypt`, {}, { uses, functions: DECRYPT, object: '0' }),
    ];
  }),
  ...calls('AesXtsEncrypt', {}, { uses: { algorithm: 'aes', mode: 'xts' }, functions: ENCRYPT, object: '0' }),
  ...calls('AesXtsDecrypt', {}, { uses: { algorithm: 'aes', mode: 'xts' }, functions: DECRYPT, object: '0' }),
  call('AesXtsSetKeyNoInit', {}, { uses: { algorithm: 'aes', mode: 'xts' }, object: '0' }),
  call('AesKeyUnWrap', { keyBytes: '1' }, { uses: { algorithm: 'aes', mode: 'kw' }, functions: DECRYPT }),
  call('CamelliaSetKey', { keyBytes: '2' }, { uses: { algorithm: 'camellia' }, object: '0' }),
  call('Arc4SetKey', { keyBytes: '2' }, { uses: { algorithm: 'rc4' }, object: '0' }),
  call('ChaCha20Poly1305_Encrypt', {}, { uses: { algorithm: 'chacha20-poly1305' }, functions: ENCRYPT }),
  call('ChaCha20Poly1305_Decrypt', {}, { uses: { algorithm: 'chacha20-poly1305' }, functions: DECRYPT }),
  ...calls('CryptKey', { algorithm: '5' }),
];

const HASHES: readonly CallRow[] = [
  ...calls('Hash', { algorithm: '0' }, { functions: DIGEST }),
  ...calls('HashInit HashInit_ex', { algorithm: '1' }, { functions: DIGEST, object: '0' }),
  ...calls('HashUpdate HashFinal', { algorithm: '1' }, { functions: DIGEST, object: '0' }),
  call('HmacSetKey', { digest: '1' }, { uses: { algorithm: 'hmac' }, functions: TAG, object: '0' }),
  ...calls('HmacUpdate HmacFinal', {}, { uses: { algorithm: 'hmac' }, functions: TAG, object: '0' }),
];

const DERIVATION: readonly CallRow[] = [
  ...calls('HKDF HKDF_Extract HKDF_Expand', { digest: '0' }, { uses: { algorithm: 'hkdf' }, functions: DERIVE }),
  call('PBKDF2', { iterations: '5', outputBytes: '6', digest: '7' }, { uses: { algorithm: 'pbkdf2' }, functions: DERIVE }),
  call('PBKDF1', { iterations: '5', outputBytes: '6', digest: '7' }, { uses: { algorithm: 'pbkdf1' }, functions: DERIVE }),
  call('PKCS12_PBKDF', { iterations: '5', digest: '7' }, { uses: { algorithm: 'pbes1' }, functions: DERIVE }),
  call('scrypt', {}, { uses: { algorithm: 'scrypt' }, functions: DERIVE }),
  ...calls('InitRng InitRng_ex', {}, { uses: { algorithm: 'csprng' }, functions: GENERATE }),
  ...calls('RNG_GenerateBlock', { outputBytes: '2' }, { uses: { algorithm: 'csprng' }, functions: GENERATE }),
];

const PUBLIC_KEY: readonly CallRow[] = [
  call('MakeRsaKey', { keyBits: '1' }, { uses: { algorithm: 'rsa' }, functions: KEYGEN, object: '0' }),
  call('RsaPublicEncrypt', {}, { uses: { algorithm: 'rsaes-pkcs1' }, functions: ENCRYPT, object: '4' }),
  call('RsaPublicEncrypt_ex', { padding: '6', digest: '7' }, { uses: { algorithm: 'rsa' }, functions: ENCRYPT, object: '4' }),
  call('RsaPrivateDecrypt', {}, { uses: { algorithm: 'rsaes-pkcs1' }, functions: DECRYPT, object: '4' }),
  call('RsaPrivateDecrypt_ex', { padding: '5', digest: '6' }, { uses: { algorithm: 'rsa' }, functions: DECRYPT, object: '4' }),
  call('RsaSSL_Sign', {}, { uses: { algorithm: 'rsassa-pkcs1' }, functions: SIGN, object: '4' }),
  call('RsaSSL_Verify', {}, { uses: { algorithm: 'rsassa-pkcs1' }, functions: VERIFY, object: '4' }),
  call('RsaPSS_Sign', { digest: '4' }, { uses: { algorithm: 'rsassa-pss' }, functions: SIGN, object: '6' }),
  call('RsaPSS_Verify', { digest: '4' }, { uses: { algorithm: 'rsassa-pss' }, functions: VERIFY, object: '6' }),
  call('SignatureGenerate', { digest: '0', algorithm: '1' }, { functions: SIGN }),
  call('SignatureVerify', { digest: '0', algorithm: '1' }, { functions: VERIFY }),
  call('ecc_make_key', { keyBytes: '1' }, { uses: { algorithm: 'ec' }, functions: KEYGEN, object: '2' }),
  call('ecc_make_key_ex', { keyBytes: '1', curve: '3' }, { uses: { algorithm: 'ec' }, functions: KEYGEN, object: '2' }),
  ...calls('ecc_set_curve', { curve: '2' }, { uses: { algorithm: 'ec' }, object: '0' }),
  ...calls('ecc_import_x963_ex', { curve: '3' }, { uses: { algorithm: 'ec' }, object: '2' }),
  ...calls('ecc_import_unsigned', { curve: '4' }, { uses: { algorithm: 'ec' }, object: '0' }),
  ...calls('ecc_import_private_key_ex', { curve: '5' }, { uses: { algorithm: 'ec' }, object: '4' }),
  ...calls('ecc_set_custom_curve', {}, { uses: { algorithm: 'ec' }, object: '0' }),
  ...calls('ecc_import_raw', { curve: '4' }, { uses: { algorithm: 'ec' }, object: '0' }),
  call('ecc_sign_hash', {}, { uses: { algorithm: 'ecdsa' }, functions: SIGN, object: '5' }),
  call('ecc_verify_hash', {}, { uses: { algorithm: 'ecdsa' }, functions: VERIFY, object: '5' }),
  call('ecc_shared_secret', {}, { uses: { algorithm: 'ecdh' }, functions: DERIVE, object: '0' }),
  ...calls('curve25519_make_key curve25519_make_key_ex', {}, { uses: { algorithm: 'x25519' }, functions: KEYGEN, object: '2' }),
  ...calls('curve25519_shared_secret curve25519_shared_secret_ex', {}, { uses: { algorithm: 'x25519' }, functions: DERIVE, object: '0' }),
  call('curve448_make_key', {}, { uses: { algorithm: 'x448' }, functions: KEYGEN, object: '2' }),
  ...calls('curve448_shared_secret curve448_shared_secret_ex', {}, { uses: { algorithm: 'x448' }, functions: DERIVE, object: '0' }),
  call('DhGenerateKeyPair', {}, { uses: { algorithm: 'ffdh' }, functions: KEYGEN, object: '0' }),
  call('DhAgree', {}, { uses: { algorithm: 'ffdh' }, functions: DERIVE, object: '0' }),
];

// wc_mlkem.h, dilithium.h: the parameter set is chosen once and kept in the key.
const POST_QUANTUM: readonly CallRow[] = [
  call('MlKemKey_Init', { algorithm: '1' }, { uses: { algorithm: 'ml-kem' }, object: '0' }),
  call('MlKemKey_New', { algorithm: '0' }, { uses: { algorithm: 'ml-kem' } }),
  call('KyberKey_Init', { algorithm: '0' }, { uses: { algorithm: 'kyber' }, object: '1' }),
  call('MlKemKey_MakeKey', {}, { uses: { algorithm: 'ml-kem' }, functions: KEYGEN, object: '0' }),
  call('MlKemKey_Encapsulate', {}, { uses: { algorithm: 'ml-kem' }, functions: ENCAPSULATE, object: '0' }),
  call('MlKemKey_Decapsulate', {}, { uses: { algorithm: 'ml-kem' }, functions: DECAPSULATE, object: '0' }),
  call('dilithium_set_level', {}, { choice: { place: '1', of: dilithiumLevels() }, uses: { algorithm: 'dilithium' }, object: '0' }),
  call('MlDsaKey_SetParams', {}, { choice: { place: '1', of: dilithiumLevels() }, uses: { algorithm: 'ml-dsa' }, object: '0' }),
  call('MlDsaKey_Init', {}, { uses: { algorithm: 'ml-dsa' }, object: '0' }),
  ...calls('MlDsaKey_SignCtx MlDsaKey_Sign', {}, { uses: { algorithm: 'ml-dsa' }, functions: SIGN, object: '0' }),
  ...calls('MlDsaKey_VerifyCtx MlDsaKey_Verify', {}, { uses: { algorithm: 'ml-dsa' }, functions: VERIFY, object: '0' }),
  call('falcon_set_level', {}, { uses: { algorithm: 'fn-dsa' }, object: '0' }),
  ...calls('falcon_sign_msg', {}, { uses: { algorithm: 'fn-dsa' }, functions: SIGN }),
  ...calls('falcon_verify_msg', {}, { uses: { algorithm: 'fn-dsa' }, functions: VERIFY }),
  ...calls('LmsKey_Init LmsKey_SetParameters LmsKey_SetLmsParm', {}, { uses: { algorithm: 'hss' }, object: '0' }),
  ...calls('LmsKey_MakeKey', {}, { uses: { algorithm: 'hss' }, functions: KEYGEN, object: '0' }),
  ...calls('LmsKey_Sign', {}, { uses: { algorithm: 'hss' }, functions: SIGN, object: '0' }),
  ...calls('LmsKey_Verify', {}, { uses: { algorithm: 'hss' }, functions: VERIFY, object: '0' }),
  ...calls('XmssKey_Init XmssKey_SetParamStr', {}, { uses: { algorithm: 'xmss' }, object: '0' }),
  ...calls('dilithium_make_key', {}, { uses: { algorithm: 'dilithium' }, functions: KEYGEN, object: '0' }),
  ...calls('dilithium_sign_msg dilithium_sign_ctx_msg', {}, { uses: { algorithm: 'dilithium' }, functions: SIGN }),
  ...calls('dilithium_verify_msg dilithium_verify_ctx_msg', {}, { uses: { algorithm: 'dilithium' }, functions: VERIFY }),
];

function dilithiumLevels(): Readonly<Record<string, Says>> {
  return { WC_ML_DSA_44: { algorithm: 'ml-dsa-44' }, WC_ML_DSA_65: { algorithm: 'ml-dsa-65' }, WC_ML_DSA_87: { algorithm: 'ml-dsa-87' } };
}

const VERSIONS = [
  ['SSLv3', 'SSL 3.0'],
  ['TLSv1', '1.0'],
  ['TLSv1_1', '1.1'],
  ['TLSv1_2', '1.2'],
  ['TLSv1_3', '1.3'],
] as const;

const TLS: readonly CallRow[] = [
  ...['_client', '_server', ''].flatMap((side) => [
    ...VERSIONS.map(([name, version]) => protocol(`${name}${side}_method`, { protocol: 'tls', versions: [version] })),
    protocol(`SSLv23${side}_method`, { protocol: 'tls' }),
    protocol(`TLS${side}_method`, { protocol: 'tls' }),
    protocol(`DTLSv1${side}_method`, { protocol: 'dtls', versions: ['1.0'] }),
    protocol(`DTLSv1_2${side}_method`, { protocol: 'dtls', versions: ['1.2'] }),
    protocol(`DTLSv1_3${side}_method`, { protocol: 'dtls', versions: ['1.3'] }),
    protocol(`DTLS${side}_method`, { protocol: 'dtls' }),
  ]),
  ...['SSL_CTX', 'SSL'].flatMap((object) => [
    protocol(`${object}_set_cipher_list`, { protocol: 'tls', suites: '1' }),
    protocol(`${object}_SetMinVersion`, { protocol: 'tls', version: '1' }),
    protocol(`${object}_set_min_proto_version`, { protocol: 'tls', version: '1' }),
    protocol(`${object}_set_max_proto_version`, { protocol: 'tls', version: '1' }),
    protocol(`${object}_UseSupportedCurve`, { protocol: 'tls', groups: '1' }),
    protocol(`${object}_set_groups`, { protocol: 'tls', groups: '1' }),
    protocol(`${object}_set1_groups_list`, { protocol: 'tls', groups: '1' }),
    protocol(`${object}_set1_sigalgs_list`, { protocol: 'tls', schemes: '1' }),
    protocol(`${object}_set_ciphersuites`, { protocol: 'tls', suites: '1' }),
    protocol(`${object}_set_psk_client_callback`, { protocol: 'tls' }),
    protocol(`${object}_set_psk_server_callback`, { protocol: 'tls' }),
    protocol(`${object}_SetVersion`, { protocol: 'tls', version: '1' }),
  ]),
  protocol('SSL_UseKeyShare', { protocol: 'tls', groups: '1' }),
  protocol('SSL_SetMinVersion', { protocol: 'tls', version: '1' }),
  protocol('SSL_CTX_SetMinVersion', { protocol: 'tls', version: '1' }),
];

/** Calls of wolfCrypt and wolfSSL. */
export const WOLFSSL_ROWS: readonly CallRow[] = [...CIPHERS, ...HASHES, ...DERIVATION, ...PUBLIC_KEY, ...POST_QUANTUM, ...TLS];
