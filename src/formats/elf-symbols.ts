// Symbols and needed libraries of an ELF file. System V gABI chapters 4 (symbol table) and 5 (dynamic section).

import { type ByteReader, toReader } from './byte-reader.ts';
import { type ElfFile, type ElfSection, SECTION_TYPES } from './elf.ts';

/** A symbol with a name. */
export interface ElfSymbol {
  readonly name: string;
  /** place of the entry in the file */
  readonly offset: number;
  readonly entryBytes: number;
  readonly size: number;
  /** 0 none, 1 object, 2 function, 3 section, 4 file */
  readonly type: number;
  /** false: the file asks another for it */
  readonly defined: boolean;
  readonly dynamic: boolean;
}

/** `DT_NEEDED`: a shared library by its SONAME. */
export interface ElfNeeded {
  readonly name: string;
  readonly offset: number;
  readonly entryBytes: number;
}

const MAX_NAME = 1024;
const MAX_NEEDED = 1024;
const DT_NEEDED = 1;

/** The symbols of both tables, one after another; entries outside the file are passed over. */
export function* symbolsOf(bytes: Uint8Array, elf: ElfFile): Generator<ElfSymbol> {
  const reader = toReader(bytes, elf.littleEndian);
  for (const table of elf.sections) {
    if (table.type === SECTION_TYPES.symbols || table.type === SECTION_TYPES.dynamicSymbols) yield* symbolsIn(reader, elf, table);
  }
}

/** The shared libraries that the file asks for. */
export function neededOf(bytes: Uint8Array, elf: ElfFile): readonly ElfNeeded[] {
  const reader = toReader(bytes, elf.littleEndian);
  const dynamic = elf.sections.find((section) => section.type === SECTION_TYPES.dynamic);
  const strings = dynamic === undefined ? undefined : elf.sections[dynamic.link];
  if (dynamic === undefined || strings === undefined) return [];
  const word = elf.bits === 64 ? reader.u64 : reader.u32;
  const entryBytes = elf.bits === 64 ? 16 : 8;
  const needed: ElfNeeded[] = [];
  const end = Math.min(dynamic.offset + dynamic.size, bytes.length);
  for (let offset = dynamic.offset; offset + entryBytes <= end && needed.length < MAX_NEEDED; offset += entryBytes) {
    const [tag, value] = [word(offset), word(offset + entryBytes / 2)];
    const name = tag === DT_NEEDED && value !== undefined ? reader.text(strings.offset + value, MAX_NAME) : undefined;
    if (name !== undefined && name !== '') needed.push({ name, offset, entryBytes });
  }
  return needed;
}

function* symbolsIn(reader: ByteReader, elf: ElfFile, table: ElfSection): Generator<ElfSymbol> {
  const strings = elf.sections[table.link];
  const wide = elf.bits === 64;
  const entryBytes = wide ? 24 : 16;
  if (strings === undefined) return;
  const end = Math.min(table.offset + table.size, reader.length);
  for (let offset = table.offset; offset + entryBytes <= end; offset += entryBytes) {
    const nameOffset = reader.u32(offset) ?? 0;
    const name = nameOffset === 0 || nameOffset >= strings.size ? '' : (reader.text(strings.offset + nameOffset, MAX_NAME) ?? '');
    if (name === '') continue;
    yield {
      name,
      offset,
      entryBytes,
      size: (wide ? reader.u64(offset + 16) : reader.u32(offset + 8)) ?? 0,
      type: (reader.u8(offset + (wide ? 4 : 12)) ?? 0) & 0xf,
      defined: (reader.u16(offset + (wide ? 6 : 14)) ?? 0) !== 0,
      dynamic: table.type === SECTION_TYPES.dynamicSymbols,
    };
  }
}
