import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { hexToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LM_OTS, LMS, nameLmOts, nameLms } from '../../src/pqc/lms/parameters.ts';
import { type LmsVerifyRequest, verifyHss, verifyLms } from '../../src/pqc/lms/verify.ts';

interface Vector {
  readonly source: string;
  readonly scheme: 'hss' | 'lms';
  readonly publicKey: string;
  readonly message: string;
  readonly signature: string;
}

const VECTORS: readonly Vector[] = JSON.parse(
  readFileSync(fileURLToPath(new URL('../fixtures/vectors/lms.json', import.meta.url)), 'utf8'),
);
const VERIFY = { hss: verifyHss, lms: verifyLms };

function requestOf(vector: Vector | undefined): LmsVerifyRequest {
  return {
    publicKey: hexToBytes(vector?.publicKey ?? ''),
    message: hexToBytes(vector?.message ?? ''),
    signature: hexToBytes(vector?.signature ?? ''),
  };
}

const flip = (bytes: Uint8Array, at: number): Uint8Array => bytes.with(at, (bytes.at(at) ?? 0) ^ 1);
const invalid = (reason: string) => ({ valid: false, reason });

describe('the parameter sets of LM-OTS and LMS', () => {
  // RFC 8554 Appendix B: u = ⌈8n/w⌉, v = ⌈(⌊log2((2^w − 1)·u)⌋ + 1)/w⌉, p = u + v, ls = 16 − v·w.
  it.each([...LM_OTS])('LM-OTS type %i has the digits that the formulas of RFC 8554 give', (_code, { bytes, w, p, ls }) => {
    const u = Math.ceil((8 * bytes) / w);
    const v = Math.ceil((Math.floor(Math.log2((2 ** w - 1) * u)) + 1) / w);
    expect([p, ls]).toEqual([u + v, 16 - v * w]);
  });

  it('have the type codes of the IANA registry', () => {
    expect([...LM_OTS].map(([code, row]) => `${code} ${nameLmOts(row)}`)).toEqual([
      ...['1 LMOTS_SHA256_N32_W1', '2 LMOTS_SHA256_N32_W2', '3 LMOTS_SHA256_N32_W4', '4 LMOTS_SHA256_N32_W8'],
      ...['5 LMOTS_SHA256_N24_W1', '6 LMOTS_SHA256_N24_W2', '7 LMOTS_SHA256_N24_W4', '8 LMOTS_SHA256_N24_W8'],
      ...['9 LMOTS_SHAKE_N32_W1', '10 LMOTS_SHAKE_N32_W2', '11 LMOTS_SHAKE_N32_W4', '12 LMOTS_SHAKE_N32_W8'],
      ...['13 LMOTS_SHAKE_N24_W1', '14 LMOTS_SHAKE_N24_W2', '15 LMOTS_SHAKE_N24_W4', '16 LMOTS_SHAKE_N24_W8'],
    ]);
    expect([5, 9, 10, 15, 20, 24].map((code) => nameLms(LMS.get(code) ?? { hash: 'SHA256', bytes: 32, h: 5 }))).toEqual([
      'LMS_SHA256_M32_H5',
      'LMS_SHA256_M32_H25',
      'LMS_SHA256_M24_H5',
      'LMS_SHAKE_M32_H5',
      'LMS_SHAKE_M24_H5',
      'LMS_SHAKE_M24_H25',
    ]);
    expect(LMS.size).toBe(20);
  });
});

describe('LMS and HSS', () => {
  it.each(VECTORS)('verify $source, and none of it with one bit changed', (vector) => {
    const verify = VERIFY[vector.scheme];
    const request = requestOf(vector);
    expect(verify(request)).toEqual({ valid: true });
    expect(verify({ ...request, message: flip(request.message, 0) }).valid).toBe(false);
    expect(verify({ ...request, publicKey: flip(request.publicKey, -1) }).valid).toBe(false);
    for (let at = 0; at < request.signature.length; at += 97) {
      expect(verify({ ...request, signature: flip(request.signature, at) }).valid).toBe(false);
    }
  });

  it('say why', () => {
    const request = requestOf(VECTORS.find(({ scheme }) => scheme === 'lms'));
    const { publicKey, signature } = request;
    const reasonOf = (change: Partial<LmsVerifyRequest>) => verifyLms({ ...request, ...change });
    expect(reasonOf({ publicKey: publicKey.subarray(0, 7) })).toEqual(invalid('public-key-length'));
    expect(reasonOf({ publicKey: publicKey.subarray(0, -1) })).toEqual(invalid('public-key-length'));
    expect(reasonOf({ publicKey: publicKey.with(3, 0x7f) })).toEqual(invalid('public-key-type'));
    expect(reasonOf({ publicKey: publicKey.with(7, 4) })).toEqual(invalid('hash-mix')); // LMS with 24 bytes, LM-OTS with 32
    expect(reasonOf({ signature: signature.with(7, 7) })).toEqual(invalid('signature-type'));
    expect(reasonOf({ signature: signature.subarray(0, -1) })).toEqual(invalid('signature-length'));
    expect(reasonOf({ signature: new Uint8Array() })).toEqual(invalid('signature-length'));
    expect(reasonOf({ signature: signature.with(3, 32) })).toEqual(invalid('leaf-number')); // 2^5 leaves
    expect(reasonOf({ signature: flip(signature, -1) })).toEqual(invalid('signature-mismatch'));
  });

  it('of the hierarchy say why', () => {
    const request = requestOf(VECTORS[0]);
    const { publicKey, signature } = request;
    const reasonOf = (change: Partial<LmsVerifyRequest>) => verifyHss({ ...request, ...change });
    expect(reasonOf({ publicKey: publicKey.with(3, 1) })).toEqual(invalid('levels'));
    expect(reasonOf({ publicKey: publicKey.with(3, 9), signature: signature.with(3, 8) })).toEqual(invalid('levels'));
    expect(reasonOf({ publicKey: new Uint8Array(3) })).toEqual(invalid('public-key-length'));
    expect(reasonOf({ signature: signature.subarray(0, 1000) })).toEqual(invalid('signature-length'));
    expect(reasonOf({ signature: new Uint8Array() })).toEqual(invalid('signature-length'));
  });

  it('verify arbitrary bytes to a verdict, never to an error', () => {
    const request = requestOf(VECTORS[0]);
    fc.assert(
      fc.property(fc.nat(request.signature.length), fc.uint8Array({ maxLength: 80 }), fc.nat(255), (cut, bytes, level) => {
        expect(verifyHss({ ...request, signature: request.signature.subarray(0, cut - 1) }).valid).toBe(false);
        expect(verifyHss({ publicKey: bytes, message: bytes, signature: bytes }).valid).toBe(false);
        expect(verifyHss({ ...request, publicKey: request.publicKey.with(7, level).with(11, level), message: bytes }).valid).toBe(false);
        expect(verifyLms({ publicKey: bytes, message: bytes, signature: request.signature }).valid).toBe(false);
      }),
      { numRuns: 50 },
    );
  });
});
