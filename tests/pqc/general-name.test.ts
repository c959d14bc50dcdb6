import { isIP } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDer } from '../../src/formats/der-write.ts';
import { PqreadyError } from '../../src/model/errors.ts';
import { issueCertificate, makeRequest, readAlternativeNames, readIssuer, readSoundRequest } from '../../src/pqc/encoding/certificate.ts';
import { type AlternativeName, readGeneralNames, toGeneralNames } from '../../src/pqc/encoding/general-name.ts';
import { readIpAddress, renderIpAddress } from '../../src/pqc/encoding/ip-address.ts';
import { generatePrivateKey, privateKeyFromSeed, publicKeyOf } from '../../src/pqc/encoding/key.ts';
import { inspect } from '../../src/pqc/inspect.ts';

const hex = (bytes: Uint8Array | undefined) => (bytes === undefined ? undefined : Buffer.from(bytes).toString('hex'));
const key = privateKeyFromSeed('ml-dsa-44', new Uint8Array(32).fill(7));
const dates = { notBefore: new Date(0), notAfter: new Date(1e12), serial: Uint8Array.of(1) };
const issuer = { name: 'CN=root', privateKey: key };
const certificateFor = (alternativeNames: readonly AlternativeName[], isCa = false) =>
  issueCertificate({ subject: 'CN=root', publicKey: publicKeyOf(key), isCa, alternativeNames, ...dates }, issuer);

describe('an IP address', () => {
  // RFC 4291 §2.2, RFC 5952 §4.
  it.each([
    ['192.0.2.1', 'c0000201', '192.0.2.1'],
    ['::', '00000000000000000000000000000000', '::'],
    ['::1', '00000000000000000000000000000001', '::1'],
    ['1::', '00010000000000000000000000000000', '1::'],
    ['2001:DB8:0:0:8:800:200C:417A', '20010db80000000000080800200c417a', '2001:db8::8:800:200c:417a'],
    ['2001:db8:0:0:1:0:0:1', '20010db8000000000001000000000001', '2001:db8::1:0:0:1'],
    ['2001:db8:0:1:1:1:1:1', '20010db8000000010001000100010001', '2001:db8:0:1:1:1:1:1'],
    ['::ffff:129.144.52.38', '00000000000000000000ffff81903426', '::ffff:8190:3426'],
    ['0:0:0:0:0:0:13.1.68.3', '0000000000000000000000000d014403', '::d01:4403'],
  ])('%s has its octets, and one way to be written', (text, octets, written) => {
    const bytes = readIpAddress(text);
    expect(hex(bytes)).toBe(octets);
    expect(renderIpAddress(bytes ?? new Uint8Array())).toBe(written);
  });

  it.each([
    '',
    '1',
    '1.2.3',
    '1.2.3.4.5',
    '01.2.3.4',
    '256.1.1.1',
    '1.2.3.4/24',
    '::1%eth0',
    '1::2::3',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
  ])('%j is none', (text) => expect(readIpAddress(text)).toBeUndefined());
  it.each([':::', '1.2.3.4::', '12345::', 'g::', '1:2:3:4:5:6:7:8::', '::1.2.3', `${'0:'.repeat(1e5)}0`])('%.40j is none', (text) =>
    expect(readIpAddress(text)).toBeUndefined(),
  );

  it('is taken and refused as Node’s own reader does', () => {
    const piece = fc.constantFrom('0', '1', 'ab', 'FFFF', '12345', '1.2.3.4', '255.0.0.1', ':', '::', '.', '');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
        const text = pieces.join(pieces.length % 2 === 0 ? ':' : '');
        expect([text, readIpAddress(text) !== undefined]).toEqual([text, isIP(text) !== 0]);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('alternative names', () => {
  it('are encoded as RFC 5280 §4.2.1.6 says', () => {
    const names = [
      { kind: 'dns', value: 'a.example' },
      { kind: 'ip', value: '192.0.2.1' },
    ] as const;
    expect(hex(toGeneralNames(names))).toBe('30118209612e6578616d706c658704c0000201');
    expect(readAlternativeNames(certificateFor(names))).toEqual(names);
    expect(readAlternativeNames(makeRequest('CN=a', key, { alternativeNames: names }))).toEqual(names);
    expect(readAlternativeNames(certificateFor([]))).toEqual([]);
  });

  it.each([
    '',
    '.',
    'a.',
    '.a',
    'a..b',
    '-a',
    'a b',
    'ä.example',
    '192.0.2.1',
    '*',
    'a.*.b',
    `${'a'.repeat(64)}.b`,
    `${'a.'.repeat(127)}a`,
    'a\0b',
  ])('are not written for the host %j', (value) => expect(() => certificateFor([{ kind: 'dns', value }])).toThrow('expected a host name'));

  it('are not written for an address that is none', () => {
    expect(() => certificateFor([{ kind: 'ip', value: 'a.example' }])).toThrow('IP address "a.example": expected one such as');
  });

  it('are critical where the subject is empty, and are there then', () => {
    const empty = { subject: new Uint8Array([0x30, 0]), publicKey: publicKeyOf(key), isCa: false, ...dates };
    const named = issueCertificate({ ...empty, alternativeNames: [{ kind: 'dns', value: 'a' }] }, issuer);
    expect(hex(named)).toContain('0603551d110101ff04053003820161');
    expect(hex(certificateFor([{ kind: 'dns', value: 'a' }]))).toContain('0603551d1104053003820161');
    expect(() => issueCertificate(empty, issuer)).toThrow('expected a subject or alternative names');
  });

  it('that are wrong are said by inspect, with the clause', () => {
    const names = toDer(0x30, toDer(0x87, new Uint8Array(5)), toDer(0x82, Uint8Array.of(0x61, 0, 0x1b)), toDer(0xa4, toDer(0x30)));
    expect(readGeneralNames(names)).toEqual([
      { kind: 'ip', value: '5 bytes', fault: 'iPAddress: expected 4 or 16 bytes, found 5' },
      { kind: 'dns', value: 'a??', fault: 'dNSName: expected a host name, found "a??"' },
      { kind: 'other', value: '[4]' },
    ]);
    const der = certificateFor([{ kind: 'ip', value: '192.0.2.1' }]);
    const at = Buffer.from(der).indexOf(Buffer.from('8704c0000201', 'hex'));
    const found = inspect(der.with(at, 0x82))[0];
    expect(found?.problems[0]).toBe('alternative names: dNSName: expected a host name, found "????" (RFC 5280 §4.2.1.6)');
    expect(inspect(der.with(at - 2, 0x31))[0]?.problems[0]).toMatch(/^subjectAltName: offset 0: expected tag 0x30/);
  });

  it('of arbitrary bytes are read or bad-input', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.boolean(), (bytes, wrapped) => {
        try {
          readGeneralNames(wrapped ? toDer(0x30, bytes) : bytes);
        } catch (error) {
          expect(error instanceof PqreadyError && error.code).toBe('bad-input');
        }
      }),
      { numRuns: 300 },
    );
    const many = toDer(0x30, ...new Array<Uint8Array>(1025).fill(toDer(0x82, Uint8Array.of(0x61))));
    expect(() => readGeneralNames(many)).toThrow('expected 1 to 1024 names, found 1025');
  });
});

describe('an issuer', () => {
  it('is the name and the key identifier of its certificate', () => {
    const read = readIssuer(certificateFor([], true), key);
    expect(read.name).toBeInstanceOf(Uint8Array);
    expect(read.keyIdentifier).toHaveLength(20);
  });

  it('is refused where the key is another’s or the certificate is no CA’s', () => {
    expect(() => readIssuer(certificateFor([], true), generatePrivateKey('ml-dsa-44'))).toThrow('not that of the certificate');
    expect(() => readIssuer(certificateFor([]), key)).toThrow('expected the certificate of a CA');
    const ca = certificateFor([], true);
    const at = Buffer.from(ca).indexOf(Buffer.from('0603551d130101ff040530030101ff', 'hex'));
    expect(() => readIssuer(ca.with(at + 14, 0), key)).toThrow('expected the certificate of a CA');
    expect(() => readIssuer(makeRequest('CN=a', key), key)).toThrow('expected a certificate');
  });
});

describe('a request', () => {
  it('is taken only where its signature verifies, for names that can be certified', () => {
    const der = makeRequest('CN=a', key, { alternativeNames: [{ kind: 'dns', value: 'a.example' }] });
    expect(readSoundRequest(der).alternativeNames).toEqual([{ kind: 'dns', value: 'a.example' }]);
    expect(() => readSoundRequest(der.with(-1, (der.at(-1) ?? 0) ^ 1))).toThrow('its own signature does not verify');
    expect(() => readSoundRequest(certificateFor([]))).toThrow('expected PKCS #10');
  });
});
