// Whether a framework, a clause or a policy is asked of the product. Undeclared is unknown, and shown as unknown.

import type { Applicability, Policy } from '../model/framework.ts';
import { compareText } from '../model/order.ts';
import type { Product } from '../model/product.ts';

export type Applies = 'yes' | 'no' | 'unknown';

/** A policy that is not out of question, and whether it is asked of the product. */
export interface AskedPolicy {
  readonly policy: Policy;
  readonly applies: Exclude<Applies, 'no'>;
}

/** Every condition must hold; a condition on what is not declared leaves it unknown. What is asked on request only is not asked unless named. */
export function appliesTo(applicability: Applicability | undefined, product: Product | undefined): Applies {
  if (applicability?.onRequest === true) return 'no';
  return all([
    marketHolds(applicability, product),
    riskHolds(applicability, product),
    classHolds(applicability, product),
    ...(applicability?.traits ?? []).map((trait) => toApplies(product?.traits?.[trait])),
  ]);
}

/** `no` before `unknown` before `yes`: one condition that fails is enough. */
export function all(answers: readonly Applies[]): Applies {
  if (answers.includes('no')) return 'no';
  return answers.includes('unknown') ? 'unknown' : 'yes';
}

/** The policies to compare with, by id. One that was asked for by name applies; the others apply by market, and those of another market are left out. */
export function askPolicies(policies: readonly Policy[], product: Product | undefined, asked: readonly string[]): AskedPolicy[] {
  const named = new Set([...asked, ...(product?.policies ?? [])]);
  return policies
    .flatMap((policy) => {
      const applies = named.has(policy.id) ? 'yes' : appliesTo(policy.applicability, product);
      return applies === 'no' ? [] : [{ policy, applies }];
    })
    .sort((a, b) => compareText(a.policy.id, b.policy.id));
}

function marketHolds(applicability: Applicability | undefined, product: Product | undefined): Applies {
  if (applicability?.markets === undefined) return 'yes';
  const markets = product?.markets ?? [];
  if (markets.length === 0) return 'unknown';
  return applicability.markets.some((market) => markets.includes(market)) ? 'yes' : 'no';
}

function riskHolds(applicability: Applicability | undefined, product: Product | undefined): Applies {
  if (applicability?.highRiskOnly !== true) return 'yes';
  return toApplies(product?.highRiskUse);
}

function classHolds(applicability: Applicability | undefined, product: Product | undefined): Applies {
  if (applicability?.classes === undefined) return 'yes';
  if (product?.productClass === undefined) return 'unknown';
  return applicability.classes.includes(product.productClass) ? 'yes' : 'no';
}

function toApplies(declared: boolean | undefined): Applies {
  if (declared === undefined) return 'unknown';
  return declared ? 'yes' : 'no';
}
