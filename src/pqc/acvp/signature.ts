// ACVP's cases of ML-DSA and SLH-DSA as requests: keyGen, sigGen, sigVer; external (pure, pre-hash) and internal (M′, external μ)
// interfaces; ML-DSA's expanded keys and seeds (revision tr1).

import { concatBytes } from '@noble/hashes/utils.js';
import type { MessageForm, PreHash } from '../message-form.ts';
import { isMlDsaId } from '../parameter-sets.ts';
import type { SignatureId } from '../signature.ts';
import { isSlhDsaId } from '../slh-dsa-sets.ts';
import type { Fields } from '../vectors/json.ts';
import { bytesOf, textOf, toSet, Unanswerable } from '../vectors/plan.ts';
import type { Planner } from './request.ts';
import type { VectorGroup } from './vector-set.ts';

/** keyGen: the seed → pk, sk. */
export const planKeyGen: Planner = (group, { given }) => {
  const algorithm = setOf(group);
  return {
    request: { op: 'keygen', algorithm, seed: seedOf(algorithm, given) },
    results: [
      ['pk', 'pk'],
      ['sk', 'sk'],
    ],
  };
};

/** sigGen: key and message → the signature, byte for byte. */
export const planSigGen: Planner = (group, { given }) => {
  const algorithm = setOf(group);
  const key = group.fields.get('keyFormat') === 'seed' ? { seed: seedOf(algorithm, given) } : { expanded: bytesOf(given, 'sk') };
  const randomnessKey = isMlDsaId(algorithm) ? 'rnd' : 'additionalRandomness';
  const randomness = group.fields.get('deterministic') === true ? 'deterministic' : bytesOf(given, randomnessKey);
  return { request: { op: 'sign', algorithm, key, ...messageOf(group, given), randomness }, results: [['signature', 'signature']] };
};

/** sigVer: true or false. */
export const planSigVer: Planner = (group, { given }) => ({
  request: {
    op: 'verify',
    algorithm: setOf(group),
    pk: bytesOf(given, 'pk'),
    signature: bytesOf(given, 'signature'),
    ...messageOf(group, given),
  },
  results: [['valid', 'testPassed']],
});

function setOf(group: VectorGroup): SignatureId {
  return toSet(textOf(group.fields, 'parameterSet'), (id): id is SignatureId => isMlDsaId(id) || isSlhDsaId(id));
}

/** ξ; SK.seed ‖ SK.prf ‖ PK.seed. */
function seedOf(set: SignatureId, given: Fields): Uint8Array {
  return isMlDsaId(set) ? bytesOf(given, 'seed') : concatBytes(...['skSeed', 'skPrf', 'pkSeed'].map((key) => bytesOf(given, key)));
}

function messageOf(group: VectorGroup, given: Fields): { readonly message: Uint8Array; readonly form: MessageForm } {
  if (textOf(group.fields, 'signatureInterface') === 'internal') {
    return group.fields.get('externalMu') === true
      ? { message: bytesOf(given, 'mu'), form: { form: 'external-mu' } }
      : { message: bytesOf(given, 'message'), form: { form: 'internal' } };
  }
  const external = { message: bytesOf(given, 'message'), context: bytesOf(given, 'context') };
  return { message: external.message, form: externalForm(textOf(group.fields, 'preHash'), external.context, given) };
}

function externalForm(preHash: string, context: Uint8Array, given: Fields): MessageForm {
  if (preHash === 'pure') return { form: 'pure', context };
  if (preHash !== 'preHash') throw new Unanswerable(`preHash ${preHash} is not implemented`);
  const name = given.get('hashAlg');
  const hash = HASH_NAMES.get(String(name));
  if (hash === undefined) throw new Unanswerable(`hash ${String(name)} is not implemented`);
  return { form: 'pre-hash', hash, context };
}

/** ACVP's names of hash functions. */
const HASH_NAMES: ReadonlyMap<string, PreHash> = new Map([
  ['SHA2-224', 'sha-224'],
  ['SHA2-256', 'sha-256'],
  ['SHA2-384', 'sha-384'],
  ['SHA2-512', 'sha-512'],
  ['SHA2-512/224', 'sha-512/224'],
  ['SHA2-512/256', 'sha-512/256'],
  ['SHA3-224', 'sha3-224'],
  ['SHA3-256', 'sha3-256'],
  ['SHA3-384', 'sha3-384'],
  ['SHA3-512', 'sha3-512'],
  ['SHAKE-128', 'shake128'],
  ['SHAKE-256', 'shake256'],
]);
