// What the readers of this folder say: a dependency as a manifest names it, a fact about the product, or what could not be read.

import type { TextLines } from '../../formats/text-lines.ts';
import type { Ecosystem } from '../../knowledge/packages.ts';
import type { ProductFactName } from '../../model/evidence.ts';

/** One dependency and where its key stands. */
export interface Dependency {
  readonly kind: 'dependency';
  readonly ecosystem: Ecosystem;
  /** the package as the registry names it */
  readonly name: string;
  /** key as written */
  readonly symbol: string;
  /** only an exact version, never a range */
  readonly version?: string;
  /** `owner/repository` on GitHub, where the manifest says so */
  readonly github?: string;
  /** 1-based */
  readonly line: number;
  /** 0-based index in the line */
  readonly index: number;
}

/** A board or a build system that a manifest names. */
export interface ManifestFact {
  readonly kind: 'fact';
  readonly fact: ProductFactName;
  readonly value: string;
  readonly symbol: string;
  readonly line: number;
  readonly index: number;
}

export interface ManifestFault {
  readonly kind: 'fault';
  readonly line: number;
  readonly detail: string;
}

export type ManifestItem = Dependency | ManifestFact | ManifestFault;

/** Reads one kind of manifest. */
export type ManifestReader = (text: string, lines: TextLines) => readonly ManifestItem[];

// `1.2.x` is a range of npm and Cargo
const EXACT = /^(?:==?|v)?\s*(\d{1,9}(?:\.\d{1,9}){1,3}(?!\.[xX](?:\.|$))(?:[-+.][0-9A-Za-z.+-]{1,40})?)$/;

/** The version of a requirement that allows exactly one, as `{ version }`; empty for a range. */
export function exactVersion(requirement: string | undefined): { readonly version?: string } {
  const version = requirement === undefined || requirement.length > 80 ? undefined : EXACT.exec(requirement.trim())?.[1];
  return version === undefined ? {} : { version };
}

/** A JSON or TOML value as a table; undefined for anything else. */
export function toTable(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return new Map(Object.entries(value));
}

/** The string at a key of a table. */
export function textAt(value: unknown, key: string): string | undefined {
  const found = toTable(value)?.get(key);
  return typeof found === 'string' ? found : undefined;
}

/** The value at a path of tables. */
export function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((table, key) => toTable(table)?.get(key), value);
}
