// Tar archives: ustar and pax headers of POSIX.1-2001, long names of GNU tar. Only regular files are given.

import { afford, type Budget, type Member, type Opened, overBudget, type Refusal } from './container.ts';

const BLOCK_BYTES = 512;
const FILE_TYPES: ReadonlySet<string> = new Set(['0', '\0', '7']);
const LINK_TYPES: ReadonlySet<string> = new Set(['1', '2']);
const MAX_HEADERS = 400_000;
const LONGEST_NAME = 65_536;

/** The files of an archive. */
export function openTar(bytes: Uint8Array, budget: Budget): Opened {
  const members: Member[] = [];
  const refusals: Refusal[] = [];
  let named: string | undefined;
  let [at, ended] = [0, false];
  for (let count = 0; at + BLOCK_BYTES <= bytes.length && count < MAX_HEADERS; count++) {
    const header = readHeader(bytes, at);
    if (header === 'end') {
      ended = true;
      break;
    }
    if (header === undefined) break;
    const start = at + BLOCK_BYTES;
    if (start + header.size > bytes.length) break;
    const content = bytes.subarray(start, start + header.size);
    at = start + Math.ceil(header.size / BLOCK_BYTES) * BLOCK_BYTES;
    if (header.type === 'L') named = readText(content.subarray(0, LONGEST_NAME));
    else if (header.type === 'x') named = readPaxPath(content.subarray(0, LONGEST_NAME)) ?? named;
    else if (header.type !== 'g') {
      const path = named ?? header.path;
      named = undefined;
      if (FILE_TYPES.has(header.type)) {
        if (afford(budget, header.size)) members.push({ path, bytes: content });
        else refusals.push(overBudget(header.size, path));
      } else if (LINK_TYPES.has(header.type))
        refusals.push({ path, reason: 'unsupported', detail: 'link inside an archive, not followed', bytes: 0 });
    }
  }
  if (!ended)
    refusals.push({
      reason: 'malformed',
      detail: 'tar: expected a header or the end marker, found neither: what followed is not known',
      bytes: bytes.length - at,
    });
  return { members, refusals };
}

interface Header {
  readonly path: string;
  readonly type: string;
  readonly size: number;
}

function readHeader(bytes: Uint8Array, at: number): Header | 'end' | undefined {
  const block = bytes.subarray(at, at + BLOCK_BYTES);
  if (block.every((byte) => byte === 0)) return 'end';
  const size = readNumber(block.subarray(124, 136));
  if (readNumber(block.subarray(148, 156)) !== sumOf(block) || size === undefined) return undefined;
  const prefix = block[257] === 0x75 && block[263] === 0x30 ? readText(block.subarray(345, 500)) : '';
  const name = readText(block.subarray(0, 100));
  return { path: prefix === '' ? name : `${prefix}/${name}`, type: String.fromCharCode(block[156] ?? 0), size };
}

// The checksum counts its own field as spaces.
function sumOf(block: Uint8Array): number {
  return block.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 0x20 : byte), 0);
}

// Octal digits, or base 256 where the first bit is set (GNU, star).
function readNumber(field: Uint8Array): number | undefined {
  const [first = 0] = field;
  if (first >= 0x80) {
    const value = field.subarray(1).reduce((sum, byte) => sum * 256 + byte, first & 0x7f);
    return Number.isSafeInteger(value) ? value : undefined;
  }
  const [, digits] = /^ *([0-7]+)[ \0]*/.exec(new TextDecoder('latin1').decode(field)) ?? [];
  return digits === undefined ? undefined : Number.parseInt(digits, 8);
}

function readText(field: Uint8Array): string {
  const nul = field.indexOf(0);
  return new TextDecoder().decode(nul < 0 ? field : field.subarray(0, nul));
}

// Records of "<length> <key>=<value>\n".
function readPaxPath(content: Uint8Array): string | undefined {
  const records = new TextDecoder().decode(content).split('\n');
  const found = records.map((record) => /^\d{1,8} path=(.*)$/.exec(record)?.[1]).findLast((path) => path !== undefined);
  return found;
}
