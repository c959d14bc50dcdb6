// A vector as what is to be asked and what must come of it: the common form of ACVP's and Wycheproof's cases.

import { fromHex } from '../../formats/hex.ts';
import type { OperationRequest, RejectionReason, ResultName } from '../operation.ts';
import type { Fields } from './json.ts';

/**
 * `results`: these values, by the name the file gives them. `rejected`: refused, and by an implementation that says why for one of `reasons`
 * (none: for any).
 */
export type Expectation =
  | { readonly kind: 'results'; readonly values: ReadonlyMap<ResultName, ExpectedValue> }
  | { readonly kind: 'rejected'; readonly reasons: readonly RejectionReason[] };

export interface ExpectedValue {
  /** its name in the file, `testPassed` */
  readonly member: string;
  readonly value: Uint8Array | boolean;
}

/** What a planner reads in a case: a request and, for each result, its name in the file. */
export interface Asked {
  readonly request: OperationRequest;
  readonly results: readonly (readonly [ResultName, string])[];
}

/** One request with what must come of it. A case of Wycheproof may be two: a key from its seed, then what the key does. */
export interface PlannedStep {
  readonly request: OperationRequest;
  readonly expected: Expectation;
}

/** A case that can be asked, or the reason why it cannot. */
export type PlannedCase =
  | { readonly tcId: number; readonly steps: readonly PlannedStep[]; readonly flags: readonly string[] }
  | { readonly tcId: number; readonly unplanned: string };

/** One row of the result table. */
export interface PlannedGroup {
  /** the set's name */
  readonly set: string;
  readonly tgId: number;
  readonly parameterSet: string;
  readonly operation: string;
  readonly variant: string;
  readonly cases: readonly PlannedCase[];
}

/** The reason for which a case is skipped. */
export class Unanswerable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Unanswerable';
  }
}

/** Plans one case; what makes it unanswerable becomes its reason. */
export function planCase(
  tcId: number,
  plan: () => { readonly steps: readonly PlannedStep[]; readonly flags: readonly string[] },
): PlannedCase {
  try {
    return { tcId, ...plan() };
  } catch (error) {
    if (error instanceof Unanswerable) return { tcId, unplanned: error.message };
    throw error;
  }
}

/** The bytes of a hexadecimal member. */
export function bytesOf(fields: Fields, key: string): Uint8Array {
  const hex = fields.get(key);
  if (hex === undefined) throw new Unanswerable(`the case has no ${key}`);
  return parseHex(hex, key);
}

/** The string of a member of a group. */
export function textOf(fields: Fields, key: string): string {
  const text = fields.get(key);
  if (typeof text !== 'string') throw new Unanswerable(`the group has no ${key}`);
  return text;
}

/** The parameter set of a name as the files write it, `ML-KEM-768`. Throws {@link Unanswerable}. */
export function toSet<Id extends string>(name: string, isSet: (id: string) => id is Id): Id {
  const id = name.toLowerCase();
  if (!isSet(id)) throw new Unanswerable(`parameter set ${name} is not implemented`);
  return id;
}

/** Throws {@link Unanswerable} unless `hex` is hexadecimal. */
export function parseHex(hex: string | number | boolean, key: string): Uint8Array {
  const bytes = typeof hex === 'string' ? fromHex(hex) : undefined;
  if (bytes === undefined) throw new Unanswerable(`${key} is not hexadecimal`);
  return bytes;
}
