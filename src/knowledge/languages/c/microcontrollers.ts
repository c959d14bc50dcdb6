// Crypto peripherals of NXP (MCUXpresso SDK: fsl_caam.h, fsl_dcp.h, fsl_hashcrypt.h, fsl_ltc.h, fsl_mmcau.h, mcuxCl*), Nordic (nRF5 SDK
// nrf_crypto_*.h), Arm CryptoCell (crys_*.h, cc_*.h), Silicon Labs (sl_se_manager_*.h), Renesas (r_sce_if.h, r_rsip_api.h), Infineon
// (cy_crypto_core_*.h): calls whose arguments say more than their names; the rest are read by their names.

import { DERIVE, DIGEST, ENCRYPT, fixed, GENERATE, KEYGEN, rowsOf, SIGN, TAG, VERIFY } from '../make-row.ts';
import type { CallRow } from '../row.ts';

const caam = rowsOf('nxp-caam', 'CAAM_');
const ltc = rowsOf('nxp-ltc', 'LTC_');
const dcp = rowsOf('nxp-dcp', 'DCP_');
const hashcrypt = rowsOf('nxp-hashcrypt', 'HASHCRYPT_');
const AES = { algorithm: 'aes' } as const;

const NXP: readonly CallRow[] = [
  ...caam.calls('AES_EncryptEcb AES_DecryptEcb', { keyBytes: '6' }, { uses: { ...AES, mode: 'ecb' } }),
  ...caam.calls('AES_EncryptCbc AES_DecryptCbc', { keyBytes: '7' }, { uses: { ...AES, mode: 'cbc' } }),
  ...caam.calls('AES_CryptCtr', { keyBytes: '7' }, { uses: { ...AES, mode: 'ctr' } }),
  ...caam.calls('AES_EncryptTagGcm AES_DecryptTagGcm', { keyBytes: '10', tagBytes: '12' }, { uses: { ...AES, mode: 'gcm' } }),
  ...caam.calls('AES_EncryptTagCcm AES_DecryptTagCcm', { keyBytes: '10', tagBytes: '12' }, { uses: { ...AES, mode: 'ccm' } }),
  caam.call('HASH', { algorithm: '2' }, { functions: DIGEST }),
  caam.call('HASH_Init', { algorithm: '3' }, { functions: DIGEST }),
  ...fixed(caam, 'RNG_GetRandomData', { algorithm: 'csprng' }, GENERATE),
  ...fixed(caam, 'PKHA_ModExp', { algorithm: 'rsa' }),
  ...fixed(caam, 'PKHA_ECC_PointMul', { algorithm: 'ec' }),
  ...ltc.calls('AES_EncryptEcb AES_DecryptEcb', { keyBytes: '5' }, { uses: { ...AES, mode: 'ecb' } }),
  ...ltc.calls('AES_EncryptCbc AES_DecryptCbc', { keyBytes: '6' }, { uses: { ...AES, mode: 'cbc' } }),
  ...ltc.calls('AES_CryptCtr', { keyBytes: '6' }, { uses: { ...AES, mode: 'ctr' } }),
  ...ltc.calls('AES_EncryptTagGcm AES_DecryptTagGcm', { keyBytes: '9', tagBytes: '11' }, { uses: { ...AES, mode: 'gcm' } }),
  ...ltc.calls('AES_EncryptTagCcm AES_DecryptTagCcm', { keyBytes: '9', tagBytes: '11' }, { uses: { ...AES, mode: 'ccm' } }),
  ltc.call('HASH', { algorithm: '1' }, { functions: DIGEST }),
  ltc.call('HASH_Init', { algorithm: '2' }, { functions: DIGEST }),
  dcp.call('AES_SetKey', { keyBytes: '3' }, { uses: { ...AES, keyBits: 128 } }),
  dcp.call('HASH', { algorithm: '2' }, { functions: DIGEST }),
  dcp.call('HASH_Init', { algorithm: '3' }, { functions: DIGEST }),
  hashcrypt.call('AES_SetKey', { keyBytes: '3' }, { uses: AES, object: '1' }),
  ...(['Ecb', 'Cbc'] as const).flatMap((name) =>
    hashcrypt.calls(`AES_Encrypt${name} AES_Decrypt${name}`, {}, { uses: { ...AES, mode: name === 'Ecb' ? 'ecb' : 'cbc' }, object: '1' }),
  ),
  hashcrypt.call('SHA', { algorithm: '1' }, { functions: DIGEST }),
  hashcrypt.call('SHA_Init', { algorithm: '2' }, { functions: DIGEST, object: '1' }),
  ...hashcrypt.calls('SHA_Update SHA_Finish', {}, { functions: DIGEST, object: '1', needs: true }),
  ...rowsOf('nxp-mmcau').calls('MMCAU_AES_SetKey', { keyBytes: '1' }, { uses: AES }),
  ...fixed(rowsOf('nxp-casper', 'CASPER_'), 'ModExp', { algorithm: 'rsa' }),
];

// EdgeLock Enclave: its elliptic curve is P-256, its keyed hash HMAC-SHA-256 (UM11424 §49, mcuxClEls headers).
const els = rowsOf('nxp-els', 'mcuxCl');
const P256 = { curve: 'secp256r1' } as const;
const ELS: readonly CallRow[] = [
  ...fixed(els, 'Els_EccSign_Async', { algorithm: 'ecdsa', ...P256 }, SIGN),
  ...fixed(els, 'Els_EccVerify_Async', { algorithm: 'ecdsa', ...P256 }, VERIFY),
  ...fixed(els, 'Els_EccKeyGen_Async', { algorithm: 'ec', ...P256 }, KEYGEN),
  ...fixed(els, 'Els_EccKeyExchange_Async', { algorithm: 'ecdh', ...P256 }, DERIVE),
  ...fixed(els, 'Els_Cipher_Async', AES, ENCRYPT),
  ...fixed(els, 'Els_Aead_Init_Async Els_Aead_UpdateData_Async Els_Aead_Finalize_Async', { ...AES, mode: 'gcm' }),
  ...fixed(els, 'Els_Hmac_Async', { algorithm: 'hmac', digest: 'sha-256' }, TAG),
  ...fixed(els, 'Els_Cmac_Async', { algorithm: 'cmac', parts: [AES] }, TAG),
  ...fixed(els, 'Els_Ckdf_Sp800108_Async', { algorithm: 'sp800-108', parts: [{ algorithm: 'cmac' }] }, DERIVE),
  ...fixed(els, 'Els_Hkdf_Rfc5869_Async Els_Hkdf_Sp80056c_Async', { algorithm: 'hkdf', digest: 'sha-256' }, DERIVE),
  ...fixed(els, 'Els_Hash_Async', { algorithm: 'sha-2' }, DIGEST),
  ...fixed(els, 'Els_Rng_DrbgRequest_Async Prng_generate_word', { algorithm: 'csprng' }, GENERATE),
  ...els.calls('Hash_compute', { algorithm: '1' }, { functions: DIGEST }),
  ...els.calls('Hash_init', { algorithm: '2' }, { functions: DIGEST }),
  ...els.calls('Mac_compute', { algorithm: '2' }, { functions: TAG }),
  ...els.calls('Cipher_crypt', { algorithm: '2' }, { functions: ENCRYPT }),
  ...els.calls('Rsa_sign', { padding: '4' }, { uses: { algorithm: 'rsa' }, functions: SIGN }),
  ...els.calls('Rsa_verify', { padding: '4' }, { uses: { algorithm: 'rsa' }, functions: VERIFY }),
];

// Plug and Trust middleware (fsl_sss_api.h): what a context is for is an argument.
const sss = rowsOf('nxp-se05x', 'sss_');
const SSS: readonly CallRow[] = [
  sss.call('digest_context_init', { algorithm: '2' }, { functions: DIGEST, object: '0' }),
  ...sss.calls('symmetric_context_init aead_context_init', { algorithm: '3' }, { object: '0', sets: true }),
  sss.call('mac_context_init', { algorithm: '3' }, { functions: TAG, object: '0' }),
  sss.call('asymmetric_context_init', { algorithm: '3' }, { object: '0' }),
  sss.call('derive_key_context_init', { algorithm: '3' }, { functions: DERIVE, object: '0' }),
  ...sss.calls('asymmetric_sign_digest asymmetric_sign', {}, { functions: SIGN, object: '0', needs: true }),
  ...sss.calls('asymmetric_verify_digest asymmetric_verify', {}, { functions: VERIFY, object: '0', needs: true }),
  sss.call('key_object_allocate_handle', { algorithm: '3' }, { object: '0', needs: true }),
  sss.call('key_store_generate_key', { keyBits: '2' }, { functions: KEYGEN, object: '1', needs: true }),
  ...fixed(sss, 'rng_get_random', { algorithm: 'csprng' }, GENERATE),
];

const nordic = rowsOf('nrf-crypto', 'nrf_crypto_');
const NORDIC: readonly CallRow[] = [
  ...nordic.calls('hash_init hash_calculate', { algorithm: '1' }, { functions: DIGEST, object: '0' }),
  ...nordic.calls('hash_update hash_finalize', {}, { functions: DIGEST, object: '0', needs: true }),
  ...nordic.calls('hmac_init hmac_calculate', { algorithm: '1' }, { uses: { algorithm: 'hmac' }, functions: TAG, object: '0' }),
  ...nordic.calls('hmac_update hmac_finalize', {}, { uses: { algorithm: 'hmac' }, functions: TAG, object: '0' }),
  ...nordic.calls('aes_init aes_crypt aead_init', { algorithm: '1' }, { object: '0', sets: true }),
  ...nordic.calls('aead_crypt aes_update aes_finalize', {}, { object: '0', needs: true }),
  nordic.call('hkdf_calculate', { digest: '1' }, { uses: { algorithm: 'hkdf' }, functions: DERIVE }),
  ...nordic.calls('ecc_key_pair_generate', { curve: '1' }, { uses: { algorithm: 'ec' }, functions: KEYGEN }),
  ...nordic.calls('ecc_public_key_from_raw ecc_private_key_from_raw', { curve: '0' }, { uses: { algorithm: 'ec' } }),
  nordic.call('rng_vector_generate', { outputBytes: '1' }, { uses: { algorithm: 'csprng' }, functions: GENERATE }),
  ...fixed(
    rowsOf('nrf-softdevice'),
    'sd_ecb_block_encrypt sd_ecb_blocks_encrypt',
    { algorithm: 'aes', keyBits: 128, mode: 'ecb' },
    ENCRYPT,
  ),
  ...fixed(
    rowsOf('nrf-softdevice'),
    'sd_rand_application_vector_get nrf_drv_rng_rand nrfx_rng_random_value_get',
    { algorithm: 'csprng' },
    GENERATE,
  ),
];

const crys = rowsOf('cryptocell');
const CRYPTOCELL: readonly CallRow[] = [
  ...['CRYS', 'CC'].flatMap((start) => {
    const [hash, hmac] = start === 'CRYS' ? ['CRYS_HASH', 'CRYS_HMAC'] : ['CC_Hash', 'CC_Hmac'];
    const join = start === 'CRYS' ? '_' : '';
    return [
      crys.call(`${hash}${join}Init`, { algorithm: '1' }, { functions: DIGEST, object: '0' }),
      ...crys.calls(`${hash}${join}Update ${hash}${join}Finish`, {}, { functions: DIGEST, object: '0', needs: true }),
      crys.call(hash, { algorithm: '0' }, { functions: DIGEST }),
      crys.call(`${hmac}${join}Init`, { digest: '1' }, { uses: { algorithm: 'hmac' }, functions: TAG, object: '0' }),
      crys.call(hmac, { digest: '0' }, { uses: { algorithm: 'hmac' }, functions: TAG }),
    ];
  }),
  ...crys.calls('SaSi_AesInit CC_AesInit', { mode: '2', operation: '1' }, { uses: AES, object: '0', sets: true }),
  ...crys.calls('SaSi_AesBlock SaSi_AesFinish CC_AesBlock CC_AesFinish', {}, { uses: AES, object: '0' }),
  ...crys.calls('CRYS_ECPKI_GetEcDomain CC_EcpkiGetEcDomain', { curve: '0' }, { uses: { algorithm: 'ec' } }),
  ...fixed(crys, 'CRYS_ECPKI_GenKeyPair CC_EcpkiKeyPairGenerate', { algorithm: 'ec' }, KEYGEN),
  ...fixed(crys, 'CRYS_ECDH_SVDP_DH CC_EcdhSvdpDh', { algorithm: 'ecdh' }, DERIVE),
  ...fixed(crys, 'CRYS_ECEDW_Sign CC_EcEdwSign', { algorithm: 'ed25519' }, SIGN),
  ...fixed(crys, 'CRYS_ECEDW_Verify CC_EcEdwVerify', { algorithm: 'ed25519' }, VERIFY),
  ...fixed(crys, 'CRYS_ECMONT_Scalarmult CC_EcMontScalarmult', { algorithm: 'x25519' }, DERIVE),
  ...fixed(crys, 'CRYS_RSA_PSS_Sign CC_RsaPssSign', { algorithm: 'rsassa-pss' }, SIGN),
  ...fixed(crys, 'CRYS_RSA_PSS_Verify CC_RsaPssVerify', { algorithm: 'rsassa-pss' }, VERIFY),
  ...fixed(crys, 'CRYS_RND_GenerateVector CC_RndGenerateVector', { algorithm: 'csprng' }, GENERATE),
];

const silabs = rowsOf('silabs-se', 'sl_se_');
const SILABS: readonly CallRow[] = [
  silabs.call('hash', { algorithm: '1' }, { functions: DIGEST }),
  silabs.call('hmac', { digest: '2' }, { uses: { algorithm: 'hmac' }, functions: TAG }),
  silabs.call('ecc_sign', { digest: '2' }, { uses: { algorithm: 'ecdsa' }, functions: SIGN }),
  silabs.call('ecc_verify', { digest: '2' }, { uses: { algorithm: 'ecdsa' }, functions: VERIFY }),
  silabs.call('derive_key_hkdf', { digest: '2' }, { uses: { algorithm: 'hkdf' }, functions: DERIVE }),
  silabs.call('derive_key_pbkdf2_hmac', { digest: '2', iterations: '5' }, { uses: { algorithm: 'pbkdf2' }, functions: DERIVE }),
  silabs.call('get_random', { outputBytes: '2' }, { uses: { algorithm: 'csprng' }, functions: GENERATE }),
];

// em_crypto.h, em_aes.h: the mode and the size stand in the name.
const SIZED_MODES = { ECB: 'ecb', CBC: 'cbc', CFB: 'cfb', OFB: 'ofb', CTR: 'ctr' } as const;
const emlib = rowsOf('silabs-crypto');
const EMLIB: readonly CallRow[] = [
  ...Object.entries(SIZED_MODES).flatMap(([name, mode]) =>
    ([128, 256] as const).flatMap((keyBits) =>
      fixed(emlib, `CRYPTO_AES_${name}${keyBits} AES_${name}${keyBits}`, { ...AES, mode, keyBits }),
    ),
  ),
  ...fixed(emlib, 'CRYPTO_SHA_1', { algorithm: 'sha-1' }, DIGEST),
  ...fixed(emlib, 'CRYPTO_SHA_256', { algorithm: 'sha-256' }, DIGEST),
];

const rsip = rowsOf('renesas-rsip', 'R_RSIP_');
const cypress = rowsOf('infineon-crypto', 'Cy_Crypto_Core_');
const FURTHER: readonly CallRow[] = [
  rsip.call('SHA_Compute', { algorithm: '1' }, { functions: DIGEST }),
  rsip.call('SHA_Init', { algorithm: '1' }, { functions: DIGEST }),
  rsip.call('AES_Cipher_Init', { mode: '1' }, { uses: AES }),
  rsip.call('AES_AEAD_Init', { mode: '1' }, { uses: AES }),
  cypress.call('Sha', { algorithm: '4' }, { functions: DIGEST }),
  cypress.call('Sha_Init', { algorithm: '2' }, { functions: DIGEST }),
  cypress.call('Hmac', { digest: '6' }, { uses: { algorithm: 'hmac' }, functions: TAG }),
  cypress.call('Aes_Init', { algorithm: '2' }, { uses: AES, object: '3' }),
  ...(['Ecb', 'Cbc', 'Cfb', 'Ctr'] as const).map((name) =>
    cypress.call(
      `Aes_${name}`,
      {},
      { uses: { ...AES, mode: name === 'Ecb' ? 'ecb' : name === 'Cbc' ? 'cbc' : name === 'Cfb' ? 'cfb' : 'ctr' } },
    ),
  ),
  ...fixed(cypress, 'Trng', { algorithm: 'csprng' }, GENERATE),
];

/** Calls of the drivers of microcontrollers. */
export const MICROCONTROLLER_ROWS: readonly CallRow[] = [...NXP, ...ELS, ...SSS, ...NORDIC, ...CRYPTOCELL, ...SILABS, ...EMLIB, ...FURTHER];
