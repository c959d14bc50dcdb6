// Runs ACVP and Wycheproof vectors against the reference operations, case by case: passed, failed, refused, or skipped with the reason.

import { planVectorSet } from './acvp/planner.ts';
import type { VectorSet } from './acvp/vector-set.ts';
import type { OperationRequest } from './operation.ts';
import { answerByReference } from './reference.ts';
import { judgeStep, type Outcome } from './vectors/judge.ts';
import type { PlannedCase, PlannedGroup } from './vectors/plan.ts';

/** A case that did not pass, with why. */
export interface CaseNote {
  readonly tcId: number;
  readonly why: string;
}

/** One test group of a vector set: one row of the result table. */
export interface GroupResult {
  /** the set's name */
  readonly set: string;
  readonly tgId: number;
  /** `ML-DSA-65`, `LMS_SHA256_M24_H5 LMOTS_SHA256_N24_W1`, as ACVP writes it; `unknown` where the group does not say */
  readonly parameterSet: string;
  /** `keyGen`, `sigGen`, `sigVer`, or the function of encapDecap */
  readonly operation: string;
  /** what else the group fixes: `external, pre-hash, seed, deterministic`; may be empty */
  readonly variant: string;
  readonly passed: number;
  /** how many of the passed cases are inputs that had to be rejected; with Wycheproof, for the reason that the case's flag names */
  readonly rejected: number;
  readonly failed: readonly CaseNote[];
  /** the operation declines by a rule that the vector does not know: a pre-hash weaker than the parameter set */
  readonly refused: readonly CaseNote[];
  readonly skipped: readonly CaseNote[];
}

export interface VectorRunOptions {
  /** computes pre-hashes weaker than the parameter set, which the operations otherwise refuse (FIPS 204 §5.4, FIPS 205 §10.2.2) */
  readonly allowWeakHash?: boolean;
}

/** One result for each group, in the order of the set, as it is reached. */
export function* runVectorSet(set: VectorSet, options: VectorRunOptions = {}): Generator<GroupResult, void, undefined> {
  for (const group of planVectorSet(set)) yield runGroup(group, options);
}

/** Runs the cases of one planned group. */
export function runGroup({ cases, ...group }: PlannedGroup, options: VectorRunOptions = {}): GroupResult {
  const outcomes = cases.map((test) => ({ test, outcome: runCase(test, options) }));
  const notes = (kind: Outcome['kind']): readonly CaseNote[] =>
    outcomes.flatMap(({ test, outcome }) =>
      outcome.kind === kind && outcome.kind !== 'passed' ? [{ tcId: test.tcId, why: outcome.why }] : [],
    );
  const passed = outcomes.filter(({ outcome }) => outcome.kind === 'passed').map(({ test }) => test);
  return {
    ...group,
    passed: passed.length,
    rejected: passed.filter(expectsRejection).length,
    failed: notes('failed'),
    refused: notes('refused'),
    skipped: notes('skipped'),
  };
}

function runCase(test: PlannedCase, options: VectorRunOptions): Outcome {
  if ('unplanned' in test) return { kind: 'skipped', why: test.unplanned };
  for (const step of test.steps) {
    const outcome = judgeStep(step, answerByReference(options.allowWeakHash === true ? allowWeakHash(step.request) : step.request), true);
    if (outcome.kind !== 'passed') return outcome;
  }
  return { kind: 'passed' };
}

function allowWeakHash(request: OperationRequest): OperationRequest {
  if ((request.op !== 'sign' && request.op !== 'verify') || request.form?.form !== 'pre-hash') return request;
  return { ...request, form: { ...request.form, weakHash: 'allow' } };
}

function expectsRejection(test: PlannedCase): boolean {
  if ('unplanned' in test) return false;
  return test.steps.some(
    ({ expected }) => expected.kind === 'rejected' || [...expected.values.values()].some(({ value }) => value === false),
  );
}
