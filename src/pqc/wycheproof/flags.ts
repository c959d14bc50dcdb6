// What a flag of Wycheproof says is wrong with an input, as the checks that may reject it. Where flags and comment are silent, the case's type
// says which inputs it varies.

import type { RejectionReason } from '../operation.ts';

/** The flags of invalid cases in Wycheproof's ML-KEM and ML-DSA files (testvectors_v1). */
export type InvalidFlag =
  | 'IncorrectCiphertextLength'
  | 'IncorrectDecapsulationKeyLength'
  | 'IncorrectPrivateKeyLength'
  | 'IncorrectPublicKeyLength'
  | 'IncorrectSignatureLength'
  | 'InfinityNormViolation'
  | 'InvalidContext'
  | 'InvalidDecapsulationKey'
  | 'InvalidHintsEncoding'
  | 'InvalidPrivateKey'
  | 'InvalidSignature'
  | 'MissingReduction'
  | 'ModifiedSignature'
  | 'ModulusOverflow';

/** Clauses: FIPS 203 §7.2, §7.3; FIPS 204 §3.6.2, Algorithms 2, 3, 8, 21, 25. */
export const FLAG_REASONS: Readonly<Record<InvalidFlag, readonly RejectionReason[]>> = {
  IncorrectCiphertextLength: ['ciphertext-length'],
  IncorrectDecapsulationKeyLength: ['dk-length'],
  IncorrectPrivateKeyLength: ['private-key-length'],
  IncorrectPublicKeyLength: ['public-key-length'],
  IncorrectSignatureLength: ['signature-length'],
  InfinityNormViolation: ['z-norm'],
  InvalidContext: ['context-length'],
  InvalidDecapsulationKey: ['dk-hash'],
  InvalidHintsEncoding: ['hint-encoding'],
  InvalidPrivateKey: ['private-key-range'],
  InvalidSignature: ['signature-mismatch'],
  MissingReduction: ['signature-mismatch'],
  // A bit was changed anywhere in a valid signature: what it breaks depends on where it stands.
  ModifiedSignature: ['signature-mismatch', 'hint-encoding', 'z-norm'],
  ModulusOverflow: ['ek-modulus'],
};

/** Comments of invalid cases that have no flag. */
const COMMENT_REASONS: readonly (readonly [string, RejectionReason])[] = [
  ['Public key not reduced', 'ek-modulus'],
  ['Public key is too short', 'ek-length'],
  ['Public key is too long', 'ek-length'],
  ['Private key too short', 'seed-length'],
  ['Private key too long', 'seed-length'],
  ['Ciphertext too short', 'ciphertext-length'],
  ['Ciphertext too long', 'ciphertext-length'],
  ['challenge hash starts with null byte, catches strcmp-based comparison', 'signature-mismatch'],
];

/** The checks for which an invalid case may be rejected; empty where neither flag nor comment names one. */
export function reasonsOf(flags: readonly string[], comment: string): readonly RejectionReason[] {
  const flagged = flags.filter(isInvalidFlag).flatMap((flag) => FLAG_REASONS[flag]);
  if (flagged.length > 0) return flagged;
  return COMMENT_REASONS.flatMap(([text, reason]) => (comment === text ? [reason] : []));
}

function isInvalidFlag(flag: string): flag is InvalidFlag {
  return Object.hasOwn(FLAG_REASONS, flag);
}
