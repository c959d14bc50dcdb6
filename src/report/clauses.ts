// What the page and the Markdown say of a clause: the same words and the same findings, one place.

import type { ClauseResult } from '../model/assessment.ts';

/** The standing that the document gives a clause, and whether the clause stands in the document at all. */
export function standingWords({ status, inferred }: ClauseResult): string[] {
  return [...(status === undefined ? [] : [`status ${status}`]), ...(inferred === true ? ['inferred by this project'] : [])];
}

/** The ids of the findings that a relation stands on, where something is open. */
export function findingsBehind({ relation, checks }: ClauseResult): string[] {
  if (relation !== 'contradicts' && relation !== 'decision-needed') return [];
  return [...new Set(checks.filter((each) => each.relation === relation).flatMap((each) => each.findings))];
}
