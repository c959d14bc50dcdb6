// Constants of PSA Crypto API 1.4 (Arm IHI 0086) and of its post-quantum extension (AES 0119 §2, appendix B): algorithms, key types,
// families, locations.

import type { AlgorithmId } from '../../../model/algorithm.ts';
import type { Execution } from '../../../model/evidence.ts';
import { rowsOf } from '../make-row.ts';
import type { Constant, Says } from '../row.ts';

const { constant } = rowsOf('psa-crypto');

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
  PSA_ALG_SHAKE128_256: hash('shake128'),
  PSA_ALG_SHAKE256_192: hash('shake256'),
  PSA_ALG_SHAKE256_256: hash('shake256'),
  PSA_ALG_SHA_256_192: hash('sha-256'),
  PSA_ALG_ASCON_HASH256: hash('ascon'),
  PSA_ALG_ASCON_XOF128: hash('ascon'),
  PSA_ALG_ASCON_CXOF128: hash('ascon'),
  PSA_ALG_ASCON_AEAD128: { algorithm: 'ascon' },
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
  PSA_ALG_CCM_STAR_NO_TAG: { mode: 'ccm' },
  PSA_ALG_CCM_STAR_ANY_TAG: { mode: 'ccm' },
  PSA_ALG_KW: { mode: 'kw' },
  PSA_ALG_KWP: { mode: 'kwp' },
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
  PSA_ALG_SP800_108_COUNTER_CMAC: { algorithm: 'sp800-108' },
  PSA_ALG_ECIES_SEC1: { algorithm: 'ecies' },
  PSA_ALG_EDDSA_CTX: { algorithm: 'eddsa' },
  PSA_ALG_ML_KEM: { algorithm: 'ml-kem' },
  PSA_ALG_ML_DSA: { algorithm: 'ml-dsa' },
  PSA_ALG_DETERMINISTIC_ML_DSA: { algorithm: 'ml-dsa' },
  PSA_ALG_SLH_DSA: { algorithm: 'slh-dsa' },
  PSA_ALG_DETERMINISTIC_SLH_DSA: { algorithm: 'slh-dsa' },
  PSA_ALG_LMS: { algorithm: 'lms' },
  PSA_ALG_HSS: { algorithm: 'hss' },
  PSA_ALG_XMSS: { algorithm: 'xmss' },
  PSA_ALG_XMSS_MT: { algorithm: 'xmss' },
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
  PSA_KEY_TYPE_XMSS_MT_PUBLIC_KEY: { algorithm: 'xmss' },
  PSA_KEY_TYPE_ASCON: { algorithm: 'ascon' },
  PSA_KEY_TYPE_DSA_KEY_PAIR: { algorithm: 'dsa' },
  PSA_KEY_TYPE_DSA_PUBLIC_KEY: { algorithm: 'dsa' },
};

const FAMILIES: Readonly<Record<string, Says>> = {
  PSA_ECC_FAMILY_SECP_R1: { curveFamily: 'secp-r1' },
  PSA_ECC_FAMILY_SECP_K1: { curveFamily: 'secp-k1' },
  PSA_ECC_FAMILY_SECT_R1: { curveFamily: 'sect-r1' },
  PSA_ECC_FAMILY_SECT_K1: { curveFamily: 'sect-k1' },
  PSA_ECC_FAMILY_BRAINPOOL_P_R1: { curveFamily: 'brainpool-p-r1' },
  PSA_ECC_FAMILY_MONTGOMERY: { curveFamily: 'montgomery' },
  PSA_ECC_FAMILY_TWISTED_EDWARDS: { curveFamily: 'twisted-edwards' },
  PSA_SLH_DSA_FAMILY_SHA2_S: { curveFamily: 'slh-sha2-s' },
  PSA_SLH_DSA_FAMILY_SHA2_F: { curveFamily: 'slh-sha2-f' },
  PSA_SLH_DSA_FAMILY_SHAKE_S: { curveFamily: 'slh-shake-s' },
  PSA_SLH_DSA_FAMILY_SHAKE_F: { curveFamily: 'slh-shake-f' },
};

const NOTHING =
  'PSA_ALG_NONE PSA_KEY_TYPE_NONE PSA_KEY_TYPE_RAW_DATA PSA_KEY_TYPE_DERIVE PSA_KEY_TYPE_PASSWORD PSA_KEY_TYPE_PASSWORD_HASH PSA_KEY_TYPE_PEPPER PSA_ALG_ANY_HASH'.split(
    ' ',
  );

// §9.5.3, and the locations that vendors define: TF-M's crypto service keeps keys in a partition of its own, the rest in hardware.
const LOCATIONS: Readonly<Record<string, Execution>> = {
  PSA_KEY_LOCATION_PRIMARY_SECURE_ELEMENT: { environment: 'hardware' },
  PSA_CRYPTO_SE_DRIVER_LOCATION: { environment: 'hardware' },
  PSA_KEY_LOCATION_CRACEN: { environment: 'hardware' },
  PSA_KEY_LOCATION_CRACEN_KMU: { environment: 'hardware' },
  PSA_KEY_LOCATION_SE050: { environment: 'hardware', platform: 'other' },
  TFM_BUILTIN_KEY_LOADER_KEY_LOCATION: { environment: 'software-tee' },
};

/** Constants of PSA Crypto. */
export const PSA_CONSTANTS: ReadonlyMap<string, Constant> = new Map([
  ...Object.entries(SAYS).map(([name, says]) => [name, constant(says)] as const),
  ...NOTHING.map((name) => [name, constant({}, { quiet: true, nothing: true })] as const),
  ...Object.entries(LOCATIONS).map(([name, execution]) => [name, constant({ execution }, { quiet: true })] as const),
  ...Object.entries(FAMILIES).map(([name, says]) => [name, constant(says, { quiet: true })] as const),
]);
