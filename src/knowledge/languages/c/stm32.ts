// STM32Cube HAL (stm32*_hal_cryp.h, _cryp_ex.h, _hash.h, _hash_ex.h, _pka.h, _rng.h) and X-CUBE-CRYPTOLIB 4 (cmox_*.h). A cipher of the HAL is
// chosen in the handle's Init structure or, in older versions, by the name of the call.

import { DECRYPT, DERIVE, DIGEST, ENCRYPT, fixed, GENERATE, rowsOf, SIGN, TAG, VERIFY } from '../make-row.ts';
import type { CallRow, Constant, Says } from '../row.ts';

const hal = rowsOf('stm32-hal', 'HAL_');

const IN_HANDLE = { algorithm: '0.Init.Algorithm', mode: '0.Init.ChainingMode', keyBits: '0.Init.KeySize' } as const;
const MODES = { ECB: 'ecb', CBC: 'cbc', CTR: 'ctr', GCM: 'gcm', CCM: 'ccm' } as const;
const VARIANTS = ['', '_IT', '_DMA'] as const;

const CRYP: readonly CallRow[] = [
  hal.call('CRYP_Init', IN_HANDLE, { needs: true }),
  hal.call('CRYP_SetConfig', { algorithm: '1.Algorithm', keyBits: '1.KeySize' }, { object: '0', sets: true, needs: true }),
  ...hal.calls(VARIANTS.map((variant) => `CRYP_Encrypt${variant}`).join(' '), IN_HANDLE, { functions: ENCRYPT, object: '0', needs: true }),
  ...hal.calls(VARIANTS.map((variant) => `CRYP_Decrypt${variant}`).join(' '), IN_HANDLE, { functions: DECRYPT, object: '0', needs: true }),
  ...hal.calls('CRYPEx_AES CRYPEx_AES_IT CRYPEx_AES_DMA', IN_HANDLE, { uses: { algorithm: 'aes' } }),
  ...hal.calls('CRYPEx_AESGCM_GenerateAuthTAG', { keyBits: '0.Init.KeySize' }, { uses: { algorithm: 'aes', mode: 'gcm' }, functions: TAG }),
  ...hal.calls('CRYPEx_AESCCM_GenerateAuthTAG', { keyBits: '0.Init.KeySize' }, { uses: { algorithm: 'aes', mode: 'ccm' }, functions: TAG }),
  ...(['ECB', 'CBC', 'CTR', 'GCM', 'CCM'] as const).flatMap((name) =>
    ['CRYP_AES', 'CRYPEx_AES'].flatMap((start) => {
      const uses: Says = { algorithm: 'aes', mode: MODES[name] };
      const roles = { keyBits: '0.Init.KeySize' };
      return VARIANTS.flatMap((variant) => [
        hal.call(`${start}${name}_Encrypt${variant}`, roles, { uses, functions: ENCRYPT }),
        hal.call(`${start}${name}_Decrypt${variant}`, roles, { uses, functions: DECRYPT }),
      ]);
    }),
  ),
];

// The Standard Peripheral Libraries before the HAL (stm32f4xx_cryp.h, stm32f4xx_hash.h).
const standard = rowsOf('stm32-hal');
const STANDARD: readonly CallRow[] = [
  ...(['ECB', 'CBC', 'CTR', 'GCM', 'CCM'] as const).flatMap((name) => {
    const place = name === 'ECB' ? 2 : name === 'CCM' ? 4 : 3;
    return [standard.call(`CRYP_AES_${name}`, { operation: '0', keyBits: `${place}` }, { uses: { algorithm: 'aes', mode: MODES[name] } })];
  }),
  ...(['ECB', 'CBC'] as const).flatMap((name) => [
    standard.call(`CRYP_DES_${name}`, { operation: '0' }, { uses: { algorithm: 'des', mode: MODES[name] } }),
    standard.call(`CRYP_TDES_${name}`, { operation: '0' }, { uses: { algorithm: '3des', mode: MODES[name] } }),
  ]),
  ...fixed(standard, 'HASH_SHA1', { algorithm: 'sha-1' }, DIGEST),
  ...fixed(standard, 'HASH_MD5', { algorithm: 'md5' }, DIGEST),
  ...fixed(standard, 'HMAC_SHA1', { algorithm: 'hmac', digest: 'sha-1' }, TAG),
  ...fixed(standard, 'HMAC_MD5', { algorithm: 'hmac', digest: 'md5' }, TAG),
];

// stm32h5, u5 and later: the algorithm stands in the handle.
const HASH: readonly CallRow[] = [
  ...hal.calls(
    'HASH_Start HASH_Start_IT HASH_Start_DMA HASH_Accumulate HASH_AccumulateLast',
    { algorithm: '0.Init.Algorithm' },
    { functions: DIGEST, needs: true },
  ),
  ...hal.calls(
    'HASH_HMAC_Start HASH_HMAC_Accumulate HASH_HMAC_AccumulateLast',
    { digest: '0.Init.Algorithm' },
    { uses: { algorithm: 'hmac' }, functions: TAG },
  ),
];

const PKA: readonly CallRow[] = [
  ...fixed(hal, 'PKA_ECDSASign PKA_ECDSASign_IT', { algorithm: 'ecdsa' }, SIGN),
  ...fixed(hal, 'PKA_ECDSAVerif PKA_ECDSAVerif_IT', { algorithm: 'ecdsa' }, VERIFY),
  ...fixed(hal, 'PKA_ECCMul PKA_ECCMul_IT PKA_ECCMulFastMode PKA_ECCDoubleBaseLadder', { algorithm: 'ec' }),
  ...fixed(hal, 'PKA_RSACRTExp PKA_RSACRTExp_IT', { algorithm: 'rsa' }),
  ...fixed(hal, 'PKA_ModExp PKA_ModExpFastMode PKA_ModExpProtectMode', { algorithm: 'rsa' }),
  ...fixed(hal, 'RNG_GenerateRandomNumber RNG_GenerateRandomNumber_IT', { algorithm: 'csprng' }, GENERATE),
  ...fixed(rowsOf('stm32-hal', 'LL_'), 'RNG_ReadRandData32', { algorithm: 'csprng' }, GENERATE),
];

const cmox = rowsOf('x-cube-cryptolib', 'cmox_');
const CMOX: readonly CallRow[] = [
  cmox.call('hash_compute', { algorithm: '0' }, { functions: DIGEST }),
  ...cmox.calls('cipher_encrypt aead_encrypt', { algorithm: '0' }, { functions: ENCRYPT }),
  ...cmox.calls('cipher_decrypt aead_decrypt', { algorithm: '0' }, { functions: DECRYPT }),
  cmox.call('mac_compute', { algorithm: '0' }, { functions: TAG }),
  cmox.call('ecdsa_sign', { curve: '1' }, { uses: { algorithm: 'ecdsa' }, functions: SIGN }),
  cmox.call('ecdsa_verify', { curve: '1' }, { uses: { algorithm: 'ecdsa' }, functions: VERIFY }),
  cmox.call('ecdh', { curve: '1' }, { uses: { algorithm: 'ecdh' }, functions: DERIVE }),
  ...['hash', 'sha256', 'cipher', 'aead', 'mac'].map((name) => cmox.call(`${name}_construct`, { algorithm: '1' }, { needs: true })),
];

const says = (what: Says): Constant => ({ library: 'stm32-hal', says: what });
const bits = (number: number): Constant => ({ library: 'stm32-hal', says: {}, quiet: true, number });

/** Constants of the HAL whose names do not say it. */
export const STM32_CONSTANTS: Readonly<Record<string, Constant>> = {
  CRYP_AES_GCM_GMAC: says({ algorithm: 'aes', mode: 'gcm' }),
  CRYP_CHAINMODE_AES_GCM_GMAC: says({ algorithm: 'aes', mode: 'gcm' }),
  CRYP_CHAINMODE_AES_CCM_CMAC: says({ algorithm: 'aes', mode: 'ccm' }),
  CRYP_AES_GMAC: says({ algorithm: 'gmac' }),
  CRYP_KEYSIZE_128B: bits(128),
  CRYP_KEYSIZE_192B: bits(192),
  CRYP_KEYSIZE_256B: bits(256),
};

/** Calls of the HAL and of X-CUBE-CRYPTOLIB. What is not here is read by its name. */
export const STM32_ROWS: readonly CallRow[] = [...CRYP, ...STANDARD, ...HASH, ...PKA, ...CMOX];
