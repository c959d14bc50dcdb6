import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { openContainer } from '../../src/formats/containers/open.ts';
import { containerKind } from '../../src/formats/containers/signature.ts';
import { CONTAINER_LIMITS, withContainers } from '../../src/io/containers.ts';
import { unpackExternally } from '../../src/io/external-tools.ts';
import { fromMap } from '../../src/io/map.ts';
import type { Gap } from '../../src/model/evidence.ts';
import { isGap } from '../../src/model/evidence.ts';
import type { FileEntry, Workspace } from '../../src/model/world.ts';
import { toCpio, toFdt, toTar, toZip } from '../scan/image-forms.ts';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const member = (path: string, content = 'content') => ({ path, bytes: text(content) });
type Listed = { readonly files: readonly FileEntry[]; readonly gaps: readonly Gap[] };

async function list(workspace: Workspace): Promise<Listed> {
  const [files, gaps]: [FileEntry[], Gap[]] = [[], []];
  for await (const item of workspace.list()) {
    if (isGap(item)) gaps.push(item);
    else files.push(item);
  }
  return { files, gaps };
}

const open = (files: Record<string, Uint8Array>, options?: Parameters<typeof withContainers>[1]) =>
  withContainers(fromMap(new Map(Object.entries(files))), options);
const paths = ({ files }: Listed): string[] => files.map(({ path }) => path);
const details = ({ gaps }: Listed): string[] => gaps.map(({ reason, detail }) => `${reason}: ${detail}`);

describe('containers of a workspace', () => {
  it.each([
    ['a.tar', toTar([member('b/c.pem')]), 'a.tar!/b/c.pem'],
    ['a.zip', toZip([member('b/c.pem')]), 'a.zip!/b/c.pem'],
    ['a.cpio', toCpio([member('b/c.pem')]), 'a.cpio!/b/c.pem'],
    ['c.pem.gz', new Uint8Array(gzipSync('content')), 'c.pem.gz!/c.pem'],
    ['fw.itb', toFdt({ images: { 'kernel-1': { data: text('content') } } }), 'fw.itb!/kernel-1'],
  ])('%s: its members are files, read as they are', async (name, bytes, path) => {
    const workspace = open({ [name]: bytes });
    const listed = await list(workspace);
    expect(paths(listed)).toEqual([name, path]);
    expect(listed.gaps).toEqual([]);
    expect(await workspace.read(path)).toEqual(text('content'));
    expect(await workspace.readHead(path, 3)).toEqual(text('con'));
  });

  it('are opened inside one another', async () => {
    const rootfs = gzipSync(toCpio([member('etc/ssl/cert.pem')]));
    const workspace = open({ 'update.swu': toCpio([{ path: 'rootfs.cpio.gz', bytes: new Uint8Array(rootfs) }]) });
    expect(paths(await list(workspace))).toEqual([
      'update.swu',
      'update.swu!/rootfs.cpio.gz',
      'update.swu!/rootfs.cpio.gz!/rootfs.cpio',
      'update.swu!/rootfs.cpio.gz!/rootfs.cpio!/etc/ssl/cert.pem',
    ]);
  });

  it('are read again after another one was opened', async () => {
    const workspace = open({ 'a.zip': toZip([member('x', 'first')]), 'b.zip': toZip([member('x', 'second')]) });
    await list(workspace);
    expect(await workspace.read('a.zip!/x')).toEqual(text('first'));
    expect(await workspace.read('b.zip!/x')).toEqual(text('second'));
  });

  it('have the origin of what they are, or of where they stand', async () => {
    const { files } = await list(
      open({ 'downloads/a.zip': toZip([member('src/main.c'), member('tests/main.c')]), 'vendor/b.zip': toZip([member('main.c')]) }),
    );
    expect(files.filter(({ path }) => path.includes('!')).map(({ path, origin }) => [path, origin])).toEqual([
      ['downloads/a.zip!/src/main.c', 'first-party'],
      ['downloads/a.zip!/tests/main.c', 'test'],
      ['vendor/b.zip!/main.c', 'dependency'],
    ]);
  });

  it.each(['../../etc/passwd', '/etc/passwd', 'a/../../b', 'C:\\windows\\x', ''])(
    'a member %j leaves its container and is not read',
    async (path) => {
      const listed = await list(open({ 'a.zip': toZip([member(path), member('fine')]), 'b.tar': toTar([member(path)]) }));
      expect(paths(listed).filter((each) => each.includes('!'))).toEqual(['a.zip!/fine']);
      expect(listed.gaps).toMatchObject([
        { detail: expect.stringContaining('leaves the root') },
        { detail: expect.stringContaining('leaves the root') },
      ]);
    },
  );

  it('links are told and not followed', async () => {
    const listed = await list(
      open({
        'a.tar': toTar([{ path: 'link', bytes: new Uint8Array(), type: '2' }]),
        'b.cpio': toCpio([{ ...member('link', '/etc/passwd'), mode: 0o120777 }]),
      }),
    );
    expect(paths(listed)).toEqual(['a.tar', 'b.cpio']);
    expect(details(listed)).toEqual(Array.from({ length: 2 }, () => 'unsupported: link inside an archive, not followed'));
  });

  it('two members of one name: the first is read, the second is told', async () => {
    const workspace = open({ 'a.zip': toZip([member('x', 'one'), member('x', 'two')]) });
    expect(details(await list(workspace))).toEqual(['malformed: a second member of the same name, not read']);
    expect(await workspace.read('a.zip!/x')).toEqual(text('one'));
  });

  it('nested deeper than the limit are told, not opened', async () => {
    let bytes = toZip([member('x')]);
    for (let depth = 0; depth < 6; depth++) bytes = toZip([{ path: 'inner.zip', bytes }]);
    const listed = await list(open({ 'a.zip': bytes }));
    expect(listed.files).toHaveLength(1 + CONTAINER_LIMITS.depth);
    expect(details(listed)).toEqual([`too-large: containers nested deeper than ${CONTAINER_LIMITS.depth}, not opened`]);
  });

  it('bombs end at the budget', async () => {
    const zeros = new Uint8Array(3_000_000);
    const limits = { ...CONTAINER_LIMITS, totalBytes: 1_000_000 };
    const files = {
      'a.zip': toZip([{ path: 'x', bytes: zeros }]),
      'b.gz': new Uint8Array(gzipSync(zeros)),
      'c.zip': toZip([{ path: 'x', bytes: zeros, claimed: 10 }]),
    };
    const listed = await list(open(files, { limits }));
    expect(paths(listed)).toEqual(['a.zip', 'b.gz', 'c.zip']);
    expect(listed.gaps.map(({ reason }) => reason)).toEqual(['too-large', 'too-large', 'malformed']);
  });

  it('more members than the limit are told', async () => {
    const listed = await list(open({ 'a.zip': toZip([member('x'), member('y')]) }, { limits: { ...CONTAINER_LIMITS, entries: 1 } }));
    expect(paths(listed)).toEqual(['a.zip', 'a.zip!/x']);
    expect(listed.gaps).toMatchObject([{ reason: 'too-large', location: { path: 'a.zip!/y' } }]);
  });

  it('that are cut leave a gap', async () => {
    const files = [
      toTar([member('x', 'x'.repeat(2000))]),
      toZip([member('x')]),
      toCpio([member('x')]),
      new Uint8Array(gzipSync('content')),
    ];
    for (const [index, bytes] of files.entries()) {
      for (const share of [0.3, 0.6]) {
        const name = ['a.tar', 'a.zip', 'a.cpio', 'a.gz'][index] ?? '';
        const listed = await list(open({ [name]: bytes.subarray(0, Math.floor(bytes.length * share)) }));
        expect(listed.gaps, `${name} ${share}`).not.toEqual([]);
      }
    }
  });

  it('encrypted members are told', async () => {
    expect(details(await list(open({ 'a.zip': toZip([{ ...member('x'), flags: 1 }]) })))).toEqual([
      'encrypted: 7 bytes of zip member are encrypted',
    ]);
  });

  it('that nothing here opens are a gap with their size and the tool that could', async () => {
    const squashfs = new Uint8Array(96);
    squashfs.set(text('hsqs'));
    const ubi = new Uint8Array(4096);
    for (const at of [0, 2048]) ubi.set(text('UBI#'), at);
    expect(details(await list(open({ 'a.squashfs': squashfs, 'b.ubi': ubi })))).toEqual([
      'unsupported: 96 bytes of SquashFS: not opened; unsquashfs does under --external-tools',
      'unsupported: 4096 bytes of UBI: no volume table: not opened',
    ]);
  });

  it('a UBI image names its volumes', async () => {
    const block = 4096;
    const ubi = Buffer.alloc(3 * block);
    for (const at of [0, block, 2 * block]) {
      ubi.write('UBI#', at);
      ubi.writeUInt32BE(64, at + 16);
      ubi.writeUInt32BE(128, at + 20);
    }
    ubi.write('UBI!', block + 64);
    ubi.writeUInt32BE(0x7fffefff, block + 64 + 8);
    ubi.writeUInt32BE(12, block + 128);
    ubi.writeUInt16BE(6, block + 128 + 14);
    ubi.write('rootfs', block + 128 + 16);
    expect(details(await list(open({ 'b.ubi': new Uint8Array(ubi) })))).toEqual([
      'unsupported: 12288 bytes of UBI: volumes rootfs (12 blocks): not opened',
    ]);
  });

  it('a file that only has the name of one is left as it is', async () => {
    expect(await list(open({ 'notes.zip': text('none'), 'a.bin': text('none') }))).toMatchObject({
      files: [{ path: 'a.bin' }, { path: 'notes.zip' }],
      gaps: [],
    });
  });

  it('never throw on arbitrary bytes behind a signature', () => {
    const heads = ['\x1f\x8b\x08', 'PK\x03\x04', '070701', '\xd0\x0d\xfe\xed', 'UBI#'].map((head) => [...Buffer.from(head, 'latin1')]);
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 600 }), (head, rest) => {
        const bytes = Uint8Array.from([...head, ...rest]);
        const kind = containerKind(bytes);
        if (kind !== undefined) openContainer(kind, { bytes, name: 'a', budget: { bytes: 100_000, entries: 10 } });
      }),
      { numRuns: 300 },
    );
  });
});

// mke2fs and debugfs stand where not every user looks.
const env = { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/sbin` };
const REQUIRED = process.env['PQREADY_REQUIRE_ALL'] === '1';
const lacks = (...programs: readonly string[]): boolean =>
  !REQUIRED && programs.some((program) => spawnSync(program, ['--help'], { stdio: 'ignore', env }).error !== undefined);
const folder = mkdtempSync(join(tmpdir(), 'pqready-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('containers that a tool of the system opens', () => {
  const pack = (program: string, args: readonly string[], input: string | Uint8Array): Uint8Array =>
    new Uint8Array(spawnSync(program, args, { input }).stdout);

  it.skipIf(lacks('xz'))('xz', async () => {
    const listed = await list(open({ 'a.tar.xz': pack('xz', ['-c'], Buffer.from(toTar([member('x')]))) }, { unpack: unpackExternally }));
    expect(paths(listed)).toEqual(['a.tar.xz', 'a.tar.xz!/a.tar', 'a.tar.xz!/a.tar!/x']);
  });

  it.skipIf(lacks('zstd'))('zstd; what it unpacks to is bounded', async () => {
    const bytes = pack('zstd', ['-cq'], 'x'.repeat(2_000_000));
    expect(paths(await list(open({ 'a.bin.zst': bytes }, { unpack: unpackExternally })))).toEqual(['a.bin.zst', 'a.bin.zst!/a.bin']);
    const limits = { ...CONTAINER_LIMITS, totalBytes: 1_000_000 };
    expect(details(await list(open({ 'a.bin.zst': bytes }, { unpack: unpackExternally, limits })))).toEqual([
      expect.stringMatching(/^too-large: \d+ bytes unpack to more than the container's budget$/),
    ]);
  });

  it.skipIf(lacks('xz'))('a damaged stream is a gap', async () => {
    const bytes = pack('xz', ['-c'], 'content').fill(0, 20, 30);
    expect((await list(open({ 'a.xz': bytes }, { unpack: unpackExternally }))).gaps).toMatchObject([{ reason: 'malformed' }]);
  });

  it.skipIf(lacks('mke2fs', 'debugfs'))('ext4', async () => {
    const tree = join(folder, 'tree');
    mkdirSync(join(tree, 'etc'), { recursive: true });
    writeFileSync(join(tree, 'etc/key.pem'), 'content');
    const image = join(folder, 'root.ext4');
    spawnSync('mke2fs', ['-q', '-t', 'ext4', '-d', tree, image, '2M'], { env });
    const listed = await list(open({ 'root.ext4': new Uint8Array(readFileSync(image)) }, { unpack: unpackExternally }));
    expect(paths(listed)).toEqual(['root.ext4', 'root.ext4!/etc/key.pem']);
  });

  it.skipIf(lacks('mksquashfs', 'unsquashfs'))('SquashFS', async () => {
    const tree = join(folder, 'squash');
    mkdirSync(join(tree, 'etc'), { recursive: true });
    writeFileSync(join(tree, 'etc/key.pem'), 'content');
    const image = join(folder, 'root.squashfs');
    spawnSync('mksquashfs', [tree, image, '-quiet', '-no-progress'], { stdio: 'ignore' });
    const listed = await list(open({ 'root.squashfs': new Uint8Array(readFileSync(image)) }, { unpack: unpackExternally }));
    expect(paths(listed)).toEqual(['root.squashfs', 'root.squashfs!/etc/key.pem']);
  });

  it('other kinds are not given to a tool', () => {
    expect(unpackExternally('tar', { bytes: new Uint8Array(), name: 'a', budget: { bytes: 1, entries: 1 } })).toBeUndefined();
  });
});
