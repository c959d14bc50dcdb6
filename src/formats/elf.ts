// ELF: header, sections, segments. System V gABI chapters 4 and 5; e_machine values of the gABI registry.

import { type ByteReader, toReader } from './byte-reader.ts';
import type { Malformed } from './der.ts';

/** A section by its header. `offset` and `size` are in the file; a NOBITS section takes none of it. */
export interface ElfSection {
  readonly name: string;
  readonly type: number;
  readonly flags: number;
  readonly address: number;
  readonly offset: number;
  readonly size: number;
  readonly link: number;
  readonly entrySize: number;
}

/** A loadable or other segment. */
export interface ElfSegment {
  readonly type: number;
  readonly offset: number;
  readonly fileSize: number;
  readonly memorySize: number;
}

/** An ELF file as far as its headers go. */
export interface ElfFile {
  readonly bits: 32 | 64;
  readonly littleEndian: boolean;
  /** 1 relocatable, 2 executable, 3 shared, 4 core */
  readonly type: number;
  readonly machine: number;
  readonly sections: readonly ElfSection[];
  readonly segments: readonly ElfSegment[];
  /** headers that lie outside the file */
  readonly problems: readonly Malformed[];
}

/** ET_REL of `type`. */
export const RELOCATABLE = 1;
/** SHT_* that are read here. */
export const SECTION_TYPES = { symbols: 2, noBits: 8, dynamic: 6, dynamicSymbols: 11 } as const;
/** SHF_* that decide where a section lives. */
export const SECTION_FLAGS = { write: 1, alloc: 2 } as const;
/** PT_* that are read here. */
export const SEGMENT_TYPES = { load: 1, dynamic: 2, interpreter: 3 } as const;

const MACHINES: ReadonlyMap<number, string> = new Map([
  [2, 'sparc'],
  [3, 'x86'],
  [8, 'mips'],
  [20, 'ppc'],
  [21, 'ppc64'],
  [22, 's390'],
  [40, 'arm'],
  [42, 'superh'],
  [43, 'sparcv9'],
  [62, 'x86-64'],
  [83, 'avr'],
  [93, 'arc'],
  [94, 'xtensa'],
  [105, 'msp430'],
  [183, 'aarch64'],
  [195, 'arcv2'],
  [243, 'riscv'],
  [258, 'loongarch'],
]);

const MAX_NAME = 512;

/** Name of an `e_machine` value; an unknown one is its number. */
export function machineName(machine: number): string {
  return MACHINES.get(machine) ?? `e_machine ${machine}`;
}

/** The headers; undefined for a file without the ELF magic. */
export function readElf(bytes: Uint8Array): ElfFile | Malformed | undefined {
  if (bytes[0] !== 0x7f || bytes[1] !== 0x45 || bytes[2] !== 0x4c || bytes[3] !== 0x46) return undefined;
  const [width, order] = [bytes[4], bytes[5]];
  if (width !== 1 && width !== 2) return { offset: 4, expected: 'ELFCLASS32 or ELFCLASS64', found: `class ${width ?? 'missing'}` };
  if (order !== 1 && order !== 2)
    return { offset: 5, expected: 'ELFDATA2LSB or ELFDATA2MSB', found: `data encoding ${order ?? 'missing'}` };
  const layout = toLayout(toReader(bytes, order === 1), width === 2);
  const { reader, word, wide } = layout;
  const [type, machine] = [reader.u16(16), reader.u16(18)];
  const [programs, table] = [word(wide ? 32 : 28), word(wide ? 40 : 32)];
  if (
    type === undefined ||
    machine === undefined ||
    programs === undefined ||
    table === undefined ||
    reader.u16(wide ? 62 : 50) === undefined
  ) {
    return { offset: bytes.length, expected: `an ELF header of ${wide ? 64 : 52} bytes`, found: 'the end of the file' };
  }
  const problems: Malformed[] = [];
  const sections = readSections(layout, table, problems);
  const segments = readSegments(layout, programs, problems);
  return { bits: wide ? 64 : 32, littleEndian: order === 1, type, machine, sections, segments, problems };
}

interface Layout {
  readonly reader: ByteReader;
  readonly wide: boolean;
  /** an address, offset or size: 4 octets in ELF32, 8 in ELF64 */
  readonly word: (offset: number) => number | undefined;
}

function toLayout(reader: ByteReader, wide: boolean): Layout {
  return { reader, wide, word: wide ? reader.u64 : reader.u32 };
}

type Unnamed = Omit<ElfSection, 'name'> & { readonly nameOffset: number };

function readSections({ reader, wide, word }: Layout, table: number, problems: Malformed[]): readonly ElfSection[] {
  const entry = reader.u16(wide ? 58 : 46) ?? 0;
  const minimum = wide ? 64 : 40;
  if (table === 0) return [];
  if (entry < minimum)
    return note(problems, { offset: wide ? 58 : 46, expected: `section headers of ${minimum} bytes`, found: `${entry}` });
  // gABI chapter 4: counts that do not fit 16 bits stand in the first section header.
  const count = reader.u16(wide ? 60 : 48) || (word(table + (wide ? 32 : 20)) ?? 0);
  const names = reader.u16(wide ? 62 : 50) ?? 0;
  const namesAt = names === 0xffff ? (reader.u32(table + (wide ? 40 : 24)) ?? 0) : names;
  const held = Math.max(0, Math.min(count, Math.floor((reader.length - table) / entry)));
  if (held < count) note(problems, { offset: table, expected: `${count} section headers`, found: `${held} up to the end of the file` });
  const raw = Array.from({ length: held }, (_, index) => readSection({ reader, wide, word }, table + index * entry));
  const strings = raw[namesAt];
  return raw.map(({ nameOffset, ...section }) => ({
    name: strings === undefined ? '' : (reader.text(strings.offset + nameOffset, MAX_NAME) ?? ''),
    ...section,
  }));
}

function readSection({ reader, wide, word }: Layout, at: number): Unnamed {
  const size = wide ? 8 : 4;
  const u32 = (offset: number): number => reader.u32(at + offset) ?? 0;
  const field = (index: number): number => word(at + 8 + index * size) ?? 0;
  const tail = 8 + 4 * size;
  return {
    nameOffset: u32(0),
    type: u32(4),
    flags: field(0),
    address: field(1),
    offset: field(2),
    size: field(3),
    link: u32(tail),
    entrySize: word(at + tail + 8 + size) ?? 0,
  };
}

function readSegments({ reader, wide, word }: Layout, table: number, problems: Malformed[]): readonly ElfSegment[] {
  const [entry, count] = [reader.u16(wide ? 54 : 42) ?? 0, reader.u16(wide ? 56 : 44) ?? 0];
  const minimum = wide ? 56 : 32;
  if (table === 0 || count === 0) return [];
  if (entry < minimum)
    return note(problems, { offset: wide ? 54 : 42, expected: `program headers of ${minimum} bytes`, found: `${entry}` });
  const held = Math.max(0, Math.min(count, Math.floor((reader.length - table) / entry)));
  if (held < count) note(problems, { offset: table, expected: `${count} program headers`, found: `${held} up to the end of the file` });
  return Array.from({ length: held }, (_, index) => {
    const at = table + index * entry;
    return {
      type: reader.u32(at) ?? 0,
      offset: word(at + (wide ? 8 : 4)) ?? 0,
      fileSize: word(at + (wide ? 32 : 16)) ?? 0,
      memorySize: word(at + (wide ? 40 : 20)) ?? 0,
    };
  });
}

function note(problems: Malformed[], problem: Malformed): readonly never[] {
  problems.push(problem);
  return [];
}
