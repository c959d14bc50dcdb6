// The keys of a report's signature: one that every verifier knows today, and one of ML-DSA that stands when the first has fallen. Both sign,
// and both have to verify (AND, never OR).

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { PqreadyError } from '../model/errors.ts';
import { CLASSICAL_KEYS, isClassicalKeyId } from '../pqc/encoding/classical-key.ts';
import { type AnyKeyId, keyLengthsOf, type PublicKey } from '../pqc/encoding/key.ts';
import { toSpkiDer } from '../pqc/encoding/spki.ts';
import { isMlDsaId } from '../pqc/parameter-sets.ts';

/** SHA-256 of the SubjectPublicKeyInfo, lowercase hex: the key id of a signature. */
export function keyIdOf(key: PublicKey): string {
  return bytesToHex(sha256(toSpkiDer(key)));
}

/** Throws `usage` unless there is a classical key and one of ML-DSA, each once, and nothing else. */
export function requireBoth(ids: readonly AnyKeyId[]): void {
  for (const id of ids) {
    if (kindOf(id) === undefined) throw new PqreadyError('usage', `key: expected ECDSA, Ed25519 or ML-DSA, found ${keyLengthsOf(id).name}`);
  }
  const count = (kind: 'classical' | 'ml-dsa'): number => ids.filter((id) => kindOf(id) === kind).length;
  if (count('classical') === 1 && count('ml-dsa') === 1) return;
  throw new PqreadyError(
    'usage',
    `keys: expected one classical key (ECDSA or Ed25519) and one of ML-DSA, got ${count('classical')} and ${count('ml-dsa')}`,
  );
}

function kindOf(id: AnyKeyId): 'classical' | 'ml-dsa' | undefined {
  if (isClassicalKeyId(id)) return CLASSICAL_KEYS[id].signature === undefined ? undefined : 'classical';
  return isMlDsaId(id) ? 'ml-dsa' : undefined;
}
