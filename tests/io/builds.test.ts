import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toBuildFolder, whyNotEntered } from '../../src/io/build-folders.ts';
import { fromProduct, type ProductFolders } from '../../src/io/directory.ts';
import { findWestProjects } from '../../src/io/west.ts';
import { isGap } from '../../src/model/evidence.ts';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'pqready-builds-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string, content = ''): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), content);
}
const database = (...files: readonly string[]): string =>
  JSON.stringify(files.map((file) => ({ directory: folder, file, command: `cc -c ${file}` })));

async function listing(folders: ProductFolders): Promise<string[]> {
  const lines: string[] = [];
  for await (const item of fromProduct(folders).list()) {
    lines.push(
      isGap(item)
        ? `gap ${item.reason} ${'path' in item.location ? item.location.path : ''}`
        : `${item.path} ${item.origin}${item.ignored ? ' ignored' : ''}`,
    );
  }
  return lines;
}

describe('a build folder', () => {
  it.each([
    ['build', ['CMakeCache.txt', 'Makefile']],
    ['none', ['CMakeCache.txt', 'CMakeLists.txt', 'main.c']],
    ['build', ['build.ninja', '.ninja_log']],
    ['none', ['build.ninja', 'meson.build']],
    ['build', ['makefile', 'objects.list', 'sources.mk', 'lamp.map']],
    ['buildroot', ['build', 'host', 'images', 'staging', 'target', '.config']],
    ['yocto', ['deploy', 'work', 'stamps']],
    ['none', ['deploy', 'src']],
    ['none', []],
  ] as const)('is told as %s by %j', (kind, names) => {
    expect(toBuildFolder(new Set(names))).toBe(kind);
  });

  it('is read as evidence, whether git ignores it or not, and its own probes are not', async () => {
    for (const path of [
      'CMakeCache.txt',
      'gen/keys.c',
      'app.elf',
      'CMakeFiles/3.28.1/CompilerIdC/a.out',
      'CMakeFiles/app.dir/main.c.obj',
      'zephyr/misc/generated/syscalls_links/x.h',
    ])
      put(`out-nrf/${path}`);
    put('main.c');
    expect(await listing({ paths: [folder] })).toEqual([
      'main.c first-party',
      'out-nrf/CMakeCache.txt generated ignored',
      'out-nrf/CMakeFiles/app.dir/main.c.obj generated ignored',
      'out-nrf/app.elf generated ignored',
      'out-nrf/gen/keys.c generated ignored',
    ]);
  });

  it('has the origin of what stands around it, not of its own name', async () => {
    for (const path of [
      'build_test/CMakeCache.txt',
      'build_test/a.elf',
      'tests/build/CMakeCache.txt',
      'build/_deps/lib/a.elf',
      'build/CMakeCache.txt',
    ])
      put(path);
    expect(await listing({ paths: [folder] })).toEqual([
      'build/CMakeCache.txt generated ignored',
      'build/_deps/lib/a.elf dependency ignored',
      'build_test/CMakeCache.txt generated ignored',
      'build_test/a.elf generated ignored',
      'tests/build/CMakeCache.txt test ignored',
    ]);
  });

  it('compiles sources that git ignores: these are read', async () => {
    put('.gitignore', 'build/\nmanaged_components/\n');
    put('build/gen/compiled.c');
    put('build/gen/other.c');
    put('managed_components/lib/aes.c');
    put('managed_components/lib/des.c');
    put('build/CMakeCache.txt');
    put('build/compile_commands.json', database('build/gen/compiled.c', 'managed_components/lib/aes.c'));
    expect((await listing({ paths: [folder] })).filter((line) => line.includes('.c '))).toEqual([
      'build/gen/compiled.c generated',
      'build/gen/other.c generated ignored',
      'managed_components/lib/aes.c dependency',
      'managed_components/lib/des.c dependency ignored',
    ]);
  });

  it.each([
    ['buildroot', 'build/openssl-3.0/aes.c', 'intermediate'],
    ['buildroot', 'images/rootfs.tar', undefined],
    ['buildroot', 'legal-info/', undefined],
    ['yocto', 'work/', 'intermediate'],
    ['yocto', 'deploy/', undefined],
    ['yocto', 'deploy/rpm/', 'intermediate'],
    ['yocto', 'deploy/spdx/', undefined],
    ['build', 'CMakeFiles/3.28.1/', 'probe'],
    ['none', 'CMakeFiles/3.28.1/', undefined],
  ] as const)('of kind %s: %s is passed over as %s', (kind, path, why) => {
    expect(whyNotEntered(kind, path)).toBe(why);
  });

  it('of a distribution says which folders were not entered', async () => {
    for (const path of ['images/rootfs.bin', 'host/bin/gcc', 'build/openssl/aes.c', 'target/etc/passwd', '.config']) put(`output/${path}`);
    const lines = await listing({ paths: [folder] });
    expect(lines.filter((line) => line.startsWith('gap'))).toEqual(
      ['build/', 'host/', 'target/'].map((name) => `gap unsupported output/${name}`),
    );
    expect(lines).toContain('output/images/rootfs.bin generated ignored');
  });
});

describe('a build that the operator names', () => {
  it('brings the sources that it compiles outside, under the name of their workspace or repository', async () => {
    put('ws/.west/config', '[manifest]\npath = app\n');
    put('ws/app/main.c');
    put('ws/modules/mbedtls/aes.c');
    put('sdk/.git/HEAD');
    put('sdk/drivers/hash.c');
    put('loose/x.c');
    put('out/compile_commands.json', database('ws/app/main.c', 'ws/modules/mbedtls/aes.c', 'sdk/drivers/hash.c', 'loose/x.c', 'gone.c'));
    expect(await listing({ paths: [join(folder, 'ws/app')], builds: [join(folder, 'out')] })).toEqual([
      'out/compile_commands.json generated ignored',
      'main.c first-party',
      'loose/x.c dependency',
      'sdk/drivers/hash.c dependency',
      'ws/modules/mbedtls/aes.c dependency',
    ]);
  });

  it('keeps the paths of the product as they are, and takes no name that the product has', async () => {
    put('app/out/x.c');
    put('app/sdk/y.c');
    put('out/compile_commands.json', database('sdk/aes.c'));
    put('sdk/.git/HEAD');
    put('sdk/aes.c');
    const workspace = fromProduct({ paths: [join(folder, 'app')], builds: [join(folder, 'out')] });
    const paths: string[] = [];
    for await (const item of workspace.list()) if (!isGap(item)) paths.push(item.path);
    expect(paths).toEqual(['out-2/compile_commands.json', 'out/x.c', 'sdk/y.c', 'sdk-2/aes.c']);
    expect(workspace.builds).toEqual(['out-2/']);
    expect(workspace.roots).toEqual(['']);
    expect(workspace.place?.(join(folder, 'sdk/aes.c'))).toBe('sdk-2/aes.c');
    expect(workspace.place?.(join(folder, 'app/sdk/y.c'))).toBe('sdk/y.c');
    expect(workspace.place?.('/etc/passwd')).toBeUndefined();
    expect(new TextDecoder().decode(await workspace.read('out-2/compile_commands.json'))).toContain('aes.c');
    await expect(workspace.read('../sdk/aes.c')).rejects.toThrow('inside the scanned root');
  });

  it('inside the product is a build folder whatever is in it', async () => {
    put('app/main.c');
    put('app/out/gen.c');
    put('app/out/app.map');
    expect(await listing({ paths: [join(folder, 'app')], builds: [join(folder, 'app/out')] })).toEqual([
      'main.c first-party',
      'out/app.map generated ignored',
      'out/gen.c generated ignored',
    ]);
  });

  it('follows a link that a path leads through, and lists a file once', async () => {
    put('sdk/.git/HEAD');
    put('sdk/aes.c');
    put('app/main.c');
    symlinkSync(join(folder, 'sdk'), join(folder, 'link'));
    put('out/compile_commands.json', database('sdk/aes.c', 'link/aes.c'));
    const workspace = fromProduct({ paths: [join(folder, 'app')], builds: [join(folder, 'out')] });
    const paths: string[] = [];
    for await (const item of workspace.list()) if (!isGap(item)) paths.push(item.path);
    expect(paths.filter((path) => path.endsWith('aes.c'))).toEqual(['sdk/aes.c']);
    expect(workspace.place?.(join(folder, 'link/aes.c'))).toBe('sdk/aes.c');
  });

  it('that is not there is the operator’s mistake', () => {
    put('app/main.c');
    expect(() => fromProduct({ paths: [join(folder, 'app')], builds: [join(folder, 'gone')] })).toThrow('found nothing there');
  });
});

describe('a west workspace', () => {
  it('has projects of its manifest and of those it imports; the manifest repository is none', () => {
    put('.west/config', '[manifest]\npath = app\nfile = conf/west.yml\n');
    put('app/conf/west.yml', 'manifest:\n  projects:\n    - name: zephyr\n      import: true\n    - name: own\n      path: app/sub\n');
    put('zephyr/west.yml', 'manifest:\n  projects:\n    - name: mbedtls\n      path: modules/crypto/mbedtls\n');
    expect([...findWestProjects(folder)].sort()).toEqual(['app/sub', 'modules/crypto/mbedtls', 'zephyr']);
  });

  it('names nothing outside, by paths or by links', () => {
    put('outside/west.yml', 'manifest:\n  projects:\n    - name: secret\n');
    put('ws/.west/config', '[manifest]\npath = ../outside\n');
    expect([...findWestProjects(join(folder, 'ws'))]).toEqual([]);
    put('ws/.west/config', '[manifest]\npath = app\n');
    symlinkSync(join(folder, 'outside'), join(folder, 'ws/app'));
    expect([...findWestProjects(join(folder, 'ws'))]).toEqual([]);
    rmSync(join(folder, 'ws/app'));
    put('ws/app/west.yml', 'manifest:\n  projects:\n    - name: up\n      path: ../../etc\n    - name: abs\n      path: /etc\n');
    expect([...findWestProjects(join(folder, 'ws'))]).toEqual([]);
  });
});
