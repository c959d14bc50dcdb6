// Ciphers, hashes, message authentication, key derivation and random generation. Grover's algorithm halves the exponent of a key search at
// best; the NIST categories of a key size and of a digest follow from it in `strength.ts`.
// Names follow the CycloneDX cryptography registry; object identifiers of hashes are from the NIST CSOR and RFC 3279.

import type { CryptoFunction, Primitive, SymmetricId } from '../../model/algorithm.ts';
import type { AlgorithmFamily, AlgorithmRow, AlgorithmRows } from './row.ts';

const AE_OR_HASH: readonly (readonly [CryptoFunction, Primitive])[] = [
  ['encrypt', 'ae'],
  ['decrypt', 'ae'],
  ['digest', 'hash'],
  ['tag', 'mac'],
];
const CIPHER_OR_MAC: readonly (readonly [CryptoFunction, Primitive])[] = [['tag', 'mac']];

// Collisions are found in practice: RFC 6149, RFC 6150, RFC 6151. No strength is claimed for them.
const BROKEN: { readonly nistCategory: number } = { nistCategory: 0 };

/** Row per symmetric mechanism. */
export const SYMMETRIC: AlgorithmRows<SymmetricId> = {
  aes: block('AES', 'FIPS 197', 'AES'),
  aria: block('ARIA', 'RFC 5794', 'ARIA'),
  camellia: block('Camellia', 'RFC 3713', 'CAMELLIA'),
  seed: { ...block('SEED', 'RFC 4269', 'SEED'), fixedKeyBits: 128 },
  sm4: { ...block('SM4', 'GB/T 32907', 'SM4'), fixedKeyBits: 128 },
  // 64 bits with parity; the key has 56. FIPS 46-3.
  des: { ...block('DES', 'FIPS 46-3', 'DES'), fixedKeyBits: 56 },
  '3des': block('3DES', 'SP 800-67 Rev. 2', '3DES'),
  blowfish: block('Blowfish', 'Schneier 1993', 'Blowfish'),
  twofish: block('Twofish', 'Schneier et al. 1998', 'Twofish'),
  serpent: block('Serpent', 'Anderson, Biham, Knudsen 1998', 'Serpent'),
  cast5: block('CAST5', 'RFC 2144', 'CAST5'),
  cast6: block('CAST6', 'RFC 2612', 'CAST6'),
  idea: { ...block('IDEA', 'Lai, Massey 1991', 'IDEA'), fixedKeyBits: 128 },
  rc2: block('RC2', 'RFC 2268', 'RC2'),
  rc4: { ...stream('RC4', 'RFC 6229', 'RC4'), named: ['keyBits'] },
  rc5: block('RC5', 'RFC 2040', 'RC5'),
  rc6: block('RC6', 'Rivest et al. 1998', 'RC6'),
  skipjack: { ...block('Skipjack', 'NIST 1998', 'Skipjack'), fixedKeyBits: 80 },
  tea: block('TEA', 'Wheeler, Needham 1994'),
  'gost-28147': { ...block('GOST28147', 'RFC 5830', 'GOST'), fixedKeyBits: 256, byFunction: CIPHER_OR_MAC },
  chacha20: { ...stream('ChaCha20', 'RFC 8439 §2.4', 'ChaCha20'), fixedKeyBits: 256 },
  'chacha20-poly1305': { ...aead('ChaCha20-Poly1305', 'RFC 8439 §2.8', 'ChaCha20'), fixedKeyBits: 256, oid: '1.2.840.113549.1.9.16.3.18' },
  xchacha20: { ...stream('XChaCha20', 'draft-irtf-cfrg-xchacha', 'ChaCha20'), fixedKeyBits: 256 },
  'xchacha20-poly1305': { ...aead('XChaCha20-Poly1305', 'draft-irtf-cfrg-xchacha', 'ChaCha20'), fixedKeyBits: 256 },
  salsa20: { ...stream('Salsa20', 'Bernstein 2005', 'Salsa20'), named: ['keyBits'] },
  xsalsa20: { ...stream('XSalsa20', 'Bernstein 2011', 'Salsa20'), fixedKeyBits: 256 },
  'xsalsa20-poly1305': { ...aead('XSalsa20-Poly1305', 'Bernstein 2009', 'Salsa20'), fixedKeyBits: 256 },
  ascon: { ...aead('Ascon', 'SP 800-232', 'Ascon'), fixedKeyBits: 128, byFunction: AE_OR_HASH },
  rabbit: { ...stream('Rabbit', 'RFC 4503', 'RABBIT'), fixedKeyBits: 128 },
  hc: { ...stream('HC', 'eSTREAM portfolio', 'HC'), named: ['keyBits'] },
  zuc: { ...stream('ZUC', 'ETSI/SAGE 128-EEA3', 'ZUC'), fixedKeyBits: 128, byFunction: CIPHER_OR_MAC },
  snow3g: { ...stream('SNOW3G', 'ETSI/SAGE 128-EEA1', 'SNOW3G'), fixedKeyBits: 128, byFunction: CIPHER_OR_MAC },
  md2: { ...hash('MD2', 'RFC 1319', 'MD2'), ...BROKEN, oid: '1.2.840.113549.2.2' },
  md4: { ...hash('MD4', 'RFC 1320', 'MD4'), ...BROKEN, oid: '1.2.840.113549.2.4' },
  md5: { ...hash('MD5', 'RFC 1321', 'MD5'), ...BROKEN, oid: '1.2.840.113549.2.5' },
  'sha-1': { ...hash('SHA-1', 'FIPS 180-4', 'SHA-1'), nistCategory: 0, oid: '1.3.14.3.2.26' },
  'sha-2': hash('SHA-2', 'FIPS 180-4', 'SHA-2'),
  'sha-224': { ...digest('SHA-224', 'FIPS 180-4', '224', 112), family: 'SHA-2', oid: '2.16.840.1.101.3.4.2.4' },
  'sha-256': { ...digest('SHA-256', 'FIPS 180-4', '256', 128), family: 'SHA-2', oid: '2.16.840.1.101.3.4.2.1' },
  'sha-384': { ...digest('SHA-384', 'FIPS 180-4', '384', 192), family: 'SHA-2', oid: '2.16.840.1.101.3.4.2.2' },
  'sha-512': { ...digest('SHA-512', 'FIPS 180-4', '512', 256), family: 'SHA-2', oid: '2.16.840.1.101.3.4.2.3' },
  'sha-512/224': { ...digest('SHA-512/224', 'FIPS 180-4', '512/224', 112), family: 'SHA-2', oid: '2.16.840.1.101.3.4.2.5' },
  'sha-512/256': { ...digest('SHA-512/256', 'FIPS 180-4', '512/256', 128), family: 'SHA-2', oid: '2.16.840.1.101.3.4.2.6' },
  'sha-3': hash('SHA-3', 'FIPS 202', 'SHA-3'),
  'sha3-224': { ...digest('SHA3-224', 'FIPS 202', '224', 112), family: 'SHA-3', oid: '2.16.840.1.101.3.4.2.7' },
  'sha3-256': { ...digest('SHA3-256', 'FIPS 202', '256', 128), family: 'SHA-3', oid: '2.16.840.1.101.3.4.2.8' },
  'sha3-384': { ...digest('SHA3-384', 'FIPS 202', '384', 192), family: 'SHA-3', oid: '2.16.840.1.101.3.4.2.9' },
  'sha3-512': { ...digest('SHA3-512', 'FIPS 202', '512', 256), family: 'SHA-3', oid: '2.16.840.1.101.3.4.2.10' },
  keccak: { ...hash('Keccak', 'Keccak submission 3 (padding before FIPS 202)'), named: ['outputBits'] },
  shake128: { ...hash('SHAKE128', 'FIPS 202 §6.2', 'SHA-3'), primitive: 'xof', parameterSet: '128', oid: '2.16.840.1.101.3.4.2.11' },
  shake256: { ...hash('SHAKE256', 'FIPS 202 §6.2', 'SHA-3'), primitive: 'xof', parameterSet: '256', oid: '2.16.840.1.101.3.4.2.12' },
  cshake: { ...hash('cSHAKE', 'SP 800-185 §3', 'SHA-3'), primitive: 'xof', named: ['outputBits'] },
  blake2b: { ...hash('BLAKE2b', 'RFC 7693', 'BLAKE2'), named: ['outputBits'] },
  blake2s: { ...hash('BLAKE2s', 'RFC 7693', 'BLAKE2'), named: ['outputBits'] },
  blake3: { ...hash('BLAKE3', 'BLAKE3 specification', 'BLAKE3'), named: ['outputBits'] },
  'ripemd-160': { ...hash('RIPEMD-160', 'ISO/IEC 10118-3', 'RIPEMD'), parameterSet: '160', nistCategory: 0, oid: '1.3.36.3.2.1' },
  whirlpool: { ...hash('Whirlpool', 'ISO/IEC 10118-3', 'Whirlpool'), oid: '1.0.10118.3.0.55' },
  sm3: { ...hash('SM3', 'GB/T 32905', 'SM3'), oid: '1.2.156.10197.1.401' },
  streebog: { ...hash('Streebog', 'RFC 6986', 'GOST'), named: ['outputBits'] },
  hash: hash('Hash', 'a hash that the use does not name'),
  hmac: { ...mac('HMAC', 'FIPS 198-1', 'HMAC'), named: ['digest'] },
  cmac: { ...mac('CMAC', 'SP 800-38B', 'CMAC'), named: ['cipher'] },
  gmac: { ...mac('GMAC', 'SP 800-38D', 'AES'), named: ['cipher'] },
  kmac: { ...mac('KMAC', 'SP 800-185 §4', 'SHA-3'), named: ['keyBits'] },
  'cbc-mac': { ...mac('CBC-MAC', 'ISO/IEC 9797-1'), named: ['cipher'] },
  poly1305: mac('Poly1305', 'RFC 8439 §2.5', 'Poly1305'),
  siphash: mac('SipHash', 'Aumasson, Bernstein 2012', 'SipHash'),
  umac: { ...mac('UMAC', 'RFC 4418', 'UMAC'), named: ['outputBits'] },
  hkdf: { ...kdf('HKDF', 'RFC 5869', 'HKDF'), named: ['digest'] },
  pbkdf1: { ...kdf('PBKDF1', 'RFC 8018 §5.1', 'PBKDF1'), named: ['digest'] },
  pbkdf2: { ...kdf('PBKDF2', 'RFC 8018 §5.2', 'PBKDF2'), named: ['prf'], oid: '1.2.840.113549.1.5.12' },
  scrypt: { ...kdf('scrypt', 'RFC 7914', 'scrypt'), oid: '1.3.6.1.4.1.11591.4.11' },
  yescrypt: kdf('yescrypt', 'Openwall 2018', 'yescrypt'),
  argon2: kdf('Argon2', 'RFC 9106', 'Argon2'),
  bcrypt: kdf('bcrypt', 'Provos, Mazières 1999', 'bcrypt'),
  'sp800-108': { ...kdf('SP800-108', 'SP 800-108 Rev. 1', 'SP800-108'), named: ['prf'] },
  'sp800-56c': { ...kdf('SP800-56C', 'SP 800-56C Rev. 2'), named: ['digest'] },
  'ansi-kdf': { ...kdf('ANSI-KDF', 'ANSI X9.63'), named: ['digest'] },
  'tls-prf': { ...kdf('TLS-PRF', 'RFC 5246 §5'), named: ['digest'] },
  'ssh-kdf': { ...kdf('SSH-KDF', 'RFC 4253 §7.2'), named: ['digest'] },
  'evp-bytes-to-key': { ...kdf('EVP_BytesToKey', 'OpenSSL EVP_BytesToKey'), named: ['digest'] },
  pbes1: { ...scheme('PBES1', 'RFC 8018 §6.1', 'PBES1'), named: ['parts'] },
  pbes2: { ...scheme('PBES2', 'RFC 8018 §6.2', 'PBES2'), named: ['parts'], oid: '1.2.840.113549.1.5.13' },
  // RFC 9180 leaves the KEM open; with DHKEM Shor's algorithm breaks it, with X-Wing or ML-KEM nothing known does: the parts decide.
  hpke: { ...scheme('HPKE', 'RFC 9180', 'HPKE'), primitive: 'pke', threat: 'unknown', named: ['parts'] },
  'ctr-drbg': { ...drbg('CTR_DRBG', 'SP 800-90A Rev. 1 §10.2', 'CTR_DRBG'), named: ['cipher'] },
  'hmac-drbg': { ...drbg('HMAC_DRBG', 'SP 800-90A Rev. 1 §10.1.2', 'HMAC_DRBG'), named: ['digest'] },
  'hash-drbg': { ...drbg('Hash_DRBG', 'SP 800-90A Rev. 1 §10.1.1', 'Hash_DRBG'), named: ['digest'] },
  csprng: drbg('CSPRNG', 'the generator of the platform, construction unknown'),
};

function symmetric(name: string, primitive: Primitive, source: string, family?: AlgorithmFamily): AlgorithmRow {
  return { name, primitive, threat: 'weakened-by-grover', functions: [], named: [], source, ...(family === undefined ? {} : { family }) };
}

function block(name: string, source: string, family?: AlgorithmFamily): AlgorithmRow {
  return { ...symmetric(name, 'block-cipher', source, family), named: ['keyBits', 'mode'] };
}

function stream(name: string, source: string, family?: AlgorithmFamily): AlgorithmRow {
  return symmetric(name, 'stream-cipher', source, family);
}

function aead(name: string, source: string, family?: AlgorithmFamily): AlgorithmRow {
  return symmetric(name, 'ae', source, family);
}

function hash(name: string, source: string, family?: AlgorithmFamily): AlgorithmRow {
  return { ...symmetric(name, 'hash', source, family), functions: ['digest'] };
}

// Collision resistance: SP 800-57 Part 1 Rev. 5 table 3.
function digest(name: string, source: string, parameterSet: string, classicalBits: number): AlgorithmRow {
  return { ...hash(name, source), parameterSet, classicalBits };
}

function mac(name: string, source: string, family?: AlgorithmFamily): AlgorithmRow {
  return { ...symmetric(name, 'mac', source, family), functions: ['tag'] };
}

function kdf(name: string, source: string, family?: AlgorithmFamily): AlgorithmRow {
  return { ...symmetric(name, 'kdf', source, family), functions: ['keyderive'] };
}

function scheme(name: string, source: string, family?: AlgorithmFamily): AlgorithmRow {
  return symmetric(name, 'other', source, family);
}

function drbg(name: string, source: string, family?: AlgorithmFamily): AlgorithmRow {
  return { ...symmetric(name, 'drbg', source, family), functions: ['generate'] };
}
