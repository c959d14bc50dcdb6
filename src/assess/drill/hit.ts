// One thing that a scenario reaches in one role, before it is grouped: with what it is for there, so that consequences follow.

import type { HitAsset } from '../../model/drill.ts';
import type { Role } from '../../model/evidence.ts';
import type { Fact } from '../../model/inventory.ts';
import type { Purpose } from '../purpose.ts';
import type { Weight } from '../weight.ts';

/** A hit asset in a role. */
export interface Hit extends HitAsset {
  readonly role: Role;
  /** absent for a protocol, whose mechanisms are hits of their own */
  readonly purpose?: Purpose;
  /** key material that is secret on both sides */
  readonly shared?: boolean;
}

/** What is not in use for certain may fall, and no more. */
export function tempered(standing: HitAsset['standing'], weight: Weight): HitAsset['standing'] {
  return standing === 'falls' && weight !== 'firm' ? 'may-fall' : standing;
}

/** Ids of facts, in code-point order. */
export function idsOf(facts: readonly Fact[]): HitAsset['facts'] {
  return facts.map((fact) => fact.id).sort();
}
