// Intel HEX: ASCII records of a checksum each, with segment or linear base addresses. Intel, "Hexadecimal Object File Format
// Specification", revision A, 1988.

import type { Malformed } from './der.ts';
import { type HexLine, hexLinesOf } from './hex-lines.ts';
import { MEMORY_LIMITS, type MemoryImage, type MemoryRecord, toMemoryImage } from './memory-image.ts';

const COLON = 0x3a;
const DATA = 0x00;
const END = 0x01;
const SEGMENT_BASE = 0x02;
const LINEAR_BASE = 0x04;
/** start addresses carry no content */
const STARTS: readonly number[] = [0x03, 0x05];

const CHECKSUM = 'the checksum of the record';

/** The image of a file of records; undefined for a file that does not begin with one. */
export function readIntelHex(bytes: Uint8Array): MemoryImage | undefined {
  const records: MemoryRecord[] = [];
  const problems: Malformed[] = [];
  let [base, total, ended, begun] = [0, 0, false, false];
  const note = (problem: Malformed): void => {
    if (problems.length < MEMORY_LIMITS.problems) problems.push(problem);
  };
  for (const line of hexLinesOf(bytes)) {
    const record =
      line.mark === COLON
        ? readRecord(line)
        : { offset: line.offset, expected: 'a record that begins with a colon', found: 'another line' };
    if ('found' in record) {
      // A first record that is one but for its checksum is a damaged file, not another kind of file.
      if (!begun && record.expected !== CHECKSUM) return undefined;
      begun = true;
      note(record);
      continue;
    }
    begun = true;
    if (record.type === END) {
      ended = true;
      break;
    }
    if (record.type === SEGMENT_BASE || record.type === LINEAR_BASE) base = toBase(record);
    else if (record.type === DATA) {
      total += record.data.length;
      if (total > MEMORY_LIMITS.bytes || records.length >= MEMORY_LIMITS.records) {
        note({ offset: line.offset, expected: `at most ${MEMORY_LIMITS.bytes} bytes of data`, found: 'more' });
        break;
      }
      if (record.data.length > 0) records.push({ address: base + record.address, bytes: record.data, fileOffset: line.offset });
    } else if (!STARTS.includes(record.type)) note({ offset: line.offset, expected: 'a record type of 0 to 5', found: `${record.type}` });
  }
  if (!begun) return undefined;
  if (!ended) note({ offset: bytes.length, expected: 'an end-of-file record', found: 'the end of the file' });
  return toMemoryImage(records, problems);
}

interface Record {
  readonly type: number;
  readonly address: number;
  readonly data: Uint8Array;
}

// Length, address, type, data, and a checksum that makes the sum of all octets a multiple of 256.
function readRecord({ octets, offset }: HexLine): Record | Malformed {
  if (octets === undefined || octets.length < 5) return { offset, expected: 'whole octets in hexadecimal', found: 'a line that is none' };
  const [length = 0, high = 0, low = 0, type = 0] = octets;
  if (octets.length !== length + 5) return { offset, expected: `a record of ${length} data octets`, found: `${octets.length - 5}` };
  const sum = octets.reduce((total, octet) => total + octet, 0) % 256;
  if (sum !== 0) return { offset, expected: CHECKSUM, found: 'another' };
  return { type, address: high * 256 + low, data: octets.subarray(4, 4 + length) };
}

function toBase({ type, data }: Record): number {
  const value = (data[0] ?? 0) * 256 + (data[1] ?? 0);
  return type === LINEAR_BASE ? value * 65_536 : value * 16;
}
