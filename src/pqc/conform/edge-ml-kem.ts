// Edge cases of ML-KEM that the text of FIPS 203 names: key checks (§7.2, §7.3), implicit rejection (§6.3), lengths, fresh randomness. Keys and
// ciphertexts follow from a fixed seed, so a run can be repeated; secrets of rejection are J(z ‖ c) by their definition.

import { shake256 } from '@noble/hashes/sha3.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { equalBytes } from '@noble/post-quantum/utils.js';
import type { PqcRequirementId } from '../../model/conformance.ts';
import { decapsulate, encapsulate, generateKemKeyPair } from '../kem.ts';
import type { OperationRequest } from '../operation.ts';
import { ML_KEM, type MlKemId } from '../parameter-sets.ts';
import { failed, type Outcome, PASSED } from '../vectors/judge.ts';
import type { Ask, ConformCase } from './cases.ts';
import { differs, examines, flip, gives, judgeAnswer, otherLengths, rejects, resultOf } from './edge.ts';
import { toRejectionSecret } from './requirement-of.ts';

const Q = 3329;
const COEFFICIENTS = 256;

interface Material {
  readonly set: MlKemId;
  readonly ek: Uint8Array;
  readonly dk: Uint8Array;
  readonly c: Uint8Array;
  readonly k: Uint8Array;
}

/** All edge cases of a parameter set. */
export function edgeCasesOfMlKem(set: MlKemId): readonly ConformCase[] {
  const seed = shake256(utf8ToBytes(`pqready conformance ${set}`), { dkLen: 96 });
  const { encapsulationKey: ek, decapsulationKey: dk } = generateKemKeyPair(set, seed.subarray(0, 64));
  const { ciphertext: c, sharedSecret: k } = encapsulate(set, ek, seed.subarray(64));
  const material = { set, ek, dk, c, k };
  return [
    ...modulusCases(material),
    ...hashCases(material),
    ...lengthCases(material),
    ...rejectionCases(material),
    ...freshCases(material),
  ];
}

/** A coefficient at the edges of what 12 bits hold beyond q, at the first, a middle and the last place; q − 1 is in order. */
function modulusCases({ set, ek }: Material): readonly ConformCase[] {
  const places = { first: 0, middle: COEFFICIENTS + 1, last: ML_KEM[set].k * COEFFICIENTS - 1 };
  const requirement = 'ml-kem-ek-modulus';
  const overflowing = Object.entries(places).flatMap(([name, place]) =>
    [Q, 4095].map((value) => [`${name}-${value}`, withCoefficient(ek, place, value)] as const),
  );
  const largest = withCoefficient(ek, 0, Q - 1);
  return [
    ...overflowing.flatMap(([name, key]) => [
      ...rejects({ name: `ek-${name}`, requirement }, { op: 'encaps', algorithm: set, ek: key, m: new Uint8Array(32) }),
      ...rejects({ name: `ek-${name}-own-m`, requirement }, { op: 'encaps', algorithm: set, ek: key }),
      ...gives({ name: `ek-${name}-check`, requirement }, { op: 'check-ek', algorithm: set, key }, [['valid', false]]),
    ]),
    ...gives({ name: 'ek-largest', requirement }, { op: 'check-ek', algorithm: set, key: largest }, [['valid', true]]),
  ];
}

/** dk = dk_PKE (384k) ‖ ek (384k + 32) ‖ H(ek) (32) ‖ z (32): FIPS 203 Algorithm 16. */
function hashCases({ set, dk, c }: Material): readonly ConformCase[] {
  const hashAt = 768 * ML_KEM[set].k + 32;
  const changed = { 'hash-first': hashAt, 'hash-last': hashAt + 31, 'ek-first': hashAt / 2 - 16, 'ek-last': hashAt - 1 };
  const requirement = 'ml-kem-dk-hash';
  return Object.entries(changed).flatMap(([name, offset]) => {
    const key = flip(dk, offset);
    return [
      ...rejects({ name: `dk-${name}`, requirement }, { op: 'decaps', algorithm: set, key: { expanded: key }, c }),
      ...gives({ name: `dk-${name}-check`, requirement }, { op: 'check-dk', algorithm: set, key }, [['valid', false]]),
    ];
  });
}

function lengthCases({ set, ek, dk, c }: Material): readonly ConformCase[] {
  const [head, m] = [{ algorithm: set }, new Uint8Array(32)];
  const rejected = (requirement: PqcRequirementId, name: string, request: OperationRequest) => rejects({ name, requirement }, request);
  return [
    ...otherLengths(ek).flatMap(([name, key]) => [
      ...rejected('ml-kem-ek-length', `ek-${name}`, { op: 'encaps', ...head, ek: key, m }),
      ...rejected('ml-kem-ek-length', `ek-${name}-own-m`, { op: 'encaps', ...head, ek: key }),
    ]),
    ...otherLengths(c).flatMap(([name, sent]) =>
      rejected('ml-kem-ciphertext-length', `c-${name}`, { op: 'decaps', ...head, key: { expanded: dk }, c: sent }),
    ),
    ...otherLengths(dk).flatMap(([name, key]) =>
      rejected('ml-kem-dk-length', `dk-${name}`, { op: 'decaps', ...head, key: { expanded: key }, c }),
    ),
    ...[0, 32, 63, 65].flatMap((length) =>
      rejected('ml-kem-seed-length', `seed-${length}`, { op: 'keygen', ...head, seed: new Uint8Array(length) }),
    ),
    ...[0, 31, 33].flatMap((length) =>
      rejected('ml-kem-seed-length', `m-${length}`, { op: 'encaps', ...head, ek, m: new Uint8Array(length) }),
    ),
  ];
}

/** Ciphertexts that do not re-encrypt to themselves: changed at both ends and at the seam of c1 and c2, all zeros, all ones; and a dk with another z. */
function rejectionCases({ set, dk, c, k }: Material): readonly ConformCase[] {
  const seam = c.length - 32 * (ML_KEM[set].k === 4 ? 5 : 4); // c2 has 32·dv bytes: FIPS 203 Table 2
  const otherZ = flip(dk, dk.length - 1);
  const decaps = (key: Uint8Array, sent: Uint8Array): OperationRequest => ({
    op: 'decaps',
    algorithm: set,
    key: { expanded: key },
    c: sent,
  });
  const rejection = (name: string, key: Uint8Array, sent: Uint8Array) =>
    gives({ name: `implicit-${name}`, requirement: 'ml-kem-implicit-rejection' }, decaps(key, sent), [['k', toRejectionSecret(key, sent)]]);
  return [
    ...[0, seam - 1, seam, c.length - 1].flatMap((offset) => rejection(`byte-${offset}`, dk, flip(c, offset))),
    ...[0, 0xff].flatMap((fill) => rejection(`all-${fill}`, dk, new Uint8Array(c.length).fill(fill))),
    ...rejection('other-z', otherZ, flip(c, 0)),
    ...gives({ name: 'valid-other-z', requirement: 'ml-kem-decaps' }, decaps(otherZ, c), [['k', k]]),
    ...gives({ name: 'valid', requirement: 'ml-kem-decaps' }, decaps(dk, c), [['k', k]]),
  ];
}

/** With the implementation's own randomness: a secret must reach the reference, two must differ, generated keys must belong together. */
function freshCases({ set, ek, dk }: Material): readonly ConformCase[] {
  const encaps: OperationRequest = { op: 'encaps', algorithm: set, ek };
  return [
    ...examines({ name: 'encaps-own-m', requirement: 'ml-kem-encaps' }, encaps, (results) => {
      const [c, k] = [resultOf(results, 'c'), resultOf(results, 'k')];
      return equalBytes(decapsulate(set, dk, c), k) ? PASSED : failed('the reference decapsulates another secret');
    }),
    ...differs({ name: 'encaps-twice', requirement: 'ml-kem-randomness' }, encaps, 'c'),
    ...examines({ name: 'keygen-own-seed', requirement: 'ml-kem-keygen' }, { op: 'keygen', algorithm: set }, (results, ask) =>
      roundTrip(ask, set, { ek: resultOf(results, 'ek'), dk: resultOf(results, 'dk') }),
    ),
  ];
}

function roundTrip(ask: Ask, set: MlKemId, { ek, dk }: Pick<Material, 'ek' | 'dk'>): Promise<Outcome> {
  const { ciphertext, sharedSecret } = encapsulate(set, ek, new Uint8Array(32));
  return ask({ op: 'decaps', algorithm: set, key: { expanded: dk }, c: ciphertext }).then((answer) =>
    judgeAnswer(answer, (results) =>
      equalBytes(resultOf(results, 'k'), sharedSecret) ? PASSED : failed('the generated keys do not belong together'),
    ),
  );
}

/** The key with one 12-bit coefficient replaced: FIPS 203 Algorithm 5, two in three bytes, least significant bit first. */
function withCoefficient(ek: Uint8Array, place: number, value: number): Uint8Array {
  const at = 3 * (place >> 1);
  const [b0 = 0, b1 = 0, b2 = 0] = ek.subarray(at, at + 3);
  const [first, second] = place % 2 === 0 ? [value, (b1 >> 4) | (b2 << 4)] : [b0 | ((b1 & 0x0f) << 8), value];
  const changed = ek.slice();
  changed.set([first & 0xff, (first >> 8) | ((second & 0x0f) << 4), second >> 4], at);
  return changed;
}
