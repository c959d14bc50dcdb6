// GNU ld's and lld's maps are made by the linkers themselves while the test runs; skipped where they are missing, unless PQREADY_REQUIRE_ALL
// is set. IAR's and Arm's are written after the layouts that the vendors document: neither linker is free to run.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { type Linker, type MapItem, readLinkerMap } from '../../src/formats/linker-map.ts';

const folder = mkdtempSync(join(tmpdir(), 'pqready-maps-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tools = ['gcc', 'ar', 'ld.lld'].filter((tool) => spawnSync(tool, ['--version']).status !== 0);
const required = process.env['PQREADY_REQUIRE_ALL'] === '1';

it.runIf(required)('finds every tool', () => {
  expect(tools).toEqual([]);
});

const SOURCES: Readonly<Record<string, string>> = {
  'main.c':
    'int mbedtls_aes_crypt_ecb(int); int helper(int);\nint main(void) { return mbedtls_aes_crypt_ecb(3); }\nint unused_here(int a) { return helper(a); }\nvoid _start(void) { main(); }\n',
  'aes.c': 'int mbedtls_aes_crypt_ecb(int a) { return a + 1; }\nint mbedtls_aes_crypt_gcm_with_a_very_long_name(int a) { return a * 7; }\n',
  'des.c': 'int mbedtls_des_setkey_enc(int a) { return a * 9; }\nint helper(int a) { return a + 2; }\n',
  'sha1.c': 'int mbedtls_sha1_update(int a) { return a * 11; }\n',
};

/** main.o refers to aes.o and, from a function that nobody calls, to des.o; nobody refers to sha1.o. */
function link(linker: 'gnu' | 'lld'): { readonly bytes: Uint8Array; readonly text: string } {
  for (const [name, text] of Object.entries(SOURCES)) writeFileSync(join(folder, name), text);
  const run = (tool: string, ...args: string[]): void => {
    const { status, stderr } = spawnSync(tool, args, { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  };
  const objects = Object.keys(SOURCES).map((name) => `${name}.o`);
  for (const name of Object.keys(SOURCES)) run('gcc', '-Os', '-g', '-ffunction-sections', '-fno-pic', '-c', name, '-o', `${name}.o`);
  rmSync(join(folder, 'libmbedcrypto.a'), { force: true });
  run('ar', 'rcs', 'libmbedcrypto.a', ...objects.slice(1));
  const out = `${linker}.map`;
  const args = ['--gc-sections', `-Map=${out}`, 'main.c.o', 'libmbedcrypto.a', '-o', 'image.elf'];
  if (linker === 'gnu') run('gcc', '-nostdlib', '-static', ...args.slice(0, 2).map((one) => `-Wl,${one}`), ...args.slice(2));
  else run('ld.lld', ...args);
  const bytes = new Uint8Array(readFileSync(join(folder, out)));
  return { bytes, text: new TextDecoder().decode(bytes) };
}

function itemsOf(bytes: Uint8Array, linker: Linker): readonly MapItem[] {
  const map = readLinkerMap(bytes);
  expect(map?.linker).toBe(linker);
  return [...(map?.items ?? [])].map(({ item }) => item);
}

const objectsOf = (items: readonly MapItem[], kind: 'placed' | 'discarded'): readonly string[] =>
  [...new Set(items.flatMap((item) => (item.kind === kind ? [item.object] : [])))].sort();
const sectionsOf = (items: readonly MapItem[], kind: 'placed' | 'discarded'): readonly string[] =>
  items.flatMap((item) => (item.kind === kind ? [item.section] : []));
const symbolsOf = (items: readonly MapItem[]): readonly string[] => items.flatMap((item) => (item.kind === 'symbol' ? [item.name] : []));

describe.skipIf(tools.length > 0 && !required)('a map made by the linker', () => {
  it('of GNU ld tells what is in the image and what was thrown away, long names too', () => {
    const items = itemsOf(link('gnu').bytes, 'GNU ld');
    expect(objectsOf(items, 'placed')).toEqual(['libmbedcrypto.a(aes.c.o)', 'main.c.o']);
    expect(sectionsOf(items, 'placed')).toEqual(expect.arrayContaining(['.text.mbedtls_aes_crypt_ecb']));
    expect(sectionsOf(items, 'placed')).not.toContain('.text.mbedtls_des_setkey_enc');
    expect(sectionsOf(items, 'discarded')).toEqual(
      expect.arrayContaining(['.text.mbedtls_des_setkey_enc', '.text.mbedtls_aes_crypt_gcm_with_a_very_long_name', '.text.unused_here']),
    );
    expect(symbolsOf(items)).toEqual(expect.arrayContaining(['mbedtls_aes_crypt_ecb', 'main']));
    expect(symbolsOf(items)).not.toContain('mbedtls_des_setkey_enc');
    expect(items).toContainEqual({ kind: 'archive', path: 'libmbedcrypto.a' });
  });

  it('of lld tells what is in the image, and which objects left nothing but debug information', () => {
    const items = itemsOf(link('lld').bytes, 'lld');
    expect(objectsOf(items, 'placed')).toEqual(['libmbedcrypto.a(aes.c.o)', 'main.c.o']);
    expect(objectsOf(items, 'discarded')).toContain('libmbedcrypto.a(des.c.o)');
    expect(sectionsOf(items, 'placed')).toContain('.text.mbedtls_aes_crypt_ecb');
    expect(symbolsOf(items)).toEqual(expect.arrayContaining(['mbedtls_aes_crypt_ecb', 'main']));
  });

  it.each(['gnu', 'lld'] as const)('of %s says on which line each thing stands', (linker) => {
    const { bytes, text } = link(linker);
    const lines = text.split('\n');
    for (const { line, offset, item } of readLinkerMap(bytes)?.items ?? []) {
      const word = item.kind === 'symbol' ? item.name : item.kind === 'archive' ? item.path : item.object;
      expect(lines[line - 1]).toContain(word);
      expect(text.slice(offset).startsWith(lines[line - 1] ?? '-')).toBe(true);
    }
  });

  it.each(['gnu', 'lld'] as const)('of %s, torn anywhere or with bytes changed, is read without harm', (linker) => {
    const { bytes } = link(linker);
    fc.assert(
      fc.property(fc.nat(bytes.length), fc.uint8Array({ maxLength: 20 }), (at, patch) => {
        const torn = bytes.slice(0, at);
        torn.set(patch.subarray(0, torn.length), Math.max(0, torn.length - patch.length));
        return [...(readLinkerMap(torn)?.items ?? [])].length >= 0;
      }),
      { numRuns: 60 },
    );
  });
});

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`../fixtures/builds/${name}`, import.meta.url)));

describe('a map of the fixtures', () => {
  it.each(['GNU ld', 'lld'] as const)('of %s for an Arm target is one', (linker) => {
    const items = itemsOf(fixture(linker === 'lld' ? 'lld.map' : 'gnu.map'), linker);
    expect(objectsOf(items, 'placed')).toEqual(['libmbedcrypto.a(aes.c.obj)', 'main.c.obj']);
    expect(symbolsOf(items)).toContain('mbedtls_aes_crypt_ecb');
  });

  it('of IAR names the objects of each archive, and the symbols', () => {
    const items = itemsOf(fixture('iar.map'), 'IAR ILINK');
    expect(objectsOf(items, 'placed')).toEqual(['aes.o', 'libmbedcrypto.a(sha256.o)']);
    expect(symbolsOf(items)).toEqual(['mbedtls_aes_crypt_ecb', 'mbedtls_internal_sha256_process_a64_crypto']);
  });

  it('of armlink names what is removed and what is placed', () => {
    const items = itemsOf(fixture('armlink.map'), 'armlink');
    expect(objectsOf(items, 'placed')).toEqual(['aes.o', 'c_w.l(__main.o)', 'startup.o']);
    expect(items.filter(({ kind }) => kind === 'discarded')).toEqual([
      { kind: 'discarded', section: '.text.mbedtls_des_setkey_enc', object: 'des.o' },
    ]);
    expect(symbolsOf(items)).toEqual(['mbedtls_aes_crypt_ecb']);
  });
});

describe('another file', () => {
  it.each([['{"version":3,"sources":["a.ts"],"mappings":"AAAA"}'], [''], ['map of the world\n'.repeat(1000)]])(
    '%.20j is no linker map',
    (text) => {
      expect(readLinkerMap(new TextEncoder().encode(text))).toBeUndefined();
    },
  );

  it('of any bytes is read without harm', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => [...(readLinkerMap(bytes)?.items ?? [])].length >= 0),
      { numRuns: 200 },
    );
  });

  it.each([
    ['Linker script and memory map\n'],
    ['     VMA      LMA     Size Align Out     In      Symbol\n'],
    ['# IAR ELF Linker V9\n*** ENTRY LIST\n'],
    ['Image Symbol Table\n'],
  ])('with lines of a megabyte after %j is passed over', (heading) => {
    for (const filler of ['a', ' ', '0x1 ', '(', ' .text']) {
      const bytes = new TextEncoder().encode(`${heading}${filler.repeat(1_000_000 / filler.length)}\n .text 0x0 0x10 a.o\n`);
      expect([...(readLinkerMap(bytes)?.items ?? [])].length).toBeLessThanOrEqual(1);
    }
  });

  it('of fifty megabytes is read line by line', () => {
    const row = ' .text.f        0x0000000008000000       0x10 libx.a(object.c.obj)\n';
    const head = 'Linker script and memory map\n\n.text           0x0000000008000000   0x100000\n';
    const bytes = new TextEncoder().encode(head + row.repeat(Math.ceil(50_000_000 / row.length)));
    let count = 0;
    for (const { item } of readLinkerMap(bytes)?.items ?? []) count += item.kind === 'placed' ? 1 : 0;
    expect(count).toBe(Math.ceil(50_000_000 / row.length));
  });
});
