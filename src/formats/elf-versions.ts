// Versions that an ELF file asks of its libraries. Linux Standard Base Core Specification, "Symbol Versioning", Elf_Verneed and Elf_Vernaux.

import { toReader } from './byte-reader.ts';
import type { ElfFile } from './elf.ts';

/** The versions asked of one library, in ascending code-point order. */
export interface ElfVersionNeed {
  /** SONAME as the file writes it */
  readonly library: string;
  readonly versions: readonly string[];
  readonly offset: number;
}

const SHT_GNU_VERNEED = 0x6ffffffe;
const LIMITS = { libraries: 1024, versions: 1024, name: 256 } as const;

/** What `.gnu.version_r` says; empty where there is none. */
export function versionNeedsOf(bytes: Uint8Array, elf: ElfFile): readonly ElfVersionNeed[] {
  const table = elf.sections.find(({ type }) => type === SHT_GNU_VERNEED);
  const strings = table === undefined ? undefined : elf.sections[table.link];
  if (table === undefined || strings === undefined) return [];
  const reader = toReader(bytes, elf.littleEndian);
  const nameAt = (offset: number | undefined): string =>
    offset === undefined ? '' : (reader.text(strings.offset + offset, LIMITS.name) ?? '');
  const needs: ElfVersionNeed[] = [];
  for (let at = table.offset, count = 0; count < LIMITS.libraries; count++) {
    const [versions, file, first, next] = [reader.u16(at + 2), reader.u32(at + 4), reader.u32(at + 8), reader.u32(at + 12)];
    if (versions === undefined || first === undefined || next === undefined) break;
    const names: string[] = [];
    for (let aux = at + first, left = Math.min(versions, LIMITS.versions); left > 0; left--) {
      const [name, step] = [nameAt(reader.u32(aux + 8)), reader.u32(aux + 12)];
      if (name !== '') names.push(name);
      if (step === undefined || step === 0) break;
      aux += step;
    }
    if (nameAt(file) !== '') needs.push({ library: nameAt(file), versions: [...new Set(names)].sort(), offset: at });
    if (next === 0) break;
    at += next;
  }
  return needs;
}
