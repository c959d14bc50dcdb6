// Mechanisms as the assessment sees them: an asset in one role for one purpose, with the facts that put it there.

import { nameOf, threatOf } from '../knowledge/algorithms.ts';
import type { AlgorithmId, AlgorithmUse } from '../model/algorithm.ts';
import type { Role } from '../model/evidence.ts';
import type { CryptoAsset, Fact, Inventory } from '../model/inventory.ts';
import { isHalfOfHybrid, isNamedByGroups, type Purpose, purposeOf } from './purpose.ts';
import { type Standing, standingOf } from './weight.ts';

/** One asset in one role for one purpose. */
export interface Mechanism extends Standing {
  readonly asset: CryptoAsset;
  readonly use: AlgorithmUse;
  readonly name: string;
  readonly role: Role;
  readonly purpose: Purpose;
  readonly facts: readonly Fact[];
}

/** Every mechanism of an inventory, in the order of its assets. */
export function listMechanisms(inventory: Inventory): Mechanism[] {
  return inventory.assets.flatMap((asset) => {
    const use = useOfAsset(asset);
    return use === undefined ? [] : groupFacts(asset, use);
  });
}

/** True where Shor's algorithm breaks it. */
export function isClassical(mechanism: Mechanism): boolean {
  return threatOf(mechanism.use) === 'broken-by-shor';
}

/** True for a public-key mechanism of which no quantum break is known. */
export function isPostQuantum({ purpose, use }: Mechanism): boolean {
  return (purpose === 'signature' || purpose === 'key-establishment') && threatOf(use) === 'no-known-quantum-break';
}

// SP 800-208 §8: reuse of a one-time key breaks the scheme, so the state is part of the evidence.
const STATEFUL: ReadonlySet<AlgorithmId> = new Set<AlgorithmId>(['lms', 'hss', 'xmss']);

/** True for a stateful hash-based signature that is in use. */
export function isStatefulInUse({ use, inUse }: Mechanism): boolean {
  return inUse && STATEFUL.has(use.algorithm);
}

function useOfAsset(asset: CryptoAsset): AlgorithmUse | undefined {
  if (asset.kind === 'algorithm') return asset.use;
  if (asset.kind === 'certificate') return withSize(asset.certificate.publicKey.algorithm, asset.certificate.publicKey.sizeBits);
  if (asset.kind !== 'key' || asset.key.material === 'secret-key') return undefined;
  return withSize(asset.key.key.algorithm, asset.key.key.sizeBits);
}

function withSize(use: AlgorithmUse, sizeBits: number | undefined): AlgorithmUse {
  if (sizeBits === undefined || use.parameters.keyBits !== undefined) return use;
  return { ...use, parameters: { ...use.parameters, keyBits: { value: sizeBits, from: 'written' } } };
}

// A certificate is named after its subject, which says nothing of its key.
function nameFor(asset: CryptoAsset, use: AlgorithmUse): string {
  return asset.kind === 'certificate' ? `${nameOf(use)} certificate “${asset.name}”` : asset.name;
}

function groupFacts(asset: CryptoAsset, use: AlgorithmUse): Mechanism[] {
  const groups = new Map<string, { role: Role; purpose: Purpose; facts: Fact[] }>();
  for (const fact of asset.facts.filter((each) => speaksFor(asset, use, each))) {
    const purpose = purposeOf(use, fact);
    const key = `${fact.role} ${purpose}`;
    const group = groups.get(key) ?? { role: fact.role, purpose, facts: [] };
    group.facts.push(fact);
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => ({ ...group, asset, use, name: nameFor(asset, use), ...standingOf(group.facts) }));
}

// The algorithms of a certificate or key are judged at the certificate or key, once; what the code calls no security use is none.
function speaksFor(asset: CryptoAsset, use: AlgorithmUse, { observed, state }: Fact): boolean {
  if (state === 'absent') return false;
  if (asset.kind !== 'algorithm') return observed.kind === asset.kind;
  if (observed.kind === 'certificate' || observed.kind === 'key' || isHalfOfHybrid(use, observed) || isNamedByGroups(use, observed))
    return false;
  return observed.kind !== 'algorithm' || observed.nonSecurity === undefined;
}
