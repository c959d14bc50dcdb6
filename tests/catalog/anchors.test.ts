import { describe, expect, it } from 'vitest';
import { parseAnchors } from '../../src/catalog/anchors.ts';

const GOOD = {
  schemaVersion: 1,
  board: 'nrf52840dk',
  clockHz: 64_000_000,
  implementation: 'mlkem-native 1.0',
  variant: 'C',
  compiler: 'gcc 13.2',
  flags: '-O3',
  rows: [{ algorithm: 'ml-kem-768', operation: 'encaps', cycles: 1_000_000, samples: 100 }],
};
const parse = (file: object): unknown => parseAnchors(JSON.stringify(file), 'anchors.json');

describe('parseAnchors', () => {
  it('reads a file that says what was measured, on what and how it was built', () => {
    expect(parse(GOOD)).toEqual(GOOD);
  });

  it.each(['board', 'clockHz', 'implementation', 'compiler', 'flags'])(
    'refuses a file without %s: such figures are never projected',
    (name) => {
      const { [name]: _, ...rest } = GOOD as Readonly<Record<string, unknown>>;
      expect(() => parse(rest)).toThrow(new RegExp(`anchors.json: ${name}: expected`));
    },
  );

  it('takes "unknown" for not known', () => {
    expect(() => parse({ ...GOOD, compiler: 'unknown' })).toThrow(/compiler: expected what it was, known/);
    expect(() => parse({ ...GOOD, flags: '?' })).toThrow(/flags/);
  });

  it.each([
    [{ cycles: 0 }, /rows\[0\]\.cycles: expected a number above zero, got the number 0/],
    [{ cycles: '1,000' }, /rows\[0\]\.cycles: expected a number above zero/],
    [{ timeUs: 5 }, /expected either cycles or timeUs/],
    [{ samples: 1.5 }, /rows\[0\]\.samples/],
    [{ minCycles: 5, maxCycles: 4 }, /expected at most maxCycles 4, got 5/],
    [{ algorithm: 'ml-kem-769' }, /rows\[0\]\.algorithm/],
    [{ operation: 'encrypt' }, /rows\[0\]\.operation/],
  ])('says where a row is wrong: %o', (change, message) => {
    expect(() => parse({ ...GOOD, rows: [{ ...GOOD.rows[0], ...change }] })).toThrow(message);
  });

  it('refuses what is no JSON, with line and column', () => {
    expect(() => parseAnchors('{"schemaVersion": 1,', 'anchors.json')).toThrow(/anchors.json: 1:21/);
  });
});
