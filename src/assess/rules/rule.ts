// A rule: what it looks for, how urgent that is, which checks it decides, and its number in the mapping of findings to requirements.

import type { AlgorithmUse } from '../../model/algorithm.ts';
import type { FindingBasis, Statement, Urgency } from '../../model/assessment.ts';
import type { CheckId } from '../../model/check.ts';
import type { Role } from '../../model/evidence.ts';
import type { CertificateAsset, CryptoAsset, Fact, KeyAsset } from '../../model/inventory.ts';
import type { Mechanism } from '../mechanism.ts';
import type { Scene } from '../scene.ts';
import { listCertificates, listKeys, listProtocols, type ProtocolSubject, type Subject } from '../subject.ts';
import type { Standing } from '../weight.ts';

/** One rule. */
export interface Rule {
  readonly id: string;
  readonly urgency: Urgency;
  readonly checks: readonly CheckId[];
  readonly mapping?: number;
  readonly find: (scene: Scene) => readonly Sighting[];
}

/** Where a rule found what it looks for. */
export interface Sighting extends Standing {
  readonly title: Statement;
  readonly role: Role;
  readonly asset?: CryptoAsset;
  /** what tells it from its like where there is no asset: a target, an accepted finding */
  readonly about?: string;
  readonly use?: AlgorithmUse;
  readonly facts: readonly Fact[];
  /** what it stands on where there are no facts; a declaration, where left out */
  readonly basis?: FindingBasis;
}

/** Looks at every mechanism. */
export function eachMechanism(title: (mechanism: Mechanism, scene: Scene) => Statement | undefined): Rule['find'] {
  return (scene) => sight(scene.mechanisms, (mechanism) => title(mechanism, scene));
}

/** Looks at every mechanism once, however often it is said. */
export function eachDistinct(title: (mechanism: Mechanism, scene: Scene) => Statement | undefined): Rule['find'] {
  return (scene) => sight(scene.distinct, (mechanism) => title(mechanism, scene));
}

/** The same look, never more than a suspicion: what it finds leaves a check indeterminate. */
export function suspect(find: Rule['find']): Rule['find'] {
  return (scene) => find(scene).map(softened);
}

/** Looks at every certificate. */
export function eachCertificate(title: (subject: Subject<CertificateAsset>, scene: Scene) => Statement | undefined): Rule['find'] {
  return (scene) => listCertificates(scene.inventory).flatMap((subject) => toSightings(subject, title(subject, scene)));
}

/** Looks at every key at rest. */
export function eachKey(title: (subject: Subject<KeyAsset>, scene: Scene) => Statement | undefined): Rule['find'] {
  return (scene) => listKeys(scene.inventory).flatMap((subject) => toSightings(subject, title(subject, scene)));
}

/** Looks at every protocol in every version. */
export function eachProtocol(title: (subject: ProtocolSubject, scene: Scene) => Statement | undefined): Rule['find'] {
  return (scene) => listProtocols(scene.inventory).flatMap((subject) => toSightings(subject, title(subject, scene)));
}

/** A finding about the product as a whole, on facts or on the lack of a declaration. */
export function ofProduct(title: Statement, facts: readonly Fact[] = [], role: Role = 'other'): Sighting {
  return { title, role, facts, weight: 'firm', inUse: true };
}

/** The same sighting, standing on what is not in the product file, on what was read, or on figures. */
export function basedOn(basis: FindingBasis, sighting: Sighting): Sighting {
  return { ...sighting, basis };
}

/** The same sighting, deciding nothing. */
export function softened(sighting: Sighting): Sighting {
  return sighting.weight === 'firm' ? { ...sighting, weight: 'soft' } : sighting;
}

function sight(mechanisms: readonly Mechanism[], title: (mechanism: Mechanism) => Statement | undefined): Sighting[] {
  return mechanisms.flatMap((mechanism) => {
    const found = title(mechanism);
    return found === undefined ? [] : [{ ...mechanism, title: found }];
  });
}

function toSightings<Asset extends CryptoAsset>(
  { asset, role, facts, weight, inUse }: Subject<Asset>,
  title: Statement | undefined,
): Sighting[] {
  return title === undefined ? [] : [{ title, role, asset, facts, weight, inUse }];
}
