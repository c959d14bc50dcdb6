// Tokens and passwords in JavaScript, by the documentation of each package: jsonwebtoken, jose (and its versions 1 and 2), jws, jwa,
// jwt-simple, njwt, fast-jwt, express-jwt, passport-jwt, @nestjs/jwt, jsrsasign, bcrypt, argon2.

import { DECRYPT, DERIVE, DIGEST, ENCRYPT, KEYGEN, rowsOf, SIGN, TAG, VERIFY } from '../make-row.ts';
import type { CallRow, Says } from '../row.ts';

const HS256: Says = { algorithm: 'hmac', digest: 'sha-256' };
const RS256: Says = { algorithm: 'rsassa-pkcs1', digest: 'sha-256' };

const jwt = rowsOf('jsonwebtoken', 'jsonwebtoken.');
const jose = rowsOf('jose', 'jose.');
const TOKENS: readonly CallRow[] = [
  // jsonwebtoken documentation: HS256 where `algorithm` is absent and the key is a secret.
  jwt.call('sign', { algorithm: '2.algorithm' }, { defaults: HS256, functions: SIGN }),
  jwt.call('verify', { algorithm: '2.algorithms' }, { functions: VERIFY, needs: true }),
  ...jose.calls('SignJWT CompactSign FlattenedSign GeneralSign', {}, { returns: 'jose.Signer', needs: true }),
  ...jose.calls('EncryptJWT CompactEncrypt FlattenedEncrypt GeneralEncrypt', {}, { returns: 'jose.Encrypter', needs: true }),
  jose.call('Signer.setProtectedHeader', { algorithm: '0.alg' }, { functions: SIGN, returns: 'jose.Signer' }),
  jose.call('Encrypter.setProtectedHeader', { algorithm: '0.enc', part: '0.alg' }, { functions: ENCRYPT, returns: 'jose.Encrypter' }),
  ...['Issuer', 'Audience', 'Subject', 'ExpirationTime', 'IssuedAt', 'NotBefore', 'Jti'].flatMap((name) => [
    jose.call(`Signer.set${name}`, {}, { returns: 'jose.Signer', needs: true }),
    jose.call(`Encrypter.set${name}`, {}, { returns: 'jose.Encrypter', needs: true }),
  ]),
  ...jose.calls('generateKeyPair generateSecret', { algorithm: '0', keyBits: '1.modulusLength', curve: '1.crv' }, { functions: KEYGEN }),
  ...jose.calls('importSPKI importPKCS8 importX509 importJWK', { algorithm: '1' }, { needs: true }),
  ...jose.calls('jwtVerify compactVerify flattenedVerify generalVerify', { algorithm: '2.algorithms' }, { functions: VERIFY, needs: true }),
  ...jose.calls(
    'jwtDecrypt compactDecrypt',
    { algorithm: '2.contentEncryptionAlgorithms|2.keyManagementAlgorithms' },
    { functions: DECRYPT, needs: true },
  ),
  // jose 1 and 2.
  ...jose.calls('JWT.sign JWS.sign', { algorithm: '2.algorithm|2.alg' }, { functions: SIGN, needs: true }),
  ...jose.calls('JWT.verify JWS.verify', { algorithm: '2.algorithms' }, { functions: VERIFY, needs: true }),
  jose.call('JWE.encrypt', { algorithm: '2.enc', part: '2.alg' }, { functions: ENCRYPT, needs: true }),
  ...jose.calls('JWK.generate JWK.generateSync', { algorithm: '0', keyBits: '1', curve: '1' }, { functions: KEYGEN }),
  ...rowsOf('jws', 'jws.').calls('sign createSign', { algorithm: '0.header.alg' }, { functions: SIGN }),
  ...rowsOf('jws', 'jws.').calls('verify', { algorithm: '1' }, { functions: VERIFY, needs: true }),
  rowsOf('jwa').call('jwa', { algorithm: '0' }, {}),
  // jwt-simple: HS256 where nothing is said.
  rowsOf('jwt-simple', 'jwt-simple.').call('encode', { algorithm: '2' }, { defaults: HS256, functions: SIGN }),
  rowsOf('jwt-simple', 'jwt-simple.').call('decode', { algorithm: '3' }, { functions: VERIFY, needs: true }),
  rowsOf('njwt', 'njwt.').call('create', { algorithm: '2' }, { defaults: HS256, functions: SIGN }),
  rowsOf('njwt', 'njwt.').call('verify', { algorithm: '2' }, { defaults: HS256, functions: VERIFY }),
  rowsOf('fast-jwt', 'fast-jwt.').call('createSigner', { algorithm: '0.algorithm' }, { functions: SIGN, needs: true }),
  rowsOf('fast-jwt', 'fast-jwt.').call('createVerifier', { algorithm: '0.algorithms' }, { functions: VERIFY, needs: true }),
  ...['express-jwt', 'express-jwt.expressjwt', 'koa-jwt'].map((symbol) =>
    rowsOf(symbol.split('.')[0] ?? symbol).call(symbol, { algorithm: '0.algorithms' }, { functions: VERIFY, needs: true }),
  ),
  rowsOf('passport-jwt', 'passport-jwt.').call('Strategy', { algorithm: '0.algorithms' }, { functions: VERIFY, needs: true }),
  ...rowsOf('@nestjs/jwt', '@nestjs/jwt.').calls(
    'JwtModule.register JwtService',
    { algorithm: '0.signOptions.algorithm' },
    {
      functions: SIGN,
      needs: true,
    },
  ),
];

const DIGESTS = { md5: 'md5', sha1: 'sha-1', sha256: 'sha-256', sha512: 'sha-512' } as const;
const rsasign = rowsOf('jsrsasign', 'jsrsasign.');
const JSRSASIGN: readonly CallRow[] = [
  rsasign.call('KEYUTIL.generateKeypair', { algorithm: '0', keyBits: '1', curve: '1' }, { functions: KEYGEN }),
  rsasign.call('KJUR.crypto.Signature', { algorithm: '0.alg' }, { functions: SIGN }),
  rsasign.call('KJUR.crypto.MessageDigest', { algorithm: '0.alg' }, { uses: { algorithm: 'hash' }, functions: DIGEST }),
  rsasign.call('KJUR.crypto.Mac', { algorithm: '0.alg' }, { functions: TAG }),
  rsasign.call('KJUR.crypto.ECDSA', { curve: '0.curve' }, { uses: { algorithm: 'ecdsa' } }),
  ...(['md5', 'sha1', 'sha256', 'sha512'] as const).map((name) =>
    rsasign.call(`KJUR.crypto.Util.${name}`, {}, { uses: { algorithm: DIGESTS[name] }, functions: DIGEST }),
  ),
  rsasign.call('KJUR.crypto.Util.hashString', { algorithm: '1' }, { uses: { algorithm: 'hash' }, functions: DIGEST }),
  rsasign.call('KJUR.jws.JWS.sign', { algorithm: '0' }, { functions: SIGN }),
  rsasign.call('KJUR.jws.JWS.verify', { algorithm: '2' }, { functions: VERIFY, needs: true }),
  rsasign.call('KJUR.jws.JWS.verifyJWT', { algorithm: '2.alg' }, { functions: VERIFY, needs: true }),
  rsasign.call('KJUR.crypto.Cipher.encrypt', { algorithm: '2' }, { defaults: RS256, functions: ENCRYPT, needs: true }),
  rsasign.call('RSAKey', {}, { uses: { algorithm: 'rsa' }, returns: 'jsrsasign.RSAKey()' }),
  rsasign.call('RSAKey().generate', { keyBits: '0' }, { uses: { algorithm: 'rsa' }, functions: KEYGEN }),
];

const PASSWORDS: readonly CallRow[] = [
  ...['bcrypt', 'bcryptjs'].flatMap((name) =>
    rowsOf(name, `${name}.`).calls(
      'hash hashSync compare compareSync genSalt genSaltSync',
      {},
      { uses: { algorithm: 'bcrypt' }, functions: DERIVE },
    ),
  ),
  ...rowsOf('argon2', 'argon2.').calls('hash verify', {}, { uses: { algorithm: 'argon2' }, functions: DERIVE }),
  ...rowsOf('@node-rs/argon2', '@node-rs/argon2.').calls(
    'hash hashSync verify verifySync',
    {},
    { uses: { algorithm: 'argon2' }, functions: DERIVE },
  ),
  ...rowsOf('@node-rs/bcrypt', '@node-rs/bcrypt.').calls(
    'hash hashSync verify verifySync compare',
    {},
    { uses: { algorithm: 'bcrypt' }, functions: DERIVE },
  ),
  ...rowsOf('scrypt-js', 'scrypt-js.').calls(
    'scrypt syncScrypt',
    { outputBytes: '5' },
    { uses: { algorithm: 'scrypt' }, functions: DERIVE },
  ),
];

/** Calls of packages for tokens and passwords. */
export const TOKEN_ROWS: readonly CallRow[] = [...TOKENS, ...JSRSASIGN, ...PASSWORDS];
