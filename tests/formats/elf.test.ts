import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMalformed } from '../../src/formats/der.ts';
import { type ElfFile, machineName, readElf } from '../../src/formats/elf.ts';
import { readBuildAttributes } from '../../src/formats/elf-attributes.ts';
import { neededOf, symbolsOf } from '../../src/formats/elf-symbols.ts';
import { readFixture } from '../scan/scan-file.ts';

const IMAGES = [
  'cortex-m4.elf',
  'big-endian.elf',
  'stripped.elf',
  'cortex-m0plus.o.elf',
  'client.elf',
  'libcrypto.so',
  'static-x86-64.elf',
];

function read(name: string): { readonly bytes: Uint8Array; readonly elf: ElfFile } {
  const bytes = readFixture('firmware', name);
  const elf = readElf(bytes);
  if (elf === undefined || isMalformed(elf)) return expect.fail(`${name} is an ELF file`);
  return { bytes, elf };
}

const binutils = (name: string): string => new TextDecoder().decode(readFixture('firmware', `${name}.txt`));

describe('ELF', () => {
  it.each(IMAGES)('reads the header and the sections of %s as readelf prints them', (name) => {
    const { elf } = read(name);
    const text = binutils(name);
    expect(text).toMatch(new RegExp(`Class: +ELF${elf.bits}`));
    expect(text).toMatch(elf.littleEndian ? /Data: +2's complement, little endian/ : /Data: +2's complement, big endian/);
    const rows = [...text.matchAll(/^ +\[ *(\d+)\] (\S*) +[A-Z0-9_]+ +([0-9a-f]{8,16}) ([0-9a-f]+) ([0-9a-f]+) /gm)].map((row) =>
      row.slice(2, 6).map((cell, at) => (at === 0 ? cell : Number.parseInt(cell, 16))),
    );
    expect(elf.sections.map(({ name: title, address, offset, size }) => [title, address, offset, size])).toEqual(rows);
    expect(rows.length).toBeGreaterThan(3);
    expect(elf.problems).toEqual([]);
  });

  it.each(IMAGES.filter((name) => name !== 'stripped.elf'))('reads the symbols of %s as nm prints them', (name) => {
    const { bytes, elf } = read(name);
    const printed = [...binutils(name).matchAll(/^(?:[0-9a-f]{8,16}| {8,16}) ([A-Za-z]) (\S+)$/gm)].map(
      ([, kind, symbol]) => `${kind === 'U' ? 'U' : 'D'} ${symbol}`,
    );
    const found = [...symbolsOf(bytes, elf)]
      .filter(({ dynamic, type }) => !dynamic && type !== 3 && type !== 4)
      .map(({ defined, name: symbol }) => `${defined ? 'D' : 'U'} ${symbol}`);
    expect(found.sort()).toEqual(printed.sort());
    expect(found.length).toBeGreaterThan(0);
  });

  it('reads the shared libraries that a program asks for', () => {
    const { bytes, elf } = read('client.elf');
    const printed = [...binutils('client.elf').matchAll(/\(NEEDED\) +Shared library: \[(.+)\]/g)].map(([, name]) => name);
    expect(neededOf(bytes, elf).map(({ name }) => name)).toEqual(printed);
    expect(printed).toContain('libcrypto.so.3');
  });

  it('reads the architecture that the compiler left in the attributes', () => {
    // readelf -A: Tag_CPU_arch v7E-M; v7 with profile Realtime; v6S-M
    const of = (name: string) => {
      const { bytes, elf } = read(name);
      const section = elf.sections.find((each) => each.name === '.ARM.attributes');
      return section && readBuildAttributes(bytes.subarray(section.offset, section.offset + section.size), elf.littleEndian).architecture;
    };
    expect(['cortex-m4.elf', 'big-endian.elf', 'cortex-m0plus.o.elf'].map(of)).toEqual(['armv7e-m', 'armv7-r', 'armv6s-m']);
  });

  it('reads the ISA string of RISC-V attributes', () => {
    const attribute = Buffer.concat([Buffer.from([5]), Buffer.from('rv32i2p1_m2p0_c2p0\0')]);
    const file = Buffer.concat([Buffer.from([1, attribute.length + 5, 0, 0, 0]), attribute]);
    const vendor = Buffer.concat([Buffer.from([file.length + 10, 0, 0, 0]), Buffer.from('riscv\0'), file]);
    expect(readBuildAttributes(new Uint8Array(Buffer.concat([Buffer.from('A'), vendor])), true)).toEqual({
      architecture: 'rv32i2p1_m2p0_c2p0',
    });
  });

  it('names machines of the registry, and keeps the number of others', () => {
    expect([40, 183, 243, 94, 62, 9999].map(machineName)).toEqual(['arm', 'aarch64', 'riscv', 'xtensa', 'x86-64', 'e_machine 9999']);
  });

  it('is not deceived by another file', () => {
    expect(readElf(new TextEncoder().encode('\u007fELG'))).toBeUndefined();
    expect(readElf(Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 9, 1))).toMatchObject({ offset: 4, found: 'class 9' });
  });

  it('answers an image cut at every octet without throwing, and says what is missing', () => {
    const { bytes } = read('cortex-m4.elf');
    for (let length = 0; length < bytes.length; length++) {
      const cut = bytes.subarray(0, length);
      const elf = readElf(cut);
      if (elf === undefined) continue;
      if (isMalformed(elf)) continue;
      expect(elf.problems.length).toBeGreaterThan(0);
      [...symbolsOf(cut, elf)];
      neededOf(cut, elf);
    }
  });

  it('is bounded by the file where headers claim more', () => {
    const huge = read('cortex-m4.elf').bytes.slice();
    const view = new DataView(huge.buffer);
    view.setUint16(48, 0xffff, true); // e_shnum
    view.setUint16(44, 0xffff, true); // e_phnum
    const elf = readElf(huge);
    expect(elf && 'problems' in elf && elf.problems.length).toBe(2);
    view.setUint16(48, 0, true); // e_shnum 0: the count stands in sh_size of section 0
    view.setUint32(view.getUint32(32, true) + 20, 0xffffffff, true);
    const extended = readElf(huge);
    expect(extended && 'sections' in extended && extended.sections.length).toBeLessThan(1000);
  });

  it('never throws on arbitrary octets after the magic', () => {
    const header = fc.tuple(fc.constantFrom(1, 2), fc.constantFrom(1, 2), fc.uint8Array({ minLength: 40, maxLength: 400 }));
    fc.assert(
      fc.property(header, ([width, order, rest]) => {
        const bytes = Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, width, order, ...rest]);
        const elf = readElf(bytes);
        if (elf === undefined || isMalformed(elf)) return;
        [...symbolsOf(bytes, elf)];
        neededOf(bytes, elf);
      }),
      { numRuns: 300 },
    );
  });
});
