// Hybrids as key encapsulation: X-Wing (draft-connolly-cfrg-xwing-kem), and the groups of TLS (RFC 10024), of which the client's share is the
// public key and the server's share the ciphertext. Keys are raw: none of them has an encoding of its own in an RFC.

import type { Encapsulation } from './kem.ts';
import {
  acceptServerShare,
  answerClientShare,
  isTlsHybridId,
  joinClientSecrets,
  makeClientShare,
  splitClientSecrets,
  TLS_HYBRID_IDS,
  type TlsHybridId,
} from './tls-hybrid.ts';
import { decapsulateXWing, encapsulateXWing, generateXWingKeyPair } from './x-wing.ts';

export type HybridKemId = 'x-wing' | TlsHybridId;

/** Raw keys of a hybrid. */
export interface HybridKeyPair {
  readonly publicKey: Uint8Array;
  /** X-Wing: its seed · TLS: what the client keeps, see {@link joinClientSecrets} */
  readonly privateKey: Uint8Array;
}

/** Every hybrid. */
export const HYBRID_KEM_IDS: readonly HybridKemId[] = ['x-wing', ...TLS_HYBRID_IDS];

/** True for a name of a hybrid. */
export function isHybridKemId(id: string): id is HybridKemId {
  return id === 'x-wing' || isTlsHybridId(id);
}

/** A fresh key pair. */
export function generateHybridKeyPair(id: HybridKemId): HybridKeyPair {
  if (id === 'x-wing') {
    const { encapsulationKey, decapsulationKey } = generateXWingKeyPair();
    return { publicKey: encapsulationKey, privateKey: decapsulationKey };
  }
  const { clientShare, secrets } = makeClientShare(id);
  const privateKey = joinClientSecrets(id, secrets);
  for (const part of [secrets.decapsulationKey, secrets.privateKey]) part.fill(0);
  return { publicKey: clientShare, privateKey };
}

/** A secret and what carries it. Throws `bad-input` on a key that fails the checks of its parts. */
export function encapsulateHybrid(id: HybridKemId, publicKey: Uint8Array): Encapsulation {
  if (id === 'x-wing') return encapsulateXWing(publicKey);
  const { serverShare, sharedSecret } = answerClientShare(id, publicKey);
  return { ciphertext: serverShare, sharedSecret };
}

/** The secret of a ciphertext; rejection is implicit, as in ML-KEM. Throws `bad-input` on a wrong length or a point that is none. */
export function decapsulateHybrid(id: HybridKemId, privateKey: Uint8Array, ciphertext: Uint8Array): Uint8Array {
  if (id === 'x-wing') return decapsulateXWing(privateKey, ciphertext);
  return acceptServerShare(id, splitClientSecrets(id, privateKey), ciphertext);
}
