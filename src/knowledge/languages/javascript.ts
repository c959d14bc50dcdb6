// The cryptographic APIs of JavaScript and TypeScript, joined; and one spelling for modules that have several.

import { NODE_ROWS } from './javascript/node.ts';
import { NPM_ROWS } from './javascript/packages.ts';
import { type Catalogue, type Constant, type LibraryName, toCatalogue } from './row.ts';

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
    ['jose', 'jose'],
    ['jsonwebtoken$', 'jsonwebtoken'],
    ['bcrypt', 'bcrypt'],
    ['argon2$', 'argon2'],
    ['sjcl$', 'sjcl'],
    ['openpgp$', 'openpgp'],
    ['node-rsa$', 'node-rsa'],
    ['@peculiar/webcrypto', '@peculiar/webcrypto'],
    ['asn1js$', 'asn1js'],
    ['md5$', 'md5'],
    ['js-sha256$', 'js-sha256'],
    ['js-md5$', 'js-md5'],
  ] as const
).map(([module, library]) => ({ module, library }));

/** JavaScript and TypeScript. */
export const JAVASCRIPT_CATALOGUE: Catalogue = toCatalogue({
  rows: [...NODE_ROWS, ...NPM_ROWS],
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
    ...['sjcl', 'openpgp', 'node-rsa', 'js-sha256', 'js-md5', "'md5'", '"md5"', "'sha1'", '"sha1"', 'forge.'],
  ],
});

// Several spellings of one thing; the first that fits is applied once.
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/^node:/, ''],
  [/^(?:window|globalThis|self|global)\.(?=crypto\.)/, ''],
  [/^crypto\.webcrypto(?=\.|$)/, 'crypto'],
  [
    /^(crypto|tls|https|http2|node-forge|crypto-js|elliptic|tweetnacl|jsonwebtoken|jose|libsodium-wrappers|bcrypt|bcryptjs|argon2|md5|sha1|js-md5|js-sha256)\.default(?=\.|$)/,
    '$1',
  ],
  [/^(@noble\/(?:hashes|curves|ciphers|post-quantum))\/[\w./-]{1,60}?(?=\.[A-Za-z_]\w*(?:\.|$))/, '$1'],
  [/^(@noble\/curves)\.(?:nist|abstract)\.(?=p\d)/, '$1.'],
  [/^crypto-js\.(?:core|index)\.(?:default\.)?/, 'crypto-js.'],
  [/^libsodium-wrappers-sumo(?=\.|$)/, 'libsodium-wrappers'],
  [/^(?:CryptoJS)(?=\.|$)/, 'crypto-js'],
  [/^nacl(?=\.|$)/, 'tweetnacl'],
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
]);
