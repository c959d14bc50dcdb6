// One pass over the bytes for every pattern, and what the hits turn out to be: a whole table, enough words near one another, a version, an
// identifier, a structure with a sound body. A hit alone says nothing.

import { isMalformed } from '../../formats/der.ts';
import { type PemBlock, readPem } from '../../formats/pem.ts';
import { type PkiObject, readPki } from '../../formats/pki.ts';
import type { ConstantTable, Encoding, ScatteredWords } from '../../knowledge/constants.ts';
import type { OidRow } from '../../knowledge/identifiers.ts';
import type { VersionMarker } from '../../knowledge/library-versions.ts';
import { imagePatterns, type Meaning } from './patterns.ts';

/** What was found, at its first place. Offsets are in the bytes that were searched. */
export interface Found {
  readonly tables: readonly { readonly table: ConstantTable; readonly encoding: Encoding; readonly offset: number }[];
  readonly words: readonly { readonly group: ScatteredWords; readonly offset: number; readonly length: number }[];
  readonly oids: readonly { readonly row: OidRow; readonly offset: number }[];
  readonly versions: readonly { readonly marker: VersionMarker; readonly version: string; readonly offset: number }[];
  readonly pems: readonly { readonly block: PemBlock; readonly offset: number }[];
  readonly structures: readonly { readonly object: PkiObject; readonly offset: number; readonly length: number }[];
  /** false where a bound ended the search for keys and certificates before the end */
  readonly whole: boolean;
}

const LIMITS = { structures: 4000, structureBytes: 16_384, pems: 4000, pemBytes: 32_768, wordHits: 20_000, version: 120 } as const;

interface Search {
  readonly bytes: Uint8Array;
  readonly tables: Map<string, Found['tables'][number]>;
  readonly words: Map<string, Found['words'][number]>;
  readonly tracks: Map<ScatteredWords, Track>;
  readonly oids: Map<string, Found['oids'][number]>;
  readonly versions: Map<string, Found['versions'][number]>;
  readonly pems: { block: PemBlock; offset: number }[];
  readonly structures: { object: PkiObject; offset: number; length: number }[];
  readonly left: { structures: number; pems: number };
  /** end of the last PEM block or structure: what is inside is not looked at again */
  taken: number;
}

interface Track {
  /** where each word was met last, plus one; 0 is never */
  readonly last: Float64Array;
  hits: number;
}

/** Searches an image. Linear in the bytes whatever they hold. */
export function findInBytes(bytes: Uint8Array): Found {
  const search: Search = {
    bytes,
    tables: new Map(),
    words: new Map(),
    tracks: new Map(),
    oids: new Map(),
    versions: new Map(),
    pems: [],
    structures: [],
    left: { structures: LIMITS.structures, pems: LIMITS.pems },
    taken: 0,
  };
  const { search: each, meanings } = imagePatterns();
  each(bytes, (pattern, offset) => {
    for (const meaning of meanings[pattern] ?? []) take(search, meaning, offset);
  });
  return {
    tables: [...search.tables.values()],
    words: [...search.words.values()],
    oids: [...search.oids.values()],
    versions: [...search.versions.values()],
    pems: search.pems,
    structures: search.structures,
    whole: search.left.structures > 0 && search.left.pems > 0,
  };
}

function take(search: Search, meaning: Meaning, offset: number): void {
  switch (meaning.is) {
    case 'table':
      takeTable(search, meaning, offset - meaning.at);
      break;
    case 'word':
      takeWord(search, meaning.group, { index: meaning.index, offset });
      break;
    case 'oid':
      takeAround(search, offset);
      if (offset >= search.taken && !search.oids.has(meaning.row.oid)) search.oids.set(meaning.row.oid, { row: meaning.row, offset });
      break;
    case 'version':
      takeVersion(search, meaning.marker, offset);
      break;
    case 'pem':
      takePem(search, offset);
      break;
    case 'der':
      takeStructure(
        search,
        meaning.before.map((distance) => offset - distance),
      );
  }
}

function takeTable({ bytes, tables }: Search, { table, encoding }: Meaning & { readonly is: 'table' }, offset: number): void {
  if (tables.has(table.name) || offset < 0 || offset + encoding.bytes.length > bytes.length) return;
  for (let index = 0; index < encoding.bytes.length; index++) {
    if (bytes[offset + index] !== encoding.bytes[index]) return;
  }
  tables.set(table.name, { table, encoding, offset });
}

function takeWord(search: Search, group: ScatteredWords, { index, offset }: { readonly index: number; readonly offset: number }): void {
  if (search.words.has(group.name)) return;
  let track = search.tracks.get(group);
  if (track === undefined) {
    track = { last: new Float64Array(group.words.length), hits: 0 };
    search.tracks.set(group, track);
  }
  track.last[index] = offset + 1;
  track.hits += 1;
  if (track.hits < group.need || track.hits > LIMITS.wordHits) return;
  const near = [...track.last].filter((place) => place > 0 && place > offset + 1 - group.withinBytes);
  if (near.length < group.need) return;
  const start = Math.min(...near) - 1;
  search.words.set(group.name, { group, offset: start, length: offset + 4 - start });
}

function takeVersion({ bytes, versions }: Search, marker: VersionMarker, offset: number): void {
  const text = new TextDecoder('latin1').decode(bytes.subarray(offset, offset + LIMITS.version));
  const version = marker.pattern.exec(text)?.[1];
  const key = `${marker.library} ${version}`;
  if (version !== undefined && !versions.has(key)) versions.set(key, { marker, version, offset });
}

// A BEGIN line in .rodata is what a library prints or looks for; only a block that decodes to what its label says is one.
function takePem(search: Search, offset: number): void {
  if (offset < search.taken || search.left.pems <= 0) return;
  search.left.pems -= 1;
  const window = search.bytes.subarray(offset, offset + LIMITS.pemBytes);
  const end = indexOfText(window, '-----END ');
  if (end < 0) return;
  const [block] = readPem(window.subarray(0, end + 100)).blocks;
  if (block === undefined || block.offset !== 0) return;
  search.pems.push({ block, offset });
  search.taken = offset + block.length;
}

function indexOfText(bytes: Uint8Array, text: string): number {
  const [first = 0] = new TextEncoder().encode(text);
  const rest = new TextEncoder().encode(text);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (rest.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return -1;
}

/** Distances from the identifier of an algorithm back to the start of SubjectPublicKeyInfo, or of PKCS #8 with its INTEGER before. */
const AROUND_OID: readonly number[] = [4, 6, 5, 8, 7, 9, 10, 11, 12];

function takeAround(search: Search, offset: number): void {
  takeStructure(
    search,
    AROUND_OID.map((distance) => offset - distance),
  );
}

function takeStructure(search: Search, starts: readonly number[]): void {
  const { bytes, left } = search;
  for (const start of starts) {
    if (start < search.taken || bytes[start] !== 0x30 || left.structures <= 0) continue;
    left.structures -= 1;
    const window = bytes.subarray(start, start + LIMITS.structureBytes);
    const read = readPki(window);
    if (isMalformed(read) || !isKeyOrCertificate(read.object)) continue;
    search.structures.push({ object: read.object, offset: start, length: read.element.end });
    search.taken = start + read.element.end;
    return;
  }
}

// Two INTEGERs in a SEQUENCE are also an ECDSA signature: without an identifier only whole keys and certificates count.
function isKeyOrCertificate(object: PkiObject): boolean {
  switch (object.kind) {
    case 'certificate':
    case 'private-key':
      return true;
    case 'public-key':
      return object.container === 'SPKI' && object.publicKey.keyBytes >= 32;
    default:
      return false;
  }
}
