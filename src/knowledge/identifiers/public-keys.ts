// Object identifiers of classical public keys and signatures.

import { type OidRow, toRows } from './row.ts';

const RSA: readonly OidRow[] = [
  ...toRows('1.2.840.113549.1.1', 'RFC 8017 appendix A, C; RFC 4055', [
    ['1', 'rsaEncryption', 'rsa'],
    ['2', 'md2WithRSAEncryption', 'rsassa-pkcs1', { digest: 'md2' }],
    ['3', 'md4WithRSAEncryption', 'rsassa-pkcs1', { digest: 'md4' }],
    ['4', 'md5WithRSAEncryption', 'rsassa-pkcs1', { digest: 'md5' }],
    ['5', 'sha1WithRSAEncryption', 'rsassa-pkcs1', { digest: 'sha-1' }],
    ['7', 'id-RSAES-OAEP', 'rsaes-oaep'],
    ['10', 'id-RSASSA-PSS', 'rsassa-pss'],
    ['11', 'sha256WithRSAEncryption', 'rsassa-pkcs1', { digest: 'sha-256' }],
    ['12', 'sha384WithRSAEncryption', 'rsassa-pkcs1', { digest: 'sha-384' }],
    ['13', 'sha512WithRSAEncryption', 'rsassa-pkcs1', { digest: 'sha-512' }],
    ['14', 'sha224WithRSAEncryption', 'rsassa-pkcs1', { digest: 'sha-224' }],
    ['15', 'sha512-224WithRSAEncryption', 'rsassa-pkcs1', { digest: 'sha-512/224' }],
    ['16', 'sha512-256WithRSAEncryption', 'rsassa-pkcs1', { digest: 'sha-512/256' }],
  ]),
  ...toRows('2.16.840.1.101.3.4.3', 'NIST CSOR, signature algorithms', [
    ['13', 'id-rsassa-pkcs1-v1-5-with-sha3-224', 'rsassa-pkcs1', { digest: 'sha3-224' }],
    ['14', 'id-rsassa-pkcs1-v1-5-with-sha3-256', 'rsassa-pkcs1', { digest: 'sha3-256' }],
    ['15', 'id-rsassa-pkcs1-v1-5-with-sha3-384', 'rsassa-pkcs1', { digest: 'sha3-384' }],
    ['16', 'id-rsassa-pkcs1-v1-5-with-sha3-512', 'rsassa-pkcs1', { digest: 'sha3-512' }],
  ]),
  ...toRows('1.3.6.1.5.5.7.6', 'RFC 8692', [
    ['30', 'id-RSASSA-PSS-SHAKE128', 'rsassa-pss', { digest: 'shake128' }],
    ['31', 'id-RSASSA-PSS-SHAKE256', 'rsassa-pss', { digest: 'shake256' }],
  ]),
  ...toRows('1.3.14.3.2', 'OIW Security SIG, stable agreements part 12', [
    ['3', 'md5WithRSA', 'rsassa-pkcs1', { digest: 'md5' }],
    ['29', 'sha1WithRSASignature', 'rsassa-pkcs1', { digest: 'sha-1' }],
  ]),
  ...toRows('1.3.36.3.3.1', 'TeleTrusT', [['2', 'rsaSignatureWithripemd160', 'rsassa-pkcs1', { digest: 'ripemd-160' }]]),
];

const ELLIPTIC: readonly OidRow[] = [
  ...toRows('1.2.840.10045', 'RFC 5480; RFC 5758; ANSI X9.62', [
    ['2.1', 'id-ecPublicKey', 'ec'],
    ['4.1', 'ecdsa-with-SHA1', 'ecdsa', { digest: 'sha-1' }],
    ['4.3.1', 'ecdsa-with-SHA224', 'ecdsa', { digest: 'sha-224' }],
    ['4.3.2', 'ecdsa-with-SHA256', 'ecdsa', { digest: 'sha-256' }],
    ['4.3.3', 'ecdsa-with-SHA384', 'ecdsa', { digest: 'sha-384' }],
    ['4.3.4', 'ecdsa-with-SHA512', 'ecdsa', { digest: 'sha-512' }],
  ]),
  ...toRows('1.3.132.1', 'RFC 5480 section 2.1.2; SEC 1 appendix C', [
    ['7', 'ecies-recommendedParameters', 'ecies'],
    ['8', 'ecies-specifiedParameters', 'ecies'],
    ['12', 'id-ecDH', 'ecdh'],
    ['13', 'id-ecMQV', 'ecmqv'],
  ]),
  ...toRows('2.16.840.1.101.3.4.3', 'NIST CSOR, signature algorithms', [
    ['9', 'id-ecdsa-with-sha3-224', 'ecdsa', { digest: 'sha3-224' }],
    ['10', 'id-ecdsa-with-sha3-256', 'ecdsa', { digest: 'sha3-256' }],
    ['11', 'id-ecdsa-with-sha3-384', 'ecdsa', { digest: 'sha3-384' }],
    ['12', 'id-ecdsa-with-sha3-512', 'ecdsa', { digest: 'sha3-512' }],
  ]),
  ...toRows('1.3.6.1.5.5.7.6', 'RFC 8692', [
    ['32', 'id-ecdsa-with-shake128', 'ecdsa', { digest: 'shake128' }],
    ['33', 'id-ecdsa-with-shake256', 'ecdsa', { digest: 'shake256' }],
  ]),
  ...toRows('0.4.0.127.0.7.1.1.4.1', 'BSI TR-03111 section 5.2.1', [
    ['1', 'ecdsa-plain-SHA1', 'ecdsa', { digest: 'sha-1' }],
    ['2', 'ecdsa-plain-SHA224', 'ecdsa', { digest: 'sha-224' }],
    ['3', 'ecdsa-plain-SHA256', 'ecdsa', { digest: 'sha-256' }],
    ['4', 'ecdsa-plain-SHA384', 'ecdsa', { digest: 'sha-384' }],
    ['5', 'ecdsa-plain-SHA512', 'ecdsa', { digest: 'sha-512' }],
    ['6', 'ecdsa-plain-RIPEMD160', 'ecdsa', { digest: 'ripemd-160' }],
  ]),
  ...toRows('1.3.101', 'RFC 8410 section 3', [
    ['110', 'id-X25519', 'x25519', { curve: 'curve25519' }],
    ['111', 'id-X448', 'x448', { curve: 'curve448' }],
    ['112', 'id-Ed25519', 'ed25519', { curve: 'ed25519' }],
    ['113', 'id-Ed448', 'ed448', { curve: 'ed448' }],
  ]),
  ...toRows('1.2.156.10197.1', 'GM/T 0006', [
    ['301.1', 'sm2sign', 'sm2'],
    ['501', 'sm2-with-SM3', 'sm2', { digest: 'sm3' }],
  ]),
];

const DISCRETE_LOGARITHM: readonly OidRow[] = [
  ...toRows('1.2.840', 'RFC 3279; RFC 2631; PKCS #3', [
    ['10040.4.1', 'id-dsa', 'dsa'],
    ['10040.4.3', 'id-dsa-with-sha1', 'dsa', { digest: 'sha-1' }],
    ['10046.2.1', 'dhpublicnumber', 'ffdh'],
    ['113549.1.3.1', 'dhKeyAgreement', 'ffdh'],
  ]),
  ...toRows('2.16.840.1.101.3.4.3', 'RFC 5758 section 3.1; NIST CSOR', [
    ['1', 'id-dsa-with-sha224', 'dsa', { digest: 'sha-224' }],
    ['2', 'id-dsa-with-sha256', 'dsa', { digest: 'sha-256' }],
    ['3', 'id-dsa-with-sha384', 'dsa', { digest: 'sha-384' }],
    ['4', 'id-dsa-with-sha512', 'dsa', { digest: 'sha-512' }],
    ['5', 'id-dsa-with-sha3-224', 'dsa', { digest: 'sha3-224' }],
    ['6', 'id-dsa-with-sha3-256', 'dsa', { digest: 'sha3-256' }],
    ['7', 'id-dsa-with-sha3-384', 'dsa', { digest: 'sha3-384' }],
    ['8', 'id-dsa-with-sha3-512', 'dsa', { digest: 'sha3-512' }],
  ]),
  ...toRows('1.3.14.3.2', 'OIW Security SIG, stable agreements part 12', [
    ['12', 'dsa', 'dsa'],
    ['27', 'dsaWithSHA1', 'dsa', { digest: 'sha-1' }],
  ]),
];

// GOST R 34.10 has no id of its own here: the name is the evidence.
const NATIONAL: readonly OidRow[] = toRows('1.2.643', 'RFC 4491; RFC 9215', [
  ['2.2.19', 'id-GostR3410-2001', 'unrecognised'],
  ['2.2.3', 'id-GostR3411-94-with-GostR3410-2001', 'unrecognised'],
  ['7.1.1.1.1', 'id-tc26-gost3410-12-256', 'unrecognised', { keyBits: 256 }],
  ['7.1.1.1.2', 'id-tc26-gost3410-12-512', 'unrecognised', { keyBits: 512 }],
  ['7.1.1.3.2', 'id-tc26-signwithdigest-gost3410-12-256', 'unrecognised', { keyBits: 256, digest: 'streebog' }],
  ['7.1.1.3.3', 'id-tc26-signwithdigest-gost3410-12-512', 'unrecognised', { keyBits: 512, digest: 'streebog' }],
]);

/** Public keys and signatures that Shor's algorithm breaks. */
export const PUBLIC_KEY_OIDS: readonly OidRow[] = [...RSA, ...ELLIPTIC, ...DISCRETE_LOGARITHM, ...NATIONAL];
