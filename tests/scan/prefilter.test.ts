import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPrefilter } from '../../src/scan/prefilter.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('toPrefilter', () => {
  it('finds overlapping literals and those that are suffixes of others', () => {
    const prefilter = toPrefilter(['he', 'she', 'his', 'hers']);
    expect([...prefilter(bytes('ushers'))].sort()).toEqual(['he', 'hers', 'she']);
    expect([...prefilter(bytes('HIS'))]).toEqual([]);
  });

  it('finds nothing in nothing, and nothing without literals', () => {
    expect(toPrefilter(['psa_'])(new Uint8Array()).size).toBe(0);
    expect(toPrefilter([])(bytes('psa_')).size).toBe(0);
    expect(toPrefilter([''])(bytes('psa_')).size).toBe(0);
  });

  it('agrees with String.includes on any text and any literals', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '_'), maxLength: 60 });
    const literal = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '_'), minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(letters, fc.array(literal, { maxLength: 12 }), (text, literals) => {
        const expected = new Set(literals.filter((each) => text.includes(each)));
        expect(new Set(toPrefilter(literals)(bytes(text)))).toEqual(expected);
      }),
    );
  });
});
