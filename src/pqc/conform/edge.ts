// What the edge cases of all families are built from: inputs with one thing wrong, and cases with one thing expected.

import { equalBytes } from '@noble/post-quantum/utils.js';
import type { PqcRequirementId } from '../../model/conformance.ts';
import { PqreadyError } from '../../model/errors.ts';
import type { OperationAnswer, OperationRequest, ResultName } from '../operation.ts';
import { failed, type Outcome, PASSED } from '../vectors/judge.ts';
import type { ExpectedValue } from '../vectors/plan.ts';
import { type Ask, type ConformCase, toSteppedCase } from './cases.ts';

/** Name and requirement of an edge case. */
export interface EdgeHead {
  readonly name: string;
  readonly requirement: PqcRequirementId;
}

/** The input must be rejected. */
export function rejects({ name, requirement }: EdgeHead, request: OperationRequest): readonly ConformCase[] {
  return toSteppedCase({ id: idOf(request, name), requirement }, [{ request, expected: { kind: 'rejected', reasons: [] } }]);
}

/** The input must give these results. */
export function gives(
  { name, requirement }: EdgeHead,
  request: OperationRequest,
  results: readonly (readonly [ResultName, Uint8Array | boolean])[],
): readonly ConformCase[] {
  const values = new Map(results.map(([member, value]): readonly [ResultName, ExpectedValue] => [member, { member, value }]));
  return toSteppedCase({ id: idOf(request, name), requirement }, [{ request, expected: { kind: 'results', values } }]);
}

/** What is made of a result that only a computation can judge. Throws nothing of the reference's: input that it refuses is a failure. */
export function examines(
  { name, requirement }: EdgeHead,
  request: OperationRequest,
  judge: (results: ReadonlyMap<ResultName, Uint8Array>, ask: Ask) => Outcome | Promise<Outcome>,
): readonly ConformCase[] {
  const run = async (ask: Ask): Promise<Outcome> => judgeAnswer(await ask(request), (results) => judge(results, ask));
  return [{ id: idOf(request, name), requirement, algorithm: request.algorithm, asks: [request], run }];
}

/** The results of an answer, or the outcome that it already is. */
export async function judgeAnswer(
  answer: OperationAnswer,
  judge: (results: ReadonlyMap<ResultName, Uint8Array>) => Outcome | Promise<Outcome>,
): Promise<Outcome> {
  if (answer.kind === 'unsupported') return { kind: 'skipped', why: answer.why };
  if (answer.kind === 'broken') return { kind: 'unanswered', why: answer.why };
  if (answer.kind === 'rejected') return failed(`rejected: ${answer.reason}`);
  const bytes = [...answer.results].flatMap(([name, value]) => (value instanceof Uint8Array ? [[name, value] as const] : []));
  try {
    return await judge(new Map(bytes));
  } catch (error) {
    if (error instanceof PqreadyError && error.code === 'bad-input') return failed(`the reference refuses the result: ${error.message}`);
    throw error;
  }
}

/** The same request twice: what is drawn fresh must differ. */
export function differs(head: EdgeHead, request: OperationRequest, name: ResultName): readonly ConformCase[] {
  return examines(head, request, async (first, ask) =>
    judgeAnswer(await ask(request), (second) => {
      const [one, other] = [first.get(name), second.get(name)];
      if (one === undefined || other === undefined) return failed(`${name} is missing in the answer`);
      return equalBytes(one, other) ? failed(`two runs give the same ${name}`) : PASSED;
    }),
  );
}

/** A missing result is as one of the wrong length. */
export function resultOf(results: ReadonlyMap<ResultName, Uint8Array>, name: ResultName): Uint8Array {
  return results.get(name) ?? new Uint8Array();
}

/** One byte short, one byte long, none at all. */
export function otherLengths(bytes: Uint8Array): readonly (readonly [string, Uint8Array])[] {
  const longer = new Uint8Array(bytes.length + 1);
  longer.set(bytes);
  return [
    ['short', bytes.slice(0, -1)],
    ['long', longer],
    ['empty', new Uint8Array()],
  ];
}

/** One bit changed. */
export function flip(bytes: Uint8Array, offset: number): Uint8Array {
  return bytes.with(offset, (bytes[offset] ?? 0) ^ 1);
}

function idOf({ algorithm }: OperationRequest, name: string): string {
  return `edge/${algorithm}/${name}`;
}
