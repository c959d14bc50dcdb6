// Object identifiers of hashes, MACs, ciphers, key derivation and password-based encryption.

import type { AlgorithmUse, CipherMode } from '../../model/algorithm.ts';
import { type Arc, type OidRow, toRows, toUse } from './row.ts';

const HASHES: readonly OidRow[] = [
  ...toRows('2.16.840.1.101.3.4.2', 'NIST CSOR, hash algorithms; RFC 5754; RFC 8702', [
    ['1', 'id-sha256', 'sha-256'],
    ['2', 'id-sha384', 'sha-384'],
    ['3', 'id-sha512', 'sha-512'],
    ['4', 'id-sha224', 'sha-224'],
    ['5', 'id-sha512-224', 'sha-512/224'],
    ['6', 'id-sha512-256', 'sha-512/256'],
    ['7', 'id-sha3-224', 'sha3-224'],
    ['8', 'id-sha3-256', 'sha3-256'],
    ['9', 'id-sha3-384', 'sha3-384'],
    ['10', 'id-sha3-512', 'sha3-512'],
    ['11', 'id-shake128', 'shake128'],
    ['12', 'id-shake256', 'shake256'],
  ]),
  ...toRows('1.2.840.113549.2', 'RFC 3279 section 2.1; RFC 1320', [
    ['2', 'md2', 'md2'],
    ['4', 'md4', 'md4'],
    ['5', 'md5', 'md5'],
  ]),
  ...toRows('1.3', 'RFC 3279 section 2.1; ISO/IEC 10118-3', [
    ['14.3.2.26', 'id-sha1', 'sha-1'],
    ['36.3.2.1', 'ripemd160', 'ripemd-160'],
  ]),
  ...toRows('1.3.6.1.4.1.1722.12.2', 'RFC 7693 section 4', [
    ['1.16', 'id-blake2b512', 'blake2b'],
    ['2.8', 'id-blake2s256', 'blake2s'],
  ]),
  ...toRows('1.0.10118.3.0', 'ISO/IEC 10118-3', [['55', 'whirlpool', 'whirlpool']]),
  ...toRows('1.2.156.10197.1', 'GM/T 0006', [['401', 'sm3', 'sm3']]),
  ...toRows('1.2.643.7.1.1.2', 'RFC 6986', [
    ['2', 'id-tc26-gost3411-12-256', 'streebog'],
    ['3', 'id-tc26-gost3411-12-512', 'streebog'],
  ]),
];

const MACS: readonly OidRow[] = [
  ...toRows('1.2.840.113549.2', 'RFC 8018 appendix B.1', [
    ['7', 'id-hmacWithSHA1', 'hmac', { digest: 'sha-1' }],
    ['8', 'id-hmacWithSHA224', 'hmac', { digest: 'sha-224' }],
    ['9', 'id-hmacWithSHA256', 'hmac', { digest: 'sha-256' }],
    ['10', 'id-hmacWithSHA384', 'hmac', { digest: 'sha-384' }],
    ['11', 'id-hmacWithSHA512', 'hmac', { digest: 'sha-512' }],
    ['12', 'id-hmacWithSHA512-224', 'hmac', { digest: 'sha-512/224' }],
    ['13', 'id-hmacWithSHA512-256', 'hmac', { digest: 'sha-512/256' }],
  ]),
  ...toRows('2.16.840.1.101.3.4.2', 'NIST CSOR, hash algorithms; RFC 8702', [
    ['13', 'id-hmacWithSHA3-224', 'hmac', { digest: 'sha3-224' }],
    ['14', 'id-hmacWithSHA3-256', 'hmac', { digest: 'sha3-256' }],
    ['15', 'id-hmacWithSHA3-384', 'hmac', { digest: 'sha3-384' }],
    ['16', 'id-hmacWithSHA3-512', 'hmac', { digest: 'sha3-512' }],
    ['19', 'id-KmacWithSHAKE128', 'kmac'],
    ['20', 'id-KmacWithSHAKE256', 'kmac'],
  ]),
  ...toRows('1.3.6.1.5.5.8.1', 'RFC 4231 section 3; RFC 3370', [
    ['1', 'hmac-md5', 'hmac', { digest: 'md5' }],
    ['2', 'hmac-sha1', 'hmac', { digest: 'sha-1' }],
  ]),
];

const AES_MODES: readonly (readonly [arc: number, suffix: string, mode: CipherMode])[] = [
  [1, 'ECB', 'ecb'],
  [2, 'CBC', 'cbc'],
  [3, 'OFB', 'ofb'],
  [4, 'CFB', 'cfb'],
  [5, 'wrap', 'kw'],
  [6, 'GCM', 'gcm'],
  [7, 'CCM', 'ccm'],
  [8, 'wrap-pad', 'kwp'],
];

// NIST CSOR numbers the modes 1 to 8 for AES-128, 21 to 28 for AES-192, 41 to 48 for AES-256.
const AES: readonly OidRow[] = [128, 192, 256].flatMap((keyBits, size) =>
  toRows(
    '2.16.840.1.101.3.4.1',
    'NIST CSOR, AES; RFC 3565; RFC 5084; RFC 5649',
    AES_MODES.map(([arc, suffix, mode]): Arc => [String(arc + 20 * size), `id-aes${keyBits}-${suffix}`, 'aes', { keyBits, mode }]),
  ),
);

const GMAC: readonly OidRow[] = toRows('2.16.840.1.101.3.4.1', 'RFC 9044', [
  ['9', 'id-aes128-GMAC', 'gmac', { parts: [toUse('AES-128', 'aes', { keyBits: 128 })] }],
  ['29', 'id-aes192-GMAC', 'gmac', { parts: [toUse('AES-192', 'aes', { keyBits: 192 })] }],
  ['49', 'id-aes256-GMAC', 'gmac', { parts: [toUse('AES-256', 'aes', { keyBits: 256 })] }],
]);

const OTHER_CIPHERS: readonly OidRow[] = [
  ...toRows('1.2.840.113549.3', 'RFC 8018 appendix B.2', [
    ['2', 'rc2CBC', 'rc2', { mode: 'cbc' }],
    ['4', 'rc4', 'rc4'],
    ['7', 'des-EDE3-CBC', '3des', { mode: 'cbc', keyBits: 168 }],
  ]),
  ...toRows('1.3.14.3.2', 'OIW Security SIG, stable agreements part 12; RFC 8018 appendix B.2.1', [
    ['6', 'desECB', 'des', { mode: 'ecb', keyBits: 56 }],
    ['7', 'desCBC', 'des', { mode: 'cbc', keyBits: 56 }],
    ['8', 'desOFB', 'des', { mode: 'ofb', keyBits: 56 }],
    ['9', 'desCFB', 'des', { mode: 'cfb', keyBits: 56 }],
  ]),
  ...toRows('1.2.840.113549.1.9.16.3', 'RFC 3370; RFC 8103', [
    ['6', 'id-alg-CMS3DESwrap', '3des'],
    ['18', 'id-alg-AEADChaCha20Poly1305', 'chacha20-poly1305', { keyBits: 256 }],
  ]),
  ...toRows('1.2.392.200011.61.1.1.1', 'RFC 3657', [
    ['2', 'id-camellia128-cbc', 'camellia', { mode: 'cbc', keyBits: 128 }],
    ['3', 'id-camellia192-cbc', 'camellia', { mode: 'cbc', keyBits: 192 }],
    ['4', 'id-camellia256-cbc', 'camellia', { mode: 'cbc', keyBits: 256 }],
  ]),
  ...toRows('1.2.410.200046.1.1', 'RFC 5794', [
    ['2', 'id-aria128-cbc', 'aria', { mode: 'cbc', keyBits: 128 }],
    ['7', 'id-aria192-cbc', 'aria', { mode: 'cbc', keyBits: 192 }],
    ['12', 'id-aria256-cbc', 'aria', { mode: 'cbc', keyBits: 256 }],
  ]),
  ...toRows('1.2.410.200004.1', 'RFC 4010', [['4', 'id-seedCBC', 'seed', { mode: 'cbc', keyBits: 128 }]]),
  ...toRows('1.2.156.10197.1.104', 'GM/T 0006', [
    ['1', 'sms4-ecb', 'sm4', { mode: 'ecb', keyBits: 128 }],
    ['2', 'sms4-cbc', 'sm4', { mode: 'cbc', keyBits: 128 }],
  ]),
];

const KEY_DERIVATION: readonly OidRow[] = [
  ...toRows('1.2.840.113549.1.5', 'RFC 8018 appendix A', [
    ['12', 'id-PBKDF2', 'pbkdf2'],
    ['13', 'id-PBES2', 'pbes2'],
    ['14', 'id-PBMAC1', 'hmac'],
  ]),
  ...toRows('1.3.6.1.4.1.11591.4', 'RFC 7914 section 7', [['11', 'id-scrypt', 'scrypt']]),
  ...toRows('1.2.840.113549.1.9.16.3', 'RFC 8619', [
    ['28', 'id-alg-hkdf-with-sha256', 'hkdf', { digest: 'sha-256' }],
    ['29', 'id-alg-hkdf-with-sha384', 'hkdf', { digest: 'sha-384' }],
    ['30', 'id-alg-hkdf-with-sha512', 'hkdf', { digest: 'sha-512' }],
  ]),
];

const DES_CBC = cipher('des', 56);
const RC2_CBC = cipher('rc2');
const TRIPLE_DES_CBC = cipher('3des', 168);

const PASSWORD_BASED: readonly OidRow[] = [
  ...toRows('1.2.840.113549.1.5', 'RFC 8018 appendix A.3', [
    ['1', 'pbeWithMD2AndDES-CBC', 'pbes1', { digest: 'md2', parts: [DES_CBC] }],
    ['3', 'pbeWithMD5AndDES-CBC', 'pbes1', { digest: 'md5', parts: [DES_CBC] }],
    ['4', 'pbeWithMD2AndRC2-CBC', 'pbes1', { digest: 'md2', parts: [RC2_CBC] }],
    ['6', 'pbeWithMD5AndRC2-CBC', 'pbes1', { digest: 'md5', parts: [RC2_CBC] }],
    ['10', 'pbeWithSHA1AndDES-CBC', 'pbes1', { digest: 'sha-1', parts: [DES_CBC] }],
    ['11', 'pbeWithSHA1AndRC2-CBC', 'pbes1', { digest: 'sha-1', parts: [RC2_CBC] }],
  ]),
  // RFC 7292 builds these on the scheme of PBES1 with a key derivation of its own.
  ...toRows('1.2.840.113549.1.12.1', 'RFC 7292 appendix C', [
    ['1', 'pbeWithSHAAnd128BitRC4', 'pbes1', { digest: 'sha-1', parts: [toUse('rc4', 'rc4', { keyBits: 128 })] }],
    ['2', 'pbeWithSHAAnd40BitRC4', 'pbes1', { digest: 'sha-1', parts: [toUse('rc4', 'rc4', { keyBits: 40 })] }],
    ['3', 'pbeWithSHAAnd3-KeyTripleDES-CBC', 'pbes1', { digest: 'sha-1', parts: [TRIPLE_DES_CBC] }],
    ['4', 'pbeWithSHAAnd2-KeyTripleDES-CBC', 'pbes1', { digest: 'sha-1', parts: [cipher('3des', 112)] }],
    ['5', 'pbeWithSHAAnd128BitRC2-CBC', 'pbes1', { digest: 'sha-1', parts: [cipher('rc2', 128)] }],
    ['6', 'pbeWithSHAAnd40BitRC2-CBC', 'pbes1', { digest: 'sha-1', parts: [cipher('rc2', 40)] }],
  ]),
];

/** Secret-key mechanisms, hashes, key derivation. */
export const SYMMETRIC_OIDS: readonly OidRow[] = [
  ...HASHES,
  ...MACS,
  ...AES,
  ...GMAC,
  ...OTHER_CIPHERS,
  ...KEY_DERIVATION,
  ...PASSWORD_BASED,
];

function cipher(algorithm: 'des' | '3des' | 'rc2', keyBits?: number): AlgorithmUse {
  return toUse(`${algorithm}-cbc`, algorithm, { mode: 'cbc', ...(keyBits === undefined ? {} : { keyBits }) });
}
