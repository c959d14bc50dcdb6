// What a person reads in a terminal: results on stdout, everything else on stderr, and no control character of a scanned file in either.

import { writeSync } from 'node:fs';

// C0 but tab and newline, DEL, C1, and the bidirectional controls (Unicode TR 36, TR 9).
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Makes control and bidirectional characters visible as `\u{…}`. */
export function toPrintable(text: string): string {
  return text.replace(UNSAFE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** A result on stdout, whole even into a pipe; where the reader has gone (`| head`) the rest has no use. */
export function result(text: string): void {
  const bytes = Buffer.from(text.endsWith('\n') ? text : `${text}\n`);
  for (let offset = 0; offset < bytes.length; ) offset += writeSome(bytes, offset);
}

/** A note on stderr. */
export function note(text: string): void {
  process.stderr.write(`${toPrintable(text)}\n`);
}

/** An error as one line; the stack only where PQREADY_DEBUG asks for it. */
export function fail(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  note(`pqready: ${message}`);
  if (process.env['PQREADY_DEBUG'] !== undefined && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
}

/** Columns padded to the widest cell; the last column is left as it is. */
export function toTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, ...rows].map((row) => row.map(toPrintable));
  const widths = head.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => (column === head.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function writeSome(bytes: Uint8Array, offset: number): number {
  try {
    return writeSync(1, bytes, offset);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EAGAIN') return 0;
    if (code === 'EPIPE') return bytes.length - offset;
    throw error;
  }
}
