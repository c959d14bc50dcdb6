// Ids of assets, made of their content alone: the same thing has the same id in every scan and, so long as its name stays, in every version.
// They are the `bom-ref`s of the CBOM and stand in reports and in product files, so they can be read.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { ALGORITHMS, curveOf, nameOf, paddingOf, parameterSetOf, primitiveOf } from '../knowledge/algorithms.ts';
import type { AlgorithmUse } from '../model/algorithm.ts';
import type { CertificateObservation, KeyObservation, LibraryObservation, Location, ProtocolName } from '../model/evidence.ts';
import type { AssetId } from '../model/inventory.ts';
import { canonicalText, toLine, toPlace } from './order.ts';

const UNRECOGNISED_PRIMITIVE = ALGORITHMS.unrecognised.primitive;

/** Lowercase hex of the SHA-256 of a text. */
export function digestText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** `crypto/algorithm/aes-256-cbc-pkcs7`: the name, and what tells components apart without standing in it. Expects a canonical use. */
export function toAlgorithmId(use: AlgorithmUse): AssetId {
  const name = nameOf(use).toLowerCase();
  if (use.algorithm === 'unrecognised')
    return asAssetId(`crypto/algorithm/unrecognised/${[toUniqueSlug(name), ...writtenElements(use)].join('/')}`);
  const slug = holdsUnrecognised(use) ? toUniqueSlug(name) : toSlug(name);
  return asAssetId(`crypto/algorithm/${[slug, ...unnamedElements(use)].join('-')}`);
}

function holdsUnrecognised(use: AlgorithmUse): boolean {
  return use.parts.some((part) => part.algorithm === 'unrecognised' || holdsUnrecognised(part));
}

/** Each after a slash, which no slug holds: beside a name that anybody wrote, nothing else could tell `foo` in GCM from `foo-gcm`. */
function writtenElements(use: AlgorithmUse): readonly string[] {
  const { mode } = use.parameters;
  const elements = {
    primitive: primitiveOf(use),
    bits: parameterSetOf(use),
    mode: mode?.value,
    padding: paddingOf(use),
    curve: curveOf(use),
  };
  return Object.entries(elements).flatMap(([key, value]) =>
    value === undefined || value === UNRECOGNISED_PRIMITIVE ? [] : [`${key}-${toSlug(value)}`],
  );
}

function unnamedElements(use: AlgorithmUse): readonly string[] {
  const row = ALGORITHMS[use.algorithm];
  const { mode, padding } = use.parameters;
  const sizeIsNamed = row.named.some((element) => ['keyBits', 'outputBits', 'cipher', 'curve'].includes(element));
  const sizeIsFixed = row.parameterSet !== undefined || row.fixedKeyBits !== undefined;
  const bits = sizeIsNamed || sizeIsFixed ? undefined : parameterSetOf(use);
  const primitive = primitiveOf(use);
  return [
    bits === undefined ? undefined : `${bits}-bit`,
    mode === undefined || row.named.includes('mode') ? undefined : mode.value,
    padding === undefined || row.fixedPadding !== undefined ? undefined : padding.value === 'none' ? 'nopadding' : padding.value,
    row.byFunction === undefined || primitive === row.primitive ? undefined : primitive,
  ].filter((element) => element !== undefined);
}

/** `crypto/certificate/3fa2c4d5e6f70819`: the first 16 hex digits of the SHA-256 of its DER. */
export function toCertificateId(certificate: CertificateObservation): AssetId {
  return asAssetId(`crypto/certificate/${toHexPrefix(certificate.sha256)}`);
}

/**
 * `crypto/key/private-key/3fa2c4d5e6f70819`: the first 16 hex digits of the SHA-256 of its SubjectPublicKeyInfo. A key whose public half is
 * not known is told apart by where it lies; nothing of a secret enters its id.
 */
export function toKeyId(observed: KeyObservation, location: Location): AssetId {
  const { spkiSha256 } = observed.key;
  if (spkiSha256 !== undefined) return asAssetId(`crypto/key/${observed.material}/${toHexPrefix(spkiSha256)}`);
  const place = [observed.container, toPlace(location), location.at === 'bytes' ? location.offset : toLine(location)];
  return asAssetId(`crypto/key/${observed.material}/at-${digestText(canonicalText(place)).slice(0, 16)}`);
}

/** `crypto/protocol/tls-1.2`; without a version `crypto/protocol/tls`. */
export function toProtocolId(protocol: ProtocolName, version: string | undefined): AssetId {
  return asAssetId(`crypto/protocol/${protocol}${version === undefined ? '' : `-${toUniqueSlug(version.toLowerCase())}`}`);
}

/** `library/mbedtls@3.6.0`, `library/npm/@noble/curves@2.4.0`: a package of a registry keeps the registry's name, for names differ between them. */
export function toLibraryId(library: LibraryObservation): AssetId {
  const registry = /^pkg:([a-z][a-z0-9.+-]{0,40})\//.exec(library.purl ?? '')?.[1];
  const type = registry === undefined || registry === 'generic' || registry === 'github' ? '' : `${registry}/`;
  const version = library.version === undefined ? '' : `@${toUniqueSlug(library.version.toLowerCase())}`;
  const name = library.name.toLowerCase();
  return asAssetId(`library/${type}${PACKAGE_NAME.test(name) ? name : toUniqueSlug(name)}${version}`);
}

const SLUG_LIMIT = 100;
// What registries allow in names: `@noble/curves`, `golang.org/x/crypto`, `org.bouncycastle:bcprov-jdk18on`.
const PACKAGE_NAME = /^@?[a-z0-9][a-z0-9.+_/:-]{0,99}$/;

function toSlug(text: string): string {
  return text.replace(/[^a-z0-9.+_]+/g, '-').replace(/^-|-$/g, '');
}

// Names out of scanned files, in lower case: where the slug lost something of the text, eight digits of its digest keep ids apart.
function toUniqueSlug(text: string): string {
  const slug = toSlug(text).slice(0, SLUG_LIMIT);
  return slug === text ? slug : [slug, digestText(text).slice(0, 8)].filter((word) => word !== '').join('-');
}

function toHexPrefix(digest: string): string {
  return digest.toLowerCase().slice(0, 16);
}

function asAssetId(id: string): AssetId {
  return id as AssetId;
}
