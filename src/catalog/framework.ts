// `profiles/frameworks/<id>.json`: a law, regulation, standard or guideline as data. A clause lists the checks that bear on it, never a verdict.

import { z } from 'zod';
import { CHECKS } from '../knowledge/checks.ts';
import type { CheckId } from '../model/check.ts';
import { type ClassRow, type Clause, type Framework, isLaw, type TestGroup, type VerdictWords } from '../model/framework.ts';
import { applicability, checkDocuments, documents, keyDates, packAliases, type ReadingAt, reading } from './citation.ts';
import {
  type Complain,
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
import { BEARINGS, BINDINGS, PRODUCT_CLASSES } from './vocabulary.ts';

const CHECK_IDS = Object.keys(CHECKS) as CheckId[]; // the keys of a total table over CheckId
const CLAUSE_ID = 'an identifier without spaces, as the document has it';
const clauseId = z.string({ error: expecting(CLAUSE_ID) }).regex(/^\S{1,128}$/, { error: expecting(CLAUSE_ID) });

const testGroup: z.ZodType<TestGroup> = mapping('a test group', {
  document: id.meta({ description: 'id of the test standard among the documents of this pack' }),
  group: clauseId,
  inputs: list('inputs', text),
  reading,
} satisfies ShapeOf<TestGroup>);

const clause: z.ZodType<Clause> = mapping('a clause', {
  id: clauseId.meta({ description: 'official identifier within the framework' }),
  aliases: list('identifiers', clauseId),
  summary: text.meta({ description: 'in own words, never the legal text' }),
  cryptoRelevance: text.exactOptional(),
  status: text.exactOptional().meta({ description: 'the standing that the document itself gives' }),
  condition: text.exactOptional().meta({ description: 'in own words: when it is asked, beyond the conditions of applicability' }),
  binding: word(BINDINGS).exactOptional(),
  draft: flag,
  inferred: flag.exactOptional().meta({ description: 'reasoned by the author of this file; no document says it' }),
  appliesFrom: date.exactOptional(),
  applicability: applicability.exactOptional(),
  reading,
  test: testGroup.exactOptional(),
  checks: list('checks', mapping('a check and how it bears', { check: knownId(CHECK_IDS, 'a check id'), bearing: word(BEARINGS) })),
} satisfies ShapeOf<Clause>);

const classRow: z.ZodType<ClassRow> = mapping('a class of products', {
  class: word(PRODUCT_CLASSES),
  id: clauseId,
  examples: list('texts', text),
  route: text,
  reading,
} satisfies ShapeOf<ClassRow>);

const verdictWords: z.ZodType<VerdictWords> = mapping('the words of a test standard', {
  met: text,
  'not-met': text,
  indeterminate: text,
  'not-applicable': text,
} satisfies ShapeOf<VerdictWords>);

/** The schema of a framework file; its output is the model's `Framework`. */
export const frameworkSchema: z.ZodType<Framework> = mapping('a framework', {
  schemaVersion,
  id,
  aliases: packAliases,
  name: text,
  version: text,
  issuer: text,
  jurisdiction: text,
  binding: word(BINDINGS),
  url: url.exactOptional(),
  reading,
  documents,
  applicability: applicability.exactOptional(),
  dates: keyDates,
  classes: list('classes of products', classRow),
  policy: id.exactOptional().meta({ description: 'id of the policy with the dates of this framework' }),
  verdictWords: verdictWords.exactOptional(),
  clauses: list('clauses', clause),
  notes: list('texts', text),
} satisfies ShapeOf<Framework>).superRefine((framework, context) => {
  const complain = complainTo(context);
  checkNames(framework, complain);
  checkDocuments(framework.documents, readingsOf(framework), complain);
  checkLaw(framework, complain);
});

/** A framework from the text of its file. Throws `bad-profile` with every problem. */
export function parseFramework(text: string, path: string): Framework {
  return accept(frameworkSchema, readJson(text, path), path);
}

function checkNames(framework: Framework, complain: Complain): void {
  const rows = [...framework.clauses.map(({ id: name, aliases }) => [name, ...aliases]), ...framework.classes.map((each) => [each.id])];
  const names = rows.flatMap((row, index) => row.map((name) => ({ name, index })));
  const placeOf = (index: number): PropertyKey[] =>
    index < framework.clauses.length ? ['clauses', index] : ['classes', index - framework.clauses.length];
  checkUnique(
    names,
    (each) => each.name,
    (index, message) => complain(placeOf(names[index]?.index ?? 0), message),
  );
}

// A clause of a law is never met: a law has no words for it, and what somebody reasoned is no law.
function checkLaw(framework: Framework, complain: Complain): void {
  if (isLaw(framework.binding) && framework.verdictWords !== undefined)
    complain(['verdictWords'], 'expected none: a law carries no verdict');
  framework.clauses.forEach((each, index) => {
    if (each.inferred === true && each.reading.how !== 'none')
      complain(['clauses', index, 'reading', 'how'], 'expected "none": what is inferred was read nowhere');
  });
}

function readingsOf(framework: Framework): ReadingAt[] {
  return [
    { path: ['reading'], reading: framework.reading },
    ...framework.dates.map((each, index) => ({ path: ['dates', index, 'reading'], reading: each.reading })),
    ...framework.classes.map((each, index) => ({ path: ['classes', index, 'reading'], reading: each.reading })),
    ...framework.clauses.flatMap((each, index) => [
      { path: ['clauses', index, 'reading'], reading: each.reading },
      ...(each.test === undefined ? [] : [{ path: ['clauses', index, 'test', 'reading'], reading: each.test.reading }]),
    ]),
  ];
}
