// Curves and parameter sets that an API names by family and size apart. PSA Crypto API 1.4 §9.6, AES 0119 §2.4.1.

import type { AlgorithmId, CurveId } from '../../model/algorithm.ts';
import { isAlgorithmId } from '../algorithms.ts';
import type { CurveFamily } from './row.ts';

const CURVES_OF_FAMILY: Readonly<Record<CurveFamily, Readonly<Record<number, CurveId>>>> = {
  'secp-r1': { 192: 'secp192r1', 224: 'secp224r1', 256: 'secp256r1', 384: 'secp384r1', 521: 'secp521r1' },
  'secp-k1': { 192: 'secp192k1', 224: 'secp224k1', 225: 'secp224k1', 256: 'secp256k1' },
  'sect-r1': { 163: 'sect163r1', 233: 'sect233r1', 283: 'sect283r1', 409: 'sect409r1', 571: 'sect571r1' },
  'sect-k1': { 163: 'sect163k1', 233: 'sect233k1', 283: 'sect283k1', 409: 'sect409k1', 571: 'sect571k1' },
  'brainpool-p-r1': {
    192: 'brainpoolP192r1',
    224: 'brainpoolP224r1',
    256: 'brainpoolP256r1',
    320: 'brainpoolP320r1',
    384: 'brainpoolP384r1',
    512: 'brainpoolP512r1',
  },
  montgomery: { 255: 'curve25519', 448: 'curve448' },
  'twisted-edwards': { 255: 'ed25519', 448: 'ed448' },
  'slh-sha2-s': {},
  'slh-sha2-f': {},
  'slh-shake-s': {},
  'slh-shake-f': {},
};

/** The curve of a family that has this size. */
export function curveOfFamily(family: CurveFamily, bits: number): CurveId | undefined {
  return CURVES_OF_FAMILY[family][bits];
}

const SLH_FAMILY = /^slh-(sha2|shake)-([sf])$/;

/** The SLH-DSA parameter set of a family that has this size: `slh-sha2-s` with 128 bits is SLH-DSA-SHA2-128s. */
export function setOfFamily(family: CurveFamily, bits: number): AlgorithmId | undefined {
  const [, hash, speed] = SLH_FAMILY.exec(family) ?? [];
  const id = `slh-dsa-${hash}-${bits}${speed}`;
  return isAlgorithmId(id) ? id : undefined;
}
