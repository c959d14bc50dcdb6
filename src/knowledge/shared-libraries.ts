// Shared libraries of cryptography by their SONAME, as `DT_NEEDED` writes it. Facts of the projects' own build files.

const SONAMES: ReadonlyMap<string, string> = new Map([
  ['libcrypto', 'openssl'],
  ['libssl', 'openssl'],
  ['libmbedcrypto', 'mbedtls'],
  ['libmbedtls', 'mbedtls'],
  ['libmbedx509', 'mbedtls'],
  ['libtfpsacrypto', 'tf-psa-crypto'],
  ['libwolfssl', 'wolfssl'],
  ['libgnutls', 'gnutls'],
  ['libnettle', 'nettle'],
  ['libhogweed', 'nettle'],
  ['libgcrypt', 'libgcrypt'],
  ['libsodium', 'libsodium'],
  ['libbotan-2', 'botan'],
  ['libbotan-3', 'botan'],
  ['libcryptopp', 'crypto++'],
  ['libtomcrypt', 'libtomcrypt'],
  ['libbearssl', 'bearssl'],
  ['liboqs', 'liboqs'],
  ['libtls', 'libretls'],
  ['libssh', 'libssh'],
  ['libssh2', 'libssh2'],
  ['libcryptoauth', 'cryptoauthlib'],
  ['libtss2-esys', 'tpm2-tss'],
  ['libkcapi', 'libkcapi'],
  ['libnss3', 'nss'],
  ['libcrypt', 'libcrypt'],
]);

/** The library behind a SONAME such as `libcrypto.so.3`; undefined for a library of something else. */
export function findSharedLibrary(soname: string): string | undefined {
  const name = soname.slice(soname.lastIndexOf('/') + 1);
  const end = name.indexOf('.so');
  return end < 0 ? undefined : SONAMES.get(name.slice(0, end));
}
