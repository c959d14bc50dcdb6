// What the names of a negotiation mean: the groups and signature schemes of a protocol as algorithms. TLS, DTLS and QUIC take the names of
// IANA's TLS registries, SSH and IKE have names of their own.

import type { AlgorithmUse } from '../model/algorithm.ts';
import type { ProtocolName } from '../model/evidence.ts';
import { findIkeTransform } from './identifiers/ike.ts';
import { findSshKex, findSshSignature } from './identifiers/ssh.ts';
import { parseAlgorithmName } from './names.ts';
import { findTlsGroup, findTlsScheme } from './tls.ts';

type Find = (name: string) => AlgorithmUse | undefined;

const tlsGroup: Find = (name) => findTlsGroup(name)?.use;
const tlsScheme: Find = (name) => findTlsScheme(name)?.use;
const ikeGroup: Find = (name) => findIkeTransform(name)?.use;

const GROUPS: ReadonlyMap<ProtocolName, Find> = new Map<ProtocolName, Find>([
  ['tls', tlsGroup],
  ['dtls', tlsGroup],
  ['quic', tlsGroup],
  ['ssh', findSshKex],
  ['ike', ikeGroup],
  ['ipsec', ikeGroup],
]);
const SCHEMES: ReadonlyMap<ProtocolName, Find> = new Map<ProtocolName, Find>([
  ['tls', tlsScheme],
  ['dtls', tlsScheme],
  ['quic', tlsScheme],
  ['ssh', findSshSignature],
]);

/** The key exchange that a group's name stands for in a protocol; undefined where the name is not known there. */
export function findGroupUse(protocol: ProtocolName, name: string): AlgorithmUse | undefined {
  return (GROUPS.get(protocol) ?? parseAlgorithmName)(name);
}

/** The signature that a scheme's name stands for in a protocol; undefined where the name is not known there. */
export function findSchemeUse(protocol: ProtocolName, name: string): AlgorithmUse | undefined {
  return (SCHEMES.get(protocol) ?? parseAlgorithmName)(name);
}
