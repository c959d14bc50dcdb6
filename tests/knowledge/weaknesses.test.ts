import { describe, expect, it } from 'vitest';
import { TLS_CIPHER_SUITES } from '../../src/knowledge/tls.ts';
import {
  canBeShort,
  isLegacyVersion,
  isPreSharedKeySuite,
  isStaticKeySuite,
  isTls13,
  leastKeyBits,
  WEAK_CIPHERS,
} from '../../src/knowledge/weaknesses.ts';
import { use } from '../assess/given.ts';

describe('withdrawn protocol versions', () => {
  // RFC 6176, RFC 7568, RFC 8996, RFC 4253 §5, RFC 9395
  it.each([
    ['tls', 'SSLv2'],
    ['tls', 'SSLv3'],
    ['tls', 'ssl3.0'],
    ['tls', '1.0'],
    ['tls', 'TLSv1'],
    ['tls', 'TLSv1.1'],
    ['tls', 'TLS 1.1'],
    ['tls', 'tlsv1_0'],
    ['dtls', '1.0'],
    ['dtls', 'DTLSv1'],
    ['ssh', '1.5'],
    ['ike', 'IKEv1'],
  ] as const)('%s %s', (protocol, version) => {
    expect(isLegacyVersion(protocol, version)).toBe(true);
  });

  it.each([
    ['tls', '1.2'],
    ['tls', 'TLSv1.3'],
    ['dtls', '1.2'],
    ['dtls', '1.3'],
    ['ssh', '2.0'],
    ['ike', 'IKEv2'],
    ['mqtt', '3.1.1'],
    ['lorawan', '1.0'],
    ['wpa', '1'],
    ['tls', ''],
  ] as const)('not %s %s', (protocol, version) => {
    expect(isLegacyVersion(protocol, version)).toBe(false);
  });

  it('are told from a megabyte of text in no time', () => {
    expect(isLegacyVersion('tls', '1.'.repeat(500_000))).toBe(false);
    expect(isTls13(`tls${'-'.repeat(1_000_000)}1.3`)).toBe(false);
  });

  it('leave TLS 1.3, however it is written', () => {
    expect(['1.3', 'TLSv1.3', 'TLS 1.3', 'DTLS1.3', 'tlsv1_3'].every(isTls13)).toBe(true);
    expect(['1.2', '3.1', '13', 'TLS'].some(isTls13)).toBe(false);
  });
});

describe('cipher suites', () => {
  const names = TLS_CIPHER_SUITES.map((suite) => suite.name);

  it('with a static key are those whose key exchange is not ephemeral', () => {
    const fixed = names.filter(isStaticKeySuite);
    expect(fixed).toContain('TLS_RSA_WITH_AES_128_CBC_SHA');
    expect(fixed).toContain('TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA');
    expect(fixed).toContain('TLS_RSA_PSK_WITH_AES_128_CBC_SHA');
    expect(fixed.filter((name) => /DHE|anon|TLS_PSK|SRP|ECJPAKE/.test(name))).toEqual([]);
    expect(names.filter((name) => !name.includes('_WITH_')).filter(isStaticKeySuite)).toEqual([]);
  });

  it('with a pre-shared key are those that name one and no RSA', () => {
    const shared = names.filter(isPreSharedKeySuite);
    expect(shared).toContain('TLS_PSK_WITH_AES_128_CCM_8');
    expect(shared).toContain('TLS_ECDHE_PSK_WITH_AES_128_GCM_SHA256');
    expect(shared).toEqual(names.filter((name) => name.includes('PSK') && !name.includes('RSA')));
  });
});

describe('least key sizes', () => {
  // SP 800-131A Rev. 2 with SP 800-57 Part 1 table 2
  it.each([
    ['rsassa-pss', {}, 2048],
    ['ffdh', {}, 2048],
    ['ecdsa', { curve: 'secp192r1' }, 224],
    ['hmac', {}, 112],
    ['aes', { mode: 'gcm' }, 112],
  ] as const)('%s: %j asks for %i bits', (algorithm, parameters, bits) => {
    expect(leastKeyBits(use(algorithm, parameters))).toBe(bits);
  });

  it('are not asked of a hash, nor of a cipher that is weak whatever its key', () => {
    expect(leastKeyBits(use('sha-256'))).toBeUndefined();
    expect(leastKeyBits(use('rc4', { keyBits: 40 }))).toBeUndefined();
    expect(leastKeyBits(use('ml-dsa-44'))).toBeUndefined();
  });

  it('have to be known of a modulus and a curve, not of AES or EdDSA', () => {
    expect([use('rsa'), use('ecdsa'), use('ffdh')].every(canBeShort)).toBe(true);
    expect([use('aes'), use('eddsa'), use('ed25519'), use('x25519'), use('ml-kem')].some(canBeShort)).toBe(false);
  });
});

describe('weak ciphers', () => {
  it('have a reason and a source each', () => {
    for (const [id, row] of WEAK_CIPHERS) {
      expect(row.why.length, id).toBeGreaterThan(10);
      expect(row.source, id).toMatch(/SP 800|RFC|FIPS|CVE/);
    }
  });
});
