import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { create } from 'tar';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fromDirectory } from '../../src/io/directory.ts';
import { fromMap } from '../../src/io/map.ts';
import { toInnerPath } from '../../src/io/paths.ts';
import { fromTar } from '../../src/io/tar.ts';
import { isGap } from '../../src/model/evidence.ts';
import type { Workspace } from '../../src/model/world.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pqready-io-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string, content = ''): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), content);
}

async function listing(workspace: Workspace): Promise<string[]> {
  const lines: string[] = [];
  for await (const item of workspace.list()) {
    lines.push(
      isGap(item)
        ? `gap ${item.reason} ${'path' in item.location ? item.location.path : ''}`
        : `${item.path} ${item.origin}${item.ignored ? ' ignored' : ''}`,
    );
  }
  return lines;
}

describe('fromDirectory', () => {
  it('lists every file once in code-point order of the whole path, with its origin', async () => {
    for (const path of ['src/main.c', 'a-b/x.c', 'a/x.c', 'vendor/ssl/aes.c', 'tests/test_tls.py', 'examples/e.js', 'build/app.elf', 'Z.c'])
      put(path);
    expect(await listing(fromDirectory(folder))).toEqual([
      'Z.c first-party',
      'a-b/x.c first-party',
      'a/x.c first-party',
      'build/app.elf generated',
      'examples/e.js example',
      'src/main.c first-party',
      'tests/test_tls.py test',
      'vendor/ssl/aes.c dependency',
    ]);
  });

  it('says what nested .gitignore files ignore, and lists it all the same', async () => {
    put('.gitignore', 'build/\n*.log\n');
    put('fw/.gitignore', '!keep.log\nsecret.pem\n');
    for (const path of ['build/zephyr/.config', 'fw/keep.log', 'fw/other.log', 'fw/secret.pem', 'fw/main.c']) put(path);
    expect(await listing(fromDirectory(folder))).toEqual([
      '.gitignore first-party',
      'build/zephyr/.config generated ignored',
      'fw/.gitignore first-party',
      'fw/keep.log first-party',
      'fw/main.c first-party',
      'fw/other.log first-party ignored',
      'fw/secret.pem first-party ignored',
    ]);
  });

  it('does not enter installed packages that git ignores, nor repository metadata', async () => {
    put('.gitignore', 'node_modules\n');
    for (const path of ['node_modules/a/index.js', '.git/config', 'pkg/node_modules/b.js', 'index.js']) put(path);
    expect(await listing(fromDirectory(folder))).toEqual(['.gitignore first-party', 'index.js first-party']);
  });

  it('follows no link: a loop ends, a link out of the root and a dangling one are gaps', async () => {
    put('a/file.c');
    symlinkSync('..', join(folder, 'a/loop'));
    symlinkSync('/etc', join(folder, 'outside'));
    symlinkSync('nowhere', join(folder, 'dangling'));
    expect(await listing(fromDirectory(folder))).toEqual(['a/file.c first-party', 'gap unreadable dangling', 'gap unsupported outside']);
  });

  it('refuses to read a link that is asked for by name', async () => {
    symlinkSync('/etc/hostname', join(folder, 'pqready.yaml'));
    await expect(fromDirectory(folder).readHead('pqready.yaml', 10)).rejects.toThrow('ELOOP');
    await expect(fromDirectory(folder).read('pqready.yaml')).rejects.toThrow('ELOOP');
  });

  it('reads a single file, and refuses a path that it does not hold', async () => {
    put('device.pem', 'x');
    const workspace = fromDirectory(join(folder, 'device.pem'));
    expect(await listing(workspace)).toEqual(['device.pem first-party']);
    expect(new TextDecoder().decode(await workspace.read('device.pem'))).toBe('x');
    await expect(fromDirectory(folder).read('../etc/passwd')).rejects.toThrow('expected a path inside the scanned root');
    expect(() => fromDirectory(join(folder, 'absent'))).toThrow('expected a file or folder, found nothing there');
  });

  it('tells paths of several roots from their common parent, and drops a root inside another', async () => {
    for (const path of ['app/src/main.c', 'build/.config', 'app/lib/x.c']) put(path);
    const workspace = fromDirectory(join(folder, 'app'), join(folder, 'build'), join(folder, 'app/lib'));
    expect(await listing(workspace)).toEqual(['app/lib/x.c first-party', 'app/src/main.c first-party', 'build/.config generated']);
    expect((await workspace.read('build/.config')).length).toBe(0);
  });

  it('reads the head of a file of 2 GB without the rest', async () => {
    put('huge.bin', 'MAGIC');
    truncateSync(join(folder, 'huge.bin'), 2 * 1024 ** 3);
    expect(new TextDecoder().decode(await fromDirectory(folder).readHead('huge.bin', 5))).toBe('MAGIC');
  });
});

describe('fromMap', () => {
  it('takes Windows paths and refuses those that leave the root', async () => {
    const workspace = fromMap(
      new Map([
        ['src\\main.c', 'x'],
        ['./b.c', 'y'],
        ['../escape.c', 'z'],
        ['C:\\abs.c', 'z'],
        ['/abs.c', 'z'],
      ]),
    );
    expect(await listing(workspace)).toEqual([
      'b.c first-party',
      'src/main.c first-party',
      'gap malformed ../escape.c',
      'gap malformed /abs.c',
      'gap malformed C:\\abs.c',
    ]);
  });

  it('keeps names such as __proto__ as plain paths', async () => {
    expect(await listing(fromMap(new Map([['__proto__/constructor.c', 'x']])))).toEqual(['__proto__/constructor.c first-party']);
  });
});

describe('toInnerPath', () => {
  it('normalises separators and refuses climbing, drives and NUL', () => {
    expect(toInnerPath('a//b/./c')).toBe('a/b/c');
    for (const path of ['', '.', 'a/../b', '..\\x', 'C:x', '/x', 'a\0b']) expect(toInnerPath(path)).toBeUndefined();
  });
});

describe('fromTar', () => {
  const tarball = async (): Promise<Uint8Array> => {
    put('pkg/src/main.c', 'int main(void);');
    put('pkg/key.pem', 'pem');
    symlinkSync('/etc/passwd', join(folder, 'pkg/link'));
    const chunks: Uint8Array[] = [];
    for await (const chunk of create({ cwd: folder, portable: true }, ['pkg'])) chunks.push(chunk);
    return Buffer.concat(chunks);
  };

  it('lists and reads files of a plain and of a gzipped archive, and follows no link', async () => {
    const plain = await tarball();
    for (const bytes of [plain, gzipSync(plain)]) {
      const workspace = fromTar(Readable.from([bytes]));
      expect(await listing(workspace)).toEqual(['pkg/key.pem first-party', 'pkg/src/main.c first-party', 'gap unsupported pkg/link']);
      expect(new TextDecoder().decode(await workspace.read('pkg/src/main.c'))).toBe('int main(void);');
    }
  });

  it('makes a gap of what is over its byte budget', async () => {
    const workspace = fromTar(Readable.from([await tarball()]), 'a.tar', { totalBytes: 5, entries: 10 });
    expect(await listing(workspace)).toEqual(['pkg/key.pem first-party', 'gap unsupported pkg/link', 'gap too-large pkg/src/main.c']);
  });

  it('keeps what it could read of a cut archive and says that it was cut; refuses what is no archive', async () => {
    await expect(listing(fromTar(Readable.from([Buffer.from('not a tar at all'.repeat(64))])))).rejects.toThrow('expected a tar archive');
    const whole = await tarball();
    const half = await listing(fromTar(Readable.from([whole.subarray(0, whole.length / 2)])));
    expect(half).toEqual(['pkg/key.pem first-party', 'gap unsupported pkg/link', 'gap malformed archive.tar']);
    expect(await listing(fromTar(Readable.from([whole.subarray(0, 700)])))).toEqual(['gap malformed archive.tar']);
  });
});
