// MCUboot: how images are signed, encrypted and kept from going back, in its Zephyr port (Kconfig), in sysbuild, in the port for Espressif
// chips (bootloader.conf), in mcuboot_config.h of any port and in Mynewt's syscfg.yml.
// Sources: MCUboot boot/zephyr/Kconfig, boot/espressif/port, boot/mynewt/mcuboot_config/syscfg.yml, docs/design.md (image TLVs: RSA is
// RSASSA-PSS with SHA-256, ECDSA is P-256 with SHA-256; ECIES is with HKDF and HMAC of SHA-256, images are AES in counter mode).

import type { Mechanism } from '../mechanism.ts';
import { algorithm, type ConfigSymbol, chosen, fact, library, type Meaning, symbols, toWholeNumber, uses, valued } from './symbol.ts';

const VERIFY: Pick<Mechanism, 'functions'> = { functions: ['verify'] };
const RSA: Omit<Mechanism, 'algorithm'> = { digest: 'sha-256', ...VERIFY };
const ECDSA_P256: Meaning = algorithm('ecdsa', { curve: 'secp256r1', digest: 'sha-256', ...VERIFY });
const ED25519: Meaning = algorithm('ed25519', VERIFY);
const SIGNED: Meaning = chosen('secure-boot', 'mcuboot-signature');
const ECIES_PARTS: readonly Mechanism[] = [
  { algorithm: 'hkdf', digest: 'sha-256' },
  { algorithm: 'hmac', digest: 'sha-256' },
];

const rsaWithBitsFrom = (symbol: string): Meaning => ({
  kind: 'algorithm',
  named: { algorithm: 'rsassa-pss', ...RSA },
  refinedBy: { parameter: 'keyBits', symbol },
});
const rsaBits = (value: string): readonly Meaning[] | undefined => {
  const keyBits = toWholeNumber(value);
  return keyBits === undefined ? undefined : [algorithm('rsassa-pss', { keyBits, ...RSA })];
};
const NO_SIGNATURE: readonly Meaning[] = [chosen('image-hash-only', 'configured'), uses('sha-256')];
const ENCRYPTED_TO_RSA: readonly Meaning[] = [algorithm('rsaes-oaep', { keyBits: 2048, digest: 'sha-256', functions: ['decrypt'] })];
const ENCRYPTED_TO_P256: readonly Meaning[] = [algorithm('ecies', { curve: 'secp256r1', parts: ECIES_PARTS, functions: ['decrypt'] })];
const ENCRYPTED_TO_X25519: readonly Meaning[] = [algorithm('ecies', { curve: 'curve25519', parts: ECIES_PARTS, functions: ['decrypt'] })];
const WRAPPED: readonly Meaning[] = [algorithm('aes', { mode: 'kw' })];

const ZEPHYR = 'MCUboot boot/zephyr/Kconfig';
const MYNEWT = 'MCUboot boot/mynewt/mcuboot_config/syscfg.yml';
const ESPRESSIF = 'MCUboot boot/espressif/port/esp32/bootloader.conf';

/** Symbols of MCUboot in Kconfig, sysbuild and bootloader.conf. */
export const MCUBOOT_SYMBOLS: readonly ConfigSymbol[] = [
  ...symbols(ZEPHYR, 'boot', {
    MCUBOOT: [library('mcuboot')],
    BOOTLOADER_MCUBOOT: [library('mcuboot')],
    BOOT_SIGNATURE_TYPE_NONE: NO_SIGNATURE,
    BOOT_SIGNATURE_TYPE_RSA: [rsaWithBitsFrom('BOOT_SIGNATURE_TYPE_RSA_LEN'), SIGNED],
    BOOT_SIGNATURE_TYPE_ECDSA_P256: [ECDSA_P256, SIGNED],
    BOOT_SIGNATURE_TYPE_ED25519: [ED25519, SIGNED],
    BOOT_IMG_HASH_ALG_SHA256: [algorithm('sha-256')],
    BOOT_IMG_HASH_ALG_SHA384: [algorithm('sha-384')],
    BOOT_IMG_HASH_ALG_SHA512: [algorithm('sha-512')],
    BOOT_USE_TINYCRYPT: [library('tinycrypt')],
    BOOT_USE_MBEDTLS: [library('mbedtls')],
    BOOT_USE_PSA_CRYPTO: [library('psa-crypto')],
    BOOT_USE_CC310: [library('nrf-cc310')],
    BOOT_USE_NRF_CC310_BL: [library('nrf-cc310-bl')],
    BOOT_ECDSA_TINYCRYPT: [library('tinycrypt')],
    BOOT_ED25519_TINYCRYPT: [library('tinycrypt')],
    BOOT_ECDSA_CC310: [library('nrf-cc310')],
    BOOT_ECDSA_MBEDTLS: [library('mbedtls')],
    BOOT_ED25519_MBEDTLS: [library('mbedtls')],
    MCUBOOT_DOWNGRADE_PREVENTION: [fact('anti-rollback', 'image-version')],
    MCUBOOT_HW_DOWNGRADE_PREVENTION: [fact('anti-rollback', 'hardware-counter')],
    MCUBOOT_DOWNGRADE_PREVENTION_SECURITY_COUNTER: [chosen('anti-rollback', 'security-counter')],
    MCUBOOT_BOOTLOADER_NO_DOWNGRADE: [chosen('anti-rollback', 'image-version')],
  }),
  ...symbols(ZEPHYR, 'update', {
    BOOT_ENCRYPT_IMAGE: [algorithm('aes', { mode: 'ctr', functions: ['decrypt'] })],
    BOOT_ENCRYPT_RSA: ENCRYPTED_TO_RSA,
    BOOT_ENCRYPT_EC256: ENCRYPTED_TO_P256,
    BOOT_ENCRYPT_X25519: ENCRYPTED_TO_X25519,
    BOOT_ENCRYPT_ALG_AES_128: [algorithm('aes', { keyBits: 128, mode: 'ctr', functions: ['decrypt'] })],
    BOOT_ENCRYPT_ALG_AES_256: [algorithm('aes', { keyBits: 256, mode: 'ctr', functions: ['decrypt'] })],
    BOOT_HMAC_SHA256: [algorithm('hmac', { digest: 'sha-256' })],
    BOOT_HMAC_SHA512: [algorithm('hmac', { digest: 'sha-512' })],
  }),
  ...valued(ZEPHYR, 'boot', {
    BOOT_SIGNATURE_TYPE_RSA_LEN: rsaBits,
    BOOT_SIGNATURE_KEY_FILE: (value) => [fact('signing-key-file', value)],
    MCUBOOT_SIGNATURE_KEY_FILE: (value) => [fact('signing-key-file', value)],
  }),
  ...symbols(ESPRESSIF, 'boot', {
    ESP_SIGN_RSA: [rsaWithBitsFrom('ESP_SIGN_RSA_LEN'), SIGNED],
    ESP_SIGN_EC256: [ECDSA_P256, SIGNED],
    ESP_SIGN_ED25519: [ED25519, SIGNED],
    ESP_USE_TINYCRYPT: [library('tinycrypt')],
    ESP_USE_MBEDTLS: [library('mbedtls')],
    ESP_DOWNGRADE_PREVENTION: [fact('anti-rollback', 'image-version')],
    ESP_DOWNGRADE_PREVENTION_SECURITY_COUNTER: [chosen('anti-rollback', 'security-counter')],
  }),
  ...valued(ESPRESSIF, 'boot', {
    ESP_SIGN_RSA_LEN: rsaBits,
    ESP_SIGN_KEY_FILE: (value) => [fact('signing-key-file', value)],
    ESP_APPLICATION_SIZE: (value) => toBytesFact(value),
  }),
];

function toBytesFact(value: string): readonly Meaning[] | undefined {
  const bytes = toWholeNumber(value);
  return bytes === undefined ? undefined : [fact('slot-bytes', String(bytes))];
}

/** Macros of mcuboot_config.h. Mynewt's syscfg.yml names the same with BOOTUTIL_ for MCUBOOT_. */
export const MCUBOOT_MACROS: readonly ConfigSymbol[] = [
  ...symbols(MYNEWT, 'boot', {
    MCUBOOT_SIGN_RSA: [rsaWithBitsFrom('MCUBOOT_SIGN_RSA_LEN'), SIGNED],
    MCUBOOT_SIGN_EC: [algorithm('ecdsa', { curve: 'secp224r1', ...VERIFY }), SIGNED],
    MCUBOOT_SIGN_EC256: [ECDSA_P256, SIGNED],
    MCUBOOT_SIGN_EC384: [algorithm('ecdsa', { curve: 'secp384r1', digest: 'sha-384', ...VERIFY }), SIGNED],
    MCUBOOT_SIGN_ED25519: [ED25519, SIGNED],
    MCUBOOT_SHA512: [uses('sha-512')],
    MCUBOOT_USE_MBED_TLS: [library('mbedtls')],
    MCUBOOT_USE_PSA_CRYPTO: [library('psa-crypto')],
    MCUBOOT_USE_TINYCRYPT: [library('tinycrypt')],
    MCUBOOT_USE_CC310: [library('nrf-cc310')],
    MCUBOOT_HW_ROLLBACK_PROT: [fact('anti-rollback', 'hardware-counter')],
    MCUBOOT_DOWNGRADE_PREVENTION: [fact('anti-rollback', 'image-version')],
  }),
  ...symbols(MYNEWT, 'update', {
    MCUBOOT_ENCRYPT_RSA: ENCRYPTED_TO_RSA,
    MCUBOOT_ENCRYPT_EC256: ENCRYPTED_TO_P256,
    MCUBOOT_ENCRYPT_X25519: ENCRYPTED_TO_X25519,
    MCUBOOT_ENCRYPT_KW: WRAPPED,
    MCUBOOT_AES_256: [algorithm('aes', { keyBits: 256, mode: 'ctr', functions: ['decrypt'] })],
  }),
  ...valued(MYNEWT, 'boot', { MCUBOOT_SIGN_RSA_LEN: rsaBits }),
];
