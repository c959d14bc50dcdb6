// Beginnings of function names by which drivers and libraries are known whose functions say in their names what they do. Sources: the
// public headers of each SDK, named beside its rows.

/** `[beginning, library]`; the first that fits is taken. */
export const LIBRARY_PREFIXES: readonly (readonly [start: string, library: string])[] = [
  // MCUboot, boot/bootutil/include/bootutil/crypto/*.h
  ['bootutil_', 'mcuboot'],
  // ESP-IDF: components/mbedtls/port, components/esp_security, ROM
  ['esp_aes_', 'esp-idf'],
  ['esp_sha', 'esp-idf'],
  ['esp_crypto_', 'esp-idf'],
  ['bootloader_sha', 'esp-idf'],
  ['ets_sha_', 'esp-idf'],
  ['ets_aes_', 'esp-idf'],
  ['ets_hmac_', 'esp-idf'],
  ['ets_ecdsa_', 'esp-idf'],
  ['ets_rsa_', 'esp-idf'],
  // STM32Cube: stm32*_hal_cryp.h, _hash.h, _pka.h; X-CUBE-CRYPTOLIB
  ['HAL_CRYP', 'stm32-hal'],
  ['HAL_HASH', 'stm32-hal'],
  ['HAL_HMAC', 'stm32-hal'],
  ['HAL_PKA_', 'stm32-hal'],
  ['cmox_', 'x-cube-cryptolib'],
  // MCUXpresso SDK: fsl_caam.h, fsl_casper.h, fsl_dcp.h, fsl_hashcrypt.h, fsl_ltc.h, fsl_mmcau.h; mcuxCl; plug and trust
  ['CAAM_', 'nxp-caam'],
  ['CASPER_', 'nxp-casper'],
  ['DCP_', 'nxp-dcp'],
  ['HASHCRYPT_', 'nxp-hashcrypt'],
  ['LTC_', 'nxp-ltc'],
  ['MMCAU_', 'nxp-mmcau'],
  ['mmcau_', 'nxp-mmcau'],
  ['mcuxCl', 'nxp-els'],
  ['ELS_', 'nxp-els'],
  ['CSS_', 'nxp-els'],
  ['Se05x_', 'nxp-se05x'],
  ['sss_', 'nxp-se05x'],
  // Arm CryptoCell: crys_*.h, cc_*.h; Nordic's nrf_cc3xx, nrf_crypto, Oberon
  ['CRYS_', 'cryptocell'],
  ['SaSi_', 'cryptocell'],
  ['CC_', 'cryptocell'],
  ['cc3xx_', 'nrf-cc3xx'],
  ['nrf_cc3xx_', 'nrf-cc3xx'],
  ['nrf_cc310_', 'nrf-cc3xx'],
  ['nrf_crypto_', 'nrf-crypto'],
  ['ocrypto_', 'ocrypto'],
  ['oberon_', 'ocrypto'],
  // Gecko SDK: sl_se_manager_*.h
  ['sl_se_', 'silabs-se'],
  ['sli_se_', 'silabs-se'],
  // Renesas FSP: r_sce_if.h, r_rsip_api.h
  ['R_SCE_', 'renesas-sce'],
  ['R_RSIP_', 'renesas-rsip'],
  ['R_TSIP_', 'renesas-tsip'],
  // SimpleLink SDK: ti/drivers/{AESCBC,AESCCM,AESCMAC,AESCTR,AESECB,AESGCM,ECDH,ECDSA,ECJPAKE,EDDSA,SHA2}.h
  ['AESCBC_', 'ti-drivers'],
  ['AESCCM_', 'ti-drivers'],
  ['AESCMAC_', 'ti-drivers'],
  ['AESCTR_', 'ti-drivers'],
  ['AESECB_', 'ti-drivers'],
  ['AESGCM_', 'ti-drivers'],
  ['ECDH_', 'ti-drivers'],
  ['ECDSA_', 'ti-drivers'],
  ['ECJPAKE_', 'ti-drivers'],
  ['EDDSA_', 'ti-drivers'],
  ['SHA2_', 'ti-drivers'],
  // Secure elements: CryptoAuthLib, OPTIGA Trust, STSAFE
  ['atcab_', 'cryptoauthlib'],
  ['calib_', 'cryptoauthlib'],
  ['optiga_', 'optiga-trust'],
  ['stsafe_', 'stsafe'],
  ['StSafeA_', 'stsafe'],
  // Infineon PSoC: cy_crypto_core_*.h
  ['Cy_Crypto_', 'infineon-crypto'],
  // further software
  ['nettle_', 'nettle'],
  ['gnutls_', 'gnutls'],
  ['gcry_', 'libgcrypt'],
  ['wolfSSL_', 'wolfssl'],
  ['libssh2_', 'libssh2'],
  ['mlk_', 'mlkem-native'],
  ['mld_', 'mldsa-native'],
];
