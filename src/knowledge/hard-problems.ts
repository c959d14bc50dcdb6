// The problem that each classical public-key mechanism rests on: who solves it has every key of that kind and length. Curves that are the
// same group in two shapes fall together.
// Sources: FIPS 186-5 (RSA, ECDSA, EdDSA), SP 800-56A/B, RFC 8017, RFC 5054 (SRP), RFC 8235 and Thread's use of it (J-PAKE), RFC 9382 and
// RFC 9383 (SPAKE2), GB/T 32918 (SM2), RFC 7748 §4 (the maps between the Montgomery and Edwards shapes).

import type { AlgorithmId, ClassicalPublicKeyId, CurveId } from '../model/algorithm.ts';

export type HardProblem = 'factoring' | 'finite-field' | 'curves';

/** Mechanism → its problem. BLS stands on curves that have no id here. */
export const HARD_PROBLEMS: Readonly<Record<ClassicalPublicKeyId, HardProblem>> = {
  rsa: 'factoring',
  'rsaes-oaep': 'factoring',
  'rsaes-pkcs1': 'factoring',
  'rsassa-pkcs1': 'factoring',
  'rsassa-pss': 'factoring',
  dsa: 'finite-field',
  ffdh: 'finite-field',
  elgamal: 'finite-field',
  srp: 'finite-field',
  ec: 'curves',
  ecdsa: 'curves',
  ecdh: 'curves',
  ecies: 'curves',
  ecmqv: 'curves',
  eddsa: 'curves',
  ed25519: 'curves',
  ed448: 'curves',
  x25519: 'curves',
  x448: 'curves',
  sm2: 'curves',
  'j-pake': 'curves',
  spake2: 'curves',
  spake2plus: 'curves',
  bls: 'curves',
  sae: 'curves', // WPA3 asks for group 19, an elliptic curve
};

/** Curves that a mechanism is on by its definition. EdDSA does not say which of two. */
export const OWN_CURVES: ReadonlyMap<AlgorithmId, readonly CurveId[]> = new Map<AlgorithmId, readonly CurveId[]>([
  ['x25519', ['curve25519']],
  ['ed25519', ['ed25519']],
  ['x448', ['curve448']],
  ['ed448', ['ed448']],
  ['eddsa', ['ed25519', 'ed448']],
  ['sm2', ['sm2p256v1']],
]);

const TWINS: readonly (readonly CurveId[])[] = [
  ['curve25519', 'ed25519'],
  ['curve448', 'ed448'],
];

/** The problem of a mechanism; undefined where Shor's algorithm has nothing to solve. */
export function findHardProblem(algorithm: AlgorithmId): HardProblem | undefined {
  return Object.hasOwn(HARD_PROBLEMS, algorithm) ? HARD_PROBLEMS[algorithm as ClassicalPublicKeyId] : undefined; // an own key of the table
}

/** The curve and its other shape. */
export function withTwin(curve: CurveId): readonly CurveId[] {
  return TWINS.find((twins) => twins.includes(curve)) ?? [curve];
}
