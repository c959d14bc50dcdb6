// `profiles/calibration/projection.json`: what the projection knows of others' boards.

import { z } from 'zod';
import { ALGORITHM_IDS } from '../knowledge/algorithms.ts';
import type { ProjectionCalibration, ProjectionGroup, ProjectionRow } from '../model/calibration.ts';
import { citation } from './citation.ts';
import { expecting, flag, id, knownId, list, mapping, positiveInteger, type ShapeOf, schemaVersion, text, word } from './fields.ts';
import { readJson } from './json.ts';
import { accept } from './problems.ts';
import { OPERATIONS } from './vocabulary.ts';

const REVISION = '"fips" or "round-3"';

const row: z.ZodType<ProjectionRow> = mapping('a row', {
  scheme: knownId(ALGORITHM_IDS, 'an algorithm id'),
  operation: word(OPERATIONS),
  cycles: positiveInteger,
  samples: positiveInteger.exactOptional(),
} satisfies ShapeOf<ProjectionRow>);

const group: z.ZodType<ProjectionGroup> = mapping('a group', {
  board: text,
  core: text,
  isa: text,
  clockHz: positiveInteger.exactOptional(),
  zeroWait: flag.exactOptional(),
  implementation: text,
  variant: z.string({ error: expecting('text') }),
  revision: z.enum(['fips', 'round-3'], { error: expecting(REVISION) }),
  session: text.exactOptional(),
  source: citation,
  note: text.exactOptional(),
  rows: list('rows', row),
} satisfies ShapeOf<ProjectionGroup>);

const file: z.ZodType<ProjectionCalibration> = mapping('a calibration', {
  schemaVersion,
  id,
  title: text,
  note: text,
  groups: list('groups', group),
  notices: list('texts', text),
} satisfies ShapeOf<ProjectionCalibration>);

/** The calibration from the text of its file. Throws `bad-profile` with every problem. */
export function parseProjectionCalibration(content: string, path: string): ProjectionCalibration {
  return accept(file, readJson(content, path), path);
}
