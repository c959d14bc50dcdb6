// System.Security.Cryptography of .NET 10 and of .NET Framework 4.8 (learn.microsoft.com/dotnet/api): ciphers, hashes, MACs, key derivation,
// random numbers. A type followed by `()` is an object of it.

import type { AlgorithmId } from '../../../model/algorithm.ts';
import { DERIVE, DIGEST, ENCRYPT, GENERATE, rowsOf, TAG } from '../make-row.ts';
import type { CallRow, Constant, Says } from '../row.ts';

/** The library's name. */
export const DOTNET = 'System.Security.Cryptography';
const { call, calls } = rowsOf(DOTNET);

/** An object of a type that is made by hand or by a factory: what is set on it holds for all its uses. */
export const MADE = { object: 'target', gathers: true } as const;
/** A method of such an object that adds nothing: it counts only where its object came from elsewhere. */
export const ON_OBJECT = { object: 'this', continues: true, alone: true } as const;
/** A property of such an object. */
export const SETTING = { object: 'this', sets: true, silent: true } as const;
// A property that says enough to be told where the object came from elsewhere.
const SPEAKING = { object: 'this', sets: true, gathers: true, alone: true } as const;

interface CipherType {
  readonly types: string;
  readonly algorithm: AlgorithmId;
  readonly keyBits?: number;
}

// Defaults: remarks of SymmetricAlgorithm.Mode (CBC), Padding (PKCS7), and KeySize of each class.
const CIPHER_TYPES: readonly CipherType[] = [
  { types: 'Aes AesManaged AesCryptoServiceProvider AesCng Rijndael RijndaelManaged', algorithm: 'aes', keyBits: 256 },
  { types: 'TripleDES TripleDESCryptoServiceProvider TripleDESCng', algorithm: '3des', keyBits: 192 },
  { types: 'DES DESCryptoServiceProvider', algorithm: 'des' },
  { types: 'RC2 RC2CryptoServiceProvider', algorithm: 'rc2', keyBits: 128 },
];
const ONE_SHOT: readonly (readonly [string, Says])[] = [
  ['Ecb', { mode: 'ecb' }],
  ['Cbc', { mode: 'cbc' }],
  ['Cfb', { mode: 'cfb' }],
];

const CIPHERS: readonly CallRow[] = [
  ...CIPHER_TYPES.flatMap(({ types, algorithm, keyBits }) => types.split(' ').flatMap((type) => cipherRows(type, { algorithm, keyBits }))),
  ...cipherRows('SymmetricAlgorithm', {}),
  call('SymmetricAlgorithm.Create', { algorithm: '0' }, { defaults: { algorithm: 'aes' }, returns: 'SymmetricAlgorithm()', ...MADE }),
  ...(
    [
      ['AesGcm', { algorithm: 'aes', mode: 'gcm' }],
      ['AesCcm', { algorithm: 'aes', mode: 'ccm' }],
      ['ChaCha20Poly1305', { algorithm: 'chacha20-poly1305' }],
    ] as const
  ).flatMap(([type, uses]) => [
    call(type, { key: '0=key', tagBytes: '1=tagSizeInBytes' }, { uses, returns: `${type}()`, ...MADE }),
    ...calls(`${type}().Encrypt ${type}().Decrypt`, {}, { uses, ...ON_OBJECT }),
  ]),
];

interface CipherFacts {
  readonly algorithm?: AlgorithmId;
  readonly keyBits?: number | undefined;
}

function cipherRows(type: string, { algorithm, keyBits }: CipherFacts): readonly CallRow[] {
  const uses: Says = algorithm === undefined ? {} : { algorithm };
  const known = algorithm === undefined ? ({ needs: true } as const) : {};
  const defaults: Says = { mode: 'cbc', padding: 'pkcs7', ...(keyBits === undefined ? {} : { keyBits }) };
  const made = { uses, defaults, returns: `${type}()`, ...MADE };
  const on = (name: string): string => `${type}().${name}`;
  return [
    ...(algorithm === undefined ? [] : [call(`${type}.Create`, {}, made)]),
    ...(algorithm === undefined ? [] : [call(type, { keyBits: '=KeySize', mode: '=Mode', padding: '=Padding', key: '=Key' }, made)]),
    call(on('Mode='), { mode: '0' }, { uses, ...known, ...SPEAKING }),
    call(on('KeySize='), { keyBits: '0' }, { uses, ...known, ...SPEAKING }),
    call(on('Padding='), { padding: '0' }, { uses, ...SETTING }),
    call(on('Key='), { key: '0' }, { uses, ...SETTING, replacesKey: true }),
    ...calls(`${on('CreateEncryptor')} ${on('CreateDecryptor')}`, { key: '0' }, { uses, ...known, ...ON_OBJECT, replacesKey: true }),
    ...ONE_SHOT.flatMap(([name, says]) =>
      ['Encrypt', 'Decrypt', 'TryEncrypt', 'TryDecrypt'].map((verb) =>
        call(
          on(`${verb}${name}`),
          { padding: '2=paddingMode|3=paddingMode|last' },
          {
            uses: { ...uses, ...says },
            functions: verb.endsWith('Encrypt') || verb === 'Encrypt' ? ENCRYPT : ['decrypt'],
            object: 'this',
            ...known,
          },
        ),
      ),
    ),
    call(on('EncryptKeyWrapPadded'), {}, { uses: { ...uses, mode: 'kwp' }, object: 'this', ...known }),
    call(on('DecryptKeyWrapPadded'), {}, { uses: { ...uses, mode: 'kwp' }, object: 'this', ...known }),
  ];
}

const HASH_TYPES: readonly (readonly [string, AlgorithmId])[] = [
  ['MD5', 'md5'],
  ['SHA1', 'sha-1'],
  ['SHA256', 'sha-256'],
  ['SHA384', 'sha-384'],
  ['SHA512', 'sha-512'],
  ['SHA3_256', 'sha3-256'],
  ['SHA3_384', 'sha3-384'],
  ['SHA3_512', 'sha3-512'],
  ['Shake128', 'shake128'],
  ['Shake256', 'shake256'],
  ['RIPEMD160', 'ripemd-160'],
];
const HASH_VERBS = ['Create', 'HashData', 'HashDataAsync', 'TryHashData'];

const HASHES: readonly CallRow[] = [
  ...HASH_TYPES.flatMap(([name, algorithm]) => {
    const more = { uses: { algorithm }, functions: DIGEST };
    return [
      ...HASH_VERBS.map((verb) =>
        call(`${name}.${verb}`, {}, { ...more, ...(verb === 'Create' ? { returns: `${name}()`, ...MADE } : {}) }),
      ),
      ...['', 'Managed', 'CryptoServiceProvider', 'Cng'].map((ending) =>
        call(`${name}${ending}`, {}, { ...more, returns: `${name}()`, ...MADE }),
      ),
      ...['ComputeHash', 'ComputeHashAsync', 'TransformFinalBlock'].map((verb) => call(`${name}().${verb}`, {}, { ...more, ...ON_OBJECT })),
    ];
  }),
  // HashAlgorithm.Create() and HMAC.Create() without a name: SHA1 (remarks of the obsolete overloads).
  call('HashAlgorithm.Create', { algorithm: '0' }, { uses: { algorithm: 'hash' }, functions: DIGEST, returns: 'HashAlgorithm()' }),
  call('HashAlgorithmName', { algorithm: '0' }, { functions: DIGEST, names: true, specifies: true, needs: true }),
  call('HashAlgorithmName.FromOid', { algorithm: '0' }, { functions: DIGEST, names: true, specifies: true, needs: true }),
  call('IncrementalHash.CreateHash', { algorithm: '0' }, { uses: { algorithm: 'hash' }, functions: DIGEST }),
  ...calls(
    'CryptographicOperations.HashData CryptographicOperations.HashDataAsync CryptographicOperations.TryHashData',
    { algorithm: '0' },
    {
      uses: { algorithm: 'hash' },
      functions: DIGEST,
    },
  ),
  call('CryptoConfig.CreateFromName', { algorithm: '0' }, {}),
  call('CryptoConfig.MapNameToOID', { algorithm: '0' }, { needs: true }),
  call('AsymmetricAlgorithm.Create', { algorithm: '0' }, { needs: true }),
];

const MACS: readonly CallRow[] = [
  ...HASH_TYPES.filter(([name]) => !name.startsWith('Shake')).flatMap(([name, digest]) => {
    const more = { uses: { algorithm: 'hmac', digest }, functions: TAG } as const;
    return [
      call(`HMAC${name}`, {}, { ...more, returns: `HMAC${name}()`, ...MADE }),
      ...HASH_VERBS.slice(1).map((verb) => call(`HMAC${name}.${verb}`, {}, more)),
      call(`HMAC${name}().ComputeHash`, {}, { ...more, ...ON_OBJECT }),
    ];
  }),
  ...calls('HMAC.Create KeyedHashAlgorithm.Create', { algorithm: '0' }, { uses: { algorithm: 'hmac' }, functions: TAG }),
  call('IncrementalHash.CreateHMAC', { digest: '0' }, { uses: { algorithm: 'hmac' }, functions: TAG }),
  ...calls(
    'CryptographicOperations.HmacData CryptographicOperations.HmacDataAsync CryptographicOperations.VerifyHmac',
    { digest: '0' },
    {
      uses: { algorithm: 'hmac' },
      functions: TAG,
    },
  ),
  call('MACTripleDES', {}, { uses: { algorithm: 'cbc-mac', parts: [{ algorithm: '3des' }] }, functions: TAG }),
  ...(['Kmac128', 'Kmac256', 'KmacXof128', 'KmacXof256'] as const).flatMap((name) =>
    calls(`${name} ${name}.HashData`, {}, { uses: { algorithm: 'kmac', keyBits: Number(name.slice(-3)) }, functions: TAG }),
  ),
];

const KDFS: readonly CallRow[] = [
  // Constructors of Rfc2898DeriveBytes without a hash use SHA1; without a count, 1000 (remarks).
  call(
    'Rfc2898DeriveBytes',
    { iterations: '2=iterations', digest: '3=hashAlgorithm' },
    {
      uses: { algorithm: 'pbkdf2' },
      defaults: { digest: 'sha-1', iterations: 1000 },
      functions: DERIVE,
      returns: 'Rfc2898DeriveBytes()',
      ...MADE,
    },
  ),
  call(
    'Rfc2898DeriveBytes.Pbkdf2',
    { iterations: '2=iterations|3', digest: '3=hashAlgorithm|4', outputBytes: '4=outputLength' },
    { uses: { algorithm: 'pbkdf2' }, functions: DERIVE },
  ),
  // PasswordDeriveBytes: SHA1 and 100 iterations where they are not said.
  call(
    'PasswordDeriveBytes',
    { digest: '2=strHashName|2=hashName', iterations: '3=iterations' },
    { uses: { algorithm: 'pbkdf1' }, defaults: { digest: 'sha-1', iterations: 100 }, functions: DERIVE },
  ),
  call(
    'KeyDerivation.Pbkdf2',
    { digest: '2=prf', iterations: '3=iterationCount', outputBytes: '4=numBytesRequested' },
    { uses: { algorithm: 'pbkdf2' }, functions: DERIVE },
  ),
  ...calls(
    'HKDF.DeriveKey HKDF.Extract HKDF.Expand',
    { digest: '0=hashAlgorithmName' },
    { uses: { algorithm: 'hkdf' }, functions: DERIVE },
  ),
  ...calls(
    'SP800108HmacCounterKdf SP800108HmacCounterKdf.DeriveBytes',
    { digest: '1=hashAlgorithm' },
    {
      uses: { algorithm: 'sp800-108' },
      functions: DERIVE,
    },
  ),
];

const OTHERS: readonly CallRow[] = [
  ...calls(
    'RandomNumberGenerator.Create RandomNumberGenerator.Fill RandomNumberGenerator.GetInt32 RandomNumberGenerator.GetString RandomNumberGenerator.GetHexString RandomNumberGenerator.GetItems RandomNumberGenerator.Shuffle RandomNumberGenerator.GetNonZeroBytes RNGCryptoServiceProvider RNGCryptoServiceProvider.Create',
    {},
    { uses: { algorithm: 'csprng' }, functions: GENERATE },
  ),
  call('RandomNumberGenerator.GetBytes', { outputBytes: '0' }, { uses: { algorithm: 'csprng' }, functions: GENERATE }),
  // DPAPI: which cipher protects the data is the business of Windows.
  call('ProtectedData.Protect', {}, { functions: ENCRYPT }),
  call('ProtectedData.Unprotect', {}, { functions: ['decrypt'] }),
  call('Oid', { algorithm: '0' }, { needs: true, silent: true }),
  call('AlgorithmIdentifier', { algorithm: '0', keyBits: '1' }, { needs: true }),
  call('EnvelopedCms', { algorithm: '1' }, { needs: true, functions: ENCRYPT }),
  call('CmsSigner().DigestAlgorithm=', { algorithm: '0' }, { needs: true, functions: DIGEST }),
  call('CmsSigner', { algorithm: '=DigestAlgorithm' }, { needs: true, returns: 'CmsSigner()' }),
];

/** Calls of the symmetric half. */
export const SYSTEM_ROWS: readonly CallRow[] = [...CIPHERS, ...HASHES, ...MACS, ...KDFS, ...OTHERS];

const quiet = (says: Says): Constant => ({ library: DOTNET, says, quiet: true });

/** Modes, paddings and names of hashes. */
export const SYSTEM_CONSTANTS: readonly (readonly [string, Constant])[] = [
  ['CipherMode.CBC', quiet({ mode: 'cbc' })],
  ['CipherMode.ECB', quiet({ mode: 'ecb' })],
  ['CipherMode.CFB', quiet({ mode: 'cfb' })],
  ['CipherMode.OFB', quiet({ mode: 'ofb' })],
  ['CipherMode.CTS', quiet({ mode: 'cbc-cs' })],
  ['PaddingMode.None', quiet({ padding: 'none' })],
  ['PaddingMode.PKCS7', quiet({ padding: 'pkcs7' })],
  ['PaddingMode.Zeros', quiet({ padding: 'zero' })],
  ['PaddingMode.ANSIX923', quiet({ padding: 'x9.23' })],
  ...HASH_TYPES.map(([name, algorithm]) => [`HashAlgorithmName.${name}`, { library: DOTNET, says: { algorithm } }] as const),
  ...(['SHA1', 'SHA256', 'SHA512'] as const).map(
    (name) =>
      [
        `KeyDerivationPrf.HMAC${name}`,
        quiet({ algorithm: 'hmac', digest: name === 'SHA1' ? 'sha-1' : `sha-${name === 'SHA256' ? 256 : 512}` }),
      ] as const,
  ),
  ...HASH_TYPES.map(([name, algorithm]) => [`${name}()`, quiet({ algorithm })] as const),
  ...CIPHER_TYPES.flatMap(({ types, algorithm }) => types.split(' ').map((type) => [`${type}()`, quiet({ algorithm })] as const)),
];
