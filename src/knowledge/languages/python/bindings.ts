// Bindings of C libraries and small packages in Python, by their documentation: pyOpenSSL, M2Crypto, python-mbedtls, pysodium, paramiko,
// asyncssh, ecdsa, rsa, tinyec, gmssl, oqs-python, kyber-py, dilithium-py, slh-dsa, pqcrypto, paho-mqtt, urllib3, dtls.

import type { AlgorithmId } from '../../../model/algorithm.ts';
import { parseAlgorithmName } from '../../names.ts';
import { DECAPSULATE, DECRYPT, DERIVE, DIGEST, ENCAPSULATE, ENCRYPT, KEYGEN, rowsOf, SIGN, TAG, VERIFY } from '../make-row.ts';
import type { CallRow, Constant } from '../row.ts';
import { findSodium } from '../sodium-names.ts';

const openssl = rowsOf('pyopenssl', 'OpenSSL.');
const m2 = rowsOf('m2crypto', 'M2Crypto.');
const OPENSSL: readonly CallRow[] = [
  openssl.call('crypto.PKey', {}, { needs: true, returns: 'OpenSSL.PKey()' }),
  openssl.call('PKey().generate_key', { algorithm: '0=type', keyBits: '1=bits' }, { functions: KEYGEN }),
  openssl.call('crypto.sign', { digest: '2=digest' }, { functions: SIGN }),
  openssl.call('crypto.verify', { digest: '3=digest' }, { functions: VERIFY }),
  ...['X509', 'X509Req', 'CRL'].flatMap((type) => [
    openssl.call(`crypto.${type}`, {}, { needs: true, returns: `OpenSSL.${type}()` }),
    openssl.call(`${type}().sign`, { digest: '1=digest' }, { functions: SIGN }),
    openssl.call(`${type}().digest`, { algorithm: '0' }, { functions: DIGEST }),
  ]),
  { ...openssl.protocol('SSL.Context', { protocol: 'tls', version: '0=method' }), returns: 'OpenSSL.Context()' },
  openssl.protocol('Context().set_cipher_list', { protocol: 'tls', suites: '0' }),
  openssl.protocol('Context().set_min_proto_version', { protocol: 'tls', version: '0' }),
  openssl.protocol('Context().set_max_proto_version', { protocol: 'tls', version: '0' }),
  m2.call('RSA.gen_key', { keyBits: '0' }, { uses: { algorithm: 'rsa' }, functions: KEYGEN }),
  ...m2.calls('RSA.load_key RSA.load_pub_key RSA.load_key_string', {}, { uses: { algorithm: 'rsa' } }),
  m2.call('DSA.gen_params', { keyBits: '0' }, { uses: { algorithm: 'dsa' }, functions: KEYGEN }),
  m2.call('EC.gen_params', { curve: '0' }, { uses: { algorithm: 'ec' }, functions: KEYGEN }),
  m2.call('EVP.Cipher', { algorithm: '0=alg' }, {}),
  m2.call('EVP.MessageDigest', { algorithm: '0=algo' }, { uses: { algorithm: 'hash' }, functions: DIGEST }),
  ...m2.calls('EVP.hmac EVP.HMAC', { digest: '2=algo' }, { uses: { algorithm: 'hmac' }, defaults: { digest: 'sha-1' }, functions: TAG }),
  m2.call(
    'EVP.pbkdf2',
    { iterations: '2', outputBytes: '3' },
    { uses: { algorithm: 'pbkdf2' }, defaults: { digest: 'sha-1' }, functions: DERIVE },
  ),
  m2.protocol('SSL.Context', { protocol: 'tls', version: '0=protocol' }),
];

const MODE_IDS = { ECB: 'ecb', CBC: 'cbc', CFB: 'cfb', CTR: 'ctr', GCM: 'gcm', CCM: 'ccm', OFB: 'ofb', XTS: 'xts' } as const;
const CURVES_OF_MBEDTLS = {
  SECP256R1: 'secp256r1',
  SECP384R1: 'secp384r1',
  SECP521R1: 'secp521r1',
  SECP256K1: 'secp256k1',
  CURVE25519: 'curve25519',
} as const;

const CONSTANTS: readonly (readonly [string, Constant])[] = [
  ['OpenSSL.crypto.TYPE_RSA', { library: 'pyopenssl', says: { algorithm: 'rsa' }, quiet: true }],
  ['OpenSSL.crypto.TYPE_DSA', { library: 'pyopenssl', says: { algorithm: 'dsa' }, quiet: true }],
  ...(
    [
      ['SSLv2_METHOD', 'SSL 2.0'],
      ['SSLv3_METHOD', 'SSL 3.0'],
      ['TLSv1_METHOD', '1.0'],
      ['TLSv1_1_METHOD', '1.1'],
      ['TLSv1_2_METHOD', '1.2'],
      ['SSL3_VERSION', 'SSL 3.0'],
      ['TLS1_VERSION', '1.0'],
      ['TLS1_1_VERSION', '1.1'],
      ['TLS1_2_VERSION', '1.2'],
      ['TLS1_3_VERSION', '1.3'],
    ] as const
  ).map(([name, version]) => [`OpenSSL.SSL.${name}`, { library: 'pyopenssl', says: {}, version, protocol: 'tls', quiet: true }] as const),
  ...(
    [
      ['NID_X9_62_prime256v1', 'secp256r1'],
      ['NID_secp384r1', 'secp384r1'],
      ['NID_secp521r1', 'secp521r1'],
      ['NID_secp256k1', 'secp256k1'],
      ['NID_secp224r1', 'secp224r1'],
      ['NID_brainpoolP256r1', 'brainpoolP256r1'],
    ] as const
  ).map(([name, curve]) => [`M2Crypto.EC.${name}`, { library: 'm2crypto', says: { algorithm: 'ec', curve }, quiet: true }] as const),
  ...(
    [
      ['NIST192p', 'secp192r1'],
      ['NIST224p', 'secp224r1'],
      ['NIST256p', 'secp256r1'],
      ['NIST384p', 'secp384r1'],
      ['NIST521p', 'secp521r1'],
      ['SECP256k1', 'secp256k1'],
      ['BRAINPOOLP256r1', 'brainpoolP256r1'],
      ['BRAINPOOLP384r1', 'brainpoolP384r1'],
      ['BRAINPOOLP512r1', 'brainpoolP512r1'],
      ['Ed25519', 'ed25519'],
      ['Ed448', 'ed448'],
    ] as const
  ).flatMap(([name, curve]) =>
    ['ecdsa', 'ecdsa.curves'].map(
      (module) => [`${module}.${name}`, { library: 'ecdsa', says: { algorithm: 'ec', curve }, quiet: true }] as const,
    ),
  ),
  ...(['ECB', 'CBC', 'CFB', 'CTR', 'GCM', 'CCM', 'OFB', 'XTS'] as const).map(
    (mode) => [`mbedtls.cipher.MODE_${mode}`, { library: 'python-mbedtls', says: { mode: MODE_IDS[mode] }, quiet: true }] as const,
  ),
  ...(['SECP256R1', 'SECP384R1', 'SECP521R1', 'SECP256K1', 'CURVE25519'] as const).map((name) => {
    const curve = CURVES_OF_MBEDTLS[name];
    return [`mbedtls.pk.Curve.${name}`, { library: 'python-mbedtls', says: { algorithm: 'ec', curve }, quiet: true }] as const;
  }),
  ...(
    [
      ['AES_128', 'aes', 128],
      ['AES_256', 'aes', 256],
    ] as const
  ).map(([name, algorithm, keyBits]) => [`gmssl.${name}`, { library: 'gmssl', says: { algorithm, keyBits }, quiet: true }] as const),
];

/** Names that calls are handed. */
export const BINDING_CONSTANTS: readonly (readonly [string, Constant])[] = CONSTANTS;

const mbedtls = rowsOf('python-mbedtls', 'mbedtls.');
const MBEDTLS: readonly CallRow[] = [
  mbedtls.call('pk.RSA', {}, { uses: { algorithm: 'rsa' }, returns: 'mbedtls.RSA()' }),
  mbedtls.call('RSA().generate', { keyBits: '0=key_size' }, { uses: { algorithm: 'rsa' }, functions: KEYGEN }),
  mbedtls.call('pk.ECC', { curve: '0=curve' }, { uses: { algorithm: 'ec' } }),
  ...(['AES', 'DES', 'DES3', 'ARC4', 'ARIA', 'Blowfish', 'Camellia', 'CHACHA20'] as const).map((name) =>
    mbedtls.call(`cipher.${name}.new`, { key: '0', mode: '1' }, { uses: parseName(name) }),
  ),
  ...['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'ripemd160'].flatMap((name) => [
    mbedtls.call(`hashlib.${name}`, {}, { uses: parseName(name), functions: DIGEST }),
    mbedtls.call(`hmac.${name}`, {}, { uses: { algorithm: 'hmac', digest: parseName(name).algorithm }, functions: TAG }),
  ]),
  mbedtls.call('hkdf.hkdf', { digest: '=digestmod' }, { uses: { algorithm: 'hkdf' }, functions: DERIVE }),
  mbedtls.protocol('tls.TLSConfiguration', { protocol: 'tls', version: '=lowest_supported_version', suites: '=ciphers' }),
  mbedtls.protocol('tls.DTLSConfiguration', { protocol: 'dtls', version: '=lowest_supported_version', suites: '=ciphers' }),
];

const ssh = rowsOf('paramiko', 'paramiko.');
const asyncssh = rowsOf('asyncssh', 'asyncssh.');
const SSH: readonly CallRow[] = [
  ssh.call('RSAKey.generate', { keyBits: '0=bits' }, { uses: { algorithm: 'rsa' }, functions: KEYGEN }),
  ssh.call('DSSKey.generate', { keyBits: '0=bits' }, { uses: { algorithm: 'dsa' }, defaults: { keyBits: 1024 }, functions: KEYGEN }),
  // ECDSAKey.generate: P-256 unless told otherwise.
  ssh.call('ECDSAKey.generate', { curve: '0=curve', keyBits: '1=bits' }, { uses: { algorithm: 'ecdsa' }, functions: KEYGEN }),
  ...(
    [
      ['RSAKey', 'rsa'],
      ['DSSKey', 'dsa'],
      ['Ed25519Key', 'ed25519'],
      ['ECDSAKey', 'ecdsa'],
    ] as const
  ).flatMap(([name, algorithm]) =>
    ssh.calls(`${name} ${name}.from_private_key_file ${name}.from_private_key`, {}, { uses: { algorithm } }),
  ),
  ssh.protocol('SSHClient', { protocol: 'ssh' }),
  ssh.protocol('Transport', { protocol: 'ssh' }),
  asyncssh.call('generate_private_key', { algorithm: '0=alg_name', keyBits: '=key_size' }, { functions: KEYGEN }),
  ...['connect', 'listen', 'create_server', 'create_connection'].map((name) => asyncssh.protocol(name, { protocol: 'ssh' })),
];

const oqs = rowsOf('liboqs-python', 'oqs.');
const ecdsa = rowsOf('ecdsa', 'ecdsa.');
const pyrsa = rowsOf('rsa', 'rsa.');
const gmssl = rowsOf('gmssl', 'gmssl.');
const SMALL: readonly CallRow[] = [
  oqs.call('KeyEncapsulation', { algorithm: '0=alg_name' }, { returns: 'oqs.Kem' }),
  oqs.call('Kem.generate_keypair', {}, { continues: true, functions: KEYGEN, needs: true }),
  oqs.call('Kem.encap_secret', {}, { continues: true, functions: ENCAPSULATE, needs: true }),
  oqs.call('Kem.decap_secret', {}, { continues: true, functions: DECAPSULATE, needs: true }),
  ...oqs.calls('Signature StatefulSignature', { algorithm: '0=alg_name' }, { returns: 'oqs.Sig' }),
  oqs.call('Sig.generate_keypair', {}, { continues: true, functions: KEYGEN, needs: true }),
  oqs.call('Sig.sign', {}, { continues: true, functions: SIGN, needs: true }),
  oqs.call('Sig.verify', {}, { continues: true, functions: VERIFY, needs: true }),
  // ecdsa: NIST192p and SHA-1 where nothing is said.
  ...['', 'keys.'].flatMap((module) => [
    ecdsa.call(
      `${module}SigningKey.generate`,
      { curve: '0=curve', digest: '=hashfunc' },
      { uses: { algorithm: 'ecdsa' }, defaults: { curve: 'secp192r1' }, functions: KEYGEN, returns: 'ecdsa.SigningKey()' },
    ),
    ...ecdsa.calls(
      ['from_string', 'from_pem', 'from_der', 'from_secret_exponent'].map((name) => `${module}SigningKey.${name}`).join(' '),
      { curve: '1=curve', digest: '=hashfunc' },
      { uses: { algorithm: 'ecdsa' }, returns: 'ecdsa.SigningKey()' },
    ),
    ...ecdsa.calls(
      ['from_string', 'from_pem', 'from_der', 'from_public_point'].map((name) => `${module}VerifyingKey.${name}`).join(' '),
      { curve: '1=curve', digest: '=hashfunc' },
      { uses: { algorithm: 'ecdsa' }, returns: 'ecdsa.VerifyingKey()' },
    ),
  ]),
  ...ecdsa.calls(
    'SigningKey().sign SigningKey().sign_deterministic SigningKey().sign_digest',
    { digest: '=hashfunc' },
    {
      uses: { algorithm: 'ecdsa' },
      functions: SIGN,
      continues: true,
    },
  ),
  ...ecdsa.calls(
    'VerifyingKey().verify VerifyingKey().verify_digest',
    { digest: '=hashfunc' },
    {
      uses: { algorithm: 'ecdsa' },
      functions: VERIFY,
      continues: true,
    },
  ),
  ecdsa.call('ECDH', { curve: '0=curve' }, { uses: { algorithm: 'ecdh' }, functions: DERIVE }),
  // rsa (pure Python): PKCS #1 v1.5 for both.
  pyrsa.call('newkeys', { keyBits: '0=nbits' }, { uses: { algorithm: 'rsa' }, functions: KEYGEN }),
  pyrsa.call('encrypt', {}, { uses: { algorithm: 'rsaes-pkcs1' }, functions: ENCRYPT }),
  pyrsa.call('decrypt', {}, { uses: { algorithm: 'rsaes-pkcs1' }, functions: DECRYPT }),
  pyrsa.call('sign', { digest: '2=hash_method' }, { uses: { algorithm: 'rsassa-pkcs1' }, functions: SIGN }),
  pyrsa.call('sign_hash', { digest: '2=hash_method' }, { uses: { algorithm: 'rsassa-pkcs1' }, functions: SIGN }),
  pyrsa.call('verify', {}, { uses: { algorithm: 'rsassa-pkcs1' }, functions: VERIFY }),
  pyrsa.call('compute_hash', { algorithm: '1=method_name' }, { uses: { algorithm: 'hash' }, functions: DIGEST }),
  ...pyrsa.calls(
    'PublicKey.load_pkcs1 PrivateKey.load_pkcs1 PublicKey.load_pkcs1_openssl_pem PublicKey PrivateKey',
    {},
    { uses: { algorithm: 'rsa' } },
  ),
  rowsOf('tinyec', 'tinyec.').call('registry.get_curve', { curve: '0' }, { uses: { algorithm: 'ec' } }),
  ...gmssl.calls('sm2.CryptSM2', {}, { uses: { algorithm: 'sm2' } }),
  ...gmssl.calls('sm3.sm3_hash', {}, { uses: { algorithm: 'sm3' }, functions: DIGEST }),
  ...gmssl.calls('sm4.CryptSM4', {}, { uses: { algorithm: 'sm4' }, returns: 'gmssl.CryptSM4()' }),
  gmssl.call('CryptSM4().crypt_ecb', {}, { uses: { algorithm: 'sm4', mode: 'ecb' } }),
  gmssl.call('CryptSM4().crypt_cbc', {}, { uses: { algorithm: 'sm4', mode: 'cbc' } }),
  // paho-mqtt and MQTT clients made after it.
  { ...rowsOf('paho-mqtt').protocol('*.tls_set', { protocol: 'tls', version: '4=tls_version', suites: '5=ciphers' }) },
  ...['urllib3.util.ssl_.create_urllib3_context', 'urllib3.util.create_urllib3_context'].map((name) =>
    rowsOf('urllib3').protocol(name, { protocol: 'tls', version: '0=ssl_version', suites: '=ciphers' }),
  ),
  { ...rowsOf('urllib3').protocol('urllib3.PoolManager', { protocol: 'tls', version: '=ssl_version|=ssl_minimum_version' }), needs: true },
  ...['dtls.wrapper.wrap_client', 'dtls.wrapper.wrap_server', 'dtls.sslconnection.SSLConnection'].map((name) =>
    rowsOf('dtls').protocol(name, { protocol: 'dtls' }),
  ),
];

/** Calls of bindings and small packages. */
export const BINDING_ROWS: readonly CallRow[] = [...OPENSSL, ...MBEDTLS, ...SSH, ...SMALL];

// kyber-py, dilithium-py, slh-dsa and pqcrypto name the parameter set in the module or the object.
const SETS: readonly (readonly [RegExp, string])[] = [
  [/^kyber_py\.(?:ml_kem|kyber)\.(ML_KEM_\d{3,4}|Kyber\d{3,4})\.(\w{1,40})$/, 'kyber-py'],
  [/^dilithium_py\.(?:ml_dsa|dilithium)\.(ML_DSA_\d\d|Dilithium\d)\.(\w{1,40})$/, 'dilithium-py'],
  [/^slhdsa\.(?:lowlevel\.)?(?:parameters\.)?()(keygen|sign|verify)$/, 'slh-dsa'],
  [/^pqcrypto\.(?:kem|sign)\.(\w{1,60})\.(generate_keypair|encrypt|decrypt|sign|verify)$/, 'pqcrypto'],
];

const VERBS: readonly (readonly [RegExp, CallRow['functions']])[] = [
  [/key|generate/, KEYGEN],
  [/^enc/, ENCAPSULATE],
  [/^dec/, DECAPSULATE],
  [/sign/, SIGN],
  [/verify/, VERIFY],
];

/** Rows that are many of a kind: parameter sets of post-quantum packages, functions of libsodium. */
export function guessPython(symbol: string): CallRow | undefined {
  if (symbol.startsWith('pysodium.')) return findSodium(symbol.slice('pysodium.'.length), symbol, 'pysodium');
  if (symbol.startsWith('nacl.crypto_')) return findSodium(symbol.slice('nacl.'.length), symbol, 'pynacl');
  for (const [pattern, library] of SETS) {
    const [, set, verb = ''] = pattern.exec(symbol) ?? [];
    if (set === undefined) continue;
    const use = parseAlgorithmName(set.replaceAll('_', '-').replace(/^(?:mceliece.*)$/, 'mceliece'));
    const functions = VERBS.find(([word]) => word.test(verb))?.[1] ?? [];
    if (use !== undefined) return { symbol, library, uses: { algorithm: use.algorithm }, functions };
  }
  return undefined;
}

function parseName(name: string): { readonly algorithm: AlgorithmId } {
  return { algorithm: parseAlgorithmName(name)?.algorithm ?? 'hash' };
}
