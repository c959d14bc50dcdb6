import { describe, expect, it } from 'vitest';
import { readCDefines } from '../../src/formats/c-defines.ts';

const read = (text: string): string[] =>
  readCDefines(text.split('\n')).map(({ name, value, state, line, conditions }) =>
    [line, state, name, value, conditions.join(' & ')].filter((part) => part !== '').join(' '),
  );

// ISO C17 6.10.
describe('readCDefines', () => {
  it('reads defines with values, spaces after the hash and comments behind', () => {
    expect(read('#define A\n  #  define B 12 /* bits */\n#define C "x" // y\n#undef D')).toEqual([
      '1 on A',
      '2 on B 12',
      '3 on C "x"',
      '4 undef D',
    ]);
  });

  it('reads commented-out lines as off, and prose in a comment block not at all', () => {
    expect(read('//#define A\n// #define B 1\n/* #undef C */\n/*\n * #define D\n#define E\n*/\n#define F')).toEqual([
      '1 off A',
      '2 off B 1',
      '3 off C',
      '8 on F',
    ]);
  });

  it('joins spliced lines, and takes none of them for a directive', () => {
    expect(read('#define A x, \\\n#define B \\\n  y\n#define C')).toEqual(['1 on A x, #define B y', '4 on C']);
  });

  it('passes over macros with arguments', () => {
    expect(read('#define A(x) x\n#define B (1)')).toEqual(['2 on B (1)']);
  });

  it('decides #if 0 and #if 1', () => {
    expect(read('#if 0\n#define A\n#else\n#define B\n#endif\n#if (1)\n#define C\n#elif X\n#define D\n#endif')).toEqual([
      '2 off A',
      '4 on B',
      '7 on C',
      '9 off D',
    ]);
  });

  it('takes an #undef that is not read for nothing', () => {
    expect(read('#if 0\n#undef A\n#endif\n#undef B')).toEqual(['4 undef B']);
  });

  it('keeps what it cannot decide as conditions', () => {
    expect(
      read('#ifdef X\n#define A\n#elif Y > 1\n#define B\n#else\n#define C\n#endif\n#if P || Q\n#ifndef R\n#define D\n#endif\n#endif'),
    ).toEqual(['2 on A defined(X)', '4 on B !(defined(X)) && Y > 1', '6 on C !(defined(X)) && !(Y > 1)', '10 on D (P || Q) & !defined(R)']);
  });

  it('takes an include guard and the idiom of a default for no condition', () => {
    expect(read('#ifndef GUARD_\n#define GUARD_\n#ifndef A\n#define A 1\n#endif\n#define B\n#endif')).toEqual([
      '2 on GUARD_',
      '4 on A 1',
      '6 on B',
    ]);
  });

  it('is not led astray by #endif without #if', () => {
    expect(read('#endif\n#else\n#elif X\n#define A')).toEqual(['4 on A']);
  });
});
