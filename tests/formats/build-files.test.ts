import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCMakeCache } from '../../src/formats/cmake-cache.ts';
import { readWestConfig, readWestProjects } from '../../src/formats/west.ts';

// cmake(1), "CMake Cache": KEY:TYPE=VALUE, comments begin with // or #.
describe('a CMake cache', () => {
  it('gives its entries with their lines', () => {
    const lines = [
      '# This is the CMakeCache file.',
      '//Where it is',
      'CMAKE_HOME_DIRECTORY:INTERNAL=/w/app',
      'CACHED_BOARD:STRING=nrf52840dk/nrf52840',
      '"A KEY":BOOL=ON',
      'E:STATIC=',
    ];
    expect(readCMakeCache(lines)).toEqual([
      { key: 'CMAKE_HOME_DIRECTORY', type: 'INTERNAL', value: '/w/app', line: 3 },
      { key: 'CACHED_BOARD', type: 'STRING', value: 'nrf52840dk/nrf52840', line: 4 },
      { key: 'A KEY', type: 'BOOL', value: 'ON', line: 5 },
      { key: 'E', type: 'STATIC', value: '', line: 6 },
    ]);
  });

  it('of any lines is read without harm', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 100 })), (lines) => readCMakeCache(lines).length <= lines.length),
      { numRuns: 200 },
    );
    for (const filler of ['a', ':', ' ', '"']) expect(readCMakeCache([filler.repeat(1_000_000), filler.repeat(16_000)])).toEqual([]);
  });
});

// Zephyr, "West Manifests".
describe('a west workspace', () => {
  it('names its manifest in .west/config', () => {
    expect(readWestConfig('[manifest]\npath = app\nfile = west.yml\n\n[zephyr]\nbase = zephyr\n')).toEqual({
      path: 'app',
      file: 'west.yml',
    });
    expect(readWestConfig('[manifest]\npath = zephyr\n')).toEqual({ path: 'zephyr', file: 'west.yml' });
    expect(readWestConfig('[zephyr]\npath = app\n')).toBeUndefined();
  });

  it('has projects at their paths, and manifests that they import', () => {
    const manifest = [
      'manifest:',
      '  projects:',
      '    - name: zephyr',
      '      import:',
      '        name-allowlist: [mbedtls]',
      '    - name: mbedtls',
      '      path: modules/crypto/mbedtls',
      '    - name: other',
      '      import: extra/west.yml',
      '    - name: plain',
      '      import: false',
      '  self:',
      '    path: app',
    ].join('\n');
    expect(readWestProjects(manifest)).toEqual([
      { path: 'zephyr', imports: 'west.yml' },
      { path: 'modules/crypto/mbedtls' },
      { path: 'other', imports: 'extra/west.yml' },
      { path: 'plain' },
    ]);
  });

  it('of any text is read without harm', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => readWestProjects(text).length >= 0 && readWestConfig(text)?.path !== ''),
      { numRuns: 200 },
    );
    expect(readWestProjects('a: &a [*a, *a]')).toEqual([]);
    expect(readWestConfig(`[manifest]\npath = ${' '.repeat(1_000_000)}`)).toEqual(undefined);
  });
});
