// Cryptographic packages of Go beside the standard library, by their documentation on pkg.go.dev: cloudflare/circl, golang-jwt, go-jose,
// lestrrat-go/jwx, tink-go, filippo.io, secp256k1, blake3, cfssl, acme. Versions in paths are taken off before (`languages/go.ts`).

import type { AlgorithmId } from '../../../model/algorithm.ts';
import { parseAlgorithmName } from '../../names.ts';
import { DECAPSULATE, DECRYPT, DERIVE, DIGEST, ENCAPSULATE, ENCRYPT, KEYGEN, rowsOf, SIGN, VERIFY } from '../make-row.ts';
import type { CallRow, Constant } from '../row.ts';
import { toSays } from '../says.ts';

const CIRCL = 'github.com/cloudflare/circl/';

const CIRCL_PACKAGES: readonly (readonly [string, AlgorithmId])[] = [
  ...(['512', '768', '1024'] as const).flatMap((set) => [
    [`kem/mlkem/mlkem${set}`, `ml-kem-${set}`] as const,
    [`kem/kyber/kyber${set}`, 'kyber'] as const,
    [`pke/kyber/kyber${set}`, 'kyber'] as const,
  ]),
  ...(['44', '65', '87'] as const).map((set) => [`sign/mldsa/mldsa${set}`, `ml-dsa-${set}`] as const),
  ...['mode2', 'mode3', 'mode5', 'mode2aes', 'mode3aes', 'mode5aes'].map((mode) => [`sign/dilithium/${mode}`, 'dilithium'] as const),
  ['kem/xwing', 'x-wing'],
  ['kem/frodo/frodo640shake', 'frodokem'],
  ['kem/sike', 'unrecognised'],
  ['sign/dilithium', 'dilithium'],
  ['sign/slhdsa', 'slh-dsa'],
  ['sign/ed25519', 'ed25519'],
  ['sign/ed448', 'ed448'],
  ['sign/bls', 'bls'],
  ['dh/x25519', 'x25519'],
  ['dh/x448', 'x448'],
  ['hpke', 'hpke'],
];

const circl = rowsOf('cloudflare/circl', CIRCL);
const CIRCL_ROWS: readonly CallRow[] = [
  ...CIRCL_PACKAGES.flatMap(([module, algorithm]) => {
    const key = `${CIRCL}${module}.Key`;
    const of = (names: string): string => names.replaceAll(/\S+/g, `${module}.$&`);
    const uses = { algorithm };
    return [
      ...circl.calls(of('GenerateKey GenerateKeyPair NewKeyFromSeed KeyGen'), {}, { uses, functions: KEYGEN, returns: key }),
      ...circl.calls(of('Scheme NewSuite ModeByName'), {}, { uses, names: true, returns: `${CIRCL}${module}.Scheme` }),
      ...circl.calls(of('Sign SignTo SignPh Key.Sign'), {}, { uses, functions: SIGN }),
      ...circl.calls(of('Scheme.Sign'), {}, { uses, functions: SIGN, continues: true }),
      ...circl.calls(of('Verify VerifyAny VerifyPh'), {}, { uses, functions: VERIFY }),
      ...circl.calls(of('Scheme.Verify'), {}, { uses, functions: VERIFY, continues: true }),
      ...circl.calls(of('Shared KeyGen'), {}, { uses, functions: DERIVE }),
      ...circl.calls(of('Encapsulate Key.EncapsulateTo'), {}, { uses, functions: ENCAPSULATE }),
      ...circl.calls(of('Scheme.Encapsulate'), {}, { uses, functions: ENCAPSULATE, continues: true }),
      ...circl.calls(of('Decapsulate Key.DecapsulateTo'), {}, { uses, functions: DECAPSULATE }),
      ...circl.calls(of('Scheme.Decapsulate'), {}, { uses, functions: DECAPSULATE, continues: true }),
      ...circl.calls(
        of('Scheme.GenerateKeyPair Scheme.GenerateKey Scheme.DeriveKeyPair'),
        {},
        { uses, functions: KEYGEN, continues: true, returns: key },
      ),
    ];
  }),
  circl.call(
    'sign/slhdsa.GenerateKey',
    { algorithm: '1' },
    { uses: { algorithm: 'slh-dsa' }, functions: KEYGEN, returns: `${CIRCL}sign/slhdsa.Key` },
  ),
  ...circl.calls('kem/schemes.ByName sign/schemes.ByName', { algorithm: '0' }, { needs: true }),
];

const JWT = 'github.com/golang-jwt/jwt';
const jwt = rowsOf('golang-jwt', `${JWT}.`);
const JOSE = 'github.com/go-jose/go-jose';
const jose = rowsOf('go-jose', `${JOSE}.`);
const JWX = 'github.com/lestrrat-go/jwx';
const jwx = rowsOf('lestrrat-go/jwx', `${JWX}/`);
const TOKENS: readonly CallRow[] = [
  ...jwt.calls('NewWithClaims New GetSigningMethod', { algorithm: '0' }, { functions: SIGN, needs: true, returns: `${JWT}.Token` }),
  jwt.call('WithValidMethods', { algorithm: '0' }, { functions: VERIFY, needs: true }),
  jose.call('SigningKey', { algorithm: '=Algorithm' }, { functions: SIGN, needs: true }),
  jose.call('Recipient', { algorithm: '=Algorithm' }, { functions: ENCRYPT, needs: true }),
  jose.call('NewEncrypter', { algorithm: '0' }, { functions: ENCRYPT, needs: true }),
  ...jwx.calls('jwt.WithKey jws.WithKey jwe.WithKey', { algorithm: '0' }, { needs: true }),
  ...jwx.calls('jws.Sign jws.Verify', { algorithm: '1' }, { needs: true }),
  jwx.call('jwe.WithContentEncryption', { algorithm: '0' }, { functions: ENCRYPT, needs: true }),
];

const tink = rowsOf('tink-go', 'github.com/tink-crypto/tink-go/');
/** Templates of keys by the name of their function. developers.google.com/tink/supported-key-types. */
const TINK: readonly CallRow[] = (
  [
    ['aead.AES128GCMKeyTemplate', 'aes-128-gcm'],
    ['aead.AES256GCMKeyTemplate', 'aes-256-gcm'],
    ['aead.AES256GCMNoPrefixKeyTemplate', 'aes-256-gcm'],
    ['aead.AES128GCMSIVKeyTemplate', 'aes-128-gcm-siv'],
    ['aead.AES256GCMSIVKeyTemplate', 'aes-256-gcm-siv'],
    ['aead.AES128CTRHMACSHA256KeyTemplate', 'aes-128-ctr'],
    ['aead.AES256CTRHMACSHA256KeyTemplate', 'aes-256-ctr'],
    ['aead.ChaCha20Poly1305KeyTemplate', 'chacha20-poly1305'],
    ['aead.XChaCha20Poly1305KeyTemplate', 'xchacha20-poly1305'],
    ['daead.AESSIVKeyTemplate', 'aes-256-siv'],
    ['mac.HMACSHA256Tag128KeyTemplate', 'hmac-sha256'],
    ['mac.HMACSHA256Tag256KeyTemplate', 'hmac-sha256'],
    ['mac.HMACSHA512Tag256KeyTemplate', 'hmac-sha512'],
    ['mac.HMACSHA512Tag512KeyTemplate', 'hmac-sha512'],
    ['mac.AESCMACTag128KeyTemplate', 'aes-256-cmac'],
    ['signature.ECDSAP256KeyTemplate', 'es256'],
    ['signature.ECDSAP384KeyTemplate', 'es384'],
    ['signature.ECDSAP384SHA384KeyTemplate', 'es384'],
    ['signature.ECDSAP521KeyTemplate', 'es512'],
    ['signature.ED25519KeyTemplate', 'ed25519'],
    ['signature.RSA_SSA_PKCS1_3072_SHA256_F4_Key_Template', 'rs256'],
    ['signature.RSA_SSA_PSS_3072_SHA256_32_F4_Key_Template', 'ps256'],
    ['hybrid.ECIESHKDFAES128GCMKeyTemplate', 'ecies'],
    ['hybrid.DHKEM_X25519_HKDF_SHA256_HKDF_SHA256_AES_256_GCM_Key_Template', 'hpke'],
  ] as const
).flatMap(([name, written]) => {
  const use = parseAlgorithmName(written);
  return use === undefined ? [] : [tink.call(name, {}, { uses: toSays(use) })];
});

const DCR = 'github.com/decred/dcrd/dcrec/secp256k1';
const SECP256K1: readonly CallRow[] = ['github.com/btcsuite/btcd/btcec', DCR].flatMap((module) => {
  const { calls } = rowsOf('secp256k1', `${module}`);
  const uses = { algorithm: 'ecdsa', curve: 'secp256k1' } as const;
  return [
    ...calls('.NewPrivateKey .GeneratePrivateKey', {}, { uses, functions: KEYGEN, returns: `${module}.PrivateKey` }),
    ...calls('.PrivKeyFromBytes', {}, { uses, returns: `${module}.PrivateKey` }),
    ...calls('/ecdsa.Sign /ecdsa.SignCompact', {}, { uses, functions: SIGN }),
    ...calls('.S256', {}, { uses: { algorithm: 'ec', curve: 'secp256k1' }, names: true }),
    ...calls('.GenerateSharedSecret', {}, { uses: { algorithm: 'ecdh', curve: 'secp256k1' }, functions: DERIVE }),
  ];
});
const GETH: readonly CallRow[] = [
  ...rowsOf('go-ethereum', 'github.com/ethereum/go-ethereum/crypto.').calls(
    'Sign SigToPub Ecrecover GenerateKey',
    {},
    { uses: { algorithm: 'ecdsa', curve: 'secp256k1' } },
  ),
  ...rowsOf('go-ethereum', 'github.com/ethereum/go-ethereum/crypto.').calls(
    'Keccak256 Keccak256Hash',
    {},
    { uses: { algorithm: 'keccak' }, functions: DIGEST },
  ),
];

const SMALL: readonly CallRow[] = [
  ...['github.com/zeebo/blake3', 'lukechampine.com/blake3'].flatMap((module) =>
    rowsOf('blake3', `${module}.`).calls(
      'New Sum256 Sum512 NewKeyed NewDeriveKey DeriveKey',
      {},
      { uses: { algorithm: 'blake3' }, functions: DIGEST },
    ),
  ),
  // The age format: X25519 recipients, ChaCha20-Poly1305 payload. age-encryption.org/v1.
  ...rowsOf('filippo.io/age', 'filippo.io/age.').calls('GenerateX25519Identity', {}, { uses: { algorithm: 'x25519' }, functions: KEYGEN }),
  ...rowsOf('filippo.io/age', 'filippo.io/age.').calls('GenerateHybridIdentity', {}, { uses: { algorithm: 'x-wing' }, functions: KEYGEN }),
  rowsOf('filippo.io/age').call('filippo.io/age.Encrypt', {}, { uses: { algorithm: 'chacha20-poly1305' }, functions: ENCRYPT }),
  rowsOf('filippo.io/age').call('filippo.io/age.Decrypt', {}, { uses: { algorithm: 'chacha20-poly1305' }, functions: DECRYPT }),
  ...['NewScryptRecipient', 'NewScryptIdentity'].map((name) =>
    rowsOf('filippo.io/age').call(`filippo.io/age.${name}`, {}, { uses: { algorithm: 'scrypt' }, functions: DERIVE }),
  ),
  ...(['44', '65', '87'] as const).map((set) =>
    rowsOf('filippo.io/mldsa').call(`filippo.io/mldsa.MLDSA${set}`, {}, { uses: { algorithm: `ml-dsa-${set}` }, names: true }),
  ),
  ...(['768', '1024'] as const).flatMap((set) =>
    rowsOf('filippo.io/mlkem768', 'filippo.io/mlkem768.').calls(
      set === '768' ? 'GenerateKey Encapsulate Decapsulate NewKeyFromSeed' : 'GenerateKey1024',
      {},
      { uses: { algorithm: `ml-kem-${set}` } },
    ),
  ),
  {
    symbol: 'github.com/cloudflare/cfssl/csr.KeyRequest',
    library: 'cfssl',
    roles: { algorithm: '=A', keyBits: '=S' },
    functions: KEYGEN,
    needs: true,
  },
  { symbol: 'github.com/lestrrat-go/jwx/jwk.Import', library: 'lestrrat-go/jwx', roles: { shares: '0' }, needs: true },
];

const LIBOQS = 'github.com/open-quantum-safe/liboqs-go/oqs.';
const liboqs = rowsOf('liboqs-go', LIBOQS);
/** Keys of the step libraries: kty and curve as in RFC 7518; without them EC on P-256. pkg.go.dev/go.step.sm/crypto. */
const step = rowsOf('go.step.sm/crypto', 'go.step.sm/crypto/');
const MORE: readonly CallRow[] = [
  ...(
    [
      ['KeyEncapsulation', ['encapsulate', 'decapsulate']],
      ['Signature', ['sign', 'verify']],
    ] as const
  ).flatMap(([type, functions]) => [
    liboqs.call(type, {}, { silent: true, returns: `${LIBOQS}${type}` }),
    liboqs.call(`${type}.Init`, { algorithm: '0' }, { functions, needs: true }),
  ]),
  ...step.calls(
    'keyutil.GenerateKey keyutil.GenerateSigner keyutil.GenerateKeyPair',
    { algorithm: '0', curve: '1', keyBits: '2' },
    { functions: KEYGEN, needs: true },
  ),
  ...step.calls(
    'keyutil.GenerateDefaultKey keyutil.GenerateDefaultKeyPair keyutil.GenerateDefaultSigner',
    {},
    {
      uses: { algorithm: 'ec', curve: 'secp256r1' },
      functions: KEYGEN,
    },
  ),
  jose.call('GenerateJWK', { algorithm: '2|0', curve: '1', keyBits: '5' }, { functions: KEYGEN, needs: true }),
  step.call('kms/apiv1.CreateKeyRequest', { algorithm: '=SignatureAlgorithm', keyBits: '=Bits' }, { functions: KEYGEN, needs: true }),
];

/** Calls of packages. */
export const PACKAGE_ROWS: readonly CallRow[] = [...CIRCL_ROWS, ...TOKENS, ...TINK, ...SECP256K1, ...GETH, ...SMALL, ...MORE];

const TOKEN_NAME = /^github\.com\/(golang-jwt\/jwt|go-jose\/go-jose|lestrrat-go\/jwx\/jwa)\.(?:SigningMethod)?([A-Za-z]\w{1,30})(?:\(\))?$/;
const NOT_TOKENS: ReadonlySet<string> = new Set(['A', 'RSA', 'EC', 'None', 'NONE', 'DEFLATE', 'P256', 'P384', 'P521']);
const DIRECT = /^(?:DIRECT|ECDH_ES)$/;

/** An algorithm of JWS or JWE that is named as in RFC 7518 and RFC 8037, with `_` for `-`: `RS256`, `ECDH_ES_A128KW`, `A256GCM`. */
export function findTokenConstant(name: string): Constant | undefined {
  const [, library = '', written = ''] = TOKEN_NAME.exec(name) ?? [];
  if (written === '' || NOT_TOKENS.has(written)) return undefined;
  const token = DIRECT.test(written) ? 'ECDH-ES' : written.replaceAll('_', '-');
  const use = written === 'DIRECT' ? undefined : parseAlgorithmName(token);
  return use === undefined
    ? undefined
    : { library: library.startsWith('lestrrat') ? 'lestrrat-go/jwx' : (library.split('/')[0] ?? ''), says: toSays(use) };
}

// slhdsa.ID: the parameter sets of FIPS 205 by their names.
const SLH_DSA_SETS = (['sha2', 'shake'] as const).flatMap((hash) =>
  (['128', '192', '256'] as const).flatMap((bits) => (['s', 'f'] as const).map((speed) => [hash, `${bits}${speed}`] as const)),
);

/** Constants of packages. */
export const PACKAGE_CONSTANTS: readonly (readonly [string, Constant])[] = SLH_DSA_SETS.map(([hash, set]) => [
  `${CIRCL}sign/slhdsa.${hash.toUpperCase()}_${set}`,
  { library: 'cloudflare/circl', says: { algorithm: `slh-dsa-${hash}-${set}` as const } },
]);
