// The kinds of field that profiles are made of. Each says in its message what it expects and what came.

import { z } from 'zod';
import type { IsoDate } from '../model/evidence.ts';
import { findNearest, nearestHint } from './nearest.ts';
import { show } from './problems.ts';
import { type Vocabulary, wordsOf } from './vocabulary.ts';

/** A message function: `expected <what>, got <value>`. */
export function expecting(what: string): (issue: { readonly input?: unknown }) => string {
  return (issue) => `expected ${what}, got ${show(issue.input)}`;
}

const TEXT = 'text';
/** Text that is not blank. */
export const text: z.ZodString = z.string({ error: textMessage }).regex(/\S/, { error: expecting(TEXT) });

/** YAML reads `1.10` as a number and drops the zero: the message says how to keep it. */
function textMessage(issue: { readonly input?: unknown }): string {
  const message = expecting(TEXT)(issue);
  return typeof issue.input === 'number' ? `${message} (put it in quotes)` : message;
}

const ID = 'an id of lowercase letters, digits, ".", "_" and "-"';
/** An id as it stands in file names and references. */
export const id: z.ZodString = z.string({ error: expecting(ID) }).regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, { error: expecting(ID) });

const URL_TEXT = 'an address that begins with https:// or http://';
export const url: z.ZodString = z.string({ error: expecting(URL_TEXT) }).regex(/^https?:\/\/[^\s<>"]+$/, { error: expecting(URL_TEXT) });

const COUNT = 'a positive integer';
export const positiveInteger: z.ZodNumber = z.int({ error: expecting(COUNT) }).positive({ error: expecting(COUNT) });

const AMOUNT = 'a number, zero or more';
export const amount: z.ZodNumber = z.number({ error: expecting(AMOUNT) }).nonnegative({ error: expecting(AMOUNT) });

export const flag: z.ZodBoolean = z.boolean({ error: expecting('true or false') });

/** The only version of the profile formats so far. */
export const schemaVersion: z.ZodLiteral<1> = z.literal(1, { error: expecting('1') });

const DATE = 'a calendar date such as 2027-12-31';
/** ISO 8601 calendar date that exists. */
export const date: z.ZodType<IsoDate, string> = z
  .string({ error: expecting(DATE) })
  .refine(isCalendarDate, { error: expecting(DATE) })
  .meta({ format: 'date' })
  .transform((value) => value as IsoDate);

function isCalendarDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

const LISTED = 12;

/** One word of a vocabulary; the meanings become the description. */
export function word<Word extends string>(vocabulary: Vocabulary<Word>): z.ZodType<Word, Word> {
  const words = wordsOf(vocabulary);
  const expected = words.length <= LISTED ? `one of ${words.map((each) => `"${each}"`).join(', ')}` : `one of ${words.length} known words`;
  const description = words.map((each) => `${each}: ${vocabulary[each]}`).join('\n');
  return knownId(words, expected).meta({ description });
}

/** One of many ids; the message names the nearest. */
export function knownId<Id extends string>(ids: readonly Id[], expected: string): z.ZodType<Id, Id> {
  return z.enum(ids, {
    error: (issue) => `${expecting(expected)(issue)}${typeof issue.input === 'string' ? nearestHint(issue.input, ids) : ''}`,
  });
}

/** Every key of a model type with a schema: a key that is forgotten, or that the model does not have, does not compile. */
export type ShapeOf<T> = { readonly [Key in keyof T]-?: z.ZodType };

/** A mapping with these keys and no others; an unknown key is named with the nearest valid one. */
export function mapping<Shape extends z.ZodRawShape>(what: string, shape: Shape): z.ZodObject<Shape, z.core.$strict> {
  const known = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? describeUnknownKeys(issue.keys as readonly string[], known)
        : expecting(`a mapping (${what})`)(issue),
  });
}

const SHOWN_KEYS = 5;

function describeUnknownKeys(keys: readonly string[], known: readonly string[]): string {
  const guessed = keys.slice(0, SHOWN_KEYS).map((key) => ({ key, nearest: findNearest(key, known) }));
  const mistyped = guessed.filter((each) => each.nearest !== undefined).map((each) => `${show(each.key)} (nearest: "${each.nearest}")`);
  const foreign = guessed.filter((each) => each.nearest === undefined).map((each) => show(each.key));
  const listed = foreign.length > 0 ? [`${foreign.join(', ')} (known: ${known.join(', ')})`] : [];
  const more = keys.length > SHOWN_KEYS ? ` and ${keys.length - SHOWN_KEYS} more` : '';
  return `unknown ${keys.length === 1 ? 'key' : 'keys'} ${[...mistyped, ...listed].join(', ')}${more}`;
}

/** A list, empty when it is left out. */
export function list<Item extends z.ZodType>(what: string, item: Item): z.ZodDefault<z.ZodArray<Item>> {
  return z.array(item, { error: expecting(`a list of ${what}`) }).default([]);
}

/** Adds a problem at `path` below the value that is checked. */
export type Complain = (path: readonly PropertyKey[], message: string) => void;

/** `complain` bound to the issues of a zod check. */
export function complainTo(context: z.core.$RefinementCtx): Complain {
  return (path, message) => context.addIssue({ code: 'custom', path: [...path], message });
}

/** Complains of every value of `key` that came before in the list. */
export function checkUnique<Item>(
  items: readonly Item[],
  key: (item: Item) => string,
  complain: (index: number, message: string) => void,
): void {
  const first = new Map<string, number>();
  items.forEach((item, index) => {
    const value = key(item);
    const earlier = first.get(value);
    if (earlier === undefined) first.set(value, index);
    else complain(index, `${show(value)} was given before, at [${earlier}]`);
  });
}
