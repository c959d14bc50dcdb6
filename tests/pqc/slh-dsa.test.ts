import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOBLE_SLH_DSA } from '../../src/pqc/implementation.ts';
import { generateSignatureKeyPair, sign, verify } from '../../src/pqc/signature.ts';
import { isSlhDsaId, SLH_DSA, SLH_DSA_IDS } from '../../src/pqc/slh-dsa-sets.ts';
import { slhDsaFixtures } from './openssl.ts';
import { COMPLETE } from './vector-files.ts';

const { keys, ...signed } = slhDsaFixtures();
const message = hexToBytes(signed.message);
const context = hexToBytes(signed.context);
const form = { form: 'pure', context } as const;
const fixture = keys.find(({ set }) => set === 'slh-dsa-sha2-128f') ?? keys[0];
const publicKey = hexToBytes(fixture?.publicKey ?? '');
const privateKey = hexToBytes(fixture?.privateKey ?? '');
const signature = hexToBytes(fixture?.signature ?? '');

// The small sets sign in seconds each; the complete run does them too.
const signers = keys.filter(({ set }) => set.endsWith('f') || COMPLETE !== undefined);

describe('SLH-DSA parameter sets', () => {
  // FIPS 205 §11 and Table 2: public key 2n, private key 4n, signature (1 + k(1 + a) + h + d·len)·n with len = 2n + 3 for lg w = 4.
  it.each(SLH_DSA_IDS)('%s has the lengths that the formulas of FIPS 205 give', (id) => {
    const { n, h, d, a, k, ...row } = SLH_DSA[id];
    expect(row).toMatchObject({
      publicKeyBytes: 2 * n,
      privateKeyBytes: 4 * n,
      signatureBytes: (1 + k * (1 + a) + h + d * (2 * n + 3)) * n,
    });
    expect(row.category).toBe({ 16: 1, 24: 3, 32: 5 }[n]);
    expect(NOBLE_SLH_DSA[id].lengths).toMatchObject({ publicKey: 2 * n, secretKey: 4 * n, signature: row.signatureBytes });
  });

  it('are twelve, and none by a name of Object.prototype', () => {
    expect(new Set(SLH_DSA_IDS).size).toBe(12);
    expect(isSlhDsaId('constructor')).toBe(false);
  });
});

describe('SLH-DSA', () => {
  it('has a fixture of OpenSSL for every set', () => {
    expect(keys.map(({ set }) => set)).toEqual(SLH_DSA_IDS);
  });

  it.each(keys)('$set: verifies OpenSSL’s hedged signature with its context, and no changed one', (key) => {
    const request = { publicKey: hexToBytes(key.publicKey), message, signature: hexToBytes(key.signature), form };
    expect(verify(key.set, request)).toEqual({ valid: true });
    expect(verify(key.set, { ...request, form: { form: 'pure' } })).toEqual({ valid: false, reason: 'signature-mismatch' });
    const changed = request.signature.with(-1, (request.signature.at(-1) ?? 0) ^ 1);
    expect(verify(key.set, { ...request, signature: changed })).toEqual({ valid: false, reason: 'signature-mismatch' });
  });

  it.each(signers)('$set: signs deterministically what OpenSSL verified', { timeout: 300_000 }, (key) => {
    const made = sign(key.set, { privateKey: hexToBytes(key.privateKey), message, form, randomness: 'deterministic' });
    expect(bytesToHex(sha256(made))).toBe(key.acceptedSha256);
  });

  it('signs hedged: two signatures of one message differ and both verify, given randomness repeats one', () => {
    const [first, second] = [sign('slh-dsa-sha2-128f', { privateKey, message }), sign('slh-dsa-sha2-128f', { privateKey, message })];
    expect(bytesToHex(first)).not.toBe(bytesToHex(second));
    for (const made of [first, second])
      expect(verify('slh-dsa-sha2-128f', { publicKey, message, signature: made })).toEqual({ valid: true });
    const randomness = new Uint8Array(16).fill(7);
    const repeat = () => bytesToHex(sign('slh-dsa-sha2-128f', { privateKey, message, randomness }));
    expect(repeat()).toBe(repeat());
  });

  it('binds the pre-hash and takes a context of 255 bytes, not of 256', () => {
    const preHashed = { form: 'pre-hash', hash: 'sha-256', context: new Uint8Array(255) } as const;
    const made = sign('slh-dsa-sha2-128f', { privateKey, message, form: preHashed, randomness: 'deterministic' });
    const reasonOf = (change: object) => verify('slh-dsa-sha2-128f', { publicKey, message, signature: made, ...change });
    expect(reasonOf({ form: preHashed })).toEqual({ valid: true });
    expect(reasonOf({ form: { ...preHashed, hash: 'sha3-256' } })).toEqual({ valid: false, reason: 'signature-mismatch' });
    expect(reasonOf({ form: { form: 'pure', context: new Uint8Array(256) } })).toEqual({ valid: false, reason: 'context-length' });
  });

  it('has no external mu, and says so', () => {
    const request = { publicKey, message: new Uint8Array(64), signature, form: { form: 'external-mu' } } as const;
    expect(verify('slh-dsa-sha2-128f', request)).toEqual({ valid: false, reason: 'mu-unsupported' });
    expect(() => sign('slh-dsa-sha2-128f', { ...request, privateKey })).toThrow('SLH-DSA-SHA2-128f takes no external mu');
  });

  it('names the input, the expected and the actual length', () => {
    expect(() => generateSignatureKeyPair('slh-dsa-shake-192f', new Uint8Array(24))).toThrow(
      'SLH-DSA-SHAKE-192f seed: expected 72 bytes, got 24',
    );
    expect(() => sign('slh-dsa-sha2-128f', { privateKey: publicKey, message })).toThrow(
      'SLH-DSA-SHA2-128f private key: expected 64 bytes, got 32',
    );
    expect(() => sign('slh-dsa-sha2-128f', { privateKey, message, randomness: new Uint8Array(32) })).toThrow(
      'SLH-DSA-SHA2-128f randomness addrnd: expected 16 bytes, got 32',
    );
  });

  it('verifies arbitrary bytes to a verdict, never to an error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), fc.nat(255), fc.boolean(), (text, fill, exact) => {
        const bytes = new Uint8Array(exact ? SLH_DSA['slh-dsa-sha2-128s'].signatureBytes : text.length).fill(fill);
        expect(verify('slh-dsa-sha2-128s', { publicKey: new Uint8Array(32).fill(fill), message: text, signature: bytes }).valid).toBe(
          false,
        );
        expect(verify('slh-dsa-sha2-128s', { publicKey: text, message: text, signature: text }).valid).toBe(false);
      }),
      { numRuns: 20 },
    );
  });
});

describe('a pre-hash weaker than the parameter set', () => {
  const weak = { form: 'pre-hash', hash: 'sha-256' } as const;
  const { publicKey: key, privateKey: secret } = generateSignatureKeyPair('ml-dsa-65', new Uint8Array(32));
  const text = utf8ToBytes('firmware 1.4.0');

  it('is refused by default, at both ends', () => {
    expect(() => sign('ml-dsa-65', { privateKey: secret, message: text, form: weak })).toThrow('ML-DSA-65 pre-hash function');
    expect(verify('ml-dsa-65', { publicKey: key, message: text, signature: new Uint8Array(3309), form: weak })).toEqual({
      valid: false,
      reason: 'weak-pre-hash',
    });
    expect(verify('slh-dsa-sha2-192f', { publicKey: new Uint8Array(48), message, signature: new Uint8Array(35664), form: weak })).toEqual({
      valid: false,
      reason: 'weak-pre-hash',
    });
  });

  it('is verified where that is asked for', () => {
    const allowed = { ...weak, weakHash: 'allow' } as const;
    const made = sign('ml-dsa-65', { privateKey: secret, message: text, form: allowed });
    expect(verify('ml-dsa-65', { publicKey: key, message: text, signature: made, form: allowed })).toEqual({ valid: true });
  });

  // FIPS 204 §5.4: collision strength of λ bits; SHA-256 and SHAKE128 (256 bits of output) have 128.
  it.each(['sha-256', 'sha3-256', 'shake128', 'sha-512/256'] as const)('is not %s for a set of 128 bits', (hash) => {
    const pair = generateSignatureKeyPair('ml-dsa-44', new Uint8Array(32));
    const made = sign('ml-dsa-44', { privateKey: pair.privateKey, message: text, form: { form: 'pre-hash', hash } });
    expect(verify('ml-dsa-44', { publicKey: pair.publicKey, message: text, signature: made, form: { form: 'pre-hash', hash } }).valid).toBe(
      true,
    );
  });
});
