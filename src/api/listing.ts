// What the tool knows, as tables that the command line prints.

import { ALGORITHMS } from '../knowledge/algorithms.ts';
import type { Citation, Measurement } from '../model/measurement.ts';
import type { Sourced, TargetProfile } from '../model/target.ts';
import { SCANNERS } from '../scan/index.ts';
import { readFrameworks, readPolicies, readTargets } from '../shelves.ts';

export type Shelf = 'targets' | 'frameworks' | 'policies' | 'algorithms' | 'scanners';

/** Column titles and rows; every row has a cell for every title. */
export interface Listing {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const LISTINGS: Readonly<Record<Shelf, () => Listing>> = {
  targets: () => ({ head: ['ID', 'NAME', 'CORE', 'RAM', 'FLASH', 'HOW WE WOULD KNOW'], rows: readTargets().map(toTargetRow) }),
  frameworks: () => ({
    head: ['ID', 'BINDING', 'CLAUSES', 'NAME'],
    rows: readFrameworks().map(({ id, binding, clauses, name, version }) => [id, binding, String(clauses.length), `${name}, ${version}`]),
  }),
  policies: () => ({
    head: ['ID', 'BINDING', 'RULES', 'NAME'],
    rows: readPolicies().map(({ id, binding, rules, name, version }) => [id, binding, String(rules.length), `${name}, ${version}`]),
  }),
  algorithms: () => ({
    head: ['ID', 'NAME', 'PRIMITIVE', 'QUANTUM'],
    rows: Object.entries(ALGORITHMS).map(([id, row]) => [id, row.name, row.primitive, row.threat]),
  }),
  scanners: () => ({
    head: ['ID', 'READS AT MOST', 'TITLE'],
    rows: SCANNERS.map(({ id, maxBytes, title }) => [id, `${Math.round(maxBytes / 1024)} KiB a file`, title]),
  }),
};

/** One shelf as a table. */
export function listShelf(what: Shelf): Listing {
  return LISTINGS[what]();
}

function toTargetRow(profile: TargetProfile): string[] {
  return [profile.id, profile.name, profile.core, toKib(profile.ramBytes), toKib(profile.flashBytes), howWeWouldKnow(profile.measurements)];
}

function toKib({ value }: Sourced<number>): string {
  return value === null ? 'unknown' : `${Math.round(value / 1024)} KiB`;
}

/** `48 published rows from 3 sources`; none is said so. */
function howWeWouldKnow(measurements: readonly Measurement[]): string {
  if (measurements.length === 0) return 'none: nothing published, measure a board';
  const sources = new Set(measurements.map(({ source }: { readonly source: Citation }) => source.title));
  return `${measurements.length} published rows from ${sources.size} source${sources.size === 1 ? '' : 's'}`;
}
