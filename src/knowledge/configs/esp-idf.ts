// ESP-IDF: secure boot, flash encryption, signed updates, NVS encryption, Wi-Fi security, TLS, chip and flash size in sdkconfig.
// Sources: ESP-IDF components/bootloader/Kconfig.projbuild, nvs_flash and nvs_sec_provider, esp_wifi, esp-tls, bt, esptool_py; the
// documentation of Secure Boot v2 (RSA is RSASSA-PSS 3072 with SHA-256; the verifier of the bootloader is in ROM, its key digest in
// eFuse) and of flash encryption (XTS-AES, but a mode of its own on the first ESP32).

import type { Mechanism } from '../mechanism.ts';
import {
  algorithm,
  type ConfigSymbol,
  chosen,
  fact,
  library,
  likely,
  type Meaning,
  protocol,
  symbols,
  toWholeNumber,
  uses,
  valued,
} from './symbol.ts';

const BOOTLOADER = 'ESP-IDF components/bootloader/Kconfig.projbuild';
const WIFI = 'ESP-IDF components/esp_wifi/Kconfig';
const BLUETOOTH = 'ESP-IDF components/bt/host/nimble/Kconfig.in';

const VERIFY: Pick<Mechanism, 'functions'> = { functions: ['verify'] };
const RSA_3072: Meaning = uses('rsassa-pss', { keyBits: 3072, digest: 'sha-256', ...VERIFY });
// SAE is the Dragonfly exchange (RFC 7664), for which there is no mechanism of its own here: the protocol says it.
const SAE: readonly Meaning[] = [protocol('wpa', 'WPA3')];
// Bluetooth Core 5.4 Vol 3 Part H 2.2 and 2.3.5.6: ECDH on P-256, functions f4 to g2 on AES-CMAC; the link is AES-CCM (Vol 6 Part E).
const LE_SECURE_CONNECTIONS: readonly Meaning[] = [
  protocol('ble', 'Secure Connections'),
  uses('ecdh', { curve: 'secp256r1', functions: ['keyderive'] }),
  uses('cmac', { keyBits: 128, parts: [{ algorithm: 'aes', keyBits: 128 }] }),
];

/** Symbols of ESP-IDF. */
export const ESP_IDF_SYMBOLS: readonly ConfigSymbol[] = [
  ...symbols(BOOTLOADER, 'boot', {
    SECURE_BOOT: [fact('secure-boot', 'enabled')],
    SECURE_BOOT_ENABLED: [fact('secure-boot', 'enabled')], // before ESP-IDF 4.4
    SECURE_BOOT_V1_ENABLED: [chosen('secure-boot', 'esp-secure-boot-v1'), uses('aes', { keyBits: 256 })],
    SECURE_BOOT_V2_ENABLED: [chosen('secure-boot', 'esp-secure-boot-v2'), chosen('verifier-immutable', 'rom')],
    SECURE_BOOT_V2_RSA_ENABLED: [RSA_3072],
    SECURE_SIGNED_APPS_RSA_SCHEME: [RSA_3072],
    SECURE_BOOT_V2_ECDSA_ENABLED: [uses('ecdsa', VERIFY)],
    SECURE_SIGNED_APPS_ECDSA_V2_SCHEME: [uses('ecdsa', VERIFY)],
    SECURE_SIGNED_APPS_ECDSA_SCHEME: [uses('ecdsa', { curve: 'secp256r1', digest: 'sha-256', ...VERIFY })],
    SECURE_BOOT_ECDSA_KEY_LEN_192_BITS: [uses('ecdsa', { curve: 'secp192r1', digest: 'sha-256', ...VERIFY })],
    SECURE_BOOT_ECDSA_KEY_LEN_256_BITS: [uses('ecdsa', { curve: 'secp256r1', digest: 'sha-256', ...VERIFY })],
    SECURE_BOOT_ECDSA_KEY_LEN_384_BITS: [uses('ecdsa', { curve: 'secp384r1', digest: 'sha-384', ...VERIFY })],
    SECURE_BOOTLOADER_ONE_TIME_FLASH: [chosen('verifier-immutable', 'bootloader-flashed-once')],
    BOOTLOADER_APP_ANTI_ROLLBACK: [fact('anti-rollback', 'efuse-counter')],
    BOOTLOADER_ANTI_ROLLBACK_ENABLE: [fact('anti-rollback', 'efuse-counter')],
  }),
  ...symbols(BOOTLOADER, 'storage', {
    SECURE_FLASH_ENC_ENABLED: [algorithm('aes')],
    SECURE_FLASH_ENCRYPTION_AES128_DERIVED: [uses('aes', { keyBits: 128, mode: 'xts' }), uses('sha-256')],
    SECURE_FLASH_ENCRYPTION_AES128: [uses('aes', { keyBits: 128, mode: 'xts' })],
    SECURE_FLASH_ENCRYPTION_AES256: [uses('aes', { keyBits: 256, mode: 'xts' })],
    NVS_ENCRYPTION: [algorithm('aes', { keyBits: 256, mode: 'xts' })],
    NVS_SEC_KEY_PROTECT_USING_HMAC: [uses('hmac', { digest: 'sha-256' })],
  }),
  ...valued(BOOTLOADER, 'boot', { SECURE_BOOT_SIGNING_KEY: (value) => [fact('signing-key-file', value)] }),
  ...symbols(WIFI, 'radio', {
    ESP_WIFI_ENABLE_WPA3_SAE: SAE,
    ESP32_WIFI_ENABLE_WPA3_SAE: SAE,
    ESP_WIFI_SOFTAP_SAE_SUPPORT: SAE,
    ESP_WIFI_ENABLE_WPA3_OWE_STA: [protocol('wpa', 'OWE'), uses('ecdh', { curve: 'secp256r1', functions: ['keyderive'] })],
    ESP_WIFI_ENABLE_WPA3_OWE_SOFTAP: [protocol('wpa', 'OWE'), uses('ecdh', { curve: 'secp256r1', functions: ['keyderive'] })],
    ESP_WIFI_GCMP_SUPPORT: [algorithm('aes', { mode: 'gcm' })],
    ESP_WIFI_GMAC_SUPPORT: [algorithm('gmac')],
    ESP_WIFI_SUITE_B_192: [protocol('wpa', 'WPA3-Enterprise 192-bit')],
    WPA_SUITE_B_192: [protocol('wpa', 'WPA3-Enterprise 192-bit')],
    ESP_WIFI_ENTERPRISE_SUPPORT: [protocol('wpa', 'WPA2-Enterprise')],
    ESP_WIFI_EAP_TLS1_3: [protocol('tls', '1.3')],
    ESP_WIFI_DPP_SUPPORT: [protocol('wpa', 'DPP'), uses('ecdsa')],
    WPA_DPP_SUPPORT: [protocol('wpa', 'DPP'), uses('ecdsa')],
    ESP_WIFI_WAPI_PSK: [protocol('other', 'WAPI'), uses('sm4')],
    ESP_WIFI_MBEDTLS_CRYPTO: [{ ...library('mbedtls'), onlyWhenOn: true }],
    WPA_MBEDTLS_CRYPTO: [{ ...library('mbedtls'), onlyWhenOn: true }],
  }),
  ...symbols(BLUETOOTH, 'radio', {
    BT_NIMBLE_SECURITY_ENABLE: [protocol('ble')],
    BT_NIMBLE_SM_SC: LE_SECURE_CONNECTIONS,
    NIMBLE_SM_SC: LE_SECURE_CONNECTIONS, // before ESP-IDF 4.0, as NIMBLE_SM_LEGACY
    BT_NIMBLE_SM_SC_ONLY: LE_SECURE_CONNECTIONS,
    BT_NIMBLE_SM_LEGACY: [protocol('ble', 'Legacy Pairing'), uses('aes', { keyBits: 128 })],
    NIMBLE_SM_LEGACY: [protocol('ble', 'Legacy Pairing'), uses('aes', { keyBits: 128 })],
    BT_SMP_CRYPTO_STACK_TINYCRYPT: [{ ...library('tinycrypt'), onlyWhenOn: true }],
    BT_BLE_SMP_ENABLE: [protocol('ble')],
    BT_SMP_ENABLE: [protocol('ble')],
    BT_NIMBLE_LL_CFG_FEAT_LE_ENCRYPTION: [uses('aes', { keyBits: 128, mode: 'ccm' })],
    BT_NIMBLE_CRYPTO_STACK_MBEDTLS: [{ ...library('mbedtls'), onlyWhenOn: true }],
  }),
  ...symbols('ESP-IDF components/esp-tls/Kconfig', 'transport', {
    ESP_TLS_USING_MBEDTLS: [{ ...library('mbedtls'), onlyWhenOn: true }],
    ESP_TLS_USING_WOLFSSL: [{ ...library('wolfssl'), onlyWhenOn: true }],
    ESP_TLS_PSK_VERIFICATION: [{ ...protocol('tls'), onlyWhenOn: true }],
    ESP_TLS_USE_DS_PERIPHERAL: [uses('rsa', { functions: ['sign'] })],
    ESP_TLS_USE_SECURE_ELEMENT: [library('cryptoauthlib')],
    ESP_HTTP_CLIENT_ENABLE_DIGEST_AUTH: [likely(uses('md5'))], // RFC 7616: MD5 unless the server asks for SHA-256
    ESP_HTTP_CLIENT_ENABLE_HTTPS: [{ ...protocol('tls'), onlyWhenOn: true }],
    MQTT_TRANSPORT_SSL: [{ ...protocol('tls'), onlyWhenOn: true }],
    MQTT_TRANSPORT_WEBSOCKET_SECURE: [{ ...protocol('tls'), onlyWhenOn: true }],
    ESP_HTTPS_SERVER_ENABLE: [protocol('tls')],
  }),
  ...symbols('ESP-IDF components/protocomm/Kconfig.projbuild', 'provisioning', {
    // Security version 1: X25519 and AES-256-CTR; version 2: SRP6a (3072-bit group, SHA-512) and AES-256-GCM.
    ESP_PROTOCOMM_SUPPORT_SECURITY_VERSION_1: [uses('x25519'), uses('aes', { keyBits: 256, mode: 'ctr' })],
    ESP_PROTOCOMM_SUPPORT_SECURITY_VERSION_2: [uses('srp', { digest: 'sha-512' }), uses('aes', { keyBits: 256, mode: 'gcm' })],
  }),
  ...valued('ESP-IDF Kconfig, components/esptool_py/Kconfig.projbuild', undefined, {
    IDF_TARGET: (value) => [fact('soc', value)],
    ESPTOOLPY_FLASHSIZE: (value) => megabytes(value),
    ESP_FLASH_SIZE: (value) => megabytes(value),
    APP_PROJECT_VER: (value) => (value === '' ? undefined : [fact('image-version', value)]),
  }),
];

// `4MB`, `16MB`, `detect`
function megabytes(value: string): readonly Meaning[] | undefined {
  const size = toWholeNumber(/^(\d{1,4})MB$/.exec(value)?.[1] ?? '');
  return size === undefined ? undefined : [fact('flash-bytes', String(size * 1024 * 1024))];
}
