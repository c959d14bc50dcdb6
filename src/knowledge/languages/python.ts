// The cryptographic APIs of Python, joined; and one spelling for modules that have several.

import { guessPython } from './python/bindings.ts';
import { PYPI_CONSTANTS, PYPI_ROWS } from './python/packages.ts';
import { PYCA_CONSTANTS, PYCA_ROWS } from './python/pyca.ts';
import { STANDARD_CONSTANTS, STANDARD_ROWS } from './python/standard.ts';
import { type Catalogue, type LibraryName, toCatalogue } from './row.ts';
import { SODIUM_FUNCTIONS } from './sodium-names.ts';

const CONSTANTS = new Map([...STANDARD_CONSTANTS, ...PYCA_CONSTANTS, ...PYPI_CONSTANTS]);

const MODULES: readonly LibraryName[] = (
  [
    ['hashlib$', 'hashlib'],
    ['hmac$', 'hmac'],
    ['ssl$', 'ssl'],
    ['secrets$', 'secrets'],
    ['cryptography', 'cryptography'],
    ['Crypto.', 'pycryptodome'],
    ['Crypto$', 'pycryptodome'],
    ['nacl', 'pynacl'],
    ['pysodium', 'pysodium'],
    ['jwt', 'pyjwt'],
    ['jose', 'python-jose'],
    ['authlib.jose', 'authlib'],
    ['joserfc', 'joserfc'],
    ['jwcrypto', 'jwcrypto'],
    ['itsdangerous', 'itsdangerous'],
    ['paramiko', 'paramiko'],
    ['oqs$', 'liboqs-python'],
    ['bcrypt$', 'bcrypt'],
    ['argon2', 'argon2-cffi'],
    ['scrypt$', 'scrypt'],
    ['OpenSSL', 'pyopenssl'],
    ['M2Crypto', 'm2crypto'],
    ['ecdsa', 'ecdsa'],
    ['rsa$', 'rsa'],
    ['tinyec', 'tinyec'],
    ['gmssl', 'gmssl'],
    ['passlib', 'passlib'],
    ['asyncssh', 'asyncssh'],
    ['mbedtls', 'python-mbedtls'],
    ['kyber_py', 'kyber-py'],
    ['dilithium_py', 'dilithium-py'],
    ['slhdsa', 'slh-dsa'],
    ['pqcrypto', 'pqcrypto'],
    ['dtls', 'dtls'],
    ['paho.mqtt', 'paho-mqtt'],
    ['urllib3.util', 'urllib3'],
  ] as const
).map(([module, library]) => ({ module, library }));

/** Python. */
export const PYTHON_CATALOGUE: Catalogue = toCatalogue({
  rows: [...STANDARD_ROWS, ...PYCA_ROWS, ...PYPI_ROWS],
  guess: guessPython,
  guessedNames: [...SODIUM_FUNCTIONS, 'keygen', 'encaps', 'decaps', 'sign', 'verify', 'generate_keypair', 'encrypt', 'decrypt'],
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
    ...['bcrypt', 'argon2', 'OpenSSL', 'ecdsa', 'passlib', 'asyncssh', 'mbedtls', 'authlib', 'joserfc', 'jwcrypto', 'itsdangerous'],
    ...[
      'M2Crypto',
      'import rsa',
      'from rsa',
      'tinyec',
      'gmssl',
      'pysodium',
      'kyber_py',
      'dilithium_py',
      'slhdsa',
      'pqcrypto',
      'tls_set',
      'SystemRandom',
    ],
    ...['import scrypt', 'from dtls', 'import dtls', 'create_urllib3_context', 'ssl_version'],
  ],
});

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/^Cryptodome(?=\.|$)/, 'Crypto'],
  [/^pyOpenSSL(?=\.|$)/, 'OpenSSL'],
  [/^cryptography\.hazmat\.primitives\.asymmetric\.(rsa)\.RSA(Private|Public)Key$/, 'cryptography.RSA$2Key'],
  [/^cryptography\.hazmat\.primitives\.asymmetric\.ec\.EllipticCurve(Private|Public)Key$/, 'cryptography.EC$1Key'],
  [/^paramiko\.(?:rsakey|ecdsakey|ed25519key)\./, 'paramiko.'],
  [/^nacl\.bindings\./, 'nacl.'],
  [
    /^cryptography\.hazmat\.primitives\.asymmetric\.(?:ed25519|ed448|x25519|x448|mldsa|mlkem)\.((?:Ed|X|MLDSA|MLKEM)\d+(?:Private|Public)Key)(?=$)/,
    'cryptography.$1',
  ],
  [/^paramiko\.(?:transport|client|dsskey)\./, 'paramiko.'],
  [/^argon2\._password_hasher\./, 'argon2.'],
  [/^passlib\.handlers\.\w{1,30}\./, 'passlib.hash.'],
  [/^jwt\.api_jwt\./, 'jwt.'],
  [/^(?:itsdangerous)\.(?:signer|timed|url_safe|serializer)\./, 'itsdangerous.'],
];

/** One spelling for the full name of a thing in a module. */
export function normalisePython(symbol: string): string {
  return SPELLINGS.reduce((name, [pattern, replacement]) => name.replace(pattern, replacement), symbol.slice(0, 200));
}
