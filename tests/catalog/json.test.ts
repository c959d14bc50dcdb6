import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../src/catalog/json.ts';

describe('readJson', () => {
  it.each([
    ['', 'x.json: 1:1: expected a value, got the end of the file'],
    ['{"a": 1,}', 'x.json: 1:9: expected a key, got "}"'],
    ['{"a" 1}', 'x.json: 1:6: expected ":", got "1"'],
    ['{\n  "a": tru\n}', 'x.json: 2:8: expected a value, got "tru\\n}"'],
    ['[1 2]', 'x.json: 1:4: expected "," or "]", got "2"'],
    ['[1}', 'x.json: 1:3: expected "," or "]", got "}"'],
    ['{} {}', 'x.json: 1:4: expected the end, got "{"'],
    ["{'a': 1}", 'x.json: 1:2: expected a key or "}", got "\'a\': 1}"'],
    ['{"a": "line\nbreak"}', 'x.json: 1:7: expected a value, got "\\"line\\nbreak\\""'],
    ['{"a": 01}', 'x.json: 1:8: expected "," or "}", got "1"'],
    ['{"a": 1, "a": 2}', 'x.json: 1:10: the key "a" is given twice'],
    ['{"a": 1, "\\u0061": 2}', 'x.json: 1:10: the key "a" is given twice'],
    [`${'['.repeat(65)}1${']'.repeat(65)}`, 'x.json: 1:65: expected at most 64 levels'],
  ])('refuses %j', (text, message) => {
    expect(() => readJson(text, 'x.json')).toThrow(expect.objectContaining({ code: 'bad-profile', message }));
  });

  it('passes over a byte order mark', () => {
    expect(readJson('\uFEFF{"a":1}', 'x.json')).toEqual({ a: 1 });
  });

  it('keeps a key named __proto__ as a key', () => {
    expect(Object.keys(readJson('{"__proto__": 1}', 'x.json') as object)).toEqual(['__proto__']);
  });

  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        expect(readJson(text, 'x.json')).toEqual(JSON.parse(text));
      }),
      { numRuns: 200 },
    );
  });

  it('refuses with its own error whatever JSON.parse refuses', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[[\]{},:"a1. -]{0,30}$/)), (text) => {
        let accepted = true;
        try {
          JSON.parse(text);
        } catch {
          accepted = false;
        }
        if (accepted) readJson(text, 'x.json');
        else expect(() => readJson(text, 'x.json')).toThrow(expect.objectContaining({ code: 'bad-profile' }));
      }),
      { numRuns: 300 },
    );
  });

  it.each(['[', '{"a":', '"', '"\\', '1', ' ', '\\', ',"":'])('takes a megabyte of %j in stride', (piece) => {
    expect(() => readJson(`[${piece.repeat(1_000_000 / piece.length)}`, 'x.json')).toThrow(
      expect.objectContaining({ code: 'bad-profile' }),
    );
  });

  it('refuses what is larger than 1 MiB unread', () => {
    expect(() => readJson(' '.repeat(1024 * 1024 + 1), 'x.json')).toThrow('expected at most 1048576 characters, got 1048577');
  });
});
