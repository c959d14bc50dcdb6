// A figure in a file: in a target's profile, or in what a bench of pqready prints with --json and `assess --measurements` reads.

import { z } from 'zod';
import { ALGORITHM_IDS } from '../knowledge/algorithms.ts';
import type { Measurement, MeasurementFile } from '../model/measurement.ts';
import { citation } from './citation.ts';
import { amount, expecting, id, knownId, mapping, positiveInteger, type ShapeOf, schemaVersion, text, word } from './fields.ts';
import { readJson } from './json.ts';
import { accept } from './problems.ts';
import { BUILDS, METHODS, METRICS, OPERATIONS } from './vocabulary.ts';

const quantile = amount.exactOptional();

const FIELDS = {
  algorithm: knownId(ALGORITHM_IDS, 'an algorithm id'),
  parameterSet: text.exactOptional().meta({ description: 'what the algorithm id leaves open: a curve and digest, an LMS parameter set' }),
  operation: word(OPERATIONS),
  metric: word(METRICS),
  value: amount,
  spread: mapping('a spread', { min: quantile, max: quantile, mean: quantile, p95: quantile, p99: quantile }).exactOptional(),
  n: positiveInteger.exactOptional().meta({ description: 'number of runs; left out where the source does not say' }),
  method: word(METHODS),
  platform: text.meta({ description: 'board or core and clock the figure was taken at' }),
  implementation: text,
  build: word(BUILDS).exactOptional(),
  clockHz: positiveInteger.exactOptional().meta({ description: 'the clock it was taken at' }),
  core: text.exactOptional().meta({ description: 'the core it was taken on, where that is not the core of this target' }),
  source: citation,
  note: text.exactOptional(),
} satisfies ShapeOf<Measurement>;

/** One figure of a target's profile. */
export const measurement: z.ZodType<Measurement> = mapping('a measurement', FIELDS);

/** A bench may say more of a row than an assessment reads. */
const benchRow: z.ZodType<Measurement> = z.object(FIELDS, { error: expecting('a mapping (a measurement)') });

const ROWS = 'a list of measurements, at least one';
const measurementFile: z.ZodType<MeasurementFile> = z.object(
  {
    schemaVersion,
    target: id.exactOptional(),
    measurements: z.array(benchRow, { error: expecting(ROWS) }).min(1, { error: expecting(ROWS) }),
  } satisfies ShapeOf<MeasurementFile>,
  { error: expecting('a mapping with `schemaVersion` and `measurements`, as `pqready bench … --json` prints it') },
);

/** Figures from the text of a file. Throws `bad-profile` with every problem. */
export function parseMeasurementFile(text: string, path: string): MeasurementFile {
  return accept(measurementFile, readJson(text, path), path);
}
