// Findings as results: one for each place, so that a review shows each where it stands.

import type { Finding, Urgency } from '../../model/assessment.ts';
import type { IsoDate } from '../../model/evidence.ts';
import type { Fact, FactId } from '../../model/inventory.ts';
import type { AcceptedRisk } from '../../model/product.ts';
import { sentence } from '../wording.ts';
import { toMessage, toSarifLocation } from './place.ts';
import type { Outcome, ResultDraft, Suppression } from './shapes.ts';

const OUTCOMES: Readonly<Record<Urgency, Outcome>> = {
  'present-day': { kind: 'fail', level: 'error' },
  'quantum-long-lived': { kind: 'fail', level: 'warning' },
  quantum: { kind: 'fail', level: 'note' },
  record: { kind: 'informational', level: 'none' },
  good: { kind: 'pass', level: 'none' },
};

/** The results of the findings, in their order; a finding without a place is one result without a location. */
export function toFindingResults(findings: readonly Finding[], facts: ReadonlyMap<FactId, Fact>, asOf: IsoDate): readonly ResultDraft[] {
  return findings.flatMap((finding) => {
    const places = finding.facts.map((id) => facts.get(id)).filter((fact) => fact !== undefined);
    return places.length === 0 ? [toResult(finding, undefined, asOf)] : places.map((fact) => toResult(finding, fact, asOf));
  });
}

function toResult(finding: Finding, fact: Fact | undefined, asOf: IsoDate): ResultDraft {
  const { id, rule, urgency, role, grade, confidence, origin, checks } = finding;
  const location = fact && toSarifLocation(fact.location);
  return {
    ruleId: rule,
    outcome: toOutcome(urgency, fact ?? finding),
    message: toMessage(sentence(finding.title)),
    ...(location === undefined ? {} : { location }),
    key: [id, fact !== undefined && 'symbol' in fact.observed ? fact.observed.symbol : ''],
    checks,
    suppressions: toSuppressions(finding.accepted, asOf),
    properties: {
      finding: id,
      fact: fact?.id,
      asset: finding.asset,
      role,
      urgency,
      grade: fact?.grade ?? grade,
      confidence: fact?.confidence ?? confidence,
      origin: fact?.origin ?? origin,
    },
  };
}

// A hint is for a person to look at; what stands in a test or an example does not ship.
function toOutcome(urgency: Urgency, { confidence, origin }: Pick<Finding, 'confidence' | 'origin'>): Outcome {
  const outcome = OUTCOMES[urgency];
  if (outcome.kind !== 'fail') return outcome;
  if (confidence === 'hint') return { kind: 'review', level: 'none' };
  return origin === 'test' || origin === 'example' ? { kind: 'fail', level: 'note' } : outcome;
}

// An acceptance that has run out suppresses nothing.
function toSuppressions(accepted: AcceptedRisk | undefined, asOf: IsoDate): readonly Suppression[] {
  if (accepted === undefined || accepted.expires < asOf) return [];
  const { reason, owner, date, expires } = accepted;
  return [{ kind: 'external', status: 'accepted', justification: toMessage(reason).text, properties: { owner, date, expires } }];
}
