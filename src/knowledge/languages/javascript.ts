// The cryptographic APIs of JavaScript and TypeScript, joined; and one spelling for modules that have several.

import { NODE_ROWS } from './javascript/node.ts';
import { NPM_ROWS } from './javascript/packages.ts';
import { type CallRow, type Catalogue, type Constant, type LibraryName, toCatalogue } from './row.ts';
import { findSodium, SODIUM_FUNCTIONS } from './sodium-names.ts';

const PADDINGS: Readonly<Record<string, Constant>> = {
  'crypto.constants.RSA_PKCS1_PADDING': { library: 'node:crypto', says: { padding: 'pkcs1v15' }, quiet: true },
  'crypto.constants.RSA_PKCS1_OAEP_PADDING': { library: 'node:crypto', says: { padding: 'oaep' }, quiet: true },
  'crypto.constants.RSA_PKCS1_PSS_PADDING': { library: 'node:crypto', says: { padding: 'pss' }, quiet: true },
  'crypto.constants.RSA_NO_PADDING': { library: 'node:crypto', says: { padding: 'none' }, quiet: true },
};

const CRYPTO_JS: Readonly<Record<string, Constant>> = {
  'crypto-js.mode.CBC': { library: 'crypto-js', says: { mode: 'cbc' }, quiet: true },
  'crypto-js.mode.ECB': { library: 'crypto-js', says: { mode: 'ecb' }, quiet: true },
  'crypto-js.mode.CTR': { library: 'crypto-js', says: { mode: 'ctr' }, quiet: true },
  'crypto-js.mode.CFB': { library: 'crypto-js', says: { mode: 'cfb' }, quiet: true },
  'crypto-js.mode.OFB': { library: 'crypto-js', says: { mode: 'ofb' }, quiet: true },
  'crypto-js.pad.Pkcs7': { library: 'crypto-js', says: { padding: 'pkcs7' }, quiet: true },
  'crypto-js.pad.NoPadding': { library: 'crypto-js', says: { padding: 'none' }, quiet: true },
  'crypto-js.pad.ZeroPadding': { library: 'crypto-js', says: { padding: 'zero' }, quiet: true },
  'crypto-js.pad.Iso97971': { library: 'crypto-js', says: { padding: 'iso7816-4' }, quiet: true },
  'crypto-js.pad.AnsiX923': { library: 'crypto-js', says: { padding: 'x9.23' }, quiet: true },
  'crypto-js.algo.SHA1': { library: 'crypto-js', says: { algorithm: 'sha-1' }, quiet: true },
  'crypto-js.algo.SHA256': { library: 'crypto-js', says: { algorithm: 'sha-256' }, quiet: true },
  'crypto-js.algo.SHA512': { library: 'crypto-js', says: { algorithm: 'sha-512' }, quiet: true },
};

const CONSTANTS = new Map(Object.entries({ ...PADDINGS, ...CRYPTO_JS }));

const MODULES: readonly LibraryName[] = (
  [
    ['crypto$', 'node:crypto'],
    ['tls$', 'node:tls'],
    ['@noble/hashes', '@noble/hashes'],
    ['@noble/curves', '@noble/curves'],
    ['@noble/ciphers', '@noble/ciphers'],
    ['@noble/post-quantum', '@noble/post-quantum'],
    ['node-forge', 'node-forge'],
    ['crypto-js', 'crypto-js'],
    ['elliptic$', 'elliptic'],
    ['tweetnacl', 'tweetnacl'],
    ['libsodium-wrappers', 'libsodium-wrappers'],
    ['sodium-native', 'sodium-native'],
    ['sodium-universal', 'sodium-universal'],
    ['jose', 'jose'],
    ['jsonwebtoken$', 'jsonwebtoken'],
    ['jsrsasign', 'jsrsasign'],
    ['jws$', 'jws'],
    ['jwa$', 'jwa'],
    ['jwt-simple$', 'jwt-simple'],
    ['njwt$', 'njwt'],
    ['fast-jwt$', 'fast-jwt'],
    ['express-jwt$', 'express-jwt'],
    ['koa-jwt$', 'koa-jwt'],
    ['passport-jwt$', 'passport-jwt'],
    ['@nestjs/jwt$', '@nestjs/jwt'],
    ['bcryptjs', 'bcryptjs'],
    ['bcrypt', 'bcrypt'],
    ['argon2$', 'argon2'],
    ['@node-rs/argon2', '@node-rs/argon2'],
    ['@node-rs/bcrypt', '@node-rs/bcrypt'],
    ['scrypt-js', 'scrypt-js'],
    ['sjcl$', 'sjcl'],
    ['openpgp', 'openpgp'],
    ['node-rsa$', 'node-rsa'],
    ['@peculiar/webcrypto', '@peculiar/webcrypto'],
    ['asn1js$', 'asn1js'],
    ['md5$', 'md5'],
    ['md5.js$', 'md5.js'],
    ['js-sha256$', 'js-sha256'],
    ['js-sha512$', 'js-sha512'],
    ['js-sha3$', 'js-sha3'],
    ['js-sha1$', 'js-sha1'],
    ['js-md5$', 'js-md5'],
    ['sha1$', 'sha1'],
    ['sha.js', 'sha.js'],
    ['hash.js', 'hash.js'],
    ['create-hash', 'create-hash'],
    ['create-hmac', 'create-hmac'],
    ['pbkdf2$', 'pbkdf2'],
    ['randombytes$', 'randombytes'],
    ['ripemd160$', 'ripemd160'],
    ['jssha$', 'jssha'],
    ['blakejs', 'blakejs'],
    ['aes-js', 'aes-js'],
    ['asmcrypto.js', 'asmcrypto.js'],
    ['expo-crypto', 'expo-crypto'],
    ['ethereum-cryptography', 'ethereum-cryptography'],
    ['secp256k1$', 'secp256k1'],
    ['@noble/secp256k1', '@noble/secp256k1'],
    ['@noble/ed25519', '@noble/ed25519'],
    ['noble-secp256k1', 'noble-secp256k1'],
    ['noble-ed25519', 'noble-ed25519'],
    ['@stablelib/ed25519', '@stablelib/ed25519'],
    ['@stablelib/x25519', '@stablelib/x25519'],
    ['mlkem$', 'mlkem'],
    ['crystals-kyber-js', 'crystals-kyber-js'],
    ['crystals-kyber$', 'crystals-kyber'],
    ['@hpke/ml-kem', '@hpke/ml-kem'],
    ['@oqs/liboqs-js', '@oqs/liboqs-js'],
    ['pqc-kyber', 'pqc-kyber'],
    ['dilithium-crystals-js', 'dilithium-crystals-js'],
    ['dilithium-crystals', 'dilithium-crystals'],
    ['superdilithium', 'superdilithium'],
    ['pqclean', 'pqclean'],
    ['ssh2$', 'ssh2'],
    ['node-dtls-client', 'node-dtls-client'],
    ['@nodertc/dtls', '@nodertc/dtls'],
    ['mqtt$', 'mqtt'],
    ['undici$', 'undici'],
    ['@grpc/grpc-js', '@grpc/grpc-js'],
  ] as const
).map(([module, library]) => ({ module, library }));

// libsodium-wrappers, sodium-native and sodium-universal have the names of libsodium's C API.
const SODIUM = /^(libsodium-wrappers|sodium-native|sodium-universal)\.(\w{1,80})$/;

function guessJavaScript(symbol: string): CallRow | undefined {
  const [, library, name] = SODIUM.exec(symbol) ?? [];
  return library === undefined || name === undefined ? undefined : findSodium(name, symbol, library);
}

/** JavaScript and TypeScript. */
export const JAVASCRIPT_CATALOGUE: Catalogue = toCatalogue({
  rows: [...NODE_ROWS, ...NPM_ROWS],
  guess: guessJavaScript,
  guessedNames: SODIUM_FUNCTIONS,
  findConstant: (name) => CONSTANTS.get(name),
  libraries: MODULES,
  literals: [
    ...[
      "'crypto'",
      '"crypto"',
      'node:crypto',
      "'tls'",
      '"tls"',
      'node:tls',
      "'https'",
      '"https"',
      'node:https',
      'node:http2',
      "'http2'",
      '"http2"',
    ],
    ...['crypto.subtle', 'webcrypto', '.subtle', 'getRandomValues', 'createHash', 'createHmac', 'createCipheriv', 'createDecipheriv'],
    ...[
      '@noble/',
      'node-forge',
      'crypto-js',
      'CryptoJS',
      'elliptic',
      'tweetnacl',
      'nacl',
      'libsodium',
      'jsonwebtoken',
      "'jose",
      '"jose',
      'bcrypt',
      'argon2',
    ],
    ...[
      'jsrsasign',
      'jws',
      'jwa',
      'jwt',
      'sodium-',
      'KJUR',
      'KEYUTIL',
      'create-hash',
      'create-hmac',
      'hash.js',
      'sha.js',
      'js-sha',
      'jssha',
      'blakejs',
      'aes-js',
    ],
    ...[
      'asmcrypto',
      'expo-crypto',
      'ethereum-cryptography',
      'secp256k1',
      'noble-',
      '@stablelib/',
      'mlkem',
      'crystals',
      'ml-kem',
      'liboqs',
      'pqc-kyber',
      'dilithium',
    ],
    ...[
      'pqclean',
      'ssh2',
      'dtls',
      "'mqtt'",
      '"mqtt"',
      'createSsl',
      'Bun.',
      'scrypt-js',
      'randombytes',
      'pbkdf2',
      'ripemd160',
      'DEFAULT_MIN_VERSION',
      'undici',
    ],
    ...['sjcl', 'openpgp', 'node-rsa', 'js-sha256', 'js-md5', "'md5'", '"md5"', "'sha1'", '"sha1"', 'forge.'],
  ],
});

// Several spellings of one thing; the first that fits is applied once.
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/^node:/, ''],
  [/^(?:window|globalThis|self|global)\.(?=crypto\.)/, ''],
  [/^crypto\.webcrypto(?=\.|$)/, 'crypto'],
  [/^([\w@/.-]{1,60}?)\.default(?=\.|$)/, '$1'],
  [/^(@noble\/(?:hashes|curves|ciphers|post-quantum))\/[\w./-]{1,60}?(?=\.[A-Za-z_]\w*(?:\.|$))/, '$1'],
  [/^(@noble\/curves)\.(?:nist|abstract)\.(?=p\d)/, '$1.'],
  [/^crypto-js\.(?:core|index)\.(?:default\.)?/, 'crypto-js.'],
  [/^libsodium-wrappers-sumo(?=\.|$)/, 'libsodium-wrappers'],
  [/^(?:CryptoJS)(?=\.|$)/, 'crypto-js'],
  [/^nacl(?=\.|$)/, 'tweetnacl'],
  [/^(?:KJUR|KEYUTIL)(?=\.|$)/, 'jsrsasign.$&'],
  [/^jsrsasign\/lib\/\w{1,40}/, 'jsrsasign'],
  [/^(ethereum-cryptography)\/[\w-]{1,40}(?=\.|$)/, '$1'],
  [/^(openpgp)\/\w{1,40}(?=\.|$)/, '$1'],
  [/^react-native-quick-crypto(?=\.|$)/, 'crypto'],
  [
    /^(?:jsr:@std\/crypto(?:@[\d.^~]{1,20})?|https:\/\/deno\.land\/std[@\d.]{0,20}\/crypto\/mod\.ts|@std\/crypto)\.crypto(?=\.|$)/,
    'crypto',
  ],
  [/^crypto-browserify(?=\.|$)/, 'crypto'],
  [/^forge(?=\.|$)/, 'node-forge'],
  [/^tweetnacl-ts(?=\.|$)/, 'tweetnacl'],
];

const CRYPTO_JS_FILES: ReadonlyMap<string, string> = new Map([
  ['aes', 'AES'],
  ['tripledes', 'TripleDES'],
  ['rc4', 'RC4'],
  ['rabbit', 'Rabbit'],
  ['blowfish', 'Blowfish'],
  ['md5', 'MD5'],
  ['sha1', 'SHA1'],
  ['sha224', 'SHA224'],
  ['sha256', 'SHA256'],
  ['sha384', 'SHA384'],
  ['sha512', 'SHA512'],
  ['sha3', 'SHA3'],
  ['ripemd160', 'RIPEMD160'],
  ['pbkdf2', 'PBKDF2'],
  ['evpkdf', 'EvpKDF'],
  ['hmac-md5', 'HmacMD5'],
  ['hmac-sha1', 'HmacSHA1'],
  ['hmac-sha256', 'HmacSHA256'],
  ['hmac-sha384', 'HmacSHA384'],
  ['hmac-sha512', 'HmacSHA512'],
]);

const CRYPTO_JS_FILE = /^crypto-js\/([a-z0-9-]{1,20})(?:\.js)?(?:\.default)?(?=\.|$)/;

/** One spelling for the full name of a thing in a module. */
export function normaliseJavaScript(symbol: string): string {
  if (symbol.length > 200) return symbol;
  const file = CRYPTO_JS_FILE.exec(symbol);
  const known = CRYPTO_JS_FILES.get(file?.[1] ?? '');
  if (file !== null && known !== undefined) return `crypto-js.${known}${symbol.slice(file[0].length)}`;
  return SPELLINGS.reduce((name, [pattern, replacement]) => name.replace(pattern, replacement), symbol);
}

/** Names that a file may use without importing them. */
export const JAVASCRIPT_GLOBALS: ReadonlySet<string> = new Set([
  'crypto',
  'window',
  'globalThis',
  'self',
  'global',
  'CryptoJS',
  'nacl',
  'forge',
  'KJUR',
  'KEYUTIL',
  'Bun',
  'sjcl',
]);
