// `pqready.yaml`: what a vendor or assessor declares about a product. Six lines are a valid file; short forms become the model's shapes.

import { z } from 'zod';
import type { Trait } from '../model/framework.ts';
import type {
  AcceptedRisk,
  Budget,
  DataClass,
  Declaration,
  Product,
  ProductPart,
  RoleDeclaration,
  TargetUse,
  UnitBatch,
  Units,
} from '../model/product.ts';
import {
  amount,
  type Complain,
  checkUnique,
  complainTo,
  date,
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
import { accept } from './problems.ts';
import { contact, declarer, response } from './response.ts';
import { ANSWERED, CHANGERS, DECLARATIONS, MARKETS, PART_KINDS, PRODUCT_CLASSES, ROLES, TRAITS } from './vocabulary.ts';
import { readYaml } from './yaml.ts';

const SIZE = 'a number of bytes, or a size such as 256 KiB or 2 MiB';
const BYTES_PER: Readonly<Record<'KiB' | 'MiB', number>> = { KiB: 1024, MiB: 1024 * 1024 };

const writtenSize = z
  .string({ error: expecting(SIZE) })
  .regex(/^[1-9]\d{0,6} ?[KM]iB$/, { error: expecting(SIZE) })
  .transform((written) => Number.parseInt(written, 10) * (written.endsWith('KiB') ? BYTES_PER.KiB : BYTES_PER.MiB));

const bytes: z.ZodType<number> = z.union([z.int({ error: expecting(SIZE) }).positive({ error: expecting(SIZE) }), writtenSize], {
  error: expecting(SIZE),
});

const budget: z.ZodType<Budget> = mapping('a budget', {
  flashBytes: bytes.exactOptional().meta({ description: 'flash left for new cryptography' }),
  ramBytes: bytes.exactOptional().meta({ description: 'RAM left for an operation: stack, keys and buffers' }),
  stackBytes: bytes.exactOptional().meta({ description: 'largest stack of the task that does it' }),
  bootMs: amount.exactOptional().meta({ description: 'time for verifying an image at boot' }),
  handshakeMs: amount.exactOptional().meta({ description: 'processor time for one handshake' }),
} satisfies ShapeOf<Budget>).meta({ id: 'budget' });

const TARGET = 'a target id, or a mapping with "target" and "budget"';
const targetUse: z.ZodType<TargetUse> = z
  .union(
    [
      id.transform((target) => ({ target, budget: {} })),
      mapping('a target', { target: id, budget: budget.default({}) } satisfies ShapeOf<TargetUse>),
    ],
    { error: expecting(TARGET) },
  )
  .meta({ id: 'targetUse' });

/** A list, or its only item without the dashes. */
function oneOrMore<Item>(what: string, item: z.ZodType<Item>): z.ZodType<readonly Item[]> {
  const single = item.transform((only) => [only]);
  return z.union([single, z.array(item, { error: expecting(`a list of ${what}`) })], { error: expecting(`a list of ${what}`) });
}

const ROOTED = 'a path inside the product';
const path = text.refine((written) => !/^(?:[/\\~]|[A-Za-z]:)/.test(written) && !written.split(/[/\\]/).includes('..'), {
  error: expecting(ROOTED),
});
const paths = oneOrMore('paths', path);

const part: z.ZodType<ProductPart> = mapping('a part', {
  id: id.exactOptional().meta({ description: 'left out: the kind' }),
  kind: word(PART_KINDS),
  paths,
  version: text.exactOptional(),
} satisfies ShapeOf<ProductPart>).transform((written) => ({ ...written, id: written.id ?? written.kind }));

const dataClass: z.ZodType<DataClass> = mapping('a class of data', {
  id,
  name: text.exactOptional().meta({ description: 'left out: the id' }),
  secretYears: amount.meta({ description: 'how long it must stay secret after it was sent' }),
  roles: list('roles', word(ROLES)),
} satisfies ShapeOf<DataClass>).transform((written) => ({ ...written, name: written.name ?? written.id }));

const role: z.ZodType<RoleDeclaration> = mapping('a role', {
  role: word(ROLES),
  inScope: flag.exactOptional(),
  paths: paths.exactOptional().meta({ description: 'paths or asset ids whose facts have this role' }),
  changedBy: word(CHANGERS).exactOptional(),
  verifierImmutable: flag.exactOptional().meta({ description: 'the key or code that verifies cannot be replaced' }),
  keySlots: positiveInteger.exactOptional().meta({ description: 'verification keys that a unit can hold at the same time' }),
  keysRevocable: flag.exactOptional().meta({ description: 'a key that a unit holds can be revoked in the field' }),
} satisfies ShapeOf<RoleDeclaration>);

const ANSWERS = { yes: 'it is so', no: 'it is not so' } as const;
const declaration: z.ZodType<Declaration> = mapping('a declaration', {
  id: word(DECLARATIONS),
  statement: text,
  answer: word(ANSWERS).exactOptional().meta({ description: 'asked where the id asks a yes or no' }),
  declaredBy: declarer,
  date,
} satisfies ShapeOf<Declaration>);

const acceptedRisk: z.ZodType<AcceptedRisk> = mapping('an accepted risk', {
  finding: text.meta({ description: 'id of the finding' }),
  reason: text,
  owner: text,
  date,
  expires: date,
} satisfies ShapeOf<AcceptedRisk>);

const traits: z.ZodType<NonNullable<Product['traits']>> = mapping('traits, each true or false', {
  consumer: traitFlag('consumer'),
  'radio-equipment': traitFlag('radio-equipment'),
  'ai-components': traitFlag('ai-components'),
  'critical-sector': traitFlag('critical-sector'),
  'control-function': traitFlag('control-function'),
  'internet-exposed': traitFlag('internet-exposed'),
  'federal-contractor': traitFlag('federal-contractor'),
} satisfies ShapeOf<Record<Trait, boolean>>);

function traitFlag(trait: Trait): z.ZodExactOptional<z.ZodBoolean> {
  return flag.exactOptional().meta({ description: TRAITS[trait] });
}

const MOST_BATCHES = 100;

const batch: z.ZodType<UnitBatch> = mapping('a batch of units', {
  name: text.exactOptional(),
  placedFrom: date,
  placedTo: date,
  count: positiveInteger.exactOptional(),
  supportEnds: date
    .exactOptional()
    .meta({ description: 'end of support of these units, where it differs from the product’s', format: 'date' }),
  fieldLifeYears: amount.exactOptional().meta({ description: 'how long these units stay in use, where it differs from the product’s' }),
} satisfies ShapeOf<UnitBatch>);

const units: z.ZodType<Units> = mapping('the units', {
  placedFrom: date,
  placedTo: date,
  count: positiveInteger.exactOptional(),
  batches: z
    .array(batch, { error: expecting('a list of batches') })
    .min(1, { error: expecting('at least one batch') })
    .max(MOST_BATCHES, { error: expecting(`at most ${MOST_BATCHES} batches`) })
    .exactOptional()
    .meta({ description: 'where runs differ in number, support or field life; left out: all units are one batch' }),
  byMarket: mapping('units by market', {
    eu: positiveInteger.exactOptional(),
    'us-consumer': positiveInteger.exactOptional(),
    'us-federal': positiveInteger.exactOptional(),
    'us-national-security': positiveInteger.exactOptional(),
  } satisfies ShapeOf<NonNullable<Units['byMarket']>>)
    .exactOptional()
    .meta({ description: 'units placed on each market' }),
} satisfies ShapeOf<Units>);

/** The schema of a product file; its output is the model's `Product`. */
export const productSchema: z.ZodType<Product> = mapping('a product', {
  schemaVersion,
  name: text,
  description: text.exactOptional(),
  version: text.exactOptional(),
  vendor: text.exactOptional(),
  parts: list('parts', part),
  targets: oneOrMore('targets', targetUse).default([]),
  units: units.exactOptional(),
  supportEnds: date.exactOptional().meta({ description: 'end of the support period', format: 'date' }),
  fieldLifeYears: amount.exactOptional().meta({ description: 'how long a unit is expected to stay in use' }),
  markets: oneOrMore('markets', word(MARKETS)).default([]),
  highRiskUse: flag.exactOptional().meta({ description: 'used in critical infrastructure with a control, safety or metering function' }),
  productClass: word(PRODUCT_CLASSES).exactOptional().meta({ description: 'class of the product under the Cyber Resilience Act' }),
  traits: traits.exactOptional().meta({ description: 'what the product is or has; a trait that is left out is not known' }),
  data: list('classes of data', dataClass),
  roles: list('roles', role),
  policies: list('policy ids', id),
  declarations: list('declarations', declaration),
  acceptedRisks: list('accepted risks', acceptedRisk),
  contacts: z
    .array(contact, { error: expecting('a list of contacts') })
    .exactOptional()
    .meta({ description: 'whom to call when a drill becomes real' }),
  response: response.exactOptional().meta({ description: 'how fast an image comes about and reaches the fleet' }),
} satisfies ShapeOf<Product>).superRefine((product, context) => {
  checkRepeats(product, complainTo(context));
  checkDates(product, complainTo(context));
  checkUnits(product, complainTo(context));
  checkBatches(product, complainTo(context));
  checkAnswers(product, complainTo(context));
});

/** A product from the text of its file. Throws `bad-profile` with every problem. */
export function parseProduct(text: string, path: string): Product {
  return toProduct(readYaml(text, path), path);
}

/** A product from the value of its file; an empty file says nothing. Throws `bad-profile` with every problem. */
export function toProduct(value: unknown, path: string): Product {
  return accept(productSchema, value ?? {}, path);
}

function checkRepeats(product: Product, complain: Complain): void {
  const within = (list: string, key: string) => (index: number, message: string) => complain([list, index, key], message);
  checkUnique(product.parts, (each) => each.id, within('parts', 'id'));
  checkUnique(product.targets, (each) => each.target, within('targets', 'target'));
  checkUnique(product.data, (each) => each.id, within('data', 'id'));
  checkUnique(product.roles, (each) => each.role, within('roles', 'role'));
}

// Words without a yes or no decide nothing, and a default would flatter.
function checkAnswers({ declarations }: Product, complain: Complain): void {
  declarations.forEach(({ id: written, answer }, index) => {
    if (answer === undefined && Object.hasOwn(ANSWERED, written))
      complain(['declarations', index, 'answer'], `expected yes or no for ${written}, got nothing`);
  });
}

// Batches cover no unit that the product does not have.
function checkBatches({ units }: Product, complain: Complain): void {
  if (units?.batches === undefined) return;
  const within = (index: number, key: string) => (message: string) => complain(['units', 'batches', index, key], message);
  units.batches.forEach(({ placedFrom, placedTo, supportEnds }, index) => {
    if (placedTo < placedFrom) within(index, 'placedTo')(`${placedTo} is before placedFrom ${placedFrom}`);
    if (placedFrom < units.placedFrom) within(index, 'placedFrom')(`${placedFrom} is before units.placedFrom ${units.placedFrom}`);
    if (placedTo > units.placedTo) within(index, 'placedTo')(`${placedTo} is after units.placedTo ${units.placedTo}`);
    if (supportEnds !== undefined && supportEnds < placedTo)
      within(index, 'supportEnds')(`${supportEnds} is before placedTo ${placedTo}: the last unit would have no support`);
  });
  checkUnique(
    units.batches,
    ({ name, placedFrom }) => name ?? placedFrom,
    (index, message) => complain(['units', 'batches', index, 'name'], message),
  );
  const sum = units.batches.reduce((total, { count }) => total + (count ?? 0), 0);
  if (units.count !== undefined && sum > units.count)
    complain(['units', 'batches'], `expected at most ${units.count} in all, as units.count says, got ${sum}`);
}

// A unit is placed on one market; and the market is one of the product's.
function checkUnits({ units, markets }: Product, complain: Complain): void {
  const byMarket = Object.entries(units?.byMarket ?? {});
  const sum = byMarket.reduce((total, [, count]) => total + count, 0);
  if (units?.count !== undefined && sum > units.count)
    complain(['units', 'byMarket'], `expected at most ${units.count} in all, as units.count says, got ${sum}`);
  const known: readonly string[] = markets;
  for (const [market] of byMarket)
    if (markets.length > 0 && !known.includes(market))
      complain(['units', 'byMarket', market], `expected one of markets (${markets.join(', ')}), got "${market}"`);
}

function checkDates(product: Product, complain: Complain): void {
  const { units, supportEnds } = product;
  if (units !== undefined && units.placedTo < units.placedFrom)
    complain(['units', 'placedTo'], `${units.placedTo} is before units.placedFrom ${units.placedFrom}`);
  // Batches with an end of support of their own do not ask for the product's.
  const supported = (units?.batches ?? (units === undefined ? [] : [units])).filter((each: UnitBatch) => each.supportEnds === undefined);
  const [last] = supported
    .map(({ placedTo }) => placedTo)
    .sort()
    .reverse();
  if (last !== undefined && supportEnds !== undefined && supportEnds < last)
    complain(['supportEnds'], `${supportEnds} is before units.placedTo ${last}: the last unit would have no support`);
  product.acceptedRisks.forEach((risk, index) => {
    if (risk.expires < risk.date) complain(['acceptedRisks', index, 'expires'], `${risk.expires} is before date ${risk.date}`);
  });
}
