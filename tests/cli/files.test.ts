import { execFileSync, spawn } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFolder, requireFree, writeOutput } from '../../src/cli/files.ts';
import { pqready } from './run-cli.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pqready-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string) => join(folder, name);
const BYTES = utf8ToBytes('written');

describe('a file that a command will write', () => {
  it('is refused before any work where it exists, unless it is to be replaced', async () => {
    writeFileSync(file('a'), '');
    await expect(requireFree([undefined, '-', file('b'), file('a')], false)).rejects.toMatchObject({ code: 'output-exists' });
    await expect(requireFree([file('a')], true)).resolves.toBeUndefined();
  });

  it.each([false, true])('is refused before any work where its folder is none, by name (--force: %s)', async (force) => {
    writeFileSync(file('a'), '');
    for (const path of [file('none/x.json'), file('a/x.json')]) {
      await expect(requireFree([path], force)).rejects.toMatchObject({ code: 'path-not-found', message: expect.stringContaining(path) });
      await expect(writeOutput(path, BYTES, { secret: false, force })).rejects.toMatchObject({ code: 'not-writable' });
    }
    await expect(makeFolder(file('a/b'))).rejects.toMatchObject({ code: 'not-writable' });
  });

  it('is refused where it is a folder', async () => {
    mkdirSync(file('d'));
    await expect(requireFree([file('d')], false)).rejects.toMatchObject({ code: 'output-exists' });
    await expect(writeOutput(file('d'), BYTES, { secret: false, force: true })).rejects.toMatchObject({
      code: 'not-writable',
      message: `${file('d')}: expected a place that can be written: EISDIR`,
    });
  });

  it('stops a self-test of half a minute before it begins', () => {
    const started = pqready(['selftest', '--report', file('none/x.json')]);
    expect(started).toMatchObject({
      code: 3,
      out: '',
      err: expect.stringMatching(/^pqready: .*x\.json: expected a folder .* that exists\n$/),
    });
  });
});

describe('writing', () => {
  it('leaves nothing but the file, with the mode of what it is', async () => {
    await writeOutput(file('secret'), BYTES, { secret: true, force: false });
    await writeOutput(file('open'), BYTES, { secret: false, force: true });
    await writeOutput(file('open'), BYTES, { secret: true, force: true });
    expect(readdirSync(folder)).toEqual(['open', 'secret']);
    for (const name of ['open', 'secret']) {
      expect(statSync(file(name)).mode & 0o777).toBe(0o600);
      expect(readFileSync(file(name), 'utf8')).toBe('written');
    }
  });

  it.skipIf(process.platform === 'win32')('does not put a file in the place of a device or a pipe', async () => {
    execFileSync('mkfifo', [file('pipe')]);
    const read = openSync(file('read'), 'w');
    const reader = spawn('cat', [file('pipe')], { stdio: ['ignore', read, 'ignore'] });
    const ended = new Promise((resolve) => reader.on('close', resolve));
    await writeOutput(file('pipe'), BYTES, { secret: false, force: true });
    await ended;
    closeSync(read);
    expect(statSync(file('pipe')).isFIFO()).toBe(true);
    expect(readFileSync(file('read'), 'utf8')).toBe('written');
  });
});
