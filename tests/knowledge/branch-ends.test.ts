import { describe, expect, it } from 'vitest';
import { findBranch } from '../../src/knowledge/branch-ends.ts';

// Days of openssl-library.org/policies/releasestrat as read on 2026-11-24; that of 1.1.1 at second hand.
describe('the branch of a version', () => {
  it.each([
    ['OpenSSL', '1.1.1w', '1.1.1', '2023-09-11'],
    ['openssl', '3.0.13', '3.0', '2026-09-07'],
    ['OpenSSL', '3.2.1', '3.2', '2025-11-23'],
  ])('%s %s is %s, until %s', (library, version, branch, until) => {
    expect(findBranch(library, version)).toMatchObject({ branch, until });
  });

  it('of Mbed TLS is found by either spelling of its name', () => {
    expect(findBranch('Mbed TLS', '2.28.3')?.branch).toBe('2.28');
    expect(findBranch('mbedtls', '3.6.2')?.kind).toBe('promised');
  });

  it('is not that of a version that only begins alike, nor of another library', () => {
    expect(findBranch('OpenSSL', '3.10.1')).toBeUndefined();
    expect(findBranch('OpenSSL', '3.20.0')).toBeUndefined();
    expect(findBranch('wolfSSL', '3.0.0')).toBeUndefined();
  });
});
