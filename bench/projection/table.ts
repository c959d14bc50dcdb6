// A table of measurements as units of the projection, with the count of what each rule left out.

import { PLAUSIBLE_PER_PERMUTATION } from '../../src/cost/projection-anchors.ts';
import { type NamedUnit, toUnits } from '../../src/cost/projection-units.ts';
import { findLatticeScheme, isKem, workOf } from '../../src/cost/work.ts';
import type { ProjectionGroup, ProjectionRow } from '../../src/model/calibration.ts';
import { readCsv } from './csv.ts';
import { type Exclusion, type TableRow, toTableRow } from './rows.ts';

/** What came of a table. */
export interface Table {
  readonly rowsIn: number;
  readonly excluded: ReadonlyMap<Exclusion, number>;
  readonly groups: readonly ProjectionGroup[];
  readonly units: readonly NamedUnit[];
}

/** Reads a table; nothing in it makes this throw. */
export function readTable(text: string): Table {
  const records = readCsv(text);
  const excluded = new Map<Exclusion, number>();
  const usable: TableRow[] = [];
  const seen = new Set<string>();
  for (const record of records) {
    const row = withBounds(toTableRow(record));
    const kept = typeof row === 'string' ? row : orRepeated(row, seen);
    if (typeof kept === 'string') excluded.set(kept, (excluded.get(kept) ?? 0) + 1);
    else usable.push(kept);
  }
  const groups = toGroups(usable);
  return { rowsIn: records.length, excluded, groups, units: groups.flatMap(toUnits) };
}

function withBounds(row: TableRow | Exclusion): TableRow | Exclusion {
  if (typeof row === 'string') return row;
  const scheme = findLatticeScheme(row.scheme);
  const work = scheme === undefined ? undefined : workOf({ scheme, operation: row.operation, revision: row.group.revision });
  if (scheme === undefined || work === undefined) return 'operation';
  const each = row.cycles / (work.keccak + (isKem(scheme) ? 0 : 1));
  return each > PLAUSIBLE_PER_PERMUTATION.least && each < PLAUSIBLE_PER_PERMUTATION.most ? row : 'impossible';
}

function orRepeated(row: TableRow, seen: Set<string>): TableRow | Exclusion {
  const key = JSON.stringify([row.group, row.scheme, row.operation, row.cycles, row.samples ?? 0]);
  if (seen.has(key)) return 'repeated';
  seen.add(key);
  return row;
}

/** Rows of one build in one session are a group; an operation that comes again begins another. */
function toGroups(rows: readonly TableRow[]): readonly ProjectionGroup[] {
  const groups = new Map<string, { readonly group: Omit<ProjectionGroup, 'rows'>; readonly rows: ProjectionRow[] }>();
  const times = new Map<string, number>();
  for (const { group, ...row } of rows) {
    const place = JSON.stringify(group);
    const cell = `${place} ${row.scheme} ${row.operation}`;
    const time = (times.get(cell) ?? 0) + 1;
    times.set(cell, time);
    const key = `${time} ${place}`;
    const found = groups.get(key) ?? { group, rows: [] };
    groups.set(key, found);
    found.rows.push(row);
  }
  return [...groups.values()].map(({ group, rows: own }) => ({ ...group, rows: own }));
}
