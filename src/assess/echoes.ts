// One mechanism is often said several times with different detail: the key by its curve, the call by its hash, the signature by both. A
// mechanism that says nothing beyond another of its role is an echo of it and makes no finding of its own.

import { curveOf, digestOf, keyBitsOf } from '../knowledge/algorithms.ts';
import type { AlgorithmId } from '../model/algorithm.ts';
import type { Mechanism } from './mechanism.ts';

/** What a mechanism says of itself; undefined is not said. */
type Details = readonly [scheme: string | undefined, size: string | undefined, mode: string | undefined, digest: string | undefined];

const RSA: ReadonlySet<AlgorithmId> = new Set<AlgorithmId>(['rsa', 'rsaes-oaep', 'rsaes-pkcs1', 'rsassa-pkcs1', 'rsassa-pss']);
const EC: ReadonlySet<AlgorithmId> = new Set<AlgorithmId>(['ec', 'ecdsa', 'ecdh', 'ecies', 'ecmqv']);

/** The mechanisms without those that another says with more detail, in the same order. */
export function withoutEchoes(mechanisms: readonly Mechanism[]): Mechanism[] {
  const groups = new Map<string, { mechanism: Mechanism; details: Details }[]>();
  for (const mechanism of mechanisms) {
    const group = groups.get(groupOf(mechanism)) ?? [];
    group.push({ mechanism, details: detailsOf(mechanism) });
    groups.set(groupOf(mechanism), group);
  }
  const echoes = new Set<Mechanism>(mechanisms.filter((one) => one.role === 'other' && isPlacedElsewhere(one, mechanisms)));
  for (const group of groups.values()) {
    for (const one of group) if (group.some((other) => isEcho(one, other))) echoes.add(one.mechanism);
  }
  return mechanisms.filter((mechanism) => !echoes.has(mechanism));
}

// A certificate or key that has a role at one place is the same thing at a place that tells no role, such as inside an image.
function isPlacedElsewhere({ asset, weight }: Mechanism, all: readonly Mechanism[]): boolean {
  if (asset.kind === 'algorithm') return false;
  return all.some((other) => other.asset.id === asset.id && other.role !== 'other' && (other.weight === weight || other.weight === 'firm'));
}

interface Said {
  readonly mechanism: Mechanism;
  readonly details: Details;
}

// A certificate is a thing of its own, and so is what weighs more than what would cover it.
function isEcho(one: Said, other: Said): boolean {
  if (one === other || one.mechanism.asset.kind === 'certificate' || other.mechanism.asset.kind === 'certificate') return false;
  if (one.mechanism.purpose !== other.mechanism.purpose && one.mechanism.purpose !== 'public-key') return false;
  if (one.mechanism.weight !== other.mechanism.weight && other.mechanism.weight !== 'firm') return false;
  if (one.mechanism.inUse && !other.mechanism.inUse) return false;
  const agrees = one.details.every((detail, index) => detail === undefined || detail === other.details[index]);
  return agrees && (saidBy(other) > saidBy(one) || (saidBy(other) === saidBy(one) && isKeyOf(one, other)));
}

function saidBy({ details }: Said): number {
  return details.filter((detail) => detail !== undefined).length;
}

function isKeyOf(one: Said, other: Said): boolean {
  return one.mechanism.asset.kind === 'key' && other.mechanism.asset.kind === 'algorithm';
}

function groupOf({ role, use }: Mechanism): string {
  const family = RSA.has(use.algorithm) ? 'rsa' : EC.has(use.algorithm) ? 'ec' : use.algorithm;
  return `${role} ${family}`;
}

function detailsOf({ use }: Mechanism): Details {
  const scheme = use.algorithm === 'rsa' || use.algorithm === 'ec' ? undefined : use.algorithm;
  return [scheme, curveOf(use) ?? keyBitsOf(use)?.toString(), use.parameters.mode?.value, digestOf(use)?.algorithm];
}
