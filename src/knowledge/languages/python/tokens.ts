// Tokens and passwords in Python, by the documentation of each package: PyJWT, python-jose, Authlib, joserfc, jwcrypto, itsdangerous,
// passlib, bcrypt, argon2-cffi.

import type { AlgorithmId } from '../../../model/algorithm.ts';
import { DERIVE, ENCRYPT, KEYGEN, rowsOf, SIGN, TAG, VERIFY } from '../make-row.ts';
import type { CallRow, Says } from '../row.ts';

const HS256: Says = { algorithm: 'hmac', digest: 'sha-256' };

const pyjwt = rowsOf('pyjwt', 'jwt.');
const jose = rowsOf('python-jose', 'jose.');
const authlib = rowsOf('authlib', 'authlib.jose.');
const joserfc = rowsOf('joserfc', 'joserfc.');
const jwcrypto = rowsOf('jwcrypto', 'jwcrypto.');

// PyJWT and python-jose: HS256 unless told otherwise.
const TOKENS: readonly CallRow[] = [
  ...['encode', 'PyJWT.encode', 'api_jwt.encode', 'PyJWT().encode'].map((name) =>
    pyjwt.call(name, { algorithm: '2=algorithm' }, { defaults: HS256, functions: SIGN }),
  ),
  ...['decode', 'decode_complete', 'PyJWT.decode', 'api_jwt.decode', 'PyJWT().decode'].map((name) =>
    pyjwt.call(name, { algorithm: '2=algorithms' }, { functions: VERIFY, needs: true }),
  ),
  jose.call('jwt.encode', { algorithm: '2=algorithm' }, { defaults: HS256, functions: SIGN }),
  jose.call('jwt.decode', { algorithm: '2=algorithms' }, { functions: VERIFY, needs: true }),
  jose.call('jws.sign', { algorithm: '3=algorithm' }, { defaults: HS256, functions: SIGN }),
  jose.call('jws.verify', { algorithm: '2=algorithms' }, { functions: VERIFY, needs: true }),
  // jwe.encrypt: A256GCM with a direct key unless told otherwise.
  jose.call('jwe.encrypt', { algorithm: '2=encryption', part: '3=algorithm' }, { functions: ENCRYPT }),
  jose.call('jwk.construct', { algorithm: '1=algorithm' }, { needs: true }),
  ...['jwt.encode', 'JsonWebToken().encode'].map((name) => authlib.call(name, { algorithm: '0.alg' }, { functions: SIGN })),
  authlib.call('JsonWebToken', { algorithm: '0=algorithms' }, { needs: true, returns: 'authlib.jose.JsonWebToken()' }),
  authlib.call('JsonWebSignature().serialize_compact', { algorithm: '0.alg' }, { functions: SIGN, needs: true }),
  authlib.call('JsonWebEncryption().serialize_compact', { algorithm: '0.enc', part: '0.alg' }, { functions: ENCRYPT, needs: true }),
  authlib.call('JsonWebKey.generate_key', { algorithm: '0=kty', keyBits: '1=crv_or_size', curve: '1=crv_or_size' }, { functions: KEYGEN }),
  joserfc.call('jwt.encode', { algorithm: '0.alg' }, { functions: SIGN }),
  joserfc.call('jws.serialize_compact', { algorithm: '0.alg' }, { functions: SIGN }),
  joserfc.call('jwe.encrypt_compact', { algorithm: '0.enc', part: '0.alg' }, { functions: ENCRYPT }),
  joserfc.call('jwk.RSAKey.generate_key', { keyBits: '0=key_size' }, { uses: { algorithm: 'rsa' }, functions: KEYGEN }),
  joserfc.call('jwk.ECKey.generate_key', { curve: '0=crv' }, { uses: { algorithm: 'ec' }, functions: KEYGEN }),
  jwcrypto.call('jwk.JWK.generate', { algorithm: '=kty', keyBits: '=size', curve: '=crv' }, { functions: KEYGEN }),
  jwcrypto.call('jwk.JWK', { algorithm: '=kty', curve: '=crv', keyBits: '=size' }, { needs: true }),
  jwcrypto.call('jwt.JWT', { algorithm: '=header.enc|=header.alg' }, { functions: SIGN, needs: true }),
  jwcrypto.call('jwe.JWE', { algorithm: '1=protected.enc|1=protected.alg' }, { functions: ENCRYPT, needs: true }),
  // itsdangerous: HMAC with SHA-1 unless told otherwise (Signer.default_digest_method).
  ...rowsOf('itsdangerous', 'itsdangerous.').calls(
    'Signer TimestampSigner Serializer TimedSerializer URLSafeSerializer URLSafeTimedSerializer',
    { digest: '=digest_method' },
    { uses: { algorithm: 'hmac' }, defaults: { digest: 'sha-1' }, functions: TAG },
  ),
];

// passlib.hash: handlers by the scheme they implement.
const SCHEMES: readonly (readonly [string, Says & { readonly algorithm: AlgorithmId }])[] = [
  ['pbkdf2_sha1', { algorithm: 'pbkdf2', digest: 'sha-1' }],
  ['pbkdf2_sha256', { algorithm: 'pbkdf2', digest: 'sha-256' }],
  ['pbkdf2_sha512', { algorithm: 'pbkdf2', digest: 'sha-512' }],
  ['django_pbkdf2_sha256', { algorithm: 'pbkdf2', digest: 'sha-256' }],
  ['grub_pbkdf2_sha512', { algorithm: 'pbkdf2', digest: 'sha-512' }],
  ['bcrypt', { algorithm: 'bcrypt' }],
  ['bcrypt_sha256', { algorithm: 'bcrypt' }],
  ['argon2', { algorithm: 'argon2' }],
  ['scrypt', { algorithm: 'scrypt' }],
  ['sha256_crypt', { algorithm: 'sha-256' }],
  ['sha512_crypt', { algorithm: 'sha-512' }],
  ['sha1_crypt', { algorithm: 'sha-1' }],
  ['md5_crypt', { algorithm: 'md5' }],
  ['apr_md5_crypt', { algorithm: 'md5' }],
  ['hex_md5', { algorithm: 'md5' }],
  ['hex_sha1', { algorithm: 'sha-1' }],
  ['hex_sha256', { algorithm: 'sha-256' }],
  ['ldap_md5', { algorithm: 'md5' }],
  ['ldap_sha1', { algorithm: 'sha-1' }],
  ['ldap_salted_sha1', { algorithm: 'sha-1' }],
  ['des_crypt', { algorithm: 'des' }],
  ['bsdi_crypt', { algorithm: 'des' }],
  ['nthash', { algorithm: 'md4' }],
  ['lmhash', { algorithm: 'des' }],
  ['mysql41', { algorithm: 'sha-1' }],
  ['postgres_md5', { algorithm: 'md5' }],
];

const passlib = rowsOf('passlib', 'passlib.');
const PASSWORDS: readonly CallRow[] = [
  ...SCHEMES.flatMap(([name, uses]) =>
    ['hash', 'encrypt', 'verify', 'using().hash'].map((verb) => passlib.call(`hash.${name}.${verb}`, {}, { uses, functions: DERIVE })),
  ),
  passlib.call('context.CryptContext', { algorithm: '0=schemes' }, { functions: DERIVE, needs: true }),
  ...rowsOf('bcrypt', 'bcrypt.').calls('hashpw checkpw gensalt kdf', {}, { uses: { algorithm: 'bcrypt' }, functions: DERIVE }),
  ...rowsOf('argon2-cffi', 'argon2.').calls(
    'PasswordHasher hash_password hash_password_raw low_level.hash_secret low_level.hash_secret_raw low_level.verify_secret',
    {},
    { uses: { algorithm: 'argon2' }, functions: DERIVE },
  ),
  ...rowsOf('scrypt', 'scrypt.').calls('hash encrypt decrypt', {}, { uses: { algorithm: 'scrypt' }, functions: DERIVE }),
];

/** Calls of packages for tokens and passwords. */
export const TOKEN_ROWS: readonly CallRow[] = [...TOKENS, ...PASSWORDS];
