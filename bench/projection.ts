// `npm run -s bench:projection -- --data FILE [--draws N] [--shipped-only] [--json]`: the projection judged on a table of measurements (columns in
// bench/projection/rows.ts). Every row of a board and of its source is left out of what the forecast of that board knows: what is known are
// the shipped calibration and the other rows of the table.

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseProjectionCalibration } from '../src/catalog/projection-calibration.ts';
import { toUnits } from '../src/cost/projection-units.ts';
import { packageRoot } from '../src/io/package-files.ts';
import { type Fold, type Judged, judge, placeOf } from './projection/folds.ts';
import { type AnchorReport, formsOf, mediansBy, reportByAnchors } from './projection/report.ts';
import { EXCLUSIONS } from './projection/rows.ts';
import { readTable, type Table } from './projection/table.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    draws: { type: 'string', default: '8' },
    'shipped-only': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
if (values.data === undefined) {
  console.error('usage: npm run -s bench:projection -- --data FILE [--draws N] [--shipped-only] [--json]');
  process.exit(3);
}

const path = 'profiles/calibration/projection.json';
const shipped = parseProjectionCalibration(readFileSync(`${packageRoot()}/${path}`, 'utf8'), path).groups.flatMap(toUnits);
const table = readTable(readFileSync(values.data, 'utf8'));
const draws = Math.max(1, Math.min(100, Number.parseInt(values.draws, 10) || 8));
const COLUMNS: readonly (readonly [string, (line: AnchorReport) => string])[] = [
  ['anchors', (line) => String(line.anchors)],
  ['rows', (line) => String(line.rows)],
  ['median', (line) => percent(line.median)],
  ['p90', (line) => percent(line.p90)],
  ['boards', (line) => percent(line.medianOfBoardMedians)],
  ['sign', (line) => percent(line.medianSign)],
  ['sign p90', (line) => percent(line.p90Sign)],
  ['other', (line) => percent(line.medianOther)],
  ['other p90', (line) => percent(line.p90Other)],
  ['80 % covers', (line) => percent(line.coverage)],
  ['by board', (line) => percent(line.coverageOfBoards)],
  ['hi/lo', (line) => line.width.toFixed(2)],
  ['score', (line) => line.intervalScore.toFixed(3)],
];

const folds = run();
const judged = folds.flatMap((fold) => fold.judged);
if (values.json) console.log(JSON.stringify(toJson(), null, 2));
else print();

function run(): readonly Fold[] {
  const onFold = (done: number, total: number): void => {
    if (process.stderr.isTTY) process.stderr.write(`\rfold ${done + 1} of ${total} `);
  };
  const places = [...new Set(table.units.map(placeOf))];
  const found = values['shipped-only']
    ? places.flatMap((place) =>
        judge(
          table.units.filter((unit) => placeOf(unit) === place),
          shipped,
          { draws },
        ),
      )
    : judge(table.units, shipped, { draws, onFold });
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  return found;
}

function usedRows({ units }: Table): number {
  return units.reduce((sum, { rows }) => sum + rows.length, 0);
}

function toJson(): object {
  return {
    schemaVersion: 1,
    rowsIn: table.rowsIn,
    rowsUsed: usedRows(table),
    excluded: Object.fromEntries([...table.excluded].map(([rule, count]) => [rule, { count, because: EXCLUSIONS[rule] }])),
    units: table.units.length,
    folds: folds.map(({ judged: _, ...fold }) => fold),
    byAnchors: reportByAnchors(judged),
    standardOnly: reportByAnchors(judged.filter(isStandard)),
    cortexMWithoutAnchor: {
      bySource: Object.fromEntries(mediansBy(unanchored(isCortexM), (each) => each.unit.context.source)),
      byCore: Object.fromEntries(mediansBy(unanchored(isCortexM), (each) => each.unit.context.core.family)),
    },
  };
}

function print(): void {
  console.log(
    `rows in ${table.rowsIn}, rows used ${usedRows(table)}, in ${table.units.length} builds on ${new Set(table.units.map((unit) => unit.context.board)).size} boards`,
  );
  for (const [rule, count] of [...table.excluded].sort()) console.log(`  left out ${count}: ${EXCLUSIONS[rule]}`);
  const refused = folds.reduce((sum, fold) => sum + fold.refused, 0);
  if (refused > 0) console.log(`  not projected without an anchor: ${refused} rows on Xtensa`);
  console.log(`\nleft out for each of ${folds.length} places: its board, its source; form chosen and intervals tuned on the rest`);
  console.log(`forms chosen: ${[...formsOf(folds)].map(([name, count]) => `${name} ${count}`).join(', ')}`);
  console.log(`\nall rows, ${draws} random sets of anchors for each row`);
  printTable(reportByAnchors(judged));
  console.log('\nML-KEM and ML-DSA of the standards alone');
  printTable(reportByAnchors(judged.filter(isStandard)));
  console.log('\nmicrocontrollers alone (32-bit)');
  printTable(reportByAnchors(judged.filter(({ unit }) => unit.context.core.group === '32-bit')));
  for (const known of [true, false]) {
    console.log(`\nwithout an anchor, the core ${known ? 'known from other sources (tier C)' : 'never seen (tier D: an interval only)'}`);
    printTable(reportByAnchors(judged.filter((each) => each.anchors === 0 && each.coreKnown === known)));
  }
  printGroups(
    'Cortex-M without an anchor, by source',
    mediansBy(unanchored(isCortexM), (each) => each.unit.context.source),
  );
  printGroups(
    'Cortex-M without an anchor, by core',
    mediansBy(unanchored(isCortexM), (each) => each.unit.context.core.family),
  );
  printGroups(
    'with one anchor, by board',
    mediansBy(
      judged.filter(({ anchors }) => anchors === 1),
      boardOf,
    ),
  );
  printGroups(
    'with four anchors, by board',
    mediansBy(
      judged.filter(({ anchors }) => anchors === 4),
      boardOf,
    ),
  );
}

function boardOf({ unit: { context } }: Judged): string {
  return `${context.board} (${context.source})`;
}

function isStandard({ unit }: Judged): boolean {
  return unit.group.revision === 'fips';
}

function isCortexM({ unit }: Judged): boolean {
  return unit.context.core.family.startsWith('cortex-m');
}

function unanchored(keep: (judged: Judged) => boolean): readonly Judged[] {
  return judged.filter((each) => each.anchors === 0 && keep(each));
}

function percent(share: number | null): string {
  return share === null || Number.isNaN(share) ? '–' : `${(100 * share).toFixed(1)} %`;
}

function printTable(lines: readonly AnchorReport[]): void {
  console.log(COLUMNS.map(([name]) => name.padStart(12)).join(''));
  for (const line of lines) console.log(COLUMNS.map(([, show]) => show(line).padStart(12)).join(''));
}

function printGroups(title: string, groups: ReadonlyMap<string, AnchorReport>): void {
  console.log(`\n${title}`);
  for (const [name, line] of groups)
    console.log(
      `  ${name.padEnd(58)}${`${line.rows} rows`.padStart(9)}  median ${percent(line.median).padStart(7)}  80 % covers ${percent(line.coverage).padStart(7)}`,
    );
}
