// From places in decoded text to lines, columns and byte offsets of the file. Lines are counted in both, so a byte that is not valid in the
// file's encoding can shift nothing beyond its own line.

import type { TextLocation } from '../../model/evidence.ts';

/** Finds places of one file. */
export interface Positions {
  readonly lineAt: (index: number) => number;
  readonly locate: (index: number) => TextLocation;
}

/** Positions in `text` as decoded from `bytes`. */
export function toPositions(path: string, text: string, bytes: Uint8Array): Positions {
  const starts = lineStarts(text);
  const toOffset = offsetsOf(text, bytes, starts);
  return {
    lineAt: (index) => lineOf(starts, index) + 1,
    locate: (index) => {
      const line = lineOf(starts, index);
      return {
        at: 'text',
        path,
        line: line + 1,
        column: index - (starts[line] ?? 0) + 1,
        offset: Math.min(toOffset(index, line), bytes.length),
      };
    },
  };
}

/** From an index to a byte offset. Where text and bytes are of one length, every character is one byte. */
function offsetsOf(text: string, bytes: Uint8Array, starts: readonly number[]): (index: number, line: number) => number {
  if (text.length === bytes.length) return (index) => index;
  const byteStarts = lineStartsOfBytes(bytes);
  const wide = isUtf16(bytes);
  let known = { line: -1, index: 0, offset: 0 }; // long lines are counted on from the last place asked for
  return (index, line) => {
    const isOn = known.line === line && known.index <= index;
    const from = isOn ? known : { line, index: starts[line] ?? 0, offset: byteStarts[line] ?? 0 };
    const length = wide ? 2 * (index - from.index) : bytesOf(text.slice(from.index, index));
    known = { line, index, offset: from.offset + length };
    return known.offset;
  };
}

/** Where the lines of a text begin. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

const LINE_FEED = 0x0a;

function lineStartsOfBytes(bytes: Uint8Array): readonly number[] {
  const wide = isUtf16(bytes);
  const starts = [wide ? 2 : bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0];
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) {
    if (!wide) starts.push(at + 1);
    else if (bytes[at ^ 1] === 0) starts.push((at | 1) + 1);
  }
  return starts;
}

function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function bytesOf(text: string): number {
  let count = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    count += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return count;
}

/** The line of a place, from 0. */
export function lineOf(starts: readonly number[], index: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}
