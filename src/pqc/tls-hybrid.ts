// The hybrid groups of TLS 1.3: ECDHE and ML-KEM side by side, shares and secrets concatenated. RFC 10024 (draft-ietf-tls-ecdhe-mlkem).
// The order differs: ML-KEM stands first in X25519MLKEM768 and last in the two NIST groups, in shares and secret alike.

import { concatBytes } from '@noble/hashes/utils.js';
import { cleanBytes } from '@noble/post-quantum/utils.js';
import type { PostQuantumId } from '../model/algorithm.ts';
import { agree, generateAgreementKeyPair, KEY_AGREEMENTS, type KeyAgreementId } from './classical.ts';
import { requireLength } from './input.ts';
import { decapsulate, encapsulate, generateKemKeyPair } from './kem.ts';
import { ML_KEM, type MlKemId } from './parameter-sets.ts';

/** The three groups. */
export type TlsHybridId = Extract<PostQuantumId, 'x25519mlkem768' | 'secp256r1mlkem768' | 'secp384r1mlkem1024'>;

/** What a group is made of. */
export interface TlsHybridGroup {
  /** name in the IANA registry of TLS supported groups */
  readonly name: string;
  /** its code point there */
  readonly codePoint: number;
  readonly mlKem: MlKemId;
  readonly classical: KeyAgreementId;
  /** which stands first, in the shares and in the secret */
  readonly first: 'ml-kem' | 'classical';
  readonly clientShareBytes: number;
  readonly serverShareBytes: number;
  readonly sharedSecretBytes: number;
}

/** What the client keeps until the server has answered. */
export interface ClientSecrets {
  readonly decapsulationKey: Uint8Array;
  readonly privateKey: Uint8Array;
}

export interface ClientShare {
  readonly clientShare: Uint8Array;
  readonly secrets: ClientSecrets;
}

export interface ServerShare {
  readonly serverShare: Uint8Array;
  readonly sharedSecret: Uint8Array;
}

/** Random input of either side for known answers: the ML-KEM seed d ‖ z or message m, and the scalar of the curve. */
export interface HybridRandomness {
  readonly mlKem: Uint8Array;
  readonly classical: Uint8Array;
}

/** RFC 10024; lengths from FIPS 203 Table 3 and RFC 8446 §4.2.8.2. */
export const TLS_HYBRIDS: Readonly<Record<TlsHybridId, TlsHybridGroup>> = {
  x25519mlkem768: {
    name: 'X25519MLKEM768',
    codePoint: 0x11ec,
    mlKem: 'ml-kem-768',
    classical: 'x25519',
    first: 'ml-kem',
    clientShareBytes: 1216,
    serverShareBytes: 1120,
    sharedSecretBytes: 64,
  },
  secp256r1mlkem768: {
    name: 'SecP256r1MLKEM768',
    codePoint: 0x11eb,
    mlKem: 'ml-kem-768',
    classical: 'secp256r1',
    first: 'classical',
    clientShareBytes: 1249,
    serverShareBytes: 1153,
    sharedSecretBytes: 64,
  },
  secp384r1mlkem1024: {
    name: 'SecP384r1MLKEM1024',
    codePoint: 0x11ed,
    mlKem: 'ml-kem-1024',
    classical: 'secp384r1',
    first: 'classical',
    clientShareBytes: 1665,
    serverShareBytes: 1665,
    sharedSecretBytes: 80,
  },
};

/** In the order of their code points. */
export const TLS_HYBRID_IDS: readonly TlsHybridId[] = ['secp256r1mlkem768', 'x25519mlkem768', 'secp384r1mlkem1024'];

/** True for an id of {@link TLS_HYBRIDS}. */
export function isTlsHybridId(id: string): id is TlsHybridId {
  return Object.hasOwn(TLS_HYBRIDS, id);
}

/** The client's key share: the encapsulation key and the public key. Throws `bad-input` on randomness of a wrong length. */
export function makeClientShare(group: TlsHybridId, randomness?: HybridRandomness): ClientShare {
  const { mlKem, classical } = TLS_HYBRIDS[group];
  const { encapsulationKey, decapsulationKey } = generateKemKeyPair(mlKem, randomness?.mlKem);
  const { publicKey, privateKey } = generateAgreementKeyPair(classical, randomness?.classical);
  return { clientShare: join(group, encapsulationKey, publicKey), secrets: { decapsulationKey, privateKey } };
}

/**
 * The server's key share, ciphertext and public key, and the shared secret. Throws `bad-input` where a server must send illegal_parameter:
 * a wrong length, an encapsulation key that fails FIPS 203 §7.2, a point that is none, X25519 giving zero.
 */
export function answerClientShare(group: TlsHybridId, clientShare: Uint8Array, randomness?: HybridRandomness): ServerShare {
  const { name, mlKem, classical, clientShareBytes } = TLS_HYBRIDS[group];
  requireLength(clientShare, clientShareBytes, `${name} client share`);
  const peer = split(group, clientShare, ML_KEM[mlKem].encapsulationKeyBytes);
  const { ciphertext, sharedSecret } = encapsulate(mlKem, peer.mlKem, randomness?.mlKem);
  const { publicKey, privateKey } = generateAgreementKeyPair(classical, randomness?.classical);
  const agreed = agree(classical, privateKey, peer.classical);
  const secret = join(group, sharedSecret, agreed);
  cleanBytes(sharedSecret, agreed);
  if (randomness === undefined) privateKey.fill(0); // else it is the caller's
  return { serverShare: join(group, ciphertext, publicKey), sharedSecret: secret };
}

/** The shared secret, at the client. Throws `bad-input` on a wrong length, a point that is none, X25519 giving zero. */
export function acceptServerShare(group: TlsHybridId, secrets: ClientSecrets, serverShare: Uint8Array): Uint8Array {
  const { name, mlKem, classical, serverShareBytes } = TLS_HYBRIDS[group];
  requireLength(serverShare, serverShareBytes, `${name} server share`);
  const peer = split(group, serverShare, ML_KEM[mlKem].ciphertextBytes);
  const sharedSecret = decapsulate(mlKem, secrets.decapsulationKey, peer.mlKem);
  const agreed = agree(classical, secrets.privateKey, peer.classical);
  const secret = join(group, sharedSecret, agreed);
  cleanBytes(sharedSecret, agreed);
  return secret;
}

/** What a client keeps as one string, the parts in the order of its share: the decapsulation key as FIPS 203 expands it, and the scalar. */
export function joinClientSecrets(group: TlsHybridId, { decapsulationKey, privateKey }: ClientSecrets): Uint8Array {
  return join(group, decapsulationKey, privateKey);
}

/** The parts of {@link joinClientSecrets}, on the same memory. Throws `bad-input` on another length. */
export function splitClientSecrets(group: TlsHybridId, bytes: Uint8Array): ClientSecrets {
  const { name, mlKem, classical, first } = TLS_HYBRIDS[group];
  const [kemBytes, scalarBytes] = [ML_KEM[mlKem].decapsulationKeyBytes, KEY_AGREEMENTS[classical].privateKeyBytes];
  requireLength(bytes, kemBytes + scalarBytes, `${name} private key`);
  const at = first === 'ml-kem' ? kemBytes : scalarBytes;
  const [head, tail] = [bytes.subarray(0, at), bytes.subarray(at)];
  return first === 'ml-kem' ? { decapsulationKey: head, privateKey: tail } : { decapsulationKey: tail, privateKey: head };
}

function join(group: TlsHybridId, mlKem: Uint8Array, classical: Uint8Array): Uint8Array {
  return TLS_HYBRIDS[group].first === 'ml-kem' ? concatBytes(mlKem, classical) : concatBytes(classical, mlKem);
}

/** The parts of a share whose length was checked. */
function split(group: TlsHybridId, share: Uint8Array, mlKemBytes: number): HybridRandomness {
  const { first, classical } = TLS_HYBRIDS[group];
  const at = first === 'ml-kem' ? mlKemBytes : KEY_AGREEMENTS[classical].publicKeyBytes;
  const [head, tail] = [share.subarray(0, at), share.subarray(at)];
  return first === 'ml-kem' ? { mlKem: head, classical: tail } : { mlKem: tail, classical: head };
}
