// Fields that all profiles of facts share: who says so, how well it was read, where it is asked.

import { z } from 'zod';
import type { Applicability, KeyDate, Verified } from '../model/framework.ts';
import type { Citation } from '../model/measurement.ts';
import { date, expecting, flag, list, mapping, type ShapeOf, text, url, word } from './fields.ts';
import { MARKETS } from './vocabulary.ts';

export const citation: z.ZodType<Citation> = mapping('a source', {
  title: text.meta({ description: 'name of the document or repository' }),
  locator: text.exactOptional().meta({ description: 'page, table, row or file line in it' }),
  url: url.exactOptional(),
  date: text.exactOptional().meta({ description: 'date of the document, as it says it' }),
} satisfies ShapeOf<Citation>).meta({ id: 'source' });

const VERIFIED = 'true, false or "secondary"';
export const verified: z.ZodType<Verified> = z
  .union([z.boolean(), z.literal('secondary', { error: expecting(VERIFIED) })], { error: expecting(VERIFIED) })
  .meta({
    description: 'true: read in the opened document; "secondary": read in somebody’s summary; false: not read. Only true may fail a build.',
  });

export const applicability: z.ZodType<Applicability> = mapping('a condition', {
  markets: z
    .array(word(MARKETS), { error: expecting('a list of markets') })
    .min(1, { error: expecting('at least one market') })
    .exactOptional(),
  highRiskOnly: flag.exactOptional().meta({ description: 'asked only of products in a high-risk use' }),
} satisfies ShapeOf<Applicability>);

const keyDate: z.ZodType<KeyDate> = mapping('a date with its event', { date, event: text, verified } satisfies ShapeOf<KeyDate>);

/** The dates a document gives, in the order of the file. */
export const keyDates: z.ZodType<readonly KeyDate[]> = list('dates', keyDate);
