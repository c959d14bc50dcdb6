// The partition table of an Espressif chip as it stands in flash: 32 octets an entry, an MD5 over them at its end. ESP-IDF documentation,
// "Partition Tables", and esp_partition_info_t of ESP-IDF's esp_flash_partitions.h.

import { md5 } from '@noble/hashes/legacy.js';
import { toReader } from './byte-reader.ts';

/** One partition. */
export interface EspPartition {
  readonly label: string;
  /** 0 app, 1 data, 2 bootloader, 3 partition table; above 0x40 of the application */
  readonly type: number;
  readonly subtype: number;
  readonly offset: number;
  readonly sizeBytes: number;
  readonly encrypted: boolean;
  /** place of the entry in the bytes that were read */
  readonly entryOffset: number;
}

/** A table. `md5` says whether the digest at its end is that of the entries; absent where there is none. */
export interface EspPartitionTable {
  readonly offset: number;
  readonly partitions: readonly EspPartition[];
  readonly md5?: 'matches' | 'differs';
  /** a signature of Secure Boot v1 follows, or padding */
  readonly totalBytes: number;
}

const ENTRY_BYTES = 32;
const MAX_ENTRIES = 95;
const ENTRY_MAGIC = 0x50aa;
const MD5_MAGIC = 0xebeb;
const ENCRYPTED_FLAG = 1;

/** The table at `offset`; undefined where none begins there. */
export function readEspPartitionTable(bytes: Uint8Array, offset = 0): EspPartitionTable | undefined {
  const reader = toReader(bytes, true);
  const partitions: EspPartition[] = [];
  for (let index = 0; index <= MAX_ENTRIES; index++) {
    const at = offset + index * ENTRY_BYTES;
    const magic = reader.u16(at);
    if (magic === ENTRY_MAGIC && reader.u32(at + 28) !== undefined) partitions.push(readEntry(bytes, at));
    else {
      if (partitions.length === 0) return undefined;
      const digest = magic === MD5_MAGIC ? bytes.subarray(at + 16, at + 32) : undefined;
      const matches = digest === undefined ? undefined : toText(md5(bytes.subarray(offset, at))) === toText(digest);
      return {
        offset,
        partitions,
        ...(matches === undefined ? {} : { md5: matches ? 'matches' : 'differs' }),
        totalBytes: at - offset + (digest === undefined ? 0 : ENTRY_BYTES),
      };
    }
  }
  return undefined;
}

function readEntry(bytes: Uint8Array, at: number): EspPartition {
  const reader = toReader(bytes, true);
  return {
    type: reader.u8(at + 2) ?? 0,
    subtype: reader.u8(at + 3) ?? 0,
    offset: reader.u32(at + 4) ?? 0,
    sizeBytes: reader.u32(at + 8) ?? 0,
    label: reader.text(at + 12, 16) ?? '',
    encrypted: ((reader.u32(at + 28) ?? 0) & ENCRYPTED_FLAG) !== 0,
    entryOffset: at,
  };
}

function toText(bytes: Uint8Array): string {
  return bytes.join(' ');
}
