// RustCrypto and the crates that share its traits: ciphers and their modes, hashes, MACs, key derivation, RSA, elliptic curves, the
// dalek crates, ML-KEM, ML-DSA, SLH-DSA, LMS. docs.rs of each crate; names are those of the library (`md-5` is `md5`).

import type { AlgorithmId, CurveId } from '../../../model/algorithm.ts';
import { isAlgorithmId } from '../../algorithms.ts';
import { DECRYPT, DERIVE, DIGEST, ENCRYPT, GENERATE, KEYGEN, rowsOf, SIGN, VERIFY } from '../make-row.ts';
import type { CallRow, Constant } from '../row.ts';
import { type TypeRow, typesOf } from './types.ts';

const AES_BITS = [128, 192, 256] as const;

const CIPHERS: readonly TypeRow[] = [
  ...AES_BITS.flatMap((keyBits): readonly TypeRow[] => [
    [`aes::Aes${keyBits}`, { algorithm: 'aes', keyBits }],
    [`aes::Aes${keyBits}Enc`, { algorithm: 'aes', keyBits, functions: ENCRYPT }],
    [`aes::Aes${keyBits}Dec`, { algorithm: 'aes', keyBits, functions: DECRYPT }],
    [`aes_gcm::Aes${keyBits}Gcm`, { algorithm: 'aes', keyBits, mode: 'gcm' }],
    [`aes_gcm_siv::Aes${keyBits}GcmSiv`, { algorithm: 'aes', keyBits, mode: 'gcm-siv' }],
    [`aes_siv::Aes${keyBits}SivAead`, { algorithm: 'aes', mode: 'siv' }],
    [`ctr::Aes${keyBits}Ctr`, { algorithm: 'aes', keyBits, mode: 'ctr' }],
    [`aes_ctr::Aes${keyBits}Ctr`, { algorithm: 'aes', keyBits, mode: 'ctr' }],
    [`aes_kw::KekAes${keyBits}`, { algorithm: 'aes', keyBits, mode: 'kw' }],
    [`camellia::Camellia${keyBits}`, { algorithm: 'camellia', keyBits }],
    [`aria::Aria${keyBits}`, { algorithm: 'aria', keyBits }],
  ]),
  ['aes_gcm::AesGcm', { mode: 'gcm' }, { algorithm: '0' }],
  ['aes_gcm_siv::AesGcmSiv', { mode: 'gcm-siv' }, { algorithm: '0' }],
  ['aes_siv::siv::Aes128Siv', { algorithm: 'aes', mode: 'siv' }],
  ['aes_siv::siv::Aes256Siv', { algorithm: 'aes', mode: 'siv' }],
  ['ccm::Ccm', { mode: 'ccm' }, { algorithm: '0', tagBytes: '1' }],
  ['eax::Eax', { mode: 'eax' }, { algorithm: '0' }],
  ['ocb3::Ocb3', { mode: 'ocb' }, { algorithm: '0' }],
  ['aes_kw::Kek', { mode: 'kw' }, { algorithm: '0' }],
  ['aes_kw::AesKw', { mode: 'kw' }, { algorithm: '0' }],
  ['xts_mode::Xts128', { mode: 'xts' }, { algorithm: '0' }],
  ...(['cbc', 'ecb', 'pcbc', 'cfb_mode', 'cfb8', 'ige'] as const).flatMap((crate): readonly TypeRow[] => {
    const mode = { cbc: 'cbc', ecb: 'ecb', pcbc: undefined, cfb_mode: 'cfb', cfb8: 'cfb8', ige: undefined } as const;
    const says = mode[crate] === undefined ? {} : { mode: mode[crate] };
    return [
      [`${crate}::Encryptor`, { ...says, functions: ENCRYPT }, { algorithm: '0' }],
      [`${crate}::Decryptor`, { ...says, functions: DECRYPT }, { algorithm: '0' }],
      [`${crate}::BufEncryptor`, { ...says, functions: ENCRYPT }, { algorithm: '0' }],
      [`${crate}::BufDecryptor`, { ...says, functions: DECRYPT }, { algorithm: '0' }],
    ];
  }),
  ...['Ctr32BE', 'Ctr32LE', 'Ctr64BE', 'Ctr64LE', 'Ctr128BE', 'Ctr128LE', 'Ctr128'].map(
    (name): TypeRow => [`ctr::${name}`, { mode: 'ctr' }, { algorithm: '0' }],
  ),
  ['ofb::Ofb', { mode: 'ofb' }, { algorithm: '0' }],
  ...(['Cbc', 'Ecb', 'Cfb', 'Cfb8', 'Ofb'] as const).map(
    (name): TypeRow => [
      `block_modes::${name}`,
      { mode: ({ Cbc: 'cbc', Ecb: 'ecb', Cfb: 'cfb', Cfb8: 'cfb8', Ofb: 'ofb' } as const)[name] },
      { algorithm: '0', padding: '1' },
    ],
  ),
  ['des::Des', { algorithm: 'des' }],
  ['des::TdesEde3', { algorithm: '3des', keyBits: 168 }],
  ['des::TdesEde2', { algorithm: '3des', keyBits: 112 }],
  ['des::TdesEee3', { algorithm: '3des', keyBits: 168 }],
  ['rc4::Rc4', { algorithm: 'rc4' }],
  ['rc2::Rc2', { algorithm: 'rc2' }],
  ['rc5::RC5', { algorithm: 'rc5' }],
  ['blowfish::Blowfish', { algorithm: 'blowfish' }],
  ['twofish::Twofish', { algorithm: 'twofish' }],
  ['serpent::Serpent', { algorithm: 'serpent' }],
  ['cast5::Cast5', { algorithm: 'cast5' }],
  ['cast6::Cast6', { algorithm: 'cast6' }],
  ['idea::Idea', { algorithm: 'idea' }],
  ['sm4::Sm4', { algorithm: 'sm4' }],
  ['magma::Magma', { algorithm: 'gost-28147' }],
  ['xtea::Xtea', { algorithm: 'tea' }],
  ['hc_256::Hc256', { algorithm: 'hc' }],
  ['rabbit::Rabbit', { algorithm: 'rabbit' }],
  ['chacha20::ChaCha20', { algorithm: 'chacha20' }],
  ['chacha20::XChaCha20', { algorithm: 'xchacha20' }],
  ['chacha20::ChaCha20Legacy', { algorithm: 'chacha20' }],
  ['salsa20::Salsa20', { algorithm: 'salsa20' }],
  ['salsa20::XSalsa20', { algorithm: 'xsalsa20' }],
  ['chacha20poly1305::ChaCha20Poly1305', { algorithm: 'chacha20-poly1305' }],
  ['chacha20poly1305::ChaCha8Poly1305', { algorithm: 'chacha20-poly1305' }],
  ['chacha20poly1305::XChaCha20Poly1305', { algorithm: 'xchacha20-poly1305' }],
  ['crypto_secretbox::XSalsa20Poly1305', { algorithm: 'xsalsa20-poly1305' }],
  ['crypto_secretbox::SecretBox', { algorithm: 'xsalsa20-poly1305' }],
  ['crypto_box::SalsaBox', { algorithm: 'xsalsa20-poly1305', parts: [{ algorithm: 'x25519' }] }],
  ['crypto_box::ChaChaBox', { algorithm: 'xchacha20-poly1305', parts: [{ algorithm: 'x25519' }] }],
  ['crypto_box::SecretKey', { algorithm: 'x25519' }],
  ['ascon_aead::AsconAead128', { algorithm: 'ascon' }],
  ['ascon_aead::Ascon128', { algorithm: 'ascon' }],
  ['ascon_hash::AsconHash256', { algorithm: 'ascon' }],
];

const HASHES: readonly (readonly [string, AlgorithmId])[] = [
  ['md2::Md2', 'md2'],
  ['md4::Md4', 'md4'],
  ['md5::Md5', 'md5'],
  ['sha1::Sha1', 'sha-1'],
  ['sha1_smol::Sha1', 'sha-1'],
  ['sha2::Sha224', 'sha-224'],
  ['sha2::Sha256', 'sha-256'],
  ['sha2::Sha384', 'sha-384'],
  ['sha2::Sha512', 'sha-512'],
  ['sha2::Sha512_224', 'sha-512/224'],
  ['sha2::Sha512_256', 'sha-512/256'],
  ['sha3::Sha3_224', 'sha3-224'],
  ['sha3::Sha3_256', 'sha3-256'],
  ['sha3::Sha3_384', 'sha3-384'],
  ['sha3::Sha3_512', 'sha3-512'],
  ['sha3::Keccak256', 'keccak'],
  ['sha3::Keccak512', 'keccak'],
  ['sha3::Shake128', 'shake128'],
  ['sha3::Shake256', 'shake256'],
  ['sha3::CShake128', 'cshake'],
  ['sha3::CShake256', 'cshake'],
  ['blake2::Blake2b512', 'blake2b'],
  ['blake2::Blake2s256', 'blake2s'],
  ['blake2::Blake2b', 'blake2b'],
  ['blake2::Blake2s', 'blake2s'],
  ['blake2::Blake2bVar', 'blake2b'],
  ['blake2::Blake2sVar', 'blake2s'],
  ['blake3::Hasher', 'blake3'],
  ['ripemd::Ripemd160', 'ripemd-160'],
  ['whirlpool::Whirlpool', 'whirlpool'],
  ['sm3::Sm3', 'sm3'],
  ['streebog::Streebog256', 'streebog'],
  ['streebog::Streebog512', 'streebog'],
  ['hmac_sha256::Hash', 'sha-256'],
];

const KEYED: readonly TypeRow[] = [
  ...['Hmac', 'SimpleHmac', 'HmacReset', 'HmacCore'].map((name): TypeRow => [`hmac::${name}`, { algorithm: 'hmac' }, { digest: '0' }]),
  ['hmac_sha256::HMAC', { algorithm: 'hmac', digest: 'sha-256' }],
  ['cmac::Cmac', { algorithm: 'cmac' }, { part: '0' }],
  ['pmac::Pmac', { algorithm: 'cmac' }, { part: '0' }],
  ['cbc_mac::CbcMac', { algorithm: 'cbc-mac' }, { part: '0' }],
  ['poly1305::Poly1305', { algorithm: 'poly1305' }],
  ['ghash::GHash', { algorithm: 'gmac' }],
  ['siphasher::sip::SipHasher24', { algorithm: 'siphash' }],
  ['blake2::Blake2bMac512', { algorithm: 'blake2b' }],
  ['blake2::Blake2sMac256', { algorithm: 'blake2s' }],
  ...['Hkdf', 'SimpleHkdf', 'HkdfExtract'].map((name): TypeRow => [`hkdf::${name}`, { algorithm: 'hkdf' }, { digest: '0' }]),
  ['argon2::Argon2', { algorithm: 'argon2' }],
  ['scrypt::Scrypt', { algorithm: 'scrypt' }],
  ['pbkdf2::Pbkdf2', { algorithm: 'pbkdf2' }],
];

const CURVES: readonly (readonly [string, string, CurveId])[] = [
  ['p192', 'NistP192', 'secp192r1'],
  ['p224', 'NistP224', 'secp224r1'],
  ['p256', 'NistP256', 'secp256r1'],
  ['p384', 'NistP384', 'secp384r1'],
  ['p521', 'NistP521', 'secp521r1'],
  ['k256', 'Secp256k1', 'secp256k1'],
  ['bp256', 'BrainpoolP256r1', 'brainpoolP256r1'],
  ['bp384', 'BrainpoolP384r1', 'brainpoolP384r1'],
];
const ELLIPTIC: readonly TypeRow[] = [
  ...CURVES.flatMap(([crate, name, curve]): readonly TypeRow[] => [
    [`${crate}::${name}`, { algorithm: 'ec', curve }],
    [`${crate}::ecdsa::SigningKey`, { algorithm: 'ecdsa', curve }],
    [`${crate}::ecdsa::VerifyingKey`, { algorithm: 'ecdsa', curve }],
    [`${crate}::ecdh::EphemeralSecret`, { algorithm: 'ecdh', curve }],
    [`${crate}::SecretKey`, { algorithm: 'ec', curve }],
  ]),
  ['k256::schnorr::SigningKey', { algorithm: 'ec', curve: 'secp256k1', functions: SIGN }],
  ['ecdsa::SigningKey', { algorithm: 'ecdsa' }, { curve: '0' }],
  ['ecdsa::VerifyingKey', { algorithm: 'ecdsa' }, { curve: '0' }],
  ['elliptic_curve::SecretKey', { algorithm: 'ec' }, { curve: '0' }],
  ['elliptic_curve::ecdh::EphemeralSecret', { algorithm: 'ecdh' }, { curve: '0' }],
  ...['SigningKey', 'VerifyingKey', 'Keypair', 'PublicKey', 'SecretKey', 'ExpandedSecretKey'].map(
    (name): TypeRow => [`ed25519_dalek::${name}`, { algorithm: 'ed25519' }],
  ),
  ...['KeyPair', 'SecretKey', 'PublicKey', 'Seed'].map((name): TypeRow => [`ed25519_compact::${name}`, { algorithm: 'ed25519' }]),
  ...['EphemeralSecret', 'StaticSecret', 'ReusableSecret', 'PublicKey'].map(
    (name): TypeRow => [`x25519_dalek::${name}`, { algorithm: 'x25519' }],
  ),
  ['ed448_goldilocks::SigningKey', { algorithm: 'ed448' }],
  ['x448::Secret', { algorithm: 'x448' }],
  ['sm2::dsa::SigningKey', { algorithm: 'sm2' }],
  ['dsa::SigningKey', { algorithm: 'dsa' }],
  ['secp256k1::SecretKey', { algorithm: 'ec', curve: 'secp256k1' }],
  ['secp256k1::Keypair', { algorithm: 'ec', curve: 'secp256k1' }],
];

const SLH = ['Sha2_128s', 'Sha2_128f', 'Sha2_192s', 'Sha2_192f', 'Sha2_256s', 'Sha2_256f'];
const SHAKES = ['Shake128s', 'Shake128f', 'Shake192s', 'Shake192f', 'Shake256s', 'Shake256f'];
const POST_QUANTUM: readonly TypeRow[] = [
  ...(['512', '768', '1024'] as const).flatMap((set): readonly TypeRow[] => [
    [`ml_kem::MlKem${set}`, { algorithm: `ml-kem-${set}` }],
    [`ml_kem::MlKem${set}Params`, { algorithm: `ml-kem-${set}` }],
    [`ml_kem::ml_kem_${set}::DecapsulationKey`, { algorithm: `ml-kem-${set}` }],
    [`ml_kem::ml_kem_${set}::EncapsulationKey`, { algorithm: `ml-kem-${set}` }],
    [`fips203::ml_kem_${set}::KG`, { algorithm: `ml-kem-${set}` }],
  ]),
  ...(['44', '65', '87'] as const).flatMap((set): readonly TypeRow[] => [
    [`ml_dsa::MlDsa${set}`, { algorithm: `ml-dsa-${set}` }],
    [`fips204::ml_dsa_${set}::KG`, { algorithm: `ml-dsa-${set}` }],
  ]),
  ['ml_dsa::SigningKey', { algorithm: 'ml-dsa' }, { algorithm: '0' }],
  ['ml_dsa::VerifyingKey', { algorithm: 'ml-dsa' }, { algorithm: '0' }],
  ['ml_kem::kem::DecapsulationKey', { algorithm: 'ml-kem' }, { algorithm: '0' }],
  ['ml_kem::kem::EncapsulationKey', { algorithm: 'ml-kem' }, { algorithm: '0' }],
  ...[...SLH, ...SHAKES].map((name): TypeRow => [`slh_dsa::${name}`, { algorithm: slhDsa(name) }]),
  ['slh_dsa::SigningKey', { algorithm: 'slh-dsa' }, { algorithm: '0' }],
  ['slh_dsa::VerifyingKey', { algorithm: 'slh-dsa' }, { algorithm: '0' }],
  ['lms_signature::lms::SigningKey', { algorithm: 'lms' }],
  ['lms_signature::lms::VerifyingKey', { algorithm: 'lms' }],
  ['x_wing::XWingKem', { algorithm: 'x-wing' }],
];

function slhDsa(name: string): AlgorithmId {
  const [, hash = '', set = ''] = /^(Sha2|Shake)_?(\d{3}[sf])$/.exec(name) ?? [];
  const id = `slh-dsa-${hash.toLowerCase()}-${set}`;
  return isAlgorithmId(id) ? id : 'slh-dsa';
}

const RANDOM: readonly TypeRow[] = [
  ['rand_core::OsRng', { algorithm: 'csprng' }],
  ['rand::rngs::SysRng', { algorithm: 'csprng' }],
  ...['ChaCha8Rng', 'ChaCha12Rng', 'ChaCha20Rng'].map((name): TypeRow => [`rand_chacha::${name}`, { algorithm: 'csprng' }]),
];

const rsa = rowsOf('rsa', 'rsa::');
const KEY = 'rsa::RsaPrivateKey';
const RSA: readonly CallRow[] = [
  ...rsa.calls(
    'RsaPrivateKey::new RsaPrivateKey::new_with_exp RSAPrivateKey::new',
    { keyBits: '1' },
    { uses: { algorithm: 'rsa' }, functions: KEYGEN, returns: KEY },
  ),
  ...rsa.calls('RsaPublicKey::from', { shares: '0' }, { uses: { algorithm: 'rsa' }, silent: true, returns: KEY }),
  ...rsa.calls('RsaPrivateKey::to_public_key', { shares: 'this' }, { uses: { algorithm: 'rsa' }, silent: true, returns: KEY }),
  rsa.call('RsaPrivateKey::encrypt', { padding: '1', digest: '1', shares: 'this' }, { uses: { algorithm: 'rsa' }, functions: ENCRYPT }),
  ...rsa.calls('RsaPrivateKey::decrypt', { padding: '0', digest: '0', shares: 'this' }, { uses: { algorithm: 'rsa' }, functions: DECRYPT }),
  rsa.call(
    'RsaPrivateKey::decrypt_blinded',
    { padding: '1', digest: '1', shares: 'this' },
    { uses: { algorithm: 'rsa' }, functions: DECRYPT },
  ),
  rsa.call('RsaPrivateKey::sign', { padding: '0', digest: '0', shares: 'this' }, { uses: { algorithm: 'rsa' }, functions: SIGN }),
  rsa.call('RsaPrivateKey::sign_with_rng', { padding: '1', digest: '1', shares: 'this' }, { uses: { algorithm: 'rsa' }, functions: SIGN }),
  rsa.call('RsaPrivateKey::verify', { padding: '0', digest: '0', shares: 'this' }, { uses: { algorithm: 'rsa' }, functions: VERIFY }),
  ...rsa.calls(
    'RsaPrivateKey::from_pkcs8_pem RsaPrivateKey::from_pkcs8_der RsaPrivateKey::from_pkcs1_pem RsaPrivateKey::from_pkcs1_der',
    {},
    { uses: { algorithm: 'rsa' }, returns: KEY },
  ),
  ...rsa.calls('Pkcs1v15Sign::new', { digest: '=<0>' }, { uses: { algorithm: 'rsassa-pkcs1' }, silent: true, continues: true }),
  ...rsa.calls(
    'Pss::new Pss::new_with_salt Pss::new_blinded',
    { digest: '=<0>' },
    { uses: { algorithm: 'rsassa-pss' }, silent: true, continues: true },
  ),
  ...rsa.calls(
    'Oaep::new Oaep::new_with_mgf_hash Oaep::new_with_label',
    { digest: '=<0>' },
    { uses: { algorithm: 'rsaes-oaep' }, silent: true, continues: true },
  ),
  ...rsa.calls('PaddingScheme::new_oaep', { digest: '=<0>' }, { uses: { algorithm: 'rsaes-oaep' }, silent: true }),
  ...rsa.calls('PaddingScheme::new_pss', { digest: '=<0>' }, { uses: { algorithm: 'rsassa-pss' }, silent: true }),
  ...rsa.calls('PaddingScheme::new_pkcs1v15_sign', { digest: '0' }, { uses: { algorithm: 'rsassa-pkcs1' }, silent: true }),
  ...rsa.calls('PaddingScheme::new_pkcs1v15_encrypt', {}, { uses: { algorithm: 'rsaes-pkcs1' }, silent: true }),
  ...typesOf('rsa', [
    ['rsa::Pkcs1v15Sign', { algorithm: 'rsassa-pkcs1' }, { digest: '0' }],
    ['rsa::Pss', { algorithm: 'rsassa-pss' }, { digest: '0' }],
    ['rsa::Oaep', { algorithm: 'rsaes-oaep' }, { digest: '0' }],
    ...(['pkcs1v15', 'pss'] as const).flatMap((scheme) =>
      ['SigningKey', 'BlindedSigningKey', 'VerifyingKey'].map(
        (name): TypeRow => [`rsa::${scheme}::${name}`, { algorithm: scheme === 'pss' ? 'rsassa-pss' : 'rsassa-pkcs1' }, { digest: '0' }],
      ),
    ),
    ['rsa::pkcs1v15::EncryptingKey', { algorithm: 'rsaes-pkcs1' }],
    ['rsa::oaep::EncryptingKey', { algorithm: 'rsaes-oaep' }, { digest: '0' }],
    ['rsa::oaep::DecryptingKey', { algorithm: 'rsaes-oaep' }, { digest: '0' }],
  ]),
];

const any = rowsOf('RustCrypto');
const FUNCTIONS: readonly CallRow[] = [
  ...any.calls(
    'pbkdf2::pbkdf2 pbkdf2::pbkdf2_hmac',
    { digest: '=<0>', iterations: '2', key: '3' },
    { uses: { algorithm: 'pbkdf2' }, functions: DERIVE },
  ),
  ...any.calls(
    'pbkdf2::pbkdf2_array pbkdf2::pbkdf2_hmac_array',
    { digest: '=<0>', iterations: '2' },
    { uses: { algorithm: 'pbkdf2' }, functions: DERIVE },
  ),
  any.call('scrypt::scrypt', {}, { uses: { algorithm: 'scrypt' }, functions: DERIVE }),
  ...any.calls(
    'argon2::Argon2::hash_password_into argon2::hash_encoded argon2::hash_raw argon2::verify_encoded',
    {},
    { uses: { algorithm: 'argon2' }, functions: DERIVE },
  ),
  ...any.calls(
    'bcrypt::hash bcrypt::verify bcrypt::hash_with_salt bcrypt::bcrypt',
    {},
    { uses: { algorithm: 'bcrypt' }, functions: DERIVE },
  ),
  any.call('bcrypt_pbkdf::bcrypt_pbkdf', {}, { uses: { algorithm: 'bcrypt' }, functions: DERIVE }),
  ...any.calls('md5::compute', {}, { uses: { algorithm: 'md5' }, functions: DIGEST }),
  any.call('sha1_smol::Sha1::from', {}, { uses: { algorithm: 'sha-1' }, functions: DIGEST }),
  any.call('sha256::digest', {}, { uses: { algorithm: 'sha-256' }, functions: DIGEST }),
  ...any.calls('blake3::hash blake3::keyed_hash blake3::derive_key', {}, { uses: { algorithm: 'blake3' }, functions: DIGEST }),
  any.call('x25519_dalek::x25519', {}, { uses: { algorithm: 'x25519' }, functions: DERIVE }),
  any.call(
    'x25519_dalek::PublicKey::from',
    { shares: '0' },
    { uses: { algorithm: 'x25519' }, silent: true, returns: 'x25519_dalek::PublicKey' },
  ),
  any.call('x448::x448', {}, { uses: { algorithm: 'x448' }, functions: DERIVE }),
  ...CURVES.map(([crate, , curve]) =>
    any.call(`${crate}::ecdh::diffie_hellman`, {}, { uses: { algorithm: 'ecdh', curve }, functions: DERIVE }),
  ),
  ...any.calls(
    'hpke::setup_sender hpke::setup_receiver hpke::single_shot_seal hpke::single_shot_open',
    {},
    { uses: { algorithm: 'hpke' } },
  ),
  ...any.calls('getrandom::getrandom getrandom::fill', {}, { uses: { algorithm: 'csprng' }, functions: GENERATE }),
];

/** Types and calls of RustCrypto and its neighbours. */
export const RUSTCRYPTO_ROWS: readonly CallRow[] = [
  ...typesOf('RustCrypto', [
    ...CIPHERS,
    ...HASHES.map(([path, algorithm]): TypeRow => [path, { algorithm }]),
    ...KEYED,
    ...ELLIPTIC,
    ...POST_QUANTUM,
    ...RANDOM,
  ]),
  ...RSA,
  ...FUNCTIONS,
];

/** Numbers that stand as types, paddings, hashes of the `rsa` crate. */
export function findRustCryptoConstant(name: string): Constant | undefined {
  const number = /^(?:[a-z_\d]{1,40}::){0,3}(?:consts|typenum)::U(\d{1,5})$/.exec(name)?.[1];
  if (number !== undefined) return { library: 'typenum', says: {}, quiet: true, number: Number(number) };
  return CONSTANTS.get(name);
}

const PADDINGS = { Pkcs7: 'pkcs7', NoPadding: 'none', ZeroPadding: 'zero', Iso7816: 'iso7816-4', AnsiX923: 'x9.23' } as const;
const OLD_HASHES = { MD5: 'md5', SHA1: 'sha-1', SHA2_256: 'sha-256', SHA2_384: 'sha-384', SHA2_512: 'sha-512' } as const;
const ROWS: readonly (readonly [string, Constant])[] = [
  ['rsa::Pkcs1v15Encrypt', { library: 'rsa', says: { algorithm: 'rsaes-pkcs1' }, quiet: true }],
  ...Object.entries(PADDINGS).flatMap(([name, padding]): readonly (readonly [string, Constant])[] =>
    ['block_modes::block_padding', 'cipher::block_padding'].map((module) => [
      `${module}::${name}`,
      { library: 'block-padding', says: { padding }, quiet: true },
    ]),
  ),
  ...Object.entries(OLD_HASHES).map(([name, algorithm]): readonly [string, Constant] => [
    `rsa::Hash::${name}`,
    { library: 'rsa', says: { algorithm } },
  ]),
];
const CONSTANTS: ReadonlyMap<string, Constant> = new Map(ROWS);
