// Which planner knows an ACVP algorithm and mode; a set becomes groups of planned cases.

import type { Fields } from '../vectors/json.ts';
import { type ExpectedValue, type PlannedCase, type PlannedGroup, parseHex, planCase, Unanswerable } from '../vectors/plan.ts';
import { planLmsSigVer } from './lms.ts';
import * as mlKem from './ml-kem.ts';
import type { Planner } from './request.ts';
import * as signature from './signature.ts';
import type { VectorCase, VectorGroup, VectorSet } from './vector-set.ts';

const PLANNERS: ReadonlyMap<string, Planner> = new Map([
  ['ML-KEM keyGen', mlKem.planKeyGen],
  ['ML-KEM encapDecap', mlKem.planEncapDecap],
  ['ML-DSA keyGen', signature.planKeyGen],
  ['ML-DSA sigGen', signature.planSigGen],
  ['ML-DSA sigVer', signature.planSigVer],
  ['SLH-DSA keyGen', signature.planKeyGen],
  ['SLH-DSA sigGen', signature.planSigGen],
  ['SLH-DSA sigVer', signature.planSigVer],
  ['LMS sigVer', planLmsSigVer],
]);

/** Algorithm functional tests and validity tests; Monte Carlo tests have another shape. */
const TEST_TYPES: ReadonlySet<string | number | boolean | undefined> = new Set(['AFT', 'VAL']);

/** The groups of a set, each planned as it is reached. */
export function* planVectorSet(set: VectorSet): Generator<PlannedGroup, void, undefined> {
  const planner = PLANNERS.get(`${set.algorithm} ${set.mode}`) ?? refuse(`${set.algorithm} ${set.mode} is not implemented`);
  for (const group of set.groups) {
    const type = group.fields.get('testType');
    const plan = TEST_TYPES.has(type) ? planner : refuse(`test type ${String(type)} is not implemented`);
    yield {
      set: set.name,
      tgId: group.tgId,
      parameterSet: parameterSetOf(group.fields),
      operation: String(group.fields.get('function') ?? set.mode),
      variant: variantOf(group.fields),
      cases: group.cases.map((test) => planAcvpCase(group, test, plan)),
    };
  }
}

function planAcvpCase(group: VectorGroup, test: VectorCase, plan: Planner): PlannedCase {
  return planCase(test.tcId, () => {
    const { request, results } = plan(group, test);
    const values = new Map(results.map(([name, member]) => [name, expectedValue(test.expected ?? new Map(), member)]));
    const reason = test.given.get('reason');
    return { steps: [{ request, expected: { kind: 'results', values } }], flags: typeof reason === 'string' ? [reason] : [] };
  });
}

/** A result that the set does not give proves nothing. */
function expectedValue(expected: Fields, member: string): ExpectedValue {
  const value = expected.get(member);
  if (value === undefined) throw new Unanswerable(`the set gives no expected ${member}`);
  return { member, value: typeof value === 'boolean' ? value : parseHex(value, member) };
}

function refuse(why: string): Planner {
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
