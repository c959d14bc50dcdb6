// The schema of what `pqready drill --json` prints, held to the model: a field that is added there does not compile until it stands here.

import { z } from 'zod';
import { ALGORITHM_IDS } from '../knowledge/algorithms.ts';
import { CURVE_IDS } from '../knowledge/curves.ts';
import type * as Model from '../model/drill.ts';
import type { DayRange } from '../model/product.ts';
import { amount, date, mapping, type ShapeOf } from './fields.ts';
import { contact, declarer } from './response.ts';
import { CHANGERS, MARKETS, RESPONSE_STEPS, ROLES, wordsOf } from './vocabulary.ts';

const strings = z.array(z.string());
const count = z.int().nonnegative();
const role = z.enum(wordsOf(ROLES));
const market = z.enum(wordsOf(MARKETS));
const changer = z.enum(wordsOf(CHANGERS));
const step = z.enum(wordsOf(RESPONSE_STEPS));
const standing = z.enum(['falls', 'may-fall', 'holds', 'not-hit']);
const hitStanding = z.enum(['falls', 'may-fall', 'holds']);

const target = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('curves'), curves: z.union([z.array(z.enum(CURVE_IDS)), z.literal('all')]) }),
  z.strictObject({ what: z.literal('factoring'), upToBits: count.exactOptional() }),
  z.strictObject({ what: z.literal('finite-field'), upToBits: count.exactOptional() }),
  z.strictObject({
    what: z.literal('algorithm'),
    algorithms: z.array(z.enum(ALGORITHM_IDS)),
    keyBits: count.exactOptional(),
    mode: z.string().exactOptional(),
  }),
  z.strictObject({ what: z.literal('shor') }),
]);

const scenario = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('broken'), written: z.string(), on: date, targets: z.array(target) }),
  z.strictObject({ kind: z.literal('leaked'), written: z.string(), on: date }),
]);

const days = mapping('days', { fromDays: amount, toDays: amount } satisfies ShapeOf<DayRange>);

const hitAsset = mapping('a hit asset', {
  asset: z.string(),
  name: z.string(),
  kind: z.enum(['algorithm', 'certificate', 'key', 'protocol']),
  standing: hitStanding,
  reach: z.enum(['itself', 'key', 'issuer', 'part', 'protocol']),
  through: strings,
  left: strings,
  facts: strings,
} satisfies ShapeOf<Model.HitAsset>);

const consequence = mapping('a consequence', {
  code: z.enum([
    'recorded-readable',
    'stored-readable',
    'images-forgeable',
    'identity-forgeable',
    'access-forgeable',
    'messages-forgeable',
    'depends-on-kind',
  ]),
  retroactive: z.boolean(),
  certain: z.boolean(),
} satisfies ShapeOf<Model.Consequence>);

const wayOut = mapping('a way out', {
  item: z.string(),
  to: strings,
  fit: z.enum(['fits', 'tight', 'exceeds', 'indeterminate']),
  stranded: z.boolean(),
  latestResponsibleDate: date.exactOptional(),
  effort: days,
} satisfies ShapeOf<Model.WayOut>);

const roleHit = mapping('a role', {
  role,
  standing: hitStanding,
  assets: z.array(hitAsset),
  consequences: z.array(consequence),
  beside: strings,
  changedBy: changer.exactOptional(),
  wayOut: wayOut.exactOptional(),
} satisfies ShapeOf<Model.RoleHit>);

const dataHit = mapping('a class of data', {
  id: z.string(),
  name: z.string(),
  secretYears: amount,
  roles: z.array(role),
  sentFrom: date.exactOptional(),
  stillSecretFrom: date,
} satisfies ShapeOf<Model.DataHit>);

const chainLink = mapping('a link', {
  role: z.enum(['boot', 'update']),
  verifiers: strings,
  standing: z.enum(['falls', 'may-fall', 'holds', 'not-hit', 'unknown']),
  immutable: z.enum(['yes', 'no', 'unknown']),
  keySlots: count.exactOptional(),
  keysRevocable: z.boolean().exactOptional(),
  word: z.enum(['not-hit', 'until-the-day', 'not-tellable', 'second-key', 'fixed', 'not-seen']),
  daysLeft: z.int(),
  facts: strings,
} satisfies ShapeOf<Model.ChainLink>);

const response = mapping('the response', {
  steps: z.array(z.strictObject({ step, days: days.exactOptional() })),
  firstImage: days,
  fleet: days,
  missing: z.array(step),
  reachesPercent: z.number().exactOptional(),
  beginBy: date.exactOptional(),
  declaredBy: declarer.exactOptional(),
  declaredOn: date.exactOptional(),
} satisfies ShapeOf<Model.ResponseTime>);

const units = mapping('units', {
  count: count.exactOptional(),
  byMarket: z.array(z.strictObject({ market, count: count.exactOptional() })),
  placedFrom: date.exactOptional(),
  placedTo: date.exactOptional(),
  supportEnds: date.exactOptional(),
  fieldEnds: date.exactOptional(),
  unsupported: z.strictObject({ supportEnds: date, count: count.exactOptional() }).exactOptional(),
} satisfies ShapeOf<Model.UnitsHit>);

const loss = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('immutable-verifier'), role }),
  z.strictObject({ what: z.literal('held-elsewhere'), role, by: changer }),
  z.strictObject({ what: z.literal('unsupported-units'), supportEnds: date, count: count.exactOptional() }),
  z.strictObject({ what: z.literal('unreached-units'), percent: z.number(), count: count.exactOptional() }),
  z.strictObject({ what: z.literal('sent-data'), data: dataHit }),
  z.strictObject({ what: z.literal('recorded-unknown') }),
]);

const clock = mapping('a clock', {
  id: z.enum(['cra-vulnerability', 'cra-incident', 'nis2']),
  clause: z.string().exactOptional(),
  asked: z.enum(['yes', 'unknown', 'not-asked']),
  appliesFrom: date.exactOptional(),
} satisfies ShapeOf<Model.ClockQuestion>);

const question = mapping('a question', {
  code: z.string(),
  role: role.exactOptional(),
  names: strings,
  paste: z.string().exactOptional(),
} satisfies ShapeOf<Model.DrillQuestion>);

const product = mapping('the drill of a product', {
  product: z.string(),
  version: z.string().exactOptional(),
  reportAsOf: date,
  standing,
  keys: z.array(z.strictObject({ asset: z.string(), name: z.string(), spkiSha256: z.string().exactOptional() })),
  roles: z.array(roleHit),
  data: z.array(dataHit),
  units,
  chain: z.array(chainLink),
  response,
  losses: z.array(loss),
  clocks: z.array(clock),
  contacts: z.array(contact),
  questions: z.array(question),
  onRecord: count,
  unseen: z.array(role),
  gaps: count,
} satisfies ShapeOf<Model.ProductDrill>);

/** The schema of a drill. */
export const drillSchema: z.ZodType = mapping('a drill', {
  schemaVersion: z.literal(1),
  tool: z.strictObject({ name: z.literal('pqready'), version: z.string() }),
  asOf: date,
  scenario,
  products: z.array(product),
  totals: mapping('totals', {
    products: z.strictObject({ falls: count, 'may-fall': count, holds: count, 'not-hit': count }),
    units: count,
    byMarket: z.array(z.strictObject({ market, count })),
    unitsUnknown: count,
  } satisfies ShapeOf<Model.DrillTotals>),
} satisfies ShapeOf<Model.Drill>).meta({ description: 'a scenario, not a prediction' });
