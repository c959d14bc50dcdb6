// Zephyr and nRF Connect SDK: board and memory, Bluetooth, Thread, LoRaWAN, Matter and Wi-Fi security, secure sockets, storage, first-stage
// boot loader, crypto drivers. Symbols as in prj.conf, overlays, .config and sysbuild.
// Sources: Zephyr Kconfig files under subsys/, drivers/crypto, modules/ (each group names its own); nRF Connect SDK subsys/bootloader,
// sysbuild/Kconfig.secureboot, subsys/nrf_security.

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

const AES_128: Mechanism = { algorithm: 'aes', keyBits: 128 };
const AES_CMAC: Meaning = uses('cmac', { keyBits: 128, parts: [AES_128] });
const AES_CCM: Meaning = uses('aes', { keyBits: 128, mode: 'ccm' });
const ECDH_P256: Meaning = uses('ecdh', { curve: 'secp256r1', functions: ['keyderive'] });
const VERIFY: Pick<Mechanism, 'functions'> = { functions: ['verify'] };
const on = (meaning: Meaning): Meaning => ({ ...meaning, onlyWhenOn: true });

// Bluetooth Core 5.4 Vol 3 Part H 2.2, 2.3.5.6: P-256 and AES-CMAC; Vol 6 Part E: AES-CCM with 128-bit keys on the link.
const BLUETOOTH: readonly ConfigSymbol[] = symbols('Zephyr subsys/bluetooth/host/Kconfig, controller/Kconfig', 'radio', {
  BT_SMP: [protocol('ble'), likely(ECDH_P256), AES_CMAC],
  BT_SMP_SC_ONLY: [on(protocol('ble', 'Secure Connections')), ECDH_P256, AES_CMAC],
  BT_SMP_SC_PAIR_ONLY: [on(protocol('ble', 'Secure Connections')), ECDH_P256, AES_CMAC],
  BT_SMP_OOB_LEGACY_PAIR_ONLY: [on(protocol('ble', 'Legacy Pairing')), uses('aes', { keyBits: 128 })],
  BT_ECC: [ECDH_P256],
  BT_TINYCRYPT_ECC: [on(library('tinycrypt')), ECDH_P256],
  BT_SEND_ECC_EMULATION: [ECDH_P256],
  BT_CTLR_LE_ENC: [AES_CCM],
  BT_CTLR_CRYPTO: [uses('aes', { keyBits: 128 })],
  BT_HOST_CRYPTO: [uses('aes', { keyBits: 128 })],
  BT_EAD: [uses('aes', { keyBits: 128, mode: 'ccm' })], // encrypted advertising data, Core 5.4 Vol 3 Part C 10.10
  // Mesh Protocol 1.1 3.9: AES-CMAC, AES-CCM; provisioning with ECDH on P-256 (5.4.2).
  BT_MESH: [protocol('ble', 'Mesh'), AES_CCM, AES_CMAC, ECDH_P256],
});

// Thread 1.3: 802.15.4 frames with AES-CCM*, commissioning with EC-JPAKE over DTLS. LoRaWAN 1.0.4 4.3, 6.2: AES-128, AES-CMAC.
// Zigbee PRO R22 4.2: AES-CCM*. Matter 1.3 3.5 to 3.10: P-256, AES-CCM-128, SPAKE2+, HKDF and HMAC with SHA-256.
const NETWORKS: readonly ConfigSymbol[] = symbols('Zephyr subsys/net, subsys/lorawan; nRF Connect SDK', 'radio', {
  NET_L2_OPENTHREAD: [protocol('thread'), AES_CCM],
  OPENTHREAD: [on(protocol('thread')), AES_CCM],
  OPENTHREAD_ENABLED: [protocol('thread'), AES_CCM],
  OPENTHREAD_JOINER: [uses('j-pake', { curve: 'secp256r1' })],
  OPENTHREAD_COMMISSIONER: [uses('j-pake', { curve: 'secp256r1' })],
  LORAWAN: [protocol('lorawan'), AES_CMAC, uses('aes', { keyBits: 128 })],
  ZIGBEE: [protocol('zigbee'), AES_CCM],
  CHIP: [
    protocol('matter'),
    uses('ecdsa', { curve: 'secp256r1', digest: 'sha-256' }),
    ECDH_P256,
    uses('spake2plus', { curve: 'secp256r1' }),
    AES_CCM,
    uses('hkdf', { digest: 'sha-256' }),
  ],
  IEEE802154_SECURITY: [AES_CCM],
  NET_L2_IEEE802154_SECURITY: [AES_CCM],
  WIFI_NM_WPA_SUPPLICANT: [protocol('wpa')],
  WIFI_NM_WPA_SUPPLICANT_CRYPTO_ENTERPRISE: [on(protocol('wpa', 'WPA2-Enterprise'))],
  WIFI_NM_WPA_SUPPLICANT_WPA3: [on(protocol('wpa', 'WPA3'))],
});

const TRANSPORT: readonly ConfigSymbol[] = symbols('Zephyr subsys/net/lib/sockets/Kconfig and users of secure sockets', 'transport', {
  NET_SOCKETS_SOCKOPT_TLS: [protocol('tls')],
  NET_SOCKETS_ENABLE_DTLS: [protocol('dtls')],
  MQTT_LIB_TLS: [on(protocol('tls'))],
  LWM2M_DTLS_SUPPORT: [on(protocol('dtls'))],
  COAP_SERVER_DTLS: [on(protocol('dtls'))],
  HTTPS_SERVICE: [on(protocol('tls'))],
  NRF_CLOUD_MQTT: [on(protocol('tls'))],
  NRF_CLOUD_COAP: [on(protocol('dtls'))],
  GOLIOTH: [on(protocol('dtls'))],
  UOSCORE: [protocol('oscore'), library('uoscore-uedhoc')],
  UEDHOC: [on(protocol('oscore')), library('uoscore-uedhoc')],
  MODEM_JWT: [uses('ecdsa', { curve: 'secp256r1', digest: 'sha-256', functions: ['sign'] })], // ES256 by the nRF91 modem
  JWT_SIGN_RSA: [algorithm('rsassa-pkcs1', { digest: 'sha-256', functions: ['sign'] })],
  JWT_SIGN_RSA_LEGACY: [algorithm('rsassa-pkcs1', { digest: 'sha-256', functions: ['sign'] })],
  JWT_SIGN_RSA_PSA: [algorithm('rsassa-pkcs1', { digest: 'sha-256', functions: ['sign'] })],
  JWT_SIGN_ECDSA: [algorithm('ecdsa', { curve: 'secp256r1', digest: 'sha-256', functions: ['sign'] })],
  JWT_SIGN_ECDSA_PSA: [algorithm('ecdsa', { curve: 'secp256r1', digest: 'sha-256', functions: ['sign'] })],
});

const LIBRARIES: readonly ConfigSymbol[] = symbols('Zephyr modules/, drivers/crypto; nRF Connect SDK subsys/nrf_security', undefined, {
  TINYCRYPT: [library('tinycrypt')],
  TINYCRYPT_AES: [algorithm('aes', { keyBits: 128 })],
  TINYCRYPT_AES_CBC: [algorithm('aes', { keyBits: 128, mode: 'cbc' })],
  TINYCRYPT_AES_CTR: [algorithm('aes', { keyBits: 128, mode: 'ctr' })],
  TINYCRYPT_AES_CCM: [algorithm('aes', { keyBits: 128, mode: 'ccm' })],
  TINYCRYPT_AES_CMAC: [algorithm('cmac', { keyBits: 128, parts: [AES_128] })],
  TINYCRYPT_SHA256: [algorithm('sha-256')],
  TINYCRYPT_SHA256_HMAC: [algorithm('hmac', { digest: 'sha-256' })],
  TINYCRYPT_SHA256_HMAC_PRNG: [algorithm('hmac-drbg', { digest: 'sha-256' })],
  TINYCRYPT_CTR_PRNG: [algorithm('ctr-drbg')],
  TINYCRYPT_ECC_DH: [algorithm('ecdh', { curve: 'secp256r1', functions: ['keyderive'] })],
  TINYCRYPT_ECC_DSA: [algorithm('ecdsa', { curve: 'secp256r1' })],
  WOLFSSL: [library('wolfssl')],
  WOLFSSL_BUILTIN: [on(library('wolfssl'))],
  PSA_CRYPTO: [library('psa-crypto')],
  PSA_CRYPTO_CLIENT: [on(library('psa-crypto'))],
  TF_PSA_CRYPTO: [library('tf-psa-crypto')],
  BUILD_WITH_TFM: [library('trusted-firmware-m')],
  TFM_CRYPTO: [on(library('trusted-firmware-m'))],
  NRF_SECURITY: [library('nrf-security')],
  NORDIC_SECURITY_BACKEND: [library('nrf-security')],
  NRF_OBERON: [library('nrf-oberon')],
  OBERON_BACKEND: [library('nrf-oberon')],
  PSA_CRYPTO_DRIVER_OBERON: [library('nrf-oberon')],
  CC3XX_BACKEND: [library('nrf-cc3xx')],
  PSA_CRYPTO_DRIVER_CC3XX: [library('nrf-cc3xx')],
  NRF_CC3XX_PLATFORM: [library('nrf-cc3xx')],
  NRF_CC310_BL: [library('nrf-cc310-bl')],
  PSA_CRYPTO_DRIVER_CRACEN: [library('nrf-cracen')],
  CRYPTO_TINYCRYPT_SHIM: [on(library('tinycrypt'))],
  CRYPTO_MBEDTLS_SHIM: [on(library('mbedtls'))],
  ATCA_MBEDTLS: [library('cryptoauthlib')],
  ENTROPY_CC3XX: [on(library('nrf-cc3xx'))],
  CTR_DRBG_CSPRNG_GENERATOR: [algorithm('ctr-drbg')],
  HARDWARE_DEVICE_CS_GENERATOR: [algorithm('csprng')],
});

const STORAGE: readonly ConfigSymbol[] = symbols('Zephyr subsys/secure_storage; nRF Connect SDK subsys/trusted_storage', 'storage', {
  SECURE_STORAGE_ITS_TRANSFORM_AEAD_SCHEME_AES_GCM: [uses('aes', { mode: 'gcm' })],
  SECURE_STORAGE_ITS_TRANSFORM_AEAD_SCHEME_CHACHA20_POLY1305: [uses('chacha20-poly1305')],
  TRUSTED_STORAGE_BACKEND_AEAD_CRYPTO_PSA_CHACHAPOLY: [uses('chacha20-poly1305')],
  HW_UNIQUE_KEY: [uses('aes', { keyBits: 256 })],
});

const BOOT: readonly ConfigSymbol[] = [
  ...symbols('nRF Connect SDK sysbuild/Kconfig.secureboot, subsys/bootloader/Kconfig', 'boot', {
    SECURE_BOOT_APPCORE: [
      fact('secure-boot', 'nrf-secure-immutable-bootloader'),
      chosen('verifier-immutable', 'nrf-secure-immutable-bootloader'),
    ],
    SECURE_BOOT_NETCORE: [chosen('secure-boot', 'nrf-secure-immutable-bootloader')],
    IS_SECURE_BOOTLOADER: [chosen('verifier-immutable', 'nrf-secure-immutable-bootloader')],
    SECURE_BOOT_SIGNATURE_TYPE_ECDSA: [algorithm('ecdsa', { curve: 'secp256r1', digest: 'sha-256', ...VERIFY })],
    SECURE_BOOT_SIGNATURE_TYPE_ED25519: [algorithm('ed25519', VERIFY)],
    SECURE_BOOT_SIGNATURE_TYPE_NONE: [chosen('image-hash-only', 'configured')],
    SECURE_BOOT_HASH_TYPE_SHA256: [algorithm('sha-256')],
    SECURE_BOOT_HASH_TYPE_SHA512: [algorithm('sha-512')],
    SB_CRYPTO_OBERON_ECDSA_SECP256R1: [uses('ecdsa', { curve: 'secp256r1', digest: 'sha-256', ...VERIFY }), on(library('nrf-oberon'))],
    SB_CRYPTO_CC310_ECDSA_SECP256R1: [uses('ecdsa', { curve: 'secp256r1', digest: 'sha-256', ...VERIFY }), on(library('nrf-cc310-bl'))],
    SB_CRYPTO_PSA_ED25519: [uses('ed25519', VERIFY)],
    SECURE_BOOT_MONOTONIC_COUNTER: [fact('anti-rollback', 'otp-counter')],
    SB_MONOTONIC_COUNTER: [fact('anti-rollback', 'otp-counter')],
    TFM_BL2: [chosen('secure-boot', 'tf-m-bl2')],
  }),
  ...valued('nRF Connect SDK subsys/bootloader/Kconfig', 'boot', {
    SB_SIGNING_KEY_FILE: (value) => [fact('signing-key-file', value)],
    SECURE_BOOT_SIGNING_KEY_FILE: (value) => [fact('signing-key-file', value)],
  }),
];

const BOARD: readonly ConfigSymbol[] = valued('Zephyr Kconfig.zephyr, boards/Kconfig, soc/Kconfig', undefined, {
  BOARD: (value) => [fact('board', value)],
  BOARD_TARGET: (value) => [fact('board', value)],
  SOC: (value) => [fact('soc', value)],
  // Zephyr counts both in units of 1024 bytes.
  FLASH_SIZE: (value) => kibibytes('flash-bytes', value),
  SRAM_SIZE: (value) => kibibytes('ram-bytes', value),
  FW_INFO_FIRMWARE_VERSION: (value) => [fact('image-version', value)],
  MCUBOOT_IMGTOOL_SIGN_VERSION: (value) => [fact('image-version', value)],
});

/** Symbols of Zephyr and the nRF Connect SDK. */
export const ZEPHYR_SYMBOLS: readonly ConfigSymbol[] = [
  ...BLUETOOTH,
  ...NETWORKS,
  ...TRANSPORT,
  ...LIBRARIES,
  ...STORAGE,
  ...BOOT,
  ...BOARD,
];

function kibibytes(name: 'flash-bytes' | 'ram-bytes', value: string): readonly Meaning[] | undefined {
  const size = toWholeNumber(value);
  return size === undefined || size === 0 ? undefined : [fact(name, String(size * 1024))];
}
