// What a lost key does below it: every certificate that it signed can be imitated, and every one below those. RFC 5280 §6.

import type { CertificateAsset, Inventory } from '../../model/inventory.ts';
import { listCertificates, type Subject } from '../subject.ts';
import { type Hit, idsOf, tempered } from './hit.ts';

/** Certificates below those whose keys are lost, by role, with the names of the lost ones above them. `lost` holds asset ids. */
export function findBelow(inventory: Inventory, lost: ReadonlyMap<string, Hit['standing']>): Hit[] {
  const byId = new Map(
    inventory.assets.filter((asset): asset is CertificateAsset => asset.kind === 'certificate').map((asset) => [asset.id as string, asset]),
  );
  return listCertificates(inventory)
    .filter(({ asset, weight }) => weight !== 'kept' && !lost.has(asset.id))
    .flatMap((subject) => {
      const above = lostAbove(subject.asset, byId, lost);
      return above.length === 0 ? [] : [toHit(subject, above, lost)];
    });
}

function toHit(
  { asset, role, facts, weight }: Subject<CertificateAsset>,
  above: readonly CertificateAsset[],
  lost: ReadonlyMap<string, Hit['standing']>,
): Hit {
  const falls = above.some(({ id }) => lost.get(id) === 'falls');
  return {
    asset: asset.id,
    name: `certificate “${asset.name}”`,
    kind: 'certificate',
    role,
    purpose: 'signature',
    standing: tempered(falls ? 'falls' : 'may-fall', weight),
    reach: 'issuer',
    through: above.map(({ name }) => `certificate “${name}”`),
    left: [],
    facts: idsOf(facts),
  };
}

// A chain may be written to go round: each certificate is passed once.
function lostAbove(
  from: CertificateAsset,
  byId: ReadonlyMap<string, CertificateAsset>,
  lost: ReadonlyMap<string, unknown>,
): CertificateAsset[] {
  const seen = new Set<string>([from.id]);
  const open: string[] = [...from.dependsOn];
  const found: CertificateAsset[] = [];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const certificate = byId.get(id);
    if (certificate === undefined || seen.has(id)) continue;
    seen.add(id);
    if (lost.has(id)) found.push(certificate);
    open.push(...certificate.dependsOn);
  }
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}
