// Holds an assessment against what the operator asked: gates per role, dates that have passed, weaknesses of today.

import type { Assessment, Gate, SunsetRow } from '../model/assessment.ts';
import type { Demands, Judged, Judgement } from '../model/demand.ts';
import type { IsoDate, Role } from '../model/evidence.ts';
import { GATES } from '../model/order.ts';
import type { Product } from '../model/product.ts';

/**
 * What holds, what is broken, what cannot be told. A role that the product file puts out of scope holds every gate; one that is out of
 * scope because nothing was seen in it holds none: who asks for it must show it or say that it is not there.
 */
export function judge(assessment: Assessment, demands: Demands, product?: Product): Judgement {
  const excluded = new Set((product?.roles ?? []).filter((each) => each.inScope === false).map((each) => each.role));
  const judged = [
    ...demands.gates.map(
      ({ role, gate }): Judged => (excluded.has(role) ? { kind: 'gate', role, gate, outcome: 'held' } : judgeGate(assessment, role, gate)),
    ),
    ...(demands.failOn.includes('past-due') ? pastDue(assessment) : []),
    ...(demands.failOn.includes('present-day') ? presentDay(assessment) : []),
  ];
  const has = (outcome: Judged['outcome']): boolean => judged.some((each) => each.outcome === outcome);
  return { outcome: has('broken') ? 'broken' : has('unknown') ? 'cannotJudge' : 'done', judged };
}

function judgeGate(assessment: Assessment, role: Role, gate: Gate): Judged {
  const reached = assessment.gates.find((row) => row.role === role);
  if (reached === undefined) return { kind: 'gate', role, gate, outcome: 'unknown' };
  const held = reached.level !== undefined && GATES.indexOf(reached.level) >= GATES.indexOf(gate);
  const unknown = reached.atLeast || !reached.inScope;
  return { kind: 'gate', role, gate, outcome: held ? 'held' : unknown ? 'unknown' : 'broken', reached };
}

function pastDue(assessment: Assessment): Judged[] {
  return assessment.sunsets.filter((row) => isPastDue(row, assessment.asOf)).map((row) => ({ kind: 'past-due', outcome: 'broken', row }));
}

/** Only what binds may fail a build: not a draft, not a second-hand reading, not a policy of another market. */
function isPastDue(row: SunsetRow, asOf: IsoDate): boolean {
  const past = row.disallowedAfter !== undefined && row.disallowedAfter < asOf;
  return past && row.applies === 'yes' && !row.draft && row.verified === true;
}

function presentDay(assessment: Assessment): Judged[] {
  const findings = assessment.findings.filter((finding) => finding.urgency === 'present-day' && finding.accepted === undefined);
  return findings.length === 0 ? [] : [{ kind: 'present-day', outcome: 'broken', findings: findings.map((finding) => finding.id) }];
}
