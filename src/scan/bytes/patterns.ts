// Everything that is looked for in the bytes of an image, as one set of patterns for one pass: anchors of constant tables, words that stand
// in code, object identifiers, version strings, and the first octets of keys and certificates.

import { toOidDer } from '../../formats/der-write.ts';
import { type ConstantTable, constantTables, type Encoding, type ScatteredWords, scatteredWords } from '../../knowledge/constants.ts';
import { OIDS, type OidRow } from '../../knowledge/identifiers.ts';
import { VERSION_MARKERS, type VersionMarker } from '../../knowledge/library-versions.ts';
import { toWordIndex, type WordIndex } from './word-index.ts';

/** What a pattern stands for. */
export type Meaning =
  | {
      readonly is: 'table';
      readonly table: ConstantTable;
      readonly encoding: Encoding /** place of the pattern in the table */;
      readonly at: number;
    }
  | { readonly is: 'word'; readonly group: ScatteredWords; readonly index: number }
  | { readonly is: 'oid'; readonly row: OidRow }
  | { readonly is: 'version'; readonly marker: VersionMarker }
  | { readonly is: 'pem' }
  /** a structure may begin at one of these distances before the pattern */
  | { readonly is: 'der'; readonly before: readonly number[] };

export interface Patterns {
  readonly patterns: readonly Uint8Array[];
  readonly search: WordIndex;
  /** what each pattern stands for */
  readonly meanings: readonly (readonly Meaning[])[];
}

const ANCHOR_BYTES = 8;
const ANCHOR_WITHIN = 96;

/** Starts of structures that hold no object identifier near their start, as the octets that follow the first lengths. */
const DER_STARTS: readonly { readonly octets: readonly number[]; readonly before: readonly number[] }[] = [
  // X.509: SEQUENCE { SEQUENCE { [0] { INTEGER 2 }, INTEGER …; RFC 5280 section 4.1
  { octets: [0xa0, 0x03, 0x02, 0x01, 0x02, 0x02], before: [8, 6, 7] },
  // RSAPrivateKey { INTEGER 0, INTEGER n …; RFC 8017 appendix A.1.2, by the length of the modulus
  { octets: [0x02, 0x01, 0x00, 0x02, 0x81], before: [4, 3] },
  { octets: [0x02, 0x01, 0x00, 0x02, 0x82], before: [4] },
  // ECPrivateKey { INTEGER 1, OCTET STRING …; RFC 5915 section 3
  { octets: [0x02, 0x01, 0x01, 0x04, 0x20], before: [2, 3] },
  { octets: [0x02, 0x01, 0x01, 0x04, 0x30], before: [3, 2] },
  { octets: [0x02, 0x01, 0x01, 0x04, 0x42], before: [3, 2] },
];

let built: Patterns | undefined;

/** The patterns; built when first asked. */
export function imagePatterns(): Patterns {
  built ??= build();
  return built;
}

function build(): Patterns {
  const meanings = new Map<string, { readonly pattern: Uint8Array; readonly means: Meaning[] }>();
  const add = (pattern: Uint8Array, meaning: Meaning): void => {
    const key = pattern.join(' ');
    const held = meanings.get(key);
    if (held === undefined) meanings.set(key, { pattern, means: [meaning] });
    else held.means.push(meaning);
  };
  for (const table of constantTables()) {
    for (const encoding of table.encodings) {
      const at = anchorOf(encoding.bytes);
      add(encoding.bytes.subarray(at, at + ANCHOR_BYTES), { is: 'table', table, encoding, at });
    }
  }
  for (const group of scatteredWords()) {
    group.words.forEach((word, index) => {
      for (const pattern of [littleEndian(word), littleEndian(word).reverse()]) add(pattern, { is: 'word', group, index });
    });
  }
  for (const row of OIDS) add(toOidDer(row.oid), { is: 'oid', row });
  for (const marker of VERSION_MARKERS) add(new TextEncoder().encode(marker.marker), { is: 'version', marker });
  add(new TextEncoder().encode('-----BEGIN '), { is: 'pem' });
  for (const { octets, before } of DER_STARTS) add(Uint8Array.from(octets), { is: 'der', before });
  const entries = [...meanings.values()];
  return {
    patterns: entries.map(({ pattern }) => pattern),
    search: toWordIndex(entries.map(({ pattern }) => pattern)),
    meanings: entries.map(({ means }) => means),
  };
}

// Where a table is most unlike padding and small numbers: the anchor with the most different octets.
function anchorOf(bytes: Uint8Array): number {
  let [best, most] = [0, -1];
  for (let at = 0; at + ANCHOR_BYTES <= Math.min(bytes.length, ANCHOR_WITHIN); at++) {
    const octets = new Set(bytes.subarray(at, at + ANCHOR_BYTES));
    octets.delete(0);
    octets.delete(0xff);
    if (octets.size > most) [best, most] = [at, octets.size];
  }
  return best;
}

function littleEndian(word: number): Uint8Array {
  return Uint8Array.of(word & 0xff, (word >>> 8) & 0xff, (word >>> 16) & 0xff, word >>> 24);
}
