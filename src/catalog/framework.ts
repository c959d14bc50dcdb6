// `profiles/frameworks/<id>.json`: a law, regulation, standard or guideline as data. A clause lists the checks that bear on it, never a verdict.

import { z } from 'zod';
import { CHECKS } from '../knowledge/checks.ts';
import type { CheckId } from '../model/check.ts';
import type { Clause, Framework } from '../model/framework.ts';
import { applicability, keyDates, verified } from './citation.ts';
import {
  checkUnique,
  complainTo,
  date,
  expecting,
  flag,
  id,
  knownId,
  list,
  mapping,
  type ShapeOf,
  schemaVersion,
  text,
  url,
  word,
} from './fields.ts';
import { readJson } from './json.ts';
import { accept } from './problems.ts';
import { BEARINGS, BINDINGS } from './vocabulary.ts';

const CHECK_IDS = Object.keys(CHECKS) as CheckId[]; // the keys of a total table over CheckId
const CLAUSE_ID = 'an identifier without spaces, as the document has it';
const clauseId = z.string({ error: expecting(CLAUSE_ID) }).regex(/^\S{1,128}$/, { error: expecting(CLAUSE_ID) });

const clause: z.ZodType<Clause> = mapping('a clause', {
  id: clauseId.meta({ description: 'official identifier within the framework' }),
  aliases: list('identifiers', clauseId),
  summary: text.meta({ description: 'in own words, never the legal text' }),
  cryptoRelevance: text.exactOptional(),
  binding: word(BINDINGS).exactOptional(),
  draft: flag,
  appliesFrom: date.exactOptional(),
  applicability: applicability.exactOptional(),
  verified,
  checks: list('checks', mapping('a check and how it bears', { check: knownId(CHECK_IDS, 'a check id'), bearing: word(BEARINGS) })),
} satisfies ShapeOf<Clause>);

/** The schema of a framework file; its output is the model's `Framework`. */
export const frameworkSchema: z.ZodType<Framework> = mapping('a framework', {
  schemaVersion,
  id,
  name: text,
  version: text,
  issuer: text,
  jurisdiction: text,
  binding: word(BINDINGS),
  url: url.exactOptional(),
  verified,
  applicability: applicability.exactOptional(),
  dates: keyDates,
  clauses: list('clauses', clause),
  notes: list('texts', text),
} satisfies ShapeOf<Framework>).superRefine((framework, context) => {
  const complain = complainTo(context);
  const names = framework.clauses.flatMap((each, index) => [each.id, ...each.aliases].map((name) => ({ name, index })));
  checkUnique(
    names,
    (each) => each.name,
    (index, message) => complain(['clauses', names[index]?.index ?? 0], message),
  );
});

/** A framework from the text of its file. Throws `bad-profile` with every problem. */
export function parseFramework(text: string, path: string): Framework {
  return accept(frameworkSchema, readJson(text, path), path);
}
