// Whether an answer is what a vector expects.

import { equalBytes } from '@noble/post-quantum/utils.js';
import type { OperationAnswer } from '../operation.ts';
import type { Expectation, ExpectedValue, PlannedStep } from './plan.ts';

/**
 * `refused`: the implementation declines by a rule of its own or of the standard that the vector does not know (a pre-hash weaker than the
 * parameter set); neither passed nor failed. `skipped`: not asked, or declined as not offered. `unanswered`: asked, and no answer came.
 */
export type Outcome =
  | { readonly kind: 'passed' }
  | { readonly kind: 'failed' | 'refused' | 'skipped' | 'unanswered'; readonly why: string };

/** An outcome in favour of the implementation. */
export const PASSED: Outcome = { kind: 'passed' };

/** FIPS 204 §5.4 and FIPS 205 §10.2.2 ask for a strong hash; NIST's vectors pair every hash with every set. */
const WEAK_HASH = 'weak-pre-hash';

/** Judges one step. A reason that the implementation gives is held against the expected ones only where `typed`. */
export function judgeStep({ expected }: PlannedStep, answer: OperationAnswer, typed: boolean): Outcome {
  if (answer.kind === 'unsupported') return { kind: 'skipped', why: answer.why };
  if (answer.kind === 'broken') return { kind: 'unanswered', why: answer.why };
  const reason = rejectionOf(answer);
  if (reason === WEAK_HASH) return { kind: 'refused', why: 'pre-hash function weaker than the parameter set' };
  if (expected.kind === 'rejected') return judgeRejection(expected, reason, typed);
  if (reason !== undefined) return judgeRejected([...expected.values.values()], reason);
  return answer.kind === 'done' ? compare(expected, answer.results) : failed('no result');
}

/** Why an input was not taken; a verification that says no is a rejection with the reason it gives, if any. */
function rejectionOf(answer: OperationAnswer): string | undefined {
  if (answer.kind === 'rejected') return answer.reason;
  return answer.kind === 'done' && answer.results.get('valid') === false ? '' : undefined;
}

type Rejected = Extract<Expectation, { readonly kind: 'rejected' }>;

function judgeRejection({ reasons }: Rejected, reason: string | undefined, typed: boolean): Outcome {
  if (reason === undefined) return failed('accepted, expected a rejection');
  if (!typed || reasons.length === 0 || reasons.some((each) => each === reason)) return PASSED;
  return failed(`rejected for ${reason}, expected ${reasons.join(' or ')}`);
}

function judgeRejected(values: readonly ExpectedValue[], reason: string): Outcome {
  if (values.length === 1 && values[0]?.value === false) return PASSED;
  return failed(values.some(({ value }) => value === true) ? `${values[0]?.member} differs from the expected one` : `rejected: ${reason}`);
}

/** Every expected result must be there and equal. */
function compare(
  { values }: Extract<Expectation, { readonly kind: 'results' }>,
  results: ReadonlyMap<string, Uint8Array | boolean>,
): Outcome {
  for (const [name, { member, value }] of values) {
    const actual = results.get(name);
    if (actual === undefined) return failed(`${member} is missing in the answer`);
    const equal = actual instanceof Uint8Array && value instanceof Uint8Array ? equalBytes(actual, value) : actual === value;
    if (!equal) return failed(`${member} differs from the expected one`);
  }
  return PASSED;
}

/** An outcome against the implementation. */
export function failed(why: string): Outcome {
  return { kind: 'failed', why };
}
