// Dated decisions on risks, in words: who decided, when, and until when it holds.

import type { ClauseCheck, Decision } from '../../model/assessment.ts';

/** One sentence for each decision, once each. */
export function decisionWords(checks: readonly ClauseCheck[]): string[] {
  return [...new Set(checks.flatMap(({ decisions }) => decisions.map(sentenceOf)))];
}

function sentenceOf({ owner, date, expires, inForce }: Decision): string {
  const decided = `Risk accepted by ${owner} on ${date}`;
  return inForce
    ? `${decided}, until ${expires}.`
    : `${decided}, not in force: it runs from that day to ${expires}, so the question is open.`;
}
