// The Go standard library: crypto, crypto/*, and what of io, os and net/http reaches it. pkg.go.dev/std, Go 1.27.

import type { AlgorithmId, CipherMode, CurveId } from '../../../model/algorithm.ts';
import { DECAPSULATE, DECRYPT, DERIVE, DIGEST, ENCAPSULATE, ENCRYPT, GENERATE, KEYGEN, rowsOf, SIGN, TAG, VERIFY } from '../make-row.ts';
import type { CallRow, Constant, Says } from '../row.ts';

const BLOCK = 'crypto/cipher.Block';

const ciphers = rowsOf('crypto/cipher', 'crypto/cipher.');
// The mode that is laid over a block cipher is told of the cipher too, where that was made.
const mode = (names: string, uses: Says & { readonly mode: CipherMode }, more: Pick<CallRow, 'functions'> = {}): readonly CallRow[] =>
  ciphers.calls(names, { algorithm: '0' }, { uses, ...more, object: '0', sets: true });
/** A block cipher that is made here. */
export const MADE_BLOCK: Pick<CallRow, 'returns' | 'object' | 'objectOf' | 'gathers'> = {
  returns: BLOCK,
  object: 'target',
  objectOf: 'crypto/cipher',
  gathers: true,
};
const CIPHERS: readonly CallRow[] = [
  ...mode('NewGCM NewGCMWithNonceSize NewGCMWithRandomNonce', { mode: 'gcm' }),
  ciphers.call('NewGCMWithTagSize', { algorithm: '0', tagBytes: '1' }, { uses: { mode: 'gcm' }, object: '0', sets: true }),
  ...mode('NewCBCEncrypter', { mode: 'cbc' }, { functions: ENCRYPT }),
  ...mode('NewCBCDecrypter', { mode: 'cbc' }, { functions: DECRYPT }),
  ...mode('NewCFBEncrypter', { mode: 'cfb' }, { functions: ENCRYPT }),
  ...mode('NewCFBDecrypter', { mode: 'cfb' }, { functions: DECRYPT }),
  ...mode('NewCTR', { mode: 'ctr' }),
  ...mode('NewOFB', { mode: 'ofb' }),
  ...cipherOf('crypto/aes', 'NewCipher', 'aes'),
  ...cipherOf('crypto/des', 'NewCipher', 'des'),
  ...cipherOf('crypto/des', 'NewTripleDESCipher', '3des'),
  rowsOf('crypto/rc4').call('crypto/rc4.NewCipher', { key: '0' }, { uses: { algorithm: 'rc4' } }),
];

function cipherOf(module: string, name: string, algorithm: AlgorithmId): readonly CallRow[] {
  return rowsOf(module).calls(`${module}.${name}`, { key: '0' }, { uses: { algorithm }, ...MADE_BLOCK });
}

/** Package, functions and what they are; each function makes a hash or the digest of its argument. */
const HASHES: readonly (readonly [string, string, AlgorithmId])[] = [
  ['crypto/md5', 'New Sum', 'md5'],
  ['crypto/sha1', 'New Sum', 'sha-1'],
  ['crypto/sha256', 'New Sum256', 'sha-256'],
  ['crypto/sha256', 'New224 Sum224', 'sha-224'],
  ['crypto/sha512', 'New Sum512', 'sha-512'],
  ['crypto/sha512', 'New384 Sum384', 'sha-384'],
  ['crypto/sha512', 'New512_224 Sum512_224', 'sha-512/224'],
  ['crypto/sha512', 'New512_256 Sum512_256', 'sha-512/256'],
  ...(['crypto/sha3', 'golang.org/x/crypto/sha3'] as const).flatMap(
    (module) =>
      [
        [module, 'New224 Sum224', 'sha3-224'],
        [module, 'New256 Sum256', 'sha3-256'],
        [module, 'New384 Sum384', 'sha3-384'],
        [module, 'New512 Sum512', 'sha3-512'],
        [module, 'NewSHAKE128 SumSHAKE128 NewShake128 ShakeSum128', 'shake128'],
        [module, 'NewSHAKE256 SumSHAKE256 NewShake256 ShakeSum256', 'shake256'],
        [module, 'NewCSHAKE128 NewCSHAKE256 NewCShake128 NewCShake256', 'cshake'],
        [module, 'NewLegacyKeccak256 NewLegacyKeccak512', 'keccak'],
      ] as const,
  ),
  ['github.com/minio/sha256-simd', 'New Sum256', 'sha-256'],
];
const HASH_ROWS: readonly CallRow[] = HASHES.flatMap(([module, names, algorithm]) =>
  rowsOf(module, `${module}.`).calls(names, {}, { uses: { algorithm }, functions: DIGEST, returns: 'hash.Hash' }),
);

/** `crypto.Hash` values. crypto/crypto.go. */
const HASH_IDS: readonly (readonly [string, AlgorithmId])[] = [
  ['MD4', 'md4'],
  ['MD5', 'md5'],
  ['SHA1', 'sha-1'],
  ['SHA224', 'sha-224'],
  ['SHA256', 'sha-256'],
  ['SHA384', 'sha-384'],
  ['SHA512', 'sha-512'],
  ['SHA512_224', 'sha-512/224'],
  ['SHA512_256', 'sha-512/256'],
  ['SHA3_224', 'sha3-224'],
  ['SHA3_256', 'sha3-256'],
  ['SHA3_384', 'sha3-384'],
  ['SHA3_512', 'sha3-512'],
  ['RIPEMD160', 'ripemd-160'],
  ['BLAKE2s_256', 'blake2s'],
  ['BLAKE2b_256', 'blake2b'],
  ['BLAKE2b_384', 'blake2b'],
  ['BLAKE2b_512', 'blake2b'],
];
const crypto = rowsOf('crypto', 'crypto.');
const CRYPTO: readonly CallRow[] = [
  ...HASH_IDS.map(([name, algorithm]) => crypto.call(`${name}.New`, {}, { uses: { algorithm }, functions: DIGEST, returns: 'hash.Hash' })),
  crypto.call('Hash.New', { algorithm: 'this' }, { uses: { algorithm: 'hash' }, functions: DIGEST, returns: 'hash.Hash' }),
  crypto.call('Signer.Sign', { digest: '2', padding: '2' }, { functions: SIGN }),
  crypto.call('SignMessage', { shares: '0', digest: '3', padding: '3' }, { functions: SIGN }),
  crypto.call('Decrypter.Decrypt', { padding: '2', digest: '2' }, { functions: DECRYPT }),
];

const rsa = rowsOf('crypto/rsa', 'crypto/rsa.');
const RSA_KEY = 'crypto/rsa.PrivateKey';
const RSA: readonly CallRow[] = [
  rsa.call('GenerateKey', { keyBits: '1' }, { uses: { algorithm: 'rsa' }, functions: KEYGEN, returns: RSA_KEY }),
  rsa.call('GenerateMultiPrimeKey', { keyBits: '2' }, { uses: { algorithm: 'rsa' }, functions: KEYGEN, returns: RSA_KEY }),
  ...rsa.calls('EncryptOAEP', { digest: '0', shares: '2' }, { uses: { algorithm: 'rsaes-oaep' }, functions: ENCRYPT }),
  ...rsa.calls('DecryptOAEP', { digest: '0', shares: '2' }, { uses: { algorithm: 'rsaes-oaep' }, functions: DECRYPT }),
  rsa.call('EncryptOAEPWithOptions', { digest: '3', shares: '1' }, { uses: { algorithm: 'rsaes-oaep' }, functions: ENCRYPT }),
  rsa.call('EncryptPKCS1v15', { shares: '1' }, { uses: { algorithm: 'rsaes-pkcs1' }, functions: ENCRYPT }),
  ...rsa.calls('DecryptPKCS1v15 DecryptPKCS1v15SessionKey', { shares: '1' }, { uses: { algorithm: 'rsaes-pkcs1' }, functions: DECRYPT }),
  rsa.call('SignPKCS1v15', { digest: '2', shares: '1' }, { uses: { algorithm: 'rsassa-pkcs1' }, functions: SIGN }),
  rsa.call('VerifyPKCS1v15', { digest: '1', shares: '0' }, { uses: { algorithm: 'rsassa-pkcs1' }, functions: VERIFY }),
  rsa.call('SignPSS', { digest: '2', shares: '1' }, { uses: { algorithm: 'rsassa-pss' }, functions: SIGN }),
  rsa.call('VerifyPSS', { digest: '1', shares: '0' }, { uses: { algorithm: 'rsassa-pss' }, functions: VERIFY }),
  // With a hash alone for options the signature is PKCS #1 v1.5.
  rsa.call(
    'PrivateKey.Sign',
    { shares: 'this', padding: '2', digest: '2' },
    {
      uses: { algorithm: 'rsa' },
      functions: SIGN,
      choice: { place: '2', of: Object.fromEntries(HASH_IDS.map(([name]) => [`crypto.${name}`, { padding: 'pkcs1v15' as const }])) },
    },
  ),
  rsa.call('PrivateKey.Decrypt', { shares: 'this', padding: '2', digest: '2' }, { uses: { algorithm: 'rsa' }, functions: DECRYPT }),
  rsa.call('PSSOptions', { digest: '=Hash' }, { uses: { algorithm: 'rsassa-pss' }, silent: true }),
  rsa.call('OAEPOptions', { digest: '=Hash' }, { uses: { algorithm: 'rsaes-oaep' }, silent: true }),
  rsa.call('PKCS1v15DecryptOptions', {}, { uses: { algorithm: 'rsaes-pkcs1' }, silent: true }),
];

const ecdsa = rowsOf('crypto/ecdsa', 'crypto/ecdsa.');
const ECDSA: readonly CallRow[] = [
  ecdsa.call('GenerateKey', { curve: '0' }, { uses: { algorithm: 'ecdsa' }, functions: KEYGEN, returns: 'crypto/ecdsa.PrivateKey' }),
  ...ecdsa.calls('Sign SignASN1', { shares: '1' }, { uses: { algorithm: 'ecdsa' }, functions: SIGN }),
  ...ecdsa.calls('Verify VerifyASN1', { shares: '0' }, { uses: { algorithm: 'ecdsa' }, functions: VERIFY }),
  ...ecdsa.calls(
    'ParseRawPrivateKey ParseUncompressedPublicKey',
    { curve: '0' },
    { uses: { algorithm: 'ecdsa' }, returns: 'crypto/ecdsa.PrivateKey' },
  ),
  ecdsa.call('PrivateKey.Sign', { shares: 'this', digest: '2' }, { uses: { algorithm: 'ecdsa' }, functions: SIGN }),
];

const NIST: readonly (readonly [string, CurveId])[] = [
  ['P224', 'secp224r1'],
  ['P256', 'secp256r1'],
  ['P384', 'secp384r1'],
  ['P521', 'secp521r1'],
];
const elliptic = rowsOf('crypto/elliptic', 'crypto/elliptic.');
const ecdh = rowsOf('crypto/ecdh', 'crypto/ecdh.');
const CURVES: readonly CallRow[] = [
  ...NIST.map(([name, curve]) => elliptic.call(name, {}, { uses: { algorithm: 'ec', curve }, names: true })),
  elliptic.call('GenerateKey', { curve: '0' }, { uses: { algorithm: 'ec' }, functions: KEYGEN }),
  ...NIST.map(([name, curve]) =>
    ecdh.call(name, {}, { uses: { algorithm: 'ecdh', curve }, functions: DERIVE, names: true, returns: 'crypto/ecdh.Curve' }),
  ),
  ecdh.call('X25519', {}, { uses: { algorithm: 'x25519' }, functions: DERIVE, names: true, returns: 'crypto/ecdh.Curve' }),
  ecdh.call(
    'Curve.GenerateKey',
    {},
    { continues: true, uses: { algorithm: 'ecdh' }, functions: KEYGEN, returns: 'crypto/ecdh.PrivateKey' },
  ),
  ...ecdh.calls(
    'Curve.NewPrivateKey Curve.NewPublicKey',
    {},
    { continues: true, uses: { algorithm: 'ecdh' }, returns: 'crypto/ecdh.PrivateKey' },
  ),
  ecdh.call('PrivateKey.ECDH', {}, { continues: true, uses: { algorithm: 'ecdh' }, functions: DERIVE }),
];

const ED_KEY = 'crypto/ed25519.PrivateKey';
const SIGNATURES: readonly CallRow[] = (['crypto/ed25519', 'golang.org/x/crypto/ed25519'] as const).flatMap((module) => {
  const ed = rowsOf(module, `${module}.`);
  const uses = { algorithm: 'ed25519' } as const;
  return [
    ...ed.calls('GenerateKey NewKeyFromSeed', {}, { uses, functions: KEYGEN, returns: ED_KEY }),
    ed.call('Sign', {}, { uses, functions: SIGN }),
    ...ed.calls('Verify VerifyWithOptions', {}, { uses, functions: VERIFY }),
    ed.call('PrivateKey.Sign', {}, { uses, functions: SIGN }),
  ];
});

const dsa = rowsOf('crypto/dsa', 'crypto/dsa.');
const DSA: readonly CallRow[] = [
  dsa.call(
    'GenerateParameters',
    {},
    {
      uses: { algorithm: 'dsa' },
      functions: KEYGEN,
      choice: {
        place: '2',
        of: {
          'crypto/dsa.L1024N160': { keyBits: 1024 },
          'crypto/dsa.L2048N224': { keyBits: 2048 },
          'crypto/dsa.L2048N256': { keyBits: 2048 },
          'crypto/dsa.L3072N256': { keyBits: 3072 },
        },
      },
    },
  ),
  dsa.call('GenerateKey', {}, { uses: { algorithm: 'dsa' }, functions: KEYGEN }),
  dsa.call('Sign', {}, { uses: { algorithm: 'dsa' }, functions: SIGN }),
  dsa.call('Verify', {}, { uses: { algorithm: 'dsa' }, functions: VERIFY }),
];

const random = rowsOf('crypto/rand', 'crypto/rand.');
const DERIVATION: readonly CallRow[] = [
  rowsOf('crypto/hmac').call('crypto/hmac.New', { digest: '0' }, { uses: { algorithm: 'hmac' }, functions: TAG, returns: 'hash.Hash' }),
  ...rowsOf('crypto/hkdf', 'crypto/hkdf.').calls('Key Expand', { digest: '0' }, { uses: { algorithm: 'hkdf' }, functions: DERIVE }),
  rowsOf('crypto/hkdf').call('crypto/hkdf.Extract', { digest: '0' }, { uses: { algorithm: 'hkdf' }, functions: DERIVE }),
  rowsOf('crypto/pbkdf2').call(
    'crypto/pbkdf2.Key',
    { digest: '0', iterations: '3', outputBytes: '4' },
    { uses: { algorithm: 'pbkdf2' }, functions: DERIVE },
  ),
  random.call('Read', {}, { uses: { algorithm: 'csprng' }, functions: GENERATE }),
  ...random.calls('Int Prime Text', {}, { uses: { algorithm: 'csprng' }, functions: GENERATE }),
  ...(['ReadFull', 'ReadAtLeast'] as const).map((name) =>
    rowsOf('crypto/rand').call(`io.${name}`, { algorithm: '0' }, { functions: GENERATE, needs: true }),
  ),
];

const kem = rowsOf('crypto/mlkem', 'crypto/mlkem.');
const KEM: readonly CallRow[] = (['768', '1024'] as const).flatMap((size) => {
  const uses = { algorithm: `ml-kem-${size}` } as const;
  const secret = `crypto/mlkem.DecapsulationKey${size}`;
  return [
    ...kem.calls(`GenerateKey${size}`, {}, { uses, functions: KEYGEN, returns: secret }),
    ...kem.calls(`NewDecapsulationKey${size}`, {}, { uses, returns: secret }),
    ...kem.calls(`NewEncapsulationKey${size}`, {}, { uses, returns: `crypto/mlkem.EncapsulationKey${size}` }),
    kem.call(`DecapsulationKey${size}.Decapsulate`, {}, { uses, functions: DECAPSULATE }),
    kem.call(`DecapsulationKey${size}.EncapsulationKey`, {}, { uses, silent: true, returns: `crypto/mlkem.EncapsulationKey${size}` }),
    kem.call(`EncapsulationKey${size}.Encapsulate`, {}, { uses, functions: ENCAPSULATE }),
  ];
});

const mldsa = rowsOf('crypto/mldsa', 'crypto/mldsa.');
const MLDSA: readonly CallRow[] = [
  ...(['44', '65', '87'] as const).map((set) => mldsa.call(`MLDSA${set}`, {}, { uses: { algorithm: `ml-dsa-${set}` }, names: true })),
  ...mldsa.calls(
    'GenerateKey NewPrivateKey',
    { algorithm: '0' },
    { uses: { algorithm: 'ml-dsa' }, functions: KEYGEN, returns: 'crypto/mldsa.PrivateKey' },
  ),
  mldsa.call('NewPublicKey', { algorithm: '0' }, { uses: { algorithm: 'ml-dsa' }, returns: 'crypto/mldsa.PublicKey' }),
  mldsa.call('Verify', { shares: '0' }, { uses: { algorithm: 'ml-dsa' }, functions: VERIFY }),
  ...mldsa.calls('PrivateKey.Sign PrivateKey.SignDeterministic', {}, { continues: true, uses: { algorithm: 'ml-dsa' }, functions: SIGN }),
];

const hpke = rowsOf('crypto/hpke', 'crypto/hpke.');
const HPKE: readonly CallRow[] = [
  ...hpke.calls('NewSender NewRecipient Seal Open', {}, { uses: { algorithm: 'hpke' } }),
  hpke.call('AES128GCM', {}, { uses: { algorithm: 'aes', keyBits: 128, mode: 'gcm' }, names: true }),
  hpke.call('AES256GCM', {}, { uses: { algorithm: 'aes', keyBits: 256, mode: 'gcm' }, names: true }),
  hpke.call('ChaCha20Poly1305', {}, { uses: { algorithm: 'chacha20-poly1305' }, names: true }),
  ...(['256', '384', '512'] as const).map((bits) =>
    hpke.call(`HKDFSHA${bits}`, {}, { uses: { algorithm: 'hkdf', digest: `sha-${bits}` }, names: true }),
  ),
  ...(['128', '256'] as const).map((bits) => hpke.call(`SHAKE${bits}`, {}, { uses: { algorithm: `shake${bits}` }, names: true })),
  hpke.call('MLKEM768X25519', {}, { uses: { algorithm: 'x-wing' }, names: true }),
  hpke.call('MLKEM768', {}, { uses: { algorithm: 'ml-kem-768' }, names: true }),
  hpke.call('MLKEM1024', {}, { uses: { algorithm: 'ml-kem-1024' }, names: true }),
  hpke.call('DHKEM', { algorithm: '0' }, { uses: { algorithm: 'ecdh' }, names: true }),
];

/** Calls of the standard library, without TLS and X.509. */
export const STANDARD_ROWS: readonly CallRow[] = [
  ...CIPHERS,
  ...HASH_ROWS,
  ...CRYPTO,
  ...RSA,
  ...ECDSA,
  ...CURVES,
  ...SIGNATURES,
  ...DSA,
  ...DERIVATION,
  ...KEM,
  ...MLDSA,
  ...HPKE,
];

// Sizes that the packages publish as constants.
const SIZES: readonly (readonly [string, number])[] = [
  ['crypto/aes.BlockSize', 16],
  ['crypto/des.BlockSize', 8],
  ['crypto/md5.Size', 16],
  ['crypto/sha1.Size', 20],
  ['crypto/sha256.Size', 32],
  ['crypto/sha256.Size224', 28],
  ['crypto/sha512.Size', 64],
  ['crypto/sha512.Size384', 48],
  ['crypto/sha512.Size256', 32],
  ['crypto/ed25519.SeedSize', 32],
  ['golang.org/x/crypto/chacha20poly1305.KeySize', 32],
  ['golang.org/x/crypto/chacha20.KeySize', 32],
];

const KEY_TYPES: readonly (readonly [string, AlgorithmId])[] = [
  ['crypto/rsa', 'rsa'],
  ['crypto/ecdsa', 'ecdsa'],
  ['crypto/ed25519', 'ed25519'],
  ['crypto/ecdh', 'ecdh'],
  ['crypto/dsa', 'dsa'],
];

/** Constants, and types whose values are keys of one algorithm. */
export const STANDARD_CONSTANTS: readonly (readonly [string, Constant])[] = [
  ...HASH_IDS.map(([name, algorithm]) => [`crypto.${name}`, { library: 'crypto', says: { algorithm } }] as const),
  ['crypto/rand.Reader', { library: 'crypto/rand', says: { algorithm: 'csprng' } }],
  ['crypto/rsa.PSSSaltLengthAuto', { library: 'crypto/rsa', says: {}, quiet: true }],
  ...SIZES.map(([name, number]) => [name, { library: name.slice(0, name.lastIndexOf('.')), says: {}, quiet: true, number }] as const),
  ...KEY_TYPES.flatMap(([module, algorithm]) =>
    ['PrivateKey', 'PublicKey'].map((type) => [`${module}.${type}`, { library: module, says: { algorithm }, quiet: true }] as const),
  ),
];
