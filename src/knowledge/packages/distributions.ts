// How distributions and vulnerability databases call C libraries that call themselves otherwise. Sources: package lists of Debian 12, Alpine
// 3.20 and OpenWrt; products of the NVD's CPE dictionary.

/** Names of binary packages without version and kind, and the source they are built of. */
export const DISTRIBUTION_NAMES: ReadonlyMap<string, string> = new Map([
  ['libssl', 'openssl'],
  ['libcrypto', 'openssl'],
  ['openssl-libs', 'openssl'],
  ['libmbedtls', 'mbedtls'],
  ['libmbedcrypto', 'mbedtls'],
  ['libmbedx', 'mbedtls'], // libmbedx509-1
  ['libwolfssl', 'wolfssl'],
  ['libgnutls', 'gnutls'],
  ['libgnutls-openssl', 'gnutls'],
  ['libnettle', 'nettle'],
  ['libhogweed', 'nettle'],
  ['libbotan', 'botan'],
  ['libcrypto++', 'cryptopp'],
  ['libssh-gcrypt', 'libssh'],
  ['libtss2-esys', 'tpm2-tss'],
  ['libcryptsetup', 'cryptsetup'],
  ['wpad', 'wpa-supplicant'],
  ['wpasupplicant', 'wpa-supplicant'],
  ['hostapd', 'wpa-supplicant'],
  ['libmosquitto', 'mosquitto'],
  ['libstrongswan', 'strongswan'],
  ['strongswan-swanctl', 'strongswan'],
  ['liboqs', 'liboqs'],
]);

/** Products whose name is not the package's with `_` for `-`. */
export const CPE_PRODUCTS: ReadonlyMap<string, string> = new Map([
  ['mbed_tls', 'mbedtls'],
  ['mbed_crypto', 'mbedtls'],
  ['polarssl', 'mbedtls'],
  ['crypto\\+\\+', 'cryptopp'],
  ['crypto++', 'cryptopp'],
  ['dropbear_ssh', 'dropbear'],
  ['privacy_guard', 'gnupg'],
  ['wolfcrypt', 'wolfssl'],
  ['tpm2_software_stack', 'tpm2-tss'],
  ['optee_os', 'optee-os'],
  ['op-tee', 'optee-os'],
  ['linux_tpm2_software_stack', 'tpm2-tss'],
]);
