// What is said of a JSON Web Key or a COSE key.

import { type KeyMembers, toX509Key } from '../../formats/named-key.ts';
import { useOf } from '../../knowledge/algorithms.ts';
import { parseAlgorithmName } from '../../knowledge/names.ts';
import type { Evidence, Gap } from '../../model/evidence.ts';
import { toPublicKeyFacts } from './key-facts.ts';
import { type Place, toEvidence, toGap } from './place.ts';

/** The key as a fact; a gap where its members do not make one. Of a secret key its size alone is said. */
export function toNamedKeyItems(members: KeyMembers, container: 'JWK' | 'COSE_Key', place: Place): readonly (Evidence | Gap)[] {
  if (members.type === 'oct') return toSecret(members, container, place);
  const record = toX509Key(members);
  if (record === undefined) {
    const kind = [members.type, members.curve ?? members.algorithm].filter((word) => word !== undefined && /^[\w.-]{1,40}$/.test(word));
    return [toGap(place, 'malformed', `${container}: expected the members of a public key of type ${kind.join(' ')}`)];
  }
  const material = members.isPrivate ? 'private-key' : 'public-key';
  return [toEvidence(place, { kind: 'key', material, key: toPublicKeyFacts(record), encrypted: false, container })];
}

function toSecret({ algorithm, secretBytes }: KeyMembers, container: string, place: Place): readonly Evidence[] {
  if (secretBytes === undefined) return [];
  const named = algorithm === undefined ? undefined : parseAlgorithmName(algorithm);
  const use = named ?? useOf('unrecognised', { written: `${container} symmetric key` });
  const key = { algorithm: use, sizeBits: secretBytes * 8 };
  return [toEvidence(place, { kind: 'key', material: 'secret-key', key, encrypted: false, container })];
}
