// Smaller packages of npm, by their documentation: sjcl, aes-js, hash.js, create-hash, jsSHA, js-sha3, blakejs, secp256k1, ethereum-cryptography,
// the single packages of noble, openpgp, asmcrypto, node-rsa, post-quantum packages; Bun; SSH, DTLS and TLS of packages.

import type { AlgorithmId } from '../../../model/algorithm.ts';
import { parseAlgorithmName } from '../../names.ts';
import { DECAPSULATE, DECRYPT, DERIVE, DIGEST, ENCAPSULATE, ENCRYPT, GENERATE, KEYGEN, rowsOf, SIGN, TAG, VERIFY } from '../make-row.ts';
import type { CallRow, Says } from '../row.ts';
import { toSays } from '../says.ts';

const sjcl = rowsOf('sjcl', 'sjcl.');
// sjcl.json.defaults: AES-128 in CCM; PBKDF2 with HMAC-SHA-256.
const SJCL_DEFAULTS: Says = { mode: 'ccm', keyBits: 128 };
const SJCL: readonly CallRow[] = [
  sjcl.call('encrypt', { mode: '2.mode', keyBits: '2.ks' }, { uses: { algorithm: 'aes' }, defaults: SJCL_DEFAULTS, functions: ENCRYPT }),
  sjcl.call('decrypt', {}, { uses: { algorithm: 'aes' }, functions: DECRYPT }),
  sjcl.call('cipher.aes', {}, { uses: { algorithm: 'aes' } }),
  ...(['gcm', 'ccm', 'cbc', 'ocb2'] as const).flatMap((mode) =>
    sjcl.calls(`mode.${mode}.encrypt mode.${mode}.decrypt`, {}, { uses: { algorithm: 'aes', mode: mode === 'ocb2' ? 'ocb' : mode } }),
  ),
  ...(['sha1', 'sha256', 'sha512', 'ripemd160'] as const).flatMap((name) =>
    sjcl.calls(`hash.${name} hash.${name}.hash`, {}, { uses: named(name), functions: DIGEST }),
  ),
  sjcl.call('misc.hmac', { digest: '1' }, { uses: { algorithm: 'hmac' }, defaults: { digest: 'sha-256' }, functions: TAG }),
  sjcl.call(
    'misc.pbkdf2',
    { iterations: '2', outputBits: '3' },
    { uses: { algorithm: 'pbkdf2' }, defaults: { digest: 'sha-256' }, functions: DERIVE },
  ),
  sjcl.call('ecc.ecdsa.generateKeys', { curve: '0' }, { uses: { algorithm: 'ecdsa' }, functions: KEYGEN }),
  sjcl.call('ecc.elGamal.generateKeys', { curve: '0' }, { uses: { algorithm: 'ecies' }, functions: KEYGEN }),
  sjcl.call('random.randomWords', {}, { uses: { algorithm: 'csprng' }, functions: GENERATE }),
];

const HASH_NAMES = 'md5 sha1 sha224 sha256 sha384 sha512 ripemd160'.split(' ');
const HASHING: readonly CallRow[] = [
  ...['create-hash', 'create-hash/browser', 'sha.js'].map((symbol) =>
    rowsOf(symbol.split('/')[0] ?? symbol).call(symbol, { algorithm: '0' }, { uses: { algorithm: 'hash' }, functions: DIGEST }),
  ),
  ...['create-hmac', 'create-hmac/browser'].map((symbol) =>
    rowsOf('create-hmac').call(symbol, { digest: '0' }, { uses: { algorithm: 'hmac' }, functions: TAG }),
  ),
  ...HASH_NAMES.flatMap((name) => [
    rowsOf('hash.js', 'hash.js.').call(name, {}, { uses: named(name), functions: DIGEST }),
    rowsOf('sha.js', 'sha.js.').call(name, {}, { uses: named(name), functions: DIGEST }),
  ]),
  ...rowsOf('hash.js', 'hash.js.').calls('hmac', { digest: '0' }, { uses: { algorithm: 'hmac' }, functions: TAG }),
  ...['md5', 'sha1', 'js-md5', 'js-sha256', 'js-sha1', 'ripemd160', 'md5.js', 'blueimp-md5', 'md5-hex'].map(
    (name): CallRow => ({ symbol: name, library: name, uses: named(name.replace(/^js-|\.js$|^blueimp-|-hex$/g, '')), functions: DIGEST }),
  ),
  ...(['sha256', 'sha224'] as const).map((name) =>
    rowsOf('js-sha256', 'js-sha256.').call(name, {}, { uses: named(name), functions: DIGEST }),
  ),
  ...(['sha512', 'sha384', 'sha512_256', 'sha512_224'] as const).map((name) =>
    rowsOf('js-sha512', 'js-sha512.').call(name, {}, { uses: named(name), functions: DIGEST }),
  ),
  ...(['sha3_224', 'sha3_256', 'sha3_384', 'sha3_512', 'shake128', 'shake256'] as const).map((name) =>
    rowsOf('js-sha3', 'js-sha3.').call(name, {}, { uses: named(name), functions: DIGEST }),
  ),
  ...(['keccak224', 'keccak256', 'keccak384', 'keccak512', 'keccak_256', 'keccak_512'] as const).map((name) =>
    rowsOf('js-sha3', 'js-sha3.').call(name, {}, { uses: { algorithm: 'keccak' }, functions: DIGEST }),
  ),
  ...rowsOf('blakejs', 'blakejs.').calls('blake2b blake2bHex blake2bInit', {}, { uses: { algorithm: 'blake2b' }, functions: DIGEST }),
  ...rowsOf('blakejs', 'blakejs.').calls('blake2s blake2sHex blake2sInit', {}, { uses: { algorithm: 'blake2s' }, functions: DIGEST }),
  rowsOf('jssha').call('jssha', { algorithm: '0' }, { uses: { algorithm: 'hash' }, functions: DIGEST }),
  rowsOf('pbkdf2', 'pbkdf2.').call(
    'pbkdf2',
    { iterations: '2', outputBytes: '3', digest: '4' },
    { uses: { algorithm: 'pbkdf2' }, functions: DERIVE },
  ),
  rowsOf('pbkdf2', 'pbkdf2.').call(
    'pbkdf2Sync',
    { iterations: '2', outputBytes: '3', digest: '4' },
    { uses: { algorithm: 'pbkdf2' }, functions: DERIVE },
  ),
  rowsOf('randombytes').call('randombytes', { outputBytes: '0' }, { uses: { algorithm: 'csprng' }, functions: GENERATE }),
  ...rowsOf('expo-crypto', 'expo-crypto.').calls(
    'digestStringAsync digest',
    { algorithm: '0' },
    { uses: { algorithm: 'hash' }, functions: DIGEST },
  ),
  ...rowsOf('expo-crypto', 'expo-crypto.').calls(
    'getRandomBytes getRandomBytesAsync',
    { outputBytes: '0' },
    { uses: { algorithm: 'csprng' }, functions: GENERATE },
  ),
];

const CIPHERS: readonly CallRow[] = [
  ...(['ecb', 'cbc', 'cfb', 'ofb', 'ctr'] as const).map((mode) =>
    rowsOf('aes-js', 'aes-js.').call(`ModeOfOperation.${mode}`, { key: '0' }, { uses: { algorithm: 'aes', mode } }),
  ),
  rowsOf('aes-js', 'aes-js.').call('AES', { key: '0' }, { uses: { algorithm: 'aes' } }),
  ...(['GCM', 'CBC', 'CTR', 'CCM', 'ECB', 'CFB', 'OFB'] as const).flatMap((mode) =>
    rowsOf('asmcrypto.js', 'asmcrypto.js.').calls(
      `AES_${mode} AES_${mode}.encrypt AES_${mode}.decrypt`,
      {},
      { uses: named(`aes-${mode}`) },
    ),
  ),
  ...(['SHA1', 'SHA256', 'SHA512'] as const).flatMap((name) => [
    ...rowsOf('asmcrypto.js', 'asmcrypto.js.').calls(
      `${name} ${name}.bytes ${name}.hex ${name}.base64`,
      {},
      { uses: named(name), functions: DIGEST },
    ),
    ...['HMAC', 'Hmac'].flatMap((hmac) =>
      rowsOf('asmcrypto.js', 'asmcrypto.js.').calls(
        `${hmac}_${name}.bytes ${hmac}_${name}.hex ${hmac}${name}`,
        {},
        {
          uses: { algorithm: 'hmac', digest: named(name).algorithm },
          functions: TAG,
        },
      ),
    ),
    ...rowsOf('asmcrypto.js', 'asmcrypto.js.').calls(
      `PBKDF2_HMAC_${name}.bytes Pbkdf2Hmac${name.replace('SHA', 'Sha')}`,
      {},
      {
        uses: { algorithm: 'pbkdf2', digest: named(name).algorithm },
        functions: DERIVE,
      },
    ),
  ]),
  rowsOf('node-rsa').call('node-rsa', { keyBits: '0.b' }, { uses: { algorithm: 'rsa' } }),
  ...rowsOf('openpgp', 'openpgp.').calls(
    'generateKey',
    { algorithm: '0.type', keyBits: '0.rsaBits|0.numBits', curve: '0.curve' },
    { functions: KEYGEN },
  ),
];

const ETHEREUM = rowsOf('ethereum-cryptography', 'ethereum-cryptography.');
const secp = rowsOf('secp256k1', 'secp256k1.');
const ON_K1 = { curve: 'secp256k1' } as const;
const CURVES: readonly CallRow[] = [
  ...(['sha256', 'sha512', 'ripemd160', 'blake2b'] as const).map((name) =>
    ETHEREUM.call(name, {}, { uses: named(name), functions: DIGEST }),
  ),
  ...ETHEREUM.calls('keccak224 keccak256 keccak384 keccak512', {}, { uses: { algorithm: 'keccak' }, functions: DIGEST }),
  ...ETHEREUM.calls(
    'pbkdf2 pbkdf2Sync',
    { iterations: '2', outputBytes: '3', digest: '4' },
    { uses: { algorithm: 'pbkdf2' }, functions: DERIVE },
  ),
  ...ETHEREUM.calls('scrypt scryptSync', {}, { uses: { algorithm: 'scrypt' }, functions: DERIVE }),
  ...ETHEREUM.calls('getRandomBytes getRandomBytesSync', { outputBytes: '0' }, { uses: { algorithm: 'csprng' }, functions: GENERATE }),
  ...ETHEREUM.calls('secp256k1.sign ecdsaSign', {}, { uses: { algorithm: 'ecdsa', ...ON_K1 }, functions: SIGN }),
  ...ETHEREUM.calls('secp256k1.verify ecdsaVerify', {}, { uses: { algorithm: 'ecdsa', ...ON_K1 }, functions: VERIFY }),
  ETHEREUM.call('encrypt', { algorithm: '3' }, { defaults: { algorithm: 'aes', keyBits: 128, mode: 'ctr' }, functions: ENCRYPT }),
  ETHEREUM.call('decrypt', { algorithm: '3' }, { defaults: { algorithm: 'aes', keyBits: 128, mode: 'ctr' }, functions: DECRYPT }),
  ...secp.calls('ecdsaSign sign', {}, { uses: { algorithm: 'ecdsa', ...ON_K1 }, functions: SIGN }),
  ...secp.calls('ecdsaVerify verify ecdsaRecover recover', {}, { uses: { algorithm: 'ecdsa', ...ON_K1 }, functions: VERIFY }),
  ...secp.calls('ecdh', {}, { uses: { algorithm: 'ecdh', ...ON_K1 }, functions: DERIVE }),
  ...secp.calls('publicKeyCreate', {}, { uses: { algorithm: 'ec', ...ON_K1 }, functions: KEYGEN }),
  ...['@noble/secp256k1', 'noble-secp256k1'].flatMap((name) => [
    ...rowsOf(name, `${name}.`).calls(
      'sign signSync signAsync schnorr.sign',
      {},
      { uses: { algorithm: 'ecdsa', ...ON_K1 }, functions: SIGN },
    ),
    ...rowsOf(name, `${name}.`).calls(
      'verify schnorr.verify recoverPublicKey',
      {},
      { uses: { algorithm: 'ecdsa', ...ON_K1 }, functions: VERIFY },
    ),
    ...rowsOf(name, `${name}.`).calls('getSharedSecret', {}, { uses: { algorithm: 'ecdh', ...ON_K1 }, functions: DERIVE }),
    ...rowsOf(name, `${name}.`).calls(
      'getPublicKey utils.randomPrivateKey utils.randomSecretKey',
      {},
      { uses: { algorithm: 'ec', ...ON_K1 }, functions: KEYGEN },
    ),
  ]),
  ...['@noble/ed25519', 'noble-ed25519'].flatMap((name) => [
    ...rowsOf(name, `${name}.`).calls('sign signAsync sync.sign', {}, { uses: { algorithm: 'ed25519' }, functions: SIGN }),
    ...rowsOf(name, `${name}.`).calls('verify verifyAsync sync.verify', {}, { uses: { algorithm: 'ed25519' }, functions: VERIFY }),
    ...rowsOf(name, `${name}.`).calls(
      'getPublicKey getPublicKeyAsync utils.randomPrivateKey utils.randomSecretKey keygen',
      {},
      {
        uses: { algorithm: 'ed25519' },
        functions: KEYGEN,
      },
    ),
    ...rowsOf(name, `${name}.`).calls('getSharedSecret', {}, { uses: { algorithm: 'x25519' }, functions: DERIVE }),
  ]),
  ...rowsOf('@stablelib/ed25519', '@stablelib/ed25519.').calls('sign', {}, { uses: { algorithm: 'ed25519' }, functions: SIGN }),
  ...rowsOf('@stablelib/ed25519', '@stablelib/ed25519.').calls('verify', {}, { uses: { algorithm: 'ed25519' }, functions: VERIFY }),
  ...rowsOf('@stablelib/ed25519', '@stablelib/ed25519.').calls(
    'generateKeyPair generateKeyPairFromSeed',
    {},
    { uses: { algorithm: 'ed25519' }, functions: KEYGEN },
  ),
  ...rowsOf('@stablelib/x25519', '@stablelib/x25519.').calls(
    'sharedKey scalarMult',
    {},
    { uses: { algorithm: 'x25519' }, functions: DERIVE },
  ),
  ...rowsOf('@stablelib/x25519', '@stablelib/x25519.').calls('generateKeyPair', {}, { uses: { algorithm: 'x25519' }, functions: KEYGEN }),
];

const KEMS = [512, 768, 1024] as const;
const POST_QUANTUM: readonly CallRow[] = [
  ...['mlkem', 'crystals-kyber-js', '@hpke/ml-kem'].flatMap((name) =>
    KEMS.flatMap((set) => [
      rowsOf(name, `${name}.`).call(`MlKem${set}`, {}, { uses: { algorithm: `ml-kem-${set}` } }),
      rowsOf(name, `${name}.`).call(`Kyber${set}`, {}, { uses: { algorithm: 'kyber', keyBits: set } }),
    ]),
  ),
  ...KEMS.flatMap((set) => [
    rowsOf('crystals-kyber', 'crystals-kyber.').call(`KeyGen${set}`, {}, { uses: { algorithm: 'kyber', keyBits: set }, functions: KEYGEN }),
    rowsOf('crystals-kyber', 'crystals-kyber.').call(
      `Encrypt${set}`,
      {},
      { uses: { algorithm: 'kyber', keyBits: set }, functions: ENCAPSULATE },
    ),
    rowsOf('crystals-kyber', 'crystals-kyber.').call(
      `Decrypt${set}`,
      {},
      { uses: { algorithm: 'kyber', keyBits: set }, functions: DECAPSULATE },
    ),
    rowsOf('@oqs/liboqs-js', '@oqs/liboqs-js.').call(`createMLKEM${set}`, {}, { uses: { algorithm: `ml-kem-${set}` } }),
  ]),
  ...([44, 65, 87] as const).map((set) =>
    rowsOf('@oqs/liboqs-js', '@oqs/liboqs-js.').call(`createMLDSA${set}`, {}, { uses: { algorithm: `ml-dsa-${set}` } }),
  ),
  ...rowsOf('pqc-kyber', 'pqc-kyber.').calls('keypair', {}, { uses: { algorithm: 'kyber' }, functions: KEYGEN }),
  ...rowsOf('pqc-kyber', 'pqc-kyber.').calls('encapsulate', {}, { uses: { algorithm: 'kyber' }, functions: ENCAPSULATE }),
  ...rowsOf('pqc-kyber', 'pqc-kyber.').calls('decapsulate', {}, { uses: { algorithm: 'kyber' }, functions: DECAPSULATE }),
  ...['dilithium-crystals', 'dilithium-crystals-js', 'superdilithium'].flatMap((name) => {
    const brings = name === 'superdilithium' ? 'superDilithium' : 'dilithium';
    return [
      rowsOf(name, `${name}.`).call(`${brings}.keyPair`, {}, { uses: { algorithm: 'dilithium' }, functions: KEYGEN }),
      ...rowsOf(name, `${name}.`).calls(`${brings}.sign ${brings}.signDetached`, {}, { uses: { algorithm: 'dilithium' }, functions: SIGN }),
      ...rowsOf(name, `${name}.`).calls(
        `${brings}.open ${brings}.verifyDetached`,
        {},
        { uses: { algorithm: 'dilithium' }, functions: VERIFY },
      ),
    ];
  }),
  ...rowsOf('pqclean', 'pqclean.').calls(
    'kem.generateKeyPair sign.generateKeyPair kem.KEM sign.Sign',
    { algorithm: '0' },
    { functions: KEYGEN },
  ),
];

const BUN: readonly CallRow[] = [
  ...rowsOf('bun', 'Bun.').calls('CryptoHasher CryptoHasher.hash', { algorithm: '0' }, { uses: { algorithm: 'hash' }, functions: DIGEST }),
  ...(['SHA1', 'SHA224', 'SHA256', 'SHA384', 'SHA512', 'MD5', 'MD4', 'SHA512_256'] as const).flatMap((name) =>
    rowsOf('bun', 'Bun.').calls(`${name} ${name}.hash`, {}, { uses: named(name), functions: DIGEST }),
  ),
  // Bun.password: Argon2id unless told otherwise.
  ...rowsOf('bun', 'Bun.').calls(
    'password.hash password.hashSync',
    { algorithm: '1.algorithm|1' },
    { defaults: { algorithm: 'argon2' }, functions: DERIVE },
  ),
  ...rowsOf('bun', 'Bun.').calls(
    'password.verify password.verifySync',
    { algorithm: '2' },
    { defaults: { algorithm: 'argon2' }, functions: DERIVE },
  ),
];

const PROTOCOLS: readonly CallRow[] = [
  { ...rowsOf('ssh2', 'ssh2.').protocol('Client', { protocol: 'ssh' }), returns: 'ssh2.Client()' },
  rowsOf('ssh2', 'ssh2.').call('Client().connect', { algorithm: '0.algorithms.kex' }, { needs: true, functions: DERIVE }),
  rowsOf('ssh2', 'ssh2.').protocol('Server', { protocol: 'ssh' }),
  rowsOf('node-dtls-client', 'node-dtls-client.').protocol('dtls.createSocket', { protocol: 'dtls', suites: '0.ciphers' }),
  ...['connect', 'createServer'].map((name) =>
    rowsOf('@nodertc/dtls', '@nodertc/dtls.').protocol(name, { protocol: 'dtls', suites: '0.cipherSuites' }),
  ),
  {
    ...rowsOf('mqtt', 'mqtt.').protocol('connect', {
      protocol: 'tls',
      version: '1.minVersion|0.minVersion|1.secureProtocol|0.secureProtocol',
      suites: '1.ciphers|0.ciphers',
    }),
    needs: true,
  },
  {
    ...rowsOf('undici', 'undici.').protocol('Agent', { protocol: 'tls', version: '0.connect.minVersion', suites: '0.connect.ciphers' }),
    needs: true,
  },
  ...['credentials.createSsl', 'ServerCredentials.createSsl'].map((name) =>
    rowsOf('@grpc/grpc-js', '@grpc/grpc-js.').protocol(name, { protocol: 'tls' }),
  ),
];

/** Calls of smaller packages. */
export const SMALL_ROWS: readonly CallRow[] = [...SJCL, ...HASHING, ...CIPHERS, ...CURVES, ...POST_QUANTUM, ...BUN, ...PROTOCOLS];

function named(name: string): Says & { readonly algorithm: AlgorithmId } {
  const use = parseAlgorithmName(name);
  return use === undefined ? { algorithm: 'unrecognised' } : toSays(use);
}
