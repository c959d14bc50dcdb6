// The image that observations are made on, and the evidence that is said of it.

import { sha256 } from '@noble/hashes/sha2.js';
import { toHex } from '../../formats/hex.ts';
import type { AlgorithmUse } from '../../model/algorithm.ts';
import type { Confidence, Evidence, Gap, GapReason, Observation, ProductFactName, Role, State, Subject } from '../../model/evidence.ts';
import type { FileEntry, ScanFile } from '../../model/world.ts';

/** One image in one file. */
export interface Image {
  readonly entry: FileEntry;
  readonly subject: Subject;
}

/** Where in the file, how sure, and in which state. */
export interface Said {
  readonly offset: number;
  readonly length: number;
  readonly state: State;
  readonly confidence: Confidence;
  readonly roleHint?: Role;
}

/** The image that a file is. `version` is what the image says of itself. */
export function toImage({ entry, bytes }: ScanFile, version?: string): Image {
  const part = entry.path.slice(entry.path.lastIndexOf('/') + 1);
  return { entry, subject: { part, imageSha256: toHex(sha256(bytes)), ...(version === undefined ? {} : { version }) } };
}

/** A fact about an image. */
export function toEvidence({ entry, subject }: Image, said: Said, observed: Observation): Evidence {
  const { offset, length, state, confidence, roleHint } = said;
  return {
    scanner: 'firmware',
    location: { at: 'bytes', path: entry.path, offset, length },
    grade: 'binary',
    confidence,
    state,
    origin: entry.origin,
    observed,
    subject,
    ...(roleHint === undefined ? {} : { roleHint }),
  };
}

/** A use of an algorithm that a header, a TLV or a symbol names. */
export function algorithm(use: AlgorithmUse, symbol: string, library?: string): Observation {
  return { kind: 'algorithm', use, symbol, ...(library === undefined ? {} : { library }) };
}

/** A fact about the product that an image states. */
export function fact(name: ProductFactName, value: string, symbol: string): Observation {
  return { kind: 'fact', fact: name, value, symbol };
}

/** Something in a file that could not be read. */
export function toGap(entry: FileEntry, reason: GapReason, detail: string, offset = 0): Gap {
  return {
    scanner: 'firmware',
    location: { at: 'bytes', path: entry.path, offset, length: Math.max(0, entry.bytes - offset) },
    reason,
    detail,
  };
}

/** Moves what was said of decoded bytes to the file that they came from. */
export function relocate(items: readonly (Evidence | Gap)[], toFileOffset: (offset: number) => number): readonly (Evidence | Gap)[] {
  return items.map((item) => {
    const { location } = item;
    if (location.at !== 'bytes') return item;
    const offset = toFileOffset(location.offset);
    const end = location.length === 0 ? offset : toFileOffset(location.offset + location.length - 1) + 1;
    return { ...item, location: { ...location, offset, length: Math.max(0, end - offset) } };
  });
}
