import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  escapeCsv,
  escapeHtml,
  escapeMarkdown,
  escapeTerminal,
  toAnchor,
  toClipped,
  toMarkdownBlock,
  toMarkdownCode,
  toVisible,
} from '../../src/report/escape.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 200 });
const anyUnits = fc.array(fc.nat(0xffff), { maxLength: 60 }).map((units) => String.fromCharCode(...units));

describe('toVisible', () => {
  it.each([
    ['right-to-left override', '\u202e', '[U+202E]'],
    ['isolate', '\u2066', '[U+2066]'],
    ['zero-width space', '\u200b', '[U+200B]'],
    ['escape', '\u001b', '[U+001B]'],
    ['C1 control', '\u009b', '[U+009B]'],
    ['line break', '\n', '[U+000A]'],
    ['line separator', '\u2028', '[U+2028]'],
    ['byte order mark', '\ufeff', '[U+FEFF]'],
    ['Hangul filler', '\u3164', '[U+3164]'],
    ['tag letter', '\u{e0041}', '[U+E0041]'],
    ['lone surrogate', '\ud800', '[U+D800]'],
    ['private use', '\ue000', '[U+E000]'],
  ])('writes a %s as its code point', (_name, character, shown) => {
    expect(toVisible(`a${character}b`)).toBe(`a${shown}b`);
  });

  it('leaves letters of any script, emoji and punctuation alone', () => {
    const text = 'Größe — 测试 مفتاح 🔑 “x” − 5 %';
    expect(toVisible(text)).toBe(text);
  });
});

describe('toClipped', () => {
  it('keeps a short text and both ends of a long one', () => {
    expect(toClipped('src/a.c', 20)).toBe('src/a.c');
    expect(toClipped(`${'a'.repeat(50)}tail.c`, 20)).toBe(`${'a'.repeat(13)}…tail.c`);
  });

  it('is never longer than asked and never halves a surrogate pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 3, max: 40 }), (text, length) => {
        const clipped = toClipped(text, length);
        expect(clipped.length).toBeLessThanOrEqual(Math.max(length, Math.min(text.length, length)));
        expect(() => encodeURIComponent(clipped)).not.toThrow(); // throws on half a pair
      }),
    );
  });
});

describe('escapeHtml', () => {
  it('escapes what ends a tag, an attribute or an entity', () => {
    expect(escapeHtml(`<a href="x" id='y'>&amp;`)).toBe('&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;');
  });

  it('leaves no metacharacter and nothing unseen of any text', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, anyUnits), (text) => {
        const escaped = escapeHtml(text);
        expect(escaped).not.toMatch(/[<>"']|&(?!amp;|lt;|gt;|quot;|#39;)/);
        expect(toVisible(escaped)).toBe(escaped);
      }),
    );
  });

  it('takes a megabyte of metacharacters', () => {
    expect(escapeHtml('<'.repeat(1_000_000)).length).toBe(4_000_000);
  });
});

describe('escapeMarkdown', () => {
  it.each([
    ['a link', '[a](https://b.example)', '\\[a\\](https&#58;//b.example)'],
    ['raw HTML', '<img src=x>', '&lt;img src=x\\>'],
    ['a table cell', 'a|b', 'a\\|b'],
    ['a mention', '@team', '@&#8203;team'],
    ['an autolink', 'www.example.com', 'www&#46;example.com'],
    ['emphasis and code', '*a* _b_ `c`', '\\*a\\* \\_b\\_ \\`c\\`'],
    ['an entity', '&lt;', '&amp;lt;'],
    ['a heading', '# a', '\\# a'],
    ['a list', '- a', '\\- a'],
    ['a numbered list', '12. a', '12\\. a'],
    ['a backslash', '\\*', '\\\\\\*'],
  ])('makes nothing of %s', (_name, text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  it('leaves dates, versions and names as they read', () => {
    expect(escapeMarkdown('AES-128-GCM until 2030-12-31, TLS 1.3')).toBe('AES-128-GCM until 2030-12-31, TLS 1.3');
    expect(escapeMarkdown('3.6.2')).toBe('3.6.2');
  });

  it('never leaves a line break, a raw tag or a bare pipe', () => {
    fc.assert(fc.property(fc.oneof(anyText, anyUnits), (text) => void expect(escapeMarkdown(text)).not.toMatch(/[\n\r<]|(?<!\\)\|/)));
  });
});

describe('Markdown code', () => {
  it('has a fence longer than any run of backticks within', () => {
    expect(toMarkdownCode('a`b')).toBe('``a`b``');
    expect(toMarkdownCode('`')).toBe('`` ` ``');
    expect(toMarkdownBlock('a\n```\nb')).toBe('````\na\n```\nb\n````');
  });

  it('escapes pipes, which end a table cell even in code', () => {
    expect(toMarkdownCode('a|b')).toBe('`a\\|b`');
    expect(toMarkdownCode('a\\|b')).toBe('`a\\[U+007C]b`');
  });
});

describe('escapeCsv', () => {
  // RFC 4180, section 2, rules 5 to 7.
  it.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['a\r\nb', 'a[U+000D][U+000A]b'],
  ])('writes %j as %j', (text, cell) => {
    expect(escapeCsv(text)).toBe(cell);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '  =1', '＝1'])('makes %j text before a spreadsheet makes it a formula', (text) => {
    expect(escapeCsv(text)).toBe(`'${text}`);
  });

  it('gives back the visible text to a reader of RFC 4180', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const cell = escapeCsv(text);
        const read = cell.startsWith('"') ? cell.slice(1, -1).replace(/""/g, '"') : cell;
        expect([toVisible(text), `'${toVisible(text)}`]).toContain(read);
        expect(cell.startsWith('"') || !/[",\r\n]/.test(cell)).toBe(true);
      }),
    );
  });
});

describe('escapeTerminal', () => {
  it('shows an escape sequence and does not obey it', () => {
    expect(escapeTerminal('\u001b]0;owned\u0007')).toBe('[U+001B]]0;owned[U+0007]');
  });
});

describe('toAnchor', () => {
  it('keeps the ids of facts and turns the slash of a finding into a dot', () => {
    expect(toAnchor('F-1a2b3c4d')).toBe('F-1a2b3c4d');
    expect(toAnchor('weak-hash/1a2b3c4d')).toBe('weak-hash.1a2b3c4d');
  });

  it('is a safe fragment, and another one for another id', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        expect(toAnchor(a)).toMatch(/^[A-Za-z0-9._-]*$/);
        expect(toAnchor(a) === toAnchor(b)).toBe(a === b);
      }),
    );
    expect(toAnchor('a.b')).not.toBe(toAnchor('a/b'));
    expect(toAnchor('a_002E_b')).not.toBe(toAnchor('a.b'));
  });
});
