import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BuildPart } from '../../src/model/build.ts';
import { buildScanner } from '../../src/scan/build.ts';
import { ask, toScanFile } from './scan-file.ts';

function scan(path: string, content: string) {
  const parts: BuildPart[] = [];
  const said = ask(buildScanner, { ...toScanFile(path, content, 'generated'), noteBuild: (part) => void parts.push(part) });
  const lines = said.evidence.map(({ state, grade, origin, observed, location }) => {
    const name = observed.kind === 'library' ? observed.name : observed.kind === 'fact' ? `${observed.fact}=${observed.value}` : 'use';
    return `${'line' in location ? location.line : ''} ${name} ${'symbol' in observed ? observed.symbol : ''} ${state} ${grade} ${origin}`;
  });
  return { ...said, parts, lines };
}

describe('what the build scanner reads', () => {
  it.each([
    ['build/compile_commands.json', true],
    ['build/zephyr/zephyr.map', true],
    ['build/zephyr/zephyr_pre0.map', false],
    ['Debug/lamp.map', true],
    ['dist/app.js.map', false],
    ['dist/site.min.css.map', false],
    ['build/CMakeCache.txt', true],
    ['src/bitmap.c', false],
  ])('%s: %s', (path, wanted) => {
    expect(buildScanner.wants({ path, bytes: 10, ignored: true, origin: 'generated' })).toBe(wanted);
  });
});

describe('compile_commands.json', () => {
  const entry = (file: string, more = ''): object => ({
    directory: '/home/alice/ws/build',
    file,
    command: `cc -DA=1 -DKEY=\\"s3cret\\" ${more} -o x.o -c ${file}`,
  });

  it('names each library once, by its own part of the path', () => {
    const text = JSON.stringify(
      [
        entry('/home/alice/ws/app/main.c'),
        entry('/home/alice/ws/modules/crypto/mbedtls/library/aes.c'),
        entry('/home/alice/ws/modules/crypto/mbedtls/library/sha256.c'),
        entry('/home/alice/ws/bootloader/mcuboot/boot/bootutil/src/loader.c'),
      ],
      null,
      1,
    );
    const { lines, parts, evidence } = scan('build/compile_commands.json', text);
    expect(lines).toEqual([
      '7 mbedtls mbedtls/library/aes.c compiled source dependency',
      '17 mcuboot mcuboot/boot/bootutil/src/loader.c compiled source dependency',
    ]);
    expect(JSON.stringify(evidence)).not.toContain('alice');
    expect(parts).toMatchObject([{ kind: 'commands', path: 'build/compile_commands.json' }]);
  });

  it('keeps numbers of macros and no other values', () => {
    const { parts } = scan('compile_commands.json', JSON.stringify([entry('/a.c', '-DN=0x10 -UOFF'), entry('/b.c', '-DN=0x10 -UOFF')]));
    const [part] = parts;
    expect(part?.kind === 'commands' ? part.macroSets : []).toEqual([
      [
        { name: 'A', value: '1' },
        { name: 'KEY', value: 'set' },
        { name: 'N', value: '0x10' },
        { name: 'OFF', value: 'n' },
      ],
    ]);
    expect(JSON.stringify(parts)).not.toContain('s3cret');
  });

  it('that is torn gives what it holds, and a gap', () => {
    const whole = JSON.stringify([entry('/x/mbedtls/library/aes.c'), entry('/y.c')]);
    const { lines, gaps } = scan('compile_commands.json', whole.slice(0, -20));
    expect(lines).toHaveLength(1);
    expect(gaps).toMatchObject([{ scanner: 'build', reason: 'malformed' }]);
  });
});

describe('a linker map', () => {
  const MAP = `Discarded input sections

 .text.mbedtls_des_setkey_enc
                0x0000000000000000       0x20 lib/libmbedcrypto.a(des.c.obj)
 .text.mbedtls_aes_crypt_cbc
                0x0000000000000000       0x20 lib/libmbedcrypto.a(aes.c.obj)

Linker script and memory map

LOAD lib/libmbedcrypto.a
.text           0x0000000008000000      0x100
 .text.mbedtls_aes_crypt_cbc
                0x0000000008000000       0x20 lib/libmbedcrypto.a(aes2.c.obj)
 .text.main     0x0000000008000020       0x20 CMakeFiles/app.dir/main.c.obj
`;

  it('names what is linked, and as absent what was compiled and thrown away', () => {
    const { lines, parts } = scan('build/mcuboot/zephyr/zephyr.map', MAP);
    expect(lines).toEqual([
      '1 build-known=linker-map GNU ld present binary generated',
      '13 mbedtls libmbedcrypto.a(aes2.c.obj) linked binary generated',
      '13 use mbedtls_aes_crypt_cbc linked binary generated',
      '4 use mbedtls_des_setkey_enc absent binary generated',
    ]);
    expect(parts).toEqual([
      {
        kind: 'link',
        path: 'build/mcuboot/zephyr/zephyr.map',
        linked: ['lib/libmbedcrypto.a(aes2.c.obj)', 'CMakeFiles/app.dir/main.c.obj'],
        discarded: ['lib/libmbedcrypto.a(des.c.obj)', 'lib/libmbedcrypto.a(aes.c.obj)'],
        archives: ['lib/libmbedcrypto.a'],
        exact: true,
      },
    ]);
  });

  it('speaks of the image that it belongs to', () => {
    const subjectOf = (path: string): unknown => scan(path, MAP).evidence[0]?.subject;
    expect(subjectOf('build/mcuboot/zephyr/zephyr.map')).toEqual({ part: 'mcuboot' });
    expect(subjectOf('fw/Debug/lamp.map')).toEqual({ part: 'fw' });
    expect(subjectOf('Debug/lamp.map')).toEqual({ part: 'lamp.map' });
  });

  it('of merged objects is not exact', () => {
    const { parts } = scan('a.map', `${MAP} .text.x         0x0000000008000040       0x20 /tmp/ccAbCd.ltrans0.ltrans.o\n`);
    expect(parts).toMatchObject([{ exact: false }]);
  });

  it('of something else says nothing', () => {
    expect(scan('world.map', 'a map of the world\n')).toMatchObject({ evidence: [], gaps: [], parts: [] });
  });
});

describe('a CMake cache', () => {
  it('names the board', () => {
    const { lines } = scan(
      'build/CMakeCache.txt',
      'CMAKE_HOME_DIRECTORY:INTERNAL=/w/app\nCACHED_BOARD:STRING=nrf52840dk\nOTHER:STRING=x\n',
    );
    expect(lines).toEqual(['2 board=nrf52840dk CACHED_BOARD present source generated']);
  });
});

describe('any bytes', () => {
  it.each(['compile_commands.json', 'a.map', 'CMakeCache.txt'])('as %s are read without harm', (path) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => ask(buildScanner, toScanFile(path, bytes)).evidence.length >= 0),
      { numRuns: 100 },
    );
  });
});
