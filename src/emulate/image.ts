// What is put into the memory of a machine: an ELF32 executable or flat bytes. System V gABI chapters 4 and 5; headers by formats/elf.ts.

import { type ByteReader, toReader } from '../formats/byte-reader.ts';
import { isMalformed } from '../formats/der.ts';
import { type ElfFile, machineName, readElf, SEGMENT_TYPES } from '../formats/elf.ts';
import { symbolsOf } from '../formats/elf-symbols.ts';
import { type EmulatedIsa, elfMachineOf, ISA_FEATURES } from './isa.ts';
import { EmulationError, toHex } from './trap.ts';

/** Bytes for an address. What follows them up to `memoryBytes` is zero. */
export interface ImageSegment {
  readonly address: number;
  /** where a programmer puts them (p_paddr); start-up code copies them to `address` */
  readonly loadAddress: number;
  readonly bytes: Uint8Array;
  readonly memoryBytes: number;
}

/** A name with its address; bit 0 of Thumb functions is not part of it. */
export interface ImageSymbol {
  readonly address: number;
  readonly size: number;
  readonly isGlobal: boolean;
}

/** A program ready to be loaded. One name may stand for several local symbols. */
export interface Image {
  readonly segments: readonly ImageSegment[];
  readonly symbols: ReadonlyMap<string, readonly ImageSymbol[]>;
  readonly entry: number;
}

const EXECUTABLE = 2;
const MAX_IMAGE_BYTES = 64 * 1024 * 1024;
const MAX_SYMBOLS = 200_000;
const FUNCTION = 2;
/** STT_SECTION and above name no place in the program */
const FIRST_OTHER_TYPE = 3;

/** Reads an executable for an instruction set; throws `bad-image` for anything else, saying what was expected. */
export function readElfImage(bytes: Uint8Array, isa: EmulatedIsa): Image {
  const elf = readElf(bytes);
  if (elf === undefined) throw new EmulationError('bad-image', 'expected an ELF file');
  if (isMalformed(elf)) throw new EmulationError('bad-image', `expected ${elf.expected}, got ${elf.found}`);
  checkHeader(elf, isa);
  const reader = toReader(bytes, true);
  const segments = readSegments(bytes, elf, reader);
  const thumb = ISA_FEATURES[isa].thumb;
  const entry = reader.u32(24) ?? 0;
  return { segments, symbols: readSymbols(bytes, elf, thumb), entry: thumb ? entry & ~1 : entry };
}

/** Flat bytes for one address, which is also the entry. */
export function toFlatImage(bytes: Uint8Array, address: number): Image {
  const segments = [{ address, loadAddress: address, bytes, memoryBytes: bytes.length }];
  return { segments, symbols: new Map(), entry: address };
}

function checkHeader(elf: ElfFile, isa: EmulatedIsa): void {
  const wanted = elfMachineOf(isa);
  if (elf.bits !== 32 || !elf.littleEndian) throw new EmulationError('bad-image', 'expected ELF32, little endian');
  if (elf.machine !== wanted)
    throw new EmulationError('bad-image', `expected a program for ${machineName(wanted)} (${isa}), got ${machineName(elf.machine)}`);
  if (elf.type !== EXECUTABLE) throw new EmulationError('bad-image', `expected a linked executable (e_type 2), got e_type ${elf.type}`);
  const [problem] = elf.problems;
  if (problem !== undefined) throw new EmulationError('bad-image', `expected ${problem.expected}, got ${problem.found}`);
}

/** formats/elf.ts leaves addresses out: p_vaddr and p_paddr stand 8 and 12 bytes into each program header. */
function readSegments(bytes: Uint8Array, elf: ElfFile, reader: ByteReader): readonly ImageSegment[] {
  const [table, entryBytes] = [reader.u32(28) ?? 0, reader.u16(42) ?? 0];
  const segments = elf.segments.flatMap((segment, index): readonly ImageSegment[] => {
    if (segment.type !== SEGMENT_TYPES.load || segment.memorySize === 0) return [];
    const [address, loadAddress] = [reader.u32(table + index * entryBytes + 8) ?? 0, reader.u32(table + index * entryBytes + 12) ?? 0];
    const { offset, fileSize, memorySize } = segment;
    const at = `segment ${index} at ${toHex(address)}`;
    if (offset + fileSize > bytes.length) throw new EmulationError('bad-image', `${at}: expected ${fileSize} bytes, the file ends before`);
    if (memorySize < fileSize || memorySize > MAX_IMAGE_BYTES || address + memorySize > 2 ** 32)
      throw new EmulationError('bad-image', `${at}: ${memorySize} bytes in memory for ${fileSize} in the file`);
    return [{ address, loadAddress, bytes: bytes.subarray(offset, offset + fileSize), memoryBytes: memorySize }];
  });
  if (segments.length === 0) throw new EmulationError('bad-image', 'expected a segment to load');
  return segments;
}

function readSymbols(bytes: Uint8Array, elf: ElfFile, thumb: boolean): ReadonlyMap<string, readonly ImageSymbol[]> {
  const reader = toReader(bytes, true);
  const symbols = new Map<string, ImageSymbol[]>();
  let count = 0;
  for (const { name, offset, size, type, defined } of symbolsOf(bytes, elf)) {
    if (!defined || type >= FIRST_OTHER_TYPE) continue;
    count += 1;
    if (count > MAX_SYMBOLS) throw new EmulationError('bad-image', `more than ${MAX_SYMBOLS} symbols`);
    const value = reader.u32(offset + 4) ?? 0;
    const address = thumb && type === FUNCTION ? (value & ~1) >>> 0 : value;
    const symbol = { address, size, isGlobal: (reader.u8(offset + 12) ?? 0) >>> 4 !== 0 };
    symbols.set(name, [...(symbols.get(name) ?? []), symbol]);
  }
  return symbols;
}

/** The one place that a name stands for; throws `unknown-symbol` where there is none, or several and none is global. */
export function findSymbol(symbols: Image['symbols'], name: string): ImageSymbol {
  const found = symbols.get(name) ?? [];
  const global = found.filter((each) => each.isGlobal);
  const candidates = global.length > 0 ? global : found;
  const [first] = candidates;
  if (first === undefined) throw new EmulationError('unknown-symbol', `the program has no symbol '${name}'`);
  if (candidates.some((each) => each.address !== first.address))
    throw new EmulationError('unknown-symbol', `'${name}' stands for ${candidates.length} local symbols`);
  return first;
}
