// Verdicts of requirements from the outcomes of their cases. One failed case is enough for `not-met`; nothing is met that was not examined.

import { PQC_REQUIREMENTS, verdictOfRow } from '../../knowledge/pqc-requirements.ts';
import type { ConformanceRow, PqcRequirementId } from '../../model/conformance.ts';
import { KEY_IDS } from '../encoding/key.ts';
import type { TestedId } from './capabilities.ts';
import type { CaseOutcome } from './run.ts';

const NOTES = 5;
const ORDER: readonly TestedId[] = [...KEY_IDS, 'lms', 'hss'];

/** One row for each parameter set and requirement that a case examines, in the order of the standards. */
export function toRows(outcomes: readonly CaseOutcome[]): readonly ConformanceRow[] {
  const groups = new Map<string, CaseOutcome[]>();
  for (const each of outcomes) {
    const key = `${each.test.algorithm} ${each.test.requirement}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  const requirements = Object.keys(PQC_REQUIREMENTS);
  return ORDER.flatMap((algorithm) => requirements.flatMap((requirement) => toRow(groups.get(`${algorithm} ${requirement}`) ?? [])));
}

function toRow(outcomes: readonly CaseOutcome[]): readonly ConformanceRow[] {
  const [first] = outcomes;
  if (first === undefined) return [];
  const of = (kind: CaseOutcome['outcome']['kind']): readonly CaseOutcome[] => outcomes.filter(({ outcome }) => outcome.kind === kind);
  const [passed, failed, unanswered] = [of('passed'), of('failed'), of('unanswered')];
  const telling = failed.length > 0 ? failed : unanswered;
  const { requirement, algorithm }: { readonly requirement: PqcRequirementId; readonly algorithm: TestedId } = first.test;
  return [
    {
      requirement,
      algorithm,
      verdict: verdictOfRow({ passed: passed.length, failed: failed.length, unanswered: unanswered.length }),
      passed: passed.length,
      failed: failed.length,
      unanswered: unanswered.length,
      unsupported: of('skipped').length + of('refused').length,
      notes: telling.slice(0, NOTES).map(({ test, outcome }) => ({ case: test.id, why: outcome.kind === 'passed' ? '' : outcome.why })),
    },
  ];
}
