// Cryptographic crates beside RustCrypto, ring and OpenSSL: sodiumoxide, dryoc, orion, pqcrypto, oqs, libcrux, snow, and the cryptography
// of microcontrollers: embassy, esp-hal, psa-crypto, mbedtls, trussed, lakers. docs.rs of each crate.

import type { AlgorithmId } from '../../../model/algorithm.ts';
import { parseAlgorithmName } from '../../names.ts';
import { DECAPSULATE, DECRYPT, DERIVE, DIGEST, ENCAPSULATE, ENCRYPT, GENERATE, KEYGEN, rowsOf, SIGN, TAG, VERIFY } from '../make-row.ts';
import type { CallRow, Constant, Says } from '../row.ts';
import { toSays } from '../says.ts';
import { type TypeRow, typesOf } from './types.ts';

const BOX: Says = { algorithm: 'xsalsa20-poly1305', parts: [{ algorithm: 'x25519' }] };
const sodium = rowsOf('sodiumoxide', 'sodiumoxide::crypto::');
const SODIUM: readonly CallRow[] = [
  sodium.call('secretbox::gen_key', {}, { uses: { algorithm: 'xsalsa20-poly1305' }, functions: KEYGEN }),
  ...sodium.calls('secretbox::seal secretbox::seal_detached', {}, { uses: { algorithm: 'xsalsa20-poly1305' }, functions: ENCRYPT }),
  ...sodium.calls('secretbox::open secretbox::open_detached', {}, { uses: { algorithm: 'xsalsa20-poly1305' }, functions: DECRYPT }),
  ...sodium.calls('box_::gen_keypair', {}, { uses: { algorithm: 'x25519' }, functions: KEYGEN }),
  ...sodium.calls('box_::seal sealedbox::seal', {}, { uses: BOX, functions: ENCRYPT }),
  ...sodium.calls('box_::open sealedbox::open', {}, { uses: BOX, functions: DECRYPT }),
  ...sodium.calls('sign::gen_keypair sign::keypair_from_seed', {}, { uses: { algorithm: 'ed25519' }, functions: KEYGEN }),
  ...sodium.calls('sign::sign sign::sign_detached', {}, { uses: { algorithm: 'ed25519' }, functions: SIGN }),
  ...sodium.calls('sign::verify sign::verify_detached', {}, { uses: { algorithm: 'ed25519' }, functions: VERIFY }),
  ...(
    [
      ['chacha20poly1305_ietf', 'chacha20-poly1305'],
      ['chacha20poly1305', 'chacha20-poly1305'],
      ['xchacha20poly1305_ietf', 'xchacha20-poly1305'],
    ] as const
  ).flatMap(([module, algorithm]) => [
    sodium.call(`aead::${module}::gen_key`, {}, { uses: { algorithm }, functions: KEYGEN }),
    sodium.call(`aead::${module}::seal`, {}, { uses: { algorithm }, functions: ENCRYPT }),
    sodium.call(`aead::${module}::open`, {}, { uses: { algorithm }, functions: DECRYPT }),
  ]),
  sodium.call('hash::hash', {}, { uses: { algorithm: 'sha-512' }, functions: DIGEST }),
  sodium.call('hash::sha256::hash', {}, { uses: { algorithm: 'sha-256' }, functions: DIGEST }),
  sodium.call('hash::sha512::hash', {}, { uses: { algorithm: 'sha-512' }, functions: DIGEST }),
  ...sodium.calls('generichash::hash generichash::State::new', {}, { uses: { algorithm: 'blake2b' }, functions: DIGEST }),
  sodium.call('auth::authenticate', {}, { uses: { algorithm: 'hmac', digest: 'sha-512' }, functions: TAG }),
  sodium.call('auth::hmacsha256::authenticate', {}, { uses: { algorithm: 'hmac', digest: 'sha-256' }, functions: TAG }),
  sodium.call('onetimeauth::authenticate', {}, { uses: { algorithm: 'poly1305' }, functions: TAG }),
  sodium.call('shorthash::shorthash', {}, { uses: { algorithm: 'siphash' }, functions: TAG }),
  ...sodium.calls(
    'pwhash::derive_key pwhash::pwhash pwhash::argon2id13::derive_key',
    {},
    { uses: { algorithm: 'argon2' }, functions: DERIVE },
  ),
  ...sodium.calls(
    'scalarmult::curve25519::scalarmult kx::gen_keypair kx::client_session_keys kx::server_session_keys',
    {},
    { uses: { algorithm: 'x25519' }, functions: DERIVE },
  ),
  ...rowsOf('sodiumoxide').calls('sodiumoxide::randombytes::randombytes', {}, { uses: { algorithm: 'csprng' }, functions: GENERATE }),
];

const dryoc = rowsOf('dryoc', 'dryoc::');
const orion = rowsOf('orion', 'orion::');
const HIGH_LEVEL: readonly CallRow[] = [
  ...dryoc.calls(
    'dryocsecretbox::DryocSecretBox::encrypt dryocsecretbox::DryocSecretBox::encrypt_to_vecbox',
    {},
    { uses: { algorithm: 'xsalsa20-poly1305' }, functions: ENCRYPT },
  ),
  ...dryoc.calls(
    'dryocbox::DryocBox::encrypt dryocbox::DryocBox::encrypt_to_vecbox dryocbox::DryocBox::seal',
    {},
    { uses: BOX, functions: ENCRYPT },
  ),
  ...dryoc.calls(
    'sign::SigningKeyPair::gen_with_defaults sign::SigningKeyPair::gen',
    {},
    { uses: { algorithm: 'ed25519' }, functions: KEYGEN },
  ),
  ...dryoc.calls('pwhash::PwHash::hash_with_defaults', {}, { uses: { algorithm: 'argon2' }, functions: DERIVE }),
  ...dryoc.calls(
    'generichash::GenericHash::hash generichash::GenericHash::hash_with_defaults',
    {},
    { uses: { algorithm: 'blake2b' }, functions: DIGEST },
  ),
  orion.call('aead::seal', {}, { uses: { algorithm: 'xchacha20-poly1305' }, functions: ENCRYPT }),
  orion.call('aead::open', {}, { uses: { algorithm: 'xchacha20-poly1305' }, functions: DECRYPT }),
  ...orion.calls(
    'pwhash::hash_password pwhash::hash_password_verify kdf::derive_key',
    {},
    { uses: { algorithm: 'argon2' }, functions: DERIVE },
  ),
  ...orion.calls('auth::authenticate hash::digest', {}, { uses: { algorithm: 'blake2b' }, functions: DIGEST }),
  orion.call('kex::EphemeralClientSession::new', {}, { uses: { algorithm: 'x25519' }, functions: DERIVE }),
];

const KEMS: readonly (readonly [string, AlgorithmId])[] = [
  ...(['512', '768', '1024'] as const).flatMap((set) => [
    [`mlkem${set}`, `ml-kem-${set}`] as const,
    [`kyber${set}`, 'kyber'] as const,
    [`kyber${set}90s`, 'kyber'] as const,
  ]),
  ...['hqc128', 'hqc192', 'hqc256', 'hqcrmrs128', 'hqcrmrs192', 'hqcrmrs256'].map((name) => [name, 'hqc'] as const),
  ...['frodokem640aes', 'frodokem640shake', 'frodokem976aes', 'frodokem1344aes'].map((name) => [name, 'frodokem'] as const),
  ...['mceliece348864', 'mceliece460896', 'mceliece6688128', 'mceliece8192128'].map((name) => [name, 'classic-mceliece'] as const),
];
const SIGNATURES: readonly (readonly [string, AlgorithmId])[] = [
  ...(['44', '65', '87'] as const).map((set) => [`mldsa${set}`, `ml-dsa-${set}`] as const),
  ...['dilithium2', 'dilithium3', 'dilithium5', 'dilithium2aes', 'dilithium3aes', 'dilithium5aes'].map(
    (name) => [name, 'dilithium'] as const,
  ),
  ...['falcon512', 'falcon1024', 'falconpadded512', 'falconpadded1024'].map((name) => [name, 'fn-dsa'] as const),
  ...[
    'sphincssha2128fsimple',
    'sphincssha2128ssimple',
    'sphincssha2192fsimple',
    'sphincssha2256fsimple',
    'sphincssha2256ssimple',
    'sphincsshake128fsimple',
    'sphincsshake256ssimple',
  ].map((name) => [name, 'sphincsplus'] as const),
];
const POST_QUANTUM: readonly CallRow[] = [
  ...KEMS.flatMap(([module, algorithm]) => [
    ...rowsOf('pqcrypto', `pqcrypto::${module}::`).calls('keypair', {}, { uses: { algorithm }, functions: KEYGEN }),
    ...rowsOf('pqcrypto', `pqcrypto::${module}::`).calls('encapsulate', {}, { uses: { algorithm }, functions: ENCAPSULATE }),
    ...rowsOf('pqcrypto', `pqcrypto::${module}::`).calls('decapsulate', {}, { uses: { algorithm }, functions: DECAPSULATE }),
    ...rowsOf('libcrux', `libcrux_ml_kem::${module}::`).calls('generate_key_pair', {}, { uses: { algorithm }, functions: KEYGEN }),
    ...rowsOf('libcrux', `libcrux_ml_kem::${module}::`).calls('encapsulate', {}, { uses: { algorithm }, functions: ENCAPSULATE }),
    ...rowsOf('libcrux', `libcrux_ml_kem::${module}::`).calls('decapsulate', {}, { uses: { algorithm }, functions: DECAPSULATE }),
  ]),
  ...SIGNATURES.flatMap(([module, algorithm]) => [
    ...rowsOf('pqcrypto', `pqcrypto::${module}::`).calls('keypair', {}, { uses: { algorithm }, functions: KEYGEN }),
    ...rowsOf('pqcrypto', `pqcrypto::${module}::`).calls('sign detached_sign', {}, { uses: { algorithm }, functions: SIGN }),
    ...rowsOf('pqcrypto', `pqcrypto::${module}::`).calls('open verify_detached_signature', {}, { uses: { algorithm }, functions: VERIFY }),
  ]),
  ...(['512', '768', '1024'] as const).flatMap((set) =>
    rowsOf('fips203', `fips203::ml_kem_${set}::`).calls(
      'KG::try_keygen KG::keygen_from_seed',
      {},
      { uses: { algorithm: `ml-kem-${set}` }, functions: KEYGEN },
    ),
  ),
  ...(['44', '65', '87'] as const).flatMap((set) => [
    ...rowsOf('fips204', `fips204::ml_dsa_${set}::`).calls(
      'try_keygen KG::try_keygen',
      {},
      { uses: { algorithm: `ml-dsa-${set}` }, functions: KEYGEN },
    ),
    ...rowsOf('libcrux', `libcrux_ml_dsa::ml_dsa_${set}::`).calls(
      'generate_key_pair',
      {},
      { uses: { algorithm: `ml-dsa-${set}` }, functions: KEYGEN },
    ),
    ...rowsOf('libcrux', `libcrux_ml_dsa::ml_dsa_${set}::`).calls('sign', {}, { uses: { algorithm: `ml-dsa-${set}` }, functions: SIGN }),
    ...rowsOf('libcrux', `libcrux_ml_dsa::ml_dsa_${set}::`).calls(
      'verify',
      {},
      { uses: { algorithm: `ml-dsa-${set}` }, functions: VERIFY },
    ),
  ]),
  ...rowsOf('oqs', 'oqs::').calls('kem::Kem::new sig::Sig::new', { algorithm: '0' }),
];

// The name of a Noise protocol is read in its parts (`rust/lower.ts`). noiseprotocol.org, revision 34 §8.
const NOISE: readonly CallRow[] = rowsOf('snow', 'snow::').calls('Builder::new', { algorithm: '0' }, { needs: true });

const STM32: readonly CallRow[] = [
  ...['cryp', 'aes', 'saes'].flatMap((module) =>
    (
      [
        ['AesEcb', { algorithm: 'aes', mode: 'ecb' }],
        ['AesCbc', { algorithm: 'aes', mode: 'cbc' }],
        ['AesCtr', { algorithm: 'aes', mode: 'ctr' }],
        ['AesGcm', { algorithm: 'aes', mode: 'gcm' }],
        ['AesCcm', { algorithm: 'aes', mode: 'ccm' }],
        ['AesGmac', { algorithm: 'gmac' }],
        ['DesEcb', { algorithm: 'des', mode: 'ecb' }],
        ['DesCbc', { algorithm: 'des', mode: 'cbc' }],
        ['TdesEcb', { algorithm: '3des', mode: 'ecb' }],
        ['TdesCbc', { algorithm: '3des', mode: 'cbc' }],
      ] as const
    ).map(([name, uses]) => rowsOf('embassy-stm32').call(`embassy_stm32::${module}::${name}::new`, { key: '0' }, { uses })),
  ),
  ...['new', 'new_blocking'].map((name) =>
    rowsOf('embassy-stm32').call(`embassy_stm32::hash::Hash::${name}`, {}, { silent: true, returns: 'embassy_stm32::hash::Hash' }),
  ),
  rowsOf('embassy-stm32').call('embassy_stm32::hash::Hash::start', { algorithm: '0' }, { uses: { algorithm: 'hash' }, functions: DIGEST }),
  ...['new', 'new_blocking'].map((name) =>
    rowsOf('embassy-stm32').call(`embassy_stm32::rng::Rng::${name}`, {}, { uses: { algorithm: 'csprng' }, functions: GENERATE }),
  ),
];

const ESP: readonly CallRow[] = [
  rowsOf('esp-hal').call('esp_hal::aes::Aes::new', {}, { uses: { algorithm: 'aes' }, returns: 'esp_hal::aes::Aes' }),
  ...rowsOf('esp-hal', 'esp_hal::aes::Aes::').calls(
    'encrypt',
    { key: '1' },
    { uses: { algorithm: 'aes', mode: 'ecb' }, functions: ENCRYPT },
  ),
  ...rowsOf('esp-hal', 'esp_hal::aes::Aes::').calls(
    'decrypt',
    { key: '1' },
    { uses: { algorithm: 'aes', mode: 'ecb' }, functions: DECRYPT },
  ),
  ...rowsOf('esp-hal').calls('esp_hal::sha::Sha::new', {}, { silent: true, returns: 'esp_hal::sha::Sha' }),
  ...rowsOf('esp-hal', 'esp_hal::sha::').calls(
    'Sha::start Sha::start_owned ShaDigest::new',
    { algorithm: '=<0>' },
    { uses: { algorithm: 'hash' }, functions: DIGEST },
  ),
  rowsOf('esp-hal').call('esp_hal::rsa::Rsa::new', {}, { uses: { algorithm: 'rsa' } }),
  rowsOf('esp-hal').call('esp_hal::ecc::Ecc::new', {}, { uses: { algorithm: 'ec' } }),
  rowsOf('esp-hal').call('esp_hal::hmac::Hmac::new', {}, { uses: { algorithm: 'hmac', digest: 'sha-256' }, functions: TAG }),
  ...rowsOf('esp-hal').calls(
    'esp_hal::rng::Trng::new esp_hal::rng::Trng::try_new',
    {},
    { uses: { algorithm: 'csprng' }, functions: GENERATE },
  ),
  ...typesOf('esp-hal', [
    ['esp_hal::sha::Sha1', { algorithm: 'sha-1' }],
    ['esp_hal::sha::Sha224', { algorithm: 'sha-224' }],
    ['esp_hal::sha::Sha256', { algorithm: 'sha-256' }],
    ['esp_hal::sha::Sha384', { algorithm: 'sha-384' }],
    ['esp_hal::sha::Sha512', { algorithm: 'sha-512' }],
  ] satisfies readonly TypeRow[]),
];

const mbedtls = rowsOf('rust-mbedtls', 'mbedtls::');
const OTHERS: readonly CallRow[] = [
  ...mbedtls.calls('hash::Md::new hash::Md::hash', { algorithm: '0' }, { uses: { algorithm: 'hash' }, functions: DIGEST }),
  mbedtls.call('hash::Hmac::hmac', { digest: '0' }, { uses: { algorithm: 'hmac' }, functions: TAG }),
  mbedtls.call('hash::pbkdf2_hmac', { digest: '0', iterations: '3' }, { uses: { algorithm: 'pbkdf2' }, functions: DERIVE }),
  ...mbedtls.calls('cipher::Cipher::new cipher::raw::Cipher::setup', { algorithm: '0', mode: '1', keyBits: '2' }),
  mbedtls.call('pk::Pk::generate_rsa', { keyBits: '1' }, { uses: { algorithm: 'rsa' }, functions: KEYGEN }),
  mbedtls.call('pk::Pk::generate_ec', { curve: '1' }, { uses: { algorithm: 'ec' }, functions: KEYGEN }),
  mbedtls.call('ssl::Config::new', {}, { protocol: { protocol: 'tls' } }),
  ...rowsOf('psa-crypto', 'psa_crypto::operations::').calls('hash::hash_compute', { algorithm: '0' }, { functions: DIGEST, needs: true }),
  ...rowsOf('lakers', 'lakers::').calls('EdhocInitiator::new EdhocResponder::new', {}, { protocol: { protocol: 'oscore' } }),
  ...rowsOf('nrf-softdevice', 'nrf_softdevice::raw::').calls(
    'sd_ecb_block_encrypt sd_ecb_blocks_encrypt',
    {},
    { uses: { algorithm: 'aes', keyBits: 128, mode: 'ecb' }, functions: ENCRYPT },
  ),
  ...rowsOf('nrf-softdevice', 'nrf_softdevice::').calls('random_bytes', {}, { uses: { algorithm: 'csprng' }, functions: GENERATE }),
];

/** Calls of the other crates. */
export const PACKAGE_ROWS: readonly CallRow[] = [...SODIUM, ...HIGH_LEVEL, ...POST_QUANTUM, ...NOISE, ...STM32, ...ESP, ...OTHERS];

const NAME =
  /^(?:(embassy_stm32)::hash::Algorithm|(oqs)::(?:kem|sig)::Algorithm|(mbedtls)::(?:hash::Type|cipher::(?:raw::)?Cipher(?:Id|Mode)|pk::EcGroupId|ecp::EcGroupId)|(psa_crypto)::types::algorithm::Hash|(trussed)::types::Mechanism)::(\w{2,40})$/;

/** Algorithms that stand as variants of an enumeration. */
export function findPackageConstant(name: string): Constant | undefined {
  const match = NAME.exec(name);
  const written = match?.[6];
  const library = match?.slice(1, 6).find((group) => group !== undefined);
  if (written === undefined || library === undefined) return undefined;
  const use = parseAlgorithmName(written) ?? parseAlgorithmName(`aes-${written}`);
  if (use === undefined) return undefined;
  const isMode = parseAlgorithmName(written) === undefined && use.parameters.mode !== undefined;
  return isMode
    ? { library, says: { mode: use.parameters.mode?.value ?? 'ecb' }, quiet: true }
    : { library: library.replace('_', '-'), says: toSays(use), ...(library === 'mbedtls' ? { quiet: true } : {}) };
}
