// A file as the gatherer hands it to a scanner, and what a scanner says of it, for the tests of this folder.

import { readFileSync } from 'node:fs';
import type { Evidence, Gap, Observation, Origin } from '../../src/model/evidence.ts';
import { isGap } from '../../src/model/evidence.ts';
import type { FileScanner, ScanFile } from '../../src/model/world.ts';
import { toText } from '../../src/scan/text.ts';

/** Wraps bytes or text as a scanned file. */
export function toScanFile(path: string, content: Uint8Array | string, origin: Origin = 'first-party'): ScanFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { entry: { path, bytes: bytes.length, ignored: false, origin }, bytes, text: () => toText(bytes), literals: new Set() };
}

/** A fixture's bytes. */
export function readFixture(folder: 'pki' | 'firmware', name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../fixtures/${folder}/${name}`, import.meta.url)));
}

/** A scanner's answer, evidence and gaps apart. */
export function ask(scanner: FileScanner, file: ScanFile): { readonly evidence: readonly Evidence[]; readonly gaps: readonly Gap[] } {
  const items = [...scanner.scan(file)];
  return { evidence: items.filter((item): item is Evidence => !isGap(item)), gaps: items.filter(isGap) };
}

/** The observations of one kind. */
export function only<K extends Observation['kind']>(evidence: readonly Evidence[], kind: K): readonly Extract<Observation, { kind: K }>[] {
  return evidence
    .map(({ observed }) => observed)
    .filter((observed): observed is Extract<Observation, { kind: K }> => observed.kind === kind);
}
