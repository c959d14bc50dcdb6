// Cpio archives of the formats `newc` and `crc`, as initramfs images and SWUpdate use them. Linux documentation, "initramfs buffer format".

import { afford, type Budget, type Member, type Opened, overBudget, type Refusal } from './container.ts';

const HEADER_BYTES = 110;
const MAGICS: ReadonlySet<string> = new Set(['070701', '070702']);
const TRAILER = 'TRAILER!!!';
const FILE_TYPE_MASK = 0o170000;
const REGULAR = 0o100000;
const LINK = 0o120000;
const MAX_ENTRIES = 400_000;
const LONGEST_NAME = 4096;

/** The regular files of an archive; several archives may follow one another. */
export function openCpio(bytes: Uint8Array, budget: Budget): Opened {
  const members: Member[] = [];
  const refusals: Refusal[] = [];
  let [at, ended] = [0, false];
  for (let count = 0; count < MAX_ENTRIES; count++) {
    const entry = readEntry(bytes, at);
    if (entry === undefined) break;
    at = entry.end;
    if (entry.path === TRAILER) {
      ended = true;
      const next = skipPadding(bytes, at);
      if (readEntry(bytes, next) === undefined) break;
      at = next;
      continue;
    }
    ended = false;
    const type = entry.mode & FILE_TYPE_MASK;
    if (type === LINK) refusals.push({ path: entry.path, reason: 'unsupported', detail: 'link inside an archive, not followed', bytes: 0 });
    if (type !== REGULAR) continue;
    if (afford(budget, entry.content.length)) members.push({ path: entry.path, bytes: entry.content });
    else refusals.push(overBudget(entry.content.length, entry.path));
  }
  if (!ended)
    refusals.push({
      reason: 'malformed',
      detail: 'cpio: expected a header or the trailer, found neither: what followed is not known',
      bytes: bytes.length - at,
    });
  return { members, refusals };
}

interface Entry {
  readonly path: string;
  readonly mode: number;
  readonly content: Uint8Array;
  readonly end: number;
}

// Thirteen fields of eight hexadecimal digits; name and content are each padded to four octets.
function readEntry(bytes: Uint8Array, at: number): Entry | undefined {
  const header = new TextDecoder('latin1').decode(bytes.subarray(at, at + HEADER_BYTES));
  if (header.length < HEADER_BYTES || !MAGICS.has(header.slice(0, 6)) || !/^[0-9A-Fa-f]+$/.test(header)) return undefined;
  const field = (index: number): number => Number.parseInt(header.slice(6 + 8 * index, 14 + 8 * index), 16);
  const [mode, size, nameBytes] = [field(1), field(6), field(11)];
  if (nameBytes < 1 || nameBytes > LONGEST_NAME) return undefined;
  const nameAt = at + HEADER_BYTES;
  const start = align(nameAt + nameBytes);
  if (start + size > bytes.length) return undefined;
  const path = new TextDecoder().decode(bytes.subarray(nameAt, nameAt + nameBytes - 1));
  return { path, mode, content: bytes.subarray(start, start + size), end: align(start + size) };
}

function skipPadding(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] === 0) at++;
  return at;
}

function align(offset: number): number {
  return Math.ceil(offset / 4) * 4;
}
