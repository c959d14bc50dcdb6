// ACVP's cases of ML-KEM as requests: keyGen and the four functions of encapDecap, with expanded keys and with seeds (revision tr1).

import { concatBytes } from '@noble/hashes/utils.js';
import { generateKemKeyPair } from '../kem.ts';
import type { KeyInput } from '../operation.ts';
import { isMlKemId, ML_KEM_SEED_BYTES, type MlKemId } from '../parameter-sets.ts';
import type { Fields } from '../vectors/json.ts';
import { bytesOf, textOf, toSet, Unanswerable } from '../vectors/plan.ts';
import type { Planner } from './request.ts';
import type { VectorGroup } from './vector-set.ts';

/** keyGen: d, z → ek, dk. */
export const planKeyGen: Planner = (group, { given }) => ({
  request: { op: 'keygen', algorithm: setOf(group), seed: seedOf(given) },
  results: [
    ['ek', 'ek'],
    ['dk', 'dk'],
  ],
});

/** encapDecap: by the group's `function`. */
export const planEncapDecap: Planner = (group, { given }) => {
  const name = textOf(group.fields, 'function');
  const algorithm = setOf(group);
  switch (name) {
    case 'encapsulation':
      return {
        request: { op: 'encaps', algorithm, ek: bytesOf(given, 'ek'), m: bytesOf(given, 'm') },
        results: [
          ['c', 'c'],
          ['k', 'k'],
        ],
      };
    case 'decapsulation':
      return { request: { op: 'decaps', algorithm, key: keyOf(group, given), c: bytesOf(given, 'c') }, results: [['k', 'k']] };
    case 'encapsulationKeyCheck':
      return { request: { op: 'check-ek', algorithm, key: bytesOf(given, 'ek') }, results: [['valid', 'testPassed']] };
    case 'decapsulationKeyCheck':
      return {
        request: { op: 'check-dk', algorithm, key: expandedOf(algorithm, keyOf(group, given)) },
        results: [['valid', 'testPassed']],
      };
    default:
      throw new Unanswerable(`function ${name} is not implemented`);
  }
};

function setOf(group: VectorGroup): MlKemId {
  return toSet(textOf(group.fields, 'parameterSet'), isMlKemId);
}

function keyOf(group: VectorGroup, given: Fields): KeyInput {
  return group.fields.get('keyFormat') === 'seed' ? { seed: seedOf(given) } : { expanded: bytesOf(given, 'dk') };
}

function expandedOf(algorithm: MlKemId, key: KeyInput): Uint8Array {
  if ('expanded' in key) return key.expanded;
  if (key.seed.length !== ML_KEM_SEED_BYTES) throw new Unanswerable(`d and z: expected ${ML_KEM_SEED_BYTES} bytes, got ${key.seed.length}`);
  return generateKemKeyPair(algorithm, key.seed).decapsulationKey;
}

function seedOf(given: Fields): Uint8Array {
  return concatBytes(bytesOf(given, 'd'), bytesOf(given, 'z'));
}
