// The lines of a long text, decoded piece by piece: a file of fifty megabytes is never held as one string.

/** One line without its end. */
export interface ByteLine {
  readonly text: string;
  /** 1-based */
  readonly line: number;
  /** where it begins, in bytes */
  readonly offset: number;
}

const PIECE_BYTES = 1 << 18;
const LONGEST_LINE = 16_384;
const LF = 0x0a;

/** The lines in their order; one that is longer than 16,384 bytes is counted and passed over. */
export function* linesOf(bytes: Uint8Array): Generator<ByteLine> {
  const decoder = new TextDecoder();
  let line = 1;
  for (let start = 0; start < bytes.length; ) {
    const end = endOfPiece(bytes, start);
    // UTF-8 never holds 0x0A inside a character, so the text has the lines that the bytes have.
    const texts = decoder.decode(bytes.subarray(start, end)).split('\n');
    let offset = start;
    for (const text of texts.slice(0, bytes[end - 1] === LF ? -1 : undefined)) {
      const next = bytes.indexOf(LF, offset);
      if (text.length <= LONGEST_LINE) yield { text: text.endsWith('\r') ? text.slice(0, -1) : text, line, offset };
      line++;
      offset = next < 0 ? bytes.length : next + 1;
    }
    start = end;
  }
}

// After the last line end within a piece; a line that is longer than a piece is a piece of its own.
function endOfPiece(bytes: Uint8Array, start: number): number {
  if (start + PIECE_BYTES >= bytes.length) return bytes.length;
  const last = bytes.lastIndexOf(LF, start + PIECE_BYTES - 1);
  const end = last > start ? last : bytes.indexOf(LF, start + PIECE_BYTES);
  return end < 0 ? bytes.length : end + 1;
}
