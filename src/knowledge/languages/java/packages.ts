// What Java and Kotlin projects use beside the JCA and Bouncy Castle: Tink, the JOSE libraries, Android Keystore, Spring Security,
// Commons Codec, Guava, password hashing, sodium and post-quantum bindings, by their API documentation. Packages are written as one.

import type { AlgorithmId } from '../../../model/algorithm.ts';
import { DECRYPT, DERIVE, DIGEST, ENCRYPT, fixed, GENERATE, KEYGEN, rowsOf, SIGN, TAG } from '../make-row.ts';
import type { CallRow, Constant, Says } from '../row.ts';
import { toSays } from '../says.ts';
import { parseJavaName } from './names.ts';

const codec = rowsOf('commons-codec', 'org.apache.commons.codec.');
const CODEC_DIGESTS: readonly (readonly [string, AlgorithmId])[] = [
  ['md2', 'md2'],
  ['md5', 'md5'],
  ['sha', 'sha-1'],
  ['sha1', 'sha-1'],
  ['sha256', 'sha-256'],
  ['sha384', 'sha-384'],
  ['sha512', 'sha-512'],
  ['sha512_224', 'sha-512/224'],
  ['sha512_256', 'sha-512/256'],
  ['sha3_224', 'sha3-224'],
  ['sha3_256', 'sha3-256'],
  ['sha3_384', 'sha3-384'],
  ['sha3_512', 'sha3-512'],
];

const CODEC: readonly CallRow[] = [
  ...CODEC_DIGESTS.flatMap(([name, algorithm]) => {
    const getter = `get${name.slice(0, 1).toUpperCase()}${name.slice(1)}Digest`;
    return fixed(codec, `DigestUtils.${name} DigestUtils.${name}Hex DigestUtils.${getter}`, { algorithm }, DIGEST);
  }),
  ...codec.calls('DigestUtils DigestUtils.getDigest DigestUtils.digest', { algorithm: '0' }, { functions: DIGEST, needs: true }),
  ...['Md5', 'Sha1', 'Sha256', 'Sha384', 'Sha512'].flatMap((name) =>
    codec.calls(`HmacUtils.hmac${name} HmacUtils.hmac${name}Hex`, {}, { uses: says(`Hmac${name}`), functions: TAG }),
  ),
  ...codec.calls('HmacUtils HmacUtils.getInitializedMac', { algorithm: '0' }, { functions: TAG, needs: true }),
  ...fixed(codec, 'Md5Crypt.md5Crypt Md5Crypt.apr1Crypt', { algorithm: 'md5' }, DIGEST),
  ...fixed(codec, 'Sha2Crypt.sha256Crypt', { algorithm: 'sha-256' }, DIGEST),
  ...fixed(codec, 'Sha2Crypt.sha512Crypt', { algorithm: 'sha-512' }, DIGEST),
];

function says(name: string): Says {
  const use = parseJavaName(name);
  return use === undefined ? {} : toSays(use);
}

const guava = rowsOf('guava', 'com.google.common.');
const GUAVA: readonly CallRow[] = [
  ...(['md5', 'sha1', 'sha256', 'sha384', 'sha512'] as const).flatMap((name) => fixed(guava, `Hashing.${name}`, says(name), DIGEST)),
  ...(['Md5', 'Sha1', 'Sha256', 'Sha512'] as const).flatMap((name) => fixed(guava, `Hashing.hmac${name}`, says(`Hmac${name}`), TAG)),
  ...fixed(guava, 'Hashing.sipHash24', { algorithm: 'siphash' }, TAG),
];

const spring = rowsOf('spring-security', 'org.springframework.security.');
const springUtil = rowsOf('spring', 'org.springframework.util.');
const SPRING: readonly CallRow[] = [
  ...fixed(spring, 'BCryptPasswordEncoder BCrypt.hashpw BCrypt.checkpw', { algorithm: 'bcrypt' }, DERIVE),
  ...spring.calls(
    'SCryptPasswordEncoder SCryptPasswordEncoder.defaultsForSpringSecurity_v4_1 SCryptPasswordEncoder.defaultsForSpringSecurity_v5_8',
    {},
    { uses: { algorithm: 'scrypt' }, functions: DERIVE },
  ),
  ...spring.calls(
    'Argon2PasswordEncoder Argon2PasswordEncoder.defaultsForSpringSecurity_v5_2 Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8',
    {},
    { uses: { algorithm: 'argon2' }, functions: DERIVE },
  ),
  ...spring.calls(
    'Pbkdf2PasswordEncoder',
    { iterations: '2', digest: '3|=setAlgorithm' },
    { uses: { algorithm: 'pbkdf2' }, functions: DERIVE },
  ),
  ...spring.calls(
    'Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_5 Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8',
    {},
    { uses: { algorithm: 'pbkdf2' }, functions: DERIVE },
  ),
  ...fixed(spring, 'Md4PasswordEncoder', { algorithm: 'md4' }, DIGEST),
  ...spring.calls('MessageDigestPasswordEncoder', { algorithm: '0' }, { functions: DIGEST }),
  ...fixed(spring, 'StandardPasswordEncoder', { algorithm: 'sha-256' }, DIGEST),
  ...fixed(spring, 'LdapShaPasswordEncoder', { algorithm: 'sha-1' }, DIGEST),
  // Spring Security reference, "Spring Security Crypto Module": AES-256 with a key from PBKDF2; `standard` is CBC, the others GCM.
  ...fixed(spring, 'Encryptors.standard Encryptors.queryableText', { algorithm: 'aes', keyBits: 256, mode: 'cbc' }, ENCRYPT),
  ...fixed(spring, 'Encryptors.stronger Encryptors.delux', { algorithm: 'aes', keyBits: 256, mode: 'gcm' }, ENCRYPT),
  ...fixed(spring, 'Encryptors.text', { algorithm: 'aes', keyBits: 256, mode: 'cbc' }, ENCRYPT),
  ...spring.calls('AesBytesEncryptor', { mode: '2' }, { uses: { algorithm: 'aes' }, functions: ENCRYPT, defaults: { mode: 'cbc' } }),
  ...fixed(spring, 'KeyGenerators.secureRandom KeyGenerators.string', { algorithm: 'csprng' }, GENERATE),
  ...fixed(springUtil, 'DigestUtils.md5Digest DigestUtils.md5DigestAsHex DigestUtils.appendMd5DigestAsHex', { algorithm: 'md5' }, DIGEST),
];

const android = rowsOf('android-keystore', 'android.security.');
const ANDROID: readonly CallRow[] = [
  android.call(
    'KeyGenParameterSpec.Builder',
    {
      keyBits: '=setKeySize',
      mode: '=setBlockModes',
      padding: '=setEncryptionPaddings|=setSignaturePaddings',
      digest: '=setDigests',
      details: '=setAlgorithmParameterSpec',
    },
    { silent: true },
  ),
  ...fixed(
    rowsOf('androidx.security', 'androidx.security.'),
    'MasterKey.Builder MasterKeys.getOrCreate',
    { algorithm: 'aes', keyBits: 256, mode: 'gcm' },
    KEYGEN,
  ),
  ...rowsOf('androidx.security', 'androidx.security.').calls(
    'EncryptedSharedPreferences.create',
    {},
    { uses: { algorithm: 'aes', keyBits: 256, mode: 'gcm' }, functions: ENCRYPT },
  ),
  ...rowsOf('androidx.security', 'androidx.security.').calls(
    'EncryptedFile.Builder',
    {},
    { uses: { algorithm: 'aes', keyBits: 256, mode: 'gcm' }, functions: ENCRYPT },
  ),
];

const jjwt = rowsOf('jjwt', 'io.jsonwebtoken.');
const auth0 = rowsOf('java-jwt', 'com.auth0.');
const nimbus = rowsOf('nimbus-jose-jwt', 'com.nimbusds.');
const jose4j = rowsOf('jose4j', 'org.jose4j.');
const AUTH0: readonly (readonly [string, string])[] = ['256', '384', '512'].flatMap((bits) => [
  [`HMAC${bits}`, `HS${bits}`] as const,
  [`RSA${bits}`, `RS${bits}`] as const,
  [`ECDSA${bits}`, `ES${bits}`] as const,
]);
const JOSE: readonly CallRow[] = [
  jjwt.call('Jwts.builder', { algorithm: '=signWith|=signWith#1' }, { functions: SIGN, needs: true }),
  ...jjwt.calls('Keys.secretKeyFor Keys.keyPairFor', { algorithm: '0' }, { functions: KEYGEN }),
  ...jjwt.calls('Keys.hmacShaKeyFor', {}, { uses: { algorithm: 'hmac' } }),
  ...AUTH0.map(([name, jose]) => auth0.call(`Algorithm.${name}`, {}, { uses: says(jose), functions: ['sign', 'verify'] })),
  ...nimbus.calls('JWSHeader JWSHeader.Builder', { algorithm: '0' }, { functions: SIGN }),
  ...nimbus.calls('JWEHeader JWEHeader.Builder', { algorithm: '0', part: '1' }, { functions: ENCRYPT }),
  ...nimbus.calls('RSASSASigner RSASSAVerifier', {}, { uses: { algorithm: 'rsa' }, functions: ['sign', 'verify'] }),
  ...nimbus.calls('ECDSASigner ECDSAVerifier', {}, { uses: { algorithm: 'ecdsa' }, functions: ['sign', 'verify'] }),
  ...nimbus.calls('Ed25519Signer Ed25519Verifier', {}, { uses: { algorithm: 'ed25519' }, functions: ['sign', 'verify'] }),
  ...nimbus.calls('MACSigner MACVerifier', {}, { uses: { algorithm: 'hmac' }, functions: TAG }),
  ...nimbus.calls('RSAEncrypter', {}, { uses: { algorithm: 'rsa' }, functions: ENCRYPT }),
  ...nimbus.calls('RSADecrypter', {}, { uses: { algorithm: 'rsa' }, functions: DECRYPT }),
  ...nimbus.calls('ECDHEncrypter ECDHDecrypter', {}, { uses: { algorithm: 'ecdh' }, functions: DERIVE }),
  ...nimbus.calls('AESEncrypter', {}, { uses: { algorithm: 'aes', mode: 'kw' }, functions: ENCRYPT }),
  ...nimbus.calls('AESDecrypter', {}, { uses: { algorithm: 'aes', mode: 'kw' }, functions: DECRYPT }),
  nimbus.call('RSAKeyGenerator', { keyBits: '0' }, { uses: { algorithm: 'rsa' }, functions: KEYGEN }),
  ...nimbus.calls('ECKeyGenerator OctetKeyPairGenerator', { curve: '0' }, { uses: { algorithm: 'ec' }, functions: KEYGEN }),
  nimbus.call('OctetSequenceKeyGenerator', { keyBits: '0' }, { uses: { algorithm: 'hmac' }, functions: KEYGEN }),
  ...jose4j.calls('JsonWebSignature', { algorithm: '=setAlgorithmHeaderValue' }, { functions: SIGN, needs: true }),
  ...jose4j.calls(
    'JsonWebEncryption',
    { algorithm: '=setAlgorithmHeaderValue', part: '=setEncryptionMethodHeaderParameter' },
    { functions: ENCRYPT, needs: true },
  ),
  jose4j.call('RsaJwkGenerator.generateJwk', { keyBits: '0' }, { uses: { algorithm: 'rsa' }, functions: KEYGEN }),
  jose4j.call('EcJwkGenerator.generateJwk', { curve: '0' }, { uses: { algorithm: 'ec' }, functions: KEYGEN }),
];

// `RSA_USING_SHA256`, `ECDSA_USING_P256_CURVE_AND_SHA256`, `HMAC_SHA256` (org.jose4j.jws.AlgorithmIdentifiers).
const JOSE4J: readonly (readonly [string, string])[] = ['256', '384', '512'].flatMap((bits) => [
  [`RSA_USING_SHA${bits}`, `RS${bits}`] as const,
  [`RSA_PSS_USING_SHA${bits}`, `PS${bits}`] as const,
  [`HMAC_SHA${bits}`, `HS${bits}`] as const,
  [`ECDSA_USING_P${bits === '512' ? '521' : bits}_CURVE_AND_SHA${bits}`, `ES${bits}`] as const,
]);
const JOSE4J_KEYS: Readonly<Record<string, string>> = {
  RSA1_5: 'RSA1_5',
  RSA_OAEP: 'RSA-OAEP',
  RSA_OAEP_256: 'RSA-OAEP-256',
  ECDH_ES: 'ECDH-ES',
  A128KW: 'A128KW',
  A192KW: 'A192KW',
  A256KW: 'A256KW',
  AES_128_GCM: 'A128GCM',
  AES_192_GCM: 'A192GCM',
  AES_256_GCM: 'A256GCM',
  AES_128_CBC_HMAC_SHA_256: 'A128CBC-HS256',
  AES_192_CBC_HMAC_SHA_384: 'A192CBC-HS384',
  AES_256_CBC_HMAC_SHA_512: 'A256CBC-HS512',
};

const tink = rowsOf('tink', 'com.google.crypto.tink.');
// Key managers of Tink before 1.3 and what their templates make (Javadoc of com.google.crypto.tink.aead, .mac, .signature).
const TINK_MANAGERS: readonly (readonly [string, string, Says])[] = [
  ['AesGcmKeyManager', 'aes128Gcm rawAes128Gcm', { algorithm: 'aes', keyBits: 128, mode: 'gcm' }],
  ['AesGcmKeyManager', 'aes256Gcm rawAes256Gcm', { algorithm: 'aes', keyBits: 256, mode: 'gcm' }],
  ['AesEaxKeyManager', 'aes128Eax rawAes128Eax', { algorithm: 'aes', keyBits: 128, mode: 'eax' }],
  ['AesEaxKeyManager', 'aes256Eax rawAes256Eax', { algorithm: 'aes', keyBits: 256, mode: 'eax' }],
  ['ChaCha20Poly1305KeyManager', 'chaCha20Poly1305 rawChaCha20Poly1305', { algorithm: 'chacha20-poly1305' }],
  ['XChaCha20Poly1305KeyManager', 'xChaCha20Poly1305 rawXChaCha20Poly1305', { algorithm: 'xchacha20-poly1305' }],
  ['HmacKeyManager', 'hmacSha256 hmacSha256HalfDigest', { algorithm: 'hmac', digest: 'sha-256' }],
  ['HmacKeyManager', 'hmacSha512 hmacSha512HalfDigest', { algorithm: 'hmac', digest: 'sha-512' }],
  ['EcdsaSignKeyManager', 'ecdsaP256 rawEcdsaP256', { algorithm: 'ecdsa', curve: 'secp256r1', digest: 'sha-256' }],
  ['Ed25519PrivateKeyManager', 'ed25519 rawEd25519', { algorithm: 'ed25519' }],
];
const TINK: readonly CallRow[] = [
  ...tink.calls('KeyTemplates.get', { algorithm: '0' }, { functions: KEYGEN }),
  ...tink.calls('KeysetHandle.generateNew KeysetManager.withKeyTemplate', { algorithm: '0' }, { functions: KEYGEN, needs: true }),
  ...TINK_MANAGERS.flatMap(([manager, templates, uses]) =>
    tink.calls(templates.replaceAll(/\S+/g, `${manager}.$&Template`), {}, { uses, names: true }),
  ),
  ...tink.calls('AesGcmJce', { key: '0' }, { uses: { algorithm: 'aes', mode: 'gcm' } }),
  ...tink.calls('AesSiv', { key: '0' }, { uses: { algorithm: 'aes', mode: 'siv' } }),
  ...tink.calls('AesEaxJce', { key: '0' }, { uses: { algorithm: 'aes', mode: 'eax' } }),
  ...tink.calls('AesCtrJceCipher', { key: '0' }, { uses: { algorithm: 'aes', mode: 'ctr' } }),
  ...tink.calls('ChaCha20Poly1305', {}, { uses: { algorithm: 'chacha20-poly1305' } }),
  ...tink.calls('XChaCha20Poly1305', {}, { uses: { algorithm: 'xchacha20-poly1305' } }),
  ...tink.calls(
    'Ed25519Sign Ed25519Verify Ed25519Sign.KeyPair.newKeyPair',
    {},
    { uses: { algorithm: 'ed25519' }, functions: ['sign', 'verify'] },
  ),
  ...tink.calls('X25519.computeSharedSecret X25519.generatePrivateKey', {}, { uses: { algorithm: 'x25519' }, functions: DERIVE }),
  tink.call('Hkdf.computeHkdf', { digest: '0' }, { uses: { algorithm: 'hkdf' }, functions: DERIVE }),
];

const KDFS: readonly CallRow[] = [
  ...rowsOf('jbcrypt', 'org.mindrot.jbcrypt.').calls(
    'BCrypt.hashpw BCrypt.checkpw BCrypt.gensalt',
    {},
    { uses: { algorithm: 'bcrypt' }, functions: DERIVE },
  ),
  ...rowsOf('bcrypt', 'at.favre.lib.').calls(
    'BCrypt.withDefaults BCrypt.verifyer BCrypt.with',
    {},
    { uses: { algorithm: 'bcrypt' }, functions: DERIVE },
  ),
  ...rowsOf('hkdf', 'at.favre.lib.').calls(
    'HKDF.fromHmacSha256',
    {},
    { uses: { algorithm: 'hkdf', digest: 'sha-256' }, functions: DERIVE },
  ),
  ...rowsOf('hkdf', 'at.favre.lib.').calls(
    'HKDF.fromHmacSha512',
    {},
    { uses: { algorithm: 'hkdf', digest: 'sha-512' }, functions: DERIVE },
  ),
  ...rowsOf('argon2-jvm', 'de.mkammerer.').calls(
    'Argon2Factory.create Argon2Factory.createAdvanced',
    {},
    { uses: { algorithm: 'argon2' }, functions: DERIVE },
  ),
  ...rowsOf('scrypt', 'com.lambdaworks.').calls(
    'SCrypt.scrypt SCryptUtil.scrypt SCryptUtil.check',
    {},
    { uses: { algorithm: 'scrypt' }, functions: DERIVE },
  ),
];

const SHIRO_HASHES: readonly (readonly [string, AlgorithmId])[] = [
  ['Md5Hash', 'md5'],
  ['Sha1Hash', 'sha-1'],
  ['Sha256Hash', 'sha-256'],
  ['Sha384Hash', 'sha-384'],
  ['Sha512Hash', 'sha-512'],
];
const SHIRO: readonly CallRow[] = SHIRO_HASHES.flatMap(([name, algorithm]) =>
  fixed(rowsOf('shiro', 'org.apache.shiro.'), name, { algorithm }, DIGEST),
);

const OKIO: readonly CallRow[] = (['md5', 'sha1', 'sha256', 'sha512'] as const).flatMap((name) => [
  rowsOf('okio', 'okio.').call(`HashingSink.${name}`, {}, { uses: says(name), functions: DIGEST }),
  rowsOf('okio', 'okio.').call(`HashingSource.${name}`, {}, { uses: says(name), functions: DIGEST }),
]);

const oqs = rowsOf('liboqs-java', 'org.openquantumsafe.');
const OQS: readonly CallRow[] = [
  oqs.call('KeyEncapsulation', { algorithm: '0' }, { functions: ['encapsulate', 'decapsulate'] }),
  oqs.call('Signature', { algorithm: '0' }, { functions: ['sign', 'verify'] }),
];

const jsch = rowsOf('jsch', 'com.jcraft.jsch.');
const JSCH: readonly CallRow[] = [jsch.call('KeyPair.genKeyPair', { algorithm: '1', keyBits: '2' }, { functions: KEYGEN })];

/** Calls of the packages. */
export const JAVA_PACKAGE_ROWS: readonly CallRow[] = [
  ...CODEC,
  ...GUAVA,
  ...SPRING,
  ...ANDROID,
  ...JOSE,
  ...TINK,
  ...KDFS,
  ...SHIRO,
  ...OKIO,
  ...OQS,
  ...JSCH,
];

const KEY_PROPERTIES: readonly (readonly [string, Says, string?])[] = [
  ['KEY_ALGORITHM_AES', { algorithm: 'aes' }, 'AES'],
  ['KEY_ALGORITHM_3DES', { algorithm: '3des' }, 'DESede'],
  ['KEY_ALGORITHM_RSA', { algorithm: 'rsa' }, 'RSA'],
  ['KEY_ALGORITHM_EC', { algorithm: 'ec' }, 'EC'],
  ['KEY_ALGORITHM_HMAC_SHA1', { algorithm: 'hmac', digest: 'sha-1' }, 'HmacSHA1'],
  ['KEY_ALGORITHM_HMAC_SHA256', { algorithm: 'hmac', digest: 'sha-256' }, 'HmacSHA256'],
  ['KEY_ALGORITHM_HMAC_SHA512', { algorithm: 'hmac', digest: 'sha-512' }, 'HmacSHA512'],
  ['BLOCK_MODE_CBC', { mode: 'cbc' }, 'CBC'],
  ['BLOCK_MODE_GCM', { mode: 'gcm' }, 'GCM'],
  ['BLOCK_MODE_CTR', { mode: 'ctr' }, 'CTR'],
  ['BLOCK_MODE_ECB', { mode: 'ecb' }, 'ECB'],
  ['ENCRYPTION_PADDING_NONE', { padding: 'none' }, 'NoPadding'],
  ['ENCRYPTION_PADDING_PKCS7', { padding: 'pkcs7' }, 'PKCS7Padding'],
  ['ENCRYPTION_PADDING_RSA_PKCS1', { padding: 'pkcs1v15' }, 'PKCS1Padding'],
  ['ENCRYPTION_PADDING_RSA_OAEP', { padding: 'oaep' }, 'OAEPPadding'],
  ['SIGNATURE_PADDING_RSA_PKCS1', { padding: 'pkcs1v15' }],
  ['SIGNATURE_PADDING_RSA_PSS', { padding: 'pss' }],
  ['DIGEST_MD5', { algorithm: 'md5' }, 'MD5'],
  ['DIGEST_SHA1', { algorithm: 'sha-1' }, 'SHA-1'],
  ['DIGEST_SHA256', { algorithm: 'sha-256' }, 'SHA-256'],
  ['DIGEST_SHA384', { algorithm: 'sha-384' }, 'SHA-384'],
  ['DIGEST_SHA512', { algorithm: 'sha-512' }, 'SHA-512'],
];

/** Constants of the packages that have no rule. `KeyProperties` are strings: joined to a transformation they are text. */
export const JAVA_PACKAGE_CONSTANTS: readonly (readonly [string, Constant])[] = [
  ...KEY_PROPERTIES.map(
    ([name, uses, text]) =>
      [
        `android.security.KeyProperties.${name}`,
        { library: 'android-keystore', says: uses, quiet: true, ...(text === undefined ? {} : { text }) },
      ] as const,
  ),
  ...[...JOSE4J, ...Object.entries(JOSE4J_KEYS)].flatMap(([name, jose]) =>
    ['AlgorithmIdentifiers', 'KeyManagementAlgorithmIdentifiers', 'ContentEncryptionAlgorithmIdentifiers'].map(
      (owner) => [`org.jose4j.${owner}.${name}`, { library: 'jose4j', says: says(jose) }] as const,
    ),
  ),
];

/** Classes of constants that are named after mechanisms, with the part of the name that is. */
export const NAMED_CONSTANTS: Readonly<Record<string, string>> = {
  'com.nimbusds.JWSAlgorithm': 'nimbus-jose-jwt',
  'com.nimbusds.JWEAlgorithm': 'nimbus-jose-jwt',
  'com.nimbusds.EncryptionMethod': 'nimbus-jose-jwt',
  'com.nimbusds.Curve': 'nimbus-jose-jwt',
  'io.jsonwebtoken.SignatureAlgorithm': 'jjwt',
  'io.jsonwebtoken.Jwts.SIG': 'jjwt',
  'io.jsonwebtoken.Jwts.ENC': 'jjwt',
  'io.jsonwebtoken.Jwts.KEY': 'jjwt',
  'io.jsonwebtoken.SIG': 'jjwt',
  'com.google.crypto.tink.AeadKeyTemplates': 'tink',
  'com.google.crypto.tink.MacKeyTemplates': 'tink',
  'com.google.crypto.tink.SignatureKeyTemplates': 'tink',
  'com.google.crypto.tink.HybridKeyTemplates': 'tink',
  'com.google.crypto.tink.StreamingAeadKeyTemplates': 'tink',
  'com.google.crypto.tink.DeterministicAeadKeyTemplates': 'tink',
  'com.google.crypto.tink.PredefinedAeadParameters': 'tink',
  'com.google.crypto.tink.PredefinedMacParameters': 'tink',
  'com.google.crypto.tink.PredefinedSignatureParameters': 'tink',
  'com.google.crypto.tink.PredefinedHybridParameters': 'tink',
  'com.google.crypto.tink.PredefinedStreamingAeadParameters': 'tink',
  'com.google.crypto.tink.PredefinedDeterministicAeadParameters': 'tink',
  'org.jose4j.EllipticCurves': 'jose4j',
  'org.springframework.security.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm': 'spring-security',
  'org.apache.commons.codec.MessageDigestAlgorithms': 'commons-codec',
  'org.apache.commons.codec.HmacAlgorithms': 'commons-codec',
};
