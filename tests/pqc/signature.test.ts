import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ML_DSA, ML_DSA_IDS } from '../../src/pqc/parameter-sets.ts';
import { generateSignatureKeyPair, sign, verify } from '../../src/pqc/signature.ts';

const message = utf8ToBytes('firmware 1.4.0');

describe('ML-DSA', () => {
  it.each(ML_DSA_IDS)('%s: hedged signatures of one message differ and both verify', (id) => {
    const { publicKey, privateKey } = generateSignatureKeyPair(id);
    const [first, second] = [sign(id, { privateKey, message }), sign(id, { privateKey, message })];
    expect(bytesToHex(first)).not.toBe(bytesToHex(second));
    expect(verify(id, { publicKey, message, signature: first })).toEqual({ valid: true });
    expect(verify(id, { publicKey, message, signature: second })).toEqual({ valid: true });
  });

  it('binds the context string and the form of the message', () => {
    const { publicKey, privateKey } = generateSignatureKeyPair('ml-dsa-44', new Uint8Array(32));
    const context = utf8ToBytes('update');
    const pure = { form: 'pure', context } as const;
    const preHashed = { form: 'pre-hash', hash: 'sha-512', context } as const;
    const signature = sign('ml-dsa-44', { privateKey, message, form: pure, randomness: 'deterministic' });
    expect(verify('ml-dsa-44', { publicKey, message, signature, form: pure })).toEqual({ valid: true });
    expect(verify('ml-dsa-44', { publicKey, message, signature })).toEqual({ valid: false, reason: 'signature-mismatch' });
    expect(verify('ml-dsa-44', { publicKey, message, signature, form: preHashed })).toEqual({ valid: false, reason: 'signature-mismatch' });
  });

  it('gives malformed input a reason instead of an error', () => {
    const { publicKey, privateKey } = generateSignatureKeyPair('ml-dsa-65', new Uint8Array(32));
    const signature = sign('ml-dsa-65', { privateKey, message });
    const request = { publicKey, message, signature };
    const reasonOf = (change: object) => verify('ml-dsa-65', { ...request, ...change });
    expect(reasonOf({ publicKey: publicKey.subarray(1) })).toEqual({ valid: false, reason: 'public-key-length' });
    expect(reasonOf({ signature: new Uint8Array() })).toEqual({ valid: false, reason: 'signature-length' });
    expect(reasonOf({ form: { form: 'pure', context: new Uint8Array(256) } })).toEqual({ valid: false, reason: 'context-length' });
    expect(reasonOf({ form: { form: 'external-mu' } })).toEqual({ valid: false, reason: 'mu-length' });
  });

  it('refuses a private key out of range without quoting it', () => {
    const { privateKey } = generateSignatureKeyPair('ml-dsa-44', new Uint8Array(32));
    const broken = privateKey.slice().fill(0xff, 128, 128 + 32 * 3); // the first polynomial of s1 (FIPS 204 Algorithm 24)
    const attempt = () => sign('ml-dsa-44', { privateKey: broken, message });
    expect(attempt).toThrow('ML-DSA-44 private key: a coefficient of s1 or s2 is out of range (FIPS 204 Algorithm 25)');
    expect(attempt).not.toThrow(expect.objectContaining({ cause: expect.anything() }));
  });

  it('names the input, the expected and the actual length', () => {
    const privateKey = new Uint8Array(2560);
    expect(() => sign('ml-dsa-44', { privateKey: new Uint8Array(32), message })).toThrow(
      'ML-DSA-44 private key: expected 2560 bytes, got 32',
    );
    expect(() => sign('ml-dsa-44', { privateKey, message, randomness: new Uint8Array(1) })).toThrow('rnd: expected 32 bytes, got 1');
    expect(() => sign('ml-dsa-44', { privateKey, message, form: { form: 'pure', context: new Uint8Array(256) } })).toThrow(
      'at most 255 bytes',
    );
    expect(() => generateSignatureKeyPair('ml-dsa-44', new Uint8Array(31))).toThrow('ML-DSA-44 seed: expected 32 bytes, got 31');
  });

  it('verifies arbitrary bytes to a verdict, never to an error', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ML_DSA_IDS), fc.uint8Array({ maxLength: 64 }), fc.nat(255), (id, text, fill) => {
        const publicKey = new Uint8Array(ML_DSA[id].publicKeyBytes).fill(fill);
        const signature = new Uint8Array(ML_DSA[id].signatureBytes).fill(fill);
        signature.set(text);
        expect(verify(id, { publicKey, message: text, signature }).valid).toBe(false);
        expect(verify(id, { publicKey: text, message: text, signature: text }).valid).toBe(false);
      }),
      { numRuns: 30 },
    );
  });
});
