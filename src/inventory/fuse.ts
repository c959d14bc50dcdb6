// Evidence → inventory: one asset for each thing, every use of it as a fact, absences and gaps beside them. The order in which evidence
// comes in changes nothing.

import type { Evidence, Gap, ProductFact } from '../model/evidence.ts';
import type { Coverage, Fact, Inventory } from '../model/inventory.ts';
import { compareText } from '../model/order.ts';
import type { RoleDeclaration } from '../model/product.ts';
import { toAssets } from './assets.ts';
import { settleConditions } from './conditions.ts';
import { toFactIds } from './fact-ids.ts';
import { mentionsOf, toCanonical } from './mentions.ts';
import { canonicalText, compareLocations, groupBy } from './order.ts';
import { relateIssuers } from './relate.ts';
import { roleReader } from './roles.ts';
import { compareFacts, toOccurrences } from './sightings.ts';

/** What a scan gathered, and what the product file says about roles. */
export interface FuseInput {
  /** what was scanned, as it is to be printed */
  readonly subject: string;
  readonly evidence: readonly Evidence[];
  readonly gaps: readonly Gap[];
  readonly coverage: Coverage;
  readonly roles: readonly RoleDeclaration[];
}

/** The inventory of all evidence. Linear in the evidence but for sorting. */
export function fuse({ subject, evidence, gaps, coverage, roles }: FuseInput): Inventory {
  const facts = toFacts(settleConditions(evidence), roles);
  const seen = facts.filter((fact) => fact.state !== 'absent');
  return {
    schemaVersion: 1,
    subject,
    assets: relateIssuers(toAssets(seen, roles)),
    absences: toAbsences(facts.filter((fact) => fact.state === 'absent')),
    productFacts: seen.filter(isProductFact),
    gaps: toSortedGaps(gaps),
    coverage,
  };
}

function toFacts(evidence: readonly Evidence[], roles: readonly RoleDeclaration[]): readonly Fact[] {
  const readRole = roleReader(roles);
  const canonical = evidence.map((item) => ({ ...item, observed: toCanonical(item.observed) }));
  const facts = [...toFactIds(canonical)].map(([id, item]): Fact => ({ ...item, id, ...readRole(item) }));
  return facts.sort(compareFacts);
}

function isProductFact(fact: Fact): fact is Fact & { readonly observed: ProductFact } {
  return fact.observed.kind === 'fact';
}

// An absence is told apart as an asset would be: by the thing that is not there, and its place.
function toAbsences(facts: readonly Fact[]): Inventory['absences'] {
  const byThing = groupBy(facts, (fact) => mentionsOf(fact)[0]?.id ?? canonicalText(fact.observed));
  const once = byThing.flatMap(toOccurrences);
  return once.sort(compareFacts).map((fact) => ({ fact }));
}

function toSortedGaps(gaps: readonly Gap[]): readonly Gap[] {
  const once = groupBy(gaps, canonicalText)
    .map(([first]) => first)
    .filter((gap) => gap !== undefined);
  return once.sort((a, b) => compareLocations(a.location, b.location) || compareText(canonicalText(a), canonicalText(b)));
}
