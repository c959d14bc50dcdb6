// Certificates and keys inside other files: PEM in string literals of a program, in an inline block of a configuration, in the read-only data
// of an image; arrays and base64 of DER or PEM; JSON keys. All of it must decode: a BEGIN line that a parser compares with, a placeholder, a
// documentation example without a body are nothing.

import { type PemBlock, readPem } from '../../formats/pem.ts';
import { toPlaces } from '../../formats/text-place.ts';
import type { Evidence, Gap } from '../../model/evidence.ts';
import { isGap } from '../../model/evidence.ts';
import type { ScanFile } from '../../model/world.ts';
import { scanJwks } from './json-web-keys.ts';
import { scanLiterals } from './literals.ts';
import { toPemItems } from './pem-facts.ts';
import type { Place } from './place.ts';
import { roleHintOf } from './role-hint.ts';

/** A body of a real object that was damaged, as against a placeholder: it begins as a SEQUENCE and has the length of a key. */
const MIN_DAMAGED_BYTES = 64;
const SNIFFED_BYTES = 8192;

/** What is inside a file; silence where nothing decodes. */
export function scanEmbedded(file: ScanFile): readonly (Evidence | Gap)[] {
  const { entry, bytes } = file;
  const { blocks } = readPem(bytes);
  const binary = bytes.subarray(0, SNIFFED_BYTES).includes(0);
  const placeOf = toPlaces(binary ? new Uint8Array() : bytes);
  const roleHint = roleHintOf(entry.path);
  const at = (offset: number, length: number, format: Place['format']): Place => ({
    location: binary ? { at: 'bytes', path: entry.path, offset, length } : { at: 'text', path: entry.path, ...placeOf(offset), offset },
    origin: entry.origin,
    grade: binary ? 'binary' : 'source',
    format,
    ...(roleHint === undefined ? {} : { roleHint }),
  });
  const pem = blocks.flatMap((block) =>
    toPemItems(block, at(block.offset, block.length, 'pem')).filter(
      (item) => !isGap(item) || item.reason === 'encrypted' || isDamaged(block),
    ),
  );
  // An image has no literals: what a program wrote stands in it as octets.
  if (binary) return pem;
  const written = scanLiterals(bytes, blocks, (offset) => at(offset, 0, 'der'));
  return [...pem, ...written, ...(scanJwks(file, (offset) => at(offset, 0, 'der')) ?? [])];
}

function isDamaged({ body }: PemBlock): boolean {
  return body.length >= MIN_DAMAGED_BYTES && body[0] === 0x30;
}
