import { describe, expect, it } from 'vitest';
import { readKconfig } from '../../src/formats/kconfig.ts';

const read = (text: string): unknown[] =>
  readKconfig(text.split('\n')).map(({ symbol, value, line, index }) => [line, index, symbol, value]);

// Linux Documentation/kbuild/kconfig-language; kconfiglib writes and reads the same.
describe('readKconfig', () => {
  it('reads values, strings with escapes, and symbols that are not set', () => {
    expect(read('CONFIG_A=y\nCONFIG_B="a \\"b\\" \\\\ c"\n# CONFIG_C is not set\nCONFIG_D=0x20\nCONFIG_E=')).toEqual([
      [1, 0, 'CONFIG_A', 'y'],
      [2, 0, 'CONFIG_B', 'a "b" \\ c'],
      [3, 2, 'CONFIG_C', undefined],
      [4, 0, 'CONFIG_D', '0x20'],
      [5, 0, 'CONFIG_E', ''],
    ]);
  });

  it('reads make assignments and leaves comments behind a value out', () => {
    expect(read('SIGN?=ECC256\nA := b # why\n  B=c')).toEqual([
      [1, 0, 'SIGN', 'ECC256'],
      [2, 0, 'A', 'b'],
      [3, 2, 'B', 'c'],
    ]);
  });

  it('takes comments, prose and lines without a name for nothing', () => {
    expect(read('#CONFIG_A=y\n# CONFIG_B=y\n=y\nlisten 443;\n# CONFIG_C is not set here\n9=3\n')).toEqual([]);
  });
});
