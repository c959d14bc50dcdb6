// PSA Crypto API 1.2 (Arm IHI 0086) and the post-quantum extension of 1.3 (§10 algorithms, §9 key types): calls, and the macros by which
// algorithms, key types and families are composed.

import type { AlgorithmId } from '../../../model/algorithm.ts';
import { DECAPSULATE, DECRYPT, DERIVE, DIGEST, ENCAPSULATE, ENCRYPT, GENERATE, KEYGEN, rowsOf, SIGN, TAG, VERIFY } from '../make-row.ts';
import type { CallRow, Constant, Says } from '../row.ts';

const { call, calls, constant } = rowsOf('psa-crypto');

const OPERATIONS: readonly CallRow[] = [
  ...calls('psa_hash_compute psa_hash_compare', { algorithm: '0' }, { functions: DIGEST }),
  call('psa_hash_setup', { algorithm: '1' }, { functions: DIGEST, object: '0' }),
  ...calls('psa_hash_update psa_hash_finish psa_hash_verify', {}, { functions: DIGEST, object: '0', needs: true }),
  ...calls('psa_mac_update psa_mac_sign_finish psa_mac_verify_finish', {}, { functions: TAG, object: '0', needs: true }),
  ...calls('psa_cipher_update psa_cipher_finish psa_aead_update psa_aead_finish psa_aead_verify', {}, { object: '0', needs: true }),
  ...calls('psa_mac_compute psa_mac_verify', { algorithm: '1' }, { functions: TAG }),
  ...calls('psa_mac_sign_setup psa_mac_verify_setup', { algorithm: '2' }, { functions: TAG, object: '0' }),
  call('psa_cipher_encrypt', { algorithm: '1' }, { functions: ENCRYPT }),
  call('psa_cipher_decrypt', { algorithm: '1' }, { functions: DECRYPT }),
  call('psa_cipher_encrypt_setup', { algorithm: '2' }, { functions: ENCRYPT, object: '0' }),
  call('psa_cipher_decrypt_setup', { algorithm: '2' }, { functions: DECRYPT, object: '0' }),
  call('psa_aead_encrypt', { algorithm: '1' }, { functions: ENCRYPT }),
  call('psa_aead_decrypt', { algorithm: '1' }, { functions: DECRYPT }),
  call('psa_aead_encrypt_setup', { algorithm: '2' }, { functions: ENCRYPT, object: '0' }),
  call('psa_aead_decrypt_setup', { algorithm: '2' }, { functions: DECRYPT, object: '0' }),
  ...calls('psa_sign_message psa_sign_hash', { algorithm: '1' }, { functions: SIGN }),
  ...calls('psa_verify_message psa_verify_hash', { algorithm: '1' }, { functions: VERIFY }),
  call('psa_asymmetric_encrypt', { algorithm: '1' }, { functions: ENCRYPT }),
  call('psa_asymmetric_decrypt', { algorithm: '1' }, { functions: DECRYPT }),
  call('psa_key_derivation_setup', { algorithm: '1' }, { functions: DERIVE, object: '0' }),
  call('psa_raw_key_agreement', { algorithm: '0' }, { functions: DERIVE }),
  call('psa_key_agreement', { algorithm: '3' }, { functions: DERIVE }),
  call('psa_encapsulate', { algorithm: '1' }, { functions: ENCAPSULATE }),
  call('psa_decapsulate', { algorithm: '1' }, { functions: DECAPSULATE }),
  call('psa_generate_random', { outputBytes: '1' }, { uses: { algorithm: 'csprng' }, functions: GENERATE }),
  call('psa_pake_cs_set_algorithm', { algorithm: '1' }, { object: '0' }),
];

const ATTRIBUTES: readonly CallRow[] = [
  call('psa_set_key_type', { algorithm: '1' }, { object: '0', gathers: true }),
  call('psa_set_key_bits', { keyBits: '1' }, { object: '0', gathers: true, silent: true }),
  call('psa_set_key_algorithm', { algorithm: '1' }, { object: '0', gathers: true }),
  call('psa_set_key_enrollment_algorithm', { algorithm: '1' }, { object: '0', gathers: true }),
  call('psa_import_key', {}, { object: '0', gathers: true, needs: true }),
  ...calls('psa_generate_key psa_generate_key_custom', {}, { object: '0', gathers: true, functions: KEYGEN, needs: true }),
];

// Macros with arguments: each is a call in the text.
const COMPOSED: readonly CallRow[] = [
  call('PSA_ALG_HMAC', { digest: '0' }, { uses: { algorithm: 'hmac' } }),
  call('PSA_ALG_HKDF', { digest: '0' }, { uses: { algorithm: 'hkdf' } }),
  ...calls('PSA_ALG_HKDF_EXTRACT PSA_ALG_HKDF_EXPAND', { digest: '0' }, { uses: { algorithm: 'hkdf' } }),
  call('PSA_ALG_PBKDF2_HMAC', { digest: '0' }, { uses: { algorithm: 'pbkdf2' } }),
  ...calls('PSA_ALG_TLS12_PRF PSA_ALG_TLS12_PSK_TO_MS', { digest: '0' }, { uses: { algorithm: 'tls-prf' } }),
  call('PSA_ALG_SP800_108_COUNTER_HMAC', { digest: '0' }, { uses: { algorithm: 'sp800-108' } }),
  ...calls('PSA_ALG_ECDSA PSA_ALG_DETERMINISTIC_ECDSA', { digest: '0' }, { uses: { algorithm: 'ecdsa' } }),
  call('PSA_ALG_RSA_PKCS1V15_SIGN', { digest: '0' }, { uses: { algorithm: 'rsassa-pkcs1' } }),
  ...calls('PSA_ALG_RSA_PSS PSA_ALG_RSA_PSS_ANY_SALT', { digest: '0' }, { uses: { algorithm: 'rsassa-pss' } }),
  call('PSA_ALG_RSA_OAEP', { digest: '0' }, { uses: { algorithm: 'rsaes-oaep' } }),
  call('PSA_ALG_KEY_AGREEMENT', { algorithm: '0', digest: '1' }),
  ...calls('PSA_ALG_AEAD_WITH_SHORTENED_TAG PSA_ALG_AEAD_WITH_AT_LEAST_THIS_LENGTH_TAG', { algorithm: '0', tagBytes: '1' }),
  ...calls('PSA_ALG_AEAD_WITH_DEFAULT_LENGTH_TAG PSA_ALG_FULL_LENGTH_MAC', { algorithm: '0' }),
  ...calls('PSA_ALG_TRUNCATED_MAC PSA_ALG_AT_LEAST_THIS_LENGTH_MAC', { algorithm: '0', tagBytes: '1' }),
  call('PSA_ALG_JPAKE', { digest: '0' }, { uses: { algorithm: 'j-pake' } }),
  ...calls('PSA_ALG_SPAKE2P_HMAC PSA_ALG_SPAKE2P_CMAC', { digest: '0' }, { uses: { algorithm: 'spake2plus' } }),
  ...calls('PSA_ALG_HASH_ML_DSA PSA_ALG_DETERMINISTIC_HASH_ML_DSA', { digest: '0' }, { uses: { algorithm: 'ml-dsa' } }),
  ...calls('PSA_ALG_HASH_SLH_DSA', { digest: '0' }, { uses: { algorithm: 'slh-dsa' } }),
  ...calls('PSA_KEY_TYPE_ECC_KEY_PAIR PSA_KEY_TYPE_ECC_PUBLIC_KEY', { curve: '0' }, { uses: { algorithm: 'ec' } }),
  ...calls('PSA_KEY_TYPE_DH_KEY_PAIR PSA_KEY_TYPE_DH_PUBLIC_KEY', {}, { uses: { algorithm: 'ffdh' } }),
  ...calls('PSA_KEY_TYPE_SPAKE2P_KEY_PAIR PSA_KEY_TYPE_SPAKE2P_PUBLIC_KEY', { curve: '0' }, { uses: { algorithm: 'spake2plus' } }),
];

/** Calls and composing macros of PSA Crypto. */
export const PSA_ROWS: readonly CallRow[] = [
  ...OPERATIONS,
  ...ATTRIBUTES,
  ...COMPOSED.map((row): CallRow => ({ ...row, names: true, needs: true })),
];

const hash = (algorithm: AlgorithmId): Says => ({ algorithm });

// The modes say nothing of the block cipher: the type of the key does.
const SAYS: Readonly<Record<string, Says>> = {
  PSA_ALG_MD2: hash('md2'),
  PSA_ALG_MD4: hash('md4'),
  PSA_ALG_MD5: hash('md5'),
  PSA_ALG_RIPEMD160: hash('ripemd-160'),
  PSA_ALG_SHA_1: hash('sha-1'),
  PSA_ALG_SHA_224: hash('sha-224'),
  PSA_ALG_SHA_256: hash('sha-256'),
  PSA_ALG_SHA_384: hash('sha-384'),
  PSA_ALG_SHA_512: hash('sha-512'),
  PSA_ALG_SHA_512_224: hash('sha-512/224'),
  PSA_ALG_SHA_512_256: hash('sha-512/256'),
  PSA_ALG_SHA3_224: hash('sha3-224'),
  PSA_ALG_SHA3_256: hash('sha3-256'),
  PSA_ALG_SHA3_384: hash('sha3-384'),
  PSA_ALG_SHA3_512: hash('sha3-512'),
  PSA_ALG_SHAKE128: hash('shake128'),
  PSA_ALG_SHAKE256: hash('shake256'),
  PSA_ALG_SHAKE256_512: hash('shake256'),
  PSA_ALG_SM3: hash('sm3'),
  PSA_ALG_CMAC: { algorithm: 'cmac' },
  PSA_ALG_CBC_MAC: { algorithm: 'cbc-mac' },
  PSA_ALG_CTR: { mode: 'ctr' },
  PSA_ALG_CFB: { mode: 'cfb' },
  PSA_ALG_OFB: { mode: 'ofb' },
  PSA_ALG_XTS: { mode: 'xts' },
  PSA_ALG_ECB_NO_PADDING: { mode: 'ecb', padding: 'none' },
  PSA_ALG_CBC_NO_PADDING: { mode: 'cbc', padding: 'none' },
  PSA_ALG_CBC_PKCS7: { mode: 'cbc', padding: 'pkcs7' },
  PSA_ALG_CCM: { mode: 'ccm' },
  PSA_ALG_GCM: { mode: 'gcm' },
  PSA_ALG_CHACHA20_POLY1305: { algorithm: 'chacha20-poly1305' },
  PSA_ALG_XCHACHA20_POLY1305: { algorithm: 'xchacha20-poly1305' },
  PSA_ALG_STREAM_CIPHER: { algorithm: 'chacha20' },
  PSA_ALG_RSA_PKCS1V15_SIGN_RAW: { algorithm: 'rsassa-pkcs1' },
  PSA_ALG_RSA_PKCS1V15_CRYPT: { algorithm: 'rsaes-pkcs1' },
  PSA_ALG_ECDSA_ANY: { algorithm: 'ecdsa' },
  PSA_ALG_PURE_EDDSA: { algorithm: 'eddsa' },
  PSA_ALG_ED25519PH: { algorithm: 'ed25519' },
  PSA_ALG_ED448PH: { algorithm: 'ed448' },
  PSA_ALG_ECDH: { algorithm: 'ecdh' },
  PSA_ALG_FFDH: { algorithm: 'ffdh' },
  PSA_ALG_TLS12_ECJPAKE_TO_PMS: { algorithm: 'j-pake' },
  PSA_ALG_PBKDF2_AES_CMAC_PRF_128: { algorithm: 'pbkdf2' },
  PSA_ALG_SPAKE2P_MATTER: { algorithm: 'spake2plus' },
  PSA_ALG_ML_KEM: { algorithm: 'ml-kem' },
  PSA_ALG_ML_DSA: { algorithm: 'ml-dsa' },
  PSA_ALG_DETERMINISTIC_ML_DSA: { algorithm: 'ml-dsa' },
  PSA_ALG_SLH_DSA: { algorithm: 'slh-dsa' },
  PSA_ALG_DETERMINISTIC_SLH_DSA: { algorithm: 'slh-dsa' },
  PSA_ALG_LMS: { algorithm: 'lms' },
  PSA_ALG_HSS: { algorithm: 'hss' },
  PSA_ALG_XMSS: { algorithm: 'xmss' },
  PSA_KEY_TYPE_AES: { algorithm: 'aes' },
  PSA_KEY_TYPE_ARIA: { algorithm: 'aria' },
  PSA_KEY_TYPE_CAMELLIA: { algorithm: 'camellia' },
  PSA_KEY_TYPE_SM4: { algorithm: 'sm4' },
  PSA_KEY_TYPE_DES: { algorithm: 'des' },
  PSA_KEY_TYPE_ARC4: { algorithm: 'rc4' },
  PSA_KEY_TYPE_CHACHA20: { algorithm: 'chacha20' },
  PSA_KEY_TYPE_XCHACHA20: { algorithm: 'xchacha20' },
  PSA_KEY_TYPE_HMAC: { algorithm: 'hmac' },
  PSA_KEY_TYPE_RSA_KEY_PAIR: { algorithm: 'rsa' },
  PSA_KEY_TYPE_RSA_PUBLIC_KEY: { algorithm: 'rsa' },
  PSA_KEY_TYPE_ML_KEM_KEY_PAIR: { algorithm: 'ml-kem' },
  PSA_KEY_TYPE_ML_KEM_PUBLIC_KEY: { algorithm: 'ml-kem' },
  PSA_KEY_TYPE_ML_DSA_KEY_PAIR: { algorithm: 'ml-dsa' },
  PSA_KEY_TYPE_ML_DSA_PUBLIC_KEY: { algorithm: 'ml-dsa' },
  PSA_KEY_TYPE_LMS_PUBLIC_KEY: { algorithm: 'lms' },
  PSA_KEY_TYPE_HSS_PUBLIC_KEY: { algorithm: 'hss' },
  PSA_KEY_TYPE_XMSS_PUBLIC_KEY: { algorithm: 'xmss' },
};

const FAMILIES: Readonly<Record<string, Says>> = {
  PSA_ECC_FAMILY_SECP_R1: { curveFamily: 'secp-r1' },
  PSA_ECC_FAMILY_SECP_K1: { curveFamily: 'secp-k1' },
  PSA_ECC_FAMILY_SECT_R1: { curveFamily: 'sect-r1' },
  PSA_ECC_FAMILY_SECT_K1: { curveFamily: 'sect-k1' },
  PSA_ECC_FAMILY_BRAINPOOL_P_R1: { curveFamily: 'brainpool-p-r1' },
  PSA_ECC_FAMILY_MONTGOMERY: { curveFamily: 'montgomery' },
  PSA_ECC_FAMILY_TWISTED_EDWARDS: { curveFamily: 'twisted-edwards' },
};

const NOTHING =
  'PSA_ALG_NONE PSA_KEY_TYPE_NONE PSA_KEY_TYPE_RAW_DATA PSA_KEY_TYPE_DERIVE PSA_KEY_TYPE_PASSWORD PSA_KEY_TYPE_PASSWORD_HASH'.split(' ');

/** Constants of PSA Crypto. */
export const PSA_CONSTANTS: ReadonlyMap<string, Constant> = new Map([
  ...Object.entries(SAYS).map(([name, says]) => [name, constant(says)] as const),
  ...NOTHING.map((name) => [name, constant({}, { quiet: true, nothing: true })] as const),
  ...Object.entries(FAMILIES).map(([name, says]) => [name, constant(says, { quiet: true })] as const),
]);
