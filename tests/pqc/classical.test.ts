import {
  createECDH,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  sign as opensslSign,
  verify as opensslVerify,
} from 'node:crypto';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  agree,
  type ClassicalSignatureId,
  generateAgreementKeyPair,
  generateClassicalKeyPair,
  KEY_AGREEMENTS,
  signClassical,
  verifyClassical,
} from '../../src/pqc/classical.ts';

const message = utf8ToBytes('sample');
const AGREEMENTS = ['x25519', 'secp256r1', 'secp384r1', 'secp521r1'] as const;
const CURVES = { secp256r1: 'prime256v1', secp384r1: 'secp384r1', secp521r1: 'secp521r1' } as const;
const ECDSA = [
  ['ecdsa-secp256r1-sha256', 'prime256v1', 'sha256', 65],
  ['ecdsa-secp384r1-sha384', 'secp384r1', 'sha384', 97],
  ['ecdsa-secp521r1-sha512', 'secp521r1', 'sha512', 133],
] as const;

describe('key agreement', () => {
  it('gives the X25519 values of RFC 7748 §6.1', () => {
    const alice = generateAgreementKeyPair('x25519', hexToBytes('77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a'));
    const bob = generateAgreementKeyPair('x25519', hexToBytes('5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb'));
    expect(bytesToHex(alice.publicKey)).toBe('8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a');
    expect(bytesToHex(bob.publicKey)).toBe('de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f');
    const secret = '4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742';
    expect(bytesToHex(agree('x25519', alice.privateKey, bob.publicKey))).toBe(secret);
    expect(bytesToHex(agree('x25519', bob.privateKey, alice.publicKey))).toBe(secret);
  });

  it.each(['secp256r1', 'secp384r1', 'secp521r1'] as const)('on %s comes to OpenSSL’s secret', (id) => {
    const openssl = createECDH(CURVES[id]);
    const theirs = new Uint8Array(openssl.generateKeys());
    const ours = generateAgreementKeyPair(id);
    expect(bytesToHex(agree(id, ours.privateKey, theirs))).toBe(openssl.computeSecret(ours.publicKey).toString('hex'));
    expect(ours.publicKey.length).toBe(KEY_AGREEMENTS[id].publicKeyBytes);
  });

  it('with X25519 comes to OpenSSL’s secret', () => {
    const { publicKey, privateKey } = generateKeyPairSync('x25519');
    const ours = generateAgreementKeyPair('x25519');
    const prefix = hexToBytes('302a300506032b656e032100'); // SubjectPublicKeyInfo of RFC 8410
    const ourPublic = createPublicKey({ key: Buffer.concat([prefix, ours.publicKey]), format: 'der', type: 'spki' });
    const theirs = new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }).subarray(12));
    expect(bytesToHex(agree('x25519', ours.privateKey, theirs))).toBe(diffieHellman({ privateKey, publicKey: ourPublic }).toString('hex'));
  });

  it.each(AGREEMENTS)('on %s refuses a public key of another length, a point that is none, a zero scalar', (id) => {
    const { privateKey, publicKey } = generateAgreementKeyPair(id);
    expect(() => agree(id, privateKey, publicKey.subarray(1))).toThrow(`${id} public key: expected ${publicKey.length} bytes`);
    expect(() => agree(id, privateKey, new Uint8Array(publicKey.length))).toThrow(`${id} public key: expected a point`);
    if (id !== 'x25519') expect(() => generateAgreementKeyPair(id, new Uint8Array(privateKey.length))).toThrow('expected a scalar');
  });
});

describe('classical signatures', () => {
  it('give the Ed25519 signature of RFC 8032 §7.1 TEST 2', () => {
    const { publicKey, privateKey } = generateClassicalKeyPair(
      'ed25519',
      hexToBytes('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb'),
    );
    expect(bytesToHex(publicKey)).toBe('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c');
    expect(bytesToHex(signClassical('ed25519', { privateKey, message: Uint8Array.of(0x72) }))).toBe(
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    );
  });

  it('give the ECDSA signature of RFC 6979 A.2.5, SHA-256, "sample"', () => {
    const privateKey = hexToBytes('c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721');
    expect(bytesToHex(signClassical('ecdsa-secp256r1-sha256', { privateKey, message, encoding: 'raw' }))).toBe(
      'efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8',
    );
  });

  it.each(ECDSA)('%s: OpenSSL verifies ours and we verify OpenSSL’s, DER and raw', (id, curve, digest, pointBytes) => {
    const pair = generateKeyPairSync('ec', { namedCurve: curve });
    const publicKey = new Uint8Array(pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-pointBytes));
    const privateKey = new Uint8Array(Buffer.from(pair.privateKey.export({ format: 'jwk' }).d ?? '', 'base64url'));
    for (const [encoding, dsaEncoding] of [
      ['der', 'der'],
      ['raw', 'ieee-p1363'],
    ] as const) {
      const theirs = new Uint8Array(opensslSign(digest, message, { key: pair.privateKey, dsaEncoding }));
      expect(verifyClassical(id, { publicKey, message, signature: theirs, encoding })).toEqual({ valid: true });
      const ours = signClassical(id, { privateKey, message, encoding });
      expect(opensslVerify(digest, message, { key: pair.publicKey, dsaEncoding }, ours)).toBe(true);
    }
  });

  it('ed25519: OpenSSL verifies ours and we verify OpenSSL’s', () => {
    const ours = generateClassicalKeyPair('ed25519');
    const spki = Buffer.concat([hexToBytes('302a300506032b6570032100'), ours.publicKey]); // RFC 8410
    const pkcs8 = Buffer.concat([hexToBytes('302e020100300506032b657004220420'), ours.privateKey]);
    const signature = signClassical('ed25519', { privateKey: ours.privateKey, message });
    expect(opensslVerify(null, message, createPublicKey({ key: spki, format: 'der', type: 'spki' }), signature)).toBe(true);
    const theirs = new Uint8Array(opensslSign(null, message, createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })));
    expect(verifyClassical('ed25519', { publicKey: ours.publicKey, message, signature: theirs })).toEqual({ valid: true });
  });

  it('give malformed input a reason instead of an error', () => {
    const { publicKey, privateKey } = generateClassicalKeyPair('ecdsa-secp256r1-sha256');
    const signature = signClassical('ecdsa-secp256r1-sha256', { privateKey, message });
    const reasonOf = (change: object) => verifyClassical('ecdsa-secp256r1-sha256', { publicKey, message, signature, ...change });
    expect(reasonOf({ publicKey: publicKey.subarray(1) })).toEqual({ valid: false, reason: 'public-key' });
    expect(reasonOf({ signature: signature.subarray(1) })).toEqual({ valid: false, reason: 'signature-encoding' });
    expect(reasonOf({ message: new Uint8Array() })).toEqual({ valid: false, reason: 'signature-mismatch' });
    expect(() => signClassical('ecdsa-secp256r1-sha256', { privateKey: new Uint8Array(32), message })).toThrow('expected one of the curve');
  });

  it('verify arbitrary bytes to a verdict, never to an error', () => {
    const ids: readonly ClassicalSignatureId[] = ['ed25519', ...ECDSA.map(([id]) => id)];
    fc.assert(
      fc.property(fc.constantFrom(...ids), fc.uint8Array({ maxLength: 140 }), fc.constantFrom('der', 'raw'), (id, bytes, encoding) => {
        const { publicKey } = generateClassicalKeyPair(id);
        expect(verifyClassical(id, { publicKey: bytes, message: bytes, signature: bytes, encoding }).valid).toBe(false);
        expect(verifyClassical(id, { publicKey, message: bytes, signature: bytes, encoding }).valid).toBe(false);
      }),
      { numRuns: 30 },
    );
  });
});
