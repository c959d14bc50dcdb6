import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nameOf, threatOf } from '../../src/knowledge/algorithms.ts';
import {
  findCipherSuite,
  findCipherSuiteByCodePoint,
  findTlsGroup,
  findTlsScheme,
  TLS_CIPHER_SUITES,
  TLS_GROUPS,
  TLS_SCHEMES,
} from '../../src/knowledge/tls.ts';

// Printed by OpenSSL itself: code point, IANA name, OpenSSL name.
const OPENSSL = readFileSync(new URL('../fixtures/tls/openssl-3.0-ciphers.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('0x'))
  .map((line) => line.split(' '));

const algorithmsOf = (suite: string): string[] => (findCipherSuite(suite)?.algorithms ?? []).map(nameOf);

describe('cipher suites', () => {
  it('have the code points and names that OpenSSL prints', () => {
    expect(OPENSSL.length).toBeGreaterThan(150);
    for (const [code = '', iana = '', openssl = ''] of OPENSSL) {
      const expected = code.split(',').map(Number);
      expect([iana, findCipherSuite(iana)?.codePoint]).toEqual([iana, expected]);
      expect([openssl, findCipherSuite(openssl)?.name]).toEqual([openssl, iana]);
    }
  });

  // RFC 8446 B.4, RFC 5289, RFC 7251, RFC 6655, RFC 7905, RFC 5246 A.5.
  it.each([
    [0x1301, 'TLS_AES_128_GCM_SHA256'],
    [0x1303, 'TLS_CHACHA20_POLY1305_SHA256'],
    [0x1305, 'TLS_AES_128_CCM_8_SHA256'],
    [0xc02b, 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256'],
    [0xc0ae, 'TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8'],
    [0xc0a8, 'TLS_PSK_WITH_AES_128_CCM_8'],
    [0xcca9, 'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256'],
    [0x002f, 'TLS_RSA_WITH_AES_128_CBC_SHA'],
    [0x000a, 'TLS_RSA_WITH_3DES_EDE_CBC_SHA'],
  ])('has code point %i as %s', (codePoint, name) => {
    expect(findCipherSuiteByCodePoint(codePoint)?.name).toBe(name);
  });

  it('fall into key exchange, authentication, cipher and hash', () => {
    expect(algorithmsOf('TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256')).toEqual(['ECDH', 'ECDSA', 'AES-128-GCM', 'TLS-PRF-SHA-256']);
    expect(algorithmsOf('TLS_RSA_WITH_3DES_EDE_CBC_SHA')).toEqual(['RSAES-PKCS1-1.5', '3DES-168-CBC', 'HMAC-SHA-1']);
    expect(algorithmsOf('TLS_DHE_RSA_WITH_CAMELLIA_256_CBC_SHA256')).toEqual(['FFDH', 'RSA', 'Camellia-256-CBC', 'HMAC-SHA-256']);
    expect(algorithmsOf('TLS_PSK_WITH_AES_128_CCM_8')).toEqual(['AES-128-CCM-8', 'TLS-PRF-SHA-256']);
    expect(algorithmsOf('TLS_PSK_DHE_WITH_AES_128_CCM_8')).toEqual(['FFDH', 'AES-128-CCM-8', 'TLS-PRF-SHA-256']);
    expect(algorithmsOf('TLS_ECDHE_PSK_WITH_NULL_SHA256')).toEqual(['ECDH', 'HMAC-SHA-256']);
    expect(algorithmsOf('TLS_CHACHA20_POLY1305_SHA256')).toEqual(['ChaCha20-Poly1305', 'HKDF-SHA-256']);
    expect(algorithmsOf('TLS_SHA256_SHA256')).toEqual(['HMAC-SHA-256']);
  });

  it('have no unrecognised part except GOST block ciphers, ECC-PWD and AEGIS, for which there is no id', () => {
    const unrecognised = TLS_CIPHER_SUITES.filter((suite) => suite.algorithms.some((use) => use.algorithm === 'unrecognised'));
    expect(unrecognised.filter((suite) => !/GOST|ECCPWD|AEGIS/.test(suite.name))).toEqual([]);
  });

  it('are found under the spellings of OpenSSL, Mbed TLS and macros', () => {
    const name = 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256';
    expect(findCipherSuite('ECDHE-RSA-AES128-GCM-SHA256')?.name).toBe(name);
    expect(findCipherSuite('TLS-ECDHE-RSA-WITH-AES-128-GCM-SHA256')?.name).toBe(name);
    expect(findCipherSuite('MBEDTLS_TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256')?.name).toBe(name);
    expect(findCipherSuite('AES128-SHA')?.name).toBe('TLS_RSA_WITH_AES_128_CBC_SHA');
  });

  it('are not found under what is no suite', () => {
    for (const written of ['', 'AES-128-GCM', 'TLS_FALLBACK_SCSV', 'constructor', '__proto__', 'x'.repeat(1_000_000)]) {
      expect(findCipherSuite(written)).toBeUndefined();
    }
    expect(findCipherSuiteByCodePoint(0x0a0a)).toBeUndefined();
  });

  it('are listed once each', () => {
    expect(new Set(TLS_CIPHER_SUITES.map((suite) => suite.name)).size).toBe(TLS_CIPHER_SUITES.length);
    expect(new Set(TLS_CIPHER_SUITES.map((suite) => suite.codePoint?.join())).size).toBe(TLS_CIPHER_SUITES.length);
    for (const suite of TLS_CIPHER_SUITES) expect(findCipherSuite(suite.name)).toBe(suite);
  });
});

describe('groups', () => {
  it.each([
    [23, 'secp256r1', 'ECDH-secp256r1'],
    [24, 'secp384r1', 'ECDH-secp384r1'],
    [29, 'x25519', 'X25519'],
    [30, 'x448', 'X448'],
    [31, 'brainpoolP256r1tls13', 'ECDH-brainpoolP256r1'],
    [256, 'ffdhe2048', 'FFDH-2048'],
    [512, 'MLKEM512', 'ML-KEM-512'],
    [513, 'MLKEM768', 'ML-KEM-768'],
    [514, 'MLKEM1024', 'ML-KEM-1024'],
    [4587, 'SecP256r1MLKEM768', 'SecP256r1MLKEM768'],
    [4588, 'X25519MLKEM768', 'X25519MLKEM768'],
    [4589, 'SecP384r1MLKEM1024', 'SecP384r1MLKEM1024'],
  ])('has %i as %s', (codePoint, name, printed) => {
    const group = findTlsGroup(codePoint);
    expect(group?.name).toBe(name);
    expect(group && nameOf(group.use)).toBe(printed);
    expect(findTlsGroup(name)).toBe(group);
  });

  it('knows the names of other standards, and round 3 Kyber as what it is', () => {
    expect(findTlsGroup('P-256')?.name).toBe('secp256r1');
    expect(findTlsGroup('prime256v1')?.codePoint).toBe(23);
    expect(findTlsGroup(25497)?.use.algorithm).toBe('kyber');
    expect(findTlsGroup('constructor')).toBeUndefined();
    expect(findTlsGroup(0x0a0a)).toBeUndefined();
  });

  it('breaks under Shor unless a lattice is in it', () => {
    const kept = TLS_GROUPS.filter((group) => threatOf(group.use) !== 'broken-by-shor' && group.use.algorithm !== 'unrecognised');
    expect(kept.map((group) => group.name).every((name) => /MLKEM|Kyber/.test(name))).toBe(true);
  });
});

describe('signature schemes', () => {
  it.each([
    [0x0403, 'ecdsa_secp256r1_sha256', 'ECDSA-secp256r1-SHA-256'],
    [0x0804, 'rsa_pss_rsae_sha256', 'RSA-PSS-SHA-256'],
    [0x0401, 'rsa_pkcs1_sha256', 'RSA-PKCS1-1.5-SHA-256'],
    [0x0807, 'ed25519', 'Ed25519'],
    [0x0904, 'mldsa44', 'ML-DSA-44'],
    [0x0905, 'mldsa65', 'ML-DSA-65'],
    [0x0906, 'mldsa87', 'ML-DSA-87'],
  ])('has code point %i as %s', (codePoint, name, printed) => {
    const scheme = findTlsScheme(codePoint);
    expect(scheme?.name).toBe(name);
    expect(scheme && nameOf(scheme.use)).toBe(printed);
    expect(findTlsScheme(name.toUpperCase())).toBe(scheme);
  });

  it('signs and verifies, and is listed once each', () => {
    for (const scheme of TLS_SCHEMES) expect(scheme.use.functions).toEqual(['sign', 'verify']);
    expect(new Set(TLS_SCHEMES.map((scheme) => scheme.codePoint)).size).toBe(TLS_SCHEMES.length);
  });
});
