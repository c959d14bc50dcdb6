// Runs ACVP vector sets of ML-KEM, ML-DSA, SLH-DSA and LMS against the reference operations, case by case: passed, failed, or skipped with the reason.

import { equalBytes } from '@noble/post-quantum/utils.js';
import { PqreadyError } from '../model/errors.ts';
import { type Answer, type Answerer, parseHex, Unanswerable } from './acvp/case-input.ts';
import { answerLmsSigVer } from './acvp/lms.ts';
import * as mlKem from './acvp/ml-kem.ts';
import * as signature from './acvp/signature.ts';
import type { Fields, VectorCase, VectorGroup, VectorSet } from './acvp/vector-set.ts';

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
  readonly failed: readonly CaseNote[];
  readonly skipped: readonly CaseNote[];
}

type Outcome = { readonly kind: 'passed' } | { readonly kind: 'failed' | 'skipped'; readonly why: string };

const ANSWERERS: ReadonlyMap<string, Answerer> = new Map([
  ['ML-KEM keyGen', mlKem.answerKeyGen],
  ['ML-KEM encapDecap', mlKem.answerEncapDecap],
  ['ML-DSA keyGen', signature.answerKeyGen],
  ['ML-DSA sigGen', signature.answerSigGen],
  ['ML-DSA sigVer', signature.answerSigVer],
  ['SLH-DSA keyGen', signature.answerKeyGen],
  ['SLH-DSA sigGen', signature.answerSigGen],
  ['SLH-DSA sigVer', signature.answerSigVer],
  ['LMS sigVer', answerLmsSigVer],
]);

/** Algorithm functional tests and validity tests; Monte Carlo tests have another shape. */
const TEST_TYPES: ReadonlySet<string | number | boolean | undefined> = new Set(['AFT', 'VAL']);

/** One result for each group, in the order of the set, as it is reached. */
export function* runVectorSet(set: VectorSet): Generator<GroupResult, void, undefined> {
  const answerer = ANSWERERS.get(`${set.algorithm} ${set.mode}`) ?? refuse(`${set.algorithm} ${set.mode} is not implemented`);
  for (const group of set.groups) yield runGroup(set, group, answerer);
}

function runGroup(set: VectorSet, group: VectorGroup, answerer: Answerer): GroupResult {
  const type = group.fields.get('testType');
  const answer = TEST_TYPES.has(type) ? answerer : refuse(`test type ${String(type)} is not implemented`);
  const outcomes = group.cases.map((test) => ({ tcId: test.tcId, outcome: runCase(group, test, answer) }));
  const notes = (kind: 'failed' | 'skipped'): readonly CaseNote[] =>
    outcomes.flatMap(({ tcId, outcome }) => (outcome.kind === kind ? [{ tcId, why: outcome.why }] : []));
  return {
    set: set.name,
    tgId: group.tgId,
    parameterSet: parameterSetOf(group.fields),
    operation: String(group.fields.get('function') ?? set.mode),
    variant: variantOf(group.fields),
    passed: outcomes.filter(({ outcome }) => outcome.kind === 'passed').length,
    failed: notes('failed'),
    skipped: notes('skipped'),
  };
}

function runCase(group: VectorGroup, test: VectorCase, answer: Answerer): Outcome {
  try {
    return compare(answer(group, test), test.expected ?? new Map());
  } catch (error) {
    if (error instanceof Unanswerable) return { kind: 'skipped', why: error.message };
    // Refused input where a result was expected: the operation is wrong about this case.
    if (error instanceof PqreadyError) return { kind: 'failed', why: error.message };
    throw error;
  }
}

/** Every result must be expected and equal; a result that the set does not give proves nothing. */
function compare(answer: Answer, expected: Fields): Outcome {
  for (const [name, actual] of answer) {
    const wanted = expected.get(name);
    if (wanted === undefined) return { kind: 'skipped', why: `the set gives no expected ${name}` };
    const equal = typeof actual === 'boolean' ? actual === wanted : equalBytes(actual, parseHex(wanted, name));
    if (!equal) return { kind: 'failed', why: `${name} differs from the expected one` };
  }
  return { kind: 'passed' };
}

function refuse(why: string): Answerer {
  return () => {
    throw new Unanswerable(why);
  };
}

function parameterSetOf(fields: Fields): string {
  const names = ['parameterSet', 'lmsMode', 'lmOtsMode'].flatMap((key) => (fields.has(key) ? [String(fields.get(key))] : []));
  return names.length === 0 ? 'unknown' : names.join(' ');
}

/** What ACVP's group members say besides parameter set and function, in words. */
function variantOf(fields: Fields): string {
  const words = ['signatureInterface', 'preHash', 'keyFormat'].flatMap((key) => {
    const value = fields.get(key);
    return typeof value === 'string' && value !== 'none' ? [value] : [];
  });
  if (fields.get('externalMu') === true) words.push('externalMu');
  const deterministic = fields.get('deterministic');
  if (deterministic !== undefined) words.push(deterministic === true ? 'deterministic' : 'hedged');
  return words.join(', ');
}
