// Crypto++ 8 (templates name a mode and its cipher: `GCM<AES>::Encryption`), Botan 2 and 3 (string names), the Arduino Cryptography Library
// (classes). A type that is declared or constructed is read as a call of its name; `<>` stands for its template arguments, which are the
// arguments of the call.

import type { AlgorithmId, CipherMode } from '../../../model/algorithm.ts';
import { DECRYPT, DERIVE, DIGEST, ENCRYPT, fixed, GENERATE, KEYGEN, rowsOf, SIGN, TAG, VERIFY } from '../make-row.ts';
import type { CallRow, Constant, Says } from '../row.ts';

const pp = rowsOf('cryptopp', 'CryptoPP::');
const MODES: Readonly<Record<string, CipherMode>> = {
  ECB_Mode: 'ecb',
  CBC_Mode: 'cbc',
  CBC_CTS_Mode: 'cbc-cs',
  CTR_Mode: 'ctr',
  CFB_Mode: 'cfb',
  OFB_Mode: 'ofb',
  XTS: 'xts',
  GCM: 'gcm',
  CCM: 'ccm',
  EAX: 'eax',
};
const CLASSES: Readonly<Record<string, AlgorithmId>> = {
  SHA1: 'sha-1',
  SHA224: 'sha-224',
  SHA256: 'sha-256',
  SHA384: 'sha-384',
  SHA512: 'sha-512',
  SHA3_256: 'sha3-256',
  SHA3_384: 'sha3-384',
  SHA3_512: 'sha3-512',
  SHAKE128: 'shake128',
  SHAKE256: 'shake256',
  'Weak::MD5': 'md5',
  Weak1_MD5: 'md5',
  RIPEMD160: 'ripemd-160',
  BLAKE2b: 'blake2b',
  BLAKE2s: 'blake2s',
  ChaCha: 'chacha20',
  ChaCha20Poly1305: 'chacha20-poly1305',
  XChaCha20Poly1305: 'xchacha20-poly1305',
  Salsa20: 'salsa20',
  x25519: 'x25519',
  ed25519: 'ed25519',
  AES: 'aes',
  DES: 'des',
  DES_EDE3: '3des',
  Blowfish: 'blowfish',
  Twofish: 'twofish',
  Serpent: 'serpent',
  Camellia: 'camellia',
  ARIA: 'aria',
  SM3: 'sm3',
  SM4: 'sm4',
};
const CRYPTOPP: readonly CallRow[] = [
  ...Object.entries(MODES).flatMap(([name, mode]) => [
    pp.call(`${name}<>::Encryption`, { algorithm: '0' }, { uses: { mode }, functions: ENCRYPT }),
    pp.call(`${name}<>::Decryption`, { algorithm: '0' }, { uses: { mode }, functions: DECRYPT }),
    pp.call(`${name}<>`, { algorithm: '0' }, { uses: { mode } }),
    ...['ExternalCipher::Encryption', 'ExternalCipher::Decryption'].map((kind) =>
      pp.call(`${name}_${kind}`, {}, { uses: { mode }, needs: true }),
    ),
  ]),
  ...Object.entries(CLASSES).flatMap(([name, algorithm]) => [
    pp.call(name, {}, { uses: { algorithm } }),
    pp.call(`${name}::Encryption`, {}, { uses: { algorithm }, functions: ENCRYPT }),
    pp.call(`${name}::Decryption`, {}, { uses: { algorithm }, functions: DECRYPT }),
  ]),
  pp.call('HMAC<>', { digest: '0' }, { uses: { algorithm: 'hmac' }, functions: TAG }),
  pp.call('CMAC<>', { part: '0' }, { uses: { algorithm: 'cmac' }, functions: TAG }),
  pp.call('HKDF<>', { digest: '0' }, { uses: { algorithm: 'hkdf' }, functions: DERIVE }),
  pp.call('PKCS5_PBKDF2_HMAC<>', { digest: '0' }, { uses: { algorithm: 'pbkdf2' }, functions: DERIVE }),
  pp.call('Scrypt', {}, { uses: { algorithm: 'scrypt' }, functions: DERIVE }),
  ...(['RSA::PrivateKey', 'RSA::PublicKey', 'InvertibleRSAFunction', 'RSAFunction'] as const).map((name) =>
    pp.call(name, {}, { uses: { algorithm: 'rsa' } }),
  ),
  ...['Signer', 'Verifier'].flatMap((kind) => {
    const functions = kind === 'Signer' ? SIGN : VERIFY;
    return [
      pp.call(`ECDSA<>::${kind}`, { digest: '1' }, { uses: { algorithm: 'ecdsa' }, functions }),
      pp.call(`RSASS<>::${kind}`, { padding: '0', digest: '1' }, { uses: { algorithm: 'rsa' }, functions }),
      pp.call(`ed25519${kind}`, {}, { uses: { algorithm: 'ed25519' }, functions }),
      pp.call(`ed25519::${kind}`, {}, { uses: { algorithm: 'ed25519' }, functions }),
      pp.call(`DSA::${kind}`, {}, { uses: { algorithm: 'dsa' }, functions }),
    ];
  }),
  ...['PrivateKey', 'PublicKey'].map((kind) => pp.call(`ECDSA<>::${kind}`, { digest: '1' }, { uses: { algorithm: 'ecdsa' } })),
  ...['Encryptor', 'Decryptor'].flatMap((kind) => {
    const functions = kind === 'Encryptor' ? ENCRYPT : DECRYPT;
    return [
      pp.call(`RSAES<>::${kind}`, { padding: '0' }, { uses: { algorithm: 'rsa' }, functions }),
      pp.call(`RSAES_OAEP_SHA_${kind}`, {}, { uses: { algorithm: 'rsaes-oaep', digest: 'sha-1' }, functions }),
      pp.call(`RSAES_PKCS1v15_${kind}`, {}, { uses: { algorithm: 'rsaes-pkcs1' }, functions }),
      pp.call(`ECIES<>::${kind}`, {}, { uses: { algorithm: 'ecies' }, functions }),
    ];
  }),
  pp.call('ECDH<>::Domain', {}, { uses: { algorithm: 'ecdh' }, functions: DERIVE }),
  ...fixed(pp, 'AutoSeededRandomPool', { algorithm: 'csprng' }, GENERATE),
  ...fixed(pp, 'DH', { algorithm: 'ffdh' }, DERIVE),
];

const botan = rowsOf('botan', 'Botan::');
const BOTAN: readonly CallRow[] = [
  ...['Cipher_Mode', 'AEAD_Mode', 'BlockCipher', 'StreamCipher', 'SymmetricAlgorithm'].flatMap((name) =>
    botan.calls(`${name}::create ${name}::create_or_throw`, { algorithm: '0', operation: '1' }),
  ),
  ...['HashFunction', 'XOF'].flatMap((name) =>
    botan.calls(`${name}::create ${name}::create_or_throw`, { algorithm: '0' }, { functions: DIGEST }),
  ),
  ...['MessageAuthenticationCode', 'MAC'].flatMap((name) =>
    botan.calls(`${name}::create ${name}::create_or_throw`, { algorithm: '0' }, { functions: TAG }),
  ),
  ...['KDF', 'PasswordHashFamily', 'PBKDF'].flatMap((name) =>
    botan.calls(`${name}::create ${name}::create_or_throw`, { algorithm: '0' }, { functions: DERIVE }),
  ),
  ...['get_cipher_mode', 'get_cipher', 'get_aead'].map((name) => botan.call(name, { algorithm: '0' })),
  ...['get_kdf', 'get_pbkdf', 'get_s2k'].map((name) => botan.call(name, { algorithm: '0' }, { functions: DERIVE })),
  botan.call('create_private_key', { algorithm: '0', curve: '2' }, { functions: KEYGEN }),
  ...(
    [
      ['RSA_PrivateKey', 'rsa'],
      ['ECDSA_PrivateKey', 'ecdsa'],
      ['ECDH_PrivateKey', 'ecdh'],
      ['Ed25519_PrivateKey', 'ed25519'],
      ['Curve25519_PrivateKey', 'x25519'],
      ['X25519_PrivateKey', 'x25519'],
      ['DH_PrivateKey', 'ffdh'],
      ['DSA_PrivateKey', 'dsa'],
      ['Dilithium_PrivateKey', 'dilithium'],
      ['ML_DSA_PrivateKey', 'ml-dsa'],
      ['ML_KEM_PrivateKey', 'ml-kem'],
      ['Kyber_PrivateKey', 'kyber'],
      ['XMSS_PrivateKey', 'xmss'],
      ['HSS_LMS_PrivateKey', 'hss'],
      ['SLH_DSA_PrivateKey', 'slh-dsa'],
    ] as const
  ).map(([name, algorithm]) =>
    botan.call(name, algorithm === 'rsa' ? { keyBits: '1' } : { curve: '1' }, { uses: { algorithm }, functions: KEYGEN }),
  ),
  botan.call('EC_Group', { curve: '0' }, { uses: { algorithm: 'ec' } }),
  botan.call('EC_Group::from_name', { curve: '0' }, { uses: { algorithm: 'ec' } }),
  botan.call('PK_Signer', { digest: '2' }, { functions: SIGN, needs: true }),
  botan.call('PK_Verifier', { digest: '1' }, { functions: VERIFY, needs: true }),
  ...fixed(botan, 'AutoSeeded_RNG System_RNG', { algorithm: 'csprng' }, GENERATE),
  botan.protocol('TLS::Client', { protocol: 'tls' }),
  botan.protocol('TLS::Server', { protocol: 'tls' }),
];

// rweather/arduinolibs: Crypto.h and the header of each class.
const arduino = rowsOf('arduino-crypto', '~rweather::');
const ARDUINO_CLASSES: Readonly<Record<string, Says>> = {
  AES128: { algorithm: 'aes', keyBits: 128 },
  AES192: { algorithm: 'aes', keyBits: 192 },
  AES256: { algorithm: 'aes', keyBits: 256 },
  AESSmall128: { algorithm: 'aes', keyBits: 128 },
  AESSmall256: { algorithm: 'aes', keyBits: 256 },
  AESTiny128: { algorithm: 'aes', keyBits: 128 },
  AESTiny256: { algorithm: 'aes', keyBits: 256 },
  SHA1: { algorithm: 'sha-1' },
  SHA224: { algorithm: 'sha-224' },
  SHA256: { algorithm: 'sha-256' },
  SHA384: { algorithm: 'sha-384' },
  SHA512: { algorithm: 'sha-512' },
  SHA3_256: { algorithm: 'sha3-256' },
  SHA3_512: { algorithm: 'sha3-512' },
  SHAKE128: { algorithm: 'shake128' },
  SHAKE256: { algorithm: 'shake256' },
  BLAKE2b: { algorithm: 'blake2b' },
  BLAKE2s: { algorithm: 'blake2s' },
  ChaCha: { algorithm: 'chacha20' },
  ChaChaPoly: { algorithm: 'chacha20-poly1305' },
  Poly1305: { algorithm: 'poly1305' },
  Ascon128: { algorithm: 'ascon' },
  Speck: { algorithm: 'unrecognised' },
};
const ARDUINO_MODES = { CBC: 'cbc', CTR: 'ctr', CFB: 'cfb', OFB: 'ofb', GCM: 'gcm', EAX: 'eax', XTS: 'xts' } as const;

const ARDUINO: readonly CallRow[] = [
  ...Object.entries(ARDUINO_CLASSES).map(([name, uses]) =>
    arduino.call(name, {}, { uses, ...(uses.algorithm === 'unrecognised' ? { needs: true } : {}) }),
  ),
  ...Object.entries(ARDUINO_MODES).map(([name, mode]) => arduino.call(`${name}<>`, { algorithm: '0' }, { uses: { mode } })),
  arduino.call('HKDF<>', { digest: '0' }, { uses: { algorithm: 'hkdf' }, functions: DERIVE }),
  ...['dh1', 'dh2', 'eval'].map((name) =>
    rowsOf('arduino-crypto').call(`Curve25519::${name}`, {}, { uses: { algorithm: 'x25519' }, functions: DERIVE }),
  ),
  rowsOf('arduino-crypto').call('Ed25519::sign', {}, { uses: { algorithm: 'ed25519' }, functions: SIGN }),
  rowsOf('arduino-crypto').call('Ed25519::verify', {}, { uses: { algorithm: 'ed25519' }, functions: VERIFY }),
  rowsOf('arduino-crypto').call('Ed25519::generatePrivateKey', {}, { uses: { algorithm: 'ed25519' }, functions: KEYGEN }),
  rowsOf('arduino-crypto').call('Ed25519::derivePublicKey', {}, { uses: { algorithm: 'ed25519' }, functions: KEYGEN }),
];

const quiet = (library: string, says: Says, more: Omit<Constant, 'library' | 'says' | 'quiet'> = {}): Constant => ({
  library,
  says,
  quiet: true,
  ...more,
});

/** Names that stand as template arguments or scoped enumerators. */
export const CPLUSPLUS_CONSTANTS: Readonly<Record<string, Constant>> = {
  'CryptoPP::PSS': quiet('cryptopp', { padding: 'pss' }),
  'CryptoPP::PKCS1v15': quiet('cryptopp', { padding: 'pkcs1v15' }),
  'CryptoPP::OAEP<>': quiet('cryptopp', { padding: 'oaep' }),
  'Botan::Cipher_Dir::Encryption': quiet('botan', {}, { operation: 'encrypt' }),
  'Botan::Cipher_Dir::Decryption': quiet('botan', {}, { operation: 'decrypt' }),
  'Botan::ENCRYPTION': quiet('botan', {}, { operation: 'encrypt' }),
  'Botan::DECRYPTION': quiet('botan', {}, { operation: 'decrypt' }),
  ...Object.fromEntries(
    (
      [
        ['Md4', 'md4'],
        ['Md5', 'md5'],
        ['Sha1', 'sha-1'],
        ['Sha224', 'sha-224'],
        ['Sha256', 'sha-256'],
        ['Sha384', 'sha-384'],
        ['Sha512', 'sha-512'],
        ['Sha3_224', 'sha3-224'],
        ['Sha3_256', 'sha3-256'],
        ['Sha3_384', 'sha3-384'],
        ['Sha3_512', 'sha3-512'],
        ['Keccak_256', 'keccak'],
        ['Blake2b_512', 'blake2b'],
        ['Blake2s_256', 'blake2s'],
      ] as const
    ).map(([name, algorithm]) => [`QCryptographicHash::${name}`, quiet('qt', { algorithm })] as const),
  ),
};

/** Namespaces that a library's header stands for, where a file leaves them out. */
export const NAMESPACES: ReadonlyMap<string, string> = new Map([
  ['cryptopp', 'CryptoPP'],
  ['botan', 'Botan'],
  // its classes have no namespace: this one is never written
  ['arduino-crypto', '~rweather'],
  ['poco', 'Poco'],
]);

/** Classes and functions of the C++ libraries. */
export const CPLUSPLUS_ROWS: readonly CallRow[] = [...CRYPTOPP, ...BOTAN, ...ARDUINO];
