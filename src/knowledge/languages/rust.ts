// The cryptographic APIs of Rust, joined; and one spelling for what crates bring on from each other.

import { type Catalogue, type Constant, type LibraryName, toCatalogue } from './row.ts';
import { findMechanism, findMechanismRow, MECHANISMS_OF } from './rust/mechanisms.ts';
import { findOpensslConstant, OPENSSL_ROWS } from './rust/openssl.ts';
import { findPackageConstant, PACKAGE_ROWS } from './rust/packages.ts';
import { findRingConstant, RING_ROWS } from './rust/ring.ts';
import { findRustCryptoConstant, RUSTCRYPTO_ROWS } from './rust/rustcrypto.ts';
import { findTlsConstant, TLS_ROWS } from './rust/tls.ts';
import { findMethod, METHOD_NAMES } from './rust/types.ts';

const ROWS = [...RUSTCRYPTO_ROWS, ...RING_ROWS, ...OPENSSL_ROWS, ...TLS_ROWS, ...PACKAGE_ROWS];
const TYPES = new Map(ROWS.filter((row) => row.returns === row.symbol).map((row) => [row.symbol, row]));

const RUSTCRYPTO = (
  'aes aes_gcm aes_gcm_siv aes_siv aes_kw aes_ctr ccm eax ocb3 xts_mode cbc ecb ctr cfb_mode cfb8 ofb pcbc block_modes des rc4 rc2 blowfish ' +
  'twofish serpent cast5 cast6 idea sm4 camellia aria magma chacha20 salsa20 chacha20poly1305 crypto_secretbox crypto_box ascon_aead ' +
  'md2 md4 md5 sha1 sha2 sha3 blake2 ripemd whirlpool sm3 streebog hmac cmac pmac cbc_mac poly1305 hkdf pbkdf2 scrypt argon2 bcrypt_pbkdf rsa ' +
  'p192 p224 p256 p384 p521 k256 bp256 bp384 ecdsa elliptic_curve ed448_goldilocks sm2 dsa ml_kem ml_dsa slh_dsa lms_signature x_wing ' +
  'pkcs8 x509_cert cms'
).split(' ');

/** Crates that are libraries of their own, by the name they have in code. */
const CRATES: readonly (readonly [string, string])[] = [
  ...RUSTCRYPTO.map((crate) => [crate, 'RustCrypto'] as const),
  ['ring', 'ring'],
  ['aws_lc_rs', 'aws-lc-rs'],
  ['openssl', 'rust-openssl'],
  ['boring', 'boring'],
  ['rustls', 'rustls'],
  ['rustls_post_quantum', 'rustls'],
  ['native_tls', 'native-tls'],
  ['embedded_tls', 'embedded-tls'],
  ['rcgen', 'rcgen'],
  ['jsonwebtoken', 'jsonwebtoken'],
  ['jwt_simple', 'jwt-simple'],
  ['josekit', 'josekit'],
  ['cryptoki', 'pkcs11'],
  ['cryptoki_sys', 'pkcs11'],
  ['pkcs11', 'pkcs11'],
  ['pkcs11_sys', 'pkcs11'],
  ['ed25519_dalek', 'ed25519-dalek'],
  ['ed25519_compact', 'ed25519-compact'],
  ['x25519_dalek', 'x25519-dalek'],
  ['curve25519_dalek', 'curve25519-dalek'],
  ['x448', 'x448'],
  ['secp256k1', 'secp256k1'],
  ['sodiumoxide', 'sodiumoxide'],
  ['libsodium_sys', 'libsodium'],
  ['dryoc', 'dryoc'],
  ['orion', 'orion'],
  ['snow', 'snow'],
  ['blake3', 'blake3'],
  ['bcrypt', 'bcrypt'],
  ['sha1_smol', 'sha1_smol'],
  ['sha256', 'sha256'],
  ['hmac_sha256', 'hmac-sha256'],
  ['siphasher', 'siphasher'],
  ['getrandom', 'getrandom'],
  ['rand_chacha', 'rand_chacha'],
  ['rand_core', 'rand_core'],
  ['pqcrypto', 'pqcrypto'],
  ['oqs', 'oqs'],
  ['hpke', 'hpke'],
  ['fips203', 'fips203'],
  ['fips204', 'fips204'],
  ['fips205', 'fips205'],
  ['libcrux_ml_kem', 'libcrux'],
  ['libcrux_ml_dsa', 'libcrux'],
  ['mbedtls', 'rust-mbedtls'],
  ['psa_crypto', 'psa-crypto'],
  ['trussed', 'trussed'],
  ['lakers', 'lakers'],
];
/** Crates of which only some modules are cryptography. */
const MODULES: readonly (readonly [string, string])[] = [
  ['embassy_stm32::hash', 'embassy-stm32'],
  ['embassy_stm32::cryp', 'embassy-stm32'],
  ['embassy_stm32::aes', 'embassy-stm32'],
  ['embassy_stm32::saes', 'embassy-stm32'],
  ['embassy_stm32::rng', 'embassy-stm32'],
  ['esp_hal::aes', 'esp-hal'],
  ['esp_hal::sha', 'esp-hal'],
  ['esp_hal::rsa', 'esp-hal'],
  ['esp_hal::ecc', 'esp-hal'],
  ['esp_hal::hmac', 'esp-hal'],
  ['esp_hal::rng', 'esp-hal'],
  ['nrf_softdevice', 'nrf-softdevice'],
  ['rand::rngs', 'rand'],
];

/** Names of crates that may stand at the beginning of a path without having been brought in. */
export const RUST_CRATES: ReadonlySet<string> = new Set([
  ...CRATES.map(([crate]) => crate),
  ...MODULES.map(([module]) => module.split('::')[0] ?? ''),
  ...[
    'tokio_rustls',
    'hyper_rustls',
    'rustls_pki_types',
    'pqcrypto_mlkem',
    'pqcrypto_kyber',
    'pqcrypto_mldsa',
    'pqcrypto_dilithium',
    'pqcrypto_falcon',
  ],
  ...[
    'pqcrypto_sphincsplus',
    'pqcrypto_hqc',
    'pqcrypto_classicmceliece',
    'pqcrypto_frodo',
    'rand',
    'rand_core',
    'aead',
    'cipher',
    'digest',
    'crypto',
  ],
]);

const LIBRARIES: readonly LibraryName[] = [...CRATES, ...MODULES].flatMap(([module, library]) => [
  { module: `${module}$`, library },
  { module: `${module}::`, library },
]);

const catalogue = toCatalogue({
  rows: ROWS,
  guess: (symbol) => findMechanismRow(symbol) ?? findMethod(symbol, TYPES),
  findConstant,
  libraries: LIBRARIES,
  literals: [
    ...[
      'aes::',
      'aes_gcm',
      'aes_siv',
      'aes_kw',
      'Aes128',
      'Aes192',
      'Aes256',
      'AesGcm',
      'ccm::',
      'cbc::',
      'ctr::',
      'ecb::',
      'cfb_mode',
      'block_modes',
      'xts_mode',
    ],
    ...['des::', 'rc4::', 'blowfish::', 'twofish::', 'ChaCha20', 'chacha20', 'salsa20', 'crypto_box', 'crypto_secretbox', 'ascon_'],
    ...[
      'md5::',
      'Md5',
      'md4::',
      'sha1::',
      'sha1_smol',
      'sha2::',
      'sha3::',
      'Sha256',
      'Sha512',
      'Sha1',
      'Sha3_',
      'blake2::',
      'blake3::',
      'Blake2',
      'ripemd::',
      'sm3::',
      'sha256::',
    ],
    ...['hmac::', 'Hmac<', 'cmac::', 'hkdf::', 'Hkdf', 'pbkdf2', 'scrypt::', 'argon2', 'bcrypt', 'poly1305', 'siphasher'],
    ...[
      'rsa::',
      'RsaPrivateKey',
      'p256::',
      'p384::',
      'p521::',
      'k256::',
      'ecdsa::',
      'elliptic_curve',
      'ed25519',
      'x25519',
      'curve25519_dalek',
      'x448',
      'secp256k1',
    ],
    ...[
      'ml_kem',
      'ml_dsa',
      'slh_dsa',
      'mlkem',
      'mldsa',
      'lms_signature',
      'pqcrypto',
      'oqs::',
      'fips203',
      'fips204',
      'x_wing',
      'kyber',
      'dilithium',
    ],
    ...[
      'ring::',
      'aws_lc_rs',
      'openssl::',
      'boring::',
      'rustls',
      'native_tls',
      'embedded_tls',
      'rcgen',
      'jsonwebtoken',
      'jwt_simple',
      'josekit',
    ],
    ...[
      'sodiumoxide',
      'libsodium_sys',
      'dryoc',
      'orion::',
      'snow::',
      'getrandom',
      'OsRng',
      'rand_chacha',
      'mbedtls::',
      'psa_crypto',
      'trussed',
      'lakers',
    ],
    ...[
      'embassy_stm32::hash',
      'embassy_stm32::cryp',
      'embassy_stm32::aes',
      'embassy_stm32::saes',
      'embassy_stm32::rng',
      'esp_hal::aes',
      'esp_hal::sha',
    ],
    ...['cryptoki', 'pkcs11', 'CKM_'],
    ...['esp_hal::rsa', 'esp_hal::ecc', 'esp_hal::hmac', 'esp_hal::rng', 'nrf_softdevice', 'sd_ecb_block'],
  ],
});

/** Rust. Symbols are written with `::`. */
export const RUST_CATALOGUE: Catalogue = {
  ...catalogue,
  names: new Set([...ROWS.map(({ symbol }) => symbol.slice(symbol.lastIndexOf('::') + 2)), ...METHOD_NAMES, ...MECHANISMS_OF]),
};

/** Paths that rows stand under: what may be brought in by everything of a module, and types that methods are known of. */
export const RUST_OWNERS: ReadonlySet<string> = new Set([
  ...ROWS.map(({ symbol }) => symbol.slice(0, Math.max(0, symbol.lastIndexOf('::')))),
  ...[
    'embassy_stm32::hash::Algorithm',
    'jsonwebtoken::Algorithm',
    'openssl::nid::Nid',
    'openssl::rsa::Padding',
    'openssl::ssl::SslVersion',
  ],
  'cryptoki::mechanism::Mechanism',
  ...['mbedtls::hash::Type', 'mbedtls::cipher::CipherId', 'mbedtls::cipher::CipherMode', 'psa_crypto::types::algorithm::Hash'],
]);

function findConstant(name: string): Constant | undefined {
  return (
    findRingConstant(name) ??
    findOpensslConstant(name) ??
    findTlsConstant(name) ??
    findRustCryptoConstant(name) ??
    findPackageConstant(name) ??
    findMechanism(name)
  );
}

// The first that fits is applied once.
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  // Members are joined with dots on the way.
  [/\./g, '::'],
  [/^(?:tokio_rustls|hyper_rustls|quinn|rumqttc|async_rustls|futures_rustls)::(?:\w{1,40}::){0,2}rustls::/, 'rustls::'],
  [/^rustls::(?:client|server)::(ClientConfig|ServerConfig)(?=::|$)/, 'rustls::$1'],
  [/^pqcrypto_[a-z]{1,20}::/, 'pqcrypto::'],
  [/^pqcrypto::(?:kem|sign)::/, 'pqcrypto::'],
  [/^(?:\w{1,40}::){1,4}OsRng(?=::|$)/, 'rand_core::OsRng'],
  [/^rand_core::OsRng::default$/, 'rand_core::OsRng'],
  // A crate of RustCrypto brings on the crates that it is made of: `aes_gcm::aes::Aes256`, `rsa::sha2::Sha256`.
  [
    /^(?:\w{1,40}::){1,3}(?=(?:aes|des|sha1|sha2|sha3|md5|hmac|hkdf|cmac|ctr|cbc|chacha20|chacha20poly1305|typenum|block_padding|p256|p384|k256|ed25519_dalek|x25519_dalek)::\w)/,
    '',
  ],
  [/^(\w{1,40})::generic_array::typenum::/, '$1::typenum::'],
  [/^rsa::(?:pkcs1v15|pss|oaep)::(Pkcs1v15Encrypt|Pkcs1v15Sign|Pss|Oaep)(?=::|$)/, 'rsa::$1'],
  [/^rsa::padding::PaddingScheme/, 'rsa::PaddingScheme'],
  [/^rsa::(?:RSAPrivateKey|RsaPublicKey|RSAPublicKey)::(?=encrypt|decrypt|sign|verify|from_p)/, 'rsa::RsaPrivateKey::'],
  [/^(?:openssl|boring)::ssl::Ssl(?:Connector|Acceptor)Builder::/, 'openssl::ssl::SslContextBuilder::'],
  [/^block_padding::/, 'cipher::block_padding::'],
  [/^embassy_stm32::hash::Hash<.{0,60}>/, 'embassy_stm32::hash::Hash'],
];
const NOT_BROUGHT_ON =
  /^(?:crate|self|super|embassy_stm32|esp_hal|openssl|boring|ring|aws_lc_rs|sodiumoxide|mbedtls|rustls|jsonwebtoken|type:)/;

/** One spelling for the full name of a thing in a crate. */
export function normaliseRust(symbol: string): string {
  let name = symbol.slice(0, 200);
  for (const [pattern, replacement] of SPELLINGS) {
    if (replacement === '' && NOT_BROUGHT_ON.test(name)) continue;
    name = name.replace(pattern, replacement);
  }
  return name;
}
