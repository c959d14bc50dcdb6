// Cryptographic packages of npm, by their documentation: noble (hashes, curves, ciphers, post-quantum), node-forge, crypto-js, elliptic,
// tweetnacl; joined with tokens and smaller packages. Submodules of noble are written as their package.

import type { AlgorithmId, CryptoFunction } from '../../../model/algorithm.ts';
import { parseAlgorithmName } from '../../names.ts';
import { DECAPSULATE, DECRYPT, DERIVE, DIGEST, ENCAPSULATE, ENCRYPT, GENERATE, KEYGEN, rowsOf, SIGN, TAG, VERIFY } from '../make-row.ts';
import type { CallRow, Says } from '../row.ts';
import { toSays } from '../says.ts';
import { SMALL_ROWS } from './small.ts';
import { TOKEN_ROWS } from './tokens.ts';

const hashes = rowsOf('@noble/hashes', '@noble/hashes.');
const HASHES: Readonly<Record<string, AlgorithmId>> = {
  sha1: 'sha-1',
  md5: 'md5',
  ripemd160: 'ripemd-160',
  sha224: 'sha-224',
  sha256: 'sha-256',
  sha384: 'sha-384',
  sha512: 'sha-512',
  sha512_224: 'sha-512/224',
  sha512_256: 'sha-512/256',
  sha3_224: 'sha3-224',
  sha3_256: 'sha3-256',
  sha3_384: 'sha3-384',
  sha3_512: 'sha3-512',
  keccak_256: 'keccak',
  keccak_512: 'keccak',
  shake128: 'shake128',
  shake256: 'shake256',
  blake2b: 'blake2b',
  blake2s: 'blake2s',
  blake3: 'blake3',
};
const NOBLE_HASHES: readonly CallRow[] = [
  ...Object.entries(HASHES).flatMap(([name, algorithm]) =>
    hashes.calls(`${name} ${name}.create`, {}, { uses: { algorithm }, functions: DIGEST }),
  ),
  ...hashes.calls('hmac hmac.create', { digest: '0' }, { uses: { algorithm: 'hmac' }, functions: TAG }),
  ...hashes.calls('hkdf extract expand', { digest: '0' }, { uses: { algorithm: 'hkdf' }, functions: DERIVE }),
  ...hashes.calls(
    'pbkdf2 pbkdf2Async',
    { digest: '0', iterations: '3.c', outputBytes: '3.dkLen' },
    { uses: { algorithm: 'pbkdf2' }, functions: DERIVE },
  ),
  ...hashes.calls('scrypt scryptAsync', {}, { uses: { algorithm: 'scrypt' }, functions: DERIVE }),
  ...hashes.calls('argon2id argon2i argon2d argon2idAsync', {}, { uses: { algorithm: 'argon2' }, functions: DERIVE }),
  ...hashes.calls('randomBytes', { outputBytes: '0' }, { uses: { algorithm: 'csprng' }, functions: GENERATE }),
];

const curves = rowsOf('@noble/curves', '@noble/curves.');
const NOBLE_CURVES: readonly CallRow[] = [
  ...(['p256', 'p384', 'p521', 'secp256k1', 'secp256r1', 'secp384r1', 'secp521r1', 'nist.p256', 'nist.p384', 'nist.p521'] as const).flatMap(
    (name) => onCurve(name),
  ),
  ...(['ed25519', 'ed448'] as const).flatMap((name) => [
    ...verbs(curves, name, { algorithm: name }, [
      ['sign', SIGN],
      ['verify', VERIFY],
      ['getPublicKey', KEYGEN],
      ['keygen', KEYGEN],
      ['utils.randomSecretKey', KEYGEN],
      ['utils.randomPrivateKey', KEYGEN],
    ]),
  ]),
  ...(['x25519', 'x448'] as const).flatMap((name) =>
    verbs(curves, name, { algorithm: name }, [
      ['getSharedSecret', DERIVE],
      ['scalarMult', DERIVE],
      ['getPublicKey', KEYGEN],
      ['keygen', KEYGEN],
      ['utils.randomSecretKey', KEYGEN],
    ]),
  ),
];

function onCurve(name: string): readonly CallRow[] {
  const curve = parseAlgorithmName(name.replace('nist.', ''))?.parameters.curve?.value;
  const at = curve === undefined ? {} : { curve };
  return [
    ...verbs(curves, name, { algorithm: 'ecdsa', ...at }, [
      ['sign', SIGN],
      ['verify', VERIFY],
      ['recoverPublicKey', VERIFY],
    ]),
    ...verbs(curves, name, { algorithm: 'ecdh', ...at }, [['getSharedSecret', DERIVE]]),
    ...verbs(curves, name, { algorithm: 'ec', ...at }, [
      ['getPublicKey', KEYGEN],
      ['keygen', KEYGEN],
      ['utils.randomSecretKey', KEYGEN],
      ['utils.randomPrivateKey', KEYGEN],
    ]),
  ];
}

const ciphers = rowsOf('@noble/ciphers', '@noble/ciphers.');
const NOBLE_CIPHERS: readonly CallRow[] = [
  ...(['gcm', 'cbc', 'ctr', 'ecb', 'cfb', 'gcmsiv'] as const).map((name) =>
    ciphers.call(
      name,
      { key: '0' },
      { uses: { algorithm: 'aes', mode: name === 'gcmsiv' ? 'gcm-siv' : name }, returns: '@noble/ciphers.Cipher' },
    ),
  ),
  ciphers.call('siv', { key: '0' }, { uses: { algorithm: 'aes', mode: 'gcm-siv' } }),
  ciphers.call('aeskw', { key: '0' }, { uses: { algorithm: 'aes', mode: 'kw' } }),
  ciphers.call('chacha20poly1305', {}, { uses: { algorithm: 'chacha20-poly1305' } }),
  ciphers.call('xchacha20poly1305', {}, { uses: { algorithm: 'xchacha20-poly1305' } }),
  ciphers.call('chacha20', {}, { uses: { algorithm: 'chacha20' } }),
  ciphers.call('xchacha20', {}, { uses: { algorithm: 'xchacha20' } }),
  ciphers.call('salsa20', {}, { uses: { algorithm: 'salsa20' } }),
  ...ciphers.calls('xsalsa20poly1305 secretbox', {}, { uses: { algorithm: 'xsalsa20-poly1305' } }),
];

const pq = rowsOf('@noble/post-quantum', '@noble/post-quantum.');
const KEMS: readonly (readonly [string, AlgorithmId])[] = [
  ['ml_kem512', 'ml-kem-512'],
  ['ml_kem768', 'ml-kem-768'],
  ['ml_kem1024', 'ml-kem-1024'],
  ['ml_kem768_x25519', 'x-wing'],
  ['XWing', 'x-wing'],
];
const SIGNATURES: readonly (readonly [string, AlgorithmId])[] = [
  ['ml_dsa44', 'ml-dsa-44'],
  ['ml_dsa65', 'ml-dsa-65'],
  ['ml_dsa87', 'ml-dsa-87'],
  ...(['sha2', 'shake'] as const).flatMap((hash) =>
    (['128s', '128f', '192s', '192f', '256s', '256f'] as const).map((set) => [`slh_dsa_${hash}_${set}`, `slh-dsa-${hash}-${set}`] as const),
  ),
];
const NOBLE_PQ: readonly CallRow[] = [
  ...KEMS.flatMap(([name, algorithm]) =>
    verbs(pq, name, { algorithm }, [
      ['keygen', KEYGEN],
      ['encapsulate', ENCAPSULATE],
      ['decapsulate', DECAPSULATE],
    ]),
  ),
  ...SIGNATURES.flatMap(([name, algorithm]) =>
    verbs(pq, name, { algorithm }, [
      ['keygen', KEYGEN],
      ['sign', SIGN],
      ['verify', VERIFY],
    ]),
  ),
];

const forge = rowsOf('node-forge', 'node-forge.');
const FORGE: readonly CallRow[] = [
  ...(['md5', 'sha1', 'sha256', 'sha384', 'sha512'] as const).flatMap((name) =>
    forge.calls(`md.${name}.create ${name}.create`, {}, { uses: named(name), functions: DIGEST }),
  ),
  ...forge.calls('cipher.createCipher', { algorithm: '0', key: '1' }, { functions: ENCRYPT }),
  ...forge.calls('cipher.createDecipher', { algorithm: '0', key: '1' }, { functions: DECRYPT }),
  forge.call('hmac.create', {}, { uses: { algorithm: 'hmac' }, functions: TAG, returns: 'node-forge.Hmac' }),
  forge.call('Hmac.start', { digest: '0' }, { uses: { algorithm: 'hmac' }, functions: TAG }),
  ...forge.calls(
    'pki.rsa.generateKeyPair rsa.generateKeyPair',
    { keyBits: '0.bits|0' },
    { uses: { algorithm: 'rsa' }, functions: KEYGEN, returns: 'node-forge.RsaKeyPair' },
  ),
  ...forge.calls(
    'pki.privateKeyFromPem pki.decryptRsaPrivateKey pki.setRsaPrivateKey',
    {},
    { uses: { algorithm: 'rsa' }, returns: 'node-forge.RsaKeyPair.privateKey' },
  ),
  ...forge.calls(
    'pki.publicKeyFromPem pki.setRsaPublicKey',
    {},
    { uses: { algorithm: 'rsa' }, returns: 'node-forge.RsaKeyPair.publicKey' },
  ),
  forge.call('pki.createCertificate', {}, { needs: true, returns: 'node-forge.Certificate' }),
  ...forge.calls(
    'Certificate.sign',
    { digest: '1' },
    { uses: { algorithm: 'rsassa-pkcs1' }, defaults: { digest: 'sha-1' }, functions: SIGN },
  ),
  ...forge.calls('RsaKeyPair.publicKey.verify', {}, { uses: { algorithm: 'rsassa-pkcs1' }, functions: VERIFY }),
  ...forge.calls('RsaKeyPair.privateKey.decrypt', { padding: '1' }, { uses: { algorithm: 'rsa' }, functions: DECRYPT }),
  ...forge.calls(
    'aes.createEncryptionCipher aes.createDecryptionCipher aes.startEncrypting aes.startDecrypting',
    { mode: '2|1' },
    { uses: { algorithm: 'aes' } },
  ),
  ...forge.calls('des.createEncryptionCipher des.startEncrypting', { mode: '2|1' }, { uses: { algorithm: '3des' } }),
  ...forge.calls('rc2.createEncryptionCipher rc2.startEncrypting', {}, { uses: { algorithm: 'rc2' } }),
  ...forge.calls('tls.createConnection', {}, { needs: true }),
  ...forge.calls('RsaKeyPair.privateKey.sign', { digest: '0' }, { uses: { algorithm: 'rsassa-pkcs1' }, functions: SIGN }),
  ...forge.calls('RsaKeyPair.publicKey.encrypt', { padding: '1' }, { uses: { algorithm: 'rsa' }, functions: ENCRYPT }),
  ...forge.calls(
    'pkcs5.pbkdf2 pbkdf2',
    { iterations: '2', outputBytes: '3', digest: '4' },
    { uses: { algorithm: 'pbkdf2' }, functions: DERIVE },
  ),
  ...forge.calls('random.getBytes random.getBytesSync', { outputBytes: '0' }, { uses: { algorithm: 'csprng' }, functions: GENERATE }),
  ...forge.calls('ed25519.generateKeyPair pki.ed25519.generateKeyPair', {}, { uses: { algorithm: 'ed25519' }, functions: KEYGEN }),
  ...forge.calls('ed25519.sign pki.ed25519.sign', {}, { uses: { algorithm: 'ed25519' }, functions: SIGN }),
];

const cryptoJs = rowsOf('crypto-js', 'crypto-js.');
const CRYPTO_JS: readonly CallRow[] = [
  ...(['MD5', 'SHA1', 'SHA224', 'SHA256', 'SHA384', 'SHA512', 'SHA3', 'RIPEMD160'] as const).flatMap((name) => [
    ...cryptoJs.calls(`${name} algo.${name}.create`, {}, { uses: named(name), functions: DIGEST }),
    ...(name === 'SHA3'
      ? []
      : cryptoJs.calls(`Hmac${name}`, {}, { uses: { algorithm: 'hmac', digest: named(name).algorithm }, functions: TAG })),
  ]),
  // crypto-js documentation: CBC and Pkcs7 unless told otherwise.
  ...(
    [
      ['AES', 'aes'],
      ['DES', 'des'],
      ['TripleDES', '3des'],
      ['Blowfish', 'blowfish'],
    ] as const
  ).flatMap(([name, algorithm]) => [
    cryptoJs.call(
      `${name}.encrypt`,
      { mode: '2.mode', padding: '2.padding' },
      { uses: { algorithm }, defaults: { mode: 'cbc', padding: 'pkcs7' }, functions: ENCRYPT },
    ),
    cryptoJs.call(
      `${name}.decrypt`,
      { mode: '2.mode', padding: '2.padding' },
      { uses: { algorithm }, defaults: { mode: 'cbc', padding: 'pkcs7' }, functions: DECRYPT },
    ),
  ]),
  ...(
    [
      ['RC4', 'rc4'],
      ['Rabbit', 'rabbit'],
    ] as const
  ).flatMap(([name, algorithm]) => cryptoJs.calls(`${name}.encrypt ${name}.decrypt`, {}, { uses: { algorithm } })),
  // crypto-js 4: SHA-1 and one iteration before 4.2, SHA-256 after; the version is not known here, so no default is said.
  cryptoJs.call('PBKDF2', { iterations: '2.iterations', digest: '2.hasher' }, { uses: { algorithm: 'pbkdf2' }, functions: DERIVE }),
  cryptoJs.call('EvpKDF', { digest: '2.hasher' }, { uses: { algorithm: 'evp-bytes-to-key' }, functions: DERIVE }),
  ...(['AES', 'DES', 'TripleDES', 'Blowfish'] as const).flatMap((name) =>
    cryptoJs.calls(
      `algo.${name}.createEncryptor algo.${name}.createDecryptor`,
      { mode: '1.mode', padding: '1.padding' },
      {
        uses: { algorithm: name === 'TripleDES' ? '3des' : (named(name).algorithm ?? 'aes') },
        defaults: { mode: 'cbc', padding: 'pkcs7' },
      },
    ),
  ),
  cryptoJs.call('algo.HMAC.create', { digest: '0' }, { uses: { algorithm: 'hmac' }, functions: TAG }),
  cryptoJs.call('lib.WordArray.random', { outputBytes: '0' }, { uses: { algorithm: 'csprng' }, functions: GENERATE }),
];

const elliptic = rowsOf('elliptic', 'elliptic.');
const nacl = rowsOf('tweetnacl', 'tweetnacl.');
const SMALL: readonly CallRow[] = [
  elliptic.call('ec', { curve: '0' }, { uses: { algorithm: 'ec' }, returns: 'elliptic.EC' }),
  elliptic.call('EC.genKeyPair', {}, { continues: true, functions: KEYGEN, uses: { algorithm: 'ec' }, returns: 'elliptic.Key' }),
  ...elliptic.calls('EC.keyFromPrivate EC.keyFromPublic', {}, { continues: true, uses: { algorithm: 'ec' }, returns: 'elliptic.Key' }),
  ...elliptic.calls('EC.sign Key.sign', {}, { continues: true, functions: SIGN, uses: { algorithm: 'ecdsa' } }),
  ...elliptic.calls('EC.verify Key.verify', {}, { continues: true, functions: VERIFY, uses: { algorithm: 'ecdsa' } }),
  elliptic.call('Key.derive', {}, { continues: true, functions: DERIVE, uses: { algorithm: 'ecdh' } }),
  elliptic.call('eddsa', { curve: '0' }, { uses: { algorithm: 'eddsa' } }),
  ...nacl.calls('secretbox', {}, { uses: { algorithm: 'xsalsa20-poly1305' }, functions: ENCRYPT }),
  ...nacl.calls('secretbox.open', {}, { uses: { algorithm: 'xsalsa20-poly1305' }, functions: DECRYPT }),
  ...nacl.calls('box box.after', {}, { uses: { algorithm: 'xsalsa20-poly1305', parts: [{ algorithm: 'x25519' }] }, functions: ENCRYPT }),
  ...nacl.calls(
    'box.open box.open.after',
    {},
    { uses: { algorithm: 'xsalsa20-poly1305', parts: [{ algorithm: 'x25519' }] }, functions: DECRYPT },
  ),
  ...nacl.calls('box.keyPair box.keyPair.fromSecretKey', {}, { uses: { algorithm: 'x25519' }, functions: KEYGEN }),
  ...nacl.calls('box.before scalarMult scalarMult.base', {}, { uses: { algorithm: 'x25519' }, functions: DERIVE }),
  ...nacl.calls('sign sign.detached', {}, { uses: { algorithm: 'ed25519' }, functions: SIGN }),
  ...nacl.calls('sign.open sign.detached.verify', {}, { uses: { algorithm: 'ed25519' }, functions: VERIFY }),
  ...nacl.calls('sign.keyPair sign.keyPair.fromSeed', {}, { uses: { algorithm: 'ed25519' }, functions: KEYGEN }),
  ...nacl.calls('hash', {}, { uses: { algorithm: 'sha-512' }, functions: DIGEST }),
  ...nacl.calls('randomBytes', { outputBytes: '0' }, { uses: { algorithm: 'csprng' }, functions: GENERATE }),
];

/** Calls of packages of npm. */
export const NPM_ROWS: readonly CallRow[] = [
  ...NOBLE_HASHES,
  ...NOBLE_CURVES,
  ...NOBLE_CIPHERS,
  ...NOBLE_PQ,
  ...FORGE,
  ...CRYPTO_JS,
  ...SMALL,
  ...SMALL_ROWS,
  ...TOKEN_ROWS,
];

function verbs(
  makers: ReturnType<typeof rowsOf>,
  name: string,
  uses: Says,
  list: readonly (readonly [string, readonly CryptoFunction[]])[],
): readonly CallRow[] {
  return list.map(([verb, functions]) => makers.call(`${name}.${verb}`, {}, { uses, functions }));
}

function named(name: string): Says & { readonly algorithm: AlgorithmId } {
  const use = parseAlgorithmName(name);
  return use === undefined ? { algorithm: 'unrecognised' } : toSays(use);
}
