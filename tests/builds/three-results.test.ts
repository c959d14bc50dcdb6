// An application alone, the same with its build folder, and a whole west workspace: three different, honest results.

import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fromProduct, type ProductFolders } from '../../src/io/directory.ts';
import type { Fact, Inventory } from '../../src/model/inventory.ts';
import { takeInventory } from '../../src/take-inventory.ts';
import { put, putApplication, putBuild, putModules } from './west-workspace.ts';

let folder: string;
beforeEach(() => {
  folder = join(realpathSync(mkdtempSync(join(tmpdir(), 'pqready-west-'))), 'zephyrproject');
  mkdirSync(folder);
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

const take = (folders: ProductFolders): Promise<Inventory> => takeInventory(fromProduct(folders));
const factsOf = ({ assets, absences }: Inventory): readonly Fact[] => [
  ...new Set([...assets.flatMap((asset) => asset.facts), ...absences.map(({ fact }) => fact)]),
];
const told = (inventory: Inventory): readonly string[] =>
  factsOf(inventory)
    .map(({ location, state, origin, observed }) => {
      const name = observed.kind === 'library' ? observed.name : 'symbol' in observed ? observed.symbol : '';
      return `${'path' in location ? location.path : ''} ${name} ${state} ${origin}`;
    })
    .sort();
const gapsOf = (inventory: Inventory): readonly string[] =>
  inventory.gaps.map(({ location, reason, detail }) => `${'path' in location ? location.path : ''} ${reason}: ${detail}`);

const UNKNOWN = 'configuration known from prj.conf only; compiled files unknown: name the build folder with --build DIR';

describe('an application alone', () => {
  it('calls what its sources call, keeps conditions, and says that the build is not known', async () => {
    putApplication(folder);
    const inventory = await take({ paths: [join(folder, 'app')] });
    expect(gapsOf(inventory)).toEqual([`prj.conf not-given: ${UNKNOWN}`]);
    expect(told(inventory)).toEqual(
      expect.arrayContaining([
        'src/main.c mbedtls_sha256 called first-party',
        'src/main.c mbedtls_md5 called first-party',
        'src/factory.c mbedtls_des3_set3key_enc called first-party',
        'prj.conf CONFIG_MBEDTLS_CIPHER_DES_ENABLED enabled first-party',
      ]),
    );
    const conditions = factsOf(inventory).flatMap(({ observed }) => ('condition' in observed ? [observed.condition] : []));
    expect(conditions).toEqual(expect.arrayContaining(['defined(CONFIG_LAMP_LEGACY_HUB)', 'LAMP_REVISION >= 2']));
    expect(told(inventory).filter((line) => /compiled|linked/.test(line))).toEqual([]);
  });
});

describe('the same with its build folder', () => {
  beforeEach(() => {
    putApplication(folder);
    putModules(folder);
    putBuild(folder);
  });

  it('finds Mbed TLS and MCUboot outside of the repository, compiled and linked', async () => {
    const lines = told(await take({ paths: [join(folder, 'app')], builds: [join(folder, 'app/build')] }));
    expect(lines).toEqual(
      expect.arrayContaining([
        'build/app/compile_commands.json mbedtls compiled dependency',
        'build/app/zephyr/zephyr.map mbedtls linked generated',
        'build/mcuboot/compile_commands.json mcuboot compiled dependency',
        'zephyrproject/bootloader/mcuboot/boot/bootutil/src/image_ecdsa.c mbedtls_ecdsa_read_signature linked dependency',
        'zephyrproject/modules/crypto/mbedtls/library/ctr_drbg.c mbedtls_aes_setkey_enc linked dependency',
      ]),
    );
  });

  it('has no code that was not compiled, not configured or not linked, and says so as absent', async () => {
    const inventory = await take({ paths: [join(folder, 'app')], builds: [join(folder, 'app/build')] });
    expect(gapsOf(inventory)).toEqual([]);
    const absent = new Set(told(inventory).filter((line) => line.includes(' absent '))); // a switch of two ciphers is two facts
    expect([...absent]).toEqual([
      'build/app/zephyr/zephyr.map mbedtls_pkcs5_pbkdf2_hmac_ext absent generated',
      'prj.conf CONFIG_MBEDTLS_CIPHER_DES_ENABLED absent first-party',
      'src/factory.c mbedtls_des3_set3key_enc absent first-party',
      'src/main.c mbedtls_md5 absent first-party',
      'zephyrproject/modules/crypto/mbedtls/library/pkcs5.c mbedtls_pkcs5_pbkdf2_hmac_ext absent dependency',
    ]);
    const conditions = factsOf(inventory).filter(({ state, observed }) => state !== 'absent' && 'condition' in observed);
    expect(conditions).toEqual([]);
    expect(told(inventory)).toContain('src/main.c mbedtls_sha512 called first-party');
  });

  it('prints neither the path of the machine nor the value of a macro', async () => {
    const inventory = await take({ paths: [join(folder, 'app')], builds: [join(folder, 'app/build')] });
    expect(JSON.stringify(inventory)).not.toContain(join(folder, '..'));
    expect(JSON.stringify(inventory)).not.toContain('hunter2');
  });

  it('is read where it is evidence, and nowhere else', async () => {
    put(folder, {
      'app/build/app/big.obj': 'x',
      'app/build/app/libmbedcrypto.a': 'x',
      'app/build/app/main.c.d': 'x',
      'app/build/.ninja_log': 'x',
    });
    const workspace = fromProduct({ paths: [join(folder, 'app')], builds: [join(folder, 'app/build')] });
    const read: string[] = [];
    const peek = async (path: string): Promise<Uint8Array> => {
      read.push(path);
      return workspace.read(path);
    };
    await takeInventory({ ...workspace, peek });
    expect(read.filter((path) => path.startsWith('build/'))).toEqual(
      [
        ...['app/CMakeCache.txt', 'app/compile_commands.json', 'app/zephyr/.config', 'app/zephyr/zephyr.map', 'CMakeCache.txt'],
        ...['mcuboot/CMakeCache.txt', 'mcuboot/compile_commands.json', 'mcuboot/zephyr/.config', 'mcuboot/zephyr/zephyr.map'],
      ]
        .map((path) => `build/${path}`)
        .sort(),
    );
  });

  it('found by itself settles the same conditions, reads nothing outside and takes nothing out', async () => {
    const inventory = await take({ paths: [join(folder, 'app')] });
    const lines = told(inventory);
    expect(lines.filter((line) => line.startsWith('zephyrproject/'))).toEqual([]);
    expect(lines).toEqual(
      expect.arrayContaining([
        'build/app/compile_commands.json mbedtls compiled dependency',
        'src/factory.c mbedtls_des3_set3key_enc present first-party',
        'src/main.c mbedtls_md5 absent first-party',
        'src/main.c mbedtls_sha256 called first-party',
      ]),
    );
    expect(gapsOf(inventory)).toEqual([
      'build/app/compile_commands.json not-given: 3 of 5 compiled files stand outside of what was scanned and were not read: name the build folder with --build DIR',
      'build/mcuboot/compile_commands.json not-given: 1 of 1 compiled files stand outside of what was scanned and were not read: name the build folder with --build DIR',
    ]);
  });

  it('that stands elsewhere, or is named by its database or through a link, gives the same facts', async () => {
    const builds = join(folder, 'app/build');
    const facts = (inventory: Inventory): readonly string[] => told(inventory).filter((line) => !line.includes('build'));
    const expected = facts(await take({ paths: [join(folder, 'app')], builds: [builds] }));
    const link = join(folder, '..', 'link');
    symlinkSync(builds, link);
    expect(facts(await take({ paths: [join(folder, 'app')], builds: [link] }))).toEqual(expected);
    const databases = ['app', 'mcuboot'].map((image) => join(builds, image, 'compile_commands.json'));
    expect(facts(await take({ paths: [join(folder, 'app')], builds: databases }))).toEqual(expected);
    expect(facts(await take({ paths: [join(folder, 'app/src')], builds: [builds] })).filter((line) => line.startsWith('main.c'))).toEqual(
      expected.flatMap((line) => (line.startsWith('src/main.c') ? [line.slice('src/'.length)] : [])),
    );
  });
});

describe('the whole workspace', () => {
  it('shows the modules as dependencies that may be compiled, for the build is not known', async () => {
    putApplication(folder);
    putModules(folder);
    const inventory = await take({ paths: [folder] });
    expect(gapsOf(inventory)).toEqual([`app/prj.conf not-given: ${UNKNOWN}`]);
    expect(told(inventory)).toEqual(
      expect.arrayContaining([
        'app/src/main.c mbedtls_sha256 called first-party',
        'bootloader/mcuboot/boot/bootutil/src/image_ecdsa.c mbedtls_ecdsa_read_signature called dependency',
        'modules/crypto/mbedtls/library/pkcs12.c mbedtls_arc4_setup called dependency',
      ]),
    );
  });

  it('with the build that stands in it knows which of the modules is linked', async () => {
    putApplication(folder);
    putModules(folder);
    putBuild(folder);
    const inventory = await take({ paths: [folder] });
    expect(gapsOf(inventory)).toEqual([]);
    expect(told(inventory)).toEqual(
      expect.arrayContaining([
        'bootloader/mcuboot/boot/bootutil/src/image_ecdsa.c mbedtls_ecdsa_read_signature linked dependency',
        'modules/crypto/mbedtls/library/ctr_drbg.c mbedtls_aes_setkey_enc linked dependency',
        'modules/crypto/mbedtls/library/pkcs12.c mbedtls_arc4_setup present dependency',
        'modules/crypto/mbedtls/library/pkcs5.c mbedtls_pkcs5_pbkdf2_hmac_ext present dependency',
      ]),
    );
  });

  it('is understood where the build ran on another machine', async () => {
    putApplication(folder);
    putModules(folder);
    putBuild(folder, '/workdir/zephyrproject');
    const lines = told(await take({ paths: [folder] }));
    expect(lines).toContain('modules/crypto/mbedtls/library/ctr_drbg.c mbedtls_aes_setkey_enc linked dependency');
    expect(lines).toContain('app/src/main.c mbedtls_md5 absent first-party');
  });
});

describe('a build that the tree brings', () => {
  it('may name no file outside, whatever its paths and links say', async () => {
    putApplication(folder);
    put(join(folder, '..'), { 'secret/aes.c': 'void f(void) { mbedtls_aes_init(0); }\n' });
    const outside = join(folder, '../secret/aes.c');
    put(folder, {
      'app/build/compile_commands.json': JSON.stringify(
        [outside, `${folder}/app/../../secret/aes.c`, '/etc/passwd', `${folder}/app/src/link.c`].map((file) => ({
          directory: '/',
          file,
          command: `cc -c ${file}`,
        })),
      ),
      'app/build/CMakeCache.txt': `CMAKE_HOME_DIRECTORY:INTERNAL=${join(folder, '..')}\n`,
    });
    symlinkSync(outside, join(folder, 'app/src/link.c'));
    const inventory = await take({ paths: [join(folder, 'app')] });
    expect(told(inventory).filter((line) => line.includes('mbedtls_aes_init'))).toEqual([]);
    expect(inventory.gaps.map(({ reason }) => reason).sort()).toEqual(['not-given', 'unsupported']);
  });

  it('named by the operator reads source files alone', async () => {
    putApplication(folder);
    put(join(folder, '..'), { 'other/key.pem': 'x', 'other/notes.txt': 'x', 'other/loop.c': '' });
    symlinkSync('loop2.c', join(folder, '../other/loop1.c'));
    symlinkSync('loop1.c', join(folder, '../other/loop2.c'));
    const files = ['key.pem', 'notes.txt', 'loop1.c', 'missing.c', 'loop.c'].map((name) => join(folder, '../other', name));
    put(folder, {
      'app/build/compile_commands.json': JSON.stringify([...files, '/etc/passwd', '/dev/zero'].map((file) => ({ directory: '/', file }))),
    });
    const listed: string[] = [];
    for await (const item of fromProduct({ paths: [join(folder, 'app')], builds: [join(folder, 'app/build')] }).list()) {
      if ('path' in item && item.path.startsWith('other')) listed.push(item.path);
    }
    expect(listed).toEqual(['other/loop.c']);
  });
});
