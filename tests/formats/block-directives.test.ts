import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BlockSyntax, readBlockDirectives } from '../../src/formats/block-directives.ts';
import { joinWords } from '../../src/formats/directives.ts';
import { readYamlDirectives } from '../../src/formats/yaml-directives.ts';

const NGINX: BlockSyntax = { ends: 'semicolon' };
const LINES: BlockSyntax = { ends: 'line', slashComments: true };

const toText = (file: ReturnType<typeof readYamlDirectives>): string[] =>
  file.directives.map(
    (one) => `${one.line}:${one.index} ${[...one.scopes.map((scope) => scope.name), one.text].join('/')} = ${joinWords(one)}`,
  );
const read = (text: string, syntax: BlockSyntax): string[] => toText(readBlockDirectives(text, syntax));

describe('statements of blocks', () => {
  it('end in a semicolon, wherever the lines end', () => {
    expect(read('a b\n  c; # d e;\nserver { f g;}h i;', NGINX)).toEqual(['1:0 a = b c', '3:0 server = ', '3:9 server/f = g', '3:14 h = i']);
  });

  it('end at the end of a line, but for a list that is open', () => {
    expect(read('a = 1\nb = [ "c",\n "d" ] // e\n/* f = 2\n*/ g=3\n', LINES)).toEqual(['1:0 a = 1', '2:0 b = c d', '5:3 g = 3']);
  });

  it('keep quotations, templates and variables whole', () => {
    expect(read(`a "x; y { z" '\${b}' {{ c; d }} \${e};`, NGINX)).toEqual([`1:0 a = x; y { z \${b} {{ c; d }} \${e}`]);
  });

  it('are not taken from text that stands in between', () => {
    expect(read('a = <<-EOT\n b = 1\nEOT\nc = 2', LINES)).toEqual(['1:0 a = <<-EOT', '4:0 c = 2']);
  });

  it('are read up to the depth that nobody writes', () => {
    const { directives, fault } = readBlockDirectives(`a b; ${'x {'.repeat(1000)}`, NGINX);
    expect(directives[0]).toMatchObject({ text: 'a' });
    expect(fault).toMatchObject({ line: 1, detail: 'blocks nested deeper than 32' });
  });
});

describe('statements of YAML', () => {
  it('are keys with their scalars and lists, and the flags among arguments', () => {
    expect(toText(readYamlDirectives('a: 1\n---\nb:\n  c: [x, "y"]\n  d:\n    - --min-version=1.2\n'))).toEqual([
      '1:0 /a = 1',
      '3:0 /b = ',
      '4:2 /b/c = x y',
      '5:2 /b/d = --min-version=1.2',
      '6:6 /b/min-version = 1.2',
    ]);
  });

  it('are read from the documents that are YAML beside one that is none', () => {
    const { directives, fault } = readYamlDirectives('a: 1\n---\n{{ b }}: [\n---\nc: 2\n');
    expect(directives.map((one) => `${one.line} ${one.text}`)).toEqual(['1 a', '5 c']);
    expect(fault?.line).toBeGreaterThan(1);
  });
});

describe('hostile blocks', () => {
  it.each(['"', "'", '"\\', '{{', '${', '{%', '/*', '(', '[', '}', '#', '\n', ';', '\\"', 'a=', '<<A\n', '<<A\nA\n'])(
    '%j fifty thousand times is read in one pass',
    (piece) => {
      for (const syntax of [NGINX, LINES]) readBlockDirectives(piece.repeat(50_000), syntax);
    },
  );

  it('never make the readers throw', () => {
    const signs = fc.array(
      fc.constantFrom(' ', '\n', '=', '"', "'", '\\', '#', '[', ']', '(', ')', '{', '}', 'a', ':', ';', '$', '-', '/', '*', '<', '%'),
      {
        maxLength: 80,
      },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          signs.map((all) => all.join('')),
        ),
        (text) => {
          for (const file of [readBlockDirectives(text, NGINX), readBlockDirectives(text, LINES), readYamlDirectives(text)]) {
            for (const one of file.directives) expect(one.line).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
