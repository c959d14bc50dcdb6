// golang.org/x/crypto, and what was forked from it (ProtonMail/go-crypto). pkg.go.dev/golang.org/x/crypto.

import type { AlgorithmId } from '../../../model/algorithm.ts';
import { parseAlgorithmName } from '../../names.ts';
import { DECRYPT, DERIVE, DIGEST, ENCRYPT, KEYGEN, rowsOf, SIGN, TAG, VERIFY } from '../make-row.ts';
import type { CallRow, Constant } from '../row.ts';
import { toSays } from '../says.ts';

const X = 'golang.org/x/crypto';
const { call, calls } = rowsOf(X, `${X}/`);
const BLOCK = 'crypto/cipher.Block';

const CIPHERS: readonly CallRow[] = [
  call('chacha20poly1305.New', {}, { uses: { algorithm: 'chacha20-poly1305' } }),
  call('chacha20poly1305.NewX', {}, { uses: { algorithm: 'xchacha20-poly1305' } }),
  call('chacha20.NewUnauthenticatedCipher', {}, { uses: { algorithm: 'chacha20' } }),
  call('chacha20.HChaCha20', {}, { uses: { algorithm: 'xchacha20' } }),
  ...calls('salsa20.XORKeyStream salsa20/salsa.XORKeyStream', {}, { uses: { algorithm: 'salsa20' }, functions: ENCRYPT }),
  ...calls('blowfish.NewCipher blowfish.NewSaltedCipher', { key: '0' }, { uses: { algorithm: 'blowfish' }, returns: BLOCK }),
  call('cast5.NewCipher', { key: '0' }, { uses: { algorithm: 'cast5' }, returns: BLOCK }),
  call('twofish.NewCipher', { key: '0' }, { uses: { algorithm: 'twofish' }, returns: BLOCK }),
  ...calls('tea.NewCipher tea.NewCipherWithRounds xtea.NewCipher', {}, { uses: { algorithm: 'tea' }, returns: BLOCK }),
  call('xts.NewCipher', { algorithm: '0' }, { uses: { mode: 'xts' } }),
];

const HASHES: readonly CallRow[] = [
  call('md4.New', {}, { uses: { algorithm: 'md4' }, functions: DIGEST }),
  call('ripemd160.New', {}, { uses: { algorithm: 'ripemd-160' }, functions: DIGEST }),
  ...(['256', '384', '512'] as const).map((bits) =>
    call(`blake2b.New${bits}`, {}, { uses: { algorithm: 'blake2b', outputBits: Number(bits) }, functions: DIGEST }),
  ),
  ...(['256', '384', '512'] as const).map((bits) =>
    call(`blake2b.Sum${bits}`, {}, { uses: { algorithm: 'blake2b', outputBits: Number(bits) }, functions: DIGEST }),
  ),
  ...calls('blake2b.New blake2b.NewXOF', { outputBytes: '0' }, { uses: { algorithm: 'blake2b' }, functions: DIGEST }),
  ...calls('blake2s.New128 blake2s.New256 blake2s.Sum256 blake2s.NewXOF', {}, { uses: { algorithm: 'blake2s' }, functions: DIGEST }),
  ...calls('poly1305.New poly1305.Sum', {}, { uses: { algorithm: 'poly1305' }, functions: TAG }),
  call('poly1305.Verify', {}, { uses: { algorithm: 'poly1305' }, functions: VERIFY }),
];

const DERIVATION: readonly CallRow[] = [
  ...calls('hkdf.New hkdf.Extract hkdf.Expand', { digest: '0' }, { uses: { algorithm: 'hkdf' }, functions: DERIVE }),
  call('pbkdf2.Key', { iterations: '2', outputBytes: '3', digest: '4' }, { uses: { algorithm: 'pbkdf2' }, functions: DERIVE }),
  call('scrypt.Key', { outputBytes: '5' }, { uses: { algorithm: 'scrypt' }, functions: DERIVE }),
  ...calls('argon2.Key argon2.IDKey', { iterations: '2', outputBytes: '5' }, { uses: { algorithm: 'argon2' }, functions: DERIVE }),
  ...calls('bcrypt.GenerateFromPassword bcrypt.CompareHashAndPassword', {}, { uses: { algorithm: 'bcrypt' }, functions: DERIVE }),
];

// NaCl: box is X25519 with XSalsa20-Poly1305, secretbox XSalsa20-Poly1305, sign Ed25519, auth HMAC-SHA-512-256. nacl.cr.yp.to.
const BOX = { algorithm: 'xsalsa20-poly1305', parts: [{ algorithm: 'x25519' }] } as const;
const NACL: readonly CallRow[] = [
  call('nacl/box.GenerateKey', {}, { uses: { algorithm: 'x25519' }, functions: KEYGEN }),
  ...calls('nacl/box.Seal nacl/box.SealAfterPrecomputation nacl/box.SealAnonymous', {}, { uses: BOX, functions: ENCRYPT }),
  ...calls('nacl/box.Open nacl/box.OpenAfterPrecomputation nacl/box.OpenAnonymous', {}, { uses: BOX, functions: DECRYPT }),
  call('nacl/box.Precompute', {}, { uses: { algorithm: 'x25519' }, functions: DERIVE }),
  call('nacl/secretbox.Seal', {}, { uses: { algorithm: 'xsalsa20-poly1305' }, functions: ENCRYPT }),
  call('nacl/secretbox.Open', {}, { uses: { algorithm: 'xsalsa20-poly1305' }, functions: DECRYPT }),
  call('nacl/sign.GenerateKey', {}, { uses: { algorithm: 'ed25519' }, functions: KEYGEN }),
  call('nacl/sign.Sign', {}, { uses: { algorithm: 'ed25519' }, functions: SIGN }),
  call('nacl/sign.Open', {}, { uses: { algorithm: 'ed25519' }, functions: VERIFY }),
  ...calls('nacl/auth.Sum nacl/auth.Verify', {}, { uses: { algorithm: 'hmac', digest: 'sha-512' }, functions: TAG }),
  ...calls('curve25519.X25519 curve25519.ScalarMult curve25519.ScalarBaseMult', {}, { uses: { algorithm: 'x25519' }, functions: DERIVE }),
];

// What a list of an SSH configuration names; each item is read as a call of its field (`go/sites.ts`).
const SSH_LISTS = ['Ciphers', 'KeyExchanges', 'MACs', 'HostKeyAlgorithms', 'PublicKeyAuthAlgorithms'];
const SSH: readonly CallRow[] = [
  ...['ClientConfig', 'ServerConfig', 'Config'].flatMap((type): readonly CallRow[] => [
    {
      symbol: `${X}/ssh.${type}`,
      library: X,
      returns: `${X}/ssh.${type}`,
      ...(type === 'Config' ? { silent: true } : { protocol: { protocol: 'ssh' } }),
    },
    ...SSH_LISTS.map((field) => call(`ssh.${type}.${field}[]`, { algorithm: '0' }, { needs: true })),
    ...SSH_LISTS.map((field) => call(`ssh.${type}.${field}=`, { algorithm: '0' }, { needs: true })),
  ]),
  ...calls('ssh.Dial ssh.NewClientConn ssh.NewServerConn', {}, { protocol: { protocol: 'ssh' } }),
  call('ssh.NewPublicKey', { shares: '0' }, { needs: true }),
];

const OPENPGP: readonly CallRow[] = ['golang.org/x/crypto/openpgp', 'github.com/ProtonMail/go-crypto/openpgp'].flatMap((module) => [
  ...rowsOf('openpgp', `${module}.`).calls('NewEntity', { shares: '3' }, { functions: KEYGEN, needs: true }),
  ...rowsOf('openpgp', `${module}/packet.`).calls(
    'Config',
    { algorithm: '=DefaultCipher', digest: '=DefaultHash', keyBits: '=RSABits' },
    { needs: true },
  ),
]);

/** Calls of golang.org/x/crypto. */
export const EXTENDED_ROWS: readonly CallRow[] = [...CIPHERS, ...HASHES, ...DERIVATION, ...NACL, ...SSH, ...OPENPGP];

/** Names of the constants of x/crypto/ssh and what they are in the protocol; RFC 4253, 5656, 8332, 8709, 8731. */
const SSH_NAMES: readonly (readonly [string, string])[] = [
  ['CipherAES128GCM', 'aes128-gcm'],
  ['CipherAES256GCM', 'aes256-gcm'],
  ['CipherChaCha20Poly1305', 'chacha20-poly1305'],
  ['CipherAES128CTR', 'aes128-ctr'],
  ['CipherAES192CTR', 'aes192-ctr'],
  ['CipherAES256CTR', 'aes256-ctr'],
  ['InsecureCipherAES128CBC', 'aes128-cbc'],
  ['InsecureCipherTripleDESCBC', '3des-cbc'],
  ['InsecureCipherRC4', 'arcfour'],
  ['InsecureCipherRC4128', 'rc4-128'],
  ['InsecureCipherRC4256', 'rc4-256'],
  ['InsecureKeyExchangeDH1SHA1', 'diffie-hellman-group1-sha1'],
  ['InsecureKeyExchangeDH14SHA1', 'diffie-hellman-group14-sha1'],
  ['InsecureKeyExchangeDHGEXSHA1', 'diffie-hellman-group-exchange-sha1'],
  ['KeyExchangeDH14SHA256', 'diffie-hellman-group14-sha256'],
  ['KeyExchangeDH16SHA512', 'diffie-hellman-group16-sha512'],
  ['KeyExchangeDHGEXSHA256', 'diffie-hellman-group-exchange-sha256'],
  ['KeyExchangeECDHP256', 'ecdh-sha2-nistp256'],
  ['KeyExchangeECDHP384', 'ecdh-sha2-nistp384'],
  ['KeyExchangeECDHP521', 'ecdh-sha2-nistp521'],
  ['KeyExchangeCurve25519', 'curve25519-sha256'],
  ['KeyExchangeMLKEM768X25519', 'mlkem768x25519-sha256'],
  ['HMACSHA256ETM', 'hmac-sha2-256'],
  ['HMACSHA512ETM', 'hmac-sha2-512'],
  ['HMACSHA256', 'hmac-sha2-256'],
  ['HMACSHA512', 'hmac-sha2-512'],
  ['HMACSHA1', 'hmac-sha1'],
  ['InsecureHMACSHA196', 'hmac-sha1-96'],
  ['KeyAlgoRSA', 'rsa-sha1'],
  ['KeyAlgoRSASHA256', 'rsa-sha2-256'],
  ['KeyAlgoRSASHA512', 'rsa-sha2-512'],
  ['KeyAlgoDSA', 'dsa'],
  ['InsecureKeyAlgoDSA', 'dsa'],
  ['KeyAlgoECDSA256', 'es256'],
  ['KeyAlgoECDSA384', 'es384'],
  ['KeyAlgoECDSA521', 'es512'],
  ['KeyAlgoSKECDSA256', 'es256'],
  ['KeyAlgoED25519', 'ed25519'],
  ['KeyAlgoSKED25519', 'ed25519'],
  ['SigAlgoRSA', 'rsa-sha1'],
  ['SigAlgoRSASHA2256', 'rsa-sha2-256'],
  ['SigAlgoRSASHA2512', 'rsa-sha2-512'],
];

const PGP_CIPHERS: readonly (readonly [string, AlgorithmId, number | undefined])[] = [
  ['Cipher3DES', '3des', undefined],
  ['CipherCAST5', 'cast5', undefined],
  ['CipherAES128', 'aes', 128],
  ['CipherAES192', 'aes', 192],
  ['CipherAES256', 'aes', 256],
];

/** Constants of golang.org/x/crypto. */
export const EXTENDED_CONSTANTS: readonly (readonly [string, Constant])[] = [
  ...SSH_NAMES.flatMap(([name, written]) => {
    const use = parseAlgorithmName(written);
    return use === undefined ? [] : [[`${X}/ssh.${name}`, { library: X, says: toSays(use) }] as const];
  }),
  ...PGP_CIPHERS.flatMap(([name, algorithm, keyBits]) =>
    ['golang.org/x/crypto/openpgp', 'github.com/ProtonMail/go-crypto/openpgp'].map(
      (module) =>
        [`${module}/packet.${name}`, { library: 'openpgp', says: { algorithm, ...(keyBits === undefined ? {} : { keyBits }) } }] as const,
    ),
  ),
];
