// Node.js `crypto`, `tls`, `https` (nodejs.org API reference, v24) and the Web Cryptography API (W3C, with the secure-curves and modern
// algorithms extensions). Web Cryptography is written `crypto.subtle`, as in the browser and as a property of the module.

import { DECAPSULATE, DECRYPT, DERIVE, DIGEST, ENCAPSULATE, ENCRYPT, GENERATE, KEYGEN, rowsOf, SIGN, TAG, VERIFY } from '../make-row.ts';
import type { CallRow } from '../row.ts';

const { call, calls } = rowsOf('node:crypto', 'crypto.');

const NODE: readonly CallRow[] = [
  ...calls(
    'createCipheriv createCipher Cipheriv',
    { algorithm: '0', key: '1', tagBytes: '3.authTagLength' },
    { functions: ENCRYPT, returns: 'crypto.Cipher' },
  ),
  ...calls(
    'createDecipheriv createDecipher Decipheriv',
    { algorithm: '0', key: '1', tagBytes: '3.authTagLength' },
    { functions: DECRYPT, returns: 'crypto.Decipher' },
  ),
  call(
    'createHash',
    { algorithm: '0', outputBytes: '1.outputLength' },
    { uses: { algorithm: 'hash' }, functions: DIGEST, returns: 'crypto.Hash' },
  ),
  call('Hash', { algorithm: '0' }, { uses: { algorithm: 'hash' }, functions: DIGEST, returns: 'crypto.Hash' }),
  call('hash', { algorithm: '0' }, { uses: { algorithm: 'hash' }, functions: DIGEST }),
  call('createHmac', { digest: '0' }, { uses: { algorithm: 'hmac' }, functions: TAG, returns: 'crypto.Hmac' }),
  call('createSign', { algorithm: '0' }, { functions: SIGN, returns: 'crypto.Sign' }),
  call('createVerify', { algorithm: '0' }, { functions: VERIFY, returns: 'crypto.Verify' }),
  ...calls('Sign Verify', { algorithm: '0' }, { functions: SIGN, returns: 'crypto.Sign' }),
  call('Sign.update', {}, { returns: 'crypto.Sign', needs: true, silent: true, continues: true }),
  call('Verify.update', {}, { returns: 'crypto.Verify', needs: true, silent: true, continues: true }),
  // Without a digest the key decides: Ed25519, Ed448, ML-DSA.
  call('sign', { algorithm: '0|2.key|2', padding: '2.padding' }, { functions: SIGN }),
  call('verify', { algorithm: '0|2.key|2', padding: '2.padding' }, { functions: VERIFY }),
  ...calls(
    'generateKeyPair generateKeyPairSync',
    { algorithm: '0', keyBits: '1.modulusLength|1.primeLength', curve: '1.namedCurve', digest: '1.hashAlgorithm|1.hash' },
    { functions: KEYGEN, returns: 'crypto.KeyPair' },
  ),
  ...calls('generateKey generateKeySync', { algorithm: '0', keyBits: '1.length' }, { functions: KEYGEN }),
  call('createECDH', { curve: '0' }, { uses: { algorithm: 'ecdh' }, functions: DERIVE, returns: 'crypto.ECDH' }),
  call('createDiffieHellman', { keyBits: '0' }, { uses: { algorithm: 'ffdh' }, functions: DERIVE }),
  ...calls('createDiffieHellmanGroup getDiffieHellman', { algorithm: '0' }, { uses: { algorithm: 'ffdh' }, functions: DERIVE }),
  call('ECDH', { curve: '0' }, { uses: { algorithm: 'ecdh' }, functions: DERIVE, returns: 'crypto.ECDH' }),
  ...calls('DiffieHellman', { keyBits: '0' }, { uses: { algorithm: 'ffdh' }, functions: DERIVE }),
  call('diffieHellman', { algorithm: '0.privateKey|0.publicKey' }, { functions: DERIVE, needs: true }),
  ...calls('pbkdf2 pbkdf2Sync', { iterations: '2', outputBytes: '3', digest: '4' }, { uses: { algorithm: 'pbkdf2' }, functions: DERIVE }),
  ...calls('scrypt scryptSync', { outputBytes: '2' }, { uses: { algorithm: 'scrypt' }, functions: DERIVE }),
  ...calls('hkdf hkdfSync', { digest: '0', outputBytes: '4' }, { uses: { algorithm: 'hkdf' }, functions: DERIVE }),
  ...calls('argon2 argon2Sync', {}, { uses: { algorithm: 'argon2' }, functions: DERIVE }),
  ...calls('randomBytes pseudoRandomBytes', { outputBytes: '0' }, { uses: { algorithm: 'csprng' }, functions: GENERATE }),
  ...calls('randomFill randomFillSync randomInt randomUUID getRandomValues', {}, { uses: { algorithm: 'csprng' }, functions: GENERATE }),
  ...calls(
    'publicEncrypt',
    { padding: '0.padding', digest: '0.oaepHash' },
    { uses: { algorithm: 'rsa' }, defaults: { padding: 'oaep' }, functions: ENCRYPT },
  ),
  ...calls(
    'privateDecrypt',
    { padding: '0.padding', digest: '0.oaepHash' },
    { uses: { algorithm: 'rsa' }, defaults: { padding: 'oaep' }, functions: DECRYPT },
  ),
  ...calls('privateEncrypt', { padding: '0.padding' }, { uses: { algorithm: 'rsa' }, defaults: { padding: 'pkcs1v15' }, functions: SIGN }),
  ...calls('publicDecrypt', { padding: '0.padding' }, { uses: { algorithm: 'rsa' }, defaults: { padding: 'pkcs1v15' }, functions: VERIFY }),
  ...calls('encapsulate', { algorithm: '0.key|0' }, { functions: ENCAPSULATE, needs: true }),
  ...calls('decapsulate', { algorithm: '0.key|0' }, { functions: DECAPSULATE, needs: true }),
  call('Hmac', { digest: '0' }, { uses: { algorithm: 'hmac' }, functions: TAG }),
];

const web = rowsOf('webcrypto', 'crypto.subtle.');
const WEB: readonly CallRow[] = [
  web.call('encrypt', { algorithm: '0', key: '1', tagBits: '0.tagLength' }, { functions: ENCRYPT, object: '1' }),
  web.call('decrypt', { algorithm: '0', key: '1', tagBits: '0.tagLength' }, { functions: DECRYPT, object: '1' }),
  web.call('digest', { algorithm: '0' }, { uses: { algorithm: 'hash' }, functions: DIGEST }),
  web.call('sign', { algorithm: '0', digest: '0.hash' }, { functions: SIGN, object: '1' }),
  web.call('verify', { algorithm: '0', digest: '0.hash' }, { functions: VERIFY, object: '1' }),
  web.call(
    'generateKey',
    { algorithm: '0', keyBits: '0.length|0.modulusLength', curve: '0.namedCurve', digest: '0.hash' },
    { functions: KEYGEN, object: 'target' },
  ),
  web.call('importKey', { algorithm: '2', keyBits: '2.length', curve: '2.namedCurve', digest: '2.hash' }, { object: 'target' }),
  web.call('deriveKey', { algorithm: '0', digest: '0.hash', iterations: '0.iterations', part: '2' }, { functions: DERIVE }),
  web.call('deriveBits', { algorithm: '0', digest: '0.hash', iterations: '0.iterations', outputBits: '2' }, { functions: DERIVE }),
  web.call('wrapKey', { algorithm: '3' }, { functions: ENCRYPT }),
  web.call('unwrapKey', { algorithm: '3' }, { functions: DECRYPT }),
  web.call('encapsulateKey', { algorithm: '0' }, { functions: ENCAPSULATE }),
  web.call('encapsulateBits', { algorithm: '0' }, { functions: ENCAPSULATE }),
  web.call('decapsulateKey', { algorithm: '0' }, { functions: DECAPSULATE }),
  web.call('decapsulateBits', { algorithm: '0' }, { functions: DECAPSULATE }),
];

// The options of a TLS context are an object among the first three arguments.
const OPTION_PLACES = ['0', '1', '2'];
const among = (...names: readonly string[]): string => names.flatMap((name) => OPTION_PLACES.map((place) => `${place}.${name}`)).join('|');
const OPTIONS: Pick<CallRow, 'protocol'> = {
  protocol: {
    protocol: 'tls',
    version: among('minVersion', 'secureProtocol'),
    maximum: among('maxVersion'),
    suites: among('ciphers', 'cipherSuites'),
    groups: among('ecdhCurve'),
    schemes: among('sigalgs'),
  },
};

const TLS: readonly CallRow[] = [
  ...[
    'tls.connect',
    'tls.createServer',
    'tls.createSecureContext',
    'tls.Server',
    'tls.TLSSocket',
    'https.createServer',
    'https.Server',
    'https.Agent',
    'https.request',
    'https.get',
    'http2.createSecureServer',
  ].map((symbol): CallRow => ({ symbol, library: 'node:tls', ...OPTIONS })),
  { symbol: 'tls.DEFAULT_MIN_VERSION=', library: 'node:tls', protocol: { protocol: 'tls', version: '0' } },
  { symbol: 'tls.DEFAULT_MAX_VERSION=', library: 'node:tls', protocol: { protocol: 'tls', version: '0' } },
  { symbol: 'tls.DEFAULT_CIPHERS=', library: 'node:tls', protocol: { protocol: 'tls', suites: '0' } },
  { symbol: 'tls.DEFAULT_ECDH_CURVE=', library: 'node:tls', protocol: { protocol: 'tls', groups: '0' } },
];

/** Calls of Node.js and of browsers. */
export const NODE_ROWS: readonly CallRow[] = [...NODE, ...WEB, ...TLS];
