// A dump of an Espressif chip's flash, or a merged image: partition table, second-stage bootloader, and the application of each slot.
// ESP-IDF documentation, "Partition Tables" and "Bootloader" (the table at 0x8000 unless configured, the bootloader below it).

import { type EspPartition, type EspPartitionTable, readEspPartitionTable } from '../../formats/esp-partition-table.ts';
import type { Evidence, Gap } from '../../model/evidence.ts';
import type { ScanFile } from '../../model/world.ts';
import { scanEspImage } from './esp-facts.ts';
import { fact, type Image, relocate, toEvidence, toGap, toImage } from './image.ts';

const SECTOR_BYTES = 0x1000;
const LAST_TABLE = 0x20000;
/** where the ROM of the chips looks for the second-stage bootloader */
const BOOTLOADERS: readonly number[] = [0x0, 0x1000, 0x2000];
const APP = 0;

/** The facts of a dump or of a partition table alone; undefined for another file. */
export function scanEspFlash(file: ScanFile): readonly (Evidence | Gap)[] | undefined {
  const table = findTable(file.bytes);
  if (table === undefined) return undefined;
  const image = toImage(file);
  return [
    ...table.partitions.flatMap((partition) => partitionFacts(image, partition)),
    ...(table.md5 === 'differs'
      ? [toGap(file.entry, 'malformed', 'partition table: expected the MD5 of its entries, found another', table.offset)]
      : []),
    ...(table.offset === 0
      ? []
      : [...bootloaderFacts(file, table), ...table.partitions.flatMap((partition) => applicationFacts(file, partition))]),
  ];
}

function findTable(bytes: Uint8Array): EspPartitionTable | undefined {
  for (let offset = 0; offset <= Math.min(LAST_TABLE, bytes.length); offset += SECTOR_BYTES) {
    const table = readEspPartitionTable(bytes, offset);
    // Two octets of magic are little: a table has a digest, or stands alone at the start of its own small file.
    if (table?.md5 !== undefined || (table !== undefined && offset === 0 && bytes.length <= SECTOR_BYTES)) return table;
  }
  return undefined;
}

function partitionFacts(image: Image, { type, label, sizeBytes, entryOffset }: EspPartition): readonly Evidence[] {
  if (type !== APP) return [];
  const at = { offset: entryOffset, length: 32, state: 'present', confidence: 'certain', roleHint: 'boot' } as const;
  return [toEvidence(image, at, fact('slot-bytes', String(sizeBytes), label))];
}

function bootloaderFacts(file: ScanFile, table: EspPartitionTable): readonly (Evidence | Gap)[] {
  for (const offset of BOOTLOADERS) {
    if (offset >= table.offset || file.bytes[offset] !== 0xe9) continue;
    const said = imageAt(file, offset, table.offset);
    if (said !== undefined) return said;
  }
  return [];
}

// A slot that was never written is erased flash and says nothing; one that is encrypted cannot be looked into.
function applicationFacts(file: ScanFile, { type, label, offset, sizeBytes, encrypted }: EspPartition): readonly (Evidence | Gap)[] {
  if (type !== APP || offset >= file.bytes.length) return [];
  const end = Math.min(file.bytes.length, offset + sizeBytes);
  const said = imageAt(file, offset, end);
  if (said !== undefined) return said;
  if (file.bytes.subarray(offset, offset + 4096).every((byte) => byte === 0xff)) return [];
  const reason = encrypted ? 'encrypted' : 'unsupported';
  return [toGap(file.entry, reason, `partition ${label}: ${end - offset} bytes that are no application image`, offset)];
}

function imageAt(file: ScanFile, start: number, end: number): readonly (Evidence | Gap)[] | undefined {
  const said = scanEspImage({ ...file, bytes: file.bytes.subarray(start, end) });
  return said === undefined ? undefined : relocate(said, (offset) => offset + start);
}
