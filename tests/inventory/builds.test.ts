import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBuilds } from '../../src/inventory/builds.ts';
import { startLinkages } from '../../src/inventory/linkage.ts';
import { toPlacing } from '../../src/inventory/placing.ts';
import { settlePrecedence } from '../../src/inventory/precedence.ts';
import { settleReach } from '../../src/inventory/reach.ts';
import { findStandingGaps } from '../../src/inventory/standing.ts';
import type { Build, CompiledFile, LinkPart } from '../../src/model/build.ts';
import type { Evidence, Observation, State } from '../../src/model/evidence.ts';

describe('the paths of another machine', () => {
  const SOURCES = ['app/src/main.c', 'app/src/tls.c', 'modules/mbedtls/library/aes.c', 'modules/mbedtls/library/main.c', 'tests/main.c'];
  const place = (absolutes: readonly string[], sources: readonly string[] = SOURCES) => {
    const placing = toPlacing(absolutes, { sources });
    return absolutes.map(placing);
  };

  it('are laid over those of the workspace where most of them fit', () => {
    expect(place(['/ci/ws/app/src/main.c', '/ci/ws/app/src/tls.c', '/ci/ws/modules/mbedtls/library/aes.c'])).toEqual([
      'app/src/main.c',
      'app/src/tls.c',
      'modules/mbedtls/library/aes.c',
    ]);
  });

  it('may come from two folders of that machine', () => {
    expect(place(['/ci/app/src/main.c', '/ci/app/src/tls.c', '/opt/sdk/mbedtls/library/aes.c'])).toEqual([
      'app/src/main.c',
      'app/src/tls.c',
      'modules/mbedtls/library/aes.c',
    ]);
  });

  it('that only share a name with a file are not taken for it', () => {
    const far = ['/opt/zephyr/lib/main.c', '/opt/zephyr/lib/a.c', '/opt/zephyr/lib/b.c', '/opt/zephyr/lib/c.c'];
    expect(place(far, ['app/src/main.c'])).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('are not guessed where the workspace knows the machine', () => {
    const placing = toPlacing(['/here/a.c', '/sdk/src/main.c'], {
      sources: ['a.c', 'src/main.c'],
      place: (absolute) => (absolute.startsWith('/here/') ? absolute.slice('/here/'.length) : undefined),
    });
    expect([placing('/here/a.c'), placing('/sdk/src/main.c')]).toEqual(['a.c', undefined]);
  });

  it('of any form are placed inside the workspace or nowhere', () => {
    const path = fc.array(fc.constantFrom('a', 'b', 'src', '..', '', 'main.c'), { maxLength: 6 }).map((parts) => `/${parts.join('/')}`);
    fc.assert(
      fc.property(
        fc.array(path, { maxLength: 12 }),
        fc.array(
          path.map((one) => one.slice(1)),
          { maxLength: 12 },
        ),
        (absolutes, sources) => {
          const placing = toPlacing(absolutes, { sources });
          return absolutes.every((one) => [undefined, ...sources].includes(placing(one)));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('by the ten thousand, of one name, are placed in bounded time', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => `/ci/d${index}/main.c`);
    const near = Array.from({ length: 10_000 }, (_, index) => `e${index}/main.c`);
    expect(new Set(many.map(toPlacing(many, { sources: near }))).size).toBeGreaterThan(0);
  });
});

const link = (more: Partial<LinkPart>): LinkPart => ({
  kind: 'link',
  path: 'build/app.map',
  linked: [],
  discarded: [],
  archives: [],
  exact: true,
  ...more,
});
const compiled = (source: string, object?: string): CompiledFile => ({ source, macroSet: 0, ...(object === undefined ? {} : { object }) });

describe('how far a compiled file came', () => {
  const AES = compiled('/w/mbedtls/library/aes.c', 'lib/CMakeFiles/mbedcrypto.dir/aes.c.obj');
  const MAIN = compiled('/w/src/main.c', 'CMakeFiles/app.dir/src/main.c.obj');

  it.each([
    ['its object is in the image', link({ linked: ['lib/libmbedcrypto.a(aes.c.obj)'] }), AES, 'linked'],
    ['its object stands alone in the image', link({ linked: ['CMakeFiles/app.dir/src/main.c.obj'] }), MAIN, 'linked'],
    ['nothing of its object is left', link({ discarded: ['lib/libmbedcrypto.a(aes.c.obj)'] }), AES, 'discarded'],
    ['its archive was opened and it was not asked for', link({ archives: ['lib/libmbedcrypto.a'] }), AES, 'discarded'],
    ['another member of its archive is there', link({ linked: ['lib/libmbedcrypto.a(sha.c.obj)'] }), AES, 'discarded'],
    [
      'an object of its name is of another archive',
      link({ linked: ['libwolfssl.a(aes.c.obj)', 'libmbedcrypto.a(sha.c.obj)'] }),
      AES,
      'discarded',
    ],
    ['objects were merged before the link', link({ discarded: ['libmbedcrypto.a(aes.c.obj)'], exact: false }), AES, 'unknown'],
    ['the map does not name it', link({ linked: ['other.o'] }), MAIN, 'unknown'],
    ['no object is named, by the name compilers give', link({ linked: ['Core/Src/main.o'] }), compiled('/w/Core/Src/main.c'), 'linked'],
  ])('%s', (_why, map, file, expected) => {
    expect(startLinkages([map], [file])(file)).toBe(expected);
  });

  it('is not told where two files make objects of one name', () => {
    const files = [compiled('/w/a/util.c', 'a/util.o'), compiled('/w/b/util.c', 'b/util.o')];
    const linkages = startLinkages([link({ linked: ['liba.a(util.o)'], discarded: ['libb.a(util.o)'] })], files);
    expect(files.map(linkages)).toEqual(['unknown', 'unknown']);
  });

  it('is the farthest of the maps of its build', () => {
    const first = link({ discarded: ['libmbedcrypto.a(aes.c.obj)'] });
    const last = link({ linked: ['libmbedcrypto.a(aes.c.obj)'] });
    expect(startLinkages([first, last], [AES])(AES)).toBe('linked');
  });
});

describe('a build', () => {
  it('has the maps that stand in its folder, and no others', () => {
    const commands = (path: string, source: string) =>
      ({ kind: 'commands', path, files: [compiled(source, 'CMakeFiles/app.dir/main.c.obj')], macroSets: [[]] }) as const;
    const builds = toBuilds({
      parts: [
        commands('build/compile_commands.json', '/w/main.c'),
        commands('build/boot/compile_commands.json', '/w/boot.c'),
        link({ path: 'build/app.map', linked: ['libapp.a(main.c.obj)'] }),
        link({ path: 'build/boot/boot.map', discarded: ['libapp.a(main.c.obj)'] }),
      ],
      sources: ['main.c', 'boot.c'],
      named: [],
    });
    expect(builds.map(({ folder, compiled: files }) => [folder, [...files].map(([path, { linkage }]) => [path, linkage])])).toEqual([
      ['build/boot/', [['boot.c', 'discarded']]],
      ['build/', [['main.c', 'linked']]],
    ]);
  });

  it('that compiles a file twice keeps the macros that both commands define alike, and the farthest it came', () => {
    const twice = {
      kind: 'commands',
      path: 'compile_commands.json',
      files: [
        { source: '/w/a.c', object: 'CMakeFiles/x.dir/a.c.o', macroSet: 0 },
        { source: '/w/a.c', object: 'CMakeFiles/y.dir/a.c.o', macroSet: 1 },
      ],
      macroSets: [
        [
          { name: 'BOTH', value: '1' },
          { name: 'MODE', value: '1' },
        ],
        [
          { name: 'BOTH', value: '1' },
          { name: 'MODE', value: 'n' },
        ],
      ],
    } as const;
    const [build] = toBuilds({
      parts: [twice, link({ path: 'app.map', linked: ['liby.a(a.c.o)'], archives: ['libx.a'] })],
      sources: ['a.c'],
      named: [],
    });
    expect(build?.compiled.get('a.c')).toEqual({ linkage: 'linked', macros: new Map([['BOTH', '1']]) });
  });

  it('of an IDE without a database is known by the objects of its map', () => {
    const map = link({
      path: 'Debug/lamp.map',
      linked: ['./Core/Src/main.o', './Middlewares/Third_Party/mbedTLS/library/aes.o'],
      discarded: ['./Middlewares/Third_Party/mbedTLS/library/des.o'],
    });
    const sources = [
      'Core/Src/main.c',
      'Core/Src/unused.c',
      'Middlewares/Third_Party/mbedTLS/library/aes.c',
      'Middlewares/Third_Party/mbedTLS/library/des.c',
    ];
    const [build] = toBuilds({ parts: [map], sources, named: ['Debug/'] });
    expect([...(build?.compiled ?? [])].map(([path, { linkage }]) => [path, linkage])).toEqual([
      ['Core/Src/main.c', 'linked'],
      ['Middlewares/Third_Party/mbedTLS/library/aes.c', 'linked'],
      ['Middlewares/Third_Party/mbedTLS/library/des.c', 'discarded'],
    ]);
    expect(build?.named).toBe(true);
  });
});

const AES: Observation = {
  kind: 'algorithm',
  use: { algorithm: 'aes', written: 'aes', parameters: {}, functions: [], parts: [] },
  symbol: 'mbedtls_aes_init',
};

const OPEN: Observation = { ...AES, condition: 'defined(MBEDTLS_AES_C)' };

function source(path: string, more: Partial<Evidence> = {}): Evidence {
  return {
    scanner: 'source',
    location: { at: 'text', path, line: 1, column: 1, offset: 0 },
    grade: 'source',
    confidence: 'certain',
    state: 'called',
    origin: 'first-party',
    observed: AES,
    ...more,
  };
}

const buildOf = (named: boolean, files: Readonly<Record<string, 'linked' | 'discarded' | 'unknown'>>): Build => ({
  folder: 'build/',
  named,
  commands: 'build/compile_commands.json',
  compiled: new Map(Object.entries(files).map(([path, linkage]) => [path, { linkage, macros: new Map() }])),
  elsewhere: 0,
});

describe('the state of a use', () => {
  const FILES = { 'src/a.c': 'unknown', 'src/l.c': 'linked', 'src/d.c': 'discarded' } as const;
  it.each<[string, string, Partial<Evidence>, boolean, State]>([
    ['called in code that is compiled', 'src/a.c', {}, true, 'called'],
    ['called in code that is linked', 'src/l.c', {}, true, 'called'],
    ['named in code that is compiled', 'src/a.c', { state: 'present' }, true, 'compiled'],
    ['called inside a library that is compiled', 'src/a.c', { origin: 'dependency' }, true, 'compiled'],
    ['called inside a library that is linked', 'src/l.c', { origin: 'dependency' }, true, 'linked'],
    ['called inside a linked library under a condition that is open', 'src/l.c', { origin: 'dependency', observed: OPEN }, true, 'present'],
    ['called in linked code under a condition that is open', 'src/l.c', { observed: OPEN }, true, 'called'],
    ['of which the linker kept nothing', 'src/d.c', {}, true, 'absent'],
    ['of which the linker of a build in the tree kept nothing', 'src/d.c', {}, false, 'compiled'],
    ['of a library of which the linker of a build in the tree kept nothing', 'src/d.c', { origin: 'dependency' }, false, 'present'],
    ['in a file beside the compiled ones', 'src/other.c', {}, true, 'absent'],
    ['in a file beside those that a build in the tree compiles', 'src/other.c', {}, false, 'present'],
    ['in a folder of which nothing is compiled', 'tools/x.c', {}, true, 'called'],
    ['in a header', 'src/a.h', {}, true, 'called'],
    ['in another language', 'src/a.py', {}, true, 'called'],
    ['that was absent before', 'src/a.c', { state: 'absent' }, true, 'absent'],
    [
      'of a library that is included',
      'src/other.c',
      { observed: { kind: 'library', name: 'mbedtls', symbol: 'x.h' }, state: 'present' },
      true,
      'present',
    ],
  ])('%s', (_what, path, more, named, expected) => {
    expect(settleReach([source(path, more)], [buildOf(named, FILES)])[0]?.state).toBe(expected);
  });

  it('is the farthest that one of several builds gives it', () => {
    const builds = [buildOf(true, { 'src/d.c': 'discarded' }), buildOf(true, { 'src/d.c': 'linked' })];
    expect(settleReach([source('src/d.c')], builds)[0]?.state).toBe('called');
    expect(settleReach([source('src/d.c')], [])[0]?.state).toBe('called');
  });
});

describe('a configuration written by hand', () => {
  const set = (path: string, symbol: string): Evidence =>
    source(path, { scanner: 'build-config', state: 'enabled', observed: { ...AES, symbol } });
  const generated = (path: string, ...pairs: readonly (readonly [string, string])[]): readonly Evidence[] =>
    pairs.map(([symbol, value]) =>
      source(path, {
        scanner: 'build-config',
        state: 'present',
        origin: 'generated',
        observed: { kind: 'fact', fact: 'build-switch', value, symbol },
      }),
    );
  const stateOf = (item: Evidence, ...rest: readonly Evidence[]): State | undefined => settlePrecedence([item, ...rest])[0]?.state;

  it('is outranked by the generated one of its own build', () => {
    const config = generated('app/build/zephyr/.config', ['CONFIG_ON', 'y'], ['CONFIG_OFF', 'n'], ['CONFIG_SIZE', 'set']);
    expect(stateOf(set('app/prj.conf', 'CONFIG_ON'), ...config)).toBe('enabled');
    expect(stateOf(set('app/prj.conf', 'CONFIG_SIZE'), ...config)).toBe('enabled');
    expect(stateOf(set('app/prj.conf', 'CONFIG_OFF'), ...config)).toBe('absent');
    expect(stateOf(set('app/prj.conf', 'CONFIG_NOT_MET'), ...config)).toBe('absent');
    expect(stateOf(set('app/boards/nrf52840dk.conf', 'CONFIG_OFF'), ...config)).toBe('absent');
    expect(stateOf(set('sdkconfig.defaults', 'CONFIG_OFF'), ...generated('sdkconfig', ['CONFIG_OFF', 'n']))).toBe('absent');
  });

  it('stands where another image has it, where no build is known, and where the build is of another application', () => {
    const both = [
      ...generated('app/build/app/zephyr/.config', ['CONFIG_X', 'n']),
      ...generated('app/build/mcuboot/zephyr/.config', ['CONFIG_X', 'y']),
    ];
    expect(stateOf(set('app/prj.conf', 'CONFIG_X'), ...both)).toBe('enabled');
    expect(stateOf(set('app/sysbuild/mcuboot.conf', 'CONFIG_X'), ...both)).toBe('enabled');
    expect(stateOf(set('app/sysbuild/mcuboot.conf', 'CONFIG_Y'), ...both)).toBe('absent');
    expect(stateOf(set('other/prj.conf', 'CONFIG_X'), ...generated('app/build/zephyr/.config', ['CONFIG_X', 'n']))).toBe('enabled');
    expect(stateOf(set('app/prj.conf', 'CONFIG_X'))).toBe('enabled');
    expect(stateOf(set('configs/router_defconfig', 'CONFIG_X'), ...generated('.config', ['CONFIG_X', 'n']))).toBe('enabled');
  });
});

describe('what is not known of a build', () => {
  const fact = (path: string, name: 'build-system' | 'build-known', value: string): Evidence =>
    source(path, { scanner: 'build-config', state: 'present', observed: { kind: 'fact', fact: name, value, symbol: path } });
  const details = (evidence: readonly Evidence[], builds: readonly Build[] = []): readonly string[] =>
    findStandingGaps(evidence, builds).map(({ detail }) => detail);

  it('is said once, with the way to give it', () => {
    expect(details([fact('b/prj.conf', 'build-system', 'zephyr'), fact('a/prj.conf', 'build-system', 'zephyr')])).toEqual([
      'configuration known from prj.conf only; compiled files unknown: name the build folder with --build DIR',
    ]);
    expect(details([fact('sdkconfig.defaults', 'build-system', 'esp-idf'), fact('sdkconfig', 'build-known', 'esp-idf')])).toEqual([
      'configuration known from sdkconfig; compiled files unknown: name the build folder with --build DIR',
    ]);
  });

  it.each([
    ['of a Node project', [fact('package.json', 'build-system', 'npm')], []],
    ['of a test', [{ ...fact('tests/prj.conf', 'build-system', 'zephyr'), origin: 'test' as const }], []],
    ['where a database was read', [fact('prj.conf', 'build-system', 'zephyr')], [buildOf(true, { 'a.c': 'unknown' })]],
    [
      'where an image was read',
      [fact('prj.conf', 'build-system', 'zephyr'), source('zephyr.elf', { scanner: 'firmware', state: 'linked', grade: 'binary' })],
      [],
    ],
  ])('is not said %s', (_what, evidence, builds) => {
    expect(details(evidence, builds)).toEqual([]);
  });

  it('counts the compiled files that were not read', () => {
    expect(details([], [{ ...buildOf(false, { 'a.c': 'linked' }), elsewhere: 3 }])).toEqual([
      '3 of 4 compiled files stand outside of what was scanned and were not read: name the build folder with --build DIR',
    ]);
    expect(details([], [{ ...buildOf(true, { 'a.c': 'linked' }), elsewhere: 1 }])[0]).toContain('were not found on this machine');
  });
});
