// Frameworks as taxonomies: the clauses on which a rule bears, through the checks of its findings. §3.19.3, §3.53.

import type { FrameworkResult } from '../../model/assessment.ts';
import type { CheckId } from '../../model/check.ts';
import { toMessage } from './place.ts';
import type { Relationship, Taxonomy } from './shapes.ts';

/** Taxonomies of the run, and the clauses that each rule bears on. */
export interface Taxonomies {
  readonly taxonomies: readonly Taxonomy[];
  readonly relationships: (checks: ReadonlySet<CheckId>) => readonly Relationship[];
}

/** Only clauses that some check of `checks` bears on; a framework that does not apply is left out. */
export function toTaxonomies(frameworks: readonly FrameworkResult[], checks: ReadonlySet<CheckId>): Taxonomies {
  const asked = frameworks
    .filter(({ applies }) => applies !== 'no')
    .map((framework) => ({ framework, clauses: framework.clauses.filter((clause) => bearsOn(clause, checks)) }))
    .filter(({ clauses }) => clauses.length > 0);
  return {
    taxonomies: asked.map(({ framework, clauses }) => toTaxonomy(framework, clauses)),
    relationships: (ofRule) =>
      asked.flatMap(({ framework, clauses }, index) =>
        clauses.flatMap((clause, taxon) =>
          bearsOn(clause, ofRule) ? [toRelationship(clause.id, taxon, { name: framework.name, index })] : [],
        ),
      ),
  };
}

type Clause = FrameworkResult['clauses'][number];

function bearsOn(clause: Clause, checks: ReadonlySet<CheckId>): boolean {
  return clause.applies !== 'no' && clause.checks.some(({ check }) => checks.has(check));
}

function toTaxonomy({ name, version, issuer, url }: FrameworkResult, clauses: readonly Clause[]): Taxonomy {
  return {
    name,
    version,
    organization: issuer,
    ...(url === undefined ? {} : { informationUri: url }),
    isComprehensive: false,
    taxa: clauses.map(({ id, summary }) => ({ id, shortDescription: toMessage(summary) })),
  };
}

function toRelationship(id: string, index: number, toolComponent: { readonly name: string; readonly index: number }): Relationship {
  return { target: { id, index, toolComponent }, kinds: ['relevant'] };
}
