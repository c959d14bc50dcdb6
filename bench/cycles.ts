// `npm run -s bench:cycles [-- --json]`: the cycle models fitted again on the shipped counts, and their error on code left out.

import { readFileSync } from 'node:fs';
import { parseCycleCalibration } from '../src/catalog/cycle-calibration.ts';
import { fitExtras, leaveEachOut } from '../src/cost/cycle-fit.ts';
import { CYCLE_MODELS, type ModelledCore } from '../src/cost/cycle-models.ts';
import { packageRoot } from '../src/io/package-files.ts';
import type { CycleCalibration } from '../src/model/calibration.ts';
import { HOLD_OUTS, heldRows, summariseErrors } from './cycles/hold-outs.ts';

const path = 'profiles/calibration/cycle-counts.json';
const calibration = parseCycleCalibration(readFileSync(`${packageRoot()}/${path}`, 'utf8'), path);

if (process.argv.includes('--json')) console.log(JSON.stringify({ schemaVersion: 1, cores: report(calibration) }, null, 2));
else for (const core of report(calibration)) print(core);

interface CoreReport {
  readonly core: ModelledCore;
  readonly leftOut: string;
  readonly fitted: object;
  readonly errors: ReturnType<typeof summariseErrors>;
}

function report(from: CycleCalibration): readonly CoreReport[] {
  return HOLD_OUTS.flatMap(({ core, leftOut, partOf }) => {
    const model = CYCLE_MODELS[core];
    if (model.kind !== 'fitted') return [];
    const rows = heldRows(from, core, partOf);
    const fitted = fitExtras(
      rows.map(({ row }) => row),
      model.prior,
    );
    return [{ core, leftOut, fitted, errors: summariseErrors(leaveEachOut(rows, model.prior)) }];
  });
}

function print({ core, leftOut, fitted, errors }: CoreReport): void {
  const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;
  console.log(`${core}, ${leftOut} left out: ${errors.rows} rows, median ${percent(errors.median)}, worst ${percent(errors.worst)}`);
  for (const { part, rows, median, worst } of errors.parts)
    console.log(`  ${part}: ${rows} rows, median ${percent(median)}, worst ${percent(worst)}`);
  console.log(`  fitted on all: ${JSON.stringify(fitted)}`);
}
