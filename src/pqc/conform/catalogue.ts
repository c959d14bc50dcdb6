// Every case for the parameter sets that an implementation offers: vectors first, then the edges.

import { hexToBytes } from '@noble/hashes/utils.js';
import { PqreadyError } from '../../model/errors.ts';
import { isMlDsaId, isMlKemId } from '../parameter-sets.ts';
import { isSlhDsaId, type SlhDsaId } from '../slh-dsa-sets.ts';
import { listAt, parseJson, stringAt } from '../vectors/json.ts';
import type { PlannedGroup } from '../vectors/plan.ts';
import type { TestedId } from './capabilities.ts';
import { type ConformCase, toSteppedCase, toVectorCases } from './cases.ts';
import { edgeCasesOfLms, toStatefulStep } from './edge-lms.ts';
import { edgeCasesOfMlKem } from './edge-ml-kem.ts';
import { edgeCasesOfSignature, type SignatureMaterial, toMlDsaMaterial } from './edge-signature.ts';
import { findRequirement } from './requirement-of.ts';

/** What the cases are made from. */
export interface CaseSources {
  /** planned groups of vectors, each set read when it is reached */
  readonly groups: () => Iterable<PlannedGroup>;
  /** keys and signatures of SLH-DSA that OpenSSL made */
  readonly slhDsa: ReadonlyMap<SlhDsaId, SignatureMaterial>;
}

/** The cases of these parameter sets, in a fixed order. */
export function* listCases(algorithms: ReadonlySet<TestedId>, sources: CaseSources): Generator<ConformCase, void, undefined> {
  for (const test of toVectorCases(groupsOf(algorithms, sources.groups()))) if (algorithms.has(test.algorithm)) yield test;
  if (algorithms.has('lms') || algorithms.has('hss')) yield* lmsCases(algorithms, sources.groups());
  for (const id of algorithms) yield* edgeCases(id, sources);
}

function* edgeCases(id: TestedId, { slhDsa }: CaseSources): Generator<ConformCase, void, undefined> {
  if (id === 'lms' || id === 'hss') return;
  if (isMlKemId(id)) return yield* edgeCasesOfMlKem(id);
  const material = isMlDsaId(id) ? toMlDsaMaterial(id) : isSlhDsaId(id) ? slhDsa.get(id) : undefined;
  if (material !== undefined) yield* edgeCasesOfSignature(material);
}

/** Groups that no asked parameter set is in are not planned on: their requirements would be computed for nothing. */
function* groupsOf(algorithms: ReadonlySet<TestedId>, groups: Iterable<PlannedGroup>): Generator<PlannedGroup, void, undefined> {
  for (const group of groups) {
    const cases = group.cases.filter((test) => 'steps' in test && test.steps.every(({ request }) => algorithms.has(request.algorithm)));
    if (cases.length > 0) yield { ...group, cases };
  }
}

/** Vectors of LMS as hierarchies too, and the edges of the first valid signature of each group. */
function* lmsCases(algorithms: ReadonlySet<TestedId>, groups: Iterable<PlannedGroup>): Generator<ConformCase, void, undefined> {
  for (const { set, tgId, cases } of groups) {
    const steps = cases.flatMap((test) => ('steps' in test ? test.steps.map((step) => ({ id: `${set}/${test.tcId}`, step })) : []));
    const verifying = steps.filter(({ step }) => step.request.algorithm === 'lms');
    if (algorithms.has('hss')) {
      for (const { id, step } of verifying) {
        const requirement = findRequirement(step);
        if (requirement !== undefined) yield* toSteppedCase({ id: `${id}/hss`, requirement }, [toStatefulStep('hss', step)]);
      }
    }
    const valid = verifying.find(({ step }) => findRequirement(step) === 'lms-verify')?.step.request;
    if (valid?.op !== 'verify') continue;
    for (const id of ['lms', 'hss'] as const) if (algorithms.has(id)) yield* edgeCasesOfLms(id, `${set}-${tgId}`, valid);
  }
}

/** The shipped signatures of OpenSSL, one for each set of SLH-DSA. Throws `bad-input` with the path of what is wrong. */
export function parseSlhDsaMaterial(text: string, name: string): ReadonlyMap<SlhDsaId, SignatureMaterial> {
  const file = parseJson(text, name);
  const [message, context] = [hexToBytes(stringAt(file, 'message', name)), hexToBytes(stringAt(file, 'context', name))];
  return new Map(
    listAt(file, 'keys', name).map(([key, path]) => {
      const set = stringAt(key, 'set', path);
      if (!isSlhDsaId(set)) throw new PqreadyError('bad-input', `${path}: set: expected a parameter set of SLH-DSA`);
      const bytes = (member: string): Uint8Array => hexToBytes(stringAt(key, member, path));
      const made = { pk: bytes('publicKey'), sk: bytes('privateKey'), signature: bytes('signature') };
      const form = { form: 'pure', context } as const;
      return [set, { set, ...made, message, form, deterministicSha256: stringAt(key, 'acceptedSha256', path) }] as const;
    }),
  );
}
