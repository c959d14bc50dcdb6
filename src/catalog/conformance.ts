// A record of `pqready pqc conform` that the operator gives to an assessment. Its verdicts must follow from its counts.

import { z } from 'zod';
import { ALGORITHM_IDS } from '../knowledge/algorithms.ts';
import { PQC_REQUIREMENTS, verdictOfRow, verdictOfRows } from '../knowledge/pqc-requirements.ts';
import type { ConformanceChannel, ConformanceRecord, ConformanceRow, ConformanceVerdict, PqcRequirementId } from '../model/conformance.ts';
import type { IsoDateTime, Subject } from '../model/evidence.ts';
import { complainTo, expecting, knownId, mapping, type ShapeOf, schemaVersion, text, word } from './fields.ts';
import { readJson } from './json.ts';
import { accept } from './problems.ts';
import type { Vocabulary } from './vocabulary.ts';

const MOST_ROWS = 2_000;
const MOST_NOTES = 20;

const VERDICTS: Vocabulary<ConformanceVerdict> = {
  met: 'every case that was asked came out as expected',
  'not-met': 'a case did not',
  indeterminate: 'no case was asked, or an answer did not come',
};
const CHANNELS: Vocabulary<ConformanceChannel> = {
  process: 'a driver as a child process',
  serial: 'a board on a serial line',
  'acvp-responses': 'files that answer ACVP prompts',
};

const COUNT = 'a whole number, zero or more';
const count = z.int({ error: expecting(COUNT) }).nonnegative({ error: expecting(COUNT) });
const line = text.max(2_000, { error: expecting('text of at most 2000 characters') });

const TIME = 'a time such as 2026-11-23T08:00:00Z';
const time: z.ZodType<IsoDateTime, string> = z
  .string({ error: expecting(TIME) })
  .refine((value) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(value) && !Number.isNaN(Date.parse(value)), { error: expecting(TIME) })
  .transform((value) => value as IsoDateTime);

const DIGEST = 'a SHA-256 in lowercase hexadecimal';
const subject: z.ZodType<Subject> = mapping('a subject', {
  part: line,
  version: line.exactOptional(),
  imageSha256: z
    .string({ error: expecting(DIGEST) })
    .regex(/^[0-9a-f]{64}$/, { error: expecting(DIGEST) })
    .exactOptional(),
  serial: line.exactOptional(),
} satisfies ShapeOf<Subject>);

const REQUIREMENT_IDS = Object.keys(PQC_REQUIREMENTS).filter((id): id is PqcRequirementId => Object.hasOwn(PQC_REQUIREMENTS, id));
const note = mapping('a note', { case: line, why: line });

const row: z.ZodType<ConformanceRow> = mapping('a row', {
  requirement: knownId(REQUIREMENT_IDS, 'a requirement id'),
  algorithm: knownId(ALGORITHM_IDS, 'an algorithm id'),
  verdict: word(VERDICTS),
  passed: count,
  failed: count,
  unanswered: count,
  unsupported: count,
  notes: z.array(note, { error: expecting('a list of notes') }).max(MOST_NOTES, { error: expecting(`at most ${MOST_NOTES} notes`) }),
} satisfies ShapeOf<ConformanceRow>).superRefine((value, context) => {
  const follows = verdictOfRow(value);
  if (follows !== value.verdict) complainTo(context)(['verdict'], `expected ${follows}, which follows from the counts`);
});

const RECORD = 'a record of `pqready pqc conform --output`';
const record: z.ZodType<ConformanceRecord> = mapping(RECORD, {
  schemaVersion,
  record: z.literal('pqc-conformance', { error: expecting('"pqc-conformance"') }),
  tool: mapping('a tool', { name: z.literal('pqready', { error: expecting('"pqready"') }), version: line }),
  observedAt: time,
  channel: word(CHANNELS),
  implementation: line,
  platform: line.exactOptional(),
  subject: subject.exactOptional(),
  verdict: word(VERDICTS),
  rows: z.array(row, { error: expecting('a list of rows') }).max(MOST_ROWS, { error: expecting(`at most ${MOST_ROWS} rows`) }),
  remarks: z.array(line, { error: expecting('a list of remarks') }).max(MOST_NOTES, { error: expecting(`at most ${MOST_NOTES} remarks`) }),
} satisfies ShapeOf<ConformanceRecord>).superRefine((value, context) => {
  const follows = verdictOfRows(value.rows);
  if (follows !== value.verdict) complainTo(context)(['verdict'], `expected ${follows}, which follows from the rows`);
});

/** The record in a text. Throws `bad-profile` with every problem. */
export function parseConformanceRecord(content: string, path: string): ConformanceRecord {
  return accept(record, readJson(content, path), path);
}
