// UBI images: the volumes by name and size, from the layout volume. Linux kernel, include headers of UBI's on-flash format
// (ubi-media.h: UBI_EC_HDR_MAGIC, UBI_VID_HDR_MAGIC, UBI_LAYOUT_VOLUME_ID, struct ubi_vtbl_record); all numbers big-endian.

import { toReader } from '../byte-reader.ts';

/** One volume. */
export interface UbiVolume {
  readonly name: string;
  /** erase blocks that it reserves */
  readonly blocks: number;
}

const EC_MAGIC = 0x55424923;
const VID_MAGIC = 0x55424921;
const LAYOUT_VOLUME = 0x7fffefff;
const RECORD_BYTES = 172;
const MAX_VOLUMES = 128;
const SMALLEST_BLOCK = 2048;
const LARGEST_BLOCK = 16_777_216;

/** The volumes; empty where no layout volume is found. */
export function readUbiVolumes(bytes: Uint8Array): readonly UbiVolume[] {
  const reader = toReader(bytes, false);
  const block = blockBytesOf(bytes);
  if (block === undefined) return [];
  for (let at = 0; at < bytes.length; at += block) {
    const [headerAt, dataAt] = [reader.u32(at + 16), reader.u32(at + 20)];
    if (reader.u32(at) !== EC_MAGIC || headerAt === undefined || dataAt === undefined) continue;
    if (reader.u32(at + headerAt) === VID_MAGIC && reader.u32(at + headerAt + 8) === LAYOUT_VOLUME) return readTable(bytes, at + dataAt);
  }
  return [];
}

function blockBytesOf(bytes: Uint8Array): number | undefined {
  const reader = toReader(bytes, false);
  for (let block = SMALLEST_BLOCK; block <= LARGEST_BLOCK; block *= 2) {
    if (reader.u32(block) === EC_MAGIC) return block;
  }
  return undefined;
}

function readTable(bytes: Uint8Array, start: number): readonly UbiVolume[] {
  const reader = toReader(bytes, false);
  return Array.from({ length: MAX_VOLUMES }, (_, index) => start + index * RECORD_BYTES).flatMap((at): UbiVolume[] => {
    const [blocks, length] = [reader.u32(at), reader.u16(at + 14)];
    const name = length === undefined || length === 0 || length > 127 ? undefined : reader.text(at + 16, length);
    return blocks === undefined || blocks === 0 || name === undefined ? [] : [{ name, blocks }];
  });
}
