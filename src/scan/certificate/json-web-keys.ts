// JSON Web Keys in a file of JSON: alone, in a set, or among other settings.

import { readJsonKeys } from '../../formats/json-keys.ts';
import { findJwks } from '../../formats/jwk.ts';
import type { Evidence, Gap } from '../../model/evidence.ts';
import type { ScanFile } from '../../model/world.ts';
import { toNamedKeyItems } from './named-key-facts.ts';
import type { Place } from './place.ts';

const MAX_BYTES = 4_000_000;
const KEY_DEPTH = 14;

/** What the keys of a file say, each at its `kty`; undefined for a file that is no JSON or holds none. `at` gives the place of a byte. */
export function scanJwks({ bytes, text }: ScanFile, at: (offset: number) => Place): readonly (Evidence | Gap)[] | undefined {
  if (bytes.length > MAX_BYTES || !isJsonWithKeys(bytes)) return undefined;
  const content = text();
  const read = readJsonKeys(content, KEY_DEPTH);
  if (!read.ok) return undefined;
  const found = findJwks(read.value);
  if (found.length === 0) return undefined;
  const byteOf = toByteOffsets(content);
  return found.flatMap(({ path, members }) => toNamedKeyItems(members, 'JWK', at(byteOf(read.offsetOf([...path, 'kty']) ?? 0))));
}

/** From the index of a character to the offset of its byte; asked in the order of the text, the text is walked once. */
function toByteOffsets(content: string): (index: number) => number {
  const encoder = new TextEncoder();
  let [before, bytes] = [0, 0];
  return (index) => {
    if (index < before) [before, bytes] = [0, 0];
    bytes += encoder.encode(content.slice(before, index)).length;
    before = index;
    return bytes;
  };
}

function isJsonWithKeys(bytes: Uint8Array): boolean {
  const start = bytes.find((byte) => byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09);
  if (start !== 0x7b && start !== 0x5b) return false;
  return new TextDecoder('latin1').decode(bytes).includes('"kty"');
}
