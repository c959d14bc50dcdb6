// The keys that an operator's id stands for: an asset id as the inventory prints it, a fingerprint of the public half, of a certificate or
// its subject key id, or the beginning of one.

import type { CertificateAsset, CryptoAsset, Inventory, KeyAsset } from '../../model/inventory.ts';

/** What a key id means in one inventory. */
export interface NamedKeys {
  /** keys and certificates that hold the key */
  readonly holders: readonly (KeyAsset | CertificateAsset)[];
  /** fingerprints of the public half that the id stands for; more than one: the id is not clear */
  readonly fingerprints: readonly string[];
}

const SHORTEST_HEX = 8;
const HEX = /^[0-9a-f]+$/;

/** Everything that holds the key; empty where the inventory knows none of that id. */
export function findKeys(inventory: Inventory, written: string): NamedKeys {
  const all = inventory.assets.filter(isHolder);
  const hex = written
    .toLowerCase()
    .replace(/^sha-?256:/, '')
    .replace(/[:\s]/g, '');
  const prefix = hex.length >= SHORTEST_HEX && HEX.test(hex) ? hex : undefined;
  const named = all.filter(
    (asset) => asset.id === written || (prefix !== undefined && namesOf(asset).some((name) => name.startsWith(prefix))),
  );
  const fingerprints = [...new Set(named.flatMap((asset) => fingerprintOf(asset) ?? []))].sort();
  const holders = all.filter((asset) => named.includes(asset) || fingerprints.includes(fingerprintOf(asset) ?? ''));
  return { holders, fingerprints };
}

/** Every id that would name a key of the inventory, for the message that none did. */
export function listKeyIds(inventory: Inventory): string[] {
  return inventory.assets.filter(isHolder).map((asset) => asset.id);
}

/** SHA-256 of the SubjectPublicKeyInfo, lowercase hex. */
export function fingerprintOf(asset: KeyAsset | CertificateAsset): string | undefined {
  return (asset.kind === 'key' ? asset.key.key : asset.certificate.publicKey).spkiSha256;
}

function isHolder(asset: CryptoAsset): asset is KeyAsset | CertificateAsset {
  return asset.kind === 'key' || asset.kind === 'certificate';
}

function namesOf(asset: KeyAsset | CertificateAsset): string[] {
  const last = asset.id.slice(asset.id.lastIndexOf('/') + 1);
  const ofCertificate = asset.kind === 'certificate' ? [asset.certificate.sha256, asset.certificate.subjectKeyId] : [];
  return [last, fingerprintOf(asset), ...ofCertificate].filter((name) => name !== undefined);
}
