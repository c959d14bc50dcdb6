// The record of a tool that tested itself: what was run, in which environment, with what result. A lab that must validate its tools keeps it,
// and a report names it by its digest.

import type { IsoDate } from './evidence.ts';

/** Where the self-test ran: what bears on its result, and nothing that says whose machine it is. */
export interface QualificationEnvironment {
  readonly os: string;
  readonly arch: string;
  readonly node: string;
  readonly v8: string;
}

/** The shipped vectors against the reference operations. */
export interface VectorQualification {
  readonly implementation: string;
  readonly verdict: 'passed' | 'failed' | 'incomplete';
  readonly cases: number;
  readonly passed: number;
  readonly failed: number;
  readonly refused: number;
  readonly skipped: number;
  /** cases of the complete collections */
  readonly ofComplete: number;
  readonly collections: readonly string[];
}

/** The source scanner against annotated lines of one language. */
export interface ScannerQualification {
  readonly language: string;
  readonly files: number;
  /** annotated lines, and lines that must say nothing */
  readonly annotated: number;
  readonly traps: number;
  readonly expected: number;
  readonly found: number;
  readonly hits: number;
  /** over all fields of what was hit */
  readonly fieldsExpected: number;
  readonly fieldsFound: number;
  readonly fieldHits: number;
  /** of the annotated files */
  readonly sha256: string;
}

/** A file that ships, by its digest. */
export interface ShippedFile {
  readonly path: string;
  readonly sha256: string;
}

/** `passed` where all vectors passed and the scanner scored what was published with this version; `incomplete` where something was not run. */
export interface Qualification {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: 'pqready'; readonly version: string };
  readonly date: IsoDate;
  readonly environment: QualificationEnvironment;
  readonly vectors: VectorQualification;
  readonly scanner: {
    readonly languages: readonly ScannerQualification[];
    /** where the scores differ from those published with this version */
    readonly differences: readonly string[];
  };
  /** schemas, frameworks, policies, targets, calibration */
  readonly files: readonly ShippedFile[];
  readonly verdict: 'passed' | 'failed' | 'incomplete';
  /** SHA-256 of everything above as JSON, in this order, without white space */
  readonly digest: string;
}

/** What a report says of it. */
export interface QualificationCitation {
  readonly digest: string;
  readonly date: IsoDate;
  readonly verdict: Qualification['verdict'];
  readonly version: string;
}
