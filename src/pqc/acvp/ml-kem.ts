// Answers to the ACVP cases of ML-KEM: keyGen and the four functions of encapDecap, with expanded keys and with seeds (revision tr1).

import { concatBytes } from '@noble/hashes/utils.js';
import { checkDecapsulationKey, checkEncapsulationKey, decapsulate, encapsulate, generateKemKeyPair } from '../kem.ts';
import { isMlKemId, type MlKemId } from '../parameter-sets.ts';
import { type Answer, type Answerer, bytesOf, textOf, Unanswerable } from './case-input.ts';
import type { Fields, VectorGroup } from './vector-set.ts';

/** keyGen: d, z → ek, dk. */
export const answerKeyGen: Answerer = (group, { given }) => {
  const { encapsulationKey, decapsulationKey } = generateKemKeyPair(setOf(group), seedOf(given));
  return new Map([
    ['ek', encapsulationKey],
    ['dk', decapsulationKey],
  ]);
};

/** encapDecap: by the group's `function`. */
export const answerEncapDecap: Answerer = (group, { given }) => {
  const name = textOf(group.fields, 'function');
  const set = setOf(group);
  switch (name) {
    case 'encapsulation':
      return answerEncapsulation(set, given);
    case 'decapsulation':
      return new Map([['k', decapsulate(set, decapsulationKeyOf(set, group, given), bytesOf(given, 'c'))]]);
    case 'encapsulationKeyCheck':
      return new Map([['testPassed', checkEncapsulationKey(set, bytesOf(given, 'ek')).valid]]);
    case 'decapsulationKeyCheck':
      return new Map([['testPassed', checkDecapsulationKey(set, decapsulationKeyOf(set, group, given)).valid]]);
    default:
      throw new Unanswerable(`function ${name} is not implemented`);
  }
};

function answerEncapsulation(set: MlKemId, given: Fields): Answer {
  const { ciphertext, sharedSecret } = encapsulate(set, bytesOf(given, 'ek'), bytesOf(given, 'm'));
  return new Map([
    ['c', ciphertext],
    ['k', sharedSecret],
  ]);
}

function setOf(group: VectorGroup): MlKemId {
  const name = textOf(group.fields, 'parameterSet');
  const id = name.toLowerCase();
  if (!isMlKemId(id)) throw new Unanswerable(`parameter set ${name} is not implemented`);
  return id;
}

function decapsulationKeyOf(set: MlKemId, group: VectorGroup, given: Fields): Uint8Array {
  if (group.fields.get('keyFormat') === 'seed') return generateKemKeyPair(set, seedOf(given)).decapsulationKey;
  return bytesOf(given, 'dk');
}

function seedOf(given: Fields): Uint8Array {
  return concatBytes(bytesOf(given, 'd'), bytesOf(given, 'z'));
}
