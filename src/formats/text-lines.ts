// A text as lines, each with its place in the bytes it was decoded from. Lines end in LF or CR LF.

import type { TextLocation } from '../model/evidence.ts';

/** The lines of one file and where they stand. */
export interface TextLines {
  /** without their line ends */
  readonly lines: readonly string[];
  /** the place of a 1-based line and a 0-based index of a character in it */
  readonly locate: (line: number, index?: number) => Omit<TextLocation, 'path'>;
  /** 1-based line and 0-based index of a character of the whole text */
  readonly placeOf: (textIndex: number) => { readonly line: number; readonly index: number };
}

/** Splits a decoded text. `bytes` is the file: offsets are exact wherever the line itself is valid UTF-8. */
export function toTextLines(text: string, bytes: Uint8Array): TextLines {
  const raw = text.split('\n');
  const starts = lineStarts(raw);
  const byteStarts = byteLineStarts(bytes, raw);
  const lines = raw.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  const locate = (line: number, index = 0): Omit<TextLocation, 'path'> => {
    const before = utf8Length((lines[line - 1] ?? '').slice(0, index));
    return { at: 'text', line, column: before + 1, offset: (byteStarts[line - 1] ?? 0) + before };
  };
  const placeOf = (textIndex: number): { line: number; index: number } => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= textIndex) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, index: textIndex - (starts[low] ?? 0) };
  };
  return { lines, locate, placeOf };
}

function lineStarts(raw: readonly string[]): readonly number[] {
  let start = 0;
  return raw.map((line) => {
    const own = start;
    start += line.length + 1;
    return own;
  });
}

// UTF-8 never holds 0x0A inside a character, valid or not, so the bytes have the lines that the text has; UTF-16 does not keep to that.
function byteLineStarts(bytes: Uint8Array, raw: readonly string[]): readonly number[] {
  const starts = [bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0];
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) starts.push(at + 1);
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return utf16 || starts.length !== raw.length ? lineStarts(raw) : starts;
}

function utf8Length(text: string): number {
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}
