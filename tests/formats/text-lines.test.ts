import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toTextLines } from '../../src/formats/text-lines.ts';
import { toText } from '../../src/scan/text.ts';

const of = (bytes: Uint8Array): ReturnType<typeof toTextLines> => toTextLines(toText(bytes), bytes);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('toTextLines', () => {
  it('gives lines without LF or CR LF, and places in bytes', () => {
    const lines = of(utf8('a\r\nключ=1\n'));
    expect(lines.lines).toEqual(['a', 'ключ=1', '']);
    expect(lines.locate(2, 4)).toEqual({ at: 'text', line: 2, column: 9, offset: 11 });
    expect(lines.placeOf(3)).toEqual({ line: 2, index: 0 });
  });

  it('counts the byte order mark that the text does not have', () => {
    expect(of(new Uint8Array([0xef, 0xbb, 0xbf, ...utf8('a\nb')])).locate(1)).toMatchObject({ offset: 3 });
  });

  it('finds every line start at the byte after a line feed, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (body) => {
        const bytes = new Uint8Array([0x20, 0x20, ...body]); // no byte order mark
        const lines = of(bytes);
        for (let line = 2; line <= lines.lines.length; line++) expect(bytes[lines.locate(line).offset - 1]).toBe(0x0a);
      }),
    );
  });
});
