// NuGet packages for cryptography, by their documentation: Microsoft.IdentityModel.Tokens, jose-jwt, JWT.Net, NSec, Sodium.Core,
// BCrypt.Net, Konscious Argon2, Isopoh Argon2, Data Protection of ASP.NET Core. Enumerations whose members are names are read as names.

import type { AlgorithmId } from '../../../model/algorithm.ts';
import { parseAlgorithmName } from '../../names.ts';
import { DECRYPT, DERIVE, DIGEST, ENCRYPT, GENERATE, KEYGEN, rowsOf, SIGN, TAG, VERIFY } from '../make-row.ts';
import type { CallRow, Constant, Says } from '../row.ts';
import { toSays } from '../says.ts';

const identity = rowsOf('Microsoft.IdentityModel.Tokens');
const jose = rowsOf('jose-jwt');
const TOKENS: readonly CallRow[] = [
  identity.call('SigningCredentials', { algorithm: '1=algorithm' }, { functions: SIGN }),
  identity.call(
    'X509SigningCredentials',
    { algorithm: '1=algorithm' },
    { defaults: { algorithm: 'rsassa-pkcs1', digest: 'sha-256' }, functions: SIGN },
  ),
  identity.call('EncryptingCredentials', { algorithm: '2=enc', part: '1=alg' }, { functions: ENCRYPT }),
  ...['JWT.Encode', 'JWT.EncodeBytes', 'Jose.JWT.Encode'].map((name) =>
    jose.call(name, { algorithm: '3=enc|2=algorithm|2=alg|2', part: '=alg' }, { functions: SIGN, needs: true }),
  ),
  ...['JWT.Decode', 'JWT.DecodeBytes'].map((name) => jose.call(name, { algorithm: '2=alg|2' }, { functions: VERIFY, needs: true })),
  ...(
    [
      ['HMACSHA256Algorithm', { algorithm: 'hmac', digest: 'sha-256' }],
      ['HMACSHA384Algorithm', { algorithm: 'hmac', digest: 'sha-384' }],
      ['HMACSHA512Algorithm', { algorithm: 'hmac', digest: 'sha-512' }],
      ['RS256Algorithm', { algorithm: 'rsassa-pkcs1', digest: 'sha-256' }],
      ['RS384Algorithm', { algorithm: 'rsassa-pkcs1', digest: 'sha-384' }],
      ['RS512Algorithm', { algorithm: 'rsassa-pkcs1', digest: 'sha-512' }],
      ['ES256Algorithm', { algorithm: 'ecdsa', digest: 'sha-256', curve: 'secp256r1' }],
      ['ES384Algorithm', { algorithm: 'ecdsa', digest: 'sha-384', curve: 'secp384r1' }],
    ] as const
  ).map(([name, uses]) => rowsOf('JWT').call(name, {}, { uses })),
];

const nsec = rowsOf('NSec.Cryptography');
const NSEC: readonly (readonly [string, Says, string])[] = [
  ['SignatureAlgorithm.Ed25519', { algorithm: 'ed25519' }, 'Sign Verify'],
  ['SignatureAlgorithm.Ed25519ph', { algorithm: 'ed25519' }, 'Sign Verify'],
  ['KeyAgreementAlgorithm.X25519', { algorithm: 'x25519' }, 'Agree'],
  ['AeadAlgorithm.Aes128Gcm', { algorithm: 'aes', keyBits: 128, mode: 'gcm' }, 'Encrypt Decrypt'],
  ['AeadAlgorithm.Aes256Gcm', { algorithm: 'aes', keyBits: 256, mode: 'gcm' }, 'Encrypt Decrypt'],
  ['AeadAlgorithm.ChaCha20Poly1305', { algorithm: 'chacha20-poly1305' }, 'Encrypt Decrypt'],
  ['AeadAlgorithm.XChaCha20Poly1305', { algorithm: 'xchacha20-poly1305' }, 'Encrypt Decrypt'],
  ['HashAlgorithm.Sha256', { algorithm: 'sha-256' }, 'Hash Verify'],
  ['HashAlgorithm.Sha512', { algorithm: 'sha-512' }, 'Hash Verify'],
  ['HashAlgorithm.Blake2b_256', { algorithm: 'blake2b', outputBits: 256 }, 'Hash Verify'],
  ['HashAlgorithm.Blake2b_512', { algorithm: 'blake2b', outputBits: 512 }, 'Hash Verify'],
  ['MacAlgorithm.HmacSha256', { algorithm: 'hmac', digest: 'sha-256' }, 'Mac Verify'],
  ['MacAlgorithm.HmacSha512', { algorithm: 'hmac', digest: 'sha-512' }, 'Mac Verify'],
  ['MacAlgorithm.Blake2b_256', { algorithm: 'blake2b', outputBits: 256 }, 'Mac Verify'],
  ['KeyDerivationAlgorithm.HkdfSha256', { algorithm: 'hkdf', digest: 'sha-256' }, 'DeriveKey DeriveBytes Extract Expand'],
  ['KeyDerivationAlgorithm.HkdfSha512', { algorithm: 'hkdf', digest: 'sha-512' }, 'DeriveKey DeriveBytes Extract Expand'],
  ['PasswordBasedKeyDerivationAlgorithm.Argon2id', { algorithm: 'argon2' }, 'DeriveKey DeriveBytes'],
  ['PasswordBasedKeyDerivationAlgorithm.Scrypt', { algorithm: 'scrypt' }, 'DeriveKey DeriveBytes'],
  ['StreamCipherAlgorithm.ChaCha20', { algorithm: 'chacha20' }, 'XOr GeneratePseudoRandomBytes'],
];
const VERBS: Readonly<Record<string, CallRow['functions']>> = {
  Sign: SIGN,
  Verify: VERIFY,
  Encrypt: ENCRYPT,
  Decrypt: DECRYPT,
  Hash: DIGEST,
  Mac: TAG,
  Agree: DERIVE,
};
const NSEC_ROWS: readonly CallRow[] = [
  ...NSEC.flatMap(([name, uses, verbs]) =>
    verbs.split(' ').map((verb) => nsec.call(`${name}.${verb}`, {}, { uses, functions: VERBS[verb] ?? DERIVE })),
  ),
  nsec.call('Key.Create', { algorithm: '0=algorithm' }, { functions: KEYGEN, needs: true }),
  ...nsec.calls('Key.Import PublicKey.Import', { algorithm: '0=algorithm' }, { needs: true }),
];

const sodium = rowsOf('Sodium.Core');
const BOX: Says = { algorithm: 'xsalsa20-poly1305', parts: [{ algorithm: 'x25519' }] };
const SODIUM: readonly (readonly [string, Says, CallRow['functions']])[] = [
  ['SecretBox.Create SecretBox.CreateDetached', { algorithm: 'xsalsa20-poly1305' }, ENCRYPT],
  ['SecretBox.Open SecretBox.OpenDetached', { algorithm: 'xsalsa20-poly1305' }, DECRYPT],
  ['PublicKeyBox.Create SealedPublicKeyBox.Create', BOX, ENCRYPT],
  ['PublicKeyBox.Open SealedPublicKeyBox.Open', BOX, DECRYPT],
  ['PublicKeyBox.GenerateKeyPair', { algorithm: 'x25519' }, KEYGEN],
  ['PublicKeyAuth.Sign PublicKeyAuth.SignDetached', { algorithm: 'ed25519' }, SIGN],
  ['PublicKeyAuth.Verify PublicKeyAuth.VerifyDetached', { algorithm: 'ed25519' }, VERIFY],
  ['PublicKeyAuth.GenerateKeyPair', { algorithm: 'ed25519' }, KEYGEN],
  ['SecretAeadXChaCha20Poly1305.Encrypt', { algorithm: 'xchacha20-poly1305' }, ENCRYPT],
  ['SecretAeadXChaCha20Poly1305.Decrypt', { algorithm: 'xchacha20-poly1305' }, DECRYPT],
  ['SecretAeadChaCha20Poly1305IETF.Encrypt SecretAeadChaCha20Poly1305.Encrypt', { algorithm: 'chacha20-poly1305' }, ENCRYPT],
  ['SecretAeadChaCha20Poly1305IETF.Decrypt SecretAeadChaCha20Poly1305.Decrypt', { algorithm: 'chacha20-poly1305' }, DECRYPT],
  ['SecretAeadAes.Encrypt', { algorithm: 'aes', keyBits: 256, mode: 'gcm' }, ENCRYPT],
  ['SecretAeadAes.Decrypt', { algorithm: 'aes', keyBits: 256, mode: 'gcm' }, DECRYPT],
  ['GenericHash.Hash', { algorithm: 'blake2b' }, DIGEST],
  ['CryptoHash.Hash CryptoHash.Sha512', { algorithm: 'sha-512' }, DIGEST],
  ['CryptoHash.Sha256', { algorithm: 'sha-256' }, DIGEST],
  ['PasswordHash.ArgonHashString PasswordHash.ArgonHashBinary PasswordHash.ArgonHashStringVerify', { algorithm: 'argon2' }, DERIVE],
  ['PasswordHash.ScryptHashString PasswordHash.ScryptHashBinary PasswordHash.ScryptHashStringVerify', { algorithm: 'scrypt' }, DERIVE],
  ['ScalarMult.Mult ScalarMult.Base', { algorithm: 'x25519' }, DERIVE],
  ['SecretKeyAuth.SignHmacSha256', { algorithm: 'hmac', digest: 'sha-256' }, TAG],
  ['SecretKeyAuth.SignHmacSha512', { algorithm: 'hmac', digest: 'sha-512' }, TAG],
  ['OneTimeAuth.Sign', { algorithm: 'poly1305' }, TAG],
  ['SodiumCore.GetRandomBytes', { algorithm: 'csprng' }, GENERATE],
];

const PASSWORDS: readonly CallRow[] = [
  ...rowsOf('BCrypt.Net-Next').calls(
    'BCrypt.HashPassword BCrypt.Verify BCrypt.EnhancedHashPassword BCrypt.EnhancedVerify BCrypt.GenerateSalt',
    {},
    { uses: { algorithm: 'bcrypt' }, functions: DERIVE },
  ),
  ...rowsOf('Konscious.Security.Cryptography').calls(
    'Argon2id Argon2i Argon2d',
    { iterations: '=Iterations' },
    { uses: { algorithm: 'argon2' }, functions: DERIVE },
  ),
  rowsOf('Konscious.Security.Cryptography').call('HMACBlake2B', {}, { uses: { algorithm: 'blake2b' }, functions: TAG }),
  ...rowsOf('Isopoh.Cryptography.Argon2').calls('Argon2.Hash Argon2.Verify', {}, { uses: { algorithm: 'argon2' }, functions: DERIVE }),
  ...rowsOf('Scrypt.NET').calls('ScryptEncoder', {}, { uses: { algorithm: 'scrypt' }, functions: DERIVE }),
];

/** Calls of packages of NuGet. */
export const NUGET_ROWS: readonly CallRow[] = [
  ...TOKENS,
  ...NSEC_ROWS,
  ...SODIUM.flatMap(([names, uses, functions]) => sodium.calls(names, {}, { uses, functions: functions ?? [] })),
  ...PASSWORDS,
];

/** Names of algorithms of NSec. */
export const NUGET_CONSTANTS: readonly (readonly [string, Constant])[] = NSEC.map(([name, says]) => [
  name,
  { library: 'NSec.Cryptography', says },
]);

/** Enumerations and classes of constants whose members are names of algorithms. */
export const NAMING_TYPES: Readonly<Record<string, string>> = {
  SecurityAlgorithms: 'Microsoft.IdentityModel.Tokens',
  JwsAlgorithm: 'jose-jwt',
  JweAlgorithm: 'jose-jwt',
  JweEncryption: 'jose-jwt',
  JwtAlgorithmName: 'JWT',
  EncryptionAlgorithm: 'Microsoft.AspNetCore.DataProtection',
  ValidationAlgorithm: 'Microsoft.AspNetCore.DataProtection',
  SymmetricKeyAlgorithmTag: 'BouncyCastle.Cryptography',
  HashAlgorithmTag: 'BouncyCastle.Cryptography',
  PublicKeyAlgorithmTag: 'BouncyCastle.Cryptography',
  SignatureAlgorithm: 'Azure.Security.KeyVault.Keys',
};

// Names that no standard has: by Microsoft.IdentityModel.Tokens and Bouncy Castle's tags.
const SPELLED: ReadonlyMap<string, Says & { readonly algorithm: AlgorithmId }> = new Map([
  ['RsaV15KeyWrap', { algorithm: 'rsaes-pkcs1' }],
  ['RsaPKCS1', { algorithm: 'rsaes-pkcs1' }],
  ['RsaOAEP', { algorithm: 'rsaes-oaep' }],
  ['RsaOaepKeyWrap', { algorithm: 'rsaes-oaep' }],
  ['Aes128KW', { algorithm: 'aes', keyBits: 128, mode: 'kw' }],
  ['Aes256KW', { algorithm: 'aes', keyBits: 256, mode: 'kw' }],
  ['Aes128KeyWrap', { algorithm: 'aes', keyBits: 128, mode: 'kw' }],
  ['Aes192KeyWrap', { algorithm: 'aes', keyBits: 192, mode: 'kw' }],
  ['Aes256KeyWrap', { algorithm: 'aes', keyBits: 256, mode: 'kw' }],
  ['RsaGeneral', { algorithm: 'rsa' }],
  ['RsaEncrypt', { algorithm: 'rsa' }],
  ['RsaSign', { algorithm: 'rsa' }],
  ['TripleDes', { algorithm: '3des' }],
  // ES256, ES384 and ES512: the curve comes with the name (RFC 7518 §3.4).
  ['EcdsaSha256', { algorithm: 'ecdsa', curve: 'secp256r1', digest: 'sha-256' }],
  ['EcdsaSha384', { algorithm: 'ecdsa', curve: 'secp384r1', digest: 'sha-384' }],
  ['EcdsaSha512', { algorithm: 'ecdsa', curve: 'secp521r1', digest: 'sha-512' }],
]);

/** What the member of a naming type says; undefined where it names nothing (`None`, `Null`). */
export function findNamed(symbol: string): Constant | undefined {
  const dot = symbol.indexOf('.');
  const type = symbol.slice(0, dot);
  const library = dot > 0 && Object.hasOwn(NAMING_TYPES, type) ? NAMING_TYPES[type] : undefined;
  if (library === undefined) return undefined;
  const member = symbol.slice(dot + 1);
  const use = parseAlgorithmName(member.replaceAll('_', '-'));
  const says = SPELLED.get(member) ?? (use === undefined ? undefined : toSays(use));
  return says === undefined ? undefined : { library, says };
}
