// How libraries of cryptography say their version in the bytes of an image, and the package that it is. Facts of the projects' own sources:
// the strings that they compile in (OPENSSL_VERSION_TEXT, MBEDTLS_VERSION_STRING_FULL, …), paths of crates, and Go's build information.

/** One string. The version is the first group of the pattern, which begins with the marker. */
export interface VersionMarker {
  readonly marker: string;
  readonly pattern: RegExp;
  readonly library: string;
  /** of a Package URL, without the version */
  readonly purl: string;
}

const RUST_CRATES: readonly string[] = [
  'ring',
  'rustls',
  'aws-lc-rs',
  'sha2',
  'sha3',
  'aes-gcm',
  'chacha20poly1305',
  'p256',
  'p384',
  'rsa',
  'ed25519-dalek',
  'x25519-dalek',
  'curve25519-dalek',
  'ml-kem',
  'ml-dsa',
];

const GO_MODULES: readonly string[] = [
  'golang.org/x/crypto',
  'github.com/cloudflare/circl',
  'filippo.io/edwards25519',
  'filippo.io/mlkem768',
];

/** Every string that is looked for. */
export const VERSION_MARKERS: readonly VersionMarker[] = [
  row('OpenSSL ', /^OpenSSL (\d\.\d{1,2}\.\d{1,2}[a-z]{0,2}(?:-[a-z0-9]{1,12})?) {1,2}\d{1,2} [A-Z][a-z]{2} \d{4}/, 'openssl'),
  row('LibreSSL ', /^LibreSSL (\d{1,2}\.\d{1,2}\.\d{1,2})/, 'libressl'),
  row('mbed TLS ', /^mbed TLS (\d\.\d{1,2}\.\d{1,2})/, 'mbedtls'),
  row('Mbed TLS ', /^Mbed TLS (\d\.\d{1,2}\.\d{1,2})/, 'mbedtls'),
  row('TF-PSA-Crypto ', /^TF-PSA-Crypto (\d\.\d{1,2}\.\d{1,2})/, 'tf-psa-crypto'),
  row('wolfSSL ', /^wolfSSL (\d\.\d{1,2}\.\d{1,2})/, 'wolfssl'),
  row('Libgcrypt ', /^Libgcrypt (\d\.\d{1,2}\.\d{1,2})/, 'libgcrypt'),
  row('GnuTLS ', /^GnuTLS (\d\.\d{1,2}\.\d{1,2})/, 'gnutls'),
  row('AWS-LC ', /^AWS-LC (?:FIPS )?(\d\.\d{1,3}\.\d{1,3})/, 'aws-lc'),
  row('Botan ', /^Botan (\d\.\d{1,2}\.\d{1,2})/, 'botan'),
  row('OpenSSH_', /^OpenSSH_(\d{1,2}\.\d{1,2}(?:p\d)?)/, 'openssh'),
  row('dropbear_', /^dropbear_(\d{4}\.\d{1,3})/, 'dropbear'),
  row('libssh2_', /^libssh2_(\d\.\d{1,2}\.\d{1,2})/, 'libssh2'),
  row('libssh_', /^libssh_(\d\.\d{1,2}\.\d{1,2})/, 'libssh'),
  ...RUST_CRATES.map(
    (crate): VersionMarker => ({
      marker: `/${crate}-`,
      pattern: new RegExp(`^/${crate}-(\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}[0-9a-z.-]{0,12})/src/`),
      library: crate,
      purl: `pkg:cargo/${crate}`,
    }),
  ),
  ...GO_MODULES.map(
    (path): VersionMarker => ({
      marker: `dep\t${path}\tv`,
      pattern: new RegExp(`^dep\t${path.replaceAll('.', '\\.')}\t(v\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}[0-9a-z.-]{0,40})\t`),
      library: path,
      purl: `pkg:golang/${path}`,
    }),
  ),
];

function row(marker: string, pattern: RegExp, library: string): VersionMarker {
  return { marker, pattern, library, purl: `pkg:generic/${library}` };
}
