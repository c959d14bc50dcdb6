// The doors of the package as a dependent finds them: by the names in package.json's exports, from the built files.

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
const { name, exports, files } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8'));
const DOORS = Object.entries(exports).filter((door): door is [string, { types: string; default: string }] => typeof door[1] === 'object');

describe('the doors of the package', () => {
  it('are these', () => {
    expect(DOORS.map(([door]) => door)).toEqual(['.', './inventory', './report', './pqc', './bench']);
  });

  it.each(DOORS)('%s has its types and its code where package.json says, among the files that ship', (_, { types, default: code }) => {
    for (const path of [types, code]) {
      expect(existsSync(fileURLToPath(new URL(path, ROOT))), path).toBe(true);
      expect(files.some((folder: string) => path.startsWith(`./${folder}/`))).toBe(true);
    }
  });

  it.each([
    ['inventory', 'inventory'],
    ['report', 'render'],
    ['pqc', 'encapsulate'],
    ['bench', 'benchHost'],
  ])('%s is imported by its name and holds what it is for', async (door, member) => {
    const url = new URL(exports[`./${door}`].default, ROOT).href;
    expect(import.meta.resolve?.(`${name}/${door}`) ?? url).toBe(url);
    expect((await import(url))[member]).toBeTypeOf('function');
  });
});
