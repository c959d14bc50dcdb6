import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDer, isMalformed, readElement, readOid } from '../../src/formats/der.ts';
import { toDer, toOidDer } from '../../src/formats/der-write.ts';
import { readPki } from '../../src/formats/pki.ts';
import { readFixture } from '../scan/scan-file.ts';

const of = (...octets: number[]): Uint8Array => Uint8Array.from(octets);

describe('DER', () => {
  it('names the place where an encoding breaks, what was expected and what came', () => {
    expect(checkDer(of(0x30, 0x05, 0x02, 0x01, 0x01))).toEqual({
      offset: 0,
      expected: '5 bytes of content',
      found: '3 bytes up to the end',
    });
    expect(checkDer(of(0x30, 0x04, 0x02, 0x03, 0x01, 0x01))).toEqual({
      offset: 2,
      expected: '3 bytes of content',
      found: '2 bytes up to the end',
    });
    expect(checkDer(of(0x30, 0x80, 0x00, 0x00))).toMatchObject({ offset: 1, found: 'an indefinite length (BER)' });
    expect(checkDer(of(0x30, 0x85, 1, 1, 1, 1, 1))).toMatchObject({ offset: 1, found: '5 octets' });
    expect(checkDer(of())).toMatchObject({ offset: 0, found: 'the end of the data' });
  });

  it('refuses depth and count beyond its bounds without recursion', () => {
    const deep = Array.from({ length: 20_000 }).reduce<Uint8Array>((inner) => (inner.length > 60_000 ? inner : toDer(0x30, inner)), of());
    expect(checkDer(deep)).toMatchObject({ expected: 'at most 64 levels' });
    expect(checkDer(toDer(0x30, new Uint8Array(1_200_000)))).toMatchObject({ expected: 'at most 500000 elements' });
  });

  it.each([
    // X.690 8.19.5 and the OIDs of RFC 8017 and NIST as OpenSSL encodes them
    ['2a864886f70d010101', '1.2.840.113549.1.1.1'],
    ['60864801650304030a', '2.16.840.1.101.3.4.3.10'],
    ['883703', '2.999.3'],
    ['2b6570', '1.3.101.112'],
  ])('reads and writes the identifier %s', (hex, dotted) => {
    const der = toDer(0x06, Uint8Array.from(Buffer.from(hex, 'hex')));
    const element = readElement(der, 0);
    expect(isMalformed(element) ? undefined : readOid(der, element)).toBe(dotted);
    if (dotted !== '2.999.3') expect(toOidDer(dotted)).toEqual(der);
  });

  it('never throws on arbitrary bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (raw) => {
        readPki(raw);
        readPki(toDer(0x30, raw));
        readPki(toDer(0x30, toDer(0x30, raw), toDer(0x30, toOidDer('1.2.3')), toDer(0x03, raw)));
      }),
      { numRuns: 300 },
    );
  });

  it.each(['device.der', 'chain.der.p7b', 'device.p12', 'test-only-ed25519.der'])(
    'answers %s cut at every octet with the place',
    (name) => {
      const whole = readFixture('pki', name);
      for (let length = 0; length < whole.length; length++) expect(readPki(whole.subarray(0, length))).toHaveProperty('offset');
      expect(readPki(whole)).toHaveProperty('object');
    },
  );

  it('reads a revocation list of 100,000 entries', () => {
    const algorithm = toDer(0x30, toOidDer('1.2.840.113549.1.1.11'));
    const entry = toDer(0x30, toDer(0x02, of(1, 2, 3)), toDer(0x17, new TextEncoder().encode('260101000000Z')));
    const entries = toDer(
      0x30,
      Uint8Array.from({ length: 100_000 * entry.length }, (_, index) => entry[index % entry.length] ?? 0),
    );
    const issued = toDer(0x17, new TextEncoder().encode('260101000000Z'));
    const list = toDer(
      0x30,
      toDer(0x30, toDer(0x02, of(1)), algorithm, toDer(0x30), issued, issued, entries),
      algorithm,
      toDer(0x03, of(0, 1)),
    );
    expect(readPki(list)).toMatchObject({ object: { kind: 'revocation-list', signature: { oid: '1.2.840.113549.1.1.11' } } });
  });

  it('survives every octet of a certificate changed', () => {
    const whole = readFixture('pki', 'device.der');
    for (let index = 0; index < whole.length; index++) {
      const changed = whole.slice();
      changed[index] = (changed[index] ?? 0) ^ 0xff;
      readPki(changed);
    }
  });
});
