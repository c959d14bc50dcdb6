// Names of algorithms and operations as logs write them. Kyber is not ML-KEM and Dilithium is not ML-DSA: round 3 keeps its own id.

import { parseAlgorithmName } from '../../knowledge/names.ts';
import type { AlgorithmId, AlgorithmUse } from '../../model/algorithm.ts';
import type { Operation } from '../../model/measurement.ts';

/** What a name means: the id, and the name itself where the id leaves something open. */
export interface LogAlgorithm {
  readonly algorithm: AlgorithmId;
  readonly parameterSet?: string;
}

// FIPS 203 §8, FIPS 204 §4.
const LATTICE = /^(ml[-_ ]?kem|ml[-_ ]?dsa)[-_ ]?(512|768|1024|44|65|87)$/i;
/** Ids that say all there is to say. */
const COMPLETE = /^(slh-dsa-\w|x25519|x448|ed25519|ed448|secp\w+mlkem|x-wing$)/;
const LONGEST_NAME = 80;

/** The algorithm of a name. One that is not known keeps its name and is `unrecognised`. */
export function toLogAlgorithm(written: string): LogAlgorithm {
  const name = written.trim().replace(/\s+/g, ' ').slice(0, LONGEST_NAME);
  const [, family = '', set = ''] = LATTICE.exec(name) ?? [];
  if (set !== '') return toUse(`${family.toLowerCase().replace(/[-_ ]/g, '').replace('ml', 'ml-')}-${set}`, name);
  return toUse(name, name);
}

function toUse(spelling: string, name: string): LogAlgorithm {
  const use = parseAlgorithmName(spelling);
  if (use === undefined || isJoined(use)) return { algorithm: 'unrecognised', ...(name === '' ? {} : { parameterSet: name }) };
  const complete = /^ml-(kem|dsa)-\d/.test(use.algorithm) || COMPLETE.test(use.algorithm);
  return complete ? { algorithm: use.algorithm } : { algorithm: use.algorithm, parameterSet: openPartOf(use, name) };
}

/** A curve, the size of a modulus, else the whole name. */
function openPartOf({ algorithm, parameters: { curve, keyBits } }: AlgorithmUse, name: string): string {
  if (curve !== undefined) return curve.value;
  return keyBits !== undefined && /^(rsa|dsa|ffdh)/.test(algorithm) ? String(keyBits.value) : name;
}

/** `p256_mlkem512` is no ML-KEM-512: a name of two schemes that is not a known hybrid is not the one of them that was understood. */
function isJoined({ algorithm, parameters, parts }: AlgorithmUse): boolean {
  if (!/^(ml-|kyber|dilithium|slh-|fn-|sphincs|hqc|bike|frodo)/.test(algorithm)) return false;
  return parameters.curve !== undefined || parts.some((part) => /^(rsa|ec|x25519|x448|ed25519|ed448|ml-)/.test(part.algorithm));
}

const OPERATIONS: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ['keypair', 'keygen'],
  ['keygen', 'keygen'],
  ['key gen', 'keygen'],
  ['key-gen', 'keygen'],
  ['kg', 'keygen'],
  ['encap', 'encaps'],
  ['encaps', 'encaps'],
  ['enc', 'encaps'],
  ['encapsulate', 'encaps'],
  ['encapsulation', 'encaps'],
  ['decap', 'decaps'],
  ['decaps', 'decaps'],
  ['dec', 'decaps'],
  ['decapsulate', 'decaps'],
  ['decapsulation', 'decaps'],
  ['sign', 'sign'],
  ['signs', 'sign'],
  ['signature', 'sign'],
  ['verify', 'verify'],
  ['verification', 'verify'],
  ['verif', 'verify'],
  ['agree', 'keyagree'],
  ['key agree', 'keyagree'],
  ['derive', 'keyagree'],
]);

/** The operation of a word; undefined where it is none. */
export function findOperation(word: string): Operation | undefined {
  return OPERATIONS.get(word.trim().toLowerCase());
}
