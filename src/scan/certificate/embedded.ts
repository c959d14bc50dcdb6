// PEM blocks inside other files: string literals of a program, an inline block of a configuration, the read-only data of an image. The
// body must decode: a BEGIN line that a parser compares with, a placeholder, a documentation example without a body are nothing.

import { type PemBlock, readPem } from '../../formats/pem.ts';
import { toPlaces } from '../../formats/text-place.ts';
import type { Evidence, Gap } from '../../model/evidence.ts';
import { isGap } from '../../model/evidence.ts';
import type { ScanFile } from '../../model/world.ts';
import { toPemItems } from './pem-facts.ts';
import type { Place } from './place.ts';
import { roleHintOf } from './role-hint.ts';

/** A body of a real object that was damaged, as against a placeholder: it begins as a SEQUENCE and has the length of a key. */
const MIN_DAMAGED_BYTES = 64;
const SNIFFED_BYTES = 8192;

/** What the blocks inside a file say; silence where none decodes. */
export function scanEmbedded({ entry, bytes }: ScanFile): readonly (Evidence | Gap)[] {
  const { blocks } = readPem(bytes);
  if (blocks.length === 0) return [];
  const binary = bytes.subarray(0, SNIFFED_BYTES).includes(0);
  const placeOf = toPlaces(binary ? new Uint8Array() : bytes);
  const roleHint = roleHintOf(entry.path);
  return blocks.flatMap((block) => {
    const { offset, length } = block;
    const place: Place = {
      location: binary ? { at: 'bytes', path: entry.path, offset, length } : { at: 'text', path: entry.path, ...placeOf(offset), offset },
      origin: entry.origin,
      grade: binary ? 'binary' : 'source',
      format: 'pem',
      ...(roleHint === undefined ? {} : { roleHint }),
    };
    return toPemItems(block, place).filter((item) => !isGap(item) || item.reason === 'encrypted' || isDamaged(block));
  });
}

function isDamaged({ body }: PemBlock): boolean {
  return body.length >= MIN_DAMAGED_BYTES && body[0] === 0x30;
}
