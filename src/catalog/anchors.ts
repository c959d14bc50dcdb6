// An anchor file: what somebody measured on the board, with what must be known of it before it is projected to another operation. A log that does not
// say board, clock, implementation, compiler and flags stays a log: its figures are never projected.

import { z } from 'zod';
import { ALGORITHM_IDS } from '../knowledge/algorithms.ts';
import type { AnchorRow, Anchors, Probes } from '../model/projection.ts';
import { complainTo, expecting, knownId, list, mapping, positiveInteger, type ShapeOf, schemaVersion, text, word } from './fields.ts';
import { readJson } from './json.ts';
import { accept } from './problems.ts';
import { OPERATIONS } from './vocabulary.ts';

const FIGURE = 'a number above zero';
const figure = z.number({ error: expecting(FIGURE) }).positive({ error: expecting(FIGURE) });

/** `unknown` and the like are no metadata. */
const KNOWN_TEXT = 'what it was, known: figures without it are never projected';
const known = text.refine((value) => !/^(unknown|n\/?a|none|\?+|-+)$/i.test(value.trim()), { error: expecting(KNOWN_TEXT) });

const row: z.ZodType<AnchorRow> = mapping('a measured operation', {
  algorithm: knownId(ALGORITHM_IDS, 'an algorithm id'),
  operation: word(OPERATIONS),
  cycles: figure.exactOptional(),
  timeUs: figure.exactOptional(),
  samples: positiveInteger.exactOptional(),
  minCycles: figure.exactOptional(),
  maxCycles: figure.exactOptional(),
} satisfies ShapeOf<AnchorRow>).superRefine(({ cycles, timeUs, minCycles, maxCycles }, context) => {
  const complain = complainTo(context);
  if ((cycles === undefined) === (timeUs === undefined)) complain(['cycles'], 'expected either cycles or timeUs');
  if (minCycles !== undefined && maxCycles !== undefined && minCycles > maxCycles)
    complain(['minCycles'], `expected at most maxCycles ${maxCycles}, got ${minCycles}`);
});

const probes: z.ZodType<Probes> = mapping('probes', {
  keccakCycles: figure.exactOptional(),
  mlKemNttCycles: figure.exactOptional(),
  mlDsaNttCycles: figure.exactOptional(),
} satisfies ShapeOf<Probes>);

const CLASS = '"assembly", "c" or "low-ram"';
const file: z.ZodType<Anchors> = mapping('an anchor file', {
  schemaVersion,
  board: known,
  clockHz: positiveInteger,
  implementation: known,
  variant: z.string({ error: expecting('text') }),
  compiler: known,
  flags: known,
  class: z.enum(['assembly', 'c', 'low-ram'], { error: expecting(CLASS) }).exactOptional(),
  revision: z.enum(['fips', 'round-3'], { error: expecting('"fips" or "round-3"') }).exactOptional(),
  probes: probes.exactOptional(),
  rows: list('measured operations', row),
} satisfies ShapeOf<Anchors>);

/** The anchors from the text of a file. Throws `bad-profile` with every problem. */
export function parseAnchors(content: string, path: string): Anchors {
  return accept(file, readJson(content, path), path);
}
