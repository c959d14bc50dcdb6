import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJsonKeys } from '../../src/formats/json-keys.ts';

describe('readJsonKeys', () => {
  it('knows where keys and elements stand', () => {
    const text = '{ "a": { "b:{": [1, {"c": 2}, "d"] }, "a\\u0062": 3 }';
    const read = readJsonKeys(text, 5);
    if (!read.ok) throw new Error(read.detail);
    expect(read.offsetOf(['a'])).toBe(text.indexOf('"a"'));
    expect(read.offsetOf(['a', 'b:{'])).toBe(text.indexOf('"b:{"'));
    expect(read.offsetOf(['a', 'b:{', '1', 'c'])).toBe(text.indexOf('"c"'));
    expect(read.offsetOf(['a', 'b:{', '2'])).toBe(text.indexOf('"d"'));
    expect(read.offsetOf(['ab'])).toBe(text.indexOf('"a\\u0062"'));
    expect(read.offsetOf(['x'])).toBeUndefined();
  });

  it('refuses what nests deeper than 64 levels', () => {
    expect(readJsonKeys('['.repeat(64) + ']'.repeat(64), 1).ok).toBe(true);
    expect(readJsonKeys('['.repeat(65) + ']'.repeat(65), 1)).toMatchObject({ ok: false, offset: 64 });
  });

  it('agrees with the platform’s parser on any JSON, and never throws on any text', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(readJsonKeys(text, 3)).toMatchObject({ ok: true, value: JSON.parse(text) });
      }),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '"', '\\', ':', ',', 'a', '1') }), (text) => {
        readJsonKeys(text, 3);
      }),
      { numRuns: 500 },
    );
  });
});
