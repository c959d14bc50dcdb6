// ESP-IDF: components/mbedtls/port/include/{aes,sha}, esp_security (esp_hmac.h, esp_ds.h), bootloader_support (esp_secure_boot.h,
// esp_flash_encrypt.h), esp-tls, efuse, nvs_flash, protocomm, and the programming guide.

import { DERIVE, DIGEST, ENCRYPT, fixed, GENERATE, rowsOf, SIGN, TAG, VERIFY } from '../make-row.ts';
import type { CallRow, Constant } from '../row.ts';

const esp = rowsOf('esp-idf', 'esp_');
const PERIPHERALS: readonly CallRow[] = [
  esp.call('aes_setkey', { keyBits: '2' }, { uses: { algorithm: 'aes' }, object: '0' }),
  ...esp.calls('aes_xts_setkey_enc aes_xts_setkey_dec', {}, { uses: { algorithm: 'aes', mode: 'xts' }, object: '0' }),
  ...(['ecb', 'cbc', 'ctr', 'ofb', 'xts'] as const).map((mode) =>
    esp.call(`aes_crypt_${mode}`, { operation: '1' }, { uses: { algorithm: 'aes', mode }, object: '0' }),
  ),
  esp.call('aes_crypt_cfb128', { operation: '1' }, { uses: { algorithm: 'aes', mode: 'cfb' }, object: '0' }),
  esp.call('aes_crypt_cfb8', { operation: '1' }, { uses: { algorithm: 'aes', mode: 'cfb8' }, object: '0' }),
  esp.call('aes_gcm_setkey', { keyBits: '3' }, { uses: { algorithm: 'aes', mode: 'gcm' }, object: '0' }),
  esp.call('aes_gcm_crypt_and_tag', { tagBytes: '9' }, { uses: { algorithm: 'aes', mode: 'gcm' }, object: '0', functions: ENCRYPT }),
  ...esp.calls('sha sha_dma sha_block', { algorithm: '0' }, { functions: DIGEST }),
  ...fixed(esp, 'hmac_calculate', { algorithm: 'hmac', digest: 'sha-256' }, TAG),
  ...fixed(esp, 'hmac_jtag_enable', { algorithm: 'hmac', digest: 'sha-256' }, TAG),
  ...fixed(esp, 'ds_sign ds_start_sign ds_finish_sign', { algorithm: 'rsa' }, SIGN),
  ...fixed(esp, 'mpi_exp_mpi_mod', { algorithm: 'rsa' }),
  ...fixed(esp, 'ecc_point_multiply', { algorithm: 'ec' }),
  esp.call('fill_random', { outputBytes: '1' }, { uses: { algorithm: 'csprng' }, functions: GENERATE }),
  ...fixed(esp, 'random', { algorithm: 'csprng' }, GENERATE),
  ...rowsOf('esp-idf').calls('bootloader_fill_random', { outputBytes: '1' }, { uses: { algorithm: 'csprng' }, functions: GENERATE }),
  ...rowsOf('esp-idf').calls('esp_efuse_write_key esp_efuse_write_keys', { algorithm: '1' }, { needs: true }),
];

// Secure Boot v2 signs with RSA-3072-PSS and SHA-256 or with ECDSA, v1 with ECDSA P-256 (esp_secure_boot.h); flash encryption is XTS-AES but
// on the ESP32, whose mode is its own.
const BOOT: readonly CallRow[] = [
  ...fixed(esp, 'secure_boot_verify_rsa_signature_block', { algorithm: 'rsassa-pss', digest: 'sha-256' }, VERIFY),
  ...fixed(esp, 'secure_boot_verify_ecdsa_signature_block', { algorithm: 'ecdsa', digest: 'sha-256' }, VERIFY),
  ...fixed(esp, 'flash_encrypt_region flash_encrypt_contents', { algorithm: 'aes' }, ENCRYPT),
  ...fixed(rowsOf('esp-idf'), 'nvs_flash_secure_init nvs_flash_secure_init_partition', { algorithm: 'aes', mode: 'xts' }),
  ...fixed(esp, 'srp_init esp_srp_srv_pubkey srp_get_session_key', { algorithm: 'srp' }, DERIVE),
];

const TLS: readonly CallRow[] = [
  ...['conn_new_sync', 'conn_new_async', 'conn_new'].map((name) =>
    esp.protocol(`tls_${name}`, { protocol: 'tls', version: '3.tls_version', suites: '3.ciphersuites_list' }),
  ),
  ...['conn_http_new', 'conn_http_new_sync', 'conn_http_new_async'].map((name) =>
    esp.protocol(`tls_${name}`, { protocol: 'tls', version: '1.tls_version', suites: '1.ciphersuites_list' }),
  ),
  esp.protocol('tls_server_session_create', { protocol: 'tls' }),
  esp.protocol('https_ota', { protocol: 'tls', version: '0.http_config.tls_version' }),
  esp.protocol('https_ota_begin', { protocol: 'tls' }),
  rowsOf('esp-idf').protocol('httpd_ssl_start', { protocol: 'tls' }),
];

const version = (name: string): Constant => ({ library: 'esp-idf', says: {}, quiet: true, version: name });

/** Constants of ESP-IDF whose names do not say it. */
export const ESPRESSIF_CONSTANTS: Readonly<Record<string, Constant>> = {
  ESP_TLS_VER_TLS_1_2: version('1.2'),
  ESP_TLS_VER_TLS_1_3: version('1.3'),
  ESP_HTTP_CLIENT_TLS_VER_TLS_1_2: version('1.2'),
  ESP_HTTP_CLIENT_TLS_VER_TLS_1_3: version('1.3'),
  SHA1: { library: 'esp-idf', says: { algorithm: 'sha-1' }, quiet: true },
  SHA2_224: { library: 'esp-idf', says: { algorithm: 'sha-224' }, quiet: true },
  SHA2_256: { library: 'esp-idf', says: { algorithm: 'sha-256' }, quiet: true },
  SHA2_384: { library: 'esp-idf', says: { algorithm: 'sha-384' }, quiet: true },
  SHA2_512: { library: 'esp-idf', says: { algorithm: 'sha-512' }, quiet: true },
  ESP_AES_ENCRYPT: { library: 'esp-idf', says: {}, quiet: true, operation: 'encrypt' },
  ESP_AES_DECRYPT: { library: 'esp-idf', says: {}, quiet: true, operation: 'decrypt' },
};

/** Calls of ESP-IDF. */
export const ESPRESSIF_ROWS: readonly CallRow[] = [...PERIPHERALS, ...BOOT, ...TLS];
