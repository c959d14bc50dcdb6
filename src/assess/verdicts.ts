// From an input to its verdicts: scene, findings, checks, clauses, gates. An earlier judgement of nearly the same input lends what the
// difference does not touch, so that many possible answers can be tried on one inventory.

import type { CheckResult, Finding, FitRow, RoleGates } from '../model/assessment.ts';
import type { ConformanceRecord } from '../model/conformance.ts';
import type { IsoDate } from '../model/evidence.ts';
import type { Framework, Policy } from '../model/framework.ts';
import type { Inventory } from '../model/inventory.ts';
import { compareText } from '../model/order.ts';
import type { Product } from '../model/product.ts';
import { type AskedPolicy, askPolicies } from './applicability.ts';
import type { Picture } from './checks/answer.ts';
import { type AnsweredCheck, answerEach } from './checks.ts';
import { listStandings } from './clauses.ts';
import { withoutEchoes } from './echoes.ts';
import { type Hit, type Look, lookAtAll, mergeLooks } from './findings.ts';
import { climbGates } from './gates.ts';
import { listMechanisms } from './mechanism.ts';
import { findFieldEnd, findSupportEnd } from './need.ts';
import { perList } from './per-list.ts';
import type { Scene } from './scene.ts';
import { rolesInScope } from './scope.ts';
import { compareSunsets } from './sunsets.ts';

/** What an assessment is made from. */
export interface AssessInput {
  readonly inventory: Inventory;
  readonly product?: Product;
  readonly frameworks: readonly Framework[];
  readonly policies: readonly Policy[];
  /** ids of policies that the operator asked for by name: they apply whatever the markets */
  readonly asked?: readonly string[];
  readonly fit: readonly FitRow[];
  /** tests of PQC implementations; only one with a subject says anything of a product */
  readonly conformance?: readonly ConformanceRecord[];
  readonly asOf: IsoDate;
}

/** What follows from an input. */
export interface Verdicts {
  readonly input: AssessInput;
  readonly scene: Scene;
  readonly looks: readonly Look[];
  readonly picture: Picture;
  readonly answered: readonly AnsweredCheck[];
  readonly checks: readonly CheckResult[];
  /** relation and applicability of every clause, in the order of the packs */
  readonly standings: readonly string[];
  readonly gates: readonly RoleGates[];
}

/** Judges an input; `earlier` is a judgement on the same day with the same accepted risks. */
export function giveVerdicts(input: AssessInput, earlier?: Verdicts): Verdicts {
  const scene = setScene(input, earlier);
  const looks = lookAtAll(scene, earlier);
  const isAsBefore = earlier !== undefined && looks.every(({ hits }, index) => hits === earlier.looks[index]?.hits);
  const hits = isAsBefore ? earlier.picture.hits : mergeLooks(looks);
  const picture: Picture = { ...scene, hits };
  const answered = answerEach(picture, earlier);
  const checks = answered.flatMap(({ results }) => results);
  const findings = findingsOf(hits);
  const standings = listStandings(input.frameworks, { ...input, checks, findings });
  return { input, scene, looks, picture, answered, checks, standings, gates: climbGates(picture, checks) };
}

const findingsOf = perList<Hit, readonly Finding[]>((hits) => hits.map(({ finding }) => finding));

function setScene(input: AssessInput, earlier: Verdicts | undefined): Scene {
  const { product, asked = [], asOf } = input;
  const sameInventory = earlier !== undefined && earlier.input.inventory === input.inventory;
  const inventory = sameInventory ? earlier.scene.inventory : inOrder(input.inventory);
  const mechanisms = sameInventory ? earlier.scene.mechanisms : listMechanisms(inventory);
  const distinct = sameInventory ? earlier.scene.distinct : withoutEchoes(mechanisms);
  const declared = product === undefined ? {} : { product };
  const policies = sameOr(askPolicies(input.policies, product, asked), earlier?.scene.policies, isSamePolicy);
  const sameDates = sameInventory && policies === earlier.scene.policies && isSameNeed(product, earlier.input.product);
  return {
    asOf,
    inventory,
    ...declared,
    policies,
    mechanisms,
    distinct,
    sunsets: sameDates ? earlier.scene.sunsets : compareSunsets(distinct, policies, product),
    fit: earlier !== undefined && earlier.input.fit === input.fit ? earlier.scene.fit : inFitOrder(input.fit),
    conformance: input.conformance ?? earlier?.scene.conformance ?? [],
    scope: sameOr(rolesInScope({ mechanisms, inventory, ...declared }), earlier?.scene.scope, (a, b) => a === b),
  };
}

// The earlier list where the new one says the same, so that it is known to be the same.
function sameOr<Item>(list: readonly Item[], earlier: readonly Item[] | undefined, isSame: (a: Item, b: Item) => boolean): readonly Item[] {
  const equal =
    earlier?.length === list.length && list.every((each, index) => earlier[index] !== undefined && isSame(each, earlier[index]));
  return equal && earlier !== undefined ? earlier : list;
}

function isSamePolicy(a: AskedPolicy, b: AskedPolicy): boolean {
  return a.policy === b.policy && a.applies === b.applies;
}

// Of the product the comparison of dates reads only until when mechanisms are needed.
function isSameNeed(a: Product | undefined, b: Product | undefined): boolean {
  return findSupportEnd(a) === findSupportEnd(b) && findFieldEnd(a) === findFieldEnd(b);
}

// An inventory says of itself that it is in order; one that came from a file may not be.
function inOrder(inventory: Inventory): Inventory {
  const byId = (a: { readonly id: string }, b: { readonly id: string }): number => compareText(a.id, b.id);
  return {
    ...inventory,
    assets: inventory.assets.map((asset) => ({ ...asset, facts: [...asset.facts].sort(byId) })).sort(byId),
    absences: [...inventory.absences].sort((a, b) => byId(a.fact, b.fact)),
    productFacts: [...inventory.productFacts].sort(byId),
  };
}

function inFitOrder(fit: readonly FitRow[]): readonly FitRow[] {
  return [...fit].sort((a, b) => compareText(fitKey(a), fitKey(b)));
}

function fitKey({ target, algorithm, operation }: FitRow): string {
  return [target, algorithm, operation].join(' ');
}
