import { bytesToHex } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import { decapsulateHybrid, encapsulateHybrid, generateHybridKeyPair, HYBRID_KEM_IDS, isHybridKemId } from '../../src/pqc/hybrid-kem.ts';
import { joinClientSecrets, splitClientSecrets, TLS_HYBRID_IDS } from '../../src/pqc/tls-hybrid.ts';

// The vectors of X-Wing and the exchanges with OpenSSL stand in x-wing.test.ts and tls-hybrid.test.ts.
describe('hybrids as key encapsulation', () => {
  it.each(HYBRID_KEM_IDS)('%s: both come to one secret, and a changed ciphertext gives another', (id) => {
    const { publicKey, privateKey } = generateHybridKeyPair(id);
    const { ciphertext, sharedSecret } = encapsulateHybrid(id, publicKey);
    expect(bytesToHex(decapsulateHybrid(id, privateKey, ciphertext))).toBe(bytesToHex(sharedSecret));
    // In the ML-KEM part of every order.
    const at = ciphertext.length >> 1;
    const changed = ciphertext.with(at, (ciphertext[at] ?? 0) ^ 1);
    expect(bytesToHex(decapsulateHybrid(id, privateKey, changed))).not.toBe(bytesToHex(sharedSecret));
    for (const bytes of [new Uint8Array(), new Uint8Array(5000)]) {
      expect(() => decapsulateHybrid(id, bytes, ciphertext)).toThrow(/expected \d+ bytes, got/);
      expect(() => decapsulateHybrid(id, privateKey, bytes)).toThrow(/expected \d+ bytes, got/);
      expect(() => encapsulateHybrid(id, bytes)).toThrow(/expected \d+ bytes, got/);
    }
  });

  it.each(TLS_HYBRID_IDS)('%s: a private key is what the client keeps, in the order of its share', (id) => {
    const secrets = {
      decapsulationKey: new Uint8Array(id.endsWith('1024') ? 3168 : 2400).fill(1),
      privateKey: new Uint8Array(id.includes('384') ? 48 : 32).fill(2),
    };
    const joined = joinClientSecrets(id, secrets);
    expect(joined[0]).toBe(id === 'x25519mlkem768' ? 1 : 2);
    expect(splitClientSecrets(id, joined)).toEqual(secrets);
  });

  it('are four, and none by a name of Object.prototype', () => {
    expect(HYBRID_KEM_IDS).toHaveLength(4);
    expect(isHybridKemId('constructor')).toBe(false);
  });
});
