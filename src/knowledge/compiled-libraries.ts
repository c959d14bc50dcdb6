// Libraries of cryptography by the paths of their own sources and by the archives that their own build files make of them. A path names the
// project that a file comes from; which algorithms of it are switched on, it does not say.

interface SourceRow {
  readonly library: string;
  /** over the posix path in lower case; what matches, without its first slash, is what is printed of the path */
  readonly path: RegExp;
}

const FILE = '[^/]{1,120}\\.(?:c|cc|cpp|s|asm)$';
const FOLDERS = '(?:[^/]{1,80}/){0,8}';

function under(library: string, folders: string): SourceRow {
  return { library, path: new RegExp(`/${folders}/${FOLDERS}${FILE}`) };
}

/** The first row that matches decides: what another project carries stands before that project. */
const SOURCES: readonly SourceRow[] = [
  under('tinycrypt', 'tinycrypt/(?:lib/)?source'), // intel/tinycrypt lib/source
  { library: 'micro-ecc', path: /\/uecc\.c$/ },
  under('tf-psa-crypto', 'tf-psa-crypto/(?:core|drivers|extras|platform|utilities)'), // TF-PSA-Crypto 1.0
  under('mlkem-native', 'mlkem-native/mlkem'),
  under('mldsa-native', 'mldsa-native/mldsa'),
  under('mcuboot', '(?:mcuboot/)?boot/(?:bootutil|boot_serial)'), // boot/bootutil/src, also inside ports
  under('mbedtls', '[^/]{0,40}mbed-?tls[^/]{0,40}/library'), // library/*.c since PolarSSL
  under('mbedtls', 'components/mbedtls/port'), // ESP-IDF's accelerators
  under('wolfssl', '[^/]{0,40}(?:wolfssl[^/]{0,40}|wolfcrypt)/(?:wolfcrypt/)?src'),
  under('bearssl', 'bearssl[^/]{0,40}/src'),
  under('libsodium', '[^/]{0,40}libsodium[^/]{0,40}/(?:libsodium/)?src/libsodium'),
  under('libtomcrypt', 'libtomcrypt[^/]{0,40}/src'),
  under('liboqs', 'liboqs[^/]{0,40}/src'),
  under('openssl', 'openssl[^/]{0,40}/(?:crypto|ssl|providers)'),
  under('tinydtls', 'tinydtls[^/]{0,40}'),
  under('cryptoauthlib', 'cryptoauthlib[^/]{0,40}/lib'),
  under('wolfboot', 'wolfboot[^/]{0,40}/src'),
  under('trusted-firmware-m', 'trusted-firmware-m/(?:secure_fw|platform|bl2|lib)'),
  under('nettle', 'nettle(?:-[\\d.]{1,20})?'),
  under('libgcrypt', 'libgcrypt[^/]{0,40}/(?:cipher|mpi|random|src)'),
  { library: 'monocypher', path: /\/monocypher(?:-ed25519)?\.c$/ },
];

/** Names of archives without `lib` and `.a`, and of CMake's targets. Zephyr names a module's library modules__<name> (zephyr_library_named). */
const ARCHIVES: ReadonlyMap<string, string> = new Map([
  ['mbedcrypto', 'mbedtls'],
  ['mbedtls', 'mbedtls'],
  ['mbedx509', 'mbedtls'],
  ['everest', 'mbedtls'],
  ['modules__mbedtls', 'mbedtls'],
  ['modules_mbedtls', 'mbedtls'],
  ['tfpsacrypto', 'tf-psa-crypto'],
  ['psacrypto', 'psa-crypto'],
  ['wolfssl', 'wolfssl'],
  ['wolfcrypt', 'wolfssl'],
  ['mcuboot_util', 'mcuboot'],
  ['bootutil', 'mcuboot'],
  ['tinycrypt', 'tinycrypt'],
  ['modules__tinycrypt', 'tinycrypt'],
  ['micro-ecc', 'micro-ecc'],
  ['nrf_cc310_mbedcrypto', 'nrf-cc3xx'],
  ['nrf_cc312_mbedcrypto', 'nrf-cc3xx'],
  ['nrf_cc310_platform', 'nrf-cc3xx'],
  ['nrf_cc312_platform', 'nrf-cc3xx'],
  ['ocrypto', 'ocrypto'],
  ['oberon', 'ocrypto'],
  ['sodium', 'libsodium'],
  ['bearssl', 'bearssl'],
  ['crypto', 'openssl'],
  ['ssl', 'openssl'],
  ['oqs', 'liboqs'],
  ['cryptoauth', 'cryptoauthlib'],
  ['tomcrypt', 'libtomcrypt'],
  ['nettle', 'nettle'],
  ['hogweed', 'nettle'],
  ['gcrypt', 'libgcrypt'],
]);

/** A library and the part of the path that names it. */
export interface CompiledLibrary {
  readonly library: string;
  /** `mbedtls/library/aes.c`: from the project's own folder on, never what lies above it */
  readonly path: string;
}

/** The library that a source file by its posix path belongs to. */
export function findCompiledLibrary(path: string): CompiledLibrary | undefined {
  const lower = `/${path.toLowerCase().slice(-400)}`;
  for (const row of SOURCES) {
    const at = lower.search(row.path);
    if (at >= 0) return { library: row.library, path: `/${path.slice(-400)}`.slice(at + 1) };
  }
  return undefined;
}

/** The library behind an archive's path, `modules/mbedtls/libmodules__mbedtls.a`. */
export function findArchiveLibrary(path: string): string | undefined {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const bare = /^(?:lib)?(.{1,60}?)(?:_\d[\d.]*)?\.(?:a|lib)$/.exec(name)?.[1];
  return bare === undefined ? undefined : ARCHIVES.get(bare.toLowerCase());
}
