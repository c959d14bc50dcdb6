// The things one piece of evidence speaks of: a signature call its scheme and its hash, a certificate its key, the key's algorithm and the
// algorithm it is signed with, a protocol its suites, groups and schemes. Each becomes an asset; all of them have this occurrence.

import { canonicalUse, nameOf, toPrintableName, useOf } from '../knowledge/algorithms.ts';
import { findGroupUse, findSchemeUse } from '../knowledge/negotiated.ts';
import type { AlgorithmUse } from '../model/algorithm.ts';
import type {
  CertificateObservation,
  CipherSuite,
  Evidence,
  KeyObservation,
  LibraryObservation,
  Location,
  Observation,
  ProtocolName,
  ProtocolObservation,
} from '../model/evidence.ts';
import type { AssetId } from '../model/inventory.ts';
import { toAlgorithmId, toCertificateId, toKeyId, toLibraryId, toProtocolId } from './asset-ids.ts';

/** What an asset is of. */
export type Thing =
  | { readonly kind: 'algorithm'; readonly use: AlgorithmUse }
  | { readonly kind: 'certificate'; readonly certificate: CertificateObservation }
  | { readonly kind: 'key'; readonly key: KeyObservation }
  | { readonly kind: 'protocol'; readonly protocol: ProtocolObservation }
  | { readonly kind: 'library'; readonly library: LibraryObservation };

/** One thing that evidence speaks of, under the id of its asset. */
export interface Mention {
  readonly id: AssetId;
  readonly name: string;
  readonly thing: Thing;
  readonly dependsOn: readonly AssetId[];
}

/** The same observation with every use in its canonical form; ids and equality rest on it. */
export function toCanonical(observed: Observation): Observation {
  switch (observed.kind) {
    case 'algorithm':
      return { ...observed, use: canonicalUse(observed.use) };
    case 'certificate': {
      const publicKey = { ...observed.publicKey, algorithm: canonicalUse(observed.publicKey.algorithm) };
      return { ...observed, signature: canonicalUse(observed.signature), publicKey };
    }
    case 'key':
      return { ...observed, key: { ...observed.key, algorithm: canonicalUse(observed.key.algorithm) } };
    case 'protocol':
      return { ...observed, suites: observed.suites.map(toCanonicalSuite) };
    default:
      return observed;
  }
}

function toCanonicalSuite(suite: CipherSuite): CipherSuite {
  return { ...suite, algorithms: suite.algorithms.map(canonicalUse) };
}

/** What evidence speaks of, the thing itself first, then what it is made of. Expects a canonical observation; a product fact mentions nothing. */
export function mentionsOf({ observed, location }: Pick<Evidence, 'observed' | 'location'>): readonly Mention[] {
  switch (observed.kind) {
    case 'algorithm':
      return ofUse(observed.use);
    case 'certificate':
      return ofCertificate(observed, location);
    case 'key':
      return ofKey(observed, location);
    case 'protocol':
      return ofProtocol(observed);
    case 'library':
      return [{ id: toLibraryId(observed), name: libraryName(observed), thing: { kind: 'library', library: observed }, dependsOn: [] }];
    case 'fact':
      return [];
  }
}

function ofUse(use: AlgorithmUse): readonly Mention[] {
  const parts = use.parts.map(ofUse);
  const own: Mention = { id: toAlgorithmId(use), name: nameOf(use), thing: { kind: 'algorithm', use }, dependsOn: firstIds(parts) };
  return [own, ...parts.flat()];
}

// An encrypted container may hide what it holds: then the key has no algorithm that anybody could name.
function ofKey(observed: KeyObservation, location: Location): readonly Mention[] {
  const { algorithm } = observed.key;
  const isHidden = observed.encrypted && algorithm.algorithm === 'unrecognised';
  const of = isHidden ? [] : ofUse(algorithm);
  const name = [isHidden ? 'encrypted' : nameOf(algorithm), MATERIAL_WORDS[observed.material]].join(' ');
  return [{ id: toKeyId(observed, location), name, thing: { kind: 'key', key: observed }, dependsOn: firstIds([of]) }, ...of];
}

const MATERIAL_WORDS: Readonly<Record<KeyObservation['material'], string>> = {
  'private-key': 'private key',
  'public-key': 'public key',
  'secret-key': 'secret key',
  'certificate-request': 'certificate request',
};

function ofCertificate(certificate: CertificateObservation, location: Location): readonly Mention[] {
  const { publicKey } = certificate;
  const isKnownKey = publicKey.spkiSha256 !== undefined;
  const key: KeyObservation = { kind: 'key', material: 'public-key', key: publicKey, encrypted: false, container: 'X.509' };
  const keyMentions = isKnownKey ? ofKey(key, location) : ofUse(publicKey.algorithm);
  const signature = ofUse(certificate.signature);
  const dependsOn = firstIds([keyMentions, signature]);
  const thing: Thing = { kind: 'certificate', certificate };
  return [{ id: toCertificateId(certificate), name: commonName(certificate.subject), thing, dependsOn }, ...keyMentions, ...signature];
}

// RFC 4514: the common name where there is one, else the whole name.
function commonName(subject: string): string {
  const found = /(?:^|[,+/]\s*)CN\s*=\s*((?:[^,+/\\]|\\.)+)/i.exec(subject.slice(0, 2048))?.[1];
  return toPrintableName(found?.replace(/\\([^0-9A-Fa-f])/g, '$1') ?? (subject === '' ? 'certificate without a subject' : subject));
}

function libraryName({ name, version }: LibraryObservation): string {
  return toPrintableName(version === undefined ? name : `${name} ${version}`);
}

const PROTOCOL_NAMES: Readonly<Record<ProtocolName, string>> = {
  tls: 'TLS',
  dtls: 'DTLS',
  ssh: 'SSH',
  ipsec: 'IPsec',
  ike: 'IKE',
  wpa: 'WPA',
  quic: 'QUIC',
  lorawan: 'LoRaWAN',
  ble: 'Bluetooth LE',
  thread: 'Thread',
  wireguard: 'WireGuard',
  matter: 'Matter',
  zigbee: 'Zigbee',
  oscore: 'OSCORE',
  mqtt: 'MQTT',
  other: 'other protocol',
};

// A protocol in two versions is two things: each has suites of its own, and each comes to its end on its own day.
function ofProtocol(observed: ProtocolObservation): readonly Mention[] {
  const versions = observed.versions.length === 0 ? [undefined] : [...new Set(observed.versions.map((version) => toVersion(version)))];
  return versions.flatMap((version) => ofVersion(observed, version));
}

function ofVersion(observed: ProtocolObservation, version: string | undefined): readonly Mention[] {
  const suites = observed.suites.filter((suite) => belongsTo(suite, version, observed.versions));
  const parts = [
    ...suites.flatMap((suite) => suite.algorithms),
    ...observed.groups.map((group) => findGroupUse(observed.protocol, group) ?? unrecognised(group)),
    ...observed.schemes.map((scheme) => findSchemeUse(observed.protocol, scheme) ?? unrecognised(scheme)),
  ].map((use) => ofUse(canonicalUse(use)));
  const protocol: ProtocolObservation = { ...observed, versions: version === undefined ? [] : [version], suites };
  const name = [PROTOCOL_NAMES[observed.protocol], version].filter((word) => word !== undefined).join(' ');
  const own: Mention = {
    id: toProtocolId(observed.protocol, version),
    name: toPrintableName(name),
    thing: { kind: 'protocol', protocol },
    dependsOn: firstIds(parts),
  };
  return [own, ...parts.flat()];
}

// `TLSv1.2`, `TLS 1.2` and `1.2` are one version; `SSLv3` stays, for it is no version of TLS.
function toVersion(written: string): string {
  return toPrintableName(written.replace(/^(?:D?TLS|SSH|IKE|WPA)[\s_-]*v?(?=\d)/i, ''));
}

// RFC 8446 §B.4: suites of TLS 1.3 name no key exchange, those of earlier versions do; neither can be used in the other.
function belongsTo(suite: CipherSuite, version: string | undefined, versions: readonly string[]): boolean {
  if (version === undefined || !suite.name.startsWith('TLS_')) return true;
  const hasHome = versions.some((each) => isOf13(toVersion(each)) === isOf13Suite(suite));
  return !hasHome || isOf13(version) === isOf13Suite(suite);
}

function isOf13(version: string): boolean {
  return version === '1.3';
}

function isOf13Suite(suite: CipherSuite): boolean {
  return !suite.name.includes('_WITH_') && !suite.name.endsWith('_SCSV');
}

function unrecognised(written: string): AlgorithmUse {
  return useOf('unrecognised', { written });
}

function firstIds(mentions: readonly (readonly Mention[])[]): readonly AssetId[] {
  return mentions.flatMap(([first]) => (first === undefined ? [] : [first.id]));
}
