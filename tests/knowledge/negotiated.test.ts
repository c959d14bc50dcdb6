import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameOf } from '../../src/knowledge/algorithms.ts';
import { findDiskCipher } from '../../src/knowledge/disk-ciphers.ts';
import { findIkeTransform } from '../../src/knowledge/identifiers/ike.ts';
import { findSshCipher, findSshKex, findSshMac, findSshSignature, isSshCipher, sshNames } from '../../src/knowledge/identifiers/ssh.ts';
import { findGroupUse, findSchemeUse } from '../../src/knowledge/negotiated.ts';
import { parseTlsVersion, toVersionRange } from '../../src/knowledge/tls.ts';
import type { AlgorithmUse } from '../../src/model/algorithm.ts';

const name = (use: AlgorithmUse | undefined): string | undefined => (use === undefined ? undefined : nameOf(use));

describe('names of SSH', () => {
  // Printed by OpenSSH itself.
  const LISTS = new Map(
    readFileSync(new URL('../fixtures/ssh/openssh-9.2-names.txt', import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split(' '))
      .map(([list = '', ...names]) => [list, names]),
  );
  const FIND = {
    kex: findSshKex,
    mac: findSshMac,
    'key-sig': findSshSignature,
    cipher: (one: string) => (isSshCipher(one) ? findSshCipher(one) : undefined),
  };

  it.each(Object.entries(FIND))('%s: everything that OpenSSH lists is known', (list, find) => {
    const names = LISTS.get(list) ?? [];
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((one) => (find(one) ?? { algorithm: 'unrecognised' }).algorithm === 'unrecognised')).toEqual([]);
  });

  // RFC 4253 §8.1, RFC 8268, RFC 5656, RFC 8731, draft-ietf-sshm-mlkem-hybrid-kex, RFC 8332.
  it.each([
    ['diffie-hellman-group1-sha1', 'FFDH-1024'],
    ['diffie-hellman-group16-sha512', 'FFDH-4096'],
    ['ecdh-sha2-nistp384', 'ECDH-secp384r1'],
    ['curve25519-sha256@libssh.org', 'X25519'],
    ['mlkem768x25519-sha256', 'X25519MLKEM768'],
    ['mlkem1024nistp384-sha384', 'SecP384r1MLKEM1024'],
    ['sntrup761x25519-sha512@openssh.com', 'sntrup761x25519'],
    ['gss-group14-sha256-toWM5Slw5Ew8Mqkay+al2g==', 'FFDH-2048'],
  ])('%s is %s', (written, expected) => {
    expect(name(findSshKex(written))).toBe(expected);
  });

  it('tell the signature from the key', () => {
    expect(name(findSshSignature('ssh-rsa'))).toBe('RSA-PKCS1-1.5-SHA-1');
    expect(name(findSshSignature('rsa-sha2-512-cert-v01@openssh.com'))).toBe('RSA-PKCS1-1.5-SHA-512');
  });

  it('are known one by one, and nothing else is', () => {
    for (const list of ['kex', 'host-key', 'cipher', 'mac'] as const) expect(new Set(sshNames(list)).size).toBe(sshNames(list).length);
    for (const written of ['', 'gss-', 'constructor', '__proto__', 'x'.repeat(100_000)]) {
      expect([findSshKex(written), findSshMac(written), findSshSignature(written), isSshCipher(written)]).toEqual([
        undefined,
        undefined,
        undefined,
        false,
      ]);
    }
  });
});

describe('words of IKE', () => {
  // RFC 3526, RFC 5903, RFC 8031; strongSwan's documentation of proposals.
  it.each([
    ['aes', 'encryption', 'AES-128-CBC'],
    ['aes256', 'encryption', 'AES-256-CBC'],
    ['aes192ctr', 'encryption', 'AES-192-CTR'],
    ['aes256gcm16', 'encryption', 'AES-256-GCM'],
    ['aes128ccm96', 'encryption', 'AES-128-CCM'],
    ['aes_gcm256', 'encryption', 'AES-256-GCM'],
    ['camellia256', 'encryption', 'Camellia-256-CBC'],
    ['chacha20poly1305', 'encryption', 'ChaCha20-Poly1305'],
    ['3des', 'encryption', '3DES-CBC'],
    ['sha256', 'integrity', 'HMAC-SHA-256'],
    ['aes128gmac', 'integrity', 'AES-128-GMAC'],
    ['prfsha384', 'prf', 'HMAC-SHA-384'],
    ['modp2048', 'group', 'FFDH-2048'],
    ['ecp384', 'group', 'ECDH-secp384r1'],
    ['dh19', 'group', 'ECDH-secp256r1'],
    ['x25519', 'group', 'X25519'],
    ['ke1_mlkem768', 'group', 'ML-KEM-768'],
    ['KE2_MLKEM1024', 'group', 'ML-KEM-1024'],
  ])('%s is the %s %s', (word, type, expected) => {
    const transform = findIkeTransform(word);
    expect([transform?.type, name(transform?.use)]).toEqual([type, expected]);
  });

  it('are none where nobody knows them', () => {
    for (const word of ['', 'aes257', 'foo', 'ke9_mlkem768', 'constructor', 'a'.repeat(100_000)])
      expect(findIkeTransform(word)).toBeUndefined();
    expect(findIkeTransform('esn')).toEqual({ type: 'none', name: 'esn' });
  });
});

describe('what is negotiated', () => {
  it('is read by the names of its protocol', () => {
    expect(name(findGroupUse('tls', 'X25519MLKEM768'))).toBe('X25519MLKEM768');
    expect(name(findGroupUse('ssh', 'curve25519-sha256'))).toBe('X25519');
    expect(name(findGroupUse('ike', 'mlkem768'))).toBe('ML-KEM-768');
    expect(name(findGroupUse('wpa', 'secp256r1'))).toBe('EC-secp256r1');
    expect(name(findSchemeUse('ssh', 'ssh-ed25519'))).toBe('Ed25519');
    expect(findGroupUse('tls', 'curve25519-sha256')).toBeUndefined();
    expect(findSchemeUse('tls', 'ssh-ed25519')).toBeUndefined();
  });
});

describe('versions of TLS', () => {
  it.each([
    ['TLSv1.2', 'tls', '1.2'],
    ['TLSv1', 'tls', '1.0'],
    ['tls1.3', 'tls', '1.3'],
    ['TLS1_2', 'tls', '1.2'],
    ['TLS_1_2', 'tls', '1.2'],
    ['VersionTLS13', 'tls', '1.3'],
    ['TLSV1_2', 'tls', '1.2'],
    ['TLSv12', 'tls', '1.2'],
    ['1.3', 'tls', '1.3'],
    ['SSLv3', 'tls', 'SSL 3.0'],
    ['DTLSv1.2', 'dtls', '1.2'],
    ['TLSv1.2_2021', 'tls', '1.2'],
    ['ELBSecurityPolicy-TLS13-1-2-2021-06', 'tls', '1.2'],
    ['IoTSecurityPolicy_TLS13_1_3_2022_10', 'tls', '1.3'],
  ])('%s is %s %s', (written, protocol, version) => {
    expect(parseTlsVersion(written)).toEqual({ protocol, version });
  });

  it('are none where the word is something else', () => {
    for (const written of ['', 'TLS', '2.0', 'TLSv1.4', 'DTLSv1.1', '10', 'v1', 'x'.repeat(100_000)]) {
      expect([written.slice(0, 20), parseTlsVersion(written)]).toEqual([written.slice(0, 20), undefined]);
    }
  });

  it('reach from the least to the most, where both are known', () => {
    expect(toVersionRange('tls', '1.1', '1.3')).toEqual(['1.1', '1.2', '1.3']);
    expect(toVersionRange('tls', '1.2', undefined)).toEqual(['1.2']);
    expect(toVersionRange('dtls', '1.0', '1.2')).toEqual(['1.0', '1.2']);
    expect(toVersionRange('tls', '1.3', '1.2')).toEqual([]);
  });

  it('are read from any text without a throw', () => {
    fc.assert(
      fc.property(fc.string(), (written) => {
        parseTlsVersion(written);
        findIkeTransform(written);
        findDiskCipher(written);
      }),
      { numRuns: 300 },
    );
  });
});

describe('ciphers of disks', () => {
  // cryptsetup(8): the key of XTS is two keys.
  it.each([
    ['aes-xts-plain64', 512, 'AES-256-XTS'],
    ['aes-xts-plain64', undefined, 'AES-XTS'],
    ['aes-cbc-essiv:sha256', 256, 'AES-256-CBC'],
    ['serpent-xts-plain64', 512, 'Serpent-256-XTS'],
    ['capi:xts(aes)-plain64', 256, 'AES-128-XTS'],
    ['xchacha12,aes-adiantum-plain64', 256, undefined],
  ])('%s with %s bits is %s', (written, bits, expected) => {
    expect(name(findDiskCipher(written, bits))).toBe(expected);
  });
});
