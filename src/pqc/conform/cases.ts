// A case of the conformance test: what it examines, what it needs, and how it is asked. Cases come from vectors (ACVP, Wycheproof) and from the
// edges that the standards' text names.

import type { PqcRequirementId } from '../../model/conformance.ts';
import type { OperationAnswer, OperationRequest } from '../operation.ts';
import { judgeStep, type Outcome } from '../vectors/judge.ts';
import type { PlannedGroup, PlannedStep } from '../vectors/plan.ts';
import type { TestedId } from './capabilities.ts';
import { findRequirement, isWeakPreHash } from './requirement-of.ts';

/** Asks the implementation. */
export type Ask = (request: OperationRequest) => Promise<OperationAnswer>;

export interface ConformCase {
  /** `edge/ml-kem-768/ek-modulus-first`, `ml-dsa-sigver.json.gz/17` */
  readonly id: string;
  readonly requirement: PqcRequirementId;
  readonly algorithm: TestedId;
  /** what is asked at least; a case that needs more asks on */
  readonly asks: readonly OperationRequest[];
  readonly run: (ask: Ask) => Promise<Outcome>;
}

/** A case whose steps are all known before the first is asked. */
export function toSteppedCase(head: Pick<ConformCase, 'id' | 'requirement'>, steps: readonly PlannedStep[]): readonly ConformCase[] {
  const [first] = steps;
  if (first === undefined) return [];
  const run = async (ask: Ask): Promise<Outcome> => {
    for (const step of steps) {
      // What a driver says of a rejection is free text.
      const outcome = judgeStep(step, await ask(step.request), false);
      if (outcome.kind !== 'passed') return outcome;
    }
    return { kind: 'passed' };
  };
  return [{ ...head, algorithm: first.request.algorithm, asks: steps.map(({ request }) => request), run }];
}

/** The cases of planned vectors; a pre-hash weaker than its set is left out, for an implementation may refuse it (FIPS 204 §5.4). */
export function* toVectorCases(groups: Iterable<PlannedGroup>): Generator<ConformCase, void, undefined> {
  for (const { set, cases } of groups) {
    for (const test of cases) {
      if ('unplanned' in test || test.steps.some(({ request }) => isWeakPreHash(request))) continue;
      const last = test.steps.at(-1);
      const requirement = last === undefined ? undefined : findRequirement(last);
      if (requirement !== undefined) yield* toSteppedCase({ id: `${set}/${test.tcId}`, requirement }, test.steps);
    }
  }
}
