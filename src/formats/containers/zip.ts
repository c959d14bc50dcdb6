// Zip archives: central directory, stored and deflated members. PKWARE APPNOTE 6.3 sections 4.3.12, 4.3.16, 4.4.4 and 4.4.5.

import { crc32, inflateRawSync } from 'node:zlib';
import { toReader } from '../byte-reader.ts';
import { afford, type Budget, type Member, type Opened, overBudget, type Refusal } from './container.ts';

const END_MAGIC = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const ENTRY_MAGIC = 0x02014b50;
const LOCAL_MAGIC = 0x04034b50;
const METHODS = { stored: 0, deflated: 8 } as const;
const ENCRYPTED = 1;
const ZIP64 = 0xffffffff;

/** The files of an archive. */
export function openZip(bytes: Uint8Array, budget: Budget): Opened {
  const reader = toReader(bytes, true);
  const end = findEnd(bytes);
  if (end === undefined) return whole('malformed', 'zip: expected an end of central directory, found none', bytes.length);
  const [count = 0, start = 0] = [reader.u16(end + 10), reader.u32(end + 16)];
  const members: Member[] = [];
  const refusals: Refusal[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    const entry = readEntry(bytes, at);
    if (entry === undefined) {
      refusals.push({ reason: 'malformed', detail: `zip: expected ${count} entries in the central directory, found ${index}`, bytes: 0 });
      break;
    }
    at = entry.next;
    if (entry.path.endsWith('/')) continue;
    const content = readContent(bytes, entry, budget);
    if ('reason' in content) refusals.push(content);
    else members.push(content);
  }
  return { members, refusals };
}

function whole(reason: Refusal['reason'], detail: string, bytes: number): Opened {
  return { members: [], refusals: [{ reason, detail, bytes }] };
}

function findEnd(bytes: Uint8Array): number | undefined {
  const reader = toReader(bytes, true);
  const lowest = Math.max(0, bytes.length - END_BYTES - LONGEST_COMMENT);
  for (let at = bytes.length - END_BYTES; at >= lowest; at--) {
    if (reader.u32(at) === END_MAGIC) return at;
  }
  return undefined;
}

interface Entry {
  readonly path: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly local: number;
  readonly next: number;
}

function readEntry(bytes: Uint8Array, at: number): Entry | undefined {
  const reader = toReader(bytes, true);
  if (reader.u32(at) !== ENTRY_MAGIC || reader.u32(at + 42) === undefined) return undefined;
  const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map((field) => reader.u16(at + field));
  const nameAt = at + 46;
  if (nameAt + name > bytes.length) return undefined;
  return {
    path: new TextDecoder().decode(bytes.subarray(nameAt, nameAt + name)),
    flags: reader.u16(at + 8) ?? 0,
    method: reader.u16(at + 10) ?? 0,
    crc: reader.u32(at + 16) ?? 0,
    packedBytes: reader.u32(at + 20) ?? 0,
    bytes: reader.u32(at + 24) ?? 0,
    local: reader.u32(at + 42) ?? 0,
    next: nameAt + name + extra + comment,
  };
}

function readContent(archive: Uint8Array, entry: Entry, budget: Budget): Member | Refusal {
  const { path, method, flags, bytes, packedBytes, local } = entry;
  const refuse = (reason: Refusal['reason'], detail: string): Refusal => ({ path, reason, detail, bytes });
  if ((flags & ENCRYPTED) !== 0) return refuse('encrypted', `${bytes} bytes of zip member are encrypted`);
  if (bytes === ZIP64 || packedBytes === ZIP64 || local === ZIP64) return refuse('unsupported', 'zip64 sizes are not read');
  if (method !== METHODS.stored && method !== METHODS.deflated)
    return refuse('unsupported', `${bytes} bytes compressed by zip method ${method}: not decoded`);
  const reader = toReader(archive, true);
  const start = local + 30 + (reader.u16(local + 26) ?? 0) + (reader.u16(local + 28) ?? 0);
  if (reader.u32(local) !== LOCAL_MAGIC || start + packedBytes > archive.length)
    return refuse('malformed', 'zip: expected a local header and its data, found none');
  if (!afford(budget, bytes)) return overBudget(bytes, path);
  const packed = archive.subarray(start, start + packedBytes);
  const content = method === METHODS.stored ? packed : inflate(packed, bytes);
  if (content === undefined || content.length !== bytes || crc32(content) !== entry.crc)
    return refuse('malformed', `zip: expected ${bytes} bytes with the CRC-32 of the directory, found others`);
  return { path, bytes: content };
}

// The directory states the size: a member that unpacks to more is refused when it has given one octet too many.
function inflate(packed: Uint8Array, bytes: number): Uint8Array | undefined {
  try {
    return new Uint8Array(inflateRawSync(packed, { maxOutputLength: Math.max(1, bytes) }));
  } catch {
    return undefined;
  }
}
