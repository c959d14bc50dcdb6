// What a file of records puts into memory: runs of bytes, each at an address, and from each byte the way back to its place in the file.
// Intel HEX, Motorola S-records and UF2 are read into this.

import type { Malformed } from './der.ts';

/** Contiguous bytes at an address. */
export interface MemoryRun {
  readonly address: number;
  readonly bytes: Uint8Array;
  /** place in the file of the record that holds the byte at `index` */
  readonly fileOffsetOf: (index: number) => number;
}

/** A decoded file. `problems` are records that could not be taken; what stands around them is read all the same. */
export interface MemoryImage {
  /** by address; runs do not overlap */
  readonly runs: readonly MemoryRun[];
  readonly problems: readonly Malformed[];
}

/** Data of one record: where it goes and where it stood. */
export interface MemoryRecord {
  readonly address: number;
  readonly bytes: Uint8Array;
  readonly fileOffset: number;
}

/** Bounds of every decoder of records. */
export const MEMORY_LIMITS = { bytes: 64_000_000, records: 4_000_000, problems: 20 } as const;

/** Joins records into runs. A later record for the same address is a problem: which of the two is flashed is not known. */
export function toMemoryImage(records: readonly MemoryRecord[], problems: readonly Malformed[]): MemoryImage {
  const sorted = [...records].sort((a, b) => a.address - b.address || a.fileOffset - b.fileOffset);
  const groups: MemoryRecord[][] = [];
  const noted = [...problems];
  let end = Number.NaN;
  for (const record of sorted) {
    const group = groups.at(-1);
    if (group !== undefined && record.address < end) {
      if (noted.length < MEMORY_LIMITS.problems) noted.push(overlap(record));
      continue;
    }
    if (group === undefined || record.address !== end) groups.push([record]);
    else group.push(record);
    end = record.address + record.bytes.length;
  }
  return { runs: groups.map(toRun), problems: noted };
}

function overlap({ address, fileOffset }: MemoryRecord): Malformed {
  return { offset: fileOffset, expected: 'an address that no other record fills', found: `0x${address.toString(16)} a second time` };
}

function toRun(records: readonly MemoryRecord[]): MemoryRun {
  const starts = new Uint32Array(records.length);
  const total = records.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const bytes = new Uint8Array(total);
  let at = 0;
  records.forEach((record, index) => {
    starts[index] = at;
    bytes.set(record.bytes, at);
    at += record.bytes.length;
  });
  return { address: records[0]?.address ?? 0, bytes, fileOffsetOf: (index) => records[lastAtMost(starts, index)]?.fileOffset ?? 0 };
}

/** Index of the last start that is not behind `index`. */
function lastAtMost(starts: Uint32Array, index: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}
