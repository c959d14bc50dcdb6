// What the tool knows, as tables that the command line prints.

import { CYCLE_MODELS } from '../cost/cycle-models.ts';
import { findModelledCore } from '../cost/cycles.ts';
import { ALGORITHMS } from '../knowledge/algorithms.ts';
import { isStale } from '../knowledge/readings.ts';
import { chooseKernel, isNoKernel } from '../measure/kernel-choice.ts';
import type { IsoDate } from '../model/evidence.ts';
import type { PackDocument, Reading } from '../model/framework.ts';
import type { Citation, Measurement } from '../model/measurement.ts';
import type { Sourced, TargetProfile } from '../model/target.ts';
import { SCANNERS } from '../scan/index.ts';
import { readPacks, readTargets } from '../shelves.ts';

export type Shelf = 'targets' | 'frameworks' | 'policies' | 'algorithms' | 'scanners';

/** Column titles and rows; every row has a cell for every title. */
export interface Listing {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const LISTINGS: Readonly<Record<Shelf, (packs: string | undefined) => Listing>> = {
  targets: () => ({ head: ['ID', 'NAME', 'CORE', 'RAM', 'FLASH', 'HOW WE WOULD KNOW'], rows: readTargets().map(toTargetRow) }),
  frameworks: (packs) => ({
    head: ['ID', 'BINDING', 'CLAUSES', 'READ', 'NAME'],
    rows: readPacks(packs).frameworks.map(({ id, binding, clauses, name, version }) => [
      id,
      binding,
      String(clauses.length),
      countRead(clauses),
      `${name}, ${version}`,
    ]),
  }),
  policies: (packs) => ({
    head: ['ID', 'BINDING', 'RULES', 'READ', 'NAME'],
    rows: readPacks(packs).policies.map(({ id, binding, rules, name, version }) => [
      id,
      binding,
      String(rules.length),
      countRead(rules),
      `${name}, ${version}`,
    ]),
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

/** One shelf as a table; `packs` names a folder with the operator's own frameworks and policies. */
export function listShelf(what: Shelf, packs?: string): Listing {
  return LISTINGS[what](packs);
}

/** The rows of frameworks or policies to open again on a day: not read in the issuer's publication, or read more than 180 days before it. */
export function listStale(what: 'frameworks' | 'policies', asOf: IsoDate, packs?: string): Listing {
  const all = readPacks(packs);
  const rows =
    what === 'frameworks'
      ? all.frameworks.flatMap((pack) => [...pack.clauses, ...pack.classes].map((row) => ({ pack, row })))
      : all.policies.flatMap((pack) => pack.rules.map((row) => ({ pack, row })));
  return {
    head: ['ID', 'HOW', 'READ ON', 'DOCUMENT'],
    rows: rows
      .filter(({ row }) => isStale(row.reading, asOf))
      .map(({ pack, row }) => toStaleRow(`${pack.id}:${row.id}`, row.reading, pack.documents)),
  };
}

function toStaleRow(id: string, reading: Reading, documents: readonly PackDocument[]): string[] {
  const document = documents.find((each) => each.id === reading.document);
  return [id, reading.how, reading.how === 'none' ? 'never' : reading.date, document?.title ?? 'not named'];
}

/** `31 of 45`: rows that were read in the issuer's publication or a true copy of it. */
function countRead(rows: readonly { readonly reading: Reading }[]): string {
  const read = rows.filter(({ reading }) => reading.how === 'primary' || reading.how === 'copy').length;
  return `${read} of ${rows.length}`;
}

function toTargetRow(profile: TargetProfile): string[] {
  return [profile.id, profile.name, profile.core, toKib(profile.ramBytes), toKib(profile.flashBytes), howWeWouldKnow(profile)];
}

function toKib({ value }: Sourced<number>): string {
  return value === null ? 'unknown' : `${Math.round(value / 1024)} KiB`;
}

/** `counted · modelled ±5.0 % · 130 published rows from 2 sources`: the ways to a figure, each only where it is open. */
function howWeWouldKnow(profile: TargetProfile): string {
  const counted = isNoKernel(chooseKernel(profile)) ? [] : ['counted'];
  const ways = [...counted, ...(counted.length === 0 ? [] : modelled(profile)), ...published(profile.measurements)];
  return ways.length === 0 ? 'none: measure a board' : ways.join(' · ');
}

function modelled(profile: TargetProfile): readonly string[] {
  const core = findModelledCore(profile);
  if (core === undefined) return [];
  const model = CYCLE_MODELS[core];
  return [model.kind === 'fitted' ? `modelled ±${(100 * model.heldOut.worst).toFixed(1)} %` : 'modelled as a range'];
}

function published(measurements: readonly Measurement[]): readonly string[] {
  if (measurements.length === 0) return [];
  const sources = new Set(measurements.map(({ source }: { readonly source: Citation }) => source.title));
  return [`${measurements.length} published rows from ${sources.size} source${sources.size === 1 ? '' : 's'}`];
}
