// The asymmetric half of System.Security.Cryptography (.NET 10, .NET Framework 4.8): RSA, DSA, ECC, CNG, ML-KEM, ML-DSA, SLH-DSA, composite
// ML-DSA; certificate requests and XML signatures.

import type { AlgorithmId } from '../../../model/algorithm.ts';
import { CURVE_IDS } from '../../curves.ts';
import { parseAlgorithmName } from '../../names.ts';
import { DECAPSULATE, DECRYPT, DERIVE, ENCAPSULATE, ENCRYPT, KEYGEN, rowsOf, SIGN, VERIFY } from '../make-row.ts';
import type { CallRow, Constant, Says } from '../row.ts';
import { toSays } from '../says.ts';
import { DOTNET, MADE, SETTING } from './system.ts';

const { call, calls } = rowsOf(DOTNET);

// Remarks: RSACryptoServiceProvider() makes 1024 bits, RSACng() and RSA.Create() 2048.
const RSA_TYPES = [
  ['RSACryptoServiceProvider', 1024],
  ['RSACng', 2048],
  ['RSAOpenSsl', 2048],
] as const;
const RSA_IMPORTS =
  'ImportFromPem ImportFromEncryptedPem ImportParameters ImportPkcs8PrivateKey ImportEncryptedPkcs8PrivateKey ImportRSAPrivateKey ImportRSAPublicKey ImportSubjectPublicKeyInfo FromXmlString ImportCspBlob'.split(
    ' ',
  );
const OLD_OAEP = { choice: { place: '1=fOAEP', of: { '1': { padding: 'oaep', digest: 'sha-1' }, '0': { padding: 'pkcs1v15' } } } } as const;

const RSA: readonly CallRow[] = [
  call(
    'RSA.Create',
    { keyBits: '0=keySizeInBits' },
    { uses: { algorithm: 'rsa' }, defaults: { keyBits: 2048 }, returns: 'RSA()', ...MADE },
  ),
  ...RSA_TYPES.map(([type, keyBits]) =>
    call(
      type,
      { keyBits: '0=dwKeySize|0=keySize|=KeySize' },
      { uses: { algorithm: 'rsa' }, defaults: { keyBits }, returns: 'RSA()', ...MADE },
    ),
  ),
  call('RSA().KeySize=', { keyBits: '0' }, { ...SETTING, uses: { algorithm: 'rsa' } }),
  ...RSA_IMPORTS.map((name) => call(`RSA().${name}`, {}, { object: 'this', uses: { algorithm: 'rsa' }, silent: true, replacesKey: true })),
  ...['RSA().', '*.'].flatMap((on) => {
    const known: Partial<CallRow> = on === '*.' ? { needs: true } : { uses: { algorithm: 'rsa' } };
    return [
      ...calls(
        `${on}SignData ${on}SignDataAsync`,
        on === '*.'
          ? { algorithm: '2=padding|4|last', digest: '1=hashAlgorithm|3' }
          : { digest: '=hashAlgorithm|1=halg|3', padding: '=padding|2|4|last' },
        { functions: SIGN, object: 'this', ...known },
      ),
      call(`${on}SignHash`, on === '*.' ? { algorithm: '2', digest: '1' } : { digest: '1', padding: '2' }, {
        functions: SIGN,
        object: 'this',
        ...known,
      }),
      call(
        `${on}VerifyData`,
        on === '*.' ? { algorithm: '3|5|last', digest: '2|4' } : { digest: '=hashAlgorithm|2|1=halg|4', padding: '=padding|3|5|last' },
        { functions: VERIFY, object: 'this', ...known },
      ),
      call(`${on}VerifyHash`, on === '*.' ? { algorithm: '3', digest: '2' } : { digest: '2|1', padding: '3' }, {
        functions: VERIFY,
        object: 'this',
        ...known,
      }),
    ];
  }),
  ...calls(
    'RSA().Encrypt RSA().EncryptValue RSA().TryEncrypt',
    { padding: '1=padding|2' },
    {
      uses: { algorithm: 'rsa' },
      functions: ENCRYPT,
      object: 'this',
      ...OLD_OAEP,
    },
  ),
  ...calls(
    'RSA().Decrypt RSA().DecryptValue RSA().TryDecrypt',
    { padding: '1=padding|2' },
    {
      uses: { algorithm: 'rsa' },
      functions: DECRYPT,
      object: 'this',
      ...OLD_OAEP,
    },
  ),
  call(
    'RSAEncryptionPadding.CreateOaep',
    { digest: '0' },
    { uses: { algorithm: 'rsaes-oaep', padding: 'oaep' }, names: true, specifies: true },
  ),
  ...formatters('RSAPKCS1SignatureFormatter RSAPKCS1SignatureDeformatter', { algorithm: 'rsassa-pkcs1' }),
  ...formatters('RSAOAEPKeyExchangeFormatter RSAOAEPKeyExchangeDeformatter', { algorithm: 'rsaes-oaep' }),
  ...formatters('RSAPKCS1KeyExchangeFormatter RSAPKCS1KeyExchangeDeformatter', { algorithm: 'rsaes-pkcs1' }),
  ...calls('*.GetRSAPrivateKey *.GetRSAPublicKey', {}, { returns: 'RSA()', needs: true }),
  ...calls('*.GetECDsaPrivateKey *.GetECDsaPublicKey', {}, { returns: 'ECDsa()', needs: true }),
  ...calls('*.GetECDiffieHellmanPrivateKey *.GetECDiffieHellmanPublicKey', {}, { returns: 'ECDiffieHellman()', needs: true }),
  ...calls('*.GetDSAPrivateKey *.GetDSAPublicKey', {}, { returns: 'DSA()', needs: true }),
];

function formatters(names: string, uses: Says): readonly CallRow[] {
  return names.split(' ').map((name) => call(name, {}, { uses }));
}

const CNG_SIZES: Readonly<Record<string, Says>> = {
  '256': { curve: 'secp256r1' },
  '384': { curve: 'secp384r1' },
  '521': { curve: 'secp521r1' },
};
const ON_CURVE = (place: string) => ({ choice: { place, of: CNG_SIZES } });

const ECC: readonly CallRow[] = [
  ...(
    [
      ['ECDsa', 'ecdsa'],
      ['ECDiffieHellman', 'ecdh'],
    ] as const
  ).flatMap(([type, algorithm]) => [
    call(`${type}.Create`, { curve: '0=curve' }, { uses: { algorithm }, returns: `${type}()`, ...MADE }),
    ...['Cng', 'OpenSsl'].map((ending) =>
      call(`${type}${ending}`, { curve: '0=curve' }, { uses: { algorithm }, returns: `${type}()`, ...MADE, ...ON_CURVE('0=keySize') }),
    ),
    call(`${type}().GenerateKey`, { curve: '0=curve' }, { ...SETTING, uses: { algorithm } }),
    call(`${type}().KeySize=`, {}, { ...SETTING, uses: { algorithm }, ...ON_CURVE('0') }),
  ]),
  ...calls(
    'ECDsa().SignData ECDsa().TrySignData',
    { digest: '1=hashAlgorithm|3' },
    { uses: { algorithm: 'ecdsa' }, functions: SIGN, object: 'this' },
  ),
  call('ECDsa().VerifyData', { digest: '2=hashAlgorithm|4' }, { uses: { algorithm: 'ecdsa' }, functions: VERIFY, object: 'this' }),
  call('ECDsa().SignHash', {}, { uses: { algorithm: 'ecdsa' }, functions: SIGN, object: 'this' }),
  call('ECDsa().VerifyHash', {}, { uses: { algorithm: 'ecdsa' }, functions: VERIFY, object: 'this' }),
  ...calls(
    'DeriveKeyMaterial DeriveRawSecretAgreement DeriveSecretAgreement'.replaceAll('Derive', 'ECDiffieHellman().Derive'),
    {},
    {
      uses: { algorithm: 'ecdh' },
      functions: DERIVE,
      object: 'this',
    },
  ),
  ...calls(
    'DeriveKeyFromHash DeriveKeyFromHmac'.replaceAll('Derive', 'ECDiffieHellman().Derive'),
    { digest: '1=hashAlgorithm' },
    {
      uses: { algorithm: 'ecdh' },
      functions: DERIVE,
      object: 'this',
    },
  ),
  ...calls(
    'ECCurve.CreateFromFriendlyName ECCurve.CreateFromValue ECCurve.CreateFromOid',
    { curve: '0' },
    { uses: { algorithm: 'ec' }, silent: true },
  ),
];

const DSA: readonly CallRow[] = [
  call('DSA.Create', { keyBits: '0' }, { uses: { algorithm: 'dsa' }, returns: 'DSA()', ...MADE }),
  ...calls('DSACryptoServiceProvider DSACng', { keyBits: '0' }, { uses: { algorithm: 'dsa' }, returns: 'DSA()', ...MADE }),
  ...calls('DSA().SignData DSA().CreateSignature', { digest: '1' }, { uses: { algorithm: 'dsa' }, functions: SIGN, object: 'this' }),
  ...calls('DSA().VerifyData DSA().VerifySignature', { digest: '2' }, { uses: { algorithm: 'dsa' }, functions: VERIFY, object: 'this' }),
];

const PQC_TYPES: readonly (readonly [string, AlgorithmId])[] = [
  ['MLKem', 'ml-kem'],
  ['MLDsa', 'ml-dsa'],
  ['SlhDsa', 'slh-dsa'],
  ['CompositeMLDsa', 'composite-ml-dsa'],
];
const POST_QUANTUM: readonly CallRow[] = PQC_TYPES.flatMap(([base]) =>
  [base, `${base}Cng`, `${base}OpenSsl`].flatMap((type) => [
    call(`${type}.GenerateKey`, { algorithm: '0=algorithm' }, { functions: KEYGEN, returns: `${base}()`, ...MADE }),
    ...calls(
      'ImportPrivateSeed ImportDecapsulationKey ImportEncapsulationKey ImportMLKemPrivateKey ImportPrivateKey ImportPublicKey ImportMLDsaPrivateKey ImportMLDsaPublicKey ImportMLDsaPrivateSeed ImportSlhDsaPrivateKey ImportSlhDsaPublicKey ImportCompositeMLDsaPrivateKey ImportCompositeMLDsaPublicKey'
        .split(' ')
        .map((name) => `${type}.${name}`)
        .join(' '),
      { algorithm: '0=algorithm' },
      { uses: generalOf(base), returns: `${base}()`, ...MADE },
    ),
    ...calls(
      'ImportFromPem ImportFromEncryptedPem ImportPkcs8PrivateKey ImportSubjectPublicKeyInfo ImportEncryptedPkcs8PrivateKey'
        .split(' ')
        .map((name) => `${type}.${name}`)
        .join(' '),
      {},
      { uses: generalOf(base), returns: `${base}()`, ...MADE },
    ),
  ]),
);

function generalOf(base: string): Says {
  return { algorithm: PQC_TYPES.find(([name]) => name === base)?.[1] ?? 'unrecognised' };
}

const PQC_VERBS: readonly CallRow[] = [
  call('MLKem().Encapsulate', {}, { uses: {}, functions: ENCAPSULATE, object: 'this', continues: true, defaults: { algorithm: 'ml-kem' } }),
  call('MLKem().Decapsulate', {}, { uses: {}, functions: DECAPSULATE, object: 'this', continues: true, defaults: { algorithm: 'ml-kem' } }),
  ...['MLDsa', 'SlhDsa', 'CompositeMLDsa'].flatMap((type) => [
    ...calls(
      `${type}().SignData ${type}().SignPreHash ${type}().SignMu`,
      {},
      { functions: SIGN, object: 'this', continues: true, defaults: generalOf(type) },
    ),
    ...calls(
      `${type}().VerifyData ${type}().VerifyPreHash ${type}().VerifyMu`,
      {},
      {
        functions: VERIFY,
        object: 'this',
        continues: true,
        defaults: generalOf(type),
      },
    ),
  ]),
];

const CERTIFICATES: readonly CallRow[] = [
  call('CngKey.Create', { algorithm: '0=algorithm' }, { functions: KEYGEN }),
  call('CngKey.Import', { algorithm: '=algorithm' }, { needs: true }),
  call(
    'CertificateRequest',
    { algorithm: '1=key', digest: '2=hashAlgorithm', padding: '3=rsaSignaturePadding|3=padding' },
    { functions: SIGN },
  ),
  call('X509SignatureGenerator.CreateForRSA', { padding: '1' }, { uses: { algorithm: 'rsa' }, functions: SIGN }),
  call('X509SignatureGenerator.CreateForECDsa', {}, { uses: { algorithm: 'ecdsa' }, functions: SIGN }),
];

/** Calls of the asymmetric half. */
export const PUBLIC_KEY_ROWS: readonly CallRow[] = [...RSA, ...ECC, ...DSA, ...POST_QUANTUM, ...PQC_VERBS, ...CERTIFICATES];

const quiet = (says: Says): Constant => ({ library: DOTNET, says, quiet: true });
const said = (says: Says): Constant => ({ library: DOTNET, says });
const named = (name: string): Says => {
  const use = parseAlgorithmName(name);
  return use === undefined ? { algorithm: 'unrecognised' } : toSays(use);
};

// Members of ECCurve.NamedCurves.
const NAMED_CURVES: readonly (readonly [string, Constant])[] = [
  ...([256, 384, 521] as const).map(
    (bits) => [`ECCurve.NamedCurves.nistP${bits}`, quiet({ algorithm: 'ec', curve: `secp${bits}r1` })] as const,
  ),
  ...CURVE_IDS.filter((id) => id.startsWith('brainpool')).map(
    (id) => [`ECCurve.NamedCurves.${id}`, quiet({ algorithm: 'ec', curve: id })] as const,
  ),
];

// Members of CngAlgorithm.
const CNG: readonly (readonly [string, Constant])[] = [
  ...([256, 384, 521] as const).flatMap((bits) => [
    [`CngAlgorithm.ECDsaP${bits}`, said({ algorithm: 'ecdsa', curve: `secp${bits}r1` })] as const,
    [`CngAlgorithm.ECDiffieHellmanP${bits}`, said({ algorithm: 'ecdh', curve: `secp${bits}r1` })] as const,
  ]),
  ...(
    [
      ['Rsa', 'rsa'],
      ['ECDsa', 'ecdsa'],
      ['ECDiffieHellman', 'ecdh'],
      ['MD5', 'md5'],
      ['Sha1', 'sha-1'],
      ['Sha256', 'sha-256'],
      ['Sha384', 'sha-384'],
      ['Sha512', 'sha-512'],
      ['MLKem', 'ml-kem'],
      ['MLDsa', 'ml-dsa'],
      ['SlhDsa', 'slh-dsa'],
    ] as const
  ).map(([name, algorithm]) => [`CngAlgorithm.${name}`, said({ algorithm })] as const),
];

// Members of MLKemAlgorithm, MLDsaAlgorithm, SlhDsaAlgorithm.
const PARAMETER_SETS: readonly (readonly [string, Constant])[] = [
  ...([512, 768, 1024] as const).map((set) => [`MLKemAlgorithm.MLKem${set}`, said({ algorithm: `ml-kem-${set}` })] as const),
  ...([44, 65, 87] as const).map((set) => [`MLDsaAlgorithm.MLDsa${set}`, said({ algorithm: `ml-dsa-${set}` })] as const),
  ...(['Sha2', 'Shake'] as const).flatMap((hash) =>
    (['128s', '128f', '192s', '192f', '256s', '256f'] as const).map(
      (set) =>
        [`SlhDsaAlgorithm.SlhDsa${hash}_${set}`, said({ algorithm: `slh-dsa-${hash === 'Sha2' ? 'sha2' : 'shake'}-${set}` })] as const,
    ),
  ),
];

/** Names of keys, curves, paddings and parameter sets. */
export const PUBLIC_KEY_CONSTANTS: readonly (readonly [string, Constant])[] = [
  ['RSASignaturePadding.Pkcs1', quiet({ algorithm: 'rsassa-pkcs1', padding: 'pkcs1v15' })],
  ['RSASignaturePadding.Pss', quiet({ algorithm: 'rsassa-pss', padding: 'pss' })],
  ['RSAEncryptionPadding.Pkcs1', quiet({ algorithm: 'rsaes-pkcs1', padding: 'pkcs1v15' })],
  ...(['SHA1', 'SHA256', 'SHA384', 'SHA512', 'SHA3_256', 'SHA3_384', 'SHA3_512'] as const).map((hash) => {
    const digest = named(hash).algorithm ?? 'hash';
    return [`RSAEncryptionPadding.Oaep${hash}`, quiet({ algorithm: 'rsaes-oaep', padding: 'oaep', digest })] as const;
  }),
  ...NAMED_CURVES,
  ...CNG,
  ...PARAMETER_SETS,
  ['RSA()', quiet({ algorithm: 'rsa' })],
  ['ECDsa()', quiet({ algorithm: 'ecdsa' })],
  ['ECDiffieHellman()', quiet({ algorithm: 'ecdh' })],
  ['DSA()', quiet({ algorithm: 'dsa' })],
  ['SignedXml.XmlDsigRSASHA1Url', said({ algorithm: 'rsassa-pkcs1', digest: 'sha-1' })],
  ['SignedXml.XmlDsigRSASHA256Url', said({ algorithm: 'rsassa-pkcs1', digest: 'sha-256' })],
  ['SignedXml.XmlDsigRSASHA384Url', said({ algorithm: 'rsassa-pkcs1', digest: 'sha-384' })],
  ['SignedXml.XmlDsigRSASHA512Url', said({ algorithm: 'rsassa-pkcs1', digest: 'sha-512' })],
  ['SignedXml.XmlDsigDSAUrl', said({ algorithm: 'dsa', digest: 'sha-1' })],
  ['SignedXml.XmlDsigHMACSHA1Url', said({ algorithm: 'hmac', digest: 'sha-1' })],
  ['SignedXml.XmlDsigSHA1Url', said({ algorithm: 'sha-1' })],
  ['SignedXml.XmlDsigSHA256Url', said({ algorithm: 'sha-256' })],
  ['EncryptedXml.XmlEncDESUrl', said({ algorithm: 'des', mode: 'cbc' })],
  ['EncryptedXml.XmlEncTripleDESUrl', said({ algorithm: '3des', mode: 'cbc' })],
  ...([128, 192, 256] as const).map(
    (bits) => [`EncryptedXml.XmlEncAES${bits}Url`, said({ algorithm: 'aes', keyBits: bits, mode: 'cbc' })] as const,
  ),
  ['EncryptedXml.XmlEncRSA15Url', said({ algorithm: 'rsaes-pkcs1' })],
  ['EncryptedXml.XmlEncRSAOAEPUrl', said({ algorithm: 'rsaes-oaep' })],
];
