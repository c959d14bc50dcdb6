// The cryptographic APIs of Python, joined; and one spelling for modules that have several.

import { PYPI_CONSTANTS, PYPI_ROWS } from './python/packages.ts';
import { PYCA_CONSTANTS, PYCA_ROWS } from './python/pyca.ts';
import { STANDARD_CONSTANTS, STANDARD_ROWS } from './python/standard.ts';
import { type Catalogue, type LibraryName, toCatalogue } from './row.ts';

const CONSTANTS = new Map([...STANDARD_CONSTANTS, ...PYCA_CONSTANTS, ...PYPI_CONSTANTS]);

const MODULES: readonly LibraryName[] = (
  [
    ['hashlib$', 'hashlib'],
    ['hmac$', 'hmac'],
    ['ssl$', 'ssl'],
    ['secrets$', 'secrets'],
    ['cryptography', 'pyca/cryptography'],
    ['Crypto.', 'pycryptodome'],
    ['Crypto$', 'pycryptodome'],
    ['nacl', 'pynacl'],
    ['jwt', 'pyjwt'],
    ['jose', 'python-jose'],
    ['paramiko', 'paramiko'],
    ['oqs$', 'oqs-python'],
    ['bcrypt$', 'bcrypt'],
    ['argon2', 'argon2-cffi'],
    ['OpenSSL', 'pyopenssl'],
    ['ecdsa', 'ecdsa'],
    ['passlib', 'passlib'],
    ['asyncssh', 'asyncssh'],
    ['mbedtls', 'python-mbedtls'],
  ] as const
).map(([module, library]) => ({ module, library }));

/** Python. */
export const PYTHON_CATALOGUE: Catalogue = toCatalogue({
  rows: [...STANDARD_ROWS, ...PYCA_ROWS, ...PYPI_ROWS],
  findConstant: (name) => CONSTANTS.get(name),
  libraries: MODULES,
  literals: [
    ...[
      'hashlib',
      'import hmac',
      'hmac.',
      'from hmac',
      'import ssl',
      'ssl.',
      'from ssl',
      'import secrets',
      'from secrets',
      'secrets.',
      'os.urandom',
      'urandom',
    ],
    ...[
      'cryptography',
      'Crypto.',
      'Cryptodome',
      'nacl.',
      'import nacl',
      'import jwt',
      'from jwt',
      'jwt.',
      'from jose',
      'jose',
      'paramiko',
      'import oqs',
      'oqs.',
    ],
    ...['bcrypt', 'argon2', 'OpenSSL', 'ecdsa', 'passlib', 'asyncssh', 'python-mbedtls'],
  ],
});

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/^Cryptodome(?=\.|$)/, 'Crypto'],
  [/^cryptography\.hazmat\.primitives\.asymmetric\.(rsa)\.RSA(Private|Public)Key$/, 'cryptography.RSA$2Key'],
  [/^cryptography\.hazmat\.primitives\.asymmetric\.ec\.EllipticCurve(Private|Public)Key$/, 'cryptography.EC$1Key'],
  [/^paramiko\.(?:rsakey|ecdsakey|ed25519key)\./, 'paramiko.'],
  [/^nacl\.bindings\./, 'nacl.'],
];

/** One spelling for the full name of a thing in a module. */
export function normalisePython(symbol: string): string {
  return SPELLINGS.reduce((name, [pattern, replacement]) => name.replace(pattern, replacement), symbol.slice(0, 200));
}
