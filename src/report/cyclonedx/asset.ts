// An asset as a CycloneDX component. References: 1.7 has `relatedCryptographicAssets` on certificate, key and protocol; 1.6 has
// `signatureAlgorithmRef`, `subjectPublicKeyRef`, `algorithmRef` and `cryptoRefArray`.

import { ALGORITHMS, threatOf } from '../../knowledge/algorithms.ts';
import { findPostQuantum } from '../../knowledge/packages.ts';
import type { KeyObservation } from '../../model/evidence.ts';
import type { AlgorithmAsset, AssetId, CertificateAsset, CryptoAsset, KeyAsset, LibraryAsset } from '../../model/inventory.ts';
import { toAlgorithmProperties } from './algorithm.ts';
import { toPairs } from './context.ts';
import { toExecution } from './execution.ts';
import { toOccurrence } from './occurrence.ts';
import { toProtocolProperties } from './protocol.ts';
import type {
  CertificateProperties,
  Component,
  CryptoProperties,
  Hash,
  KeyProperties,
  Property,
  RelatedAsset,
  SpecVersion,
  Writing,
} from './shapes.ts';

/** The component of an asset with all its occurrences. */
export function toComponent(asset: CryptoAsset, writing: Writing): Component {
  const use = asset.kind === 'algorithm' ? asset.use : undefined;
  return {
    ...(asset.kind === 'library' ? toLibrary(asset) : toCryptographicAsset(asset, writing)),
    evidence: { occurrences: asset.facts.map((fact) => toOccurrence(fact, use)) },
    properties: toProperties(asset),
  };
}

function toLibrary({ id, library }: LibraryAsset): Component {
  return {
    type: 'library',
    'bom-ref': id,
    name: library.name,
    ...(library.version === undefined ? {} : { version: library.version }),
    ...(library.purl === undefined ? {} : { purl: library.purl }),
  };
}

function toCryptographicAsset(asset: Exclude<CryptoAsset, LibraryAsset>, writing: Writing): Component {
  return { type: 'cryptographic-asset', 'bom-ref': asset.id, name: asset.name, cryptoProperties: toCryptoProperties(asset, writing) };
}

function toCryptoProperties(asset: Exclude<CryptoAsset, LibraryAsset>, writing: Writing): CryptoProperties {
  switch (asset.kind) {
    case 'algorithm':
      return {
        assetType: 'algorithm',
        algorithmProperties: { ...toAlgorithmProperties(asset.use, writing.spec), ...toExecution(asset.facts) },
        ...toOid(asset),
      };
    case 'certificate':
      return { assetType: 'certificate', certificateProperties: toCertificateProperties(asset, writing) };
    case 'key':
      return { assetType: 'related-crypto-material', relatedCryptoMaterialProperties: toKeyProperties(asset, writing.spec) };
    case 'protocol':
      return { assetType: 'protocol', protocolProperties: toProtocolProperties(asset, writing) };
  }
}

function toOid({ use }: AlgorithmAsset): { readonly oid?: string } {
  const { oid } = ALGORITHMS[use.algorithm];
  return oid === undefined ? {} : { oid };
}

function toCertificateProperties(asset: CertificateAsset, { spec, refOf }: Writing): CertificateProperties {
  const { certificate } = asset;
  const base = {
    subjectName: certificate.subject,
    issuerName: certificate.issuer,
    ...(isDateTime(certificate.notBefore) ? { notValidBefore: certificate.notBefore } : {}),
    ...(isDateTime(certificate.notAfter) ? { notValidAfter: certificate.notAfter } : {}),
    certificateFormat: 'X.509' as const,
  };
  if (spec === '1.6') return { ...base, ...toRefs16(asset, refOf), certificateExtension: certificate.format };
  return {
    serialNumber: certificate.serialNumber,
    ...base,
    certificateFileExtension: certificate.format,
    fingerprint: toHash(certificate.sha256),
    certificateExtensions: toExtensions(asset),
    relatedCryptographicAssets: asset.dependsOn.map(toRelated),
  };
}

// RFC 3339 has years of four digits; the schema asserts it.
function isDateTime(written: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(written);
}

function toRefs16(
  asset: CertificateAsset,
  refOf: Writing['refOf'],
): Pick<CertificateProperties, 'signatureAlgorithmRef' | 'subjectPublicKeyRef'> {
  const signature = refOf(asset.certificate.signature);
  const key = asset.dependsOn.find((id) => id.startsWith('crypto/key/'));
  return {
    ...(signature === undefined ? {} : { signatureAlgorithmRef: signature }),
    ...(key === undefined ? {} : { subjectPublicKeyRef: key }),
  };
}

function toExtensions({ certificate }: CertificateAsset): NonNullable<CertificateProperties['certificateExtensions']> {
  const { isCa, subjectKeyId, authorityKeyId } = certificate;
  return [
    ...(isCa ? [{ commonExtensionName: 'basicConstraints', commonExtensionValue: 'CA:TRUE' }] : []),
    ...(subjectKeyId === undefined ? [] : [{ commonExtensionName: 'subjectKeyIdentifier', commonExtensionValue: subjectKeyId }]),
    ...(authorityKeyId === undefined ? [] : [{ commonExtensionName: 'authorityKeyIdentifier', commonExtensionValue: authorityKeyId }]),
  ];
}

const KEY_TYPES: Readonly<Record<KeyObservation['material'], string>> = {
  'private-key': 'private-key',
  'public-key': 'public-key',
  'secret-key': 'secret-key',
  'certificate-request': 'other',
};

function toKeyProperties(asset: KeyAsset, spec: SpecVersion): KeyProperties {
  const { material, key, encrypted, container } = asset.key;
  const [algorithm] = asset.dependsOn;
  return {
    type: KEY_TYPES[material],
    ...(key.spkiSha256 === undefined ? {} : { id: `spki-sha256:${key.spkiSha256}` }),
    ...(spec === '1.6' && algorithm !== undefined ? { algorithmRef: algorithm } : {}),
    ...(key.sizeBits === undefined ? {} : { size: key.sizeBits }),
    format: container,
    ...(encrypted ? { securedBy: { mechanism: 'Software' } } : {}),
    ...(spec === '1.7' && key.spkiSha256 !== undefined ? { fingerprint: toHash(key.spkiSha256) } : {}),
    ...(spec === '1.7' ? { relatedCryptographicAssets: asset.dependsOn.map(toRelated) } : {}),
  };
}

/** A reference by what it leads to, which its id tells. */
export function toRelated(ref: AssetId): RelatedAsset {
  const [, kind = '', material = ''] = ref.split('/');
  return { type: kind === 'key' ? material : kind, ref };
}

/** Since when the library has mechanisms of FIPS 203, 204 and 205, and which of them this version has. Present is not used. */
function toPostQuantum({ library }: LibraryAsset): readonly Property[] {
  const support = findPostQuantum(library);
  if (support === undefined) return [];
  const since = support.since.map(({ version, algorithms }) => `${algorithms.join('+')}@${version}`).join(',');
  const has = support.has === undefined ? 'unknown' : support.has.join('+') || 'none';
  return [
    {
      name: 'pqready:post-quantum',
      value: toPairs([
        ['has', has],
        ['since', since],
      ]),
    },
  ];
}

function toHash(content: string): Hash {
  return { alg: 'SHA-256', content };
}

function toProperties(asset: CryptoAsset): readonly Property[] {
  const roles = asset.roles.map((role) => ({ name: 'pqready:role', value: role }));
  if (asset.kind === 'library') return [...roles, ...toPostQuantum(asset)];
  return asset.kind === 'algorithm' ? [...roles, { name: 'pqready:threat', value: threatOf(asset.use) }] : roles;
}
