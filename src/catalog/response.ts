// What the product file says of an incident: whom to call, and how fast an image comes about and reaches the fleet.

import { z } from 'zod';
import type { Contact, DayRange, Declaration, Response } from '../model/product.ts';
import { amount, date, expecting, mapping, type ShapeOf, text, word } from './fields.ts';
import { CONTACT_TASKS, RESPONSE_STEPS } from './vocabulary.ts';

const DAYS = 'a number of days, or two such as [2, 5]';
const ORDER = 'the smaller number of days first';
const days: z.ZodType<DayRange> = z
  .union(
    [
      amount.transform((each) => ({ fromDays: each, toDays: each })),
      z.tuple([amount, amount]).transform(([fromDays, toDays]) => ({ fromDays, toDays })),
      mapping('days', { fromDays: amount, toDays: amount } satisfies ShapeOf<DayRange>),
    ],
    { error: expecting(DAYS) },
  )
  .refine(({ fromDays, toDays }) => fromDays <= toDays, { error: `expected ${ORDER}` })
  .meta({ id: 'days' });

const PERCENT = 'a percentage from 0 to 100';
const percent = z
  .number({ error: expecting(PERCENT) })
  .min(0, { error: expecting(PERCENT) })
  .max(100, { error: expecting(PERCENT) });

const DECLARERS = { vendor: 'the maker', assessor: 'who assesses', 'third-party': 'somebody independent' } as const;

/** Who says a thing. */
export const declarer: z.ZodType<Declaration['declaredBy']> = word(DECLARERS);

/** Somebody to call. */
export const contact: z.ZodType<Contact> = mapping('a contact', {
  task: word(CONTACT_TASKS),
  name: text.meta({ description: 'a person, a team or an authority' }),
  address: text.exactOptional().meta({ description: 'mail, telephone or page' }),
  hours: text.exactOptional().meta({ description: 'when it answers, such as 24/7' }),
} satisfies ShapeOf<Contact>);

/** Declared figures of a release in a hurry. */
export const response: z.ZodType<Response> = mapping('the response', {
  build: days.exactOptional().meta({ description: RESPONSE_STEPS.build }),
  sign: days.exactOptional().meta({ description: RESPONSE_STEPS.sign }),
  test: days.exactOptional().meta({ description: RESPONSE_STEPS.test }),
  rollout: days.exactOptional().meta({ description: RESPONSE_STEPS.rollout }),
  rolloutReachesPercent: percent.exactOptional().meta({ description: 'share of the fleet that a roll-out reaches' }),
  declaredBy: declarer,
  date,
} satisfies ShapeOf<Response>);
