// Counts what was looked at while it is looked at: coverage is a fact about the scan, kept beside what the scan found.

import type { BuildPart } from '../model/build.ts';
import { type Evidence, type Gap, isGap, type ScannerId } from '../model/evidence.ts';
import type { Coverage, ScannerCoverage } from '../model/inventory.ts';
import type { Asked, HandingFunction, Told } from '../model/reference.ts';
import type { FileScanner } from '../model/world.ts';

/** What one scanner said of one file. */
export interface Said {
  readonly scanner: ScannerId;
  readonly items: readonly (Evidence | Gap)[];
  /** what the file asks of others: what is said stands until it is answered */
  readonly asked?: Asked;
  /** what the file says of a build */
  readonly parts?: readonly BuildPart[];
  /** functions of the file whose callers decide what they ask of a library */
  readonly offered?: Offered;
  /** what the file decides, as a caller, of calls in other files */
  readonly told?: readonly Told[];
}

/** What one file offers. */
export interface Offered {
  readonly path: string;
  readonly functions: readonly HandingFunction[];
}

/** All that the scanners said, and what they looked at. */
export interface Gathered {
  readonly evidence: readonly Evidence[];
  readonly gaps: readonly Gap[];
  readonly coverage: Coverage;
  /** files that at least one scanner asked for, by name and size */
  readonly wantedFiles: number;
  /** what the files of builds say, and the paths of source files that they may speak of */
  readonly parts: readonly BuildPart[];
  readonly sources: readonly string[];
}

interface Row {
  files: number;
  bytes: number;
  facts: number;
  gaps: number;
}

/** What has been met so far. */
export interface Tally {
  files: number;
  bytes: number;
  candidateFiles: number;
  candidateBytes: number;
  ignoredFiles: number;
  wantedFiles: number;
  readonly rows: Map<ScannerId, Row>;
  readonly evidence: Evidence[];
  readonly gaps: Gap[];
  readonly parts: BuildPart[];
  readonly sources: string[];
}

/** Nothing met yet. */
export function startTally(scanners: readonly FileScanner[]): Tally {
  const rows = new Map(scanners.map((scanner) => [scanner.id, { files: 0, bytes: 0, facts: 0, gaps: 0 }]));
  const none = { files: 0, bytes: 0, candidateFiles: 0, candidateBytes: 0, ignoredFiles: 0, wantedFiles: 0 };
  return { ...none, rows, evidence: [], gaps: [], parts: [], sources: [] };
}

/** Takes in what the scanners said of a batch. */
export function addSaid(tally: Tally, said: readonly Said[]): void {
  for (const { scanner, items, parts = [] } of said) {
    tally.parts.push(...parts);
    const row = tally.rows.get(scanner);
    for (const item of items) {
      if (isGap(item)) tally.gaps.push(item);
      else tally.evidence.push(item);
      if (row !== undefined && !isSwitch(item)) row[isGap(item) ? 'gaps' : 'facts']++;
    }
  }
}

// A switch is no fact of its own: it settles what others stand under.
function isSwitch(item: Evidence | Gap): boolean {
  return !isGap(item) && item.observed.kind === 'fact' && item.observed.fact === 'build-switch';
}

/** The sums. */
export function toGathered(tally: Tally): Gathered {
  const scanners: ScannerCoverage[] = [...tally.rows].map(([scanner, row]) => ({ scanner, ...row }));
  const { files, bytes, candidateFiles, candidateBytes, ignoredFiles } = tally;
  const coverage: Coverage = { files, bytes, candidateFiles, candidateBytes, ignoredFiles, scanners };
  const { evidence, gaps, wantedFiles, parts, sources } = tally;
  return { evidence, gaps, coverage, wantedFiles, parts, sources };
}
