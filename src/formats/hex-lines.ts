// Lines of a mark and octets in hexadecimal, as Intel HEX and S-records are written.

/** One line. `octets` is undefined where what follows the mark is not whole octets in hexadecimal. */
export interface HexLine {
  /** place of the line in the file */
  readonly offset: number;
  /** first octet of the line */
  readonly mark: number;
  /** second octet of the line where `markLength` is 2 */
  readonly kind: number;
  readonly octets: Uint8Array | undefined;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
/** a record holds at most 255 octets and their frame */
const LONGEST_LINE = 600;

/** The lines that are not empty. `markLength` characters stand before the octets. */
export function* hexLinesOf(bytes: Uint8Array, markLength: 1 | 2 = 1): Generator<HexLine> {
  for (let start = 0; start < bytes.length; ) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const next = feed < 0 ? bytes.length : feed + 1;
    let end = feed < 0 ? bytes.length : feed;
    while (end > start && isBlank(bytes[end - 1])) end--;
    if (end > start) {
      const octets = end - start > LONGEST_LINE ? undefined : readOctets(bytes, start + markLength, end);
      yield { offset: start, mark: bytes[start] ?? 0, kind: bytes[start + 1] ?? 0, octets };
    }
    start = next;
  }
}

function isBlank(byte: number | undefined): boolean {
  return byte === CARRIAGE_RETURN || byte === 0x20 || byte === 0x09;
}

function readOctets(bytes: Uint8Array, start: number, end: number): Uint8Array | undefined {
  if (end <= start || (end - start) % 2 !== 0) return undefined;
  const octets = new Uint8Array((end - start) / 2);
  for (let index = 0; index < octets.length; index++) {
    const [high, low] = [digitOf(bytes[start + 2 * index]), digitOf(bytes[start + 2 * index + 1])];
    if (high === undefined || low === undefined) return undefined;
    octets[index] = high * 16 + low;
  }
  return octets;
}

function digitOf(byte = 0): number | undefined {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : undefined;
}
