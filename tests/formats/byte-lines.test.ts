import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf } from '../../src/formats/byte-lines.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the lines of a long text', () => {
  it('are those that splitting the whole gives, with their places', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 40 }), { maxLength: 30 }), fc.boolean(), (parts, ended) => {
        const text = parts.map((part) => part.replace(/[\r\n]/g, '·')).join('\n') + (ended ? '\n' : '');
        const bytes = bytesOf(text);
        const lines = [...linesOf(bytes)];
        const expected = text === '' ? [] : text.split('\n').slice(0, text.endsWith('\n') ? -1 : undefined);
        expect(lines.map((line) => line.text)).toEqual(expected);
        for (const { line, offset } of lines) expect(new TextDecoder().decode(bytes.subarray(0, offset)).split('\n')).toHaveLength(line);
      }),
      { numRuns: 100 },
    );
  });

  it('stay in step over pieces, carriage returns, invalid bytes and lines that are too long', () => {
    const long = 'x'.repeat(600_000);
    const text = `${'é'.repeat(50)}\r\n`.repeat(6000);
    const bytes = new Uint8Array([...bytesOf(text), 0xff, 0xfe, 0x0a, ...bytesOf(long), 0x0a, ...bytesOf('last')]);
    const lines = [...linesOf(bytes)];
    expect(lines.slice(0, 6000).every((line) => line.text === 'é'.repeat(50))).toBe(true);
    expect(lines.slice(6000).map(({ line, text: said }) => [line, said])).toEqual([
      [6001, '\ufffd\ufffd'],
      [6003, 'last'],
    ]);
  });
});
