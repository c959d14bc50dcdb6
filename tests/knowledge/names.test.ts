import { describe, expect, it } from 'vitest';
import { nameOf } from '../../src/knowledge/algorithms.ts';
import { parseAlgorithmName } from '../../src/knowledge/names.ts';

const nameFor = (written: string): string | undefined => {
  const use = parseAlgorithmName(written);
  return use === undefined ? undefined : nameOf(use);
};

describe('names of ciphers', () => {
  it.each([
    // openssl list -cipher-algorithms
    ['aes-256-gcm', 'AES-256-GCM'],
    ['id-aes128-CCM', 'AES-128-CCM'],
    ['AES-128-CBC-CTS', 'AES-128-CTS'],
    ['aes256-wrap', 'AES-256-KW'],
    ['des-ede3-cbc', '3DES-168-CBC'],
    ['bf-cbc', 'Blowfish-CBC'],
    ['camellia-128-cbc', 'Camellia-128-CBC'],
    ['rc4-40', 'RC4-40'],
    ['ChaCha20-Poly1305', 'ChaCha20-Poly1305'],
    // Java Cryptography Architecture, standard names
    ['AES/GCM/NoPadding', 'AES-GCM'],
    ['DESede/CBC/PKCS5Padding', '3DES-CBC'],
    ['RSA/ECB/PKCS1Padding', 'RSAES-PKCS1-1.5'],
    ['RSA/ECB/OAEPWithSHA-256AndMGF1Padding', 'RSA-OAEP-SHA-256'],
    // RFC 7518
    ['A256GCM', 'AES-256-GCM'],
    ['A128KW', 'AES-128-KW'],
    // RFC 9053
    ['AES-CCM-16-64-128', 'AES-128-CCM-8'],
    // OpenSSH
    ['aes256-gcm@openssh.com', 'AES-256-GCM'],
    // Linux kernel
    ['cbc(aes)', 'AES-CBC'],
    ['rfc4106(gcm(aes))', 'AES-GCM'],
  ])('reads %s as %s', (written, name) => expect(nameFor(written)).toBe(name));

  it('keeps padding as a parameter', () => {
    expect(parseAlgorithmName('AES/CBC/PKCS5Padding')?.parameters.padding?.value).toBe('pkcs5');
  });
});

describe('names of signatures and keys', () => {
  it.each([
    ['SHA256withRSA', 'RSA-PKCS1-1.5-SHA-256'],
    ['RSA-SHA256', 'RSA-PKCS1-1.5-SHA-256'],
    ['sha1WithRSAEncryption', 'RSA-PKCS1-1.5-SHA-1'],
    ['rsa_pss_rsae_sha256', 'RSA-PSS-SHA-256'],
    ['SHA256withRSAandMGF1', 'RSA-PSS-SHA-256'],
    ['rsa-sha2-256', 'RSA-PKCS1-1.5-SHA-256'],
    ['ecdsa-with-SHA384', 'ECDSA-SHA-384'],
    ['ecdsa_secp256r1_sha256', 'ECDSA-secp256r1-SHA-256'],
    ['ssh-ed25519', 'Ed25519'],
    ['RS256', 'RSA-PKCS1-1.5-SHA-256'],
    ['PS384', 'RSA-PSS-SHA-384'],
    ['ES256', 'ECDSA-secp256r1-SHA-256'],
    ['ES256K', 'ECDSA-secp256k1-SHA-256'],
    ['EdDSA', 'EdDSA'],
    ['rsaEncryption', 'RSA'],
    ['rsa2048', 'RSA-2048'],
    ['prime256v1', 'EC-secp256r1'],
    ['P-384', 'EC-secp384r1'],
    ['X25519', 'X25519'],
    ['ffdhe3072', 'FFDH-3072'],
    ['diffie-hellman-group14-sha256', 'FFDH-2048'], // RFC 3526 §3
  ])('reads %s as %s', (written, name) => expect(nameFor(written)).toBe(name));
});

describe('names of post-quantum mechanisms', () => {
  it.each([
    ['ML-KEM-768', 'ML-KEM-768'],
    ['MLKEM1024', 'ML-KEM-1024'],
    ['ml_dsa_65', 'ML-DSA-65'],
    ['SLH-DSA-SHA2-128s', 'SLH-DSA-SHA2-128s'],
    ['X25519MLKEM768', 'X25519MLKEM768'],
    ['mlkem768x25519-sha256', 'X25519MLKEM768'], // OpenSSH 9.9
    ['Kyber-768', 'Kyber-768'],
    ['Dilithium3', 'Dilithium-3'],
    ['SPHINCS+-SHA2-128f-simple', 'SPHINCS+'],
    ['Falcon-512', 'FN-DSA-512'],
  ])('reads %s as %s', (written, name) => expect(nameFor(written)).toBe(name));

  it('keeps the round-3 schemes apart from the standards', () => {
    expect(parseAlgorithmName('kyber768')?.algorithm).toBe('kyber');
    expect(parseAlgorithmName('x25519kyber768')).toMatchObject({ algorithm: 'kyber', parts: [{ algorithm: 'x25519' }] });
  });
});

describe('names of hashes, MACs and key derivation', () => {
  it.each([
    ['sha512', 'SHA-512'],
    ['SHA-512/256', 'SHA-512/256'],
    ['sha3_256', 'SHA3-256'],
    ['blake2b512', 'BLAKE2b-512'],
    ['HMAC-SHA1', 'HMAC-SHA-1'],
    ['hmacWithSHA256', 'HMAC-SHA-256'],
    ['hmac(sha256)', 'HMAC-SHA-256'],
    ['HS512', 'HMAC-SHA-512'],
    ['CMAC-AES-128', 'AES-128-CMAC'],
    ['PBKDF2-HMAC-SHA512', 'PBKDF2-HMAC-SHA-512'],
    ['PBKDF2WithHmacSHA256', 'PBKDF2-HMAC-SHA-256'],
    ['hkdf-sha256', 'HKDF-SHA-256'],
    ['argon2id', 'Argon2'],
  ])('reads %s as %s', (written, name) => expect(nameFor(written)).toBe(name));

  it('gives a component for each part', () => {
    expect(parseAlgorithmName('SHA256withRSA')?.parts.map(nameOf)).toEqual(['SHA-256']);
    expect(parseAlgorithmName('PBKDF2-HMAC-SHA512')?.parts.map(nameOf)).toEqual(['HMAC-SHA-512']);
    expect(parseAlgorithmName('A128CBC-HS256')?.parts.map(nameOf)).toEqual(['HMAC-SHA-256']);
    expect(parseAlgorithmName('ECDH-ES+A256KW')?.parts.map(nameOf)).toEqual(['AES-256-KW']);
  });
});

describe('what is no name of an algorithm', () => {
  it.each([
    '',
    'none',
    'gcm',
    'hash',
    'default',
    'my-aes-thing',
    'encrypt',
    'utf8',
    '__proto__',
    'constructor',
    '256',
    'ÆES-256',
    'a'.repeat(1_000_000),
  ])('leaves %.20s alone', (written) => expect(parseAlgorithmName(written)).toBeUndefined());
});
