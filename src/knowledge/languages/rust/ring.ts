// ring and aws-lc-rs, which share their API: algorithms are statics that are handed on. docs.rs/ring 0.17, docs.rs/aws-lc-rs 1.

import type { AlgorithmId } from '../../../model/algorithm.ts';
import { DECAPSULATE, DECRYPT, DERIVE, DIGEST, ENCAPSULATE, ENCRYPT, GENERATE, KEYGEN, rowsOf, SIGN, TAG, VERIFY } from '../make-row.ts';
import type { CallRow, Constant, Says } from '../row.ts';

const CRATES = ['ring', 'aws_lc_rs'] as const;

function rows(crate: string): readonly CallRow[] {
  const { call, calls } = rowsOf(crate === 'ring' ? 'ring' : 'aws-lc-rs', `${crate}::`);
  const pair = (name: string): string => `${crate}::signature::${name}`;
  return [
    call('digest::digest', { algorithm: '0' }, { uses: { algorithm: 'hash' }, functions: DIGEST }),
    call('digest::Context::new', { algorithm: '0' }, { uses: { algorithm: 'hash' }, functions: DIGEST }),
    ...calls(
      'hmac::Key::new hmac::Key::generate',
      { digest: '0' },
      { uses: { algorithm: 'hmac' }, functions: TAG, returns: `${crate}::hmac::Key` },
    ),
    ...calls('hmac::sign hmac::Context::with_key', { shares: '0', digest: '0' }, { uses: { algorithm: 'hmac' }, functions: TAG }),
    call('hmac::verify', { shares: '0', digest: '0' }, { uses: { algorithm: 'hmac' }, functions: VERIFY }),
    ...calls('hkdf::Salt::new hkdf::Prk::new_less_safe', { digest: '0' }, { uses: { algorithm: 'hkdf' }, functions: DERIVE }),
    call('pbkdf2::derive', { digest: '0', iterations: '1' }, { uses: { algorithm: 'pbkdf2' }, functions: DERIVE }),
    call('pbkdf2::verify', { digest: '0', iterations: '1' }, { uses: { algorithm: 'pbkdf2' }, functions: DERIVE }),
    ...calls('aead::UnboundKey::new aead::RandomizedNonceKey::new aead::TlsRecordSealingKey::new', { algorithm: '0' }),
    ...calls('cipher::UnboundCipherKey::new', { algorithm: '0' }, { returns: `${crate}::cipher::Key` }),
    ...calls(
      'cipher::PaddedBlockEncryptingKey::cbc_pkcs7',
      { algorithm: '0' },
      { uses: { mode: 'cbc', padding: 'pkcs7' }, functions: ENCRYPT },
    ),
    ...calls(
      'cipher::PaddedBlockDecryptingKey::cbc_pkcs7',
      { algorithm: '0' },
      { uses: { mode: 'cbc', padding: 'pkcs7' }, functions: DECRYPT },
    ),
    ...calls('cipher::EncryptingKey::ctr', { algorithm: '0' }, { uses: { mode: 'ctr' }, functions: ENCRYPT }),
    ...calls('cipher::DecryptingKey::ctr', { algorithm: '0' }, { uses: { mode: 'ctr' }, functions: DECRYPT }),
    ...calls('aead::quic::HeaderProtectionKey::new', { algorithm: '0' }, { needs: true }),
    call('signature::EcdsaKeyPair::generate_pkcs8', { algorithm: '0' }, { functions: KEYGEN }),
    call('signature::EcdsaKeyPair::generate', { algorithm: '0' }, { functions: KEYGEN, returns: pair('EcdsaKeyPair') }),
    ...calls(
      'signature::EcdsaKeyPair::from_pkcs8 signature::EcdsaKeyPair::from_private_key_and_public_key',
      { algorithm: '0' },
      { functions: SIGN, returns: pair('EcdsaKeyPair') },
    ),
    call('signature::EcdsaKeyPair::sign', { shares: 'this', digest: 'this' }, { uses: { algorithm: 'ecdsa' }, functions: SIGN }),
    ...calls(
      'signature::Ed25519KeyPair::generate_pkcs8 signature::Ed25519KeyPair::generate',
      {},
      { uses: { algorithm: 'ed25519' }, functions: KEYGEN },
    ),
    ...calls(
      'signature::Ed25519KeyPair::from_pkcs8 signature::Ed25519KeyPair::from_pkcs8_maybe_unchecked signature::Ed25519KeyPair::from_seed_unchecked signature::Ed25519KeyPair::from_seed_and_public_key',
      {},
      { uses: { algorithm: 'ed25519' }, returns: pair('Ed25519KeyPair') },
    ),
    call('signature::Ed25519KeyPair::sign', {}, { uses: { algorithm: 'ed25519' }, functions: SIGN }),
    ...['signature', 'rsa'].flatMap((module) => [
      ...calls(
        `${module}::RsaKeyPair::from_pkcs8 ${module}::RsaKeyPair::from_der ${module}::KeyPair::from_pkcs8 ${module}::KeyPair::from_der`,
        {},
        { uses: { algorithm: 'rsa' }, returns: pair('RsaKeyPair') },
      ),
      call(
        `${module}::KeyPair::generate`,
        {},
        {
          uses: { algorithm: 'rsa' },
          functions: KEYGEN,
          choice: {
            place: '0',
            of: Object.fromEntries([2048, 3072, 4096, 8192].map((keyBits) => [`${crate}::rsa::KeySize::Rsa${keyBits}`, { keyBits }])),
          },
        },
      ),
    ]),
    call('signature::RsaKeyPair::sign', { algorithm: '0' }, { functions: SIGN }),
    ...calls('signature::UnparsedPublicKey::new signature::ParsedPublicKey::new', { algorithm: '0' }, { functions: VERIFY }),
    call('signature::verify', { algorithm: '0' }, { functions: VERIFY }),
    ...calls('agreement::EphemeralPrivateKey::generate agreement::PrivateKey::generate', { algorithm: '0' }, { functions: DERIVE }),
    ...calls('agreement::UnparsedPublicKey::new', { algorithm: '0' }, { functions: DERIVE }),
    call('rand::SystemRandom::new', {}, { uses: { algorithm: 'csprng' }, functions: GENERATE, returns: `${crate}::rand::SystemRandom` }),
    ...calls('rand::SystemRandom::fill rand::fill rand::generate', {}, { uses: { algorithm: 'csprng' }, functions: GENERATE }),
    call('kem::DecapsulationKey::generate', { algorithm: '0' }, { functions: KEYGEN, returns: `${crate}::kem::DecapsulationKey` }),
    call('kem::DecapsulationKey::decapsulate', { shares: 'this' }, { functions: DECAPSULATE, needs: true }),
    call('kem::EncapsulationKey::new', { algorithm: '0' }, { returns: `${crate}::kem::EncapsulationKey` }),
    call('kem::EncapsulationKey::encapsulate', { shares: 'this' }, { functions: ENCAPSULATE, needs: true }),
    ...calls('unstable::signature::PqdsaKeyPair::generate signature::PqdsaKeyPair::generate', { algorithm: '0' }, { functions: KEYGEN }),
  ];
}

/** Calls of ring and aws-lc-rs. */
export const RING_ROWS: readonly CallRow[] = CRATES.flatMap(rows);

const SHA: Readonly<Record<string, AlgorithmId>> = {
  SHA1: 'sha-1',
  SHA224: 'sha-224',
  SHA256: 'sha-256',
  SHA384: 'sha-384',
  SHA512: 'sha-512',
  SHA512_256: 'sha-512/256',
  SHA3_256: 'sha3-256',
  SHA3_384: 'sha3-384',
  SHA3_512: 'sha3-512',
};
const CURVES = { P256: 'secp256r1', P384: 'secp384r1', P521: 'secp521r1', P256K1: 'secp256k1' } as const;

const NAME =
  /^(?:ring|aws_lc_rs)::(?:unstable::)?(digest|hmac|hkdf|pbkdf2|aead|cipher|signature|agreement|kem|rsa)::(?:quic::)?([A-Z][A-Z\d_]{2,60}|X25519)$/;

/** A static that is an algorithm. */
export function findRingConstant(name: string): Constant | undefined {
  const [, module = '', written = ''] = NAME.exec(name) ?? [];
  const says = module === '' || /_(?:LEN|SIZE)$/.test(written) ? undefined : readStatic(module, written);
  return says === undefined ? undefined : { library: name.startsWith('ring') ? 'ring' : 'aws-lc-rs', says };
}

function readStatic(module: string, written: string): Says | undefined {
  const digest = shaAt(written);
  switch (module) {
    case 'digest':
      return digest === undefined ? undefined : { algorithm: digest };
    case 'hmac':
    case 'hkdf':
    case 'pbkdf2':
      return digest === undefined ? undefined : { algorithm: module, digest };
    case 'aead':
    case 'cipher':
      return cipherOf(written);
    case 'signature':
    case 'rsa':
      return signatureOf(written, digest);
    case 'agreement':
      return agreementOf(written);
    default:
      return kemOf(written);
  }
}

function shaAt(written: string): AlgorithmId | undefined {
  const found = /(?:^|_)(SHA(?:3_\d{3}|512_256|\d{1,3}))(?=_|$)/.exec(written)?.[1];
  return found === undefined || !Object.hasOwn(SHA, found) ? undefined : SHA[found];
}

function cipherOf(written: string): Says | undefined {
  if (/^CHACHA20(?:_POLY1305)?$/.test(written)) return { algorithm: written === 'CHACHA20' ? 'chacha20' : 'chacha20-poly1305' };
  const [, bits, mode] = /^AES_(128|192|256)(?:_(GCM_SIV|GCM))?$/.exec(written) ?? [];
  if (bits === undefined) return undefined;
  return { algorithm: 'aes', keyBits: Number(bits), ...(mode === undefined ? {} : { mode: mode === 'GCM' ? 'gcm' : 'gcm-siv' }) };
}

function signatureOf(written: string, digest: AlgorithmId | undefined): Says | undefined {
  const hash = digest === undefined ? {} : { digest };
  const functions = written.endsWith('_SIGNING') ? SIGN : undefined;
  const does = functions === undefined ? {} : { functions };
  if (written === 'ED25519') return { algorithm: 'ed25519' };
  const curve = /^ECDSA_(P\d{3}(?:K1)?)_/.exec(written)?.[1];
  if (curve !== undefined) return { algorithm: 'ecdsa', ...(isCurve(curve) ? { curve: CURVES[curve] } : {}), ...hash, ...does };
  if (/^RSA_PSS_/.test(written)) return { algorithm: 'rsassa-pss', ...hash };
  if (/^RSA_PKCS1_/.test(written)) return { algorithm: 'rsassa-pkcs1', ...hash };
  const set = /^ML_DSA_(44|65|87)(?:_SIGNING)?$/.exec(written)?.[1];
  return set === '44' || set === '65' || set === '87' ? { algorithm: `ml-dsa-${set}`, ...does } : undefined;
}

function isCurve(name: string): name is keyof typeof CURVES {
  return Object.hasOwn(CURVES, name);
}

function agreementOf(written: string): Says | undefined {
  if (written === 'X25519') return { algorithm: 'x25519' };
  const curve = /^ECDH_(P\d{3})$/.exec(written)?.[1];
  return curve !== undefined && isCurve(curve) ? { algorithm: 'ecdh', curve: CURVES[curve] } : undefined;
}

function kemOf(written: string): Says | undefined {
  const set = /^ML_KEM_(512|768|1024)$/.exec(written)?.[1];
  return set === '512' || set === '768' || set === '1024' ? { algorithm: `ml-kem-${set}` } : undefined;
}
