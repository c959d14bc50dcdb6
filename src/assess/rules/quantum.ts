// What a quantum computer would break, by role: a forged image is not a recorded session, and neither is a stored blob.

import { SCENARIOS } from '../../knowledge/scenarios.ts';
import type { Statement } from '../../model/assessment.ts';
import type { Role } from '../../model/evidence.ts';
import { compareText } from '../../model/order.ts';
import type { DataClass } from '../../model/product.ts';
import { addYears } from '../dates.ts';
import { findDeclaration } from '../declared-answers.ts';
import { isClassical, isPostQuantum, type Mechanism } from '../mechanism.ts';
import { listed } from '../names.ts';
import { groupPerList, perList } from '../per-list.ts';
import type { Purpose } from '../purpose.ts';
import type { Scene } from '../scene.ts';
import { eachDistinct, type Rule, suspect } from './rule.ts';

const BY_ROLE_ELSEWHERE: ReadonlySet<Role> = new Set<Role>(['provisioning', 'debug', 'other']);

export const QUANTUM_RULES: readonly Rule[] = [
  {
    id: 'classical-boot-signature',
    urgency: 'quantum',
    checks: ['boot-quantum-safe', 'no-classical-fallback'],
    mapping: 1,
    find: eachDistinct(bootSignature),
  },
  {
    id: 'classical-update-signature',
    urgency: 'quantum',
    checks: ['update-quantum-safe', 'no-classical-fallback'],
    mapping: 5,
    find: eachDistinct(updateSignature),
  },
  {
    id: 'classical-identity',
    urgency: 'quantum',
    checks: ['identity-quantum-safe', 'no-classical-fallback'],
    mapping: 20,
    find: eachDistinct(identity),
  },
  {
    id: 'classical-key-exchange',
    urgency: 'quantum-long-lived',
    checks: ['transport-quantum-safe', 'transport-hybrid-default', 'no-classical-fallback'],
    mapping: 11,
    find: eachDistinct(longLived),
  },
  {
    id: 'classical-key-exchange-short',
    urgency: 'quantum',
    checks: ['transport-quantum-safe', 'transport-hybrid-default', 'no-classical-fallback'],
    mapping: 11,
    find: eachDistinct(shortLived),
  },
  {
    id: 'classical-fallback',
    urgency: 'quantum',
    checks: ['no-classical-fallback', 'transport-fallback-refused'],
    mapping: 14,
    find: eachDistinct(fallback),
  },
  {
    id: 'classical-beside-signature',
    urgency: 'quantum',
    checks: ['no-classical-fallback'],
    mapping: 7,
    find: suspect(eachDistinct(besideSignature)),
  },
  {
    id: 'classical-storage-wrap',
    urgency: 'quantum-long-lived',
    checks: ['storage-wrap-quantum-safe'],
    mapping: 26,
    find: eachDistinct(storageWrap),
  },
  { id: 'classical-radio', urgency: 'quantum', checks: ['radio-quantum-safe'], mapping: 23, find: eachDistinct(radio) },
  { id: 'classical-elsewhere', urgency: 'quantum', checks: [], find: eachDistinct(elsewhere) },
];

function isOpenTo(mechanism: Mechanism, role: Role, purposes: readonly Purpose[]): boolean {
  return mechanism.role === role && purposes.includes(mechanism.purpose) && isClassical(mechanism);
}

function bootSignature(mechanism: Mechanism, scene: Scene): Statement | undefined {
  return isAloneIn(mechanism, scene, 'boot') ? { code: 'classical-boot-signature', args: { name: mechanism.name } } : undefined;
}

function updateSignature(mechanism: Mechanism, scene: Scene): Statement | undefined {
  return isAloneIn(mechanism, scene, 'update') ? { code: 'classical-update-signature', args: { name: mechanism.name } } : undefined;
}

function isAloneIn(mechanism: Mechanism, scene: Scene, role: Role): boolean {
  return isOpenTo(mechanism, role, ['signature']) && besides(mechanism, scene) === '';
}

function isSessionAlone(mechanism: Mechanism, scene: Scene): boolean {
  return isOpenTo(mechanism, 'transport', ['key-establishment']) && besides(mechanism, scene) === '';
}

// The post-quantum mechanisms in use in the same role for the same purpose, as printed.
function besides({ role, purpose }: Mechanism, { distinct }: Scene): string {
  return postQuantumIn(distinct).get(`${role} ${purpose}`) ?? '';
}

const inPlace = groupPerList<Mechanism>(({ role, purpose }) => `${role} ${purpose}`);
const postQuantumIn = perList<Mechanism, ReadonlyMap<string, string>>((distinct) => {
  const names = [...inPlace(distinct)].map(([place, all]) => {
    const others = all.filter((each) => each.weight !== 'kept' && each.inUse && isPostQuantum(each));
    return [place, listed(others.map((each) => each.name))] as const;
  });
  return new Map(names);
});

function fallback(mechanism: Mechanism, scene: Scene): Statement | undefined {
  if (!isOpenTo(mechanism, 'transport', ['key-establishment'])) return undefined;
  const beside = besides(mechanism, scene);
  return beside === '' ? undefined : { code: 'classical-fallback', args: { name: mechanism.name, beside } };
}

function besideSignature(mechanism: Mechanism, scene: Scene): Statement | undefined {
  const declared = findDeclaration(scene, 'both-signatures-required')?.answer === 'yes';
  const { name, role } = mechanism;
  const vouches = role === 'boot' || role === 'update' || role === 'device-identity';
  if (!vouches || !isOpenTo(mechanism, role, ['signature'])) return undefined;
  const beside = besides(mechanism, scene);
  return beside === ''
    ? undefined
    : { code: 'classical-beside-signature', args: { name, beside, role, ...(declared ? { declared } : {}) } };
}

// An authority's key is not the identity of a device; its own certificate speaks of its dates.
function identity(mechanism: Mechanism, scene: Scene): Statement | undefined {
  const isAuthority = mechanism.asset.kind === 'certificate' && mechanism.asset.certificate.isCa;
  if (isAuthority || !isAloneIn(mechanism, scene, 'device-identity')) return undefined;
  return { code: 'classical-identity', args: { name: mechanism.name } };
}

function longLived(mechanism: Mechanism, scene: Scene): Statement | undefined {
  if (!isSessionAlone(mechanism, scene)) return undefined;
  const data = longestSecret(scene);
  if (data === undefined) return { code: 'classical-key-exchange-life-unknown', args: { name: mechanism.name } };
  const secretUntil = addYears(scene.asOf, data.secretYears);
  const [earliest] = SCENARIOS;
  if (earliest === undefined || secretUntil <= earliest.date) return undefined;
  return { code: 'classical-key-exchange-long-lived', args: { name: mechanism.name, data: data.name, secretUntil } };
}

function shortLived(mechanism: Mechanism, scene: Scene): Statement | undefined {
  if (!isSessionAlone(mechanism, scene) || longLived(mechanism, scene) !== undefined) return undefined;
  return { code: 'classical-key-exchange-short-lived', args: { name: mechanism.name } };
}

// Data sent today is the measure; of classes with equal lives the first by id.
function longestSecret({ product }: Scene): DataClass | undefined {
  const carried = (product?.data ?? []).filter((data) => data.roles.includes('transport'));
  return [...carried].sort((a, b) => b.secretYears - a.secretYears || compareText(a.id, b.id))[0];
}

function storageWrap(mechanism: Mechanism): Statement | undefined {
  const wraps = isOpenTo(mechanism, 'storage', ['key-establishment']);
  return wraps ? { code: 'classical-storage-wrap', args: { name: mechanism.name } } : undefined;
}

function radio(mechanism: Mechanism): Statement | undefined {
  const open = isOpenTo(mechanism, 'radio', ['key-establishment', 'signature', 'public-key']);
  return open ? { code: 'classical-radio', args: { name: mechanism.name } } : undefined;
}

// What no role's own rule speaks of: calls and keys elsewhere, and those that do not say what they are for. Certificates speak by their dates.
function elsewhere(mechanism: Mechanism): Statement | undefined {
  const { asset, role, purpose, name } = mechanism;
  const ofOtherPurpose = role === 'transport' || role === 'storage' ? ['signature', 'public-key'] : ['key-establishment'];
  const purposes = BY_ROLE_ELSEWHERE.has(role) ? ['signature', 'key-establishment', 'public-key'] : ofOtherPurpose;
  if (asset.kind !== 'algorithm' || role === 'radio' || !purposes.includes(purpose) || !isClassical(mechanism)) return undefined;
  return { code: 'classical-elsewhere', args: { name, role } };
}
