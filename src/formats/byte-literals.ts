// Octets that a program or a table writes as text: arrays (`0x30, 0x82, …` of C, Rust, Go and xxd), escapes (`"\x30\x82…"`), and base64 in one
// piece. Only what may be a certificate, a key or PEM is looked at: a DER SEQUENCE (0x30), or the dashes of a BEGIN line.

import { readBase64 } from './base64.ts';

/** Octets and where they stand. */
export interface WrittenBytes {
  /** index of the first character, and how many characters they take */
  readonly offset: number;
  readonly length: number;
  readonly bytes: Uint8Array;
  /** an array of numbers, escapes in a string, or base64 */
  readonly form: 'array' | 'escapes' | 'base64';
}

const LEAST_BYTES = 32;
const MAX_BYTES = 1_000_000;
const MAX_FOUND = 5_000;
// The first octet, then one more: a SEQUENCE with its length, or two dashes.
const ARRAY_START = /0x30[uU]?\s{0,20},\s{0,20}(?:\/\*[^*]{0,200}\*\/\s{0,20})?0x[0-9a-f]{2}|0x2d[uU]?\s{0,20},\s{0,20}0x2d/gi;
const ARRAY_ITEM =
  /0x([0-9a-f]{1,2})[uU]?(?:\s{0,80}(?:\/\/[^\n]{0,400}\n|\/\*[^*]{0,400}\*\/|#[^\n]{0,400}\n)?\s{0,80},)?\s{0,80}(?:(?:\/\/[^\n]{0,400}\n|\/\*[^*]{0,400}\*\/)\s{0,80}){0,4}/iy;
const ESCAPE_START = /\\x30\\x[0-9a-f]{2}|\\x2d\\x2d/gi;
const ESCAPE_ITEM = /\\x([0-9a-f]{2})(?:["']\s{0,80}\\?\s{0,80}[bB]?["'])?/iy;
/** 0x30 and the next four bits are `M` and a letter from A to P; `LS0tLS1` are five dashes. */
const BASE64 = /(?:M[A-P]|LS0tLS1)[A-Za-z0-9+/]{40,}={0,2}/g;

/** Everything that stands in a text so. Linear: no character is read as part of two. One character must stand for one octet of the file. */
export function findByteLiterals(text: string): readonly WrittenBytes[] {
  return [
    ...(/0x(?:30|2d)/i.test(text) ? findRuns(text, { start: ARRAY_START, item: ARRAY_ITEM, form: 'array' }) : []),
    ...(/\\x(?:30|2d)/i.test(text) ? findRuns(text, { start: ESCAPE_START, item: ESCAPE_ITEM, form: 'escapes' }) : []),
    ...findBase64(text),
  ].slice(0, MAX_FOUND);
}

interface Run {
  readonly start: RegExp;
  readonly item: RegExp;
  readonly form: 'array' | 'escapes';
}

function findRuns(text: string, { start, item, form }: Run): readonly WrittenBytes[] {
  const found: WrittenBytes[] = [];
  start.lastIndex = 0;
  for (let match = start.exec(text); match !== null && found.length < MAX_FOUND; match = start.exec(text)) {
    const offset = match.index;
    const { bytes, end } = readRun(text, offset, item);
    // Inside an array whose beginning is something else, a later 0x30 begins nothing.
    if (bytes.length >= LEAST_BYTES && !isContinued(text, offset)) found.push({ offset, length: end - offset, bytes, form });
    start.lastIndex = Math.max(end, offset + 1);
  }
  return found;
}

function readRun(text: string, offset: number, item: RegExp): { readonly bytes: Uint8Array; readonly end: number } {
  const octets: number[] = [];
  let end = offset;
  while (octets.length < MAX_BYTES) {
    item.lastIndex = end;
    const match = item.exec(text);
    if (match === null) break;
    octets.push(Number.parseInt(match[1] ?? '', 16));
    end = item.lastIndex;
  }
  return { bytes: Uint8Array.from(octets), end };
}

function isContinued(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - 120), offset).trimEnd();
  return before.endsWith(',') || /\\x[0-9a-f]{2}$/i.test(before);
}

function findBase64(text: string): readonly WrittenBytes[] {
  const found: WrittenBytes[] = [];
  BASE64.lastIndex = 0;
  for (let match = BASE64.exec(text); match !== null && found.length < MAX_FOUND; match = BASE64.exec(text)) {
    const [written] = match;
    // In the middle of a longer word it is the end of something else.
    if (/[A-Za-z0-9+/=_-]/.test(text[match.index - 1] ?? ' ')) continue;
    const bytes = readBase64(written);
    if (typeof bytes !== 'number') found.push({ offset: match.index, length: written.length, bytes, form: 'base64' });
  }
  return found;
}
