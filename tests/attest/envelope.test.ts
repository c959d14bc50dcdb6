// DSSE: the published vector of its protocol, lengths in bytes, and an envelope that has one spelling.

import { utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAYLOAD_TYPE, preAuthEncoding, readEnvelope, renderEnvelope } from '../../src/attest/envelope.ts';
import { verifyClassical } from '../../src/pqc/classical.ts';

// secure-systems-lab/dsse, protocol.md, version 1.0.2, "Test Vectors": ECDSA over P-256 with SHA-256, r ‖ s
const VECTOR = {
  type: 'http://example.com/HelloWorld',
  body: 'hello world',
  pae: 'DSSEv1 29 http://example.com/HelloWorld 11 hello world',
  x: 46950820868899156662930047687818585632848591499744589407958293238635476079160n,
  y: 5640078356564379163099075877009565129882514886557779369047442380624545832820n,
  sig: 'A3JqsQGtVsJ2O2xqrI5IcnXip5GToJ3F+FnZ+O88SjtR6rDAajabZKciJTfUiHqJPcIAriEGAHTVeCUjW2JIZA==',
};

describe('the pre-authentication encoding', () => {
  it('is that of the published vector', () => {
    expect(new TextDecoder().decode(preAuthEncoding(VECTOR.type, utf8ToBytes(VECTOR.body)))).toBe(VECTOR.pae);
  });

  it('is what the published signature is over', () => {
    const hex = (value: bigint): string => value.toString(16).padStart(64, '0');
    const publicKey = new Uint8Array(Buffer.from(`04${hex(VECTOR.x)}${hex(VECTOR.y)}`, 'hex'));
    const message = preAuthEncoding(VECTOR.type, utf8ToBytes(VECTOR.body));
    const signature = new Uint8Array(Buffer.from(VECTOR.sig, 'base64'));
    expect(verifyClassical('ecdsa-secp256r1-sha256', { publicKey, message, signature, encoding: 'raw' })).toEqual({ valid: true });
  });

  it('counts bytes, not characters', () => {
    expect(new TextDecoder().decode(preAuthEncoding('é', utf8ToBytes('ø')))).toBe('DSSEv1 2 é 2 ø');
  });

  it('is another one for every other type and body', () => {
    expect(preAuthEncoding('a', utf8ToBytes('b 1 c'))).not.toEqual(preAuthEncoding('a 5 b', utf8ToBytes('c')));
  });
});

describe('an envelope', () => {
  const envelope = { payloadType: PAYLOAD_TYPE, payload: utf8ToBytes('{}'), signatures: [{ keyid: 'ab', sig: Uint8Array.of(1, 2, 3) }] };
  const text = renderEnvelope(envelope);

  it('has the fields of the standard form', () => {
    expect(JSON.parse(text)).toEqual({
      payload: 'e30=',
      payloadType: 'application/vnd.in-toto+json',
      signatures: [{ keyid: 'ab', sig: 'AQID' }],
    });
  });

  it('is read back', () => {
    expect(readEnvelope(utf8ToBytes(text))).toEqual(envelope);
  });

  it.each([
    ['another spelling of base64', text.replace('AQID', 'AQ\\u0049D')],
    ['URL-safe base64', text.replace('AQID', 'AQI_')],
    ['a space more', text.replace('{', '{ ')],
    ['a field more', text.replace('"payload"', '"more": 1,\n  "payload"')],
    ['no line at its end', text.trimEnd()],
    ['a byte order mark', `\uFEFF${text}`],
    ['no JSON', text.slice(0, -4)],
    ['a list', '[]'],
    ['nothing', ''],
    ['null', 'null'],
    [
      'many signatures',
      renderEnvelope({ ...envelope, signatures: Array.from({ length: 17 }, () => ({ keyid: 'a', sig: Uint8Array.of(1) })) }),
    ],
    ['a signature that is none', text.replace('"AQID"', '1')],
  ])('is refused with %s', (_name, changed) => {
    expect(typeof readEnvelope(utf8ToBytes(changed))).toBe('string');
  });

  it('is refused at 8 MB without being read, and where it is no UTF-8', () => {
    expect(readEnvelope(new Uint8Array(8 * 2 ** 20))).toContain('expected at most');
    expect(typeof readEnvelope(Uint8Array.of(0xff, 0xfe))).toBe('string');
  });

  it('never throws on arbitrary bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void readEnvelope(bytes)),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(fc.json(), (json) => void readEnvelope(utf8ToBytes(json))),
      { numRuns: 200 },
    );
  });
});
