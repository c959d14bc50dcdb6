// An ACVP response file: what an implementation answered to prompts of ours, held against the vectors without a driver.

import { fromHex } from '../../formats/hex.ts';
import { readResults } from '../acvp/vector-set.ts';
import type { OperationAnswer, ResultName } from '../operation.ts';
import { type Fields, parseJson, stringAt } from '../vectors/json.ts';
import { judgeStep, type Outcome } from '../vectors/judge.ts';
import type { PlannedGroup, PlannedStep } from '../vectors/plan.ts';
import { findRequirement, isWeakPreHash } from './requirement-of.ts';
import type { CaseOutcome } from './run.ts';

/** The results of one set, by `tcId`. */
export interface ResponseSet {
  readonly algorithm: string;
  readonly mode: string;
  readonly revision: string;
  readonly results: ReadonlyMap<number, Fields>;
}

/** A set of vectors that responses may be of. */
export interface AnswerableSet {
  readonly algorithm: string;
  readonly mode: string;
  readonly revision: string;
  readonly groups: Iterable<PlannedGroup>;
}

/** Reads a response. Throws `bad-input` with the path of what is wrong. */
export function parseResponses(text: string, name: string): ResponseSet {
  const response = parseJson(text, name);
  const [algorithm, mode, revision] = ['algorithm', 'mode', 'revision'].map((key) => stringAt(response, key, name));
  return { algorithm: algorithm ?? '', mode: mode ?? '', revision: revision ?? '', results: readResults(response, name) };
}

/** Holds responses against the set they are of; a case that they leave out is unanswered. */
export function judgeResponses({ groups }: AnswerableSet, { results }: ResponseSet): readonly CaseOutcome[] {
  const outcomes: CaseOutcome[] = [];
  for (const { set, cases } of groups) {
    for (const test of cases) {
      const step = 'steps' in test ? test.steps.at(-1) : undefined;
      const requirement = step === undefined || isWeakPreHash(step.request) ? undefined : findRequirement(step);
      if (step === undefined || requirement === undefined) continue;
      const head = { id: `${set}/${test.tcId}`, requirement, algorithm: step.request.algorithm };
      outcomes.push({ test: head, outcome: judgeResponse(step, results.get(test.tcId)) });
    }
  }
  return outcomes;
}

/** True where a response is of this set. */
export function isResponseTo(response: ResponseSet, set: AnswerableSet): boolean {
  return response.algorithm === set.algorithm && response.mode === set.mode && response.revision === set.revision;
}

function judgeResponse(step: PlannedStep, response: Fields | undefined): Outcome {
  if (response === undefined) return { kind: 'unanswered', why: 'the responses leave the case out' };
  return judgeStep(step, toAnswer(step, response), false);
}

/** The results that the step expects, by their names in ACVP. */
function toAnswer({ expected }: PlannedStep, response: Fields): OperationAnswer {
  if (expected.kind === 'rejected') return { kind: 'broken', why: 'a response cannot reject' };
  const results = new Map<ResultName, Uint8Array | boolean>();
  for (const [name, { member }] of expected.values) {
    const value = response.get(member);
    const result = typeof value === 'string' ? fromHex(value) : value;
    if (result instanceof Uint8Array || typeof result === 'boolean') results.set(name, result);
  }
  return results.size === 0 ? { kind: 'broken', why: 'the response has no result' } : { kind: 'done', results };
}
