// Motorola S-records: S1, S2, S3 data with addresses of 16, 24 and 32 bits; S0 header, S5/S6 counts, S7 to S9 start addresses.
// Motorola M68000 Family Programmer's Reference Manual, appendix C.

import type { Malformed } from './der.ts';
import { type HexLine, hexLinesOf } from './hex-lines.ts';
import { MEMORY_LIMITS, type MemoryImage, type MemoryRecord, toMemoryImage } from './memory-image.ts';

const LETTER_S = 0x53;
/** octets of address by record type; absent: the record holds no data for memory */
const ADDRESS_BYTES: ReadonlyMap<number, number> = new Map([
  [1, 2],
  [2, 3],
  [3, 4],
]);

const CHECKSUM = 'the checksum of the record';

/** The image of a file of records; undefined for a file that does not begin with one. */
export function readSRecords(bytes: Uint8Array): MemoryImage | undefined {
  const records: MemoryRecord[] = [];
  const problems: Malformed[] = [];
  let [total, begun, ended] = [0, false, false];
  const note = (problem: Malformed): void => {
    if (problems.length < MEMORY_LIMITS.problems) problems.push(problem);
  };
  for (const line of hexLinesOf(bytes, 2)) {
    const record =
      line.mark === LETTER_S ? readRecord(line) : { offset: line.offset, expected: 'a record that begins with S', found: 'another line' };
    if ('found' in record) {
      // A first record that is one but for its checksum is a damaged file, not another kind of file.
      if (!begun && record.expected !== CHECKSUM) return undefined;
      begun = true;
      note(record);
      continue;
    }
    begun = true;
    if (record.type >= 7) ended = true;
    if (record.data === undefined) continue;
    total += record.data.length;
    if (total > MEMORY_LIMITS.bytes || records.length >= MEMORY_LIMITS.records) {
      note({ offset: line.offset, expected: `at most ${MEMORY_LIMITS.bytes} bytes of data`, found: 'more' });
      break;
    }
    if (record.data.length > 0) records.push({ address: record.address, bytes: record.data, fileOffset: line.offset });
  }
  if (!begun) return undefined;
  if (!ended) note({ offset: bytes.length, expected: 'a termination record (S7, S8 or S9)', found: 'the end of the file' });
  return toMemoryImage(records, problems);
}

interface Record {
  readonly type: number;
  readonly address: number;
  /** absent for records that hold none for memory */
  readonly data?: Uint8Array;
}

// Count of the octets that follow, address, data, and the ones' complement of the sum.
function readRecord({ octets, kind, offset }: HexLine): Record | Malformed {
  const type = kind - 0x30;
  if (type < 0 || type > 9 || type === 4) return { offset, expected: 'a record type of 0 to 9', found: 'another' };
  if (octets === undefined || octets.length < 4) return { offset, expected: 'whole octets in hexadecimal', found: 'a line that is none' };
  const [count = 0] = octets;
  if (octets.length !== count + 1) return { offset, expected: `a record of ${count} octets`, found: `${octets.length - 1}` };
  if (octets.reduce((total, octet) => total + octet, 0) % 256 !== 255) return { offset, expected: CHECKSUM, found: 'another' };
  const addressBytes = ADDRESS_BYTES.get(type);
  if (addressBytes === undefined) return { type, address: 0 };
  if (count < addressBytes + 1) return { offset, expected: `an address of ${addressBytes} octets`, found: `${count - 1}` };
  const address = octets.subarray(1, 1 + addressBytes).reduce((value, octet) => value * 256 + octet, 0);
  return { type, address, data: octets.subarray(1 + addressBytes, count) };
}
