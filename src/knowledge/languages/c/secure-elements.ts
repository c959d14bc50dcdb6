// Chips beside the processor: Microchip CryptoAuthLib (atcab_*), Infineon OPTIGA Trust M (optiga_crypt.h), ST STSAFE-A (stsafea_*.h), and
// TPM 2.0 through tpm2-tss (tss2_esys.h) and wolfTPM (tpm2_wrap.h). What is not here is read by its name.

import { DECRYPT, DERIVE, DIGEST, ENCRYPT, fixed, GENERATE, KEYGEN, rowsOf, SIGN, TAG, VERIFY } from '../make-row.ts';
import type { CallRow, Constant, Says } from '../row.ts';

// ATECC608 data sheet: P-256, SHA-256 and AES-128 are all that it has.
const atca = rowsOf('cryptoauthlib', 'atcab_');
const P256 = { curve: 'secp256r1' } as const;
const AES128 = { algorithm: 'aes', keyBits: 128 } as const;
const CRYPTOAUTHLIB: readonly CallRow[] = [
  ...fixed(atca, 'sign sign_base sign_internal sign_ext', { algorithm: 'ecdsa', ...P256 }, SIGN),
  ...fixed(
    atca,
    'verify verify_extern verify_extern_mac verify_stored verify_stored_mac verify_validate verify_invalidate verify_extern_ext',
    { algorithm: 'ecdsa', ...P256 },
    VERIFY,
  ),
  ...fixed(atca, 'genkey genkey_base genkey_ext', { algorithm: 'ec', ...P256 }, KEYGEN),
  ...fixed(atca, 'ecdh ecdh_base ecdh_enc ecdh_ioenc ecdh_tempkey ecdh_tempkey_ioenc', { algorithm: 'ecdh', ...P256 }, DERIVE),
  ...fixed(
    atca,
    'sha sha_base sha_start sha_update sha_end hw_sha2_256 hw_sha2_256_init hw_sha2_256_update hw_sha2_256_finish',
    { algorithm: 'sha-256' },
    DIGEST,
  ),
  ...fixed(atca, 'sha_hmac sha_hmac_ext sha_hmac_init sha_hmac_update sha_hmac_finish hmac', { algorithm: 'hmac', digest: 'sha-256' }, TAG),
  ...fixed(atca, 'mac checkmac checkmac_with_response_mac', { algorithm: 'sha-256' }, TAG),
  ...fixed(atca, 'kdf kdf_ext', { algorithm: 'hkdf', digest: 'sha-256' }, DERIVE),
  ...fixed(atca, 'derivekey', { algorithm: 'sha-256' }, DERIVE),
  ...fixed(atca, 'aes_encrypt aes_encrypt_ext', { ...AES128, mode: 'ecb' }, ENCRYPT),
  ...fixed(atca, 'aes_decrypt aes_decrypt_ext', { ...AES128, mode: 'ecb' }, DECRYPT),
  ...(['cbc', 'ctr', 'gcm', 'ccm'] as const).flatMap((mode) => [
    ...fixed(atca, `aes_${mode}_init aes_${mode}_init_ext aes_${mode}_init_rand`, { ...AES128, mode }),
    ...fixed(atca, `aes_${mode}_encrypt_block aes_${mode}_encrypt_update aes_${mode}_encrypt_finish`, { ...AES128, mode }, ENCRYPT),
    ...fixed(atca, `aes_${mode}_decrypt_block aes_${mode}_decrypt_update aes_${mode}_decrypt_finish`, { ...AES128, mode }, DECRYPT),
  ]),
  ...fixed(atca, 'aes_cmac_init aes_cmac_update aes_cmac_finish', { algorithm: 'cmac', parts: [AES128] }, TAG),
  ...fixed(atca, 'random random_ext', { algorithm: 'csprng' }, GENERATE),
];

const optiga = rowsOf('optiga-trust', 'optiga_crypt_');
const OPTIGA: readonly CallRow[] = [
  ...optiga.calls('hash hash_start', { algorithm: '1' }, { functions: DIGEST }),
  optiga.call('ecc_generate_keypair', { curve: '1' }, { uses: { algorithm: 'ec' }, functions: KEYGEN }),
  ...fixed(optiga, 'ecdsa_sign', { algorithm: 'ecdsa' }, SIGN),
  ...fixed(optiga, 'ecdsa_verify', { algorithm: 'ecdsa' }, VERIFY),
  ...fixed(optiga, 'ecdh', { algorithm: 'ecdh' }, DERIVE),
  optiga.call('rsa_generate_keypair', { keyBits: '1' }, { uses: { algorithm: 'rsa' }, functions: KEYGEN }),
  optiga.call('rsa_sign', { algorithm: '1' }, { functions: SIGN }),
  optiga.call('rsa_verify', { algorithm: '1' }, { functions: VERIFY }),
  ...fixed(optiga, 'rsa_encrypt_message', { algorithm: 'rsaes-pkcs1' }, ENCRYPT),
  ...fixed(optiga, 'rsa_decrypt_and_export', { algorithm: 'rsaes-pkcs1' }, DECRYPT),
  optiga.call('symmetric_encrypt', { mode: '1' }, { uses: { algorithm: 'aes' }, functions: ENCRYPT }),
  optiga.call('symmetric_decrypt', { mode: '1' }, { uses: { algorithm: 'aes' }, functions: DECRYPT }),
  ...fixed(optiga, 'symmetric_encrypt_ecb', { algorithm: 'aes', mode: 'ecb' }, ENCRYPT),
  optiga.call('symmetric_generate_key', { algorithm: '1' }, { functions: KEYGEN, needs: true }),
  ...fixed(optiga, 'tls_prf_sha256', { algorithm: 'tls-prf', digest: 'sha-256' }, DERIVE),
  optiga.call('hkdf', { algorithm: '1' }, { uses: { algorithm: 'hkdf' }, functions: DERIVE }),
  optiga.call('hmac', { algorithm: '1' }, { uses: { algorithm: 'hmac' }, functions: TAG }),
  ...fixed(optiga, 'random', { algorithm: 'csprng' }, GENERATE),
];

// STSAFE-A1xx: ECDSA and ECDH on NIST and Brainpool curves, AES-128.
const stsafe = rowsOf('stsafe');
const STSAFE: readonly CallRow[] = [
  ...fixed(stsafe, 'StSafeA_GenerateSignature stsafea_ecc_generate_signature stse_ecc_generate_signature', { algorithm: 'ecdsa' }, SIGN),
  ...fixed(
    stsafe,
    'StSafeA_VerifyMessageSignature StSafeA_VerifyEntitySignature stse_ecc_verify_signature',
    { algorithm: 'ecdsa' },
    VERIFY,
  ),
  ...fixed(stsafe, 'StSafeA_EstablishKey stse_ecc_establish_shared_secret', { algorithm: 'ecdh' }, DERIVE),
  ...fixed(stsafe, 'StSafeA_GenerateKeyPair stse_generate_ecc_key_pair', { algorithm: 'ec' }, KEYGEN),
  ...fixed(stsafe, 'StSafeA_WrapLocalEnvelope', { algorithm: 'aes', mode: 'kw' }, ENCRYPT),
  ...fixed(stsafe, 'StSafeA_UnwrapLocalEnvelope', { algorithm: 'aes', mode: 'kw' }, DECRYPT),
  ...fixed(stsafe, 'StSafeA_GenerateRandom stse_generate_random', { algorithm: 'csprng' }, GENERATE),
];

const esys = rowsOf('tpm2-tss', 'Esys_');
const wolftpm = rowsOf('wolftpm', 'wolfTPM2_');
const TPM: readonly CallRow[] = [
  esys.call('Hash', { algorithm: '5' }, { functions: DIGEST }),
  esys.call('HashSequenceStart', { algorithm: '5' }, { functions: DIGEST }),
  esys.call('HMAC', { digest: '6' }, { uses: { algorithm: 'hmac' }, functions: TAG }),
  ...fixed(esys, 'RSA_Encrypt', { algorithm: 'rsa' }, ENCRYPT),
  ...fixed(esys, 'RSA_Decrypt', { algorithm: 'rsa' }, DECRYPT),
  ...fixed(esys, 'ECDH_KeyGen ECDH_ZGen', { algorithm: 'ecdh' }, DERIVE),
  ...fixed(esys, 'GetRandom', { algorithm: 'csprng' }, GENERATE),
  wolftpm.call('GetKeyTemplate_ECC', { curve: '2', algorithm: '3' }, { uses: { algorithm: 'ec' } }),
  wolftpm.call('GetKeyTemplate_ECC_ex', { digest: '1', curve: '3', algorithm: '4' }, { uses: { algorithm: 'ec' } }),
  ...wolftpm.calls('GetKeyTemplate_RSA', {}, { uses: { algorithm: 'rsa' } }),
  wolftpm.call('GetKeyTemplate_RSA_ex', { digest: '1', keyBits: '3' }, { uses: { algorithm: 'rsa' } }),
  ...['SRK', 'AIK', 'EK'].flatMap((key) => [
    wolftpm.call(`GetKeyTemplate_RSA_${key}`, {}, { uses: { algorithm: 'rsa', keyBits: 2048 } }),
    wolftpm.call(`GetKeyTemplate_ECC_${key}`, {}, { uses: { algorithm: 'ec', ...P256 } }),
  ]),
  wolftpm.call('GetKeyTemplate_Symmetric', { keyBits: '1', mode: '2' }, { uses: { algorithm: 'aes' } }),
  ...wolftpm.calls('CreateSRK CreateEK', { algorithm: '2' }, { functions: KEYGEN, needs: true }),
  wolftpm.call('HashStart', { algorithm: '2' }, { functions: DIGEST }),
  wolftpm.call('HmacStart', { digest: '3' }, { uses: { algorithm: 'hmac' }, functions: TAG }),
  ...fixed(wolftpm, 'RsaEncrypt', { algorithm: 'rsa' }, ENCRYPT),
  ...fixed(wolftpm, 'RsaDecrypt', { algorithm: 'rsa' }, DECRYPT),
  ...fixed(wolftpm, 'ECDHGen ECDHGenKey ECDHGenZ', { algorithm: 'ecdh' }, DERIVE),
  ...fixed(wolftpm, 'GetRandom', { algorithm: 'csprng' }, GENERATE),
];

const tpm = (says: Says): Constant => ({ library: 'tpm2-tss', says });
const TPM_NAMES: Readonly<Record<string, Says>> = {
  RSASSA: { algorithm: 'rsassa-pkcs1' },
  RSAPSS: { algorithm: 'rsassa-pss' },
  RSAES: { algorithm: 'rsaes-pkcs1' },
  OAEP: { algorithm: 'rsaes-oaep' },
  ECDAA: { algorithm: 'ecdsa' },
  KEYEDHASH: { algorithm: 'hmac' },
  KDF1_SP800_108: { algorithm: 'sp800-108' },
  KDF1_SP800_56A: { algorithm: 'sp800-56c' },
};

/** Signature schemes of OPTIGA Trust M. */
export const OPTIGA_CONSTANTS: Readonly<Record<string, Constant>> = Object.fromEntries(
  (['256', '384', '512'] as const).map((bits) => [
    `OPTIGA_RSASSA_PKCS1_V15_SHA${bits}`,
    { library: 'optiga-trust', says: { algorithm: 'rsassa-pkcs1', digest: `sha-${bits}` }, quiet: true } as const,
  ]),
);

/** Constants of TPM 2.0 (Part 2, table 9) whose names do not say it, by either prefix. */
export const TPM_CONSTANTS: Readonly<Record<string, Constant>> = Object.fromEntries(
  ['TPM2_ALG_', 'TPM_ALG_'].flatMap((prefix) => [
    ...Object.entries(TPM_NAMES).map(([name, says]) => [`${prefix}${name}`, tpm(says)] as const),
    [`${prefix}NULL`, { library: 'tpm2-tss', says: {}, quiet: true, nothing: true }] as const,
  ]),
);

/** Calls of secure elements and TPMs. */
export const SECURE_ELEMENT_ROWS: readonly CallRow[] = [...CRYPTOAUTHLIB, ...OPTIGA, ...STSAFE, ...TPM];
