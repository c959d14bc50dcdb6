import { execFileSync, spawn } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeBundle, writeWhole } from '../../src/io/bundle.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pqready-bundle-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const files = new Map([
  ['report.md', '# é\n'],
  ['evidence/facts.ndjson', '{}\n'],
]);

describe('writeBundle', () => {
  it('writes a manifest that sha256sum verifies', () => {
    writeBundle(files, join(folder, 'out'));
    const verified = execFileSync('sha256sum', ['-c', 'MANIFEST.sha256'], { cwd: join(folder, 'out'), encoding: 'utf8' });
    expect(verified).toBe('evidence/facts.ndjson: OK\nreport.md: OK\n');
  });

  it('replaces its own bundle whole: nothing of the former one stays', () => {
    writeBundle(new Map([['old.txt', 'x']]), join(folder, 'out'));
    writeBundle(files, join(folder, 'out'));
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(['MANIFEST.sha256', 'evidence', 'report.md']);
  });

  it('keeps what somebody else put into the folder of a bundle', () => {
    writeBundle(new Map([['old.txt', 'x']]), join(folder, 'out'));
    mkdirSync(join(folder, 'out/mine'));
    writeFileSync(join(folder, 'out/mine/notes.txt'), 'years of work');
    writeBundle(files, join(folder, 'out'));
    expect(readFileSync(join(folder, 'out/mine/notes.txt'), 'utf8')).toBe('years of work');
    expect(existsSync(join(folder, 'out/old.txt'))).toBe(false);
    expect(readdirSync(folder)).toEqual(['out']);
  });

  it('names the path that was asked for where the system refuses it', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => writeBundle(files, join(folder, 'file/out'))).toThrow(/file\/out: expected a place that can be written: E(NOTDIR|EXIST)$/);
  });

  it('refuses a folder or file that it did not write; forced, it adds to the folder and deletes nothing', () => {
    mkdirSync(join(folder, 'mine'));
    writeFileSync(join(folder, 'mine/thesis.txt'), 'years of work');
    expect(() => writeBundle(files, join(folder, 'mine'))).toThrow('was not written by pqready');
    expect(() => writeBundle(files, join(folder, 'mine/thesis.txt'))).toThrow('expected a folder or nothing, found a file');
    expect(readFileSync(join(folder, 'mine/thesis.txt'), 'utf8')).toBe('years of work');
    writeBundle(files, join(folder, 'mine'), { force: true });
    expect(readFileSync(join(folder, 'mine/thesis.txt'), 'utf8')).toBe('years of work');
    expect(existsSync(join(folder, 'mine/evidence/facts.ndjson'))).toBe(true);
  });

  it('leaves nothing behind when it fails in the middle', () => {
    expect(() =>
      writeBundle(
        new Map([
          ['a.txt', 'a'],
          ['../escape.txt', 'b'],
        ]),
        join(folder, 'out'),
      ),
    ).toThrow('inside the scanned root');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('writeWhole', () => {
  it('writes through a link, and to a device or pipe as it is', () => {
    writeFileSync(join(folder, 'real.json'), 'old');
    symlinkSync('real.json', join(folder, 'link.json'));
    writeWhole(join(folder, 'link.json'), 'new');
    expect(readFileSync(join(folder, 'real.json'), 'utf8')).toBe('new');
    expect(lstatSync(join(folder, 'link.json')).isSymbolicLink()).toBe(true);
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    const reader = spawn('cat', [join(folder, 'pipe')], { stdio: 'ignore' });
    writeWhole(join(folder, 'pipe'), 'new');
    reader.kill();
    expect(lstatSync(join(folder, 'pipe')).isFIFO()).toBe(true);
  });

  it('says which path cannot be written', () => {
    expect(() => writeWhole(join(folder, 'absent/bom.json'), '{}')).toThrow(
      'absent/bom.json: expected a place that can be written: ENOENT',
    );
  });

  it('leaves no part file beside the result', () => {
    writeWhole(join(folder, 'bom.json'), '{}');
    expect(readdirSync(folder)).toEqual(['bom.json']);
  });
});
