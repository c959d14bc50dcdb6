// What may be said about a key: mechanism, size, fingerprint of the public half.

import { sha256 } from '@noble/hashes/sha2.js';
import { toHex } from '../../formats/hex.ts';
import type { SshPublicKey } from '../../formats/openssh-key.ts';
import type { PrivateKeyRecord } from '../../formats/private-key.ts';
import type { PublicKeyRecord } from '../../formats/public-key.ts';
import { CURVES } from '../../knowledge/curves.ts';
import { findSshKeyType } from '../../knowledge/identifiers/ssh.ts';
import { findOid } from '../../knowledge/identifiers.ts';
import type { AlgorithmId } from '../../model/algorithm.ts';
import type { KeyFacts } from '../../model/evidence.ts';
import { toUse, withParameters } from './algorithm-use.ts';

/** Sizes that the parameters of the algorithm carry, so that the asset is named by them. */
const SIZED: ReadonlySet<AlgorithmId> = new Set(['rsa', 'rsassa-pss', 'rsaes-oaep', 'dsa', 'ffdh', 'ec']);

/** Facts about a public key. */
export function toPublicKeyFacts(record: PublicKeyRecord): KeyFacts {
  return { ...toFacts(record, record.keyBytes), spkiSha256: toHex(sha256(record.spki)) };
}

/** Facts about a private key; its fingerprint is that of the public half, where that is known. */
export function toPrivateKeyFacts(record: PrivateKeyRecord): KeyFacts {
  return record.publicKey === undefined ? toFacts(record) : toPublicKeyFacts(record.publicKey);
}

/** Facts about an SSH key: its type names the algorithm, its numbers size and fingerprint. */
export function toSshKeyFacts({ type, publicKey }: SshPublicKey): KeyFacts {
  const named = findSshKeyType(type);
  if (publicKey === undefined) return { algorithm: named };
  const facts = toPublicKeyFacts(publicKey);
  return { ...facts, algorithm: { ...named, parameters: { ...facts.algorithm.parameters, ...named.parameters } } };
}

type Sizes = Pick<PrivateKeyRecord, 'algorithm' | 'curveOid' | 'sizeBits'>;

function toFacts({ algorithm, curveOid, sizeBits }: Sizes, keyBytes?: number): KeyFacts {
  const use = toUse(algorithm);
  const curveUse = curveOid === undefined ? undefined : findOid(curveOid)?.use;
  const curve = curveUse?.parameters.curve;
  const bits =
    sizeBits ??
    bitsOfCurve(curve?.value) ??
    curveUse?.parameters.keyBits?.value ??
    (SIZED.has(use.algorithm) || keyBytes === undefined ? undefined : keyBytes * 8);
  const named = SIZED.has(use.algorithm) && curve === undefined && bits !== undefined;
  return {
    algorithm: withParameters(use, {
      ...(curve === undefined ? {} : { curve }),
      ...(named ? { keyBits: { value: bits, from: 'written' } } : {}),
    }),
    ...(bits === undefined ? {} : { sizeBits: bits }),
  };
}

function bitsOfCurve(curve: keyof typeof CURVES | undefined): number | undefined {
  return curve === undefined ? undefined : CURVES[curve].bits;
}
