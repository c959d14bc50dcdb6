import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEspImage } from '../../src/formats/esp-image.ts';
import { isMcubootImage, readMcubootImage } from '../../src/formats/mcuboot.ts';
import { toEspImage, toMcubootImage } from '../scan/image-builders.ts';

const counter = { type: 0x50, value: Uint8Array.of(7, 0, 0, 0) };

describe('MCUboot images', () => {
  it('have a version, an image, and TLVs in two areas', () => {
    const image = readMcubootImage(toMcubootImage({ guarded: [counter], tlvs: [{ type: 0x22, value: new Uint8Array(71) }] }));
    expect(image).toMatchObject({ version: '1.2.3+4', headerBytes: 32, imageBytes: 100, signedEnd: 32 + 100 + 12 });
    expect('tlvs' in image && image.tlvs.map(({ type, protected: guarded, value }) => [type, guarded, value.length])).toEqual([
      [0x50, true, 4],
      [0x10, false, 32],
      [0x22, false, 71],
    ]);
  });

  it('answer a cut at every octet with the place', () => {
    const whole = toMcubootImage({ guarded: [counter], tlvs: [{ type: 0x24, value: new Uint8Array(64) }] });
    for (let length = 0; length < whole.length; length++) expect(readMcubootImage(whole.subarray(0, length))).toHaveProperty('expected');
  });

  it.each([
    ['a header that is too short', 8, 4, 'ih_hdr_size of at least 32'],
    ['an image beyond the file', 12, 0x7fffffff, 'an image of 2147483647 bytes'],
    ['protected TLVs that are not there', 10, 8, 'TLV area magic 0x6908'],
  ])('say that there is %s', (_, offset, value, expected) => {
    const image = toMcubootImage();
    const view = new DataView(image.buffer);
    if (offset === 12) view.setUint32(offset, value, true);
    else view.setUint16(offset, value, true);
    expect(readMcubootImage(image)).toMatchObject({ expected });
  });

  it('never throw on arbitrary octets after the magic', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (raw) => {
        const bytes = Uint8Array.from([0x3d, 0xb8, 0xf3, 0x96, ...raw]);
        expect(isMcubootImage(bytes)).toBe(true);
        readMcubootImage(bytes);
      }),
      { numRuns: 300 },
    );
  });
});

describe('Espressif images', () => {
  it('have segments, an appended digest and an application description', () => {
    expect(readEspImage(toEspImage())).toMatchObject({
      chipId: 5,
      segments: 1,
      appended: { matches: true },
      app: { version: '2.4.0', projectName: 'meter', idfVersion: 'v5.5.1', secureVersion: 0 },
      signatures: [],
    });
  });

  it.each([
    ['rsa', 2, undefined],
    ['p192', 3, 1],
    ['p256', 3, 2],
    ['p384', 3, 3],
  ] as const)('carry a %s signature block on a sector boundary', (signature, version, curveId) => {
    const image = readEspImage(toEspImage({ signature }));
    expect(image).toMatchObject({
      signedBytes: 4096,
      signatures: [{ offset: 4096, version, crcMatches: true, ...(curveId === undefined ? {} : { curveId }) }],
    });
  });

  it('answer a cut inside header and segments with the place, and are nothing before', () => {
    const whole = toEspImage();
    for (let length = 0; length < whole.length; length++) {
      const read = readEspImage(whole.subarray(0, length));
      expect(read === undefined || 'expected' in read).toBe(true);
    }
  });

  it('never throw on arbitrary octets', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (raw) => {
        readEspImage(Uint8Array.from([0xe9, 1, 2, 0, ...raw]));
      }),
      { numRuns: 300 },
    );
  });
});
