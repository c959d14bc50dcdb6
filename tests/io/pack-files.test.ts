import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readPackFolder } from '../../src/io/pack-files.ts';

const root = mkdtempSync(join(tmpdir(), 'pack-files-'));
afterAll(() => rmSync(root, { recursive: true }));

function folder(name: string, files: Readonly<Record<string, string>>): string {
  const path = join(root, name);
  mkdirSync(join(path, 'frameworks'), { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(path, 'frameworks', file), text);
  return path;
}

describe('a folder of packs', () => {
  it('is read by code-point order, JSON files only, under names without the folder', () => {
    const found = readPackFolder(folder('two', { 'b.json': '{}', 'B.json': '[]', 'notes.md': '' }));
    expect(found).toEqual({
      frameworks: [
        { name: 'frameworks/B.json', text: '[]' },
        { name: 'frameworks/b.json', text: '{}' },
      ],
      policies: [],
    });
  });

  it('that holds neither shelf, or is none, is told', () => {
    mkdirSync(join(root, 'empty'));
    for (const name of ['empty', 'nowhere'])
      expect(() => readPackFolder(join(root, name))).toThrow(expect.objectContaining({ code: 'path-not-found' }));
  });

  it('with a file too large or too many files is refused', () => {
    const large = folder('large', { 'a.json': ' '.repeat(1024 * 1024 + 1) });
    expect(() => readPackFolder(large)).toThrow('frameworks/a.json: expected at most 1048576 bytes, got 1048577');
    const many = folder('many', Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`${index}.json`, '{}'])));
    expect(() => readPackFolder(many)).toThrow('frameworks: expected at most 200 files, got 201');
  });
});
