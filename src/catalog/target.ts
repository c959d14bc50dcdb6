// `profiles/targets/<id>.json`: a board or gateway as facts with sources, and what others have measured on it. What is not known is null.

import { z } from 'zod';
import type { Sourced, TargetProfile } from '../model/target.ts';
import { citation } from './citation.ts';
import {
  amount,
  checkUnique,
  complainTo,
  expecting,
  flag,
  id,
  list,
  mapping,
  positiveInteger,
  type ShapeOf,
  schemaVersion,
  text,
  word,
} from './fields.ts';
import { readJson } from './json.ts';
import { measurement } from './measurement.ts';
import { accept } from './problems.ts';
import { ISAS } from './vocabulary.ts';

const MATCH = 'a board or SoC name in lowercase';
const match = z.string({ error: expecting(MATCH) }).regex(/^[a-z0-9][a-z0-9._/@+-]{0,127}$/, { error: expecting(MATCH) });

/** The schema of a target file; its output is the model's `TargetProfile`. */
export const targetSchema: z.ZodType<TargetProfile> = mapping('a target', {
  schemaVersion,
  id,
  name: text,
  core: text,
  isa: word(ISAS),
  matches: list('board and SoC names', match).meta({ description: 'names by which build systems mean this target' }),
  clockHz: sourced(positiveInteger),
  ramBytes: sourced(positiveInteger),
  flashBytes: sourced(positiveInteger),
  accelerators: sourced(z.array(text, { error: expecting('a list of names') })),
  trng: sourced(flag),
  waitStates: sourced(amount).exactOptional().meta({ description: 'wait states of the code memory at `clockHz`' }),
  activeCurrentMa: sourced(amount).exactOptional().meta({ description: 'current while the core computes, mA' }),
  supplyVolts: sourced(amount).exactOptional(),
  measurements: list('measurements', measurement),
  notices: list('texts', text),
} satisfies ShapeOf<TargetProfile>).superRefine((target, context) => {
  const complain = complainTo(context);
  checkUnique(
    target.matches,
    (name) => name,
    (index, message) => complain(['matches', index], message),
  );
});

/** A target from the text of its file. Throws `bad-profile` with every problem. */
export function parseTarget(text: string, path: string): TargetProfile {
  return accept(targetSchema, readJson(text, path), path);
}

/** A value that is known has a source: no number without origin. */
function sourced<T>(value: z.ZodType<T>): z.ZodType<Sourced<T>> {
  return mapping('a value with its source', {
    value: value.nullable(),
    source: z.nullable(citation),
  } satisfies ShapeOf<Sourced<T>>).superRefine((fact, context) => {
    if (fact.value !== null && fact.source === null) complainTo(context)(['source'], 'expected the source of the value, got null');
  });
}
