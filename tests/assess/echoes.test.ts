import { describe, expect, it } from 'vitest';
import { withoutEchoes } from '../../src/assess/echoes.ts';
import { listMechanisms } from '../../src/assess/mechanism.ts';
import type { Evidence } from '../../src/model/evidence.ts';
import { called, certificate, inventoryOf, key, use } from './given.ts';

const KEY = called('update', use('ec', { curve: 'secp256r1' }, { functions: ['keygen'] }));
const CALL = called('update', use('ecdsa', { digest: 'sha-256' }, { functions: ['verify'] }));
const BOTH = called('update', use('ecdsa', { curve: 'secp256r1', digest: 'sha-256' }, { functions: ['verify'] }));

function names(...evidence: Evidence[]): string[] {
  return withoutEchoes(listMechanisms(inventoryOf(evidence)))
    .filter((mechanism) => mechanism.purpose !== 'signature-digest')
    .map((mechanism) => mechanism.name)
    .sort();
}

describe('a mechanism that is said several times', () => {
  it('is spoken of once, with all its detail', () => {
    expect(names(KEY, CALL, BOTH)).toEqual(['ECDSA-secp256r1-SHA-256']);
  });

  it('keeps both voices where neither says all', () => {
    expect(names(KEY, CALL)).toEqual(['EC-secp256r1', 'ECDSA-SHA-256']);
  });

  it('is spoken of in every role', () => {
    expect(names(BOTH, called('boot', use('ecdsa', { digest: 'sha-256' }, { functions: ['verify'] })))).toEqual([
      'ECDSA-SHA-256',
      'ECDSA-secp256r1-SHA-256',
    ]);
  });

  it('is another one with another curve, size, mode or scheme', () => {
    expect(names(BOTH, called('update', use('ec', { curve: 'secp384r1' })))).toEqual(['EC-secp384r1', 'ECDSA-secp256r1-SHA-256']);
    const aes = (mode: 'gcm' | 'ecb') => called('storage', use('aes', { keyBits: 128, mode }));
    expect(names(aes('gcm'), aes('ecb'), called('storage', use('aes', { keyBits: 128 })))).toEqual(['AES-128-ECB', 'AES-128-GCM']);
    const rsa = (id: 'rsassa-pss' | 'rsassa-pkcs1') => called('update', use(id, { keyBits: 2048 }));
    expect(names(rsa('rsassa-pss'), rsa('rsassa-pkcs1'), called('update', use('rsa', { keyBits: 2048 })))).toEqual([
      'RSA-PKCS1-1.5-2048',
      'RSA-PSS-2048',
    ]);
  });

  it('takes a key at rest for the key of the call, and a certificate for itself', () => {
    const identity = { roleHint: 'update' } as const;
    expect(names(BOTH, key({}, identity))).toEqual(['ECDSA-secp256r1-SHA-256']);
    expect(names(BOTH, certificate({}, identity))).toHaveLength(2);
  });

  it('is not silenced by what weighs less', () => {
    expect(names(CALL, { ...BOTH, origin: 'test' })).toEqual(['ECDSA-SHA-256', 'ECDSA-secp256r1-SHA-256']);
    expect(names(CALL, { ...BOTH, state: 'compiled' })).toEqual(['ECDSA-SHA-256', 'ECDSA-secp256r1-SHA-256']);
  });
});
