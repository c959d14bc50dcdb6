import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cacheFolder, openCache } from '../../src/io/cache.ts';

const folder = mkdtempSync(join(tmpdir(), 'pqready-cache-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the cache', () => {
  it('gives back what was written, and nothing else', () => {
    const cache = openCache(join(folder, 'made'));
    expect(cache.read('key')).toBeUndefined();
    cache.write('key', 'text');
    expect(cache.read('key')).toBe('text');
    expect(readdirSync(join(folder, 'made'))).toEqual(['key']);
  });

  it('that cannot be written is no error', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const cache = openCache(join(file, 'inside'));
    cache.write('key', 'text');
    expect(cache.read('key')).toBeUndefined();
  });

  it('stands where the environment says', () => {
    expect(cacheFolder({ PQREADY_CACHE: '/a', XDG_CACHE_HOME: '/b' })).toBe('/a');
    expect(cacheFolder({ XDG_CACHE_HOME: '/b' })).toBe(join('/b', 'pqready'));
    expect(cacheFolder({}).endsWith(join('.cache', 'pqready'))).toBe(true);
  });
});
