// Assets as rules and checks see them: one asset in one role, with its facts there and what they may decide.

import type { Role } from '../model/evidence.ts';
import type { CertificateAsset, CryptoAsset, Fact, Inventory, KeyAsset, ProtocolAsset } from '../model/inventory.ts';
import { isOfProduct, type Standing, standingOf } from './weight.ts';

/** An asset in one role. */
export interface Subject<Asset extends CryptoAsset> extends Standing {
  readonly asset: Asset;
  readonly role: Role;
  readonly facts: readonly Fact[];
}

/** A protocol in one version and one role. */
export interface ProtocolSubject extends Subject<ProtocolAsset> {
  readonly versions: readonly string[];
  /** IANA names */
  readonly suites: readonly string[];
}

/** Certificates by role. */
export function listCertificates(inventory: Inventory): Subject<CertificateAsset>[] {
  return inventory.assets.filter((asset) => asset.kind === 'certificate').flatMap(byRole);
}

/** Keys at rest by role. */
export function listKeys(inventory: Inventory): Subject<KeyAsset>[] {
  return inventory.assets.filter((asset) => asset.kind === 'key').flatMap(byRole);
}

/** Protocols by role: an asset for each version. */
export function listProtocols(inventory: Inventory): ProtocolSubject[] {
  return inventory.assets
    .filter((asset) => asset.kind === 'protocol')
    .flatMap(byRole)
    .map((subject) => ({ ...subject, versions: subject.asset.protocol.versions, suites: suitesOf(subject) }));
}

// A certificate brings its key along: the key asset hears only of what was seen as a key.
function byRole<Asset extends CryptoAsset>(asset: Asset): Subject<Asset>[] {
  const groups = new Map<Role, Fact[]>();
  for (const fact of asset.facts) {
    if (fact.state !== 'absent' && fact.observed.kind === asset.kind) groups.set(fact.role, [...(groups.get(fact.role) ?? []), fact]);
  }
  return [...groups].map(([role, facts]) => ({ asset, role, facts, ...standingOf(facts) }));
}

// Of the suites of a protocol version those that the product's own facts name, where it has any.
function suitesOf({ asset, facts }: Subject<ProtocolAsset>): string[] {
  const own = facts.filter(isOfProduct);
  const named = (own.length > 0 ? own : facts).flatMap(({ observed }) => (observed.kind === 'protocol' ? observed.suites : []));
  const names = new Set(named.map((suite) => suite.name));
  return asset.protocol.suites.map((suite) => suite.name).filter((name) => names.has(name));
}
