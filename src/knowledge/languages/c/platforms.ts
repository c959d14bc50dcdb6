// What operating systems offer: the Linux kernel's crypto API and AF_ALG (Documentation/crypto; names are templates, `cbc(aes)`), OP-TEE
// (GlobalPlatform TEE Internal Core API 1.3.1), PKCS #11 v3.1, Windows CNG (bcrypt.h), CommonCrypto.

import { DECRYPT, DERIVE, DIGEST, ENCRYPT, fixed, GENERATE, KEYGEN, rowsOf, SIGN, TAG, VERIFY } from '../make-row.ts';
import type { CallRow, Constant, Says } from '../row.ts';

const linux = rowsOf('linux-crypto');
const LINUX: readonly CallRow[] = [
  ...linux.calls(
    'crypto_alloc_skcipher crypto_alloc_sync_skcipher crypto_alloc_lskcipher crypto_alloc_cipher crypto_alloc_blkcipher crypto_alloc_ablkcipher crypto_alloc_aead',
    { algorithm: '0' },
    { functions: ENCRYPT, object: 'target', sets: true },
  ),
  ...linux.calls('crypto_alloc_shash crypto_alloc_ahash crypto_alloc_hash', { algorithm: '0' }, { functions: DIGEST, object: 'target' }),
  ...linux.calls(
    'crypto_alloc_akcipher crypto_alloc_kpp crypto_alloc_sig crypto_alloc_rng crypto_alloc_base',
    { algorithm: '0' },
    { object: 'target' },
  ),
  ...linux.calls('crypto_skcipher_setkey crypto_aead_setkey crypto_cipher_setkey', { keyBytes: '2' }, { object: '0', needs: true }),
  ...linux.calls('crypto_shash_setkey crypto_ahash_setkey', {}, { object: '0', functions: TAG, needs: true }),
  linux.call('aes_expandkey', { keyBytes: '2' }, { uses: { algorithm: 'aes' } }),
  // struct sockaddr_alg, struct crypto_alg: a field that names a template
  ...['.salg_name=', '.cra_name='].map((field) => linux.call(field, { algorithm: '0' }, { needs: true })),
  ...linux.calls('getrandom', { outputBytes: '1' }, { uses: { algorithm: 'csprng' }, functions: GENERATE }),
  ...linux.calls('get_random_bytes get_random_bytes_wait', { outputBytes: '1' }, { uses: { algorithm: 'csprng' }, functions: GENERATE }),
];

const tee = rowsOf('optee', 'TEE_');
const OPTEE: readonly CallRow[] = [
  tee.call('AllocateOperation', { algorithm: '1', operation: '2', keyBits: '3' }, { object: '0', sets: true }),
  tee.call('AllocateTransientObject', { algorithm: '0', keyBits: '1' }, { object: '2' }),
  tee.call('GenerateKey', { keyBits: '1' }, { functions: KEYGEN, object: '0', needs: true }),
  ...tee.calls('CipherInit CipherUpdate CipherDoFinal AEInit AEUpdate', {}, { object: '0', needs: true }),
  ...tee.calls('AEEncryptFinal AsymmetricEncrypt', {}, { functions: ENCRYPT, object: '0', needs: true }),
  ...tee.calls('AEDecryptFinal AsymmetricDecrypt', {}, { functions: DECRYPT, object: '0', needs: true }),
  ...tee.calls('DigestUpdate DigestDoFinal', {}, { functions: DIGEST, object: '0', needs: true }),
  ...tee.calls('MACInit MACUpdate MACComputeFinal MACCompareFinal', {}, { functions: TAG, object: '0', needs: true }),
  tee.call('AsymmetricSignDigest', {}, { functions: SIGN, object: '0', needs: true }),
  tee.call('AsymmetricVerifyDigest', {}, { functions: VERIFY, object: '0', needs: true }),
  tee.call('DeriveKey', {}, { functions: DERIVE, object: '0', needs: true }),
  tee.call('GenerateRandom', { outputBytes: '1' }, { uses: { algorithm: 'csprng' }, functions: GENERATE }),
];

const cng = rowsOf('cng');
const CNG: readonly CallRow[] = [
  cng.call('BCryptOpenAlgorithmProvider', { algorithm: '1' }, { object: '0' }),
  cng.call('BCryptGenerateKeyPair', { keyBits: '2' }, { functions: KEYGEN, object: '0', needs: true }),
  cng.call(
    'BCryptDeriveKeyPBKDF2',
    { iterations: '5', outputBytes: '7' },
    { uses: { algorithm: 'pbkdf2' }, functions: DERIVE, object: '0' },
  ),
  cng.call('BCryptGenRandom', { outputBytes: '2' }, { uses: { algorithm: 'csprng' }, functions: GENERATE }),
  cng.call('NCryptCreatePersistedKey', { algorithm: '2' }, { functions: KEYGEN }),
  cng.call('CryptGenRandom', { outputBytes: '1' }, { uses: { algorithm: 'csprng' }, functions: GENERATE }),
];

const apple = rowsOf('commoncrypto');
const APPLE: readonly CallRow[] = [
  ...apple.calls('CCCrypt', { operation: '0', algorithm: '1', keyBytes: '4' }),
  ...apple.calls('CCCryptorCreate', { operation: '0', algorithm: '1', keyBytes: '4' }),
  apple.call('CCCryptorCreateWithMode', { operation: '0', mode: '1', algorithm: '2', keyBytes: '6' }),
  ...apple.calls('CCHmac', { digest: '0' }, { uses: { algorithm: 'hmac' }, functions: TAG }),
  apple.call('CCHmacInit', { digest: '1' }, { uses: { algorithm: 'hmac' }, functions: TAG, object: '0' }),
  apple.call('CCKeyDerivationPBKDF', { digest: '5', iterations: '6' }, { uses: { algorithm: 'pbkdf2' }, functions: DERIVE }),
  ...(
    [
      ['MD2', 'md2'],
      ['MD4', 'md4'],
      ['MD5', 'md5'],
      ['SHA1', 'sha-1'],
      ['SHA224', 'sha-224'],
      ['SHA256', 'sha-256'],
      ['SHA384', 'sha-384'],
      ['SHA512', 'sha-512'],
    ] as const
  ).flatMap(([name, algorithm]) => fixed(apple, `CC_${name} CC_${name}_Init CC_${name}_Update CC_${name}_Final`, { algorithm }, DIGEST)),
  ...fixed(apple, 'SecRandomCopyBytes CCRandomGenerateBytes arc4random_buf', { algorithm: 'csprng' }, GENERATE),
];

const of = (library: string, says: Says, more: Omit<Constant, 'library' | 'says'> = {}): Constant => ({ library, says, ...more });
const ckm = (says: Says): Constant => of('pkcs11', says);

/** Constants of these platforms whose names do not say it. PKCS #11: v3.1 §6. */
export const PLATFORM_CONSTANTS: Readonly<Record<string, Constant>> = {
  TEE_MODE_ENCRYPT: of('optee', {}, { quiet: true, operation: 'encrypt' }),
  TEE_MODE_DECRYPT: of('optee', {}, { quiet: true, operation: 'decrypt' }),
  TEE_MODE_SIGN: of('optee', {}, { quiet: true, operation: 'sign' }),
  TEE_MODE_VERIFY: of('optee', {}, { quiet: true, operation: 'verify' }),
  TEE_MODE_MAC: of('optee', {}, { quiet: true, operation: 'tag' }),
  TEE_MODE_DIGEST: of('optee', {}, { quiet: true, operation: 'digest' }),
  TEE_MODE_DERIVE: of('optee', {}, { quiet: true, operation: 'keyderive' }),
  TEE_ALG_RSASSA_PKCS1_PSS_MGF1_SHA1: of('optee', { algorithm: 'rsassa-pss', digest: 'sha-1' }),
  TEE_ALG_RSASSA_PKCS1_PSS_MGF1_SHA256: of('optee', { algorithm: 'rsassa-pss', digest: 'sha-256' }),
  TEE_ALG_RSASSA_PKCS1_PSS_MGF1_SHA384: of('optee', { algorithm: 'rsassa-pss', digest: 'sha-384' }),
  TEE_ALG_RSASSA_PKCS1_PSS_MGF1_SHA512: of('optee', { algorithm: 'rsassa-pss', digest: 'sha-512' }),
  TEE_ALG_RSAES_PKCS1_V1_5: of('optee', { algorithm: 'rsaes-pkcs1' }),
  TEE_ALG_RSAES_PKCS1_OAEP_MGF1_SHA1: of('optee', { algorithm: 'rsaes-oaep', digest: 'sha-1' }),
  TEE_ALG_RSAES_PKCS1_OAEP_MGF1_SHA256: of('optee', { algorithm: 'rsaes-oaep', digest: 'sha-256' }),
  TEE_ALG_RSA_NOPAD: of('optee', { algorithm: 'rsa', padding: 'none' }),
  TEE_ALG_DH_DERIVE_SHARED_SECRET: of('optee', { algorithm: 'ffdh' }),
  TEE_ALG_ECDH_DERIVE_SHARED_SECRET: of('optee', { algorithm: 'ecdh' }),
  TEE_TYPE_RSA_KEYPAIR: of('optee', { algorithm: 'rsa' }),
  TEE_TYPE_RSA_PUBLIC_KEY: of('optee', { algorithm: 'rsa' }),
  TEE_TYPE_ECDSA_KEYPAIR: of('optee', { algorithm: 'ecdsa' }),
  TEE_TYPE_ECDSA_PUBLIC_KEY: of('optee', { algorithm: 'ecdsa' }),
  TEE_TYPE_ECDH_KEYPAIR: of('optee', { algorithm: 'ecdh' }),
  TEE_TYPE_AES: of('optee', { algorithm: 'aes' }),
  TEE_TYPE_GENERIC_SECRET: of('optee', {}, { quiet: true, nothing: true }),
  CKM_RSA_PKCS: ckm({ algorithm: 'rsa', padding: 'pkcs1v15' }),
  CKM_RSA_PKCS_OAEP: ckm({ algorithm: 'rsaes-oaep' }),
  CKM_RSA_PKCS_PSS: ckm({ algorithm: 'rsassa-pss' }),
  CKM_RSA_X_509: ckm({ algorithm: 'rsa', padding: 'none' }),
  CKM_RSA_PKCS_KEY_PAIR_GEN: ckm({ algorithm: 'rsa', functions: KEYGEN }),
  CKM_EC_KEY_PAIR_GEN: ckm({ algorithm: 'ec', functions: KEYGEN }),
  CKM_EC_EDWARDS_KEY_PAIR_GEN: ckm({ algorithm: 'eddsa', functions: KEYGEN }),
  CKM_EC_MONTGOMERY_KEY_PAIR_GEN: ckm({ algorithm: 'ecdh', functions: KEYGEN }),
  CKM_ECDH1_DERIVE: ckm({ algorithm: 'ecdh', functions: DERIVE }),
  CKM_ECDH1_COFACTOR_DERIVE: ckm({ algorithm: 'ecdh', functions: DERIVE }),
  CKM_DH_PKCS_DERIVE: ckm({ algorithm: 'ffdh', functions: DERIVE }),
  CKM_DH_PKCS_KEY_PAIR_GEN: ckm({ algorithm: 'ffdh', functions: KEYGEN }),
  CKM_SHA_1: ckm({ algorithm: 'sha-1' }),
  CKM_SHA_1_HMAC: ckm({ algorithm: 'hmac', digest: 'sha-1' }),
  CKM_AES_CBC_PAD: ckm({ algorithm: 'aes', mode: 'cbc', padding: 'pkcs7' }),
  CKM_AES_KEY_WRAP: ckm({ algorithm: 'aes', mode: 'kw' }),
  CKM_AES_KEY_WRAP_PAD: ckm({ algorithm: 'aes', mode: 'kwp' }),
  CKM_PKCS5_PBKD2: ckm({ algorithm: 'pbkdf2' }),
  ...Object.fromEntries(
    (['1', '256', '384', '512'] as const).flatMap((bits) => {
      const digest = `sha-${bits}` as const;
      return [
        [`CKM_SHA${bits}_RSA_PKCS`, ckm({ algorithm: 'rsassa-pkcs1', digest })],
        [`CKM_SHA${bits}_RSA_PKCS_PSS`, ckm({ algorithm: 'rsassa-pss', digest })],
      ] as const;
    }),
  ),
  kCCEncrypt: of('commoncrypto', {}, { quiet: true, operation: 'encrypt' }),
  kCCDecrypt: of('commoncrypto', {}, { quiet: true, operation: 'decrypt' }),
  kCCAlgorithmAES: of('commoncrypto', { algorithm: 'aes' }),
  kCCAlgorithmAES128: of('commoncrypto', { algorithm: 'aes' }), // the block's bits, whatever the key's
  kCCAlgorithm3DES: of('commoncrypto', { algorithm: '3des' }),
  kCCAlgorithmDES: of('commoncrypto', { algorithm: 'des' }),
  kCCAlgorithmRC4: of('commoncrypto', { algorithm: 'rc4' }),
  kCCAlgorithmBlowfish: of('commoncrypto', { algorithm: 'blowfish' }),
  kCCAlgorithmCAST: of('commoncrypto', { algorithm: 'cast5' }),
  BCRYPT_RSA_ALGORITHM: of('cng', { algorithm: 'rsa' }),
  BCRYPT_RNG_ALGORITHM: of('cng', { algorithm: 'csprng' }),
  BCRYPT_3DES_ALGORITHM: of('cng', { algorithm: '3des' }),
};

/** Calls of operating systems. */
export const PLATFORM_ROWS: readonly CallRow[] = [...LINUX, ...OPTEE, ...CNG, ...APPLE];
