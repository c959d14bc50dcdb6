// What an OpenPGP block or keyring says: each key packet, and each way in which the packets are signed.

import { isMalformed } from '../../formats/der.ts';
import { type OpenPgpKey, type OpenPgpSignature, readOpenPgp } from '../../formats/openpgp.ts';
import { canonicalUse, nameOf } from '../../knowledge/algorithms.ts';
import { findOpenPgpKey, findOpenPgpSignature } from '../../knowledge/identifiers/openpgp.ts';
import type { Evidence, Gap, KeyFacts } from '../../model/evidence.ts';
import { algorithm } from './facts.ts';
import { toPublicKeyFacts } from './key-facts.ts';
import { type Place, toEvidence, toGap } from './place.ts';

/** Everything that the packets say; a gap where they are none, or hold neither key nor signature. */
export function toOpenPgpItems(bytes: Uint8Array, label: string, place: Place): readonly (Evidence | Gap)[] {
  const packets = readOpenPgp(bytes);
  if (isMalformed(packets))
    return [toGap(place, 'malformed', `${label}: octet ${packets.offset}: expected ${packets.expected}, found ${packets.found}`)];
  const keys = packets.flatMap((packet) => (packet.kind === 'key' ? [packet] : []));
  const signatures = packets.flatMap((packet) => (packet.kind === 'signature' ? [packet] : []));
  if (packets.length === 0) return [toGap(place, 'unsupported', `${label}: neither a key nor a signature, and not decoded`)];
  return [...keys.flatMap((key) => toKeyItems(key, place)), ...toSignatureItems(signatures, place)];
}

function toKeyItems(key: OpenPgpKey, place: Place): readonly (Evidence | Gap)[] {
  const container = `OpenPGP v${key.version}`;
  const material = key.secret ? 'private-key' : 'public-key';
  const said = toEvidence(place, { kind: 'key', material, key: toFacts(key), encrypted: key.encrypted, container });
  const hidden = key.encrypted ? [toGap(place, 'encrypted', `${container} secret key: what the passphrase hides is not read`)] : [];
  return [said, ...hidden];
}

function toFacts({ algorithm: number, curveOid, sizeBits, publicKey }: OpenPgpKey): KeyFacts {
  const named = findOpenPgpKey(number, curveOid);
  const size = sizeBits === undefined ? {} : { sizeBits };
  const keyBits = sizeBits === undefined ? {} : { keyBits: { value: sizeBits, from: 'written' as const } };
  if (publicKey === undefined) return { algorithm: { ...named, parameters: { ...named.parameters, ...keyBits } }, ...size };
  const facts = toPublicKeyFacts(publicKey);
  return { ...facts, algorithm: { ...named, parameters: { ...facts.algorithm.parameters, ...named.parameters } } };
}

// A keyring holds thousands of certifications: each way of signing is told once.
function toSignatureItems(signatures: readonly OpenPgpSignature[], place: Place): readonly Evidence[] {
  const uses = signatures.map((one) => canonicalUse(findOpenPgpSignature(one.algorithm, one.hash)));
  const distinct = new Map(uses.map((use) => [nameOf(use), use]));
  return [...distinct.values()].map((use) => toEvidence(place, algorithm(use, 'OpenPGP signature')));
}
