// PyCryptodome (pycryptodome.readthedocs.io, 3.23; `Cryptodome` is written `Crypto`), which keeps the names of PyCrypto, and PyNaCl; joined
// with the smaller packages of PyPI.

import type { AlgorithmId, CipherMode } from '../../../model/algorithm.ts';
import { DERIVE, DIGEST, GENERATE, KEYGEN, rowsOf, SIGN, TAG, VERIFY } from '../make-row.ts';
import type { CallRow, Constant } from '../row.ts';
import { BINDING_CONSTANTS, BINDING_ROWS } from './bindings.ts';
import { TOKEN_ROWS } from './tokens.ts';

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
    // PyCrypto: ECB where the mode is left out; PyCryptodome wants one.
    dome.call(
      `Cipher.${name}.new`,
      { key: '0=key', mode: '1=mode', tagBytes: '=mac_len' },
      { uses: { algorithm }, defaults: { mode: 'ecb' } },
    ),
  ),
  dome.call('Cipher.ARC4.new', { key: '0=key' }, { uses: { algorithm: 'rc4' } }),
  dome.call('Cipher.ChaCha20.new', {}, { uses: { algorithm: 'chacha20' } }),
  dome.call('Cipher.ChaCha20_Poly1305.new', {}, { uses: { algorithm: 'chacha20-poly1305' } }),
  dome.call('Cipher.Salsa20.new', { key: '0=key' }, { uses: { algorithm: 'salsa20' } }),
  dome.call('Cipher.PKCS1_OAEP.new', { digest: '1=hashAlgo' }, { uses: { algorithm: 'rsaes-oaep' }, defaults: { digest: 'sha-1' } }),
  dome.call('Cipher.XOR.new', {}, { needs: true }),
  ...dome.calls('Hash.keccak.new', { outputBits: '=digest_bits' }, { uses: { algorithm: 'keccak' }, functions: DIGEST }),
  ...dome.calls('Hash.cSHAKE128.new Hash.cSHAKE256.new', {}, { uses: { algorithm: 'cshake' }, functions: DIGEST }),
  dome.call('Hash.KMAC128.new', {}, { uses: { algorithm: 'kmac', keyBits: 128 }, functions: TAG }),
  dome.call('Hash.KMAC256.new', {}, { uses: { algorithm: 'kmac', keyBits: 256 }, functions: TAG }),
  dome.call('Hash.Poly1305.new', {}, { uses: { algorithm: 'poly1305' }, functions: TAG }),
  ...dome.calls('Hash.TupleHash128.new Hash.TupleHash256.new', {}, { uses: { algorithm: 'cshake' }, functions: DIGEST }),
  dome.call('Cipher.PKCS1_v1_5.new', {}, { uses: { algorithm: 'rsaes-pkcs1' } }),
  ...HASHES.map(([name, algorithm]) =>
    dome.call(`Hash.${name}.new`, { outputBits: '=digest_bits' }, { uses: { algorithm }, functions: DIGEST }),
  ),
  // HMAC.new: MD5 where the digest is left out.
  dome.call('Hash.HMAC.new', { digest: '2=digestmod' }, { uses: { algorithm: 'hmac' }, defaults: { digest: 'md5' }, functions: TAG }),
  dome.call('Hash.CMAC.new', { part: '=ciphermod|2' }, { uses: { algorithm: 'cmac' }, functions: TAG }),
  dome.call('PublicKey.RSA.generate', { keyBits: '0=bits' }, { uses: { algorithm: 'rsa' }, functions: KEYGEN, returns: 'Crypto.RsaKey' }),
  ...dome.calls(
    'PublicKey.RSA.import_key PublicKey.RSA.importKey PublicKey.RSA.construct',
    {},
    { uses: { algorithm: 'rsa' }, returns: 'Crypto.RsaKey' },
  ),
  dome.call('PublicKey.ECC.generate', { curve: '=curve' }, { uses: { algorithm: 'ec' }, functions: KEYGEN, returns: 'Crypto.EccKey' }),
  dome.call('PublicKey.ECC.construct', { curve: '=curve' }, { uses: { algorithm: 'ec' }, returns: 'Crypto.EccKey' }),
  dome.call('PublicKey.ECC.import_key', { curve: '=curve_name' }, { uses: { algorithm: 'ec' }, returns: 'Crypto.EccKey' }),
  ...dome.calls('RsaKey.encrypt RsaKey.decrypt RsaKey.sign RsaKey.verify', {}, { uses: { algorithm: 'rsa' } }),
  ...dome.calls(
    'PublicKey.DSA.import_key PublicKey.DSA.importKey PublicKey.DSA.construct',
    {},
    { uses: { algorithm: 'dsa' }, returns: 'Crypto.DsaKey' },
  ),
  dome.call('PublicKey.DSA.generate', { keyBits: '0=bits' }, { uses: { algorithm: 'dsa' }, functions: KEYGEN, returns: 'Crypto.DsaKey' }),
  dome.call('PublicKey.ElGamal.generate', { keyBits: '0=bits' }, { uses: { algorithm: 'elgamal' }, functions: KEYGEN }),
  ...dome.calls(
    'Signature.pkcs1_15.new Signature.PKCS1_v1_5.new',
    {},
    { uses: { algorithm: 'rsassa-pkcs1' }, returns: 'Crypto.Pkcs1Scheme' },
  ),
  ...dome.calls('Signature.pss.new Signature.PKCS1_PSS.new', {}, { uses: { algorithm: 'rsassa-pss' }, returns: 'Crypto.PssScheme' }),
  // The same class signs with DSA and ECDSA: the key decides.
  dome.call(
    'Signature.DSS.new',
    { algorithm: '0=key' },
    { functions: SIGN, returns: 'Crypto.DssScheme', defaults: { algorithm: 'ecdsa' } },
  ),
  dome.call('DssScheme.sign', { digest: '0' }, { continues: true, functions: SIGN }),
  dome.call('DssScheme.verify', { digest: '0' }, { continues: true, functions: VERIFY }),
  dome.call('Signature.eddsa.new', {}, { uses: { algorithm: 'eddsa' } }),
  ...dome.calls('Pkcs1Scheme.sign', { digest: '0' }, { uses: { algorithm: 'rsassa-pkcs1' }, functions: SIGN }),
  ...dome.calls('Pkcs1Scheme.verify', { digest: '0' }, { uses: { algorithm: 'rsassa-pkcs1' }, functions: VERIFY }),
  ...dome.calls('PssScheme.sign', { digest: '0' }, { uses: { algorithm: 'rsassa-pss' }, functions: SIGN }),
  ...dome.calls('PssScheme.verify', { digest: '0' }, { uses: { algorithm: 'rsassa-pss' }, functions: VERIFY }),
  dome.call(
    'Protocol.KDF.PBKDF2',
    { outputBytes: '2=dkLen', iterations: '3=count', digest: '=hmac_hash_module' },
    { uses: { algorithm: 'pbkdf2' }, defaults: { digest: 'sha-1', iterations: 1000 }, functions: DERIVE },
  ),
  dome.call(
    'Protocol.KDF.PBKDF1',
    { outputBytes: '2=dkLen', iterations: '3=count', digest: '4=hashAlgo' },
    { uses: { algorithm: 'pbkdf1' }, defaults: { digest: 'sha-1', iterations: 1000 }, functions: DERIVE },
  ),
  dome.call('Protocol.KDF.SP800_108_Counter', {}, { uses: { algorithm: 'sp800-108' }, functions: DERIVE }),
  dome.call('Protocol.DH.key_agreement', {}, { uses: { algorithm: 'ecdh' }, functions: DERIVE }),
  dome.call('Protocol.HPKE.new', {}, { uses: { algorithm: 'hpke' } }),
  dome.call('Protocol.KDF.scrypt', { outputBytes: '2=key_len' }, { uses: { algorithm: 'scrypt' }, functions: DERIVE }),
  dome.call('Protocol.KDF.HKDF', { outputBytes: '1=key_len', digest: '3=hashmod' }, { uses: { algorithm: 'hkdf' }, functions: DERIVE }),
  ...dome.calls('Protocol.KDF.bcrypt Protocol.KDF.bcrypt_check', {}, { uses: { algorithm: 'bcrypt' }, functions: DERIVE }),
  ...dome.calls(
    'Random.get_random_bytes Random.random.getrandbits Random.new Random.random.randint Random.random.randrange Random.random.choice',
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

/** Calls of packages of PyPI. */
export const PYPI_ROWS: readonly CallRow[] = [...DOME, ...NACL, ...TOKEN_ROWS, ...BINDING_ROWS];

/** Modules and constants that are handed on as an algorithm. */
export const PYPI_CONSTANTS: readonly (readonly [string, Constant])[] = [...DOME_CONSTANTS, ...BINDING_CONSTANTS];
