// Evidence → inventory: one asset for each thing, every use of it as a fact, absences and gaps beside them. The order in which evidence
// comes in changes nothing.

import type { Evidence, Gap, ProductFact } from '../model/evidence.ts';
import type { Coverage, Fact, Inventory } from '../model/inventory.ts';
import { compareText } from '../model/order.ts';
import type { RoleDeclaration } from '../model/product.ts';
import { toAssets } from './assets.ts';
import { type BuildInput, toBuilds } from './builds.ts';
import { settleConditions } from './conditions.ts';
import { toFactIds } from './fact-ids.ts';
import { mentionsOf, toCanonical } from './mentions.ts';
import { canonicalText, compareLocations, groupBy } from './order.ts';
import { settlePrecedence } from './precedence.ts';
import { settleReach } from './reach.ts';
import { relateIssuers } from './relate.ts';
import { roleReader } from './roles.ts';
import { compareFacts, toOccurrences } from './sightings.ts';
import { findStandingGaps } from './standing.ts';

/** What a scan gathered, and what the product file says about roles. */
export interface FuseInput {
  /** what was scanned, as it is to be printed */
  readonly subject: string;
  readonly evidence: readonly Evidence[];
  readonly gaps: readonly Gap[];
  readonly coverage: Coverage;
  readonly roles: readonly RoleDeclaration[];
  /** what the files of builds told */
  readonly builds?: BuildInput;
}

/** The inventory of all evidence. Linear in the evidence but for sorting. */
export function fuse({ subject, evidence, gaps, coverage, roles, builds: told }: FuseInput): Inventory {
  const builds = told === undefined ? [] : toBuilds(told);
  const facts = toFacts(settleReach(settleConditions(settlePrecedence(evidence), builds), builds), roles);
  const seen = facts.filter((fact) => fact.state !== 'absent');
  return {
    schemaVersion: 1,
    subject,
    assets: relateIssuers(toAssets(seen, roles)),
    absences: toAbsences(facts.filter((fact) => fact.state === 'absent')),
    productFacts: seen.filter(isProductFact),
    gaps: toSortedGaps([...gaps, ...(told === undefined ? [] : findStandingGaps(evidence, builds))]),
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
  const once = byThing.flatMap(toOccurrences).filter(startOnePerThing());
  return once.sort(compareFacts).map((fact) => ({ fact }));
}

// Of a library's sources a build leaves out most: that a mechanism of it is not there is said once, at the first place.
function startOnePerThing(): (fact: Fact) => boolean {
  const said = new Set<string>();
  return (fact) => {
    if (fact.origin !== 'dependency' || fact.scanner !== 'source') return true;
    const thing = mentionsOf(fact)[0]?.id ?? canonicalText(fact.observed);
    const isFirst = !said.has(thing);
    said.add(thing);
    return isFirst;
  };
}

function toSortedGaps(gaps: readonly Gap[]): readonly Gap[] {
  const once = groupBy(gaps, canonicalText)
    .map(([first]) => first)
    .filter((gap) => gap !== undefined);
  return once.sort((a, b) => compareLocations(a.location, b.location) || compareText(canonicalText(a), canonicalText(b)));
}
