// Bouncy Castle's lightweight API: digests, MACs, key derivation, random generators. API documentation of 1.78 to 1.82.

import type { AlgorithmId } from '../../../../model/algorithm.ts';
import { DERIVE, DIGEST, GENERATE, TAG } from '../../make-row.ts';
import type { CallRow } from '../../row.ts';
import { toSays } from '../../says.ts';
import { parseJavaName } from '../names.ts';
import { bc, fixed, made } from './make.ts';

const HASHES: readonly (readonly [string, AlgorithmId])[] = [
  ['MD2Digest', 'md2'],
  ['MD4Digest', 'md4'],
  ['MD5Digest', 'md5'],
  ['SHA1Digest', 'sha-1'],
  ['SHA224Digest', 'sha-224'],
  ['SHA256Digest', 'sha-256'],
  ['SHA384Digest', 'sha-384'],
  ['SHA512Digest', 'sha-512'],
  ['RIPEMD160Digest', 'ripemd-160'],
  ['WhirlpoolDigest', 'whirlpool'],
  ['SM3Digest', 'sm3'],
  ['Blake2bDigest', 'blake2b'],
  ['Blake2sDigest', 'blake2s'],
  ['Blake3Digest', 'blake3'],
  ['GOST3411_2012_256Digest GOST3411_2012_512Digest', 'streebog'],
  ['CSHAKEDigest', 'cshake'],
  ['AsconDigest AsconHash256 AsconXof AsconXof128', 'ascon'],
];

const DIGESTS: readonly CallRow[] = [
  ...HASHES.flatMap(([names, algorithm]) => fixed(names, { algorithm }, DIGEST)),
  ...made(
    'SHA3Digest',
    { outputBits: '0' },
    {
      uses: { algorithm: 'sha-3' },
      choice: {
        place: '0',
        of: {
          224: { algorithm: 'sha3-224' },
          256: { algorithm: 'sha3-256' },
          384: { algorithm: 'sha3-384' },
          512: { algorithm: 'sha3-512' },
        },
      },
      defaults: { outputBits: 256 },
      functions: DIGEST,
    },
  ),
  ...made('KeccakDigest', { outputBits: '0' }, { uses: { algorithm: 'keccak' }, functions: DIGEST }),
  ...['SHAKEDigest', 'SHAKEDigest.newInstance'].map((name) =>
    bc.call(
      name,
      {},
      {
        choice: { place: '0', of: { 128: { algorithm: 'shake128' }, 256: { algorithm: 'shake256' } } },
        defaults: { algorithm: 'shake128' },
        functions: DIGEST,
      },
    ),
  ),
  ...made('SHA512tDigest', {}, { uses: { algorithm: 'sha-512' }, functions: DIGEST }),
  ...made(
    'RIPEMD128Digest RIPEMD256Digest RIPEMD320Digest TigerDigest SkeinDigest GOST3411Digest DSTU7564Digest TupleHash ParallelHash Haraka256Digest Haraka512Digest Kangaroo.KangarooTwelve',
    {},
    { uses: { algorithm: 'hash' }, functions: DIGEST },
  ),
  ...digestFactories(),
];

function digestFactories(): readonly CallRow[] {
  const names = [
    'MD5',
    'SHA1',
    'SHA224',
    'SHA256',
    'SHA384',
    'SHA512',
    'SHA3_256',
    'SHA3_384',
    'SHA3_512',
    'SHAKE128',
    'SHAKE256',
  ] as const;
  return names.flatMap((name) => {
    const use = parseJavaName(name.replace('_', '-'));
    return use === undefined
      ? []
      : bc.calls(
          `DigestFactory.create${name} DigestFactory.create${name.replace('SHA1', 'SHA')}`,
          {},
          { uses: toSays(use), functions: DIGEST },
        );
  });
}

const MACS: readonly CallRow[] = [
  ...made('HMac', { digest: '0' }, { uses: { algorithm: 'hmac' }, functions: TAG }),
  ...made('CMac CMacWithIV', { part: '0' }, { uses: { algorithm: 'cmac' }, functions: TAG }),
  ...made('GMac', { part: '0' }, { uses: { algorithm: 'gmac' }, functions: TAG }),
  ...made(
    'CBCBlockCipherMac ISO9797Alg3Mac CFBBlockCipherMac BlockCipherMac',
    { part: '0' },
    { uses: { algorithm: 'cbc-mac' }, functions: TAG },
  ),
  ...made('Poly1305', { part: '0' }, { uses: { algorithm: 'poly1305' }, functions: TAG }),
  ...made('KMAC', { keyBits: '0' }, { uses: { algorithm: 'kmac' }, functions: TAG }),
  ...fixed('SipHash SipHash128', { algorithm: 'siphash' }, TAG),
  ...fixed('Blake3Mac', { algorithm: 'blake3' }, TAG),
  ...fixed('GOST28147Mac', { algorithm: 'cbc-mac', parts: [{ algorithm: 'gost-28147' }] }, TAG),
  ...fixed('Zuc128Mac Zuc256Mac', { algorithm: 'zuc' }, TAG),
  ...made('SkeinMac VMPCMac DSTU7564Mac DSTU7624Mac KGMac', {}, { functions: TAG }),
];

const DERIVATION: readonly CallRow[] = [
  ...made('HKDFBytesGenerator', { digest: '0' }, { uses: { algorithm: 'hkdf' }, functions: DERIVE }),
  ...made(
    'KDF1BytesGenerator KDF2BytesGenerator EthereumIESEngine.HandshakeKDFFunction',
    { digest: '0' },
    { uses: { algorithm: 'ansi-kdf' }, functions: DERIVE },
  ),
  ...made('ConcatenationKDFGenerator', { digest: '0' }, { uses: { algorithm: 'sp800-56c' }, functions: DERIVE }),
  ...made(
    'KDFCounterBytesGenerator KDFFeedbackBytesGenerator KDFDoublePipelineIterationBytesGenerator',
    { part: '0' },
    { uses: { algorithm: 'sp800-108' }, functions: DERIVE },
  ),
  ...made('DHKEKGenerator ECDHKEKGenerator', { digest: '0' }, { uses: { algorithm: 'ansi-kdf' }, functions: DERIVE }),
  ...made(
    'PKCS5S2ParametersGenerator',
    { digest: '0', iterations: '=init#2' },
    { uses: { algorithm: 'pbkdf2' }, defaults: { digest: 'sha-1' }, functions: DERIVE },
  ),
  ...made('PKCS5S1ParametersGenerator', { digest: '0', iterations: '=init#2' }, { uses: { algorithm: 'pbkdf1' }, functions: DERIVE }),
  ...made('PKCS12ParametersGenerator', { digest: '0', iterations: '=init#2' }, { uses: { algorithm: 'pbes1' }, functions: DERIVE }),
  ...made(
    'OpenSSLPBEParametersGenerator',
    { digest: '0' },
    { uses: { algorithm: 'evp-bytes-to-key' }, defaults: { digest: 'md5' }, functions: DERIVE },
  ),
  ...made('MGF1BytesGenerator', { digest: '0' }, { functions: DERIVE }),
  ...bc.calls('SCrypt.generate', { outputBytes: '5' }, { uses: { algorithm: 'scrypt' }, functions: DERIVE }),
  ...bc.calls(
    'BCrypt.generate OpenBSDBCrypt.generate OpenBSDBCrypt.checkPassword',
    {},
    { uses: { algorithm: 'bcrypt' }, functions: DERIVE },
  ),
  ...fixed('Argon2BytesGenerator', { algorithm: 'argon2' }, DERIVE),
];

const RANDOM: readonly CallRow[] = [
  ...made('FixedSecureRandom SP800SecureRandomBuilder', {}, { uses: { algorithm: 'csprng' }, functions: GENERATE }),
  ...fixed('HashSP800DRBG', { algorithm: 'hash-drbg' }, GENERATE),
  ...fixed('HMacSP800DRBG', { algorithm: 'hmac-drbg' }, GENERATE),
  ...fixed('CTRSP800DRBG', { algorithm: 'ctr-drbg' }, GENERATE),
];

/** Hashes and what is built on them. */
export const HASH_ROWS: readonly CallRow[] = [...DIGESTS, ...MACS, ...DERIVATION, ...RANDOM];
