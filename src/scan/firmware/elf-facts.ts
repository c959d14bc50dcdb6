// What an ELF file says: libraries that it asks for, cryptography that its symbols name, the architecture it is built for, and what a
// bare-metal image takes of flash and RAM.

import { isMalformed } from '../../formats/der.ts';
import {
  type ElfFile,
  type ElfSection,
  machineName,
  RELOCATABLE,
  readElf,
  SECTION_FLAGS,
  SECTION_TYPES,
  SEGMENT_TYPES,
} from '../../formats/elf.ts';
import { readBuildAttributes } from '../../formats/elf-attributes.ts';
import { type ElfSymbol, neededOf, symbolsOf } from '../../formats/elf-symbols.ts';
import { versionNeedsOf } from '../../formats/elf-versions.ts';
import { nameOf } from '../../knowledge/algorithms.ts';
import { findSharedLibrary } from '../../knowledge/shared-libraries.ts';
import { findSymbol, type SymbolMeaning } from '../../knowledge/symbols.ts';
import type { Evidence, Gap, State } from '../../model/evidence.ts';
import { compareText } from '../../model/order.ts';
import type { ScanFile } from '../../model/world.ts';
import { algorithm, fact, type Image, toEvidence, toGap, toImage } from './image.ts';

const SHARED = 3;
const MAX_VERSIONS_TOLD = 8;

/** The facts of an ELF file; undefined for another file. */
export function scanElf(file: ScanFile): readonly (Evidence | Gap)[] | undefined {
  const { bytes, entry } = file;
  const elf = readElf(bytes);
  if (elf === undefined) return undefined;
  if (isMalformed(elf)) return [toGap(entry, 'malformed', `ELF: expected ${elf.expected}, found ${elf.found}`, elf.offset)];
  const image = toImage(file);
  const gaps = elf.problems.map(({ offset, expected, found }) =>
    toGap(entry, 'malformed', `ELF: expected ${expected}, found ${found}`, Math.min(offset, bytes.length)),
  );
  return [
    ...architectureFacts(image, bytes, elf),
    ...sizeFacts(image, elf),
    ...neededFacts(image, bytes, elf),
    ...symbolFacts(image, bytes, elf),
    ...gaps,
    ...namelessGap(file, elf),
  ];
}

// Without names nothing can be said of what is linked in; an image like that is not an image without cryptography.
function namelessGap({ entry }: ScanFile, elf: ElfFile): readonly Gap[] {
  const named = elf.sections.some(({ type }) => type === SECTION_TYPES.symbols || type === SECTION_TYPES.dynamicSymbols);
  return named ? [] : [toGap(entry, 'unsupported', `${entry.bytes} bytes of ELF without a symbol table: what is linked in is not known`)];
}

function architectureFacts(image: Image, bytes: Uint8Array, elf: ElfFile): readonly Evidence[] {
  const section = elf.sections.find(({ name }) => name === '.ARM.attributes' || name === '.riscv.attributes');
  const content = section === undefined ? undefined : bytes.subarray(section.offset, section.offset + section.size);
  const { architecture, cpuName } = content === undefined ? {} : readBuildAttributes(content, elf.littleEndian);
  const value = [architecture ?? machineName(elf.machine), ...(cpuName === undefined ? [] : [`(${cpuName})`])].join(' ');
  const place =
    section === undefined
      ? { offset: 18, length: 2, symbol: 'e_machine' }
      : { offset: section.offset, length: section.size, symbol: section.name };
  return [toEvidence(image, { ...place, state: stateOf(elf), confidence: 'certain' }, fact('isa', value, place.symbol))];
}

// Only an executable that nothing loads dynamically runs from flash. Flash holds what is loaded from the file (code, constants, initial
// values); RAM what is written at run time, as `size` of GNU binutils counts text + data and data + bss.
function sizeFacts(image: Image, elf: ElfFile): readonly Evidence[] {
  // A static program of Linux or a BSD says so in a note (Linux Standard Base, .note.ABI-tag).
  const loaded = elf.segments.some(({ type }) => type === SEGMENT_TYPES.interpreter || type === SEGMENT_TYPES.dynamic);
  const hosted = loaded || elf.sections.some(({ name }) => name === '.note.ABI-tag');
  const allocated = elf.sections.filter(({ flags }) => hasFlag(flags, SECTION_FLAGS.alloc));
  if (elf.type !== 2 || hosted || elf.bits !== 32 || allocated.length === 0) return [];
  const flash = sum(allocated.filter(({ type }) => type !== SECTION_TYPES.noBits));
  const ram = sum(allocated.filter(({ flags }) => hasFlag(flags, SECTION_FLAGS.write)));
  const said = { offset: 0, length: image.entry.bytes, state: 'linked', confidence: 'certain' } as const;
  return [
    toEvidence(image, said, fact('image-flash-bytes', String(flash), 'sections loaded from the file')),
    toEvidence(image, said, fact('image-ram-bytes', String(ram), 'sections written at run time')),
  ];
}

function neededFacts(image: Image, bytes: Uint8Array, elf: ElfFile): readonly Evidence[] {
  const versions = new Map(versionNeedsOf(bytes, elf).map((need) => [need.library, need.versions]));
  return neededOf(bytes, elf).flatMap(({ name, offset, entryBytes }) => {
    const library = findSharedLibrary(name);
    if (library === undefined) return [];
    // The versions of the symbols that are asked for: the oldest library that would do, not the one that is there.
    const asked = versions.get(name)?.slice(0, MAX_VERSIONS_TOLD).join(', ');
    return [
      toEvidence(
        image,
        { offset, length: entryBytes, state: 'linked', confidence: 'certain' },
        { kind: 'library', name: library, symbol: asked === undefined ? `DT_NEEDED ${name}` : `DT_NEEDED ${name} (${asked})` },
      ),
    ];
  });
}

/** How constants came into an ELF file: compiled into an object, linked into a program; what a shared library offers is only there. */
export function elfStateOf(bytes: Uint8Array): State {
  const elf = readElf(bytes);
  if (elf === undefined || isMalformed(elf)) return 'present';
  if (elf.type === RELOCATABLE) return 'compiled';
  const offersOnly = elf.type === SHARED && !elf.segments.some(({ type }) => type === SEGMENT_TYPES.interpreter);
  return offersOnly ? 'present' : 'linked';
}

/** The symbol that speaks first, in code-point order, for each library and each use. */
interface Spoken {
  readonly symbol: ElfSymbol;
  readonly meaning: SymbolMeaning;
}

function symbolFacts(image: Image, bytes: Uint8Array, elf: ElfFile): readonly Evidence[] {
  const libraries = new Map<string, Spoken>();
  const uses = new Map<string, Spoken>();
  // What a shared library offers is not what anybody calls: of it only what it asks of others counts.
  const offersOnly = elf.type === SHARED && !elf.segments.some(({ type }) => type === SEGMENT_TYPES.interpreter);
  for (const symbol of symbolsOf(bytes, elf)) {
    const meaning = findSymbol(symbol.name);
    if (meaning === undefined) continue;
    if (meaning.library !== undefined) keepFirst(libraries, meaning.library, { symbol, meaning });
    if (meaning.use !== undefined && !(offersOnly && symbol.defined))
      keepFirst(uses, `${meaning.library ?? ''} ${nameOf(meaning.use)}`, { symbol, meaning });
  }
  const said = ({ offset, entryBytes }: ElfSymbol) => ({ offset, length: entryBytes, state: stateOf(elf), confidence: 'likely' }) as const;
  return [
    ...inOrder(libraries).map(({ symbol, meaning }) =>
      toEvidence(image, said(symbol), { kind: 'library', name: meaning.library ?? '', symbol: symbol.name }),
    ),
    ...inOrder(uses).flatMap(({ symbol, meaning }) =>
      meaning.use === undefined ? [] : [toEvidence(image, said(symbol), algorithm(meaning.use, symbol.name, meaning.library))],
    ),
  ];
}

function stateOf({ type }: ElfFile): State {
  return type === RELOCATABLE ? 'compiled' : 'linked';
}

function keepFirst(map: Map<string, Spoken>, key: string, spoken: Spoken): void {
  const held = map.get(key);
  if (held === undefined || spoken.symbol.name < held.symbol.name) map.set(key, spoken);
}

function inOrder(map: ReadonlyMap<string, Spoken>): readonly Spoken[] {
  return [...map.entries()].sort(([a], [b]) => compareText(a, b)).map(([, spoken]) => spoken);
}

function sum(sections: readonly ElfSection[]): number {
  return sections.reduce((total, { size }) => total + size, 0);
}

function hasFlag(flags: number, flag: number): boolean {
  return Math.floor(flags / flag) % 2 === 1;
}
