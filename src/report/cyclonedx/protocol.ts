// `protocolProperties` of a protocol. 1.6 knows neither DTLS nor QUIC as types, nor groups and signature schemes of a suite.

import type { CipherSuite, ProtocolName, ProtocolObservation } from '../../model/evidence.ts';
import type { ProtocolAsset } from '../../model/inventory.ts';
import type { ProtocolProperties, SuiteProperties, Writing } from './shapes.ts';

const TYPES: Readonly<Record<ProtocolName, string>> = {
  tls: 'tls',
  dtls: 'dtls',
  ssh: 'ssh',
  ipsec: 'ipsec',
  ike: 'ike',
  wpa: 'wpa',
  quic: 'quic',
  wireguard: 'other',
  lorawan: 'other',
  ble: 'other',
  thread: 'other',
  matter: 'other',
  zigbee: 'other',
  oscore: 'other',
  mqtt: 'other',
  other: 'other',
};
/** The protocols whose groups and schemes are those of IANA's TLS registries; the names of others are told by what they depend on. */
const HAS_TLS_NAMES: ReadonlySet<ProtocolName> = new Set<ProtocolName>(['tls', 'dtls', 'quic']);
const NOT_IN_16: ReadonlySet<ProtocolName> = new Set<ProtocolName>(['dtls', 'quic']);

/** Type, version, suites; groups and schemes by their IANA names. */
export function toProtocolProperties(asset: ProtocolAsset, { spec, refOf }: Writing): ProtocolProperties {
  const { protocol, versions } = asset.protocol;
  const [version] = versions;
  const suites = asset.protocol.suites.map((suite) => toSuite(suite, refOf));
  const all = spec === '1.6' || !HAS_TLS_NAMES.has(protocol) ? suites : withNegotiables(suites, asset.protocol);
  return {
    type: spec === '1.6' && NOT_IN_16.has(protocol) ? 'other' : TYPES[protocol],
    ...(version === undefined ? {} : { version }),
    ...(all.length === 0 ? {} : { cipherSuites: all }),
    ...(spec === '1.6'
      ? { cryptoRefArray: asset.dependsOn }
      : { relatedCryptographicAssets: asset.dependsOn.map((ref) => ({ type: 'algorithm', ref })) }),
  };
}

function toSuite(suite: CipherSuite, refOf: Writing['refOf']): SuiteProperties {
  const algorithms = suite.algorithms.map(refOf).filter((ref) => ref !== undefined);
  return {
    name: suite.name,
    algorithms: [...new Set(algorithms)],
    ...(suite.codePoint === undefined ? {} : { identifiers: suite.codePoint.map(toHexByte) }),
  };
}

// Groups are negotiated where a suite leaves the key exchange open (TLS 1.3) or has an ephemeral one; a suite with static RSA has none.
// Without any suite they stand alone.
function withNegotiables(suites: readonly SuiteProperties[], { groups, schemes }: ProtocolObservation): readonly SuiteProperties[] {
  const tlsGroups = groups.length === 0 ? {} : { tlsGroups: groups };
  const tlsSignatureSchemes = schemes.length === 0 ? {} : { tlsSignatureSchemes: schemes };
  if (suites.length === 0) return groups.length + schemes.length === 0 ? [] : [{ ...tlsGroups, ...tlsSignatureSchemes }];
  return suites.map((suite) => ({ ...suite, ...(isEphemeral(suite.name ?? '') ? tlsGroups : {}), ...tlsSignatureSchemes }));
}

function isEphemeral(suite: string): boolean {
  return !suite.includes('_WITH_') || /DHE|ECDH_anon/.test(suite);
}

// As the CycloneDX examples write code points: 0xC0 and 0x2F.
function toHexByte(byte: number): string {
  return `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}
