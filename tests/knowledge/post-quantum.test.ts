import { describe, expect, it } from 'vitest';
import { findPostQuantum } from '../../src/knowledge/packages.ts';

const hasOf = (name: string, version?: string, purl?: string) =>
  findPostQuantum({ name, ...(version === undefined ? {} : { version }), ...(purl === undefined ? {} : { purl }) })?.has;

// The releases are those of the projects' change logs: OpenSSL 3.5.0 (8 Apr 2025), wolfSSL 5.7.4 (24 Oct 2024), liboqs 0.11.0, 0.12.0, 0.15.0.
describe('standardised mechanisms of a version', () => {
  it.each([
    ['openssl', '3.4.1', []],
    ['openssl', '3.5.0', ['ml-kem', 'ml-dsa', 'slh-dsa']],
    ['openssl', '3.10.0', ['ml-kem', 'ml-dsa', 'slh-dsa']],
    ['openssl', '3.0.15-1~deb12u1', []],
    ['openssl', '1:3.5.4-1', ['ml-kem', 'ml-dsa', 'slh-dsa']],
    ['wolfssl', 'v5.7.4-stable', ['ml-kem', 'ml-dsa']],
    ['liboqs', '0.12.0', ['ml-kem', 'ml-dsa']],
    ['bouncycastle', '1.78.1', []],
    ['bouncycastle', '1.79', ['ml-kem', 'ml-dsa', 'slh-dsa']],
  ])('%s %s: %j', (name, version, algorithms) => {
    expect(hasOf(name, version)).toEqual(algorithms);
  });

  it('are not known without a version, of a library that is not listed, of a binding', () => {
    expect(findPostQuantum({ name: 'openssl' })?.since).toHaveLength(1);
    expect(hasOf('openssl')).toBeUndefined();
    expect(hasOf('openssl', 'unstable')).toBeUndefined();
    expect(findPostQuantum({ name: 'mbedtls', version: '3.6.2' })).toBeUndefined();
    expect(findPostQuantum({ name: 'openssl', version: '0.10.68', purl: 'pkg:cargo/openssl@0.10.68' })).toBeUndefined();
  });
});
