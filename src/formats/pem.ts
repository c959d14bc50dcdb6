// Textual encodings of keys and certificates: RFC 7468, and the encapsulated headers of RFC 1421 that OpenSSL still writes. Blocks may
// stand alone, many in a file, between other text, indented, behind comment signs, or inside the string literals of a program.

import { readBase64 } from './base64.ts';
import { readLiteral } from './pem-literal.ts';

/** One block whose base64 could be read. */
export interface PemBlock {
  /** `CERTIFICATE` of `-----BEGIN CERTIFICATE-----` */
  readonly label: string;
  /** byte range from the first dash of BEGIN to the last of END */
  readonly offset: number;
  readonly length: number;
  /** RFC 1421 headers, `DEK-Info` and its like */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
  /** the block stood in string literals and was put together from them */
  readonly literal: boolean;
}

/** A BEGIN line without a block that could be read. */
export interface PemProblem {
  readonly label: string;
  readonly offset: number;
  readonly length: number;
  readonly expected: string;
  readonly found: string;
}

/** Blocks and problems, each in the order of the file. */
export interface PemFile {
  readonly blocks: readonly PemBlock[];
  readonly problems: readonly PemProblem[];
}

const BEGIN = '-----BEGIN ';
const END = '-----END ';
const DASHES = '-----';
const MAX_LABEL = 64;
const MAX_BLOCKS = 20_000;

/** Reads every block of a file. Linear in the bytes whatever they hold. */
export function readPem(bytes: Uint8Array): PemFile {
  const text = toLatin1(bytes);
  const blocks: PemBlock[] = [];
  const problems: PemProblem[] = [];
  let end = -1;
  for (let begin = text.indexOf(BEGIN); begin >= 0; ) {
    if (blocks.length + problems.length >= MAX_BLOCKS) {
      problems.push({ label: '', offset: begin, length: text.length - begin, expected: `at most ${MAX_BLOCKS} blocks`, found: 'more' });
      break;
    }
    const next = text.indexOf(BEGIN, begin + BEGIN.length);
    const label = readLabel(text, begin + BEGIN.length);
    if (label !== undefined) {
      // The search for END never goes back, so a file of BEGIN lines costs one pass.
      if (end < begin && end !== text.length) end = orEnd(text, text.indexOf(END, begin));
      const block = readBlock({ text, label, begin, end, limit: next < 0 ? text.length : next });
      if ('body' in block) blocks.push(block);
      else problems.push(block);
    }
    begin = next;
  }
  return { blocks, problems };
}

/** One character a byte, so that places in the text are places in the file. */
function toLatin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

function orEnd(text: string, index: number): number {
  return index < 0 ? text.length : index;
}

function readLabel(text: string, start: number): string | undefined {
  const window = text.slice(start, start + MAX_LABEL + DASHES.length);
  const dashes = window.indexOf(DASHES);
  const label = window.slice(0, Math.max(dashes, 0));
  return /^[A-Z0-9][A-Za-z0-9 .#]*$/.test(label) ? label : undefined;
}

interface Found {
  readonly text: string;
  readonly label: string;
  readonly begin: number;
  readonly end: number;
  readonly limit: number;
}

function readBlock({ text, label, begin, end, limit }: Found): PemBlock | PemProblem {
  const start = begin + BEGIN.length + label.length + DASHES.length;
  const problem = { label, offset: begin, length: start - begin };
  if (end >= limit) {
    const found = limit === text.length ? 'the end of the file' : 'another BEGIN line';
    return { ...problem, expected: `-----END ${label}-----`, found };
  }
  if (!text.startsWith(label + DASHES, end + END.length)) {
    return { ...problem, length: end - begin, expected: `-----END ${label}-----`, found: 'an END line with another label' };
  }
  const raw = text.slice(start, end);
  const literal = isLiteral(raw);
  const { headers, body } = splitHeaders(literal ? readLiteral(raw, text[begin - 1]) : stripMargin(raw));
  const bytes = readBase64(label.startsWith('PGP ') ? withoutChecksum(body) : body);
  if (typeof bytes === 'number') {
    return { ...problem, length: end - begin, expected: 'base64 of whole octets', found: `${body.length} characters that are not` };
  }
  return { label, offset: begin, length: end + END.length + label.length + DASHES.length - begin, headers, body: bytes, literal };
}

// RFC 9580 section 6.1: a line of its own at the end, a sign and four characters.
function withoutChecksum(body: string): string {
  const at = body.lastIndexOf('\n=');
  return at >= 0 && /^\n=[A-Za-z0-9+/]{4}\s*$/.test(body.slice(at, at + 40)) ? body.slice(0, at) : body;
}

// No base64 line and no RFC 1421 header of a key holds a quotation mark or a backslash.
function isLiteral(raw: string): boolean {
  return /["'`\\]/.test(raw);
}

/** Takes comment signs away; `+` and `/` may begin a base64 line, so `//` goes only where white space follows. Indentation may stay. */
function stripMargin(raw: string): string {
  if (!/[#*;>]|--|\/\/[ \t]/.test(raw)) return raw;
  return raw.replace(/^[ \t]*(?:\/\/+|[#*;>]+|--)[ \t]+/gm, '');
}

const HEADER = /[ \t]*([A-Za-z][A-Za-z0-9-]{0,63}):[ \t]*([^\r\n]*)(?:\r\n|\r|\n|$)/y;

function splitHeaders(text: string): { readonly headers: ReadonlyMap<string, string>; readonly body: string } {
  const headers = new Map<string, string>();
  let at = text.search(/\S/);
  for (; at >= 0; at = HEADER.lastIndex) {
    HEADER.lastIndex = at;
    const match = HEADER.exec(text);
    if (match === null) break;
    headers.set(match[1] ?? '', (match[2] ?? '').trim());
  }
  return { headers, body: text.slice(Math.max(at, 0)) };
}
