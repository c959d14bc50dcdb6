// Files of records (Intel HEX, S-records, UF2): decoded, and each run of memory read as an image. Places are those of the records.

import { readIntelHex } from '../../formats/intel-hex.ts';
import type { MemoryImage, MemoryRun } from '../../formats/memory-image.ts';
import { readSRecords } from '../../formats/srecord.ts';
import { readUf2 } from '../../formats/uf2.ts';
import { findUf2Family } from '../../knowledge/uf2-families.ts';
import type { Evidence, Gap } from '../../model/evidence.ts';
import type { ScanFile } from '../../model/world.ts';
import { fact, relocate, toEvidence, toGap, toImage } from './image.ts';

/** What is said of the flat bytes of an image. */
export type FlatScan = (file: ScanFile) => readonly (Evidence | Gap)[];

const MAX_RUNS = 256;
const COLON = 0x3a;
const LETTER_S = 0x53;

/** The facts of a file of records; undefined for another file. */
export function scanRecords(file: ScanFile, scanFlat: FlatScan): readonly (Evidence | Gap)[] | undefined {
  const decoded = decode(file.bytes);
  if (decoded === undefined) return undefined;
  const { name, image, families } = decoded;
  const { entry } = file;
  const over = image.runs.slice(MAX_RUNS).reduce((sum, { bytes }) => sum + bytes.length, 0);
  return [
    ...familyFacts(file, families),
    ...image.runs.slice(0, MAX_RUNS).flatMap((run) => runFacts(file, run, scanFlat)),
    ...(over > 0 ? [toGap(entry, 'too-large', `${name}: ${over} bytes in more than ${MAX_RUNS} separate ranges, not read`)] : []),
    ...image.problems.map(({ offset, expected, found }) =>
      toGap(entry, 'malformed', `${name}: expected ${expected}, found ${found}`, Math.min(offset, entry.bytes)),
    ),
  ];
}

interface Decoded {
  readonly name: string;
  readonly image: MemoryImage;
  readonly families: readonly number[];
}

function decode(bytes: Uint8Array): Decoded | undefined {
  const uf2 = readUf2(bytes);
  if (uf2 !== undefined) return { name: 'UF2', image: uf2, families: uf2.families };
  const hex = bytes[0] === COLON ? readIntelHex(bytes) : undefined;
  if (hex !== undefined) return { name: 'Intel HEX', image: hex, families: [] };
  const records = bytes[0] === LETTER_S ? readSRecords(bytes) : undefined;
  return records === undefined ? undefined : { name: 'S-records', image: records, families: [] };
}

function runFacts(file: ScanFile, run: MemoryRun, scanFlat: FlatScan): readonly (Evidence | Gap)[] {
  const entry = { ...file.entry, bytes: run.bytes.length };
  const said = scanFlat({ ...file, entry, bytes: run.bytes });
  return relocate(said, (offset) => run.fileOffsetOf(Math.min(offset, Math.max(0, run.bytes.length - 1))));
}

function familyFacts(file: ScanFile, families: readonly number[]): readonly Evidence[] {
  const image = toImage(file);
  const at = { offset: 28, length: 4, state: 'present', confidence: 'certain' } as const;
  return families.map((family) => {
    const name = findUf2Family(family) ?? `UF2 family 0x${family.toString(16).padStart(8, '0')}`;
    return toEvidence(image, at, fact('soc', name, 'UF2 familyID'));
  });
}
