// Fields that all profiles of facts share: who says so, how well it was read, where it is asked.

import { z } from 'zod';
import type { Applicability, KeyDate, PackDocument, Reading } from '../model/framework.ts';
import type { Citation } from '../model/measurement.ts';
import { type Complain, checkUnique, date, expecting, flag, id, list, mapping, type ShapeOf, text, url, word } from './fields.ts';
import { nearestHint } from './nearest.ts';
import { show } from './problems.ts';
import { MARKETS, PRODUCT_CLASSES, READINGS, TRAITS, type Vocabulary } from './vocabulary.ts';

export const citation: z.ZodType<Citation> = mapping('a source', {
  title: text.meta({ description: 'name of the document or repository' }),
  locator: text.exactOptional().meta({ description: 'page, table, row or file line in it' }),
  url: url.exactOptional(),
  date: text.exactOptional().meta({ description: 'date of the document, as it says it' }),
} satisfies ShapeOf<Citation>).meta({ id: 'source' });

const READ_ON = 'the day of the reading, such as 2026-11-23; nothing that was not read has one';
/** How a row was read. The day is asked of every reading and refused where there was none. */
export const reading: z.ZodType<Reading> = mapping('a reading', {
  how: word(READINGS),
  date: date.exactOptional().meta({ description: 'day on which it was read', format: 'date' }),
  document: id.exactOptional().meta({ description: 'id of the document of this pack in which it was read' }),
}).transform(({ how, date: day, document }, context): Reading => {
  const rest = document === undefined ? {} : { document };
  if (how === 'none' && day === undefined) return { how, ...rest };
  if (how !== 'none' && day !== undefined) return { how, date: day, ...rest };
  context.addIssue({ code: 'custom', path: ['date'], message: `expected ${READ_ON}, got ${show(day)}` });
  return z.NEVER;
});

const packDocument: z.ZodType<PackDocument> = mapping('a document', {
  id,
  title: text.meta({ description: 'official name' }),
  version: text.exactOptional(),
  url: url.exactOptional().meta({ description: 'address at the issuer' }),
} satisfies ShapeOf<PackDocument>);

/** The documents that a pack speaks of. */
export const documents: z.ZodDefault<z.ZodArray<z.ZodType<PackDocument>>> = list('documents', packDocument);

const PACK_NAME = 'a name without spaces and colons';
/** Other names of a pack, before the colon of an id. */
export const packAliases: z.ZodDefault<z.ZodArray<z.ZodString>> = list(
  'names',
  z.string({ error: expecting(PACK_NAME) }).regex(/^[^\s:]{1,64}$/, { error: expecting(PACK_NAME) }),
);

export const applicability: z.ZodType<Applicability> = mapping('a condition', {
  markets: someOf('market', MARKETS).exactOptional(),
  highRiskOnly: flag.exactOptional().meta({ description: 'asked only of products in a high-risk use' }),
  traits: someOf('trait', TRAITS).exactOptional(),
  classes: someOf('class', PRODUCT_CLASSES).exactOptional(),
  onRequest: flag.exactOptional().meta({ description: 'asked only where the operator or the product file names the policy' }),
} satisfies ShapeOf<Applicability>);

function someOf<Word extends string>(what: string, vocabulary: Vocabulary<Word>): z.ZodType<readonly Word[], readonly Word[]> {
  const plural = what === 'class' ? 'classes' : `${what}s`;
  return z.array(word(vocabulary), { error: expecting(`a list of ${plural}`) }).min(1, { error: expecting(`at least one ${what}`) });
}

const keyDate: z.ZodType<KeyDate> = mapping('a date with its event', { date, event: text, reading } satisfies ShapeOf<KeyDate>);

/** The dates a document gives, in the order of the file. */
export const keyDates: z.ZodType<readonly KeyDate[]> = list('dates', keyDate);

/** A reading with the place in the file that holds it. */
export interface ReadingAt {
  readonly path: readonly PropertyKey[];
  readonly reading: Reading;
}

/** Complains of documents given twice and of readings that name none of them. */
export function checkDocuments(known: readonly PackDocument[], readings: readonly ReadingAt[], complain: Complain): void {
  checkUnique(
    known,
    (each) => each.id,
    (index, message) => complain(['documents', index, 'id'], message),
  );
  const ids = known.map((each) => each.id);
  for (const { path, reading: found } of readings) {
    if (found.document === undefined || ids.includes(found.document)) continue;
    const got = `${show(found.document)}${nearestHint(found.document, ids)}`;
    complain([...path, 'document'], `expected the id of a document of this file, got ${got}`);
  }
}
