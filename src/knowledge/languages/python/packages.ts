// PyCryptodome (pycryptodome.readthedocs.io, 3.23; `Cryptodome` is written `Crypto`), PyNaCl, PyJWT, python-jose, paramiko, oqs-python,
// bcrypt, argon2-cffi, ecdsa, passlib.

import type { AlgorithmId, CipherMode } from '../../../model/algorithm.ts';
import { DECAPSULATE, DERIVE, DIGEST, ENCAPSULATE, ENCRYPT, GENERATE, KEYGEN, rowsOf, SIGN, TAG, VERIFY } from '../make-row.ts';
import type { CallRow, Constant } from '../row.ts';

const dome = rowsOf('pycryptodome', 'Crypto.');
const BLOCK: readonly (readonly [string, AlgorithmId])[] = [
  ['AES', 'aes'],
  ['DES', 'des'],
  ['DES3', '3des'],
  ['Blowfish', 'blowfish'],
  ['CAST', 'cast5'],
  ['ARC2', 'rc2'],
];
const MODES: readonly (readonly [string, CipherMode])[] = [
  ['ECB', 'ecb'],
  ['CBC', 'cbc'],
  ['CFB', 'cfb'],
  ['OFB', 'ofb'],
  ['CTR', 'ctr'],
  ['GCM', 'gcm'],
  ['CCM', 'ccm'],
  ['EAX', 'eax'],
  ['SIV', 'siv'],
  ['OCB', 'ocb'],
];
const HASHES: readonly (readonly [string, AlgorithmId])[] = [
  ['MD2', 'md2'],
  ['MD4', 'md4'],
  ['MD5', 'md5'],
  ['SHA', 'sha-1'],
  ['SHA1', 'sha-1'],
  ['SHA224', 'sha-224'],
  ['SHA256', 'sha-256'],
  ['SHA384', 'sha-384'],
  ['SHA512', 'sha-512'],
  ['SHA3_224', 'sha3-224'],
  ['SHA3_256', 'sha3-256'],
  ['SHA3_384', 'sha3-384'],
  ['SHA3_512', 'sha3-512'],
  ['SHAKE128', 'shake128'],
  ['SHAKE256', 'shake256'],
  ['BLAKE2b', 'blake2b'],
  ['BLAKE2s', 'blake2s'],
  ['RIPEMD160', 'ripemd-160'],
];

const DOME: readonly CallRow[] = [
  ...BLOCK.map(([name, algorithm]) =>
    dome.call(`Cipher.${name}.new`, { key: '0=key', mode: '1=mode', tagBytes: '=mac_len' }, { uses: { algorithm } }),
  ),
  dome.call('Cipher.ARC4.new', { key: '0=key' }, { uses: { algorithm: 'rc4' } }),
  dome.call('Cipher.ChaCha20.new', {}, { uses: { algorithm: 'chacha20' } }),
  dome.call('Cipher.ChaCha20_Poly1305.new', {}, { uses: { algorithm: 'chacha20-poly1305' } }),
  dome.call('Cipher.Salsa20.new', { key: '0=key' }, { uses: { algorithm: 'salsa20' } }),
  dome.call('Cipher.PKCS1_OAEP.new', { digest: '1=hashAlgo' }, { uses: { algorithm: 'rsaes-oaep' } }),
  dome.call('Cipher.PKCS1_v1_5.new', {}, { uses: { algorithm: 'rsaes-pkcs1' } }),
  ...HASHES.map(([name, algorithm]) =>
    dome.call(`Hash.${name}.new`, { outputBits: '=digest_bits' }, { uses: { algorithm }, functions: DIGEST }),
  ),
  dome.call('Hash.HMAC.new', { digest: '2=digestmod' }, { uses: { algorithm: 'hmac' }, functions: TAG }),
  dome.call('Hash.CMAC.new', { part: '=ciphermod|2' }, { uses: { algorithm: 'cmac' }, functions: TAG }),
  dome.call('PublicKey.RSA.generate', { keyBits: '0=bits' }, { uses: { algorithm: 'rsa' }, functions: KEYGEN, returns: 'Crypto.RsaKey' }),
  ...dome.calls(
    'PublicKey.RSA.import_key PublicKey.RSA.importKey PublicKey.RSA.construct',
    {},
    { uses: { algorithm: 'rsa' }, returns: 'Crypto.RsaKey' },
  ),
  dome.call('PublicKey.ECC.generate', { curve: '=curve' }, { uses: { algorithm: 'ec' }, functions: KEYGEN }),
  dome.call('PublicKey.DSA.generate', { keyBits: '0=bits' }, { uses: { algorithm: 'dsa' }, functions: KEYGEN }),
  dome.call('PublicKey.ElGamal.generate', { keyBits: '0=bits' }, { uses: { algorithm: 'elgamal' }, functions: KEYGEN }),
  ...dome.calls(
    'Signature.pkcs1_15.new Signature.PKCS1_v1_5.new',
    {},
    { uses: { algorithm: 'rsassa-pkcs1' }, returns: 'Crypto.Pkcs1Scheme' },
  ),
  ...dome.calls('Signature.pss.new Signature.PKCS1_PSS.new', {}, { uses: { algorithm: 'rsassa-pss' }, returns: 'Crypto.PssScheme' }),
  dome.call('Signature.DSS.new', {}, { uses: { algorithm: 'ecdsa' } }),
  dome.call('Signature.eddsa.new', {}, { uses: { algorithm: 'eddsa' } }),
  ...dome.calls('Pkcs1Scheme.sign', { digest: '0' }, { uses: { algorithm: 'rsassa-pkcs1' }, functions: SIGN }),
  ...dome.calls('Pkcs1Scheme.verify', { digest: '0' }, { uses: { algorithm: 'rsassa-pkcs1' }, functions: VERIFY }),
  ...dome.calls('PssScheme.sign', { digest: '0' }, { uses: { algorithm: 'rsassa-pss' }, functions: SIGN }),
  ...dome.calls('PssScheme.verify', { digest: '0' }, { uses: { algorithm: 'rsassa-pss' }, functions: VERIFY }),
  dome.call(
    'Protocol.KDF.PBKDF2',
    { outputBytes: '2=dkLen', iterations: '3=count', digest: '=hmac_hash_module' },
    { uses: { algorithm: 'pbkdf2' }, defaults: { digest: 'sha-1' }, functions: DERIVE },
  ),
  dome.call('Protocol.KDF.scrypt', { outputBytes: '2=key_len' }, { uses: { algorithm: 'scrypt' }, functions: DERIVE }),
  dome.call('Protocol.KDF.HKDF', { outputBytes: '1=key_len', digest: '3=hashmod' }, { uses: { algorithm: 'hkdf' }, functions: DERIVE }),
  ...dome.calls('Protocol.KDF.bcrypt', {}, { uses: { algorithm: 'bcrypt' }, functions: DERIVE }),
  ...dome.calls(
    'Random.get_random_bytes Random.random.getrandbits',
    { outputBytes: '0' },
    { uses: { algorithm: 'csprng' }, functions: GENERATE },
  ),
];

// A module of PyCryptodome is handed on as the algorithm: `ciphermod=AES`, `digestmod=SHA256`.
const DOME_CONSTANTS: readonly (readonly [string, Constant])[] = [
  ...BLOCK.flatMap(([name, algorithm]) => [
    [`Crypto.Cipher.${name}`, { library: 'pycryptodome', says: { algorithm }, quiet: true }] as const,
    ...MODES.map(
      ([mode, value]) => [`Crypto.Cipher.${name}.MODE_${mode}`, { library: 'pycryptodome', says: { mode: value }, quiet: true }] as const,
    ),
  ]),
  ...HASHES.map(([name, algorithm]) => [`Crypto.Hash.${name}`, { library: 'pycryptodome', says: { algorithm }, quiet: true }] as const),
];

const nacl = rowsOf('pynacl', 'nacl.');
const NACL: readonly CallRow[] = [
  nacl.call('secret.SecretBox', {}, { uses: { algorithm: 'xsalsa20-poly1305' } }),
  nacl.call('secret.Aead', {}, { uses: { algorithm: 'xchacha20-poly1305' } }),
  ...nacl.calls('public.Box public.SealedBox', {}, { uses: { algorithm: 'xsalsa20-poly1305', parts: [{ algorithm: 'x25519' }] } }),
  nacl.call('public.PrivateKey.generate', {}, { uses: { algorithm: 'x25519' }, functions: KEYGEN }),
  nacl.call('public.PrivateKey', {}, { uses: { algorithm: 'x25519' } }),
  nacl.call('signing.SigningKey.generate', {}, { uses: { algorithm: 'ed25519' }, functions: KEYGEN, returns: 'nacl.SigningKey' }),
  nacl.call('signing.SigningKey', {}, { uses: { algorithm: 'ed25519' }, returns: 'nacl.SigningKey' }),
  nacl.call('SigningKey.sign', {}, { uses: { algorithm: 'ed25519' }, functions: SIGN }),
  nacl.call('signing.VerifyKey', {}, { uses: { algorithm: 'ed25519' }, returns: 'nacl.VerifyKey' }),
  nacl.call('VerifyKey.verify', {}, { uses: { algorithm: 'ed25519' }, functions: VERIFY }),
  ...nacl.calls('hash.sha256', {}, { uses: { algorithm: 'sha-256' }, functions: DIGEST }),
  ...nacl.calls('hash.sha512', {}, { uses: { algorithm: 'sha-512' }, functions: DIGEST }),
  ...nacl.calls('hash.blake2b hash.generichash', { outputBytes: '=digest_size' }, { uses: { algorithm: 'blake2b' }, functions: DIGEST }),
  ...nacl.calls(
    'pwhash.argon2id.kdf pwhash.argon2i.kdf pwhash.str pwhash.argon2id.str pwhash.verify',
    {},
    { uses: { algorithm: 'argon2' }, functions: DERIVE },
  ),
  ...nacl.calls('pwhash.scrypt.kdf', {}, { uses: { algorithm: 'scrypt' }, functions: DERIVE }),
  nacl.call('utils.random', { outputBytes: '0' }, { uses: { algorithm: 'csprng' }, functions: GENERATE }),
];

const OTHERS: readonly CallRow[] = [
  // PyJWT and python-jose: HS256 unless told otherwise.
  rowsOf('pyjwt', 'jwt.').call(
    'encode',
    { algorithm: '2=algorithm' },
    { defaults: { algorithm: 'hmac', digest: 'sha-256' }, functions: SIGN },
  ),
  rowsOf('pyjwt', 'jwt.').call('decode', { algorithm: '2=algorithms' }, { functions: VERIFY, needs: true }),
  rowsOf('python-jose', 'jose.jwt.').call(
    'encode',
    { algorithm: '2=algorithm' },
    { defaults: { algorithm: 'hmac', digest: 'sha-256' }, functions: SIGN },
  ),
  rowsOf('python-jose', 'jose.jwt.').call('decode', { algorithm: '2=algorithms' }, { functions: VERIFY, needs: true }),
  rowsOf('python-jose', 'jose.jws.').call('sign', { algorithm: '3=algorithm' }, { functions: SIGN }),
  rowsOf('python-jose', 'jose.jwe.').call('encrypt', { algorithm: '=encryption', part: '=algorithm' }, { functions: ENCRYPT }),
  ...rowsOf('paramiko', 'paramiko.').calls('RSAKey.generate', { keyBits: '0=bits' }, { uses: { algorithm: 'rsa' }, functions: KEYGEN }),
  ...rowsOf('paramiko', 'paramiko.').calls('ECDSAKey.generate', { curve: '0=curve' }, { uses: { algorithm: 'ecdsa' }, functions: KEYGEN }),
  ...rowsOf('paramiko', 'paramiko.').calls(
    'RSAKey RSAKey.from_private_key_file RSAKey.from_private_key',
    {},
    { uses: { algorithm: 'rsa' } },
  ),
  ...rowsOf('paramiko', 'paramiko.').calls('Ed25519Key Ed25519Key.from_private_key_file', {}, { uses: { algorithm: 'ed25519' } }),
  ...rowsOf('paramiko', 'paramiko.').calls('ECDSAKey ECDSAKey.from_private_key_file', {}, { uses: { algorithm: 'ecdsa' } }),
  rowsOf('oqs-python', 'oqs.').call('KeyEncapsulation', { algorithm: '0=alg_name' }, { returns: 'oqs.Kem' }),
  rowsOf('oqs-python', 'oqs.').call('Kem.generate_keypair', {}, { continues: true, functions: KEYGEN, needs: true }),
  rowsOf('oqs-python', 'oqs.').call('Kem.encap_secret', {}, { continues: true, functions: ENCAPSULATE, needs: true }),
  rowsOf('oqs-python', 'oqs.').call('Kem.decap_secret', {}, { continues: true, functions: DECAPSULATE, needs: true }),
  rowsOf('oqs-python', 'oqs.').call('Signature', { algorithm: '0=alg_name' }, { returns: 'oqs.Sig' }),
  rowsOf('oqs-python', 'oqs.').call('Sig.sign', {}, { continues: true, functions: SIGN, needs: true }),
  rowsOf('oqs-python', 'oqs.').call('Sig.verify', {}, { continues: true, functions: VERIFY, needs: true }),
  ...rowsOf('bcrypt', 'bcrypt.').calls('hashpw checkpw gensalt kdf', {}, { uses: { algorithm: 'bcrypt' }, functions: DERIVE }),
  ...rowsOf('argon2-cffi', 'argon2.').calls('PasswordHasher', {}, { uses: { algorithm: 'argon2' }, functions: DERIVE }),
  ...rowsOf('ecdsa', 'ecdsa.').calls('SigningKey.generate', { curve: '0=curve' }, { uses: { algorithm: 'ecdsa' }, functions: KEYGEN }),
];

const ECDSA_CURVES: readonly (readonly [string, Constant])[] = (
  [
    ['NIST192p', 'secp192r1'],
    ['NIST224p', 'secp224r1'],
    ['NIST256p', 'secp256r1'],
    ['NIST384p', 'secp384r1'],
    ['NIST521p', 'secp521r1'],
    ['SECP256k1', 'secp256k1'],
  ] as const
).map(([name, curve]) => [`ecdsa.${name}`, { library: 'ecdsa', says: { algorithm: 'ec', curve }, quiet: true }]);

/** Calls of packages of PyPI. */
export const PYPI_ROWS: readonly CallRow[] = [...DOME, ...NACL, ...OTHERS];

/** Modules and constants that are handed on as an algorithm. */
export const PYPI_CONSTANTS: readonly (readonly [string, Constant])[] = [...DOME_CONSTANTS, ...ECDSA_CURVES];
