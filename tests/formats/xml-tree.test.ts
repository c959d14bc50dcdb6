import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { childrenOf, descendantsOf, elementAt, readXmlTree } from '../../src/formats/xml-tree.ts';

const read = (text: string): ReturnType<typeof readXmlTree> => readXmlTree(text);
const rootOf = (text: string) => {
  const got = read(text);
  if (!got.ok) throw new Error(got.detail);
  return got.root;
};

describe('elements', () => {
  const root = rootOf('<a:bom xmlns:a="urn:x" kind="1&amp;2">\n <b>one</b><b><![CDATA[<two>]]></b><c><b/></c></a:bom>');

  it('have local names, attributes, text and places', () => {
    expect(root.name).toBe('bom');
    expect(root.attributes.get('kind')).toBe('1&2');
    expect(childrenOf(root, 'b').map(({ text }) => text)).toEqual(['one', '<two>']);
    expect(elementAt(root, ['b'])?.offset).toBe(43);
  });

  it('are found by path and by name at any depth', () => {
    expect(elementAt(root, ['c', 'b'])?.text).toBe('');
    expect(elementAt(root, ['c', 'x'])).toBeUndefined();
    expect(descendantsOf(root, 'b')).toHaveLength(3);
  });
});

describe('what is no XML', () => {
  it.each([
    ['', 0],
    ['text', 4],
    ['<a>\n<b></a>', 11],
    ['<a>&nosuch;</a>', 11],
  ])('%j is refused at index %i', (text, offset) => {
    expect(read(text)).toMatchObject({ ok: false, offset });
  });

  it('is refused where it nests deeper than 64 levels or has over half a million elements', () => {
    expect(read('<a>'.repeat(100_000))).toMatchObject({ ok: false, detail: 'expected at most 64 levels of nesting' });
    expect(read(`<r>${'<a/>'.repeat(500_001)}</r>`)).toMatchObject({ ok: false, detail: 'expected at most 500000 elements' });
  });

  it('text and attributes of 1 MB are read', () => {
    expect(rootOf(`<a b="${'x'.repeat(1_000_000)}">${'y'.repeat(1_000_000)}</a>`).text.length).toBeLessThan(70_000);
  });

  it('never throws', () => {
    const parts = fc.constantFrom(
      '<',
      '>',
      '/',
      'a',
      ' ',
      '="',
      '"',
      '&',
      ';',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?',
      '?>',
      '<!DOCTYPE',
      '\u0000',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(parts).map((all) => all.join('')),
        ),
        (text) => {
          expect(typeof read(text).ok).toBe('boolean');
        },
      ),
    );
  });
});
