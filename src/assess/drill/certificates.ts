// What a lost key does below it: every certificate that it signed can be imitated, and every one below those (RFC 5280 §6). Where the issuer was
// not seen, the signature itself says what it rests on.

import { nameOf } from '../../knowledge/algorithms.ts';
import type { BreakTarget } from '../../model/drill.ts';
import type { CertificateAsset, CryptoAsset, Inventory } from '../../model/inventory.ts';
import { listCertificates, type Subject } from '../subject.ts';
import { type Hit, idsOf, tempered } from './hit.ts';
import { reachOf } from './reach.ts';

/** Certificates below those whose keys are lost, by role, with the names of the lost ones above them. `lost` holds asset ids. */
export function findBelow(inventory: Inventory, lost: ReadonlyMap<string, Hit['standing']>): Hit[] {
  const byId = certificatesOf(inventory);
  return listCertificates(inventory)
    .filter(({ asset, weight }) => weight !== 'kept' && !lost.has(asset.id))
    .flatMap((subject) => {
      const above = lostAbove(subject.asset, byId, lost);
      return above.length === 0 ? [] : [toHit(subject, above, lost)];
    });
}

/**
 * Certificates whose signature rests on what is broken: on the issuer's key where the issuer was not seen, on the digest in any case. Those in
 * `known` are hit in another way; nobody verifies the signature of a root on itself.
 */
export function findSignedWith(inventory: Inventory, targets: readonly BreakTarget[], known: ReadonlySet<string>): Hit[] {
  const byId = certificatesOf(inventory);
  return listCertificates(inventory)
    .filter(({ asset, weight }) => weight !== 'kept' && !asset.certificate.selfSigned && !known.has(asset.id))
    .flatMap(({ asset, role, facts, weight }): Hit[] => {
      const { signature } = asset.certificate;
      const isIssuerSeen = asset.dependsOn.some((id) => byId.has(id));
      const parts = signature.parts
        .map((part) => ({ name: nameOf(part), standing: reachOf(part, targets).standing }))
        .filter(({ standing }) => standing !== 'not-hit');
      const whole = isIssuerSeen ? 'not-hit' : reachOf({ ...signature, parts: [] }, targets).standing;
      if (whole === 'not-hit' && parts.length === 0) return [];
      const byKey =
        whole === 'not-hit'
          ? { reach: 'part' as const, through: parts.map(({ name }) => name) }
          : { reach: 'issuer' as const, through: [nameOf(signature)] };
      return [
        {
          asset: asset.id,
          name: `certificate “${asset.name}”`,
          kind: 'certificate',
          role,
          purpose: 'signature',
          standing: tempered(whole === 'falls' ? 'falls' : 'may-fall', weight),
          ...byKey,
          left: [],
          facts: idsOf(facts),
        },
      ];
    });
}

function certificatesOf(inventory: Inventory): ReadonlyMap<string, CertificateAsset> {
  const isCertificate = (asset: CryptoAsset): asset is CertificateAsset => asset.kind === 'certificate';
  return new Map(inventory.assets.filter(isCertificate).map((asset) => [asset.id, asset]));
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
