// What stands to the credit of a product, and what is on record without being a weakness.

import { keyBitsOf } from '../../knowledge/algorithms.ts';
import { COMPETITION_DRAFTS, isPreSharedKeySuite } from '../../knowledge/weaknesses.ts';
import type { Statement } from '../../model/assessment.ts';
import type { ProtocolName } from '../../model/evidence.ts';
import type { Fact } from '../../model/inventory.ts';
import { isPostQuantum, isStatefulInUse, type Mechanism } from '../mechanism.ts';
import type { Scene } from '../scene.ts';
import type { ProtocolSubject } from '../subject.ts';
import { isOfProduct } from '../weight.ts';
import { eachDistinct, eachProtocol, type Rule, type Sighting, suspect } from './rule.ts';

const WITH_PRE_SHARED_KEYS: ReadonlySet<ProtocolName> = new Set<ProtocolName>(['oscore', 'lorawan']);

export const CREDIT_RULES: readonly Rule[] = [
  { id: 'pq-signature', urgency: 'good', checks: [], mapping: 6, find: eachDistinct(pqSignature) },
  { id: 'pq-key-establishment', urgency: 'good', checks: [], mapping: 13, find: eachDistinct(pqKeyEstablishment) },
  { id: 'pq-not-in-use', urgency: 'record', checks: ['pq-in-use'], mapping: 15, find: pqNotInUse },
  { id: 'stateful-signature', urgency: 'record', checks: [], mapping: 8, find: eachDistinct(stateful) },
  { id: 'aes-128', urgency: 'good', checks: [], mapping: 24, find: eachDistinct(aes128) },
  { id: 'pre-shared-key', urgency: 'good', checks: [], mapping: 22, find: eachProtocol(preSharedKey) },
  { id: 'unrecognised', urgency: 'record', checks: ['no-broken-primitive'], find: suspect(eachDistinct(unrecognised)) },
];

function pqSignature(mechanism: Mechanism): Statement | undefined {
  const { name, role, purpose } = mechanism;
  return isStandardInUse(mechanism) && purpose === 'signature' ? { code: 'pq-signature', args: { name, role } } : undefined;
}

function pqKeyEstablishment(mechanism: Mechanism): Statement | undefined {
  const { name, role, purpose } = mechanism;
  return isStandardInUse(mechanism) && purpose === 'key-establishment' ? { code: 'pq-key-establishment', args: { name, role } } : undefined;
}

function isStandardInUse(mechanism: Mechanism): boolean {
  return mechanism.inUse && isPostQuantum(mechanism) && !COMPETITION_DRAFTS.has(mechanism.use.algorithm);
}

// That nothing uses what is built in is certain where the product's own build or configuration has it, and not only a hint.
function pqNotInUse(scene: Scene): readonly Sighting[] {
  const find = eachDistinct((mechanism) => {
    const { name, role, inUse, weight } = mechanism;
    return isPostQuantum(mechanism) && !inUse && weight !== 'kept' ? { code: 'pq-not-in-use', args: { name, role } } : undefined;
  });
  const isSure = (fact: Fact): boolean => isOfProduct(fact) && fact.confidence !== 'hint';
  return find(scene).map((each) => (each.facts.some(isSure) ? { ...each, weight: 'firm' } : each));
}

function stateful(mechanism: Mechanism): Statement | undefined {
  const { name, role } = mechanism;
  return isStatefulInUse(mechanism) ? { code: 'stateful-signature', args: { name, role } } : undefined;
}

function aes128({ use, name, role, purpose, inUse }: Mechanism): Statement | undefined {
  const isIt = use.algorithm === 'aes' && purpose === 'encryption' && keyBitsOf(use) === 128 && use.parameters.mode?.value !== 'ecb';
  return isIt && inUse ? { code: 'aes-128-adequate', args: { name, role } } : undefined;
}

function preSharedKey({ asset, suites }: ProtocolSubject): Statement | undefined {
  const has = WITH_PRE_SHARED_KEYS.has(asset.protocol.protocol) || suites.some(isPreSharedKeySuite);
  return has ? { code: 'pre-shared-key', args: { name: asset.name } } : undefined;
}

function unrecognised({ use, name, role }: Mechanism): Statement | undefined {
  return use.algorithm === 'unrecognised' ? { code: 'unrecognised-algorithm', args: { name, role } } : undefined;
}
