// UF2: blocks of 512 octets, each with its target address. Microsoft, "USB Flashing Format (UF2)", github.com/microsoft/uf2.

import { toReader } from './byte-reader.ts';
import type { Malformed } from './der.ts';
import { MEMORY_LIMITS, type MemoryImage, type MemoryRecord, toMemoryImage } from './memory-image.ts';

/** A decoded file with the families that its blocks name, in ascending order. */
export interface Uf2Image extends MemoryImage {
  readonly families: readonly number[];
}

const BLOCK_BYTES = 512;
const MAGIC_START = [0x0a324655, 0x9e5d5157] as const;
const MAGIC_END = 0x0ab16f30;
const DATA_AT = 32;
const MAX_PAYLOAD = 476;
const FLAGS = { notMainFlash: 0x1, fileContainer: 0x1000, familyId: 0x2000 } as const;

/** The image; undefined for a file that does not begin with a block. */
export function readUf2(bytes: Uint8Array): Uf2Image | undefined {
  const reader = toReader(bytes, true);
  if (reader.u32(0) !== MAGIC_START[0] || reader.u32(4) !== MAGIC_START[1]) return undefined;
  const records: MemoryRecord[] = [];
  const problems: Malformed[] = [];
  const families = new Set<number>();
  let total = 0;
  const note = (problem: Malformed): void => {
    if (problems.length < MEMORY_LIMITS.problems) problems.push(problem);
  };
  for (let offset = 0; offset < bytes.length; offset += BLOCK_BYTES) {
    const block = readBlock(bytes, offset);
    if ('found' in block) {
      note(block);
      continue;
    }
    if (block.family !== undefined) families.add(block.family);
    total += block.record?.bytes.length ?? 0;
    if (total > MEMORY_LIMITS.bytes) break;
    if (block.record !== undefined && block.record.bytes.length > 0) records.push(block.record);
  }
  const count = reader.u32(24) ?? 0;
  const held = Math.floor(bytes.length / BLOCK_BYTES);
  if (count > held) note({ offset: bytes.length, expected: `${count} blocks`, found: `${held} up to the end of the file` });
  return { ...toMemoryImage(records, problems), families: [...families].sort((a, b) => a - b) };
}

interface Block {
  readonly family?: number;
  /** absent for blocks that are not for the main flash */
  readonly record?: MemoryRecord;
}

function readBlock(bytes: Uint8Array, offset: number): Block | Malformed {
  const reader = toReader(bytes, true);
  if (reader.u32(offset) !== MAGIC_START[0] || reader.u32(offset + 4) !== MAGIC_START[1] || reader.u32(offset + 508) !== MAGIC_END)
    return { offset, expected: 'a UF2 block', found: offset + BLOCK_BYTES > bytes.length ? 'the end of the file' : 'other bytes' };
  const [flags = 0, address = 0, payload = 0, family] = [8, 12, 16, 28].map((at) => reader.u32(offset + at));
  if (payload > MAX_PAYLOAD) return { offset: offset + 16, expected: `a payload of at most ${MAX_PAYLOAD}`, found: `${payload}` };
  const named = hasFlag(flags, FLAGS.familyId) && family !== undefined ? { family } : {};
  if (hasFlag(flags, FLAGS.notMainFlash) || hasFlag(flags, FLAGS.fileContainer)) return named;
  const start = offset + DATA_AT;
  return { ...named, record: { address, bytes: bytes.subarray(start, start + payload), fileOffset: offset } };
}

function hasFlag(flags: number, flag: number): boolean {
  return (flags & flag) !== 0;
}
