// The cryptographic APIs of Go, joined; and one spelling for packages that have several paths.

import { EXTENDED_CONSTANTS, EXTENDED_ROWS } from './go/extended.ts';
import { findTokenConstant, PACKAGE_CONSTANTS, PACKAGE_ROWS } from './go/packages.ts';
import { STANDARD_CONSTANTS, STANDARD_ROWS } from './go/standard.ts';
import { findTlsConstant, TLS_CONSTANTS, TLS_ROWS } from './go/tls.ts';
import { type Catalogue, type Constant, type LibraryName, toCatalogue } from './row.ts';

const CONSTANTS: ReadonlyMap<string, Constant> = new Map([
  ...STANDARD_CONSTANTS,
  ...TLS_CONSTANTS,
  ...EXTENDED_CONSTANTS,
  ...PACKAGE_CONSTANTS,
]);

const MODULES: readonly LibraryName[] = (
  [
    ['crypto$', 'crypto'],
    ...[
      'aes',
      'cipher',
      'des',
      'dsa',
      'ecdh',
      'ecdsa',
      'ed25519',
      'elliptic',
      'fips140',
      'hkdf',
      'hmac',
      'hpke',
      'md5',
      'mldsa',
      'mlkem',
    ].map((name) => [`crypto/${name}$`, `crypto/${name}`] as const),
    ...['pbkdf2', 'rand', 'rc4', 'rsa', 'sha1', 'sha256', 'sha3', 'sha512', 'subtle', 'tls', 'x509'].map(
      (name) => [`crypto/${name}$`, `crypto/${name}`] as const,
    ),
    ['golang.org/x/crypto/', 'golang.org/x/crypto'],
    ['github.com/cloudflare/circl', 'cloudflare/circl'],
    ['github.com/cloudflare/cfssl', 'cfssl'],
    ['github.com/golang-jwt/jwt', 'golang-jwt'],
    ['github.com/go-jose/go-jose', 'go-jose'],
    ['github.com/lestrrat-go/jwx', 'lestrrat-go/jwx'],
    ['github.com/tink-crypto/tink-go', 'tink-go'],
    ['github.com/pion/dtls', 'pion/dtls'],
    ['github.com/ProtonMail/go-crypto', 'ProtonMail/go-crypto'],
    ['github.com/minio/sha256-simd', 'minio/sha256-simd'],
    ['github.com/zeebo/blake3', 'blake3'],
    ['lukechampine.com/blake3', 'blake3'],
    ['github.com/btcsuite/btcd/btcec', 'secp256k1'],
    ['github.com/decred/dcrd/dcrec/secp256k1', 'secp256k1'],
    ['github.com/ethereum/go-ethereum/crypto', 'go-ethereum'],
    ['github.com/open-quantum-safe/liboqs-go', 'liboqs-go'],
    ['go.step.sm/crypto', 'go.step.sm/crypto'],
    ['filippo.io/age', 'filippo.io/age'],
    ['filippo.io/edwards25519', 'filippo.io/edwards25519'],
    ['filippo.io/mldsa', 'filippo.io/mldsa'],
    ['filippo.io/mlkem768', 'filippo.io/mlkem768'],
  ] as const
).map(([module, library]) => ({ module, library }));

/** Go. */
export const GO_CATALOGUE: Catalogue = toCatalogue({
  rows: [...STANDARD_ROWS, ...TLS_ROWS, ...EXTENDED_ROWS, ...PACKAGE_ROWS],
  findConstant: (name) => CONSTANTS.get(name) ?? findTlsConstant(name) ?? findTokenConstant(name),
  libraries: MODULES,
  literals: [
    ...[
      '"crypto"',
      '"crypto/',
      'golang.org/x/crypto/',
      'ListenAndServeTLS',
      'github.com/cloudflare/circl/',
      'github.com/cloudflare/cfssl/',
    ],
    ...[
      'golang-jwt/jwt',
      'dgrijalva/jwt-go',
      'form3tech-oss/jwt-go',
      'go-jose',
      'lestrrat-go/jwx',
      'tink-go',
      '/tink/go/',
      'github.com/pion/dtls',
    ],
    ...[
      'ProtonMail/go-crypto',
      'minio/sha256-simd',
      '/blake3"',
      'btcsuite/btcd/btcec',
      'dcrec/secp256k1',
      'go-ethereum/crypto',
      'liboqs-go',
      'go.step.sm/crypto/',
      '"filippo.io/',
    ],
  ],
});

const VERSION = /\/v\d{1,3}(?=\/|\.[A-Z]|$)/;
// Older homes of a package; the first that fits is applied once.
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/^gopkg\.in\/(?:square\/)?go-jose\.v\d(?=[./]|$)/, 'github.com/go-jose/go-jose'],
  [/^github\.com\/square\/go-jose(?=[./]|$)/, 'github.com/go-jose/go-jose'],
  // It hands on the names of go-jose.
  [/^go\.step\.sm\/crypto\/jose(?=[./]|$)/, 'github.com/go-jose/go-jose'],
  [/^github\.com\/(?:dgrijalva|form3tech-oss)\/jwt-go(?=[./]|$)/, 'github.com/golang-jwt/jwt'],
  [/^github\.com\/google\/tink\/go(?=[./]|$)/, 'github.com/tink-crypto/tink-go'],
  [/^(crypto\/(?:rsa|ecdsa|ed25519|ecdh|dsa)\.P)ublicKey\./, '$1rivateKey.'],
];

/** One spelling for the full name of a thing in a package: the path without its version, a public key's methods beside the private one's. */
export function normaliseGo(symbol: string): string {
  const short = symbol.slice(0, 200).replace(VERSION, '');
  return SPELLINGS.reduce((name, [pattern, replacement]) => name.replace(pattern, replacement), short);
}

const LAST = /([\w-]{1,100})(?:\.v\d{1,3})?$/;

/** The name that a package has where it is imported without one: the last part of its path, past a version. */
export function packageName(path: string): string {
  const last = LAST.exec(path.replace(/\/v\d{1,3}$/, ''))?.[1] ?? '';
  return PACKAGE_NAMES.get(last) ?? last;
}

// Packages whose name is not the end of their path.
const PACKAGE_NAMES: ReadonlyMap<string, string> = new Map([
  ['go-jose', 'jose'],
  ['jwt-go', 'jwt'],
  ['sha256-simd', 'sha256'],
]);
