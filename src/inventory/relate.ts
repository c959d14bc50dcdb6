// Which certificate issued which. RFC 5280 §6.1.3: the issuer name of one is the subject name of the other; where both name the key that
// signed (§4.2.1.1), that must agree too.

import type { AssetId, CertificateAsset, CryptoAsset } from '../model/inventory.ts';
import { compareText } from '../model/order.ts';

/** The same assets; a certificate depends on the one that issued it, where that one is in the inventory and not in doubt. */
export function relateIssuers(assets: readonly CryptoAsset[]): readonly CryptoAsset[] {
  const bySubject = indexBySubject(assets);
  return assets.map((asset) => {
    if (asset.kind !== 'certificate' || asset.certificate.selfSigned) return asset;
    const issuers = findIssuers(asset, bySubject.get(asset.certificate.issuer) ?? []);
    return issuers.length === 0 ? asset : { ...asset, dependsOn: [...new Set([...asset.dependsOn, ...issuers])].sort(compareText) };
  });
}

function indexBySubject(assets: readonly CryptoAsset[]): ReadonlyMap<string, readonly CertificateAsset[]> {
  const index = new Map<string, CertificateAsset[]>();
  for (const asset of assets) {
    if (asset.kind !== 'certificate') continue;
    const named = index.get(asset.certificate.subject) ?? [];
    named.push(asset);
    index.set(asset.certificate.subject, named);
  }
  return index;
}

// By key identifier several may hold: a cross-signed authority has one key in several certificates. By name alone only a single one does.
function findIssuers(asset: CertificateAsset, named: readonly CertificateAsset[]): readonly AssetId[] {
  const { authorityKeyId } = asset.certificate;
  const authorities = named.filter(({ id, certificate }) => id !== asset.id && (certificate.isCa || certificate.selfSigned));
  const byKey = authorities.filter(({ certificate }) => authorityKeyId !== undefined && certificate.subjectKeyId === authorityKeyId);
  if (byKey.length > 0) return byKey.map(({ id }) => id);
  const undecided = authorities.filter(({ certificate }) => authorityKeyId === undefined || certificate.subjectKeyId === undefined);
  return undecided.length === 1 ? undecided.map(({ id }) => id) : [];
}
