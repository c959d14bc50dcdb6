// From facts to what follows: findings, verdicts of checks, relations of clauses, dates, gates, plan, questions. Pure: the same input gives
// the same assessment, whatever its order.

import type { Assessment, FitRow } from '../model/assessment.ts';
import type { ConformanceRecord } from '../model/conformance.ts';
import type { IsoDate } from '../model/evidence.ts';
import type { Framework, Policy } from '../model/framework.ts';
import type { Inventory } from '../model/inventory.ts';
import { compareText } from '../model/order.ts';
import type { Product } from '../model/product.ts';
import { askPolicies } from './applicability.ts';
import { answerChecks } from './checks.ts';
import { relateFrameworks } from './clauses.ts';
import { withoutEchoes } from './echoes.ts';
import { findAll } from './findings.ts';
import { climbGates, productGate } from './gates.ts';
import { listMechanisms } from './mechanism.ts';
import { makePlan } from './plan.ts';
import { askQuestions } from './questions.ts';
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

/** The assessment of an inventory on a day. */
export function assess(input: AssessInput): Assessment {
  const scene = setScene(input);
  const hits = findAll(scene);
  const findings = hits.map((hit) => hit.finding);
  const picture = { ...scene, hits };
  const checks = answerChecks(picture);
  const frameworks = relateFrameworks(input.frameworks, { ...input, checks, findings });
  const gates = climbGates(picture, checks);
  return {
    asOf: input.asOf,
    findings,
    checks,
    frameworks,
    sunsets: scene.sunsets,
    gates,
    product: productGate(gates),
    fit: scene.fit,
    plan: makePlan(picture, frameworks),
    questions: askQuestions({ picture, checks, frameworks, gates }),
  };
}

function setScene({ product, policies, asked = [], asOf, ...input }: AssessInput): Scene {
  const inventory = inOrder(input.inventory);
  const fit = [...input.fit].sort((a, b) => compareText(fitKey(a), fitKey(b)));
  const mechanisms = listMechanisms(inventory);
  const distinct = withoutEchoes(mechanisms);
  const askedPolicies = askPolicies(policies, product, asked);
  const declared = product === undefined ? {} : { product };
  return {
    asOf,
    inventory,
    ...declared,
    policies: askedPolicies,
    mechanisms,
    distinct,
    sunsets: compareSunsets(distinct, askedPolicies, product),
    fit,
    conformance: input.conformance ?? [],
    scope: rolesInScope({ mechanisms, inventory, ...declared }),
  };
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

function fitKey({ target, algorithm, operation }: FitRow): string {
  return [target, algorithm, operation].join(' ');
}
