// pyca/cryptography (cryptography.io, 46): recipes, hazmat primitives, X.509 builders. Objects carry on what they were made with.

import type { AlgorithmId } from '../../../model/algorithm.ts';
import { CURVE_IDS, CURVES } from '../../curves.ts';
import { DECAPSULATE, DECRYPT, DERIVE, DIGEST, ENCAPSULATE, ENCRYPT, KEYGEN, rowsOf, SIGN, TAG, VERIFY } from '../make-row.ts';
import type { CallRow, Constant, Says } from '../row.ts';

const { call, calls } = rowsOf('cryptography', 'cryptography.');
const P = 'hazmat.primitives';

const HASH_CLASSES: Readonly<Record<string, Says>> = {
  MD5: { algorithm: 'md5' },
  SHA1: { algorithm: 'sha-1' },
  SHA224: { algorithm: 'sha-224' },
  SHA256: { algorithm: 'sha-256' },
  SHA384: { algorithm: 'sha-384' },
  SHA512: { algorithm: 'sha-512' },
  SHA512_224: { algorithm: 'sha-512/224' },
  SHA512_256: { algorithm: 'sha-512/256' },
  SHA3_224: { algorithm: 'sha3-224' },
  SHA3_256: { algorithm: 'sha3-256' },
  SHA3_384: { algorithm: 'sha3-384' },
  SHA3_512: { algorithm: 'sha3-512' },
  SHAKE128: { algorithm: 'shake128' },
  SHAKE256: { algorithm: 'shake256' },
  BLAKE2b: { algorithm: 'blake2b' },
  BLAKE2s: { algorithm: 'blake2s' },
  SM3: { algorithm: 'sm3' },
};

const CIPHER_CLASSES: Readonly<Record<string, Says>> = {
  AES: { algorithm: 'aes' },
  AES128: { algorithm: 'aes', keyBits: 128 },
  AES256: { algorithm: 'aes', keyBits: 256 },
  TripleDES: { algorithm: '3des' },
  Camellia: { algorithm: 'camellia' },
  Blowfish: { algorithm: 'blowfish' },
  CAST5: { algorithm: 'cast5' },
  SEED: { algorithm: 'seed' },
  IDEA: { algorithm: 'idea' },
  ARC4: { algorithm: 'rc4' },
  SM4: { algorithm: 'sm4' },
  ChaCha20: { algorithm: 'chacha20' },
};

const MODES = { CBC: 'cbc', CTR: 'ctr', ECB: 'ecb', CFB: 'cfb', CFB8: 'cfb8', OFB: 'ofb', GCM: 'gcm', XTS: 'xts' } as const;

const CIPHERS: readonly CallRow[] = [
  ...Object.entries(HASH_CLASSES).map(([name, uses]) => call(`${P}.hashes.${name}`, {}, { uses, functions: DIGEST })),
  call(`${P}.hashes.Hash`, { algorithm: '0=algorithm' }, { uses: { algorithm: 'hash' }, functions: DIGEST }),
  ...Object.entries(CIPHER_CLASSES).flatMap(([name, uses]) =>
    calls(`${P}.ciphers.algorithms.${name} hazmat.decrepit.ciphers.algorithms.${name}`, { key: '0=key' }, { uses }),
  ),
  ...Object.entries(MODES).map(([name, mode]) => call(`${P}.ciphers.modes.${name}`, {}, { uses: { mode }, silent: true })),
  call(`${P}.ciphers.Cipher`, { algorithm: '0=algorithm', mode: '1=mode' }, { returns: 'cryptography.Cipher()' }),
  ...(
    [
      ['AESGCM', { algorithm: 'aes', mode: 'gcm' }],
      ['AESCCM', { algorithm: 'aes', mode: 'ccm' }],
      ['AESOCB3', { algorithm: 'aes', mode: 'ocb' }],
      ['AESSIV', { algorithm: 'aes', mode: 'siv' }],
      ['AESGCMSIV', { algorithm: 'aes', mode: 'gcm-siv' }],
      ['ChaCha20Poly1305', { algorithm: 'chacha20-poly1305' }],
    ] as const
  ).flatMap(([name, uses]) => [
    call(`${P}.ciphers.aead.${name}`, { key: '0=key', tagBytes: '1=tag_length' }, { uses, returns: `cryptography.${name}()` }),
    call(`${P}.ciphers.aead.${name}.generate_key`, { keyBits: '0=bit_length' }, { uses, functions: KEYGEN }),
  ]),
  // Fernet specification: AES-128-CBC and HMAC-SHA-256.
  call(
    'fernet.Fernet',
    {},
    {
      uses: {
        algorithm: 'aes',
        keyBits: 128,
        mode: 'cbc',
        parts: [{ algorithm: 'hmac', digest: 'sha-256', parts: [{ algorithm: 'sha-256' }] }],
      },
    },
  ),
  call('fernet.Fernet.generate_key', {}, { uses: { algorithm: 'aes', keyBits: 128, mode: 'cbc' }, functions: KEYGEN }),
  call(`${P}.padding.PKCS7`, {}, { uses: { padding: 'pkcs7' }, silent: true }),
  ...calls(`${P}.keywrap.aes_key_wrap ${P}.keywrap.aes_key_unwrap`, { key: '0=wrapping_key' }, { uses: { algorithm: 'aes', mode: 'kw' } }),
  ...calls(
    `${P}.keywrap.aes_key_wrap_with_padding ${P}.keywrap.aes_key_unwrap_with_padding`,
    { key: '0=wrapping_key' },
    {
      uses: { algorithm: 'aes', mode: 'kwp' },
    },
  ),
];

const MACS: readonly CallRow[] = [
  call(`${P}.hmac.HMAC`, { digest: '1=algorithm' }, { uses: { algorithm: 'hmac' }, functions: TAG }),
  call(`${P}.cmac.CMAC`, { part: '0=algorithm' }, { uses: { algorithm: 'cmac' }, functions: TAG }),
  ...calls(`${P}.poly1305.Poly1305 ${P}.poly1305.Poly1305.generate_tag`, {}, { uses: { algorithm: 'poly1305' }, functions: TAG }),
  call(
    `${P}.kdf.pbkdf2.PBKDF2HMAC`,
    { digest: '0=algorithm', outputBytes: '1=length', iterations: '3=iterations' },
    { uses: { algorithm: 'pbkdf2' }, functions: DERIVE },
  ),
  ...calls(
    `${P}.kdf.hkdf.HKDF ${P}.kdf.hkdf.HKDFExpand`,
    { digest: '0=algorithm', outputBytes: '1=length' },
    { uses: { algorithm: 'hkdf' }, functions: DERIVE },
  ),
  call(`${P}.kdf.scrypt.Scrypt`, { outputBytes: '=length' }, { uses: { algorithm: 'scrypt' }, functions: DERIVE }),
  ...calls(
    `${P}.kdf.argon2.Argon2id ${P}.kdf.argon2.Argon2i ${P}.kdf.argon2.Argon2d`,
    { outputBytes: '=length' },
    { uses: { algorithm: 'argon2' }, functions: DERIVE },
  ),
  ...calls(
    `${P}.kdf.concatkdf.ConcatKDFHash ${P}.kdf.concatkdf.ConcatKDFHMAC`,
    { digest: '0=algorithm', outputBytes: '1=length' },
    { uses: { algorithm: 'sp800-56c' }, functions: DERIVE },
  ),
  call(
    `${P}.kdf.x963kdf.X963KDF`,
    { digest: '0=algorithm', outputBytes: '1=length' },
    { uses: { algorithm: 'ansi-kdf' }, functions: DERIVE },
  ),
  call(`${P}.kdf.kbkdf.KBKDFHMAC`, { digest: '0=algorithm' }, { uses: { algorithm: 'sp800-108' }, functions: DERIVE }),
  call(`${P}.kdf.kbkdf.KBKDFCMAC`, { part: '0=algorithm' }, { uses: { algorithm: 'sp800-108' }, functions: DERIVE }),
  ...calls(`${P}.twofactor.hotp.HOTP ${P}.twofactor.totp.TOTP`, { digest: '2=algorithm' }, { uses: { algorithm: 'hmac' }, functions: TAG }),
];

const A = `${P}.asymmetric`;
const PUBLIC_KEY: readonly CallRow[] = [
  call(
    `${A}.rsa.generate_private_key`,
    { keyBits: '1=key_size' },
    { uses: { algorithm: 'rsa' }, functions: KEYGEN, returns: 'cryptography.RSAPrivateKey' },
  ),
  call(
    `${A}.dsa.generate_private_key`,
    { keyBits: '0=key_size' },
    { uses: { algorithm: 'dsa' }, functions: KEYGEN, returns: 'cryptography.DSAPrivateKey' },
  ),
  call(
    `${A}.dh.generate_parameters`,
    { keyBits: '1=key_size' },
    { uses: { algorithm: 'ffdh' }, functions: KEYGEN, returns: 'cryptography.DHParameters' },
  ),
  ...numbers('rsa', ['RSAPublicNumbers', 'RSAPrivateNumbers'], 'RSA'),
  ...numbers('dsa', ['DSAPublicNumbers', 'DSAPrivateNumbers', 'DSAParameterNumbers'], 'DSA'),
  ...numbers('dh', ['DHPublicNumbers', 'DHPrivateNumbers', 'DHParameterNumbers'], 'DH'),
  call(`${A}.ec.EllipticCurvePublicNumbers`, { curve: '2=curve' }, { uses: { algorithm: 'ec' }, returns: 'cryptography.ECNumbers' }),
  call(
    `${A}.ec.EllipticCurvePrivateNumbers`,
    { curve: '1=public_numbers' },
    { uses: { algorithm: 'ec' }, returns: 'cryptography.ECNumbers' },
  ),
  call(`${A}.dsa.generate_parameters`, { keyBits: '0=key_size' }, { uses: { algorithm: 'dsa' }, functions: KEYGEN }),
  call(
    `${A}.ec.generate_private_key`,
    { curve: '0=curve' },
    { uses: { algorithm: 'ec' }, functions: KEYGEN, returns: 'cryptography.ECPrivateKey' },
  ),
  call(`${A}.ec.derive_private_key`, { curve: '1=curve' }, { uses: { algorithm: 'ec' }, returns: 'cryptography.ECPrivateKey' }),
  call(`${A}.ec.ECDSA`, { digest: '0=algorithm' }, { uses: { algorithm: 'ecdsa' } }),
  call(`${A}.ec.ECDH`, {}, { uses: { algorithm: 'ecdh' } }),
  call(
    `${A}.ec.EllipticCurvePublicKey.from_encoded_point`,
    { curve: '0=curve' },
    { uses: { algorithm: 'ec' }, returns: 'cryptography.ECPublicKey' },
  ),
  call(`${A}.padding.PSS`, { digest: '0=mgf' }, { uses: { algorithm: 'rsassa-pss' } }),
  call(`${A}.padding.OAEP`, { digest: '1=algorithm', aside: '0=mgf' }, { uses: { algorithm: 'rsaes-oaep' } }),
  call(`${A}.padding.PKCS1v15`, {}, { uses: { algorithm: 'rsa', padding: 'pkcs1v15' } }),
  call(`${A}.utils.Prehashed`, { algorithm: '0=algorithm' }, { needs: true, silent: true }),
  call(`${A}.padding.MGF1`, { digest: '0=algorithm' }, { needs: true, silent: true }),
  ...(
    [
      ['Ed25519', 'ed25519'],
      ['Ed448', 'ed448'],
    ] as const
  ).flatMap(([name, algorithm]) => keyPair(name, algorithm, `cryptography.${name}`)),
  ...(
    [
      ['X25519', 'x25519'],
      ['X448', 'x448'],
    ] as const
  ).flatMap(([name, algorithm]) => keyPair(name, algorithm, `cryptography.${name}`)),
  ...(
    [
      ['MLDSA44', 'ml-dsa-44'],
      ['MLDSA65', 'ml-dsa-65'],
      ['MLDSA87', 'ml-dsa-87'],
    ] as const
  ).flatMap(([name, algorithm]) => keyPair(name, algorithm, `cryptography.${name}`)),
  ...(
    [
      ['MLKEM768', 'ml-kem-768'],
      ['MLKEM1024', 'ml-kem-1024'],
    ] as const
  ).flatMap(([name, algorithm]) => keyPair(name, algorithm, `cryptography.${name}`)),
];

/** Keys from the numbers they are made of. */
function numbers(module: 'rsa' | 'dsa' | 'dh', names: readonly string[], type: string): readonly CallRow[] {
  const algorithm = module === 'dh' ? 'ffdh' : module;
  return names.map((name) => call(`${A}.${module}.${name}`, {}, { uses: { algorithm }, returns: `cryptography.${type}Numbers` }));
}

function keyPair(symbol: string, algorithm: AlgorithmId, type: string): readonly CallRow[] {
  return [
    call(`${symbol}PrivateKey.generate`, {}, { uses: { algorithm }, functions: KEYGEN, returns: `${type}PrivateKey` }),
    ...calls(
      `${symbol}PrivateKey.from_private_bytes ${symbol}PrivateKey.from_seed_bytes`,
      {},
      { uses: { algorithm }, returns: `${type}PrivateKey` },
    ),
    call(`${symbol}PublicKey.from_public_bytes`, {}, { uses: { algorithm }, returns: `${type}PublicKey` }),
  ];
}

const key = rowsOf('cryptography', 'cryptography.');
const METHODS: readonly CallRow[] = [
  key.call(
    'RSAPrivateKey.sign',
    { padding: '1=padding', digest: '2=algorithm' },
    { continues: true, uses: { algorithm: 'rsa' }, functions: SIGN },
  ),
  key.call(
    'RSAPublicKey.verify',
    { padding: '2=padding', digest: '3=algorithm' },
    { continues: true, uses: { algorithm: 'rsa' }, functions: VERIFY },
  ),
  key.call('RSAPublicKey.encrypt', { padding: '1=padding' }, { continues: true, uses: { algorithm: 'rsa' }, functions: ENCRYPT }),
  key.call('RSAPrivateKey.decrypt', { padding: '1=padding' }, { continues: true, uses: { algorithm: 'rsa' }, functions: DECRYPT }),
  key.call(
    'RSAPrivateKey.public_key',
    {},
    { continues: true, uses: { algorithm: 'rsa' }, returns: 'cryptography.RSAPublicKey', silent: true },
  ),
  key.call('ECPrivateKey.sign', { digest: '1=signature_algorithm' }, { continues: true, uses: { algorithm: 'ecdsa' }, functions: SIGN }),
  key.call('ECPrivateKey.exchange', { algorithm: '0=algorithm' }, { continues: true, uses: { algorithm: 'ecdh' }, functions: DERIVE }),
  key.call(
    'ECPrivateKey.public_key',
    {},
    { continues: true, uses: { algorithm: 'ec' }, returns: 'cryptography.ECPublicKey', silent: true },
  ),
  key.call('ECPublicKey.verify', { digest: '2=signature_algorithm' }, { continues: true, uses: { algorithm: 'ecdsa' }, functions: VERIFY }),
  ...(
    [
      ['Ed25519', 'ed25519'],
      ['Ed448', 'ed448'],
      ['MLDSA44', 'ml-dsa-44'],
      ['MLDSA65', 'ml-dsa-65'],
      ['MLDSA87', 'ml-dsa-87'],
    ] as const
  ).flatMap(([name, algorithm]) => [
    key.call(`${name}PrivateKey.sign`, {}, { uses: { algorithm }, functions: SIGN }),
    key.call(`${name}PrivateKey.public_key`, {}, { uses: { algorithm }, returns: `cryptography.${name}PublicKey`, silent: true }),
    key.call(`${name}PublicKey.verify`, {}, { uses: { algorithm }, functions: VERIFY }),
  ]),
  ...(
    [
      ['X25519', 'x25519'],
      ['X448', 'x448'],
    ] as const
  ).map(([name, algorithm]) => key.call(`${name}PrivateKey.exchange`, {}, { uses: { algorithm }, functions: DERIVE })),
  ...(
    [
      ['MLKEM768', 'ml-kem-768'],
      ['MLKEM1024', 'ml-kem-1024'],
    ] as const
  ).flatMap(([name, algorithm]) => [
    key.call(`${name}PrivateKey.public_key`, {}, { uses: { algorithm }, returns: `cryptography.${name}PublicKey`, silent: true }),
    key.call(`${name}PrivateKey.decapsulate`, {}, { uses: { algorithm }, functions: DECAPSULATE }),
    key.call(`${name}PublicKey.encapsulate`, {}, { uses: { algorithm }, functions: ENCAPSULATE }),
  ]),
];

const dh = (type: string, name: string, more: Partial<CallRow> = {}): CallRow =>
  key.call(`${type}.${name}`, {}, { uses: { algorithm: 'ffdh' }, continues: true, ...more });
const FFDH: readonly CallRow[] = [
  dh('DHParameters', 'generate_private_key', { functions: KEYGEN, returns: 'cryptography.DHPrivateKey' }),
  dh('DHPrivateKey', 'public_key', { returns: 'cryptography.DHPublicKey', silent: true }),
  dh('DHPrivateKey', 'exchange', { functions: DERIVE }),
  ...['RSA', 'DSA', 'EC', 'DH'].flatMap((type) => [
    key.call(`${type}Numbers.public_key`, {}, { returns: `cryptography.${type}PublicKey`, continues: true, silent: true, needs: true }),
    key.call(`${type}Numbers.private_key`, {}, { returns: `cryptography.${type}PrivateKey`, continues: true, silent: true, needs: true }),
  ]),
  key.call('DSAPrivateKey.sign', { digest: '1=algorithm' }, { continues: true, uses: { algorithm: 'dsa' }, functions: SIGN }),
  key.call(
    'DSAPrivateKey.public_key',
    {},
    { continues: true, uses: { algorithm: 'dsa' }, returns: 'cryptography.DSAPublicKey', silent: true },
  ),
  key.call('DSAPublicKey.verify', { digest: '2=algorithm' }, { continues: true, uses: { algorithm: 'dsa' }, functions: VERIFY }),
];

// A key whose type is not known: the padding or the scheme that it is given says what it does.
const UNTYPED: readonly CallRow[] = (
  [
    ['sign', { algorithm: '1=padding|=signature_algorithm|1', digest: '2=algorithm' }, SIGN],
    ['verify', { algorithm: '2=padding|=signature_algorithm|2', digest: '3=algorithm' }, VERIFY],
    ['encrypt', { algorithm: '1=padding' }, ENCRYPT],
    ['decrypt', { algorithm: '1=padding' }, DECRYPT],
    ['exchange', { algorithm: '0' }, DERIVE],
  ] as const
).map(([name, roles, functions]) => ({ symbol: `*.${name}`, library: 'cryptography', roles, functions, needs: true }));

// Builders end in sign(private_key, algorithm): the hash is named there, the key was made elsewhere.
const BUILDER_STEPS =
  'subject_name issuer_name public_key serial_number not_valid_before not_valid_after add_extension add_attribute last_update next_update add_revoked_certificate'.split(
    ' ',
  );
const X509: readonly CallRow[] = ['CertificateBuilder', 'CertificateSigningRequestBuilder', 'CertificateRevocationListBuilder'].flatMap(
  (name) => [
    call(`x509.${name}`, {}, { returns: 'cryptography.Builder', needs: true }),
    ...(name === 'CertificateBuilder'
      ? [
          ...BUILDER_STEPS.map((step) => call(`Builder.${step}`, {}, { returns: 'cryptography.Builder', needs: true })),
          call('Builder.sign', { algorithm: '0=private_key', digest: '1=algorithm' }, { functions: SIGN }),
        ]
      : []),
  ],
);
const SIGNED: readonly CallRow[] = [
  call('x509.ocsp.OCSPRequestBuilder', {}, { returns: 'cryptography.OcspBuilder', needs: true }),
  ...calls(
    'OcspBuilder.add_certificate OcspBuilder.add_response',
    { algorithm: '2=algorithm' },
    { returns: 'cryptography.OcspBuilder', functions: DIGEST },
  ),
  call(`${P}.serialization.pkcs7.PKCS7SignatureBuilder`, {}, { returns: 'cryptography.Pkcs7Builder', needs: true }),
  call('Pkcs7Builder.set_data', {}, { returns: 'cryptography.Pkcs7Builder', needs: true }),
  call(
    'Pkcs7Builder.add_signer',
    { algorithm: '1=private_key', digest: '2=hash_algorithm' },
    { returns: 'cryptography.Pkcs7Builder', functions: SIGN },
  ),
];

const CURVE_CLASSES: readonly (readonly [string, Constant])[] = CURVE_IDS.filter((id) => /^(secp|sect|brainpool)/.test(id)).map((id) => [
  `cryptography.${A}.ec.${id.startsWith('brainpool') ? `BrainpoolP${CURVES[id].bits}R1` : id.toUpperCase()}`,
  { library: 'cryptography', says: { algorithm: 'ec', curve: id }, quiet: true },
]);

/** Calls of pyca/cryptography. */
export const PYCA_ROWS: readonly CallRow[] = [
  ...CIPHERS,
  ...MACS,
  ...PUBLIC_KEY,
  ...METHODS,
  ...FFDH,
  ...UNTYPED,
  ...X509,
  ...SIGNED,
  ...CURVE_CLASSES.map(([symbol, { says }]): CallRow => ({ symbol, library: 'cryptography', uses: says, silent: true })),
];

/** Classes of pyca/cryptography that are handed on without being called, and types that annotations name. */
export const PYCA_CONSTANTS: readonly (readonly [string, Constant])[] = CURVE_CLASSES;
