// Bouncy Castle for C# (BouncyCastle.Cryptography 2.6; its API follows the Java library): engines, modes, digests, MACs, generators,
// signers, factories by name, and the post-quantum algorithms. Types are written without their namespace.

import type { AlgorithmId, CipherMode } from '../../../model/algorithm.ts';
import { CURVE_IDS } from '../../curves.ts';
import { DERIVE, DIGEST, ENCRYPT, GENERATE, KEYGEN, rowsOf, SIGN, TAG } from '../make-row.ts';
import type { CallRow, Constant, Says } from '../row.ts';

/** The library's name. */
export const BOUNCY_CASTLE = 'BouncyCastle.Cryptography';
const { call, calls } = rowsOf(BOUNCY_CASTLE);

const ENGINES: readonly (readonly [string, Says])[] = [
  ...['AesEngine', 'AesFastEngine', 'AesLightEngine', 'AesEngine_X86', 'RijndaelEngine'].map(
    (name) => [name, { algorithm: 'aes' }] as const,
  ),
  ['DesEngine', { algorithm: 'des' }],
  ['DesEdeEngine', { algorithm: '3des' }],
  ['BlowfishEngine', { algorithm: 'blowfish' }],
  ['TwofishEngine', { algorithm: 'twofish' }],
  ['SerpentEngine', { algorithm: 'serpent' }],
  ['CamelliaEngine', { algorithm: 'camellia' }],
  ['AriaEngine', { algorithm: 'aria' }],
  ['SeedEngine', { algorithm: 'seed' }],
  ['SM4Engine', { algorithm: 'sm4' }],
  ['IdeaEngine', { algorithm: 'idea' }],
  ['Cast5Engine', { algorithm: 'cast5' }],
  ['Cast6Engine', { algorithm: 'cast6' }],
  ['RC2Engine', { algorithm: 'rc2' }],
  ['RC4Engine', { algorithm: 'rc4' }],
  ['RC532Engine', { algorithm: 'rc5' }],
  ['RC6Engine', { algorithm: 'rc6' }],
  ['SkipjackEngine', { algorithm: 'skipjack' }],
  ['TeaEngine', { algorithm: 'tea' }],
  ['XteaEngine', { algorithm: 'tea' }],
  ['Gost28147Engine', { algorithm: 'gost-28147' }],
  ['Salsa20Engine', { algorithm: 'salsa20' }],
  ['XSalsa20Engine', { algorithm: 'xsalsa20' }],
  ['ChaChaEngine', { algorithm: 'chacha20' }],
  ['ChaCha7539Engine', { algorithm: 'chacha20' }],
  ['HC128Engine', { algorithm: 'hc', keyBits: 128 }],
  ['HC256Engine', { algorithm: 'hc', keyBits: 256 }],
  ['RsaEngine', { algorithm: 'rsa' }],
  ['RsaBlindedEngine', { algorithm: 'rsa' }],
  ['ElGamalEngine', { algorithm: 'elgamal' }],
  ['SM2Engine', { algorithm: 'sm2' }],
  ['AesWrapEngine', { algorithm: 'aes', mode: 'kw' }],
  ['AesWrapPadEngine', { algorithm: 'aes', mode: 'kwp' }],
  ['AsconAead128', { algorithm: 'ascon' }],
  ['ChaCha20Poly1305', { algorithm: 'chacha20-poly1305' }],
];

const MODES: readonly (readonly [string, CipherMode])[] = [
  ['EcbBlockCipher', 'ecb'],
  ['CbcBlockCipher', 'cbc'],
  ['CfbBlockCipher', 'cfb'],
  ['OfbBlockCipher', 'ofb'],
  ['SicBlockCipher', 'ctr'],
  ['KCtrBlockCipher', 'ctr'],
  ['GcmBlockCipher', 'gcm'],
  ['GcmSivBlockCipher', 'gcm-siv'],
  ['CcmBlockCipher', 'ccm'],
  ['EaxBlockCipher', 'eax'],
  ['OcbBlockCipher', 'ocb'],
];

const DIGESTS: readonly (readonly [string, AlgorithmId])[] = [
  ['MD2Digest', 'md2'],
  ['MD4Digest', 'md4'],
  ['MD5Digest', 'md5'],
  ['Sha1Digest', 'sha-1'],
  ['Sha224Digest', 'sha-224'],
  ['Sha256Digest', 'sha-256'],
  ['Sha384Digest', 'sha-384'],
  ['Sha512Digest', 'sha-512'],
  ['Sha512tDigest', 'sha-512/256'],
  ['Sha3Digest', 'sha-3'],
  ['KeccakDigest', 'keccak'],
  ['ShakeDigest', 'shake256'],
  ['Blake2bDigest', 'blake2b'],
  ['Blake2sDigest', 'blake2s'],
  ['Blake3Digest', 'blake3'],
  ['RipeMD160Digest', 'ripemd-160'],
  ['WhirlpoolDigest', 'whirlpool'],
  ['SM3Digest', 'sm3'],
];

const CIPHERS: readonly CallRow[] = [
  ...ENGINES.map(([name, uses]) => call(name, {}, { uses })),
  call('AesUtilities.CreateEngine', {}, { uses: { algorithm: 'aes' } }),
  ...MODES.map(([name, mode]) => call(name, { algorithm: '0' }, { uses: { mode } })),
  ...calls(
    'PaddedBufferedBlockCipher BufferedBlockCipher BufferedAeadBlockCipher BufferedStreamCipher',
    { algorithm: '0', padding: '1' },
    { needs: true },
  ),
  call('CtsBlockCipher', { algorithm: '0' }, { uses: { mode: 'cbc-cs' } }),
  call('OaepEncoding', { digest: '1' }, { uses: { algorithm: 'rsaes-oaep' } }),
  call('Pkcs1Encoding', {}, { uses: { algorithm: 'rsaes-pkcs1' } }),
  call('AeadParameters', { key: '0', tagBits: '1' }, { needs: true, silent: true }),
];

const HASHES: readonly CallRow[] = [
  ...DIGESTS.map(([name, algorithm]) => call(name, { outputBits: '0' }, { uses: { algorithm }, functions: DIGEST })),
  call('HMac', { digest: '0' }, { uses: { algorithm: 'hmac' }, functions: TAG }),
  ...calls('CMac', { part: '0' }, { uses: { algorithm: 'cmac' }, functions: TAG }),
  ...calls('GMac', { part: '0' }, { uses: { algorithm: 'gmac' }, functions: TAG }),
  ...calls('CbcBlockCipherMac', { part: '0' }, { uses: { algorithm: 'cbc-mac' }, functions: TAG }),
  ...calls('SipHash', {}, { uses: { algorithm: 'siphash' }, functions: TAG }),
  ...calls('Poly1305', {}, { uses: { algorithm: 'poly1305' }, functions: TAG }),
  call('KMac', { keyBits: '0' }, { uses: { algorithm: 'kmac' }, functions: TAG }),
  // Pkcs5S2ParametersGenerator(): SHA-1.
  call('Pkcs5S2ParametersGenerator', { digest: '0' }, { uses: { algorithm: 'pbkdf2' }, defaults: { digest: 'sha-1' }, functions: DERIVE }),
  call('HkdfBytesGenerator', { digest: '0' }, { uses: { algorithm: 'hkdf' }, functions: DERIVE }),
  call('SCrypt.Generate', { outputBytes: '5' }, { uses: { algorithm: 'scrypt' }, functions: DERIVE }),
  ...calls('BCrypt.Generate OpenBsdBCrypt.Generate OpenBsdBCrypt.CheckPassword', {}, { uses: { algorithm: 'bcrypt' }, functions: DERIVE }),
  call('Argon2BytesGenerator', {}, { uses: { algorithm: 'argon2' }, functions: DERIVE }),
  ...calls('SecureRandom SecureRandom.GetInstance', {}, { uses: { algorithm: 'csprng' }, functions: GENERATE }),
];

const SIGNERS: readonly CallRow[] = [
  call('PssSigner', { digest: '1' }, { uses: { algorithm: 'rsassa-pss' } }),
  call('RsaDigestSigner', { digest: '0' }, { uses: { algorithm: 'rsassa-pkcs1' } }),
  call('GenericSigner', { algorithm: '0', digest: '1' }, { functions: SIGN }),
  call('DsaDigestSigner', { algorithm: '0', digest: '1' }, { needs: true }),
  call('ECDsaSigner', {}, { uses: { algorithm: 'ecdsa' } }),
  call('DsaSigner', {}, { uses: { algorithm: 'dsa' } }),
  ...calls('Ed25519Signer Ed25519ctxSigner Ed25519phSigner', {}, { uses: { algorithm: 'ed25519' } }),
  ...calls('Ed448Signer Ed448phSigner', {}, { uses: { algorithm: 'ed448' } }),
  call('SM2Signer', {}, { uses: { algorithm: 'sm2' } }),
  call('X25519Agreement', {}, { uses: { algorithm: 'x25519' }, functions: DERIVE }),
  call('X448Agreement', {}, { uses: { algorithm: 'x448' }, functions: DERIVE }),
  ...calls('ECDHBasicAgreement ECDHCBasicAgreement ECDHWithKdfBasicAgreement', {}, { uses: { algorithm: 'ecdh' }, functions: DERIVE }),
  ...calls('DHBasicAgreement DHAgreement', {}, { uses: { algorithm: 'ffdh' }, functions: DERIVE }),
];

const KEYS: readonly CallRow[] = [
  call('RsaKeyPairGenerator', {}, { uses: { algorithm: 'rsa' }, functions: KEYGEN, returns: 'RsaKeyPairGenerator()', ...OF_KEY() }),
  call('ECKeyPairGenerator', {}, { uses: { algorithm: 'ec' }, functions: KEYGEN, returns: 'ECKeyPairGenerator()', ...OF_KEY() }),
  call('DsaKeyPairGenerator', {}, { uses: { algorithm: 'dsa' }, functions: KEYGEN }),
  ...calls('DHKeyPairGenerator DHBasicKeyPairGenerator', {}, { uses: { algorithm: 'ffdh' }, functions: KEYGEN }),
  call('ElGamalKeyPairGenerator', {}, { uses: { algorithm: 'elgamal' }, functions: KEYGEN }),
  call('Ed25519KeyPairGenerator', {}, { uses: { algorithm: 'ed25519' }, functions: KEYGEN }),
  call('Ed448KeyPairGenerator', {}, { uses: { algorithm: 'ed448' }, functions: KEYGEN }),
  call('X25519KeyPairGenerator', {}, { uses: { algorithm: 'x25519' }, functions: KEYGEN }),
  call('X448KeyPairGenerator', {}, { uses: { algorithm: 'x448' }, functions: KEYGEN }),
  ...['RsaKeyPairGenerator()', 'ECKeyPairGenerator()', 'AsymmetricCipherKeyPairGenerator()'].map((type) =>
    call(`${type}.Init`, { keyBits: '0', curve: '0' }, { object: 'this', sets: true, silent: true, continues: true }),
  ),
  call('KeyGenerationParameters', { keyBits: '1' }, { silent: true }),
  call('RsaKeyGenerationParameters', { keyBits: '2' }, { uses: { algorithm: 'rsa' }, silent: true }),
  call('ECKeyGenerationParameters', { curve: '0' }, { uses: { algorithm: 'ec' }, silent: true }),
  ...calls(
    'ECNamedCurveTable.GetByName SecNamedCurves.GetByName NistNamedCurves.GetByName CustomNamedCurves.GetByName TeleTrusTNamedCurves.GetByName X962NamedCurves.GetByName ECUtilities.FindECCurveByName',
    { curve: '0' },
    { uses: { algorithm: 'ec' } },
  ),
];

function OF_KEY(): Pick<CallRow, 'object' | 'gathers'> {
  return { object: 'target', gathers: true };
}

// Factories take the names of JCA.
const FACTORIES: readonly CallRow[] = [
  call('CipherUtilities.GetCipher', { algorithm: '0' }, { functions: [] }),
  call('SignerUtilities.GetSigner', { algorithm: '0' }, { functions: SIGN }),
  call('SignerUtilities.InitSigner', { algorithm: '0' }, { functions: SIGN }),
  ...calls(
    'DigestUtilities.GetDigest DigestUtilities.CalculateDigest',
    { algorithm: '0' },
    { uses: { algorithm: 'hash' }, functions: DIGEST },
  ),
  ...calls('MacUtilities.GetMac MacUtilities.CalculateMac', { algorithm: '0' }, { functions: TAG }),
  call('AgreementUtilities.GetBasicAgreement', { algorithm: '0' }, { functions: DERIVE }),
  call('WrapperUtilities.GetWrapper', { algorithm: '0' }, { functions: ENCRYPT }),
  call(
    'GeneratorUtilities.GetKeyPairGenerator',
    { algorithm: '0' },
    { functions: KEYGEN, returns: 'AsymmetricCipherKeyPairGenerator()', ...OF_KEY() },
  ),
  call('GeneratorUtilities.GetKeyGenerator', { algorithm: '0' }, { functions: KEYGEN }),
  call('ParameterUtilities.CreateKeyParameter', { algorithm: '0', key: '1' }, { needs: true }),
  call('Asn1SignatureFactory', { algorithm: '0' }, { functions: SIGN }),
  call('CmsEnvelopedDataGenerator().Generate', { algorithm: '1' }, { needs: true, functions: ENCRYPT }),
  call('PgpEncryptedDataGenerator', { algorithm: '0' }, { functions: ENCRYPT }),
  call('PgpSignatureGenerator', { algorithm: '0', digest: '1' }, { functions: SIGN }),
];

const PQC = (['Generator', 'Extractor', 'Signer', 'Encapsulator', 'Decapsulator'] as const).flatMap((role) =>
  (
    [
      ['MLKem', 'ml-kem'],
      ['MLDsa', 'ml-dsa'],
      ['SlhDsa', 'slh-dsa'],
      ['Kyber', 'kyber'],
      ['Dilithium', 'dilithium'],
      ['SphincsPlus', 'sphincsplus'],
      ['Falcon', 'fn-dsa'],
      ['Hqc', 'hqc'],
      ['Bike', 'bike'],
      ['Frodo', 'frodokem'],
      ['Cmce', 'classic-mceliece'],
      ['Ntru', 'ntru'],
      ['SNtruPrime', 'ntru'],
      ['HashML', 'ml-dsa'],
    ] as const
  ).flatMap(([name, algorithm]) =>
    ['', 'Kem', 'KeyPair', 'Kem'].map((middle) => call(`${name}${middle}${role}`, { algorithm: '0' }, { defaults: { algorithm } })),
  ),
);

/** Calls of Bouncy Castle. */
export const BOUNCY_CASTLE_ROWS: readonly CallRow[] = [
  ...CIPHERS,
  ...HASHES,
  ...SIGNERS,
  ...KEYS,
  ...FACTORIES,
  ...PQC,
  ...(['MLKem', 'MLDsa', 'SlhDsa', 'Kyber', 'Dilithium', 'SphincsPlus', 'Falcon'] as const).map((name) =>
    call(`${name}KeyGenerationParameters`, { algorithm: '1' }, { functions: KEYGEN, needs: true }),
  ),
];

const quiet = (says: Says): Constant => ({ library: BOUNCY_CASTLE, says, quiet: true });

/** Parameter sets, curves, paddings. */
export const BOUNCY_CASTLE_CONSTANTS: readonly (readonly [string, Constant])[] = [
  ...([512, 768, 1024] as const).flatMap((set) => [
    [`MLKemParameters.ml_kem_${set}`, { library: BOUNCY_CASTLE, says: { algorithm: `ml-kem-${set}` } }] as const,
    [`KyberParameters.kyber${set}`, { library: BOUNCY_CASTLE, says: { algorithm: 'kyber', keyBits: set } }] as const,
  ]),
  ...([44, 65, 87] as const).map(
    (set) => [`MLDsaParameters.ml_dsa_${set}`, { library: BOUNCY_CASTLE, says: { algorithm: `ml-dsa-${set}` } }] as const,
  ),
  ...([2, 3, 5] as const).map(
    (set) => [`DilithiumParameters.Dilithium${set}`, { library: BOUNCY_CASTLE, says: { algorithm: 'dilithium' } }] as const,
  ),
  ...(['sha2', 'shake'] as const).flatMap((hash) =>
    (['128s', '128f', '192s', '192f', '256s', '256f'] as const).map(
      (set) =>
        [`SlhDsaParameters.slh_dsa_${hash}_${set}`, { library: BOUNCY_CASTLE, says: { algorithm: `slh-dsa-${hash}-${set}` } }] as const,
    ),
  ),
  ...CURVE_IDS.map((id) => [`SecObjectIdentifiers.${id.replace(/^sec/, 'Sec')}`, quiet({ algorithm: 'ec', curve: id })] as const),
  ['Pkcs7Padding()', quiet({ padding: 'pkcs7' })],
];

/** Paddings are objects: `new Pkcs7Padding()`. */
export const PADDING_ROWS: readonly CallRow[] = (
  [
    ['Pkcs7Padding', 'pkcs7'],
    ['ZeroBytePadding', 'zero'],
    ['ISO7816d4Padding', 'iso7816-4'],
    ['X923Padding', 'x9.23'],
  ] as const
).map(([name, padding]) => call(name, {}, { uses: { padding }, silent: true }));
