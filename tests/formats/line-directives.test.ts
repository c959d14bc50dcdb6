import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinWords } from '../../src/formats/directives.ts';
import { type LineSyntax, readLineDirectives } from '../../src/formats/line-directives.ts';

const INI: LineSyntax = { comments: '#;', trailingComments: '#', assigns: 'equals', sections: 'brackets', continues: 'backslash' };
const SPACE: LineSyntax = { comments: '#', assigns: 'space' };
const STYLES: readonly LineSyntax[] = [
  INI,
  SPACE,
  { comments: '#', assigns: 'either', sections: (line) => /^host\s.{0,80}/i.exec(line)?.[0] },
  { comments: '#', assigns: 'space', sections: 'angles', continues: 'backslash' },
  { comments: '#', assigns: 'equals', sections: 'braces', continues: 'indent' },
  { comments: '#;', assigns: 'space', inlineFiles: true },
];

const read = (text: string, syntax: LineSyntax): string[] =>
  readLineDirectives(text.split('\n'), syntax).directives.map(
    (one) => `${one.line}:${one.index} ${[...one.scopes.map((scope) => scope.name), one.text].join('/')} = ${joinWords(one)}`,
  );

describe('statements of lines', () => {
  it('have a name, a value and the section they stand in', () => {
    expect(read('a = 1\n[ x ]\n b=two words # said\n# c = 3\n;d = 4\ne "f g"\n', INI)).toEqual([
      '1:0 a = 1',
      '3:1 x/b = two words',
      '6:0 x/e = f g',
    ]);
  });

  it('keep a hash that is part of a word, and quotation marks that nothing closes', () => {
    expect(read('key = a#b\nother = it\'s\nlast = "open', INI)).toEqual(['1:0 key = a#b', "2:0 other = it's", '3:0 last = "open']);
  });

  it('go on after a backslash, each word with its own place', () => {
    const [statement] = readLineDirectives(['list = a:\\', '  b', 'c = d'], INI).directives;
    expect(statement?.words).toEqual([
      { text: 'a:', line: 1, index: 7 },
      { text: 'b', line: 2, index: 2 },
    ]);
    expect(read('# comment \\\nx = 1', INI)).toEqual(['2:0 x = 1']);
  });

  it('go on where the next line is indented', () => {
    const postfix: LineSyntax = { comments: '#', assigns: 'equals', continues: 'indent' };
    expect(read('a = 1,\n  2,\n# note\n  3\nb = 4', postfix)).toEqual(['1:0 a = 1, 2,', '4:2 3 = ', '5:0 b = 4']);
  });

  it('stand in sections of every kind', () => {
    const angles: LineSyntax = { comments: '#', assigns: 'space', sections: 'angles' };
    expect(read('<A x>\n<B>\nc d\n</B>\ne f\n</A>\ng h', angles)).toEqual(['3:0 A x/B/c = d', '5:0 A x/e = f', '7:0 g = h']);
    const braces: LineSyntax = { comments: '#', assigns: 'equals', sections: 'braces' };
    expect(read('network={\n\tpsk="x y"\n}\nz=1', braces)).toEqual(['2:1 network/psk = x y', '4:0 z = 1']);
  });

  it('are not taken from files inside the file', () => {
    expect(read('cipher A\n<ca>\ncipher B\n</ca>\nauth C', { comments: '#;', assigns: 'space', inlineFiles: true })).toEqual([
      '1:0 cipher = A',
      '5:0 auth = C',
    ]);
  });
});

describe('hostile lines', () => {
  it('are passed over where they are longer than any configuration', () => {
    expect(read(`a ${'x'.repeat(1_000_000)}\nb c`, SPACE)).toEqual(['2:0 b = c']);
  });

  it.each(['<a>\n', '[a]\n', '{\n', 'x={\n', '"', "'", 'a \\\n', '  a\n', '= ', '<', '\\\n'])(
    '%j twenty thousand times is read in one pass',
    (piece) => {
      for (const syntax of STYLES) readLineDirectives(piece.repeat(20_000).split('\n'), syntax);
    },
  );

  it('never make the reader throw', () => {
    const signs = fc.array(fc.constantFrom(' ', '\n', '=', '"', "'", '\\', '#', '[', ']', '<', '>', '/', '{', '}', 'a', ':', '\t'), {
      maxLength: 80,
    });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          signs.map((all) => all.join('')),
        ),
        (text) => {
          for (const syntax of STYLES) {
            for (const one of readLineDirectives(text.split('\n'), syntax).directives) expect(one.line).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
