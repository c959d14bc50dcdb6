// The openssl crate (and boring, its fork for BoringSSL), whose ciphers and digests are functions with OpenSSL's names. docs.rs/openssl 0.10.

import { findCurve } from '../../curves.ts';
import { parseAlgorithmName } from '../../names.ts';
import { DECRYPT, DERIVE, DIGEST, ENCRYPT, GENERATE, KEYGEN, rowsOf, SIGN, TAG, VERIFY } from '../make-row.ts';
import type { CallRow, Constant } from '../row.ts';
import { toSays } from '../says.ts';

const { call, calls, protocol } = rowsOf('rust-openssl', 'openssl::');
const RSA = 'openssl::rsa::Rsa';

const SYMMETRIC: readonly CallRow[] = [
  ...calls('symm::encrypt symm::encrypt_aead', { algorithm: '0', key: '1' }, { functions: ENCRYPT }),
  ...calls('symm::decrypt symm::decrypt_aead', { algorithm: '0', key: '1' }, { functions: DECRYPT }),
  call('symm::Crypter::new', { algorithm: '0' }),
  call('symm::Cipher::from_nid', { algorithm: '0' }),
  call('cipher::Cipher::fetch', { algorithm: '1' }),
  ...calls('cipher_ctx::CipherCtx::encrypt_init', { algorithm: '0' }, { functions: ENCRYPT, needs: true }),
  ...calls('cipher_ctx::CipherCtx::decrypt_init', { algorithm: '0' }, { functions: DECRYPT, needs: true }),
  call('cipher_ctx::CipherCtx::new', {}, { silent: true, returns: 'openssl::cipher_ctx::CipherCtx' }),
  call('aes::AesKey::new_encrypt', { key: '0' }, { uses: { algorithm: 'aes' }, functions: ENCRYPT }),
  call('aes::AesKey::new_decrypt', { key: '0' }, { uses: { algorithm: 'aes' }, functions: DECRYPT }),
  ...calls('aes::wrap_key aes::unwrap_key', {}, { uses: { algorithm: 'aes', mode: 'kw' } }),
];

const DIGESTS: readonly CallRow[] = [
  ...calls(
    'hash::hash hash::hash_xof hash::Hasher::new hash::MessageDigest::from_name hash::MessageDigest::from_nid',
    { algorithm: '0' },
    { uses: { algorithm: 'hash' }, functions: DIGEST },
  ),
  call('md::Md::fetch', { algorithm: '1' }, { functions: DIGEST }),
  ...calls('sign::Signer::new', { digest: '0', shares: '1' }, { functions: SIGN }),
  ...calls('sign::Verifier::new', { digest: '0', shares: '1' }, { functions: VERIFY }),
  ...calls('sign::Signer::new_without_digest sign::Verifier::new_without_digest', { shares: '0' }, { functions: SIGN }),
  call('pkey::PKey::hmac', {}, { uses: { algorithm: 'hmac' }, functions: TAG }),
  call('pkey::PKey::cmac', { part: '0' }, { uses: { algorithm: 'cmac' }, functions: TAG }),
  call('pkcs5::pbkdf2_hmac', { iterations: '2', digest: '3' }, { uses: { algorithm: 'pbkdf2' }, functions: DERIVE }),
  call('pkcs5::scrypt', {}, { uses: { algorithm: 'scrypt' }, functions: DERIVE }),
  call('pkcs5::bytes_to_key', { part: '0', digest: '1', iterations: '4' }, { uses: { algorithm: 'evp-bytes-to-key' }, functions: DERIVE }),
  ...calls('rand::rand_bytes rand::rand_priv_bytes', {}, { uses: { algorithm: 'csprng' }, functions: GENERATE }),
  ...(['1', '224', '256', '384', '512'] as const).map((size) =>
    call(`sha::sha${size}`, {}, { uses: { algorithm: `sha-${size}` }, functions: DIGEST }),
  ),
  ...(['1', '224', '256', '384', '512'] as const).map((size) =>
    call(`sha::Sha${size}::new`, {}, { uses: { algorithm: `sha-${size}` }, functions: DIGEST }),
  ),
];

const PUBLIC_KEY: readonly CallRow[] = [
  ...calls(
    'rsa::Rsa::generate rsa::Rsa::generate_with_e',
    { keyBits: '0' },
    { uses: { algorithm: 'rsa' }, functions: KEYGEN, returns: RSA },
  ),
  ...calls(
    'rsa::Rsa::private_key_from_pem rsa::Rsa::private_key_from_der rsa::Rsa::public_key_from_pem rsa::Rsa::public_key_from_der rsa::Rsa::public_key_from_pem_pkcs1 rsa::Rsa::from_public_components',
    {},
    { uses: { algorithm: 'rsa' }, returns: RSA },
  ),
  ...calls('rsa::Rsa::public_encrypt', { padding: '2', shares: 'this' }, { uses: { algorithm: 'rsa' }, functions: ENCRYPT }),
  ...calls('rsa::Rsa::private_decrypt', { padding: '2', shares: 'this' }, { uses: { algorithm: 'rsa' }, functions: DECRYPT }),
  ...calls('rsa::Rsa::private_encrypt', { padding: '2', shares: 'this' }, { uses: { algorithm: 'rsa' }, functions: SIGN }),
  ...calls('rsa::Rsa::public_decrypt', { padding: '2', shares: 'this' }, { uses: { algorithm: 'rsa' }, functions: VERIFY }),
  call('ec::EcGroup::from_curve_name', { algorithm: '0' }, { uses: { algorithm: 'ec' }, names: true }),
  call('ec::EcKey::generate', { algorithm: '0' }, { uses: { algorithm: 'ec' }, functions: KEYGEN, returns: 'openssl::ec::EcKey' }),
  ...calls(
    'ec::EcKey::private_key_from_pem ec::EcKey::private_key_from_der ec::EcKey::public_key_from_pem ec::EcKey::from_curve_name',
    { algorithm: '0' },
    { uses: { algorithm: 'ec' } },
  ),
  call('ecdsa::EcdsaSig::sign', { shares: '1' }, { uses: { algorithm: 'ecdsa' }, functions: SIGN }),
  call('dsa::Dsa::generate', { keyBits: '0' }, { uses: { algorithm: 'dsa' }, functions: KEYGEN }),
  call('dh::Dh::generate_params', { keyBits: '0' }, { uses: { algorithm: 'ffdh' }, functions: KEYGEN }),
  call('dh::Dh::get_1024_160', {}, { uses: { algorithm: 'ffdh', keyBits: 1024 } }),
  ...calls('dh::Dh::get_2048_224 dh::Dh::get_2048_256', {}, { uses: { algorithm: 'ffdh', keyBits: 2048 } }),
  ...(['ed25519', 'ed448', 'x25519', 'x448'] as const).map((algorithm) =>
    call(`pkey::PKey::generate_${algorithm}`, {}, { uses: { algorithm }, functions: KEYGEN, returns: 'openssl::pkey::PKey' }),
  ),
  ...calls(
    'pkey::PKey::from_rsa pkey::PKey::from_ec_key pkey::PKey::from_dsa',
    { shares: '0' },
    { silent: true, returns: 'openssl::pkey::PKey' },
  ),
  call('derive::Deriver::new', { shares: '0' }, { functions: DERIVE, needs: true }),
  ...calls('x509::X509Builder::sign x509::X509ReqBuilder::sign', { shares: '0', digest: '1' }, { functions: SIGN }),
  ...['X509Builder', 'X509ReqBuilder'].map((name) => call(`x509::${name}::new`, {}, { silent: true, returns: `openssl::x509::${name}` })),
  ...calls('x509::X509::builder', {}, { silent: true, returns: 'openssl::x509::X509Builder' }),
];

const BUILDERS = ['SslConnector', 'SslAcceptor', 'SslContext'];
const BUILDER = 'openssl::ssl::SslContextBuilder';
const TLS: readonly CallRow[] = [
  ...calls(
    BUILDERS.map((name) => `ssl::${name}::builder`).join(' '),
    {},
    { protocol: { protocol: 'tls', version: '0' }, returns: BUILDER },
  ),
  ...calls('ssl::SslContextBuilder::new', {}, { protocol: { protocol: 'tls', version: '0' }, returns: BUILDER }),
  ...['mozilla_modern', 'mozilla_modern_v5', 'mozilla_intermediate', 'mozilla_intermediate_v5'].map((name) =>
    call(`ssl::SslAcceptor::${name}`, {}, { protocol: { protocol: 'tls' }, returns: BUILDER }),
  ),
  ...['SslContextBuilder', 'SslConnectorBuilder', 'SslAcceptorBuilder'].flatMap((type) => [
    protocol(`ssl::${type}::set_min_proto_version`, { protocol: 'tls', version: '0' }),
    protocol(`ssl::${type}::set_max_proto_version`, { protocol: 'tls', version: '0' }),
    protocol(`ssl::${type}::set_cipher_list`, { protocol: 'tls', suites: '0' }),
    protocol(`ssl::${type}::set_ciphersuites`, { protocol: 'tls', suites: '0' }),
    protocol(`ssl::${type}::set_groups_list`, { protocol: 'tls', groups: '0' }),
    protocol(`ssl::${type}::set_curves_list`, { protocol: 'tls', groups: '0' }),
    protocol(`ssl::${type}::set_sigalgs_list`, { protocol: 'tls', schemes: '0' }),
  ]),
];

const CIPHER_NAMES = [
  ...['128', '192', '256'].flatMap((bits) =>
    ['ecb', 'cbc', 'ctr', 'cfb1', 'cfb8', 'cfb128', 'gcm', 'ccm', 'ofb', 'ocb', 'xts'].map((mode) => `aes_${bits}_${mode}`),
  ),
  ...[
    'bf_cbc',
    'bf_ecb',
    'bf_cfb64',
    'bf_ofb',
    'des_cbc',
    'des_ecb',
    'des_ede3',
    'des_ede3_cbc',
    'des_ede3_ecb',
    'des_ede3_cfb64',
    'des_ede3_cfb8',
    'des_ede3_ofb',
  ],
  ...[
    'rc4',
    'chacha20',
    'chacha20_poly1305',
    'idea_cbc',
    'idea_ecb',
    'cast5_cbc',
    'cast5_ecb',
    'seed_cbc',
    'seed_ecb',
    'sm4_ecb',
    'sm4_cbc',
    'sm4_ctr',
  ],
  ...['camellia_128_cbc', 'camellia_192_cbc', 'camellia_256_cbc', 'camellia_128_ecb', 'camellia_256_ecb'],
];
const DIGEST_NAMES = [
  'md5',
  'sha1',
  'sha224',
  'sha256',
  'sha384',
  'sha512',
  'sha512_256',
  'sha3_224',
  'sha3_256',
  'sha3_384',
  'sha3_512',
  'shake128',
  'shake256',
  'ripemd160',
  'sm3',
];

// Functions that give a cipher or a digest: a mention of it, told by the call that they are handed to.
const NAMED: readonly CallRow[] = [
  ...['symm', 'cipher'].flatMap((module) => CIPHER_NAMES.flatMap((name) => named(`${module}::Cipher::${name}`, name))),
  ...DIGEST_NAMES.flatMap((name) => [...named(`hash::MessageDigest::${name}`, name), ...named(`md::Md::${name}`, name)]),
];

function named(symbol: string, name: string): readonly CallRow[] {
  const use = parseAlgorithmName(name === 'des_ede3' ? 'des-ede3-ecb' : name.replaceAll('_', '-'));
  return use === undefined ? [] : [call(symbol, {}, { uses: toSays(use), names: true })];
}

const OPENSSL: readonly CallRow[] = [...SYMMETRIC, ...DIGESTS, ...PUBLIC_KEY, ...TLS, ...NAMED];

/** Calls of the openssl crate, and of boring under its own name. */
export const OPENSSL_ROWS: readonly CallRow[] = [
  ...OPENSSL,
  ...OPENSSL.map((row) => ({
    ...row,
    symbol: row.symbol.replace(/^openssl/, 'boring'),
    library: 'boring',
    ...(row.returns === undefined ? {} : { returns: row.returns.replace(/^openssl/, 'boring') }),
  })),
];

const NAME = /^(?:openssl|boring)::(nid::Nid|rsa::Padding|ssl::SslVersion|ssl::SslMethod)::(\w{1,40})$/;

const VERSIONS: ReadonlyMap<string, string> = new Map([
  ['SSL3', 'SSL 3.0'],
  ['TLS1', '1.0'],
  ['TLS1_1', '1.1'],
  ['TLS1_2', '1.2'],
  ['TLS1_3', '1.3'],
]);

/** Curves by number, paddings of RSA, versions. */
export function findOpensslConstant(name: string): Constant | undefined {
  const [, kind = '', written = ''] = NAME.exec(name) ?? [];
  const base = { library: 'rust-openssl', quiet: true } as const;
  if (kind === 'ssl::SslVersion') {
    const version = VERSIONS.get(written);
    return version === undefined ? undefined : { ...base, says: {}, version };
  }
  if (kind === 'nid::Nid') {
    const curve = findCurve(written.replace(/^X9_62_/, '').replaceAll('_', '-'));
    if (curve !== undefined) return { library: base.library, says: { algorithm: 'ec', curve } };
    const use = parseAlgorithmName(written.replaceAll('_', '-'));
    return use === undefined ? undefined : { library: base.library, says: toSays(use) };
  }
  if (kind !== 'rsa::Padding') return undefined;
  if (written === 'PKCS1_OAEP') return { ...base, says: { padding: 'oaep' } };
  if (written === 'PKCS1_PSS') return { ...base, says: { padding: 'pss' } };
  if (written === 'PKCS1') return { ...base, says: { padding: 'pkcs1v15' } };
  return written === 'NONE' ? { ...base, says: { padding: 'none' } } : undefined;
}
