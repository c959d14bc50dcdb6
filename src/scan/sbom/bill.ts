// What the readers of this folder take out of a bill of materials, whatever its dialect: packages by what names them, and cryptographic
// assets by their fields. Which of them bring cryptography is decided afterwards.

import type { TextLines } from '../../formats/text-lines.ts';

/** Where an item stands: 1-based line, 0-based index in it. */
export interface Place {
  readonly line: number;
  readonly index: number;
}

/** A package. What the bill does not say is absent. */
export interface BillPackage {
  readonly kind: 'package';
  readonly name: string;
  readonly version?: string;
  /** package URL as written */
  readonly purl?: string;
  /** CPE 2.2 or 2.3 name as written */
  readonly cpe?: string;
  readonly place: Place;
}

/** A field of a cryptographic asset by its CycloneDX name; undefined where the bill does not give it as text or number. */
export type Field = (name: string) => string | undefined;

/** A cryptographic asset of CycloneDX 1.6 or later. */
export interface BillAsset {
  readonly kind: 'asset';
  readonly name: string;
  /** `bom-ref`, by which other assets name it */
  readonly ref?: string;
  /** `assetType` as written */
  readonly type: string;
  readonly oid?: string;
  /** of the properties that belong to the type */
  readonly field: Field;
  readonly functions: readonly string[];
  readonly suites: readonly BillSuite[];
  readonly place: Place;
}

/** A cipher suite of a protocol asset. */
export interface BillSuite {
  readonly name: string;
  readonly groups: readonly string[];
  readonly schemes: readonly string[];
}

/** What could not be read. */
export interface BillFault {
  readonly kind: 'fault';
  readonly detail: string;
  readonly place: Place;
}

export type BillItem = BillPackage | BillAsset | BillFault;

/** Reads one dialect. */
export type BillReader = (text: string, lines: TextLines) => readonly BillItem[];

/** Strings of a bill are cut at this length. */
export const LONGEST_VALUE = 500;

/** `{ [key]: value }` for a text that says something. */
export function given<K extends string>(key: K, value: unknown): { readonly [key in K]?: string } {
  if (typeof value !== 'string' || value === '' || value === 'NOASSERTION' || value === 'NONE') return {};
  return { [key]: value.slice(0, LONGEST_VALUE) } as { readonly [key in K]?: string };
}
